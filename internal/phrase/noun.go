package phrase

import "riwaya/internal/lang"

// MaxSource bounds a source's noun phrase, in tokens.
const MaxSource = 45

// Noun is a token's best reading as a noun: one of a known class before a mere shape,
// one without clitics before one with.
func (r *Reader) Noun(i int) *lang.Reading {
	w := r.Tokens[i].Word
	if w == nil {
		return nil
	}
	return w.Noun()
}

// NounPhrase scans a source's noun phrase from token i and returns every place where
// it may end, in rising order: title, institution, adjectives, names, appositions
// behind a comma, brackets, relative clauses. The scan stops where no noun phrase can
// go on: at a complementiser, a verb, an adjunct of speaking, a time.
func (r *Reader) NounPhrase(i int) []int {
	ends := r.ends[:0]
	if !r.HeadFits(i) {
		return ends
	}
	g := r.Grammar
	start := i
	country := r.Tokens[i].In(g.Country)
	for i < r.End && i-start < MaxSource {
		t := &r.Tokens[i]
		switch {
		case t.Kind == lang.BreakKind:
			r.ends = ends
			return ends
		case t.Kind == lang.MarkKind:
			next := r.phraseMark(start, i)
			if next == i {
				r.ends = ends
				return ends
			}
			i = next
			if !r.Tokens[i-1].Is(lang.Comma) && !(r.Tokens[i-1].Is(lang.Dash) && &r.Tokens[i-1] == t) {
				ends = append(ends, i)
			}
			continue
		case t.Kind == lang.NumberKind:
			if i != start && !r.Tokens[i-1].In(g.From) && !r.Tokens[i-1].Has(lang.Article) && (r.Tokens[i-1].Word == nil || len(r.Tokens[i-1].Word.Form) > 4) {
				r.ends = ends
				return ends
			}
			i++
			continue
		}
		next := r.phraseWord(start, i, country)
		if next == i {
			break
		}
		i = next
		ends = append(ends, i)
	}
	r.ends = ends
	return ends
}

