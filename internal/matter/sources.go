package matter

import (
	"slices"
	"strings"

	"riwaya"
)

// Sources says who stands behind what the reports tell of their main matter: the incident that most
// of them tell of, else all that is said in them. Each telling and each figure of it is followed to
// whom it is attributed to, or to where the report has its text where it names nobody.
func (m *Matter) Sources() riwaya.Origins {
	if m.made.sources == nil {
		o := m.stand()
		m.made.sources = &o
	}
	return *m.made.sources
}

func (m *Matter) stand() riwaya.Origins {
	if in := m.main(); in != nil {
		chains := append(m.tellings(in), m.claims(in)...)
		return m.Origins(named(append(chains, m.begun(chains)...)))
	}
	return m.Origins(named(m.begun(nil)))
}

// begun are the ways of what each report begins with, of those that are in none of some chains.
func (m *Matter) begun(but []riwaya.Chain) (chains []riwaya.Chain) {
	for _, rec := range m.records {
		if slices.ContainsFunc(but, func(c riwaya.Chain) bool { return c.Article == rec.Article.ID }) {
			continue
		}
		n := len(chains)
		for i := range rec.Claims {
			if c := &rec.Claims[i]; c.Parent == nil && slices.Contains(happening, c.Cue.Class) && leads(rec, c) {
				if chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID}); ok {
					chains = append(chains, chain)
				}
			}
		}
		if n == len(chains) {
			if chain, ok := m.Chain(rec.Article.ID); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// leads reports whether a claim stands where a report begins: what it is about is told there, what
// else happened that day and what went before further down.
func leads(rec *riwaya.Record, c *riwaya.Claim) bool {
	const lead = 45 // words
	begin := min(len(rec.Article.Title), len(rec.Article.Text))
	at := c.Content.Spans.Hull().Start
	return at <= begin || len(strings.Fields(rec.Article.Text[begin:at])) < lead
}

// few is up to how many reports all that they attribute is looked at; of more reports what two of
// them have.
const few = 3

// claims are the ways of what reports that tell of an incident attribute besides: it says how it was,
// also where it is not told as an event of its own. What somebody by name
// says in only one of many reports is rather said to it.
func (m *Matter) claims(in *riwaya.Incident) (out []riwaya.Chain) {
	tells := map[string]bool{}
	for _, e := range in.Events {
		if m.Record(e.Article) != nil {
			tells[e.Article] = true
		}
	}
	common := map[riwaya.ClaimRef]bool{}
	for i := range m.Statements() {
		st := &m.Statements()[i]
		reports := map[string]bool{}
		for _, c := range st.Claims {
			reports[c.Article] = true
		}
		for _, c := range st.Claims {
			common[c] = len(reports) > 1
		}
	}
	for _, rec := range m.records {
		if !tells[rec.Article.ID] {
			continue
		}
		elsewhere := m.others(in, rec.Article.ID)
		for i := range rec.Claims {
			c := &rec.Claims[i]
			ref := riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID}
			if c.Parent != nil || !slices.Contains(happening, c.Cue.Class) || c.Source.Kind == "document" || len(tells) > few && !common[ref] && c.Source.Kind != "unnamed" {
				continue
			}
			told, of := false, len(tells) <= few && len(rec.Claims) <= most
			for k := range rec.Events {
				if e := &rec.Events[k]; e.Claim != nil && *e.Claim == c.ID {
					told = told || elsewhere[e.ID]
					of = of || e.Type == in.Type && (e.Status == "happened" || e.Status == "ongoing")
				}
			}
			if of && !told {
				out = m.follow(out, rec, &c.ID, c.Content.Spans)
			}
		}
	}
	return out
}

// most is how many claims a report has that is about one thing.
const most = 8

// others are the events of a report that belong to an incident of several reports that is another
// one.
func (m *Matter) others(in *riwaya.Incident, article string) map[string]bool {
	out := map[string]bool{}
	for i := range m.Incidents {
		other := &m.Incidents[i]
		if other.ID == in.ID {
			continue
		}
		reports := map[string]bool{}
		for _, e := range other.Events {
			reports[e.Article] = true
		}
		for _, e := range other.Events {
			if e.Article == article && len(reports) > 1 {
				out[e.Event] = true
			}
		}
	}
	return out
}

// named leaves out where a report has its text where it names somebody for what it tells: what it
// tells besides is hardly from elsewhere.
func named(chains []riwaya.Chain) []riwaya.Chain {
	names := map[string]bool{}
	for i := range chains {
		if chains[i].End.Known {
			names[chains[i].Article] = true
		}
	}
	return slices.DeleteFunc(chains, func(c riwaya.Chain) bool { return !c.End.Known && names[c.Article] })
}

// happening are the classes of claims that tell what happened; others judge, ask or promise.
var happening = []string{"assert", "announce", "confirm", "claim", "cite"}

// main is the incident that most reports tell of, nil where it is told by less than half of them.
func (m *Matter) main() *riwaya.Incident {
	var best *riwaya.Incident
	most := 0
	for i := range m.Incidents {
		told := map[string]bool{}
		for _, e := range m.Incidents[i].Events {
			if m.Record(e.Article) != nil {
				told[e.Article] = true
			}
		}
		if len(told) > most {
			best, most = &m.Incidents[i], len(told)
		}
	}
	if 2*most < len(m.records) {
		return nil
	}
	return best
}

// tellings are the ways of what the reports tell of an incident.
func (m *Matter) tellings(in *riwaya.Incident) (out []riwaya.Chain) {
	for _, e := range in.Events {
		rec := m.Record(e.Article)
		if rec == nil {
			continue
		}
		for i := range rec.Events {
			ev := &rec.Events[i]
			if ev.ID != e.Event {
				continue
			}
			out = m.follow(out, rec, ev.Claim, ev.Span)
			for _, mention := range ev.Mentions {
				out = m.follow(out, rec, mention.Claim, mention.Span)
			}
			for k := range rec.Figures {
				if f := &rec.Figures[k]; slices.Contains(ev.Figures, f.ID) {
					out = m.follow(out, rec, f.Claim, f.Span)
				}
			}
		}
	}
	return out
}

// follow adds the way of what stands in a claim, or under spans where nobody is named for it.
func (m *Matter) follow(to []riwaya.Chain, rec *riwaya.Record, claim *string, at riwaya.Spans) []riwaya.Chain {
	for claim != nil {
		c := claimOf(rec, *claim)
		if c == nil || c.Parent == nil || !c.Source.Anonymous && !c.Source.Private && c.Source.Kind != "witness" {
			break
		}
		claim = c.Parent // who passes on what a caller said is who says it
	}
	if claim != nil {
		if c := claimOf(rec, *claim); c != nil && m.Words.Any(c.Cue.Lemma, m.Words.Notice) {
			if chain, ok := m.Chain(rec.Article.ID); ok { // who called for help told it to those who came
				return append(to, chain)
			}
		}
		if chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: *claim}); ok {
			return append(to, chain)
		}
	}
	if chain, ok := m.ChainAt(rec.Article.ID, at.Hull()); ok {
		return append(to, chain)
	}
	return to
}

func claimOf(rec *riwaya.Record, id string) *riwaya.Claim {
	for i := range rec.Claims {
		if rec.Claims[i].ID == id {
			return &rec.Claims[i]
		}
	}
	return nil
}
