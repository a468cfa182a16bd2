package matter

import (
	"slices"
	"strings"

	"riwaya"
)

// Sources says who stands behind what the reports tell: whom each names where it begins, and where several reports have
// one passage, in that. Each is followed to whom it is attributed to, or to where the report has its text where it names nobody.
func (m *Matter) Sources() riwaya.Origins {
	if m.made.sources == nil {
		chains := m.pasted()
		chains = append(chains, m.begun(chains)...)
		o := m.Origins(m.handed(m.named(append(chains, m.shared()...))))
		m.made.sources = &o
	}
	return *m.made.sources
}

// shared are the ways of what most reports attribute a little further down, if it has something to do with what they begin with.
func (m *Matter) shared() (chains []riwaya.Chain) {
	most := map[riwaya.ClaimRef]bool{}
	for i := range m.Statements() {
		reports := map[string]bool{}
		for _, c := range m.Statements()[i].Claims {
			reports[c.Article] = true
		}
		for _, c := range m.Statements()[i].Claims {
			most[c] = len(reports) > 1 && 2*len(reports) >= len(m.records)
		}
	}
	for _, rec := range m.records {
		if _, ok := m.decided(rec); ok {
			continue
		}
		for i := range rec.Claims {
			c := &rec.Claims[i]
			if !most[riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID}] || !m.tells(rec, c) || m.recalled(rec, c) || !within(rec, c, further) || m.inCommon(rec, c) == 0 {
				continue
			}
			if chain, ok := m.way(rec, c); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// inCommon is how many words what a claim says has in common with what its report begins with.
func (m *Matter) inCommon(rec *riwaya.Record, c *riwaya.Claim) int {
	said, both := map[string]bool{}, map[string]bool{}
	m.words(c.Content.Text, func(word string, _ riwaya.Span) { said[word] = true })
	text := rec.Article.Text
	m.words(text[:untilWord(text, first)], func(word string, _ riwaya.Span) {
		if said[word] {
			both[word] = true
		}
	})
	return len(both)
}

// happening are the classes of claims that tell what happened; others judge, ask or promise.
var happening = []string{"assert", "announce", "confirm", "claim", "cite"}

// judging are those of who speaks of what happened as known: he is nobody's source for it, but of what a report that tells of nothing
// else begins with.
var judging = []string{"promise", "condemn", "demand", "threaten", "warn"}

// expressing is that of who expresses something: his sorrow, his hope.
const expressing = "other"

// short is so few words that a claim of fewer tells of nothing: "he confirmed his resolve"; but who claims an attack does.
const short = 4

// tells reports whether a claim says what happened, by somebody who could know it: not what another passes on, unless that is
// nobody ("a toll says that so many were killed, according to the governor").
func (m *Matter) tells(rec *riwaya.Record, c *riwaya.Claim) bool {
	by := rec.ClaimOf(c.Parent)
	return (by == nil || m.nobodys(by)) && !m.nobodys(c) && slices.Contains(happening, c.Cue.Class) && !m.verse(c) && !m.notice(c) && !m.known(rec, c) &&
		(len(strings.Fields(c.Content.Text)) >= short || c.Source.Kind == "armed_group")
}

// nobodys reports whether a claim is a document's of which nothing says whose statement it is: "investigations", "a toll", "the statement";
// or of "the details".
func (m *Matter) nobodys(c *riwaya.Claim) bool {
	return c.Source.Text != "" && m.Words.Begins(c.Source.Text, m.Words.Details) || c.Source.Kind == "document" && c.Source.Actor == nil && !m.Words.Any(c.Source.Text, m.Words.Press) && (!m.Words.Begins(c.Source.Text, m.Words.Paper) || !strings.Contains(strings.TrimSpace(c.Source.Text), " "))
}

// notice reports whether a claim is a call for help, of which those who came tell.
func (m *Matter) notice(c *riwaya.Claim) bool {
	return m.Words.Any(c.Cue.Lemma, m.Words.Notice) || c.Source.Kind == "document" && m.Words.Any(c.Source.Text, m.Words.Notice)
}

// known reports whether a claim is only what something else came after: "three days after the government's announcement".
func (m *Matter) known(rec *riwaya.Record, c *riwaya.Claim) bool {
	return strings.Contains(c.Rule, ":noun-") && m.Words.CameAfter(rec.Article.Text[:c.Cue.Spans.Hull().Start])
}

// verse reports whether a claim is a verse or a saying of the Prophet.
func (m *Matter) verse(c *riwaya.Claim) bool {
	return c.Source.Text != "" && m.Words.Every(c.Source.Text, m.Words.Scripture)
}

// way is the way of a claim: of what an outlet hands on ("the agency quoted the minister as saying") that of whom it
// quotes. Who vows or refuses something in what it tells says nothing of it.
func (m *Matter) way(rec *riwaya.Record, c *riwaya.Claim) (riwaya.Chain, bool) {
	if c.Source.Kind == "media" {
		for i := range rec.Claims {
			in := &rec.Claims[i]
			if in.Parent != nil && *in.Parent == c.ID && slices.Contains(happening, in.Cue.Class) && 2*in.Content.Spans.Hull().Len() > c.Content.Spans.Hull().Len() {
				c = in
				break
			}
		}
	}
	chain, ok := m.ClaimChain(riwaya.ClaimRef{Article: rec.Article.ID, Claim: c.ID})
	if chain.End.Kind == riwaya.OriginDocument && !m.Words.Begins(chain.End.Name, m.Words.Paper) && m.Words.Any(chain.End.Name, m.Words.Press) { // "press reports" have it from somebody, as media have
		chain.End.Kind, chain.End.Source, chain.End.Known = riwaya.OriginOutlet, "media", false
	}
	return chain, ok
}
