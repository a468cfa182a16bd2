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
// official visit to France, of his. A capital is a town like others that one goes to.
func (s *scan) visited(c Country) bool {
	k, i := &s.K[c.From], c.From-1
	r := naming.Reading(k, s.f.Lands)
	if c.Seat || i < 0 || s.describes(c.From) {
		return false
	}
	switch {
	case r != nil && r.Feat&(lang.Conjunction|lang.With|lang.Like) != 0, r == nil && (c.To == c.From+1 || c.Prefix > 0):
		return false
	case r != nil && r.Feat&lang.For != 0:
	case s.K[i].Word != nil && (r == nil || r.Prefix == 0) && s.K[i].In(s.f.G.To) && s.f.G.Function(&s.K[i]):
		i--
	default:
		return (r == nil || r.Prefix == 0) && s.visits(i) && s.official(i)
	}
	for n := 0; n < 7 && i >= 0; n, i = n+1, i-1 {
		t := &s.K[i]
		switch {
		case t.Word == nil:
			return false
		case t.In(s.f.dealing) && t.Word.Some(func(q *lang.Reading) bool { return q.Classes.Meets(s.f.dealing) && q.Key == visit }): // of his, too
			return true
		case t.Has(lang.Function|lang.Pronoun) && n < 2: // of his, in two words
		case s.f.G.Function(t), s.f.G.Finite(t) && !t.Has(lang.Article), t.Has(lang.Masdar) && !t.Has(lang.Article):
			return false
		}
	}
	return false
}

// visits reports whether the word at token i names a visit, and what it goes to stands right behind it: visiting France, his visit to it
// without a preposition.
func (s *scan) visits(i int) bool {
	t := &s.K[i]
	return t.Word != nil && t.In(s.f.dealing) && !t.Has(lang.Article) && t.Word.Some(func(q *lang.Reading) bool { return q.Classes.Meets(s.f.dealing) && q.Key == visit })
}

// official reports whether an office stands shortly before token i, in its sentence: those who hold one visit states, and not lands.
func (s *scan) official(i int) bool {
	for n := 0; n < 14 && i >= 0; n, i = n+1, i-1 {
		if t := &s.K[i]; t.Is(lang.Stop) || t.Kind == lang.BreakKind {
			return false
		} else if t.Word != nil && t.In(s.f.G.Office) {
			return true
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
