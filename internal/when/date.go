package when

import "strconv"

// dateValue is the date that a hit says; a range where it says two. Empty where it is not
// sure.
func (s *search) dateValue(h *hit) string {
	if !h.two {
		return s.resolve(h, &h.frame[0])
	}
	a, b := &h.frame[0], &h.frame[1]
	for _, f := range []field{fYear, fMonth, fHijri, fUnit, fNear, fPart} { // said once, for both
		if b[f] == 0 && f != fPart && !(f == fMonth && b[fDay] == 0 && b[fYear] != 0) {
			b[f] = a[f]
		}
		if a[f] == 0 && !(f == fMonth && a[fDay] == 0) {
			a[f] = b[f]
		}
	}
	if a[fYear] == b[fYear] && a[fYear] != 0 && a[fMonth] > b[fMonth] {
		a[fYear]-- // from November to March 2015
	}
	from, to := s.resolve(h, a), s.resolve(h, b)
	if from == "" || to == "" || len(from) == len(to) && from >= to {
		return ""
	}
	return from + "/" + to
}

// resolve is the date that one frame says.
func (s *search) resolve(h *hit, f *frame) string {
	if f[fHijri] != 0 && (f[fYear] != 0 || f[fMonth] != 0) {
		return s.hijri(h, f)
	}
	switch {
	case f[fUnit] == century && (f[fOrder] != 0 || f[fN] != 0):
		n := int(max(f[fOrder], f[fN])) - 1
		if n < 0 || n > 20 {
			return ""
		}
		if f[fDecade] != 0 {
			return pad(n*10+int(f[fDecade])%100/10, 3)
		}
		return pad(n, 2)
	case f[fDecade] != 0:
		return strconv.Itoa(int(f[fDecade]) / 10)
	case f[fPeriod] != 0:
		return s.period(f)
	case f[fSeason] != 0:
		return s.seasonOf(f)
	case f[fOffset] != 0 && f[fMonth] == 0:
		return s.relative(f)
	case f[fWeekday] != 0 && f[fOrder] != 0:
		return s.nth(h, f)
	case f[fUnit] == day && f[fNear] == next:
		return s.nextDay(h, f)
	case f[fMonth] != 0:
		return s.monthly(h, f)
	case f[fDay] != 0:
		return s.dayOnly(h, f)
	case f[fWeekday] != 0:
		return s.weekly(h, f)
	case f[fUnit] != 0 && f[fUnit] != years || f[fYear] == 0 && f[fUnit] != 0:
		return s.unitNear(f)
	case f[fYear] != 0:
		return pad(int(f[fYear]), 4)
	case f[fPart] != 0 || f[fHour] != 0:
		return s.hanging(h, f)
	}
	return ""
}

// onDay is a day with its part or clock time, and remembers it for times that name none.
func (s *search) onDay(d date, f *frame) string {
	s.lastDay, s.lastKnown, s.said = d, true, true
	return d.String() + suffix(f)
}

// relative is a day counted from publication, such as yesterday. A weekday beside it has
// settled which day that is, see [search.settle]; where it still contradicts, it wins.
func (s *search) relative(f *frame) string {
	if !s.known {
		if f[fWeekday] != 0 {
			return "XXXX-WXX-" + strconv.Itoa(int(f[fWeekday])) + suffix(f)
		}
		return "XXXX-XX-XX" + suffix(f)
	}
	d := s.ref + date(f[fOffset]-shift)
	if f[fWeekday] != 0 {
		d = nearest(d, int(f[fWeekday]))
	}
	return s.onDay(d, f)
}

// nearest is the day of that weekday nearest to another day.
func nearest(d date, weekday int) date {
	n := (weekday - d.weekday() + 7) % 7
	if n > 3 {
		n -= 7
	}
	return d + date(n)
}

// delta is how many units away what is past, next or this one is.
func delta(near int16) int {
	switch near {
	case past:
		return -1
	case next:
		return 1
	}
	return 0
}

// farAhead is how many days ahead of publication a month or day without a year is still
// looked for, where nothing in the text says that it is to come; the past has the rest.
const farAhead = 100

// monthly is a month or a day of a month.
func (s *search) monthly(h *hit, f *frame) string {
	m, d := int(f[fMonth]), int(f[fDay])
	y, ok := s.yearOf(h, f)
	if !ok {
		if s.known {
			return ""
		}
		if d == 0 {
			return "XXXX-" + pad(m, 2)
		}
		return "XXXX-" + pad(m, 2) + "-" + pad(d, 2) + suffix(f)
	}
	if d == 0 {
		return pad(y, 4) + "-" + pad(m, 2) + suffix(f)
	}
	if !valid(y, m, d) {
		return ""
	}
	return s.onDay(dateAt(y, m, d), f)
}

