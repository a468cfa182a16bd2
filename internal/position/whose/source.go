package whose

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
)

// Headless reports whether the verb of the trigger, the cue of a claim whose source is left out, has a subject of its own that is
// no speaker: what its relative clause tells of, "the school that was promising", or a definite noun right behind it, where behind
// commas another stands, to whom it is put: "and the residents, by letter, called on the authorities".
func (r *Reader) Headless(claim int) bool {
	c, cl := &r.Cur, &r.Rec.Claims[claim]
	if c.By.Feat&lang.Verb == 0 || !cl.Source.Elided {
		return false
	}
	i := c.From - 1
	for i > r.Start && c.By.Prefix == 0 && (r.Tokens[i].In(r.V.Was) && r.Grammar.Finite(&r.Tokens[i]) || r.Tokens[i].In(r.V.Already)) {
		i--
	}
	if t := &r.Tokens[max(i, r.Start)]; i > r.Start && c.By.Prefix == 0 && t.In(r.V.Relative) && r.Grammar.Function(t) && !t.In(r.V.Against) && !t.In(r.V.Negation) && !r.Complementiser(i) {
		return true
	}
	if c.Word.Frames&stance.Whom == 0 || len(cl.Content.Spans) == 0 || c.To >= r.End || !r.Tokens[c.To].Has(lang.Noun|lang.Article) {
		return false
	}
	for i := c.To + 1; i+1 < r.End && r.Tokens[i+1].Start < cl.Content.Spans[0].Start; i++ {
		if k := &r.Tokens[i+1]; r.Tokens[i].Is(lang.Comma) && k.Word != nil && k.Has(lang.Noun|lang.Article) && k.Feats&(lang.Conjunction|lang.With|lang.For) == 0 {
			return true
		}
	}
	return false
}

// Announces reports whether token i is a word of announcing, confirming or promising.
func (r *Reader) Announces(i int) bool {
	t := &r.Tokens[i]
	if t.Word == nil || t.Feats&lang.Cue == 0 {
		return false
	}
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Cue != nil && (q.Cue.Class == "announce" || q.Cue.Class == "confirm" || q.Cue.Class == "promise" && r.CueAt(t) >= 0) {
			return true
		}
	}
	return false
}

// Agrees reports whether the word of the trigger, or the pronoun glued on behind it, has
// the gender that the claim's word of saying shows.
func (r *Reader) Agrees(claim int) bool {
	g := r.Gender(claim)
	if r.Cur.Kind == rule.Noun && r.Cur.By.Feat&lang.Them != 0 {
		s := r.Source(claim)
		return s >= 0 && r.Several(claim)
	}
	if g == 0 {
		return true
	}
	if r.Cur.By.Feat&(lang.Verb|lang.Plural|lang.First) == lang.Verb|lang.Plural && !r.Several(claim) {
		return false
	}
	own := r.Cur.By.Feat & (lang.Masculine | lang.Feminine)
	if r.Cur.Kind == rule.Noun {
		own = lang.Masculine
		if r.Feminine(r.Cur.At) {
			own = lang.Feminine
		}
	}
	return own == 0 || own&g != 0
}

