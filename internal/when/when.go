// Package when finds times: every expression that places something in calendar or clock
// time, with its value as TIMEX3 has it (ISO-TimeML, ISO 24617-1).
//
// Package timex reads the expressions; this one counts from the day of publication.
// Without that day relative times keep their place in the calendar open: XXXX-WXX-2. It
// never asks a clock.
//
// It promises that equal articles give equal times, and that a value which is not sure is
// not printed.
package when

import (
	"sync"
	"time"

	"riwaya"
	"riwaya/internal/calendar"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/timex"
	"riwaya/internal/timex/frame"
	"riwaya/lexicon"
)

// Finder finds times in texts of one language. It is safe for several goroutines.
type Finder struct {
	prefix, version string
	reader          *timex.Reader

	place, event, upcoming, that lang.Set

	searches sync.Pool
}

// New prepares a lexicon. class gives the set of the named word classes. The error names
// the line of the lexicon that cannot be read.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	r, err := timex.New(lx, class)
	if err != nil {
		return nil, err
	}
	f := &Finder{prefix: lx.Language + "/times:", version: "@" + lx.Version[:4], reader: r,
		place: class("country", "capital", "settlement"), event: class("event"),
		upcoming: class("time-upcoming"), that: class("that")}
	f.searches.New = func() any { return new(search) }
	return f, nil
}

// Begins are the classes of words that an expression hangs on: see [lang.StartsTime].
func (f *Finder) Begins() lang.Set { return f.reader.Begins() }

// Layer is the name of the layer in the record's JSON.
func (f *Finder) Layer() string { return "times" }

// Rules are the finder's rules with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule { return f.reader.Rules() }

// Find adds the times of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s := f.searches.Get().(*search)
	s.begin(f, t, rec)
	year := 0
	if s.known {
		year = s.ref.Year()
	}
	s.read = f.reader.Read(s.read[:0], t, year, s.inBody)
	s.hits = s.hits[:0]
	for i := range s.read {
		s.hits = append(s.hits, hit{Hit: s.read[i]})
	}
	s.settle()
	s.write(rec)
	s.f, s.t, s.body = nil, nil, nil
	f.searches.Put(s)
}

// search is one text being searched. It is used again for the next one.
type search struct {
	f     *Finder
	t     *lang.Text
	body  []riwaya.Span
	ref   calendar.Day // of publication, or what the text says that it is
	known bool

	read      []timex.Hit
	hits      []hit
	lastDay   calendar.Day // the last that a time of the text says
	lastKnown bool
	lastAt    int  // the token where it stood
	said      bool // the time in hand says it
}

// hit is an expression of time, and the day that it says.
type hit struct {
	timex.Hit
	day   calendar.Day
	dated bool
}

// begin readies the search for a text.
func (s *search) begin(f *Finder, t *lang.Text, rec *riwaya.Record) {
	s.f, s.t, s.body = f, t, rec.Article.Body
	s.known, s.lastKnown = false, false
	const day = "2006-01-02"
	if p := rec.Article.Published; p != nil && rec.Article.PublishedPrecision != riwaya.PrecisionUnknown && len(*p) >= len(day) {
		if at, err := time.Parse(day, (*p)[:len(day)]); err == nil {
			s.ref, s.known = calendar.At(at.Year(), int(at.Month()), at.Day()), true
		}
	}
}

// inBody reports whether a sentence is part of the article, not of its furniture.
func (s *search) inBody(sentence lang.Sentence) bool {
	at := s.t.Tokens[sentence.From].Start
	for _, b := range s.body {
		if b.Start <= at && at < b.End {
			return true
		}
	}
	return len(s.body) == 0
}

// settle finds the day that the article counts from. Where a weekday stands beside a
// relative day and contradicts the publication, the weekday is right, and all other
// relative times of the article are counted from the day so implied. A full date beside a
// relative day says the same where no publication is known.
func (s *search) settle() {
	for i := range s.hits {
		f := &s.hits[i].Says
		if f[frame.Offset] == 0 {
			continue
		}
		off := calendar.Day(f[frame.Offset] - frame.Shift)
		switch {
		case f[frame.Year] != 0 && f[frame.Month] != 0 && f[frame.Day] != 0 && f[frame.Hijri] == 0 && !s.known:
			s.ref, s.known = calendar.At(int(f[frame.Year]), int(f[frame.Month]), int(f[frame.Day]))-off, true
		case f[frame.Weekday] != 0 && s.known:
			s.ref = (s.ref + off).Nearest(int(f[frame.Weekday])) - off
		default:
			continue
		}
		return
	}
}

// write resolves the hits in their order and puts them into the record.
func (s *search) write(rec *riwaya.Record) {
	for i := range s.hits {
		if h := &s.hits[i]; h.Means != frame.Morrow {
			s.put(h, rec)
		}
	}
	for i := range s.hits {
		if h := &s.hits[i]; h.Means == frame.Morrow {
			s.put(h, rec)
		}
	}
	inOrder(rec.Times)
}

// put adds a time to the record.
func (s *search) put(h *hit, rec *riwaya.Record) {
	s.said = false
	value, kind, ok := s.valueOf(&h.Hit)
	if !ok {
		return
	}
	if s.said {
		h.day, h.dated, s.lastAt = s.lastDay, true, h.From
	}
	k := s.t.Tokens
	span := riwaya.Spans{{Start: h.Start, End: k[h.To-1].End}}
	if g := h.Gap; g[1] > 0 {
		span = riwaya.Spans{{Start: h.Start, End: k[g[0]-1].End}, {Start: k[g[1]].Start, End: k[h.To-1].End}}
	}
	rec.Times = append(rec.Times, riwaya.Time{
		ID: riwaya.FindingID(rec.Article.ID, 't', span.Hull(), 0), Span: span, Text: span.Of(s.t.Source),
		Value: value, Type: kind, Rule: s.f.prefix + h.Rule + s.f.version,
	})
}

// inOrder sorts times by where they begin; they are nearly so.
func inOrder(t []riwaya.Time) {
	for i := 1; i < len(t); i++ {
		for j := i; j > 0 && t[j].Span[0].Start < t[j-1].Span[0].Start; j-- {
			t[j], t[j-1] = t[j-1], t[j]
		}
	}
}
