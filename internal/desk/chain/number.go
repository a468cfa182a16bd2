package chain

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
)

// numbers are the figures that a number in words finds.
type numbers struct {
	Read                 []string // how the question was read, in words
	Unread               []string
	Same, Other, Differs []hit
	MoreSame, MoreOther  int
	MoreDiffers          int
	Reports              int64 // of the ledger
	Named                int   // reports that were looked through for figures
	Spelled              []string
	Cut                  bool // more reports could have it than were looked through
}

// hit is a figure that was found.
type hit struct {
	Text, Predicate, Place string
	By, Outlet, Through    string
	At                     string
	Seen                   bool
	Href, Claim            string
}

const (
	hitsShown = 60
	// candidates is how many reports are looked through for a number; of a place hardly as many are told.
	candidates = 400
)

// number looks for a number: in the reports that the index has for the place or, where none is asked
// for, for the number itself.
func (p *page) number(r *site.Request, asker *ask.Asker, q ask.Query) error {
	ctx := r.Context()
	ids, cut, err := may(ctx, r, q)
	if err != nil {
		return err
	}
	status, err := r.Shelf().Status(ctx)
	if err != nil {
		return err
	}
	n := &numbers{Unread: q.Unread, Reports: status.Reports, Cut: cut}
	p.Numbers = n
	looked := asker.Trace(q)
	return r.Shelf().Reports(ctx, ids, func(m *matter.Matter) error {
		v := &views.View{Request: r, M: m}
		n.read(v, q)
		for _, rec := range m.Records() {
			looked.Add(rec)
		}
		found := looked.Result(nil)
		n.Named, n.Spelled = len(m.Records()), found.Searched.Spelled
		n.Same, n.MoreSame = hits(v, found.Same)
		n.Other, n.MoreOther = hits(v, found.Predicates)
		if len(q.Places) > 0 { // without a place all figures of the kind would be others
			n.Differs, n.MoreDiffers = hits(v, found.Others)
		}
		return nil
	}, riwaya.Layers[:5]...)
}

// read says how the question was read.
func (n *numbers) read(v *views.View, q ask.Query) {
	n.Read = append(n.Read, v.Bounds(q.Op, q.Low, q.High))
	if q.Predicate != "" {
		n.Read = append(n.Read, v.Words.Word("predicate", q.Predicate))
	}
	if q.Group != "" {
		n.Read = append(n.Read, v.Words.Word("group", q.Group))
	}
	for _, p := range q.Places {
		n.Read = append(n.Read, p.Text)
	}
}

// may are the articles that may have what is asked for; cut says that there are more.
func may(ctx context.Context, r *site.Request, q ask.Query) (ids []string, cut bool, err error) {
	var nodes []query.Node
	for _, p := range q.Places {
		nodes = append(nodes, query.Field{Name: "place", Value: p.Text})
		for _, c := range p.Can {
			nodes = append(nodes, query.Field{Name: "place", Value: c.Name, Exact: true})
		}
	}
	if len(nodes) == 0 {
		predicates := query.Predicates
		if slices.Contains(predicates, q.Predicate) {
			predicates = []string{q.Predicate}
		}
		number := q.Low
		if number == nil {
			number = q.High
		}
		for _, p := range predicates {
			nodes = append(nodes, query.Figure{Predicate: p, Low: number, High: number})
		}
		nodes = append(nodes, query.Text{Words: strconv.FormatFloat(*number, 'f', -1, 64)})
	}
	for _, n := range nodes {
		page, _, err := r.Shelf().Index.Search(ctx, n, fts.Options{Limit: candidates})
		if err != nil {
			return nil, false, err
		}
		cut = cut || page.Next != ""
		for _, x := range page.Results {
			if !slices.Contains(ids, x.Article) {
				ids = append(ids, x.Article)
			}
		}
	}
	if len(ids) > candidates {
		ids, cut = ids[:candidates], true
	}
	slices.Sort(ids)
	return ids, cut, nil
}

func hits(v *views.View, all []ask.Hit) (out []hit, more int) {
	for i := range all {
		if i == hitsShown {
			return out, len(all) - hitsShown
		}
		h := &all[i]
		one := hit{Text: v.Shown(h.Text), Predicate: v.Words.Word("predicate", h.Predicate), Place: v.Shown(h.Place), By: v.Teller(&h.By), Outlet: h.Outlet,
			At: strings.Replace(h.At[:min(len(h.At), len("2006-01-02T15:04"))], "T", " ", 1), Seen: h.AtFrom == riwaya.GivenSeen, Href: v.At(h.Article, h.Figure)}
		through := make([]string, len(h.Through))
		for k, t := range h.Through {
			through[k] = v.Name(nil, t)
		}
		one.Through = strings.Join(through, v.Say("sep.comma")+" ")
		if h.Claim != nil {
			one.Claim = v.Link("chain", *h.Claim)
		}
		out = append(out, one)
	}
	return out, 0
}
