package event

import (
	"slices"

	"riwaya"
	"riwaya/internal/clause"
)

// write puts the events into the record: tellings of one happening are one.
func (s *search) write() {
	s.spans.Reset()
	for i := range s.found {
		s.spans.Add(s.span(&s.found[i]), i)
	}
	s.spans.Sort()
	s.of = slices.Grow(s.of[:0], len(s.found))[:len(s.found)]
	s.inner.Around(func(i int) riwaya.Spans { return s.rec.Claims[i].Content.Spans }, len(s.rec.Claims), &s.spans, s.of)
	out := make([]riwaya.Event, 0, len(s.found))
	rules := make([]*rule, 0, len(s.found))
	titles := make([]bool, 0, len(s.found)) // told by the title alone
	named := make([]bool, 0, len(s.found))  // by a noun
	words := make([]string, 0, len(s.found))
	used := map[riwaya.Span]int{}
	for i := range s.found {
		a := &s.found[i]
		e := s.event(a, s.of[i])
		if at := s.told(out, rules, titles, named, words, &e, a); at >= 0 {
			out[at].Mentions = append(out[at].Mentions, e.Mentions[0])
			if titles[at] && subset(out[at].Actors, e.Actors) && subset(out[at].Targets, e.Targets) { // the title tells in short what the text tells
				out[at].Actors, out[at].Targets, out[at].Parties = e.Actors, e.Targets, e.Parties
				titles[at] = false
			}
			continue
		}
		span := s.span(a)
		e.ID = riwaya.FindingID(s.rec.Article.ID, 'e', span, used[span])
		used[span]++
		out = append(out, e)
		rules = append(rules, a.rule)
		titles = append(titles, a.title)
		named = append(named, a.nominal())
		words = append(words, s.word(a))
	}
	s.rec.Events = out
}

// span is where the anchor stands, behind the conjunction or preposition glued on.
func (s *search) span(a *anchor) riwaya.Span {
	span := s.T.Span(a.from, a.word)
	if a.prefix > 0 {
		k := &s.K[a.from]
		span.Start = k.Start + s.T.Skip(s.T.Source[k.Start:k.End], int(a.prefix))
	}
	return span
}

// event is the event of an anchor that stands in the content of claim at, -1 for none.
func (s *search) event(a *anchor, at int) riwaya.Event {
	span := s.span(a)
	e := riwaya.Event{Span: riwaya.Spans{span}, Text: span.Of(s.T.Source), Type: a.rule.typ, Mode: a.rule.mode, ACLED: a.rule.acled, CAMEO: a.rule.cameo,
		Actors: []string{}, Targets: []string{}, Parties: []riwaya.Party{}, Figures: []string{}, Status: a.status, Confidence: a.rule.sure, Rule: a.rule.name}
	var claim *riwaya.Claim
	if at >= 0 {
		claim = &s.rec.Claims[at]
		e.Claim = &claim.ID
	}
	for _, p := range a.agents {
		id := s.rec.Actors[p].ID
		e.Actors = append(e.Actors, id)
		e.Parties = append(e.Parties, riwaya.Party{Actor: id, Role: "agent", Standing: standing(claim, id), Claim: e.Claim})
	}
	for _, p := range a.targets {
		id := s.rec.Actors[p].ID
		if slices.Contains(e.Actors, id) && !a.rule.opposing {
			continue
		}
		e.Targets = append(e.Targets, id)
		e.Parties = append(e.Parties, riwaya.Party{Actor: id, Role: "target", Standing: "reported", Claim: e.Claim})
	}
	s.setting(a, &e)
	e.Mentions = []riwaya.Mention{{Span: e.Span, Text: e.Text, Claim: e.Claim, Status: e.Status}}
	return e
}

// standing is how an agent is named: by itself, by an accuser, in a denial, or as anything
// is reported.
func standing(c *riwaya.Claim, agent string) string {
	switch {
	case c == nil:
		return "reported"
	case c.Cue.Class == "deny":
		return "denied"
	case c.Source.Actor != nil && *c.Source.Actor == agent:
		return "self-claimed"
	case c.Cue.Class == "accuse":
		return "accused"
	}
	return "reported"
}

