package chains

import (
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"riwaya"
)

// A made-up gold: the digest of article X is "X", so that findings may call it what they like.
func article(name string) Article { return Article{SHA256: name} }

func named(names ...string) []Named {
	var out []Named
	for _, n := range names {
		out = append(out, Named{ID: "art-" + n, TextID: "sha256:" + n})
	}
	return out
}

func copyOf(a, b string) riwaya.Copy { return riwaya.Copy{A: "art-" + a, B: "art-" + b} }

func measure(t *testing.T, r Result, name string) Measure {
	t.Helper()
	for _, m := range r.Measures {
		if m.Name == name {
			return m
		}
	}
	return Measure{}
}

// wants checks right, predicted and gold of a measure.
func wants(t *testing.T, r Result, name string, right, predicted, gold float64) {
	t.Helper()
	if m := measure(t, r, name); m.Right != right || m.Predicted != predicted || m.Gold != gold {
		t.Errorf("%s: right %g predicted %g gold %g, want %g %g %g", name, m.Right, m.Predicted, m.Gold, right, predicted, gold)
	}
}

func TestPairs(t *testing.T) {
	pair := func(a, b, relation string, or ...string) Pair {
		return Pair{ID: a + b, A: article(a), B: article(b), Relation: relation, Or: or}
	}
	g := Gold{Pairs: []Pair{
		pair("a", "b", Copied),
		pair("c", "d", Release, Copied),
		pair("e", "f", Rewritten),
		pair("g", "h", Formula),
		pair("i", "j", SameEvent),
		pair("k", "l", Different),
		pair("m", "n", Quote, Copied), // either: a copy is neither wanted nor wrong
		pair("o", "p", Unsure),
		pair("a", "zz", Copied), // the findings have no zz
	}}
	f := Findings{Unit: Points, Articles: named("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"),
		Copies:  []riwaya.Copy{copyOf("b", "a"), copyOf("e", "f"), copyOf("g", "h"), copyOf("m", "n"), copyOf("o", "p")},
		Stories: []Group{{"s1", []string{"art-a", "art-b", "art-k", "art-l"}}, {"s2", []string{"art-i", "art-j"}}}}
	r := Score(g, f, nil)
	wants(t, r, "copy", 1, 2, 2) // a-b found, c-d missed, g-h wrong
	wants(t, r, "copy.rewritten", 1, 1, 1)
	wants(t, r, "story", 2, 3, 4) // a-b and i-j of a-b, c-d, e-f, i-j; k-l wrong
	if r.Lost != 1 || r.Items != 7 {
		t.Errorf("lost %d, items %d", r.Lost, r.Items)
	}
	i := slices.IndexFunc(r.Tables, func(t Table) bool { return t.Name == "relation of two reports" })
	cells := r.Tables[i].Cells
	if cells[Formula][asCopy] != 1 || cells[SameEvent][asStory] != 1 || cells[Release][apart] != 1 {
		t.Errorf("table %v", cells)
	}
}

func TestCredit(t *testing.T) {
	afp := "afp"
	with := func(a, b, agency, hidden string) riwaya.Copy {
		c := copyOf(a, b)
		c.Agency = &riwaya.Agency{Name: agency, Hidden: hidden}
		if agency == afp {
			c.Agency.Actor, c.Agency.Name = &afp, "Agence France-Presse"
		}
		c.Why = riwaya.CopyOneSource
		return c
	}
	gold := func(a, b, agency, hidden, direction string) Pair {
		return Pair{A: article(a), B: article(b), Relation: Copied, Agency: agency, Hidden: hidden, Direction: direction}
	}
	directed := copyOf("g", "h") // h copies g
	directed.Directed, directed.Why = true, riwaya.CopyCredits
	dated := copyOf("i", "j")
	dated.Directed, dated.Why = true, riwaya.CopyPublished
	unsure := gold("k", "l", "", "", "unknown")
	unsure.AgencyUnsure = true
	third := with("o", "p", afp, "art-o")
	third.Agency.By = "art-q" // says so of both
	g := Gold{Pairs: []Pair{
		gold("o", "p", "", "", "one-source"),
		gold("a", "b", "afp", "b", "one-source"),
		gold("c", "d", "afp", "c", "one-source"), // hidden names a side: nothing matches "c"
		gold("e", "f", "", "", "one-source"),
		gold("h", "g", "", "", "a"),
		gold("i", "j", "", "", "unknown"),
		unsure,
		{A: article("m"), B: article("n"), Relation: Formula},
	}}
	g.Pairs[2].Hidden = "a"
	f := Findings{Unit: Points, Articles: named("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"), Copies: []riwaya.Copy{
		third,
		with("b", "a", afp, "art-b"),
		with("c", "d", "dpa", "art-c"),
		copyOf("e", "f"),
		directed, dated,
		with("k", "l", afp, "art-k"),
		with("m", "n", afp, "art-m"),
	}}
	r := Score(g, f, nil)
	wants(t, r, "copy.agency", 1, 3, 2)
	wants(t, r, "copy.hidden", 1, 3, 2)
	wants(t, r, "copy.direction", 5, 5, 5) // o-p, a-b, c-d, e-f, g-h; i-j goes by dates
}

