package when

import (
	"testing"
	"time"

	"riwaya/internal/calendar"
	"riwaya/internal/timex/frame"
)

// TestPlus counts months and years to the last day that the month has.
func TestPlus(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		unit int16
		want string
	}{
		{"2015-03-31", -1, frame.Months, "2015-02-28"}, {"2016-02-29", -1, frame.Years, "2015-02-28"},
		{"2015-07-23", -2, frame.Months, "2015-05-23"}, {"2015-01-02", -2, frame.Weeks, "2014-12-19"}, {"2015-12-31", 1, frame.Days, "2016-01-01"},
	} {
		at, err := time.Parse("2006-01-02", c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := plus(calendar.At(at.Year(), int(at.Month()), at.Day()), c.n, c.unit).String(); got != c.want {
			t.Errorf("%s plus %d: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}