// phraseWord is where a noun phrase goes on behind the word at token i, or i.
func (r *Reader) phraseWord(start, i int, country bool) int {
	g, t := r.Grammar, &r.Tokens[i]
	if i == start {
		if e, _ := r.Text.PhraseAt(i, g.Body); e > i {
			return e
		}
		return i + 1
	}
	prev := &r.Tokens[i-1]
	if e, p := r.Text.PhraseAt(i, g.Discourse.Or(g.Gloss)); e > i && !(prev.In(g.Person) && t.In(g.In) && p.Articles == 0 && r.Tokens[i+1].Has(lang.Article)) {
		return i // "a leader in the front" is none: "on another front"
	}
	if (r.Noun(i) == nil || g.Finite(t)) && prev.In(g.Rank) && prev.Has(lang.Article) && !t.In(g.Prep) && i+1 < r.End && (r.Tokens[i+1].Has(lang.Guess) || r.Tokens[i+1].In(g.Name)) {
		return i + 1 // a given name that looks like a verb or a particle
	}
	if i > start+1 && prev.In(g.Name) && !prev.In(g.Body) && i+1 < r.End && r.Complementiser(i+1) && t.Word.Find(lang.Noun) != nil && t.Feats&(lang.Article|lang.Function|lang.Conjunction) == 0 && (!t.In(g.Time) || t.In(g.Given) || t.In(g.Ambiguous)) {
		return i + 1 // a family name that is a word of its own
	}
	if i > start+1 && prev.In(g.NameParticle) && t.Word.Find(lang.Noun) != nil && (r.Tokens[i-2].In(g.Name) || r.Tokens[i-2].Has(lang.Guess)) && t.Feats&lang.Function == 0 && (!t.In(g.Time) || t.In(g.Given.Or(g.Ambiguous)) || !prev.In(g.Family)) {
		return i + 1 // "the son of": a name, whatever else it is
	}
	if prev.Kind == lang.MarkKind && int(prev.Match) == start && t.Has(lang.Article) && t.In(g.Body) && !t.In(g.Person) && !t.Has(lang.Nisba|lang.Participle) {
		return i // behind a name in marks another body is the object
	}
	if prev.In(g.Pronoun) && prev.Feats&lang.Noun == 0 && i == start+1 {
		return i // a pronoun is a whole source
	}
	if !g.plain(t) {
		if e, ok := r.phraseSpecial(start, i, country); ok {
			return e
		}
	}
	if n := r.Noun(i); r.indefinite(start, i) && t.Word.Find(lang.Verb|lang.Past|lang.Pronoun) != nil && t.Feats&lang.Conjunction == 0 && !t.In(g.Body) && (n == nil || n.Feat&lang.Pronoun != 0) {
		return r.beforeGoverned(i+2, r.ClauseEnd(i+1))
	}
	if t.In(g.And) && i+1 < r.End && r.Tokens[i+1].In(g.Person) && prev.In(g.Person) && r.Tokens[i+1].Has(lang.Article) == prev.Has(lang.Article) {
		return i + 1 // "the writer and journalist", though a space stands behind the conjunction
	}
	if g.Function(t) || t.In(g.Prep) && !t.In(g.Body) {
		return r.phrasePreposition(i)
	}
	if t.In(g.Conj) && len(t.Word.Form) == 2 && i+1 < r.End && r.NameInMarks(i+1) > i+1 {
		return i + 1
	}
	if i == start+1 && prev.In(g.NameParticle) && !prev.In(g.Given) && t.Feats&(lang.Article|lang.Function) == 0 && t.Word.Find(lang.Noun) != nil && !g.Finite(t) {
		return i + 1 // "the son of": a family's name
	}
	if r.Lone(i, lang.For) {
		if i+1 < r.End && (r.Tokens[i+1].Kind == lang.MarkKind && !r.Tokens[i+1].Is(lang.Stop) || r.Tokens[i+1].In(g.Outlet)) {
			return i
		}
		return i + 1
	}
	if i+1 < r.End && r.Tokens[i+1].In(g.NameTail) {
		return i + 2 // a name of two words
	}
	n := r.Noun(i)
	if g.Finite(t) && prev.Word != nil && g.Function(prev) && prev.In(g.In.Or(g.From).Or(g.At)) {
		return i + 1 // behind a preposition stands a place, though it looks like a verb
	}
	if n == nil || g.Finite(t) {
		if i+2 < r.End && r.Complementiser(i+2) && (r.familyName(i+1) || r.Tokens[i+1].In(g.Family)) && prev.Word != nil && !g.Function(prev) {
			return i + 2 // a given name that looks like a verb
		}
		if r.indefinite(start, i) && t.Word != nil && t.Word.Has(lang.Past) && t.Feats&lang.Conjunction == 0 {
			return r.beforeGoverned(i+2, r.ClauseEnd(i+1)) // a relative clause without a pronoun
		}
		return i
	}
	if n.Feat&lang.Masdar != 0 && n.Feat&lang.Article != 0 && n.Feat&lang.Listed == 0 && r.CueFrames("obj") && i > start+1 && i+1 < r.End && g.Function(&r.Tokens[i+1]) && r.Tokens[i+1].In(g.Prep) && r.Whole(start, i) {
		return i
	}
	if r.ofTheVerb(start, i, n) || r.given(start, i, n) {
		return i
	}
	if n.Feat&lang.For != 0 && r.toWhom(start, i, n) {
		return i
	}
	if n.Feat&lang.For != 0 && (t.In(g.Outlet) || t.In(g.Media) || r.PhraseIn(i, g.Outlet)) {
		if i == start+1 && r.Tokens[start].In(g.Document) && r.Tokens[start].Feats&lang.Article == 0 {
			return i + 1 // a paper's report
		}
		return i
	}
	if n.Feat&lang.With != 0 && n.Feat&lang.Article != 0 && prev.In(g.TakesPrep) {
		return i + 1 // "concerned with the"
	}
	if n.Feat&lang.With != 0 && r.CueFrames("bi") && r.CueFrames("whole") {
		return i
	}
	if n.Feat&lang.With != 0 && r.CueFrames("bi") && (n.Feat&lang.Masdar != 0 || t.In(g.Event)) && n.Feat&lang.Article == 0 && !t.In(g.Body) {
		return i
	}
	if n.Feat&lang.With != 0 && r.CueFrames("bi") && contentWith[r.Cue.Class] && !t.In(g.Body) && !t.In(g.Country) && !t.In(g.Settlement) {
		return i
	}
	if n.Feat&lang.Conjunction != 0 && g.MayBeFinite(t) && n.Feat&lang.Listed == 0 {
		return i
	}
	if e, _ := r.Text.PhraseAt(i, g.Body); e > i {
		return e
	}
	return i + 1
}

