package matter

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/locality"
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
		t := m.telling(in)
		chains := append(m.tellings(in), m.claims(t)...)
		if chains = append(append(chains, m.begun(t, chains)...), m.led(t)...); len(chains) > 0 {
			return m.Origins(m.named(t, chains))
		}
	}
	chains := append(m.pasted(), m.whole()...)
	return m.Origins(m.named(whose{}, append(chains, m.begun(whose{}, chains)...)))
}

// happenings are the incidents of which sources are asked: those whose tellings say by themselves, by place, day, toll or
// parties, that they are one. That two reports begin alike makes their tellings one for who looks for
// tellings; each that is one for that reason alone also brings what its report attributes of other things, and who stands behind
// the happening is told less well.
func (m *Matter) happenings() []riwaya.Incident {
	if m.made.happenings == nil {
		m.made.happenings = append([]riwaya.Incident{}, incident.Within("", m.records, m.Copies, nil)...)
	}
	return m.made.happenings
}

// few is up to how many reports all that they attribute is looked at; of more reports what two of
// them have.
const few = 3

// claims are the ways of what reports that tell of an incident attribute besides: it says how it was,
// also where it is not told as an event of its own. What somebody by name
// says in only one of many reports is rather said to it.
func (m *Matter) claims(t whose) (out []riwaya.Chain) {
	in, tells := t.in, t.tells
	common, most := m.common()
	for _, rec := range m.records {
		if !tells[rec.Article.ID] {
			continue
		}
		elsewhere := m.others(in, rec.Article.ID)
		shared, _ := m.shared(rec)
		for i := range rec.Claims {
			c := &rec.Claims[i]
			ref := riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID}
			if !m.tells(rec, c) || m.nobodys(c) || !common[ref] && (len(tells) > few && c.Source.Kind != "unnamed" || !t.begins[rec.Article.ID]) {
				continue
			}
			away := m.elsewhere(in, rec, c.ID)
			told, of := false, len(tells) <= few && len(rec.Claims) <= brief && !away
			for k := range rec.Events {
				if e := &rec.Events[k]; under(rec, e.Claim, c.ID) {
					told = told || elsewhere[e.ID] && !most[ref]
					of = of || (e.Type == in.Type && !away || most[ref]) && (e.Status == "happened" || e.Status == "ongoing")
				}
			}
			if !common[ref] && m.turned(in, rec, c) || m.recalled(in, rec, c) || m.larger(in, rec, c) {
				continue
			}
			of = of || len(tells) <= few && m.saw(c) && !away // what was to be seen where it happened may be no event
			if !common[ref] && c.Source.Kind == "media" && !m.Words.Begins(c.Source.Text, m.Words.Press) && !leads(rec, c) && !mostly(c.Content.Spans.Hull(), shared) {
				continue // what an agency alone is cited for is hardly what all tell of
			}
			if of && !told {
				out = m.follow(out, rec, &c.ID, c.Content.Spans)
			}
		}
	}
	return out
}

// common are the claims that two reports have, and those that at least half of them have.
func (m *Matter) common() (common, most map[riwaya.ClaimRef]bool) {
	common, most = map[riwaya.ClaimRef]bool{}, map[riwaya.ClaimRef]bool{}
	for i := range m.Statements() {
		st := &m.Statements()[i]
		reports := map[string]bool{}
		for _, c := range st.Claims {
			reports[c.Article] = true
		}
		for _, c := range st.Claims {
			common[c], most[c] = len(reports) > 1, len(reports) > 1 && 2*len(reports) >= len(m.records)
		}
	}
	return common, most
}

