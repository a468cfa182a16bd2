package attribute

import (
	"slices"

	"riwaya/internal/lang"
)

// maxSource bounds a source's noun phrase, in tokens.
const maxSource = 45

// headFits reports whether a source's noun phrase can begin at token i.
func (r *reading) headFits(i int) bool {
	if i >= r.end {
		return false
	}
	g, t := &r.f.g, &r.tokens[i]
	switch {
	case t.Is(lang.Hash):
		return r.headFits(i + 1)
	case t.Kind == lang.MarkKind:
		return r.nameInMarks(i) > i
	case t.Kind == lang.NumberKind:
		return i+1 < r.end && r.tokens[i+1].In(g.body)
	case t.Word == nil:
		return false
	case t.In(g.pronoun) && t.Word.Feats&lang.Noun == 0:
		return t.Word.Find(lang.Function).Feat&lang.Conjunction == 0
	}
	if e, _ := r.text.PhraseAt(i, g.manner.Or(g.time).Or(g.discourse)); e > i && !t.In(g.body) {
		return false
	}
	if r.plainFunction(i) || t.In(g.saying) || t.In(g.idiom) {
		return false
	}
	best := r.noun(i)
	if best == nil || best.Feat&(lang.With|lang.Like|lang.Conjunction) != 0 || best.Feat&lang.For != 0 && i != r.governed {
		return false
	}
	if i == r.subject && best.Feat&lang.Oblique != 0 {
		return false // not the case of a subject
	}
	if g.function(t) || g.finite(t) || t.In(g.time) && !t.In(g.body) && !t.In(g.given) && !(i+1 < r.end && r.tokens[i+1].In(g.document)) {
		return false
	}
	if t.In(g.that) || t.In(g.prep) && !t.In(g.body) || t.In(g.medium) && !t.In(g.document) && !t.In(g.body) && !t.In(g.quantity) && !r.phraseIn(i, g.body) {
		return false
	}
	return true
}

// plainFunction reports whether token i is a function word as it stands, and no known
// noun or name.
func (r *reading) plainFunction(i int) bool {
	g, t := &r.f.g, &r.tokens[i]
	if t.In(g.body) || t.In(g.given) || t.In(g.quantity) || t.In(g.demonstrative) {
		return false
	}
	if t.In(g.nameParticle) && i+1 < r.end && (r.tokens[i+1].In(g.name) || r.tokens[i+1].In(g.ambiguous)) {
		return false // the mother of
	}
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		if q.Feat&lang.Function != 0 && q.Feat&(lang.With|lang.For|lang.Like|lang.Pronoun) == 0 && !q.Classes.Meets(g.discourse) {
			return true
		}
	}
	return false
}

// noun is a token's best reading as a noun: one of a known class before a mere shape,
// one without clitics before one with.
func (r *reading) noun(i int) *lang.Reading {
	w := r.tokens[i].Word
	if w == nil {
		return nil
	}
	var best *lang.Reading
	score := -1
	for k := range w.Readings {
		q := &w.Readings[k]
		if q.Feat&lang.Noun == 0 {
			continue
		}
		n := 1
		if !q.Classes.Empty() {
			n += 4
		}
		if q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 {
			n += 3
		}
		if q.Feat&lang.Guess == 0 {
			n++
		}
		if n > score {
			best, score = q, n
		}
	}
	return best
}

// nameInMarks is the end of a short name in quotation marks or brackets that begins
// at token i, else i.
func (r *reading) nameInMarks(i int) int {
	t := &r.tokens[i]
	if t.Match <= int32(i) || int(t.Match) > r.end-1 {
		return i
	}
	limit := 6
	if t.Mark == lang.BracketOpen {
		limit = 7
	}
	if n := int(t.Match) - i - 1; n < 1 || n > limit {
		return i
	}
	return int(t.Match) + 1
}

