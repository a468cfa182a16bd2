package who

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// Bodies calls see for every place of a text where a noun that is counted (ministry,
// movement, forces …) stands before another noun: with the two words, whether they are
// known as an alias, and whether an actor was read there at all.
func (f *Finder) Bodies(t *lang.Text, rec *riwaya.Record, see func(words string, alias, read bool)) {
	s := search{Scan: f.mentions.Read(t, rec), m: f.mentions, f: f, rec: rec}
	defer f.mentions.Done(s.Scan)
	s.settle()
	for i := 0; i+1 < len(s.K); i++ {
		h := naming.Reading(&s.K[i], f.counted)
		next := &s.K[i+1]
		if h == nil || h.Feat&lang.Article != 0 || next.Word == nil {
			continue
		}
		n := s.Noun(i + 1)
		if n == nil || n.Prefix > 0 || n.Feat&lang.Pronoun != 0 || f.function(next) {
			continue
		}
		if n.Feat&(lang.Article|lang.Guess) == 0 && n.Classes.Empty() {
			continue // "strong forces", "a new movement"
		}
		alias, read := false, false
		for k := range s.Mentions {
			m := &s.Mentions[k]
			if m.From > i {
				break
			}
			if m.To > i {
				alias = alias || m.Actor != nil || m.Shared != nil
				read = true
			}
		}
		see(s.T.Span(i, i+2).Of(s.T.Source), alias, read)
	}
}

// function reports whether the word is a particle or preposition.
func (f *Finder) function(t *lang.Token) bool { return f.mentions.G.Function(t) }
