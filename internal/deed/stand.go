package deed

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
	return w.Classes.Meets(all.coded) && (all.verbal(w) || all.nominal(w)), w.Begins.Meets(all.noun)
}

// verbal is whether a word may name a happening as a finite verb: see [Reader.verb].
func (all *Rules) verbal(w *lang.Word) bool {
	return slices.ContainsFunc(w.Readings, func(q lang.Reading) bool {
		return q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(all.verb) && reads(all.verbs[q.Lemma], Verb)
	}) && !slices.ContainsFunc(w.Readings, all.lends)
}

// nominal is whether a word may name a happening as a noun: see [Reader.nounRule].
func (all *Rules) nominal(w *lang.Word) bool {
	return !w.Has(lang.Nisba) && slices.ContainsFunc(w.Readings, func(q lang.Reading) bool {
		return all.listed(w, &q) && reads(all.nouns[q.Lemma], Noun) || all.masdar(w, &q) && reads(all.verbs[q.Lemma], Noun)
	})
}

// reads reports whether one of the rules reads words of that form.
func reads(rules []*Rule, form Form) bool {
	return slices.ContainsFunc(rules, func(r *Rule) bool { return r.has[form] })
}

// lends reports whether a word is a verb that only lends its subject, by that reading.
func (all *Rules) lends(q lang.Reading) bool {
	return q.Feat&(lang.Past|lang.Present) != 0 && q.Classes.Meets(all.support) && !q.Classes.Meets(all.verb)
}

// listed reports whether a word is one of the listed nouns by that reading.
func (all *Rules) listed(w *lang.Word, q *lang.Reading) bool {
	return q.Classes.Meets(all.noun) && q.Feat&lang.First == 0 && !(w.Feats&(lang.Feminine|lang.Accusative) == lang.Feminine && q.Feat&(lang.Dual|lang.Plural|lang.Pronoun) == 0 && w.Lengthened(q)) && q.Feat&(lang.Plural|lang.Feminine) != lang.Plural &&
		!(q.Feat&lang.Pronoun != 0 && w.Has(lang.Noun|lang.First|lang.Pronoun))
}

// masdar reports whether a word is the verbal noun of a listed verb by that reading.
func (all *Rules) masdar(w *lang.Word, q *lang.Reading) bool {
	return q.Classes.Meets(all.verb) && q.Feat&lang.Masdar != 0 && q.Feat&(lang.First|lang.Plural) == 0 && !w.Has(lang.Participle|lang.Feminine|lang.Conjunction)
}
