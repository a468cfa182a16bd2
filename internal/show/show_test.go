package show

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"

	"riwaya/internal/show/terminal"
)

var update = flag.Bool("update", false, "write the golden files anew")

// told builds a record over a text, its spans found by their words.
type told struct {
	t   *testing.T
	rec riwaya.Record
}

func tell(t *testing.T, text string) *told {
	t.Helper()
	r := &told{t: t, rec: riwaya.Record{Schema: riwaya.Schema, Article: riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar", Coverage: riwaya.CoveragePartial}}}
	r.rec.Article.Title, _, _ = strings.Cut(text, "\n")
	return r
}

func (r *told) at(words string) riwaya.Spans {
	r.t.Helper()
	i := strings.Index(r.rec.Article.Text, words)
	if i < 0 {
		r.t.Fatalf("not in the text: %q", words)
	}
	return riwaya.Spans{{Start: i, End: i + len(words)}}
}

func (r *told) claim(class, source, cue, content string, change func(*riwaya.Claim)) {
	r.t.Helper()
	c := riwaya.Claim{Source: riwaya.Source{Kind: "media"}, Cue: riwaya.Cue{Spans: r.at(cue), Text: cue, Class: class},
		Content: riwaya.Content{Spans: r.at(content), Text: content, Mode: riwaya.ModeIndirect}, Confidence: 0.9, Rule: "ar/attribution:verb-source-that@0000"}
	if source != "" {
		c.Source.Spans, c.Source.Text, c.Source.NameAr = r.at(source), source, &source
	}
	if change != nil {
		change(&c)
	}
	c.ID = riwaya.FindingID(r.rec.Article.ID, 'c', c.Cue.Spans.Hull(), 0)
	span := c.Source.Spans
	if len(span) == 0 {
		span = c.Cue.Spans
	}
	for _, k := range r.rec.Article.Credits {
		c.Chain = append(c.Chain, riwaya.Hop{Name: *k.Name, Relation: riwaya.HopCredits, Span: riwaya.Spans{k.Span}})
	}
	name := c.Source.Text
	if c.Source.Name != nil {
		name = *c.Source.Name
	}
	c.Chain = append(c.Chain, riwaya.Hop{Name: name, Relation: riwaya.HopSaid, Span: span})
	r.rec.Claims = append(r.rec.Claims, c)
}

func ptr(s string) *string { return &s }

// post is a text with what the view must cope with: a credited outlet, a named source, a
// witness with a name that comes again, an elided source, marks that turn text.
func post(t *testing.T) *riwaya.Record {
	r := tell(t, "نزوح من وادي السروة\nقالت شبكة نهر بوست إن نحو 650 شخصاً وصلوا إلى نقطة الفرز قرب الجسر بعد أن فُتح الممر الذي أغلق قبل ثلاثة أسابيع، وإن القافلة الثانية التي تقل أربعين عائلة ما زالت تنتظر عند الحاجز الأخير من دون ماء أو طعام منذ صباح أول أمس.\nوروى أبو يامن، وهو مزارع، أن \u202eالمسلحين\u202c منعوا العبور. وأضاف أن القافلة عادت. وقال مسعف إن أبو يامن بخير.\nالمصدر: صدى البادية")
	a := &r.rec.Article
	a.Published, a.PublishedPrecision, a.PublishedFrom = ptr("2019-02-20"), riwaya.PrecisionDay, riwaya.FromFlag
	a.Outlet = ptr("صدى البادية")
	a.Credits = []riwaya.Credit{{Span: r.at("صدى البادية")[0], Text: "صدى البادية", Name: ptr("Sada Al-Badia"), Form: riwaya.CreditSourceLine}}
	r.claim("assert", "شبكة نهر بوست", "قالت", r.rec.Article.Text[r.at("نحو 650")[0].Start:r.at("أول أمس")[0].End], func(c *riwaya.Claim) { c.Source.Name = ptr("Nahr Post") })
	r.claim("assert", "أبو يامن، وهو مزارع", "وروى", "\u202eالمسلحين\u202c منعوا العبور", func(c *riwaya.Claim) { c.Source.Kind, c.Source.Private = "witness", true })
	r.claim("assert", "", "وأضاف", "القافلة عادت", func(c *riwaya.Claim) {
		c.Source = riwaya.Source{Kind: "witness", Private: true, Elided: true, Text: "أبو يامن، وهو مزارع", NameAr: ptr("أبو يامن، وهو مزارع")}
	})
	r.claim("assert", "مسعف", "وقال", "أبو يامن بخير", func(c *riwaya.Claim) {
		c.Source.Kind, c.Source.Private, c.Source.Anonymous = "person", true, true
		c.Medium = ptr("اتصال")
	})
	r.tables()
	return &r.rec
}

// tables adds figures of every kind of bound, a time, places with and without a point,
// and actors, one of them private.
func (r *told) tables() {
	num := func(n float64) *float64 { return &n }
	first := r.rec.Claims[0].ID
	id := func(layer byte, words string) string {
		return riwaya.FindingID(r.rec.Article.ID, layer, r.at(words)[0], 0)
	}
	p, when := id('p', "الجسر"), id('t', "صباح أول أمس")
	r.rec.Times = []riwaya.Time{
		{ID: when, Span: r.at("صباح أول أمس"), Text: "صباح أول أمس", Value: "2019-02-18TMO", Type: "TIME", Rule: "ar/times:day@0000"},
		{ID: id('t', "ثلاثة أسابيع"), Span: r.at("ثلاثة أسابيع"), Text: "ثلاثة أسابيع", Type: "DATE", Rule: "ar/times:ago@0000"}}
	r.rec.Places = []riwaya.Place{
		{ID: p, Span: r.at("الجسر"), Text: "الجسر", Name: ptr("Bridge"), Country: ptr("SY"), Lat: num(34.4512), Lon: num(-0.951), Relation: "near", Precision: "near", Rule: "ar/places:name@0000"},
		{ID: id('p', "الحاجز الأخير"), Span: r.at("الحاجز الأخير"), Text: "الحاجز الأخير", Relation: "in", Precision: "facility", Rule: "ar/places:generic@0000"}}
	r.rec.Figures = []riwaya.Figure{
		{ID: id('f', "نحو 650 شخصاً"), Span: r.at("نحو 650 شخصاً"), Text: "نحو 650 شخصاً", Op: "about", Low: num(650), High: num(650), Group: "people", Predicate: "arrived", Scope: "incident", Claim: &first, Place: &p, Time: &when, Confidence: 0.9, Rule: "ar/figures:verb@0000"},
		{ID: id('f', "أربعين عائلة"), Span: r.at("أربعين عائلة"), Text: "أربعين عائلة", Op: "exact", Low: num(1234567), High: num(1234567), Unit: ptr("km2"), Total: num(2000000.5), Group: "families", Predicate: "trapped", Scope: "stock", Confidence: 0.7, Rule: "ar/figures:verb@0000"},
		{ID: id('f', "أربعين"), Span: r.at("أربعين"), Text: "أربعين", Op: "more_than", Low: num(40), Group: "women and children", Predicate: "surrendered", Scope: "incident", PartOf: &first, Confidence: 0.7, Rule: "ar/figures:verb@0000"},
	}
	r.rec.Actors = []riwaya.Actor{
		{ID: "nahr-post", Name: ptr("Nahr Post"), NameAr: ptr("شبكة نهر بوست"), Kind: "media", Country: ptr("SY"), Mentions: r.at("شبكة نهر بوست"), Rule: "ar/actors:alias@0000"},
		{ID: "a-1", NameAr: ptr("أبو يامن"), Kind: "person", Private: true, Mentions: append(r.at("أبو يامن، وهو"), r.at("أبو يامن بخير")...), Rule: "ar/actors:name@0000"},
	}
}

func TestFindings(t *testing.T) {
	rec := post(t)
	var b bytes.Buffer
	for i, f := range Findings(rec) {
		var rule *Rule
		if i == 0 {
			rule = &Rule{Name: "verb", At: "figures.rules:3", Weight: 10, When: []string{"count:noun"}}
		}
		if err := Finding(&b, rec, f, rule, Options{Width: 80}); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "findings", b.Bytes())
	sound(t, b.String(), Options{Width: 80})
	if strings.Contains(b.String(), "أبو يامن") {
		t.Error("shows the private name")
	}
}

func TestRecord(t *testing.T) {
	for name, o := range map[string]Options{
		"plain":  {Width: 80},
		"narrow": {Width: 40},
		"color":  {Width: 80, Color: true},
		"full":   {Width: 80, Full: true},
		"names":  {Width: 80, Names: true},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := Record(&b, post(t), o); err != nil {
				t.Fatal(err)
			}
			golden(t, name, b.Bytes())
			sound(t, b.String(), o)
			if private := strings.Contains(b.String(), "أبو يامن"); private != o.Names {
				t.Errorf("shows the private name: %v", private)
			}
		})
	}
}

