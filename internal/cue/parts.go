package cue

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// The named parts that a pattern may ask for.
const (
	PartSource  = iota // the source's noun phrase, the longest that fits
	PartAccuser        // the source before the object of accusing: the longest whole one
	PartSubject        // the source's noun phrase before a bare object, the shortest that is whole
	PartAdjunct        // a time, a medium, an occasion, a comma, an aside
	PartThat           // a complementiser, with the preposition that the cue governs
	PartColon
	PartComma
	PartQuote          // a quotation that is no name
	PartBody           // the content: a clause
	PartGoverned       // the content behind the preposition that the cue governs
	PartObject         // the content as a bare object
	PartSoThat         // what opens the clause behind a cite at its head
	PartStart          // back: where a clause begins
	PartHead           // back: the noun phrase that a relative clause belongs to
	PartGovernedSource // the source behind the preposition that the cue governs
	PartRelayed        // content that begins with "from X his saying"
	PartAddressee      // whom it is put to, before the governed preposition
	PartWhole          // the content as object and complement
	PartClause         // content that begins with its verb
	PartWe             // a verb in the first person, with which direct speech begins
	PartEnd            // the end of the sentence
	PartOpening        // back: the start of the sentence, or what opens it
	PartInIt           // "in it": the statement before the verb
	PartVerb           // any verb, such as the one between a cite and its source
)

var Names = []string{"src", "accuser", "subj", "adj", "that", "colon", "comma", "quote", "body", "gov", "obj", "so-that", "start", "head", "gsrc", "relayed", "addr", "whole", "clause", "we", "end", "opening", "in-it", "verb"}

// The bits of a key: what a pattern asks of the parts at one cue.
const (
	strict = 1 << iota
	topic
)

// Key tells apart what is asked of parts.
func (r *Reading) Key() int {
	key := 0
	if r.Strict {
		key |= strict
	}
	if r.Topic {
		key |= topic
	}
	return key
}

// Heeds implements match.Parts.
func (r *Reading) Heeds(n int) int {
	switch n {
	case PartSource, PartAccuser, PartSubject, PartGovernedSource:
		return strict
	case PartAdjunct, PartObject, PartWhole:
		return topic
	}
	return 0
}

