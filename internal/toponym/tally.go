package toponym

import "riwaya/internal/lang"

// Seen is a word of a text that may be the name of a place.
type Seen struct {
	Word  string // folded and bare, without what is glued on in front
	Name  bool   // some table has it as a name of one word
	Noun  bool   // it stands behind a generic noun such as "town"
	Glued bool   // only a part of the word is the name
}

// Tally calls see for every word of a text, so that names that are common words can be
// listed: see `riwaya gazetteer common`.
func (f *Finder) Tally(t *lang.Text, see func(Seen)) {
	s := Search{f: f, w: &f.w, t: t, k: t.Tokens, to: len(t.Tokens)}
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Kind != lang.WordKind {
			continue
		}
		noun := i > 0 && s.reading(i-1, f.w.noun) != nil
		out := Seen{Word: k.Word.Bare, Noun: noun}
		if k.Word.Names >= lang.NameCommon {
			parts := t.Parts(k.Word.Form)
			for _, p := range parts.All() {
				if s.single(p.Text) {
					out = Seen{Word: p.Text, Name: true, Noun: noun, Glued: p.Cut > 0}
					break
				}
			}
		}
		see(out)
	}
}

// single is whether a table has a name of that one word.
func (s *Search) single(word string) bool {
	for _, t := range s.f.Tables {
		if lo, hi := t.Named(word); hi > lo {
			return true
		}
	}
	return false
}