func TestEvents(t *testing.T) {
	mention := func(name string, at int) Mention {
		return Mention{article(name), riwaya.Spans{{Start: at, End: at + 3}}}
	}
	g := Gold{Events: []EventPair{
		{ID: "1", Label: same, A: mention("a", 0), B: mention("b", 0)},
		{ID: "2", Label: different, Hard: true, A: mention("a", 0), B: mention("b", 10)},
		{ID: "3", Label: same, A: mention("a", 20), B: mention("b", 10)},
		{ID: "4", Label: different, Hard: true, A: mention("a", 0), B: mention("b", 20)},
		{ID: "5", Label: Unsure, A: mention("a", 0), B: mention("b", 0)},
	}}
	at := func(name string, start, end int) Place {
		return Place{"art-" + name, riwaya.Spans{{Start: start, End: end}}}
	}
	f := Findings{Unit: Points, Articles: named("a", "b"), Incidents: []Incident{
		{"x", []Place{at("a", 1, 5), at("b", 2, 4), at("b", 22, 25)}},
		{"y", []Place{at("b", 9, 12)}},
	}}
	r := Score(g, f, nil)
	wants(t, r, "incident", 1, 2, 2) // 1 right, 4 wrong, 3 not found in a
	wants(t, r, "incident.found", 3, 4, 4)
	wants(t, r, "incident.of-found", 1, 2, 1)
}

// Positions of the gold are code points, of findings inside the program bytes.
func TestBytes(t *testing.T) {
	text := "قتل 31 في سروج"
	g := Gold{Events: []EventPair{{ID: "1", Label: same,
		A: Mention{article("a"), riwaya.Spans{{Start: 4, End: 6}}}, B: Mention{article("b"), riwaya.Spans{{Start: 4, End: 6}}}}}}
	digits := riwaya.Spans{{Start: 7, End: 9}}
	f := Findings{Unit: Bytes, Articles: named("a", "b"), Incidents: []Incident{{"x", []Place{{"art-a", digits}, {"art-b", digits}}}}}
	wants(t, Score(g, f, func(string) (string, bool) { return text, true }), "incident", 1, 1, 1)
	for _, short := range []string{"", "قتل"} {
		if r := Score(g, f, func(string) (string, bool) { return short, short != "" }); r.Lost == 0 || r.Items != 0 {
			t.Errorf("text %q: lost %d, items %d", short, r.Lost, r.Items)
		}
	}
}

