// Package read turns one article's text into its record: the ordered list of finders
// stands here, on one screen.
//
// It promises that reading is a function of the article and the lexicon: no clock, no
// network, no order of articles changes a record.
package read

import (
	"fmt"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/claim"
	"riwaya/internal/credit"
	"riwaya/internal/lang/ar"
	"riwaya/lexicon"
)

// Reader reads articles. It is safe for several goroutines.
type Reader struct {
	Lexicon *lexicon.Lexicon
	arabic  *ar.Language
	credits *credit.Finder
	claims  *claim.Reader
}

// New prepares a lexicon for reading.
func New(lx *lexicon.Lexicon) (*Reader, error) {
	l, err := ar.New(lx)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	f, err := claim.New(lx, l.Class)
	if err != nil {
		return nil, err // it begins with file:line, for who edits the rules
	}
	return &Reader{Lexicon: lx, arabic: l, credits: credit.New(lx, l.Class), claims: f}, nil
}

// Read yields the record of an article. Its language must be settled: see [Language].
func (r *Reader) Read(a riwaya.Article) riwaya.Record {
	return r.find(a, nil)
}

// find runs the finders, each on what those before it left in the record. rejected, if
// not nil, is called with what was tried at a word and did not fit.
func (r *Reader) find(a riwaya.Article, rejected func(attribute.Rejected)) riwaya.Record {
	rec := riwaya.Record{Schema: riwaya.Schema, Article: a}
	t := r.arabic.Parse(a.Text)
	r.credits.Find(t, &rec) // names of outlets and agencies, in any language
	if a.Language == r.Lexicon.Language {
		r.claims.Read(t, &rec, rejected)
	}
	return rec
}