// larger reports whether all that a claim counts of people is more than ten times what is counted of an incident anywhere: it
// counts what happened over a long time ("a thousand were killed this year").
func (m *Matter) larger(in *riwaya.Incident, rec *riwaya.Record, c *riwaya.Claim) bool {
	const times = 10
	counts := func(f *riwaya.Figure) bool {
		return f.Unit == nil && f.Low != nil && f.Predicate != "other" && f.Group != ""
	}
	most := map[string]float64{} // by what happened to them
	for _, e := range in.Events {
		of := m.Record(e.Article)
		if of == nil {
			continue
		}
		ev := eventOf(of, e.Event)
		for i := range of.Figures {
			if f := &of.Figures[i]; ev != nil && slices.Contains(ev.Figures, f.ID) && counts(f) {
				most[f.Predicate] = max(most[f.Predicate], *f.Low)
			}
		}
	}
	some := false
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if !under(rec, f.Claim, c.ID) || !counts(f) {
			continue
		}
		if top := most[f.Predicate]; top == 0 || *f.Low <= times*top {
			return false
		}
		some = true
	}
	return some
}

// saw reports whether the source of a claim is somebody who was there.
func (m *Matter) saw(c *riwaya.Claim) bool {
	of, _ := m.Words.DomainOf(c.Source.Text)
	return c.Source.Kind == "witness" || of == "witness" && (c.Source.Kind == "unnamed" || c.Source.Kind == "person")
}

// elsewhere reports whether all that a claim places happened in other places than an incident.
func (m *Matter) elsewhere(in *riwaya.Incident, rec *riwaya.Record, id string) bool {
	if in.Place == nil {
		return false
	}
	var here *riwaya.Place
	if of := m.Record(in.Place.Article); of != nil {
		here = placeOf(of, in.Place.Place)
	}
	if here == nil {
		return false
	}
	apart := func(of func(claim *string) bool) (placed, far int) {
		for i := range rec.Events {
			e := &rec.Events[i]
			if e.Place == nil || !of(e.Claim) {
				continue
			}
			p := placeOf(rec, *e.Place)
			if p == nil {
				continue
			}
			if key := story.PlaceKey(p); key != "" {
				placed++
				if locality.Lie(here, p, in.Place.Key, key) == locality.Apart {
					far++
				}
			}
		}
		return placed, far
	}
	placed, far := apart(func(claim *string) bool { return under(rec, claim, id) })
	if by := claimOf(rec, id).Source.Actor; placed == 0 && by != nil { // it goes on with what the same one says of elsewhere
		placed, far = apart(func(claim *string) bool {
			if claim == nil {
				return false
			}
			c := claimOf(rec, *claim)
			return c != nil && c.Source.Actor != nil && *c.Source.Actor == *by
		})
	}
	return placed > 0 && placed == far
}

func placeOf(rec *riwaya.Record, id string) *riwaya.Place {
	for i := range rec.Places {
		if rec.Places[i].ID == id {
			return &rec.Places[i]
		}
	}
	return nil
}

// deep is how often one passes on what another said at most: two claims can each stand in the other.
const deep = 16

// under reports whether a claim is the one with an ID, or what that one passes on.
func under(rec *riwaya.Record, claim *string, id string) bool {
	for range deep {
		if claim == nil {
			return false
		}
		if *claim == id {
			return true
		}
		c := claimOf(rec, *claim)
		if c == nil {
			return false
		}
		claim = c.Parent
	}
	return false
}

// brief is how many claims a report has that is about one thing.
const brief = 8

