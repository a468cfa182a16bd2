package role

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// SubjectAndObject are the chunks of the subject and the object of the verb in chunk v, -1
// where it has none or which is which cannot be told; passive says that its object is what
// looks like its subject. rule is what is known of the verb as one that names a happening,
// nil where it is asked about as any other.
func (r *Reader) SubjectAndObject(v int, rule *frame.Verb) (subj, obj int, passive bool) {
	n := 0
	if rule != nil {
		n = 1
	}
	if a := &r.asked[v][n]; a.known && a.rule == rule {
		return a.subj, a.obj, a.passive
	}
	subj, obj, passive = r.subjectAndObject(v, rule)
	a := &r.asked[v][n]
	a.rule, a.subj, a.obj, a.passive, a.known = rule, subj, obj, passive, true
	return subj, obj, passive
}

func (r *Reader) subjectAndObject(v int, rule *frame.Verb) (subj, obj int, passive bool) {
	c := &r.C[v]
	q := c.Reading
	before, relative := r.ahead(v)
	if relative && !c.Pronoun && !r.acting(v) {
		before = -1
	}
	if rule != nil && c.Joined && v > 1 && r.C[v-1].Kind == clause.Verb && r.C[v-1].Pronoun && r.C[v-2].Kind == clause.Relative && !c.Pronoun {
		return -1, -1, false // that they carry out and that hit the group: who hits, whom, no letter tells
	}
	var two [2]int
	behind := r.phrasesBehind(v, two[:0])
	if before >= 0 && !relative && len(behind) > 1 && r.C[before].Place >= 0 && r.C[before].Actor < 0 && r.Arm(behind[0]) {
		before = -1 // in the province, the south of the land, warships destroyed boats
	}
	fits := before >= 0 && (r.Agree(q, before) || relative && (r.relates(v) || r.describes(v, before)))
	if before >= 0 && rule != nil && rule.Harm && rule.Passive && !c.Pronoun && len(behind) > 0 && ((r.C[before].Figure >= 0 || r.Suffers(before)) && !r.undergoes(v, behind[0]) || r.Person(before) && q.Feat&lang.Past != 0 && (r.apart(v, behind[0]) || r.C[behind[0]].Actor < 0 && r.C[behind[0]].To == r.C[behind[0]].Head+1 && r.C[behind[0]].Reading != nil && r.C[behind[0]].Reading.Feat&(lang.Accusative|lang.Masdar|lang.Guess) == lang.Accusative|lang.Masdar)) {
		behind = behind[:0] // seven of them were killed, besides
	}
	switch {
	case onlyPassive(r.K[c.Head].Word, q.Lemma), rule != nil && len(behind) < 2 && r.Voweled(v):
		if before < 0 && len(behind) > 0 {
			before = behind[0]
		}
		return -1, before, true
	case rule != nil && rule.Passive && !c.Pronoun && len(behind) == 0 && before >= 0 && r.doneBy(v+1):
		return -1, before, true // she was attacked by the army
	case rule != nil && rule.Passive && !c.Pronoun && len(behind) == 1 && behind[0] == v+1 && before < 0 && r.doneBy(v+2):
		return -1, behind[0], true
	case q.Feat&lang.First != 0 && len(behind) > 0:
		return -1, behind[0], false // we met the minister
	case q.Feat&lang.First != 0:
		return -1, -1, false
	case c.Pronoun && !relative && fits && len(behind) == 0 && rule != nil && r.C[before].Definite && (r.Acts(before) || q.Feat&(lang.Plural|lang.Dual) != 0 && r.StandsFor(r.C[before].Head, true)):
		return before, -1, false // the police arrested them
	case c.Pronoun && relative && before >= 0 && fits && len(behind) == 0 && r.Others(v, before):
		return before, -1, false // the forces which let them return
	case c.Pronoun:
		if !relative {
			before = -1 // whom the pronoun takes up is not asked
		}
		if len(behind) > 0 && !r.WordOblique(r.C[behind[0]].Head) {
			return behind[0], before, false
		}
		if before < 0 && !relative && !c.Ambiguous {
			if at := r.same(v); at >= 0 && r.another(q, at, v) {
				return at, -1, false // he met him and invited him
			}
			return -1, -1, false
		}
		return -1, before, false
	case before < 0 && len(behind) == 1 && rule != nil && rule.Target.Has(frame.Object) && r.controlled(v):
		return -1, behind[0], false // he tried to attack the army
	case rule != nil && rule.Target.Has(frame.Object) && len(behind) == 1 && v > 0 && r.C[v-1].Kind == clause.Adverb && r.K[r.C[v-1].Head].In(r.w.was) && r.apart(v, behind[0]):
		return -1, behind[0], false // a bomb was found that was aimed, most likely, at the police
	case before < 0 && r.pronominal(v):
		if len(behind) > 0 {
			return -1, behind[0], false // that he met the minister
		}
		return -1, -1, false
	case before >= 0 && len(behind) > 0 && r.C[behind[0]].Figure < 0 && r.WordOblique(r.C[behind[0]].Head):
		if !fits {
			before = -1
		}
		return before, behind[0], false // who fights the rebels
	case before >= 0 && len(behind) == 0 && rule != nil && rule.Passive && !rule.Alone && !r.Governs(v, rule) && !r.sharesObject(v):
		if fits && !rule.Harm && r.Acts(before) && (r.Farther(v) >= 0 || rule.Arms && (r.Means(v+1) || v+1 < len(r.C) && r.C[v+1].Prep == "bi" && r.Named(v+1))) {
			return before, r.Farther(v), false // the army shelled, with six raids, positions
		}
		return -1, before, true
	case before >= 0 && relative && len(behind) > 1 && (r.C[before].Prep != "" && !r.C[before].Definite && r.C[before].Actor < 0 && (!r.Named(before) || r.C[behind[1]].Actor >= 0) || !fits):
		return behind[0], behind[1], false // an attack of which they accused the group
	case before >= 0 && relative && len(behind) > 1 && rule != nil && r.takenUpBy(v, behind[0], behind[1]):
		return behind[0], behind[1], false // the state with which the army refuses to work, whose ties they condemn
	case before >= 0 && relative && len(behind) > 0 && q.Feat&(lang.Plural|lang.Dual) != 0 && r.resumed(v, behind[0]):
		return -1, behind[0], false // speeches in which they attacked it
	case before >= 0 && relative && len(behind) > 0 && rule != nil && rule.Target.Has(frame.Object) && r.resumed(v, behind[0]) && (r.Suffers(behind[0]) || rule.Harm && rule.Passive && q.Feat&lang.Past != 0 && len(behind) == 1):
		return -1, behind[0], true // where civilians were hit, two soldiers were killed
	case before >= 0 && relative && len(behind) > 0 && rule != nil && !rule.Target.Has(frame.Object) && (!rule.Passive || q.Feat&lang.Feminine != 0) && behind[0] == v+1 && r.Acts(behind[0]) && !r.National(r.C[behind[0]].Actor) && r.Agree(q, behind[0]) && r.TakenUp(v, behind[0]):
		return behind[0], -1, false // the general whom the council voted on
	case before >= 0 && relative && len(behind) > 0 && rule != nil && r.owned(v, behind[0]):
		return -1, -1, false // in whose house they found
	case before >= 0 && relative && len(behind) > 0 && (r.resumed(v, behind[0]) || !fits):
		return behind[0], -1, false // the ground that they took hold of
	case before >= 0 && relative && len(behind) == 0 && r.C[before].Prep != "" && r.C[v-1].Kind == clause.Relative && v+1 < len(r.C) && r.TakesPronoun(&r.C[v+1]) && r.K[r.C[v+1].Head].Has(lang.Function|r.C[v-1].Takes) && r.PrepOf(&r.K[r.C[v+1].Head]) == clause.For:
		return -1, -1, false // the deal with the state which allows it to
	case before >= 0 && !relative && rule != nil && !rule.Target.Has(frame.Object) && len(behind) == 1 && r.C[behind[0]].Actor >= 0 && !c.Joined && v+1 < len(r.C) && r.TakesPronoun(&r.C[v+1]) && r.Agree(q, behind[0]):
		return behind[0], -1, false // the town, the army took hold of it
	case before >= 0 && !fits:
		return -1, -1, false
	case before >= 0:
		if len(behind) > 0 {
			return before, behind[0], false
		}
		return before, -1, false
	case len(behind) == 0:
		return r.same(v), -1, false
	case q.Feat&(lang.Plural|lang.Dual) != 0:
		return r.same(v), behind[0], false // they did it: who, stands before
	case rule != nil && rule.Passive && q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine && r.Men(behind[0]) && len(behind) == 1:
		return r.same(v), behind[0], false // the police raided it and killed five
	case rule != nil && rule.Harm && rule.Passive && c.Joined && q.Feat&lang.Present != 0 && q.Feat&lang.Feminine == 0 && len(behind) == 1 && r.C[behind[0]].Figure >= 0 && r.forceBefore(v):
		return r.same(v), behind[0], false // the army storms the village and kills five
	case rule != nil && rule.Harm && r.C[behind[0]].Figure >= 0:
		return -1, behind[0], true // five of the group were killed
	case rule != nil && r.Oblique(behind[0]):
		return r.same(v), behind[0], false
	case rule != nil && rule.Passive && len(behind) == 1 && r.same(v) >= 0:
		return r.same(v), behind[0], false // the army attacked the town and killed five
	case c.Joined && q.Cue != nil && q.Cue.Has("put") && len(behind) == 1 && r.same(v) >= 0:
		return r.same(v), behind[0], false // he welcomed it and urged all sides
	case len(behind) > 1 && r.Agree(q, behind[0]) && !r.Adverbial(behind[1]):
		return behind[0], behind[1], false
	case len(behind) > 1 && r.Agree(q, behind[0]) && r.Arm(behind[0]):
		return behind[0], behind[1], false // warplanes struck targets
	case rule != nil && rule.Arms && r.C[behind[0]].Definite && r.Arm(behind[0]) && r.Agree(q, behind[0]):
		return behind[0], -1, false // warplanes bombed, with what was bombed further on
	case rule != nil && rule.Target.Has(frame.Object) && !rule.Alone && r.Arm(behind[0]):
		return -1, -1, false // what they did, or what was done to them
	case rule != nil && rule.Harm && behind[0]+1 < len(r.C) && r.C[behind[0]+1].Kind == clause.Adverb && r.Countryman(behind[0]+1) && r.Acts(behind[0]) && r.Agree(q, behind[0]):
		return behind[0], -1, false // the army killed a Palestinian
	case rule != nil && rule.Target.Has(frame.Object) && r.C[behind[0]].Actor < 0 && (r.C[behind[0]].Place >= 0 || r.StandsFor(r.C[behind[0]].Head, false) && !r.StandsFor(r.C[behind[0]].Head, true)):
		return r.same(v), behind[0], false // it hit positions
	case rule != nil && rule.Alone && (relative || !rule.Both) && rule.Target.Has(frame.Object) && (r.Suffers(behind[0]) || r.C[behind[0]].Figure >= 0 && !r.Acts(behind[0]) && !r.Fighters(behind[0])):
		return r.same(v), behind[0], false // it hit civilians
	case rule != nil && rule.Target.Has(frame.Object) && (rule.Alone || !rule.Passive) && len(behind) == 1 && behind[0] == v+1 && !r.Agree(q, behind[0]) && !(rule.Alone && r.People(behind[0])):
		return r.same(v), behind[0], false // and urged the group
	case rule != nil && rule.Alone && rule.Target.Has(frame.Object) && len(behind) == 1 && r.Keyed(r.C[behind[0]].Head, "remnant"):
		return r.same(v), behind[0], false // it advances and chases what is left of the group
	case rule != nil && c.Joined && len(behind) == 1 && behind[0] == v+1 && r.Bars(v):
		return r.same(v), behind[0], false // and she forbids the coming of aid: an action is no "she"
	case rule != nil && c.Joined && q.Feat&lang.Present != 0 && rule.Target.Has(frame.Object) && len(behind) == 1 && behind[0] == v+1 && !r.Governs(v, rule) && r.goesOnFrom(v):
		return -1, -1, false // she works for it, and supports the militias
	case rule != nil && !rule.Passive && rule.Target.Has(frame.Object) && !c.Joined && q.Feat&lang.Present != 0 && len(behind) == 1 && behind[0] == v+1 && v > 1 && r.C[v-1].Kind == clause.Comma && r.C[v-2].Bare() && r.C[v-2].Actor >= 0 && r.Agree(q, v-2):
		return -1, -1, false // their ally, Turkey, supports the group: who stands before the comma may do it
	case rule != nil && rule.Alone && !rule.Both && rule.Target.Has(frame.Object) && r.C[behind[0]].Figure >= 0 && len(behind) == 1 && r.Fighters(behind[0]) && !r.Governs(v, rule):
		return -1, -1, false // dozens of the rebels: they captured, or were captured
	case rule != nil && rule.Both && r.Keyed(c.Head, "meets") && !r.Accompanied(behind[0]) && (r.FollowsOn(v) || c.Joined && r.same(v) >= 0):
		return r.same(v), behind[0], false // where he met the minister
	case rule != nil && (rule.Alone || !rule.Passive) && (r.Agree(q, behind[0]) || rule.Alone && r.People(behind[0])):
		return behind[0], -1, false
	case rule != nil && rule.Alone && !r.C[v].Joined:
		return -1, -1, false
	case rule == nil:
		return behind[0], -1, false
	case r.Acts(behind[0]) && (r.C[behind[0]].Definite && !(rule.Harm && q.Feat&lang.Past != 0 && !r.K[r.C[behind[0]].Head].Has(lang.Noun|lang.Plural) && !r.K[r.C[behind[0]].Head].Has(lang.Noun|lang.Dual) && r.Somebody(behind[0]) && (behind[0]+1 == len(r.C) || !r.C[behind[0]+1].Bare() && (r.C[behind[0]+1].Kind != clause.Verb || r.C[behind[0]+1].Joined))) || !rule.Harm):
		return -1, -1, false // who it is done by, or whom to: no letter tells
	case r.AfterComma(behind[0]):
		return -1, -1, false // members of the group kidnapped, in the evening, the commander
	}
	return -1, behind[0], true
}

