package rule

import (
	"slices"

	"riwaya/internal/lang"
)

// Stand reports whether a word that may name a happening stands in the sentence: see
// [Rules.Begins].
func (all *Rules) Stand(t *lang.Text, sen *lang.Sentence) bool {
	return t.Next(sen.From, sen.To, lang.StartsEvent) < sen.To
}

// Begins tells of a word whether it may name a happening, alone and with a phrase that begins
// with it; false is sure. Many words only look like a form of a verb that does so.
func (all *Rules) Begins(w *lang.Word) (alone, phrase bool) {
	return w.Classes.Meets(all.Coded) && (all.verbal(w) || all.nominal(w)), w.Begins.Meets(all.NounWord)
}

// verbal is whether a word may name a happening as a finite verb: see [Reader.verb].
func (all *Rules) verbal(w *lang.Word) bool {
	return w.Some(func(q *lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(all.VerbWord) && reads(all.Verbs[q.Lemma], Verb)
	}) && !all.Lent(w)
}

// nominal is whether a word may name a happening as a noun: see [Reader.nounRule].
func (all *Rules) nominal(w *lang.Word) bool {
	return !w.Has(lang.Nisba) && w.Some(func(q *lang.Reading) bool {
		return all.Listed(w, q) && reads(all.Nouns[q.Lemma], Noun) || all.Masdar(w, q) && reads(all.Verbs[q.Lemma], Noun)
	})
}

// reads reports whether one of the rules reads words of that form.
func reads(rules []*Rule, form Form) bool {
	return slices.ContainsFunc(rules, func(r *Rule) bool { return r.Has[form] })
}

// Lent reports whether a word is rather a verb that only lends its subject than one that names a happening: it has no more
// letters glued on as that. "It stopped them" is not "did it stand".
func (all *Rules) Lent(w *lang.Word) bool {
	least := uint8(255)
	for n := range w.Readings {
		if q := &w.Readings[n]; q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(all.VerbWord) {
			least = min(least, q.Prefix)
		}
	}
	return w.Some(func(q *lang.Reading) bool {
		return q.Prefix <= least && all.Lends(q) && q.Feat&(lang.Present|lang.Active|lang.Passive) != lang.Present|lang.Passive // "he threatened", not "she is promised"
	})
}

// Lends reports whether a word is a verb that only lends its subject, by that reading.
func (all *Rules) Lends(q *lang.Reading) bool {
	return q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(all.Support) && !q.Classes.Meets(all.VerbWord)
}

// Listed reports whether a word is one of the listed nouns by that reading.
func (all *Rules) Listed(w *lang.Word, q *lang.Reading) bool {
	return q.Classes.Meets(all.NounWord) && q.Feat&lang.First == 0 && !(w.Feats&(lang.Feminine|lang.Accusative) == lang.Feminine && q.Feat&(lang.Dual|lang.Plural|lang.Pronoun) == 0 && w.Lengthened(q)) && q.Feat&(lang.Plural|lang.Feminine) != lang.Plural &&
		!(q.Feat&lang.Pronoun != 0 && w.Has(lang.Noun|lang.First|lang.Pronoun)) && !(q.Feat&(lang.Feminine|lang.Pronoun) == lang.Feminine|lang.Pronoun && w.Has(lang.Past|lang.Feminine|lang.Pronoun)) // "she kept them", no noun
}

// Masdar reports whether a word is the verbal noun of a listed verb by that reading.
func (all *Rules) Masdar(w *lang.Word, q *lang.Reading) bool {
	return q.Classes.Meets(all.VerbWord) && q.Feat&lang.Masdar != 0 && q.Feat&(lang.First|lang.Plural) == 0 && !w.Has(lang.Participle|lang.Feminine|lang.Conjunction)
}
