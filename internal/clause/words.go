package clause

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// The keys of prepositions that are glued on.
const (
	With = "bi"
	For  = "li"
	Like = "ka"
	And  = "and"
	Who  = "who"  // a relative pronoun; "-him", "-her", "-them" behind it say whom it takes up
	near = "near" // where and when: it says nothing of parties
)

// Words are the word classes that cutting asks about. They are safe for several goroutines.
type Words struct {
	G       *phrase.Grammar
	preps   lang.Set // words and phrases that govern a noun, their key the preposition's
	time    lang.Set
	lead    lang.Set // after, before, since
	lands   lang.Set // countries and capitals
	names   lang.Set // what is read as a name, without an article
	that    lang.Set
	joins   lang.Set // that, and conjunctions
	words   lang.Set // words that rules of happenings ask for by their keys
	number  lang.Set
	heads   lang.Set // nouns that are no adjectives
	tails   lang.Set // adjectives
	support lang.Set // verbs that lend a noun their subject
	deeds   lang.Set // nouns that name a happening
}

// NewWords looks up the classes. class gives the set of the named ones.
func NewWords(lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Words {
	w := &Words{
		G: phrase.NewGrammar(class), preps: class("governs"), time: class("time", "time-word"), lead: class("time-lead"),
		names: class("given", "family", "country", "capital", "name-particle"),
		lands: class("country", "capital"),
		that:  class("that"), words: class("event-word"), number: class("number", "quantity"),
		heads: class("counted", "place-noun", "event", "military", "police", "government", "armed_group", "party", "igo", "ngo", "coded-noun"),
		tails: class("demonym", "nisba", "place-tail"), support: class("support"),
		deeds: class("coded-noun"),
	}
	w.joins = w.that.Or(w.G.Conj)
	return w
}

// prepAt is the preposition at token i: the end of its words and its key; i and "" where
// there is none. The longest of several words wins.
func (r *Reader) prepAt(i int) (end int, key string) {
	k := &r.K[i]
	if k.Word == nil {
		return i, ""
	}
	if k.Starts&lang.StartsPhrase != 0 {
		if e, p := r.T.PhraseAt(i, r.w.preps); e > i {
			return e, p.Key
		}
	}
	if !k.In(r.w.preps) {
		return i, ""
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Classes.Meets(r.w.preps) && q.Feat&(lang.Pronoun|lang.Article) == 0 && q.Key != "" {
			return i + 1, q.Key
		}
	}
	return i, ""
}

// opening is the end of the conjunction of several words at token i that opens a clause (at a time
// when, as long as), i where there is none. One that ends in "that" is read as that is.
func (r *Reader) opening(i int) int {
	if r.K[i].Starts&lang.StartsPhrase == 0 {
		return i
	}
	e, _ := r.T.PhraseAt(i, r.w.G.Conj)
	if e <= i+1 || e >= r.end || r.K[e].Word == nil || r.K[e-1].In(r.w.that) {
		return i
	}
	g, k := r.w.G, &r.K[e]
	if function := k.Feats&lang.Function != 0; function && (k.In(r.w.that) || k.In(g.Negation) || k.In(g.Already)) || k.In(g.Was) || g.Finite(k) && k.Word.Readings[0].Feat&(lang.Past|lang.Present) != 0 || g.MayBeFinite(k) && r.known(k) && e+1 < r.end && (r.mentioned(e+1) || r.K[e+1].Word != nil && r.K[e+1].Has(lang.Article)) {
		return e
	}
	return i
}

// PrepOf is the key of the preposition that a word is with a pronoun: against them; "" if it
// is none.
func (r *Reader) PrepOf(k *lang.Token) string {
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Pronoun == 0 || q.Feat&lang.Function == 0 {
			continue
		}
		if q.Classes.Meets(r.w.preps) && q.Key != "" {
			return q.Key
		}
		if p := glued(q.Feat); p != "" {
			return p
		}
	}
	return ""
}

// clitics are what stands glued on before the byte at which a name begins in token i.
func (r *Reader) clitics(i, start int) lang.Feat {
	k := &r.K[i]
	if start <= k.Start {
		return 0
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Prefix > 0 && r.T.Inner(i, q) == start {
			return q.Feat & (lang.Conjunction | lang.With | lang.For | lang.Like)
		}
	}
	parts := r.T.Parts(k.Word.Form)
	for _, p := range parts.All() {
		if int(p.Cut) > 0 && k.Start+r.T.Skip(r.T.Source[k.Start:k.End], int(p.Cut)) == start {
			return p.Feat & (lang.Conjunction | lang.With | lang.For | lang.Like)
		}
	}
	return 0
}

