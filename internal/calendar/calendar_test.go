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
