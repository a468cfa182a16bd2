package answer

import (
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/lexicon"
)

func load(t testing.TB) *Words {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	q, err := lexicon.LoadQuestions(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return New(lx, q)
}

func ptr[T any](v T) *T { return &v }

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		op        string
		low, high float64
		want      Bound
	}{
		{"exact", 30, 30, Bound{30, 30}},
		{"about", 400, 400, Bound{360, 440}},
		{"about", 1050, 1050, Bound{1045, 1055}},
		{"about", 27, 27, Bound{26.5, 27.5}},
		{"range", 20, 25, Bound{20, 25}},
	} {
		if got := BoundsOf(c.op, &c.low, &c.high, false); got != c.want {
			t.Errorf("%s %g-%g: %v, want %v", c.op, c.low, c.high, got, c.want)
		}
	}
	if b := BoundsOf("more_than", ptr(12.0), nil, false); b.Low != 13 || b.Overlaps(Bound{12, 12}) || !b.Holds(Bound{20, 20}) {
		t.Errorf("more than 12 is %v", b)
	}
	if b := BoundsOf("less_than", nil, ptr(12.0), false); b.High != 11 {
		t.Errorf("less than 12 is %v", b)
	}
	if a, b := (Bound{1, 2}), (Bound{1, 2}); a.Holds(b) || !a.Overlaps(b) {
		t.Error("the same bounds agree, and neither holds the other")
	}
}

// TestDays reads times as TIMEX3 has them, for a report published, only seen, or neither.
func TestDays(t *testing.T) {
	seen := time.Date(2015, 7, 21, 10, 0, 0, 0, time.UTC)
	published := ownDay{day: time.Date(2015, 7, 21, 0, 0, 0, 0, time.UTC), from: riwaya.GivenPublished}
	met := dayOf(&riwaya.Article{Seen: &seen})
	for _, c := range []struct {
		value    string
		own      ownDay
		from, to string
		loose    bool
	}{
		{"2015-07-20", published, "2015-07-20", "2015-07-20", false},
		{"2015-07-20TEV", met, "2015-07-20", "2015-07-20", false},
		{"2015-07-18/2015-07-20", met, "2015-07-18", "2015-07-20", false},
		{"2015-01-01/2015-07-20", met, "", "", false},
		{"XXXX-WXX-1", published, "2015-07-20", "2015-07-20", false},
		{"XXXX-WXX-1", met, "2015-07-20", "2015-07-20", true},
		{"XXXX-XX-XX", met, "2015-07-19", "2015-07-21", true},
		{"XXXX-07-20", met, "2015-07-20", "2015-07-20", false},
		{"XXXX-12-24", met, "2014-12-24", "2014-12-24", false},
		{"XXXX-WXX-1", ownDay{}, "", "", false},
		{"2015-07", met, "", "", false},
		{"2015-W30", met, "", "", false},
		{"PAST_REF", met, "", "", false},
		{"", met, "", "", false},
	} {
		if from, to, loose := days(c.value, c.own); from != c.from || to != c.to || loose != c.loose {
			t.Errorf("%s: %s to %s, loose %v", c.value, from, to, loose)
		}
	}
	for value, want := range map[string]string{"2012": "2012", "2014-06": "2014-06", "XXXX-04": "", "PAST_REF": "", "": ""} {
		if got := since(value); got != want {
			t.Errorf("since %q is %q", value, got)
		}
	}
}

func FuzzDays(f *testing.F) {
	for _, s := range []string{"2015-07-20", "XXXX-WXX-9", "2015-07-18/2015-07-20", "XXXX-02-29", "//"} {
		f.Add(s)
	}
	own := ownDay{day: time.Date(2015, 7, 21, 0, 0, 0, 0, time.UTC), from: riwaya.GivenSeen}
	f.Fuzz(func(t *testing.T, value string) {
		if from, to, _ := days(value, own); (from == "") != (to == "") || from > to {
			t.Errorf("%q: %q to %q", value, from, to)
		}
	})
}

// TestOwn: an outlet that names itself in a byline credits nobody.
func TestOwn(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		outlet, byline, want string
	}{
		{"aawsat", "لندن: «الشرق الأوسط»", ""},
		{"aawsat", "بيروت: رويترز", "Reuters"},
		{"alweeam", "الوئام - أ ف ب :", "Agence France-Presse (AFP)"},
		{"okaz", "&nbsp;رويترز (لندن)", "Reuters"},
		{"okaz", "سليم الناهض", ""},
	} {
		rec := &riwaya.Record{Article: riwaya.Article{ID: "a", Outlet: &c.outlet, Authors: []string{c.byline}}}
		a, _ := w.read(rec).credit()
		if a.name != c.want {
			t.Errorf("%s, %s: credits %q, want %q", c.outlet, c.byline, a.name, c.want)
		}
	}
	for _, c := range []struct {
		short, long string
		want        bool
	}{{"aawsat", "asharqalawsat", true}, {"alyaum", "alyaumalsabea", false}, {"okaz", "okazistan", false}, {"sabq", "sabq", true}} {
		if got := abridged(c.short, c.long); got != c.want {
			t.Errorf("%s for %s: %v", c.short, c.long, got)
		}
	}
}

