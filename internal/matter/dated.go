package matter

import (
	"strconv"
	"time"

	"riwaya"
)

// longAgo reports whether a claim is dated, between who makes it and what it says, by a month or a year that lay two months or more before
// its report: "they announced on 17 December that". It is recalled, and tells nothing of what happened now.
func longAgo(rec *riwaya.Record, c *riwaya.Claim) bool {
	var day time.Time
	if p := rec.Article.Published; p != nil && len(*p) >= len(time.DateOnly) {
		day, _ = time.Parse(time.DateOnly, (*p)[:len(time.DateOnly)])
	} else if rec.Article.Seen != nil { // by months, how long after it appeared does not matter
		day = *rec.Article.Seen
	}
	if day.IsZero() || len(c.Cue.Spans) == 0 || len(c.Source.Spans) == 0 {
		return false
	}
	from, to := min(c.Cue.Spans.Hull().Start, c.Source.Spans.Hull().Start), c.Content.Spans.Hull().Start
	for i := range rec.Times {
		if t := &rec.Times[i]; t.Type == "DATE" && t.Span.Hull().Start >= from && t.Span.Hull().End <= to && before(t.Value, day) {
			return true
		}
	}
	return false
}

// before reports whether a date, as TIMEX3 has it, lies in another month than a day and the one before it: of a date without a year that is
// the month last past, and a month to come is not said to have been.
func before(value string, day time.Time) bool {
	const soon = 2 // months to come of which one may speak as announced
	now := 12*day.Year() + int(day.Month()) - 1
	if len(value) < 4 {
		return false
	}
	year, err := strconv.Atoi(value[:4])
	dated := err == nil
	if dated && len(value) == 4 {
		return year < day.Year()
	}
	if len(value) < 7 || value[4] != '-' {
		return false
	}
	month, err := strconv.Atoi(value[5:7])
	switch {
	case err != nil || month < 1 || month > 12:
		return false
	case dated:
		return 12*year+month-1 < now-1
	case value[:4] != "XXXX":
		return false
	}
	ago := (int(day.Month()) - month + 12) % 12
	return ago >= 2 && ago < 12-soon
}
