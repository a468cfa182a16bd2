package deed

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// lent finds what the verb that a noun stands under says of its parties.
func (r *Reader) lent(a *Anchor, fr frame.Frame) {
	v, relative := r.Governor(a.Chunk)
	if relative && (r.bindsNoun(a) || !r.taken(a, v)) {
		v, relative = r.Above(a.Chunk), false // the clause belongs to that
	}
	if h := r.Coordinate(a.Chunk); v < 0 && h != a.Chunk && r.Action(h) {
		v, relative = r.Above(h), false // the last of a long list
	}
	if _, aim := r.AimFor(a.Chunk); v < 0 || aim && !relative {
		return
	}
	a.Governor = v
	if relative && r.Supports(v) == nil && r.Above(a.Chunk) >= 0 {
		v, relative = r.Above(a.Chunk), false // they claimed the attack that hit the town
	}
	whole := r.Coordinate(a.Chunk)
	if r.C[a.Chunk].Head == a.From {
		whole = r.Coordinate(r.Whole(a.Chunk))
	}
	if !relative && r.BoundWith(whole, a.Chunk) {
		return
	}
	prep := r.Governing(whole)
	if prep == "from" && r.WhatThey(v, whole) {
		relative = true // what they committed of crimes
	}
	if relative {
		prep = ""
	}
	if prep != "" && v+1 < whole && r.Pronominal(v+1) == prep {
		return // what they did, which has to do with attacks: that preposition has its pronoun
	}
	for _, u := range r.Supports(v) {
		if u.Key == frame.Ascribes {
			r.ascribed(a, v, u.Prep, relative)
			continue
		}
		if u.Prep == prep || relative {
			a.Support = u.Key
			break
		}
	}
	if a.Support == frame.Attends {
		a.Support = frame.Does
		if t := a.Rule.Type; t == "DISASTER" || t == "ASSAULT" && a.Form == Noun {
			a.Support = frame.Occurs // ambulances saw to the accident
		}
	}
	if a.Support == "" || !relative && (prep == "in" && r.ActionBefore(v, whole) || prep == clause.For && a.Support == frame.Orders && r.AsksTo(v, whole)) || a.Support == frame.Intends && r.serves(a) || !relative && (r.Undone(a) || !r.reaches(a)) {
		return
	}
	if h := r.C[a.Chunk].Head; !relative && h < a.From {
		switch {
		case r.Bears(h, frame.Suffers):
			a.Support = frame.Suffers // they managed to repel the attack
		case r.Bears(h, frame.Prevents):
			a.Support = frame.Prevents
		case r.Bears(h, frame.Fears):
			a.Support = frame.Fears // it leads us to expect a war
		}
	}
	if q := r.Possessed(v); q != nil && !relative {
		if len(a.Agents) == 0 && frame.LendsSubject(a.Support) {
			a.Agents = r.PossessedBy(v, q, a.Agents) // its wish to
		}
		return
	}
	subj, obj, _ := r.SubjectAndObject(v, nil)
	if a.Support == frame.Comes {
		if relative || r.C[v].Pronoun || subj != a.Chunk || r.C[a.Chunk].Head != a.From || len(a.Agents)+len(a.Targets) == 0 && !a.Definite {
			a.Support = "" // a town comes before others in a list of deals
		}
		return
	}
	if frame.LendsSubject(a.Support) && r.OnlyPassive(v) {
		return // the arrest of five men was ordered
	}
	if !relative {
		subj = r.Topic(v, subj)
	}
	if subj == a.Chunk { // what looks like its subject is its object
		if a.Support == frame.Occurs || a.Support == frame.GoesOn || a.Support == frame.Results {
			return
		}
		if a.Support == frame.Does && !relative && a.Definite && obj == subj+1 && r.C[obj].From == r.C[subj].To && (r.C[obj].Actor >= 0 || r.StandsFor(r.C[obj].Head, true)) && !r.MenOblique(obj) {
			subj, obj = obj, subj // gunmen carried it out, whose name stands behind
		} else {
			subj = r.Before(v)
		}
		if subj < 0 && a.Support == frame.Does && !relative && len(a.Agents) == 0 {
			a.Agents = r.JoinedTo(v, a.Agents)
		}
	}
	if !relative && prep != "" && (whole == a.Chunk || whole == r.Whole(a.Chunk)) && a.Support == frame.Blames && whole > v+1 && r.C[whole-1].To == r.C[whole].From && r.LendsBehind(whole-1, prep) && (r.C[whole-1].Prep == "" || r.GovernsBefore(v, whole, prep)) {
		a.Support = "" // accused of planning to go on with attacks, he condemned the army's carrying out of raids: it stands under that
		return
	}
	if h := whole; relative && !r.BelongsTo(a, v) || !relative && ((h == a.Chunk || h == r.Whole(a.Chunk)) && r.GovernsBefore(v, h, prep) || prep == "" && (r.C[v].Pronoun || r.ObjectBetween(v, subj, h))) {
		return // they offered apologies for the bombings
	}
	if a.Support == frame.Does && a.Rule.Type == "COERCE" && fr.Target.Has(frame.BehindOn) && !relative && subj >= 0 && subj < v && r.seized(a, v, subj) {
		a.Targets = r.Struck(subj, a.Targets)
		return
	}
	switch a.Support {
	case frame.Does, frame.Intends, frame.Continues, frame.Threatens, frame.Refrains:
		if len(a.Agents) == 0 && (a.Support != frame.Threatens || !a.Rule.Verbal && a.Rule.Type != "REQUEST") {
			if a.Agents = r.Parties(subj, true, a.Agents); len(a.Agents) == 0 && subj >= 0 {
				if a.Agents = r.ownMen(subj, a.Agents); len(a.Agents) == 0 && a.Rule.Type == "ASSAULT" && subj != a.Chunk { // raids that its aircraft flew
					a.Agents = r.Bearer(subj, v, true, a.Agents)
				}
			}
		}
		if subj < 0 && len(a.Agents) == 0 && !(a.From > r.C[a.Chunk].Head && a.Reading != nil && a.Reading.Feat&lang.Pronoun != 0) { // or who heads the phrase does it
			if a.Agents = r.Resumed(v, a.Agents); relative && len(a.Agents) == 0 && r.C[v].Pronoun && !r.OnlyPassive(v) {
				q := role.Elided(r.C[v].Reading)
				a.Agents = r.Antecedent(a.Chunk, &q, a.Agents) // in raids that they carried out
			}
		}
	case frame.Occurs:
		if obj == a.Chunk && len(a.Agents) == 0 && !relative && a.Rule.Type == "AGREE" && subj >= 0 {
			a.Agents = r.Parties(subj, true, a.Agents) // two that signed it: what occurs has no object
		}
	case frame.Orders: // they urged the group to withdraw
		if len(a.Agents) == 0 && !relative && (obj != a.Chunk || prep == "") {
			a.Agents = r.Controller(v, a.Chunk, a.Support, a.Agents)
		}
	case frame.Commands: // he ordered the army to withdraw, ordered the raid
		if by := subj; len(a.Agents) == 0 && !relative {
			if obj >= 0 && obj != a.Chunk {
				by = obj
			}
			a.Agents = r.Parties(by, true, a.Agents)
		}
	case frame.Permits, frame.Enables:
		if len(a.Agents) == 0 && !relative {
			a.Agents = r.Controller(v, a.Chunk, a.Support, a.Agents)
		}
	case frame.Denies:
		if len(a.Agents) == 0 && !a.Rule.Verbal && r.own(a) {
			a.Agents = r.Parties(subj, true, a.Agents)
		}
	case frame.Announces:
		if len(a.Agents) == 0 && !a.Rule.Harm && subj >= 0 && (v == 0 || r.C[v-1].Kind != clause.Negation) && r.Own(a, r.C[subj].Actor) && (r.C[a.Chunk].Head == a.From || r.Real(r.C[a.Chunk].Head) && r.C[a.Chunk].Head == a.From-1) && (obj == a.Chunk || obj < 0 && r.C[a.Chunk].Bare() && (r.C[max(a.Chunk-1, 0)].Kind != clause.Comma || subj > v && r.C[subj+1].Kind == clause.Comma && a.Chunk <= subj+4) || a.Chunk == subj+1 || r.C[a.Chunk].Prep != "") {
			a.Agents = r.Parties(subj, true, a.Agents)
		}
	case frame.Blames:
		if len(a.Agents) == 0 && obj != a.Chunk && (r.C[a.Chunk].Head == a.From || (r.Does(r.C[a.Chunk].Head) || r.LendsBehind(a.Chunk, "") && a.From == r.C[a.Chunk].Head+1) && !(a.Definite && r.K[a.From].Has(lang.Noun|lang.Plural))) && !r.blames(v, obj) {
			if a.Agents = r.Parties(obj, true, a.Agents); obj < 0 && !relative {
				a.Agents = r.standsAccused(v, a.Agents)
			}
			a.Ascribed = len(a.Agents) > 0
		}
	case frame.Answers:
		if len(a.Agents) == 0 && r.Keyed(r.C[a.Chunk].Head, "own") && obj != a.Chunk {
			a.Agents = r.Parties(obj, true, a.Agents) // they hold the group responsible for the attack
		}
	case frame.Includes: // operations of theirs that include it
		for n := range r.Here {
			if b := &r.Here[n]; len(a.Agents) == 0 && subj >= 0 && b.Chunk < v && r.HeadOf(b.Chunk) == r.HeadOf(subj) && b.Nominal() && b.Rule.Type == a.Rule.Type {
				a.Agents = append(a.Agents, b.Agents...)
			}
		}
		if len(a.Agents) == 0 && subj >= 0 && (a.Rule.Type == "ASSAULT" || a.Rule.Type == "COERCE") {
			r.amongDeeds(a, subj)
		}
	case frame.Results:
		if relative && len(a.Agents) == 0 { // the ruin that they left
			a.Agents = r.Parties(subj, true, a.Agents)
		}
	case frame.Suffers:
		if len(a.Targets) == 0 && !r.Keyed(r.C[v].Head, "sees") && !r.Deals(a, fr, subj) { // what a land or a time sees happens there
			a.Targets = r.Parties(subj, false, a.Targets)
		}
	}
}

