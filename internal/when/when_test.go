package when

import (
	"testing"
	"time"
)

// TestCalendar holds day arithmetic to the standard library's.
func TestCalendar(t *testing.T) {
	for y := 1890; y < 2105; y += 7 {
		for m := 1; m <= 12; m++ {
			at := time.Date(y, time.Month(m), 17, 0, 0, 0, 0, time.UTC)
			d := dateAt(y, m, 17)
			if got := d.String(); got != at.Format("2006-01-02") {
				t.Errorf("%s: %s", at, got)
			}
			if got := time.Weekday(d.weekday() % 7); got != at.Weekday() {
				t.Errorf("%s: weekday %v", d, got)
			}
			if n := days(y, m); !valid(y, m, n) || valid(y, m, n+1) {
				t.Errorf("%d-%d has %d days", y, m, n)
			}
		}
	}
	for _, c := range []struct {
		from string
		n    int
		unit int16
		want string
	}{
		{"2015-03-31", -1, month, "2015-02-28"}, {"2016-02-29", -1, years, "2015-02-28"},
		{"2015-07-23", -2, month, "2015-05-23"}, {"2015-01-02", -2, week, "2014-12-19"}, {"2015-12-31", 1, day, "2016-01-01"},
	} {
		at, err := time.Parse("2006-01-02", c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := dateAt(at.Year(), int(at.Month()), at.Day()).plus(c.n, c.unit).String(); got != c.want {
			t.Errorf("%s plus %d: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

// TestHijri compares days with the published Umm al-Qura calendar.
func TestHijri(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{
		{1436, 9, 1, "2015-06-18"}, {1436, 10, 1, "2015-07-17"}, {1437, 1, 1, "2015-10-14"}, {1440, 1, 1, "2018-09-11"}, {1445, 9, 1, "2024-03-11"},
	} {
		if got, ok := hijriDay(c.y, c.m, c.d); !ok || got.String() != c.want {
			t.Errorf("%d-%d-%d: %s, want %s", c.y, c.m, c.d, got, c.want)
		}
	}
	for _, c := range [][3]int{{1355, 1, 1}, {1501, 1, 1}, {1436, 13, 1}, {1436, 1, 31}, {0, 0, 0}} {
		if _, ok := hijriDay(c[0], c[1], c[2]); ok {
			t.Errorf("%v is outside the tables", c)
		}
	}
}

// TestFigures reads the digits of every script.
func TestFigures(t *testing.T) {
	for s, want := range map[string]figures{
		"2015":      {n: [3]int{2015}, length: [3]int{4}, count: 1},
		"١٩":        {n: [3]int{19}, length: [3]int{2}, count: 1},
		"11.59":     {n: [3]int{11, 59}, length: [3]int{2, 2}, count: 2},
		"10:20":     {n: [3]int{10, 20}, length: [3]int{2, 2}, count: 2, colon: true},
		"19.2.2019": {n: [3]int{19, 2, 2019}, length: [3]int{2, 1, 4}, count: 3},
		"1,500":     {n: [3]int{1, 500}, length: [3]int{1, 3}, count: 2, comma: true},
	} {
		if got, ok := figuresOf(s); !ok || got != want {
			t.Errorf("%s: %+v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "12345", "1.2.3.4"} {
		if got, ok := figuresOf(s); ok {
			t.Errorf("%s: %+v", s, got)
		}
	}
}

// TestGrammarErrors names the line of what cannot be read.
func TestGrammarErrors(t *testing.T) {
	for text, want := range map[string]string{
		"part a\n  is b\n":                               `x:2: unknown kind or part "b"`,
		"part a\n  is a unit\n":                          "x: part a begins with itself",
		"rule r\n  when time:ref?\n  yes x\n":            "x:1: rule r: a sequence begins with what must be there",
		"rule r\n  when time:ref\n  wrong y\n  yes x\n":  `x:1: rule r: unknown key "wrong"`,
		"rule r\n  when time:ref\n  means y\n  yes x\n":  `x:1: rule r: unknown meaning "y", want one of date length ago ahead ref set morrow`,
		"rule r\n  when time:month=x\n  yes x\n":         `x:1: rule r: "month" wants a number`,
		"part month\n  is ref\n":                         "x:1: a second month",
		"rule r\n  when [x] time:month\n  yes x\n":       "x:1: rule r: a pattern begins with time:KIND",
		"rule r\n  when time:month then ref?\n  yes x\n": "",
	} {
		_, err := parse("x", text)
		if got := ""; err != nil {
			got = err.Error()
			if got != want {
				t.Errorf("%q: %q, want %q", text, got, want)
			}
		} else if want != "" {
			t.Errorf("%q: no error, want %q", text, want)
		}
	}
}
