package event

import (
	"riwaya/internal/event/status"
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/event/anew"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// within brings together the words of one clause that tell one happening, and leaves out
// the nouns that only take one up again.
func (s *search) within() {
	for n := range s.here {
		a := &s.here[n]
		if a.dropped || !a.Nominal() {
			continue
		}
		if v := a.Governor; v >= 0 {
			if m := s.anchorAt(v); m < 0 || m == n {
				v = s.Above(a.Chunk) // and not in the clause behind it
			}
			if m := s.anchorAt(v); m >= 0 && m != n && !s.here[m].dropped {
				s.together(n, m)
			} else if a.Support == frame.Results {
				s.result(n, v)
			}
		}
	}
	for n := range s.here {
		s.besides(n)
		s.brought(n)
		s.cause(n)
		s.part(n)
	}
	for n := range s.here {
		s.alike(n)
		s.aimed(n)
	}
	for n := range s.here {
		s.blame(n)
	}
	for n := range s.here {
		a := &s.here[n]
		if a.dropped {
			continue
		}
		if h := s.C[a.Chunk].Head; a.Nominal() && h < a.From {
			a.somebody = s.Keyed(h, "doer")
		}
		if a.Rule.Harm && !a.Rule.Mutual {
			a.Agents = party.Without(a.Agents, a.Targets)
		}
		if v := s.verbOf(a); v >= 0 && len(a.Agents) == 0 && (s.Fronted(v) >= 0 || s.C[v].Reading.Feat&lang.First != 0 || v < a.Chunk && v > 0 && s.C[v-1].Kind == clause.Relative) {
			a.somebody = true // they are now fighting: whoever they are; the woman who carried out the attack
		}
		if r := a.Chunk + 1; r < len(s.C) && s.C[r].Kind == clause.Relative && s.C[r].From == s.C[a.Chunk].To {
			a.described = a.Nominal()
		}
		if a.status = s.stat.Of(&a.Anchor); a.status == "" || a.Rule.Point && a.status == status.Ongoing && s.state(a) || s.held(a) || a.Nominal() && (anew.Anaphor(&s.Reader, &a.Anchor, a.told) || a.Rule.Supported && (a.Support == "" || a.Support == frame.Refuses || a.Support == frame.Comes || a.Support == frame.Enables || a.Support == frame.Awaits)) || a.Rule.Party && !s.peopled(a) && !s.Holder(a.Rule, a.Chunk) || a.Rule.Doer && len(a.Agents) == 0 && !s.Weighty(a.Rule, a.From) && !s.Holder(a.Rule, a.Chunk) || s.otherwise(a) {
			a.dropped = true
		}
	}
}

// verbOf is the chunk of the verb that an anchor is, or that its noun is the object of, -1 if there is none.
func (s *search) verbOf(a *happening) int {
	if !a.Nominal() {
		return a.Chunk
	}
	if a.Support == frame.Does {
		return a.Governor
	}
	return -1
}

// otherwise reports whether a word means something else by who does it or what it takes.
func (s *search) otherwise(a *happening) bool {
	if a.Support == frame.Seems && !s.C[a.Chunk].Definite || s.sports(a) || s.mishap(a) || a.Rule.Type == "DISASTER" && a.Support == frame.Threatens || !a.Nominal() && len(s.PlacesIn(s.K[a.From].Start, s.K[a.From].End)) > 0 {
		return true // nobody threatens with a flood but in words; a place by that name
	}
	if a.Rule.Type == "CONSULT" && slices.ContainsFunc(a.Targets, func(p int) bool { return s.Rec.Actors[p].Kind == "media" }) {
		return true // an interview
	}
	if a.Rule.Bodily && len(a.Agents) > 0 && !slices.ContainsFunc(a.Agents, func(p int) bool { return s.bodily(a, p) }) {
		return true // ministers attack with words
	}
	if a.Rule.Arrests() && a.Nominal() && (slices.ContainsFunc(a.Targets, s.National) || s.OfState(&a.Anchor)) {
		return true // to stop a state is to keep it from something
	}
	if a.Rule.Mutual && a.Rule.Supported && a.Rule.Type == "ASSAULT" && a.Nominal() && s.K[a.From].Has(lang.Noun|lang.Pronoun) && len(a.Targets) == 0 {
		return true // to face it is to deal with it
	}
	if a.Rule.Verbal && a.Rule.Doer && a.Nominal() && len(a.Targets) == 0 && !s.Weighty(a.Rule, a.From) {
		return true // "calling for" says less of a deed than the verb does
	}
	if a.Rule.Mutual && a.Rule.Type == "ASSAULT" && !slices.ContainsFunc(a.Agents, s.Armed) && !slices.ContainsFunc(a.Targets, s.Armed) && slices.ContainsFunc(a.Agents, s.Peaceful) {
		return true // an agency and a state confront each other with words
	}
	if a.Rule.Mutual && a.Rule.Type == "CONSULT" && a.Nominal() && a.Rule.Frames[a.Form].Agent == 0 && len(a.Targets) == 0 {
		return true // his meeting his staff
	}
	if a.Rule.Force && !slices.ContainsFunc(a.Agents, s.Armed) {
		return true
	}
	if a.Rule.Type == "ASSAULT" && len(a.Agents) > 0 && !slices.ContainsFunc(a.Agents, func(p int) bool { return !s.Peaceful(p) || s.Rec.Actors[p].Kind == "igo" }) {
		if a.Agents = nil; !a.Nominal() {
			return true // a company aims at readers; an observatory counts the dead
		}
	}
	if (a.Rule.Type == "ASSAULT" || a.Rule.Arrests()) && slices.ContainsFunc(a.Agents, s.Rescues) {
		if a.Agents = slices.DeleteFunc(slices.Clone(a.Agents), s.Rescues); len(a.Agents) == 0 && !a.Nominal() {
			return true // firemen force their way into a house
		}
	}
	if len(a.Agents) > 0 && len(a.Rule.Kinds) > 0 {
		if a.Agents = slices.DeleteFunc(slices.Clone(a.Agents), func(p int) bool { return !a.Rule.Suits(s.Rec.Actors[p].Kind, s.National(p)) }); len(a.Agents) == 0 {
			return true // a ministry comes home in words
		}
	}
	return a.Rule.Bare && !a.Nominal() && !s.Objectless(a.Chunk)
}

// bodily reports whether actor p may have done an anchor with more than words: a body or a private person, but one
// whose trade is words or games, or who goes against a state or an organisation.
func (s *search) bodily(a *happening, p int) bool {
	if s.Rec.Actors[p].Kind != "person" {
		return true
	}
	if !s.Rec.Actors[p].Private || slices.ContainsFunc(a.Targets, func(t int) bool { return s.National(t) || s.Peaceful(t) }) {
		return false
	}
	for j := range s.C {
		for i := s.C[j].From; s.C[j].Actor == p && i < s.C[j].To; i++ {
			if s.Keyed(i, "pen") {
				return false
			}
		}
	}
	return true
}

// anchorAt is the verb that is an anchor in chunk v, -1 if there is none.
func (s *search) anchorAt(v int) int {
	for n := range s.here {
		if s.here[n].Chunk == v && !s.here[n].Nominal() {
			return n
		}
	}
	return -1
}

// together makes one of noun n and the verb m that it stands under, where they tell one
// happening: an attack aimed at X; X was killed in an attack.
func (s *search) together(n, m int) {
	a, v := &s.here[n], &s.here[m]
	subj, obj, _ := s.SubjectAndObject(v.Chunk, &v.Rule.Verb)
	c := &s.C[a.Chunk]
	switch {
	case a.Rule.Supported && a.Support == "" && subj == a.Chunk:
		a.dropped, a.into = true, m // a shell hit the house
	case v.Rule.Takes() && (obj == a.Chunk || s.C[a.Chunk].Bare() && a.Chunk > v.Chunk):
		a.dropped, a.into = true, m // they broke the truce, lifted the siege
	case v.Rule.Point && a.Rule.Point && v.Rule.Type == a.Rule.Type && c.Bare() && a.Chunk > v.Chunk:
		v.Targets = party.Merged(v.Targets, a.Targets) // they regained control
		a.dropped, a.into = true, m
	case a.Rule.Type == "DISASTER" && v.Rule.Type == "ASSAULT" && (subj == a.Chunk || v.Rule.Harm && c.Prep != ""):
		a.Targets = party.Merged(a.Targets, v.Targets) // they died in the accident; the quake struck
		v.dropped, v.into = true, n
	case v.Rule.Type != a.Rule.Type:
	case subj == a.Chunk || v.Form == deed.Passive && obj == a.Chunk && !v.Rule.Harm:
		a.Targets = party.Merged(a.Targets, v.Targets)
		v.dropped, a.told = true, true
	case s.Keyed(c.From, "another-time"): // killed the day after an attack
	case v.Rule.Harm && c.Prep != "" && c.Prep != clause.Like && !(a.Rule.Point && c.Prep == clause.For) && (!a.Rule.Harm || c.Prep == "in"):
		if len(v.Agents) == 0 && !a.Rule.Mutual {
			v.Agents, v.Ascribed = party.Merged(v.Agents, a.Agents), a.Ascribed
		}
		a.dropped, a.into, v.by = true, m, s.takenUp(a)
	}
}

// takenUp is the word of a noun that only takes up an attack told before, "" where it is more: in the attack, this raid.
func (s *search) takenUp(a *happening) string {
	if c := &s.C[a.Chunk]; !a.Definite || a.described || a.Rule.Harm || a.Rule.Mutual || a.Rule.Type != "ASSAULT" || a.Reading == nil || a.Reading.Feat&lang.Pronoun != 0 || a.From > c.Head+1 || a.From > c.Head && !s.K[c.Head].Has(lang.Function) || c.To != a.To || len(a.Agents)+len(a.Targets) > 0 || anew.Located(&s.Reader, &a.Anchor) {
		return ""
	}
	return s.word(a)
}

// cause gives a noun of harm who did it from the attack that stands behind it: the death of
// three in an attack by the party.
func (s *search) cause(n int) {
	a := &s.here[n]
	if a.dropped || !a.Rule.Harm {
		return
	}
	for m := range s.here {
		b := &s.here[m]
		if b.dropped || m == n || b.Chunk <= a.Chunk || b.Rule.Harm || !b.Nominal() || b.Rule.Type != a.Rule.Type && b.Rule.Type != "DISASTER" || b.Governor > a.Chunk {
			continue
		}
		for j := a.Chunk + 1; j < b.Chunk; j++ {
			if k := s.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb {
				return
			}
		}
		if p := s.C[b.Chunk].Prep; !(b.Rule.Type == "DISASTER" && p == "" && !s.C[b.Chunk].Joined) && p != "in" && p != clause.With && p != "by" && p != "from" {
			return
		}
		if b.Rule.Type == "DISASTER" {
			a.dropped, a.into = true, m
			return
		}
		if len(a.Agents) == 0 && !b.Rule.Mutual {
			a.Agents, a.Ascribed = party.Merged(a.Agents, b.Agents), b.Ascribed
		}
		b.dropped, b.into, a.by = true, n, s.takenUp(b)
		return
	}
}

// brought leaves the verb of what a happening brought about to that happening, where its noun stands before: a war that took
// thousands of lives.
func (s *search) brought(n int) {
	a := &s.here[n]
	if a.dropped || a.Nominal() || !a.Rule.Harm || s.SupportOf(a.Chunk) != frame.Results {
		return
	}
	for m := n - 1; m >= 0; m-- {
		b := &s.here[m]
		if b.dropped || !b.Nominal() || b.Rule.Type != a.Rule.Type && b.Rule.Type != "DISASTER" {
			continue
		}
		for j := b.Chunk; j < a.Chunk; j++ {
			if s.C[j].Kind == clause.Stop {
				return
			}
		}
		b.told, a.dropped, a.into = true, true, m
		return
	}
}

// part gives a happening that is told as part of others who did them: they carried out attacks, among
// them the shelling of.
func (s *search) part(n int) {
	a := &s.here[n]
	if a.dropped || !a.Nominal() || len(a.Agents) > 0 {
		return
	}
	at := -1
	for j := a.Chunk - 1; j >= 0 && at < 0; j-- {
		c := &s.C[j]
		switch {
		case c.Kind == clause.Verb && s.SupportOf(j) == frame.Includes, c.Kind != clause.Verb && s.Keyed(c.From, "part"):
			at = j
		case c.Kind != clause.NounPhrase && c.Kind != clause.Adverb && c.Kind != clause.Comma:
			return
		}
	}
	for m := n - 1; m >= 0; m-- {
		b := &s.here[m]
		if b.Chunk >= at {
			continue
		}
		for j := b.Chunk + 1; j < at; j++ {
			if k := s.C[j].Kind; k != clause.NounPhrase && k != clause.Adverb && k != clause.Comma && k != clause.Relative {
				return
			}
		}
		if b.Nominal() && b.Rule.Type == a.Rule.Type && !b.Rule.Mutual {
			a.Agents = party.Merged(a.Agents, b.Agents)
		}
		return
	}
}

// blame aims a condemnation at whoever did what it condemns.
func (s *search) blame(n int) {
	a := &s.here[n]
	if a.dropped || !a.Rule.Blames || a.Form != deed.Verb || len(a.Targets) > 0 {
		return
	}
	for m := range s.here {
		if b := &s.here[m]; b.Nominal() && b.Chunk > a.Chunk && s.Above(b.Chunk) == a.Chunk && b.From == s.C[b.Chunk].Head && !b.Rule.Mutual && b.Rule.Type != "SUPPORT" {
			a.Targets = party.Merged(a.Targets, b.Agents)
			return
		}
	}
}

// result gives the happening that brought noun n about its victims: the subject of the verb
// in chunk v, else what was told before.
func (s *search) result(n, v int) {
	a := &s.here[n]
	if !a.Rule.Harm {
		return
	}
	subj := -1
	if v >= 0 {
		subj, _, _ = s.SubjectAndObject(v, nil)
	}
	for m := n - 1; m >= 0; m-- {
		b := &s.here[m]
		if b.dropped || !b.Nominal() && b.Chunk > v || b.Rule.Type != a.Rule.Type && b.Rule.Type != "DISASTER" {
			continue
		}
		for j := b.Chunk; j < v; j++ {
			if s.C[j].Kind == clause.Stop {
				return
			}
		}
		if subj >= 0 && subj != b.Chunk && s.Theirs(subj) {
			return // their revolt led to it
		}
		b.Targets, b.told = party.Merged(b.Targets, a.Targets), b.told || subj == b.Chunk
		a.dropped, a.into = true, m
		return
	}
}
