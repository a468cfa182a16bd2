package fts

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
)

func ptr[T any](v T) *T { return &v }

// article is a record with title and text; what is read of it the test adds.
func article(id, title, body string, with ...func(*riwaya.Record)) *riwaya.Record {
	text := title + "\n" + body
	r := &riwaya.Record{Schema: riwaya.Schema, Article: riwaya.Article{ID: id, Title: title, Text: text, Language: "ar", Body: []riwaya.Span{{Start: 0, End: len(text)}}}}
	for _, f := range with {
		f(r)
	}
	return r
}

func published(day string) func(*riwaya.Record) {
	return func(r *riwaya.Record) { r.Article.Published = &day }
}

func speaks(name, class string, private bool) func(*riwaya.Record) {
	return func(r *riwaya.Record) {
		r.Claims = append(r.Claims, riwaya.Claim{Source: riwaya.Source{Text: name, NameAr: &name, Private: private}, Cue: riwaya.Cue{Class: class}})
	}
}

func at(text, name, country, admin1, precision string, point ...float64) func(*riwaya.Record) {
	return func(r *riwaya.Record) {
		p := riwaya.Place{Text: text, Precision: precision, Country: &country}
		if name != "" {
			p.Name = &name
		}
		if admin1 != "" {
			p.Admin1 = &admin1
		}
		if len(point) == 2 {
			p.Lat, p.Lon = &point[0], &point[1]
		}
		r.Places = append(r.Places, p)
	}
}

func counts(predicate, op string, low, high *float64) func(*riwaya.Record) {
	return func(r *riwaya.Record) {
		r.Figures = append(r.Figures, riwaya.Figure{Predicate: predicate, Op: op, Low: low, High: high})
	}
}

func acts(id, name string, private bool) func(*riwaya.Record) {
	return func(r *riwaya.Record) {
		r.Actors = append(r.Actors, riwaya.Actor{ID: id, Name: ptr("Name of " + id), NameAr: &name, Private: private})
	}
}

func happens(kind, status string) func(*riwaya.Record) {
	return func(r *riwaya.Record) {
		r.Events = append(r.Events, riwaya.Event{Type: kind, Status: status})
	}
}

// sample is a small ledger: invented reports of an invented week.
func sample() []*riwaya.Record {
	return []*riwaya.Record{
		article("a1", "خروج مقاتلين من الباغوز", "قالت الشبكة إن 40 مقاتلا خرجوا من البلدة ليلا.", published("2019-02-19"),
			speaks("شبكة نهر بوست المحلية", "assert", false), at("الباغوز", "Al-Baghuz", "SY", "Deir ez-Zor", "populated place", 34.45, 40.95),
			counts("surrendered", "exact", ptr(40.0), ptr(40.0)), acts("sdf", "قوات سوريا الديمقراطية", false), func(r *riwaya.Record) { r.Article.Outlet = ptr("Nahr Post") }),
		article("a2", "قصف على ريف إدلب", "قتل أكثر من 12 مدنيا في سراقب، ونفى متحدث عسكري استهداف المدنيين.", published("2019-02-20T10:00:00Z"),
			speaks("متحدث عسكري", "deny", false), at("إدلب", "Idlib", "SY", "Idlib", "admin1"), at("سراقب", "Saraqib", "SY", "Idlib", "populated place", 35.86, 36.8),
			counts("killed", "more_than", ptr(12.0), nil), happens("ASSAULT", "ongoing")),
		article("a3", "هدوء في سراقب", "عاد التجار إلى السوق، وقال الحاج مروان إن الأسعار ارتفعت.", published("2019-02-21"),
			speaks("الحاج مروان", "assert", true), acts("a-1", "الحاج مروان", true), happens("ASSAULT", "denied"), at("سراقب", "Saraqib", "SY", "Idlib", "populated place", 35.86, 36.8)),
		article("a4", "Calm in the town", "Traders came back to the market. Nobody was killed.", published("2019-02-22"), func(r *riwaya.Record) { r.Article.Language = "en" }),
		article("a5", "بيروت تستعد للانتخابات", "تحدث الوزير للبنان كله، ودعا إلى الهدوء.", func(r *riwaya.Record) {
			seen := time.Date(2019, 2, 25, 3, 0, 0, 0, time.UTC)
			r.Article.Seen = &seen
			r.Events = append(r.Events, riwaya.Event{Type: "REQUEST", Status: "happened", ACLED: &riwaya.ACLED{EventType: "Strategic developments"}})
		}, speaks("الوزير", "ask", false), at("لبنان", "Lebanon", "LB", "", "country", 33.9, 35.8), at("الحدود", "", "SY", "", "country"),
			counts("killed", "range", ptr(3.0), ptr(5.0))),
		article("a6", "شحنة إلى موسكو", "لا تاريخ لهذا الخبر. وصلت الشحنة لسوريا.", counts("killed", "at_least", ptr(200.0), nil)),
	}
}

