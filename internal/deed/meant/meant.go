package meant

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed/anchor"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Meant adds whom a pronoun stands for to whom something is done (they arrested them, an attack
// on them): the one party before chunk i of its clause, or of what that is joined to, that it may
// take up. Where there are two, or something else that it may take up, there is none. Who does it
// is not whom it is done to; nor is who stands before the verb, for he may do it.
func (r *Reader) Meant(a *anchor.Anchor, i int, q *lang.Reading, out []int) []int {
	if q == nil || q.Feat&(lang.Him|lang.Her|lang.Them) == 0 {
		return out
	}
	if c := &r.C[i]; a.Nominal() && c.Listed && i == a.Chunk && !r.Action(r.HeadOf(i)) {
		return out // fighters and their families
	}
	one, front, subject := -1, !a.Nominal() && (len(a.Agents) == 0 || a.Rule.Type == "REQUEST"), -1
	undone, beyond := r.comesAbout(a), false
	for j := i - 1; j >= 0; j-- {
		c := &r.C[j]
		switch c.Kind {
		case clause.Stop, clause.That, clause.Opens:
			if (undone || !a.Nominal() && len(a.Agents) > 0) && !beyond && one < 0 && r.Keyed(c.Head, "where") {
				beyond = true // he came to the town, where he was arrested, where they arrested him
				continue
			}
			return found(one, out)
		case clause.Relative:
			if c := &r.C[a.Chunk]; !a.Nominal() && !c.Pronoun && len(a.Agents) == 0 && a.Reading.Feat&lang.Plural != 0 && r.C[j].Acts(a.Reading) {
				return out // the fighters who opened fire on them
			}
			if one < 0 && j > 0 && r.C[j-1].Kind == clause.NounPhrase {
				one = r.alone(j-1, q, a) // who was set free
			}
			return found(one, out)
		case clause.Verb:
			front = front && j == i-1 // they went on to chase them
			if subject = -1; !undone {
				subject, _, _ = r.SubjectAndObject(j, nil)
			}
			continue
		case clause.NounPhrase:
			if beyond && undone && c.Prep != "" {
				continue
			}
		default:
			continue
		}
		x := r.alone(j, q, a)
		switch {
		case x == nobody:
		case x == several, front && c.Prep == "", x >= 0 && !undone && r.atWork(a, j, x), one >= 0 && one != x, len(a.Agents) == 0 && j == subject && (c.Actor >= 0 || r.StandsFor(c.Head, true)):
			return out // or it is they who did it
		default:
			one = x
		}
	}
	return found(one, out)
}

// comesAbout reports whether the noun of an anchor is the subject of a verb that says that it happens: their arrest took place, by
// nobody whom the words name. Whoever did something before may be whom it was done to.
func (r *Reader) comesAbout(a *anchor.Anchor) bool {
	if !a.Nominal() || r.C[r.HeadOf(a.Chunk)].Prep != "" {
		return false
	}
	v := r.Above(a.Chunk)
	return v >= 0 && r.SupportOf(v) == frame.Occurs
}

// What alone says of a phrase in which no one party is named.
const (
	nobody  = -1
	several = -2 // or somebody without a name
)

// alone is the one party that phrase j names whom the pronoun of q may take up and who does not
// do what the anchor says.
func (r *Reader) alone(j int, q *lang.Reading, a *anchor.Anchor) int {
	c := &r.C[j]
	them := q.Feat&lang.Them != 0
	all := r.Parties(j, true, nil)
	for i := c.Head; i < c.To; i++ {
		if x, _ := r.ActorAt(i); x >= 0 {
			all = party.Include(all, x)
		}
	}
	human := c.Figure >= 0 && r.Rec.Figures[c.Figure].Group != "things" || r.StandsFor(c.Head, true)
	switch {
	case len(all) > 1 && !slices.ContainsFunc(all, func(x int) bool { return slices.Contains(a.Agents, x) }):
		return several
	case len(all) == 0 && them && human && r.TakesUp(q, j):
		return several
	case len(all) == 0 && !them && (a.Rule.Type != "ACCUSE" || a.Rule.Blames) && c.Reading != nil && party.TakesUp(q, c.Reading) && (a.Rule.Mode != nil || c.Reading.Feat&lang.Guess != 0 && c.Definite || r.K[c.Head].In(r.Rules.Folk)):
		return several // a thing, or somebody
	case len(all) != 1 || slices.Contains(a.Agents, all[0]):
		return nobody
	}
	if person := r.Rec.Actors[all[0]].Kind == "person"; person == them || !person && !them {
		return nobody
	}
	if q.Feat&lang.Her != 0 && (c.Reading == nil || c.Reading.Feat&lang.Feminine == 0) {
		return several // names do not show it
	}
	for i := c.Head; them && !human && i < c.To; i++ {
		n := r.Noun(i)
		human = n != nil && n.Feat&lang.Plural != 0 || r.K[i].Feats&lang.Plural != 0 && r.StandsFor(i, true)
	}
	if them && !human {
		return several // a group by its name: one body
	}
	return all[0]
}

