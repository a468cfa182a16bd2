package position

import (
	"riwaya"
	"riwaya/internal/event/game"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/position/rule"
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
	f   *Finder
	m   match.Matcher
	cur trigger
	// claim is the innermost one in whose content the trigger stands, -1
	claim int
	last  last // the position before in the sentence
	game  game.Text
	// sporting is [stance.Sentence.Sports], made once
	sporting func(at []int, key string) []int
	out      []riwaya.Position
}

// last is what a verb that is joined to the one before takes from it.
type last struct {
	actor  int // -1
	feat   lang.Feat
	to     int         // the token behind its word
	inside riwaya.Span // what its holder says in it, where its word is one of saying
}

func (r *reading) reset(f *Finder, t *lang.Text, rec *riwaya.Record) {
	r.Begin(f.words, t, rec)
	r.f, r.out = f, r.out[:0]
	r.m.Reset(t, r)
	r.game.Reset()
	if r.sporting == nil {
		r.sporting = r.Sports
	}
}

// done lets go of the text.
func (r *reading) done() {
	clear(r.out)
	r.Done()
	r.m.Text, r.m.Parts, r.cur, r.Word = nil, nil, trigger{}, stance.Word{}
}

// sentence tries the words of one sentence, from left to right.
func (r *reading) sentence(s *lang.Sentence) {
	fresh, lined := true, false
	for i := r.Text.Next(s.From, s.To, lang.StartsStance); i < s.To; i = r.Text.Next(i+1, s.To, lang.StartsStance) {
		w := r.Tokens[i].Word
		if w.Feats&lang.Future == 0 && !w.Classes.Meets(r.V.Anchor) && !w.Begins.Meets(r.V.Word) {
			continue
		}
		if fresh {
			fresh = false
			r.Start, r.End = s.From, s.To
			r.last = last{actor: -1}
			r.Look()
		}
		at := i
		if w.Classes.Meets(r.V.Context) && i+1 < s.To && r.Tokens[i+1].Word != nil && (r.Is(i, stance.KeyWill) || r.Is(i, stance.KeyNever)) {
			at++
		}
		var buf [8]trigger
		all := r.triggers(at, buf[:0])
		if len(all) == 0 {
			continue
		}
		if !lined {
			lined = true
			r.Line(s)
		}
		if to, ok := r.try(all); ok {
			i = to - 1
		}
	}
}

// try tries the rules for what a word can be, and returns where to go on.
func (r *reading) try(all []trigger) (int, bool) {
	for _, c := range all {
		r.cur = c
		r.bound()
		r.Word = c.word
		r.At, r.CueEnd, r.By, r.Subject, r.Governed = c.at, c.to, c.by, -1, -1
		r.m.Trigger(c.from)
		rules := r.f.rules[c.kind]
		for n := range rules {
			u := &rules[n]
			if !r.suits(u) {
				continue
			}
			if r.Word.Frames = c.word.Frames; u.Doer && c.word.Only&stance.OnlyStart != 0 {
				r.Word.Frames &^= stance.Obj // its object stands behind a preposition then
			}
			captures, ok, _ := r.m.Match(u.Compiled, u.Index, c.from, c.to, 0)
			if ok && r.settle(u, captures) {
				return c.to, true
			}
		}
	}
	return 0, false
}

// bound sets the limit of the content: the end of the sentence, or of the claim's content
// in which the trigger stands.
func (r *reading) bound() {
	r.Limit = r.End
	at := r.Tokens[r.cur.at].Span()
	r.claim = r.Inner(at)
	if r.claim < 0 {
		return
	}
	for _, s := range r.Rec.Claims[r.claim].Content.Spans {
		if !s.Contains(at) {
			continue
		}
		for r.Limit > r.cur.to && r.Tokens[r.Limit-1].End > s.End {
			r.Limit--
		}
	}
}