// Part implements match.Parts.
func (r *Reading) Part(n, at int, back bool, yield func(int) bool) bool {
	if back {
		return r.before(n, at, yield)
	}
	if n == PartEnd {
		return at >= r.End && yield(at+1)
	}
	if at >= r.End {
		return false
	}
	switch n {
	case PartSource:
		ends := r.subjectPhrase(at)
		for _, e := range slices.Backward(ends) {
			if (!r.Strict || r.CanSpeak(at, e) && r.cited(at)) && yield(e) {
				return true
			}
		}
	case PartAccuser:
		ends := r.subjectPhrase(at)
		for _, e := range slices.Backward(ends) {
			if e < r.End && r.Whole(at, e) && r.beginsPhrase(e) && (!r.Strict || r.CanSpeak(at, e)) && yield(e) {
				return true
			}
		}
		for _, e := range ends {
			if r.Whole(at, e) && (!r.Strict || r.CanSpeak(at, e)) && yield(e) {
				return true
			}
		}
	case PartSubject:
		ends := r.subjectPhrase(at)
		for k, e := range ends {
			if k+1 < len(ends) && r.Tokens[e].In(r.Grammar.In.Or(r.Grammar.From).Or(r.Grammar.At)) && r.Grammar.Function(&r.Tokens[e]) {
				continue // the place belongs to the name
			}
			if k+1 < len(ends) && (r.Tokens[e].In(r.Grammar.Name) || r.Tokens[e].In(r.Grammar.Ambiguous)) && !r.Grammar.Function(&r.Tokens[e]) && !r.PhraseIn(e, r.Grammar.Office) {
				continue // the name goes on
			}
			if k+1 < len(ends) && (r.Tokens[e].Is(lang.Comma) || phrase.Glued(&r.Tokens[e], lang.With|lang.Noun) != nil || phrase.Glued(&r.Tokens[e], lang.For|lang.Noun) != nil) {
				continue // an apposition, a complement
			}
			if k+1 < len(ends) && r.Tokens[e].In(r.Grammar.Relative) && r.Tokens[e].Feats&lang.Function != 0 {
				continue // so does its relative clause
			}
			if r.Whole(at, e) && (!r.Strict || r.CanSpeak(at, e)) && yield(e) {
				return true
			}
		}
	case PartAdjunct:
		return r.adjunct(at, yield)
	case PartThat:
		return r.that(at, yield)
	case PartColon:
		return r.Tokens[at].Is(lang.Colon) && yield(at+1)
	case PartComma:
		return (r.Tokens[at].Is(lang.Comma) || r.Tokens[at].Is(lang.Dash)) && yield(at+1)
	case PartQuote:
		return r.quotation(at, yield)
	case PartBody:
		return r.body(at) && yield(r.End)
	case PartGoverned:
		t := &r.Tokens[at]
		if t.In(r.Grammar.Demonstrative) && t.Has(lang.Function|lang.With) && at+1 < r.End && !r.Tokens[at+1].Has(lang.Article) {
			return false // "that" is what was said before, and who said it follows
		}
		return r.Governs(at) && yield(r.End)
	case PartObject:
		return r.object(at) && yield(r.End)
	case PartSoThat:
		return r.soThat(at, yield)
	case PartGovernedSource:
		from := r.GovernedStart(at)
		if from < 0 {
			return false
		}
		r.Governed = from
		ends := slices.Clone(r.NounPhrase(from))
		r.Governed = -1
		for _, e := range slices.Backward(ends) {
			if (!r.Strict || r.CanSpeak(from, e) && r.cited(from)) && yield(e) {
				return true
			}
		}
	case PartRelayed:
		return r.relayed(at) && yield(r.End)
	case PartAddressee:
		return r.addresseeAt(at, yield)
	case PartWhole:
		if r.By.Feat&(lang.Verb|lang.Pronoun) == lang.Verb|lang.Pronoun && (r.CueFrames("bi") || r.CueFrames("ila") || r.CueFrames("ala")) {
			return false // its object is the pronoun, and what stands behind the preposition the content
		}
		if !r.Topic && at == r.CueEnd && r.By.Feat&(lang.Verb|lang.Feminine) == lang.Verb|lang.Feminine && r.Tokens[at].Has(lang.Feminine) && r.Tokens[at].In(r.Grammar.Body) {
			return false // it can be the subject
		}
		return r.wholeObject(at) && yield(r.End)
	case PartClause:
		t := &r.Tokens[at]
		return (r.Grammar.MayBeFinite(t) && !t.In(r.Grammar.Name) || t.Has(lang.So) || t.Kind == lang.NumberKind) && r.body(at) && yield(r.End)
	case PartWe:
		t := &r.Tokens[at]
		if t.Word == nil || !r.body(at) {
			return false
		}
		q := t.Word.Find(lang.Verb | lang.First | lang.Plural)
		we := q != nil && !r.Grammar.Nounish(t) && at == r.CueEnd // behind a name it may go on with that
		if t.In(r.Grammar.Already) && t.Has(lang.Function) && len(t.Word.Form) > 4 && t.Feats&lang.Conjunction == 0 && at+1 < r.End {
			we = r.Grammar.MayBeFinite(&r.Tokens[at+1]) // "verily I was"
		}
		return we && yield(r.End)
	case PartInIt:
		e, it := r.InIt(at)
		return it != nil && yield(e)
	case PartVerb:
		if r.CueFrames("weak") && r.Tokens[at].Feats&lang.Cue == 0 {
			return false // "as it seems" is nobody's saying
		}
		return r.Grammar.MayBeFinite(&r.Tokens[at]) && yield(at+1)
	}
	return false
}

// InIt is where "in it" or "during it" at token at ends, and its reading: the words that it was
// said in stand before the verb. Nil where it is none.
func (r *Reading) InIt(at int) (end int, it *lang.Reading) {
	if at+1 < r.End && r.Tokens[at].In(r.Grammar.From) && r.Grammar.Function(&r.Tokens[at]) && !r.Tokens[at].Has(lang.Pronoun) && !r.Tokens[at+1].In(r.Grammar.In) {
		at++ // "out of it", as in "through it"
	}
	if at < r.End {
		if it = r.Grammar.Inside(&r.Tokens[at]); it != nil {
			return at + 1, it
		}
	}
	return 0, nil
}

