package matter

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"riwaya"
)

const (
	first   = 45  // words that say what a report is about
	lead    = 90  // words with which it begins: what else happened that day, and what went before, stands further down
	further = 150 // words in which there is what most reports have
	common  = 3   // words in common with what a report is about: who says that tells of the same
)

// begun are the ways of whom each report names where it begins, of those that are in none of some chains: until it goes over to
// something else.
func (m *Matter) begun(but []riwaya.Chain) (chains []riwaya.Chain) {
	for _, rec := range m.records {
		if slices.ContainsFunc(but, func(c riwaya.Chain) bool { return c.Article == rec.Article.ID }) {
			continue
		}
		n, end := len(chains), m.end(rec)
		if decision, ok := m.decided(rec); ok { // what others say of it is an answer to it
			chains = append(chains, decision)
			continue
		}
		for i := range rec.Claims {
			if c := &rec.Claims[i]; m.tells(rec, c) && (within(rec, c, lead) || m.forHisPart(rec, c)) && c.Cue.Spans.Hull().Start < end && !m.recalled(rec, c) {
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

// forHisPart reports whether a claim, further down, is of somebody who speaks after another and whom the first words of the text name
// too: of two who met both are heard.
func (m *Matter) forHisPart(rec *riwaya.Record, c *riwaya.Claim) bool {
	if c.Source.Actor == nil || c.Source.Kind != "person" || len(c.Source.Spans) == 0 || !m.Words.ForHisPart(rec.Article.Text[:c.Source.Spans.Hull().Start]) {
		return false
	}
	return slices.ContainsFunc(rec.Actors, func(a riwaya.Actor) bool {
		return a.ID == *c.Source.Actor && slices.ContainsFunc(a.Mentions, func(s riwaya.Span) bool {
			return s.Start >= len(rec.Article.Title) && early(rec, s.Start, first)
		})
	})
}

// judged is the way of what a report that tells of nothing else begins with: who condemns, demands or promises something is
// whose words it has; else whom its title names too, where he expresses something. Who is only said to have proposed it is not.
func (m *Matter) judged(rec *riwaya.Record) (riwaya.Chain, bool) {
	if slices.ContainsFunc(rec.Claims, func(x riwaya.Claim) bool { return m.tells(rec, &x) && within(rec, &x, lead) }) {
		return riwaya.Chain{}, false
	}
	var other *riwaya.Claim
	for i := range rec.Claims {
		c := &rec.Claims[i]
		if c.Parent != nil || !within(rec, c, lead) || c.Source.Text == "" || m.verse(c) || strings.Contains(c.Rule, ":noun-") {
			continue
		}
		if slices.Contains(judging, c.Cue.Class) {
			return m.way(rec, c)
		}
		if other == nil && c.Cue.Class == expressing && m.entitled(rec, c) {
			other = c
		}
	}
	if other == nil {
		return riwaya.Chain{}, false
	}
	return m.way(rec, other)
}

// entitled reports whether the title of a report has a word of what a claim calls its source.
func (m *Matter) entitled(rec *riwaya.Record, c *riwaya.Claim) (yes bool) {
	title := map[string]bool{}
	m.words(rec.Article.Title, func(word string, _ riwaya.Span) { title[word] = true })
	m.words(c.Source.Text, func(word string, _ riwaya.Span) { yes = yes || title[word] })
	return yes
}

// within reports whether the content of a claim begins within so many words of a report, without its title.
func within(rec *riwaya.Record, c *riwaya.Claim, words int) bool {
	return early(rec, c.Content.Spans.Hull().Start, words)
}

func early(rec *riwaya.Record, at, words int) bool {
	begin := min(len(rec.Article.Title), len(rec.Article.Text))
	return at <= begin || len(strings.Fields(rec.Article.Text[begin:at])) < words
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

// end is where a report first goes over to something else.
func (m *Matter) end(rec *riwaya.Record) int {
	if turns := m.Words.Turns(rec.Article.Text); len(turns) > 0 {
		return turns[0]
	}
	return len(rec.Article.Text)
}

// recalled reports whether a claim is of what went before: it stands in a sentence by which a report looks back ("this comes a
// day after"), or in one of what somebody had said before, or is dated so; but an earlier toll of the same is told of it.
func (m *Matter) recalled(rec *riwaya.Record, c *riwaya.Claim) bool {
	at := c.Content.Spans.Hull().Start
	for _, s := range []riwaya.Spans{c.Cue.Spans, c.Source.Spans} {
		if len(s) > 0 {
			at = min(at, s.Hull().Start)
		}
	}
	back, past := m.Words.LooksBack(rec.Article.Text[:at])
	return back || longAgo(rec, c) || past && (m.inCommon(rec, c) < common || !counts(rec, c))
}

// counts reports whether a claim has a number.
func counts(rec *riwaya.Record, c *riwaya.Claim) bool {
	return slices.ContainsFunc(rec.Figures, func(f riwaya.Figure) bool { return f.Claim != nil && *f.Claim == c.ID })
}

// named leaves out where a report has its text where it names somebody for what it tells: what it
// tells besides is hardly from elsewhere. A report of which nothing but its own words was found is asked whom it
// names first.
//
// So is a report whose text is for the most part in one that does: what the one leaves out the other has.
func (m *Matter) named(chains []riwaya.Chain) []riwaya.Chain {
	names := naming(chains)
	for _, rec := range m.records {
		if id := rec.Article.ID; !names[id] {
			if chain, ok := m.next(rec); ok {
				chains = append(chains, chain)
				names[id] = chain.End.Known
			}
		}
	}
	return m.silent(chains)
}

// naming are the reports of which chains end at somebody.
func naming(chains []riwaya.Chain) map[string]bool {
	names := map[string]bool{}
	for i := range chains {
		if chains[i].End.Known {
			names[chains[i].Article] = true
		}
	}
	return names
}

// silent leaves out, of chains that are then no more used as they were, where a report has its text where it, or a report in which most of it stands, names somebody for what it tells;
// or where it has the name of one who tells it in another report: then it has it from him, though his words could not be read.
func (m *Matter) silent(chains []riwaya.Chain) []riwaya.Chain {
	names := naming(chains)
	has := maps.Clone(names) // or say from which outlet or agency they have it
	for i := range chains {
		if c := &chains[i]; c.Claim != nil && c.End.Source == "media" {
			has[c.Article] = true
		}
	}
	var too []string
	for i := range m.Copies {
		c := &m.Copies[i]
		if has[c.A] && !names[c.B] && c.ShareB >= 0.5 {
			too = append(too, c.B)
		}
		if has[c.B] && !names[c.A] && c.ShareA >= 0.5 {
			too = append(too, c.A)
		}
	}
	for _, id := range too {
		names[id] = true
	}
	for _, rec := range m.records {
		names[rec.Article.ID] = names[rec.Article.ID] || m.mentions(rec, chains)
	}
	return slices.DeleteFunc(chains, func(c riwaya.Chain) bool { return !c.End.Known && names[c.Article] && c.Claim == nil })
}

// next is the way of what a report first attributes, however far down, before it goes over to something else.
func (m *Matter) next(rec *riwaya.Record) (riwaya.Chain, bool) {
	var best *riwaya.Claim
	end := m.end(rec)
	for i := range rec.Claims {
		if c := &rec.Claims[i]; c.Content.Spans.Hull().Start < end && m.tells(rec, c) && c.Source.Text != "" && c.Source.Kind != "media" && !m.recalled(rec, c) {
			best, end = c, c.Content.Spans.Hull().Start
		}
	}
	if best == nil {
		return riwaya.Chain{}, false
	}
	return m.way(rec, best)
}
