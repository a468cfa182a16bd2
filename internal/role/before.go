package role

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// front is the noun phrase before the verb of chunk v that is its subject; relative says that
// the verb is that of a relative clause, which belongs to that phrase. It is -1 where there is none.
func (r *Reader) front(v int) (at int, relative bool) {
	if at, relative = r.ahead(v); relative && at >= 0 && !r.acting(v) {
		at = -1
	}
	return at, relative
}

// acting reports whether the relative pronoun before the verb of chunk v, if there is one, may
// stand for its subject.
func (r *Reader) acting(v int) bool {
	for j := v - 1; j >= 0; j-- {
		switch c := &r.C[j]; c.Kind {
		case clause.Relative:
			w := r.K[r.C[v].Head].Word
			return w.Some(func(q *lang.Reading) bool { // of the verbs that it may be, any
				return q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&lang.First == 0 && c.Acts(q)
			})
		case clause.Adverb, clause.Negation, clause.NounPhrase:
		default:
			return true
		}
	}
	return true
}

// relates reports whether a relative pronoun stands before the verb of chunk v that may stand for
// its subject.
func (r *Reader) relates(v int) bool {
	for j := v - 1; j >= 0; j-- {
		switch c := &r.C[j]; c.Kind {
		case clause.Relative:
			return c.Takes != 0 && r.acting(v)
		case clause.Adverb, clause.Negation:
		default:
			return false
		}
	}
	return false
}

// ahead is the noun phrase before the verb of chunk v that may be its subject, or, in a
// relative clause, what the clause belongs to; -1 where there is none.
func (r *Reader) ahead(v int) (at int, relative bool) {
	if at := r.waiting(v); at >= 0 {
		return at, false
	}
	if at := r.Suspected(v); at >= 0 {
		return at, false
	}
	if p := r.Begun(v); p >= 0 {
		if p+1 < v && r.C[p+1].Bare() {
			return p + 1, false // the army began to shell
		}
		if at, relative = r.ahead(p); at < 0 {
			at = r.same(p) // they entered and began to shoot
		}
		if at >= 0 && (relative || r.GoesWith(r.C[v].Reading, at)) {
			return at, relative
		}
	}
	j := v - 1
	if j >= 0 && r.C[j].Prep == "in" && r.C[j].To == r.C[j].Head+1 && !r.C[j].Definite && r.K[r.C[j].Head].In(r.w.time) {
		return -1, false // at a time when they attacked
	}
	for ; j >= 0; j-- {
		c := &r.C[j]
		if h := r.HeadOf(j); h < j && c.Bare() && c.Definite && r.C[h].Prep != "" && r.C[h].Prep != "between" && j < v-1 && r.K[r.C[v-1].Head].In(r.w.grammar.Already) {
			j = h // the army, helped by gunmen and the air force, had attacked
			continue
		}
		if c.Kind == clause.Adverb || c.Kind == clause.Negation || c.Kind == clause.NounPhrase && c.Prep != "" && !r.adjacent(j, v) || r.loyal(j) || r.Numbered(j) || j > 0 && r.Qualifies(j) || c.Kind == clause.Verb && !c.Joined && r.K[c.Head].In(r.w.was) {
			continue
		}
		break
	}
	if n := v - 1; r.C[v].Joined && r.C[v].Reading.Feat&lang.So != 0 && n > 0 && r.C[n].Bare() && r.C[n-1].Kind == clause.Opens && r.K[r.C[n-1].Head].In(r.w.asFor) && r.Agree(r.C[v].Reading, n) {
		return n, false // as for the group, it attacked
	}
	if j < 0 || r.C[v].Joined {
		return -1, false
	}
	c := &r.C[j]
	switch c.Kind {
	case clause.That:
		if j > 0 && r.C[v].Reading.Feat&lang.Present != 0 {
			for i := j - 1; i >= 0 && i >= j-3; i-- { // they decided to leave
				if r.C[i].Kind == clause.Verb {
					return r.controller(i, j, v), false
				}
			}
		}
		return -1, false
	case clause.Relative:
		if r.K[c.From].Has(lang.Conjunction) {
			j = r.FirstRelative(j)
		}
		for j--; j >= 0; j-- {
			if c := &r.C[j]; c.Kind == clause.NounPhrase {
				if r.C[v-1].Kind == clause.Relative && r.C[v-1].Takes == lang.Him && r.MenOblique(j) {
					return -1, true // the quarrel about the migrants, which threatens: another one's
				}
				if h := r.stationed(j, v); h >= 0 {
					return h, true
				}
				if c.Prep == "from" && j > 0 && r.C[j-1].Kind == clause.NounPhrase && r.C[j-1].To == c.From && r.K[c.From-1].Word != nil && r.K[c.From-1].Has(lang.Participle|lang.Passive|lang.Article) && r.Agree(r.C[v].Reading, j-1) && r.Agree(r.C[v].Reading, j) {
					return -1, true // the forces that a state backs, which attack: they, or it
				}
				if h := r.HeadOf(j); h != j && r.C[h].Prep == "between" && (r.C[j].Actor >= 0 && r.C[v].Reading.Feat&lang.Plural == 0 || r.StandsFor(r.C[j].Head, true)) && r.C[v].Reading.Feat&lang.Dual == 0 && r.Agree(r.C[v].Reading, j) {
					return j, true // of the sides of a battle, the last
				} else if h == j || r.Agree(r.C[v].Reading, h) || !r.Agree(r.C[v].Reading, j) {
					return h, true
				}
				return j, true
			} else if c.Kind != clause.Comma && c.Kind != clause.Adverb {
				return -1, true
			}
		}
		return -1, true
	case clause.Comma:
		if n := r.described(j, v); n >= 0 {
			return n, false
		}
		if n := r.Interrupted(j, v); n >= 0 {
			return n, false
		}
		if j == 0 || r.C[j-1].Kind != clause.NounPhrase || r.C[j-1].Definite || !slices.Contains(r.named, j-1) || !r.Agree(r.C[v].Reading, j-1) {
			return -1, false
		}
		return j - 1, true // four raids, which hit …
	case clause.NounPhrase:
		last := j
		j = r.HeadOf(j)
		if last != j && r.C[j].Prep != "" && r.opensHeadline(last, v) {
			return last, false
		}
		if c := &r.C[j]; last != j && c.Prep == "from" && j > 0 && r.C[j-1].Bare() && r.C[j-1].To == c.From && r.C[last].Bare() {
			j-- // men of the group and units of the army
		}
		if j > 0 && r.C[j].Bare() && r.Keyed(r.C[j].Head, "most") && r.C[j-1].Bare() && r.C[j-1].To == r.C[j].From && r.C[j-1].Figure >= 0 {
			j-- // ten people, most of them children
		}
		c = &r.C[j]
		if !r.Agree(r.C[v].Reading, j) {
			if j == last && r.describes(v, j) {
				return j, true
			}
			return -1, false
		}
		if c.Prep != "" && !c.Definite {
			return j, true // an attack that aimed at …
		}
		if n := v - 1; c.Prep != "" || n > last && !c.Definite && r.C[last+1].Prep == "in" && r.C[last+1].Joined || n > j && !c.Definite && c.Actor >= 0 && c.Figure >= 0 && r.C[n].Prep != "" && !r.C[n].Definite && r.C[v].Reading.Feat&lang.Plural == 0 {
			return -1, false // soldiers killed in two bombings that hit: it is not theirs; they killed two, and in the town killed
		}
		if r.taken(j) && c.Definite {
			if j == v-1 && r.Somebody(j) && r.does(v) {
				return j, true // a girl carried it out who set off a bomb
			}
			return r.described(j, v), false
		}
		return j, !c.Definite
	}
	return -1, false
}

