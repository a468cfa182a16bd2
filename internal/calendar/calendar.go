// Package calendar counts days: of the Gregorian calendar, and of the Hijri one as the Umm
// al-Qura calendar has it.
package calendar

import (
	"strconv"
	"time"

	"github.com/hablullah/go-hijri"
)

// Day is a day of the Gregorian calendar, as days since 1 January 1970.
type Day int

const daySeconds = 24 * 60 * 60

// At is the day of a year, month and day. Days that the month has not go on into the
// next: ask [Valid].
func At(y, m, d int) Day {
	return Day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

func (d Day) time() time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

// Civil is the day's year, month and day of the month.
func (d Day) Civil() (y, m, day int) {
	year, month, n := d.time().Date()
	return year, int(month), n
}

// Year is the day's year.
func (d Day) Year() int { y, _, _ := d.Civil(); return y }

// Weekday is 1 on Mondays and 7 on Sundays.
func (d Day) Weekday() int { return ((int(d)+3)%7+7)%7 + 1 }

// String is the day as ISO 8601 has it.
func (d Day) String() string {
	y, m, n := d.Civil()
	return ymd(y, m, n)
}

// Week is the ISO week of the day.
func (d Day) Week() string {
	y, w := d.time().ISOWeek()
	return Pad(y, 4) + "-W" + Pad(w, 2)
}

// Valid reports whether there is such a day.
func Valid(y, m, d int) bool {
	_, month, n := At(y, m, d).Civil()
	return m >= 1 && m <= 12 && d >= 1 && month == m && n == d
}

// Pad is a number with at least that many digits.
func Pad(n, digits int) string {
	s := strconv.Itoa(n)
	for len(s) < digits {
		s = "0" + s
	}
	return s
}

func ymd(y, m, d int) string { return Pad(y, 4) + "-" + Pad(m, 2) + "-" + Pad(d, 2) }

// Days is how many days the month has.
func Days(y, m int) int {
	ny, nm := AddMonths(y, m, 1)
	return int(At(ny, nm, 1) - At(y, m, 1))
}

// Nearest is the day of that weekday nearest to the day.
func (d Day) Nearest(weekday int) Day {
	n := (weekday - d.Weekday() + 7) % 7
	if n > 3 {
		n -= 7
	}
	return d + Day(n)
}

// AddMonths is the month that many months later.
func AddMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return k / 12, k%12 + 1
}

// The Hijri year is the Umm al-Qura calendar's, which sets most of the region's papers;
// sightings elsewhere differ from it by a day. It is tabulated from 1356 to 1500.
const firstHijri, lastHijri = 1356, 1500

// HijriDay is the Gregorian day of a Hijri one; ok is false outside the tables.
func HijriDay(y, m, d int) (Day, bool) {
	if y < firstHijri || y > lastHijri || m < 1 || m > 12 || d < 1 || d > 30 {
		return 0, false
	}
	t := hijri.UmmAlQuraDate{Year: int64(y), Month: int64(m), Day: int64(d)}.ToGregorian()
	return Day(t.Unix() / daySeconds), true
}

// HijriMonth is the first and the last Gregorian day of a Hijri month.
func HijriMonth(y, m int) (first, last Day, ok bool) {
	first, ok = HijriDay(y, m, 1)
	if !ok {
		return 0, 0, false
	}
	if m++; m > 12 {
		y, m = y+1, 1
	}
	next, ok := HijriDay(y, m, 1)
	return first, next - 1, ok
}

// HijriYear is the Hijri year of a day.
func HijriYear(d Day) (int, bool) {
	h, err := hijri.CreateUmmAlQuraDate(d.time())
	return int(h.Year), err == nil
}
