package reuse

import (
	"slices"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/reuse/passage"
)

const (
	// most of what two reports share must be under a credit for it to say whose text that is.
	mostly = 0.8
	// pasted is how many equal words two reports share at least before the one without a credit is said to
	// have the agency's text, where half of the shorter is in the other, and twice as many where it is not: less can
	// come from whoever was heard by both. Of the agency of the outlet's own country it must be more: what it
	// carries is often what a ministry or a company sent to all.
	pasted  = 40
	oneText = 0.6
	// head is how many words, the title's too, may stand before what a report shares that begins with it, lead how many
	// before what both share make two beginnings of them, title how many a title has, and nearlyAll what of the shorter report the longer must have where it begins in another way.
	head, lead, title, nearlyAll = 40, 20, 16, 0.85
	piece, formula               = 0.4, 0.5
)

// settle gives a pair its direction, its reason, and the agency behind it. turned says that it is the first
// that copies the second.
func (p *pair) settle() (turned bool, why string, agency *riwaya.Agency) {
	underA := p.a.credited(p.passages, func(q passage.Passage) [2]int { return q.A })
	underB := p.b.credited(p.passages, func(q passage.Passage) [2]int { return q.B })
	agency = p.behind(underA, underB)
	byA, byB := credits(underA, p.b), credits(underB, p.a)
	switch {
	case byB && !byA:
		return false, riwaya.CopyCredits, agency
	case byA && !byB:
		return true, riwaya.CopyCredits, agency
	case agency != nil:
		return false, riwaya.CopyOneSource, agency
	case p.cites(p.b, p.a):
		return false, riwaya.CopyCredits, nil
	case p.cites(p.a, p.b):
		return true, riwaya.CopyCredits, nil
	}
	switch order(p.a.report, p.b.report) {
	case -1:
		return false, riwaya.CopyPublished, nil
	case 1:
		return true, riwaya.CopyPublished, nil
	}
	return false, riwaya.CopyUnknown, nil
}

// cites reports whether a report tells what another outlet has, and says so in its own words: it names that outlet, which does
// not name it, credits no agency, and half of the shorter is in the other.
func (p *pair) cites(by, other side) bool {
	names := func(cited []string, o side) bool {
		return slices.ContainsFunc(cited, func(id string) bool { return slices.Contains(o.Self, id) })
	}
	if !names(by.Cited, other) || names(other.Cited, by) || p.containment < whole || len(originators(by.Credits)) > 0 || len(originators(other.Credits)) > 0 {
		return false
	}
	return p.words() >= pasted && order(by.report, other.report) != -1
}

// words are the equal words of all that is shared.
func (p *pair) words() (n int) {
	for _, q := range p.passages {
		n += q.Words
	}
	return n
}

// credited are the credits of a report that most of what it shares stands under.
func (s side) credited(passages []passage.Passage, of func(passage.Passage) [2]int) []credit {
	var out []credit
	for _, c := range s.Credits {
		in, all := 0, 0
		for _, p := range passages {
			w := of(p)
			in += max(0, min(w[1], c.Words[1])-max(w[0], c.Words[0]))
			all += w[1] - w[0]
		}
		if float64(in) >= mostly*float64(all) {
			out = append(out, c)
		}
	}
	return out
}

// credits reports whether one of the credits is to a report's outlet.
func credits(under []credit, to side) bool {
	return slices.ContainsFunc(under, func(c credit) bool { return c.Actor != "" && slices.Contains(to.Self, c.Actor) })
}

// behind is the agency whose text two reports share, nil where none is credited or which one of several is
// not said. Where an agency is credited, what else is credited is on the way from it; where none is, an outlet
// stands for it.
func (p *pair) behind(underA, underB []credit) *riwaya.Agency {
	ofA, ofB := originators(underA), originators(underB)
	var both []string
	for _, id := range ofA {
		if slices.Contains(ofB, id) {
			both = append(both, id)
		}
	}
	switch {
	case len(both) == 1:
		return agencyOf(p.a, underA, both[0])
	case len(both) > 1:
		return nil
	}
	if agencies(underA) > 0 != (agencies(underB) > 0) { // an outlet beside an agency
		if agencies(underA) > 0 {
			ofB = nil
		} else {
			ofA = nil
		}
	}
	if len(ofA)+len(ofB) != 1 {
		return nil // several, none, or each its own
	}
	by, under, other, underOther, of := p.a, underA, p.b, underB, func(q passage.Passage) [2]int { return q.A }
	id := ""
	if len(ofA) == 1 {
		id = ofA[0]
	} else {
		id = ofB[0]
		by, under, other, underOther, of = p.b, underB, p.a, underA, func(q passage.Passage) [2]int { return q.B }
	}
	if unnamed(under) || slices.Contains(other.Self, id) || slices.Contains(by.Self, id) {
		return nil // with agencies that are not named beside it; or the outlet itself, which is a direction
	}
	agency := agencyOf(by, under, id)
	i := slices.IndexFunc(under, func(c credit) bool { return c.Actor == id })
	named := slices.Contains(other.Named, id)
	switch {
	case !under[i].Mixed && !other.Signed && agencies(other.Credits) == 0 && p.pastes(by, other, under[i].Home, of):
		if !named {
			agency.Hidden = other.ID
		}
		return agency // that it names somewhere, or that it hides
	case unnamed(underOther): // it credits agencies, and does not say which
		return agency
	}
	return nil
}

// originators are the distinct agencies of credits, or the outlets where there is no agency.
func originators(under []credit) []string {
	var out []string
	for _, c := range under {
		if c.Actor != "" && (c.Agency || agencies(under) == 0) && !slices.Contains(out, c.Actor) {
			out = append(out, c.Actor)
		}
	}
	return out
}

