// Package adversary finds whom a deed was done to where the words beside it do not say so: the one
// armed party that the article sets against who did it. An army that enters a town takes it from
// whoever it fights there.
//
// It promises that an adversary is named by other words of the article, which it tells; that where
// two may be meant, or the adversary is elsewhere with who does it, nobody is; and that what is only
// planned, denied or feared sets nobody against anybody. Who does a deed it never asks.
package adversary
