package count

import (
	"slices"

	"riwaya"
	"riwaya/internal/count/since"
	"riwaya/internal/lang"
	"riwaya/internal/link"
)

// around finds what earlier finders saw about a figure, without going over the whole
// article for each.
type around struct {
	places   link.Index // by their hulls
	times    link.Index // by their hulls
	timed    link.Index // the ranges of times
	mentions link.Index // of actors
	named    bool       // mentions are this text's
	numbers  link.Index // of figures
	inner    link.Inner
	claims   []int // around each figure, -1
	line     line
}

// line is what stands in one sentence.
type line struct {
	sentence int           // its first token, -1
	places   []link.Entry  // by their start
	times    []int         // in the order of the record
	since    []since.Point // words that say since when, in their order
}

// read takes in the places and times of a record.
func (a *around) read(rec *riwaya.Record) {
	a.named = false
	a.places.Reset()
	a.times.Reset()
	a.timed.Reset()
	for i := range rec.Places {
		a.places.Add(rec.Places[i].Span.Hull(), i)
	}
	for i := range rec.Times {
		a.times.Add(rec.Times[i].Span.Hull(), i)
		for _, s := range rec.Times[i].Span {
			a.timed.Add(s, i)
		}
	}
	a.places.Sort()
	a.times.Sort()
	a.timed.Sort()
}

// name takes in the actors, once for each text and only where they are asked for.
func (a *around) name(rec *riwaya.Record) {
	if a.named {
		return
	}
	a.named = true
	a.mentions.Reset()
	for i := range rec.Actors {
		for _, m := range rec.Actors[i].Mentions {
			a.mentions.Add(m, i)
		}
	}
	a.mentions.Sort()
}

// Called reports whether token i is a word of the name of an actor or a place, and so no verb
// whatever it looks like.
func (r *reading) Called(i int) bool {
	at := riwaya.Span{Start: r.k[i].Start, End: r.k[i].End}
	if r.around.places.Contains(at) {
		return true
	}
	r.around.name(r.rec)
	return r.around.mentions.Contains(at)
}

// join takes in the actors, and finds the claim around each figure.
func (a *around) join(r *reading) {
	a.name(r.rec)
	a.numbers.Reset()
	for i := range r.found {
		a.numbers.Add(r.found[i].Number.Span, i)
	}
	a.numbers.Sort()
	a.claims = slices.Grow(a.claims[:0], len(r.found))[:len(r.found)]
	content := func(i int) riwaya.Spans { return r.rec.Claims[i].Content.Spans }
	a.inner.Around(content, len(r.rec.Claims), &a.numbers, a.claims)
	a.line.sentence = -1
}

// lineOf is the chunk's sentence.
func (r *reading) lineOf(c *chunk) *line {
	l := &r.around.line
	if l.sentence == c.sentence {
		return l
	}
	r.Begin, r.End = c.sentence, r.lineEnd(c)
	l.sentence, l.places, l.times, l.since = c.sentence, l.places[:0], l.times[:0], l.since[:0]
	from, to := r.k[r.Begin].Start, r.k[r.End-1].End
	for _, e := range r.around.places.Starting(from, to+1) {
		if e.End <= to {
			l.places = append(l.places, e)
		}
	}
	for _, e := range r.around.times.Starting(from, to+1) {
		if e.End <= to {
			l.times = append(l.times, e.Of)
		}
	}
	slices.Sort(l.times)
	l.since = r.sinces().Find(l.since, r.t, r.rec, l.times)
	return l
}

// sinces reads since when things of the sentence are counted.
func (r *reading) sinces() since.Line {
	return since.Line{Sentence: r, Words: r.f.g.since, Tokens: r.k, From: r.Begin, To: r.End}
}

// Since implements since.Sentence.
func (r *reading) Since(i int) bool { return r.Is(i, keySince) }

// Divides reports whether token i ends what a time may be said of.
func (r *reading) Divides(i int) bool {
	k := &r.k[i]
	return k.Kind == lang.BreakKind || k.Is(lang.Stop) || k.Is(lang.Semicolon) || k.Is(lang.Colon) || k.Word != nil && k.In(r.f.g.that) && k.Feats&lang.Function != 0
}

// Counts reports whether a figure begins at token i.
func (r *reading) Counts(i int) bool {
	return len(r.around.numbers.Starting(r.k[i].Start, r.k[i].End)) > 0
}
