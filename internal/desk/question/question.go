// Package question is the page of one question over all stories that answer it: who gives which
// figure, when and through whom, side by side, and how the accounts stand to one another.
//
// Nothing in it is added up or averaged: each figure is as somebody printed it, and is a link to
// where it stands.
package question

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/matter"
	"riwaya/internal/tracing"
)

// Routes are the page's addresses.
func Routes() []site.Route {
	return []site.Route{{Method: "GET", Pattern: "/question/{id}", Least: site.Reader, Handle: show, Kept: true}}
}

// page is what the template shows.
type page struct {
	Question
	Stories []views.Story
}

func show(r *site.Request) error {
	var p page
	err := tracing.Question(r.Context(), r.Shelf().Found, r.Shelf(), r.PathValue("id"), func(q *riwaya.Question, m *matter.Matter) error {
		p.Question = Of(&views.View{Request: r, M: m}, q, all)
		return nil
	})
	if err != nil {
		return err
	}
	stories, err := r.Shelf().Found.Asking(r.Context(), p.ID)
	if err != nil {
		return err
	}
	if p.Stories, err = views.Stories(r, stories); err != nil {
		return err
	}
	return r.Show("question", p.Title, p)
}

// all is as many accounts as a question can have.
const all = 1 << 20

// Question is a question as it is shown.
type Question struct {
	ID, Title            string
	Predicate, Group     string // in words
	Scope, Unit, Of      string
	Place                string
	Spelled              []string
	From, To, Since      string
	Incident             string // its ID
	Part                 bool
	Accounts             []Account
	More                 int // accounts that are not shown
	Contradict           []Relation
	Others               []Relation
	MoreRelations        int
	Lowest, Highest, New *Cited
	NewestBySeen         bool
	Reports, Outlets     int
	Tellers, Unnamed     int
	Contested            bool
	One                  bool   // all that there is is one figure
	Chart                *Chart // nil where there is nothing to draw
}

// Account is what one teller gave.
type Account struct {
	N         int // from 1
	Name      string
	Kind      string
	Named     bool
	Source    string // the ID of its page, "" where it has none
	Figures   []Figure
	Contested bool
}

// Figure is a number that an account gave at one time, with all reports that have it.
type Figure struct {
	Text, Bounds string
	Hedged       bool
	Places       []Place
}

// Place is where a figure stands.
type Place struct {
	Outlet, At   string
	Seen, Stated bool
	Text         string // where it is printed otherwise than in the first
	Through      string
	Why          string
	Href         string
	Claim        string // the address of its chain, "" where the report says it itself
}

// Cited is a figure with who gives it.
type Cited struct {
	Text, Bounds, By string
	At               string
	Seen             bool
	Href             string
}

// Relation is how two figures stand to one another.
type Relation struct {
	Key, Kind, Cause string
	A, B             Cited
	AccountA         int
	AccountB         int
}

// Of is a question of a matter as it is shown, with at most so many accounts: those that most reports
// have are kept, in their order.
func Of(v *views.View, q *riwaya.Question, most int) Question {
	out := Question{ID: q.ID, Predicate: v.Words.Word("predicate", q.Predicate), Group: v.Words.Word("group", q.Group), Scope: v.Words.Word("scope", q.Scope),
		From: value(q.From), To: value(q.To), Since: value(q.Since), Incident: value(q.Incident), Part: q.Part,
		NewestBySeen: q.Summary.NewestBySeen, Reports: q.Summary.Reports, Outlets: q.Summary.Outlets, Tellers: q.Summary.Tellers, Unnamed: q.Summary.Unnamed}
	if q.Unit != nil {
		out.Unit = v.Words.Word("unit", *q.Unit)
	}
	if q.Of != nil {
		out.Of = v.Name(q.Of, *q.Of)
	}
	if q.Place != nil {
		out.Place, out.Spelled = placeName(v, q.Place), q.Place.Spelled
	}
	out.Title = title(v, &out)
	shown := biggest(q.Accounts, most)
	out.More = len(q.Accounts) - len(shown)
	for _, i := range shown {
		out.Accounts = append(out.Accounts, account(v, q, i))
	}
	out.Lowest, out.Highest, out.New = cited(v, q, q.Summary.Lowest), cited(v, q, q.Summary.Highest), cited(v, q, q.Summary.Newest)
	out.One = out.Lowest != nil && out.Highest != nil && out.New != nil && *out.Lowest == *out.Highest && *out.Lowest == *out.New
	relations(v, q, &out)
	out.Chart = chart(v, q, &out)
	return out
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// placeName is a place in the page's language: on an Arabic page as the reports spell it.
func placeName(v *views.View, p *riwaya.QuestionPlace) string {
	if v.Words.Language == "ar" {
		for _, s := range p.Spelled {
			if s != "" {
				return v.Shown(s)
			}
		}
	}
	return v.Shown(p.Name)
}

// title is what is asked, in a few words.
func title(v *views.View, q *Question) string {
	parts := []string{v.Say("question.title", q.Predicate, q.Group)}
	if q.Unit != "" {
		parts[0] += " (" + q.Unit + ")"
	}
	if q.Of != "" {
		parts = append(parts, views.Isolated(q.Of))
	}
	if q.Place != "" {
		parts = append(parts, views.Isolated(q.Place))
	}
	switch {
	case q.Since != "":
		parts = append(parts, v.Say("question.since", q.Since))
	case q.From != "" && q.To != "" && q.From != q.To:
		parts = append(parts, views.Isolated(q.From+" – "+q.To))
	case q.To != "" || q.From != "":
		parts = append(parts, views.Isolated(cmp.Or(q.To, q.From)))
	}
	return strings.Join(parts, " · ")
}

// biggest are the places of the accounts with most figures, in the order of the accounts.
func biggest(accounts []riwaya.Account, most int) []int {
	at := make([]int, len(accounts))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(len(accounts[b].Figures), len(accounts[a].Figures)) })
	at = at[:min(most, len(at))]
	slices.Sort(at)
	return at
}

