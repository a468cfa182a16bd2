package when

import (
	"strconv"

	"riwaya/internal/calendar"
	"riwaya/internal/timex"
	"riwaya/internal/timex/frame"
)

// period is a quarter or a half of a year.
func (s *search) period(f *frame.Frame) string {
	y, n := int(f[frame.Year]), int(f[frame.Order])
	if y == 0 {
		if !s.known || f[frame.Near] == frame.Last {
			return ""
		}
		y = s.ref.Year() + delta(f[frame.Near])
	}
	switch {
	case f[frame.Period] == frame.Quarter && n >= 1 && n <= 4:
		return calendar.Pad(y, 4) + "-Q" + strconv.Itoa(n)
	case f[frame.Period] == frame.Half && n >= 1 && n <= 2:
		return calendar.Pad(y, 4) + "-H" + strconv.Itoa(n)
	}
	return ""
}

// seasonOf is a season of a year.
func (s *search) seasonOf(f *frame.Frame) string {
	if y := int(f[frame.Year]); y != 0 {
		if y < calendar.FirstGregorian {
			return ""
		}
		return calendar.Pad(y, 4) + "-" + frame.Seasons[f[frame.Season]]
	}
	if !s.known {
		return "XXXX-" + frame.Seasons[f[frame.Season]]
	}
	y, m, _ := s.ref.Civil()
	if f[frame.Unit] == frame.Years {
		return calendar.Pad(y+delta(f[frame.Near]), 4) + "-" + frame.Seasons[f[frame.Season]]
	}
	first := int(f[frame.Season])*3 + 0 // spring begins in March
	switch f[frame.Near] {
	case frame.Past:
		if m < first+3 {
			y--
		}
	case frame.Next:
		if m >= first {
			y++
		}
	case frame.This:
	default:
		return ""
	}
	return calendar.Pad(y, 4) + "-" + frame.Seasons[f[frame.Season]]
}

// hijri is a date of the Hijri calendar, as the Gregorian days that it is.
func (s *search) hijri(h *timex.Hit, f *frame.Frame) string {
	y, m, d := int(f[frame.Year]), int(f[frame.Month]), int(f[frame.Day])
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
	case f[frame.Season] != 0 || f[frame.Period] != 0:
		return ""
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
func (s *search) hijriYearOf(f *frame.Frame) (int, bool) {
	y, ok := calendar.HijriYear(s.ref)
	if !ok {
		return 0, false
	}
	if f[frame.Unit] == frame.Years {
		return y + delta(f[frame.Near]), true
	}
	best, off := 0, 0
	for n := y - 1; n <= y+1; n++ {
		first, ok := calendar.HijriDay(n, int(f[frame.Month]), max(1, int(f[frame.Day])))
		if !ok {
			continue
		}
		far := int(first - s.ref)
		switch {
		case f[frame.Near] == frame.Past && far >= 0, f[frame.Near] == frame.Next && far <= 0:
			continue
		case far > 0 && f[frame.Near] != frame.Next:
			far *= 3 // news look back
		}
		if far = max(far, -far); best == 0 || far < off {
			best, off = n, far
		}
	}
	return best, best != 0
}
