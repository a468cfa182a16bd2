package when

import (
	"strconv"
	"time"

	"github.com/hablullah/go-hijri"
)

// date is a day of the Gregorian calendar, as days since 1 January 1970.
type date int

const daySeconds = 24 * 60 * 60

// dateOf is the day of a year, month and day. Days that the month has not go on into the
// next: ask [valid].
func dateAt(y, m, d int) date {
	return date(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

func (d date) time() time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

func (d date) civil() (y, m, day int) {
	year, month, n := d.time().Date()
	return year, int(month), n
}

func (d date) year() int { y, _, _ := d.civil(); return y }

// weekday is 1 on Mondays and 7 on Sundays.
func (d date) weekday() int { return ((int(d)+3)%7+7)%7 + 1 }

func (d date) String() string {
	y, m, n := d.civil()
	return ymd(y, m, n)
}

// week is the ISO week of the day.
func (d date) week() string {
	y, w := d.time().ISOWeek()
	return pad(y, 4) + "-W" + pad(w, 2)
}

// valid reports whether there is such a day.
func valid(y, m, d int) bool {
	_, month, n := dateAt(y, m, d).civil()
	return m >= 1 && m <= 12 && d >= 1 && month == m && n == d
}

// pad is a number with at least that many digits.
func pad(n, digits int) string {
	s := strconv.Itoa(n)
	for len(s) < digits {
		s = "0" + s
	}
	return s
}

func ymd(y, m, d int) string { return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(d, 2) }

// addMonths is the month that many months later.
func addMonths(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return k / 12, k%12 + 1
}

// The Hijri year is the Umm al-Qura calendar's, which sets most of the region's papers;
// sightings elsewhere differ from it by a day. It is tabulated from 1356 to 1500.
const firstHijri, lastHijri = 1356, 1500

// hijriDay is the Gregorian day of a Hijri one; ok is false outside the tables.
func hijriDay(y, m, d int) (date, bool) {
	if y < firstHijri || y > lastHijri || m < 1 || m > 12 || d < 1 || d > 30 {
		return 0, false
	}
	t := hijri.UmmAlQuraDate{Year: int64(y), Month: int64(m), Day: int64(d)}.ToGregorian()
	return date(t.Unix() / daySeconds), true
}

// hijriMonth is the first and the last Gregorian day of a Hijri month.
func hijriMonth(y, m int) (first, last date, ok bool) {
	first, ok = hijriDay(y, m, 1)
	if !ok {
		return 0, 0, false
	}
	if m++; m > 12 {
		y, m = y+1, 1
	}
	next, ok := hijriDay(y, m, 1)
	return first, next - 1, ok
}

// hijriYear is the Hijri year of a day.
func hijriYear(d date) (int, bool) {
	h, err := hijri.CreateUmmAlQuraDate(d.time())
	return int(h.Year), err == nil
}
