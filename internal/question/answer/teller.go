package answer

import (
	"html"
	"strings"

	"riwaya"
)

// The names of tellers who have none of their own.
const (
	aWitness = "a witness"
	nobody   = "a source that is not named"
	itself   = "the report itself"
)

// Nameless are the names of tellers who have none of their own, for who says them in another
// language.
func Nameless() []string { return []string{aWitness, nobody, itself} }

// witness is the key of a private person, before its report is put behind it.
const witness = "witness"

// someAgencies is the lexicon's id of a credit that names none: "agencies".
const someAgencies = "news-agencies"

// Ranks of tellers, the most direct first; the hops between it and the reader are added.
const (
	RankNamed = 0
	RankOther = 4 // not named
	RankTold  = 6 // narration with a credit
	RankNone  = 8 // narration
)

// teller says who gives a figure: the source of the claim around it, else the report itself,
// with whom it credits.
func (r *reading) teller(claim *riwaya.Claim, x *Answer) {
	credit, credited := r.credit()
	claim = r.rec.Teller(claim)
	if claim == nil {
		x.Narrated = true
		r.narrator(credit, credited, x)
		return
	}
	x.Given.Hedged = len(claim.Hedges) > 0 || claim.Cue.Class == "believe" || claim.Cue.Class == "expect"
	for i := 0; i+1 < len(claim.Chain); i++ {
		if name := r.gate.Hop(&claim.Chain[i]); name != "" && !r.own(claim.Chain[i].Actor, name) {
			if a, ok := r.w.agencies[Fold(name)]; ok {
				name = a.name
			}
			x.Given.Through = append(x.Given.Through, name)
		}
	}
	if credited && len(x.Given.Through) == 0 {
		x.Given.Through = append(x.Given.Through, credit.name)
	}
	x.Teller, x.Remove = r.source(&claim.Source), len(x.Given.Through)
	switch {
	case x.Teller.Named:
		return
	case x.Teller.Key == witness:
		x.Teller.Key += " in " + r.report.Article // two reports' witnesses are two people, for all that is known
	default:
		x.Teller.Key += " of " + r.voice(credit, credited) // a source without a name is one only in one teller's words
	}
	x.Remove += RankOther
}

// source is who a claim is attributed to.
func (r *reading) source(s *riwaya.Source) riwaya.Teller {
	t := riwaya.Teller{Kind: s.Kind}
	a := by(r.actors, s.Actor)
	switch {
	case s.Private || a != nil && a.Private || s.Kind == "witness":
		return riwaya.Teller{Key: witness, Name: aWitness, Kind: "witness"}
	case s.Actor != nil && !riwaya.OfArticle(*s.Actor):
		t.Key, t.Actor, t.Named = *s.Actor, s.Actor, true
	}
	for _, name := range []*string{s.Name, nameOf(a), s.NameAr, &s.Text} {
		if name != nil && strings.TrimSpace(*name) != "" {
			if t.Name = r.gate.Words(*name); t.Name != *name && !t.Named {
				return riwaya.Teller{Key: witness, Name: aWitness, Kind: "witness"} // a private person's name stands in it
			}
			break
		}
	}
	if t.Named {
		return t
	}
	t.Key = "name " + Fold(t.Name)
	t.Named = !s.Anonymous && s.Kind != "unnamed" && Fold(t.Name) != ""
	if Fold(t.Name) == "" {
		t.Name = nobody
	}
	return t
}

// nameOf is what the article calls an actor of its own, with the office it gives there.
func nameOf(a *riwaya.Actor) *string {
	switch {
	case a == nil:
		return nil
	case a.Name != nil:
		return a.Name
	}
	return a.NameAr
}

// credit is the agency or outlet that the report says it is from, none where that is the
// outlet itself.
func (r *reading) credit() (actor, bool) {
	a := &r.rec.Article
	for i := range a.Credits {
		c := &a.Credits[i]
		switch {
		case c.Actor == nil || riwaya.OfArticle(*c.Actor):
		case r.own(c.Actor, c.Text):
		case c.Name != nil:
			return actor{*c.Actor, *c.Name}, true
		default:
			return actor{*c.Actor, r.gate.Words(c.Text)}, true
		}
	}
	for _, by := range a.Authors {
		for _, x := range r.w.credited(html.UnescapeString(by)) {
			if !r.own(&x.id, x.name) {
				return x, true
			}
		}
	}
	return actor{}, false
}

// own reports whether an actor is the report's outlet: by a name of it without its spaces, or
// where the outlet is called by an abridgement of the name, as the hosts of papers are.
func (r *reading) own(id *string, name string) bool {
	outlet := joined(r.report.Outlet)
	if outlet == "" {
		return false
	}
	if id != nil && (r.w.outlets[outlet] == *id || joined(*id) == outlet) {
		return true
	}
	return abridged(outlet, joined(name))
}

// abridged reports whether short is long, or has letters of it in their order, the first and
// the last among them.
func abridged(short, long string) bool {
	const least = 5
	if short == long {
		return true
	}
	if len(short) < least || 3*len(short) < len(long) || long == "" || short[0] != long[0] || short[len(short)-1] != long[len(long)-1] {
		return false
	}
	i := 0
	for j := 0; j < len(long) && i < len(short); j++ {
		if short[i] == long[j] {
			i++
		}
	}
	return i == len(short)
}

// joined is a name without the spaces and dashes in it.
func joined(s string) string { return strings.ReplaceAll(Fold(s), " ", "") }

// voice is the key of the report as a teller itself.
func (r *reading) voice(credit actor, credited bool) string {
	switch {
	case credited && credit.id != someAgencies:
		return credit.id
	case r.report.Outlet != "":
		return "outlet " + r.report.Outlet
	}
	return "report " + r.report.Article
}

// narrator is the report as a teller: whom it credits, else its outlet.
func (r *reading) narrator(credit actor, credited bool, x *Answer) {
	t := riwaya.Teller{Key: r.voice(credit, credited), Kind: riwaya.TellerOutlet, Name: r.report.Outlet, Named: true}
	x.Remove = RankNone
	switch {
	case credited:
		id := credit.id
		t.Name, t.Actor, t.Kind, t.Named = credit.name, &id, riwaya.TellerCredit, id != someAgencies
		x.Remove = RankTold
	case r.report.Outlet == "":
		t.Name, t.Named = itself, false
	}
	x.Teller = t
}