// glued is the key of the preposition among the clitics.
func glued(f lang.Feat) string {
	switch {
	case f&lang.With != 0:
		return With
	case f&lang.For != 0:
		return For
	case f&lang.Like != 0:
		return Like
	}
	return ""
}

// verbal reports whether token i is a finite verb where it stands, and whether it might be
// a noun as well. A word that can be both is a verb where a clause begins, or behind what
// only verbs follow, and a noun behind what governs nouns.
func (r *Reader) verbal(i int) (verb, ambiguous bool) {
	g, k := r.w.G, &r.K[i]
	if k.Word == nil || k.Feats&(lang.Past|lang.Present) == 0 || k.Feats&lang.Function != 0 {
		return false, false
	}
	if n := len(r.out); n > 0 && i > r.begin && r.out[n-1].Kind == That && r.out[n-1].From == i-1 && !r.K[i-1].Has(lang.Pronoun) && k.Feats&lang.Past != 0 && k.Feats&lang.Present == 0 && action(k) && !k.Has(lang.Conjunction) {
		return false, true // that the killing of
	}
	if n := len(r.out); n > 0 && r.out[n-1].Prep == With && action(k) && !k.Has(lang.Conjunction) && r.WordIs(&r.K[r.out[n-1].Head], "able") {
		return false, true // they are able to
	}
	if r.TitleAt(i) || r.urged(i) || k.In(r.w.number) && i+1 < r.end && r.PrepositionAt(i+1) == "from" {
		return false, true // or a number of
	}
	if k.Traits&(lang.Nounish|lang.Governed) == 0 || k.Traits&lang.VerbListed != 0 {
		return true, false
	}
	if k.Has(lang.Article | lang.Noun) {
		return false, false
	}
	if k.Feats&lang.Guess != 0 && !r.known(k) {
		return false, false
	}
	p := i - 1
	for p >= r.begin && (phrase.IsQuote(&r.K[p]) || r.K[p].Mark == lang.BracketClose && p > r.begin && r.mentionEnds(p-1)) {
		p-- // behind a name in brackets as behind one without
	}
	conj := k.Has(lang.Conjunction)
	first := k.Word.Readings[0].Feat&(lang.Past|lang.Present) != 0
	if p < r.begin || r.K[p].Kind != lang.WordKind {
		return first && (conj || r.begin > 0 || r.object(i) || k.Traits&lang.Named == 0 || r.known(k) && i+1 < r.end && (r.K[i+1].Has(lang.Article|lang.Noun) || r.mentioned(i+1)) && (!action(k) || i+2 < r.end && r.object(i+1))), true
	}
	q := &r.K[p]
	switch {
	case q.In(g.Negation) || q.In(g.Already) || q.In(g.Was) || q.In(g.Relative) && q.Feats&lang.Noun == 0:
		return true, true
	case q.In(r.w.that) && r.sinceThen(p), r.when(p) && r.known(k):
		return true, true
	case q.In(r.w.that):
		return first && !q.Hamza() || k.Feats&lang.Present != 0 || r.takes(q, i), true
	case q.Feats&lang.Function != 0 && q.Feats&lang.Noun == 0:
		if e, key := r.prepAt(p); e == i && key != "" {
			return false, true
		}
		return first && !q.In(g.Prep), true
	case conj:
		return first, true
	case r.clauseOf(i, q) || r.suffered(i) || r.ofSome(i):
		return true, true
	case q.Has(lang.Article|lang.Noun) || r.mentionEnds(p):
		return first && k.Feats&lang.Past != 0 && r.known(k) && !(action(k) && r.verbBefore()), true
	}
	return false, true
}

// ofSome reports whether token i, which may be a noun, is the verb of what "that" stands before, an indefinite noun which it
// cannot be bound to: that a man killed.
func (r *Reader) ofSome(i int) bool {
	n, k := len(r.out), &r.K[i]
	if n < 2 || r.out[n-2].Kind != That || k.Feats&lang.Past == 0 || k.Has(lang.Accusative) || !r.known(k) {
		return false
	}
	c := &r.out[n-1]
	return c.Kind == NounPhrase && c.Prep == "" && c.To == i && !c.Definite && c.Reading != nil && c.Reading.Feat&(lang.Accusative|lang.Masdar) == lang.Accusative && !r.K[i-1].Has(lang.Article)
}