// theirOwn reports whether a party that agrees with the verb of chunk v stands right behind it, and what it is done to
// behind that: he wants the army to leave the town.
func (r *Reader) theirOwn(v int) bool {
	var two [2]int
	all := r.phrasesBehind(v, two[:0])
	return len(all) > 1 && all[0] == v+1 && (r.Acts(all[0]) || r.StandsFor(r.C[all[0]].Head, true)) && r.Agree(r.C[v].Reading, all[0]) && !r.Oblique(all[0]) && !r.Adverbial(all[1])
}

// describes reports whether the clause of the verb in chunk v, without a relative pronoun, may belong to the
// indefinite noun of chunk j, which is in the accusative, as no subject is: it leads an alliance that
// attacks, carried out a bombing that hit.
func (r *Reader) describes(v, j int) bool {
	c, q := &r.C[j], r.C[v].Reading
	return c.Reading != nil && c.Reading.Feat&lang.Accusative != 0 && !c.Definite && (q.Feat&lang.Present != 0 || r.Named(j) && !r.Resumes(v)) && r.SameGender(q, c.Reading)
}

// opensHeadline reports whether party j, which looks listed with what a preposition governs, is
// rather the subject of the verb behind it: charges of a breach, and the alliance accuses. So run
// headlines, whose verbs are in the present.
func (r *Reader) opensHeadline(j, v int) bool {
	c, q := &r.C[j], r.C[v].Reading
	return r.C[0].From == 0 && r.C[r.HeadOf(j)].Prep != "between" && j == v-1 && c.Actor >= 0 && c.Figure < 0 && c.Definite && q.Feat&lang.Present != 0 && !r.C[v].Joined && r.Agree(q, j)
}

