package trace

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
)

// Set is some reports with the copies between them: those of a story, or any.
type Set struct {
	t       *Tracer
	v       *vocabulary
	reports []report // in the order of IDs
	at      map[string]int
	edges   []edge
	// Outlets says of an outlet, by the lexicon's id or as it is called, whether the ledger has
	// reports of it outside the set: then it is not "cited but not in it". It may be nil.
	Outlets func(actor, name string) bool
	// made once:
	statements []riwaya.Statement
	all        []saying
	pairs      []pair
	stated     bool
}

// report is one record of the set.
type report struct {
	rec   *riwaya.Record
	words []word
	// outlet is the key of whose report it is, "" where that is not known.
	outlet string
	edges  []int // of the set that lead to or from it
	actors map[string]*riwaya.Actor
}

// edge is a copy between two reports of the set.
type edge struct {
	*riwaya.Copy
	a, b      int // places of A and B among the reports
	stretches []stretch
	aligned   bool
}

// Over puts records and the copies between them together. Records are told apart by
// Article.ID: of two with the same one the first counts. Copies with a report that is not there
// are left out. Nothing of what is given may change while the set is used.
func (t *Tracer) Over(records []*riwaya.Record, copies []riwaya.Copy) *Set {
	s := &Set{t: t, v: newVocabulary(t), at: make(map[string]int, len(records))}
	for _, rec := range records {
		s.reports = append(s.reports, report{rec: rec})
	}
	slices.SortStableFunc(s.reports, func(a, b report) int { return strings.Compare(a.rec.Article.ID, b.rec.Article.ID) })
	s.reports = slices.CompactFunc(s.reports, func(a, b report) bool { return a.rec.Article.ID == b.rec.Article.ID })
	for i := range s.reports {
		r := &s.reports[i]
		s.at[r.rec.Article.ID] = i
		r.outlet = outletOf(&r.rec.Article)
		r.actors = make(map[string]*riwaya.Actor, len(r.rec.Actors))
		for k := range r.rec.Actors {
			r.actors[r.rec.Actors[k].ID] = &r.rec.Actors[k]
		}
	}
	for i := range copies {
		c := &copies[i]
		a, okA := s.at[c.A]
		b, okB := s.at[c.B]
		if okA && okB && a != b {
			s.edges = append(s.edges, edge{Copy: c, a: a, b: b})
		}
	}
	slices.SortStableFunc(s.edges, func(x, y edge) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	for i, e := range s.edges {
		s.reports[e.a].edges = append(s.reports[e.a].edges, i)
		s.reports[e.b].edges = append(s.reports[e.b].edges, i)
	}
	return s
}

// wordsOf are the words of a report, read when they are first asked for.
func (s *Set) wordsOf(n int) []word {
	r := &s.reports[n]
	if r.words == nil && r.rec.Article.Text != "" {
		r.words = s.v.of(r.rec.Article.Text)
	}
	return r.words
}

// stretchesOf are the aligned passages of an edge.
func (s *Set) stretchesOf(e *edge) []stretch {
	if !e.aligned {
		e.stretches, e.aligned = stretches(s.wordsOf(e.a), s.wordsOf(e.b), e.Passages), true
	}
	return e.stretches
}

// outletOf is the key of the outlet of an article: what it is called, or the host of its
// address.
func outletOf(a *riwaya.Article) string {
	if a.Outlet != nil {
		return plain(*a.Outlet)
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
	return plain(parts[0])
}

// plain is a name without what is not a letter or digit, small: an outlet's own way of writing
// itself and the lexicon's identifier differ in that.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 0x7f && r != 0xa0:
			return r
		}
		return -1
	}, name)
}

// own reports whether a name or a lexicon's id is that of the report's own outlet.
func (r *report) own(actor *string, name string) bool {
	return r.outlet != "" && (actor != nil && plain(*actor) == r.outlet || plain(name) == r.outlet)
}

// credited are the places where the report says that it comes from elsewhere, its own outlet
// left out.
func (r *report) credited() []*riwaya.Credit {
	var out []*riwaya.Credit
	for i := range r.rec.Article.Credits {
		c := &r.rec.Article.Credits[i]
		name := c.Text
		if c.Name != nil {
			name = *c.Name
		}
		if !r.own(c.Actor, name) && !r.own(c.Actor, c.Text) {
			out = append(out, c)
		}
	}
	return out
}

// credits is the report's credit to an agency or outlet, nil if it has none.
func (r *report) credits(actor *string, name string) *riwaya.Credit {
	for _, c := range r.credited() {
		if actor != nil && c.Actor != nil && *actor == *c.Actor || c.Name != nil && *c.Name == name || plain(c.Text) == plain(name) {
			return c
		}
	}
	return nil
}

func (r *report) claim(id string) *riwaya.Claim {
	for i := range r.rec.Claims {
		if r.rec.Claims[i].ID == id {
			return &r.rec.Claims[i]
		}
	}
	return nil
}