// phraseSpecial is where a noun phrase goes on behind a word at token i that is not plain, or i; it
// reports whether that is settled.
func (r *Reader) phraseSpecial(start, i int, country bool) (to int, settled bool) {
	g, t, prev := r.Grammar, &r.Tokens[i], &r.Tokens[i-1]
	switch {
	case r.Complementiser(i), t.In(g.HisSaying), t.In(g.Saying):
		return i, true
	case t.In(g.Quasi) && i+1 < r.End && !g.Finite(&r.Tokens[i+1]): // "non-governmental", "semi-official"
		if n := r.Noun(i + 1); n != nil && n.Feat&(lang.Nisba|lang.Participle) != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Pronoun) == 0 {
			return i + 2, true
		}
	case t.In(g.Relative) && t.In(g.From) && i == start+1 && prev.In(g.Quantity) && i+1 < r.End && r.Tokens[i+1].Word != nil && !g.MayBeFinite(&r.Tokens[i+1]) && r.Tokens[i+1].Feats&lang.Function == 0:
		return r.phrasePreposition(i), true // "a number of", and not "who"
	case t.In(g.Relative) && t.Feats&lang.Function != 0:
		if country || i+1 < r.End && r.Tokens[i+1].In(g.Deniable) {
			return i, true // "any connection" is denied
		}
		if len(t.Word.Form) <= 4 && t.Word.Find(lang.Function).Prefix == 0 && prev.Word != nil && !prev.In(g.Quantity) && !g.Function(prev) && !t.In(g.From) {
			return i, true // "what" has nothing before it that it belongs to
		}
		end := r.ClauseEnd(i + 1)
		if r.Stop > i && end > r.Stop {
			if end = r.Stop; end < i+3 || g.Finite(&r.Tokens[end-1]) {
				return i, true // what stands there is the verb of the clause
			}
		}
		if t.In(g.From) {
			end = r.beforeTold(i+2, end)
		}
		if r.CueFrames("obj") { // the object may follow the clause without a comma
			for j := i + 3; j < end; j++ {
				if q := r.Tokens[j].Word; q != nil && q.Find(lang.Noun|lang.Accusative) != nil && g.Action(&r.Tokens[j]) {
					return j, true
				}
			}
		}
		return end, true
	case r.circumstance(start, i):
		return i, true
	case t.In(g.Unnamed) && r.told(t) && !r.body(i-1) && !(i-2 >= start && r.body(i-2) && prev.Has(lang.Article)):
		return i, true // told to the journalists; their union is a name
	case t.In(g.UnnamedBy) && g.MayBeFinite(t):
		return r.ClauseEnd(i + 1), true
	case t.In(g.Pronoun) && t.Word.Has(lang.Function|lang.Conjunction): // "and he is …"
		return r.ClauseEnd(i + 1), true
	case r.PhraseIn(i, g.Anonymity):
		e, _ := r.Text.PhraseAt(i, g.Anonymity)
		return e, true
	case t.In(g.Where) && g.Function(t) && r.ClosedBy(i, 8):
		return r.ClauseEnd(i + 1), true // the district where it happened
	case t.In(g.Manner) && g.Function(t) && !t.In(g.Prep):
		return i, true
	case t.In(g.Negation), t.In(g.Particle) && !t.In(g.Body):
		return i, true
	case t.In(g.Time) && !t.In(g.Given) && !(t.In(g.Ambiguous) && !t.Has(lang.Article) && (prev.In(g.Person) || prev.In(g.Demonym) || prev.In(g.Name) || i+1 < r.End && r.Tokens[i+1].In(g.Name))) && t.Word.Find(lang.Noun|lang.Conjunction) == nil:
		if (prev.In(g.Media) || prev.In(g.Outlet)) && i == start+1 {
			return i + 1, true
		}
		return i, true
	}
	if e, _ := r.Text.PhraseAt(i, g.Time); e > i {
		return i, true
	}
	if t.In(g.Direction) || t.In(g.Same) {
		return i + 1, true
	}
	if t.In(g.This) && g.Function(t) && t.Feats&(lang.Conjunction|lang.For|lang.Like) == 0 && i+1 < r.End && r.Tokens[i+1].Has(lang.Article) &&
		!r.Tokens[i+1].In(g.Time.Or(g.Medium)) && (!r.Tokens[i+1].In(g.Event) || prev.In(g.Office) || !r.CueFrames("obj")) && prev.Word != nil && prev.Feats&lang.Article == 0 && !g.Function(prev) {
		return i + 2, true // the founder of this campaign, residents in these regions
	}
	if r.givenName(i) && (prev.In(g.Name) || prev.Has(lang.Guess) && !prev.Has(lang.Article)) && i+1 < r.End && (r.Tokens[i+1].Word == nil || r.Tokens[i+1].Feats&lang.Function != 0) {
		return i + 1, true
	}
	if r.givenName(i) && i+1 < r.End && (r.Tokens[i+1].In(g.Name) || r.Tokens[i+1].In(g.Ambiguous) || r.Tokens[i+1].Has(lang.Guess) || r.Tokens[i+1].Has(lang.Article|lang.Nisba)) {
		return i + 1, true
	}
	if t.Has(lang.Function|lang.Pronoun) && prev.Has(lang.Participle|lang.Article) && !r.Complementiser(i) {
		return i + 1, true // "recognised": what the participle governs
	}
	return i, false
}