// pronominal reports whether the subject of the verb of chunk v is a pronoun right before it, on
// a complementiser or alone: that he met, and she attacks. What stands behind is not who did it.
// Where it does not agree it only opens the clause: that (it is so) the town fell.
func (r *Reader) pronominal(v int) bool {
	j := v - 1
	for j >= 0 && (r.C[j].Kind == clause.Negation || r.C[j].Kind == clause.Adverb && r.K[r.C[j].Head].In(r.w.grammar.Already)) {
		j--
	}
	if j < 0 || r.C[j].Kind != clause.That && r.C[j].Kind != clause.Opens && r.C[j].Kind != clause.Adverb {
		return false
	}
	k, q := &r.K[r.C[j].Head], r.C[v].Reading
	if r.C[j].Kind == clause.Adverb || k.Word == nil {
		return r.C[j].Kind == clause.Adverb && (r.StandsAlone(r.C[j].Head) || j < v-1 && r.pointing(j)) && !r.C[v].Joined
	}
	many, gender := q.Feat&(lang.Plural|lang.Dual) != 0, q.Feat&(lang.Masculine|lang.Feminine)
	switch i := r.C[j].Head; { // written as one word
	case r.Keyed(i, "as-he") && !many && gender != lang.Feminine, r.Keyed(i, "as-she") && !many && gender != lang.Masculine, r.Keyed(i, "as-they") && many:
		return true
	}
	for n := range k.Word.Readings {
		switch f := k.Word.Readings[n].Feat; {
		case f&lang.Function == 0:
		case f&lang.Him != 0 && !many && gender != lang.Feminine, f&lang.Her != 0 && !many && gender != lang.Masculine, f&lang.Them != 0 && many:
			return true
		}
	}
	return false
}

