// Package anew tells a noun that tells of a happening from one that only takes up what was told of it before: the shelling of the
// town at dawn, and then "the shelling".
package anew

import (
	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Anaphor reports whether a noun only takes up what was told: it is definite, says neither
// who, where nor when, and no verb says that it happened.
func Anaphor(r *deed.Reader, a *deed.Anchor, told bool) bool {
	if len(a.Agents)+len(a.Targets) > 0 || told || a.Rule.Stated || begun(r, a) {
		return false
	}
	switch a.Support {
	case frame.Does, frame.Occurs, frame.GoesOn, frame.Suffers, frame.Results, frame.Continues, frame.Comes:
		return false
	case frame.Enables:
		if a.Rule.Type == "DISPLACE" || a.Rule.Type == "RETREAT" {
			return false // they forced the families to flee
		}
	}
	if !a.Definite {
		return a.Reading != nil && a.Reading.Feat&lang.Pronoun != 0 && !Located(r, a) && !since(r, a) && !a.Rule.Asks()
	}
	if Located(r, a) {
		return false
	}
	c := &r.C[a.Chunk]
	return c.Prep != "" || c.To == a.To || a.Governor < 0
}

// since reports whether a noun tells of somebody's being seized by what came before or after: four months after his arrest. Whom it was
// done to is who is told of.
func since(r *deed.Reader, a *deed.Anchor) bool {
	c := &r.C[a.Chunk]
	return c.Prep == "near" && c.Head == a.From && a.Rule.Arrests() && r.Keyed(c.From, "after")
}

// begun reports whether what a noun is bound to says that it happens: the outbreak of the war.
func begun(r *deed.Reader, a *deed.Anchor) bool {
	for i := r.C[a.Chunk].From; i < a.From; i++ {
		if r.Real(i) {
			return true
		}
	}
	p := a.Chunk - 1
	return p >= 0 && r.C[a.Chunk].Prep == "" && r.C[p].Kind == clause.NounPhrase && r.C[p].To == r.C[a.Chunk].From && r.Real(r.C[p].Head)
}

// Located reports whether a noun says more of what happened: an adjective, a place, a time.
func Located(r *deed.Reader, a *deed.Anchor) bool {
	if r.C[a.Chunk].To > a.To {
		return true
	}
	for n := a.Chunk + 1; n < len(r.C); n++ {
		next := n == a.Chunk+1
		switch d := &r.C[n]; {
		case d.Kind == clause.Relative:
			return next
		case d.Kind == clause.Adverb:
			return len(r.TimesIn(r.K[d.From].Start, r.K[d.To-1].End)) > 0
		case d.Kind != clause.NounPhrase:
			return false
		case d.Place >= 0 || d.Prep == "on" || d.Prep == "against" || next && d.Prep == "in":
			return true
		case next && d.Bare() && a.Reading != nil && a.Reading.Feat&lang.Pronoun != 0:
			return !d.Listed && !a.Rule.Harm && !a.Rule.Verbal && r.Transitive(a) && r.ObjectBehind(a) // their storming the offices of the airport
		case next && d.Bare() && d.From == r.C[n-1].To && !r.K[d.Head].Has(lang.Article) && r.Keyed(d.Head, "ongoing"):
			return true // the strike is going on
		case !d.Bare() || d.Listed || d.Joined || d.From != r.C[n-1].To || !r.K[d.To-1].Has(lang.Article) || d.Actor >= 0 || a.Rule.Asks() || a.Rule.Type != "ASSAULT" && a.Rule.Type != "PROTEST":
			return false // else an adjective that is a phrase of its own: the attack, the first one, on
		}
	}
	return false
}
