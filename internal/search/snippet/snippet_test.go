package snippet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/lexicon"
)

func load(t testing.TB) *term.Terms {
	t.Helper()
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return terms
}

func parse(t testing.TB, text string) query.Node {
	t.Helper()
	n, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// marked is text with its marks in brackets.
func marked(text string, marks riwaya.Spans) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(text[at:m.Start] + "[" + m.Of(text) + "]")
		at = m.End
	}
	return b.String() + text[at:]
}

const report = "هدوء في البلدة\nعاد التجار إلى السوق صباحا. وقالت لجنة محلية إن المقاتلين غادروا منطقتهم، وإن السوق الكبير سيفتح غدا. ولم تعرف وجهة المقاتلين بعد."

func TestMarks(t *testing.T) {
	terms := load(t)
	for text, want := range map[string]string{
		"مقاتل":              "هدوء في البلدة\nعاد التجار إلى السوق صباحا. وقالت لجنة محلية إن [المقاتلين] غادروا منطقتهم، وإن السوق الكبير سيفتح غدا. ولم تعرف وجهة [المقاتلين] بعد.",
		`"السوق الكبير" غدا`: "هدوء في البلدة\nعاد التجار إلى السوق صباحا. وقالت لجنة محلية إن المقاتلين غادروا منطقتهم، وإن [السوق الكبير] سيفتح [غدا]. ولم تعرف وجهة المقاتلين بعد.",
		"-مقاتل place:حلب":   report,
		"(x OR منطقة) -هدوء": "هدوء في البلدة\nعاد التجار إلى السوق صباحا. وقالت لجنة محلية إن المقاتلين غادروا [منطقتهم]، وإن السوق الكبير سيفتح غدا. ولم تعرف وجهة المقاتلين بعد.",
	} {
		if got := marked(report, New(terms, parse(t, text)).Marks(report)); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func asItStands(text string) func(riwaya.Span) string {
	return func(at riwaya.Span) string { return at.Of(text) }
}

func TestStretch(t *testing.T) {
	terms := load(t)
	whole := riwaya.Span{Start: 0, End: len(report)}
	for text, want := range map[string]string{
		"مقاتل سوق":     "…إلى [السوق] صباحا. وقالت لجنة محلية إن [المقاتلين] غادروا…",
		"place:حلب":     "هدوء في البلدة عاد التجار إلى السوق صباحا. وقالت لجنة…",
		"بعد وجهة":      "…وإن السوق الكبير سيفتح غدا. ولم تعرف [وجهة] المقاتلين [بعد]",
		"لجنة OR مقاتل": "…وقالت [لجنة] محلية إن [المقاتلين] غادروا منطقتهم، وإن…",
		"xyz OR تجار":   "…في البلدة عاد [التجار] إلى السوق صباحا. وقالت لجنة محلية…",
	} {
		m := New(terms, parse(t, text))
		s := m.Show(m.Stretch(report, whole, 100), asItStands(report))
		got := marked(s.Text, s.Marks)
		if s.MoreBefore {
			got = "…" + got
		}
		if s.MoreAfter {
			got += "…"
		}
		if got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestShown marks in what may be shown, not in what stands there.
func TestShown(t *testing.T) {
	const text = "قال الحاج مروان إن السوق مغلق."
	m := New(load(t), parse(t, "مروان السوق"))
	s := m.Show(m.Stretch(text, riwaya.Span{Start: 0, End: len(text)}, 200), func(at riwaya.Span) string {
		return strings.ReplaceAll(at.Of(text), "الحاج مروان", "[private person]")
	})
	if got := marked(s.Text, s.Marks); got != "قال [private person] إن [السوق] مغلق" {
		t.Error(got)
	}
}

func FuzzStretch(f *testing.F) {
	terms := load(f)
	f.Add(report, `"السوق الكبير" مقاتل OR غدا`, 100, 0, 200)
	f.Add("", "a", 0, -1, 9)
	f.Add("\xff a b\n", "a b", 3, 1, 5)
	f.Fuzz(func(t *testing.T, text, asked string, width, start, end int) {
		n, err := query.Parse(asked)
		if err != nil || start > 0 && start < len(text) && !utf8.RuneStart(text[start]) || end > 0 && end < len(text) && !utf8.RuneStart(text[end]) {
			return
		}
		m := New(terms, n)
		s := m.Show(m.Stretch(text, riwaya.Span{Start: start, End: end}, width), asItStands(text))
		at := 0
		for _, m := range s.Marks {
			if m.Start < at || m.End <= m.Start || m.End > len(s.Text) {
				t.Fatalf("%q in %q: marks %v of %q", asked, text, s.Marks, s.Text)
			}
			at = m.End
		}
		if utf8.ValidString(text) && !utf8.ValidString(s.Text) {
			t.Fatalf("%q: %q", text, s.Text)
		}
	})
}
