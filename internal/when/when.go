// Package when finds times: every expression that places something in calendar or clock
// time, with its value as TIMEX3 has it (ISO-TimeML, ISO 24617-1).
//
// The words stand in the lexicon with what they are (a month, a weekday, a unit), the
// sequences of such words that make a time in times.rules; the code reads sequences, adds
// up what their words say, and counts from the day of publication. Without that day
// relative times keep their place in the calendar open: XXXX-WXX-2. It never asks a clock.
//
// It promises that times do not overlap but where one stands in a bracket inside another,
// that each lies within one line, and that equal articles give equal times.
package when

import (
	"fmt"
	"strings"
	"sync"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/number"
	"riwaya/lexicon"
)

// Finder finds times in texts of one language. It is safe for several goroutines.
type Finder struct {
	prefix, version string
	article         string // as it is written in front of a word
	grammar         *grammar
	units           map[string]unit   // by the lexicon's keys
	articles        map[string]uint64 // of the lexicon's phrases: which of the words behind the first have the article
	numbers         *number.Reader

	time, any, joining, number, place, event, lasting, becoming, upcoming, that lang.Set

	searches sync.Pool
}

// New prepares a lexicon. class gives the set of the named word classes. The error names
// the line of the lexicon that cannot be read.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	f := &Finder{prefix: lx.Language + "/times:", version: "@" + lx.Version[:4], units: map[string]unit{}, articles: map[string]uint64{},
		numbers: number.New(lx, class), number: class("number"),
		time: class("time-word"), any: class("time-word", "time-link"),
		joining: class("time-word", "time-link", "number"),
		place:   class("country", "capital", "settlement"), event: class("event"),
		lasting: class("time-lasting"), becoming: class("time-becoming"), upcoming: class("time-upcoming"), that: class("that")}
	for _, w := range lx.Classes["time-link"] {
		if w.Key == names[kindThe] {
			f.article = w.Text
		}
	}
	for _, section := range []string{"time-word", "time-link"} {
		for _, w := range lx.Classes[section] {
			f.note(w.Text)
			if _, ok := f.units[w.Key]; ok {
				continue
			}
			u, err := unitOf(w.Key)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", w.At, err)
			}
			f.units[w.Key] = u
		}
	}
	f.grammar = &grammar{}
	for _, file := range lx.Rules {
		if !strings.HasSuffix(file.Name, "/times.rules") {
			continue
		}
		g, err := parse(file.Name, file.Text)
		if err != nil {
			return nil, err
		}
		f.grammar = g
	}
	f.searches.New = func() any {
		return &search{memory: make([]memory, len(f.grammar.symbols)*width), others: make([]frame, 1)}
	}
	return f, nil
}

// note keeps which words of a phrase have the article: reading phrases, the language does
// not ask for it, and "until now" differs by nothing else from "until that".
func (f *Finder) note(phrase string) {
	words := strings.Fields(phrase)
	for i, w := range words[1:] {
		if strings.HasPrefix(w, f.article) {
			f.articles[phrase] |= 1 << i
		}
	}
}

// Layer is the name of the layer in the record's JSON.
func (f *Finder) Layer() string { return "times" }

// Rules are the finder's rules with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule { return f.grammar.rules }

// Find adds the times of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	s := f.searches.Get().(*search)
	s.begin(f, t, rec)
	s.hits = s.hits[:0]
	for _, sentence := range t.Sentences {
		s.sentence, s.done = sentence, sentence.From
		if s.inBody(sentence.From) {
			s.scan(sentence.From, sentence.To)
		}
	}
	s.settle()
	s.write(rec)
	s.f, s.t, s.body = nil, nil, nil
	f.searches.Put(s)
}

// search is one text being searched. It is used again for the next one.
type search struct {
	f        *Finder
	t        *lang.Text
	body     []riwaya.Span
	sentence lang.Sentence
	ref      date // the day of publication, or what the text says that it is
	known    bool

	words      []word // of the island
	index      []int32
	have       []kinds // of each token
	base       int     // the island's first token
	done       int     // the end of the last time
	end        int     // the end of the island
	others     []frame // the second frames of what has two; the first is none
	memory     []memory
	results    []found
	trail      []found
	generation uint32

	hits      []hit
	lastDay   date // the last day that a time of the text says
	lastKnown bool
	said      bool // the time in hand says it
	lastAt    int  // the token where it stood
}

// hit is an expression of time.
type hit struct {
	rule      *symbol
	from, to  int // tokens
	start     int // the byte where it begins
	gap       [2]int32
	frame     [2]frame
	two       bool
	since     bool // it begins with the word for since
	fromNow   bool // it says that it is counted from now
	overnight bool // a night without its day
	sentence  lang.Sentence
	day       date // that it says, if dated
	dated     bool
}

// begin readies the search for a text.
func (s *search) begin(f *Finder, t *lang.Text, rec *riwaya.Record) {
	s.f, s.t, s.body = f, t, rec.Article.Body
	s.known, s.lastKnown = false, false
	if p := rec.Article.Published; p != nil && rec.Article.PublishedPrecision != riwaya.PrecisionUnknown && len(*p) >= len("2006-01-02") {
		g, ok := figuresOf((*p)[:len("2006-01-02")])
		if ok && g.count == 3 && valid(g.n[0], g.n[1], g.n[2]) {
			s.ref, s.known = dateAt(g.n[0], g.n[1], g.n[2]), true
		}
	}
}

