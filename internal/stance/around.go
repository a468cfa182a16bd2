package stance

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/link"
)

// around finds what earlier finders saw about a word.
type around struct {
	ready    bool
	mentions link.Index // of actors
	cues     link.Index // of claims
	contents link.Index // of claims, range by range
	times    link.Index
	actors   []int // of claims: who the source is, -1; asked is what has been looked up
	asked    []bool

	persons []person
	states  []int // actors
}

// Named is an actor that the sentence names: by a mention, a title or a noun that takes one
// up. Its name begins in tokens [From, To).
type Named struct {
	From, To int
	Actor    int  // of the record
	Glued    bool // a preposition is glued on in front
}

// Look takes in the record, once for each text that has a word of stance at all.
func (r *Sentence) Look() {
	a := &r.around
	if a.ready {
		return
	}
	a.ready = true
	a.mentions.Reset()
	a.cues.Reset()
	a.contents.Reset()
	a.times.Reset()
	for i := range r.Rec.Actors {
		for _, m := range r.Rec.Actors[i].Mentions {
			a.mentions.Add(m, i)
		}
	}
	for i := range r.Rec.Claims {
		c := &r.Rec.Claims[i]
		for _, s := range c.Cue.Spans {
			a.cues.Add(s, i)
		}
		for _, s := range c.Content.Spans {
			a.contents.Add(s, i)
		}
	}
	for i := range r.Rec.Times {
		for _, s := range r.Rec.Times[i].Span {
			a.times.Add(s, i)
		}
	}
	a.times.Sort()
	a.mentions.Sort()
	a.cues.Sort()
	a.contents.Sort()
	a.readPersons(r)
	n := len(r.Rec.Claims)
	if cap(a.actors) < n {
		a.actors, a.asked = make([]int, n), make([]bool, n)
	}
	a.actors, a.asked = a.actors[:n], a.asked[:n]
	clear(a.asked)
}

// Line notes the mentions of one sentence.
func (r *Sentence) Line(s *lang.Sentence) {
	r.Named = r.Named[:0]
	for _, e := range r.mentions.Starting(r.Tokens[s.From].Start, r.Tokens[s.To-1].End) {
		from := r.T.TokenAt(e.Start, s.From, s.To)
		if from < 0 {
			continue
		}
		to := from + 1
		for to < s.To && r.Tokens[to].Start < e.End {
			to++
		}
		n := Named{From: from, To: to, Actor: e.Of}
		if w := r.Tokens[from].Word; w != nil && e.Start > r.Tokens[from].Start {
			for k := range w.Readings {
				if q := &w.Readings[k]; q.Prefix > 0 && q.Feat&(lang.With|lang.For|lang.Like) != 0 && r.T.Inner(from, q) == e.Start {
					n.Glued = true
				}
			}
			for k := range w.Phrases {
				if p := &w.Phrases[k]; p.Prefix > 0 && !w.Has(lang.Conjunction) {
					n.Glued = true
				}
			}
		}
		r.Named = append(r.Named, n)
	}
	at := 0
	for i := s.From; i < s.To; i++ { // who is taken up again without a name
		w := r.Tokens[i].Word
		if w == nil || !w.Classes.Meets(r.V.TakesUp) {
			continue
		}
		for at < len(r.Named) && r.Named[at].To <= i {
			at++
		}
		if at < len(r.Named) && r.Named[at].From <= i+1 {
			continue
		}
		if actor, to := r.titled(i); actor >= 0 {
			r.Named = slices.Insert(r.Named, at, Named{From: i, To: to, Actor: actor})
		} else if actor, to := r.officeOf(i); actor >= 0 && (at == len(r.Named) || r.Named[at].From >= to) {
			r.Named = slices.Insert(r.Named, at, Named{From: i, To: to, Actor: actor})
		} else if actor := r.again(i); actor >= 0 {
			r.Named = slices.Insert(r.Named, at, Named{From: i, To: i + 2, Actor: actor})
		}
	}
}

// CueAt is the claim whose cue stands in the token, -1 if none does.
func (r *Sentence) CueAt(t *lang.Token) int {
	found := -1
	r.cues.Overlapping(t.Span(), func(e link.Entry) bool {
		found = e.Of
		return true
	})
	return found
}

