// Package statement finds which claims of several reports are one saying: the same source, and the
// same content or the same quote up to wording. In a passage that two reports share, what stands at
// the same place is the same; elsewhere the words must be, weighed by how rare they are, and
// numbers, places and negation must agree.
//
// It promises that nobody who is private, and nobody who is not named, joins claims of two reports
// but where both have one passage.
package statement

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/wording"
)

// Set is some reports with the copies between them: those of a story, or any.
type Set struct {
	Words      *wording.Words
	Vocabulary *wording.Vocabulary
	Reports    []Report // in the order of IDs
	At         map[string]int
	Edges      []Edge
	// Statements are all sayings of the set, those that one claim alone has too, in the order of
	// their first claims.
	Statements []riwaya.Statement
	Sayings    []Saying // every claim, in the order of the reports
	Pairs      []Pair
	keys       map[string][]string // the words of a name as they are compared, as far as asked for
}

// Report is one record of the set.
type Report struct {
	Rec   *riwaya.Record
	words []wording.Word
	// outlet is the key of whose report it is, "" where that is not known.
	Outlet string
	Edges  []int // of the set that lead to or from it
	actors map[string]*riwaya.Actor
}

// Edge is a copy between two reports of the set.
type Edge struct {
	*riwaya.Copy
	PlaceA, PlaceB int // places of A and B among the reports
	Stretches      []wording.Stretch
	aligned        bool
}

// Over puts records and the copies between them together. Records are told apart by
// Article.ID: of two with the same one the first counts. Copies with a report that is not there
// are left out. Nothing of what is given may change while the set is used.
func Over(t *wording.Words, records []*riwaya.Record, copies []riwaya.Copy) *Set {
	s := &Set{Words: t, Vocabulary: wording.NewVocabulary(t, len(records)), At: make(map[string]int, len(records))}
	for _, rec := range records {
		s.Reports = append(s.Reports, Report{Rec: rec})
	}
	slices.SortStableFunc(s.Reports, func(a, b Report) int { return strings.Compare(a.Rec.Article.ID, b.Rec.Article.ID) })
	s.Reports = slices.CompactFunc(s.Reports, func(a, b Report) bool { return a.Rec.Article.ID == b.Rec.Article.ID })
	for i := range s.Reports {
		r := &s.Reports[i]
		s.At[r.Rec.Article.ID] = i
		r.Outlet = outletOf(&r.Rec.Article)
		r.actors = make(map[string]*riwaya.Actor, len(r.Rec.Actors))
		for k := range r.Rec.Actors {
			r.actors[r.Rec.Actors[k].ID] = &r.Rec.Actors[k]
		}
	}
	for i := range copies {
		c := &copies[i]
		a, okA := s.At[c.A]
		b, okB := s.At[c.B]
		if okA && okB && a != b {
			s.Edges = append(s.Edges, Edge{Copy: c, PlaceA: a, PlaceB: b})
		}
	}
	slices.SortStableFunc(s.Edges, func(x, y Edge) int { return cmp.Or(cmp.Compare(x.PlaceA, y.PlaceA), cmp.Compare(x.PlaceB, y.PlaceB)) })
	for i, e := range s.Edges {
		s.Reports[e.PlaceA].Edges = append(s.Reports[e.PlaceA].Edges, i)
		s.Reports[e.PlaceB].Edges = append(s.Reports[e.PlaceB].Edges, i)
	}
	s.state()
	return s
}

// WordsOf are the words of a report, read when they are first asked for.
func (s *Set) WordsOf(n int) []wording.Word {
	r := &s.Reports[n]
	if r.words == nil && r.Rec.Article.Text != "" {
		r.words = s.Vocabulary.Of(r.Rec.Article.Text)
	}
	return r.words
}

// StretchesOf are the aligned passages of an edge.
func (s *Set) StretchesOf(e *Edge) []wording.Stretch {
	if !e.aligned {
		e.Stretches, e.aligned = wording.Stretches(s.WordsOf(e.PlaceA), s.WordsOf(e.PlaceB), e.Passages), true
	}
	return e.Stretches
}

// outletOf is the key of the outlet of an article: what it is called, or the host of its
// address.
func outletOf(a *riwaya.Article) string {
	if a.Outlet != nil {
		return Plain(*a.Outlet)
	}
	if a.URL == nil {
		return ""
	}
	_, host, ok := strings.Cut(*a.URL, "://")
	if !ok {
		return ""
	}
	host, _, _ = strings.Cut(host, "/")
	host, _, _ = strings.Cut(host, ":")
	parts := strings.Split(strings.TrimPrefix(host, "www."), ".")
	return Plain(parts[0])
}

// Plain is a name as outlets are compared.
func Plain(name string) string { return riwaya.PlainName(name) }

// Own reports whether a name or a lexicon's id is that of the report's own outlet.
func (r *Report) Own(actor *string, name string) bool {
	return r.Outlet != "" && (actor != nil && Plain(*actor) == r.Outlet || Plain(name) == r.Outlet)
}

// Credited are the places where the report says that it comes from elsewhere.
func (r *Report) Credited() []*riwaya.Credit { return slices.Collect(r.Rec.Article.Credited()) }

// credits is the report's credit to an agency or outlet, nil if it has none.
func (r *Report) CreditOf(actor *string, name string) *riwaya.Credit {
	for _, c := range r.Credited() {
		if actor != nil && c.Actor != nil && *actor == *c.Actor || c.Name != nil && *c.Name == name || Plain(c.Text) == Plain(name) {
			return c
		}
	}
	return nil
}

func (r *Report) Claim(id string) *riwaya.Claim {
	return r.Rec.ClaimOf(&id)
}