// pointing reports whether chunk j is "this" or "that" by itself, with which a clause begins: this did not keep them from it.
func (r *Reader) pointing(j int) bool {
	if c := &r.C[j]; c.To != c.From+1 || !r.Keyed(c.Head, "that-alone") {
		return false
	}
	return j == 0 || r.C[j-1].Kind == clause.Opens || r.C[j-1].Kind == clause.That || r.C[j-1].Kind == clause.Stop || r.C[j-1].Kind == clause.Comma
}

// StandsAlone reports whether the word at token i is a pronoun that stands alone: they, and she.
func (r *Reader) StandsAlone(i int) bool {
	w := r.K[i].Word
	return w != nil && !r.K[i].In(r.w.was) && w.Some(func(q *lang.Reading) bool {
		return q.Classes.Meets(r.w.grammar.Pronoun) && q.Feat&(lang.With|lang.For|lang.Like|lang.Pronoun) == 0
	})
}

// Fronted is the pronoun that stands alone before the verb of chunk v for its subject, -1 if none does:
// they, by now, do not.
func (r *Reader) Fronted(v int) int {
	show := Elided(r.C[v].Reading).Feat
	for j := v - 1; j >= 0 && (r.C[j].Kind == clause.Negation || r.C[j].Kind == clause.Adverb); j-- {
		if i := r.C[j].Head; r.C[j].Kind == clause.Adverb && r.StandsAlone(i) && r.K[i].Word.Some(func(q *lang.Reading) bool { return standing[q.Key]&show != 0 }) {
			return j
		}
	}
	return -1
}

