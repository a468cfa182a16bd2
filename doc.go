// Package riwaya holds the words of the field, one file each: what reading one
// news article yields, so that it can be checked.
//
// A riwaya (رواية) is an account: one teller's version of what happened, and the
// line of people it came through. The program reads an [Article] and yields a
// [Record]: the claims it makes on others' behalf ([Claim]: source, cue, content),
// where its own text comes from ([Credit]), and, layer by layer, figures, times,
// places, actors, events and positions.
//
// What the package promises: every finding carries a [Span] of the article's own
// text; an unsure value is left empty; identifiers depend on the article and the
// place in it, never on the rule that found it. Positions are byte offsets inside
// the program and Unicode code points in JSON; [Record] converts at that edge, and
// nowhere else.
//
// What it does not do: it reads nothing. Reading starts in internal/read, whose
// list of finders fits one screen; the language it reads with is text files, in
// lexicon/.
package riwaya