// inBody reports whether a token is part of the article, not of its furniture.
func (s *search) inBody(i int) bool {
	at := s.t.Tokens[i].Start
	for _, b := range s.body {
		if b.Start <= at && at < b.End {
			return true
		}
	}
	return len(s.body) == 0
}

// scan finds the times of tokens [from, to).
func (s *search) scan(from, to int) {
	for i := from; i < to; i++ {
		if i < s.done || !s.anchors(i) {
			continue
		}
		first, end := s.island(i)
		end = min(end, to)
		s.generation++
		s.results, s.trail, s.others, s.end = s.results[:0], s.trail[:0], s.others[:1], end
		s.read(first, end)
		for j := first; j <= i; j++ {
			rule, x := s.best(j, i)
			if to := s.noTime(j); to > i && (rule == nil || to >= int(x.at>>1)) {
				s.done = to
				break
			}
			if rule != nil {
				s.take(j, rule, x)
				break
			}
		}
	}
}

// take keeps what was found at token i, and looks into the bracket inside it.
func (s *search) take(i int, rule *symbol, x found) {
	to := int(x.at >> 1)
	s.done = to
	for k := &s.t.Tokens[to-1]; to > i+1 && k.Kind == lang.MarkKind && !k.Is(lang.BracketClose); k = &s.t.Tokens[to-1] {
		to--
	}
	if x.gap[1] == int32(to) { // nothing goes on behind the bracket
		to, x.gap = int(x.gap[0]), [2]int32{}
		s.done = to
	}
	has := s.kindsAt(i)
	h := hit{rule: rule, from: i, to: to, start: x.start, gap: x.gap, frame: [2]frame{x.frame, s.others[x.other]}, two: x.other > 0, sentence: s.sentence,
		since: has.has(kindSince), fromNow: x.frame[fRef] == present, overnight: has.has(kindSomeNight)}
	s.hits = append(s.hits, h)
	if x.gap[1] > 0 {
		s.done = int(x.gap[0])
		s.scan(int(x.gap[0])+1, int(x.gap[1])-1)
		s.done = to
	}
}

// noTime is the end of what the lexicon lists as no time at token i, 0 if there is none.
func (s *search) noTime(i int) int {
	to := 0
	for _, w := range s.at(i) {
		if w.kind == kindNone {
			to = max(to, int(w.to))
		}
	}
	return to
}

// The kinds of the lexicon that the code asks for.
var kindSince, kindSomeNight, kindFor, kindOf_, kindNow, kindNone, kindThe, kindNamed, kindBecoming, kindIn, kindVerb = kindOf("since"), kindOf("some-night"), kindOf("for"), kindOf("of"), kindOf("now"), kindOf("none"), kindOf("the"), kindOf("named"), kindOf("becoming"), kindOf("in"), kindOf("verb")

// settle finds the day that the article counts from. Where a weekday stands beside a
// relative day and contradicts the publication, the weekday is right, and all other
// relative times of the article are counted from the day so implied. A full date beside a
// relative day says the same where no publication is known.
func (s *search) settle() {
	for i := range s.hits {
		f := &s.hits[i].frame[0]
		if f[fOffset] == 0 {
			continue
		}
		off := date(f[fOffset] - shift)
		switch {
		case f[fYear] != 0 && f[fMonth] != 0 && f[fDay] != 0 && f[fHijri] == 0 && !s.known:
			s.ref, s.known = dateAt(int(f[fYear]), int(f[fMonth]), int(f[fDay]))-off, true
		case f[fWeekday] != 0 && s.known:
			s.ref = nearest(s.ref+off, int(f[fWeekday])) - off
		default:
			continue
		}
		return
	}
}

// write resolves the hits in their order and puts them into the record.
func (s *search) write(rec *riwaya.Record) {
	for i := range s.hits {
		if h := &s.hits[i]; h.rule.means != theMorrow {
			s.put(h, rec)
		}
	}
	for i := range s.hits {
		if h := &s.hits[i]; h.rule.means == theMorrow {
			s.put(h, rec)
		}
	}
	inOrder(rec.Times)
}

// put adds a time to the record.
func (s *search) put(h *hit, rec *riwaya.Record) {
	s.sentence, s.said = h.sentence, false
	value, kind, ok := s.valueOf(h)
	if !ok {
		return
	}
	if s.said {
		h.day, h.dated, s.lastAt = s.lastDay, true, h.from
	}
	k := s.t.Tokens
	span := riwaya.Spans{{Start: h.start, End: k[h.to-1].End}}
	if g := h.gap; g[1] > 0 {
		span = riwaya.Spans{{Start: h.start, End: k[g[0]-1].End}, {Start: k[g[1]].Start, End: k[h.to-1].End}}
	}
	rec.Times = append(rec.Times, riwaya.Time{
		ID: riwaya.FindingID(rec.Article.ID, 't', span.Hull(), 0), Span: span, Text: span.Of(s.t.Source),
		Value: value, Type: kind, Rule: s.f.prefix + h.rule.name + s.f.version,
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
