package position

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/stance"
)

// trigger is a word that carries a stance, tokens [from, to): with the negation or the
// particle of the future before it.
type trigger struct {
	from, at, to int // at is the word itself
	kind         string
	word         stance.Word
	by           *lang.Reading
	negated      bool
	claim        int // the claim whose cue it is, -1
}

// reading is the state of reading one text.
type reading struct {
	stance.Sentence
	f    *Finder
	m    match.Matcher
	cur  trigger
	last last // the position before in the sentence
	out  []riwaya.Position
}

// last is what a verb that is joined to the one before takes from it.
type last struct {
	actor int // -1
	feat  lang.Feat
}

func (r *reading) reset(f *Finder, t *lang.Text, rec *riwaya.Record) {
	r.Begin(f.words, t, rec)
	r.f, r.out = f, r.out[:0]
	r.m.Text, r.m.Parts = t, r
}

// done lets go of the text.
func (r *reading) done() {
	clear(r.out)
	r.Done()
	r.m.Text, r.m.Parts, r.cur, r.Word = nil, nil, trigger{}, stance.Word{}
}

// sentence tries the words of one sentence, from left to right.
func (r *reading) sentence(s *lang.Sentence) {
	fresh := true
	for i := s.From; i < s.To; i++ {
		w := r.Tokens[i].Word
		if w == nil || w.Feats&(lang.Future|lang.Cue) == 0 && !w.Classes.Meets(r.V.Anchor) && !w.Begins.Meets(r.V.Word) {
			continue
		}
		if fresh {
			fresh = false
			r.Start, r.End = s.From, s.To
			r.last = last{actor: -1}
			r.Line(s)
		}
		at := i
		if w.Classes.Meets(r.V.Context) && i+1 < s.To && r.Tokens[i+1].Word != nil && (r.Is(i, stance.KeyWill) || r.Is(i, stance.KeyNever)) {
			at++
		}
		if to, ok := r.try(at); ok {
			i = to - 1
		}
	}
}

// try tries the rules for the kinds of word that token i can be, and returns where to go on.
func (r *reading) try(i int) (int, bool) {
	var buf [8]trigger
	for _, c := range r.triggers(i, buf[:0]) {
		r.cur = c
		r.bound()
		r.Word = c.word
		r.At, r.CueEnd, r.By, r.Subject, r.Governed = c.at, c.to, c.by, -1, -1
		r.m.Trigger()
		rules := r.f.rules[c.kind]
		for n := range rules {
			u := &rules[n]
			if !r.suits(u) {
				continue
			}
			captures, ok, _ := r.m.Match(u.compiled, u.index, c.from, c.to, 0)
			if ok && r.settle(u, captures) {
				return c.to, true
			}
		}
	}
	return i, false
}

// bound sets the limit of the content: the end of the sentence, or of the claim's content
// in which the trigger stands.
func (r *reading) bound() {
	r.Limit = r.End
	at := r.Tokens[r.cur.at].Span()
	c := r.Inner(at)
	if c < 0 {
		return
	}
	for _, s := range r.Rec.Claims[c].Content.Spans {
		if !s.Contains(at) {
			continue
		}
		for r.Limit > r.cur.to && r.Tokens[r.Limit-1].End > s.End {
			r.Limit--
		}
	}
}

// suits reports whether the word is one that the rule is for.
func (r *reading) suits(u *rule) bool {
	c := &r.cur
	switch {
	case u.joined && !r.Tokens[c.from].Has(lang.Conjunction):
	case u.person == "first" && c.by.Feat&(lang.First|lang.Plural) != lang.First|lang.Plural, u.person == "third" && c.by.Feat&lang.First != 0:
	case u.pronoun == "yes" && c.by.Feat&lang.Pronoun == 0, u.pronoun == "no" && c.by.Feat&lang.Pronoun != 0:
	case u.whose == whoseSource && c.claim < 0:
	case c.word.Only&stance.OnlyStart != 0 && !u.starts && !u.says:
	case len(u.only) > 0 && u.whose == whoseSource && !slices.Contains(u.only, r.Rec.Claims[c.claim].Cue.Class):
	case u.whose == whoseLast && r.last.actor < 0:
	default:
		return true
	}
	return false
}

