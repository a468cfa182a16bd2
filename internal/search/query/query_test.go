package query

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func at(f float64) *float64 { return &f }

func TestParse(t *testing.T) {
	for text, want := range map[string]Node{
		"":                        nil,
		" \t ":                    nil,
		"حلب":                     Text{Words: "حلب"},
		"-حلب":                    Not{Text{Words: "حلب"}},
		"~الباغوز":                Text{Words: "الباغوز", Loose: true},
		`"خرج  المدنيون"`:         Text{Words: "خرج المدنيون", Phrase: true},
		"«خرج المدنيون»":          Text{Words: "خرج المدنيون", Phrase: true},
		`~"الباغوز فوقاني"`:       Text{Words: "الباغوز فوقاني", Phrase: true, Loose: true},
		"a b OR c":                Or{And{Text{Words: "a"}, Text{Words: "b"}}, Text{Words: "c"}},
		"a AND b":                 And{Text{Words: "a"}, Text{Words: "b"}},
		"a (b OR c)":              And{Text{Words: "a"}, Or{Text{Words: "b"}, Text{Words: "c"}}},
		"(a (b c))":               And{Text{Words: "a"}, Text{Words: "b"}, Text{Words: "c"}},
		"-(a OR b)":               Not{Or{Text{Words: "a"}, Text{Words: "b"}}},
		`speaker:"المرصد السوري"`: Field{"speaker", "المرصد السوري", false},
		"speaker:“المرصد السوري”": Field{"speaker", "المرصد السوري", false},
		"place:إدلب":                     Field{"place", "إدلب", false},
		"place:=إدلب":                    Field{"place", "إدلب", true},
		"class:Deny":                     Field{"class", "deny", false},
		"killed:>100":                    Figure{Predicate: "killed", Low: at(100), LowOpen: true},
		"killed:>=١٠٠":                   Figure{Predicate: "killed", Low: at(100)},
		"killed:<1,000":                  Figure{Predicate: "killed", High: at(1000), HighOpen: true},
		"injured:10..20":                 Figure{Predicate: "injured", Low: at(10), High: at(20)},
		"displaced:12":                   Figure{Predicate: "displaced", Low: at(12), High: at(12)},
		"displaced:*":                    Figure{Predicate: "displaced"},
		"near:34.4,40.9,50km":            Near{34.4, 40.9, 50},
		"near:-1.5,-0,2.5":               Near{-1.5, 0, 2.5},
		"before:2019-02-20":              Date{"before", "2019-02-20"},
		"after:٢٠١٩":                     Date{"after", "2019"},
		"-lang:en":                       Not{Field{"lang", "en", false}},
		"state-owned 12:30":              And{Text{Words: "state-owned"}, Text{Words: "12:30"}},
		"killed":                         Text{Words: "killed"},
		"\u200fحلب\u200f":                Text{Words: "حلب"},
		"ORDER":                          Text{Words: "ORDER"},
		`"OR"`:                           Text{Words: "OR", Phrase: true},
		`speaker:الوزير -"مصدر" OR x`:    Or{And{Field{"speaker", "الوزير", false}, Not{Text{Words: "مصدر", Phrase: true}}}, Text{Words: "x"}},
		`killed place:إدلب after:2019-2`: nil,
	} {
		got, err := Parse(text)
		if strings.HasSuffix(text, "2019-2") {
			if err == nil {
				t.Errorf("%s: %v", text, got)
			}
			continue
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, %v", text, got, err)
		}
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"a (b":              "query, column 3: this ( is never closed",
		"a b)":              "query, column 4: a ) that closes nothing",
		"()":                "query, column 2: something to look for is missing before )",
		"حلب OR":            "query, column 7: something to look for is missing at the end",
		"OR a":              "query, column 1: OR stands between",
		"a - b":             "query, column 3: a - wants",
		"--a":               "query, column 1: a - wants",
		`حلب "خرج`:          "query, column 5: this quotation mark is never closed",
		"kiled:>10":         `query, column 1: no field "kiled"; did you mean killed:`,
		"http://x.example":  `query, column 1: no field "http" (fields are speaker,`,
		"حلب killed:many":   "query, column 12: killed: wants a number or a range, like killed:12",
		"killed:20..10":     "query, column 8: killed: the range runs backwards; 10..20 is meant",
		"killed:=>3":        "query, column 8: killed: takes no =",
		"near:34.4,40.9":    "query, column 6: near: wants latitude",
		"near:95,40.9,5km":  "query, column 6: near: wants latitude",
		"before:yesterday":  "query, column 8: before: wants a day, a month or a year, like before:2019-02-20",
		"class:denied":      `query, column 7: no class "denied"; there are assert, announce`,
		"speaker: الوزير":   "query, column 9: speaker: wants a value right behind it, like speaker:NAME",
		"...":               "query, column 1: no letter or digit",
		"place:؟":           "query, column 7: no letter or digit",
		"حلب \xff":          "query, column 5: broken UTF-8",
		"before:2019-02-30": "query, column 8: before: wants",

		strings.Repeat("(", 40) + "a": "query, column 33: more than 32 brackets",
		strings.Repeat("a ", 300):     "query, column 401: a query has at most 200 parts",
		strings.Repeat("a", 5000):     "query, column 4097: a query is at most 4096 bytes",
	} {
		n, err := Parse(text)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.60s: %v, %v; want %s", text, n, err, want)
		}
	}
}

func TestDays(t *testing.T) {
	for value, want := range map[string]string{"2019": "2019-01-01 2019-12-31", "2020-02": "2020-02-01 2020-02-29", "2019-02-20": "2019-02-20 2019-02-20"} {
		if first, last, ok := Days(value); !ok || first+" "+last != want {
			t.Errorf("%s: %s %s", value, first, last)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`speaker:"المرصد السوري" killed place:إدلب after:2019-02-01`, "a -(b OR ~c) killed:10..20", "near:34.4,40.9,50km -place:=حلب",
		`"a" “b” «c» „d“`, "-(-a)", "killed:>1e3 OR (x", "class:deny lang:ar on:2019", `event:"=x" outlet:(`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := Parse(text)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Column < 1 || e.Column > utf8.RuneCountInString(text)+1 && e.Column != Longest+1 || strings.ContainsAny(e.Message, "\n\r") {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		printed := String(n)
		again, err := Parse(printed)
		if err != nil || !reflect.DeepEqual(n, again) {
			t.Fatalf("%q: prints %q, which is %#v, not %#v: %v", text, printed, again, n, err)
		}
		if String(again) != printed {
			t.Fatalf("%q prints %q", printed, String(again))
		}
	})
}
