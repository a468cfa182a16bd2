// Package head compares what two reports of one story begin with: the numbers, the towns and the words of their titles
// and first lines. That two reports begin alike says that what they begin with is one happening, where
// place and day allow it and say too little.
package head

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/locality"
)

// Bytes is how far the first lines of a text go, the title not counted.
const Bytes = 600

// Telltale is from where on numbers are seldom equal by chance.
const Telltale = 4

// Head is what a report begins with, beside its events.
type Head struct {
	Numbers []float64       // of anything, those that are seldom equal by chance
	Towns   []string        // their keys
	day     int             // of the report
	title   map[string]bool // its words without those of places, as words are compared
	counts  []float64       // what the title counts
	terms   map[string]bool // of the title and the first lines
	words   map[string]bool // the same as they are written
}

// Of reads it. Where words is nil, words are compared as they are written.
func Of(rec *riwaya.Record, words story.Words) *Head {
	a := &rec.Article
	h := &Head{words: map[string]bool{}, terms: map[string]bool{}, title: map[string]bool{}}
	h.day, _ = story.DayOf(a)
	end := len(a.Title) + Bytes
	begin := a.Text[:min(end, len(a.Text))]
	for _, w := range strings.Fields(begin) {
		h.words[w] = true
	}
	if words != nil {
		names := Aside(rec, end)
		words(begin, func(w string, at riwaya.Span) {
			if slices.ContainsFunc(names, at.Overlaps) {
				return
			}
			if h.terms[w] = true; at.End <= len(a.Title) {
				h.title[w] = true
			}
		})
	}
	for i := range rec.Figures {
		if f := &rec.Figures[i]; f.Low != nil && *f.Low >= Telltale && len(f.Span) > 0 && f.Span[0].Start < end {
			h.Numbers = append(h.Numbers, *f.Low)
		}
		if f := &rec.Figures[i]; f.Low != nil && len(f.Span) > 0 && f.Span[0].Start < len(a.Title) {
			h.counts = append(h.counts, *f.Low)
		}
	}
	for i := range rec.Places {
		if p := &rec.Places[i]; locality.Level(p) == locality.Town && len(p.Span) > 0 && p.Span[0].Start < end {
			if k := story.PlaceKey(p); k != "" && !slices.Contains(h.Towns, k) {
				h.Towns = append(h.Towns, k)
			}
		}
	}
	return h
}

// Aside are the words before end that are not compared: names of private persons, which join nothing, and of places, which
// are compared as what they are.
func Aside(rec *riwaya.Record, end int) (out []riwaya.Span) {
	add := func(all riwaya.Spans) {
		for _, s := range all {
			if s.Start < end {
				out = append(out, s)
			}
		}
	}
	for i := range rec.Actors {
		if a := &rec.Actors[i]; a.Private {
			add(a.Mentions)
		}
	}
	for i := range rec.Places {
		add(rec.Places[i].Span)
	}
	return out
}

// How much two beginnings must have in common to be alike: so many words, and such a share of those of
// the shorter.
const (
	leastWords, shareWords = 10, 0.5 // of title and first lines
	leastTitle, shareTitle = 3, 0.5  // of titles,
	leastLead, shareLead   = 6, 0.25 // where the first lines have so much in common too,
	fewTitle, lessTitle    = 2, 0.4  // or less of titles
	mostLead, moreLead     = 8, 0.4  // and more of the first lines
	near                   = 2       // and the reports are of days so near
)

// Alike reports whether two reports begin in much the same words.
func (h *Head) Alike(o *Head) bool {
	return common(h.words, o.words, leastWords, shareWords) || common(h.terms, o.terms, leastWords, shareWords)
}

// Titled reports whether two reports of days side by side have much the same title and first lines that have much in common.
func (h *Head) Titled(o *Head) bool {
	if h.day-o.day > near || o.day-h.day > near || len(h.counts) > 0 && len(o.counts) > 0 && !slices.ContainsFunc(h.counts, func(x float64) bool { return slices.Contains(o.counts, x) }) {
		return false
	}
	return common(h.terms, o.terms, leastLead, shareLead) && inflected(h.title, o.title, leastTitle, shareTitle) ||
		common(h.terms, o.terms, mostLead, moreLead) && inflected(h.title, o.title, fewTitle, lessTitle)
}

// inflected is common where a word may have a prefix more than the other: "to flee", "they fled".
func inflected(a, b map[string]bool, least int, share float64) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	both := 0
	for v := range a {
		if b[v] {
			both++
			continue
		}
		for w := range b {
			if more := len(w) - len(v); min(len(v), len(w)) >= leastBytes && (more > 0 && more <= prefixBytes && strings.HasSuffix(w, v) || more < 0 && -more <= prefixBytes && strings.HasSuffix(v, w)) {
				both++
				break
			}
		}
	}
	return both >= least && float64(both) >= share*float64(len(a))
}

// A prefix, and the least that stands behind it, in bytes: a letter of most scripts has two.
const prefixBytes, leastBytes = 4, 6

// common reports whether two sets share so many words, and so large a part of the smaller one.
func common(a, b map[string]bool, least int, share float64) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least {
		return false
	}
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return both >= least && float64(both) >= share*float64(len(a))
}