// amongDeeds gives a deed that is told as one of several the agent of those: they carried out operations which included
// it. subj is the phrase of the operations.
func (r *Reader) amongDeeds(a *Anchor, subj int) {
	subj = r.Whole(subj)
	v := r.Above(subj)
	if v < 0 || r.SupportOf(v) != frame.Does {
		return
	}
	if by, obj, passive := r.SubjectAndObject(v, nil); obj == subj && !passive {
		a.Agents = r.Parties(by, true, a.Agents)
	}
}

// blames reports whether party j is the one who accuses by the verb of chunk v.
func (r *Reader) blames(v, j int) bool {
	for n := range r.Here {
		if a := &r.Here[n]; a.Chunk == v && j >= 0 {
			return r.C[j].Actor >= 0 && slices.Contains(a.Agents, r.C[j].Actor)
		}
	}
	return false
}

// standsAccused adds whom the verb of chunk v accuses, where nobody is named who does: the group was accused of.
func (r *Reader) standsAccused(v int, out []int) []int {
	for n := range r.Here {
		if b := &r.Here[n]; b.Chunk == v && b.Rule.Type == "ACCUSE" && len(b.Agents) == 0 {
			return append(out, b.Targets...)
		}
	}
	return out
}

// serves reports whether the noun that an anchor is bound to is another action, with a thing
// Between: they seek to prolong the life of the conflict.
func (r *Reader) serves(a *Anchor) bool {
	c := &r.C[a.Chunk]
	return a.From > c.Head && r.K[c.Head].Word != nil && r.K[c.Head].Has(lang.Masdar) && !r.Real(c.Head) && !r.Keyed(c.Head, "prolong") && !r.Keyed(c.Head, "some") && !r.StandsFor(a.From-1, true)
}

