package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"riwaya"
)

// Words calls see for each word of a text as words are compared, with where it stands: byte
// offsets into the text.
type Words func(text string, see func(word string, at riwaya.Span))

// What of a report is looked at: reports say first what they are about.
const (
	firstWords  = 160 // of the text, the title not counted
	titleTimes  = 2.5 // how much more a word of the title counts
	marksOf     = 48  // how many of a report's marks are compared
	shownMarks  = 12  // how many of them are told
	firstBytes  = 500 // of the text: what stands there that happened is what the report is about
	shortest    = 2   // bytes of a word that can be a mark; in most scripts that is one letter
	leastKilled = 3   // tolls below are too common to tell one happening from another
)

// How much marks of a kind count beside a word that is as rare.
var kindWeight = map[string]float64{
	riwaya.MarkTerm: 1, riwaya.MarkPlace: 1.2, riwaya.MarkActor: 0.6, riwaya.MarkEvent: 2, riwaya.MarkFigure: 1.2, someone: 1,
}

// someone is the kind of what stands for a private person in one report. It is told to nobody.
const someone = "x"

// happenings are the types of events that happen once at a place and a time and are reported as that.
var happenings = map[string]bool{"ASSAULT": true, "DISASTER": true, "PROTEST": true, "COERCE": true}

// feature is a mark of a report before it is weighed.
type feature struct {
	riwaya.Mark
	key  uint64
	load float64 // how much of it there is in the report, times the weight of its kind
}

// sketch is what is compared of a report.
type sketch struct {
	article, outlet string
	day             int // days since 1970; noDay where unknown
	seen            bool
	features        []feature
	countries       []string // of the places that its title names
	main            []uint64 // the marks of what it says first that happened somewhere
}

// reader makes sketches. It is for one goroutine.
type reader struct {
	words Words
	index map[riwaya.Mark]int // of the sketch being made
	out   []feature
	skip  map[string]bool
}

// key is a mark's number. Two marks have the same number about once in 10^9 stories.
func key(m riwaya.Mark) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := (uint64(offset) ^ uint64(m.Kind[0])) * prime
	for i := range len(m.Value) {
		h = (h ^ uint64(m.Value[i])) * prime
	}
	return h
}

func (r *reader) add(kind, value string, load float64) {
	if value == "" {
		return
	}
	m := riwaya.Mark{Kind: kind, Value: value}
	i, ok := r.index[m]
	if !ok {
		i = len(r.out)
		r.index[m] = i
		r.out = append(r.out, feature{Mark: m, key: key(m)})
	}
	r.out[i].load += load
}

// sketch reads what is compared of a record.
func (r *reader) sketch(rec *riwaya.Record) *sketch {
	a := &rec.Article
	s := &sketch{article: a.ID}
	if a.Outlet != nil {
		s.outlet = *a.Outlet
	}
	s.day, s.seen = DayOf(a)
	r.out = r.out[:0]
	clear(r.index)
	r.terms(rec)
	places := r.places(rec, s)
	for i := range rec.Actors {
		switch c := &rec.Actors[i]; {
		case c.Withheld() && len(c.Mentions) > 0 && c.Mentions[0].Start < len(a.Title)+firstBytes:
			// Whom it is about sets it apart, and joins it with nothing: it is like nobody's.
			r.add(someone, a.ID+" "+c.ID, 1)
		case !c.Private && c.Name != nil && c.Kind != "media":
			r.add(riwaya.MarkActor, c.ID, 1)
		}
	}
	r.events(rec, places, s)
	for i := range r.out {
		f := &r.out[i]
		f.load = (1 + math.Log(max(f.load, 1))) * kindWeight[f.Kind]
	}
	s.features = slices.Clone(r.out)
	slices.SortFunc(s.features, func(a, b feature) int { return cmp.Compare(a.key, b.key) })
	return s
}

