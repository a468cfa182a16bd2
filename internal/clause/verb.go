package clause

import "riwaya/internal/lang"

// verbOf is the reading of a word as a finite verb: one of the lexicon first.
func verbOf(k *lang.Token) *lang.Reading {
	var best *lang.Reading
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&(lang.Past|lang.Present) == 0 {
			continue
		}
		if best == nil || best.Feat&lang.Guess != 0 && q.Feat&lang.Guess == 0 || best.Feat&lang.First != 0 && q.Feat&lang.First == 0 && q.Feat&lang.Guess == 0 {
			best = q
		}
	}
	return best
}

// verbAt is the reading of the word at token i as a finite verb. Where it may be the past of one and the present of another (he
// went on, she goes on with) it is the latter beside somebody or something that takes a feminine verb.
func (r *Reader) verbAt(i int) *lang.Reading {
	k := &r.K[i]
	q := verbOf(k)
	if q.Feat&(lang.Past|lang.Masculine|lang.Plural|lang.Dual|lang.First|lang.Guess) != lang.Past|lang.Masculine || k.Feats&lang.Present == 0 {
		return q
	}
	for n := range k.Word.Readings {
		p := &k.Word.Readings[n]
		if p.Feat&(lang.Present|lang.Feminine|lang.Plural|lang.Dual|lang.First|lang.Guess) == lang.Present|lang.Feminine && p.Prefix == q.Prefix && p.Lemma != q.Lemma && r.besideHer(i) {
			return p
		}
	}
	return q
}

// besideHer reports whether a party or thing that takes a verb in the feminine stands right before token i, in its clause, or right
// behind it.
func (r *Reader) besideHer(i int) bool {
	n := len(r.out) - 1
	for n >= 0 && r.out[n].Kind == Adverb && !r.was(&r.K[r.out[n].Head]) {
		n--
	}
	if n >= 0 && !r.K[i].Has(lang.Conjunction) {
		if c := &r.out[n]; c.Bare() && c.Definite && !c.Listed && (n == 0 || r.out[n-1].Kind != Verb) {
			return c.Reading != nil && c.Reading.Feat&(lang.Feminine|lang.Dual) == lang.Feminine || c.Actor >= 0 && r.K[c.Head].In(r.w.lands)
		}
	}
	if i+1 >= r.end || r.K[i+1].Word == nil || r.begun[i+1]&mention == 0 {
		return false
	}
	q := r.noun(i + 1)
	return q != nil && q.Feat&(lang.Feminine|lang.Dual|lang.Accusative) == lang.Feminine
}
