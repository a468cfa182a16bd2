// Package span knows between which days something can have happened: what of two such spans is one, and
// which days a value of TIMEX3 stands for in a report of some day.
package span

import (
	"math"
	"strconv"
	"strings"

	"riwaya/internal/story"
)

// The ends of time: what is open.
const (
	Ever  = math.MinInt32
	Never = math.MaxInt32
)

// Days are the first and the last day on which something can have happened.
type Days struct {
	From, To int
	Seen     bool // counted from when a report was first seen
}

// Exact reports whether it is one day.
func (d Days) Exact() bool { return d.From == d.To }

// Open reports whether the first day is not known.
func (d Days) Open() bool { return d.From == Ever }

// Beside reports whether two are days side by side: one outlet is a day wrong now and then.
func (d Days) Beside(o Days) bool {
	return d.Exact() && o.Exact() && (d.From-o.From == 1 || o.From-d.From == 1)
}

// Meet is what two have in common, and whether there is any.
func (d Days) Meet(o Days) (Days, bool) {
	m := Days{max(d.From, o.From), min(d.To, o.To), d.Seen || o.Seen}
	switch { // what is known of one day is known of both
	case d.Exact() && !o.Exact():
		m.Seen = d.Seen
	case o.Exact() && !d.Exact():
		m.Seen = o.Seen
	}
	return m, m.From <= m.To
}

// What a report without a stated day can be late by, in days: news are of the last days, and when a
// report was first seen can be days after it appeared.
const (
	NewsLag = 6
	SeenLag = 12
)

// Window are the days that a value of TIMEX3 stands for, in a report of a day ([Ever] where that is
// unknown): false where it says nothing about days.
func Window(value string, day int, seen bool) (Days, bool) {
	if from, to, ok := strings.Cut(value, "/"); ok {
		a, ok1 := Window(from, day, seen)
		b, ok2 := Window(to, day, seen)
		return Days{a.From, b.To, a.Seen || b.Seen}, ok1 && ok2 && a.From <= b.To
	}
	date, _, _ := strings.Cut(value, "T")
	switch {
	case len(date) == 10 && date[0] != 'X':
		if d, ok := story.ParseDay(date); ok {
			return Days{d, d, false}, true
		}
	case strings.HasPrefix(date, "XXXX-WXX-") && day > Ever && len(date) == 10:
		// The last such day: what happened is told within days.
		weekday := int(date[9]-'0') % 7               // 0 is Sunday
		back := (((day+4)%7+7)%7 - weekday%7 + 7) % 7 // 1970-01-01 was a Thursday
		return Days{day - back, day - back, seen}, true
	case strings.HasPrefix(date, "XXXX-") && len(date) == 10 && date[5] != 'X' && date[5] != 'W' && day > Ever:
		// The last such day of a year: 11 July.
		for year := 0; year < 2; year++ {
			if d, ok := story.ParseDay(yearOf(day, year) + date[4:]); ok && d <= day {
				return Days{d, d, false}, true
			}
		}
	case date == "XXXX-XX-XX" && day > Ever: // yesterday, of a report whose day is unknown
		lag := NewsLag
		if seen {
			lag = SeenLag
		}
		return Days{day - lag, day, seen}, true
	}
	return period(date)
}

// yearOf is the year of a day, or of one some years before.
func yearOf(day, back int) string {
	n, err := strconv.Atoi(story.FormatDay(day)[:4])
	if err != nil {
		return ""
	}
	return strconv.Itoa(n - back)
}

// period are the days of a month, a year or a week of a known year.
func period(date string) (Days, bool) {
	switch {
	case strings.HasPrefix(date, "X"):
	case len(date) == 4:
		from, ok1 := story.ParseDay(date + "-01-01")
		to, ok2 := story.ParseDay(date + "-12-31")
		return Days{from, to, false}, ok1 && ok2
	case len(date) == 7 && date[5] != 'W':
		from, ok := story.ParseDay(date + "-01")
		to := from + 27
		for d := from + 28; d <= from+30; d++ {
			if strings.HasPrefix(story.FormatDay(d), date) {
				to = d
			}
		}
		return Days{from, to, false}, ok
	case len(date) == 8 && date[5] == 'W':
		start, ok := story.ParseDay(date[:4] + "-01-04") // in the first week of ISO 8601
		week := int(date[6]-'0')*10 + int(date[7]-'0')
		monday := start - (((start+3)%7 + 7) % 7) + 7*(week-1)
		return Days{monday, monday + 6, false}, ok && week >= 1 && week <= 53
	}
	return Days{}, false
}
