package government

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// visit is the key of words of dealing for what is paid to a state.
const visit = "visit"

// visited reports whether the country is where a visit goes, which is made to its state: on an
// official visit to France. A capital is a town like others that one goes to.
func (s *scan) visited(c Country) bool {
	r, i := naming.Reading(&s.K[c.From], s.f.Lands), c.From-1
	if c.Seat || i < 0 || r == nil || r.Feat&(lang.Conjunction|lang.With|lang.Like) != 0 || s.describes(c.From) {
		return false
	}
	if r.Feat&lang.For == 0 {
		if t := &s.K[i]; t.Word == nil || r.Prefix > 0 || !t.In(s.f.G.To) || !s.f.G.Function(t) {
			return false
		}
		i--
	}
	for n := 0; n < 7 && i >= 0; n, i = n+1, i-1 {
		t := &s.K[i]
		switch {
		case t.Word == nil:
			return false
		case t.In(s.f.dealing) && t.Word.Some(func(q *lang.Reading) bool { return q.Classes.Meets(s.f.dealing) && q.Key == visit }): // of his, too
			return true
		case s.f.G.Function(t), s.f.G.Finite(t) && !t.Has(lang.Article), t.Has(lang.Masdar) && !t.Has(lang.Article):
			return false
		}
	}
	return false
}

// Witness reports whether a verb whose subject is where something happens stands at token i: "sees".
func (f *Reader) Witness(x *naming.Text, i int) bool {
	return i >= 0 && x.K[i].Word != nil && f.witnesses(&x.K[i])
}

// joined reports whether the country at token from, whose name is an adjective as well, is listed with another state right
// before it that is called by its name alone: France and Saudi Arabia.
func (s *scan) joined(from int, prefix uint8) bool {
	if prefix == 0 || !s.K[from].Has(lang.Conjunction) || !s.K[from].Has(lang.Article) || !s.before.Government || s.before.To != from {
		return false
	}
	k := &s.K[s.before.From]
	return !k.In(s.f.G.Demonym) && (k.In(s.f.Lands) || k.Word.Begins.Meets(s.f.Lands))
}

// asked reports whether a claim is put to the country, as the first or only one: the minister called on France to.
func (s *scan) asked(c Country) bool {
	if c.Prefix > 0 {
		return false
	}
	at := s.K[c.From].Start
	return slices.ContainsFunc(s.claims, func(x riwaya.Claim) bool { return x.PutTo(s.T.Source, at) >= s.K[c.To-1].End-at })
}