// yearOf is the year of a month or day: the one said, or the nearest that fits.
func (s *search) yearOf(h *hit, f *frame) (int, bool) {
	if f[fYear] != 0 {
		return int(f[fYear]), true
	}
	if !s.known {
		return 0, false
	}
	y, m, d := s.ref.civil()
	if f[fUnit] == years {
		return y + delta(f[fNear]), f[fNear] != last
	}
	month, day := int(f[fMonth]), int(f[fDay])
	at := func(year int) date { return dateAt(year, month, max(1, day)) }
	switch f[fNear] {
	case past, last:
		if month > m || month == m && (day == 0 || day >= d) {
			y--
		}
		return y, true
	case next:
		if month < m || month == m && (day == 0 || day <= d) {
			y++
		}
		return y, true
	case this:
		return y, true
	}
	if f[fWeekday] != 0 && day != 0 { // the year in which that day is that weekday
		for _, n := range []int{y, y - 1, y + 1} {
			if valid(n, month, day) && at(n).weekday() == int(f[fWeekday]) {
				return n, true
			}
		}
	}
	ahead := farAhead
	switch {
	case h.rule.means == aDate && h.since:
		ahead = 0
	case s.upcoming(h):
		ahead = 330
	}
	for _, n := range []int{y + 1, y, y - 1} {
		if date := at(n); int(date-s.ref) <= ahead || date <= s.ref {
			if day == 0 && month == m { // this month
				return y, true
			}
			return n, true
		}
	}
	return y, true
}

// dayOnly is a day of a month that is said otherwise: the 20th of this month, Thursday
// the 21st.
func (s *search) dayOnly(h *hit, f *frame) string {
	d := int(f[fDay])
	if !s.known {
		return "XXXX-XX-" + pad(d, 2) + suffix(f)
	}
	y, m, _ := s.ref.civil()
	switch {
	case f[fUnit] == month:
		y, m = addMonths(y, m, delta(f[fNear]))
		if !valid(y, m, d) {
			return ""
		}
		return s.onDay(dateAt(y, m, d), f)
	case f[fWeekday] != 0:
		for _, n := range []int{0, -1, 1, -2, 2} {
			y, m := addMonths(y, m, n)
			if valid(y, m, d) && dateAt(y, m, d).weekday() == int(f[fWeekday]) {
				return s.onDay(dateAt(y, m, d), f)
			}
		}
		return ""
	}
	for _, n := range []int{1, 0, -1, -2} { // the last that was, unless one is to come
		y, m := addMonths(y, m, n)
		if at := dateAt(y, m, d); valid(y, m, d) && (at <= s.ref || s.upcoming(h) && at-s.ref < 31) {
			return s.onDay(at, f)
		}
	}
	return ""
}

// nth is the how manieth weekday of a month, this one if none is said.
func (s *search) nth(h *hit, f *frame) string {
	if !s.known && f[fYear] == 0 {
		return ""
	}
	y, m, _ := s.ref.civil()
	if f[fMonth] != 0 {
		var ok bool
		if y, ok = s.yearOf(h, f); !ok {
			return ""
		}
		m = int(f[fMonth])
	} else if f[fUnit] == month {
		y, m = addMonths(y, m, delta(f[fNear]))
	}
	first := dateAt(y, m, 1)
	d := first + date((int(f[fWeekday])-first.weekday()+7)%7) + date(7*(f[fOrder]-1))
	if d >= first+date(days(y, m)) {
		return ""
	}
	return s.onDay(d, f)
}

// nextDay is the day after the one that the text named last; not known, it is a day later.
func (s *search) nextDay(h *hit, f *frame) string {
	switch {
	case s.lastKnown && h.from-s.lastAt <= 60:
		return s.onDay(s.lastDay+1, f)
	case s.known && s.upcoming(h):
		return s.onDay(s.ref+1, f)
	}
	return "P1D"
}

// weekly is a weekday alone: the last one, today's included, unless something is to come.
func (s *search) weekly(h *hit, f *frame) string {
	w := int(f[fWeekday])
	if !s.known {
		return "XXXX-WXX-" + strconv.Itoa(w) + suffix(f)
	}
	if f[fUnit] == week {
		monday := s.ref - date(s.ref.weekday()-1)
		return s.onDay(monday+date(7*delta(f[fNear])+w-1), f)
	}
	if f[fNear] == this {
		return s.onDay(s.ref+date(w-s.ref.weekday()), f)
	}
	behind := (s.ref.weekday() - w + 7) % 7 // days since the last one
	switch {
	case f[fNear] == next, f[fNear] == 0 && behind > 0 && s.upcoming(h):
		return s.onDay(s.ref+date(7-behind), f)
	case (f[fNear] == past || f[fNear] == last) && behind == 0:
		behind = 7
	}
	return s.onDay(s.ref-date(behind), f)
}

