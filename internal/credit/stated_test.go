package credit_test

import (
	"fmt"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/credit"
	"riwaya/internal/lang/ar/artest"
)

// TestStated wants that what an article came with stands: a credit, whose outlet is looked
// up, and a line that is no part of the body, in which only an outlet is looked for.
func TestStated(t *testing.T) {
	lx, l := artest.Load(t)
	f := credit.New(lx, l.Class)
	const body = "قال مدير المستشفى إن الطريق مغلق\nالمصدر: وكالات"
	for _, c := range []struct {
		line   string
		stated bool
		want   string
	}{
		{"Forwarded from رويترز", true, "رويترز reuters source line; وكالات - source line"},
		{"Forwarded from نهر بوست", true, "نهر بوست - source line; وكالات - source line"},
		{"Forwarded from رويترز", false, "رويترز reuters source line; وكالات - source line"},
		{"Forwarded from سامر العلي", false, "وكالات - source line"},
		{"Forwarded message", false, "وكالات - source line"},
	} {
		text := c.line + "\n" + body
		from := len(c.line) + 1
		rec := &riwaya.Record{Article: riwaya.Article{Text: text, Body: []riwaya.Span{{Start: from, End: len(text)}}}}
		if c.stated {
			span := riwaya.Span{Start: len("Forwarded from "), End: len(c.line)}
			rec.Article.Credits = []riwaya.Credit{{Span: span, Text: span.Of(text), Form: riwaya.CreditSourceLine, Rule: "telegram"}}
		}
		p := l.Parse(text)
		f.Find(p, rec)
		var got []string
		for _, k := range rec.Article.Credits {
			actor := "-"
			if k.Actor != nil {
				actor = *k.Actor
			}
			got = append(got, fmt.Sprintf("%s %s %s", k.Text, actor, k.Form))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", c.line, s, c.want)
		}
		if b := rec.Article.Body; len(b) != 1 || b[0].Of(text) != "قال مدير المستشفى إن الطريق مغلق" {
			t.Errorf("%s: body %v", c.line, b)
		}
	}
}