// standing is what the keys of pronouns that stand alone show.
var standing = map[string]lang.Feat{"he": lang.Him, "she": lang.Her, "they": lang.Them}

// goesOnFrom reports whether a verb in the present stands before that of chunk v in its clause,
// with no noun phrase of its own behind it: both may have a subject that is not named again.
func (r *Reader) goesOnFrom(v int) bool {
	for j := v - 1; j >= 0; j-- {
		switch c := &r.C[j]; c.Kind {
		case clause.Verb:
			var two [2]int
			return c.Reading.Feat&lang.Present != 0 && (len(r.phrasesBehind(j, two[:0])) == 0 || r.pronominal(j))
		case clause.Stop, clause.That, clause.Opens:
			return false
		}
	}
	return false
}

// undergoes reports whether phrase j is whom a verb of harm in chunk v is done to: somebody, and
// right behind it.
func (r *Reader) undergoes(v, j int) bool {
	c := &r.C[j]
	return !r.apart(v, j) && (c.Actor >= 0 || c.Figure >= 0 || r.StandsFor(c.Head, true) || r.StandsFor(c.Head, false))
}

// apart reports whether a phrase behind a preposition stands between the verb of chunk v and
// phrase j.
func (r *Reader) apart(v, j int) bool {
	return r.between(v, j, func(c *clause.Chunk) bool { return c.Kind == clause.NounPhrase && c.Prep != "" })
}

