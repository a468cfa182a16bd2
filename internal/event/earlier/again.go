package earlier

import (
	"slices"

	"riwaya"
	"riwaya/internal/deed"
	"riwaya/internal/event/setting"
	"riwaya/internal/lang"
)

// Telling is an event as one sentence tells it: the first, and what a later one is compared with.
type Telling struct {
	Rule      *deed.Rule
	Form      deed.Form
	Word      string // that tells it
	Title     bool   // told by the title alone
	Noun      bool   // told by a noun
	Definite  bool   // the attack
	Described bool   // a clause of its own says which it is
	Somebody  bool   // whoever did it is somebody spoken of there
	Verb      string // whose deed it is, as a verb or by its noun
	At        int    // its word
	Begin     int    // where its sentence begins
	End       int    // and where it ends
	Words
	setting.Setting
	Toll Toll
	Open bool  // whom it was done to may be told elsewhere
	Held []int // who holds the ground that it is about
}

// attack is its word where that is a noun for an attack, else "".
func (t *Telling) attack() string {
	if t.Noun && t.Rule.Type == "ASSAULT" && !t.Rule.Harm && !t.Rule.Mutual {
		return t.Word
	}
	return ""
}

// Told are the events of an article so far, and how each was told first.
type Told struct {
	Rec      *riwaya.Record
	Text     *lang.Text
	Events   []riwaya.Event
	Tellings []Telling
}

// Add adds an event that is told for the first time.
func (s *Told) Add(e riwaya.Event, t Telling) {
	s.Events, s.Tellings = append(s.Events, e), append(s.Tellings, t)
}

// Join puts e, which tells an event of those again, to it, and says by what it is the same; nil where it is none of them. What the
// title tells in short the text tells.
func (s *Told) Join(e *riwaya.Event, t *Telling) (to *riwaya.Event, by string) {
	at, by := s.headline(e, t), "what the title tells in short"
	if at < 0 {
		at, by = s.named(e, t)
	}
	counted := at < 0
	if counted {
		at, by = s.counted(e, t), "as many people "+t.Toll.Fate
	}
	if at < 0 {
		return nil, ""
	}
	o, first := &s.Events[at], &s.Tellings[at]
	o.Mentions = append(o.Mentions, e.Mentions[0])
	if counted || first.Title {
		join(o, e, first, t)
	}
	if first.Title && (counted || Subset(o.Actors, e.Actors) && Subset(o.Targets, e.Targets)) {
		first.Title, first.Open, first.Held, first.Begin, first.At, first.Words = false, first.Open || t.Open, t.Held, t.Begin, t.At, t.Words
	}
	return o, by
}

// join puts what a later telling of an event says of it, and the first does not, into the event.
func join(a, b *riwaya.Event, first, t *Telling) {
	if Subset(a.Actors, b.Actors) && len(a.Actors) < len(b.Actors) {
		a.Actors, a.Parties = b.Actors, append(only(a.Parties, "target"), only(b.Parties, "agent")...)
	}
	if Subset(a.Targets, b.Targets) && len(a.Targets) < len(b.Targets) && !slices.ContainsFunc(b.Targets, func(x string) bool { return slices.Contains(a.Actors, x) }) {
		a.Targets, a.Parties = b.Targets, append(only(a.Parties, "agent"), only(b.Parties, "target")...)
	}
	if a.Place == nil || first.Title && t.Place != nil && t.Place.Precision != "country" {
		a.Place, first.Place = b.Place, t.Place
	}
	if a.Time == nil {
		a.Time, first.Day = b.Time, t.Day
	}
	for _, id := range b.Figures {
		if !slices.Contains(a.Figures, id) {
			a.Figures = append(a.Figures, id)
		}
	}
}

// only are the parties of that role.
func only(all []riwaya.Party, role string) []riwaya.Party {
	out := make([]riwaya.Party, 0, len(all))
	for _, p := range all {
		if p.Role == role {
			out = append(out, p)
		}
	}
	return out
}

