package phrase

import "riwaya/internal/lang"

// ofTheVerb reports whether the noun at token i, behind the noun phrase from start, is no
// part of it but an object of the verb before: "his orders", "a statement", "readiness".
func (r *Reader) ofTheVerb(start, i int, n *lang.Reading) bool {
	g, t, prev := r.Grammar, &r.Tokens[i], &r.Tokens[i-1]
	const glued = lang.Conjunction | lang.With | lang.For | lang.Like
	complete := prev.Has(lang.Article) || prev.In(g.Name) || prev.In(g.Country) || prev.In(g.Nisba) || prev.Has(lang.Guess) && i > start+1
	if e, _ := r.Text.PhraseAt(start, g.Body); e == i {
		complete = true
	}
	if q := r.Noun(i - 1); q != nil && q.Feat&lang.Pronoun != 0 && prev.In(g.Person) && (t.In(g.Country) || r.PhraseIn(i, g.Country)) && n.Feat&glued == 0 {
		return true // "its president" is whole, and a country is no adjective
	}
	if i > start && n.Feat&lang.Pronoun != 0 && n.Feat&(glued|lang.Article) == 0 && t.In(g.Said.Or(g.Medium)) && !t.In(g.Body) && !t.In(g.Name) && r.Subject == start && !g.Function(prev) && (prev.In(g.Name) || prev.Has(lang.Guess)) {
		return true // "his statements": no name
	}
	if r.Subject == start && r.Cue != nil && r.Cue.Class == "condemn" && i > start && n.Feat&(glued|lang.Pronoun) == 0 && t.Has(lang.Article) && t.In(g.Event) && !t.In(g.Body) && !prev.Has(lang.Article) && n.Feat&lang.Nisba == 0 {
		return true // "states and organisations" condemned the bombing
	}
	if complete {
		if r.Subject == start && prev.In(g.Name) && i == start+1 && t.In(g.Event) && t.Has(lang.Article) && !t.In(g.Body) && !t.In(g.Name) {
			return true // a name, and what its bearer did something about
		}
		if r.Subject == start && r.Cue != nil && r.Cue.Class == "condemn" && n.Feat&glued == 0 && t.Has(lang.Article) && t.In(g.Body.Minus(g.Person)) && !t.In(g.Demonym) {
			return true // whom it criticises
		}
		named := prev.In(g.Name) || prev.In(g.Ambiguous) || prev.Has(lang.Guess) && !prev.Has(lang.Article) // the name may go on
		if !named && n.Feat&lang.Pronoun != 0 && n.Feat&(glued|lang.Article|lang.Guess) == 0 && !g.MayBeFinite(t) && !t.In(g.Body.Or(g.Name).Or(g.Ambiguous).Or(g.Time)) {
			return true
		}
		if n.Feat&lang.Accusative != 0 && n.Feat&(lang.Pronoun|lang.Conjunction) == 0 && t.In(g.Document.Or(g.Medium)) {
			return true
		}
		said := t.In(g.Said) && (n.Feat&lang.Article == 0 || t.Has(lang.Masdar|lang.Pronoun))
		if r.Subject == start && (said || t.In(g.Responsibility)) && n.Feat&glued == 0 {
			return true
		}
	}
	return r.Subject == start && (r.CueFrames("obj") && r.objectAt(i, n) || t.In(g.Medium) && n.Feat&(lang.Article|lang.Pronoun) == 0 && prev.In(g.Name))
}

// beforeGoverned is the first token of [from, to) that is the free preposition which the
// cue governs, to if there is none.
func (r *Reader) beforeGoverned(from, to int) int {
	for j := from; j < to; j++ {
		if r.governed(&r.Tokens[j]) {
			return j
		}
	}
	return to
}

