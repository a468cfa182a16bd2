package reviewing

import (
	"net/http"
	"slices"
	"strconv"

	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/ledger"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/queue"
)

// findingPage is what the template shows of one finding.
type findingPage struct {
	course
	Ref              review.Ref
	Layer            string
	Title, Report    string // of the article, and where it is
	Article          string // the address of the article's own page of review
	Language         string
	Lines            [][]piece
	State            views.Review
	Rule             string
	Confidence       int // of a hundred, 0 where the layer does not say
	Rows             []row
	Empty            []string // fields of which nothing is read
	Anchor           string   // the field that says where it stands
	Opinions         []opinion
	Mine             bool // who looks has decided
	History          []entry
	Reasons          []string
	Before, After    string // addresses
	Added            string // where a missed one is added
	Action           string
	Gone             bool   // nothing can be decided of it any more
	Near             []near // what stands on the same words
	Entered          int64  // the decision that was just entered
	EnteredOf        string
	UndoAction, Back string
}

// row is a field of the finding.
type row struct {
	Name, Kind, Prefix string
	Read               string   // in words
	Empty              bool     // nothing is read, and nobody says otherwise
	Said               string   // as the form has it: what the reviewer holds, else what was read
	Options            []option // of a choice
	Many               bool     // several can be chosen
	Others             []said
	Corrected          bool
}

type option struct {
	Value, Text string
	On          bool
}

// said is what a reviewer has otherwise.
type said struct{ Who, Text string }

// opinion is what one reviewer holds.
type opinion struct {
	Who, Verdict, Fit string
	Fields            string
	Notes             []string
}

type entry struct {
	review.Entry
	Note string
	Can  bool // it can be taken back
}

type near struct{ Href, Words string }

func showFinding(r *site.Request) error {
	ref, v, err := askedOf(r)
	if err != nil {
		return err
	}
	f := v.Finding(ref.Finding)
	if f == nil {
		return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
	}
	c := courseOf(r)
	s := saying{r, v, gateOf(r, v.Reading, v.Log)}
	p := findingPage{course: c, Ref: ref, Layer: f.Layer, Title: s.gate.title(&v.Record.Article), Report: r.Link("report", ref.Article), Article: r.Link("review", ref.Article) + c.Query(),
		Language: v.Record.Article.Language, State: views.ReviewOf(f), Rule: f.Rule, Confidence: int(f.Confidence*100 + 0.5), Anchor: finding.Anchor(f.Layer),
		Action: c.href(r, ref), UndoAction: r.Link("review", "undo"), Back: r.Link("review") + c.Query()}
	p.Added = r.Link("review", ref.Article) + c.Query("add", f.Layer) + "#add"
	p.Lines = lines(pieces(v, s.gate, marksOf(v, f)))
	p.Rows = s.rows(f, c.By)
	for _, row := range p.Rows {
		if row.Empty {
			p.Empty = append(p.Empty, row.Name)
		}
	}
	for i := range f.Opinions {
		o := &f.Opinions[i]
		p.Mine = p.Mine || o.Who == c.By && o.Fit == review.Holds
		one := opinion{Who: o.Who, Verdict: o.Verdict, Fit: string(o.Fit), Fields: fields(r, o.Fields)}
		for _, n := range o.Notes {
			one.Notes = append(one.Notes, s.gate.Words(n))
		}
		p.Opinions = append(p.Opinions, one)
		for _, id := range o.Near {
			if g := v.Finding(id); g != nil {
				p.Near = append(p.Near, near{c.href(r, review.Ref{Article: ref.Article, Finding: id}), s.gate.At(g.At)})
			}
		}
	}
	p.Gone = f.Read == nil && f.State == review.Moved
	for _, e := range v.Log.History(ref) {
		p.History = append(p.History, entry{e, s.gate.Words(e.Note), e.By == 0 && c.May})
	}
	if err := p.place(r, v, f); err != nil {
		return err
	}
	if n, err := strconv.ParseInt(r.URL.Query().Get("entered"), 10, 64); err == nil {
		for _, e := range v.Log.Entries() {
			if e.Leaf == n && e.By == 0 {
				p.Entered, p.EnteredOf = n, c.href(r, e.Ref)
				if e.Ref.Finding == "" {
					p.EnteredOf = r.Link("review", e.Ref.Article) + c.Query()
				}
			}
		}
	}
	return r.Show("review-finding", r.Say("review.finding", r.Say("layer1."+f.Layer)), p)
}

