package when

import (
	"strconv"

	"riwaya/internal/calendar"
	"riwaya/internal/timex"
	"riwaya/internal/timex/frame"
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
	case frame.Uncounted:
		if f[frame.Ref] == frame.Later {
			f[frame.Ref] = frame.Past
			if s.upcoming(h) {
				f[frame.Ref] = frame.Future
			}
		}
		return refValue(f)
	case frame.Length:
		whole(f)
		if f[frame.N] == 0 && f[frame.Minute] == 0 {
			f[frame.N] = 1 // for a week
			if f[frame.Plural] != 0 {
				f[frame.N] = frame.Several
			}
		}
		v := length(f)
		return v, typeDuration, v != ""
	case frame.Ago, frame.Ahead:
		return s.counted(h)
	case frame.Recurring:
		v := recurring(f)
		return v, typeSet, v != ""
	case frame.Morrow:
		return s.morrow(h)
	case frame.Date:
		if f[frame.Plural] != 0 && f[frame.Near] != 0 {
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
func refValue(f *frame.Frame) (value, kind string, ok bool) {
	n := f[frame.Ref]
	if f[frame.Offset] == frame.Shift {
		n = frame.Present
	}
	if n == 0 {
		n = [...]int16{frame.Next: frame.Future, frame.Past: frame.Past, frame.This: frame.Present, frame.Last: frame.Past}[f[frame.Near]]
	}
	switch n {
	case frame.Past:
		return "PAST_REF", typeDate, true
	case frame.Future:
		return "FUTURE_REF", typeDate, true
	case frame.Present:
		return "PRESENT_REF", typeDate, true
	}
	return "", "", false
}

// unitCode are the units of a length, with how many of them one is.
var unitCode = [...]struct {
	code string
	n    int
}{frame.Seconds: {"S", 1}, frame.Minutes: {"M", 1}, frame.Hours: {"H", 1}, frame.Days: {"D", 1}, frame.Weeks: {"W", 1}, frame.Months: {"M", 1}, frame.Years: {"Y", 1}, frame.Decades: {"Y", 10}, frame.Centuries: {"Y", 100}}

// whole turns parts of a unit into a smaller one, where that has no parts: half an hour, a
// year and a half. The part is written in sixtieths.
func whole(f *frame.Frame) {
	part := f[frame.Minute] - 1
	if part < 0 {
		return
	}
	if f[frame.N] == 0 && f[frame.Plus] != 0 {
		f[frame.N] = 1
	}
	unit, size := f[frame.Unit], int16(0)
	switch unit {
	case frame.Hours:
		unit, size = frame.Minutes, 60
	case frame.Years:
		unit, size = frame.Months, 12
	case frame.Decades, frame.Centuries:
		unit, size = frame.Years, int16(unitCode[unit].n)
	}
	if size == 0 || part*size%60 != 0 || f[frame.N] < 0 || f[frame.N] > 300 {
		return
	}
	f[frame.N], f[frame.Unit], f[frame.Minute] = f[frame.N]*size+part*size/60, unit, 0
}

// length is a duration: P2D, PT24H, PXM for several months.
func length(f *frame.Frame) string {
	u := f[frame.Unit]
	if u == 0 {
		return ""
	}
	p, c := "P", unitCode[u]
	if u <= frame.Hours {
		p = "PT"
	}
	n := int(f[frame.N])
	switch {
	case n == frame.Several:
		return p + "X" + c.code
	case f[frame.Minute] != 0: // half a week
		if f[frame.Minute] != 31 {
			return ""
		}
		return p + strconv.Itoa(n) + ".5" + c.code
	}
	return p + strconv.Itoa(n*c.n) + c.code
}

// recurring is a set: every day, every Friday, every night.
func recurring(f *frame.Frame) string {
	if f[frame.Weekday] != 0 {
		return "XXXX-WXX-" + strconv.Itoa(int(f[frame.Weekday])) + suffix(f)
	}
	switch f[frame.Unit] {
	case frame.Hours:
		return "XXXX-XX-XXTXX"
	case frame.Weeks:
		return "XXXX-WXX"
	case frame.Months:
		return "XXXX-XX"
	case frame.Years:
		return "XXXX"
	}
	return "XXXX-XX-XX" + suffix(f)
}

// suffix is the part of day or the clock time.
func suffix(f *frame.Frame) string {
	part := f[frame.Part]
	if part == 0 {
		part = f[frame.Soft]
	}
	if f[frame.Hour] == 0 {
		if part == 0 {
			return ""
		}
		return "T" + frame.Parts[part]
	}
	h, m := int(f[frame.Hour]-1), 0
	if f[frame.Minute] > 0 {
		m = int(f[frame.Minute] - 1)
	}
	if f[frame.HalfDay] == 2 {
		part = frame.Evening
	} else if f[frame.HalfDay] == 1 {
		part = frame.Morning
	}
	switch {
	case part == frame.Morning && h == 12:
		h = 0
	case part == frame.Noon && h < 4, (part == frame.Afternoon || part == frame.Evening) && h < 12, part == frame.Night && h > 5 && h < 12:
		h += 12
	case part == frame.Night && h == 12 || h == 24:
		h = 0
	}
	v := "T" + calendar.Pad(h, 2) + ":" + calendar.Pad(m, 2)
	if f[frame.Zone] == 2 {
		v += "Z"
	}
	return v
}

// counted is what a length before or after now points at, at the precision of its unit. A
// length that is counted from another event is only a length.
func (s *search) counted(h *timex.Hit) (value, kind string, ok bool) {
	f := &h.Says
	later := h.Means == frame.Ahead
	whole(f)
	n, u := int(f[frame.N]), f[frame.Unit]
	if n == 0 && f[frame.Plural] == 0 && f[frame.Minute] == 0 {
		n = 1
	}
	f[frame.N] = int16(n)
	if n == 0 && f[frame.Minute] == 0 || n == frame.Several {
		switch {
		case !later && !s.elsewhere(h):
			return "PAST_REF", typeDate, true
		case later && s.upcoming(h):
			return "FUTURE_REF", typeDate, true
		}
		f[frame.N] = frame.Several
		return length(f), typeDuration, true
	}
	if u <= frame.Hours || f[frame.Minute] != 0 || h.Two && h.Other[frame.Unit] <= frame.Hours || s.elsewhere(h) || later && !h.FromNow && !s.upcoming(h) {
		return length(f), typeDuration, true
	}
	if !s.known {
		return s.unknown(u), typeDate, true
	}
	terms := [...][2]int16{{f[frame.N], u}, {h.Other[frame.N], h.Other[frame.Unit]}, {f[frame.N3], f[frame.Unit3]}}
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
	case frame.Days:
		return d + calendar.Day(n)
	case frame.Weeks:
		return d + calendar.Day(7*n)
	case frame.Months:
		y, m = calendar.AddMonths(y, m, n)
		return calendar.At(y, m, min(k, calendar.Days(y, m)))
	}
	return calendar.At(y+n, m, min(k, calendar.Days(y+n, m)))
}

// precise is a day at the precision of a unit.
func precise(d calendar.Day, unit int16) string {
	y, m, _ := d.Civil()
	switch unit {
	case frame.Weeks:
		return d.Week()
	case frame.Months:
		return calendar.Pad(y, 4) + "-" + calendar.Pad(m, 2)
	case frame.Years, frame.Decades, frame.Centuries:
		return calendar.Pad(y, 4)
	}
	return d.String()
}

// unknown is a value of that unit when the article's day is not known.
func (s *search) unknown(unit int16) string {
	switch unit {
	case frame.Weeks:
		return "XXXX-WXX"
	case frame.Months:
		return "XXXX-XX"
	case frame.Years, frame.Decades, frame.Centuries:
		return "XXXX"
	}
	return "XXXX-XX-XX"
}
