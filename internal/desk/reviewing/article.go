package reviewing

import (
	"slices"
	"strconv"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/ledger"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
)

// articlePage is what the template shows of an article as a whole.
type articlePage struct {
	course
	Title, Report string
	Language      string
	Lines         [][]piece
	Layers        []inLayer
	Add           string // the layer of which a missed finding is added
	Rows          []row  // of what is added
	Anchor        string
	Action        string
	UndoAction    string
	Marks         []wholeMark
	Entered       int64
}

// inLayer are the findings of a layer.
type inLayer struct {
	Layer string
	Add   string // the address where one that was missed is added
	Found []found
	Open  int // not decided
	Whole bool
}

type found struct {
	Href, Words string
	State       views.Review
}

type wholeMark struct {
	Who    string
	Leaf   int64
	Layers string
}

func showArticle(r *site.Request) error {
	ref, v, err := askedOf(r)
	if err != nil {
		return err
	}
	c := courseOf(r)
	s := saying{r, v, gateOf(r, v.Reading, v.Log)}
	p := articlePage{course: c, Title: s.gate.title(&v.Record.Article), Report: r.Link("report", ref.Article), Language: v.Record.Article.Language,
		Action: r.Link("review", ref.Article) + c.Query(), UndoAction: r.Link("review", "undo"), Add: r.URL.Query().Get("add")}
	seen := map[string]bool{}
	for _, d := range v.Log.Whole(ref.Article) {
		m := wholeMark{Who: d.Who, Leaf: d.Leaf}
		for i, in := range d.Seen {
			seen[in.Layer] = true
			if i > 0 {
				m.Layers += r.Say("comma") + " "
			}
			m.Layers += r.Say("layer." + in.Layer)
		}
		p.Marks = append(p.Marks, m)
	}
	var marks []marked
	for _, layer := range riwaya.Layers {
		in := inLayer{Layer: layer, Whole: seen[layer], Add: r.Link("review", ref.Article) + c.Query("add", layer) + "#add"}
		for i := range v.Findings {
			f := &v.Findings[i]
			if f.Layer != layer {
				continue
			}
			if f.State != review.Agreed {
				in.Open++
			}
			in.Found = append(in.Found, found{c.href(r, f.Ref), s.finding(f.Ref.Finding), views.ReviewOf(f)})
			if layer != finding.Actors && layer != finding.Events && layer != finding.Positions && !f.Rejected {
				for _, m := range marksOf(v, f) {
					marks = append(marks, marked{m.at, m.class, false})
				}
			}
		}
		p.Layers = append(p.Layers, in)
	}
	slices.SortStableFunc(marks, func(a, b marked) int { return b.at.Len() - a.at.Len() })
	p.Lines = lines(pieces(v, s.gate, marks))
	if p.Anchor = finding.Anchor(p.Add); p.Anchor == "" {
		p.Add = ""
	}
	for _, f := range finding.Fields(p.Add) {
		p.Rows = append(p.Rows, s.row(p.Add, f, finding.Value{}))
	}
	if n, err := strconv.ParseInt(r.URL.Query().Get("entered"), 10, 64); err == nil {
		p.Entered = n
	}
	return r.Show("review-article", r.Say("review.article"), p)
}

// addOrWhole enters what a form decides about an article: a finding that was missed, or that all of it was
// looked at.
func addOrWhole(r *site.Request) error {
	ref, v, err := askedOf(r)
	if err != nil {
		return err
	}
	c := courseOf(r)
	by := review.By{Who: c.By, Note: note(r)}
	var decision *ledger.Review
	switch r.PostFormValue("verdict") {
	case review.Add:
		layer := r.PostFormValue("of")
		s := saying{r, v, gateOf(r, v.Reading, v.Log)}
		var rows []row
		for _, f := range finding.Fields(layer) {
			rows = append(rows, row{Name: f.Name})
		}
		is, wrong := s.form(layer, rows)
		if wrong != nil {
			return wrong
		}
		decision, err = v.Add(by, layer, is)
	case review.Whole:
		decision, err = v.Whole(by, r.PostForm["layers"]...)
	default:
		return site.Wrong("review.noverdict")
	}
	if err != nil {
		return site.Wrong("review.wrong", err.Error())
	}
	if err := r.Site.Writing.Review(r.Context(), decision); err != nil {
		return err
	}
	added, err := review.ParseRef(decision.About)
	entered := strconv.FormatInt(decision.Leaf, 10)
	if err == nil && added.Finding != "" {
		return r.Redirect(c.to(added, "entered", entered), "")
	}
	return r.Redirect("/review/"+ref.Article+c.Query("entered", entered), "")
}
