package when

import (
	"strconv"

	"riwaya/internal/calendar"
	"riwaya/internal/timex"
)

// The types of TIMEX3.
const (
	typeDate     = "DATE"
	typeTime     = "TIME"
	typeDuration = "DURATION"
	typeSet      = "SET"
)

// value is what a hit says, as TIMEX3 has it, and its type; ok is false where it says
// nothing that is sure.
func (s *search) valueOf(h *timex.Hit) (value, kind string, ok bool) {
	f := &h.Says
	switch h.Means {
	case timex.Uncounted:
		if f[timex.Ref] == timex.Later {
			f[timex.Ref] = timex.Past
			if s.upcoming(h) {
				f[timex.Ref] = timex.Future
			}
		}
		return refValue(f)
	case timex.Length:
		if f[timex.N] == 0 && f[timex.Minute] == 0 {
			f[timex.N] = 1 // for a week
			if f[timex.Plural] != 0 {
				f[timex.N] = timex.Several
			}
		}
		v := length(f)
		return v, typeDuration, v != ""
	case timex.Ago, timex.Ahead:
		return s.counted(h)
	case timex.Recurring:
		v := recurring(f)
		return v, typeSet, v != ""
	case timex.Morrow:
		return s.morrow(h)
	case timex.Date:
		if f[timex.Plural] != 0 && f[timex.Near] != 0 {
			return refValue(f)
		}
		v := s.dateValue(h)
		return v, typeOf(v), v != ""
	}
	return "", "", false
}

func typeOf(v string) string {
	if len(v) > 0 && v[0] == 'P' {
		return typeDuration
	}
	for i := range len(v) {
		if v[i] == 'T' {
			return typeTime
		}
	}
	return typeDate
}

// refValue is a time that nobody counts: past, present or to come.
func refValue(f *timex.Frame) (value, kind string, ok bool) {
	n := f[timex.Ref]
	if f[timex.Offset] == timex.Shift {
		n = timex.Present
	}
	if n == 0 {
		n = [...]int16{timex.Next: timex.Future, timex.Past: timex.Past, timex.This: timex.Present, timex.Last: timex.Past}[f[timex.Near]]
	}
	switch n {
	case timex.Past:
		return "PAST_REF", typeDate, true
	case timex.Future:
		return "FUTURE_REF", typeDate, true
	case timex.Present:
		return "PRESENT_REF", typeDate, true
	}
	return "", "", false
}

// unitCode are the units of a length, with how many of them one is.
var unitCode = [...]struct {
	code string
	n    int
}{timex.Seconds: {"S", 1}, timex.Minutes: {"M", 1}, timex.Hours: {"H", 1}, timex.Days: {"D", 1}, timex.Weeks: {"W", 1}, timex.Months: {"M", 1}, timex.Years: {"Y", 1}, timex.Decades: {"Y", 10}, timex.Centuries: {"Y", 100}}

// length is a duration: P2D, PT24H, PXM for several months.
func length(f *timex.Frame) string {
	u := f[timex.Unit]
	if u == 0 {
		return ""
	}
	p, c := "P", unitCode[u]
	if u <= timex.Hours {
		p = "PT"
	}
	n := int(f[timex.N])
	if n == 0 && f[timex.Plus] != 0 {
		n = 1
	}
	switch {
	case n == timex.Several:
		return p + "X" + c.code
	case f[timex.Minute] != 0: // half an hour, a year and a half: the part is written in sixtieths
		part := int(f[timex.Minute] - 1)
		switch u {
		case timex.Hours:
			return "PT" + strconv.Itoa(n*60+part) + "M"
		case timex.Years:
			return "P" + strconv.Itoa(n*12+part/5) + "M"
		}
		if part != 30 {
			return ""
		}
		return p + strconv.Itoa(n) + ".5" + c.code
	}
	return p + strconv.Itoa(n*c.n) + c.code
}

// recurring is a set: every day, every Friday, every night.
func recurring(f *timex.Frame) string {
	if f[timex.Weekday] != 0 {
		return "XXXX-WXX-" + strconv.Itoa(int(f[timex.Weekday])) + suffix(f)
	}
	switch f[timex.Unit] {
	case timex.Hours:
		return "XXXX-XX-XXTXX"
	case timex.Weeks:
		return "XXXX-WXX"
	case timex.Months:
		return "XXXX-XX"
	case timex.Years:
		return "XXXX"
	}
	return "XXXX-XX-XX" + suffix(f)
}