// sinceThen reports whether the complementiser at token p stands behind "after", "before", "since": only a verb
// follows it.
func (r *Reader) sinceThen(p int) bool {
	if p == r.begin || r.K[p].Has(lang.Pronoun) || r.K[p-1].Word == nil {
		return false
	}
	return r.K[p-1].In(r.w.lead)
}

// takes reports whether token i, which may be a noun, is rather a verb with an object: behind a
// complementiser with a pronoun stands something definite that it would be bound to: that it
// bombed the town.
func (r *Reader) takes(q *lang.Token, i int) bool {
	if k := &r.K[i]; !q.Has(lang.Pronoun) || k.Feats&lang.Past == 0 || !r.known(k) || !action(k) || i+1 >= r.end || r.K[i+1].Word == nil {
		return false
	}
	k := &r.K[i+1]
	return k.Has(lang.Article|lang.Noun) || r.mentioned(i+1) || i+2 < r.end && k.In(r.w.heads) && r.K[i+2].Word != nil && r.K[i+2].Has(lang.Article)
}

// was reports whether a word that looks like "as if", "as if we" says that somebody was.
func (r *Reader) was(k *lang.Token) bool {
	return k.In(r.w.G.Was) && !k.Hamza() && !k.Has(lang.Conjunction)
}

// urged reports whether token i, which may be a verb in the past, is rather the verbal noun that
// the finite verb right before it has for its subject or object: the killing must stop.
func (r *Reader) urged(i int) bool {
	k := &r.K[i]
	if i == r.begin || k.Feats&lang.Past == 0 || !action(k) || k.Has(lang.Conjunction) {
		return false
	}
	q := &r.K[i-1]
	return q.Word != nil && q.Feats&lang.Present != 0 && !q.In(r.w.G.Was) && r.w.G.Finite(q) && q.Word.Feats&lang.Pronoun == 0
}

// clauseOf reports whether token i, which may be a noun, rather begins a clause that belongs to
// the indefinite noun of q right before it: what takes that up again stands behind it (attacks
// that they planned), or it is a verb that lends a noun its subject, with a preposition of its
// own (an attack that was ascribed to them).
func (r *Reader) clauseOf(i int, q *lang.Token) bool {
	k := &r.K[i]
	if i+1 >= r.end || r.K[i+1].Word == nil || k.Word.Feats&lang.Past == 0 || !r.known(k) || r.Noun(i-1) == nil || q.Has(lang.Article) || q.Word.Feats&(lang.Him|lang.Her|lang.Them) != 0 {
		return false
	}
	next := &r.K[i+1]
	if next.Word.Feats&lang.Function == 0 || next.Has(lang.Conjunction) {
		return false
	}
	return next.Has(lang.Function|lang.Pronoun) && !next.In(r.w.that) || k.In(r.w.support) && next.In(r.w.preps) && !next.Has(lang.Noun)
}

// suffered reports whether token i, which may be a noun, rather is the verb of a clause that belongs to the
// indefinite noun before it, which its pronoun takes up: ten soldiers whom the group killed.
func (r *Reader) suffered(i int) bool {
	n := len(r.out) - 1
	if n < 0 || r.out[n].Kind != NounPhrase || r.out[n].To != i {
		return false
	}
	if n > 0 && r.out[n].Prep == "from" && r.out[n-1].Figure >= 0 {
		n--
	}
	return r.takesUp(i, &r.out[n])
}

// takesUp reports whether token i is the verb of a clause of the indefinite phrase c: it has a pronoun, and
// somebody who did it stands behind.
func (r *Reader) takesUp(i int, c *Chunk) bool {
	k := &r.K[i]
	if i+1 >= r.end || !k.Has(lang.Past|lang.Pronoun) || !r.known(k) || k.Has(lang.Conjunction) {
		return false
	}
	if c.To == i && r.K[i-1].Word != nil && r.K[i-1].Word.Some(func(q *lang.Reading) bool { return q.Feat&(lang.Masdar|lang.Guess) == lang.Masdar }) {
		return false // to strengthen their support for
	}
	if q := r.Noun(i - 1); c.Figure < 0 && (q == nil || q.Feat&(lang.Article|lang.Pronoun|lang.Guess|lang.Masdar) != 0 || r.K[i-1].In(r.w.names) || r.K[c.Head].Has(lang.Article)) {
		return false
	}
	next := &r.K[i+1]
	if e, ok := r.at(&r.mentions, mention, i+1); ok {
		return e.Start == next.Start && (next.Has(lang.Article) || !next.Has(lang.Oblique))
	}
	return next.Word != nil && next.In(r.w.heads) && next.Has(lang.Article) && !next.Has(lang.Nisba)
}

