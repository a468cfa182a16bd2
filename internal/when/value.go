package when

import "strconv"

// The types of TIMEX3.
const (
	typeDate     = "DATE"
	typeTime     = "TIME"
	typeDuration = "DURATION"
	typeSet      = "SET"
)

// value is what a hit says, as TIMEX3 has it, and its type; ok is false where it says
// nothing that is sure.
func (s *search) valueOf(h *hit) (value, kind string, ok bool) {
	f := &h.frame[0]
	switch h.rule.means {
	case aRef:
		return refValue(f)
	case aLength:
		if f[fN] == 0 && f[fMinute] == 0 {
			f[fN] = 1 // for a week
			if f[fPlural] != 0 {
				f[fN] = vagueN
			}
		}
		v := length(f)
		return v, typeDuration, v != ""
	case beforeNow, afterNow:
		return s.counted(h)
	case aSet:
		v := recurring(f)
		return v, typeSet, v != ""
	case theMorrow:
		return s.morrow(h)
	case aDate:
		if f[fPlural] != 0 && f[fNear] != 0 {
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
func refValue(f *frame) (value, kind string, ok bool) {
	n := f[fRef]
	if f[fOffset] == shift {
		n = present
	}
	if n == 0 {
		n = [...]int16{next: future, past: past, this: present, last: past}[f[fNear]]
	}
	switch n {
	case past:
		return "PAST_REF", typeDate, true
	case future:
		return "FUTURE_REF", typeDate, true
	case present:
		return "PRESENT_REF", typeDate, true
	}
	return "", "", false
}

// unitCode are the units of a length, with how many of them one is.
var unitCode = [...]struct {
	code string
	n    int
}{second: {"S", 1}, minute: {"M", 1}, hour: {"H", 1}, day: {"D", 1}, week: {"W", 1}, month: {"M", 1}, years: {"Y", 1}, decade: {"Y", 10}, century: {"Y", 100}}

// length is a duration: P2D, PT24H, PXM for several months.
func length(f *frame) string {
	u := f[fUnit]
	if u == 0 {
		return ""
	}
	p, c := "P", unitCode[u]
	if u <= hour {
		p = "PT"
	}
	n := int(f[fN])
	if n == 0 && f[fPlus] != 0 {
		n = 1
	}
	switch {
	case n == vagueN:
		return p + "X" + c.code
	case f[fMinute] != 0: // half an hour, a year and a half: the part is written in sixtieths
		part := int(f[fMinute] - 1)
		switch u {
		case hour:
			return "PT" + strconv.Itoa(n*60+part) + "M"
		case years:
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
func recurring(f *frame) string {
	if f[fWeekday] != 0 {
		return "XXXX-WXX-" + strconv.Itoa(int(f[fWeekday])) + suffix(f)
	}
	switch f[fUnit] {
	case hour:
		return "XXXX-XX-XXTXX"
	case week:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case years:
		return "XXXX"
	}
	return "XXXX-XX-XX" + suffix(f)
}

// suffix is the part of day or the clock time.
func suffix(f *frame) string {
	part := f[fPart]
	if part == 0 {
		part = f[fSoft]
	}
	if f[fHour] == 0 {
		if part == 0 {
			return ""
		}
		return "T" + parts[part]
	}
	h, m := int(f[fHour]-1), 0
	if f[fMinute] > 0 {
		m = int(f[fMinute] - 1)
	}
	if f[fHalfDay] == 2 {
		part = evening
	} else if f[fHalfDay] == 1 {
		part = morning
	}
	switch {
	case part == morning && h == 12:
		h = 0
	case part == noon && h < 4, (part == afternoon || part == evening) && h < 12, part == night && h > 5 && h < 12:
		h += 12
	case part == night && h == 12 || h == 24:
		h = 0
	}
	v := "T" + pad(h, 2) + ":" + pad(m, 2)
	if f[fZone] == 2 {
		v += "Z"
	}
	return v
}

// counted is what a length before or after now points at, at the precision of its unit. A
// length that is counted from another event is only a length.
func (s *search) counted(h *hit) (value, kind string, ok bool) {
	f := &h.frame[0]
	later := h.rule.means == afterNow
	n, u := int(f[fN]), f[fUnit]
	if n == 0 && f[fPlural] == 0 && f[fMinute] == 0 {
		n = 1
	}
	f[fN] = int16(n)
	if n == 0 && f[fMinute] == 0 || n == vagueN {
		switch {
		case !later && !s.elsewhere(h):
			return "PAST_REF", typeDate, true
		case later && s.upcoming(h):
			return "FUTURE_REF", typeDate, true
		}
		f[fN] = vagueN
		return length(f), typeDuration, true
	}
	if u <= hour || f[fMinute] != 0 || h.two && h.frame[1][fUnit] <= hour || s.elsewhere(h) || later && !h.fromNow && !s.upcoming(h) {
		return length(f), typeDuration, true
	}
	if !s.known {
		return s.unknown(u), typeDate, true
	}
	terms := [...][2]int16{{f[fN], u}, {h.frame[1][fN], h.frame[1][fUnit]}, {f[fN3], f[fUnit3]}}
	at, finest := s.ref, u
	for _, term := range terms {
		n, u := max(1, int(term[0])), term[1]
		if u == 0 {
			continue
		}
		if !later {
			n = -n
		}
		at = at.plus(n*unitCode[u].n, u)
		finest = min(finest, u)
	}
	return precise(at, finest), typeDate, true
}

// plus is the day that many units later.
func (d date) plus(n int, unit int16) date {
	y, m, k := d.civil()
	switch unit {
	case day:
		return d + date(n)
	case week:
		return d + date(7*n)
	case month:
		y, m = addMonths(y, m, n)
		return dateAt(y, m, min(k, days(y, m)))
	}
	return dateAt(y+n, m, min(k, days(y+n, m)))
}

// days is how many the month has.
func days(y, m int) int {
	ny, nm := addMonths(y, m, 1)
	return int(dateAt(ny, nm, 1) - dateAt(y, m, 1))
}

// precise is a day at the precision of a unit.
func precise(d date, unit int16) string {
	y, m, _ := d.civil()
	switch unit {
	case week:
		return d.week()
	case month:
		return pad(y, 4) + "-" + pad(m, 2)
	case years, decade, century:
		return pad(y, 4)
	}
	return d.String()
}

// unknown is a value of that unit when the article's day is not known.
func (s *search) unknown(unit int16) string {
	switch unit {
	case week:
		return "XXXX-WXX"
	case month:
		return "XXXX-XX"
	case years, decade, century:
		return "XXXX"
	}
	return "XXXX-XX-XX"
}
