package claim

import (
	"slices"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// fromHim reports whether the noun of saying of candidate c stands behind "from him" and who
// hands it on: "the agency quoted him as saying". The agency is not who said it.
func (s *speakers) fromHim(c *attribute.Candidate) bool {
	b := c.Source[0] - 1
	if b < s.r.Start || c.By == nil || c.By.Feat&(lang.Noun|lang.Verb) != lang.Noun || !s.r.Tokens[c.At].In(s.r.Grammar.HisSaying) {
		return false
	}
	return s.r.Tokens[b].In(s.r.Grammar.About) && s.r.Tokens[b].Has(lang.Function|lang.Pronoun)
}

// him is the last speaker whom the pronoun of "his saying" can mean; nobody where the words of
// another stand between, or none agrees.
func (s *speakers) him(c *attribute.Candidate) riwaya.Source {
	var want lang.Feat
	switch {
	case c.By.Feat&lang.Him != 0:
		want = lang.Masculine | lang.Singular
	case c.By.Feat&lang.Her != 0:
		want = lang.Feminine
	case c.By.Feat&lang.Them != 0:
		want = lang.Plural
	}
	for i := len(s.past) - 1; i >= 0; i-- {
		p := &s.past[i]
		if p.source.Kind == "media" || !agrees(want, p.agree) {
			continue
		}
		return p.again()
	}
	return riwaya.Source{Kind: "unnamed", Elided: true}
}

// overt reports whether the verb's subject stands before it though nothing read it: between
// an auxiliary and the particle that goes before the verb.
func (s *speakers) overt(c *attribute.Candidate) (riwaya.Source, bool) {
	r, g := s.r, s.r.Grammar
	i := c.At - 1
	if c.By.Feat&lang.Verb == 0 || i <= r.Start || !r.Tokens[i].In(g.Already) || r.Tokens[i].Feats&lang.Function == 0 {
		return riwaya.Source{}, false
	}
	for j := i - 1; j >= r.Start && r.Tokens[j].Kind != lang.BreakKind && !r.Complementiser(j); j-- {
		if r.Tokens[j].In(g.Was) && g.Finite(&r.Tokens[j]) {
			return riwaya.Source{}, j+1 < i
		}
	}
	return riwaya.Source{}, false
}

// earlier finds who spoke before the verb of candidate c by "it was X's before that": behind the
// complementiser stands the verb, before it who spoke, with the preposition glued on.
func (s *speakers) earlier(c *attribute.Candidate) bool {
	r := s.r
	if c.By == nil || c.By.Feat&lang.Verb == 0 || c.At-2 <= r.Start || !r.Complementiser(c.At-1) {
		return false
	}
	for j := c.At - 3; j >= r.Start && j > c.At-phrase.MaxSource; j-- {
		if !r.Tokens[j].In(r.Grammar.Before) || !r.Grammar.MayBeFinite(&r.Tokens[j]) {
			continue
		}
		if phrase.Glued(&r.Tokens[j+1], lang.For|lang.Noun) == nil {
			return false
		}
		r.Cue, r.By, r.At, r.CueEnd, r.Governed = c.Cue, c.By, j, j+1, j+1
		ends := r.NounPhrase(j + 1)
		r.Governed = -1
		for _, e := range slices.Backward(ends) {
			if e == c.At-1 || e == c.At-2 && r.Tokens[e].Is(lang.Comma) {
				c.Source, c.Govern = [2]int{j + 1, e}, true
				return r.CanSpeak(j+1, e)
			}
		}
		return false
	}
	return false
}

// stands reports whether the subject of the verb of candidate c stands before it, where the
// clause opens: behind "but", "was", or at the head of the sentence. Who it is stays open where
// the words name nobody who speaks.
func (s *speakers) stands(c *attribute.Candidate) (riwaya.Source, bool) {
	r, g := s.r, s.r.Grammar
	out := riwaya.Source{Kind: "unnamed", Elided: true}
	if c.By.Feat&lang.Verb == 0 || c.By.Feat&lang.Conjunction != 0 || c.At-1 <= r.Start || r.Tokens[c.At-1].Word == nil || g.Function(&r.Tokens[c.At-1]) {
		return out, false
	}
	from := r.Start
	for j := c.At - 1; j >= r.Start; j-- {
		t := &r.Tokens[j]
		if t.Kind == lang.BreakKind || t.Kind == lang.MarkKind && t.Match < 0 {
			return out, false
		}
		if r.Complementiser(j) {
			if j == r.Start || !r.Tokens[j-1].In(g.Unreported) || t.Has(lang.Pronoun) {
				return out, false
			}
			from = j + 1
			break
		}
		if was := t.In(g.Was) && g.MayBeFinite(t); was && j > r.Start && g.Function(&r.Tokens[j-1]) && !r.Tokens[j-1].In(g.Already) {
			return out, false // "whether she was"
		} else if was || t.In(g.Against) && g.Function(t) && !t.Has(lang.Pronoun) {
			from = j + 1
			break
		}
		if g.Finite(t) && !(j > r.Start && r.Tokens[j-1].In(g.Relative) && g.Function(&r.Tokens[j-1])) {
			return out, false
		}
	}
	n := r.Noun(from)
	r.Cue, r.By, r.At, r.CueEnd = c.Cue, c.By, c.At, c.To
	if from >= c.At || n == nil || n.Prefix > 0 || n.Feat&lang.Accusative != 0 || r.Tokens[from].Has(lang.Function) || !r.HeadFits(from) {
		return out, false
	}
	r.Stop = c.At
	ends := r.NounPhrase(from)
	r.Stop = 0
	if slices.Contains(ends, c.At) && r.CanSpeak(from, c.At) && r.SubjectOf(from) {
		return s.resolved(from, c.At), true
	}
	return out, r.SubjectOf(from)
}