// suits reports whether the word is one that the rule is for.
func (r *reading) suits(u *rule.Rule) bool {
	c := &r.cur
	switch {
	case u.Joined && !r.Tokens[c.from].Has(lang.Conjunction):
	case u.Person == "first" && (c.by.Feat&lang.First == 0 || c.by.Feat&lang.Plural == 0 && !r.plainlyI()), u.Person == "third" && c.by.Feat&lang.First != 0:
	case u.Pronoun == "yes" && c.by.Feat&lang.Pronoun == 0, u.Pronoun == "no" && c.by.Feat&lang.Pronoun != 0:
	case u.Whose == rule.BySource && c.claim < 0:
	case c.word.Only&stance.OnlyStart != 0 && !u.Starts && !u.Says, u.Says && c.by.Feat&lang.For != 0:
	case (u.Whose == rule.ByNamed || u.Whose == rule.ByClause) && len(r.Named) == 0 && !u.Nation:
	case u.Whose == rule.BySpeaker && r.claim < 0 && c.kind != rule.Noun && c.kind != rule.Need:
	case u.Whose == rule.ByLast && r.last.actor < 0:
	default:
		return true
	}
	return false
}

// plainlyI reports whether the verb of the trigger, one of "I", can be nothing else.
func (r *reading) plainlyI() bool {
	t := &r.Tokens[r.cur.at]
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Feat&(lang.Noun|lang.Guess) != 0 || q.Feat&lang.Past != 0 && q.Feat&(lang.Passive|lang.Active) != lang.Passive {
			return false
		}
	}
	return r.cur.by.Feat&lang.Present != 0
}

// triggers are what token i can be, the likeliest first.
func (r *reading) triggers(i int, out []trigger) []trigger {
	g, t := r.V, &r.Tokens[i]
	if r.Is(i, stance.KeyOther) {
		return out
	}
	claim := r.CueAt(t)
	if e, p := r.T.PhraseAt(i, g.Word); e > i {
		w, kind := r.V.Words[p.Key], rule.State
		if w.Only&stance.IsNeed != 0 {
			kind = rule.Need
		}
		return append(out, trigger{from: i, at: i, to: e, kind: kind, word: w, by: &lang.Reading{Feat: lang.Noun, Prefix: p.Prefix}, claim: -1})
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
		case !t.In(g.Was.Or(g.Nothing)) && !r.Wants(t) && q.Feat&lang.Guess == 0 && (q.Feat&lang.Future != 0 && t.Feats&(lang.Past|lang.Noun) == 0 ||
			q.Feat&lang.Present != 0 && i > r.Start && (r.Is(i-1, stance.KeyWill) || r.Is(i-1, stance.KeyNever))):
			out = r.verb(out, i, stance.Plain, q)
		case q.Classes.Meets(g.Word):
			w := r.V.Words[q.Key]
			if q.Feat&(lang.Dual|lang.Plural) != 0 && w.Only&stance.IsState == 0 || q.Feat&(lang.Article|lang.With|lang.For) != 0 && w.Only&stance.IsState != 0 || q.Feat&lang.Pronoun == 0 && w.Only&stance.OnlyPronoun != 0 ||
				w.Only&stance.IsState == 0 && (q.Feat&lang.With != 0 && len(q.Lemma) <= short || t.Has(lang.Noun|lang.Accusative) && q.Feat&(lang.Article|lang.Pronoun) == 0) {
				continue
			}
			kind := rule.Noun
			switch {
			case w.Only&stance.IsState != 0:
				kind = rule.State
			case w.Only&stance.IsNeed != 0:
				kind = rule.Need
			}
			out = r.add(out, i, kind, w, q, -1)
		}
	}
	return out
}

// short is how many bytes a noun has that with a preposition in front looks like another.
const short = 6