func account(v *views.View, q *riwaya.Question, n int) Account {
	a := &q.Accounts[n]
	out := Account{N: n + 1, Name: v.Teller(&a.By), Kind: v.Words.Word("kind", a.By.Kind), Named: a.By.Named}
	if a.By.Named {
		out.Source = views.Source(a.By.Actor)
	}
	for i := range a.Figures {
		g := &a.Figures[i]
		f := Figure{Text: v.Shown(g.Text), Bounds: v.Bounds(g.Op, g.Low, g.High), Hedged: g.Hedged}
		place := placeOf(v, g)
		// The same number again is one figure with another place; after another it is a change of mind.
		k := len(out.Figures) - 1
		if k < 0 || out.Figures[k].Bounds != f.Bounds || out.Figures[k].Hedged != f.Hedged || f.Bounds == "" {
			out.Figures = append(out.Figures, f)
			k++
		}
		out.Figures[k].Places = append(out.Figures[k].Places, place)
	}
	for _, r := range q.Relations {
		if r.Kind == riwaya.RelationContradict && (r.A.Account == n || r.B.Account == n) {
			out.Contested = true
		}
	}
	return out
}

func placeOf(v *views.View, g *riwaya.Given) Place {
	p := Place{Outlet: g.Outlet, At: day(g.At), Seen: g.AtFrom == riwaya.GivenSeen, Stated: g.AtFrom == riwaya.GivenStated, Text: v.Shown(g.Text), Why: v.Words.Word("joined", g.Why), Href: v.At(g.Article, g.Figure)}
	if len(g.Through) > 0 {
		through := make([]string, len(g.Through))
		for i, t := range g.Through {
			through[i] = v.Name(nil, t)
		}
		p.Through = strings.Join(through, v.Say("sep.comma")+" ")
	}
	if g.Claim != nil {
		p.Claim = v.Link("chain", *g.Claim)
	}
	return p
}

// day is a moment without what is less than a minute.
func day(at string) string {
	d, clock, ok := strings.Cut(at, "T")
	if ok && len(clock) >= 5 {
		return d + " " + clock[:5]
	}
	return d
}

func cited(v *views.View, q *riwaya.Question, at *riwaya.FigureRef) *Cited {
	if at == nil {
		return nil
	}
	c := citing(v, q, *at)
	return &c
}

func citing(v *views.View, q *riwaya.Question, at riwaya.FigureRef) Cited {
	a := &q.Accounts[at.Account]
	g := &a.Figures[at.Figure]
	return Cited{Text: v.Shown(g.Text), Bounds: v.Bounds(g.Op, g.Low, g.High), By: v.Teller(&a.By), At: day(g.At), Seen: g.AtFrom == riwaya.GivenSeen, Href: v.At(g.Article, g.Figure)}
}

// relationsShown is how many relations of each sort stand in full.
const relationsShown = 30

func relations(v *views.View, q *riwaya.Question, out *Question) {
	order := []string{riwaya.RelationContradict, riwaya.RelationUpdate, riwaya.RelationRefine, riwaya.RelationAgree}
	all := slices.Clone(q.Relations)
	slices.SortStableFunc(all, func(a, b riwaya.Relation) int {
		return cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind))
	})
	for i := range all {
		r := &all[i]
		out.Contested = out.Contested || r.Kind == riwaya.RelationContradict && r.Cause != riwaya.CauseTime
		to := &out.Others
		if r.Kind == riwaya.RelationContradict {
			to = &out.Contradict
		}
		if len(*to) == relationsShown {
			out.MoreRelations++
			continue
		}
		one := Relation{Key: r.Kind, Kind: v.Words.Word("relation", r.Kind), A: citing(v, q, r.A), B: citing(v, q, r.B), AccountA: r.A.Account + 1, AccountB: r.B.Account + 1}
		if r.Kind == riwaya.RelationContradict {
			one.Cause = v.Words.Word("cause", r.Cause)
		}
		*to = append(*to, one)
	}
}
