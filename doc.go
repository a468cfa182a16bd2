// Package riwaya holds the words of the field, one file each: what reading one
// news article yields, so that it can be checked.
//
// A riwaya (رواية) is an account: one teller's version of what happened, and the
// line of people it came through. The program reads an [Article] and yields a
// [Record]: the claims it makes on others' behalf ([Claim]: source, cue, content),
// where its own text comes from ([Credit]), and, layer by layer, figures, times,
// places, actors, events and positions.
//
// Over many articles: which share passages ([Copy]), which are of one matter ([Story]), which
// events are one happening ([Incident]), what is said in several ([Statement]), what figures answer
// in common ([Question], with an [Account] for each teller), by which way something came ([Chain]),
// from how many independent ends ([Origins]), and what was changed on it ([Change]).
//
// What the package promises: every finding carries a [Span] of the article's own
// text; an unsure value is left empty; identifiers depend on the article and the
// place in it, never on the rule that found it. Positions are byte offsets inside
// the program and Unicode code points in JSON; they are converted at that edge
// only, by [Record] and by what writes traces and stories.
//
// What it does not do: it reads nothing. Reading starts in internal/read, whose
// list of finders fits one screen; the language it reads with is text files, in
// lexicon/.
package riwaya