// others are the events of a report that belong to an incident of several reports that is another
// one.
func (m *Matter) others(in *riwaya.Incident, article string) map[string]bool {
	out := map[string]bool{}
	all := m.happenings()
	for i := range all {
		other := &all[i]
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

// happening are the classes of claims that tell what happened; others judge, ask or promise.
var happening = []string{"assert", "announce", "confirm", "claim", "cite"}

// reacting are those of who speaks of what happened as known: he is nobody's source for it.
var reacting = []string{"promise", "condemn", "demand", "threaten"}

// main is the incident that most reports begin with, or, where less than half begin with one, that most
// of them tell of; nil where it is told by less than half, by one of several, or where nobody begins with it.
func (m *Matter) main() *riwaya.Incident {
	var best *riwaya.Incident
	var most [2]int
	begins := false
	all := m.happenings()
	for i := range all {
		told, begun := map[string]bool{}, map[string]bool{}
		for _, e := range all[i].Events {
			rec := m.Record(e.Article)
			if rec == nil {
				continue
			}
			told[e.Article] = true
			if ev := eventOf(rec, e.Event); ev != nil && early(rec, ev.Span.Hull().Start) {
				begun[e.Article] = true
			}
		}
		n, first := [2]int{len(begun), len(told)}, len(begun) > 0
		if 2*n[0] < len(m.records) {
			n[0] = 0
		}
		if slices.Compare(n[:], most[:]) > 0 {
			best, most, begins = &all[i], n, first
		}
	}
	if !begins || 2*most[1] < len(m.records) || most[1] < min(2, len(m.records)) {
		return nil
	}
	return best
}

func eventOf(rec *riwaya.Record, id string) *riwaya.Event {
	for i := range rec.Events {
		if rec.Events[i].ID == id {
			return &rec.Events[i]
		}
	}
	return nil
}

// tellings are the ways of what the reports tell of an incident.
func (m *Matter) tellings(in *riwaya.Incident) (out []riwaya.Chain) {
	for _, e := range in.Events {
		rec := m.Record(e.Article)
		if rec == nil {
			continue
		}
		ev := eventOf(rec, e.Event)
		if ev == nil {
			continue
		}
		if !m.earlier(in, rec, ev.Claim) {
			out = m.follow(out, rec, ev.Claim, ev.Span)
		}
		for _, mention := range ev.Mentions {
			if !m.earlier(in, rec, mention.Claim) {
				out = m.follow(out, rec, mention.Claim, mention.Span)
			}
		}
		for k := range rec.Figures {
			if f := &rec.Figures[k]; slices.Contains(ev.Figures, f.ID) {
				out = m.follow(out, rec, f.Claim, f.Span)
			}
		}
	}
	return out
}

// follow adds the way of what stands in a claim, or under spans where nobody is named for it.
func (m *Matter) follow(to []riwaya.Chain, rec *riwaya.Record, claim *string, at riwaya.Spans) []riwaya.Chain {
	for range deep {
		if claim == nil {
			break
		}
		c := claimOf(rec, *claim)
		if c != nil && c.Cue.Class == "claim" && len(strings.Fields(c.Content.Text)) < short {
			claim = c.Parent // "the attack that a group claimed" is not told by the group
			continue
		}
		if by := parentOf(rec, c); by == nil || by.Source.Kind == "media" || !c.Source.Anonymous && !c.Source.Private && c.Source.Kind != "witness" && !m.nobodys(c) && !m.notice(c) {
			break
		}
		claim = c.Parent // who passes on what a caller said is who says it
	}
	if claim != nil {
		c := claimOf(rec, *claim)
		if c != nil && (m.verse(c) || slices.Contains(reacting, c.Cue.Class)) {
			return to
		}
		if c != nil && m.notice(c) {
			if chain, ok := m.Chain(rec.Article.ID); ok { // who called for help told it to those who came
				return append(to, chain)
			}
		}
		if c != nil && !m.bare(c) {
			if chain, ok := m.way(rec, c); ok {
				return append(to, chain)
			}
		}
	}
	if chain, ok := m.ChainAt(rec.Article.ID, at.Hull()); ok {
		return append(to, chain)
	}
	return to
}

// way is the way of a claim: of what an outlet hands on ("the agency quoted the minister as saying") that of whom it
// quotes.
func (m *Matter) way(rec *riwaya.Record, c *riwaya.Claim) (riwaya.Chain, bool) {
	if c.Source.Kind == "media" {
		for i := range rec.Claims {
			in := &rec.Claims[i]
			if in.Parent != nil && *in.Parent == c.ID && 2*in.Content.Spans.Hull().Len() > c.Content.Spans.Hull().Len() {
				c = in
				break
			}
		}
	}
	return m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID})
}

// parentOf is the claim that a claim stands in, nil where it stands by itself.
func parentOf(rec *riwaya.Record, c *riwaya.Claim) *riwaya.Claim {
	if c == nil || c.Parent == nil {
		return nil
	}
	return claimOf(rec, *c.Parent)
}

func claimOf(rec *riwaya.Record, id string) *riwaya.Claim {
	for i := range rec.Claims {
		if rec.Claims[i].ID == id {
			return &rec.Claims[i]
		}
	}
	return nil
}
