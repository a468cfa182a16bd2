package calendar

import (
	"testing"
	"time"
)

// TestCalendar holds day arithmetic to the standard library's.
func TestCalendar(t *testing.T) {
	for y := 1890; y < 2105; y += 7 {
		for m := 1; m <= 12; m++ {
			at := time.Date(y, time.Month(m), 17, 0, 0, 0, 0, time.UTC)
			d := At(y, m, 17)
			if got := d.String(); got != at.Format("2006-01-02") {
				t.Errorf("%s: %s", at, got)
			}
			if got := time.Weekday(d.Weekday() % 7); got != at.Weekday() {
				t.Errorf("%s: weekday %v", d, got)
			}
			if n := Days(y, m); !Valid(y, m, n) || Valid(y, m, n+1) {
				t.Errorf("%d-%d has %d days", y, m, n)
			}
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
		if got, ok := HijriDay(c.y, c.m, c.d); !ok || got.String() != c.want {
			t.Errorf("%d-%d-%d: %s, want %s", c.y, c.m, c.d, got, c.want)
		}
	}
	for _, c := range [][3]int{{1355, 1, 1}, {1501, 1, 1}, {1436, 13, 1}, {1436, 1, 31}, {0, 0, 0}} {
		if _, ok := HijriDay(c[0], c[1], c[2]); ok {
			t.Errorf("%v is outside the tables", c)
		}
	}
}

// TestFigures reads the digits of every script.
func TestFigures(t *testing.T) {
	for s, want := range map[string]Figures{
		"2015":      {N: [3]int{2015}, Length: [3]int{4}, Count: 1},
		"١٩":        {N: [3]int{19}, Length: [3]int{2}, Count: 1},
		"11.59":     {N: [3]int{11, 59}, Length: [3]int{2, 2}, Count: 2},
		"10:20":     {N: [3]int{10, 20}, Length: [3]int{2, 2}, Count: 2, Colon: true},
		"19.2.2019": {N: [3]int{19, 2, 2019}, Length: [3]int{2, 1, 4}, Count: 3},
		"1,500":     {N: [3]int{1, 500}, Length: [3]int{1, 3}, Count: 2, Comma: true},
		"00ر14":     {N: [3]int{14, 0}, Length: [3]int{2, 2}, Count: 2, NoDate: true},
		"5،42":      {N: [3]int{5, 42}, Length: [3]int{1, 2}, Count: 2, NoDate: true},
	} {
		if got, ok := FiguresOf(s); !ok || got != want {
			t.Errorf("%s: %+v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "12345", "1.2.3.4"} {
		if got, ok := FiguresOf(s); ok {
			t.Errorf("%s: %+v", s, got)
		}
	}
}

// TestDate reads dates in digits in the orders that papers use.
func TestDate(t *testing.T) {
	for _, c := range []struct {
		text      string
		published int
		want      string
	}{
		{"19.2.2019", 0, "2019-02-19"}, {"2019.2.19", 0, "2019-02-19"}, {"2.19.2019", 0, "2019-02-19"},
		{"16.04.21", 2016, "2016-04-21"}, {"18.9.15", 2016, "2015-09-18"}, {"5.6.78", 0, "1978-06-05"}, {"9.10.1436", 0, "1436-10-09"},
		{"5.1.1", 0, ""}, {"40.5.2015", 0, ""}, {"5.40.2015", 0, ""},
	} {
		f, _ := FiguresOf(c.text)
		y, m, d, ok := f.Date(c.published)
		got := ""
		if ok {
			got = ymd(y, m, d)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}