// that yields behind the complementiser at token at, and a colon behind it.
func (r *Reading) that(at int, yield func(int) bool) bool {
	g, i := r.Grammar, at
	t := &r.Tokens[i]
	if r.and(i) {
		return false // "and that" goes on with what was said before
	}
	if r.accused(t) {
		return false
	}
	if i+2 < r.End && g.Function(t) && phrase.IsQuote(&r.Tokens[i+1]) && r.Tokens[i+1].Match < 0 && r.Complementiser(i+2) {
		i++ // a quotation that opens before it and never closes
	}
	if i+1 < r.End && r.Complementiser(i+1) {
		switch {
		case t.In(g.To) && r.CueFrames("ila"), t.In(g.On) && r.CueFrames("ala"), t.In(g.From) && r.CueFrames("min"),
			t.In(g.About) && r.CueFrames("an"), t.In(g.In) && r.CueFrames("fi"), t.In(g.Regarding) && r.CueFrames("hawl"):
			i++
		default:
			return false
		}
	} else if !r.Reports(i) || t.Has(lang.So) && r.By != nil && r.By.Feat&lang.Function == 0 {
		return false // "so that" goes on after a cite
	}
	if i+1 < r.End && r.Tokens[i+1].Is(lang.Colon) && yield(i+2) {
		return true
	}
	return yield(i + 1)
}

// accused reports whether the complementiser t, "with" glued on, goes on with whom the cue is about: they accused
// the ministry that it slept. Of one party before it nobody knows but that it is that one, unless a pronoun behind
// the verb is.
func (r *Reading) accused(t *lang.Token) bool {
	if r.By == nil || !r.CueFrames("whole") || !r.CueFrames("bi") || !t.Has(lang.Function|lang.With) {
		return false
	}
	return r.By.Feat&(lang.Verb|lang.Pronoun) != lang.Verb|lang.Pronoun
}

// and reports whether the complementiser at token i carries "and".
func (r *Reading) and(i int) bool {
	return i > r.CueEnd && r.Complementiser(i) && r.Tokens[i].Has(lang.Function|lang.Conjunction) && !r.Tokens[i].Has(lang.So)
}

// soThat yields behind what opens the main clause after a cite at its head: a comma,
// "so that", "so … has", or nothing before a verb.
func (r *Reading) soThat(at int, yield func(int) bool) bool {
	t := &r.Tokens[at]
	if (t.Is(lang.Comma) || t.Is(lang.Dash) || t.Is(lang.Semicolon)) && at+3 < r.End {
		if at+1 < r.End && r.Tokens[at+1].Has(lang.So) && r.Complementiser(at+1) {
			return yield(at + 2)
		}
		return yield(at + 1)
	}
	return t.Has(lang.So) && r.Complementiser(at) && yield(at+1)
}

// quotation yields behind a quotation that is more than a name.
func (r *Reading) quotation(at int, yield func(int) bool) bool {
	t := &r.Tokens[at]
	if t.Kind != lang.MarkKind || t.Mark != lang.QuoteOpen && t.Mark != lang.QuoteClose && t.Mark != lang.QuoteEither {
		return false
	}
	if t.Match > int32(at) {
		words := int(t.Match) - at - 1
		colon := at > 0 && (r.Tokens[at-1].Is(lang.Colon) || r.Complementiser(at-1))
		return (words >= 4 || words >= 1 && (colon || r.ClauseInMarks(at)) || r.clauseInQuotes(at, words)) && yield(int(t.Match)+1)
	}
	return t.Match < 0 && at+3 < r.End && (r.Tokens[at-1].Is(lang.Colon) || t.Mark != lang.QuoteClose && r.Complementiser(at+1)) && yield(r.End)
}

// clauseInQuotes reports whether the few words in the marks that open at token at are a clause and
// no name: they begin with a finite verb, or with what negates or confirms one.
func (r *Reading) clauseInQuotes(at, words int) bool {
	g, t := r.Grammar, &r.Tokens[at+1]
	if !r.CueFrames("say") || t.Word == nil || words < 2 {
		return false
	}
	return g.Finite(t) && words > 2 || g.Function(t) && t.In(g.Negation.Or(g.Already).Or(g.Particle)) && g.MayBeFinite(&r.Tokens[at+2])
}

// body reports whether a clause can begin at token at.
func (r *Reading) body(at int) bool {
	for i := at; i < r.End && i < at+3; i++ {
		if k := r.Tokens[i].Kind; k == lang.WordKind || k == lang.NumberKind {
			return true
		}
	}
	return false
}