func TestEmpty(t *testing.T) {
	var b bytes.Buffer
	text := "nothing"
	if err := Record(&b, &riwaya.Record{Article: riwaya.Article{Text: text, Coverage: riwaya.CoverageNone}}, Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "empty", b.Bytes())
}

func TestWhy(t *testing.T) {
	rec := post(t)
	rule := &Rule{Name: "verb-source-that", At: "test.rules:1", Weight: 80, When: []string{"[was]? start cue:verb adj* src that body"}, Frame: "that"}
	at := rec.Claims[1].Cue.Spans.Hull()
	rejected := []Attempt{
		{Rule: "verb-quote", Cue: "وروى", Why: "no quote there", Span: at},
		{Rule: "verb-colon", Cue: "وروى", Why: "no colon there", Span: at},
		{Rule: "verb-colon", Cue: "وروى", Why: "no colon there", Span: at},
		{Rule: "verb-that", Cue: "أن", Why: "no body there", Span: riwaya.Span{Start: at.End, End: at.End + 1}},
	}
	var b bytes.Buffer
	if err := Why(&b, rec, 1, rule, rejected, Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	golden(t, "why", b.Bytes())
	sound(t, b.String(), Options{Width: 80})
	b.Reset()
	if err := Rejected(&b, rec.Article.Text, rejected, Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	golden(t, "rejected", b.Bytes())
}

// sound checks what holds of every view: lines are no wider than asked for, isolates
// are closed on their line, nothing else turns text or controls the terminal, and
// letters from right to left stand isolated.
func sound(t *testing.T, s string, o Options) {
	t.Helper()
	for line := range strings.Lines(s) {
		depth := 0
		for _, r := range strings.TrimSuffix(line, "\n") {
			switch {
			case r == '\u2068':
				depth++
			case r == '\u2069':
				depth--
			case r == '\x1b' && o.Color:
			case terminal.Visible(r) < 0:
				t.Errorf("U+%04X in %q", r, line)
			case terminal.Turns(string(r)) && depth != 1:
				t.Errorf("%c stands at depth %d in %q", r, depth, line)
			}
		}
		if depth != 0 {
			t.Errorf("isolates are open at the end of %q", line)
		}
		if !o.Color && terminal.Columns(strings.TrimSuffix(line, "\n")) > o.Width {
			t.Errorf("%d columns: %q", terminal.Columns(line), line)
		}
		if !utf8.ValidString(line) {
			t.Errorf("broken UTF-8: %q", line)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
	}
}
