package when

import (
	"strconv"
	"strings"

	"riwaya/internal/calendar"
	"riwaya/internal/timex"
	"riwaya/internal/timex/frame"
)

// dateValue is the date that a hit says; a range where it says two. Empty where it is not
// sure.
func (s *search) dateValue(h *timex.Hit) string {
	if !h.Two {
		return s.resolve(h, &h.Says)
	}
	a, b := &h.Says, &h.Other
	for _, f := range []frame.Field{frame.Year, frame.Month, frame.Hijri, frame.Unit, frame.Near, frame.Part} { // said once, for both
		if b[f] == 0 && f != frame.Part && !(f == frame.Month && b[frame.Day] == 0 && b[frame.Year] != 0) {
			b[f] = a[f]
		}
		if a[f] == 0 && !(f == frame.Month && a[frame.Day] == 0) {
			a[f] = b[f]
		}
	}
	if a[frame.Month] == 0 && b[frame.Year] > 0 && b[frame.Year] < calendar.FirstGregorian { // the school year 1436-1437
		a[frame.Hijri], b[frame.Hijri] = 1, 1
		from, _, _ := strings.Cut(s.resolve(h, a), "/")
		_, to, ok := strings.Cut(s.resolve(h, b), "/")
		if !ok || from >= to {
			return ""
		}
		return from + "/" + to
	}
	if a[frame.Year] == b[frame.Year] && a[frame.Year] != 0 && a[frame.Month] > b[frame.Month] {
		a[frame.Year]-- // from November to March 2015
	}
	from, to := s.resolve(h, a), s.resolve(h, b)
	if from == "" || to == "" || len(from) == len(to) && from >= to {
		return ""
	}
	return from + "/" + to
}

// resolve is the date that one frame says.
func (s *search) resolve(h *timex.Hit, f *frame.Frame) string {
	if y := f[frame.Year]; y >= calendar.FirstHijri && y < calendar.LastBareHijri && f[frame.Month] == 0 {
		f[frame.Hijri] = 1 // papers of the Gulf count so; others seldom tell of those years
	}
	if f[frame.Hijri] != 0 && (f[frame.Year] != 0 || f[frame.Month] != 0) {
		return s.hijri(h, f)
	}
	switch {
	case f[frame.Unit] == frame.Centuries && (f[frame.Order] != 0 || f[frame.N] != 0):
		n := int(max(f[frame.Order], f[frame.N])) - 1
		if n < 0 || n > 20 {
			return ""
		}
		if f[frame.Decade] != 0 {
			return calendar.Pad(n*10+int(f[frame.Decade])%100/10, 3)
		}
		return calendar.Pad(n, 2)
	case f[frame.Decade] != 0:
		return strconv.Itoa(int(f[frame.Decade]) / 10)
	case f[frame.Period] != 0:
		return s.period(f)
	case f[frame.Season] != 0:
		return s.seasonOf(f)
	case f[frame.Offset] != 0 && f[frame.Month] == 0:
		return s.relative(f)
	case f[frame.Weekday] != 0 && f[frame.Order] != 0:
		return s.nth(h, f)
	case f[frame.Unit] == frame.Days && f[frame.Near] == frame.Next:
		return s.nextDay(h, f)
	case f[frame.Month] != 0:
		return s.monthly(h, f)
	case f[frame.Day] != 0:
		return s.dayOnly(h, f)
	case f[frame.Weekday] != 0:
		return s.weekly(h, f)
	case f[frame.Unit] != 0 && f[frame.Unit] != frame.Years || f[frame.Year] == 0 && f[frame.Unit] != 0:
		return s.unitNear(f)
	case f[frame.Year] != 0:
		return calendar.Pad(int(f[frame.Year]), 4)
	case f[frame.Part] != 0 || f[frame.Hour] != 0:
		return s.hanging(h, f)
	}
	return ""
}

// onDay is a day with its part or clock time, and remembers it for times that name none.
func (s *search) onDay(d calendar.Day, f *frame.Frame) string {
	s.lastDay, s.lastKnown, s.said = d, true, true
	return d.String() + suffix(f)
}

// relative is a day counted from publication, such as yesterday. A weekday beside it has
// settled which day that is, see [search.settle]; where it still contradicts, it wins.
func (s *search) relative(f *frame.Frame) string {
	if !s.known {
		if f[frame.Weekday] != 0 {
			return "XXXX-WXX-" + strconv.Itoa(int(f[frame.Weekday])) + suffix(f)
		}
		return "XXXX-XX-XX" + suffix(f)
	}
	d := s.ref + calendar.Day(f[frame.Offset]-frame.Shift)
	if f[frame.Weekday] != 0 {
		d = (d).Nearest(int(f[frame.Weekday]))
	}
	return s.onDay(d, f)
}

