package reviewing

import (
	"net/http"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/views"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/queue"
	"riwaya/internal/show/privacy"
)

const perPage = 20

// queuePage is what the template shows.
type queuePage struct {
	course
	Items   []queued
	Count   int
	Next    string // an address
	First   bool   // nothing comes before it
	Unready bool
	Kinds   []queue.Kind
	Bad     int // decisions that could not be read
}

// queued is a finding in the queue.
type queued struct {
	Href, Layer           string
	Before, Words, After  string // what stands around it in its line
	Title, Report, Outlet string
	Day                   string
	Reasons               []string
}

func showQueue(r *site.Request) error {
	c := courseOf(r)
	p := queuePage{course: c, Kinds: queue.Kinds}
	ctx := r.Context()
	var err error
	if p.Unready, err = r.Shelf().Unready(ctx); err != nil {
		return err
	}
	if !p.Unready {
		a := c.asked()
		a.After, a.Limit = r.URL.Query().Get("from"), perPage
		p.First = a.After == ""
		page, err := r.Shelf().Queue(ctx, a)
		if err != nil {
			return site.Problem{Status: http.StatusBadRequest, Key: "review.noplace"}
		}
		p.Count = page.Count
		if page.Next != "" {
			p.Next = r.Link("review") + c.Query("from", page.Next)
		}
		if p.Items, err = items(r, c, page.Items); err != nil {
			return err
		}
	}
	log, err := r.Shelf().Decisions(ctx)
	if err != nil {
		return err
	}
	p.Bad = len(log.Bad())
	return r.Show("review", r.Say("review.title"), p)
}

// items are findings as a list shows them. What was withdrawn meanwhile is left out.
func items(r *site.Request, c course, all []queue.Item) ([]queued, error) {
	ctx := r.Context()
	log, err := r.Shelf().Decisions(ctx)
	if err != nil {
		return nil, err
	}
	var ids []string
	for i := range all {
		if !slices.Contains(ids, all[i].Article) {
			ids = append(ids, all[i].Article)
		}
	}
	readings, err := r.Shelf().Readings(ctx, ids)
	if err != nil {
		return nil, err
	}
	gates := map[string]gate{}
	var out []queued
	for i := range all {
		item := &all[i]
		v := readings[item.Article]
		if v == nil {
			continue
		}
		g, known := gates[item.Article]
		if !known {
			g = gateOf(r, v, log)
			gates[item.Article] = g
		}
		q := queued{Href: c.href(r, item.Ref), Layer: item.Layer, Day: item.Day, Title: g.title(&v.Record.Article), Outlet: value(v.Record.Article.Outlet), Report: r.Link("report", item.Article)}
		if f, ok := review.Of(v, log, item.Finding); ok {
			q.Words = g.At(f.At)
			q.Before, q.After = g.around(v.Record.Article.Text, f.At)
		}
		for _, why := range item.Reasons {
			q.Reasons = append(q.Reasons, reason(r, why))
		}
		out = append(out, q)
	}
	return out, nil
}

// gate is what words of an article pass before they are shown, in the page's language.
type gate struct {
	*privacy.Gate
	view views.View
}

func gateOf(r *site.Request, v *finding.Reading, log *review.Log) gate {
	return gate{privacy.NewGate(review.Guarded(v, log)), views.View{Request: r}}
}

func (g gate) At(at riwaya.Spans) string { return strings.TrimSpace(g.view.Shown(g.Gate.At(at))) }
func (g gate) Words(words string) string { return g.view.Shown(g.Gate.Words(words)) }

// stretch is At with the spaces at its ends: what stands there may be one word with what comes next.
func (g gate) stretch(at riwaya.Span) string { return g.view.Shown(g.Gate.At(riwaya.Spans{at})) }

// around is what stands before and after a finding in its line, as far as whole words go.
func (g gate) around(text string, at riwaya.Spans) (before, after string) {
	if len(at) == 0 {
		return "", ""
	}
	const most = 90 // bytes on each side
	hull := at.Hull()
	from := strings.LastIndexByte(text[:hull.Start], '\n') + 1
	cut := false
	if hull.Start-from > most {
		from, cut = hull.Start-most, true
		if i := strings.IndexByte(text[from:hull.Start], ' '); i >= 0 {
			from += i + 1
		} else {
			from = hull.Start
		}
	}
	if before = g.stretch(riwaya.Span{Start: from, End: hull.Start}); cut && before != "" {
		before = "… " + before
	}
	to := len(text)
	if i := strings.IndexByte(text[hull.End:], '\n'); i >= 0 {
		to = hull.End + i
	}
	cut = false
	if to-hull.End > most {
		to, cut = hull.End+most, true
		if i := strings.LastIndexByte(text[hull.End:to], ' '); i >= 0 {
			to = hull.End + i
		} else {
			to = hull.End
		}
	}
	if after = g.stretch(riwaya.Span{Start: hull.End, End: to}); cut && after != "" {
		after += " …"
	}
	return before, after
}

// title is an article's title as it may be shown, its beginning where it has none.
func (g gate) title(a *riwaya.Article) string {
	t := a.Title
	if t == "" {
		t, _, _ = strings.Cut(strings.TrimSpace(a.Text), "\n")
	}
	const most = 160 // bytes
	for i := range t {
		if i > most {
			t = t[:i] + " …"
			break
		}
	}
	return g.Words(t)
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// reason is why a finding should be looked at, in words.
func reason(r *site.Request, why queue.Reason) string {
	switch why.Kind {
	case queue.Disputed:
		return r.Say("reason.disputed", fields(r, why.Fields))
	case queue.Contested:
		v := views.View{Request: r}
		return r.Say("reason.contested", v.Bounds(why.Against.Op, why.Against.Low, why.Against.High), r.Words.Word("cause", why.Cause))
	case queue.Accused:
		return r.Say("reason.accused." + why.Standing)
	case queue.Copied:
		return r.Say("reason.copied", r.Say("count.reports", why.Number), r.Say("count.outlets", why.Outlets))
	case queue.WeakRule:
		return r.Say("reason.rule", why.Number, why.Of)
	case queue.Unsure:
		return r.Say("reason.unsure", why.Number)
	}
	return r.Say("reason." + string(why.Kind))
}

// fields are fields in words.
func fields(r *site.Request, names []string) string {
	var out []string
	for _, n := range names {
		out = append(out, r.Words.Word("field", n))
	}
	return strings.Join(out, r.Say("comma")+" ")
}
