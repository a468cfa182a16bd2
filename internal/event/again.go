package event

import (
	"riwaya"
	"riwaya/internal/deed"
	"riwaya/internal/event/earlier"
)

// telling is what a later telling of an event is compared with.
type telling struct {
	rule  *deed.Rule
	word  string
	title bool  // told by the title alone
	noun  bool  // told by a noun
	open  bool  // whom it was done to may be told elsewhere
	held  []int // who holds the ground that it is about
	begin int   // where its sentence begins
	place *riwaya.Place
	day   string // of its time
}

// attack is its word where that is a noun for an attack, else "".
func (t *telling) attack() string {
	if t.noun && t.rule.Type == "ASSAULT" && !t.rule.Harm && !t.rule.Mutual {
		return t.word
	}
	return ""
}

// told is the event of out that e tells again, -1 if it is a new one: of the same rule, by
// nobody that the first does not name, against nobody else, nowhere else. place and day are
// those of e.
func (s *search) told(out []riwaya.Event, e *riwaya.Event, a *happening, place *riwaya.Place, day string) int {
	if a.somebody {
		return -1 // the perpetrator of the attack is a young man: nobody named elsewhere
	}
	if a.Form == deed.Noun && a.Definite && !a.described && e.Type == "ASSAULT" && !a.Rule.Harm && !a.Rule.Point && !a.Rule.Asks() && len(e.Actors)+len(e.Targets) == 0 {
		for i := len(out) - 1; i >= max(0, len(out)-remembered); i-- { // the attack, whatever it was called before
			o := &out[i]
			if r := s.tellings[i].rule; o.Type != e.Type || r.Harm || r.Point || !s.tellings[i].noun || r.Mutual != a.Rule.Mutual || o.Status != happened || e.Status != happened {
				continue
			}
			if e.Time == nil && (e.Place == nil || o.Place != nil && earlier.SamePlace(s.tellings[i].place, place)) {
				return i
			}
			break
		}
	}
	for i := len(out) - 1; i >= max(0, len(out)-remembered); i-- {
		o, first := &out[i], &s.tellings[i]
		if a.Form == deed.Passive && len(o.Actors) > 0 {
			continue // whoever tells it so names nobody
		}
		if o.Type != e.Type || first.rule != a.Rule || !(earlier.Subset(e.Actors, o.Actors) && earlier.Subset(e.Targets, o.Targets) || first.title && earlier.Subset(o.Actors, e.Actors) && earlier.Subset(o.Targets, e.Targets)) || o.Place != nil && e.Place != nil && !earlier.SamePlace(first.place, place) || o.Time != nil && e.Time != nil && *o.Time != *e.Time && first.day != day {
			continue
		}
		if len(e.Actors)+len(e.Targets) == 0 && a.Nominal() && e.Place != nil && o.Place == nil && len(o.Actors) > 0 {
			continue // it is somewhere: the first may have been elsewhere
		}
		if a.Rule.Point && len(e.Actors)+len(e.Targets) == 0 && (o.Place == nil || e.Place == nil) && len(o.Targets) > 0 {
			continue // other ground may be somebody else's
		}
		same := o.Place != nil && e.Place != nil || first.word == s.word(a) || a.Rule.Type == "RETREAT" && a.Rule.Mutual // a truce, a ceasefire; the place is no other: see above
		if len(e.Actors)+len(e.Targets) == 0 && (!a.Definite && !first.title || a.Rule.Verbal) || (first.title || len(e.Actors)+len(e.Targets) == 0) && !same || (o.Status == happened || o.Status == ongoing) != (e.Status == happened || e.Status == ongoing) {
			continue
		}
		return i
	}
	return -1
}

// word is the anchor's word without what is glued on.
func (s *search) word(a *happening) string {
	if a.Reading != nil && a.Reading.Lemma != "" {
		return a.Reading.Lemma
	}
	return s.K[a.From].Word.Bare
}

// remembered is how many events before are looked through for one that is told again: more
// than an article has.
const remembered = 300
