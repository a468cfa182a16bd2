package ask_test

import (
	"fmt"
	"strings"
	"testing"

	"riwaya/internal/question/ask"
	"riwaya/lexicon"
)

func asker(t testing.TB) *ask.Asker {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	q, err := lexicon.LoadQuestions(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	a, err := ask.New(lx, q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// short writes a question as it was read: op low-high predicate group place.
func short(q ask.Query) string {
	n := func(p *float64) string {
		if p == nil {
			return "?"
		}
		return fmt.Sprintf("%g", *p)
	}
	out := ""
	if q.Op != "" {
		out = q.Op + " " + n(q.Low) + "-" + n(q.High)
	}
	out += " " + q.Predicate + " " + q.Group
	for _, p := range q.Places {
		if len(p.Can) == 0 {
			out += " ?" + p.Text
			continue
		}
		out += " " + p.Can[0].Name
	}
	if len(q.Unread) > 0 {
		out += " unread " + strings.Join(q.Unread, ",")
	}
	return strings.Join(strings.Fields(out), " ")
}

func TestParse(t *testing.T) {
	a := asker(t)
	for in, want := range map[string]string{
		"32 قتيلا سروج":                          "exact 32-32 killed people Suruc",
		"٣٢ قتيلاً في سوروتش":                    "exact 32-32 killed people Suruc",
		"اثنان وثلاثون قتيلا في سروج":            "exact 32-32 killed people Suruc",
		"عشرات القتلى في حلب":                    "vague 10-99 killed people Aleppo",
		"مقتل 32 شخصا في سروج":                   "exact 32-32 killed people Suruc",
		"أكثر من 100 جريح بسروج":                 "more_than 100-? injured people Suruc",
		"٣٢ سروج":                                "exact 32-32 Suruc",
		"نزوح 500 عائلة من الرمادي":              "exact 500-500 displaced families Ramadi",
		"القتلى في بغداد":                        "killed people Baghdad",
		"1050 جهاديا عادوا إلى ألمانيا":          "exact 1050-1050 returned fighters Germany",
		"32 killed in Suruç":                     "exact 32-32 killed Suruc",
		"thirty-two people killed, Suruc":        "exact 32-32 killed people Suruc",
		"at least 400 fighters in Syria":         "at_least 400-? fighters Syria",
		"dozens wounded in Deir ez-Zor":          "vague 10-99 injured Deir ez-Zor",
		"two hundred and five children returned": "exact 205-205 returned children",
		"1400 trapped":                           "exact 1400-1400 trapped",
		"32 killed in Xyzzy":                     "exact 32-32 killed ?Xyzzy",
		"32 killed frobnicate quux":              "exact 32-32 killed unread frobnicate,quux",
		"":                                       "",
	} {
		if got := short(a.Parse(in)); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// FuzzParse wants that no question breaks the reader, and that a number is either read whole
// or not at all.
func FuzzParse(f *testing.F) {
	a := asker(f)
	for _, s := range []string{"32 قتيلا سروج", "dozens killed in Deir ez-Zor", "بين 3 و5", "at least", "-", "٣٢"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := a.Parse(s)
		if q.Op == "" && (q.Low != nil || q.High != nil) || q.Op != "" && q.Low == nil && q.High == nil {
			t.Errorf("%q: %+v", s, q)
		}
		if q.Low != nil && q.High != nil && *q.Low > *q.High {
			t.Errorf("%q: from %g to %g", s, *q.Low, *q.High)
		}
	})
}
