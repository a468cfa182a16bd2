package event

import (
	"slices"

	"riwaya"
	"riwaya/internal/event/earlier"
	"riwaya/internal/event/status"
	"riwaya/internal/lang"
)

// write puts the events into the record: tellings of one happening are one.
func (s *search) write(told Told) {
	s.spans.Reset()
	for i := range s.found {
		s.spans.Add(s.span(&s.found[i]), i)
	}
	s.spans.Sort()
	s.of = slices.Grow(s.of[:0], len(s.found))[:len(s.found)]
	s.inner.Around(func(i int) riwaya.Spans { return s.Rec.Claims[i].Content.Spans }, len(s.Rec.Claims), &s.spans, s.of)
	s.told = earlier.Told{Rec: s.Rec, Text: s.T, Events: make([]riwaya.Event, 0, len(s.found)), Tellings: s.told.Tellings[:0]}
	if s.used == nil {
		s.used = map[riwaya.Span]int{}
	}
	for i := range s.found {
		a := &s.found[i]
		e, t := s.event(a, s.of[i], i == 0 || s.of[i] != s.of[i-1])
		if len(s.near) == 0 && s.calm.Else(s.Rec, &e, a.Rule.Loose, !a.Rule.Verbal && !a.Rule.Mutual, len(s.K), s.Near) {
			continue
		}
		if a.by != "" && len(e.Actors) == 0 && e.Status == status.Happened {
			s.told.Blame(a.by, &e)
		}
		if at, by := s.told.Join(&e, &t); at != nil {
			if told != nil {
				told.Again(at, &e.Mentions[0], by)
			}
			continue
		}
		span := s.span(a)
		e.ID = riwaya.FindingID(s.Rec.Article.ID, 'e', span, s.used[span])
		s.used[span]++
		s.told.Add(e, t)
	}
	s.Rec.Events, s.told.Events = s.told.Events, nil
	clear(s.used)
}

// word is the anchor's word without what is glued on.
func (s *search) word(a *happening) string {
	if a.Reading != nil && a.Reading.Lemma != "" {
		return a.Reading.Lemma
	}
	return s.K[a.From].Word.Bare
}

// verbal is the verb that the anchor's word is, or whose noun it is, "" for none.
func (s *search) verbal(a *happening) string {
	q := a.Reading
	if m := s.K[a.From].Word.Find(lang.Masdar); a.Nominal() && m != nil && m.Lemma != "" {
		q = m
	}
	if q == nil {
		return ""
	}
	return q.Lemma
}

// span is where the anchor stands, behind the conjunction or preposition glued on.
func (s *search) span(a *happening) riwaya.Span {
	span := s.T.Span(a.From, a.Word)
	if a.Prefix > 0 {
		k := &s.K[a.From]
		span.Start = k.Start + s.T.Skip(s.T.Source[k.Start:k.End], int(a.Prefix))
	}
	return span
}

// event is the event of an anchor that stands in the content of claim in, -1 for none, with
// how it is told; first says that no other stands before it there.
func (s *search) event(a *happening, in int, first bool) (e riwaya.Event, t earlier.Telling) {
	span := s.span(a)
	e = riwaya.Event{Span: riwaya.Spans{span}, Text: span.Of(s.T.Source), Type: a.Rule.Type, Mode: a.Rule.Mode, ACLED: a.Rule.ACLED, CAMEO: a.Rule.CAMEO,
		Actors: []string{}, Targets: []string{}, Parties: []riwaya.Party{}, Figures: []string{}, Status: a.status, Confidence: a.Rule.Confidence, Rule: a.Rule.Name}
	var claim *riwaya.Claim
	if in >= 0 {
		claim = &s.Rec.Claims[in]
		e.Claim = &claim.ID
	}
	e.Status = s.said(a, claim, first)
	for _, p := range a.Agents {
		id := s.Rec.Actors[p].ID
		e.Actors = append(e.Actors, id)
		as := standing(claim, id)
		if a.Ascribed && as == "reported" {
			as = "accused"
		}
		e.Parties = append(e.Parties, riwaya.Party{Actor: id, Role: "agent", Standing: as, Claim: e.Claim})
	}
	for _, p := range a.Targets {
		id := s.Rec.Actors[p].ID
		if slices.Contains(e.Actors, id) {
			continue
		}
		e.Targets = append(e.Targets, id)
		e.Parties = append(e.Parties, riwaya.Party{Actor: id, Role: "target", Standing: "reported", Claim: e.Claim})
	}
	at := s.around()
	limits := a.limits()
	set := at.Link(limits, &e, claim)
	if (e.Status == status.Happened && a.Nominal() && !(a.Rule.Verbal && a.Rule.Doer) || e.Status == status.Ongoing) && at.Later(limits) {
		e.Status = status.Planned
	}
	e.Mentions = []riwaya.Mention{{Span: e.Span, Text: e.Text, Claim: e.Claim, Status: e.Status}}
	s.near = at.Figures(a.since, a.reach, s.near[:0])
	return e, earlier.Telling{Toll: earlier.TollOf(s.Rec.Figures, s.near, &e), Rule: a.Rule, Form: a.Form, Word: s.word(a), Title: a.title, Noun: a.Nominal(), Definite: a.Definite, Described: a.described,
		Somebody: a.somebody, Verb: s.verbal(a), At: a.From, Begin: a.begin, End: a.end, Setting: set, Words: earlier.WordsOf(&s.Reader, &a.Anchor, a.clause), Open: a.open, Held: a.held}
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