// between reports whether such a chunk stands between chunks v and to.
func (r *Reader) between(v, to int, such func(*clause.Chunk) bool) bool {
	for i := v + 1; i < to; i++ {
		if such(&r.C[i]) {
			return true
		}
	}
	return false
}

// resumed reports whether a pronoun behind a preposition stands between the verb of chunk v
// and the phrase behind it: then the relative clause belongs to whom that takes up.
func (r *Reader) resumed(v, to int) bool {
	return r.between(v, to, func(c *clause.Chunk) bool { return r.TakesPronoun(c) && (r.Acts(to) || !r.Foreign(v, c)) })
}

// owned reports whether a phrase with a pronoun, behind a preposition, stands between the verb of
// chunk v and phrase to: the relative clause may belong to whom that takes up.
func (r *Reader) owned(v, to int) bool {
	return r.between(v, to, func(c *clause.Chunk) bool { return c.Kind == clause.NounPhrase && c.Prep != "" && c.Pronoun })
}

// takenUpBy reports whether a party right behind the relative pronoun's verb in chunk v is its subject, as the phrase behind
// that, its object, or what stands right behind this, has the pronoun by which the relative pronoun is taken up.
func (r *Reader) takenUpBy(v, subj, obj int) bool {
	takes := r.C[v-1].Takes
	if takes == 0 || subj != v+1 || obj != subj+1 || r.C[subj].Listed || !r.Acts(subj) && !r.StandsFor(r.C[subj].To-1, true) || !r.Agree(r.C[v].Reading, subj) || r.MenOblique(subj) {
		return false
	}
	if n := obj + 1; n < len(r.C) && r.TakesPronoun(&r.C[n]) && r.K[r.C[n].Head].Has(lang.Function|takes) {
		return true
	} else if r.Action(obj) {
		return false
	}
	k := &r.K[r.C[obj].Head]
	return r.C[obj].To == r.C[obj].Head+1 && r.C[obj].Actor < 0 && k.Word != nil && k.Has(lang.Pronoun|takes)
}

