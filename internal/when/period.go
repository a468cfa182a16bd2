package when

import (
	"strconv"

	"riwaya/internal/calendar"
	"riwaya/internal/timex"
)

// period is a quarter or a half of a year.
func (s *search) period(f *timex.Frame) string {
	y, n := int(f[timex.Year]), int(f[timex.Order])
	if y == 0 {
		if !s.known || f[timex.Near] == timex.Last {
			return ""
		}
		y = s.ref.Year() + delta(f[timex.Near])
	}
	switch {
	case f[timex.Period] == timex.Quarter && n >= 1 && n <= 4:
		return calendar.Pad(y, 4) + "-Q" + strconv.Itoa(n)
	case f[timex.Period] == timex.Half && n >= 1 && n <= 2:
		return calendar.Pad(y, 4) + "-H" + strconv.Itoa(n)
	}
	return ""
}

// seasonOf is a season of a year.
func (s *search) seasonOf(f *timex.Frame) string {
	if y := int(f[timex.Year]); y != 0 {
		return calendar.Pad(y, 4) + "-" + timex.Seasons[f[timex.Season]]
	}
	if !s.known {
		return "XXXX-" + timex.Seasons[f[timex.Season]]
	}
	y, m, _ := s.ref.Civil()
	if f[timex.Unit] == timex.Years {
		return calendar.Pad(y+delta(f[timex.Near]), 4) + "-" + timex.Seasons[f[timex.Season]]
	}
	first := int(f[timex.Season])*3 + 0 // spring begins in March
	switch f[timex.Near] {
	case timex.Past:
		if m < first+3 {
			y--
		}
	case timex.Next:
		if m >= first {
			y++
		}
	case timex.This:
	default:
		return ""
	}
	return calendar.Pad(y, 4) + "-" + timex.Seasons[f[timex.Season]]
}

// hijri is a date of the Hijri calendar, as the Gregorian days that it is.
func (s *search) hijri(h *timex.Hit, f *timex.Frame) string {
	y, m, d := int(f[timex.Year]), int(f[timex.Month]), int(f[timex.Day])
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
		first, ok := calendar.HijriDay(y, 1, 1)
		following, ok2 := calendar.HijriDay(y+1, 1, 1)
		if !ok || !ok2 {
			return ""
		}
		return first.String() + "/" + (following - 1).String()
	case d == 0:
		first, end, ok := calendar.HijriMonth(y, m)
		if !ok {
			return ""
		}
		return first.String() + "/" + end.String()
	}
	at, ok := calendar.HijriDay(y, m, d)
	if !ok {
		return ""
	}
	return s.onDay(at, f)
}

// hijriYearOf is the year of a Hijri month or day that names none.
func (s *search) hijriYearOf(f *timex.Frame) (int, bool) {
	y, ok := calendar.HijriYear(s.ref)
	if !ok {
		return 0, false
	}
	if f[timex.Unit] == timex.Years {
		return y + delta(f[timex.Near]), true
	}
	best, off := 0, 0
	for n := y - 1; n <= y+1; n++ {
		first, ok := calendar.HijriDay(n, int(f[timex.Month]), max(1, int(f[timex.Day])))
		if !ok {
			continue
		}
		far := int(first - s.ref)
		switch {
		case f[timex.Near] == timex.Past && far >= 0, f[timex.Near] == timex.Next && far <= 0:
			continue
		case far > 0 && f[timex.Near] != timex.Next:
			far *= 3 // news look back
		}
		if far = max(far, -far); best == 0 || far < off {
			best, off = n, far
		}
	}
	return best, best != 0
}
