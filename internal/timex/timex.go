// Package timex reads expressions of time: which words belong together, and what they say
// of year, month, day, unit, nearness and the rest. Words stand in the lexicon with what
// they are, the sequences that make an expression in times.rules; the code reads sequences
// and merges what their words say. What day that is, package when knows.
//
// It promises that expressions lie within one line, in the order of the text, that they do
// not overlap but where one stands in a bracket inside another, and that reading takes
// bounded time.
package timex

import (
	"fmt"
	"strings"
	"sync"

	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/number"
	"riwaya/internal/timex/frame"
	"riwaya/lexicon"
)

// Hit is an expression of time.
type Hit struct {
	Rule      string
	Means     frame.Meaning
	From, To  int    // tokens
	Start     int    // the byte where it begins, behind its clitics
	Gap       [2]int // tokens of a bracket inside it that do not belong to it
	Says      frame.Frame
	Other     frame.Frame // the other end of a range, the second term of a sum
	Two       bool        // there is one
	Since     bool        // it begins with the word for since
	FromNow   bool        // it says that it is counted from now
	Overnight bool        // a night without its day
	Of        bool        // "of" or "on" stands behind it, and then not "now"
	Sentence  lang.Sentence
}

// Reader reads expressions in texts of one language. It is safe for several goroutines.
type Reader struct {
	grammar  *grammar
	units    map[string]unit   // by the lexicon's keys
	articles map[string]uint64 // of the lexicon's phrases: which of the words behind the first have the article
	article  string            // as it is written in front of a word
	numbers  *number.Reader

	time, any, link, joining, number, lasting, becoming lang.Set

	searches sync.Pool
}

// New prepares a lexicon. class gives the set of the named word classes. The error names
// the line of the lexicon that cannot be read.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Reader, error) {
	r := &Reader{units: map[string]unit{}, articles: map[string]uint64{}, grammar: &grammar{},
		numbers: number.New(lx, class), number: class("number"),
		time: class("time-word"), any: class("time-word", "time-link", "time-lead"), link: class("time-link"),
		joining: class("time-word", "time-link", "time-lead", "number"),
		lasting: class("time-lasting"), becoming: class("time-becoming")}
	for _, w := range lx.Classes["time-link"] {
		if w.Key == names[kindThe] {
			r.article = w.Text
		}
	}
	for _, section := range []string{"time-word", "time-link", "time-lead"} {
		for _, w := range lx.Classes[section] {
			r.note(w.Text)
			if _, ok := r.units[w.Key]; ok {
				continue
			}
			u, err := unitOf(w.Key)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", w.At, err)
			}
			r.units[w.Key] = u
		}
	}
	if name, text := lx.RulesOf("times"); text != "" {
		g, err := parse(name, text)
		if err != nil {
			return nil, err
		}
		r.grammar = g
	}
	r.searches.New = func() any {
		return &search{memory: memories{table: make([]memory, rememberedFirst)}, others: make([]frame.Frame, 1)}
	}
	return r, nil
}

// note keeps which words of a phrase have the article: reading phrases, the language does
// not ask for it, and "until now" differs by nothing else from "until that".
func (r *Reader) note(phrase string) {
	words := strings.Fields(phrase)
	for i, w := range words[1:] {
		if strings.HasPrefix(w, r.article) {
			r.articles[phrase] |= 1 << i
		}
	}
}

// Begins are the classes of words that an expression hangs on: see [lang.StartsTime].
func (r *Reader) Begins() lang.Set { return r.time }

// Rules are the rules with their examples, for the checker.
func (r *Reader) Rules() []*match.Rule { return r.grammar.rules }

// Read appends to hits the expressions of a text, of the sentences that are wanted. year is
// that of publication, for dates whose year is short; 0 if it is not known.
func (r *Reader) Read(hits []Hit, t *lang.Text, year int, wanted func(lang.Sentence) bool) []Hit {
	s := r.searches.Get().(*search)
	s.r, s.t, s.year, s.hits = r, t, year, hits
	s.effort = lang.NewEffort(stepsEach, stepsMost)
	for _, sentence := range t.Sentences {
		s.sentence, s.done = sentence, sentence.From
		if wanted(sentence) {
			s.scan(sentence.From, sentence.To)
		}
	}
	hits = s.hits
	s.r, s.t, s.hits = nil, nil, nil
	r.searches.Put(s)
	return hits
}

// search is one text being searched. It is used again for the next one.
type search struct {
	r        *Reader
	t        *lang.Text
	year     int
	sentence lang.Sentence

	words      []word // of the island
	index      []int32
	have       []kinds       // of each token
	ahead      []kinds       // of it and those behind it
	base       int           // the island's first token
	done       int           // the end of the last expression
	end        int           // the end of the island
	others     []frame.Frame // the second frames of what has two; the first is none
	memory     memories
	results    []found
	trail      []found
	generation uint32
	effort     lang.Effort

	hits []Hit
}

// Steps of rules that may be tried: an article takes about one a token.
const stepsEach, stepsMost = 20, 20_000

// scan finds the expressions of tokens [from, to).
func (s *search) scan(from, to int) {
	for i := s.t.Next(from, to, lang.StartsTime); i < to; i = s.t.Next(i+1, to, lang.StartsTime) {
		if i < s.done || !s.anchors(i) {
			continue
		}
		if s.effort.Reach(i); s.effort.Spent() {
			continue
		}
		first, end := s.island(i)
		s.effort.Spend(end - first)
		end = min(end, to)
		s.generation++
		s.memory.n = 0
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
	s.hits = append(s.hits, Hit{Rule: rule.name, Means: rule.means, From: i, To: to, Start: x.start,
		Gap: [2]int{int(x.gap[0]), int(x.gap[1])}, Says: x.frame, Other: s.others[x.other], Two: x.other > 0,
		Since: has.has(kindSince), FromNow: x.frame[frame.Ref] == frame.Present, Overnight: has.has(kindSomeNight),
		Of: s.around(to, to+1).meets(governing) && !s.around(to+1, to+2).meets(nowOrBy), Sentence: s.sentence})
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
