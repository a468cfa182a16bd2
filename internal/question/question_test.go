package question_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/question"
	"riwaya/lexicon"
)

// report is one made-up report: what it says stands in its figures.
type report struct {
	id, outlet, day string // day: published; "~" before it: only seen
	author          string
	figures         []figure
}

type figure struct {
	n         float64
	op        string // exact if empty
	predicate string // killed if empty
	group     string // people if empty
	scope     string // incident if empty
	since     string
	place     string // an English name
	when      string // TIMEX3
	said      string // the source's name; empty is narration
	kind      string // of the source
	private   bool
	anonymous bool
	class     string // of the claim
	event     string // its ID
	status    string
	part      bool
	behind    string // what stands behind the figure
}

var spots = map[string]riwaya.Place{
	"Nahr":     {Text: "نهر", Name: ptr("Nahr"), GeoNames: ptr(1), Country: ptr("SY"), Lat: ptr(35.0), Lon: ptr(40.0), Relation: "in", Precision: "populated place"},
	"An Nahr":  {Text: "النهر", Name: ptr("An Nahr"), GeoNames: ptr(1), Country: ptr("SY"), Lat: ptr(35.0), Lon: ptr(40.0), Relation: "in", Precision: "populated place"},
	"Nahr-gov": {Text: "نهر", Name: ptr("Nahr"), Country: ptr("SY"), Lat: ptr(35.0), Lon: ptr(40.0), Relation: "in", Precision: "admin1"},
	"Tall":     {Text: "تل", Name: ptr("Tall"), GeoNames: ptr(2), Country: ptr("SY"), Lat: ptr(36.0), Lon: ptr(41.0), Relation: "in", Precision: "populated place"},
	"Syria":    {Text: "سوريا", Name: ptr("Syria"), GeoNames: ptr(3), Country: ptr("SY"), Relation: "in", Precision: "country"},
}

func ptr[T any](v T) *T { return &v }

