package naming

import "riwaya/internal/lang"

// longestName is how many tokens a person's name may have.
const longestName = 7

// NameAt reports whether a name begins at token j behind a title. closed says that the
// title may end there: its last word is definite.
func (x *Text) NameAt(j int, closed, direct bool) bool {
	v, t := x.v, &x.K[j]
	if t.Word == nil || v.G.Function(t) && !t.In(v.Particle) {
		return false
	}
	if e, p := x.T.PhraseAt(j, v.Name); e > j && p.Prefix == 0 && e < len(x.K) && x.K[e].Word != nil && (x.K[e].In(v.AnyName) || x.K[e].Has(lang.Guess)) {
		return true // a name of two words
	}
	r := Reading(t, v.AnyName)
	if r != nil && r.Prefix > 0 {
		r = nil
	}
	next := j+1 < len(x.K) && x.K[j+1].Word != nil && (x.K[j+1].In(v.AnyName) || x.K[j+1].Has(lang.Guess) || x.K[j+1].Has(lang.Article) && (x.K[j+1].Has(lang.Nisba) || x.K[j+1].In(v.G.Demonym)) && x.K[j].In(v.given))
	if t.In(v.G.Office) && !next {
		return false
	}
	if next && t.Has(lang.Article) && (t.In(v.Honorific) || t.In(v.Rank)) && x.K[j+1].In(v.Name) && !x.K[j+1].Has(lang.Article) {
		return false // "prince" before a given name is no family's name
	}
	if r != nil && r.Feat&lang.Article != 0 && t.In(v.Bent) && x.K[j-1].Has(lang.Article) && !x.K[j-1].In(v.Rank) && !x.K[j-1].In(v.Honorific) {
		return false // the military official
	}
	if t.In(v.Particle) && r != nil && j+1 < len(x.K) && x.K[j+1].Word != nil {
		return closed || x.K[j+1].In(v.AnyName)
	}
	if r != nil && r.Feat&lang.Article != 0 && !direct {
		return false
	}
	if r != nil && (t.In(v.Name)) {
		if closed {
			return true
		}
		return j+1 < len(x.K) && (x.K[j+1].In(v.AnyName) || x.K[j+1].Has(lang.Guess)) && !x.K[j-1].In(v.NamedAfter)
	}
	if r != nil { // a name that is also a common word
		if t.In(v.G.Time) && !(next && x.K[j+1].In(v.AnyName)) {
			return false
		}
		return closed && (next || r.Feat&lang.Article == 0) && !x.Verbal(j)
	}
	if closed && direct && x.tribal(j) {
		return true
	}
	g := t.Word.Find(lang.Guess)
	return closed && g != nil && !bears(t) && !v.Joins(x.T.Source[t.Start:t.End]) && g.Feat&(lang.Article|lang.Conjunction|lang.With|lang.For|lang.Nisba) == 0 && g.Feat&(lang.Plural) == 0
}

// adverb is the key of phrases that say how: "in form", "in full".
const adverb = "adverb"

// bears reports whether the word, of which no list of names has anything, is a noun of a list
// with a preposition glued on in front: "in form", no name.
func bears(t *lang.Token) bool {
	for n := range t.Word.Readings {
		r := &t.Word.Readings[n]
		if r.Key == adverb || r.Feat&lang.Listed != 0 && r.Feat&(lang.With|lang.For|lang.Like) != 0 && r.Prefix > 0 {
			return true
		}
	}
	return false
}

