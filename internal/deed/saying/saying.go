// Package saying tells who speaks in the clause of a verb, and of which state he speaks as his own, by the
// claims of the record.
//
// It promises that who speaks is the source of a claim, and agrees with what takes him up. What he
// says that happened it does not ask.
package saying

import (
	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/deed/near"
	"riwaya/internal/lang"
	"riwaya/internal/role"
	"riwaya/internal/role/party"
)

// Reader reads the clauses of one text. Its zero value is not ready: see [near.Reader.Reset]. It is for
// one goroutine, and keeps its memory from text to text.
type Reader struct{ near.Reader }

// Homeland adds the state of whoever says what phrase j, "his country", stands in.
func (r *Reader) Homeland(j int, out []int) []int {
	at, best := r.T.Span(r.C[j].From, r.C[j].To), -1
	for i := range r.Rec.Claims {
		c := &r.Rec.Claims[i]
		if c.Source.Actor != nil && c.Content.Spans.Contains(at) && (best < 0 || c.Content.Spans.Hull().Len() < r.Rec.Claims[best].Content.Spans.Hull().Len()) {
			best = i
		}
	}
	if best < 0 {
		return out
	}
	a := r.ActorOf(*r.Rec.Claims[best].Source.Actor)
	if a < 0 || r.Rec.Actors[a].Country == nil || r.Rec.Actors[a].Private {
		return out
	}
	return r.stateOf(*r.Rec.Actors[a].Country, out)
}

// stateOf adds the state of that country, if the article names it.
func (r *Reader) stateOf(country string, out []int) []int {
	for n := range r.Rec.Actors {
		if x := &r.Rec.Actors[n]; x.Country != nil && *x.Country == country && r.National(n) {
			return party.Include(out, n)
		}
	}
	return out
}

// ActorOf is the actor of the record with that id, -1 if there is none.
func (r *Reader) ActorOf(id string) int {
	for n := range r.Rec.Actors {
		if r.Rec.Actors[n].ID == id {
			return n
		}
	}
	return -1
}

// Speaker adds who says of itself that it did what the verb of chunk v says: the army said
// that it shot. The pronoun stands behind the complementiser, the verb agrees with the source.
func (r *Reader) Speaker(v int, out []int) []int {
	j := v - 1
	for j >= 0 && r.C[j].Kind == clause.Adverb {
		j--
	}
	if j < 0 || r.C[j].Kind != clause.That || !r.K[r.C[j].Head].Has(lang.Pronoun) {
		return out
	}
	q := role.Elided(r.C[v].Reading)
	return r.SourceOf(j, v, &q, out)
}

// SourceOf adds the source of the claim whose content begins between chunks j and v, if the
// pronoun of q may be its.
func (r *Reader) SourceOf(j, v int, q *lang.Reading, out []int) []int {
	from, to := r.K[r.C[j].From].Start, r.K[r.C[v].Head].End
	for i := range r.Rec.Claims {
		c := &r.Rec.Claims[i]
		if h := c.Content.Spans; c.Cue.Class == "accuse" || len(h) == 0 || h[0].Start < from || h[0].Start > to || len(c.Source.Spans) == 0 || c.Source.Elided {
			continue
		}
		t := r.T.TokenAt(c.Source.Spans[0].Start, 0, len(r.K))
		if t < 0 {
			return out
		}
		a, _ := r.ActorAt(t)
		if n := r.Noun(t); a < 0 || n == nil || !party.TakesUp(q, n) || q.Feat&lang.Them != 0 && r.Rec.Actors[a].Kind == "person" {
			return out
		}
		if q.Feat&lang.Her != 0 && r.Rec.Actors[a].Kind == "person" && !r.she(c) {
			return out
		}
		return party.Include(out, a)
	}
	return out
}

// she reports whether the word that attributes a claim, if it is a verb, shows that a woman says it.
func (r *Reader) she(c *riwaya.Claim) bool {
	t := r.T.TokenAt(c.Cue.Spans[0].Start, 0, len(r.K))
	if t < 0 || r.K[t].Word == nil || !r.K[t].Word.Some(func(q *lang.Reading) bool { return q.Cue != nil && q.Feat&(lang.Past|lang.Present) != 0 }) {
		return true
	}
	return r.K[t].Word.Some(func(q *lang.Reading) bool {
		return q.Cue != nil && q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine
	})
}