// record writes a report out: each figure in a sentence of its own.
func (r report) record() *riwaya.Record {
	rec := &riwaya.Record{Article: riwaya.Article{ID: r.id, URL: ptr("https://" + r.outlet + ".example/" + r.id), Outlet: ptr(r.outlet)}}
	if day, ok := strings.CutPrefix(r.day, "~"); ok {
		t, _ := time.Parse("2006-01-02", day)
		rec.Article.Seen = &t
	} else if r.day != "" {
		rec.Article.Published, rec.Article.PublishedPrecision = &r.day, riwaya.PrecisionDay
	}
	if r.author != "" {
		rec.Article.Authors = []string{r.author}
	}
	var text strings.Builder
	at := func(words string) riwaya.Spans {
		start := text.Len()
		text.WriteString(words)
		text.WriteString(" ")
		return riwaya.Spans{{Start: start, End: start + len(words)}}
	}
	for i, x := range r.figures {
		id := fmt.Sprintf("%d", i)
		f := riwaya.Figure{ID: "f-" + id, Op: or(x.op, "exact"), Predicate: or(x.predicate, "killed"), Group: or(x.group, "people"), Scope: or(x.scope, "incident"), Low: ptr(x.n), High: ptr(x.n), Noun: ptr("شخصا")}
		switch f.Op {
		case "at_least", "more_than":
			f.High = nil
		case "vague":
			f.High = ptr(10*x.n - 1)
		}
		if x.said != "" {
			c := riwaya.Claim{ID: "c-" + id, Source: riwaya.Source{Text: x.said, NameAr: &x.said, Kind: or(x.kind, "government"), Private: x.private, Anonymous: x.anonymous}, Cue: riwaya.Cue{Class: or(x.class, "assert")}}
			c.Cue.Spans, c.Source.Spans = at("قال"), at(x.said)
			c.Chain = []riwaya.Hop{{Name: x.said, Relation: riwaya.HopSaid, Span: c.Source.Spans}}
			rec.Claims = append(rec.Claims, c)
			f.Claim = &rec.Claims[len(rec.Claims)-1].ID
		}
		f.Span = at(fmt.Sprintf("%g شخصا", x.n))
		f.Text = f.Span.Of(text.String())
		if x.said != "" {
			rec.Claims[len(rec.Claims)-1].Content = riwaya.Content{Spans: f.Span, Text: f.Text}
		}
		if x.place != "" {
			p := spots[x.place]
			p.ID, p.Span = "p-"+id, at(p.Text)
			rec.Places = append(rec.Places, p)
			f.Place = &p.ID
		}
		if x.when != "" || x.since != "" {
			rec.Times = append(rec.Times, riwaya.Time{ID: "t-" + id, Type: "DATE", Value: x.when + x.since, Span: at("يومها")})
			if x.since != "" {
				f.Since = ptr("t-" + id)
			} else {
				f.Time = ptr("t-" + id)
			}
			if x.said != "" { // what a source says of when stands in its words
				rec.Claims[len(rec.Claims)-1].Content.Spans = riwaya.Spans{{Start: f.Span[0].Start, End: text.Len()}}
			}
		}
		if x.event != "" {
			rec.Events = append(rec.Events, riwaya.Event{ID: x.event, Type: "ASSAULT", Status: or(x.status, "happened"), Figures: []string{f.ID}})
		}
		if x.part {
			f.PartOf = ptr("f-whole")
		}
		text.WriteString(x.behind + ".\n")
		rec.Figures = append(rec.Figures, f)
	}
	rec.Article.Text = text.String()
	return rec
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func set(t testing.TB, reports ...report) *question.Set {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	q, err := lexicon.LoadQuestions(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s := question.New(lx, q)
	for _, r := range reports {
		s.Add(r.record())
	}
	return s
}

// accounts writes questions in short: "killed people Nahr: A 27; B 30 32".
func accounts(all []riwaya.Question) []string {
	var out []string
	for _, q := range all {
		place := "-"
		if q.Place != nil {
			place = q.Place.Name
		}
		part := ""
		if q.Part {
			part = " part"
		}
		var by []string
		for _, a := range q.Accounts {
			s := a.By.Name
			for _, g := range a.Figures {
				s += fmt.Sprintf(" %g", *g.Low)
			}
			by = append(by, s)
		}
		out = append(out, q.Predicate+" "+q.Group+part+" "+place+": "+strings.Join(by, "; "))
	}
	slices.Sort(out)
	return out
}

// TestQuestions says of small sets of reports which questions they make.
func TestQuestions(t *testing.T) {
	for _, c := range []struct {
		name    string
		reports []report
		with    question.With
		want    []string
	}{
		{name: "one town under two names, one day", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", said: "وزارة الداخلية"}}},
			{id: "b", outlet: "two", day: "2020-03-03", figures: []figure{{n: 30, place: "An Nahr", when: "2020-03-01"}}}},
			want: []string{"killed people Nahr: وزارة الداخلية 27; two 30"}},
		{name: "the next day is another question", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}},
			{id: "b", outlet: "two", day: "2020-03-03", figures: []figure{{n: 30, place: "Nahr", when: "2020-03-02"}}}},
			want: []string{"killed people Nahr: one 27", "killed people Nahr: two 30"}},
		{name: "the town is not its province", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}}, {id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr-gov", when: "2020-03-01"}}}},
			want: []string{"killed people Nahr: one 27"}},
		{name: "a toll since a date, one of an attack and a stock stay apart", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}, {n: 900, place: "Nahr", scope: "cumulative", since: "2019"}, {n: 900, place: "Nahr", scope: "stock", predicate: "displaced", group: "refugees"}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 950, place: "Nahr", scope: "cumulative", since: "2019"}, {n: 950, place: "Nahr", scope: "cumulative", since: "2018"}}}},
			want: []string{"displaced refugees Nahr: one 900", "killed people Nahr: one 27", "killed people Nahr: one 900; two 950", "killed people Nahr: two 950"}},
		{name: "a part is never with wholes", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 22, place: "Nahr", when: "2020-03-01"}, {n: 5, place: "Nahr", when: "2020-03-01", part: true}}}},
			want: []string{"killed people Nahr: one 22", "killed people part Nahr: one 5"}},
		{name: "an incident joins across places and days", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", event: "e-1"}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 30, place: "Syria", event: "e-2"}}}},
			with: question.With{Incidents: []riwaya.Incident{{ID: "i-1", Events: []riwaya.IncidentEvent{{Article: "a", Event: "e-1"}, {Article: "b", Event: "e-2"}}}}},
			want: []string{"killed people Nahr: one 27; two 30"}},
		{name: "two numbers of one teller in one report count two happenings", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 38, place: "Nahr", when: "2020-03-01", event: "e-1"}, {n: 22, event: "e-2"}, {n: 30, said: "وزارة الداخلية", event: "e-3"}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 38, place: "Nahr", when: "2020-03-01", event: "e-4"}}}, {id: "c", outlet: "six", day: "2020-03-02", figures: []figure{{n: 22, place: "Nahr", when: "2020-03-01", event: "e-5"}}}}, with: question.With{Incidents: []riwaya.Incident{{ID: "i-1", Events: []riwaya.IncidentEvent{{Article: "a", Event: "e-1"}, {Article: "a", Event: "e-2"}, {Article: "a", Event: "e-3"}, {Article: "b", Event: "e-4"}, {Article: "c", Event: "e-5"}}}}},
			want: []string{"killed people Nahr: وزارة الداخلية 30; two 38; six 22"}},
		{name: "two incidents of one place, day and figure are one question", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", event: "e-1"}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", event: "e-2"}}},
			{id: "c", outlet: "six", day: "2020-03-02", figures: []figure{{n: 4, place: "Nahr", when: "2020-03-01", event: "e-3"}}}},
			with: question.With{Incidents: []riwaya.Incident{
				{ID: "i-1", First: "2020-03-01", Last: "2020-03-01", Events: []riwaya.IncidentEvent{{Article: "a", Event: "e-1"}}},
				{ID: "i-2", First: "2020-03-01", Last: "2020-03-01", Events: []riwaya.IncidentEvent{{Article: "b", Event: "e-2"}}},
				{ID: "i-3", First: "2020-03-01", Last: "2020-03-01", Events: []riwaya.IncidentEvent{{Article: "c", Event: "e-3"}}}}},
			want: []string{"killed people Nahr: one 27; two 27", "killed people Nahr: six 4"}},
		{name: "what was denied, or is to come, answers nothing", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", said: "الجيش", class: "deny"}, {n: 5, place: "Nahr", when: "2020-03-01", event: "e-1", status: "planned"}}}}},
		{name: "private persons are witnesses and join nothing", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", said: "سلمى الحداد", kind: "person", private: true}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", said: "سلمى الحداد", kind: "person", private: true}}}},
			want: []string{"killed people Nahr: a witness 27; a witness 27"}},
		{name: "the headline's figure is the source's", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27}, {n: 27, place: "Nahr", when: "2020-03-01", said: "وزارة الداخلية"}}}},
			want: []string{"killed people Nahr: وزارة الداخلية 27"}},
		{name: "one ministry by two names", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", said: "وزارة الداخلية"}}},
			{id: "b", outlet: "two", day: "2020-03-03", figures: []figure{{n: 30, place: "Nahr", when: "2020-03-01", said: "وزارة الداخلية التركية"}}}},
			want: []string{"killed people Nahr: وزارة الداخلية 27 30"}},
		{name: "an agency in the byline is the teller", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", author: "نهر - رويترز", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}},
			{id: "b", outlet: "two", day: "2020-03-03", author: "رويترز (نهر)", figures: []figure{{n: 30, place: "Nahr", when: "2020-03-01"}}}},
			want: []string{"killed people Nahr: Reuters 27 30"}},
		{name: "two attacks in one report: which is meant, nobody can tell", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}, {n: 4, place: "Nahr", when: "2020-03-01"}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}}},
			want: []string{"killed people Nahr: one 27; two 27"}},
		{name: "a figure told again without its day", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}},
			{id: "b", outlet: "two", day: "2020-03-09", figures: []figure{{n: 27, place: "Nahr"}, {n: 3, place: "Nahr"}}}},
			want: []string{"killed people Nahr: one 27; two 27"}},
		{name: "what was known earlier", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}, {n: 10, op: "more_than", said: "عضو البرلمان"}, {n: 4}}}},
			want: []string{"killed people Nahr: one 27; عضو البرلمان 10"}},
		{name: "witnesses of one outlet are several", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 20, place: "Nahr", when: "2020-03-01", said: "شهود", kind: "witness", private: true, anonymous: true}}},
			{id: "b", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01", said: "شهود", kind: "witness", private: true, anonymous: true}}}},
			want: []string{"killed people Nahr: a witness 20; a witness 27"}},
		{name: "civilians as the whole toll", reports: []report{
			{id: "a", outlet: "one", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}},
			{id: "b", outlet: "two", day: "2020-03-02", figures: []figure{{n: 20, group: "civilians", place: "Nahr", when: "2020-03-01"}}},
			{id: "c", outlet: "six", day: "2020-03-02", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}, {n: 22, group: "civilians", place: "Nahr", when: "2020-03-01"}}}},
			want: []string{"killed civilians Nahr: six 22", "killed people Nahr: one 27; two 20; six 27"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := accounts(set(t, c.reports...).Questions(c.with)); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestRelations says how two answers to one question stand.
func TestRelations(t *testing.T) {
	base := figure{place: "Nahr", when: "2020-03-01"}
	with := func(n float64, op string, change func(*figure)) figure {
		f := base
		f.n, f.op = n, op
		if change != nil {
			change(&f)
		}
		return f
	}
	for _, c := range []struct {
		name        string
		a, b        figure
		dayA, dayB  string
		also        []figure // of the first report
		kind, cause string
	}{
		{"the same", with(30, "", nil), with(30, "", nil), "2020-03-01", "2020-03-01", nil, "agree", ""},
		{"inside", with(30, "at_least", nil), with(31, "", nil), "2020-03-01", "2020-03-01", nil, "refine", ""},
		{"about", with(100, "about", nil), with(104, "", nil), "2020-03-01", "2020-03-01", nil, "refine", ""},
		{"more than is not the number itself", with(30, "more_than", nil), with(30, "", nil), "2020-03-01", "2020-03-01", nil, "contradict", "unexplained"},
		{"later", with(27, "", nil), with(30, "", nil), "2020-03-01", "2020-03-02", nil, "contradict", "another time"},
		{"lower later is not explained by it", with(30, "", nil), with(27, "", nil), "2020-03-01", "2020-03-02", nil, "contradict", "unexplained"},
		{"with the attacker", with(33, "", func(f *figure) { f.behind = " بمن فيهم المهاجم" }), with(32, "", nil), "2020-03-01", "2020-03-02", nil, "contradict", "another scope"},
		{"killed and injured", with(7, "", nil), with(19, "", nil), "2020-03-01", "2020-03-01", []figure{with(12, "", func(f *figure) { f.predicate = "injured" })}, "contradict", "another scope"},
		{"civilians", with(27, "", nil), with(20, "", func(f *figure) { f.group = "civilians" }), "2020-03-01", "2020-03-02", nil, "contradict", "another definition"},
		{"neither", with(27, "", nil), with(20, "", nil), "2020-03-01", "2020-03-01", nil, "contradict", "unexplained"},
	} {
		s := set(t, report{id: "a", outlet: "one", day: c.dayA, figures: append([]figure{c.a}, c.also...)}, report{id: "b", outlet: "two", day: c.dayB, figures: []figure{c.b}})
		found := false
		for _, q := range s.Questions(question.With{}) {
			if q.Predicate != "killed" || len(q.Accounts) != 2 {
				continue
			}
			found = true
			if r := q.Relations; len(r) != 1 || r[0].Kind != c.kind || r[0].Cause != c.cause {
				t.Errorf("%s: %+v, want %s %s", c.name, r, c.kind, c.cause)
			}
		}
		if !found {
			t.Errorf("%s: no question with two accounts", c.name)
		}
	}
}

// TestSummary wants the ends and the newest, as they are given.
func TestSummary(t *testing.T) {
	at := figure{place: "Nahr", when: "2020-03-01"}
	of := func(n float64, op, said string) figure {
		f := at
		f.n, f.op, f.said = n, op, said
		return f
	}
	q := set(t,
		report{id: "a", outlet: "one", day: "2020-03-01", figures: []figure{of(10, "more_than", "عضو البرلمان")}},
		report{id: "b", outlet: "two", day: "2020-03-01", figures: []figure{of(27, "", "وزارة الداخلية")}},
		report{id: "c", outlet: "two", day: "2020-03-02", figures: []figure{of(30, "", "وزارة الداخلية")}},
		report{id: "d", outlet: "six", day: "2020-03-03", figures: []figure{of(32, "", ""), of(100, "vague", "شهود")}},
		report{id: "e", outlet: "six", day: "2020-03-03", figures: []figure{of(32, "", "رئيس الوزراء")}},
	).Questions(question.With{})
	if len(q) != 1 {
		t.Fatal(accounts(q))
	}
	s := q[0].Summary
	get := func(r *riwaya.FigureRef) string {
		a := q[0].Accounts[r.Account]
		return fmt.Sprintf("%s %g", a.By.Name, *a.Figures[r.Figure].Low)
	}
	if got := get(s.Lowest) + ", " + get(s.Highest) + ", " + get(s.Newest); got != "عضو البرلمان 10, six 32, رئيس الوزراء 32" || s.Reports != 5 || s.Outlets != 3 || s.NewestBySeen {
		t.Error(got, s)
	}
	var update bool
	for _, r := range q[0].Relations {
		update = update || r.Kind == riwaya.RelationUpdate && r.A.Account == r.B.Account
	}
	if !update {
		t.Error("the ministry's second figure is no update")
	}
}

// TestCopies gives a figure in a shared passage the teller of the passage.
func TestCopies(t *testing.T) {
	a := report{id: "a", outlet: "one", day: "2020-03-01", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}}
	b := report{id: "b", outlet: "two", day: "2020-03-01", figures: []figure{{n: 27, place: "Nahr", when: "2020-03-01"}}}
	whole := riwaya.Span{Start: 0, End: 1000}
	for _, c := range []struct {
		copy riwaya.Copy
		want string
	}{
		{riwaya.Copy{A: "a", B: "b", Directed: true}, "killed people Nahr: one 27 27"},
		{riwaya.Copy{A: "a", B: "b"}, "killed people Nahr: one 27; two 27"},
		{riwaya.Copy{A: "a", B: "b", Agency: &riwaya.Agency{Name: "Reuters", Actor: ptr("reuters")}}, "killed people Nahr: Reuters 27 27"},
	} {
		c.copy.Passages = []riwaya.Passage{{A: whole, B: whole}}
		if got := accounts(set(t, a, b).Questions(question.With{Copies: []riwaya.Copy{c.copy}})); len(got) != 1 || got[0] != c.want {
			t.Errorf("%v, want %s", got, c.want)
		}
	}
}

