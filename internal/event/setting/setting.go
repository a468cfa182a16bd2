// Package setting says where and when something happened, and which figures are of it.
//
// It promises that these stand in the sentence that tells it, that of several places none is chosen unless one stands in the
// clause, that a land which something only came from is not where it happened, and that the time stands in its clause and is one of those that whoever
// tells it gives: the day on which they said so is not the day of what they said, nor the day after it its own.
package setting

import (
	"slices"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/link"
	"riwaya/internal/scene"
)

// Text is a text with its record so far.
type Text struct {
	Reader interface { // of its text
		PlacesIn(from, to int) []link.Entry
		TimesIn(from, to int) []link.Entry
		FiguresIn(from, to int) []link.Entry
		Keyed(token int, key string) bool
		Results(verb int) bool // what a happening brought about stands under it
	}
	T    *lang.Text
	Rec  *riwaya.Record
	Came []int          // where places begin that something only came from
	C    []clause.Chunk // of the sentence

	Scenes *scene.Reader
}

// Reach are the tokens between which something of an anchor may stand.
type Reach struct {
	Anchor       int // where it begins
	Chunk        int // its own
	Nominal      bool
	Harm         bool  // somebody came to harm by it
	Entry        bool  // of a chronicle, which begins with its time
	From, To     int   // its sentence
	Clause       int   // where its clause ends
	Past, Again  int   // between which another is told of that it only follows; the same where there is none
	Since, Until int   // between which its figures stand
	Sites        []int // where the places begin at which it may have happened: see [Text.Find]
	Dates        []int // the times that may say when, by their indices: see [Text.Find]
}

// Setting is where and when something happened, as far as its own clause says so, and what places and times its sentence speaks of
// besides: not told of it, but not of what happened elsewhere or on another day.
type Setting struct {
	Place *riwaya.Place
	Day   string // of its time
	About *riwaya.Place
	Dated bool // the sentence has one time, of whatever
}

// Link links the place, the time and the figures of an event to it, which stands in the content
// of that claim, nil for none: those of its clause, else, of what is no saying, the only place of its sentence.
func (s *Text) Link(a Reach, e *riwaya.Event, claim *riwaya.Claim) (out Setting) {
	k := s.T.Tokens
	from, to := k[a.From].Start, k[a.To-1].End
	at, end := k[a.Anchor].Start, k[a.Clause-1].End
	var behind, only, first *riwaya.Place
	n, several := 0, false
	places := s.Reader.PlacesIn(from, to)
	for _, x := range places {
		p := &s.Rec.Places[x.Of]
		if a.Past < a.Again && x.Start >= k[a.Past].Start && x.Start < k[a.Again-1].End {
			continue // of what it followed
		}
		if s.Scenes.Seat(k, x) {
			continue
		}
		if e.Type != "RETREAT" && e.Type != "DISPLACE" && slices.Contains(s.Came, x.Start) {
			continue
		}
		within := !words[e.Type] || s.Scenes.Within(k, a.Anchor, x.Start) // what is said has a place only where they say it: in Geneva
		next := x.Start > at && x.Start < end && !s.Scenes.Elsewhere(k, a.Anchor, x.Start)
		switch { // the first behind it, else the only one
		case next && first == nil:
			first = p
		case out.About == nil:
			out.About = p
		case out.About.Text != p.Text:
			several = true
		}
		site := slices.Contains(a.Sites, x.Start)
		switch {
		case next && within && behind == nil && !site:
			n++ // it may be there, or where another clause says
			continue
		case next && within && behind == nil:
			behind = p
		}
		if claim != nil && !claim.Content.Spans.Contains(x.Span) {
			continue // it is said elsewhere
		}
		if !within || !site && (words[e.Type] || wide(p) || e.Status != "happened" && e.Status != "ongoing") {
			continue // a land that the sentence speaks of besides
		}
		if only == nil || only.Text != p.Text {
			only = p
			n++
		}
	}
	there, ok := s.Scenes.There(k, a.From, a.Anchor, places)
	switch {
	case ok && !(behind != nil && wide(&s.Rec.Places[there]) && !wide(behind) && s.Scenes.Within(k, a.Anchor, behind.Span.Hull().Start)):
		out.Place = &s.Rec.Places[there]
	case behind != nil:
		out.Place = behind
	case n == 1:
		out.Place = only
	}
	switch {
	case out.Place != nil:
		e.Place, out.About = &out.Place.ID, out.Place
	case first != nil:
		out.About = first
	case several:
		out.About = nil
	}
	if t := s.when(a, e.Status, claim); t != nil {
		e.Time, out.Day = &t.ID, t.Value
	}
	out.Dated = e.Time != nil || len(s.Reader.TimesIn(from, to)) == 1
	figures := s.Reader.FiguresIn(k[a.Since].Start, k[a.Until-1].End)
	for _, x := range figures {
		f := &s.Rec.Figures[x.Of]
		if slices.Contains(tolls[e.Type], f.Predicate) && !s.Scenes.Elsewhere(k, a.Anchor, x.Start) && !(x.Start < at && s.counts(figures, f, at, end) && s.paused(f.Span.Hull().End, a.Anchor)) {
			e.Figures = append(e.Figures, f.ID)
		}
	}
	return out
}