// NameRun is where the name that begins at token j ends.
func (x *Text) NameRun(j int) int {
	v := x.v
	i, guesses := j, 0
	if e, p := x.T.PhraseAt(j, v.Name); e > j && p.Prefix == 0 {
		i = e
	}
	for i < len(x.K) && i < j+longestName {
		t := &x.K[i]
		if t.Word == nil {
			break
		}
		if t.In(v.Particle) && i+1 < len(x.K) && x.K[i+1].Word != nil && Reading(t, v.Particle) != nil && (i == j || Reading(t, v.Particle).Prefix == 0) {
			if n := &x.K[i+1]; !x.goesOn(i, j) {
				if i > j && t.In(v.G.Ambiguous) && !v.G.Function(n) {
					i++ // it closes the name
				}
				break
			}
			i += 2
			continue
		}
		r := Reading(t, v.AnyName)
		if r != nil && (r.Prefix == 0 || i == j) {
			if i > j && (x.office(i) || x.headed(i, i > j+1)) {
				break
			}
			if i > j && t.In(v.G.Time) && !t.In(v.G.Given) || i > j && !t.In(v.Name) && (v.G.Function(t) || v.G.MayBeFinite(t)) && !(i+1 < len(x.K) && x.K[i+1].In(v.Name)) {
				break
			}
			i++
			continue
		}
		if x.surname(i, j) {
			i++
			break
		}
		if i > j && bears(t) && !t.In(v.AnyName) {
			break
		}
		if i > j && t.Word.Begins.Meets(v.Alias) {
			if e, _, n := x.AliasAt(i); e > i && n > 0 {
				break // whom it is told to
			}
		}
		g := t.Word.Find(lang.Guess)
		if i > j+1 && x.K[i-1].Has(lang.Article) && !x.K[i-2].In(v.Particle) && !x.K[i-1].In(v.G.NameTail) {
			break // the family's name was the last
		}
		if i > j && g != nil && (g.Feat&lang.Feminine != 0 && !x.ranked(i, j) || i > j+1 && x.v.Joins(x.T.Source[t.Start:t.End])) {
			break
		}
		if g == nil || g.Feat&(lang.Conjunction|lang.With|lang.For) != 0 && i > j || v.G.Function(t) || g.Feat&lang.Feminine != 0 && g.Feat&lang.Plural != 0 {
			break
		}
		if t.In(v.G.Demonym) || t.In(v.Country) || i > j && t.In(v.G.Time) {
			break
		}
		if g.Feat&lang.Article != 0 && i == j {
			break
		}
		if _, verb := v.Looks(t.Word.Form); verb && i > j+1 {
			break
		}
		guesses++
		if guesses > 3 {
			break
		}
		i++
		if g.Feat&lang.Article != 0 {
			break // a family's name closes it
		}
	}
	return max(i, min(j+1, len(x.K)))
}

// surname reports whether the word at token i, an adjective with the article, is the family's
// name or the land's of a name that begins at token j: behind "son of", behind "father of".
func (x *Text) surname(i, j int) bool {
	if p := i - 2; p < j || !x.K[p].In(x.v.Particle) || p == j && !x.v.Kunya(&x.K[p]) {
		return false
	}
	t := &x.K[i]
	n := x.Noun(i)
	if n == nil || n.Prefix > 0 || n.Feat&lang.Plural != 0 || n.Feat&(lang.Article|lang.Feminine) != lang.Article || t.In(x.v.G.Time) || t.In(x.v.Anaphor) || t.In(x.v.Bent) || x.Verbal(i) {
		return false
	}
	if x.v.Kunya(&x.K[i-2]) {
		return t.In(x.v.G.Demonym) || n.Feat&lang.Nisba != 0
	}
	if i+1 < len(x.K) && x.governs(&x.K[i+1]) && n.Feat&lang.Nisba == 0 {
		return false // a participle with what belongs to it
	}
	return x.Adjective(i, n) && !t.In(x.v.G.Demonym)
}

// office reports whether the word at token i, which some bear as their family's name, is the
// title of who has the name before it: it has the article, and an adjective behind it.
func (x *Text) office(i int) bool {
	t := &x.K[i]
	if !t.Has(lang.Article) || t.In(x.v.Name) || !t.In(x.v.Title) || i+1 >= len(x.K) || x.K[i+1].Word == nil {
		return false
	}
	n := x.Noun(i + 1)
	return n != nil && n.Prefix == 0 && n.Feat&lang.Article != 0 && (x.Adjective(i+1, n) || x.K[i+1].In(x.v.Bent) || x.K[i+1].In(x.v.G.Demonym)) && !x.K[i+1].In(x.v.Name)
}

