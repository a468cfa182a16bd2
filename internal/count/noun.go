package count

import (
	"math"

	"riwaya"
	"riwaya/internal/lang"
)

// counted finds what a number counts, and gives the chunk its kind: "" where the number
// is no figure.
func (r *reading) counted(c *chunk) {
	g := &r.f.g
	c.end = c.to
	if c.n.Dual {
		if w := r.dual(c.from); c.n.Construct && !people(w.group) || c.n.Definite && !people(w.group) {
			return // two provinces that are named, the two attacks that were told
		}
		c.nounFrom, c.nounTo = c.from, c.from+1
		c.kind = kindNoun
		c.to = c.from + 1
		c.noun = riwaya.Span{Start: c.n.Span.Start, End: c.n.Span.End}
		if r.k[c.from].In(g.unit) && !r.k[c.from].In(g.counted) {
			r.measured(c, c.from, c.from+1)
			if c.kind != kindTime {
				return
			}
			c.kind = ""
			return
		}
		c.word = r.dual(c.from)
		if c.word.group == "not" {
			c.kind = ""
		}
		r.either(c)
		c.end = r.adjectives(c.to)
		return
	}
	if c.n.Definite && c.n.Words && c.low <= 10 && !c.n.Vague && !c.n.OneOf {
		return // a day of the week, or those that were told of before
	}
	if r.stopped(c) || c.n.Definite && c.n.Words && !c.n.Vague && c.low >= 100 && c.n.To == c.n.From+1 {
		return // the hundred is a share's, the thousand a year's
	}
	i := c.to
	if r.sign(c) {
		return
	}
	if i+1 < r.end && r.k[i].Kind == lang.MarkKind && r.k[i].Match >= 0 && int(r.k[i].Match) < c.from && r.k[i].Mark != lang.BracketClose {
		i++ // the number alone stands in quotation marks
	}
	partitive := false
	c.n.OneOf = c.n.OneOf || c.low == 1 && c.high == 1 && c.n.Words // and one of several, whose hamza is seldom written
	if i+1 < r.end && r.k[i].In(g.from) && r.k[i].Word.Feats&lang.Function != 0 && r.k[i].End-r.k[i].Start <= 4 {
		partitive = true
		i++
	}
	if c.n.Fraction {
		return // a share that is no number of anybody
	}
	c.kind = kindBare
	if c.n.OneOf {
		c.kind = kindOne
	}
	if i >= r.end || r.k[i].Word == nil {
		r.alone(c)
		return
	}
	if r.is(c.to, keyAged) {
		return
	}
	if !partitive {
		if e, ok := r.unitAt(i); ok {
			r.measured(c, i, e)
			return
		}
	}
	e, word, ok := r.nounAt(i, c, partitive)
	if !ok {
		r.alone(c)
		return
	}
	if word.group == "not" {
		c.kind = ""
		return
	}
	if c.kind == kindBare {
		c.kind = kindNoun
	}
	c.word, c.nounFrom, c.nounTo, c.to = word, i, e, e
	c.noun = r.t.Span(i, e)
	c.span.End = c.noun.End
	c.end = r.adjectives(e)
	r.pair(c)
	for j := c.to; j < min(r.end, c.end+2) && r.k[j].Kind == lang.WordKind; j++ { // of a total of ten
		if j > c.to && (j+1 >= r.end || !r.k[j+1].In(g.total)) {
			continue
		}
		if n, ok := r.f.numbers.Total(r.t, j); ok && n.Low > c.high && !n.Fraction {
			c.total = n.Low
			break
		}
	}
}

// alone takes a number without a noun: the dates, years and the definite that could be
// anything are none.
func (r *reading) alone(c *chunk) {
	digits := r.k[c.from].Kind == lang.NumberKind
	switch {
	case c.to+1 < r.end && r.k[c.to].Is(lang.Dash) && r.k[c.to+1].Kind == lang.NumberKind:
		c.kind = "" // the score of a match
		return
	case c.from > r.begin && r.article(c.from-1):
		c.kind = "" // the twenty-second
		return
	case c.n.Fraction, c.n.Definite && c.low <= 10 && !c.n.Vague, digits && c.low >= 1900 && c.low <= 2100 && c.to == c.from+1, c.low == 1 && !c.n.OneOf:
		c.kind = ""
		return
	}
	if c.to < r.end && r.is(c.to, keyOthers) {
		c.end = c.to + 1
	}
	if n, ok := r.f.numbers.Total(r.t, min(c.to, len(r.k)-1)); ok && n.Low > c.high {
		c.total = n.Low
	}
}