// TestOrder adds the same reports in many orders.
func TestOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	places, days := []string{"Nahr", "An Nahr", "Tall", "Syria", ""}, []string{"2020-03-01", "2020-03-02", "XXXX-WXX-1", "XXXX-XX-XX", ""}
	sources := []string{"", "وزارة الداخلية", "وزارة الداخلية التركية", "مصدر أمني"}
	var all []report
	for i := range 60 {
		one := report{id: fmt.Sprintf("art-%d", i), outlet: []string{"one", "two", "six"}[r.IntN(3)], day: []string{"2020-03-02", "~2020-03-03", "2020-03-04"}[r.IntN(3)]}
		for range 1 + r.IntN(3) {
			one.figures = append(one.figures, figure{n: float64(10 + r.IntN(4)), place: places[r.IntN(5)], when: days[r.IntN(5)], said: sources[r.IntN(4)], group: []string{"people", "civilians"}[r.IntN(2)]})
		}
		all = append(all, one)
	}
	write := func() string {
		b, err := json.Marshal(set(t, all...).Questions(question.With{}))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	want := write()
	for range 5 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := write(); got != want {
			t.Fatal("the order in which reports come changes the questions")
		}
	}
	s := set(t, all...)
	for _, x := range all {
		s.Remove(x.id)
	}
	if s.Reports() != 0 || len(s.Questions(question.With{})) != 0 {
		t.Error("what was removed is still there")
	}
}
