package matter

import (
	"slices"
	"strings"
	"unicode"

	"riwaya"
)

// begun are the ways of what each report begins with, of those that are in none of some chains. One that tells of an
// incident further down is asked whom it names for that.
func (m *Matter) begun(t whose, but []riwaya.Chain) (chains []riwaya.Chain) {
	for _, rec := range m.records {
		if slices.ContainsFunc(but, func(c riwaya.Chain) bool { return c.Article == rec.Article.ID }) {
			continue
		}
		if id := rec.Article.ID; t.tells[id] && !t.begins[id] {
			if chain, ok := m.first(t, rec); ok {
				chains = append(chains, chain)
			}
			for i := range rec.Claims {
				c := &rec.Claims[i]
				if !m.tells(rec, c) || c.Source.Text == "" || !leads(rec, c) || m.recalled(t.in, rec, c) || m.turned(t.in, rec, c) || !m.near(rec, c) {
					continue
				}
				if chain, ok := m.way(rec, c); ok {
					chains = append(chains, chain)
				}
			}
			continue
		}
		n := len(chains)
		for i := range rec.Claims {
			if c := &rec.Claims[i]; m.tells(rec, c) && !m.bare(c) && leads(rec, c) && !m.recalled(t.in, rec, c) && (t.in == nil || !m.turned(t.in, rec, c)) {
				if chain, ok := m.way(rec, c); ok {
					chains = append(chains, chain)
				}
			}
		}
		if n == len(chains) {
			if chain, ok := m.judged(rec); ok {
				chains = append(chains, chain)
			} else if chain, ok := m.Chain(rec.Article.ID); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// judged is the way of what a report that tells of nothing else begins with: who condemns, demands or promises something is
// whose words it has.
func (m *Matter) judged(rec *riwaya.Record) (riwaya.Chain, bool) {
	for i := range rec.Claims {
		if c := &rec.Claims[i]; c.Parent == nil && (slices.Contains(reacting, c.Cue.Class) || c.Cue.Class == "warn") && leads(rec, c) && c.Source.Text != "" && !m.verse(c) &&
			!slices.ContainsFunc(rec.Claims, func(x riwaya.Claim) bool { return m.tells(rec, &x) && !m.nobodys(&x) }) {
			return m.way(rec, c)
		}
	}
	return riwaya.Chain{}, false
}

// short is so few words that a claim of fewer tells of nothing: "he confirmed his resolve".
const short = 4

// tells reports whether a claim says what happened, by somebody who could know it: not what another passes on, unless that is
// nobody ("a toll says that so many were killed, according to the governor").
func (m *Matter) tells(rec *riwaya.Record, c *riwaya.Claim) bool {
	by := parentOf(rec, c)
	return (by == nil || m.nobodys(by)) && slices.Contains(happening, c.Cue.Class) && !m.verse(c) && !m.notice(c) && len(strings.Fields(c.Content.Text)) >= short
}

// nobodys reports whether a claim is a document's that is no statement of somebody: "investigations", "a toll".
func (m *Matter) nobodys(c *riwaya.Claim) bool {
	return c.Source.Kind == "document" && !m.Words.Begins(c.Source.Text, m.Words.Paper)
}

// bare reports whether a claim is a document's of which nothing says whose it is: "investigations".
func (m *Matter) bare(c *riwaya.Claim) bool {
	return m.nobodys(c) && !strings.Contains(strings.TrimSpace(c.Source.Text), " ")
}

// notice reports whether a claim is a call for help, of which those who came tell.
func (m *Matter) notice(c *riwaya.Claim) bool {
	return m.Words.Any(c.Cue.Lemma, m.Words.Notice) || c.Source.Kind == "document" && m.Words.Any(c.Source.Text, m.Words.Notice)
}

// verse reports whether a claim is a verse or a saying of the Prophet.
func (m *Matter) verse(c *riwaya.Claim) bool {
	return c.Source.Text != "" && m.Words.Every(c.Source.Text, m.Words.Scripture)
}

// led are the ways of what is attributed where reports begin, of those that begin with an incident: it is of
// this that they name somebody first. A round-up begins with something else.
func (m *Matter) led(t whose) []riwaya.Chain {
	return slices.DeleteFunc(m.begun(t, nil), func(c riwaya.Chain) bool {
		return !c.End.Known || t.tells[c.Article] && !t.begins[c.Article] && !m.nearby(&c)
	})
}

// nearby reports whether a chain is from a claim by which a report that tells of an incident only further down begins with
// what others begin with.
func (m *Matter) nearby(chain *riwaya.Chain) bool {
	rec := m.Record(chain.Article)
	if rec == nil || chain.Claim == nil {
		return false
	}
	c := claimOf(rec, *chain.Claim)
	return c != nil && leads(rec, c) && m.near(rec, c)
}

// alike is in how many words that say something what two reports begin with is one matter.
const alike = 4

// near reports whether what a claim says where a report begins is much what another report begins with.
func (m *Matter) near(rec *riwaya.Record, c *riwaya.Claim) bool {
	at, text := c.Content.Spans.Hull(), rec.Article.Text
	begin := min(len(rec.Article.Title), len(text))
	at.End = min(at.End, max(at.Start, begin+untilWord(text[begin:], lead))) // what is said further down it does not begin with
	return slices.ContainsFunc(m.records, func(other *riwaya.Record) bool { return other != rec && m.like(at.Of(text), other) })
}

// ofMatter reports whether what a claim says is much what its report begins with: then it is of that, also behind a turn.
func (m *Matter) ofMatter(rec *riwaya.Record, c *riwaya.Claim) bool {
	return m.like(c.Content.Text, rec)
}

// like reports whether words have so many in common with those that a report begins with.
func (m *Matter) like(words string, rec *riwaya.Record) bool {
	said, both := map[string]bool{}, map[string]bool{}
	m.words(words, func(word string, _ riwaya.Span) { said[word] = true })
	text := rec.Article.Text
	m.words(text[:untilWord(text, lead)], func(word string, _ riwaya.Span) {
		if said[word] {
			both[word] = true
		}
	})
	return len(both) >= alike
}

// untilWord is where the n-th word of a text ends.
func untilWord(text string, n int) int {
	at := 0
	for range n {
		i := strings.IndexFunc(text[at:], func(r rune) bool { return !unicode.IsSpace(r) })
		if i < 0 {
			return len(text)
		}
		j := strings.IndexFunc(text[at+i:], unicode.IsSpace)
		if j < 0 {
			return len(text)
		}
		at += i + j
	}
	return at
}

// whose is which reports tell of an incident, and which begin with it: of none, none does.
type whose struct {
	in            *riwaya.Incident
	begins, tells map[string]bool
}

// telling looks who tells of an incident.
func (m *Matter) telling(in *riwaya.Incident) whose {
	t := whose{in, map[string]bool{}, map[string]bool{}}
	for _, e := range in.Events {
		if rec := m.Record(e.Article); rec != nil {
			t.tells[e.Article] = true
			if ev := eventOf(rec, e.Event); ev != nil && within(rec, ev.Span.Hull().Start, opening) {
				t.begins[e.Article] = true
			}
		}
	}
	return t
}

// leads reports whether a claim stands where a report begins: what it is about is told there, what
// else happened that day and what went before further down.
func leads(rec *riwaya.Record, c *riwaya.Claim) bool { return early(rec, c.Content.Spans.Hull().Start) }

const (
	lead    = 45 // words with which a report begins
	opening = 70 // and in which it has said what it is about
)

func early(rec *riwaya.Record, at int) bool { return within(rec, at, lead) }

func within(rec *riwaya.Record, at, words int) bool {
	begin := min(len(rec.Article.Title), len(rec.Article.Text))
	return at <= begin || len(strings.Fields(rec.Article.Text[begin:at])) < words
}

// whole are the ways of all that brief reports say happened: where no incident is told by several, such a report
// is about one thing, until it goes over to another.
func (m *Matter) whole() (chains []riwaya.Chain) {
	for _, rec := range m.records {
		if len(rec.Claims) > brief || m.pastes(rec) {
			continue
		}
		end := m.end(rec)
		for i := range rec.Claims {
			c := &rec.Claims[i]
			if !m.tells(rec, c) || c.Source.Text == "" || m.nobodys(c) || c.Cue.Spans.Hull().Start >= end && !m.ofMatter(rec, c) || m.recalled(nil, rec, c) {
				continue
			}
			if chain, ok := m.way(rec, c); ok {
				chains = append(chains, chain)
			}
		}
	}
	return chains
}

// end is where a report first goes over to something else.
func (m *Matter) end(rec *riwaya.Record) int {
	if turns := m.Words.Turns(rec.Article.Text); len(turns) > 0 {
		return turns[0]
	}
	return len(rec.Article.Text)
}

// named leaves out where a report has its text where it names somebody for what it tells: what it
// tells besides is hardly from elsewhere. A report of which nothing but its own words was found is asked whom it
// names first.
//
// So is a report whose text is for the most part in one that does: what the one leaves out the other has.
func (m *Matter) named(t whose, chains []riwaya.Chain) []riwaya.Chain {
	names := map[string]bool{}
	for i := range chains {
		if chains[i].End.Known {
			names[chains[i].Article] = true
		}
	}
	for _, rec := range m.records {
		if id := rec.Article.ID; !names[id] && slices.ContainsFunc(chains, func(c riwaya.Chain) bool { return c.Article == id }) {
			if chain, ok := m.first(t, rec); ok {
				chains = append(chains, chain)
				names[id] = chain.End.Known
			}
		}
	}
	var too []string
	for i := range m.Copies {
		c := &m.Copies[i]
		if names[c.A] && !names[c.B] && c.ShareB >= 0.5 {
			too = append(too, c.B)
		}
		if names[c.B] && !names[c.A] && c.ShareA >= 0.5 {
			too = append(too, c.A)
		}
	}
	for _, id := range too {
		names[id] = true
	}
	return slices.DeleteFunc(chains, func(c riwaya.Chain) bool { return !c.End.Known && names[c.Article] && c.Claim == nil })
}

// first is the way of what a report first attributes of an incident, or, where there is none, of what it is about.
func (m *Matter) first(t whose, rec *riwaya.Record) (riwaya.Chain, bool) {
	var best *riwaya.Claim
	start := m.end(rec)
	elsewhere := map[string]bool{}
	in := t.in
	if in != nil {
		elsewhere, start = m.others(in, rec.Article.ID), len(rec.Article.Text)
	}
	for i := range rec.Claims {
		c := &rec.Claims[i]
		at := c.Content.Spans.Hull().Start
		if at >= start || !m.tells(rec, c) || c.Source.Text == "" || m.nobodys(c) || c.Source.Kind == "media" || m.recalled(in, rec, c) {
			continue
		}
		if in != nil {
			of := false
			for k := range rec.Events {
				e := &rec.Events[k]
				fits := t.begins[rec.Article.ID] && e.Type == in.Type && !elsewhere[e.ID] || member(in, rec.Article.ID, e.ID)
				of = of || fits && under(rec, e.Claim, c.ID)
			}
			if !of || m.elsewhere(in, rec, c.ID) || m.turned(in, rec, c) {
				continue
			}
		}
		best, start = c, at
	}
	if best == nil {
		return riwaya.Chain{}, false
	}
	return m.way(rec, best)
}
