// Package near tells what stands about a word that may name a happening: whether the rules that
// list it find there what they ask for, and nothing of what they ask against.
//
// It promises that it looks only in the clause of that word. Which words name a happening, and
// who takes part in it, it does not ask.
package near

import (
	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role"
	"riwaya/internal/role/frame"
)

// Reader reads the clauses of one text. Its zero value is not ready: see [Reader.Reset]. It is
// for one goroutine, and keeps its memory from text to text.
type Reader struct {
	role.Reader
	rules *rule.Rules
	verb  bool // what is asked about is a verb
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the
// record.
func (r *Reader) Reset(all *rule.Rules, t *lang.Text, rec *riwaya.Record) {
	r.rules = all
	r.Reader.Reset(all.Words, t, rec)
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() {
	r.Reader.Forget()
	r.rules = nil
}

// Meets reports whether all that the rule asks for stands about chunk i.
func (r *Reader) Meets(what *rule.Rule, i int) bool {
	return r.prepared(what, i) && (len(what.With) == 0 || r.stands(what, what.With, i, true)) && (len(what.Without) == 0 || !r.stands(what, what.Without, i, false))
}

// prepared reports whether one of the prepositions that the rule needs stands behind chunk i.
func (r *Reader) prepared(what *rule.Rule, i int) bool {
	if what.Needs == 0 || r.Said(what, r.C[i].Head) {
		return true
	}
	for j := i + 1; j < len(r.C) && j < i+7; j++ {
		c := &r.C[j]
		switch c.Kind {
		case clause.NounPhrase:
			if x, ok := frame.SlotOf(c.Prep); ok && what.Needs.Has(x) {
				return true
			}
		case clause.Adverb:
			if x, ok := frame.SlotOf(r.Pronominal(j)); ok && what.Needs.Has(x) {
				return true // against them
			}
		case clause.That:
			return what.Needs.Has(frame.BehindBi) && r.K[c.Head].Has(lang.With) // of this: that
		case clause.Relative:
			if r.C[i].Kind == clause.Verb || j+1 == len(r.C) || r.C[j+1].Kind != clause.Verb || r.SupportOf(j+1) == "" {
				return false
			}
			j++ // the operations that they carry out against
		case clause.Verb, clause.Opens, clause.Stop:
			return false
		}
	}
	return false
}

// stands reports whether something of these stands in the clause of chunk i: behind it, or,
// where it is a verb, right before it. What only says where, when or with whom is not looked at,
// unless the rule needs it. What a pronoun may stand for is looked at only for what is wanted there.
func (r *Reader) stands(what *rule.Rule, keys []rule.Near, i int, wanted bool) bool {
	noun := r.C[i].Kind != clause.Verb
	r.verb = !noun
near:
	for j := i; j < len(r.C) && j < i+6; j++ {
		c := &r.C[j]
		if j > i && c.Kind == clause.Verb && !c.Joined && r.K[c.Head].Has(lang.Noun|lang.Accusative) && r.asked(c.Head, keys, true) {
			return true // pictures, no verb
		}
		if j > i && (c.Kind != clause.NounPhrase && c.Kind != clause.Adverb && c.Kind != clause.Comma || c.Joined && !c.Listed) {
			break
		}
		some := j == i+1 && c.Prep == "from" && (r.StandsFor(r.C[i].To-1, true) || noun && c.Actor < 0 && c.Place < 0) // a number of them, shells of what
		if p := c.Prep; j > i && !some && !what.NeedsBehind(p) && (p == "with" || p == "near" || noun && p != "" && p != "of" && p != "to" && p != clause.For && p != "on" && p != "against") {
			switch harms := !wanted && what.Harm; { // hurt by illness, wherever and with whom
			case harms && p == "bi":
			case noun && what.Needs == 0 && !harms:
				break near
			default:
				continue
			}
		}
		if r.holds(what, keys, j, i, false) {
			return true
		}
	}
	if noun {
		return false
	}
	object := wanted && r.C[i].Pronoun // a plane that they brought down: whatever stands before it
	for j := i - 1; j >= 0 && j > i-4; j-- {
		k := r.C[j].Kind
		if k == clause.Relative && j == i-1 {
			object = wanted
			continue // the mines that they laid
		}
		if k != clause.NounPhrase && k != clause.Adverb {
			break
		}
		if r.holds(what, keys, j, i, object) {
			return true
		}
	}
	return false
}

// holds reports whether chunk j is or holds something of these; the head of chunk i, which is
// asked for, is not looked at. What a pronoun may stand for is an object whatever its preposition.
func (r *Reader) holds(what *rule.Rule, keys []rule.Near, j, i int, object bool) bool {
	c := &r.C[j]
	for _, w := range keys {
		if w.Head { // only words have heads, but a noun may be bound to a place
			if w.Key == rule.NearPlace && j == i && len(r.PlacesIn(r.K[r.first(c, true)].Start, r.K[c.To-1].End)) > 0 {
				return true
			}
			continue
		}
		switch key := w.Key; {
		case key == rule.NearPlace && c.Kind == clause.NounPhrase && (j != i && c.Place >= 0 || c.Actor < 0 && len(r.PlacesIn(r.K[r.first(c, j == i)].Start, r.K[c.To-1].End)) > 0):
			return true
		case key == rule.NearParty && c.Kind == clause.NounPhrase && j != i && (c.Actor >= 0 || r.StandsFor(c.Head, true) || r.StandsFor(c.Head, false)):
			return true
		case key == rule.NearArmed && c.Kind == clause.NounPhrase && j != i && c.Prep != "" && c.Figure < 0 && r.armed(c):
			return true
		case key == rule.NearLand && c.Kind == clause.NounPhrase && r.land(c, j, i):
			return true
		case key == rule.NearToll && c.Figure >= 0:
			if p := r.Rec.Figures[c.Figure].Predicate; p == "killed" || p == "injured" {
				return true
			}
		}
	}
	head := r.first(c, j == i)
	heads := c.Kind == clause.NounPhrase && (object || c.Prep == "" || j == i || c.Prep == "on" && what.Aims(frame.BehindOn) || c.Prep == "from" && j == i+1 && r.StandsFor(r.C[i].To-1, true))
	for t := c.From; t < c.To; t++ {
		if (j != i || t != c.Head) && r.asked(t, keys, heads && (t == head || c.Figure >= 0)) {
			return true
		}
	}
	return false
}

// land reports whether chunk j is ground that is taken: an object, what a noun is bound to (chunk i asks), or what the verb of a
// relative clause stands for. A preposition says where something else is, but for some of it: a number of villages.
func (r *Reader) land(c *clause.Chunk, j, i int) bool {
	from := c.From
	switch {
	case j == i && r.K[c.Head].Has(lang.Pronoun):
		return r.named(i) // took the town, after they besieged it
	case j == i:
		from = c.Head + 1
	case j < i:
		if r.C[i-1].Kind != clause.Relative || j != i-2 {
			return false
		}
	case c.Actor >= 0:
		return false
	case c.Prep == "from" && r.C[j-1].Kind == clause.NounPhrase && (j-1 == i || r.C[j-1].Prep == "") && r.C[j-1].Place < 0:
		if h := &r.K[r.C[j-1].To-1]; !h.In(r.rules.Amount) && r.C[j-1].Figure < 0 && !r.asked(r.C[j-1].To-1, ofGround, true) {
			return false
		}
	case c.Prep != "" && !(c.Prep == clause.For && r.C[i].Kind != clause.Verb):
		return false // but the army's retaking of the town
	}
	return r.holdsLand(from, c.To)
}

// named reports whether ground is named before chunk i, for which a pronoun there may stand.
func (r *Reader) named(i int) bool {
	for j := range i {
		if c := &r.C[j]; c.Kind == clause.NounPhrase && r.holdsLand(c.From, c.To) {
			return true
		}
	}
	return false
}

func (r *Reader) holdsLand(from, to int) bool {
	for t := from; t < to; t++ {
		if r.K[t].In(r.rules.Grounds) || r.asked(t, ofGround, true) {
			return true
		}
	}
	return from < to && len(r.PlacesIn(r.K[from].Start, r.K[to-1].End)) > 0
}

// ofGround asks for words of ground, and of parts of it: most of the town.
var ofGround = []rule.Near{{Key: "ground"}}

// armed reports whether a phrase names somebody armed, at its head or behind it: the ranks of the group.
func (r *Reader) armed(c *clause.Chunk) bool {
	for i := c.Head; i < c.To; i++ {
		if a, _ := r.ActorAt(i); a >= 0 {
			return r.Armed(a)
		}
		if r.StandsFor(i, true) {
			return true
		}
	}
	return false
}

// first is the token of a chunk that is asked for first: its head, or, of the chunk whose head
// asks, what that is bound to.
func (r *Reader) first(c *clause.Chunk, own bool) int {
	if !own || c.Head+1 >= c.To {
		return c.Head
	}
	t := c.Head
	for t+2 < c.To && !r.K[t].In(r.rules.Coded) {
		t++ // the wake of taking apart a cell
	}
	t++
	for t+1 < c.To && (r.K[t].Kind == lang.MarkKind || r.K[t].In(r.rules.Amount)) {
		t++ // «cells», any plot
	}
	return t
}

// asked reports whether a word or phrase of [event-near] with one of the keys begins at token
// t, which is the head of a phrase or not.
func (r *Reader) asked(t int, keys []rule.Near, head bool) bool {
	k := &r.K[t]
	if k.Word == nil {
		return false
	}
	if k.Starts&lang.StartsPhrase != 0 && k.Word.Begins.Meets(r.rules.NearWord) {
		if _, p := r.T.PhraseAt(t, r.rules.NearWord); p != nil && r.wanted(p.Key, keys, k, head) {
			return true
		}
	}
	if !k.In(r.rules.NearWord) {
		return false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(r.rules.NearWord) && r.wanted(q.Key, keys, k, head) {
			return true
		}
	}
	return false
}

// wanted reports whether one of the keys asks for a word of that key which token k is, the
// head of a phrase or not.
func (r *Reader) wanted(key string, keys []rule.Near, k *lang.Token, head bool) bool {
	for i := range keys {
		if w := &keys[i]; w.Key == key && (head || !w.Head) && !(w.Bare && k.Has(lang.Article)) && (r.verb || !w.Verb) {
			return true
		}
	}
	return false
}

// Takes reports whether phrase j is what a rule asks for as a thing that was not named before: it is what
// is sent, and not who sends it.
func (r *Reader) Takes(what *rule.Rule, j int) bool {
	for n := range what.With {
		if what.With[n].Bare {
			return r.asked(r.C[j].Head, what.With, true)
		}
	}
	return false
}

// Part reports whether the head of phrase j is a word that a rule asks for beside its own: the two name one happening.
func (r *Reader) Part(what *rule.Rule, j int) bool {
	return len(what.With) > 0 && r.asked(r.C[j].Head, what.With, true)
}

// Near appends to at the tokens at which words of [event-near] with that key begin.
func (r *Reader) Near(at []int, key string) []int { return r.T.AllKeyed(at, r.rules.NearWord, key) }

// Objectless reports whether the verb of chunk i has nothing for its object: no pronoun, and
// no noun phrase behind it but one of a party.
func (r *Reader) Objectless(i int) bool {
	if r.C[i].Pronoun {
		return false
	}
	for j := i + 1; j < len(r.C); j++ {
		switch c := &r.C[j]; {
		case c.Kind == clause.Adverb, c.Kind == clause.Comma:
		case c.Kind != clause.NounPhrase || c.Joined:
			return true
		case c.Bare() && c.Actor < 0 && !r.StandsFor(c.Head, true):
			return false
		}
	}
	return true
}

// Pronominal is the key of the preposition of chunk j, which is one with a pronoun: against
// them; "" if it is none.
func (r *Reader) Pronominal(j int) string {
	k := &r.K[r.C[j].Head]
	if r.C[j].Kind != clause.Adverb || k.Word == nil || !k.Has(lang.Function|lang.Pronoun) {
		return ""
	}
	return r.PrepOf(k)
}

// Accident reports whether an accident or a disaster stands behind chunk i, before a clause of its own begins: they died in a collision,
// and were hurt in a flood. A verb that is joined goes on, and what only happened meanwhile.
func (r *Reader) Accident(i int) bool {
	for j := i; j < len(r.C); j++ {
		c := &r.C[j]
		if c.Kind == clause.Stop && r.K[c.From].Is(lang.Stop) || c.Kind == clause.That || c.Kind == clause.Relative {
			return false
		}
		for t := c.From; t < c.To; t++ {
			if r.Keyed(t, "accident") {
				return true
			}
		}
	}
	return false
}
