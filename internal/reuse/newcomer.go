package reuse

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/reuse/byline"
	"riwaya/internal/reuse/passage"
)

// newcomer is a report as it comes, before it is in a segment.
type newcomer struct {
	report
	day string
	passage.Text
	prints []passage.Print
}

func (x *Index) newcomer(rec *riwaya.Record) *newcomer {
	a := &rec.Article
	n := &newcomer{day: Day(a), Text: passage.Of(a)}
	x.scratch.shingles = passage.Shingles(n.Words, x.scratch.shingles)
	n.prints = passage.Winnow(x.scratch.shingles, nil)
	firsts := make(map[uint64]int32, len(n.prints))
	for i := range n.prints {
		if f, ok := firsts[n.prints[i].Hash]; ok {
			n.prints[i].First = f
		} else {
			firsts[n.prints[i].Hash] = int32(i)
		}
	}
	n.report = report{ID: a.ID, Key: key(a), Same: riwaya.TextID(a.Text), NoURL: a.URL == nil, Precision: a.PublishedPrecision}
	if a.Outlet != nil {
		n.Outlet = *a.Outlet
	}
	if a.Published != nil {
		n.Published = *a.Published
	}
	n.Self = x.names.Outlet(n.Outlet)
	bylines := make([]byline.Byline, len(a.Authors))
	for i, line := range a.Authors {
		bylines[i] = x.names.Line(line, n.Self, rec.Places)
		n.Signed = n.Signed || bylines[i].Signed
	}
	n.Signed = n.Signed || x.names.Heads(rec, n.Self)
	spoken := x.names.Speaks(a.Text, n.Words)
	n.Credits = credited(x.names, a, n.Self, bylines, spoken, n.Text)
	n.Named = named(x.names, rec, n.Self, bylines, spoken)
	n.Cited = cited(x.names, rec, n.Self)
	n.Document = x.names.Document(a.Text, n.Words)
	for i := range rec.Claims {
		if c := &rec.Claims[i].Content; c.Mode == riwaya.ModeDirect && len(c.Spans) > 0 {
			if from, to := passage.Within(n.Words, c.Spans.Hull()); to > from {
				n.Quoted = append(n.Quoted, [2]int{from, to})
			}
		}
	}
	n.Quoted = append(n.Quoted, n.Quotes...)
	slices.SortFunc(n.Quoted, func(a, b [2]int) int { return a[0] - b[0] })
	return n
}

// key is what the versions of a report have in common: its address, however it is written, or its
// text where it has none.
func key(a *riwaya.Article) string {
	if a.URL == nil {
		return riwaya.TextID(a.Text)
	}
	_, rest, ok := strings.Cut(*a.URL, "://")
	if !ok {
		return *a.URL
	}
	rest, _, _ = strings.Cut(rest, "#")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}

// opening is how many words of a report may stand before a dateline that is for all of it: a
// headline repeated, the name of the place.
const opening = 30

// credited are whom a report credits beside itself, and for which words.
//
// A byline, a dateline at the start and a line of its own at either end are for the whole; a
// dateline further on is for what follows up to the next, as in a round-up; a mark at the end of a
// paragraph inside the text, and a credit in running text, are for that paragraph only. A sentence that says nothing
// but that this is according to an agency is for the whole too.
func credited(n *Names, a *riwaya.Article, self []string, bylines []byline.Byline, spoken []byline.Spoken, t passage.Text) []credit {
	var out []credit
	add := func(c credit) {
		if c.Actor != "" && slices.Contains(self, c.Actor) {
			return // one's own name at the head of one's own page
		}
		c.Agency = n.Agency(c.Actor)
		c.Home = n.Home(c.Actor, self)
		if !slices.ContainsFunc(out, func(o credit) bool { return o.Actor == c.Actor && o.Words == c.Words }) {
			out = append(out, c)
		}
	}
	whole := [2]int{0, len(t.Words)}
	datelines := make([]int, 0, 2)
	for i := range a.Credits {
		if c := &a.Credits[i]; c.Form == riwaya.CreditDateline {
			at, _ := passage.Within(t.Words, c.Span)
			datelines = append(datelines, at)
		}
	}
	slices.Sort(datelines)
	for i := range a.Credits {
		c := &a.Credits[i]
		at, _ := passage.Within(t.Words, c.Span)
		covers := whole
		switch {
		case c.Form == riwaya.CreditDateline:
			if at > opening {
				covers[0] = at
			}
			for _, d := range datelines {
				if d > at && d > opening {
					covers[1] = d
					break
				}
			}
		case c.Form == riwaya.CreditInline, c.Form == riwaya.CreditSourceLine && at > opening && at < len(t.Words):
			covers = paragraph(at, len(t.Words), t.Paragraphs)
		}
		k := credit{Name: c.Text, Span: [2]int{c.Span.Start, c.Span.End}, Words: covers, Form: c.Form}
		if c.Name != nil {
			k.Name = *c.Name
		}
		if c.Actor != nil && n.Known(*c.Actor) { // not "agencies", whose name says nothing
			k.Actor = *c.Actor
		}
		add(k)
	}
	for _, b := range bylines {
		for i := range b.Actors {
			add(credit{Actor: b.Actors[i], Name: b.Names[i], Words: whole, Mixed: b.Mixed || len(bylines) > 1, Form: riwaya.CreditByline})
		}
	}
	for _, s := range spoken {
		if s.Alone {
			add(credit{Actor: s.Actor, Name: n.Name(s.Actor), Span: [2]int{s.Span.Start, s.Span.End}, Words: whole, Form: riwaya.CreditInline})
		}
	}
	return out
}

// paragraph are the words of the paragraph that a word belongs to. What stands right behind a
// paragraph's last word belongs to it.
func paragraph(at, words int, paragraphs []int) [2]int {
	p := [2]int{0, words}
	for _, start := range paragraphs {
		if start >= at && start > 0 {
			p[1] = start
			break
		}
		p[0] = start
	}
	return p
}

// cited are the papers and stations that a text speaks of by their whole names: a part of one says other things too.
func cited(n *Names, rec *riwaya.Record, self []string) []string {
	var out []string
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if n.Known(a.ID) && !n.Agency(a.ID) && !slices.Contains(self, a.ID) && slices.ContainsFunc(a.Mentions, func(s riwaya.Span) bool { return n.Called(s.Of(rec.Article.Text)) == a.ID }) {
			out = append(out, a.ID)
		}
	}
	return out
}

// named are the agencies and outlets that a text speaks of in whatever way.
func named(n *Names, rec *riwaya.Record, self []string, bylines []byline.Byline, spoken []byline.Spoken) []string {
	var out []string
	add := func(id string) {
		if n.Known(id) && !slices.Contains(self, id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for i := range rec.Actors {
		add(rec.Actors[i].ID)
	}
	for i := range rec.Claims {
		if a := rec.Claims[i].Source.Actor; a != nil {
			add(*a)
		} else {
			for _, id := range n.Meant(rec.Claims[i].Source.Text) {
				add(id)
			}
		}
		for _, h := range rec.Claims[i].Chain {
			if h.Actor != nil {
				add(*h.Actor)
			}
		}
	}
	for _, b := range bylines {
		for _, id := range b.Hinted {
			add(id)
		}
	}
	for _, s := range spoken {
		add(s.Actor)
	}
	slices.Sort(out)
	return out
}