// verbBefore reports whether the clause has a verb already, whose object a verbal noun
// behind its subject is.
func (r *Reader) verbBefore() bool {
	for n := len(r.out) - 1; n >= 0; n-- {
		switch r.out[n].Kind {
		case Verb:
			return true
		case That, Opens, Stop, Comma, Relative:
			return false
		}
	}
	return false
}

// coordinated reports whether token i, which may be a verb, rather goes on with a verbal noun
// behind a preposition: from securing the town and driving them out.
func (r *Reader) coordinated(i int) bool {
	if k := &r.K[i]; !k.Has(lang.Conjunction|lang.Masdar) || len(r.out) == 0 {
		return false
	}
	c := &r.out[len(r.out)-1]
	if n := len(r.out); c.Kind == Comma && n > 1 && i+1 < r.end && r.begun[i+1]&figure == 0 && !r.object(i) {
		c = &r.out[n-2] // behind a comma too, unless people are counted who were killed
	}
	if m := r.managed(c); m != nil {
		c = m
	}
	if c.Kind != NounPhrase || c.Prep == "" || !r.K[c.Head].Has(lang.Masdar) || r.K[c.Head].Has(lang.Article) {
		return false
	}
	if i+1 < r.end && r.K[i].In(r.w.support) && r.K[i+1].In(r.w.preps) && r.known(&r.K[i]) && (c.Reading == nil || c.Reading.Feat&lang.Masdar == 0) {
		return false // in the province, and managed to
	}
	return !(says(verbOf(&r.K[i])) && slices.ContainsFunc(r.out, func(c Chunk) bool { return c.Kind == Verb && says(c.Reading) }))
}

// managed is the verbal noun that stands under a supporting verb as what is done, with its own phrases and others joined to
// it up to chunk last, which is no verbal noun: they managed to burn and destroy a number of vehicles, and
// kill. It is nil where there is none.
func (r *Reader) managed(last *Chunk) *Chunk {
	n := len(r.out) - 1
	if last != &r.out[n] || last.Kind != NounPhrase || r.K[last.Head].Has(lang.Masdar) {
		return nil
	}
	for ; n > 0; n-- {
		c := &r.out[n]
		if c.Kind != NounPhrase || c.Bare() && !c.Listed {
			return nil
		}
		if (c.Prep == "from" || c.Prep == With) && c.Reading != nil && c.Reading.Feat&lang.Masdar != 0 && c.Reading.Feat&lang.Article == 0 {
			break
		}
	}
	for j := n - 1; n > 0 && j >= 0 && r.out[j].Kind != Stop && r.out[j].Kind != That; j-- {
		if r.out[j].Kind == Verb {
			if r.K[r.out[j].Head].In(r.w.support) {
				return &r.out[n]
			}
			return nil
		}
	}
	return nil
}

// says reports whether a verb attributes: he welcomed it and urged them.
func says(q *lang.Reading) bool { return q != nil && q.Cue != nil }

// mentioned reports whether the name of an actor begins at token i.
func (r *Reader) mentioned(i int) bool {
	a, _ := r.ActorAt(i)
	return a >= 0
}

// action reports whether a word that may be a verb may be a verbal noun as well; none ends
// in alef maqsura, as verbs do.
func action(k *lang.Token) bool { return k.Has(lang.Masdar) && !k.Maqsura() }

// known reports whether a verb of the lexicon has that form.
func (r *Reader) known(k *lang.Token) bool {
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&(lang.Past|lang.Present) != 0 && q.Feat&lang.Guess == 0 && q.Lemma != "" {
			return true
		}
	}
	return false
}

// object reports whether what stands behind token i looks like a verb's own: a number, an
// indefinite accusative, a plural that no genitive follows.
func (r *Reader) object(i int) bool {
	if i+1 >= r.end {
		return false
	}
	k := &r.K[i+1]
	return k.Kind == lang.NumberKind || k.In(r.w.number) || k.Has(lang.Accusative)
}
