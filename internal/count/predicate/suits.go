package predicate

import "riwaya/internal/quantity"

// Suits is the predicate p if what is counted can have it, another that it can have, or ""
// where there is no figure. word says that it is a verb's or a noun of action's.
func Suits(p string, c *quantity.Quantity, word bool) string {
	man := quantity.People(c.Word.Group)
	if p == Together && c.Kind != quantity.KindBare {
		p = "other"
	}
	if p == "infected" && c.Word.Fixed && c.Word.Predicate == "killed" {
		return "killed" // dead of the disease
	}
	if c.Kind == quantity.KindOne && (p != "killed" && p != "injured" && p != "infected" || c.Word.Group != "" && !man) {
		return "" // of singulars only the dead and wounded are figures
	}
	if own := c.Word.Predicate; own != "" && !Open(&c.Word) && (p == "present" || p == "other" || p == "received" || p == "sent") {
		return own // what they are says more than where
	}
	switch c.Kind {
	case quantity.KindBare:
		if p == Together {
			return "other" // seven dead and wounded
		}
		if p == "present" && c.Number.Vague && c.Number.Definite {
			return p // thousands gathered
		}
		if !Human(p) && p != "age" && word && !(Moves(p) && (c.End > c.To || c.Number.Vague && c.Number.Definite)) {
			return "" // nothing says what is counted
		}
	case quantity.KindMeasure:
		if p != "sent" && p != "received" && p != "needed" && p != "arrived" || c.Unit == "%" {
			return "other"
		}
		if (p == "sent" || p == "arrived") && paces[c.Unit] || p == "arrived" && c.Unit != "tonne" {
			return "other" // how far it runs, how high a price comes
		}
	case quantity.KindNoun:
		if c.Word.Unlisted && Human(p) && !c.Word.Person {
			return "other" // beasts are killed too
		}
		if c.Word.Unlisted && !Human(p) && word && p != "destroyed" && !(c.Word.Person && Moves(p) && c.NounFrom == c.Number.To) {
			return "other"
		}
		switch p {
		case "present", "needed":
			if !man && c.Word.Predicate == "" && (p == "present" || !word) {
				return "other"
			}
		case "trapped":
			if !man && word {
				return "other"
			}
		case "departed":
			if !quantity.Forces(c.Word.Group) {
				return "other"
			}
		case "received", "destroyed":
			if man {
				return "other"
			}
		case "sent":
			if man && !quantity.Forces(c.Word.Group) {
				return "other"
			}
		case "killed", "injured", "detained", "abducted", "missing", "displaced", "returned", "left", "infected", "recovered", "surrendered", "evacuated", "released":
			if !man && !c.Word.Unlisted && c.Word.Predicate == "" {
				return "other"
			}
		}
	}
	return p
}

// Lived reports whether a person can be that old.
func Lived(c *quantity.Quantity) bool {
	switch c.Unit {
	case "", "year", "month", "week", "day":
		return c.Low <= oldest && c.High <= oldest
	}
	return false
}

// oldest is what nobody's age passes, in whatever unit it is told.
const oldest = 130

// paces are units that what moves is measured by, not what is sent.
var paces = map[string]bool{"km": true, "m": true, "cm": true, "mm": true, "inch": true, "km2": true, "m2": true, "hectare": true}

// Human reports whether a predicate is of people alone.
func Human(p string) bool { return human[p] }

// Open reports whether a noun has a predicate of its own only where something says so: a victim need not be dead.
func Open(w *quantity.Noun) bool { return w.Predicate == "killed" && !w.Fixed }

var human = map[string]bool{"killed": true, "injured": true, "missing": true, "abducted": true, "detained": true, "released": true,
	"surrendered": true, "displaced": true, "infected": true, "recovered": true}

// Moves reports whether a predicate is of people on their way, which beasts and things have
// too.
func Moves(p string) bool { return moves[p] }

// Leaves reports whether people go away by it, so that the place behind "from" is where that was.
func Leaves(p string) bool { return Moves(p) || p == "displaced" || p == "departed" || p == "released" }

var moves = map[string]bool{"left": true, "arrived": true, "returned": true, "evacuated": true}