// delta is how many units away what is past, next or this one is.
func delta(near int16) int {
	switch near {
	case frame.Past:
		return -1
	case frame.Next:
		return 1
	}
	return 0
}

// farAhead is how many days ahead of publication a month or day without a year is still
// looked for, where nothing in the text says that it is to come; the past has the rest.
const farAhead = 45

// monthly is a month or a day of a month.
func (s *search) monthly(h *timex.Hit, f *frame.Frame) string {
	m, d := int(f[frame.Month]), int(f[frame.Day])
	y, ok := s.yearOf(h, f)
	if !ok {
		if s.known {
			return ""
		}
		if d == 0 {
			return "XXXX-" + calendar.Pad(m, 2)
		}
		return "XXXX-" + calendar.Pad(m, 2) + "-" + calendar.Pad(d, 2) + suffix(f)
	}
	if d == 0 {
		return calendar.Pad(y, 4) + "-" + calendar.Pad(m, 2) + suffix(f)
	}
	if !calendar.Valid(y, m, d) {
		return ""
	}
	return s.onDay(calendar.At(y, m, d), f)
}

// yearOf is the year of a month or day: the one said, or the nearest that fits.
func (s *search) yearOf(h *timex.Hit, f *frame.Frame) (int, bool) {
	if f[frame.Year] != 0 {
		return int(f[frame.Year]), true
	}
	if y, ok := s.heading(h); ok && f[frame.Near] == 0 {
		return y, true
	}
	if !s.known {
		return 0, false
	}
	y, m, d := s.ref.Civil()
	if f[frame.Unit] == frame.Years {
		return y + delta(f[frame.Near]), f[frame.Near] != frame.Last
	}
	mm, dd := int(f[frame.Month]), int(f[frame.Day])
	at := func(year int) calendar.Day { return calendar.At(year, mm, max(1, dd)) }
	switch f[frame.Near] {
	case frame.Past, frame.Last:
		if mm > m || mm == m && (dd == 0 || dd >= d) {
			y--
		}
		return y, true
	case frame.Next:
		if mm < m || mm == m && (dd == 0 || dd <= d) {
			y++
		}
		return y, true
	case frame.This:
		return y, true
	}
	if f[frame.Weekday] != 0 && dd != 0 { // the year in which that day is that weekday
		for _, n := range []int{y, y - 1, y + 1} {
			if calendar.Valid(n, mm, dd) && at(n).Weekday() == int(f[frame.Weekday]) {
				return n, true
			}
		}
	}
	ahead := farAhead
	switch {
	case h.Means == frame.Date && h.Since:
		ahead = 0
	case s.upcoming(h):
		ahead = 330
	}
	for _, n := range []int{y + 1, y, y - 1} {
		if date := at(n); int(date-s.ref) <= ahead || date <= s.ref {
			if dd == 0 && mm == m { // this month
				return y, true
			}
			return n, true
		}
	}
	return y, true
}

// heading is the bare year that the sentence of a day begins with, as lines of a chronicle do: 1967 - riots that lasted until
// 30 July.
func (s *search) heading(h *timex.Hit) (int, bool) {
	for i := range s.hits {
		o := &s.hits[i]
		if g := &o.Says; o.Sentence == h.Sentence && o.From == h.Sentence.From && o.From < h.From && g[frame.Year] != 0 && g[frame.Month] == 0 && g[frame.Hijri] == 0 {
			return int(g[frame.Year]), true
		}
	}
	if h.Sentence.From+2 >= h.From {
		return 0, false
	}
	return s.t.EntryYear(h.Sentence.From) // no time by itself, as most lines of a chronicle that stand in one paragraph
}

// dayOnly is a day of a month that is said otherwise: the 20th of this month, Thursday
// the 21st.
func (s *search) dayOnly(h *timex.Hit, f *frame.Frame) string {
	d := int(f[frame.Day])
	if !s.known {
		return "XXXX-XX-" + calendar.Pad(d, 2) + suffix(f)
	}
	y, m, _ := s.ref.Civil()
	switch {
	case f[frame.Unit] == frame.Months:
		y, m = calendar.AddMonths(y, m, delta(f[frame.Near]))
		if !calendar.Valid(y, m, d) {
			return ""
		}
		return s.onDay(calendar.At(y, m, d), f)
	case f[frame.Weekday] != 0:
		for _, n := range []int{0, -1, 1, -2, 2} {
			y, m := calendar.AddMonths(y, m, n)
			if calendar.Valid(y, m, d) && calendar.At(y, m, d).Weekday() == int(f[frame.Weekday]) {
				return s.onDay(calendar.At(y, m, d), f)
			}
		}
		return ""
	}
	for _, n := range []int{1, 0, -1, -2} { // the last that was, unless one is to come
		y, m := calendar.AddMonths(y, m, n)
		if at := calendar.At(y, m, d); calendar.Valid(y, m, d) && (at <= s.ref || s.upcoming(h) && at-s.ref < 31) {
			return s.onDay(at, f)
		}
	}
	return ""
}

