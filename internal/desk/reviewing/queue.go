package reviewing

import (
	"net/http"
	"strings"

	"riwaya/internal/desk/site"
	"riwaya/internal/review"
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
	Href, Layer, Words, Title, Report, Day string
	Outlet                                 string
	Reasons                                []string
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

// items are findings as a list shows them.
func items(r *site.Request, c course, all []queue.Item) ([]queued, error) {
	of := map[string]*review.Reviewed{}
	var out []queued
	for i := range all {
		item := &all[i]
		v := of[item.Article]
		if v == nil {
			var err error
			if v, err = r.Shelf().Reviewed(r.Context(), item.Article); site.Unknown(err) {
				continue // withdrawn meanwhile
			} else if err != nil {
				return nil, err
			}
			of[item.Article] = v
		}
		q := queued{Href: c.href(r, item.Ref), Layer: item.Layer, Day: item.Day}
		gate := privacy.NewGate(v.Guarded())
		q.Title, q.Outlet = title(v, gate), value(v.Record.Article.Outlet)
		q.Report = r.Link("report", item.Article)
		if f := v.Finding(item.Finding); f != nil {
			q.Words = gate.At(f.At)
		}
		for _, why := range item.Reasons {
			q.Reasons = append(q.Reasons, reason(r, why))
		}
		out = append(out, q)
	}
	return out, nil
}

// title is an article's title as it may be shown, its beginning where it has none.
func title(v *review.Reviewed, gate *privacy.Gate) string {
	t := v.Record.Article.Title
	if t == "" {
		t, _, _ = strings.Cut(strings.TrimSpace(v.Record.Article.Text), "\n")
	}
	const most = 160 // bytes
	for i := range t {
		if i > most {
			t = t[:i] + " …"
			break
		}
	}
	return gate.Words(t)
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
		return r.Say("reason.contested", why.Against, r.Words.Word("cause", why.Cause))
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
