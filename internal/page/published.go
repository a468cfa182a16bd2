package page

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"riwaya"
)

// date is a publication time: as [riwaya.Article] writes it, how exact, from where.
type date struct {
	value     string
	precision riwaya.Precision
	from      string
}

func badDate(field, s string) error {
	return fmt.Errorf("%s %q: %w like 2019-02-20 or 2019-02-20T14:05:00+03:00", field, clip(s), ErrDate)
}

// The ways a full time is written: RFC 3339 and its relatives, and RFC 5322 for feeds
// and old pages. Each with what it states.
var timeLayouts = [...]struct {
	layout    string
	precision riwaya.Precision
}{
	{time.RFC3339, riwaya.PrecisionSecond},
	{"2006-01-02 15:04:05Z07:00", riwaya.PrecisionSecond},
	{"2006-01-02T15:04:05Z0700", riwaya.PrecisionSecond},
	{"2006-01-02 15:04:05 Z0700", riwaya.PrecisionSecond},
	{"2006-01-02T15:04Z07:00", riwaya.PrecisionMinute},
	{"2006-01-02 15:04Z07:00", riwaya.PrecisionMinute},
	{"2006-01-02T15:04Z0700", riwaya.PrecisionMinute},
	{time.RFC1123Z, riwaya.PrecisionSecond},
	{"Mon, 2 Jan 2006 15:04:05 GMT", riwaya.PrecisionSecond},
	// Without a zone the hour could be off by half a day: the day stands, no more.
	{"2006-01-02T15:04:05", riwaya.PrecisionDay},
	{"2006-01-02 15:04:05", riwaya.PrecisionDay},
	{"2006-01-02T15:04", riwaya.PrecisionDay},
	{"2006-01-02 15:04", riwaya.PrecisionDay},
	{time.DateOnly, riwaya.PrecisionDay},
}

// parseDate reads a date or a time. Exactly midnight is how systems write a day, so
// that is what it yields; the year 1 and the first day of 1970 are how they write none.
func parseDate(s string) (date, bool) {
	s = strings.TrimSpace(s)
	for _, l := range timeLayouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		if t.Year() < 1800 || t.Year() > 2200 || t.Year() == 1970 && t.YearDay() == 1 {
			return date{}, false
		}
		if _, offset := t.Zone(); offset%60 != 0 {
			return date{}, false // RFC 3339 cannot write it
		}
		h, m, sec := t.Clock()
		if l.precision == riwaya.PrecisionDay || h == 0 && m == 0 && sec == 0 {
			return date{value: t.Format(time.DateOnly), precision: riwaya.PrecisionDay}, true
		}
		return date{value: t.Format(time.RFC3339), precision: l.precision}, true
	}
	return date{}, false
}

// dateInURL is the day that the path writes out, as many outlets do:
// /2015/07/20/…, /20150720/…, /2015-07-20/…, /title-2015-07-20/. Two different days
// are none, and so is a number that could be an article's: eight digits count only
// as a folder.
func dateInURL(address string) date {
	u, err := url.Parse(address)
	if err != nil {
		return date{}
	}
	found := ""
	parts := strings.Split(u.Path, "/")
	for i, p := range parts {
		day := ""
		switch {
		case len(p) == 4 && i+2 < len(parts):
			day = calendarDay(p, parts[i+1], parts[i+2])
		case len(p) == 8 && i+1 < len(parts):
			day = calendarDay(p[:4], p[4:6], p[6:])
		case len(p) >= 10:
			day = dashedDay(p)
		}
		if day == "" {
			continue
		}
		if found != "" && found != day {
			return date{}
		}
		found = day
	}
	if found == "" {
		return date{}
	}
	return date{value: found, precision: riwaya.PrecisionDay, from: riwaya.FromURL}
}

// dashedDay is 2015-07-20 standing at the start or the end of one part of a path.
func dashedDay(p string) string {
	for _, at := range [...]int{0, len(p) - 10} {
		d := p[at : at+10]
		after := at+10 == len(p) || p[at+10] == '-' || p[at+10] == '_'
		before := at == 0 || p[at-1] == '-' || p[at-1] == '_'
		if d[4] == '-' && d[7] == '-' && before && after {
			if day := calendarDay(d[:4], d[5:7], d[8:]); day != "" {
				return day
			}
		}
	}
	return ""
}

// calendarDay is the three as a date that the calendar has, in the years of the web.
func calendarDay(year, month, day string) string {
	var n [3]int
	for i, s := range [...]string{year, month, day} {
		if len(s) < 1 || s[0] < '0' || s[0] > '9' {
			return ""
		}
		v, err := strconv.Atoi(s)
		if err != nil || i > 0 && len(s) > 2 {
			return ""
		}
		n[i] = v
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if n[0] < 1995 || n[0] > 2099 || t.Month() != time.Month(n[1]) || t.Day() != n[2] {
		return ""
	}
	return t.Format(time.DateOnly)
}
