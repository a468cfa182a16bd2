package byline

import (
	"fmt"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/reuse/passage"
	"riwaya/lexicon"
)

func names(t *testing.T) *Names {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	return New(lx)
}

func TestSpeaks(t *testing.T) {
	n := names(t)
	for text, want := range map[string]string{
		"قال سمير إنه باق في فريقه”.وفقا للالمانية. وأضاف سمير أنه يعود غدا": "dpa true", "ارتفع السهم. بحسب رويترز.": "reuters true",
		"ولم تتمكن رويترز من التحقق":       "reuters false",
		"وفقا للألمانية ليلى الصالح":       "",
		"وقال سمير لوكالة فرانس برس أمس":   "afp false",
		"مدينة 3 شوال 1436 هـ واس\nعاد":    "spa false",
		"بنى سمير بيتا في اليابان الجديدة": "",
	} {
		var got []string
		for _, s := range n.Speaks(text, passage.Of(&riwaya.Article{Text: text}).Words) {
			if g := fmt.Sprint(s.Actor, " ", s.Alone); len(got) == 0 || got[len(got)-1] != g {
				got = append(got, g)
			}
		}
		if s := strings.Join(got, ", "); !strings.HasPrefix(s, want) || want == "" && s != "" {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
}

func TestDocument(t *testing.T) {
	n := names(t)
	for text, want := range map[string]int{
		"صدر أمر فيما يلي نصه : بعون الله": 5, "وفيما يلي نص البيان الوزاري: قالت": 5, "صدر البيان التالي :- انتقل": 3,
		"قرأ نص القصيدة. ثم قال: عدنا": 0, "لا شيء": 0,
	} {
		if got := n.Document(text, passage.Of(&riwaya.Article{Text: text}).Words); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	n := names(t)
	places := []riwaya.Place{{Text: "وادي الزهور"}}
	for line, want := range map[string]bool{"وادي الزهور - الوئام": false, "سمير الصالح - الوئام": true} {
		if got := n.Line(line, nil, places).Signed; got != want {
			t.Errorf("%s: signed %v, want %v", line, got, want)
		}
	}
	if got := n.Line("الوئام - دب أ :", nil, nil).Actors; len(got) != 2 || got[1] != "dpa" {
		t.Errorf("initials that stand together: %v", got)
	}
}
