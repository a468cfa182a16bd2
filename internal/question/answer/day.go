package answer

import (
	"strconv"
	"strings"
	"time"

	"riwaya"
)

const DayForm = "2006-01-02"

// report's own day: when it was published, else when it was met first.
type ownDay struct {
	day  time.Time
	from string // riwaya.GivenPublished, riwaya.GivenSeen, "" where neither is known
	text string // as exactly as known
}

func dayOf(a *riwaya.Article) ownDay {
	if a.Published != nil && len(*a.Published) >= len(DayForm) {
		if d, err := time.Parse(DayForm, (*a.Published)[:len(DayForm)]); err == nil {
			return ownDay{d, riwaya.GivenPublished, *a.Published}
		}
	}
	if a.Seen != nil && a.Undated { // it was given no later, and nothing more
		return ownDay{time.Time{}, riwaya.GivenSeen, a.Seen.Format(time.RFC3339)}
	}
	if a.Seen != nil {
		d, _ := time.Parse(DayForm, a.Seen.Format(DayForm))
		return ownDay{d, riwaya.GivenSeen, a.Seen.Format(time.RFC3339)}
	}
	return ownDay{}
}

// lately is how many days before it was met a report is taken to tell of where it says
// yesterday or today and nothing says when it was published.
const lately = 2

// days are the first and the last day of a time as TIMEX3 has it, "" where it is none or
// longer than a few days. A day without its month or year, or a weekday, is the last one that
// the report can mean; loose says that only when it was met bounds that.
func days(value string, own ownDay) (from, to string, loose bool) {
	if a, b, ok := strings.Cut(value, "/"); ok {
		f, _, l1 := days(a, own)
		_, t, l2 := days(b, own)
		if f == "" || t == "" || f > t || l1 || l2 {
			return "", "", false
		}
		d1, _ := time.Parse(DayForm, f)
		if d2, _ := time.Parse(DayForm, t); d2.Sub(d1) > 7*24*time.Hour {
			return "", "", false
		}
		return f, t, false
	}
	loose = own.from == riwaya.GivenSeen
	switch {
	case len(value) >= len(DayForm) && value[0] != 'X' && value[5] != 'W':
		if d, err := time.Parse(DayForm, value[:len(DayForm)]); err == nil {
			s := d.Format(DayForm)
			return s, s, false
		}
	case own.day.IsZero():
	case strings.HasPrefix(value, "XXXX-XX-XX"):
		return own.day.AddDate(0, 0, -lately).Format(DayForm), own.day.Format(DayForm), true
	case strings.HasPrefix(value, "XXXX-WXX-") && len(value) >= len("XXXX-WXX-1"):
		n := int(value[len("XXXX-WXX-")] - '0')
		if n < 1 || n > 7 {
			return "", "", false
		}
		d := own.day
		for int(d.Weekday()+6)%7+1 != n {
			d = d.AddDate(0, 0, -1)
		}
		s := d.Format(DayForm)
		return s, s, loose
	case strings.HasPrefix(value, "XXXX-") && len(value) >= len(DayForm) && value[5] != 'X' && value[5] != 'W':
		for y := own.day.Year(); y > own.day.Year()-2; y-- {
			d, err := time.Parse(DayForm, strconv.Itoa(y)+value[4:len(DayForm)])
			if err == nil && !d.After(own.day) {
				s := d.Format(DayForm)
				return s, s, false
			}
		}
	}
	return "", "", false
}

// given says when a figure was given: when the text says that it was said, else when the
// report was published, else when it was first met.
func (r *reading) given(claim *riwaya.Claim, f *riwaya.Figure, x *Answer) {
	own := dayOf(&r.rec.Article)
	x.Given.At, x.Given.AtFrom = own.text, own.from
	if claim == nil || len(claim.Content.Spans) == 0 {
		return
	}
	// When it was said stands between the cue or the source and what was said.
	head := claim.Cue.Spans.Hull()
	if s := claim.Source.Spans.Hull(); len(claim.Source.Spans) > 0 && s.Start < head.Start {
		head.Start = s.Start
	}
	end := claim.Content.Spans[0].Start
	for i := range r.rec.Times {
		t := &r.rec.Times[i]
		at := t.Span.Hull()
		if at.Start < head.Start || at.End > end || t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		from, to, loose := days(t.Value, own)
		if from == "" || from != to || loose || !own.day.IsZero() && from > own.day.Format(DayForm) {
			continue
		}
		x.Given.At, x.Given.AtFrom = from, riwaya.GivenStated
		return
	}
}

// DayIn is the day of a time when something was given, "" where none is known.
func DayIn(at string) string {
	if len(at) < len(DayForm) {
		return ""
	}
	return at[:len(DayForm)]
}

// since is the date that a toll is counted from, "" where its year is not known.
func since(value string) string {
	if len(value) < 4 || value[0] < '1' || value[0] > '2' || strings.Contains(value[:4], "X") {
		return ""
	}
	return value
}