// nth is the how manieth weekday of a month, this one if none is said.
func (s *search) nth(h *timex.Hit, f *frame.Frame) string {
	if !s.known && f[frame.Year] == 0 {
		return ""
	}
	y, m, _ := s.ref.Civil()
	if f[frame.Month] != 0 {
		var ok bool
		if y, ok = s.yearOf(h, f); !ok {
			return ""
		}
		m = int(f[frame.Month])
	} else if f[frame.Unit] == frame.Months {
		y, m = calendar.AddMonths(y, m, delta(f[frame.Near]))
	}
	first := calendar.At(y, m, 1)
	d := first + calendar.Day((int(f[frame.Weekday])-first.Weekday()+7)%7) + calendar.Day(7*(f[frame.Order]-1))
	if d >= first+calendar.Day(calendar.Days(y, m)) {
		return ""
	}
	return s.onDay(d, f)
}

// nextDay is the day after the one that the text named last; not known, it is a day later.
func (s *search) nextDay(h *timex.Hit, f *frame.Frame) string {
	switch {
	case s.lastKnown && h.From-s.lastAt <= 60:
		return s.onDay(s.lastDay+1, f)
	case s.known && s.upcoming(h):
		return s.onDay(s.ref+1, f)
	}
	return "P1D"
}

// weekly is a weekday alone: the last one, today's included, unless something is to come.
func (s *search) weekly(h *timex.Hit, f *frame.Frame) string {
	w := int(f[frame.Weekday])
	if !s.known {
		return "XXXX-WXX-" + strconv.Itoa(w) + suffix(f)
	}
	if f[frame.Unit] == frame.Weeks {
		monday := s.ref - calendar.Day(s.ref.Weekday()-1)
		return s.onDay(monday+calendar.Day(7*delta(f[frame.Near])+w-1), f)
	}
	if f[frame.Near] == frame.This {
		return s.onDay(s.ref+calendar.Day(w-s.ref.Weekday()), f)
	}
	behind := (s.ref.Weekday() - w + 7) % 7 // days since the last one
	switch {
	case f[frame.Near] == frame.Next, f[frame.Near] == 0 && behind > 0 && s.upcoming(h):
		return s.onDay(s.ref+calendar.Day(7-behind), f)
	case (f[frame.Near] == frame.Past || f[frame.Near] == frame.Last) && behind == 0:
		behind = 7
	}
	return s.onDay(s.ref-calendar.Day(behind), f)
}

// unitNear is the last, this or the next week, month, year.
func (s *search) unitNear(f *frame.Frame) string {
	u, near := f[frame.Unit], f[frame.Near]
	if near == frame.Last || near == 0 && f[frame.Edge] == 0 {
		return ""
	}
	if !s.known {
		return s.unknown(u) + suffix(f)
	}
	y, m, _ := s.ref.Civil()
	n := delta(near)
	switch u {
	case frame.Days:
		return s.onDay(s.ref+calendar.Day(n), f)
	case frame.Weeks:
		return (s.ref + calendar.Day(7*n)).Week()
	case frame.Months:
		y, m = calendar.AddMonths(y, m, n)
		return calendar.Pad(y, 4) + "-" + calendar.Pad(m, 2)
	case frame.Years:
		return calendar.Pad(y+n, 4)
	case frame.Decades:
		return strconv.Itoa(y/10 + n)
	case frame.Centuries:
		return strconv.Itoa(y/100 + n)
	}
	return ""
}

// hanging is a part of a day or a clock time without its day: that of the time before it,
// where that is near.
func (s *search) hanging(h *timex.Hit, f *frame.Frame) string {
	switch {
	case h.Overnight && s.known && f[frame.Hour] == 0:
		return (s.ref - 1).String() + suffix(f) // the night before the paper
	case s.lastKnown && h.From-s.lastAt <= 60:
		return s.lastDay.String() + suffix(f)
	case f[frame.Hour] != 0:
		return suffix(f)
	}
	return ""
}
