package control

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
)

// Resumed adds whom the verb of chunk v goes on with, that has no subject in its own clause: who says so
// of itself, whom the pronoun on the word that opens the clause takes up (but it attacked), the
// subject of the main clause (after they had shelled it), who ought to do it or is asked to.
func (r *Reader) Resumed(v int, out []int) []int {
	if out = r.Speaker(v, out); len(out) > 0 || r.C[v].Joined {
		return out
	}
	if q := r.Possessed(v); q != nil {
		return r.Antecedent(v, q, out)
	}
	j := r.Opener(v)
	if j < 0 || r.C[j].Kind != clause.That && r.C[j].Kind != clause.Opens {
		return out
	}
	q := role.Elided(r.C[v].Reading)
	if (q.Feat&lang.Him != 0 || r.C[v].Pronoun) && r.followed(v) {
		return out // or that is who did it
	}
	switch c := &r.C[j]; {
	case r.opensWith(c, &q):
		if m := r.Above(j); m >= 0 && r.SupportOf(m) == frame.Blames {
			if _, obj, _ := r.SubjectAndObject(m, r.Ruled(m)); obj >= 0 && obj < j && r.TakesUp(&q, obj) {
				return r.Parties(obj, true, out) // they accused the army: that it shelled
			}
			return out
		}
		if i := r.content(j, v); i >= 0 {
			if out = r.goesOn(i, &q, out); len(out) > 0 || q.Feat&lang.Them == 0 || !r.single(i) {
				return out
			}
		}
		return r.topic(j, &q, out)
	case c.Kind == clause.Opens && r.Keyed(c.Head, "where"):
		if m := r.Above(j); m >= 0 {
			return r.there(m, j, &q, out)
		}
	case c.Kind == clause.Opens || r.K[c.Head].Has(lang.Function|lang.Pronoun):
	case c.To > c.From+1:
		if r.PrepositionAt(c.From) != "near" {
			return out
		} // after, before
		if m := r.Above(j); m >= 0 {
			return r.Main(m, j, &q, out)
		}
		return r.Following(v, &q, out)
	default:
		return r.urged(j, &q, out)
	}
	return out
}

// Possessed is what the word of chunk v shows as a verbal noun with a pronoun behind it, where it is taken for a
// verb that has no object but behind a preposition: its wish to. It is nil where that is not so.
func (r *Reader) Possessed(v int) *lang.Reading {
	if !r.C[v].Pronoun || v == 0 {
		return nil
	}
	for _, u := range r.Supports(v) {
		if u.Prep == "" {
			continue
		}
		w := r.K[r.C[v].Head].Word
		for n := range w.Readings {
			if q := &w.Readings[n]; q.Feat&lang.Masdar != 0 && q.Feat&(lang.Him|lang.Her|lang.Them) != 0 {
				return q
			}
		}
	}
	return nil
}

// opensWith reports whether the word that opens a clause has a pronoun that agrees with the verb: else it only
// opens it.
func (r *Reader) opensWith(c *clause.Chunk, q *lang.Reading) bool {
	w := r.K[c.Head].Word
	return w != nil && w.Some(func(p *lang.Reading) bool { return p.Feat&lang.Function != 0 && p.Feat&q.Feat != 0 })
}

// content is the claim whose content begins between chunks j and v, -1 if none does.
func (r *Reader) content(j, v int) int {
	from, to := r.K[r.C[j].From].Start, r.K[r.C[v].Head].End
	for i := range r.Rec.Claims {
		if h := r.Rec.Claims[i].Content.Spans; len(h) > 0 && h[0].Start >= from && h[0].Start <= to {
			return i
		}
	}
	return -1
}

// goesOn adds the source of claim i, which it leaves out as it was named before, where the word that attributes
// agrees with the pronoun of q: and it stressed that it would pursue them. "He" may be as well that something is so.
func (r *Reader) goesOn(i int, q *lang.Reading, out []int) []int {
	c := &r.Rec.Claims[i]
	if q.Feat&lang.Him != 0 || !c.Source.Elided || c.Source.Actor == nil || c.Cue.Class == "accuse" || len(c.Cue.Spans) == 0 {
		return out
	}
	a, t := r.ActorOf(*c.Source.Actor), r.T.TokenAt(c.Cue.Spans[0].Start, 0, len(r.K))
	if a < 0 || t < 0 || r.K[t].Word == nil || q.Feat&lang.Them != 0 && !r.many(a) || r.Rec.Actors[a].Kind == "media" {
		return out
	}
	const says = lang.Past | lang.Present | lang.Participle
	if r.K[t].Word.Some(func(p *lang.Reading) bool { return p.Cue != nil && p.Feat&says != 0 && role.Elided(p).Feat == q.Feat }) {
		return party.Include(out, a)
	}
	return out
}

// single reports whether the word that attributes claim i shows that its source is one: noting (she) that they.
func (r *Reader) single(i int) bool {
	c := &r.Rec.Claims[i]
	if len(c.Cue.Spans) == 0 {
		return false
	}
	t := r.T.TokenAt(c.Cue.Spans[0].Start, 0, len(r.K))
	return t >= 0 && r.K[t].Word != nil && r.K[t].Word.Some(func(p *lang.Reading) bool {
		return p.Cue != nil && p.Feat&(lang.Past|lang.Present|lang.Participle) != 0 && p.Feat&(lang.Plural|lang.Dual) == 0
	})
}

// many reports whether actor a is many people, and not one body.
func (r *Reader) many(a int) bool {
	switch r.Rec.Actors[a].Kind {
	case "armed_group", "civilians", "other":
		return true
	}
	return false
}

