package folder

import (
	"context"
	"io"
	"maps"
	"slices"
	"strings"

	"riwaya/internal/archive/transparency"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/document"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/export"
)

// tables writes the findings of the case as tables: of a report that is an item all, of others
// those that entries show.
func (w *writing) tables(ctx context.Context) error {
	whole, some := map[string]bool{}, map[string]bool{}
	reviews := map[string]entry.Review{}
	note := func(article, finding string, r entry.Review) {
		some[article+"/"+finding] = true
		reviews[article+"/"+finding] = r
	}
	for i := range w.entries {
		e := &w.entries[i]
		switch e.Kind {
		case casefile.Report:
			whole[e.About] = e.Gone == ""
		case casefile.Claim, casefile.Figure, casefile.Event:
			article, finding := e.Finding()
			note(article, finding, e.Review)
		}
		for k := range e.Figures {
			note(e.Figures[k].Article, e.Figures[k].ID, e.Figures[k].Review)
		}
		for k := range e.Others {
			note(e.Others[k].Report.Article, e.Others[k].Event, e.Others[k].Review)
		}
	}
	if err := w.whole(ctx, whole, reviews); err != nil {
		return err
	}
	if err := w.to.MakeDir("tables"); err != nil {
		return err
	}
	for _, kind := range []string{"claims", "figures", "events"} {
		for _, format := range []string{"csv", "xlsx"} {
			if err := w.file("tables/"+kind+"."+format, func(out io.Writer) error {
				x, err := export.New(out, kind, format)
				if err != nil {
					return err
				}
				x.Keep = func(article, finding string) bool { return whole[article] || some[article+"/"+finding] }
				x.Reviewed = func(article, finding string) string { return InWords(reviews[article+"/"+finding]) }
				for i := range w.kept {
					if err := x.Add(&w.kept[i]); err != nil {
						return err
					}
				}
				return x.Close()
			}); err != nil {
				return err
			}
		}
	}
	return nil
}

// whole asks who reviewed the findings of reports that are in the tables with all they have.
func (w *writing) whole(ctx context.Context, articles map[string]bool, reviews map[string]entry.Review) error {
	if w.Reviewed == nil {
		return nil
	}
	for i := range w.kept {
		k := &w.kept[i]
		if !articles[k.Article] {
			continue
		}
		var ids []string
		for c := range k.Read.Claims {
			ids = append(ids, k.Read.Claims[c].ID)
		}
		for f := range k.Read.Figures {
			ids = append(ids, k.Read.Figures[f].ID)
		}
		for e := range k.Read.Events {
			ids = append(ids, k.Read.Events[e].ID)
		}
		for _, id := range ids {
			r, err := w.Reviewed(ctx, k.Article, id)
			if err != nil {
				return err
			}
			reviews[k.Article+"/"+id] = r
		}
	}
	return nil
}

// InWords is a review as the column of a table has it.
func InWords(r entry.Review) string {
	by := strings.Join(r.By, ", ")
	switch {
	case r.State == entry.ByMachine:
		return export.Unreviewed
	case r.State == entry.Disputed:
		return "reviewed by " + by + ", who do not agree"
	case r.State == entry.Changed:
		return export.Unreviewed + "; reviewed by " + by + " as it was read before"
	case r.Rejected:
		return "reviewed by " + by + ": no such finding"
	case len(r.Corrected) > 0:
		return "reviewed by " + by + "; otherwise: " + strings.Join(r.Corrected, ", ")
	}
	return "reviewed by " + by
}

// data is what the document is made of.
func (w *writing) data(ctx context.Context) (document.Data, error) {
	d := document.Data{Case: w.Case, Language: w.Language, Entries: w.entries, Left: len(w.Case.Items) - len(w.entries), At: w.At, By: w.By, Names: w.Names, Why: w.Why, Program: w.Program,
		Kept: func(r *entry.Report) document.Kept { return w.where[r.Article] }}
	w.gate(&d)
	versions := map[string]bool{}
	for i := range w.kept {
		versions[w.kept[i].ReadBy] = true
	}
	d.ReadBy = slices.Sorted(maps.Keys(versions))
	var err error
	d.Ledger, err = w.scope(ctx)
	return d, err
}

// scope is what was searched.
func (w *writing) scope(ctx context.Context) (l document.Ledger, err error) {
	s, err := w.Shelf.Store.Status(ctx, "")
	if err != nil {
		return l, err
	}
	l = document.Ledger{Captures: s.Captures, Reports: s.Reports, Articles: s.Articles, Failures: s.Failures, Missed: s.Missed, Gone: s.Gone, Absent: s.Absent, Withdrawn: s.Withdrawn, Undone: s.Undone}
	for name, n := range s.Languages {
		if name == "" {
			name = "und"
		}
		l.Languages = append(l.Languages, document.Count{Name: name, N: int(n)})
	}
	slices.SortFunc(l.Languages, larger)
	outlets, err := w.Shelf.Found.Outlets(ctx)
	if err != nil {
		return l, err
	}
	ids := slices.Sorted(maps.Keys(outlets))
	of := map[string]int{}
	for some := range slices.Chunk(ids, 512) {
		days, err := w.Shelf.Store.Days(ctx, some)
		if err != nil {
			return l, err
		}
		for _, id := range some {
			switch day, _, _ := strings.Cut(days[id], "T"); {
			case day == "":
				l.Undated++
			default:
				if l.First == "" || day < l.First {
					l.First = day
				}
				l.Last = max(l.Last, day)
			}
			if outlets[id] == "" {
				l.Nowhere++
			} else {
				of[outlets[id]]++
			}
		}
	}
	for name, n := range of {
		l.Outlets = append(l.Outlets, document.Count{Name: name, N: n})
	}
	slices.SortFunc(l.Outlets, larger)
	gaps, err := w.Shelf.Gaps(ctx)
	if err != nil {
		return l, err
	}
	for _, g := range gaps {
		l.Gaps = append(l.Gaps, document.Gap{Outlet: g.Outlet, From: g.From, To: g.To})
	}
	return l, w.head(&l)
}

func larger(a, b document.Count) int {
	if a.N != b.N {
		return b.N - a.N
	}
	return strings.Compare(a.Name, b.Name)
}

// head is the log's last signed head, by which what is proven is verified.
func (w *writing) head(l *document.Ledger) error {
	signed, err := w.stored.Head()
	if err != nil {
		return nil // nothing was signed yet: the proofs say so
	}
	verifier, err := w.stored.Verifier()
	if err != nil {
		return err
	}
	h, err := transparency.OpenHead(signed, verifier)
	if err != nil {
		return err
	}
	l.Leaves, l.Signed, l.Head = h.Size, h.Time, h.Short()
	return nil
}

// gate takes the names of private persons, as the reports of the case spell them, out of what its
// maker wrote.
func (w *writing) gate(d *document.Data) {
	if w.Names {
		return
	}
	words := func(s string) string {
		for i := range w.kept {
			s = w.gates[i].Words(s)
		}
		return s
	}
	d.Case.Name = words(d.Case.Name)
	for i := range d.Entries {
		d.Entries[i].Comment, d.Entries[i].Translation = words(d.Entries[i].Comment), words(d.Entries[i].Translation)
	}
}
