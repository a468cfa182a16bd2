package attribute

import (
	"riwaya/internal/cue"
	"riwaya/internal/lang"
)

// reading is the state of reading one sentence of one text.
type reading struct {
	cue.Reading
	f     *Finder
	title bool // the sentence is the headline
	post  bool // the text is a short post

	marked                         int // the sentence that these are of, by its first token
	lastThat, lastColon, lastQuote int
	union                          lang.Set // the classes of its words
}

// The kinds of cue that a pattern may ask for, in the order in which they are tried.
const (
	byVerb = iota
	byParticiple
	byNoun
	byPrep
	byColon // a colon is a cue in a headline or a post
	kinds
)

// triggers are their names in rules.
var triggers = [kinds]string{"verb", "participle", "noun", "prep", "colon"}

// triggered reports whether a reading is a cue of that kind.
func triggered(kind int, r *lang.Reading) bool {
	switch kind {
	case byVerb:
		return r.Feat&(lang.Past|lang.Present) != 0
	case byParticiple:
		return r.Feat&lang.Participle != 0 && r.Feat&lang.Passive == 0 && r.Feat&(lang.Article|lang.With|lang.For|lang.Pronoun) == 0
	case byNoun:
		return r.Feat&lang.Noun != 0 && r.Feat&lang.Participle == 0
	case byPrep:
		return r.Feat&lang.Function != 0
	}
	return false
}