// place finds what is before and after it: in the queue, else in its article.
func (p *findingPage) place(r *site.Request, v *review.Reviewed, f *review.Finding) error {
	ctx := r.Context()
	var around queue.Around
	if unready, err := r.Shelf().Unready(ctx); err != nil {
		return err
	} else if !unready {
		if around, err = r.Shelf().Review.Around(ctx, v.Log, p.asked(), f.Ref); err != nil {
			return err
		}
	}
	for _, why := range around.Reasons {
		p.Reasons = append(p.Reasons, reason(r, why))
	}
	if !around.In {
		i := slices.IndexFunc(v.Findings, func(g review.Finding) bool { return g.Ref == f.Ref })
		if i > 0 {
			around.Before = &v.Findings[i-1].Ref
		}
		if i+1 < len(v.Findings) {
			around.After = &v.Findings[i+1].Ref
		}
	}
	if around.Before != nil {
		p.Before = p.href(r, *around.Before)
	}
	if around.After != nil {
		p.After = p.href(r, *around.After)
	}
	return nil
}

// judge enters what a form decides about a finding, and goes on to the next.
func judge(r *site.Request) error {
	ref, v, err := askedOf(r)
	if err != nil {
		return err
	}
	f := v.Finding(ref.Finding)
	if f == nil {
		return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
	}
	c := courseOf(r)
	by := review.By{Who: c.By, Note: note(r)}
	var decision *ledger.Review
	switch r.PostFormValue("verdict") {
	case review.Accept:
		decision, err = v.Accept(by, ref.Finding)
	case review.Reject:
		decision, err = v.Reject(by, ref.Finding)
	case review.Correct:
		s := saying{r, v, gateOf(r, v.Reading, v.Log)}
		is, wrong := s.form(f.Layer, s.rows(f, c.By))
		if wrong != nil {
			return wrong
		}
		decision, err = v.Correct(by, ref.Finding, is)
	default:
		return site.Wrong("review.noverdict")
	}
	if err != nil {
		return site.Wrong("review.wrong", err.Error())
	}
	p := findingPage{course: c}
	if err := p.place(r, v, f); err != nil { // before it is decided, while it stands where it stood
		return err
	}
	if err := r.Site.Writing.Review(r.Context(), decision); err != nil {
		return err
	}
	entered := strconv.FormatInt(decision.Leaf, 10)
	if p.After == "" {
		return r.Redirect(c.to(ref, "entered", entered), "")
	}
	http.Redirect(r.W, r.Request, p.After+more(p.After)+"entered="+entered, http.StatusSeeOther)
	return nil
}

// more is what stands between an address and one value more.
func more(address string) string {
	if slices.Contains([]byte(address), '?') {
		return "&"
	}
	return "?"
}

// note is a form's note, its line ends as they are here.
func note(r *site.Request) string {
	var out []byte
	for _, b := range []byte(r.PostFormValue("note")) {
		if b != '\r' {
			out = append(out, b)
		}
	}
	return string(out)
}

// undo takes a decision back.
func undo(r *site.Request) error {
	n, err := strconv.ParseInt(r.PostFormValue("leaf"), 10, 64)
	if err != nil {
		return site.Wrong("review.noverdict")
	}
	log, err := r.Shelf().Decisions(r.Context())
	if err != nil {
		return err
	}
	c := courseOf(r)
	decision, err := log.Undo(c.By, n, note(r))
	if err != nil {
		return site.Wrong("review.wrong", err.Error())
	}
	ref, err := review.ParseRef(decision.About)
	if err != nil {
		return site.Wrong("review.wrong", err.Error())
	}
	if err := r.Site.Writing.Review(r.Context(), decision); err != nil {
		return err
	}
	if ref.Finding == "" {
		return r.Redirect("/review/"+ref.Article+c.Query(), "undone")
	}
	return r.Redirect(c.to(ref), "undone")
}