// agencies is how many credits are to agencies with a name.
func agencies(under []credit) (n int) {
	for _, c := range under {
		if c.Agency {
			n++
		}
	}
	return n
}

// unnamed reports whether one of the credits is to nobody that the lexicon knows.
func unnamed(under []credit) bool {
	return slices.ContainsFunc(under, func(c credit) bool { return c.Actor == "" })
}

// disagree takes back that a report hides an agency where those who have the same words of it credit two: one of
// these agencies has it from the other, and which is not known.
func disagree(hidden string, found []riwaya.Copy) {
	var doubtful []int
	for i := range found {
		for j := range found {
			f, g := &found[i], &found[j]
			if f.Agency != nil && g.Agency != nil && f.Agency.Hidden == hidden && g.Agency.Hidden == hidden &&
				*f.Agency.Actor != *g.Agency.Actor && overlap(f, g, hidden) {
				doubtful = append(doubtful, i)
				break
			}
		}
	}
	for _, i := range doubtful {
		found[i].Agency, found[i].Why = nil, riwaya.CopyUnknown
	}
}

// overlap reports whether two copies have words of a report in common.
func overlap(f, g *riwaya.Copy, of string) bool {
	in := func(k *riwaya.Copy, p riwaya.Passage) riwaya.Span {
		if k.A == of {
			return p.A
		}
		return p.B
	}
	for _, p := range f.Passages {
		for _, q := range g.Passages {
			if in(f, p).Overlaps(in(g, q)) {
				return true
			}
		}
	}
	return false
}

func agencyOf(by side, under []credit, id string) *riwaya.Agency {
	i := slices.IndexFunc(under, func(c credit) bool { return c.Actor == id })
	c := under[i]
	return &riwaya.Agency{Name: c.Name, Actor: &id, By: by.ID, Credit: riwaya.Span{Start: c.Span[0], End: c.Span[1]}}
}

// pastes reports whether a report has an agency's text, as another credits it; that it credits no agency by name ("agencies" may be
// any) and that no reporter signs it is asked before. It must be much, with some of the words
// around what is quoted, for both could have heard the same mouth, and outside a document that is printed in full; of
// about the same day, for forms return, or nearly all of it of a day before; and it must not have appeared before.
func (p *pair) pastes(by, other side, home bool, of func(passage.Passage) [2]int) bool {
	if by.Outlet != "" && by.Outlet == other.Outlet || order(other.report, by.report) == -1 {
		return false
	}
	in := func(q passage.Passage) [2]int { // the other's words
		if at := of(q); at == q.A {
			return q.B
		}
		return q.A
	}
	words, told, begun, theirs, longest := 0, 0, 0, 0, 0 // of the first that is shared, where it stands in either
	for i, q := range p.passages {
		at, its := of(q), in(q)
		n := min(q.Words, by.report.before(at), other.report.before(its))
		words, longest = words+n, max(longest, n)
		told += max(0, n-quoted(by.Quoted, at))
		if i == 0 || at[0] < begun {
			begun = at[0]
		}
		if i == 0 || its[0] < theirs {
			theirs = its[0]
		}
	}
	its := shared(p.passages, len(other.words), in)
	later := p.days // than the report that names the agency
	if by.ID == p.b.ID {
		later = -later
	}
	if later < -far || later > far && (its < nearlyAll || p.containment < oneText || words < 2*pasted) {
		return false
	}
	switch late := begun > head; {
	case home && (late || begun >= lead && theirs >= lead) && p.containment < nearlyAll:
		return false // each begins in its own way, and has what a ministry or a company sent to both
	case late && theirs <= title && p.containment < oneText:
		return false // the one begins with what stands further down in the other, that put several texts together
	}
	if p.rare < formula && p.containment < nearlyAll {
		return false
	}
	if told < least || words < pasted {
		return false
	}
	much := words >= 2*pasted
	if home {
		return p.containment >= oneText && (much || its >= piece) || p.containment >= piece && much && its >= nearlyAll
	}
	return much && longest >= pasted || p.containment >= whole || its >= nearlyAll // many small pieces are a list
}

// quoted is how many of a range of words are quoted directly.
func quoted(quotes [][2]int, w [2]int) int {
	n, end := 0, w[0]
	for _, q := range quotes {
		from := max(q[0], end)
		if to := min(q[1], w[1]); to > from {
			n += to - from
			end = to
		}
	}
	return n
}

// order says which of two reports appeared first, as exactly as both times are known: -1 the first, 1 the
// second, 0 where that cannot be told. A day is compared with a time by the day that the time has where it
// was given. When they were seen does not count.
func order(a, b *report) int {
	at, dayA, okA := appeared(a)
	bt, dayB, okB := appeared(b)
	switch {
	case !okA || !okB:
		return 0
	case dayA || dayB:
		return strings.Compare(at.Format(time.DateOnly), bt.Format(time.DateOnly))
	case a.Precision == riwaya.PrecisionMinute || b.Precision == riwaya.PrecisionMinute:
		at, bt = at.Truncate(time.Minute), bt.Truncate(time.Minute)
	}
	return at.Compare(bt)
}

// appeared is when a report appeared, and whether only the day is known.
func appeared(r *report) (at time.Time, day, ok bool) {
	switch r.Precision {
	case riwaya.PrecisionDay:
		if len(r.Published) < len(time.DateOnly) {
			return at, false, false
		}
		at, err := time.Parse(time.DateOnly, r.Published[:len(time.DateOnly)])
		return at, true, err == nil
	case riwaya.PrecisionMinute, riwaya.PrecisionSecond:
		at, err := time.Parse(time.RFC3339, r.Published)
		return at, false, err == nil
	}
	return at, false, false
}
