package position

import (
	"riwaya"
	"riwaya/internal/event/game"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/position/rule"
	"riwaya/internal/position/trigger"
	"riwaya/internal/position/whose"
	"riwaya/internal/stance"
)

// reading is the state of reading one text.
type reading struct {
	whose.Reader
	f    *Finder
	m    match.Matcher
	last last // the position before in the sentence
	game game.Text
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
	r.m.Text, r.m.Parts, r.Cur, r.Word = nil, nil, trigger.Word{}, stance.Word{}
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
		var buf [8]trigger.Word
		all := trigger.All(&r.Sentence, at, buf[:0])
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
func (r *reading) try(all []trigger.Word) (int, bool) {
	for _, c := range all {
		r.Cur = c
		r.bound()
		r.Word = c.Word
		r.At, r.CueEnd, r.By, r.Subject, r.Governed = c.At, c.To, c.By, -1, -1
		r.m.Trigger(c.From)
		rules := r.f.rules[c.Kind]
		for n := range rules {
			u := &rules[n]
			if !r.suits(u) {
				continue
			}
			if r.Word.Frames = c.Word.Frames; u.Doer && c.Word.Only&stance.OnlyStart != 0 {
				r.Word.Frames &^= stance.Obj // its object stands behind a preposition then
			}
			captures, ok, _ := r.m.Match(u.Compiled, u.Index, c.From, c.To, 0)
			if ok && r.settle(u, captures) {
				return c.To, true
			}
		}
	}
	return 0, false
}

// bound sets the limit of the content: the end of the sentence, or of the claim's content
// in which the trigger stands.
func (r *reading) bound() {
	r.Limit = r.End
	at := r.Tokens[r.Cur.At].Span()
	r.Around = r.Inner(at)
	if r.Around < 0 {
		return
	}
	for _, s := range r.Rec.Claims[r.Around].Content.Spans {
		if !s.Contains(at) {
			continue
		}
		for r.Limit > r.Cur.To && r.Tokens[r.Limit-1].End > s.End {
			r.Limit--
		}
	}
}

// suits reports whether the word is one that the rule is for.
func (r *reading) suits(u *rule.Rule) bool {
	c := &r.Cur
	switch {
	case u.Joined && !r.Tokens[c.From].Has(lang.Conjunction):
	case u.Person == "first" && (c.By.Feat&lang.First == 0 || c.By.Feat&lang.Plural == 0 && !r.plainlyI()), u.Person == "third" && c.By.Feat&lang.First != 0:
	case u.Pronoun == "yes" && c.By.Feat&lang.Pronoun == 0, u.Pronoun == "no" && c.By.Feat&lang.Pronoun != 0:
	case u.Whose == rule.BySource && c.Claim < 0:
	case c.Word.Only&stance.OnlyStart != 0 && !u.Starts && !u.Says, u.Says && c.By.Feat&lang.For != 0:
	case (u.Whose == rule.ByNamed || u.Whose == rule.ByClause) && len(r.Named) == 0 && !u.Nation:
	case u.Whose == rule.BySpeaker && r.Around < 0 && c.Kind != rule.Noun && c.Kind != rule.Need:
	case u.Whose == rule.ByLast && r.last.actor < 0:
	default:
		return true
	}
	return false
}

// plainlyI reports whether the verb of the trigger, one of "I", can be nothing else.
func (r *reading) plainlyI() bool {
	t := &r.Tokens[r.Cur.At]
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Feat&(lang.Noun|lang.Guess) != 0 || q.Feat&lang.Past != 0 && q.Feat&(lang.Passive|lang.Active) != lang.Passive {
			return false
		}
	}
	return r.Cur.By.Feat&lang.Present != 0
}

var _ match.Parts = (*reading)(nil)