// headed reports whether the word at token i, which some bear as a name, is the first of a
// title behind the name: without article before a definite title, or before the noun of a body
// or place, "deputy of the governor", "emir of the province". full says that the name before it
// has two words already.
func (x *Text) headed(i int, full bool) bool {
	t := &x.K[i]
	if t.Has(lang.Article) || !t.In(x.v.Title) || i+1 >= len(x.K) || x.K[i+1].Word == nil {
		return false
	}
	next := &x.K[i+1]
	if full && next.In(x.v.G.Office) && !next.Has(lang.Article) && !next.In(x.v.AnyName) {
		return true // "assistant of the minister of"
	}
	if t.In(x.v.Name) {
		return false
	}
	n := x.Noun(i + 1)
	if n == nil || n.Prefix > 0 || next.In(x.v.Name) {
		return false
	}
	if n.Feat&lang.Article == 0 {
		return next.In(x.v.NamedAfter) || next.In(x.v.Body)
	}
	return next.In(x.v.Title)
}

// Kunya reports whether the word is one like "father of"; FatherOf whether it is no other
// word.
func (v *Vocabulary) Kunya(t *lang.Token) bool {
	r := Reading(t, v.Particle)
	return r != nil && (r.Key == "kunya" || r.Key == "father")
}

// FatherOf: see Kunya.
func (v *Vocabulary) FatherOf(t *lang.Token) bool {
	r := Reading(t, v.Particle)
	return r != nil && r.Key == "father"
}

// governs reports whether the word is a preposition that a participle takes.
func (x *Text) governs(t *lang.Token) bool {
	g := x.v.G
	return t.Word != nil && g.Function(t) && (t.In(g.In) || t.In(g.From) || t.In(g.On) || t.In(g.To))
}

// ranked reports whether the word at token i can only be the second name of whom a rank or
// another title stands before, who has a given name at token j.
func (x *Text) ranked(i, j int) bool {
	if i != j+1 || j == 0 || x.K[j-1].Word == nil || !x.K[j].In(x.v.Name) {
		return false
	}
	r := Reading(&x.K[j-1], x.v.Rank)
	return r != nil && r.Prefix == 0
}

// goesOn reports whether the particle at token i, in a name that begins at token j, has its
// name behind it.
func (x *Text) goesOn(i, j int) bool {
	n := &x.K[i+1]
	switch {
	case x.v.G.Function(n), n.In(x.v.G.That), n.In(x.v.G.Time) && !n.In(x.v.Name), n.Has(lang.Conjunction) && !n.In(x.v.AnyName) && n.Feats&lang.Guess == 0:
		return false
	}
	return !x.v.G.Finite(n) || i > j && !x.K[i].In(x.v.G.Ambiguous) // "son of" has nothing else behind it
}

// Family is where the name of tokens [from, to) ends if it is a given name and what stands
// behind it can only be the family's: a definite word in the singular.
func (x *Text) Family(from, to int) int {
	if to == from+1 && x.tribal(from) {
		return to + 1
	}
	if to != from+1 || to >= len(x.K) || !x.K[from].In(x.v.given) || x.Verbal(to) {
		return to
	}
	n := x.Noun(to)
	if x.K[to].In(x.v.Country) && !x.K[to].In(x.v.G.Demonym) && !x.K[to].In(x.v.Name) {
		return to // the president called on China
	}
	if n == nil || n.Prefix > 0 || n.Feat&lang.Article == 0 || n.Feat&(lang.Feminine|lang.Plural|lang.Dual|lang.Masdar) != 0 && !x.K[to].Has(lang.Article|lang.Nisba|lang.Singular) && !x.K[to].In(x.v.G.Demonym) {
		return to
	}
	return to + 1
}

