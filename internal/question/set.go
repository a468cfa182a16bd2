package question

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/question/answer"
	"riwaya/lexicon"
)

// Set holds the answers of the reports that were added. It is not safe for several goroutines.
type Set struct {
	words   *answer.Words
	reports map[string]*answer.Report // by article ID
}

// eventID names an event of a record.
type eventID struct{ article, event string }

// With is what is known beside the records. Both may be empty: then figures are joined by
// the places and days of their own texts only, and each report's narration is its own.
type With struct {
	Incidents []riwaya.Incident
	Copies    []riwaya.Copy
}

// New prepares an empty set.
func New(lx *lexicon.Lexicon, q lexicon.Questions) *Set {
	return &Set{words: answer.New(lx, q), reports: map[string]*answer.Report{}}
}

// Add takes in a record, in place of an earlier one of the same article. The record is not
// held on to.
func (s *Set) Add(rec *riwaya.Record) {
	if r := s.words.Report(rec); r != nil {
		s.reports[rec.Article.ID] = r
	} else {
		delete(s.reports, rec.Article.ID)
	}
}

// Remove forgets an article.
func (s *Set) Remove(article string) { delete(s.reports, article) }

// Reports is how many reports have answers.
func (s *Set) Reports() int { return len(s.reports) }

// sorted are the reports in the order of their articles.
func (s *Set) sorted() []*answer.Report {
	out := make([]*answer.Report, 0, len(s.reports))
	for _, r := range s.reports {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *answer.Report) int { return strings.Compare(a.Article, b.Article) })
	return out
}
