// Package naming knows what names an actor, and how far the words of a name go: an alias
// of the lexicon, with the adjectives behind it; an institution, from its head noun over
// its portfolio, its country and its adjectives; a person's name, from the first of its
// words to the family's.
//
// It reads what begins at one word and notes nothing. What of it is a mention of an actor,
// and what stands for one without naming it, package mention decides; who is meant, package
// who. It promises that it goes by the classes and shapes of words alone, and that asking
// twice gives the same answer.
package naming
