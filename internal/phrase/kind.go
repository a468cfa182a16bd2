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
		return !r.Tokens[from+1].In(r.Grammar.Country) && !r.Tokens[from].In(r.Grammar.Country)
	}
	return !r.Tokens[from].In(r.Grammar.Country) && r.Tokens[from].In(r.Grammar.Unnamed.Or(r.Grammar.Document).Or(r.Grammar.Media))
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
