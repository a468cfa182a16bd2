package matter

import (
	"cmp"
	"context"
	"slices"

	"riwaya"
)

// Telling is the matter of the reports that tell of an incident and of no others, with the copies between them: a story of
// hundreds of reports need not be read for the three that tell of one.
func (m *Maker) Telling(ctx context.Context, in *riwaya.Incident) (*Matter, error) {
	var articles []string
	for _, e := range in.Events {
		if !slices.Contains(articles, e.Article) {
			articles = append(articles, e.Article)
		}
	}
	out, err := m.Reports(ctx, articles, riwaya.Layers...)
	if err != nil {
		return nil, err
	}
	if out.Copies, err = m.Found.Copies(ctx, articles); err != nil {
		return nil, err
	}
	out.Set, out.Incidents = m.Tracer.Over(out.records, out.Copies), []riwaya.Incident{*in}
	return out, nil
}

// Tellers says who stands behind what the reports tell of one incident: who is named for words in which it stands or in which it is
// counted, and whom those reports name that begin with it. Who speaks of what came after it tells nothing of it. A report
// that begins with it and names nobody tells it by itself. The reports of the matter are those of the incident or more.
func (m *Matter) Tellers(in *riwaya.Incident) riwaya.Origins {
	told := m.told(in)
	var chains []riwaya.Chain
	var alone []*riwaya.Record
	for _, t := range told {
		n := len(chains)
		for _, c := range m.tellings(t) {
			if chain, ok := m.way(t.rec, c); ok {
				chains = append(chains, chain)
			}
		}
		if n == len(chains) && t.begins {
			alone = append(alone, t.rec)
		}
	}
	if len(chains) == 0 && len(alone) == 0 {
		for _, t := range told {
			alone = append(alone, t.rec)
		}
	}
	for _, rec := range alone {
		if chain, ok := m.Chain(rec.Article.ID); ok {
			chains = append(chains, chain)
		}
	}
	var among []string
	for _, t := range told {
		among = append(among, t.rec.Article.ID)
	}
	chains = m.silent(chains)
	o := m.Origins(chains)
	o.Scope = m.Scope(chains, among)
	return o
}

// oneTelling is how one report tells of an incident.
type oneTelling struct {
	rec    *riwaya.Record
	at     []place // where it does, in order
	begins bool    // nothing else stands before it in the title or the first words
}

// place is where a report tells of an incident or counts at it, and the claim that this is of.
type place struct {
	riwaya.Span
	claim *string
}

// told are the reports of an incident, in the order of its events.
func (m *Matter) told(in *riwaya.Incident) (all []*oneTelling) {
	of := map[string]*oneTelling{}
	for _, e := range in.Events {
		rec := m.Record(e.Article)
		if rec == nil {
			continue
		}
		t := of[e.Article]
		if t == nil {
			t = &oneTelling{rec: rec}
			of[e.Article] = t
			all = append(all, t)
		}
		for i := range rec.Events {
			if x := &rec.Events[i]; x.ID == e.Event {
				t.at = append(t.at, places(x)...)
			}
		}
	}
	for _, f := range in.Figures {
		for _, n := range f.Numbers {
			if t := of[n.Article]; t != nil {
				for i := range t.rec.Figures {
					if x := &t.rec.Figures[i]; x.ID == n.Figure {
						t.at = append(t.at, place{x.Span.Hull(), x.Claim})
					}
				}
			}
		}
	}
	for _, t := range all {
		slices.SortFunc(t.at, func(a, b place) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
		t.begins = m.beginsWith(t)
	}
	return all
}

func places(e *riwaya.Event) []place {
	out := []place{{e.Span.Hull(), e.Claim}}
	for _, x := range e.Mentions {
		out = append(out, place{x.Span.Hull(), x.Claim})
	}
	return out
}

// beginsWith reports whether the first thing that happens in a report, in its first words, is the incident, and not as what
// something else came after.
func (m *Matter) beginsWith(t *oneTelling) bool {
	if len(t.at) == 0 || !early(t.rec, t.at[0].Start, first) || m.goneBefore(t.rec, t.at[0].Span) {
		return false
	}
	for i := range t.rec.Events {
		for _, x := range places(&t.rec.Events[i]) {
			if x.Start < t.at[0].Start {
				return false
			}
		}
	}
	return true
}

// goneBefore reports whether what happens at a place is only what something else came after.
func (m *Matter) goneBefore(rec *riwaya.Record, at riwaya.Span) bool {
	return m.Words.GoneBefore(rec.Article.Text[:at.Start], rec.Article.Text[at.End:])
}

// tellings are the claims by which a report tells of an incident, each once: those in which it is the first thing that happens. In a
// report that begins with it these are also those that take it up ("in the explosion"); where there is none, all of its first words.
func (m *Matter) tellings(t *oneTelling) (out []*riwaya.Claim) {
	here := map[string]bool{} // claims in which the incident stands
	for _, p := range t.at {
		c := t.rec.ClaimOf(p.claim)
		for c != nil && !m.tells(t.rec, c) && c.Parent != nil && slices.Contains(happening, c.Cue.Class) { // what an investigation shows is told by who says that it does
			c = t.rec.ClaimOf(c.Parent)
		}
		if c == nil || here[c.ID] {
			continue
		}
		here[c.ID] = true
		if m.tells(t.rec, c) && !m.goneBefore(t.rec, p.Span) && !t.other(c, p.Start) {
			out = append(out, c)
		}
	}
	if !t.begins {
		return out
	}
	words, end := m.happened(t), m.end(t.rec)
	var too []*riwaya.Claim // of the first words
	for i := range t.rec.Claims {
		c := &t.rec.Claims[i]
		if here[c.ID] && slices.Contains(out, c) || !m.tells(t.rec, c) || c.Cue.Spans.Hull().Start >= end || m.recalled(t.rec, c) {
			continue
		}
		takesUp := false
		m.words(c.Content.Text, func(word string, at riwaya.Span) {
			takesUp = takesUp || words[word] && m.Words.Definite(at.Of(c.Content.Text))
		})
		switch {
		case takesUp && !here[c.ID]:
			out = append(out, c)
		case within(t.rec, c, lead):
			too = append(too, c)
		}
	}
	if len(out) == 0 {
		return too
	}
	return out
}

// other reports whether something else happens in the content of a claim before a place.
func (t *oneTelling) other(c *riwaya.Claim, before int) bool {
	for i := range t.rec.Events {
		for _, x := range places(&t.rec.Events[i]) {
			if x.Start < before && c.Content.Spans.Contains(x.Span) && !slices.ContainsFunc(t.at, func(p place) bool { return p.Span == x.Span }) {
				return true
			}
		}
	}
	return false
}

// happened are the words by which a report names the incident.
func (m *Matter) happened(t *oneTelling) map[string]bool {
	words := map[string]bool{}
	for _, p := range t.at {
		m.words(t.rec.Article.Text[p.Start:p.End], func(word string, _ riwaya.Span) { words[word] = true })
	}
	return words
}