// stopped reports whether the word before or behind says that the number counts nothing.
func (r *reading) stopped(c *chunk) bool {
	g := &r.f.g
	if c.to < r.end && r.is(c.to, keyNoAfter) {
		return true
	}
	if c.to+1 < r.end && r.k[c.to].In(g.from) && r.is(c.to+1, keyNoAfter) {
		return true
	}
	j := c.from - 1
	if j >= r.begin && (r.k[j].Is(lang.BracketOpen) || r.k[j].Mark == lang.QuoteOpen || r.k[j].Is(lang.Slash)) {
		j--
	}
	if j < r.begin || !r.is(j, keyNoBefore) && !(c.yearly() && r.is(j, keyNoAfter)) {
		return false
	}
	return c.yearly() || !r.plainly(c.to)
}

// yearly reports whether the number may be a year's.
func (c *chunk) yearly() bool {
	return c.low >= 1900 && c.low <= 2100 && c.low == c.high && !c.n.Words && c.n.To == c.n.From+1
}

// plainly reports whether a listed noun stands at token i, so that a number before it
// counts whatever stands before that.
func (r *reading) plainly(i int) bool {
	if i >= r.end || r.k[i].Word == nil {
		return false
	}
	w, ok := r.listed(i)
	return ok && w.group != "not" && !r.k[i].Has(lang.Article|lang.Noun)
}

// listed is what the lexicon says of the counted noun at token i.
func (r *reading) listed(i int) (noun, bool) {
	g := &r.f.g
	if e, p := r.t.PhraseAt(i, g.counted); p != nil && e <= r.end {
		return r.f.nouns[p.Key], true
	}
	k := &r.k[i]
	if k.Word == nil || !k.In(g.counted) {
		return noun{}, false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(g.counted) && q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 {
			return r.f.nouns[q.Key], true
		}
	}
	return noun{}, false
}

// dual is what the lexicon says of the dual noun at token i, whatever is glued to it.
func (r *reading) dual(i int) noun {
	for n := range r.k[i].Word.Readings {
		if q := &r.k[i].Word.Readings[n]; q.Classes.Meets(r.f.g.counted) {
			return r.f.nouns[q.Key]
		}
	}
	return noun{}
}

// nounAt is the end of the counted noun at token i, and what the lexicon says of it. A
// noun that is not listed counts as a thing, if its form fits the number.
func (r *reading) nounAt(i int, c *chunk, partitive bool) (e int, w noun, ok bool) {
	g := &r.f.g
	if e, p := r.t.PhraseAt(i, g.counted); p != nil && e <= r.end {
		return e, r.f.nouns[p.Key], true
	}
	w, ok = r.listed(i)
	k := &r.k[i]
	if ok && !partitive && !c.n.Words && !c.n.Vague && k.Has(lang.Article|lang.Noun) {
		return i, w, false // digits that name what is before them
	}
	if ok {
		if e := i + 1; e < r.end && !k.Has(lang.Article|lang.Noun) && r.k[e].Has(lang.Article|lang.Noun) && r.k[e].Word.Feats&(lang.Conjunction) == 0 { // men of the police
			if of, ok := r.listed(e); ok && people(of.group) && partitive && people(w.group) {
				if of.group != "people" {
					w.group = of.group
				}
				return e + 1, w, true
			}
		}
		return i + 1, w, true
	}
	q := r.plain(i)
	if v := c.low; v >= 1e5 && r.k[c.from].Kind == lang.NumberKind && c.to == c.from+1 && math.Mod(v, 100) != 0 && count(r.t.Source[r.k[c.from].Start:r.k[c.from].End]) {
		return i, w, false // a number of a telephone
	}
	if c.from > r.begin && r.article(c.from-1) {
		return i, w, false // the twenty-second
	}
	if c.low >= 1900 && c.low <= 2100 && c.low == c.high && r.k[c.from].Kind == lang.NumberKind && c.to == c.from+1 {
		return i, w, false // a year, before a noun of its own
	}
	if q == nil || k.End-k.Start <= 4 || r.is(i, keyNoAfter) || r.is(i, keyOthers) || r.is(i, keyAmong) {
		return i, w, false
	}
	if q.Feat&lang.Article != 0 && !partitive && !c.n.Vague {
		return i, w, false
	}
	if partitive && (k.In(g.place) || q.Feat&(lang.Article|lang.Plural) == 0 && (c.n.Definite || c.high > 10)) {
		return i, w, false
	}
	if !partitive && !c.n.Vague && !fits(c.high, q) && (q.Feat&lang.Guess == 0 || c.to > c.from+1 || c.low < 11) {
		return i, w, false
	}
	w.group, w.unlisted = "things", true
	w.person = partitive || k.In(g.person) || q.Feat&(lang.Nisba|lang.Pronoun) != 0 || q.Feat&(lang.Masculine|lang.Plural) == lang.Masculine|lang.Plural
	if k.In(g.person) || q.Feat&lang.Nisba != 0 && q.Feat&lang.Masculine != 0 && (q.Feat&lang.Plural != 0) {
		w.group = "people"
	}
	return i + 1, w, true
}