// carries adds what a form of a verb of stance can be.
func (r *reading) carries(out []trigger, i int, w stance.Word, q *lang.Reading, claim int) []trigger {
	g := r.V
	if i > r.Start && q.Prefix == 0 && (q.Feat&lang.Present != 0 && r.Tokens[i-1].In(g.Already) || r.Necessity(i-1)) {
		return out // it may be so, or must be
	}
	if claim >= 0 && !r.wished(i, q) && (q.Feat&(lang.Participle|lang.Accusative) != lang.Participle || w.Only&stance.OnlyVerb == 0 || r.Tokens[i].Feats&lang.Past == 0) && q.Lemma == r.Rec.Claims[claim].Cue.Lemma && q.Feat&(lang.Passive|lang.Active) != lang.Passive && w.Stance != "" && w.Only&stance.OnlyNarrated == 0 && !(w.Only&stance.OnlyPresent != 0 && (w.Stance == "commits" && q.Feat&lang.Past != 0 || w.Only&stance.OnlyVerb != 0 && q.Feat&lang.Present == 0)) && (q.Cue != nil || q.Feat&lang.Verb != 0) && !(q.Feat&lang.Masdar != 0 && w.Frames&stance.Whom != 0) {
		out = r.add(out, i, rule.Cue, w, q, claim)
	}
	switch {
	case q.Feat&lang.Verb != 0:
		if r.Nominal(i, q) {
			return out
		}
		return r.verb(out, i, w, q)
	case q.Feat&lang.Participle != 0 && q.Feat&(lang.Article|lang.Passive|lang.Accusative) == 0 && q.Feat&(lang.Feminine|lang.Plural) != lang.Feminine|lang.Plural && w.Stance != "" && w.Only&stance.OnlyVerb == 0:
		return r.add(out, i, rule.State, w, q, -1)
	}
	return out
}

// verb adds what a finite verb can be.
func (r *reading) verb(out []trigger, i int, w stance.Word, q *lang.Reading) []trigger {
	g := r.V
	if q.Feat&lang.Pronoun != 0 && w.Frames&(stance.Obj|stance.Clause|stance.As) == 0 {
		return out
	}
	if q.Feat&(lang.First|lang.Dual) != 0 && r.Grammar.Nounish(&r.Tokens[i]) {
		return out // "half" could be "we describe", "a request" "they both asked"
	}
	if w.Only&stance.OnlyPresent != 0 && q.Feat&lang.Present == 0 || w.Stance != "" && r.Shortened(&r.Tokens[i], q) {
		return out
	}
	never, future := false, q.Feat&lang.Future != 0
	if i > r.Start && q.Feat&lang.Conjunction == 0 {
		p := &r.Tokens[i-1]
		never = r.Is(i-1, stance.KeyNever)
		future = future || r.Is(i-1, stance.KeyWill)
		if p.In(g.Negation) && !never && w.Stance == "" || p.In(g.Already) && q.Feat&lang.Past == 0 || r.Is(i-1, stance.KeyMay) {
			return out // it may be so
		}
	}
	switch {
	case never && q.Feat&lang.Present != 0:
		return r.add(out, i, rule.Never, w, q, -1)
	case never:
		return out
	case q.Feat&lang.Passive != 0 && q.Feat&lang.Active == 0 && w.Frames&stance.Passed == 0:
		return out
	case w.Frames&stance.Passed != 0:
		if q.Feat&lang.First != 0 {
			return out
		}
		if future || w.Stance != "" {
			return r.add(out, i, rule.Passed, w, q, -1)
		}
		return out
	case future:
		return r.add(out, i, rule.Will, w, q, -1)
	case w.Stance == "", r.wished(i, q):
		return out
	}
	return r.add(out, i, rule.Verb, w, q, -1)
}

// wished reports whether "that" stands right before a verb in the present: "that it may", which nobody
// says is so.
func (r *reading) wished(i int, q *lang.Reading) bool {
	return q.Feat&(lang.Verb|lang.Present) == lang.Verb|lang.Present && q.Prefix == 0 && i > r.Start && r.Complementiser(i-1) && !r.Tokens[i-1].Has(lang.Function|lang.Pronoun)
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
		case kind == rule.Never, (kind == rule.Will || kind == rule.Passed && r.Is(i-1, stance.KeyWill)) && q.Feat&lang.Future == 0:
			c.from = i - 1
		case p.In(r.V.Negation) && p.In(r.V.Relative) && q.Feat&(lang.Verb|lang.Pronoun) == lang.Verb|lang.Pronoun: // what it holds to be
			if w.Frames&stance.As == 0 {
				return out
			}
		case p.In(r.V.Negation) && p.In(r.V.Relative) && q.Feat&(lang.Verb|lang.Present) == lang.Verb|lang.Present: // what it intends
		case p.In(r.V.Negation) && p.Feats&(lang.Function) != 0:
			c.from, c.negated = i-1, true
		}
	}
	if c.negated && w.Negated == "" || !c.negated && w.Only&stance.OnlyNegated != 0 {
		return out
	}
	return append(out, c)
}

var _ match.Parts = (*reading)(nil)