// adjacent reports whether an indefinite phrase stands right before the verb, so that its
// clause may belong to it.
func (r *Reader) adjacent(j, v int) bool {
	return j == v-1 && !r.C[j].Definite && r.C[j].Figure < 0 && r.C[j].Prep != "near" && !(j == 0 && !r.C[v].Pronoun && !r.C[v].Joined && v+1 < len(r.C) && r.C[v+1].Bare() && r.C[v+1].Actor >= 0 && r.Agree(r.C[v].Reading, v+1))
}

// Was reports whether chunk j is a form of "to be".
func (r *Reader) Was(j int) bool { return r.K[r.C[j].Head].In(r.w.was) }

// taken reports whether the phrase of chunk j belongs to a verb before it.
func (r *Reader) taken(j int) bool {
	for i := j - 1; i >= 0; i-- {
		switch c := &r.C[i]; c.Kind {
		case clause.Verb:
			k := &r.K[c.Head]
			return !k.In(r.w.was)
		case clause.That, clause.Opens, clause.Stop, clause.Relative:
			return false
		case clause.Comma:
			return false
		}
	}
	return false
}

// same is the subject of the verb before in the sentence, for one that is joined to it and
// agrees with it in number and gender: gunmen entered the village and killed. It is -1 where
// that is not sure.
func (r *Reader) same(v int) int {
	c, last := &r.C[v], v-1
	rather := last > 0 && r.C[last].Kind == clause.Opens && r.Keyed(r.C[last].Head, "rather")
	if (rather || last > 0 && r.C[last].Kind == clause.Opens && r.Keyed(r.C[last].Head, "also")) && r.GoesOnWith(v+1) {
		last-- // and also raided it; it did not leave but raided it
	} else if !c.Joined || c.Reading.Feat&lang.So != 0 {
		return -1
	}
	for j := last; j >= 0; j-- {
		switch p := &r.C[j]; p.Kind {
		case clause.That, clause.Opens, clause.Stop, clause.Relative:
			return -1
		case clause.Verb:
			k := &r.K[p.Head]
			if n := r.aboutNoun(j); n >= 0 && !c.Ambiguous && (c.Pronoun || c.Reading.Feat&(lang.Plural|lang.Dual) != 0 || v+1 < len(r.C) && r.C[v+1].Bare()) && (!party.Alike(p.Reading, c.Reading) || p.Reading.Feat&(lang.Past|lang.Present)&c.Reading.Feat == 0) {
				j = n // they destroyed posts which the army held and killed
				continue
			}
			if !k.In(r.w.verb) && !k.In(r.w.support) && (k.In(r.w.was) || p.Reading.Cue != nil && (p.Reading.Feat&lang.Past == 0 || r.Attributes(j)) && (c.Reading.Cue == nil || r.C[j+1].Actor < 0) || p.Reading.Feat&lang.Guess != 0) || r.OnlyPassive(j) || !rather && p.Reading.Feat&(lang.Past|lang.Present)&c.Reading.Feat == 0 {
				return -1
			}
			at, _ := r.front(j)
			if a := &r.asked[j][1]; a.known && a.passive && p.Reading.Feat&lang.Past != 0 {
				return -1 // he was killed, and they arrested
			}
			if at < 0 && p.Joined {
				at = r.same(j)
			}
			if at < 0 {
				var two [2]int
				if all := r.phrasesBehind(j, two[:0]); len(all) > 0 && !(rather && len(all) == 1) && r.Agree(p.Reading, all[0]) && !(p.Joined && len(all) == 1 && !r.Acts(all[0]) && !r.Arm(all[0]) && (k.In(r.w.verb) || r.Suffers(all[0]) || r.C[all[0]].Figure >= 0)) {
					at = all[0]
				}
			}
			if a := &r.asked[j][1]; at < 0 && a.known && a.subj > j {
				at = a.subj // as its rule has it: he welcomed it and urged them
			}
			if at < 0 || !r.GoesWith(c.Reading, at) || at > 0 && p.Reading.Cue != nil && r.Keyed(r.C[at-1].Head, "each") {
				return -1
			}
			return at
		}
	}
	return -1
}

// Before is the subject of the verb in chunk v that stands before it: in front, or with the
// verb that it is joined to; -1 where there is none.
func (r *Reader) Before(v int) int {
	if at, _ := r.front(v); at >= 0 {
		return at
	}
	return r.same(v)
}