// Governs reports whether something that the rule takes as a target stands behind a
// preposition: then the verb is no passive.
func (r *Reader) Governs(v int, rule *frame.Verb) bool {
	for j, n := v+1, v+4; j < len(r.C) && j < n; j++ {
		c := &r.C[j]
		if c.Kind == clause.Comma && j > v+1 && n < v+8 && j+1 < len(r.C) && r.C[j+1].Kind == clause.Adverb {
			n = v + 8 // he condemned, on Sunday, before the council, what
		} else if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb && (c.Kind != clause.Comma || n < v+8) {
			return false
		}
		if x, ok := frame.SlotOf(c.Prep); ok && c.Kind == clause.NounPhrase && rule.Target.Has(x) {
			return true
		}
	}
	return false
}

// ByWhom reports whether chunk n is a noun phrase behind "by".
func (r *Reader) ByWhom(n int) bool {
	return n < len(r.C) && r.C[n].Kind == clause.NounPhrase && r.C[n].Prep == "by"
}

// doneBy reports whether it is somebody: a verb before it that shows no voice is a passive.
func (r *Reader) doneBy(n int) bool { return r.ByWhom(n) && r.C[n].Actor >= 0 }

// OnlyPassive reports whether the verb of chunk v can only be read as a passive, also by the vowels that are written over it.
func (r *Reader) OnlyPassive(v int) bool {
	return onlyPassive(r.K[r.C[v].Head].Word, r.C[v].Reading.Lemma) || r.K[r.C[v].Head].In(r.w.verb) && r.Voweled(v)
}

// onlyPassive reports whether the verb can only be read as a passive.
func onlyPassive(w *lang.Word, lemma string) bool {
	any := false
	for n := range w.Readings {
		q := &w.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 || q.Lemma != lemma || q.Feat&lang.First != 0 {
			continue
		}
		any = true
		if q.Feat&lang.Active != 0 {
			return false
		}
	}
	return any
}
