// Package role reads who stands where in the clause of a verb: its subject, its object, what
// is governed by a preposition, and which actor of the record a phrase names or stands for.
//
// It promises that an actor is found only where the words put one: in that phrase, listed
// with it, or behind nouns that stand for whom they belong to (the positions of X). Where
// neither agreement nor order tells the subject from the object, it says that there is none.
// What happened it does not ask: of the rules of happenings it is told only what a verb may
// take (see [frame.Verb]).
package role