// unitNear is the last, this or the next week, month, year.
func (s *search) unitNear(f *frame) string {
	u, near := f[fUnit], f[fNear]
	if near == last || near == 0 && f[fEdge] == 0 {
		return ""
	}
	if !s.known {
		return s.unknown(u) + suffix(f)
	}
	y, m, _ := s.ref.civil()
	n := delta(near)
	switch u {
	case day:
		return s.onDay(s.ref+date(n), f)
	case week:
		return (s.ref + date(7*n)).week()
	case month:
		y, m = addMonths(y, m, n)
		return pad(y, 4) + "-" + pad(m, 2)
	case years:
		return pad(y+n, 4)
	case decade:
		return strconv.Itoa(y/10 + n)
	case century:
		return strconv.Itoa(y/100 + n)
	}
	return ""
}

// period is a quarter or a half of a year.
func (s *search) period(f *frame) string {
	y, n := int(f[fYear]), int(f[fOrder])
	if y == 0 {
		if !s.known || f[fNear] == last {
			return ""
		}
		y = s.ref.year() + delta(f[fNear])
	}
	switch {
	case f[fPeriod] == quarterOf && n >= 1 && n <= 4:
		return pad(y, 4) + "-Q" + strconv.Itoa(n)
	case f[fPeriod] == halfOf && n >= 1 && n <= 2:
		return pad(y, 4) + "-H" + strconv.Itoa(n)
	}
	return ""
}

// seasonOf is a season of a year.
func (s *search) seasonOf(f *frame) string {
	if y := int(f[fYear]); y != 0 {
		return pad(y, 4) + "-" + seasons[f[fSeason]]
	}
	if !s.known {
		return "XXXX-" + seasons[f[fSeason]]
	}
	y, m, _ := s.ref.civil()
	if f[fUnit] == years {
		return pad(y+delta(f[fNear]), 4) + "-" + seasons[f[fSeason]]
	}
	first := int(f[fSeason])*3 + 0 // spring begins in March
	switch f[fNear] {
	case past:
		if m < first+3 {
			y--
		}
	case next:
		if m >= first {
			y++
		}
	case this:
	default:
		return ""
	}
	return pad(y, 4) + "-" + seasons[f[fSeason]]
}

// hanging is a part of a day or a clock time without its day: that of the time before it,
// where that is near.
func (s *search) hanging(h *hit, f *frame) string {
	switch {
	case h.overnight && s.known && f[fHour] == 0:
		return (s.ref - 1).String() + suffix(f) // the night before the paper
	case s.lastKnown && h.from-s.lastAt <= 60:
		return s.lastDay.String() + suffix(f)
	case f[fHour] != 0:
		return suffix(f)
	}
	return ""
}

// hijri is a date of the Hijri calendar, as the Gregorian days that it is.
func (s *search) hijri(h *hit, f *frame) string {
	y, m, d := int(f[fYear]), int(f[fMonth]), int(f[fDay])
	if y == 0 {
		if !s.known {
			return ""
		}
		var ok bool
		if y, ok = s.hijriYearOf(f); !ok {
			return ""
		}
	}
	switch {
	case m == 0:
		first, ok := hijriDay(y, 1, 1)
		next, ok2 := hijriDay(y+1, 1, 1)
		if !ok || !ok2 {
			return ""
		}
		return first.String() + "/" + (next - 1).String()
	case d == 0:
		first, last, ok := hijriMonth(y, m)
		if !ok {
			return ""
		}
		return first.String() + "/" + last.String()
	}
	day, ok := hijriDay(y, m, d)
	if !ok {
		return ""
	}
	return s.onDay(day, f)
}

// hijriYearOf is the year of a Hijri month or day that names none.
func (s *search) hijriYearOf(f *frame) (int, bool) {
	y, ok := hijriYear(s.ref)
	if !ok {
		return 0, false
	}
	if f[fUnit] == years {
		return y + delta(f[fNear]), true
	}
	best, off := 0, 0
	for n := y - 1; n <= y+1; n++ {
		first, ok := hijriDay(n, int(f[fMonth]), max(1, int(f[fDay])))
		if !ok {
			continue
		}
		far := int(first - s.ref)
		switch {
		case f[fNear] == past && far >= 0, f[fNear] == next && far <= 0:
			continue
		case far > 0 && f[fNear] != next:
			far *= 3 // news look back
		}
		if far = max(far, -far); best == 0 || far < off {
			best, off = n, far
		}
	}
	return best, best != 0
}
