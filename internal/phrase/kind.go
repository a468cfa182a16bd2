package phrase

import "riwaya/internal/lang"

// KindOf is the kind of a source by its head noun; a person where it is a name.
func (r *Reader) KindOf(from, to int) string {
	g := r.Grammar
	for i := from; i < to && i < from+3; i++ {
		t := &r.Tokens[i]
		if _, p := r.Text.PhraseAt(i, g.Body); p != nil {
			for _, k := range g.Kinds {
				if p.Classes.Meets(k.In) {
					return k.Name
				}
			}
		}
		if t.Word == nil {
			continue
		}
		for _, k := range g.Kinds {
			if t.In(k.In) {
				return k.Name
			}
		}
	}
	if w := r.Tokens[from].Word; w != nil && w.Feats&(lang.Article|lang.Function) == 0 && w.Feats&lang.Guess != 0 {
		return "person"
	}
	return "other"
}

// Named reports whether a proper name stands in the words.
func (r *Reader) Named(from, to int) bool {
	g := r.Grammar
	for i := from; i < to; i++ {
		t := &r.Tokens[i]
		if t.In(g.Given) || t.In(g.Outlet) || t.Kind == lang.MarkKind && IsQuote(t) {
			return true
		}
		if t.Word != nil && t.Feats&lang.Guess != 0 && t.Feats&(lang.Article|lang.Nisba|lang.Feminine) == 0 {
			return true
		}
	}
	return false
}

// Nameless reports whether the words are an indefinite noun without a name: a
// security source, Turkish media.
func (r *Reader) Nameless(from, to int) bool {
	w := r.Tokens[from].Word
	if w == nil || w.Feats&lang.Article != 0 && w.Has(lang.Article) || r.Named(from, to) {
		return false
	}
	// an indefinite head with an indefinite adjective behind it
	if to-from > 1 {
		if n := r.Noun(from + 1); n != nil && n.Feat&lang.Article != 0 {
			return false
		}
		if r.ofOne(from, to) {
			return false
		}
		return !r.Tokens[from+1].In(r.Grammar.Country) && !r.Tokens[from].In(r.Grammar.Country)
	}
	return !r.Tokens[from].In(r.Grammar.Country) && r.Tokens[from].In(r.Grammar.Unnamed.Or(r.Grammar.Document).Or(r.Grammar.Media))
}

// ofOne reports whether the words are a body that is told from others by what stands behind its noun, through nouns without an
// article: the police of a town, the office of the minister.
func (r *Reader) ofOne(from, to int) bool {
	g, head := r.Grammar, &r.Tokens[from]
	if !head.In(g.Body) || head.In(g.Person.Or(g.Media).Or(g.Document).Or(g.Unnamed).Or(g.Many).Or(g.Quantity).Or(g.OneOf)) || head.Has(lang.Plural) {
		return false
	}
	for j := from + 1; j < to; j++ {
		t, n := &r.Tokens[j], r.Noun(j)
		switch {
		case t.Word == nil || n == nil || n.Prefix > 0 || g.Function(t) || t.In(g.Prep):
			return false
		case n.Feat&lang.Article != 0, t.In(g.Settlement), t.In(g.Town), t.In(g.Country):
			return true
		case n.Feat&(lang.Nisba|lang.Participle) != 0 && n.Feat&lang.Masdar == 0 && !t.In(g.Body) && !t.In(g.Person):
			return false
		}
	}
	return false
}

// Public reports whether the words give a person a public office or an institution to
// speak for.
func (r *Reader) Public(from, to int) bool {
	g := r.Grammar
	for i := from; i < to; i++ {
		if t := &r.Tokens[i]; t.In(g.Office) || t.In(g.Rank) || t.In(g.Profession) || t.In(g.Honorific) {
			return true
		}
	}
	return false
}