// terms are the words of the title and of the beginning, without those of places, which count by
// themselves, and of private persons' names.
func (r *reader) terms(rec *riwaya.Record) {
	a := &rec.Article
	elsewhere := r.hidden(rec)
	for i := range rec.Places {
		if p := &rec.Places[i]; PlaceKey(p) != "" { // it counts as a place, once
			elsewhere = append(elsewhere, p.Span...)
		}
	}
	slices.SortFunc(elsewhere, func(a, b riwaya.Span) int { return cmp.Compare(a.Start, b.Start) })
	see := func(text string, from int, load float64, most int) int {
		n, left := 0, elsewhere
		r.words(text, func(word string, at riwaya.Span) {
			if n++; n > most || len(word) < shortest || r.skip[word] || number(word) {
				return
			}
			at = riwaya.Span{Start: from + at.Start, End: from + at.End}
			for len(left) > 0 && left[0].End <= at.Start {
				left = left[1:]
			}
			if len(left) == 0 || !left[0].Overlaps(at) {
				r.add(riwaya.MarkTerm, word, load)
			}
		})
		return n
	}
	begins := strings.HasPrefix(a.Text, a.Title)
	if begins {
		see(a.Title, 0, titleTimes, firstWords)
	} else {
		see(a.Title, -1<<40, titleTimes, firstWords) // it stands nowhere in the text
	}
	left := firstWords
	for s := range a.BelowTitle() {
		if left <= 0 {
			break
		}
		const wordBytes = 24 // more than most words have: what is cut off here is not reached
		if s.Len() > left*wordBytes {
			s.End = s.Start + left*wordBytes
		}
		left -= see(s.Of(a.Text), s.Start, 1, left)
	}
}

// hidden are the places where the text speaks of private persons; the words of their names are
// then in r.skip, wherever else they stand.
func (r *reader) hidden(rec *riwaya.Record) (out []riwaya.Span) {
	clear(r.skip)
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if !a.Withheld() {
			continue
		}
		out = append(out, a.Mentions...)
		for _, m := range a.Mentions {
			r.words(m.Of(rec.Article.Text), func(word string, _ riwaya.Span) { r.skip[word] = true })
		}
	}
	for i := range rec.Claims {
		if s := &rec.Claims[i].Source; s.Private {
			out = append(out, s.Spans...)
		}
	}
	return out
}

// number reports whether a word is digits only: figures stand for themselves.
func number(word string) bool {
	return strings.Trim(word, "0123456789") == ""
}

// places gives each place of a record its key.
func (r *reader) places(rec *riwaya.Record, s *sketch) map[string]string {
	keys := make(map[string]string, len(rec.Places))
	for i := range rec.Places {
		p := &rec.Places[i]
		k := PlaceKey(p)
		if k == "" {
			continue
		}
		keys[p.ID] = k
		load := 1.0
		if len(p.Span) > 0 && p.Span[0].Start < len(rec.Article.Title) {
			load = titleTimes
			if p.Country != nil && !slices.Contains(s.countries, *p.Country) {
				s.countries = append(s.countries, *p.Country)
			}
		}
		r.add(riwaya.MarkPlace, k, load)
	}
	return keys
}

// PlaceKey is what mentions of one place have in common, in any spelling and any article: its
// name and country. "" where the place is not known.
func PlaceKey(p *riwaya.Place) string {
	if p.Name == nil {
		return ""
	}
	country := ""
	if p.Country != nil {
		country = *p.Country
	}
	return *p.Name + ", " + country
}

// events are what happened where, and tolls.
func (r *reader) events(rec *riwaya.Record, places map[string]string, s *sketch) {
	narrow := map[string]bool{} // places that are narrow enough for what happened there to be one thing
	for i := range rec.Places {
		p := &rec.Places[i]
		narrow[p.ID] = p.Precision == "populated place" || p.Precision == "facility" || p.Precision == "near"
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		if e.Place == nil || e.Status != "happened" && e.Status != "ongoing" || !narrow[*e.Place] {
			continue
		}
		if k := places[*e.Place]; k != "" {
			r.add(riwaya.MarkEvent, e.Type+" @ "+k, 1)
			if happenings[e.Type] && len(e.Span) > 0 && e.Span[0].Start < len(rec.Article.Title)+firstBytes {
				s.main = append(s.main, key(riwaya.Mark{Kind: riwaya.MarkEvent, Value: e.Type + " @ " + k}))
			}
		}
	}
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if f.Low != nil && *f.Low >= leastKilled && f.Unit == nil && tolls[f.Predicate] {
			r.add(riwaya.MarkFigure, f.Predicate+" "+decimal(*f.Low), 1)
		}
	}
}