// given reports whether the noun at token i, read as n, is what somebody gave who is named
// before it: a speech, a statement, some of them. Without an article it belongs to no name.
func (r *Reader) given(start, i int, n *lang.Reading) bool {
	g, t, prev := r.Grammar, &r.Tokens[i], &r.Tokens[i-1]
	if i < start+2 || n.Prefix > 0 || n.Feat&(lang.Article|lang.Pronoun) != 0 || !t.In(g.Medium.Or(g.Quantity)) || t.In(g.Body.Or(g.Name).Or(g.Person).Or(g.OneOf)) || prev.Word == nil || prev.In(g.Body) {
		return false
	}
	if !prev.In(g.Name) && !prev.Has(lang.Guess) && !prev.Has(lang.Nisba|lang.Article) || t.In(g.Quantity) && r.Cue != nil && r.CueFrames("whole") {
		return false
	}
	for j := i - 1; j > start; j-- { // a person's name, and no adjective of a body
		if p := &r.Tokens[j]; p.In(g.NameParticle) || p.In(g.Given) {
			return true
		}
	}
	return false
}

// beforeTold is where tokens [from, to) go over to whom it was told, a paper or an agency; to where they do not.
func (r *Reader) beforeTold(from, to int) int {
	g := r.Grammar
	for j := from; j < to; j++ {
		t := &r.Tokens[j]
		if t.Word == nil {
			continue
		}
		n := r.Noun(j)
		if r.Lone(j, lang.For) && j+1 < to && r.NameInMarks(j+1) > j+1 || n != nil && n.Feat&lang.For != 0 && (t.In(g.Outlet) || t.In(g.Media) || r.PhraseIn(j, g.Outlet)) {
			return j
		}
	}
	return to
}

// contentWith are the classes whose "with" opens the content, not a place.
var contentWith = map[string]bool{"agree": true, "condemn": true, "promise": true, "threaten": true, "demand": true}

// indefinite reports whether tokens [from, to) are a noun that a clause can describe
// without a relative pronoun: a statement, a source, an official, without the article.
func (r *Reader) indefinite(from, to int) bool {
	g := r.Grammar
	if to-from > 3 || !r.Tokens[from].In(g.Document.Or(g.Unnamed).Or(g.Person).Or(g.Witness)) {
		return false
	}
	for i := from; i < to; i++ {
		if t := &r.Tokens[i]; t.Word == nil || t.Feats&lang.Article != 0 || t.In(g.Name) || t.In(g.Country) {
			return false
		}
	}
	return true
}

