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
	"riwaya/internal/count"
	"riwaya/internal/credit"
	"riwaya/internal/event"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/match"
	"riwaya/internal/position"
	"riwaya/internal/when"
	"riwaya/internal/where"
	"riwaya/internal/who"
	"riwaya/internal/who/english"
	"riwaya/lexicon"
)

// Reader reads articles. It is safe for several goroutines.
type Reader struct {
	Lexicon *lexicon.Lexicon
	arabic  *ar.Language
	credits *credit.Finder
	claims  *claim.Reader
	places  *where.Finder
	who     *who.Finder
	finders []finder
}

// finder adds a layer to the record, from the text and from what those before it left.
type finder interface {
	Find(t *lang.Text, rec *riwaya.Record)
}

// ruled is a finder whose rules stand in a file of the lexicon, with examples.
type ruled interface {
	finder
	Layer() string // its name in the record's JSON
	Rules() []*match.Rule
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
	places, err := where.New(lx, l.Class, ar.Spelling)
	if err != nil {
		return nil, err
	}
	l.Mark(places.Naming, places.Follows)
	actors, err := who.New(lx, l.Class, morph.VerbShape)
	if err != nil {
		return nil, err
	}
	times, err := when.New(lx, l.Class)
	if err != nil {
		return nil, err
	}
	figures, err := count.New(lx, l.Class)
	if err != nil {
		return nil, err
	}
	events, err := event.New(lx, l.Class)
	if err != nil {
		return nil, err
	}
	positions, err := position.New(lx, l.Class)
	if err != nil {
		return nil, err
	}
	l.Starts.Classes(lang.StartsTime, times.Begins())
	l.Starts.Classes(lang.StartsPlace, places.Begins())
	l.Starts.Classes(lang.StartsActor, actors.Begins())
	l.Starts.Classes(lang.StartsDeed, figures.Deeds())
	l.Starts.Classes(lang.StartsStance, positions.Begins())
	l.Starts.Words(lang.StartsEvent, events.Begins)
	return &Reader{Lexicon: lx, arabic: l, credits: credit.New(lx, l.Class), claims: f, places: places, who: actors,
		finders: []finder{times, places, actors, figures, events, positions, english.New(lx)}}, nil // each points at those before it
}

// Read yields the record of an article. Its language must be settled: see [Language].
func (r *Reader) Read(a riwaya.Article) riwaya.Record {
	return r.find(a, nil, nil)
}

// find runs the finders, each on what those before it left in the record. rejected, if
// not nil, is called with what was tried at a word and did not fit; told, if not nil, with the
// events whose target other words of the article name.
func (r *Reader) find(a riwaya.Article, rejected func(attribute.Rejected), told event.Told) riwaya.Record {
	rec := riwaya.Record{Schema: riwaya.Schema, Article: a}
	t := r.arabic.Parse(a.Text)
	r.credits.Find(t, &rec) // names of outlets and agencies, in any language
	if a.Language == r.Lexicon.Language {
		r.claims.Read(t, &rec, rejected)
		for _, f := range r.finders {
			if e, ok := f.(*event.Finder); ok {
				e.FindTold(t, &rec, told)
				continue
			}
			f.Find(t, &rec)
		}
	}
	r.arabic.Release(t)
	return rec
}