// Aimed reports whether the source that a claim has stands right behind its word in a relative
// clause: "which calls on the movement", whom it calls upon; or whether the word is of several,
// and the source somebody.
func (r *Reader) Aimed(claim int) bool {
	c, s := &r.Cur, r.Rec.Claims[claim].Source
	if c.By.Feat&lang.Verb == 0 {
		return false
	}
	if c.To < r.End && len(s.Spans) > 0 && s.Spans[0].Start == r.Tokens[c.To].Start && r.Tokens[c.To].In(r.V.Country) && r.Mismatched(c.To) {
		return true // "and he calls on Iran"
	}
	if actor := r.Source(claim); actor >= 0 && c.By.Feat&(lang.Plural|lang.First) == lang.Plural && r.Rec.Actors[actor].Kind == "person" {
		return true
	}
	if c.Word.Stance == "regards" && len(s.Spans) > 0 && s.Spans[0].Start >= r.Tokens[c.At].End {
		if i := r.T.TokenAt(s.Spans[0].End, c.To, r.End); i > 0 && r.Tokens[i].In(r.V.From) && r.Grammar.Function(&r.Tokens[i]) {
			return true // "the town is regarded as one of those which …"
		}
	}
	if len(s.Spans) > 0 && s.Spans[0].Start >= r.Tokens[c.At].End {
		if i := r.T.TokenAt(s.Spans[0].Start, c.To, r.End); i > 0 && r.oblique(i) {
			return true // "and called on the rebels to"
		}
	}
	if r.demanded(&s) {
		return true
	}
	if len(s.Spans) > 0 && s.Spans[0].Start >= r.Tokens[c.At].End && c.Word.Frames&stance.Whom != 0 && r.pronominal() {
		return true // "that he calls on the parliament"
	}
	which := c.At > r.Start && r.Tokens[c.At-1].In(r.V.Relative) && !r.Tokens[c.At-1].In(r.V.Against) && r.Grammar.Function(&r.Tokens[c.At-1])
	if which && c.To < r.End && r.Tokens[c.To].Has(lang.Function|lang.Pronoun) && r.Tokens[c.To].In(r.V.Prep) {
		return true // "the aid that it demands": what is demanded stands before
	}
	if len(s.Spans) > 0 && s.Spans[0].Start >= r.Tokens[c.At].End {
		if k := &r.Tokens[min(c.To, r.End-1)]; k.In(r.V.From) && k.Feats&lang.Function != 0 && c.Word.Frames&stance.Whom != 0 {
			return true // "asked of the movement", "asked of him the officers"
		}
		if r.Opened() || c.Word.Frames&stance.Whom != 0 && r.Between(c.To, s.Spans[0].Start) {
			return true
		}
	}
	if spans := r.Rec.Claims[claim].Content.Spans; len(spans) > 0 {
		if i := r.T.TokenAt(spans[0].Start, 0, len(r.Tokens)); i >= 0 && r.Tokens[i].Has(lang.Noun|lang.Pronoun) {
			return false // "the strike, to whose beginning the party calls"
		}
	}
	return which && len(s.Spans) > 0 && c.To < r.End && s.Spans[0].Start == r.Tokens[c.To].Start && c.By.Feat&lang.Pronoun == 0 && c.Word.Frames&stance.Whom != 0
}

// demanded reports whether the verb of the trigger, in the present and put to somebody, stands right behind a noun that is its subject,
// and its source behind it is a country that "to do" follows: "the resolutions of the Council call on Tehran to stop".
func (r *Reader) demanded(s *riwaya.Source) bool {
	c := &r.Cur
	if c.Word.Frames&stance.Whom == 0 || c.By.Feat&(lang.Present|lang.Conjunction|lang.Pronoun) != lang.Present || c.At <= r.Start || len(s.Spans) == 0 || c.To+1 >= r.End || s.Spans[0].Start != r.Tokens[c.To].Start {
		return false
	}
	p, t, k := &r.Tokens[c.At-1], &r.Tokens[c.To], &r.Tokens[c.To+1]
	if t.End < s.Spans[0].End || !t.In(r.V.Country.Or(r.V.Capital)) || p.Kind != lang.WordKind || r.Grammar.Function(p) || p.In(r.V.Time) || !r.Grammar.Nounish(p) {
		return false
	}
	return phrase.Glued(k, lang.With|lang.Noun) != nil || k.In(r.V.To) && r.Grammar.Function(k)
}

// pronominal reports whether the subject of the verb of the trigger is the pronoun of "that" right before it, with which it agrees.
func (r *Reader) pronominal() bool {
	c := &r.Cur
	if c.By.Prefix != 0 || c.From <= r.Start || c.By.Feat&lang.First != 0 {
		return false
	}
	p := &r.Tokens[c.From-1]
	return p.Has(lang.Function|lang.Pronoun) && p.In(r.V.That) && r.Complementiser(c.From-1) && r.Feminine(c.From-1) == (c.By.Feat&(lang.Feminine|lang.Masculine) == lang.Feminine)
}

// Denied reports whether somebody denies what the trigger stands in, or has for its word.
func (r *Reader) Denied(claim int, span riwaya.Span) bool {
	if claim < 0 {
		claim = r.SayingBefore(span)
	}
	return claim >= 0 && !r.Cur.Negated && r.Rec.Claims[claim].Cue.Class == "deny"
}

// Another reports whether another actor than that stands right behind the verb of the
// trigger, which can be its subject.
func (r *Reader) Another(actor int) bool {
	for i := range r.Named {
		n := &r.Named[i]
		if n.From == r.Cur.To && !n.Glued && n.Actor != actor && r.SubjectOf(n.From) && !r.Mismatched(n.From) {
			return r.Cur.Word.Frames&stance.Governs != 0 || r.Cur.Word.Frames&stance.As != 0 && r.Cur.By.Feat&lang.Pronoun != 0
		}
	}
	i := r.Cur.To
	if i >= r.End || r.Cur.Word.Frames&stance.Governs == 0 || r.Cur.Word.Frames&stance.Obj != 0 || r.Cur.Word.Stance == "demands" {
		return false
	}
	t, n := &r.Tokens[i], r.Noun(i) // "and the rich countries promised to", who are no actor
	return n != nil && n.Prefix == 0 && n.Feat&(lang.Article|lang.Oblique|lang.Guess) == lang.Article && n.Feat&(lang.Masculine|lang.Feminine)&r.Cur.By.Feat != 0 && !t.Has(lang.Masdar) && !t.In(r.V.Event) && !t.In(r.V.Time) && !r.Grammar.Function(t) && !r.Mismatched(i)
}