// triggers are what token i can be, the likeliest first.
func (r *reading) triggers(i int, out []trigger) []trigger {
	g, t := r.V, &r.Tokens[i]
	claim := r.CueAt(t)
	if e, p := r.T.PhraseAt(i, g.Word); e > i {
		return append(out, trigger{from: i, at: i, to: e, kind: kindState, word: r.V.Words[p.Key], by: &lang.Reading{Feat: lang.Noun, Prefix: p.Prefix}, claim: -1})
	}
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		if len(out) == cap(out) {
			break
		}
		switch {
		case q.Classes.Meets(g.Stance):
			for _, w := range r.V.Verbs[q.Lemma] {
				out = r.carries(out, i, w, q, claim)
			}
		case !t.In(g.Was.Or(g.Stance)) && q.Feat&lang.Guess == 0 && (q.Feat&lang.Future != 0 && t.Word.Feats&(lang.Past|lang.Noun) == 0 ||
			q.Feat&lang.Present != 0 && i > r.Start && (r.Is(i-1, stance.KeyWill) || r.Is(i-1, stance.KeyNever))):
			out = r.verb(out, i, stance.Plain, q)
		case q.Classes.Meets(g.Word):
			w := r.V.Words[q.Key]
			if q.Feat&(lang.Dual|lang.Plural) != 0 && w.Only&stance.IsState == 0 || q.Feat&lang.Pronoun == 0 && w.Only&stance.OnlyPronoun != 0 {
				continue
			}
			kind := kindNoun
			switch {
			case w.Only&stance.IsState != 0:
				kind = kindState
			case w.Only&stance.IsNeed != 0:
				kind = kindNeed
			}
			out = r.add(out, i, kind, w, q, -1)
		}
	}
	if claim >= 0 && !t.In(g.Stance) { // any other word of saying: the rules ask for its class
		for k := range t.Word.Readings {
			if q := &t.Word.Readings[k]; q.Cue != nil && len(out) < cap(out) && q.Cue.Text == r.Rec.Claims[claim].Cue.Lemma {
				return append(out, trigger{from: i, at: i, to: i + 1, kind: kindSaid, by: q, claim: claim})
			}
		}
	}
	return out
}

// carries adds what a form of a verb of stance can be.
func (r *reading) carries(out []trigger, i int, w stance.Word, q *lang.Reading, claim int) []trigger {
	if w.Frames == 0 {
		return out
	}
	if claim >= 0 && w.Stance != "" && w.Only&stance.OnlyNarrated == 0 && (q.Cue != nil || q.Feat&lang.Verb != 0) && !(q.Feat&lang.Masdar != 0 && w.Frames&stance.Whom != 0) {
		out = r.add(out, i, kindCue, w, q, claim)
	}
	switch {
	case q.Feat&lang.Verb != 0:
		return r.verb(out, i, w, q)
	case q.Feat&lang.Participle != 0 && q.Feat&(lang.Article|lang.Passive) == 0 && q.Feat&(lang.Feminine|lang.Plural) != lang.Feminine|lang.Plural && w.Stance != "":
		return r.add(out, i, kindState, w, q, -1)
	}
	return out
}

// verb adds what a finite verb can be.
func (r *reading) verb(out []trigger, i int, w stance.Word, q *lang.Reading) []trigger {
	g := r.V
	if q.Feat&lang.Pronoun != 0 && w.Frames&(stance.Obj|stance.Clause) == 0 {
		return out
	}
	if w.Only&stance.OnlyPresent != 0 && q.Feat&lang.Present == 0 {
		return out
	}
	never, future := false, q.Feat&lang.Future != 0
	if i > r.Start && q.Feat&lang.Conjunction == 0 {
		p := &r.Tokens[i-1]
		never = r.Is(i-1, stance.KeyNever)
		future = future || r.Is(i-1, stance.KeyWill)
		if p.In(g.Negation) && !never && w.Stance == "" {
			return out
		}
	}
	switch {
	case never && q.Feat&lang.Present != 0:
		return r.add(out, i, kindNever, w, q, -1)
	case never:
		return out
	case q.Feat&lang.Passive != 0 && q.Feat&lang.Active == 0 && w.Stance != "":
		return out
	case w.Frames&stance.Passed != 0:
		if q.Feat&lang.First != 0 {
			return out
		}
		if future || w.Stance != "" {
			return r.add(out, i, kindPassed, w, q, -1)
		}
		return out
	case future:
		return r.add(out, i, kindWill, w, q, -1)
	case w.Stance == "":
		return out
	}
	return r.add(out, i, kindVerb, w, q, -1)
}

// add adds a trigger, with the negation or particle before it.
func (r *reading) add(out []trigger, i int, kind string, w stance.Word, q *lang.Reading, claim int) []trigger {
	if len(out) == cap(out) {
		return out
	}
	c := trigger{from: i, at: i, to: i + 1, kind: kind, word: w, by: q, claim: claim}
	if i > r.Start && q.Prefix == 0 {
		p := &r.Tokens[i-1]
		switch {
		case kind == kindNever, kind == kindWill && q.Feat&lang.Future == 0:
			c.from = i - 1
		case p.In(r.V.Negation) && p.Word.Feats&(lang.Function) != 0:
			c.from, c.negated = i-1, true
		}
	}
	if c.negated && w.Negated == "" || !c.negated && w.Only&stance.OnlyNegated != 0 {
		return out
	}
	return append(out, c)
}

var _ match.Parts = (*reading)(nil)