// named is the event that e tells again: of the same rule, by nobody that the first does not name, against nobody else, nowhere else.
func (s *Told) named(e *riwaya.Event, t *Telling) (at int, by string) {
	if t.Somebody {
		return -1, "" // the perpetrator of the attack is a young man: nobody named elsewhere
	}
	bare := len(e.Actors)+len(e.Targets) == 0
	if t.Form == deed.Noun && t.Definite && !t.Described && e.Type == "ASSAULT" && !t.Rule.Harm && !t.Rule.Point && !t.Rule.Asks() && bare {
		for i := len(s.Events) - 1; i >= max(0, len(s.Events)-remembered); i-- { // the attack, whatever it was called before
			o, first := &s.Events[i], &s.Tellings[i]
			if r := first.Rule; o.Type != e.Type || r.Harm || r.Point || !first.Noun || r.Mutual != t.Rule.Mutual || !happened(o) || !happened(e) {
				continue
			}
			if first.Rule != t.Rule && !(t.Rule.Bodily && struck(o)) || t.Rule.Mutual && (o.Place == nil || e.Place == nil) {
				break // the destruction, the fighting: of what, or where, is not told
			}
			if first.rank != t.rank {
				break // the first blast, behind the second
			}
			if !t.Dated && (t.About == nil || SamePlace(first.About, t.About)) {
				return i, "the attack told before"
			}
			break
		}
	}
	for i := len(s.Events) - 1; i >= max(0, len(s.Events)-remembered); i-- {
		o, first := &s.Events[i], &s.Tellings[i]
		short := first.Title && t.Rule.Harm && first.Rule == t.Rule && s.befell(i, e)
		if t.Form == deed.Passive && len(o.Actors) > 0 && !short {
			continue // whoever tells it so names nobody
		}
		if o.Type != e.Type || first.Rule != t.Rule || !(Subset(e.Actors, o.Actors) && Subset(e.Targets, o.Targets) || first.Title && Subset(o.Actors, e.Actors) && Subset(o.Targets, e.Targets)) || o.Place != nil && e.Place != nil && !SamePlace(first.Place, t.Place) && (!short || apart(first, t)) || o.Time != nil && e.Time != nil && *o.Time != *e.Time && first.Day != t.Day {
			continue
		}
		if !short && first.About != nil && t.About != nil && !SamePlace(first.About, t.About) {
			continue // what is told with other places may have been elsewhere
		}
		if first.Toll.Other(t.Toll) && (t.Day == "" || t.Day != first.Day || t.Place == nil || !SamePlace(first.Place, t.Place)) {
			continue // at one place on one day two sources may count otherwise
		}
		if n := len(e.Actors); n > 0 && n < len(o.Actors) && !first.Title {
			continue // one of two that took a town took another
		}
		if bare && t.Described && (o.Place == nil || e.Place == nil) && !first.Title && t.Rule.Harm {
			continue // the killings that were done there
		}
		if bare && t.Noun && e.Place != nil && o.Place == nil && len(o.Actors) > 0 {
			continue // it is somewhere: the first may have been elsewhere
		}
		if t.Rule.Point && bare && (o.Place == nil || e.Place == nil) && len(o.Targets) > 0 {
			continue // other ground may be somebody else's
		}
		same := short || o.Place != nil && e.Place != nil || first.Word == t.Word || t.Rule.Type == "RETREAT" && t.Rule.Mutual // a truce, a ceasefire; the place is no other: see above
		if bare && (!t.Definite && !first.Title || t.Rule.Verbal) || (first.Title || bare) && !same || real(o) != real(e) {
			continue
		}
		if !short && s.another(o, e, first, t) {
			continue
		}
		switch {
		case short:
			return i, "what the title says to have befallen them"
		case first.Title:
			return i, "what the title tells"
		}
		return i, "of the same kind, by and to nobody else, nowhere else"
	}
	return -1, ""
}

// befell reports whether e tells what befell those of the title's event i: somebody known by name, or whoever the text speaks of first.
func (s *Told) befell(i int, e *riwaya.Event) bool {
	rule := s.Tellings[i].Rule
	lead := !slices.ContainsFunc(s.Tellings[i+1:], func(t Telling) bool { return t.Rule == rule })
	return slices.ContainsFunc(e.Targets, func(id string) bool {
		return slices.Contains(s.Events[i].Targets, id) && (lead || slices.ContainsFunc(s.Rec.Actors, func(a riwaya.Actor) bool { return a.ID == id && a.Kind == "person" && !a.Private }))
	})
}

// counted is the event that e tells again by how many people it was done to, -1 if it tells none or may tell several.
func (s *Told) counted(e *riwaya.Event, t *Telling) int {
	if r := t.Rule; r.Point || r.Mutual || r.Opposed || t.Toll.Fate == "" {
		return -1
	}
	found := -1
	for i := max(0, len(s.Events)-remembered); i < len(s.Events); i++ {
		if first := &s.Tellings[i]; first.Toll.Fate == "" || first.Begin == t.Begin || !asMany(&s.Events[i], e, first, t) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// struck reports whether somebody struck with arms, so that it may be called the attack.
func struck(e *riwaya.Event) bool { return e.Mode != nil && slices.Contains(arms, *e.Mode) }

// arms are the modes of attacks with them.
var arms = []string{"primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"}

func happened(e *riwaya.Event) bool { return e.Status == "happened" }

func real(e *riwaya.Event) bool { return happened(e) || e.Status == "ongoing" }

// remembered is how many events before are looked through for one that is told again: more
// than an article has.
const remembered = 300