func TestChanges(t *testing.T) {
	span := func(start int) riwaya.Span { return riwaya.Span{Start: start, End: start + 4} }
	g := Gold{Changes: []ChangePair{
		{ID: "1", A: article("a"), B: article("b"), Complete: true, Changes: []Change{
			{Kind: "number", A: span(0), B: span(10)},
			{Kind: "hedge-dropped", A: span(20), B: span(30)},
			{Kind: "loaded-added", A: span(40), B: span(50), Optional: true},
		}},
		{ID: "2", A: article("c"), B: article("d"), Changes: []Change{{Kind: "place", A: span(0), B: span(0)}}},
	}}
	f := Findings{Unit: Points, Articles: named("a", "b", "c", "d"), Changes: []Found{
		{"number", "art-a", "art-b", span(1), span(11)},
		{"hedge_added", "art-b", "art-a", span(31), span(19)}, // the same, read from B to A
		{"loaded-dropped", "art-a", "art-b", span(40), span(50)},
		{"number", "art-a", "art-b", span(100), span(100)}, // nothing there
		{"place", "art-a", "art-b", span(0), span(10)},     // a change, but of number
		{"place", "art-c", "art-d", span(50), span(50)},    // its pair's list is not complete
	}}
	r := Score(g, f, nil)
	wants(t, r, "change", 3, 5, 0)
	wants(t, r, "change.kind", 3, 3, 0)
	wants(t, r, "change.recall", 2, 2, 3)
}

func TestStories(t *testing.T) {
	s := Story{ID: "1", Reports: []Article{article("a"), article("b"), article("c")}, Out: []Article{article("d")}, Texts: [2]int{1, 2}, Origins: [2]int{3, 7}}
	s.Main.Article, s.Main.Span, s.Main.Origins = article("a"), riwaya.Span{Start: 5, End: 9}, [2]int{1, 1}
	f := Findings{Unit: Points, Articles: named("a", "b", "c", "d"), Stories: []Group{{"x", []string{"art-a", "art-b", "art-d"}}},
		Ranges: []Range{{Articles: []string{"art-c", "art-a", "art-b"}, Origins: &[2]int{3, 8}, Texts: &[2]int{2, 2},
			Statements: []StatementRange{{[]Place{{"art-a", riwaya.Spans{{Start: 8, End: 12}}}}, [2]int{1, 1}}}}}}
	r := Score(Gold{Stories: []Story{s}}, f, nil)
	wants(t, r, "story.reports", 1, 3, 3)
	wants(t, r, "range.origins", 1, 1, 1) // 8 for 7: counts of six and more may be off by one
	wants(t, r, "range.texts", 0, 1, 1)
	wants(t, r, "range.texts.near", 1, 1, 1)
	wants(t, r, "range.texts.least", 0, 1, 1)
	wants(t, r, "range.texts.most", 1, 1, 1)
	wants(t, r, "range.statement", 1, 1, 1)
	f.Ranges = nil
	wants(t, Score(Gold{Stories: []Story{s}}, f, nil), "range.origins", 0, 0, 1)
}

func TestIntervals(t *testing.T) {
	low, high := wilson(9, 10)
	if low < 0.59 || low > 0.60 || high < 0.98 || high > 0.99 {
		t.Errorf("wilson(9, 10) = %.3f %.3f", low, high)
	}
	if low, high := wilson(0, 0); low != 0 || high != 1 {
		t.Error("nothing says nothing")
	}
}

func TestReading(t *testing.T) {
	for in, want := range map[string]string{
		`{"unit": "bytes", "copy": []}`: "copy",
		`{"unit": "words"}`:             "words",
		`{`:                             "EOF",
	} {
		if _, err := ReadFindings(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", in, err)
		}
	}
	bad := fstest.MapFS{"pairs.open.json": {Data: []byte(`{"set": "pairs", "half": "open", "items": [{"id": "1", "relation": "cousin"}]}`)}}
	if _, err := Load(bad, Open); err == nil || !strings.Contains(err.Error(), "cousin") {
		t.Error(err)
	}
}

func TestText(t *testing.T) {
	var b strings.Builder
	r := Score(Gold{Pairs: []Pair{{ID: "secret-1", A: article("a"), B: article("b"), Relation: Copied, Note: "secret-2"}}},
		Findings{Unit: Points, Articles: named("a", "b")}, nil)
	for _, write := range []func(io.Writer) error{r.WriteText, r.WriteMarkdown} {
		b.Reset()
		if err := write(&b); err != nil || strings.Contains(b.String(), "secret") || !strings.Contains(b.String(), "copy") {
			t.Error(err, b.String())
		}
	}
}