func small(t testing.TB) (*sql.DB, *term.Terms) {
	t.Helper()
	db, terms := open(t, filepath.Join(t.TempDir(), "index.db")), load(t)
	index(t, db, terms, sample(), 4)
	return db, terms
}

// ids are the articles that fulfil a query, sorted, over pages of two.
func ids(t testing.TB, db *sql.DB, terms *term.Terms, text string) []string {
	t.Helper()
	n, err := query.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	var out []string
	for _, order := range []Order{ByDay, ByRelevance} {
		out = nil
		for o := (Options{Order: order, Limit: 2}); ; {
			p, err := Search(context.Background(), db, terms, n, o)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			for _, r := range p.Results {
				out = append(out, r.Article)
			}
			if o.After = p.Next; o.After == "" {
				break
			}
		}
		count, err := Count(context.Background(), db, terms, n)
		if err != nil || count != len(out) {
			t.Errorf("%s: counts %d, finds %v: %v", text, count, out, err)
		}
	}
	slices.Sort(out)
	return out
}

func TestSearch(t *testing.T) {
	db, terms := small(t)
	for text, want := range map[string]string{
		"":                          "a1 a2 a3 a4 a5 a6",
		"باغوز":                     "a1",
		"المقاتلون":                 "a1",
		"الباجوز":                   "",
		"~الباجوز":                  "a1",
		"لبنان":                     "a5",
		"سوريا":                     "a6",
		"-سراقب":                    "a1 a4 a5 a6",
		`"عاد التجار"`:              "a3",
		`"التجار عاد"`:              "",
		"هدوء":                      "a3 a5",
		"هدوء -السوق":               "a5",
		"-هدوء -باغوز":              "a2 a4 a6",
		"(باغوز OR موسكو) -lang:en": "a1 a6",
		"-(باغوز OR place:إدلب)":    "a4 a5 a6",
		"market":                    "a4",
		"MARKET traders":            "a4",
		"killed":                    "a2 a4 a5 a6",
		`"killed"`:                  "a4",
		"killed -killed:*":          "a4",
		"killed:*":                  "a2 a5 a6",
		"killed:>12":                "a2 a6",
		"killed:>=13":               "a6",
		"killed:<6":                 "a5",
		"killed:3..5":               "a5",
		"killed:4":                  "",
		"surrendered:40":            "a1",
		"speaker:متحدث":             "a2",
		`speaker:"نهر بوست"`:        "a1",
		`speaker:="نهر بوست"`:       "",
		"speaker:=الوزير":           "a5",
		"speaker:مروان":             "",
		"actor:مروان":               "",
		"مروان":                     "a3", // the text is as it was published
		"actor:sdf":                 "a1",
		`actor:"سوريا الديمقراطية"`: "a1",
		"outlet:nahr":                    "a1",
		`outlet:="NAHR POST"`:            "a1",
		"class:deny":                     "a2",
		"event:request":                  "a5",
		`event:"strategic developments"`: "a5",
		"event:strategic":                "",
		"event:assault":                  "a2",
		`event:"denied assault"`:         "a3",
		"lang:en":                        "a4",
		"place:إدلب":                     "a2 a3",
		"place:=إدلب":                    "a2",
		"place:idlib":                    "a2 a3",
		"place:=سراقب":                   "a2 a3",
		"place:سراقب":                    "a2 a3",
		"place:الحدود":                   "a5", // what has no name of its own holds nothing
		"place:لبنان":                    "a5",
		`place:"Deir ez-Zor"`:            "a1",
		"near:34.4,40.9,10km":            "a1",
		"near:34.4,40.9,5km":             "",
		"near:35.9,36.8,20":              "a2 a3",
		"near:33.9,35.8,50km":            "", // the middle of a country
		"near:80,0,20000km":              "a1 a2 a3",
		"before:2019-02-20":              "a1",
		"after:2019-02-20":               "a3 a4 a5",
		"on:2019-02":                     "a1 a2 a3 a4 a5",
		"on:2019-02-20":                  "a2",
		"after:2018 before:2020":         "a1 a2 a3 a4 a5",
		"after:2019":                     "",
		"place:إدلب class:deny قصف":      "a2",
		"speaker:الوزير OR موسكو":        "a5 a6",
		"قصف OR هدوء OR speaker:xyz":     "a2 a3 a5",
	} {
		if got := strings.Join(ids(t, db, terms, text), " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestOrder(t *testing.T) {
	db, terms := small(t)
	n, _ := query.Parse("هدوء")
	for order, want := range map[Order]string{ByRelevance: "a3 a5", ByDay: "a5 a3"} { // a3 has it in the title
		p, err := Search(context.Background(), db, terms, n, Options{Order: order})
		if err != nil || len(p.Results) != 2 || p.Results[0].Article+" "+p.Results[1].Article != want {
			t.Errorf("%v: %+v, %v", order, p, err)
		}
		for _, r := range p.Results {
			if r.Seen != (r.Article == "a5") || r.Language != "ar" || len(r.Day) != 10 {
				t.Errorf("%+v", r)
			}
		}
	}
}

func TestRemoveAndReplace(t *testing.T) {
	db, terms := small(t)
	db.SetMaxOpenConns(1) // the tables of words are of one connection
	ctx := context.Background()
	w := NewWriter(db, terms)
	for i, want := range []bool{true, false} {
		if was, err := w.Remove(ctx, "a2"); err != nil || was != want {
			t.Errorf("%d: %v, %v", i, was, err)
		}
	}
	if err := w.Add(ctx, article("a3", "أمطار", "هطلت أمطار غزيرة.", published("2019-03-01"))); err != nil {
		t.Fatal(err)
	}
	// Added and taken away within one writer.
	if err := w.Add(ctx, article("a7", "عابر", "خبر عابر.", speaks("عابر سبيل", "assert", false))); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Remove(ctx, "a7"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(ctx); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"قصف": "", "place:إدلب": "", "class:deny": "", "killed:>12": "a6", "سراقب": "", "أمطار": "a3", "عابر": "", "speaker:عابر": "", "": "a1 a3 a4 a5 a6"} {
		if got := strings.Join(ids(t, db, terms, text), " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	for _, table := range []string{"search_has", "search_at", "search_figure"} {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + table + " WHERE article NOT IN (SELECT id FROM search_article)").Scan(&n); err != nil || n > 0 {
			t.Errorf("%s: %d rows of no article: %v", table, n, err)
		}
	}
	for _, gone := range []struct{ table, column, value string }{
		{"search_name", "terms", "حاج مروان"}, {"search_name", "terms", "عابر سبيل"}, {"search_name", "terms", "متحدث عسكري"},
		{"search_place_name", "terms", "سراقب"}, {"search_place", "admin1", "idlib"},
	} {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM "+gone.table+" WHERE "+gone.column+" = ?", gone.value).Scan(&n); err != nil || n > 0 {
			t.Errorf("%s still has %s: %v", gone.table, gone.value, err)
		}
	}
	if err := Purge(ctx, db); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"search_text", "search_name_text"} {
		if _, err := db.Exec("CREATE VIRTUAL TABLE temp." + table + "_words USING fts5vocab(main, " + table + ", row)"); err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"سراقب", "سبيل", "عابر", "متحدث"} {
			var n int
			if err := db.QueryRow("SELECT count(*) FROM temp."+table+"_words WHERE term = ?", word).Scan(&n); err != nil || n > 0 {
				t.Errorf("%s still has the word %s: %v", table, word, err)
			}
		}
	}
	for _, check := range []string{"INSERT INTO search_text (search_text) VALUES ('integrity-check')", "INSERT INTO search_name_text (search_name_text) VALUES ('integrity-check')"} {
		if _, err := db.Exec(check); err != nil {
			t.Errorf("%s: %v", check, err)
		}
	}
	if err := Drop(ctx, db); err != nil {
		t.Error(err)
	}
	var n int
	if err := db.QueryRow("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'search%'").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d tables are left: %v", n, err)
	}
}

