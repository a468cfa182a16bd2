package question

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/lexicon"
)

// Set holds the answers of the reports that were added. It is not safe for several goroutines.
type Set struct {
	words   *words
	reports map[string]*report // by article ID
}

// Incident is a happening that joins events of several reports.
type Incident struct {
	ID     string
	Events []EventRef
	Place  *riwaya.Place // where, nil where that is not known
	// From and To are its first and last day (2006-01-02), "" where not known.
	From, To string
}

// EventRef names an event of a record.
type EventRef struct{ Article, Event string }

// With is what is known beside the records. Both may be empty: then figures are joined by
// the places and days of their own texts only, and each report's narration is its own.
type With struct {
	Incidents []Incident
	Copies    []riwaya.Copy
}

// New prepares an empty set.
func New(lx *lexicon.Lexicon, q lexicon.Questions) *Set {
	return &Set{words: newWords(lx, q), reports: map[string]*report{}}
}

// Add takes in a record, in place of an earlier one of the same article. The record is not
// held on to.
func (s *Set) Add(rec *riwaya.Record) {
	if r := s.words.report(rec); r != nil {
		s.reports[rec.Article.ID] = r
	} else {
		delete(s.reports, rec.Article.ID)
	}
}

// Remove forgets an article.
func (s *Set) Remove(article string) { delete(s.reports, article) }

// Reports is how many reports have answers.
func (s *Set) Reports() int { return len(s.reports) }

// report is what is held of one article.
type report struct {
	article string
	address string // what its versions have in common: the URL, else the article's ID
	outlet  string
	answers []answer
}

// answer is one figure as an answer, before it is known to which question.
type answer struct {
	given    riwaya.Given
	teller   riwaya.Teller
	remove   int // how far its teller is from it: 0 a named source's words in the report itself
	what     what
	place    place
	from     string // first and last day of what is counted, "" where not known
	to       string
	loose    bool // the days are only about right: from when the report was first met
	events   []string
	narrated bool
	counts   bound
	toll     tolled
	report   *report
}

// what is asked, without where and when.
type what struct {
	predicate, group, scope, unit, of, since string
	noun                                     string // for what is neither people nor of a group of its own
	part                                     bool
}

// tolled says whether a figure counts those who did it.
type tolled byte

const (
	tollSilent tolled = iota
	tollWith
	tollWithout
)

// sorted are the reports in the order of their articles.
func (s *Set) sorted() []*report {
	out := make([]*report, 0, len(s.reports))
	for _, r := range s.reports {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *report) int { return strings.Compare(a.article, b.article) })
	return out
}