// governed reports whether a token is a free preposition that the cue governs.
func (r *Reader) governed(t *lang.Token) bool {
	g := r.Grammar
	return g.Function(t) && (t.In(g.About) && r.CueFrames("an") || t.In(g.On) && r.CueFrames("ala") || t.In(g.To) && r.CueFrames("ila") || t.In(g.From) && r.CueFrames("min"))
}

// objectAt reports whether the noun at token i, behind a subject that is definite already,
// is the object of the verb: a deed without the article.
func (r *Reader) objectAt(i int, n *lang.Reading) bool {
	g, t, prev := r.Grammar, &r.Tokens[i], &r.Tokens[i-1]
	adjective := prev.In(g.Demonym) && prev.Has(lang.Article) // no name follows it
	if n.Feat&(lang.Article|lang.Pronoun|lang.Conjunction|lang.With|lang.For|lang.Like|lang.Nisba|lang.Participle) != 0 || t.In(g.Name) || t.In(g.Ambiguous) && !adjective || t.In(g.Person) || t.In(g.Body) || t.In(g.Country) {
		return false
	}
	definite := prev.Has(lang.Article) || prev.In(g.Country) || prev.In(g.Name) || prev.Has(lang.Guess) || prev.Has(lang.Nisba)
	return definite && t.Has(lang.Masdar) && g.Action(t)
}

// toWhom reports whether the noun at token i, written on to "for" and read as n, is whom somebody spoke to who is named before it:
// behind a name the office that it was of is over.
func (r *Reader) toWhom(start, i int, n *lang.Reading) bool {
	g, t, prev := r.Grammar, &r.Tokens[i], &r.Tokens[i-1]
	if prev.In(g.Demonym) && prev.Has(lang.Article) && !r.body(i-1) && r.By != nil && r.By.Feat&lang.Noun == 0 { // "the Syrian minister to the Turks"
		return t.In(g.Rank.Or(g.Honorific)) && i+1 < r.End && r.ofName(i+1) || t.In(g.Demonym) && n.Feat&(lang.Article|lang.Plural) == lang.Article|lang.Plural && !t.In(g.Body)
	}
	if !prev.In(g.Name) && !prev.Has(lang.Guess) || i == start+1 && !r.ofName(start) {
		return false
	}
	if t.In(g.Addressee) || t.In(g.Profession) && n.Feat&lang.Plural != 0 {
		return true
	}
	if r.By == nil || r.By.Feat&lang.Noun != 0 || !r.body(i) && !t.In(g.Person) && !t.In(g.Country) || t.In(g.Outlet) || n.Feat&lang.Masdar != 0 {
		return false // an order to somebody is its own
	}
	k := i - 1
	for k > start && (r.ofName(k) || k < i-1 && r.Tokens[k-1].Has(lang.Article) && r.plainNoun(k)) {
		k--
	}
	if k == start && r.ofName(k) {
		return true
	}
	head := &r.Tokens[k] // what stands before the name: a body without the article is called after him
	return head.Word != nil && (head.Has(lang.Article) || head.In(g.Country)) && !r.body(k) && (k == start || !r.body(k-1) || r.Tokens[k-1].Has(lang.Article)) && i-k > 2
}

// plainNoun reports whether a token is a noun that stands alone and names no body, as many a given name is.
func (r *Reader) plainNoun(i int) bool {
	t := &r.Tokens[i]
	return t.Word != nil && t.Feats&(lang.Article|lang.Function|lang.Nisba) == 0 && !r.body(i) && !t.In(r.Grammar.Person) && r.Noun(i) != nil
}

// ofName reports whether a token is a part of a person's name.
func (r *Reader) ofName(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	return t.Word != nil && t.Word.Find(lang.Noun|lang.Article) == nil && !t.In(g.Person.Or(g.Country)) &&
		(t.In(g.Name.Or(g.NameParticle)) || t.Has(lang.Guess) && t.Word.Find(lang.Noun|lang.Pronoun) == nil && t.Word.Find(lang.Accusative) == nil)
}