// TimeAt is where the time ends that begins in token i, i if none does.
func (r *Sentence) TimeAt(i int) int {
	to := i
	for _, e := range r.times.Starting(r.Tokens[i].Start, r.Tokens[i].End) {
		for to < r.End && r.Tokens[to].Start < e.End {
			to++
		}
	}
	return to
}

// Inner is the innermost claim in whose content the span stands, -1 if none does.
func (r *Sentence) Inner(at riwaya.Span) int {
	found, size := -1, 0
	r.contents.Overlapping(at, func(e link.Entry) bool {
		if e.Span.Contains(at) {
			if n := r.Rec.Claims[e.Of].Content.Spans.Hull().Len(); found < 0 || n < size || n == size && e.Of > found {
				found, size = e.Of, n
			}
		}
		return false
	})
	return found
}

// Source is the actor who is the source of a claim, -1 if that is not sure or is nobody
// who can hold a position.
func (r *Sentence) Source(claim int) int {
	if r.asked[claim] {
		return r.actors[claim]
	}
	r.asked[claim], r.actors[claim] = true, -1
	c := &r.Rec.Claims[claim]
	if c.Source.Elided || len(c.Source.Spans) == 0 {
		if c.Source.NameAr == nil || r.modifies(c) {
			return -1
		}
		for i := claim - 1; i >= max(0, claim-Reach); i-- {
			if s := &r.Rec.Claims[i].Source; !s.Elided && len(s.Spans) > 0 && s.NameAr != nil && *s.NameAr == *c.Source.NameAr {
				r.actors[claim] = r.Source(i)
				return r.actors[claim]
			}
		}
		r.actors[claim] = r.called(c)
		return r.actors[claim]
	}
	span := c.Source.Spans[0]
	if c.Source.Anonymous { // an official of a state speaks for it, a source does not
		if i := r.T.TokenAt(span.Start, 0, len(r.Tokens)); i >= 0 {
			r.actors[claim] = r.officeIn(i, span.End)
			if r.actors[claim] < 0 {
				r.actors[claim] = r.headed(i, span)
			}
		}
		if r.actors[claim] < 0 {
			r.actors[claim] = r.takenUp(claim)
		}
		return r.actors[claim]
	}
	first := link.Entry{Of: -1}
	r.mentions.Overlapping(span, func(e link.Entry) bool {
		first = e // the last one that is yielded stands first
		return false
	})
	if first.Of >= 0 && r.Rec.Actors[first.Of].Kind == "person" {
		for i := range r.T.Within(span) {
			if r.ContextAt(i, KeyPrivate) > i && !r.Tokens[i].In(r.Grammar.Rank) {
				return -1 // X, who speaks for a company
			}
		}
	}
	whole := first.Of >= 0 && first.End <= span.End+2
	if whole && (first.Start <= span.Start || r.leads(span.Start, first.Start)) {
		r.actors[claim] = r.Holds(first.Of)
	}
	if r.actors[claim] < 0 && !whole {
		r.actors[claim] = r.meant(&c.Source)
	}
	if r.actors[claim] < 0 {
		r.actors[claim] = r.takenUp(claim)
	}
	return r.actors[claim]
}

// modifies reports whether the word of saying of a claim, which has no source, stands in a relative clause behind what is somebody's,
// and has that for its object: "his word that he put to the people", who need not be the one who spoke before.
func (r *Sentence) modifies(c *riwaya.Claim) bool {
	i := r.T.TokenAt(c.Cue.Spans[0].Start, 0, len(r.Tokens))
	return i > 1 && r.Tokens[i-2].Has(lang.Noun|lang.Pronoun) && r.Tokens[i-1].In(r.V.Relative) && r.Grammar.Function(&r.Tokens[i-1]) && !r.Tokens[i-1].In(r.V.Against) && r.Tokens[i].Has(lang.Verb|lang.Pronoun)
}

// takenUp is the source of the claim before that the source of a claim takes up by a noun, a
// pronoun or the last part of a name; -1 if there is none.
func (r *Sentence) takenUp(claim int) int {
	c := &r.Rec.Claims[claim].Source
	if c.NameAr == nil || *c.NameAr == c.Text || strings.Count(c.Text, " ") > 3 {
		return -1 // so many words name somebody of their own
	}
	for i := claim - 1; i >= max(0, claim-Reach); i-- {
		if s := &r.Rec.Claims[i].Source; !s.Elided && s.Text == *c.NameAr {
			return r.Source(i)
		}
	}
	return -1
}