// suffix is the part of day or the clock time.
func suffix(f *timex.Frame) string {
	part := f[timex.Part]
	if part == 0 {
		part = f[timex.Soft]
	}
	if f[timex.Hour] == 0 {
		if part == 0 {
			return ""
		}
		return "T" + timex.Parts[part]
	}
	h, m := int(f[timex.Hour]-1), 0
	if f[timex.Minute] > 0 {
		m = int(f[timex.Minute] - 1)
	}
	if f[timex.HalfDay] == 2 {
		part = timex.Evening
	} else if f[timex.HalfDay] == 1 {
		part = timex.Morning
	}
	switch {
	case part == timex.Morning && h == 12:
		h = 0
	case part == timex.Noon && h < 4, (part == timex.Afternoon || part == timex.Evening) && h < 12, part == timex.Night && h > 5 && h < 12:
		h += 12
	case part == timex.Night && h == 12 || h == 24:
		h = 0
	}
	v := "T" + calendar.Pad(h, 2) + ":" + calendar.Pad(m, 2)
	if f[timex.Zone] == 2 {
		v += "Z"
	}
	return v
}

// counted is what a length before or after now points at, at the precision of its unit. A
// length that is counted from another event is only a length.
func (s *search) counted(h *timex.Hit) (value, kind string, ok bool) {
	f := &h.Says
	later := h.Means == timex.Ahead
	n, u := int(f[timex.N]), f[timex.Unit]
	if n == 0 && f[timex.Plural] == 0 && f[timex.Minute] == 0 {
		n = 1
	}
	f[timex.N] = int16(n)
	if n == 0 && f[timex.Minute] == 0 || n == timex.Several {
		switch {
		case !later && !s.elsewhere(h):
			return "PAST_REF", typeDate, true
		case later && s.upcoming(h):
			return "FUTURE_REF", typeDate, true
		}
		f[timex.N] = timex.Several
		return length(f), typeDuration, true
	}
	if u <= timex.Hours || f[timex.Minute] != 0 || h.Two && h.Other[timex.Unit] <= timex.Hours || s.elsewhere(h) || later && !h.FromNow && !s.upcoming(h) {
		return length(f), typeDuration, true
	}
	if !s.known {
		return s.unknown(u), typeDate, true
	}
	terms := [...][2]int16{{f[timex.N], u}, {h.Other[timex.N], h.Other[timex.Unit]}, {f[timex.N3], f[timex.Unit3]}}
	at, finest := s.ref, u
	for _, term := range terms {
		n, u := max(1, int(term[0])), term[1]
		if u == 0 {
			continue
		}
		if !later {
			n = -n
		}
		at = plus(at, n*unitCode[u].n, u)
		finest = min(finest, u)
	}
	return precise(at, finest), typeDate, true
}

// plus is the day that many units later.
func plus(d calendar.Day, n int, unit int16) calendar.Day {
	y, m, k := d.Civil()
	switch unit {
	case timex.Days:
		return d + calendar.Day(n)
	case timex.Weeks:
		return d + calendar.Day(7*n)
	case timex.Months:
		y, m = calendar.AddMonths(y, m, n)
		return calendar.At(y, m, min(k, calendar.Days(y, m)))
	}
	return calendar.At(y+n, m, min(k, calendar.Days(y+n, m)))
}

// precise is a day at the precision of a unit.
func precise(d calendar.Day, unit int16) string {
	y, m, _ := d.Civil()
	switch unit {
	case timex.Weeks:
		return d.Week()
	case timex.Months:
		return calendar.Pad(y, 4) + "-" + calendar.Pad(m, 2)
	case timex.Years, timex.Decades, timex.Centuries:
		return calendar.Pad(y, 4)
	}
	return d.String()
}

// unknown is a value of that unit when the article's day is not known.
func (s *search) unknown(unit int16) string {
	switch unit {
	case timex.Weeks:
		return "XXXX-WXX"
	case timex.Months:
		return "XXXX-XX"
	case timex.Years, timex.Decades, timex.Centuries:
		return "XXXX"
	}
	return "XXXX-XX-XX"
}
