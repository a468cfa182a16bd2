package matter

import (
	"slices"
	"strings"

	"riwaya"
)

// handed leaves out, of chains that are then no more used as they were, who only hands on what others say, and who judges what
// happened where his report names somebody else.
func (m *Matter) handed(chains []riwaya.Chain) []riwaya.Chain {
	names := naming(chains)
	states := map[string]bool{} // the states of which somebody speaks
	others := map[string]bool{} // the reports that name somebody who does not judge
	for i := range chains {
		if c := &chains[i]; c.End.Known {
			states[m.stateOf(c)] = true
			others[c.Article] = others[c.Article] || !m.judges(c) && !m.carrier(c)
		}
	}
	delete(states, "")
	return slices.DeleteFunc(chains, func(c riwaya.Chain) bool {
		switch {
		case m.judges(&c), m.carrier(&c):
			return others[c.Article]
		case c.Claim == nil || c.End.Known || !names[c.Article]:
			return false
		case m.quotes(&c):
			return true
		case c.End.Actor != nil && m.Words.OfState(*c.End.Actor) || m.Words.Any(c.End.Name, m.Words.Official):
			of := m.stateOf(&c)
			return states[of] || of == "" && len(states) == 1
		}
		return false
	})
}

// judges reports whether a chain ends in somebody who only judges: an analyst without a name, a lawyer with one.
func (m *Matter) judges(c *riwaya.Chain) bool {
	of, _ := m.Words.DomainOf(c.End.Name)
	return c.Claim != nil && (of == judge && c.End.Key == "" || c.End.Kind == riwaya.OriginSpeaker && m.Words.Pleads(c.End.Name))
}

// carrier reports whether a chain ends in an agency of the world, by its name or as it is called for short.
func (m *Matter) carrier(c *riwaya.Chain) bool {
	return c.Claim != nil && (c.End.Actor != nil && m.Words.Carries(*c.End.Actor) || c.End.Name != "" && m.Words.Every(c.End.Name, m.Words.CarrierName))
}

// quotes reports whether the outlet in which a chain ends gives, in the same report, the words of somebody who is named.
func (m *Matter) quotes(c *riwaya.Chain) bool {
	rec, by := m.Record(c.Article), m.sourceOf(c)
	for i := range rec.Claims {
		in := &rec.Claims[i]
		of := rec.ClaimOf(in.Parent)
		if by != nil && of != nil && of.Source.Actor != nil && *of.Source.Actor == *by && in.Source.Kind != "media" && in.Source.Actor != nil && slices.Contains(happening, in.Cue.Class) {
			return true
		}
	}
	return false
}

// judge is the domain of those who judge, as the words of tracing have it.
const judge = "expert"

// stateOf is the country of whom a chain ends in, "" where nothing says it.
func (m *Matter) stateOf(c *riwaya.Chain) string {
	rec := m.Record(c.Article)
	for _, id := range []*string{c.End.Actor, m.sourceOf(c)} {
		if a := rec.ActorOf(id); a != nil && a.Country != nil {
			return *a.Country
		}
	}
	return ""
}

// sourceOf is the actor whom the claim that a chain is from names, nil where it names none.
func (m *Matter) sourceOf(c *riwaya.Chain) *string {
	if claim := m.Record(c.Article).ClaimOf(c.Claim); claim != nil {
		return claim.Source.Actor
	}
	return nil
}

// mentions reports whether a report has the name of one who speaks in others of the matter.
func (m *Matter) mentions(rec *riwaya.Record, chains []riwaya.Chain) bool {
	for i := range chains {
		c := &chains[i]
		if c.Claim == nil || c.End.Kind != riwaya.OriginSpeaker || c.Article == rec.Article.ID {
			continue
		}
		by := m.speaker(c)
		if by == nil || by.Private || by.NameAr == nil {
			continue
		}
		for k := range rec.Actors {
			if a := &rec.Actors[k]; a.Kind == "person" && (a.ID == by.ID || a.NameAr != nil && m.oneName(*a.NameAr, *by.NameAr)) {
				return true
			}
		}
	}
	return false
}

// speaker is the person whom the claim that a chain is from names, nil where it names none.
func (m *Matter) speaker(c *riwaya.Chain) *riwaya.Actor {
	if a := m.Record(c.Article).ActorOf(m.sourceOf(c)); a != nil && a.Kind == "person" {
		return a
	}
	return nil
}

// oneName reports whether all words of the shorter of two names, two or more, stand in the longer.
func (m *Matter) oneName(a, b string) bool {
	x, y := strings.Fields(m.Vocabulary.Key(a)), strings.Fields(m.Vocabulary.Key(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 1 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
