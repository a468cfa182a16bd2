package page

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/page/extract"
)

const jsonLines = `{"url":"http://example.com/2015/07/20/a.html","outlet":"o","title":" عنوان  الخبر ","author":"مراسل - وكالة","seen":"2015-07-21T02:16:13+03:00","text":"نص الخبر","date_as_given":"x","more":[1]}
{"title":"عنوان","author":null,"published":"2019-02-20T14:05:00+03:00","text":"عنوان\nنص"}

{"title":"قصف","text":"قصف السوق صباحا","author":["أ","ب"]}
not json
{"text": 5}
{"title":"بلا نص"}
[1]
{"text":"x","published":"20/07/2015"}
{"text":"\ud83d alone"}
{"text":"آخر"}`

func TestJSONLines(t *testing.T) {
	got := map[int]riwaya.Article{}
	var errs []string
	for in, err := range Read(strings.NewReader(jsonLines), Options{Name: "a.jsonl"}) {
		if err != nil {
			if !errors.Is(err, ErrLine) {
				t.Errorf("no ErrLine: %v", err)
			}
			errs = append(errs, err.Error())
			continue
		}
		got[in.Line] = in.Article
	}
	first := got[1]
	if first.Text != "عنوان الخبر\nنص الخبر" || first.Title != "عنوان الخبر" || str(first.Published) != "2015-07-20" ||
		first.PublishedFrom != riwaya.FromURL || first.PublishedPrecision != riwaya.PrecisionDay ||
		first.Seen == nil || first.Seen.Day() != 21 || first.Authors[0] != "مراسل - وكالة" || str(first.Outlet) != "o" {
		t.Errorf("line 1: %+v", first)
	}
	if got[2].Text != "عنوان\nنص" || str(got[2].Published) != "2019-02-20T14:05:00+03:00" || got[2].PublishedPrecision != riwaya.PrecisionSecond {
		t.Errorf("line 2: %+v", got[2])
	}
	if got[4].Text != "قصف\nقصف السوق صباحا" || len(got[4].Authors) != 2 || got[4].Published != nil {
		t.Errorf("line 4: %+v", got[4])
	}
	if got[11].Text != "آخر" || len(got) != 4 {
		t.Errorf("%d lines read", len(got))
	}
	for i, want := range []string{
		"a.jsonl:5: a broken line: not JSON", `a.jsonl:6: a broken line: "text" is number`,
		`a.jsonl:7: a broken line: nothing to read: no "text"`, "a.jsonl:8: a broken line: not a JSON object",
		`a.jsonl:9: a broken line: published "20/07/2015": not a date`, "a.jsonl:10: a broken line: unreadable characters",
	} {
		if i >= len(errs) || !strings.HasPrefix(errs[i], want) {
			t.Errorf("errors %q, want %q", errs, want)
			break
		}
	}
}

func TestJSONLineTooLong(t *testing.T) {
	in := `{"text":"a"}` + "\n" + `{"text":"` + strings.Repeat("x", MaxArticle) + `"}` + "\n" + `{"text":"b"}` + "\n"
	var texts []string
	var errs []error
	for i, err := range Read(strings.NewReader(in), Options{Name: "a"}) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		texts = append(texts, i.Article.Text)
	}
	if strings.Join(texts, "") != "ab" || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) || !strings.HasPrefix(errs[0].Error(), "a:2: ") {
		t.Errorf("%q %v", texts, errs)
	}
}

func FuzzJSONLines(f *testing.F) {
	f.Add(jsonLines)
	f.Add("\ufeff{\"text\":\"x\"}\r\n{\"text\":\"\\ufffd\"}")
	f.Add("{\"text\":\"\xff\"}\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		last, n := 0, 0
		for in, err := range Read(strings.NewReader(s), Options{Format: JSONLines}) {
			if n++; err != nil {
				continue
			}
			a := in.Article
			if in.Line <= last || !utf8.ValidString(a.Text) || extract.Blank(a.Text) || a.ID != riwaya.TextID(a.Text) {
				t.Fatalf("line %d after %d: %+v", in.Line, last, a)
			}
			last = in.Line
		}
		if n > strings.Count(s, "\n")+1 {
			t.Fatalf("%d results of %d lines", n, strings.Count(s, "\n")+1)
		}
	})
}
