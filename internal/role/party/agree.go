package party

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
)

// Agree reports whether phrase j can be the subject of a verb: what both show of gender and
// number does not differ.
func (r *Reader) Agree(q *lang.Reading, j int) bool {
	n := r.C[j].Reading
	if q != nil && q.Feat&(lang.Masculine|lang.Feminine|lang.Plural) == lang.Masculine && r.C[j].Actor >= 0 && r.Rec.Actors[r.C[j].Actor].Kind == "person" {
		if t := r.Noun(r.C[j].From); t != nil && t.Feat&(lang.Feminine|lang.Masculine|lang.Article|lang.Listed) == lang.Feminine|lang.Article|lang.Listed {
			return false // the lady minister
		}
	}
	if q != nil && q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine && q.Feat&lang.Plural == 0 && r.Keyed(r.C[j].Head, "he") && !r.Person(j) && (j+1 == len(r.C) || !r.C[j+1].Listed) {
		return false // the regime, the party: one body, and no "she"
	}
	if n == nil || q == nil || n.Feat&lang.Guess != 0 {
		return true
	}
	if n.Feat&lang.Accusative != 0 && (j == 0 || r.C[j-1].Kind != clause.That) {
		return false // behind a complementiser a subject is in the accusative
	}
	single := n.Feat&(lang.Plural|lang.Dual) == 0
	if single && n.Feat&(lang.Masculine|lang.Feminine) == lang.Masculine && q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine && r.C[j].Place < 0 && r.C[j].Actor < 0 {
		return brokenPlural(n)
	}
	if q.Feat&(lang.Masculine|lang.Feminine) == lang.Feminine && r.C[j].Actor >= 0 && single && n.Feat&lang.Feminine == 0 && n.Feat&lang.Masdar != 0 && r.K[r.C[j].Head].Word.Feats&(lang.Feminine|lang.Plural) == 0 {
		return false // a verbal noun that names a body: the organisation, the alliance
	}
	if n.Feat&lang.Feminine != 0 && n.Feat&lang.Masculine == 0 && q.Feat&lang.Feminine == 0 && q.Feat&lang.Masculine != 0 && q.Feat&lang.Plural == 0 && r.C[j].Figure < 0 {
		return false
	}
	return true
}

// GoesWith reports whether a verb behind its subject agrees with phrase j: men in the plural
// have it in the plural, bodies in the singular.
func (r *Reader) GoesWith(q *lang.Reading, j int) bool {
	f := r.C[j].Figure
	if f >= 0 && r.Arm(j) {
		return q.Feat&(lang.Plural|lang.Dual|lang.Feminine) == lang.Feminine // three aircraft took off, and hit
	}
	n := r.C[j].Reading
	if n == nil { // a number, and men
		return f >= 0 && r.Rec.Figures[f].Group != "things" && q.Feat&(lang.Plural|lang.Dual) != 0
	}
	many := r.ManyMen(j) || f >= 0
	if q.Feat&(lang.Plural|lang.Dual) != 0 {
		return many || n.Feat&lang.Guess != 0
	}
	if many && f < 0 && q.Feat&lang.Feminine != 0 && r.Keyed(r.C[j].Head, "men") {
		many = false // the members of the group attacked (she), and took
	}
	return !many && r.Agree(q, j)
}

// ManyMen reports whether the head of phrase j is, in any of its readings as a noun, a
// masculine plural: a list that has the plural as a word of its own takes it for one thing.
func (r *Reader) ManyMen(j int) bool {
	const men = lang.Noun | lang.Plural | lang.Masculine
	for i := range r.K[r.C[j].Head].Word.Readings {
		if q := &r.K[r.C[j].Head].Word.Readings[i]; q.Feat&men == men && q.Feat&lang.Guess == 0 && q.Prefix == r.C[j].Reading.Prefix {
			return true
		}
	}
	if r.Keyed(r.C[j].Head, "men") {
		return true
	}
	if t := r.C[j].To - 1; t > r.C[j].Head && r.K[t].Word != nil { // a plural that is not shown, and an adjective that shows it
		return r.K[t].Word.Some(func(q *lang.Reading) bool {
			return q.Feat&(men|lang.Oblique|lang.Guess) == men && q.Feat&(lang.Nisba|lang.Participle) != 0
		})
	}
	return false
}

// Oblique reports whether the phrase has an ending that no subject has.
func (r *Reader) Oblique(j int) bool {
	if r.C[j].Prep == "" && r.WordOblique(r.C[j].Head) {
		return true
	}
	if a := r.C[j].Actor; a >= 0 && r.Rec.Actors[a].Kind != "person" && r.C[j].Figure < 0 && r.K[r.C[j].Head].Has(lang.Noun|lang.Plural|lang.Oblique) {
		return true // activists: an ending that no subject has
	}
	if c := &r.C[j]; c.Prep == "" && c.Figure >= 0 && r.K[c.Head].Word != nil && r.K[c.Head].Has(lang.Noun|lang.Plural|lang.Oblique) {
		return true // two persons: no ending of a subject
	}
	if c := &r.C[j]; c.Prep == "" && c.Actor < 0 && c.Place < 0 && c.Figure < 0 && c.Reading != nil && c.Reading.Feat&(lang.Masdar|lang.Participle|lang.Guess) == 0 && r.some(c.Head) {
		return true // a number of: no subject
	}
	n := r.C[j].Reading
	return n != nil && n.Feat&(lang.Oblique|lang.Accusative) != 0 && n.Feat&lang.Guess == 0 && (r.C[j].Actor < 0 || n.Feat&lang.Oblique != 0 && n.Feat&(lang.Plural|lang.Dual) != 0)
}

