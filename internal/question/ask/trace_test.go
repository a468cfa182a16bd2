package ask_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/question"
	"riwaya/internal/question/ask"
	"riwaya/internal/read"
	"riwaya/lexicon"
)

// TestTrace asks four reports, read by the real reader, of which one is about another town.
func TestTrace(t *testing.T) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	words, err := lexicon.LoadQuestions(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	r, err := read.New(lx)
	if err != nil {
		t.Fatal(err)
	}
	a := asker(t)
	var records []riwaya.Record
	set := question.New(lx, words)
	for i, text := range []string{
		"أعلنت وزارة الداخلية أن 32 شخصا قتلوا في تفجير في سروج أمس.",
		"وقال المحافظ إن 27 شخصا قتلوا في تفجير في سوروتش أمس.",
		"أصيب 32 شخصا في سروج أمس، ونقلوا إلى المشافي.",
		"قتل 32 شخصا في غارة على حلب أمس.",
	} {
		day, outlet := "2015-07-21", fmt.Sprint("outlet", i)
		rec := r.Read(riwaya.Article{ID: fmt.Sprint("art-", i), Text: text, Language: "ar", Outlet: &outlet, Published: &day, PublishedPrecision: riwaya.PrecisionDay})
		records = append(records, rec)
		set.Add(&rec)
	}
	questions := set.Questions(question.With{})
	put := func(q string) (ask.Result, string) {
		tr := a.Trace(a.Parse(q))
		for i := range records {
			tr.Add(&records[i])
		}
		res := tr.Result(questions)
		return res, fmt.Sprintf("%s; %s; %s", articles(res.Same), articles(res.Predicates), articles(res.Others))
	}
	for _, q := range []string{"32 قتيلا سروج", "اثنان وثلاثون قتيلا في سوروتش", "32 killed in Suruç"} {
		res, got := put(q)
		if got != "art-0; art-2; art-1" {
			t.Errorf("%s: %s", q, got)
		}
		if s := res.Searched; s.Reports != 4 || s.Outlets != 4 || s.Named != 3 || s.From != "2015-07-21" || !slices.Equal(s.Spelled, []string{"سروج", "سوروتش"}) {
			t.Errorf("%s: searched %+v", q, s)
		}
		if h := res.Same; len(h) == 1 && (h[0].Question == "" || h[0].By.Name != "وزارة الداخلية" || !strings.Contains(h[0].Span.Of(records[0].Article.Text), "32")) {
			t.Errorf("%s: %+v", q, h[0])
		}
	}
	if res, got := put("40 قتيلا في إدلب"); got != "; ; " || res.Searched.Reports != 4 || res.Searched.Named != 0 {
		t.Errorf("%s, searched %+v", got, res.Searched)
	}
	if _, got := put("32 killed"); !strings.HasPrefix(got, "art-0 art-3; art-2; ") {
		t.Errorf("without a place: %s", got)
	}
}

func articles(hits []ask.Hit) string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Article)
	}
	return strings.Join(out, " ")
}
