package clause

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/link"
	"riwaya/internal/phrase"
)

// Reader cuts the sentences of one text. Its zero value is not ready: see [Reader.Reset].
// It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	T *lang.Text
	K []lang.Token

	w          *Words
	rec        *riwaya.Record
	mentions   link.Index // of actors
	places     link.Index
	times      link.Index
	figures    link.Index
	begun      []start // what begins in each token, and in what it stands
	begin, end int     // the sentence
	out        []Chunk
	joined     bool // a conjunction stands alone before the next chunk
}

// Reset prepares to cut a text whose actors, places, times and figures stand in the record.
func (r *Reader) Reset(w *Words, t *lang.Text, rec *riwaya.Record) {
	r.w, r.T, r.K, r.rec = w, t, t.Tokens, rec
	for _, x := range []*link.Index{&r.mentions, &r.places, &r.times, &r.figures} {
		x.Reset()
	}
	for i := range rec.Actors {
		for _, m := range rec.Actors[i].Mentions {
			r.mentions.Add(m, i)
		}
	}
	for i := range rec.Places {
		r.places.Add(rec.Places[i].Span.Hull(), i)
	}
	for i := range rec.Times {
		for _, s := range rec.Times[i].Span {
			r.times.Add(s, i)
		}
	}
	for i := range rec.Figures {
		r.figures.Add(rec.Figures[i].Span.Hull(), i)
	}
	for _, x := range []*link.Index{&r.mentions, &r.places, &r.times, &r.figures} {
		x.Sort()
	}
	r.begun = slices.Grow(r.begun[:0], len(r.K))[:len(r.K)]
	clear(r.begun)
	r.mark(&r.mentions, mention)
	r.mark(&r.places, place)
	r.mark(&r.times, time)
	r.mark(&r.figures, figure)
}

// start is a set of what begins in a token.
type start uint8

// What may begin there.
const (
	mention start = 1 << iota
	place
	time
	figure
	inside // shifts each of them: it stands in it, or partly
	all    = mention | place | time | figure
)

