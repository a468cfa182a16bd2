package participant

import (
	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// met is the key of verbs of meeting one's death.
const met = "met"

// deed reports whether a word says that something is done, and not only that it is said.
func (s *scan) deed(t *lang.Token) bool {
	if t.In(s.f.being) || t.Has(lang.Nisba) && !s.f.G.Finite(t) {
		return false // became a player; nuclear, which is spelled like "we shelter"
	}
	if t.In(s.f.done) {
		return !(t.Feats&lang.Cue != 0 && s.f.G.MayBeFinite(t)) || accuses(t) || s.whole(t)
	}
	c := naming.Reading(t, s.f.context)
	return c != nil && c.Key == met
}

// whole reports whether a word is a verb of a deed as it stands, and one of saying only with a letter before it: "they fled", which is
// spelled like "so they told".
func (s *scan) whole(t *lang.Token) bool {
	deed := false
	for n := range t.Word.Readings {
		q := &t.Word.Readings[n]
		if q.Cue != nil && q.Prefix == 0 {
			return false
		}
		deed = deed || q.Prefix == 0 && q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(s.f.coded)
	}
	return deed
}

// accuses reports whether a verb of saying is one whose object is whom it is said of.
func accuses(t *lang.Token) bool {
	for n := range t.Word.Readings {
		if c := t.Word.Readings[n].Cue; c != nil && c.Class == "accuse" {
			return true
		}
	}
	return false
}