// found adds the one that was found, if there is one.
func found(one int, out []int) []int {
	if one < 0 {
		return out
	}
	return party.Include(out, one)
}

// Suffered finds whom the verb above a noun says that it came upon, where a clause behind it says
// who did it: the town came under an attack that the group launched.
func (r *Reader) Suffered(a *anchor.Anchor) {
	h := r.HeadOf(a.Chunk)
	v, prep := r.Above(a.Chunk), r.C[h].Prep
	if v < 0 || v > 0 && r.C[v-1].Kind == clause.Relative || r.Undone(a) || r.GovernsBefore(v, h, prep) {
		return
	}
	for _, u := range r.Supports(v) {
		if u.Key != frame.Suffers || u.Prep == "" || u.Prep != prep {
			continue
		}
		subj, _, _ := r.SubjectAndObject(v, nil)
		if subj < 0 || subj == a.Chunk {
			subj = r.Before(v)
		}
		for _, x := range r.Parties(subj, false, nil) {
			if !slices.Contains(a.Agents, x) {
				a.Targets = party.Include(a.Targets, x)
			}
		}
		return
	}
}

// Prevented adds who was to do what was kept from happening: the foiling of an attack by the
// group, of plots that they laid. It stands in phrase j, or, of a noun, behind the anchor.
func (r *Reader) Prevented(a *anchor.Anchor, j int, out []int) []int {
	if a.Nominal() {
		if j = a.Chunk; a.To >= r.C[j].To {
			if j++; j >= len(r.C) || !r.C[j].Bare() || r.C[j].Listed || r.C[j].From != r.C[j-1].To {
				return out
			}
		} else if act, _ := r.ActorAt(a.To); act >= 0 || r.StandsFor(a.To, true) {
			return out // who foiled it
		}
	} else {
		for j = max(j, a.Chunk+1); j < len(r.C) && (r.C[j].Kind == clause.Adverb || r.C[j].Kind == clause.NounPhrase && (r.C[j].Prep != "" || r.C[j].Actor >= 0 || r.StandsFor(r.C[j].Head, true))); j++ {
		}
		if j >= len(r.C) || !r.C[j].Bare() || r.C[j].Listed {
			return out
		}
	}
	for i := max(r.C[j].Head+1, a.To+1); i < r.C[j].To; i++ {
		if act, _ := r.ActorAt(i); act >= 0 {
			return party.Include(out, act)
		}
	}
	n := j + 1
	if n >= len(r.C) || r.C[n].From != r.C[j].To {
		return out
	}
	if c := &r.C[n]; c.Kind == clause.NounPhrase && (c.Prep == clause.For || c.Prep == "of" || c.Prep == "by") {
		return r.Party(n, true, out)
	}
	if r.C[n].Kind == clause.Relative && n+1 < len(r.C) {
		n++
	}
	if r.C[n].Kind != clause.Verb {
		return out
	}
	if key := r.SupportOf(n); key == frame.Does || key == frame.Intends {
		if subj, _, passive := r.SubjectAndObject(n, nil); !passive && subj > n {
			return r.Parties(subj, true, out)
		}
	}
	return out
}

// Undone reports whether the noun that an anchor is bound to is itself a happening, done to it: the
// suppression of the march.
func (r *Reader) Undone(a *anchor.Anchor) bool {
	for i := r.C[a.Chunk].Head; i < a.From; i++ {
		if k := &r.K[i]; k.Word != nil && k.In(r.Rules.Coded) && k.Has(lang.Masdar) && !r.Real(i) && !r.StandsFor(i, true) && !r.Keyed(i, "bout") {
			return true
		}
	}
	return false
}

// Theirs reports whether phrase j, the subject of a verb, names somebody, or a doing of somebody's, that is no happening of its
// own: their revolt, which led to what is told.
func (r *Reader) Theirs(j int) bool {
	c := &r.C[j]
	k := &r.K[c.Head]
	return c.Actor >= 0 && c.Figure < 0 || c.Pronoun && k.Has(lang.Masdar) && !r.Named(j)
}