// nounPhrase scans a source's noun phrase from token i and returns every place where
// it may end, in rising order: title, institution, adjectives, names, appositions
// behind a comma, brackets, relative clauses. The scan stops where no noun phrase can
// go on: at a complementiser, a verb, an adjunct of speaking, a time.
func (r *reading) nounPhrase(i int) []int {
	ends := r.ends[:0]
	if !r.headFits(i) {
		return ends
	}
	g := &r.f.g
	start := i
	country := r.tokens[i].In(g.country)
	for i < r.end && i-start < maxSource {
		t := &r.tokens[i]
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
			if !r.tokens[i-1].Is(lang.Comma) && !r.tokens[i-1].Is(lang.Dash) {
				ends = append(ends, i)
			}
			continue
		case t.Kind == lang.NumberKind:
			if i != start && !r.tokens[i-1].In(g.from) && (r.tokens[i-1].Word == nil || len(r.tokens[i-1].Word.Form) > 4) {
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

// phraseMark is where a noun phrase goes on behind the mark at token i, or i.
func (r *reading) phraseMark(start, i int) int {
	g, t := &r.f.g, &r.tokens[i]
	switch {
	case t.Match > int32(i):
		if i > start && r.tokens[i-1].Kind == lang.MarkKind && !r.tokens[i-1].Is(lang.QuoteClose) && r.tokens[i-1].Mark != lang.BracketClose {
			return i
		}
		if i > start && t.Mark != lang.BracketOpen && r.lone(i-1, lang.For) {
			return i // said to the paper named in the quotation marks
		}
		return r.nameInMarks(i)
	case joins(t) && i+1 < r.end && r.tokens[i+1].Word != nil:
		return i + 1
	case t.Is(lang.Comma) && i > start && i+1 < r.end:
		if r.apposition(start, i+1) {
			return i + 1
		}
		if q := &r.tokens[i+1]; q.In(g.unnamedBy) && g.mayBeFinite(q) && r.closedBy(i+1, 12) {
			return i + 1
		}
		if q := &r.tokens[i+1]; q.Word != nil && q.In(g.pronoun) && q.Word.Find(lang.Function|lang.Conjunction) != nil && r.closedBy(i+1, 14) {
			return i + 1
		}
		if q := &r.tokens[i+1]; q.In(g.relative) && q.Word.Feats&lang.Function != 0 && q.Word.Feats&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && !r.tokens[start].In(g.country) && r.closedBy(i+1, maxSource) {
			return i + 1
		}
	case t.Is(lang.Stop) && t.Tight && i > start && r.tokens[i-1].In(g.honorific):
		return i + 1
	case t.Is(lang.Dash) && i > start && t.Tight && i+1 < r.end && r.tokens[i+1].Tight && r.tokens[i+1].Word != nil:
		return i + 1
	}
	return i
}

// apposition reports whether the words from token i, behind a comma, name the source
// of the noun phrase from start once more: by office, profession, or name.
func (r *reading) apposition(start, i int) bool {
	g, t := &r.f.g, &r.tokens[i]
	if t.In(g.from) && g.function(t) {
		return i+1 < r.end && r.tokens[i+1].In(g.body) && r.closedBefore(i, 14)
	}
	if t.Word == nil || t.Word.Has(lang.Function) && t.Word.Feats&lang.Noun == 0 {
		return false
	}
	n := r.noun(i)
	if n == nil || n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || t.In(g.time) && !t.In(g.given) || g.finite(t) {
		return false
	}
	titled := r.tokens[start].In(g.person) || r.tokens[start].In(g.given) || r.tokens[start].In(g.witness)
	if n.Feat&lang.Article != 0 && n.Feat&lang.Masdar == 0 && r.tokens[start].In(g.body) && !titled && r.closedBefore(i, 8) && !r.tokens[start].In(g.country) {
		return true
	}
	known := t.In(g.person) || t.In(g.takesPrep)
	if known && n.Feat&lang.Accusative == 0 {
		return true
	}
	// a name behind its title: ممثل اليونيسيف، جوليان هارنيس،
	return titled && (t.In(g.given) || n.Feat&lang.Guess != 0 && n.Feat&lang.Article == 0) && r.closedBefore(i, 7)
}

// closedBy reports whether a clause from token i ends at a comma, colon or complementiser
// within n tokens.
func (r *reading) closedBy(i, n int) bool {
	e := r.clauseEnd(i + 1)
	return e < r.end && e-i <= n && (r.tokens[e].Is(lang.Comma) || r.tokens[e].Is(lang.Colon) || r.complementiser(e))
}

// closedBefore reports whether a comma, colon or complementiser comes within n words
// from token i, with no verb before it.
func (r *reading) closedBefore(i, n int) bool {
	g := &r.f.g
	for j := i; j < r.end && j < i+n; j++ {
		t := &r.tokens[j]
		if t.Is(lang.Comma) || t.Is(lang.Colon) || t.In(g.that) && g.function(t) || j > i && t.In(g.in) && g.function(t) {
			return j > i
		}
		if t.Kind == lang.MarkKind || g.finite(t) {
			return false
		}
	}
	return false
}

// phraseWord is where a noun phrase goes on behind the word at token i, or i.
func (r *reading) phraseWord(start, i int, country bool) int {
	g, t := &r.f.g, &r.tokens[i]
	if i == start {
		if t.In(g.pronoun) && t.Word.Feats&lang.Noun == 0 {
			return i + 1
		}
		if e, _ := r.text.PhraseAt(i, g.body); e > i {
			return e
		}
		return i + 1
	}
	if e, _ := r.text.PhraseAt(i, g.discourse.Or(g.gloss)); e > i {
		return i
	}
	prev := &r.tokens[i-1]
	if prev.In(g.pronoun) && prev.Word.Feats&lang.Noun == 0 && i == start+1 {
		return i // a pronoun is a whole source
	}
	switch {
	case r.complementiser(i), t.In(g.hisSaying), t.In(g.saying):
		return i
	case t.In(g.relative) && t.Word.Feats&lang.Function != 0:
		if country {
			return i
		}
		end := r.clauseEnd(i + 1)
		if r.cueFrames("obj") { // the object may follow the clause without a comma
			for j := i + 3; j < end; j++ {
				if q := r.tokens[j].Word; q != nil && q.Find(lang.Noun|lang.Accusative) != nil && g.action(&r.tokens[j]) {
					return j
				}
			}
		}
		return end
	case t.In(g.unnamedBy) && g.mayBeFinite(t):
		return r.clauseEnd(i + 1)
	case t.In(g.pronoun) && t.Word.Has(lang.Function|lang.Conjunction): // "and he is …"
		return r.clauseEnd(i + 1)
	case r.phraseIn(i, g.anonymity):
		e, _ := r.text.PhraseAt(i, g.anonymity)
		return e
	case t.In(g.negation), t.In(g.particle) && !t.In(g.body):
		return i
	case t.In(g.time) && !t.In(g.given) && !(t.In(g.ambiguous) && !t.Has(lang.Article) && (prev.In(g.person) || prev.In(g.demonym) || prev.In(g.name) || i+1 < r.end && r.tokens[i+1].In(g.name))) && t.Word.Find(lang.Noun|lang.Conjunction) == nil:
		if prev.In(g.media) || prev.In(g.outlet) {
			return i + 1
		}
		return i
	}
	if e, _ := r.text.PhraseAt(i, g.time); e > i {
		return i
	}
	if t.In(g.direction) || t.In(g.same) {
		return i + 1
	}
	if t.In(g.given.Or(g.ambiguous)) && t.In(g.prep) && !t.In(g.at) && !t.Maqsura && (prev.In(g.name) || prev.Has(lang.Guess) && !prev.Has(lang.Article)) && i+1 < r.end && (r.tokens[i+1].Word == nil || r.tokens[i+1].Word.Feats&lang.Function != 0) {
		return i + 1
	}
	if t.In(g.given.Or(g.ambiguous)) && t.In(g.prep) && !t.In(g.at) && !t.Maqsura && i+1 < r.end && (r.tokens[i+1].In(g.name) || r.tokens[i+1].In(g.ambiguous) || r.tokens[i+1].Has(lang.Guess) || r.tokens[i+1].Has(lang.Article|lang.Nisba)) {
		return i + 1
	}
	if g.function(t) || t.In(g.prep) && !t.In(g.body) {
		return r.phrasePreposition(i)
	}
	if t.In(g.conj) && len(t.Word.Form) == 2 && i+1 < r.end && r.nameInMarks(i+1) > i+1 {
		return i + 1
	}
	if r.lone(i, lang.For) {
		if i+1 < r.end && (r.tokens[i+1].Kind == lang.MarkKind || r.tokens[i+1].In(g.outlet)) {
			return i
		}
		return i + 1
	}
	if i+1 < r.end && r.tokens[i+1].In(g.nameTail) {
		return i + 2 // a name of two words
	}
	n := r.noun(i)
	if g.finite(t) && prev.Word != nil && g.function(prev) && prev.In(g.in.Or(g.from).Or(g.at)) {
		return i + 1 // behind a preposition stands a place, though it looks like a verb
	}
	if n == nil || g.finite(t) {
		if r.indefinite(start, i) && t.Word != nil && t.Word.Has(lang.Past) && t.Word.Feats&lang.Conjunction == 0 {
			return r.clauseEnd(i + 1) // a relative clause without a pronoun
		}
		return i
	}
	if n.Feat&lang.Masdar != 0 && n.Feat&lang.Article != 0 && n.Classes.Empty() && r.cueFrames("obj") && i > start+1 && i+1 < r.end && g.function(&r.tokens[i+1]) && r.tokens[i+1].In(g.prep) && r.whole(start, i) {
		return i
	}
	if n.Feat&lang.For != 0 && (t.In(g.outlet) || t.In(g.media) || r.phraseIn(i, g.outlet)) {
		return i
	}
	if n.Feat&lang.With != 0 && r.cueFrames("bi") && r.cueFrames("whole") {
		return i
	}
	if n.Feat&lang.With != 0 && r.cueFrames("bi") && (n.Feat&lang.Masdar != 0 || t.In(g.event)) && n.Feat&lang.Article == 0 && !t.In(g.body) {
		return i
	}
	if n.Feat&lang.With != 0 && r.cueFrames("bi") && contentWith[r.cue.Class] && !t.In(g.body) && !t.In(g.country) && !t.In(g.settlement) {
		return i
	}
	if n.Feat&lang.Conjunction != 0 && g.mayBeFinite(t) && n.Classes.Empty() {
		return i
	}
	if e, _ := r.text.PhraseAt(i, g.body); e > i {
		return e
	}
	return i + 1
}

// contentWith are the classes whose "with" opens the content, not a place.
var contentWith = map[string]bool{"agree": true, "condemn": true, "promise": true, "threaten": true, "demand": true}

// indefinite reports whether tokens [from, to) are a noun that a clause can describe
// without a relative pronoun: a statement, a source, an official, without the article.
func (r *reading) indefinite(from, to int) bool {
	g := &r.f.g
	if to-from > 3 || !r.tokens[from].In(g.document.Or(g.unnamed).Or(g.person).Or(g.witness)) {
		return false
	}
	for i := from; i < to; i++ {
		if t := &r.tokens[i]; t.Word == nil || t.Word.Feats&lang.Article != 0 || t.In(g.name) || t.In(g.country) {
			return false
		}
	}
	return true
}

// phrasePreposition is where a noun phrase goes on behind the preposition at token i,
// or i where it opens an adjunct of speaking.
func (r *reading) phrasePreposition(i int) int {
	g, t := &r.f.g, &r.tokens[i]
	if i+1 >= r.end || r.tokens[i+1].Word == nil {
		if i+1 < r.end && t.In(g.in.Or(g.from).Or(g.at)) && r.nameInMarks(i+1) > i+1 {
			return i + 1
		}
		return i
	}
	next := &r.tokens[i+1]
	switch {
	case t.In(g.in):
		if next.In(g.medium.Or(g.occasion).Or(g.time)) && !next.In(g.country) || r.phraseIn(i+1, g.medium.Or(g.occasion).Or(g.time)) || g.function(next) {
			return i
		}
		if n := r.noun(i + 1); n != nil && n.Feat&lang.Masdar != 0 && n.Feat&(lang.Article|lang.Pronoun) == 0 && !next.In(g.body) && n.Classes.Empty() && i+2 < r.end && g.function(&r.tokens[i+2]) {
			return i
		}
		return i + 1
	case t.In(g.from) && r.cueFrames("min") && (!r.tokens[i-1].In(g.unnamed) || r.tokens[i-1].Has(lang.Article)) && !r.tokens[i-1].In(g.quantity) && !r.tokens[i-1].In(g.takesPrep):
		return i
	case t.In(g.from), t.In(g.at):
		if next.In(g.time) || next.In(g.relative) {
			return i
		}
		return i + 1
	case t.In(g.about), t.In(g.on), t.In(g.to), t.In(g.regarding):
		governed := t.In(g.about) && r.cueFrames("an") || t.In(g.on) && r.cueFrames("ala") || t.In(g.to) && r.cueFrames("ila") || t.In(g.regarding) && r.cueFrames("hawl")
		if licensed(g, &r.tokens[i-1]) && (!governed || r.tokens[i-1].In(g.takesPrep)) {
			return i + 1
		}
	}
	if t.In(g.conj) && r.noun(i+1) != nil && t.Word.Feats&lang.Conjunction == 0 && !g.finite(next) && !next.In(g.that) && isOr(t) {
		return i + 1
	}
	return i
}

// isOr reports whether a free conjunction joins two nouns: short ones do.
func isOr(t *lang.Token) bool { return len(t.Word.Form) <= 4 }

// licensed reports whether a word takes a preposition inside a title: in charge of,
// opposed to, close to.
func licensed(g *grammar, t *lang.Token) bool {
	return t.In(g.takesPrep) || t.Word != nil && t.Word.Find(lang.Participle|lang.Article) != nil
}

func (r *reading) phraseIn(i int, c lang.Set) bool {
	e, _ := r.text.PhraseAt(i, c)
	return e > i
}

// lone reports whether token i is a preposition that stands by itself before a name
// in marks, written with or without a drawn-out stroke.
func (r *reading) lone(i int, f lang.Feat) bool {
	t := &r.tokens[i]
	return t.Word != nil && len(t.Word.Form) == 2 && t.Word.Feats&lang.Article == 0
}

// joins reports whether a mark stands inside a name or date: a slash, the signs of a
// hashtag.
func joins(t *lang.Token) bool { return t.Is(lang.Slash) || t.Is(lang.Hash) || t.Is(lang.Underscore) }

// speaks reports whether token i is plainly another word of saying: a finite verb with
// a conjunction, or a strong one outside a relative clause, or its participle.
func (r *reading) speaks(i int) bool {
	t := &r.tokens[i]
	if t.Word == nil || t.Word.Feats&lang.Cue == 0 || i == r.at || t.In(r.f.g.called) {
		return false
	}
	verb := !r.f.g.nounish(t)
	for k := range t.Word.Readings {
		q := &t.Word.Readings[k]
		switch {
		case q.Cue == nil || q.Feat&lang.Pronoun != 0:
		case q.Feat&lang.Verb != 0 && verb && q.Feat&lang.Conjunction != 0:
			return true
		case q.Feat&lang.Verb != 0 && verb && !slices.Contains(q.Cue.Frames, "weak") && i > r.start && !r.tokens[i-1].In(r.f.g.relative):
			return true
		case q.Feat&lang.Participle != 0 && q.Feat&lang.Accusative != 0 && !t.In(r.f.g.saying) && (!listed(t) || i > r.start && r.tokens[i-1].Kind == lang.MarkKind) && !slices.Contains(q.Cue.Frames, "weak"):
			return true
		}
	}
	return false
}

// clauseEnd is where a clause that began before token i ends: before a comma, colon,
// complementiser or long quotation, or before the end of the sentence.
func (r *reading) clauseEnd(i int) int {
	for i < r.end {
		t := &r.tokens[i]
		if r.speaks(i) || t.In(r.f.g.against) && t.Word.Feats&lang.Noun == 0 && r.tokens[i-1].Is(lang.Comma) {
			return i
		}
		if t.Kind == lang.BreakKind || t.Is(lang.Comma) || t.Is(lang.Colon) || t.Is(lang.Stop) || t.Is(lang.Semicolon) || r.complementiser(i) {
			return i
		}
		if t.Kind == lang.MarkKind && t.Match > int32(i) {
			e := r.nameInMarks(i)
			if e == i {
				return i
			}
			i = e
			continue
		}
		if t.Kind == lang.MarkKind && t.Mark != lang.Dash && t.Mark != lang.OtherMark && !joins(t) {
			return i
		}
		i++
	}
	return i
}