// some reports whether the word at token i says how many, in the accusative.
func (r *Reader) some(i int) bool {
	k := &r.K[i]
	return k.Word != nil && (k.Has(lang.Noun|lang.Accusative) && r.WordIs(k, some) || r.WordIs(k, "many"))
}

// MenOblique reports whether the head of phrase j is a plural of men whose ending no subject has.
func (r *Reader) MenOblique(j int) bool { return r.C[j].Prep == "" && r.WordOblique(r.C[j].Head) }

// WordOblique reports whether the word at token i is a plural of men whose ending no subject
// has, also where a list has it as a name of its own.
func (r *Reader) WordOblique(i int) bool {
	w := r.K[i].Word
	if w == nil || !w.Has(lang.Noun|lang.Plural|lang.Oblique|lang.Article) {
		return false
	}
	const ending = lang.Noun | lang.Plural | lang.Oblique | lang.Article
	if w.Some(func(q *lang.Reading) bool { return q.Feat&(ending|lang.Guess) == ending }) {
		return true // a known noun, also where a list has its plural as a word
	}
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&(lang.Plural|lang.Oblique|lang.Guess) == lang.Plural {
			return false
		}
	}
	return true
}

// Adverbial reports whether the phrase is no object, but says how: a verbal noun or
// participle in the accusative.
func (r *Reader) Adverbial(j int) bool {
	n := r.C[j].Reading
	if r.StandsFor(r.C[j].Head, false) && !r.StandsFor(r.C[j].Head, true) {
		return false // a position of theirs
	}
	return n != nil && n.Feat&lang.Accusative != 0 && n.Feat&(lang.Masdar|lang.Participle) != 0 || r.C[j].Actor < 0 && r.C[j].Figure < 0 && n != nil && n.Feat&lang.Masdar != 0
}

// brokenPlural reports whether a noun that looks like a masculine singular may be a plural:
// the lexicon does not say so of most, and a verb in the feminine goes with it.
func brokenPlural(n *lang.Reading) bool { return n.Feat&lang.Participle == 0 }

// TakesUp reports whether the pronoun glued on behind q may be that of the noun n: what both
// show of gender and number does not differ.
func TakesUp(q, n *lang.Reading) bool {
	many := n.Feat&(lang.Plural|lang.Dual) != 0
	switch {
	case q.Feat&lang.Him != 0:
		return !many && (n.Feat&lang.Feminine == 0 || n.Feat&lang.Masculine != 0)
	case q.Feat&lang.Her != 0:
		return n.Feat&lang.Feminine != 0 || n.Feat&lang.Masculine == 0 && (many || n.Feat&lang.Masdar == 0) || !many && brokenPlural(n) && n.Feat&lang.Masdar == 0
	case q.Feat&lang.Them != 0:
		return many || n.Feat&lang.Participle == 0 && n.Feat&lang.Masdar == 0
	}
	return true
}

// Alike reports whether two verbs show the same gender and number.
func Alike(p, q *lang.Reading) bool {
	const shows = lang.Masculine | lang.Feminine | lang.Plural | lang.Dual
	return (p.Feat^q.Feat)&shows == 0
}

// Men reports whether phrase j counts men by a number that is no plural of tens: "he killed" goes
// with them as a passive, "she killed" does not.
func (r *Reader) Men(j int) bool {
	c := &r.C[j]
	for i := c.To - 1; i >= c.From && c.Figure >= 0 && !r.StandsFor(c.From, true); i-- {
		if n := r.Noun(i); n != nil && n.Feat&(lang.Masculine|lang.Feminine) != 0 {
			return n.Feat&(lang.Masculine|lang.Feminine) == lang.Masculine
		}
	}
	return false
}

// FirstRelative is the relative pronoun that the one of chunk j, which is joined, goes on from: the fighters who hold it and who
// refuse to leave. Where there is none it is j.
func (r *Reader) FirstRelative(j int) int {
	for i := j - 1; i >= 0; i-- {
		switch c := &r.C[i]; c.Kind {
		case clause.Relative:
			if c.Takes != 0 && c.Takes == r.C[j].Takes {
				return i
			}
			return j
		case clause.Stop, clause.That, clause.Opens:
			return j
		}
	}
	return j
}

// SameGender reports whether a verb and a noun both show one gender, and no plural.
func (r *Reader) SameGender(q, n *lang.Reading) bool {
	const gender = lang.Masculine | lang.Feminine
	return q.Feat&(lang.Plural|lang.Dual) == 0 && n.Feat&(lang.Plural|lang.Dual) == 0 && q.Feat&gender != 0 && q.Feat&gender == n.Feat&gender
}

// HeadOf is the first of a list of phrases that phrase j goes on with.
func (r *Reader) HeadOf(j int) int {
	for j > 0 && r.C[j].Listed {
		p := j - 1
		for p > 0 && r.C[p].Kind == clause.Comma {
			p--
		}
		if r.C[p].Kind != clause.NounPhrase {
			break
		}
		j = p
	}
	return j
}