// mark notes in which tokens the spans of an index begin.
func (r *Reader) mark(x *link.Index, what start) {
	i := 0
	for _, e := range x.Starting(0, len(r.T.Source)+1) {
		i = r.T.Behind(e.Start, i, len(r.K))
		if i < len(r.K) && r.K[i].Start <= e.Start {
			r.begun[i] |= what
		}
		for j := i; j < len(r.K) && r.K[j].Start < e.End; j++ {
			r.begun[j] |= what * inside
		}
	}
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() { r.w, r.T, r.K, r.rec = nil, nil, nil, nil }

// at is the longest span of the index, which is that of what, that begins in token i; ok is
// false where none does.
func (r *Reader) at(x *link.Index, what start, i int) (e link.Entry, ok bool) {
	if r.begun[i]&what == 0 {
		return e, false
	}
	k := &r.K[i]
	for _, s := range x.Starting(k.Start, k.End) {
		if !ok || s.End > e.End {
			e, ok = s, true
		}
	}
	return e, ok
}

// behind is the first token that does not begin before that byte.
func (r *Reader) behind(i, end int) int {
	for i < r.end && r.K[i].Start < end {
		i++
	}
	return i
}

// mentionEnds reports whether a mention of an actor ends with token i.
func (r *Reader) mentionEnds(i int) bool {
	return r.begun[i]&(mention*inside) != 0 && r.mentions.Overlapping(r.K[i].Span(), func(e link.Entry) bool { return e.End == r.K[i].End })
}

// Cut cuts the sentence of tokens [from, to). The chunks are valid until the next call.
func (r *Reader) Cut(from, to int) []Chunk {
	r.begin, r.end = from, to
	r.out, r.joined = r.out[:0], false
	for i := from; i < to; {
		i = max(i+1, r.chunk(i))
	}
	return r.out
}

func (r *Reader) add(c *Chunk) int {
	if r.joined {
		r.joined, c.Joined = false, true
		r.listed(c)
	}
	r.out = append(r.out, *c)
	return c.To
}

// chunk reads the chunk at token i and returns where to go on.
func (r *Reader) chunk(i int) int {
	k := &r.K[i]
	one := Chunk{From: i, To: i + 1, Head: i, Actor: -1, Place: -1, Figure: -1}
	switch k.Kind {
	case lang.BreakKind:
		one.Kind = Stop
		return r.add(&one)
	case lang.MarkKind:
		switch k.Mark {
		case lang.Comma, lang.Dash:
			one.Kind = Comma
			return r.add(&one)
		case lang.Stop, lang.Colon, lang.Semicolon, lang.Ellipsis, lang.Question, lang.Exclamation, lang.Bar:
			one.Kind = Stop
			return r.add(&one)
		case lang.BracketOpen:
			if n := len(r.out); n > 0 && r.out[n-1].Kind == Verb && i+1 < r.end && r.begun[i+1]&mention != 0 {
				return i + 1 // a name behind the verb, set off as some papers do
			}
			if m := int(k.Match); m > i && m < r.end {
				return m + 1 // an aside
			}
		}
		return i + 1
	}
	if e := r.opener(i); e > i {
		one.Kind, one.To, one.Head = Adverb, e, e-1
		return r.add(&one)
	}
	if r.seen(&one, i) {
		return r.add(&one)
	}
	if k.Word == nil {
		if r.model(i) {
			return i + 1
		}
		r.phrase(&one) // a number that is no figure
		return r.add(&one)
	}
	if e := r.opening(i); e > i {
		one.Kind, one.To = Opens, e
		return r.add(&one)
	}
	e, key := r.prepAt(i)
	if takes, ok := relative(key); ok {
		one.Kind, one.To, one.Takes = Relative, e, takes
		return r.add(&one)
	} else if key == And {
		r.joined = true
		return e
	} else if e > i {
		return r.governed(i, e, key)
	}
	g := r.w.G
	if k.Traits&lang.Cites != 0 {
		one.Kind = Opens
		return r.add(&one)
	}
	function := k.Feats&lang.Function != 0
	switch {
	case k.In(g.Negation) && i+1 < r.end && r.K[i+1].Word != nil && r.WordIs(&r.K[i+1], "still"):
		one.Kind = Negation // they have not ceased to, not what has ceased
		return r.add(&one)
	case function && k.In(r.w.that) && !r.was(k):
		one.Kind = That
		return r.add(&one)
	case r.when(i) && i+1 < r.end && r.K[i+1].Word != nil && r.known(&r.K[i+1]), function && (k.In(g.Conj) && !r.was(k) || k.Feats&lang.Noun == 0 && k.In(g.Relative)):
		one.Kind = Opens
		return r.add(&one)
	case k.In(g.Negation):
		one.Kind = Negation
		return r.add(&one)
	}
	if verb, ambiguous := r.verbal(i); verb && !(ambiguous && r.coordinated(i)) {
		one.Kind, one.Ambiguous = Verb, ambiguous
		one.Reading = r.verbAt(i)
		one.Joined, one.Pronoun = one.Reading.Feat&lang.Conjunction != 0, one.Reading.Feat&lang.Pronoun != 0
		return r.add(&one)
	}
	if k.Feats&lang.Noun == 0 && (function || k.In(r.w.time)) || function && k.Has(lang.Function|lang.Pronoun) && r.PrepOf(k) != "" || k.In(g.Demonstrative) {
		one.Kind = Adverb
		return r.add(&one)
	}
	r.phrase(&one)
	return r.add(&one)
}

// opener is the end of the words at token i that begin a sentence and only say that the text goes on with something else: for
// another thing, at the same time. It is i where there are none, or no verb follows.
func (r *Reader) opener(i int) int {
	if k := &r.K[i]; i > r.begin || k.Starts&lang.StartsPhrase == 0 || r.PrepositionAt(i) == "" {
		return i
	}
	if e, _ := r.T.PhraseAt(i, r.w.G.Discourse); e > i+1 && e < r.end && r.K[e].Word != nil && !r.K[e-1].In(r.w.that) && r.w.G.MayBeFinite(&r.K[e]) {
		return e
	}
	return i
}

// when reports whether a conjunction that only a verb follows stands at token p: not until the time of.
func (r *Reader) when(p int) bool {
	k := &r.K[p]
	return r.WordIs(k, "when") && !k.Has(lang.For) && (p == r.begin || r.PrepositionAt(p-1) != "to" && !r.K[p-1].In(r.w.G.Conj))
}

// WordIs reports whether rules of happenings ask for the word of a token, which has one, by that key.
func (r *Reader) WordIs(k *lang.Token, key string) bool {
	return k.Keyed(r.w.words, key)
}

// model lets the phrase before end with the number at token i, where that is written as one
// with its last word: F-16.
func (r *Reader) model(i int) bool {
	glued := func(j int) bool { return j > r.begin && r.K[j-1].End == r.K[j].Start }
	n, j := len(r.out)-1, i
	if n > 0 && glued(i) && r.K[i-1].Mark == lang.Dash && r.out[n].Kind == Comma {
		n, j = n-1, i-1
	}
	if n < 0 || r.K[i].Kind != lang.NumberKind || !glued(j) || r.K[j-1].Word == nil || r.out[n].Kind != NounPhrase || r.out[n].To != j {
		return false
	}
	r.out = r.out[:n+1]
	r.out[n].To = i + 1
	return true
}

// seen makes of c, a chunk of token i alone, that of what an earlier finder saw there: a time,
// a figure, an actor, a place. It reports whether there is one.
func (r *Reader) seen(c *Chunk, i int) bool {
	k := &r.K[i]
	if r.begun[i]&all == 0 {
		return false
	}
	if e, ok := r.at(&r.times, time, i); ok && !r.relating(i, r.behind(i, e.End)) {
		c.Kind, c.To = Adverb, r.behind(i, e.End)
		return true
	}
	var start, end int
	if e, ok := r.at(&r.figures, figure, i); ok {
		c.Figure, start, end = e.Of, e.Start, e.End
	} else if e, ok := r.at(&r.mentions, mention, i); ok {
		c.Actor, start, end = e.Of, e.Start, e.End
	} else if e, ok := r.at(&r.places, place, i); ok {
		c.Place, start, end = e.Of, e.Start, e.End
	} else {
		return false
	}
	f := r.clitics(i, start)
	c.Prep, c.Joined = glued(f), f&lang.Conjunction != 0
	c.To = r.behind(i, end)
	c.Definite = c.Figure < 0
	if k.Word != nil && c.Figure < 0 {
		c.Reading = r.noun(i)
	}
	if c.Figure >= 0 {
		r.counted(c)
	}
	r.extend(c)
	r.listed(c)
	return true
}

// relating reports whether the time that is tokens [i, e) is one word that governs the noun behind it:
// the day after clashes.
func (r *Reader) relating(i, e int) bool {
	return e == i+1 && e < r.end && r.PrepositionAt(i) == near && r.K[e].Word != nil && r.K[e].Has(lang.Noun) && r.begun[e]&time == 0
}

// counted gives a figure the actor whom it counts: the one that begins in its noun.
func (r *Reader) counted(c *Chunk) {
	for j := c.From; j < c.To; j++ {
		if e, ok := r.at(&r.mentions, mention, j); ok && r.rec.Actors[e.Of].Kind != "government" { // 70 Australians are not their land
			c.Actor, c.To = e.Of, max(c.To, r.behind(j, e.End))
			return
		}
	}
}

// governed reads what the preposition of tokens [i, e) governs.
func (r *Reader) governed(i, e int, key string) int {
	joined := r.K[i].Has(lang.Conjunction)
	for e < r.end && phrase.IsQuote(&r.K[e]) {
		e++
	}
	if e >= r.end || r.K[e].Kind == lang.BreakKind || r.K[e].Kind == lang.MarkKind {
		return r.add(&Chunk{Kind: Adverb, From: i, To: e, Head: i, Actor: -1, Place: -1, Figure: -1, Joined: joined})
	}
	k := &r.K[e]
	if k.In(r.w.G.Demonstrative) && !k.Has(lang.Noun) && (e+1 >= r.end || !r.K[e+1].Has(lang.Article)) {
		return r.add(&Chunk{Kind: Adverb, From: i, To: e + 1, Head: i, Actor: -1, Place: -1, Figure: -1, Joined: joined}) // besides that
	}
	if k.In(r.w.that) && k.Feats&lang.Function != 0 && !k.Has(lang.Noun) {
		return r.add(&Chunk{Kind: That, From: i, To: e + 1, Head: e, Actor: -1, Place: -1, Figure: -1, Joined: joined})
	}
	c := Chunk{From: e, To: e + 1, Head: e, Actor: -1, Place: -1, Figure: -1}
	ok := r.seen(&c, e)
	if verb, _ := r.verbal(e); !ok && verb && key == near && !k.Has(lang.Article) && k.Word.Readings[0].Feat&(lang.Past|lang.Present) != 0 && r.w.G.Finite(k) {
		return r.add(&Chunk{Kind: Adverb, From: i, To: e, Head: i, Actor: -1, Place: -1, Figure: -1, Joined: joined})
	}
	if !ok {
		r.phrase(&c)
	}
	c.From, c.Joined, c.Listed = i, joined, false
	if c.Kind == NounPhrase {
		c.Prep = key
	}
	return r.add(&c)
}

// TitleAt reports whether a title of several words begins with token i: crown prince.
func (r *Reader) TitleAt(i int) bool {
	if r.K[i].Starts&lang.StartsPhrase == 0 {
		return false
	}
	e, _ := r.T.PhraseAt(i, r.w.G.Person)
	return e > i+1
}

// Names reports whether an actor or a place is named in token i, or goes on over it.
func (r *Reader) Names(i int) bool {
	return r.begun[i]&((mention|place)*inside) != 0
}

// ActorAt is the actor whose mention begins in token i, and the token behind it; -1 and i
// where none does.
func (r *Reader) ActorAt(i int) (actor, end int) {
	e, ok := r.at(&r.mentions, mention, i)
	if !ok {
		return -1, i
	}
	return e.Of, r.behind(i, e.End)
}

// PrepositionAt is the key of the preposition that begins at token i, "" if none does.
func (r *Reader) PrepositionAt(i int) string {
	_, key := r.prepAt(i)
	return key
}

// PlacesIn are the places that begin in bytes [from, to).
func (r *Reader) PlacesIn(from, to int) []link.Entry { return r.places.Starting(from, to) }

// TimesIn are the ranges of times that begin in bytes [from, to).
func (r *Reader) TimesIn(from, to int) []link.Entry { return r.times.Starting(from, to) }

// FiguresIn are the figures that begin in bytes [from, to).
func (r *Reader) FiguresIn(from, to int) []link.Entry { return r.figures.Starting(from, to) }