// topic adds whom the pronoun of q, on the word of chunk j that opens a clause, takes up: the subject of the verb before
// that is not in a clause about somebody in it.
func (r *Reader) topic(j int, q *lang.Reading, out []int) []int {
	for v := j - 1; v >= 0; v-- {
		switch r.C[v].Kind {
		case clause.Stop:
			return out
		case clause.That:
			if n := v + 1; n < j && r.C[n].Bare() {
				if r.same(q, n) && !r.Between(q, n, j) {
					out = r.Parties(n, true, out)
				}
				return out
			}
		case clause.Verb:
			p := r.Opener(v)
			subj, _, passive := r.SubjectAndObject(v, r.Ruled(v))
			if p >= 0 && r.C[p].Kind == clause.Relative || subj >= 0 && subj < v && !r.C[subj].Definite {
				continue
			}
			if subj < 0 || passive || !r.same(q, subj) || r.Between(q, subj, j) {
				return out
			}
			return r.Parties(subj, true, out)
		}
	}
	return out
}

// same reports whether the pronoun of q, which another clause begins with, may be that of phrase j: as [Reader.TakesUp]
// has it, but they are many, and she is shown to be one.
func (r *Reader) same(q *lang.Reading, j int) bool {
	c := &r.C[j]
	if !r.TakesUp(q, j) {
		return false
	}
	switch n := c.Reading; {
	case q.Feat&lang.Them != 0:
		return n != nil && (n.Feat&(lang.Plural|lang.Dual) != 0 && n.Feat&lang.Feminine == 0 || r.ManyMen(j))
	case q.Feat&lang.Her != 0 && c.Actor >= 0 && r.Rec.Actors[c.Actor].Kind == "person":
		return n != nil && n.Feat&lang.Feminine != 0
	}
	return true
}

// followed reports whether a noun phrase without a preposition stands behind the verb of chunk v, or a pronoun behind
// a preposition right behind it: then what looks like an active verb may have its subject there, or be a passive.
func (r *Reader) followed(v int) bool {
	for n := v + 1; n < len(r.C); n++ {
		switch c := &r.C[n]; {
		case c.Kind == clause.Adverb:
			if n == v+1 && r.K[c.Head].Has(lang.Function|lang.Pronoun) {
				return true
			}
		case c.Kind != clause.NounPhrase || c.Joined:
			return false
		case c.Bare() && !c.Listed && !(c.Figure < 0 && r.C[n].Reading != nil && r.C[n].Reading.Feat&(lang.Masdar|lang.Accusative) != 0):
			return true
		}
	}
	return false
}

// Following adds the subject of the main clause behind phrase or verb i, which opens the sentence, where the pronoun of q
// can be no other's: after its attack on the group, the army withdrew.
func (r *Reader) Following(i int, q *lang.Reading, out []int) []int {
	for j := i - 1; j >= 0; j-- {
		if k := r.C[j].Kind; k == clause.Verb || k == clause.Stop || k == clause.Relative || k == clause.NounPhrase && r.C[j].Prep == "" {
			return out
		}
	}
	for v := i + 1; v < len(r.C); v++ {
		switch r.C[v].Kind {
		case clause.NounPhrase, clause.Adverb, clause.Comma:
		case clause.Verb:
			subj, _, passive := r.SubjectAndObject(v, r.Ruled(v))
			if passive || subj < v || r.C[v].Joined || !r.same(q, subj) {
				return out
			}
			for j := i + 1; j < v; j++ {
				if c := &r.C[j]; c.Kind == clause.NounPhrase && c.Actor >= 0 && c.Actor != r.C[subj].Actor && r.TakesUp(q, j) {
					return out
				}
			}
			return r.Parties(subj, true, out)
		default:
			return out
		}
	}
	return out
}

// Main adds who the verb v of the main clause has for its subject, or else for its object, where a
// verb behind "after", "before" in chunk j may take that up, and nobody else before it.
func (r *Reader) Main(v, j int, q *lang.Reading, out []int) []int {
	subj, obj, passive := r.SubjectAndObject(v, r.Ruled(v))
	if passive {
		return out
	}
	for _, at := range [2]int{subj, obj} {
		if at >= 0 && at < j && (r.C[at].Actor >= 0 || r.StandsFor(r.C[at].Head, true)) && r.TakesUp(q, at) && !r.Between(q, at, j) && !(q.Feat&lang.Her != 0 && r.MenOblique(at)) {
			return r.Parties(at, true, out)
		}
	}
	return out
}

// there adds the subject of the verb m of the main clause, if it is one that does such things, where the clause that "where" opens in chunk j
// goes on with it, and the pronoun of q can be nobody else's before that: the army attacked the town, where it killed ten.
func (r *Reader) there(m, j int, q *lang.Reading, out []int) []int {
	subj, _, passive := r.SubjectAndObject(m, r.Ruled(m))
	if passive || subj < 0 || subj >= j || q.Feat&lang.Him != 0 || subj > m && r.MenOblique(subj) || !r.same(q, subj) || r.Between(q, subj, j) {
		return out
	}
	return r.Parties(subj, true, out)
}

// urged adds who ought to do what stands behind the complementiser of chunk j, or is asked or allowed to:
// it is for the state to.
func (r *Reader) urged(j int, q *lang.Reading, out []int) []int {
	p := j - 1
	if p < 0 {
		return out
	}
	if c := &r.C[p]; c.Kind == clause.NounPhrase && c.Prep == "on" && c.Actor >= 0 && r.TakesUp(q, p) && (p == 0 || r.C[p-1].Kind != clause.Verb) {
		return r.Parties(p, true, out)
	}
	v := r.Above(j)
	if v < 0 {
		return out
	}
	if r.SupportOf(v) == frame.Permits {
		return r.Allowed(v, j, out)
	}
	return out
}
