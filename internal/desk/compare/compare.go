// Package compare is the page of two reports, or two versions of one, side by side: what runs word for
// word in parallel is marked in both and numbered, the words in which it differs are marked, and what
// they change is listed.
//
// The texts pass the gate of private persons: this is not the page on which they were published.
package compare

import (
	"errors"
	"slices"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/tracing"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{{Method: "GET", Pattern: "/compare/{a}/{b}", Least: site.Reader, Handle: show, Kept: true}}
}

// page is what the template shows.
type page struct {
	Sides     [2]side
	Versions  bool
	Passages  int
	Direction string // in words
	Agency    string
	AgencyBy  *views.Report
	Hides     *views.Report // has the agency's text and does not name it
	Changes   []views.Change
}

// side is one of the two.
type side struct {
	views.Report
	Letter  string // a, b
	Other   string // b, a
	Share   int    // of its words in passages, in percent
	Pieces  []piece
	Version int // from 1, of versions
}

// piece is a stretch of a text.
type piece struct {
	Text   string
	N      int  // the passage that it is of, from 1; 0 for none
	Colour int  // of the passage, from 1
	Begins bool // the passage begins here
	Differ bool // the other text has other words here, or none
}

func show(r *site.Request) error {
	ctx := r.Context()
	var ids [2]string
	for i, name := range []string{r.PathValue("a"), r.PathValue("b")} {
		id, err := tracing.Article(ctx, r.Shelf().Store, name)
		if err != nil {
			return err
		}
		ids[i] = id
	}
	both, err := tracing.Compare(ctx, r.Shelf().Tools, r.Shelf().Tools.Maker(r.Shelf().Found, r.Shelf().Store), ids[0], ids[1])
	switch {
	case errors.Is(err, tracing.ErrSame):
		return site.Wrong("compare.same")
	case errors.Is(err, tracing.ErrGone):
		return site.Problem{Status: 410, Key: "error.withdrawn"}
	case err != nil:
		return err
	}
	if both.Versions { // the earlier one stands first
		versions, err := r.Shelf().Store.VersionsOf(ctx, *both.Records()[0].Article.URL)
		if err != nil {
			return err
		}
		if slices.Index(versions, ids[0]) > slices.Index(versions, ids[1]) {
			return r.Redirect("/compare/"+ids[1]+"/"+ids[0], "")
		}
	}
	v := &views.View{Request: r, M: both.Matter}
	p := page{Versions: both.Versions, Changes: v.Changes(both.Changed)}
	for i := range p.Changes {
		p.Changes[i].Compare = ""
	}
	all := both.Passages()
	p.Passages = len(all)
	for i := range p.Sides {
		s := side{Report: v.Report(ids[i]), Letter: "ab"[i : i+1], Other: "ba"[i : i+1]}
		if both.Versions {
			s.Version = i + 1
		}
		s.Pieces = pieces(v, ids[i], marks(all, i == 0))
		p.Sides[i] = s
	}
	p.copied(v, both)
	return r.Show("compare", r.Say("compare.title"), &p)
}

// copied says what is known of who has it from whom.
func (p *page) copied(v *views.View, both *tracing.Compared) {
	if len(both.Copies) == 0 {
		return
	}
	c := &both.Copies[0]
	shares := [2]float64{c.ShareA, c.ShareB}
	if c.A != p.Sides[0].Article {
		shares[0], shares[1] = shares[1], shares[0]
	}
	for i := range p.Sides {
		p.Sides[i].Share = int(100*shares[i] + 0.5)
	}
	p.Direction = v.Words.Word("copy", riwaya.CopyUnknown)
	if c.Directed {
		key := "compare.second" // the second copies the first
		if c.B == p.Sides[0].Article {
			key = "compare.first"
		}
		p.Direction = v.Say(key)
		if c.Why != riwaya.CopyUnknown {
			why := "compare.published"
			if c.Why == riwaya.CopyCredits {
				why = "compare.credits"
			}
			p.Direction += v.Say("sep.comma") + " " + v.Say(why)
		}
	} else if c.Why == riwaya.CopyOneSource {
		p.Direction = v.Words.Word("copy", c.Why)
	}
	if a := c.Agency; a != nil {
		p.Agency = v.Name(a.Actor, v.M.Gate(a.By).Words(a.Name))
		by := v.Report(a.By)
		p.AgencyBy = &by
		if a.Hidden != "" {
			hides := v.Report(a.Hidden)
			p.Hides = &hides
		}
	}
}

// mark is a passage in one text, with where it differs from the other.
type mark struct {
	n       int
	at      riwaya.Span
	differs []riwaya.Span
}

// marks are the passages in one of the two texts, in its order; what overlaps one before is left out.
func marks(all []tracing.Passage, first bool) (out []mark) {
	for i := range all {
		m := mark{n: i + 1, at: all[i].B}
		if first {
			m.at = all[i].A
		}
		for _, d := range all[i].Differs {
			at := d.B
			if first {
				at = d.A
			}
			if at.Len() > 0 {
				m.differs = append(m.differs, at)
			}
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b mark) int { return a.at.Start - b.at.Start })
	end := 0
	return slices.DeleteFunc(out, func(m mark) bool {
		if m.at.Start < end {
			return true
		}
		end = m.at.End
		return false
	})
}

// colours is how many colours passages have.
const colours = 6

// pieces cuts a text at its marks.
func pieces(v *views.View, article string, all []mark) (out []piece) {
	text, gate := v.M.Record(article).Article.Text, v.M.Gate(article)
	add := func(from, to int, p piece) {
		if from < to {
			p.Text = v.Shown(gate.At(riwaya.Spans{{Start: from, End: to}}))
			out = append(out, p)
		}
	}
	at := 0
	for _, m := range all {
		add(at, m.at.Start, piece{})
		of := piece{N: m.n, Colour: (m.n-1)%colours + 1, Begins: true}
		at = m.at.Start
		for _, d := range m.differs {
			if d.Start < at || d.End > m.at.End {
				continue
			}
			if at < d.Start {
				add(at, d.Start, of)
				of.Begins = false
			}
			differing := of
			differing.Differ = true
			add(d.Start, d.End, differing)
			of.Begins, at = false, d.End
		}
		add(at, m.at.End, of)
		at = m.at.End
	}
	add(at, len(text), piece{})
	return out
}
