// Package event finds what happened: who did what to whom, as conflict data has it.
//
// Package deed finds in each sentence the words that name a happening, with their parties.
// Here words that tell one happening are brought together: an attack and its killing in one
// clause, a shell and the hit that it made, a later sentence that tells what an earlier one
// told. What is no happening is left out: a noun that only takes one up again, a rule of
// which nobody takes part where somebody must. Each event gets its status, its standing from
// the claim that it stands in, its place, its time and its figures. Whom a deed about ground
// was done to, where the words beside it do not say so, package adversary finds in the other
// events.
//
// It promises that every party is an actor of the record and one that package deed found, or
// the adversary of who does it; that two tellings are one event only if they blame nobody
// else, harm nobody else, and are on no other day and nowhere else; and that what is denied, planned or demanded is never
// told as happened by the words that say so.
package event
