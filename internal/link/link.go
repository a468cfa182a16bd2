// Package link joins the claims of one article: which stands in the content of which,
// by what identifier each is known, and the chain that each came by.
//
// It also finds spans by where they stand, for finders that join theirs to others'.
//
// It promises the same links for the same claims, in time that grows with their number
// and depth alone, and a chain without a hop that the text does not show.
package link

import (
	"slices"

	"riwaya"
)

// Claims gives every claim its identifier, its parent and its chain. They must stand in
// the order of their sentences. told gives the paper or agency that claim i was said to,
// if it names one.
func Claims(a *riwaya.Article, cs []riwaya.Claim, told func(i int) (riwaya.Hop, bool)) {
	content, cues := make([]riwaya.Span, len(cs)), make([]riwaya.Span, len(cs))
	for i := range cs {
		content[i], cues[i] = cs[i].Content.Spans.Hull(), cs[i].Cue.Spans.Hull()
		cs[i].ID = riwaya.FindingID(a.ID, 'c', cues[i], 0) // one word attributes once
	}
	parents := make([]int, len(cs))
	n := NewNesting(content)
	for i := range cs {
		parents[i] = -1
		n.Around(i, cues[i], func(j int) bool {
			if cs[j].Content.Spans.Contains(cues[i]) && (parents[i] < 0 || content[j].Len() < content[parents[i]].Len()) {
				parents[i] = j
			}
			return true
		})
	}
	for i := 1; i < len(cs); i++ { // who says it on another's word is nearer the reader
		if p := i - 1; cs[i].Cue.Class == "cite" && len(cs[i].Content.Spans) > 0 && slices.Equal(cs[i].Content.Spans, cs[p].Content.Spans) && cues[p].Start < cues[i].Start && content[i].Len() > 0 {
			parents[i] = p
		}
	}
	for i := range cs {
		open(parents, content, i)
	}
	for i := range cs {
		if p := parents[i]; p >= 0 {
			cs[i].Parent = &cs[p].ID
		}
		cs[i].Chain = chain(a, cs, parents, i, told)
	}
}

// open opens the circle that claim i stands in, if it stands in one: where two claims lie in
// each other's content, "they held that …, according to her", the one that begins first is
// around the other.
func open(parents []int, content []riwaya.Span, i int) {
	first, k := i, parents[i]
	for n := 0; k >= 0 && k != i && n < len(parents); n++ {
		if content[k].Start < content[first].Start {
			first = k
		}
		k = parents[k]
	}
	if k == i {
		parents[first] = -1
	}
}

// chain lays the hops of a claim, nearest the reader first: what the article is
// credited to, the claims around it, whom it was said to, its own source.
func chain(a *riwaya.Article, cs []riwaya.Claim, parents []int, i int, told func(int) (riwaya.Hop, bool)) []riwaya.Hop {
	hops := make([]riwaya.Hop, 0, len(a.Credits)+2)
	for _, k := range a.Credits {
		name := k.Text
		if k.Name != nil {
			name = *k.Name
		}
		if n := len(hops); n > 0 && hops[n-1].Name == name {
			continue // the same agency at the top and at the foot is one hop
		}
		hops = append(hops, riwaya.Hop{Actor: k.Actor, Name: name, Relation: riwaya.HopCredits, Span: riwaya.Spans{k.Span}})
	}
	line := []int{i}
	for k := parents[i]; k >= 0 && len(line) < Deepest; k = parents[k] {
		line = append(line, k)
	}
	for _, k := range slices.Backward(line) {
		c := &cs[k]
		if h, ok := told(k); ok {
			hops = append(hops, h)
		}
		hops = append(hops, own(c))
	}
	return hops
}

// Deepest is how many claims may stand inside one another. Nobody writes more; a text of
// nothing but "said that" would otherwise be printed as often as it has words.
const Deepest = 12

// own is the hop to a claim's own source.
func own(c *riwaya.Claim) riwaya.Hop {
	h := riwaya.Hop{Actor: c.Source.Actor, Name: c.Source.Text, Relation: riwaya.HopSaid, Span: c.Source.Spans}
	if c.Cue.Class == "cite" {
		h.Relation = riwaya.HopCites
	}
	switch {
	case c.Source.Name != nil:
		h.Name = *c.Source.Name
	case c.Source.NameAr != nil:
		h.Name = *c.Source.NameAr
	}
	if len(h.Span) == 0 {
		h.Span = c.Cue.Spans
	}
	return h
}