// tribal reports whether the word at token j, common as it is, is the name of whom a rank or a
// form of address stands before: a family's name that is no other word stands behind it.
func (x *Text) tribal(j int) bool {
	if j == 0 || j+1 >= len(x.K) || x.K[j].Word == nil || x.K[j+1].Word == nil {
		return false
	}
	t, p, f := &x.K[j], &x.K[j-1], &x.K[j+1]
	if !p.In(x.v.Rank) && !p.In(x.v.Honorific) || !f.In(x.v.Name) || !f.Has(lang.Article) || f.In(x.v.G.Demonym) || f.In(x.v.Bent) || f.In(x.v.Title) {
		return false
	}
	n := x.Noun(j)
	if r := Reading(f, x.v.Name); r == nil || r.Prefix > 0 {
		return false
	}
	return n != nil && n.Prefix == 0 && n.Feat&(lang.Article|lang.Pronoun|lang.Accusative|lang.Dual|lang.Plural) == 0 && !x.v.G.Function(t) && !t.In(x.v.Title) && !t.In(x.v.Body) && !t.In(x.v.Country) && !t.In(x.v.G.Demonym) && !t.In(x.v.NamedAfter)
}

// Surely reports whether a name begins at token j beyond doubt: a given name with another
// name behind it.
func (x *Text) Surely(j int) bool {
	t := &x.K[j]
	return t.Word != nil && (t.In(x.v.Name) || t.In(x.v.Particle) || t.Has(lang.Guess)) && !t.Has(lang.Conjunction) && x.Family(j, x.NameRun(j)) > j+1
}

// SureName reports whether tokens [from, to) are a name: two of its words stand in lists
// of names, one of them in no other.
func (x *Text) SureName(from, to int) bool {
	if e, p := x.T.PhraseAt(from, x.v.Name); e > from+1 && p.Prefix == 0 && to > e && !(to < len(x.K) && x.K[to-1].Has(lang.Article) && x.K[to].Has(lang.Article)) {
		return true
	}
	names, sure := 0, false
	for i := from; i < to; i++ {
		t := &x.K[i]
		if t.In(x.v.Name) {
			sure = true
		}
		if t.In(x.v.AnyName) {
			names++
		}
	}
	return names >= 2 && sure || sure && to-from >= 2 && x.K[from].In(x.v.Name)
}

// Announced reports whether the word before token i says that a name follows: what
// happened to somebody, "who is called". Names that are common words too are names there.
func (x *Text) Announced(i int) bool {
	if i == 0 || x.K[i-1].Word == nil || x.K[i].Has(lang.Conjunction) {
		return false
	}
	p := &x.K[i-1]
	if p.In(x.v.G.Called) {
		return true
	}
	v := Reading(p, x.v.Victim)
	return v != nil && v.Feat&lang.Article == 0
}

// Private reports whether token i is a private role, with or without a pronoun behind it.
func (x *Text) Private(i int) bool {
	for n := range x.K[i].Word.Readings {
		if r := &x.K[i].Word.Readings[n]; r.Classes.Meets(x.v.Role) && r.Key == "private" {
			return true
		}
	}
	return false
}

// SkipName is behind the title and name of somebody that a place or thing is called after.
func (x *Text) SkipName(i int) int {
	j := i + 1
	for j < len(x.K) && j < i+4 && x.K[j].In(x.v.Title) {
		j++
	}
	if j < len(x.K) && x.NameAt(j, true, true) {
		return x.NameRun(j)
	}
	return i
}

// Unlisted reports whether the word at token j can only be a name or is one of a list's.
func (x *Text) Unlisted(j int) bool {
	t := &x.K[j]
	if t.Word == nil || t.In(x.v.G.Demonym) || t.In(x.v.Country) || t.In(x.v.Title) || x.v.G.Function(t) || x.PlaceAt(j) > j || t.Has(lang.Article) && !t.In(x.v.Name) {
		return false
	}
	return t.In(x.v.AnyName) || t.Feats&lang.Guess != 0 && t.Feats&(lang.Conjunction|lang.Nisba) == 0
}