// headed is the institution that a source without a known name is the head or the spokesman of, by the
// title at token i and its name right behind: "the head of the committee"; -1 if there is none.
func (r *Sentence) headed(i int, span riwaya.Span) int {
	t := &r.Tokens[i]
	if i+1 >= len(r.Tokens) || !r.Is(i, KeyHead) || !t.In(r.Grammar.Office.Or(r.Grammar.Speaker)) {
		return -1
	}
	for _, e := range r.mentions.Starting(r.Tokens[i+1].Start, r.Tokens[i+1].End) {
		if e.End <= span.End && institutions[r.Rec.Actors[e.Of].Kind] {
			return r.Holds(e.Of)
		}
	}
	return -1
}

// leads reports whether bytes [from, to) of a source are no more than marks, a word for the
// members of a group, or a title, whose institution or name stands behind them.
func (r *Sentence) leads(from, to int) bool {
	i := r.T.TokenAt(from, 0, len(r.Tokens))
	if i < 0 {
		return false
	}
	titled := r.Tokens[i].In(r.Grammar.Person)
	for n := 0; n < 4 && i < len(r.Tokens) && r.Tokens[i].Start < to; n++ {
		t := &r.Tokens[i]
		if e := r.ContextAt(i, KeyMembers); e > i {
			i = e
			continue
		}
		switch {
		case t.Kind == lang.MarkKind, t.End > to, titled && t.Word != nil && !r.Grammar.Function(t) && !r.Grammar.Finite(t):
		default:
			return false
		}
		i++
	}
	return i < len(r.Tokens) && r.Tokens[i].Start >= to || i > 0 && r.Tokens[i-1].End > to
}

// SayingBefore is the claim of the sentence whose cue stands before the span and whose
// content behind it, -1 if there is none: the words between are its object.
func (r *Sentence) SayingBefore(span riwaya.Span) int {
	all := r.cues.Starting(r.Tokens[r.Start].Start, span.Start)
	if len(all) == 0 {
		return -1
	}
	of := all[len(all)-1].Of
	if r.Rec.Claims[of].Content.Spans.Hull().Start < span.End {
		return -1
	}
	return of
}

// Reach is how many claims back the source that a claim takes up is looked for.
const Reach = 40

// institutions are the kinds of actor that hold positions.
var institutions = map[string]bool{"government": true, "military": true, "police": true, "armed_group": true, "party": true, "igo": true, "ngo": true}

// Holds is the actor if it is one that holds positions, else -1: an institution, or a
// person with an office or an institution to speak for.
func (r *Sentence) Holds(actor int) int {
	a := &r.Rec.Actors[actor]
	if institutions[a.Kind] && len(a.Mentions) > 0 {
		m := a.Mentions[0]
		for i := range r.T.Within(m) {
			if r.Is(i, KeyGames) || a.Kind == "government" && r.Tokens[i].Start <= m.Start && r.Is(i, KeyCourt) {
				return -1 // a court judges, and a federation of sports plays
			}
		}
	}
	if institutions[a.Kind] || a.Kind == "person" && !a.Private && r.official(a) {
		return actor
	}
	return -1
}

// official reports whether nothing in a person's title speaks against an office of an
// institution: no profession, club or company.
func (r *Sentence) official(a *riwaya.Actor) bool {
	for _, m := range a.Mentions {
		first := true
		for i := range r.T.Within(m) {
			if r.Is(i, KeyPrivate) || first && r.Tokens[i].In(r.Grammar.Profession) && !r.Tokens[i].In(r.Grammar.Office.Or(r.Grammar.Rank)) {
				return false
			}
			first = false
		}
	}
	return true
}

// Holder reports whether the actor is an institution, or a person whom a mention gives an
// office or a rank.
func (r *Sentence) Holder(actor int) bool {
	a := &r.Rec.Actors[actor]
	if institutions[a.Kind] {
		return true
	}
	offices := r.Grammar.Office.Or(r.Grammar.Rank)
	for _, m := range a.Mentions {
		for i := range r.T.Within(m) {
			if r.Tokens[i].In(offices) {
				return true
			}
		}
	}
	return false
}

// Feminine reports whether the word of token i has the pronoun "her, its".
func (r *Sentence) Feminine(i int) bool {
	for _, s := range r.V.her {
		if strings.HasSuffix(r.Tokens[i].Word.Form, s) {
			return true
		}
	}
	return false
}
