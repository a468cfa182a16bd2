package read

import (
	"riwaya"
	"riwaya/internal/coverage"
	"riwaya/internal/lang/ar/morph"
)

// Coverage counts, in a text, where it says "VERB … that" near someone who can speak,
// and whether the lexicon knows the verb: see package coverage. The function is safe for
// several goroutines.
func (r *Reader) Coverage() func(text string) coverage.Tally {
	var nonspeech []string
	for _, w := range r.Lexicon.Classes["nonspeech"] {
		nonspeech = append(nonspeech, w.Text)
	}
	c := coverage.New(r.arabic.Class, nonspeech, morph.VerbShape)
	return func(text string) coverage.Tally {
		var t coverage.Tally
		c.Count(r.arabic.Parse(text), &t)
		return t
	}
}

// Bodies counts, in a text, the names of groups and bodies that begin with one of the
// lexicon's nouns (ministry of X, movement X), and in how many of these places the name is
// known: as an alias of an actor, or, with grammar, also where an institution was read
// from its words. The function is safe for several goroutines.
func (r *Reader) Bodies(grammar bool) func(text string) coverage.Tally {
	return func(text string) coverage.Tally {
		t := coverage.Tally{Texts: 1}
		rec := riwaya.Record{Article: riwaya.Article{Text: text, Language: r.Lexicon.Language}}
		parsed := r.arabic.Parse(text)
		r.credits.Find(parsed, &rec)
		r.claims.Read(parsed, &rec, nil)
		r.who.Bodies(parsed, &rec, func(words string, alias, read bool) { t.Note(words, alias || read && grammar) })
		return t
	}
}
