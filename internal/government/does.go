package government

import "riwaya/internal/lang"

// does reports whether a verb that has the country before it as its subject stands at
// token i.
func (s *scan) does(i int, seat bool) bool {
	t := &s.K[i]
	if i+1 < len(s.K) && t.In(s.f.negation) && s.f.G.Function(t) && !t.Has(lang.Conjunction) {
		i, t = i+1, &s.K[i+1]
	}
	if t.Word == nil {
		return false
	}
	if t.In(s.f.willing) && t.Feats&(lang.Article|lang.Pronoun|lang.With|lang.For) == 0 && i+1 < len(s.K) && s.K[i+1].Word != nil {
		k := &s.K[i+1] // "is ready to", "is resolved on"
		return t.Has(lang.Participle) && (s.f.G.Function(k) && k.In(s.f.G.On) || k.Has(lang.For|lang.Noun) || k.Has(lang.With|lang.Noun))
	}
	if t.Feats&(lang.Past|lang.Present) == 0 || s.f.G.Nounish(t) {
		// "agrees to" can be "an agreement on", but not behind the name of a country
		if !t.In(s.f.stands) || t.Feats&(lang.Conjunction|lang.Participle) != 0 || i+1 >= len(s.K) || !s.K[i+1].In(s.f.G.On) || !s.f.G.Function(&s.K[i+1]) {
			return false
		}
		return t.Word.Some(func(q *lang.Reading) bool {
			return q.Classes.Meets(s.f.stands) && q.Feat&(lang.Verb|lang.Present|lang.Jussive) == lang.Verb|lang.Present
		})
	}
	return s.agent(i, seat)
}

// witnesses reports whether the verb's subject is where something happens: Turkey saw …
func (f *Reader) witnesses(t *lang.Token) bool {
	if !t.In(f.placing) {
		return false
	}
	for n := range t.Word.Readings {
		if q := &t.Word.Readings[n]; q.Classes.Meets(f.placing) && f.sees[q.Lemma] {
			return true
		}
	}
	return false
}

// agent reports whether the verb at token i is one of a government: it is not of being,
// and with a capital it must be one of saying or of stance.
func (s *scan) agent(i int, seat bool) bool {
	t := &s.K[i]
	if t.In(s.f.G.Was) || s.f.witnesses(t) {
		return false
	}
	if seat {
		return t.Feats&lang.Cue != 0 || t.In(s.f.stands)
	}
	return true
}