// reaches reports whether the noun that an anchor is bound to is what is done with it: a series of
// attacks, and no charge of war crimes.
func (r *Reader) reaches(a *Anchor) bool {
	for i := r.C[a.Chunk].Head; i < a.From; i++ {
		if r.Keyed(i, "said") {
			return false
		}
	}
	return true
}

// bindsNoun reports whether a verbal noun, or the first word of a name, is bound to a noun in
// its phrase.
func (r *Reader) bindsNoun(a *Anchor) bool {
	if a.Form != Masdar && a.Word == a.To || a.Word >= r.C[a.Chunk].To || a.Definite {
		return false
	}
	n := r.Noun(a.Word)
	return n != nil && n.Feat&lang.Nisba == 0
}

// taken reports whether the pronoun by which the clause of verb v takes up what it belongs to
// may be that of the anchor: attacks that they planned, the foiling of attacks that they
// planned.
func (r *Reader) taken(a *Anchor, v int) bool {
	q := r.C[v].Reading
	if q.Feat&lang.Pronoun == 0 && v+1 < len(r.C) && r.C[v+1].Kind == clause.Adverb {
		if k := &r.K[r.C[v+1].Head]; k.Word != nil {
			q = k.Word.Find(lang.Function | lang.Pronoun)
		}
	}
	if k := &r.K[a.From]; a.Reading == nil && q != nil && q.Feat&lang.Her != 0 && k.Has(lang.Masdar) && k.Feats&(lang.Feminine|lang.Plural|lang.Article) == 0 && r.K[a.To-1].Has(lang.Article) {
		return false // the blocking of roads which they use, the lifting of sanctions
	}
	if q == nil || a.Reading == nil {
		return true
	}
	n := *a.Reading
	if k := &r.K[a.From]; k.Has(lang.Masdar) && !(k.Feats&lang.Feminine != 0 && r.unbound(a)) {
		n.Feat |= lang.Masdar // a list has it as one noun of many
	}
	return party.TakesUp(q, &n)
}

