// Package watch looks at feeds again and again, takes in the pages that they lead to, and looks at
// each page again 1 hour, 6 hours, 24 hours and 7 days after it was first seen.
//
// What it promises: when a page is due follows from what the ledger holds of its address, and
// from nothing else, so the schedule survives restarts and a store that was made anew; a look
// that was missed is made once, however many were. What fails is kept and tried again, later each
// time, and ends nothing. The ledger is held only while something is written into it. Of the
// lists that it watches it remembers, while it runs, what they said last, so that one that
// announces nothing new is neither kept nor followed again.
//
// Time and sleeping are parameters. It does not fetch by itself and prints nothing.
package watch

import (
	"time"

	"riwaya/internal/ledger"
)

// Steps are when a page is looked at again, after it was first seen.
var steps = [...]time.Duration{time.Hour, 6 * time.Hour, 24 * time.Hour, 7 * 24 * time.Hour}

// Span is from the first look at a page to the last.
const Span = 7 * 24 * time.Hour

// Pauses before what failed is tried again: the first, doubled each time, up to the longest.
const (
	firstPause = 5 * time.Minute
	longest    = 6 * time.Hour
)

// Pause is how long an address is left alone that could not be got so many times in a row.
func Pause(tries int) time.Duration {
	d := firstPause
	for ; tries > 1 && d < longest; tries-- {
		d *= 2
	}
	return min(d, longest)
}

// Next is when a page is to be asked for again; false: never.
//
// Of the looks that are overdue the latest counts for all. A try that failed for good (the server
// forbids it, the address is not public) counts as a look; one that may succeed another time is
// repeated, for as long as looks go on at most.
func Next(a ledger.Address) (time.Time, bool) {
	m := a.Missed
	if m != nil && m.Again && m.At.Sub(m.First) >= Span {
		return time.Time{}, false
	}
	if a.First.IsZero() { // it never answered
		if m == nil {
			return time.Time{}, true
		}
		return m.At.Add(Pause(m.Tries)), m.Again
	}
	last := a.Last
	if m != nil && !m.Again && m.At.After(last) {
		last = m.At
	}
	for _, step := range steps {
		due := a.First.Add(step)
		if !due.After(last) {
			continue
		}
		if m != nil && m.Again {
			if again := m.At.Add(Pause(m.Tries)); again.After(due) {
				due = again
			}
		}
		return due, true
	}
	return time.Time{}, false
}