// TestAnyOrder adds the same records in other orders and commits: results do not change.
func TestAnyOrder(t *testing.T) {
	terms := load(t)
	asked := []string{"هدوء OR مقاتلين OR قصف OR خبر", "", "place:سراقب", "speaker:متحدث OR lang:ar"}
	var want []string
	for seed := range uint64(4) {
		all := sample()
		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		db := open(t, filepath.Join(t.TempDir(), fmt.Sprint(seed)))
		index(t, db, terms, all, 1+int(seed))
		var got []string
		for _, text := range asked {
			n, _ := query.Parse(text)
			p, err := Search(context.Background(), db, terms, n, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprint(*p))
		}
		if want == nil {
			want = got
		} else if !slices.Equal(got, want) {
			t.Errorf("seed %d: %v, want %v", seed, got, want)
		}
	}
}

func TestCursor(t *testing.T) {
	db, terms := small(t)
	for _, after := range []string{"x", "!!", "AAAAAAAAAAD_", "f_gAAAAAAAEA"} {
		if _, err := Search(context.Background(), db, terms, nil, Options{After: after}); !errors.Is(err, ErrCursor) {
			t.Errorf("%s: %v", after, err)
		}
	}
	r := Result{Score: -1.25, Day: "2019-02-20", Article: "sha256:00"}
	if got, err := parseCursor(cursor(r)); err != nil || got != r {
		t.Errorf("%+v, %v", got, err)
	}
}

// FuzzSearch asks whatever parses: the index answers, and a query and its negation divide
// the articles between them.
func FuzzSearch(f *testing.F) {
	db, terms := small(f)
	for _, s := range []string{"killed OR (هدوء -سراقب)", "~الباجوز place:=إدلب", `"قصف على" near:1,2,3`, "-(a -b) OR -c", "killed:>1 -(killed هدوء)", "ﷺ", "speaker:ﷺ"} {
		f.Add(s)
	}
	ctx := context.Background()
	f.Fuzz(func(t *testing.T, text string) {
		n, err := query.Parse(text)
		if err != nil || n == nil {
			return
		}
		yes, err := Count(ctx, db, terms, n)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "query: nothing to look for") {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		no, err := Count(ctx, db, terms, query.Not{Node: n})
		if err != nil || yes+no != len(sample()) {
			t.Fatalf("%q: %d and %d: %v", text, yes, no, err)
		}
		if p, err := Search(ctx, db, terms, n, Options{}); err != nil || len(p.Results) != yes {
			t.Fatalf("%q: %v of %d: %v", text, p, yes, err)
		}
	})
}