// unbound reports whether nothing is bound to the noun of an anchor but an adjective: the visit, an official visit.
func (r *Reader) unbound(a *Anchor) bool {
	if a.Definite || a.To == r.C[a.Chunk].To {
		return true
	}
	n := r.Noun(a.To)
	return n != nil && n.Feat&lang.Nisba != 0 && n.Feat&lang.Article == 0
}

// ascribed finds whom the verb of chunk v holds to have done what a noun names: an attack that
// was ascribed to the party.
func (r *Reader) ascribed(a *Anchor, v int, prep string, relative bool) {
	if len(a.Agents) > 0 || !relative {
		return
	}
	for j := v + 1; j < len(r.C) && j < v+4; j++ {
		c := &r.C[j]
		switch {
		case c.Kind != clause.NounPhrase && c.Kind != clause.Adverb:
			return
		case c.Kind == clause.NounPhrase && c.Prep == prep:
			a.Agents, a.Ascribed = r.Parties(j, true, a.Agents), true
			return
		}
	}
}

// firedBy adds who let loose what did the harm: hit by shells that they fired. The verb
// stands right behind what it let loose, with its pronoun.
func (r *Reader) firedBy(a *Anchor) {
	for j := a.Chunk + 1; j+1 < len(r.C) && j < a.Chunk+5; j++ {
		c := &r.C[j]
		if c.Kind == clause.Comma && r.C[j+1].Prep == "in" {
			continue // ten were killed, in the fall of a rocket that they fired
		}
		if c.Kind != clause.NounPhrase && c.Kind != clause.Adverb || c.Prep == "to" || r.Keyed(c.From, "another-time") {
			return // killed the day after an attack that they carried out
		}
		v := j + 1
		if r.C[v].Kind == clause.Relative && v+1 < len(r.C) {
			if c.Listed && c.Prep == "" && r.C[v].Takes&lang.Him != 0 {
				return // the fall of this, and the pressure which
			}
			v++
		}
		if r.C[v].Kind != clause.Verb || !r.C[v].Pronoun || c.Kind != clause.NounPhrase {
			continue
		}
		if r.SupportOf(v) == frame.Does && !r.mutual(j) {
			if subj, _, _ := r.SubjectAndObject(v, nil); subj > v {
				a.Agents = r.Parties(subj, true, a.Agents)
			} else if subj < 0 && !r.OnlyPassive(v) {
				q := role.Elided(r.C[v].Reading)
				a.Agents = r.Antecedent(j, &q, a.Agents) // the army announced: killed in raids that it flew
			}
		}
		return
	}
}

// mutual reports whether the phrase of chunk j names what two do to each other: whoever fought a
// battle may have had its dead.
func (r *Reader) mutual(j int) bool {
	return slices.ContainsFunc(r.Here, func(a Anchor) bool { return a.Chunk == j && a.Rule.Mutual })
}

// laid finds who is held to have done what a noun names, where the responsibility for it (chunk j) is laid on
// them: a bombing for which the group was blamed. i is the noun's chunk. It reports whether that is so.
func (r *Reader) laid(a *Anchor, i, j int) bool {
	n := j + 1
	if n >= len(r.C) || r.C[n].Prep != "on" || a.Rule.Type != "ASSAULT" && a.Rule.Type != "COERCE" {
		return false
	}
	for k := r.C[i].From; k < r.C[j].From; k++ {
		if !r.Keyed(k, "laid") {
			continue
		}
		if len(a.Agents) == 0 {
			a.Agents, a.Ascribed = r.Parties(n, true, a.Agents), true
		}
		return true
	}
	return false
}