// paused reports whether a pause parts what ends at a byte from an anchor behind it.
func (s *Text) paused(end, anchor int) bool {
	for i := anchor - 1; i >= 0 && s.T.Tokens[i].Start >= end; i-- {
		if s.T.Tokens[i].Is(lang.Comma) {
			return true
		}
	}
	return false
}

// counts reports whether one of some figures behind an anchor, in its clause, counts what another does: "thirty were killed there, while two were
// killed here" has two in what happened here.
func (s *Text) counts(figures []link.Entry, f *riwaya.Figure, at, end int) bool {
	return slices.ContainsFunc(figures, func(o link.Entry) bool {
		return o.Start > at && o.Start < end && s.Rec.Figures[o.Of].Predicate == f.Predicate
	})
}

// Clause is where the clause of a chunk begins, where it ends, and where what stands behind it is told of something else for sure, by
// their tokens; end is that of the sentence.
func (s *Text) Clause(chunk, end int) (from, to, stop int) {
	to, stop = end, end
	for j := chunk + 1; j < len(s.C); j++ {
		c := &s.C[j]
		if c.Kind == clause.Stop {
			stop = c.From
		}
		if c.Kind == clause.Stop || c.Kind == clause.That || c.Kind == clause.Opens || c.Kind == clause.Verb && c.Joined {
			to = c.From
			break
		}
	}
	for j := chunk - 1; j >= 0; j-- {
		if c := &s.C[j]; c.Kind == clause.Stop || c.Kind == clause.Verb {
			return c.To, to, stop
		}
	}
	return 0, to, stop
}

// wide reports whether a place is a land or a region, in which another may say more closely where.
func wide(p *riwaya.Place) bool {
	return p.Precision == "country" || p.Precision == "region" || p.Precision == "admin1"
}

// Figures adds to near the figures that stand between two tokens, by their indices.
func (s *Text) Figures(since, until int, near []int) []int {
	for _, x := range s.Reader.FiguresIn(s.T.Tokens[since].Start, s.T.Tokens[until-1].End) {
		near = append(near, x.Of)
	}
	return near
}

// words are the types of events that are done by saying something.
var words = map[string]bool{"ACCUSE": true, "AGREE": true, "CONCEDE": true, "REJECT": true, "REQUEST": true, "SANCTION": true, "SUPPORT": true, "THREATEN": true, "COOPERATE": true}

// tolls are the predicates of the figures that a kind of event may have.
var tolls = map[string][]string{
	"ASSAULT":  {"killed", "injured", "missing", "abducted", "destroyed", "detained"},
	"COERCE":   {"detained", "trapped"},
	"DISPLACE": {"displaced", "left", "evacuated", "arrived", "returned", "departed"},
	"DISASTER": {"killed", "injured", "missing", "destroyed", "displaced", "evacuated"},
	"RETREAT":  {"released", "surrendered"},
	"CONCEDE":  {"released", "surrendered"},
	"MOBILIZE": {"sent", "departed", "arrived", "present"},
	"AID":      {"sent", "received", "needed", "arrived"},
	"PROTEST":  {"present", "killed", "injured", "detained"},
}
