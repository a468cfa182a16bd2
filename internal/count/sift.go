package count

import (
	"riwaya/internal/count/deed"
	"riwaya/internal/count/predicate"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/quantity"
)

// sifted is p where the deed of the rule may be told of what is counted as something that
// happened, other where it may not, and "" where then there is no figure.
func (r *reading) sifted(c *chunk, u *rule, captures []match.Capture, p string) string {
	i := deedOf(captures)
	if i < 0 || !predicate.Human(p) && !predicate.Moves(p) && p != "sent" && p != "departed" {
		return p
	}
	switch {
	case r.deeds.Unreal(i, p):
	case c.Kind == quantity.KindOne && r.denied(i):
	case p == "sent" && quantity.Forces(c.Word.Group) && i < c.Start && !r.Finite(i) && !(i > r.Begin && (r.Is(i-1, keyDone) || r.Finite(i-1))): // the sending of troops is announced before they go
	case r.deeds.Either(i, p):
		return predicate.Together
	case p == "sent" && c.Kind == quantity.KindMeasure && !r.deeds.Noted(i, deed.Giving) && money(c.Unit): // who pays a price sends nothing
	case p == "detained" && r.deeds.Noted(i, deed.Held) && (r.ahead(max(c.End, i+1), deed.Trap) || c.NounTo > c.NounFrom && r.deeds.Noted(c.NounFrom, deed.Traveller) && r.ahead(max(c.End, i+1), deed.Airport)):
		return "trapped"
	case p == "sent" && c.NounTo > c.NounFrom && r.deeds.Noted(c.NounFrom, deed.Unsent): // flights, copies of a book
	case p == "arrived" && (c.Word.Group == "other" || r.ahead(max(c.End, i+1), deed.Into)): // into a race, into a parliament
	case c.Kind == quantity.KindNoun && i < c.Start && predicate.Human(p) && r.k[i].Feats&(lang.Past|lang.Present) != 0 && r.subject(c): // two bombers killed thirteen
	case p == "missing" && c.End < r.End && r.k[c.End].Has(lang.For|lang.Pronoun): // of their work
	case p == "left" && r.ahead(max(c.End, i+1), deed.Protest):
		return "present"
	case p == "detained" && c.Kind == quantity.KindNoun && (r.off(c.End) || r.off(c.End+1)): // from their work
	default:
		return p
	}
	if c.Kind == quantity.KindBare || c.Kind == quantity.KindOne {
		return ""
	}
	return "other"
}

// off reports whether token i is the preposition of what people are kept from.
func (r *reading) off(i int) bool {
	return i < r.End && r.k[i].In(r.f.g.about) && !r.k[i].Has(lang.Pronoun)
}

// subject reports whether other people that are counted follow right behind, which are then the object.
func (r *reading) subject(c *chunk) bool {
	var q quantity.Quantity
	return c.End < r.End && !r.k[c.End].Has(lang.Conjunction) && r.At(c.End, &q) && q.Start == c.End && q.Kind == quantity.KindNoun && quantity.People(q.Word.Group) && q.Low > 2 &&
		!(q.End < r.End && r.Is(q.End, keyAmong))
}

// denied reports whether a negation stands a few words before token i in its clause.
func (r *reading) denied(i int) bool {
	for j := i - 1; j >= max(r.Begin, i-5) && r.k[j].Kind == lang.WordKind; j-- {
		if v := &r.k[j+1]; r.k[j].In(r.f.g.negation) && r.k[j].Feats&lang.Function != 0 && v.Feats&lang.Present != 0 && v.Feats&lang.Past == 0 {
			return true
		}
	}
	return false
}

// ahead reports whether a word of that key stands a few words from token i on.
func (r *reading) ahead(i int, key string) bool {
	for n := 0; n < 6 && i < r.End && r.k[i].Kind == lang.WordKind && !r.Finite(i); n, i = n+1, i+1 {
		if r.deeds.Noted(i, key) {
			return true
		}
	}
	return false
}

// ill is p where it is no illness that befell people: whom one befalls is not hurt, and only some are caught.
func (r *reading) ill(c *chunk, p string, tallied bool) string {
	if p != "injured" && p != "infected" {
		return p
	}
	from, to := max(r.Begin, c.Start-8), min(r.End, c.End+8)
	if c.Kind == quantity.KindBare && tallied {
		from = r.Begin // the number of the infected has come to so many
	}
	for i := from; i < to; i++ {
		if k := &r.k[i]; i >= c.Start && i < c.End || k.Word == nil || k.Is(lang.Stop) {
			continue
		}
		if r.deeds.Noted(i, deed.Illness) {
			return "other"
		}
		if p == "injured" && r.Is(i, keyVirus) {
			return "infected"
		}
	}
	return p
}

// deedOf is where the verb or the noun of action of a rule stands, -1 if it has none.
func deedOf(captures []match.Capture) int {
	for _, p := range captures {
		switch p.Name {
		case "event", "do", "suffer", "theirs":
			return p.From
		}
	}
	return -1
}

// money reports whether a unit is one of money: weights and lengths are written small.
func money(unit string) bool {
	return unit != "tonne" && unit != "kg" && unit != "barrel"
}
