package chains

import (
	"slices"

	"riwaya"
)

// sharesText says of a relation whether the two share text that is found word for word, and
// whether it may be found so.
func sharesText(relation string) (must, may bool) {
	switch relation {
	case Release, Copied:
		return true, true
	case Rewritten:
		return false, true
	}
	return false, false
}

// clear reports whether all that a reader could say agrees on whether copying is an error.
func (p Pair) clear() bool {
	_, may := sharesText(p.Relation)
	return !slices.ContainsFunc(p.Or, func(r string) bool { _, other := sharesText(r); return other != may })
}

// must reports whether every reading has text that is found word for word.
func (p Pair) must() bool {
	must, _ := sharesText(p.Relation)
	return must && !slices.ContainsFunc(p.Or, func(r string) bool { other, _ := sharesText(r); return !other })
}

// oneStory says of a relation whether the two are of one story, and whether that is judged:
// what shares a quote only may be or not.
func oneStory(relation string) (yes, judged bool) {
	switch relation {
	case Release, Copied, Rewritten, SameEvent:
		return true, true
	case Formula, Different:
		return false, true
	}
	return false, false
}

// What the table of relations says was found.
const (
	asCopy  = "copy"
	asStory = "one story"
	apart   = "apart"
)

func (w *world) pair(p Pair, r *result) {
	a, ok := w.name(p.A)
	b, too := w.name(p.B)
	if !ok || !too || p.Relation == Unsure {
		return
	}
	t := r.item()
	found := w.copies[both(a, b)]
	together := slices.ContainsFunc(w.story[a], func(s string) bool { return slices.Contains(w.story[b], s) })
	_, may := sharesText(p.Relation)
	switch {
	case !p.clear(): // a copy is neither wanted nor wrong
	case p.must():
		t.add("copy", count(len(found) > 0), count(len(found) > 0), 1)
	case may:
		t.add("copy.rewritten", count(len(found) > 0), count(len(found) > 0), 1)
	default:
		t.add("copy", 0, count(len(found) > 0), 0)
	}
	if yes, judged := oneStory(p.Relation); judged && !slices.ContainsFunc(p.Or, func(o string) bool { y, j := oneStory(o); return !j || y != yes }) {
		t.add("story", count(yes && together), count(together), count(yes))
	}
	if p.clear() || may {
		credit(p, found, a, t, r)
	}
	as := apart
	switch {
	case len(found) > 0:
		as = asCopy
	case together:
		as = asStory
	}
	r.table("relation of two reports").add(p.Relation, as)
	r.table("found as copies, by stratum").add(p.Stratum, as)
}

// credit judges whose text a copy is said to be, who hides it, and who copied whom.
func credit(p Pair, found []riwaya.Copy, a string, t item, r *result) {
	agency, hidden, direction := "", "", "unknown"
	judged := len(found) > 0
	for _, c := range found {
		// The gold goes by what the two say themselves: a credit in a third report is not judged.
		if by := c.Agency; by != nil && (by.By == "" || by.By == c.A || by.By == c.B) {
			agency = c.Agency.Name
			if c.Agency.Actor != nil {
				agency = *c.Agency.Actor
			}
			switch c.Agency.Hidden {
			case "":
			case a:
				hidden = "a"
			default:
				hidden = "b"
			}
		}
		switch {
		case c.Directed && c.Why == riwaya.CopyPublished:
			judged = false // the gold goes by the texts alone
		case c.Directed && c.B == a:
			direction = "a"
		case c.Directed:
			direction = "b"
		case c.Why == riwaya.CopyOneSource:
			direction = "one-source"
		}
	}
	if !p.AgencyUnsure {
		t.add("copy.agency", count(agency != "" && agency == p.Agency), count(agency != ""), count(p.Agency != ""))
		t.add("copy.hidden", count(hidden != "" && hidden == p.Hidden && agency == p.Agency), count(hidden != ""), count(p.Hidden != ""))
	}
	if !judged || p.AgencyUnsure || p.Direction == "" {
		return
	}
	if p.Direction == "one-source" && p.Agency == "" && direction == "unknown" {
		direction = "one-source" // an issuer's text: that nobody copied is all there is to say
	}
	t.add("copy.direction", count(direction == p.Direction), 1, 1)
	r.table("direction of a copy").add(p.Direction, direction)
}
