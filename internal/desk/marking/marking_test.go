package marking

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
)

func span(text, words string) riwaya.Span {
	i := strings.Index(text, words)
	return riwaya.Span{Start: i, End: i + len(words)}
}

// TestNestedAndOverlapping marks a claim with a figure in it, a place that reaches out of it, and a
// content with a gap.
func TestNestedAndOverlapping(t *testing.T) {
	text := "قال المجلس إن 12 شخصا وصلوا\nإلى تل النهر أمس"
	marks := []Mark{
		{"cue", "c-1", riwaya.Spans{span(text, "قال")}},
		{"content", "c-1", riwaya.Spans{span(text, "12 شخصا وصلوا\nإلى"), span(text, "أمس")}},
		{"figure", "f-1", riwaya.Spans{span(text, "12 شخصا")}},
		{"place", "p-1", riwaya.Spans{span(text, "إلى تل النهر")}},
	}
	var got []string
	for n, line := range Lines(text, marks) {
		for _, p := range line {
			var over, begins []string
			for _, m := range p.Over {
				over = append(over, marks[m].Class)
			}
			for _, m := range p.Begins {
				begins = append(begins, marks[m].Class)
			}
			got = append(got, fmt.Sprintf("%d %q %v %v", n, p.Text, over, begins))
		}
	}
	want := []string{
		`0 "قال" [cue] [cue]`,
		`0 " المجلس إن " [] []`,
		`0 "12 شخصا" [content figure] [content figure]`,
		`0 " وصلوا" [content] []`,
		`1 "إلى" [content place] [place]`,
		`1 " تل النهر" [place] []`,
		`1 " " [] []`,
		`1 "أمس" [content] []`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// FuzzLines holds any text and any spans to what the package promises, and the page's template to
// escaping all of it.
func FuzzLines(f *testing.F) {
	f.Add("قال <b>المجلس</b>\r\n\n& 12 شخصا", 2, 9, 5, 30, 0, 4)
	f.Add("", 0, 0, 1, 1, -4, 9)
	f.Add("\n\n", 0, 1, 1, 2, 0, 2)
	f.Add("<script>alert(1)</script>", 3, 12, 8, 20, 1, 1<<40)
	page := template.Must(template.New("").Parse(`{{range .}}{{range .}}<span>{{.Text}}</span>{{end}}
{{end}}`))
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		marks := []Mark{{"x", "1", riwaya.Spans{{Start: a, End: b}}}, {"y", "2", riwaya.Spans{{Start: c, End: d}}},
			{"z", "3", riwaya.Spans{{Start: a, End: d}, {Start: e, End: g}}}, {"x", "4", nil}}
		lines := Lines(text, marks)
		var rebuilt []string
		begun := map[int]int{}
		at := 0
		for _, line := range lines {
			whole := ""
			for _, p := range line {
				if p.Text == "" || p.Start != at || utf8.ValidString(text) && !utf8.ValidString(p.Text) {
					t.Fatalf("piece %q at %d, want %d", p.Text, p.Start, at)
				}
				for _, m := range p.Begins {
					begun[m]++
				}
				for i := range p.Text { // each character is under the marks that it lies in, and no other
					for m := range marks {
						in := false
						for _, s := range marks[m].Spans {
							from, to := wholeOf(text, s)
							in = in || from <= at+i && at+i < to
						}
						if in != slices.Contains(p.Over, m) {
							t.Fatalf("byte %d of %q: mark %d: %v", at+i, text, m, in)
						}
					}
				}
				whole += p.Text
				at += len(p.Text)
			}
			at++
			rebuilt = append(rebuilt, whole)
		}
		if got := strings.Join(rebuilt, "\n"); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		for m, n := range begun {
			if n != 1 {
				t.Fatalf("mark %d begins %d times", m, n)
			}
		}
		var out bytes.Buffer
		if err := page.Execute(&out, lines); err != nil {
			t.Fatal(err)
		}
		shown := strings.ReplaceAll(strings.ReplaceAll(out.String(), "<span>", ""), "</span>", "")
		if strings.ContainsAny(shown, "<>") {
			t.Fatalf("not escaped: %s", shown)
		}
	})
}

func wholeOf(text string, s riwaya.Span) (int, int) { return whole(text, s.Start), whole(text, s.End) }