// Governor is the verb that the noun of chunk i stands under: the nearest before it in its
// clause, or that of the relative clause behind it.
func (r *Reader) Governor(i int) (v int, relative bool) {
	if n := r.topical(i); n >= 0 {
		return n, true
	}
	j := i + 1
	for j < len(r.C) && (r.aside(j) || r.C[j].Listed && r.C[j].Bare() && r.C[j-1].Bare() && r.Named(j) && r.C[j].Definite == r.C[i].Definite) {
		j++
	}
	if j+1 < len(r.C) && r.C[j].Kind == clause.Relative && r.C[j+1].Kind == clause.Verb {
		return j + 1, true
	}
	if j := i + 1; j < len(r.C) && r.C[j].Kind == clause.Verb && !r.C[j].Joined && r.C[i].Definite && r.C[i].Prep == "" && r.C[j].Pronoun && r.SupportOf(j) == frame.Does {
		return j, true // this attack, they carried it out
	}
	if j := i + 1; j < len(r.C) && r.C[j].Kind == clause.Verb && !r.C[j].Joined && !r.C[j].Pronoun && r.C[i].Definite && r.C[i].Prep == "" && r.C[i].Reading != nil && r.C[j].Reading.Feat&lang.For == 0 && frame.Says(r.Supports(j), frame.Occurs, frame.GoesOn, frame.Comes) && r.Agree(r.C[j].Reading, i) {
		if subj, _, _ := r.SubjectAndObject(j, nil); subj == i {
			return j, false // the clashes broke out
		}
	}
	j = i + 1
	for j+1 < len(r.C) && r.C[j].Listed && r.C[j].Bare() && r.Named(j) && !r.C[j].Definite {
		j++ // attacks | and bombings that they carried out
	}
	if j+1 < len(r.C) && !r.C[i].Definite && r.Attributed(i, j) {
		j++ // a well laid ambush that they set
	}
	if n := r.prepared(i); n >= 0 {
		return n, true
	}
	if j < len(r.C) && r.C[j].Kind == clause.Verb && !r.C[j].Joined && !r.C[i].Definite &&
		(r.Resumes(j) || frame.Says(r.Supports(j), frame.Occurs, frame.GoesOn) || r.SupportOf(j) == frame.Ascribes) {
		return j, true
	}
	return r.Above(i), false
}

// Resumes reports whether the verb of chunk v has a pronoun for its object, or one right behind it behind a
// preposition: its clause may be about a noun before it.
func (r *Reader) Resumes(v int) bool {
	return r.C[v].Pronoun || v+1 < len(r.C) && r.TakesPronoun(&r.C[v+1])
}

// prepared is the verb of a clause without a relative pronoun behind the indefinite noun of chunk i, whose
// subject stands before it: an attack that the group was preparing for. It is -1 where there is none.
func (r *Reader) prepared(i int) int {
	j := i + 1
	if r.C[i].Definite || j+3 >= len(r.C) || r.C[j].Kind != clause.Adverb || !r.K[r.C[j].Head].In(r.w.was) {
		return -1
	}
	if v := j + 2; r.C[j+1].Bare() && r.C[v].Kind == clause.Verb && r.K[r.C[v].Head].Has(lang.Present) && !r.C[v].Joined && r.Resumes(v) {
		return v
	}
	return -1
}

// Above is the verb of the clause before the noun of chunk i that it stands under, whatever
// clause belongs to it; -1 where there is none.
func (r *Reader) Above(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch r.C[j].Kind {
		case clause.Verb:
			if m := r.beyond(j, i); m >= 0 {
				return m
			}
			return j
		case clause.Stop, clause.That, clause.Opens, clause.Relative:
			return -1
		case clause.Comma:
			if i-j > 4 {
				return -1
			}
		}
	}
	return -1
}

// beyond is the verb of the main clause before that of chunk v, whose subject is described by the relative
// clause of v, for the noun without a preposition in chunk i, as v has its object already: the
// alliance, which fights the group, announced a truce. It is -1 where that is not so.
func (r *Reader) beyond(v, i int) int {
	if v < 3 || !r.C[i].Bare() || r.C[i].Listed || r.C[v-1].Kind != clause.Relative || r.C[v-2].Kind != clause.NounPhrase || r.C[v-2].Prep != "" || r.C[v-3].Kind != clause.Verb || r.C[v].Pronoun {
		return -1
	}
	if _, obj, _ := r.SubjectAndObject(v, nil); obj > v && obj < i && r.C[obj].Actor >= 0 && r.Supports(v-3) != nil {
		return v - 3
	}
	return -1
}
