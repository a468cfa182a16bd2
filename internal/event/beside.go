package event

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// besides puts a noun of harm that stands behind another by "and" to whatever brought that about: which led to the death of two and
// the wounding of five.
func (s *search) besides(n int) {
	a := &s.here[n]
	if n == 0 || a.dropped || !a.Rule.Harm || !a.Nominal() || a.Support != "" || !s.C[a.Chunk].Joined {
		return
	}
	b := &s.here[n-1]
	if !b.dropped || b.into < 0 || !b.Rule.Harm || b.Support != frame.Results || s.here[b.into].Rule.Harm || !s.plain(b.Chunk+1, a.Chunk) {
		return
	}
	by := &s.here[b.into]
	by.Targets = party.Merged(by.Targets, a.Targets)
	a.dropped, a.into = true, b.into
}

// aimed makes one of an attack and the verb of the clause that says at whom or what it was aimed: an attack of the party that hit a
// patrol, the raid which hit the house. What describes a noun without the article has no relative pronoun, so that the last word
// before it may seem to be who does it.
func (s *search) aimed(m int) {
	v := &s.here[m]
	if v.dropped || v.Nominal() || v.Form == deed.Passive || !v.Rule.Bodily || v.Rule.Mutual || s.C[v.Chunk].Joined || s.K[v.From].Has(lang.For) {
		return
	}
	if subj, _, _ := s.SubjectAndObject(v.Chunk, &v.Rule.Verb); subj > v.Chunk {
		return // in which aircraft hit
	}
	j := v.Chunk - 1
	relative := j > 0 && s.C[j].Kind == clause.Relative
	if relative {
		j--
	}
	for ; j >= 0 && s.C[j].Kind != clause.Verb; j-- {
		if !s.plain(j, j+1) {
			return
		}
		for n := range s.here[:m] {
			a, q := &s.here[n], s.C[j].Reading
			if a.Chunk != j || !a.Nominal() {
				continue
			}
			if a.dropped && (a.into < 0 || !s.here[a.into].Rule.Harm) || a.Rule.Type != "ASSAULT" || a.Rule.Harm || a.Rule.Mutual || a.Rule.Point || a.Definite != relative || a.Reading != nil && a.Reading.Feat&lang.Pronoun != 0 || !s.Agree(v.Reading, j) && !(q != nil && q.Feat&lang.Accusative != 0 && v.Reading.Feat&lang.Feminine == 0) {
				return
			}
			if a.dropped && len(v.Targets) > 0 {
				v.Agents = a.Agents // those who were killed in it are others
				return
			}
			into := n
			if a.told = true; a.dropped {
				into = a.into
			}
			s.here[into].Targets = party.Merged(s.here[into].Targets, v.Targets)
			v.dropped, v.into = true, into
			for i := range s.here {
				if s.here[i].dropped && s.here[i].into == m {
					s.here[i].into = into // what it led to
				}
			}
			return
		}
		if s.C[j].Bare() && j < v.Chunk-1 {
			return // who does it, or whom it is done to
		}
	}
}

// alike gives those who were killed whoever did it to those whom the next verb says to have been hurt: three were killed and five
// were hurt in an attack of the party.
func (s *search) alike(n int) {
	a := &s.here[n]
	if a.dropped || a.Nominal() || !a.Rule.Harm || a.Rule.Mutual || len(a.Agents) > 0 || a.by != "" {
		return
	}
	for m := n + 1; m < len(s.here); m++ {
		b := &s.here[m]
		switch {
		case !s.plain(a.Chunk+1, b.Chunk):
			return
		case b.Nominal():
			continue
		}
		if !b.dropped && b.Rule.Harm && s.C[b.Chunk].Joined && (a.Form == deed.Passive || b.Form == a.Form) {
			if subj, _, passive := s.SubjectAndObject(b.Chunk, &b.Rule.Verb); passive || subj < 0 {
				a.Agents, a.by = party.Merged(a.Agents, b.Agents), b.by
			}
		}
		return
	}
}

// plain reports whether no verb and no other clause stands in chunks [from, to).
func (s *search) plain(from, to int) bool {
	return !slices.ContainsFunc(s.C[from:max(from, to)], func(c clause.Chunk) bool {
		return c.Kind != clause.NounPhrase && c.Kind != clause.Adverb && c.Kind != clause.Comma
	})
}