// Guessed reports whether somebody expects or believes that the clause around token i is so.
func (r *Reader) Guessed(i int) bool {
	if c := r.Around; c >= 0 && (r.Rec.Claims[c].Cue.Class == "expect") {
		return true
	}
	for n := 0; i > r.Start && n < 10 && !r.Complementiser(i-1); n++ {
		if k := &r.Tokens[i-1]; k.Kind == lang.MarkKind && !phrase.IsQuote(k) || r.Grammar.Finite(k) && !r.Grammar.Nounish(k) {
			return false
		}
		i--
	}
	if i < r.Start+2 || !r.Complementiser(i-1) {
		return false
	}
	for n := i - 2; n >= max(r.Start, i-3); n-- {
		if r.Is(n, stance.KeyMay) || r.Is(n, stance.KeyKnown) {
			return true
		}
	}
	for n := i - 2; n >= max(r.Start, i-6); n-- { // "the markets believe that"
		w := r.Tokens[n].Word
		for k := 0; w != nil && k < len(w.Readings); k++ {
			if q := &w.Readings[k]; q.Cue != nil && (q.Cue.Class == "believe" || q.Cue.Class == "expect") {
				return true
			}
		}
		if w == nil || r.Grammar.Finite(&r.Tokens[n]) && !r.Grammar.Nounish(&r.Tokens[n]) {
			break
		}
	}
	return false
}

// Inside reports whether a verb of saying or believing that no claim has for its cue stands before the "that" before the trigger, in
// what the source of a claim says: then another says it.
func (r *Reader) Inside(claim int) bool {
	i := r.Cur.From - 2
	if i < r.Start || !r.Complementiser(i+1) || r.CueAt(&r.Tokens[i]) >= 0 || r.Tokens[i].Feats&lang.Cue == 0 || r.Tokens[i].Feats&lang.Past != 0 || !r.Grammar.Finite(&r.Tokens[i]) {
		return false
	}
	return r.Rec.Claims[claim].Content.Spans[0].Start < r.Tokens[i].Start
}

// Unheard is the actor who is the subject of a verb whose claim has none: one that stands right behind it, with
// Another noun behind itself, which is the object, or the subject of the verb that it is joined to; -1 if there is none.
func (r *Reader) Unheard() int {
	c := &r.Cur
	for i := range r.Named {
		n := &r.Named[i]
		if n.From != c.To || n.Glued || c.Word.Frames&stance.Whom == 0 || !r.SubjectOf(n.From) || r.Mismatched(n.From) || n.To >= r.End {
			continue
		}
		if t := &r.Tokens[n.To]; t.Has(lang.Noun|lang.Article) && t.Feats&(lang.With|lang.For|lang.Conjunction) == 0 && !t.Has(lang.Nisba|lang.Article) && (r.Tokens[n.From].In(r.V.Country.Or(r.V.Capital))) {
			return r.Holds(n.Actor)
		}
	}
	if c.From > r.Start && c.By.Feat&lang.Conjunction != 0 && c.By.Feat&(lang.Plural|lang.Dual) == 0 {
		return r.ClauseBefore(c.From)
	}
	return -1
}

// Unnamed reports whether a person's name is no whole one: a title, or a given name of which the rest was not read.
func (r *Reader) Unnamed(actor int) bool {
	a := &r.Rec.Actors[actor]
	if a.Kind != "person" || a.Name != nil || a.NameAr == nil || strings.Contains(*a.NameAr, " ") {
		return false
	}
	for _, m := range a.Mentions {
		i := r.T.TokenAt(m.End-1, 0, len(r.Tokens))
		if i < 0 {
			continue
		}
		t := &r.Tokens[i]
		if t.Span().Of(r.T.Source) == *a.NameAr && (!t.In(r.Grammar.Name) && (t.In(r.Grammar.Person) || t.Feats&(lang.With|lang.For) != 0) || t.In(r.Grammar.Name) && r.goesOn(i+1)) {
			return true
		}
	}
	return false
}

// goesOn reports whether a name may go on at token i, which is no verb, no function word and nothing glued.
func (r *Reader) goesOn(i int) bool {
	if i >= len(r.Tokens) || r.Tokens[i].Word == nil {
		return false
	}
	t := &r.Tokens[i]
	return !r.Grammar.Function(t) && !r.Complementiser(i) && !r.Grammar.Finite(t) && t.Feats&(lang.With|lang.For|lang.Conjunction|lang.Article) == 0
}