func TestTolled(t *testing.T) {
	w := load(t)
	for behind, want := range map[string]Toll{
		" بمن فيهم المهاجم":               TollWith,
		" بينهم الانتحاري نفسه":           TollWith,
		" عدا منفذ الهجوم":                TollWithout,
		" بينهم أطفال. وقتل المهاجم":      TollSilent,
		" including the attacker":         TollWith,
		" in addition to the two bombers": TollWithout,
		"":                                TollSilent,
	} {
		text := "33 شخصا"
		if got := w.tolled(text+behind, len(text)); got != want {
			t.Errorf("%q: %v, want %v", behind, got, want)
		}
	}
	for behind, want := range map[string]bool{" في هجمات متفرقة": true, " في ثلاثة حوادث": true, " في تفجير واحد": false, " in separate raids": true} {
		if got := w.together("33 شخصا"+behind, len("33 شخصا")); got != want {
			t.Errorf("%q: several %v", behind, got)
		}
	}
}

// TestPrivate: no name of a private person is in what a report yields, though it stands in
// the address, the title, and as the source.
func TestPrivate(t *testing.T) {
	w := load(t)
	text := "سلمى الحداد تروي\nقالت سلمى الحداد إن 27 شخصا قتلوا."
	at := func(words string) riwaya.Spans {
		i := strings.LastIndex(text, words)
		return riwaya.Spans{{Start: i, End: i + len(words)}}
	}
	rec := &riwaya.Record{Article: riwaya.Article{ID: "a", Text: text, Title: "سلمى الحداد تروي", URL: ptr("https://one.example/سلمى-الحداد")},
		Claims: []riwaya.Claim{{ID: "c", Source: riwaya.Source{Spans: at("سلمى الحداد"), Text: "سلمى الحداد", NameAr: ptr("سلمى الحداد"), Kind: "person", Private: true},
			Cue: riwaya.Cue{Spans: at("قالت"), Class: "assert"}, Content: riwaya.Content{Spans: at("27 شخصا قتلوا")}}},
		Figures: []riwaya.Figure{{ID: "f", Span: at("27 شخصا"), Text: "27 شخصا", Op: "exact", Low: ptr(27.0), High: ptr(27.0), Group: "people", Predicate: "killed", Scope: "incident", Claim: ptr("c")}}}
	r := w.Report(rec)
	if r == nil || len(r.Answers) != 1 {
		t.Fatal(r)
	}
	a := &r.Answers[0]
	for _, s := range []string{r.URL, r.Title, a.Teller.Name, a.Teller.Key, a.Given.Text} {
		if strings.Contains(s, "سلمى") || strings.Contains(s, "الحداد") {
			t.Errorf("%q has the name", s)
		}
	}
	if a.Teller.Name != aWitness || a.Teller.Named {
		t.Errorf("%+v", a.Teller)
	}
}

// TestParts: some of the dead are a part of them, and so are those among them.
func TestParts(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		before, figure, noun string
		want                 bool
	}{
		{"تم التعرف على ", "25 من القتلى", "القتلى", true},
		{"قتل ", "12 من عناصر", "عناصر", false},
		{"أصيب 50 زائرا بينهم ", "22 مواطنا", "مواطنا", true},
		{"أصيب 50 زائرا من بينهم ", "22 مواطنا", "مواطنا", true},
		{"قتل ", "30 شخصا", "شخصا", false},
	} {
		text := c.before + c.figure
		rec := &riwaya.Record{Article: riwaya.Article{ID: "a", Text: text}, Figures: []riwaya.Figure{{ID: "f", Span: riwaya.Spans{{Start: len(c.before), End: len(text)}}, Text: c.figure, Noun: &c.noun,
			Op: "exact", Low: ptr(25.0), High: ptr(25.0), Group: "people", Predicate: "killed", Scope: "incident"}}}
		if got := w.Report(rec).Answers[0].What.Part; got != c.want {
			t.Errorf("%s: a part %v, want %v", text, got, c.want)
		}
	}
}
