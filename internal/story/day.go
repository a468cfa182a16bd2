package story

import (
	"math"
	"strconv"
	"time"

	"riwaya"
)

// noDay is the day of what has none.
const noDay = math.MinInt32

const hours = 24 * time.Hour

// DayOf is the day of an article, in days since 1970 as its outlet counts them, and whether it is
// only when it was first seen: it may have appeared days before. Where nothing is known, or only when its
// file was put in, which can be decades after, it is the smallest number that an int32 holds.
func DayOf(a *riwaya.Article) (day int, seen bool) {
	if a.Published != nil && len(*a.Published) >= len(time.DateOnly) {
		if d, ok := ParseDay((*a.Published)[:len(time.DateOnly)]); ok {
			return d, false
		}
	}
	if a.Seen == nil || a.Undated {
		return noDay, true
	}
	y, m, d := a.Seen.Date() // its own clock's day, not that of UTC
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / int64(hours/time.Second)), true
}

// ParseDay is a day as 2006-01-02, in days since 1970.
func ParseDay(s string) (int, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return noDay, false
	}
	return int(t.Unix() / int64(hours/time.Second)), true
}

// FormatDay is a day since 1970 as 2006-01-02, "" where there is none.
func FormatDay(day int) string {
	if day == noDay {
		return ""
	}
	return time.Unix(int64(day)*int64(hours/time.Second), 0).UTC().Format(time.DateOnly)
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// tolls are the predicates of figures that tell one happening from another.
var tolls = map[string]bool{"killed": true, "injured": true, "missing": true, "abducted": true, "detained": true, "released": true, "displaced": true, "evacuated": true, "surrendered": true}