// setting links the place, the time and the figures of an event.
func (s *search) setting(a *anchor, e *riwaya.Event) {
	from, to := s.K[a.begin].Start, s.K[a.end-1].End
	at := s.K[a.from].Start
	var behind, before *riwaya.Place
	n := 0
	for _, x := range s.PlacesIn(from, to) {
		p := &s.rec.Places[x.Of]
		switch {
		case x.Start > at && behind == nil:
			behind = p
		case x.Start < at:
			before = p
			n++
		}
	}
	switch {
	case behind != nil:
		e.Place = &behind.ID
	case n == 1:
		e.Place = &before.ID
	}
	var only *riwaya.Time
	n = 0
	for _, x := range s.TimesIn(from, to) {
		if t := &s.rec.Times[x.Of]; only == nil || only.ID != t.ID {
			only = t
			n++
		}
	}
	if n == 1 {
		e.Time = &only.ID
	}
	for _, x := range s.FiguresIn(s.K[a.from].Start, s.K[a.reach-1].End) {
		if f := &s.rec.Figures[x.Of]; f.Predicate != "age" && f.Predicate != "other" {
			e.Figures = append(e.Figures, f.ID)
		}
	}
}

// told is the event of out that e tells again, -1 if it is a new one: of the same rule, by
// nobody that the first does not name, against nobody else, nowhere else.
func (s *search) told(out []riwaya.Event, rules []*rule, titles, named []bool, words []string, e *riwaya.Event, a *anchor) int {
	if a.form == formNoun && a.definite && e.Type == "ASSAULT" && !a.rule.harm && len(e.Actors)+len(e.Targets) == 0 {
		for i := len(out) - 1; i >= 0; i-- { // the attack, whatever it was called before
			o := &out[i]
			if r := rules[i]; o.Type != e.Type || r.harm || r.point || !named[i] || r.opposing != a.rule.opposing || o.Status != happened || e.Status != happened {
				continue
			}
			if e.Time == nil && (e.Place == nil || o.Place != nil && s.samePlace(*o.Place, *e.Place)) {
				return i
			}
			break
		}
	}
	for i := len(out) - 1; i >= 0; i-- {
		o := &out[i]
		if a.form == formPassive && len(o.Actors) > 0 {
			continue // whoever tells it so names nobody
		}
		if o.Type != e.Type || rules[i] != a.rule || !(subset(e.Actors, o.Actors) && subset(e.Targets, o.Targets) || titles[i] && subset(o.Actors, e.Actors) && subset(o.Targets, e.Targets)) || o.Place != nil && e.Place != nil && !s.samePlace(*o.Place, *e.Place) || o.Time != nil && e.Time != nil && !s.sameDay(*o.Time, *e.Time) {
			continue
		}
		same := o.Place != nil && e.Place != nil || words[i] == s.word(a) // the place is no other: see above
		if len(e.Actors)+len(e.Targets) == 0 && (!a.definite && !titles[i] || a.rule.verbal) || (titles[i] || len(e.Actors)+len(e.Targets) == 0) && !same || (o.Status == happened || o.Status == ongoing) != (e.Status == happened || e.Status == ongoing) {
			continue
		}
		return i
	}
	return -1
}

// word is the anchor's word without what is glued on.
func (s *search) word(a *anchor) string {
	if a.reading != nil && a.reading.Lemma != "" {
		return a.reading.Lemma
	}
	return s.K[a.from].Word.Bare
}

// samePlace reports whether two places of the record are one by their names.
func (s *search) samePlace(a, b string) bool {
	if a == b {
		return true
	}
	var p [2]*riwaya.Place
	for i := range s.rec.Places {
		switch s.rec.Places[i].ID {
		case a:
			p[0] = &s.rec.Places[i]
		case b:
			p[1] = &s.rec.Places[i]
		}
	}
	return p[0] != nil && p[1] != nil && (p[0].Text == p[1].Text || p[0].GeoNames != nil && p[1].GeoNames != nil && *p[0].GeoNames == *p[1].GeoNames && *p[0].GeoNames != 0)
}

// sameDay reports whether two times of the record have one value.
func (s *search) sameDay(a, b string) bool {
	value := func(id string) string {
		for i := range s.rec.Times {
			if s.rec.Times[i].ID == id {
				return s.rec.Times[i].Value
			}
		}
		return ""
	}
	return a == b || value(a) == value(b)
}

func subset(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// bounds notes the sentence of an anchor and how far its figures may stand: to the next
// anchor.
func (s *search) bounds(n int) {
	a := &s.here[n]
	a.begin, a.end = s.c[0].From, s.c[len(s.c)-1].To
	a.reach = a.end
	for m := range s.here {
		b := &s.here[m]
		if b.from > a.from && (!b.dropped || b.into != n) && b.from < a.reach {
			a.reach = b.from
		}
	}
	for j := a.chunk + 1; j < len(s.c); j++ {
		if s.c[j].Kind == clause.Stop && s.c[j].From > a.from {
			a.reach = min(a.reach, s.c[j].From)
			break
		}
	}
	a.reach = max(a.reach, a.to)
}
