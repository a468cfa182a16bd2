package answer

import (
	"math"
	"strings"

	"riwaya"
)

// Report is what is held of one article.
type Report struct {
	Article string
	Address string   // what its versions have in common: the URL, else the article's ID
	Outlet  string   // "" where nobody knows
	URL     string   // as it may be shown, "" where none is known
	Title   string   // as it may be shown
	Named   []string // the keys of the points that it names, in their order
	Answers []Answer
}

// Answer is one figure as an answer, before it is known to which question.
type Answer struct {
	Given    riwaya.Given
	Teller   riwaya.Teller
	Remove   int // how far its teller is from it: 0 a named source's words in the report itself
	What     What
	Place    Place
	From     string // first and last day of what is counted, "" where not known
	To       string
	Loose    bool     // the days are only about right: from when the report was first met
	Events   []string // that it belongs to, by their IDs
	Narrated bool     // no claim
	Counts   Bound
	Toll     Toll
	Several  bool // it counts several happenings together
	Report   *Report
}

// What is asked, without where and when.
type What struct {
	Predicate, Group, Scope, Unit, Of, Since string
	Noun                                     string // for what is neither people nor of a group of its own
	Part                                     bool
}

// ID is what is asked as one string.
func (w What) ID() string {
	part := ""
	if w.Part {
		part = "part"
	}
	return strings.Join([]string{w.Predicate, w.Group, w.Scope, w.Unit, w.Of, w.Since, w.Noun, part}, "|")
}

// Toll says whether a figure counts those who did it.
type Toll byte

const (
	TollSilent  Toll = iota
	TollWith         // it counts them
	TollWithout      // it leaves them out
)

// Alike is what must be the same in two figures for one to repeat the other.
type Alike struct {
	Predicate, Group, Unit, Noun string
	Part                         bool
	Low, High                    float64
}

// Alike is what another figure must have to repeat this one.
func (a *Answer) Alike() Alike {
	low, high := 0.0, math.Inf(1)
	if a.Given.Low != nil {
		low = *a.Given.Low
	}
	if a.Given.High != nil {
		high = *a.Given.High
	} else { // at least 30 and 30 are the same number said twice
		high = low
	}
	return Alike{a.What.Predicate, a.What.Group, a.What.Unit, a.What.Noun, a.What.Part, low, high}
}