// plain is the reading of token i as a noun without clitics, nil where it has another
// likelier use.
func (r *reading) plain(i int) *lang.Reading {
	g := &r.f.g
	k := &r.k[i]
	if k.Kind != lang.WordKind || k.Word == nil || k.Word.Feats&lang.Function != 0 || k.In(g.time.Or(g.that).Or(g.name).Or(g.number)) || r.finite(i) || r.latin(i) || r.is(i, keyTally) {
		return nil
	}
	var found *lang.Reading
	glued := false
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		switch {
		case q.Feat&lang.Verb != 0 && q.Feat&lang.Noun == 0 && q.Prefix == 0 && q.Feat&(lang.Past|lang.Present) != 0 && found == nil && q.Cue != nil:
			return nil
		case q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 && q.Lemma != "":
			glued = true
		case q.Feat&lang.Noun == 0 || q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0:
		case found == nil || q.Feat&lang.Accusative != 0:
			found = q
		}
	}
	if found != nil && found.Lemma == "" && glued {
		return nil
	}
	return found
}

// fits reports whether the form of a noun is one that a number asks for: singular and
// accusative from eleven to ninety-nine, plural from three to ten, singular above.
func fits(v float64, q *lang.Reading) bool {
	if v != math.Trunc(v) || q.Feat&lang.Guess != 0 && q.Feat&lang.Nisba == 0 && v < 3 {
		return false
	}
	switch m := math.Mod(v, 100); {
	case m >= 11:
		return q.Feat&lang.Accusative != 0 || q.Feat&(lang.Feminine|lang.Singular) == lang.Feminine|lang.Singular
	case m >= 3:
		return q.Feat&lang.Accusative == 0
	}
	return v >= 100 && q.Feat&lang.Plural == 0
}

// adjectives is behind the words that belong to the noun which ends before token i.
func (r *reading) adjectives(i int) int {
	g := &r.f.g
	for n := 0; n < 3 && i < r.end; n++ {
		k := &r.k[i]
		if r.is(i, keyOthers) {
			i++
			continue
		}
		if k.Kind != lang.WordKind || k.Word.Feats&lang.Function != 0 || k.In(g.time.Or(g.happening).Or(g.number).Or(g.hedgeAfter).Or(g.happens)) || k.Word.Begins.Meets(g.hedgeAfter) || r.is(i, keyAmong) {
			break
		}
		ok := false
		for m := range k.Word.Readings {
			q := &k.Word.Readings[m]
			if q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
				ok = false
				break
			}
			ok = ok || q.Feat&lang.Noun != 0 && (q.Feat&(lang.Nisba|lang.Participle|lang.Article|lang.Accusative) != 0 || q.Classes.Meets(g.person))
		}
		if !ok {
			break
		}
		i++
	}
	return i
}

// pair takes the second noun of two that one number counts: young men and women.
func (r *reading) pair(c *chunk) {
	if c.to >= r.end || c.high < 11 || c.n.Vague || c.word.predicate != "" || !people(c.word.group) {
		return
	}
	k := &r.k[c.to]
	if k.Word == nil || !k.In(r.f.g.counted) || k.In(r.f.g.happening.Or(r.f.g.happens)) {
		return
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(r.f.g.counted) || q.Feat&lang.Conjunction == 0 || q.Feat&(lang.Article|lang.Plural|lang.Dual|lang.With|lang.For) != 0 {
			continue
		}
		w := r.f.nouns[q.Key]
		if w.predicate != "" || !people(w.group) {
			return
		}
		switch {
		case w.group == c.word.group:
		case w.group == "women" && c.word.group == "children", w.group == "children" && c.word.group == "women":
			c.word.group = "women and children"
		default:
			c.word.group = "people"
		}
		c.to++
		c.nounTo = c.to
		c.noun.End, c.span.End = k.End, k.End
		c.end = r.adjectives(c.to)
		return
	}
}

// either takes "one man or two": the same noun before the dual.
func (r *reading) either(c *chunk) {
	if c.from-2 < r.begin || !r.is(c.from-1, keyOr) {
		return
	}
	lemma := ""
	for n := range r.k[c.from].Word.Readings {
		if q := &r.k[c.from].Word.Readings[n]; q.Classes.Meets(r.f.g.counted) {
			lemma = q.Lemma
			break
		}
	}
	k := &r.k[c.from-2]
	if k.Word == nil || lemma == "" {
		return
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Classes.Meets(r.f.g.counted) && q.Lemma == lemma && q.Feat&lang.Dual == 0 {
			c.op, c.low, c.high = opRange, 1, 2
			c.start, c.from = c.from-2, c.from-2
			c.span.Start = r.t.Inner(c.from, q)
			return
		}
	}
}