// phrasePreposition is where a noun phrase goes on behind the preposition at token i,
// or i where it opens an adjunct of speaking.
func (r *Reader) phrasePreposition(i int) int {
	g, t := r.Grammar, &r.Tokens[i]
	if i+1 >= r.End || r.Tokens[i+1].Word == nil {
		if i+1 < r.End && t.In(g.In.Or(g.From).Or(g.At)) && r.NameInMarks(i+1) > i+1 {
			return i + 1
		}
		return i
	}
	next := &r.Tokens[i+1]
	switch {
	case t.In(g.In):
		if next.In(g.Medium.Or(g.Occasion).Or(g.Time)) && !next.In(g.Country) || r.PhraseIn(i+1, g.Medium.Or(g.Occasion).Or(g.Time)) || g.Function(next) {
			return i
		}
		if n := r.Noun(i + 1); n != nil && n.Feat&lang.Masdar != 0 && n.Feat&(lang.Article|lang.Pronoun) == 0 && !next.In(g.Body) && n.Feat&lang.Listed == 0 && i+2 < r.End && g.Function(&r.Tokens[i+2]) {
			return i
		}
		if r.CueFrames("fi") && (next.Has(lang.Masdar) || next.In(g.Event)) && !next.In(g.Body) {
			return i // that is what was doubted
		}
		return i + 1
	case t.In(g.From) && r.CueFrames("min") && (!r.Tokens[i-1].In(g.Unnamed) || r.Tokens[i-1].Has(lang.Article)) && !r.Tokens[i-1].In(g.Quantity) && !r.Tokens[i-1].In(g.TakesPrep):
		return i
	case t.In(g.From), t.In(g.At):
		if next.In(g.Time) || next.In(g.Relative) {
			return i
		}
		if n := r.Noun(i + 1); t.In(g.At) && n != nil && n.Feat&(lang.Masdar|lang.Pronoun) == lang.Masdar|lang.Pronoun {
			return i // "on his arrival"
		}
		return i + 1
	case t.In(g.About), t.In(g.On), t.In(g.To), t.In(g.Regarding):
		governed := t.In(g.About) && r.CueFrames("an") || t.In(g.On) && r.CueFrames("ala") || t.In(g.To) && r.CueFrames("ila") || t.In(g.Regarding) && r.CueFrames("hawl")
		if licensed(g, &r.Tokens[i-1]) && (!governed || r.Tokens[i-1].In(g.TakesPrep) || r.Tokens[i-1].Has(lang.For|lang.Article|lang.Masdar)) {
			return i + 1
		}
	}
	if t.In(g.Conj) && r.Noun(i+1) != nil && t.Feats&lang.Conjunction == 0 && !g.Finite(next) && !next.In(g.That) && isOr(t) {
		return i + 1
	}
	return i
}

// isOr reports whether a free conjunction joins two nouns: short ones do.
func isOr(t *lang.Token) bool { return len(t.Word.Form) <= 4 }

// licensed reports whether a word takes a preposition inside a title: in charge of,
// opposed to, close to, "for the supervision" of.
func licensed(g *Grammar, t *lang.Token) bool {
	return t.In(g.TakesPrep) || t.Word != nil && (t.Word.Find(lang.Participle|lang.Article) != nil || t.Word.Find(lang.For|lang.Article|lang.Masdar) != nil)
}

func (r *Reader) PhraseIn(i int, c lang.Set) bool {
	e, _ := r.Text.PhraseAt(i, c)
	return e > i
}

// Lone reports whether token i is a preposition that stands by itself before a name
// in marks, written with or without a drawn-out stroke.
func (r *Reader) Lone(i int, f lang.Feat) bool {
	t := &r.Tokens[i]
	return t.Word != nil && len(t.Word.Form) == 2 && t.Feats&lang.Article == 0 && (f != lang.With || t.In(r.Grammar.WithLetter))
}

// circumstance reports whether the participle at token i says in what state the one spoke
// whose phrase begins at start: "asking not to be named". It is in the accusative, the
// phrase is not.
func (r *Reader) circumstance(start, i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if t.In(g.Name) || t.In(g.Ambiguous) || r.Tokens[start].Has(lang.Accusative) {
		return false
	}
	n := t.Word.Find(lang.Noun | lang.Participle | lang.Accusative)
	return n != nil && n.Feat&lang.Guess == 0 && t.Word.Find(lang.Noun) == n
}

// told reports whether people without a name stand behind "to" in that word.
func (r *Reader) told(t *lang.Token) bool {
	for n := range t.Word.Readings {
		q := &t.Word.Readings[n]
		if q.Classes.Meets(r.Grammar.Unnamed) && q.Feat&(lang.For|lang.Article) == lang.For|lang.Article && q.Feat&lang.Feminine == 0 {
			return true
		}
	}
	return false
}

// body reports whether the noun at token i is one of a body, and of no person.
func (r *Reader) body(i int) bool {
	return r.Tokens[i].In(r.Grammar.Body) && !r.Tokens[i].In(r.Grammar.Person)
}
