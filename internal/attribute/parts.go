package attribute

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// The named parts that a pattern may ask for.
const (
	partSource  = iota // the source's noun phrase, the longest that fits
	partAccuser        // the source before the object of accusing: the longest whole one
	partSubject        // the source's noun phrase before a bare object, the shortest that is whole
	partAdjunct        // a time, a medium, an occasion, a comma, an aside
	partThat           // a complementiser, with the preposition that the cue governs
	partColon
	partComma
	partQuote          // a quotation that is no name
	partBody           // the content: a clause
	partGoverned       // the content behind the preposition that the cue governs
	partObject         // the content as a bare object
	partSoThat         // what opens the clause behind a cite at its head
	partStart          // back: where a clause begins
	partHead           // back: the noun phrase that a relative clause belongs to
	partGovernedSource // the source behind the preposition that the cue governs
	partRelayed        // content that begins with "from X his saying"
	partAddressee      // whom it is put to, before the governed preposition
	partWhole          // the content as object and complement
	partClause         // content that begins with its verb
	partWe             // a verb in the first person, with which direct speech begins
	partEnd            // the end of the sentence
	partOpening        // back: the start of the sentence, or what opens it
	partVerb           // any verb, such as the one between a cite and its source
)

var partNames = []string{"src", "accuser", "subj", "adj", "that", "colon", "comma", "quote", "body", "gov", "obj", "so-that", "start", "head", "gsrc", "relayed", "addr", "whole", "clause", "we", "end", "opening", "verb"}

// triggers are the kinds of cue that a pattern may ask for.
var triggers = map[string]func(*lang.Reading) bool{
	"verb": func(r *lang.Reading) bool { return r.Feat&(lang.Past|lang.Present) != 0 },
	"participle": func(r *lang.Reading) bool {
		return r.Feat&lang.Participle != 0 && r.Feat&lang.Passive == 0 && r.Feat&(lang.Article|lang.With|lang.For|lang.Pronoun) == 0
	},
	"noun":  func(r *lang.Reading) bool { return r.Feat&lang.Noun != 0 && r.Feat&lang.Participle == 0 },
	"prep":  func(r *lang.Reading) bool { return r.Feat&lang.Function != 0 },
	"colon": nil, // a colon is a cue in a headline or a post
}

var triggerOrder = []string{"verb", "participle", "noun", "prep", "colon"}

// reading is the state of reading one sentence of one text.
type reading struct {
	phrase.Reader
	f      *Finder
	title  bool // the sentence is the headline
	post   bool // the text is a short post
	strict bool // the source must be able to speak
	topic  bool // the pattern has its source before the cue

	marked                         int // the sentence that these are of, by its first token
	lastThat, lastColon, lastQuote int
	union                          lang.Set // the classes of its words
}

// Part implements match.Parts.
func (r *reading) Part(n, at int, back bool, yield func(int) bool) bool {
	if back {
		return r.before(n, at, yield)
	}
	if n == partEnd {
		return at >= r.End && yield(at+1)
	}
	if at >= r.End {
		return false
	}
	switch n {
	case partSource:
		ends := r.subjectPhrase(at)
		for _, e := range slices.Backward(ends) {
			if (!r.strict || r.CanSpeak(at, e) && r.cited(at)) && yield(e) {
				return true
			}
		}
	case partAccuser:
		ends := r.subjectPhrase(at)
		for _, e := range slices.Backward(ends) {
			if e < r.End && r.Whole(at, e) && r.beginsPhrase(e) && (!r.strict || r.CanSpeak(at, e)) && yield(e) {
				return true
			}
		}
		for _, e := range ends {
			if r.Whole(at, e) && (!r.strict || r.CanSpeak(at, e)) && yield(e) {
				return true
			}
		}
	case partSubject:
		ends := r.subjectPhrase(at)
		for k, e := range ends {
			if k+1 < len(ends) && r.Tokens[e].In(r.Grammar.In.Or(r.Grammar.From).Or(r.Grammar.At)) && r.Grammar.Function(&r.Tokens[e]) {
				continue // the place belongs to the name
			}
			if k+1 < len(ends) && (r.Tokens[e].In(r.Grammar.Name) || r.Tokens[e].In(r.Grammar.Ambiguous)) && !r.Grammar.Function(&r.Tokens[e]) {
				continue // the name goes on
			}
			if k+1 < len(ends) && (r.Tokens[e].Is(lang.Comma) || phrase.Glued(&r.Tokens[e], lang.With|lang.Noun) != nil || phrase.Glued(&r.Tokens[e], lang.For|lang.Noun) != nil) {
				continue // an apposition, a complement
			}
			if k+1 < len(ends) && r.Tokens[e].In(r.Grammar.Relative) && r.Tokens[e].Word.Feats&lang.Function != 0 {
				continue // so does its relative clause
			}
			if r.Whole(at, e) && (!r.strict || r.CanSpeak(at, e)) && yield(e) {
				return true
			}
		}
	case partAdjunct:
		return r.adjunct(at, yield)
	case partThat:
		return r.that(at, yield)
	case partColon:
		return r.Tokens[at].Is(lang.Colon) && yield(at+1)
	case partComma:
		return (r.Tokens[at].Is(lang.Comma) || r.Tokens[at].Is(lang.Dash)) && yield(at+1)
	case partQuote:
		return r.quotation(at, yield)
	case partBody:
		return r.body(at) && yield(r.End)
	case partGoverned:
		return r.governs(at) && yield(r.End)
	case partObject:
		return r.object(at) && yield(r.End)
	case partSoThat:
		return r.soThat(at, yield)
	case partGovernedSource:
		from := r.governedStart(at)
		if from < 0 {
			return false
		}
		r.Governed = from
		defer func() { r.Governed = -1 }()
		ends := slices.Clone(r.NounPhrase(from))
		for _, e := range slices.Backward(ends) {
			if (!r.strict || r.CanSpeak(from, e) && r.cited(from)) && yield(e) {
				return true
			}
		}
	case partRelayed:
		return r.relayed(at) && yield(r.End)
	case partAddressee:
		return r.addresseeAt(at, yield)
	case partWhole:
		return r.wholeObject(at) && yield(r.End)
	case partClause:
		t := &r.Tokens[at]
		return (r.Grammar.MayBeFinite(t) && !t.In(r.Grammar.Name) || t.Has(lang.So) || t.Kind == lang.NumberKind) && r.body(at) && yield(r.End)
	case partWe:
		t := &r.Tokens[at]
		return t.Word != nil && t.Word.Find(lang.Verb|lang.First|lang.Plural) != nil && !r.Grammar.Nounish(t) && r.body(at) && yield(r.End)
	case partVerb:
		return r.Grammar.MayBeFinite(&r.Tokens[at]) && yield(at+1)
	}
	return false
}

// subjectPhrase is nounPhrase for the subject of the cue, when that is a verb.
func (r *reading) subjectPhrase(at int) []int {
	if r.By != nil && r.By.Feat&lang.Verb != 0 {
		r.Subject = at
		defer func() { r.Subject = -1 }()
	}
	return slices.Clone(r.NounPhrase(at))
}

// governedStart is the token where a source begins behind the preposition that the cue
// governs, free or glued on, at token at; -1 where there is none.
func (r *reading) governedStart(at int) int {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Word == nil {
		return -1
	}
	if g.Function(t) || r.Lone(at, lang.For) {
		if t.In(g.About) && r.CueFrames("an") || t.In(g.To) && r.CueFrames("ila") || t.In(g.From) || r.Lone(at, lang.For) && r.CueFrames("li") {
			return at + 1
		}
		return -1
	}
	if phrase.Glued(t, lang.For|lang.Noun) != nil && (r.CueFrames("li") || r.By.Feat&lang.Noun != 0) {
		return at
	}
	return -1
}

// that yields behind the complementiser at token at, and a colon behind it.
func (r *reading) that(at int, yield func(int) bool) bool {
	g, i := r.Grammar, at
	t := &r.Tokens[i]
	if i+1 < r.End && r.Complementiser(i+1) {
		switch {
		case t.In(g.To) && r.CueFrames("ila"), t.In(g.On) && r.CueFrames("ala"), t.In(g.From) && r.CueFrames("min"),
			t.In(g.About) && r.CueFrames("an"), t.In(g.In) && r.CueFrames("fi"), t.In(g.Regarding) && r.CueFrames("hawl"):
			i++
		default:
			return false
		}
	} else if !r.Reports(i) {
		return false
	}
	if i+1 < r.End && r.Tokens[i+1].Is(lang.Colon) && yield(i+2) {
		return true
	}
	return yield(i + 1)
}

// soThat yields behind what opens the main clause after a cite at its head: a comma,
// "so that", "so … has", or nothing before a verb.
func (r *reading) soThat(at int, yield func(int) bool) bool {
	t := &r.Tokens[at]
	if (t.Is(lang.Comma) || t.Is(lang.Dash)) && at+3 < r.End {
		if at+1 < r.End && r.Tokens[at+1].Has(lang.So) && r.Complementiser(at+1) {
			return yield(at + 2)
		}
		return yield(at + 1)
	}
	return t.Has(lang.So) && r.Complementiser(at) && yield(at+1)
}

// adjunct yields where an adjunct of speaking that begins at token at may end.
func (r *reading) adjunct(at int, yield func(int) bool) bool {
	g, t := r.Grammar, &r.Tokens[at]
	switch {
	case t.Is(lang.Comma), t.Is(lang.Dash):
		return yield(at + 1)
	case t.Is(lang.BracketOpen):
		return t.Match > int32(at) && int(t.Match) < r.End && yield(int(t.Match)+1)
	case t.Word == nil:
		return false
	}
	if (t.In(g.Saying) || t.In(g.Idiom)) && yield(at+1) {
		return true
	}
	if e, _ := r.Text.PhraseAt(at, g.Time.Or(g.Discourse).Or(g.Manner)); e > at && yield(e) {
		return true
	}
	if (t.Has(lang.Function|lang.Pronoun) || t.In(g.Demonstrative) && t.Has(lang.Function|lang.With)) && !r.Complementiser(at) && g.Function(t) && yield(at+1) {
		return true
	}
	if t.In(g.Time) || t.In(g.Manner) {
		i := at + 1
		for i < r.End && (r.Tokens[i].In(g.Time) || r.Tokens[i].Kind == lang.NumberKind) {
			i++
		}
		if yield(i) {
			return true
		}
	}
	n := r.Noun(at)
	preposition := g.Function(t) && t.In(g.Prep) || t.Word.Find(lang.Function|lang.Cue) != nil || r.Lone(at, lang.For) || n != nil && n.Feat&(lang.With|lang.For|lang.Like) != 0 || t.In(g.Time) && !t.In(g.Ambiguous) && !t.In(g.Given)
	clause := t.In(g.Relative) && !(r.Cue != nil && g.Which(t) && r.CueFrames("obj") && r.object(at)) || t.In(g.UnnamedBy) || t.In(g.Called) || t.In(g.Pronoun) || n != nil && n.Feat&lang.Accusative != 0
	if r.Cue != nil && r.governs(at) && (g.Function(t) && !t.In(g.In) || !g.Function(t) && n != nil && (n.Feat&lang.Masdar != 0 || t.In(g.Event)) && !t.In(g.Medium)) {
		return false // that is what it says, not how
	}
	if !preposition && !clause || r.Complementiser(at) || g.Function(t) && at+1 < r.End && r.Complementiser(at+1) && !t.In(g.Unreported) {
		return false
	}
	if n != nil && n.Feat&lang.For != 0 && (t.In(g.Media) || t.In(g.Outlet) || r.PhraseIn(at, g.Outlet)) && yield(r.mediumEnd(at, r.End)) {
		return true
	}
	// up to the next boundary, or over the commas of an aside
	i := at + 1
	if r.Lone(at, lang.For) && i < r.End && r.Tokens[i].Kind == lang.MarkKind {
		if e := r.NameInMarks(i); e > i && yield(e) {
			return true
		}
	}
	for range 3 {
		e := r.ClauseEnd(i)
		for j := i; j < e; j++ { // the governed preposition ends it too
			if r.Grammar.Function(&r.Tokens[j]) && r.governs(j) && yield(j) {
				return true
			}
			if r.CueFrames("obj") && j > i && r.Grammar.Action(&r.Tokens[j]) && r.object(j) && yield(j) {
				return true
			}
		}
		if e > at && yield(e) {
			return true
		}
		if e >= r.End || !r.Tokens[e].Is(lang.Comma) && !r.unreportedAt(e) {
			return false
		}
		i = e + 1
	}
	return false
}

// unreportedAt reports whether the complementiser at token i belongs to another word.
func (r *reading) unreportedAt(i int) bool { return r.Complementiser(i) && !r.Reports(i) }

// quotation yields behind a quotation that is more than a name.
func (r *reading) quotation(at int, yield func(int) bool) bool {
	t := &r.Tokens[at]
	if t.Kind != lang.MarkKind || t.Mark != lang.QuoteOpen && t.Mark != lang.QuoteClose && t.Mark != lang.QuoteEither {
		return false
	}
	if t.Match > int32(at) {
		words := int(t.Match) - at - 1
		colon := at > 0 && (r.Tokens[at-1].Is(lang.Colon) || r.Complementiser(at-1))
		return (words >= 4 || colon && words >= 1) && yield(int(t.Match)+1)
	}
	return t.Match < 0 && r.Tokens[at-1].Is(lang.Colon) && at+3 < r.End && yield(r.End)
}

// body reports whether a clause can begin at token at.
func (r *reading) body(at int) bool {
	for i := at; i < r.End && i < at+3; i++ {
		if k := r.Tokens[i].Kind; k == lang.WordKind || k == lang.NumberKind {
			return true
		}
	}
	return false
}

// governs reports whether content begins at token at with the preposition that the
// cue governs, free or glued on.
func (r *reading) governs(at int) bool {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Word == nil || r.Cue == nil {
		return false
	}
	if t.Has(lang.Function | lang.Pronoun) {
		return false
	}
	if at+1 < r.End && g.Function(t) {
		next := &r.Tokens[at+1]
		if next.Word != nil && (next.In(g.Medium) && !next.In(g.Event) && !next.Has(lang.Masdar) || next.In(g.Time) && !next.In(g.Event)) && !t.In(g.About) {
			return false
		}
		return t.In(g.To) && r.CueFrames("ila") || t.In(g.On) && r.CueFrames("ala") || t.In(g.From) && r.CueFrames("min") ||
			t.In(g.About) && r.CueFrames("an") || t.In(g.In) && r.CueFrames("fi") || t.In(g.Regarding) && r.CueFrames("hawl")
	}
	if q := phrase.Glued(t, lang.With|lang.Noun); q != nil && r.CueFrames("bi") {
		return !t.In(g.Medium) || t.In(g.Event)
	}
	if q := phrase.Glued(t, lang.For|lang.Noun); q != nil && r.CueFrames("li") {
		return true
	}
	return false
}

// object reports whether token at can begin a bare object that is the content.
func (r *reading) object(at int) bool {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Word == nil || t.In(g.Time) && !t.In(g.Event) || t.In(g.Medium) && !g.Action(t) {
		return false
	}
	if !r.topic && at == r.CueEnd && t.In(g.Body) && r.By.Feat&lang.Verb != 0 && !t.Has(lang.Masdar) {
		return false // that is the subject
	}
	if g.Action(t) {
		return r.Cue.Class != "claim" || t.In(g.Event)
	}
	// behind an adjunct or a comma any noun may be the object
	p := &r.Tokens[at-1]
	n := r.Noun(at)
	if g.Which(t) && at+1 < r.End && g.MayBeFinite(&r.Tokens[at+1]) {
		return r.Cue.Class == "deny" || r.Cue.Class == "condemn" || r.Cue.Class == "reject"
	}
	if r.topic && r.Cue.Class == "condemn" && at == r.CueEnd && n != nil && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && (t.In(g.Body) || t.In(g.Country) || t.In(g.Name)) {
		return true // whom it criticises
	}
	if t.In(g.Said) && n != nil && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Article) == 0 {
		return true
	}
	if r.Cue.Class == "deny" && t.In(g.Deniable) {
		return true
	}
	if t.In(g.Quantity) && at+1 < r.End && g.Action(&r.Tokens[at+1]) && (r.Cue.Class == "deny" || r.Cue.Class == "reject") {
		return true
	}
	if n != nil && r.Cue.Class == "deny" && n.Feat&lang.Pronoun != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && !g.Function(t) {
		return true
	}
	if r.Cue.Class == "claim" && !t.In(g.Event) {
		return false // what is claimed is an attack or the like
	}
	if n != nil && n.Feat&lang.Article != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && (n.Feat&lang.Masdar != 0 || t.In(g.Event) || t.Word.Feats&lang.Cue != 0) {
		if t.Has(lang.Masdar|lang.Article) && at+1 < r.End && g.Function(&r.Tokens[at+1]) && r.Tokens[at+1].In(g.Prep) {
			return true
		}
		return p.Is(lang.Comma) || p.In(g.Time) || r.Cue.Class == "condemn" || r.Cue.Class == "deny" || r.Cue.Class == "claim" && t.In(g.Event)
	}
	return n != nil && (p.Is(lang.Comma) || p.In(g.Time)) && !t.In(g.Name) && n.Feat&lang.Guess == 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Article) == 0 && !g.Function(t) && !g.Finite(t)
}

// relayed reports whether tokens from at are "from X his saying": what an agency hands
// on, words and speaker together.
func (r *reading) relayed(at int) bool {
	g := r.Grammar
	if !r.Tokens[at].In(g.About) || !g.Function(&r.Tokens[at]) {
		return false
	}
	for _, e := range r.NounPhrase(at + 1) {
		if e < r.End && r.Tokens[e].Is(lang.Comma) {
			e++
		}
		if e < r.End && r.Tokens[e].In(g.HisSaying) {
			return true
		}
	}
	return false
}

// beginsPhrase reports whether token i rather begins a noun phrase of its own than goes
// on with one: a body, a country, a person, an event, a quotation, an accusative.
func (r *reading) beginsPhrase(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	if t.Kind == lang.MarkKind {
		return phrase.IsQuote(t) || t.Is(lang.Comma) || t.Is(lang.Colon)
	}
	n := r.Noun(i)
	if n == nil || n.Feat&lang.Nisba != 0 || t.In(g.TakesPrep) || t.In(g.Demonym) && !t.In(g.Country) || r.Tokens[i-1].In(g.Person) && t.In(g.Name) {
		return g.Function(t) || t.In(g.Time)
	}
	return t.In(g.Body) || t.In(g.Event) || n.Feat&(lang.Masdar|lang.Accusative) != 0 && n.Feat&lang.Pronoun == 0
}

// wholeObject reports whether the object of accusing, describing or ascribing can begin
// at token at, with its complement behind it.
func (r *reading) wholeObject(at int) bool {
	g, t := r.Grammar, &r.Tokens[at]
	if t.Kind == lang.MarkKind {
		return phrase.IsQuote(t) && t.Match > int32(at)
	}
	if at > 0 && r.Tokens[at-1].Is(lang.Comma) && t.Word != nil && t.Word.Feats&lang.Cue != 0 {
		return false
	}
	if t.Word == nil || g.Function(t) && !t.In(g.Relative) && !t.In(g.Demonstrative) || g.Finite(t) || t.In(g.Time) && !t.In(g.Event) || t.In(g.Demonym) && !t.In(g.Country) {
		return false
	}
	if q := t.Word.Find(lang.Function); q != nil && q.Classes.Meets(g.Relative) {
		if q.Prefix > 0 {
			return false
		}
		return r.CueFrames("bi") && r.CueFrames("whole") && at+2 < r.End && g.MayBeFinite(&r.Tokens[at+1])
	}
	n := r.Noun(at)
	if n == nil && t.In(g.Demonstrative) {
		n = &lang.Reading{}
	}
	if n == nil || n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || n.Feat&lang.Nisba != 0 || t.In(g.TakesPrep) || n.Feat&lang.Article != 0 && n.Feat&lang.Participle != 0 && n.Classes.Empty() {
		return false
	}
	for i := at + 1; i < r.End && i < at+20; i++ {
		q := &r.Tokens[i]
		if r.CueFrames("bi") && q.Has(lang.With|lang.Function) && r.Complementiser(i) {
			return true
		}
		if q.Kind == lang.MarkKind && q.Match < 0 && !(q.Is(lang.Comma) && i+1 < r.End && r.Complementiser(i+1)) || r.Complementiser(i) && !r.CueFrames("that") {
			return false
		}
		if q.In(g.Responsibility) && r.Tokens[r.At].In(g.Burdens) {
			return true
		}
		if r.CueFrames("bi") && (r.Lone(i, lang.With) && i+1 < r.End && phrase.IsQuote(&r.Tokens[i+1]) || phrase.Glued(q, lang.With|lang.Noun) != nil || q.Has(lang.With|lang.Function)) || r.CueFrames("ila") && q.In(g.To) && g.Function(q) {
			return true
		}
	}
	return false
}

// cited reports whether the source at token i can be cited: behind a preposition its
// head itself must be one that speaks.
func (r *reading) cited(i int) bool {
	if r.By == nil || r.By.Feat&lang.Function == 0 {
		return true
	}
	g, t := r.Grammar, &r.Tokens[i]
	if r.CanSpeak(i, i+1) || r.PhraseIn(i, g.Speaker) {
		return true
	}
	return (t.In(g.Quantity) || t.In(g.Time)) && i+1 < r.End && (r.Tokens[i+1].In(g.Body) || r.Tokens[i+1].In(g.From))
}

// before yields where a part that ends before token at may begin.
func (r *reading) before(n, at int, yield func(int) bool) bool {
	switch n {
	case partStart:
		return at == r.Start || r.ClauseStart(at) && at-1 >= r.Start && yield(at-1)
	case partOpening:
		return r.opens(at) && yield(max(at-1, r.Start-1))
	case partComma:
		return at > r.Start && (r.Tokens[at-1].Is(lang.Comma) || r.Tokens[at-1].Is(lang.Dash)) && yield(at-1)
	case partAdjunct:
		return at > r.Start && r.adjunctBefore(at, yield)
	case partColon:
		return at > r.Start && r.Tokens[at-1].Is(lang.Colon) && yield(at-1)
	case partGovernedSource:
		for i := at - 1; i > r.Start && at-i < phrase.MaxSource; i-- {
			if p := &r.Tokens[i-1]; p.In(r.Grammar.About) && r.Grammar.Function(p) && slices.Contains(r.NounPhrase(i), at) && yield(i) {
				return true
			}
		}
	case partSource:
		return r.sourceBefore(at, yield)
	case partQuote:
		if at > r.Start && r.Tokens[at-1].Match >= 0 && int(r.Tokens[at-1].Match) < at-3 && int(r.Tokens[at-1].Match) >= r.Start {
			m := r.Tokens[at-1].Mark
			return (m == lang.QuoteClose || m == lang.QuoteEither || m == lang.QuoteOpen) && yield(int(r.Tokens[at-1].Match))
		}
	case partBody:
		return at > r.Start && yield(r.Start)
	case partHead:
		return r.headBefore(at, yield)
	}
	return false
}

// opens reports whether nothing but connectives stands before token at in its sentence.
func (r *reading) opens(at int) bool {
	g := r.Grammar
	if at-r.Start > 6 {
		return false
	}
	for i := r.Start; i < at; i++ {
		t := &r.Tokens[i]
		if t.Kind == lang.MarkKind || t.In(g.Discourse) || r.PhraseIn(i, g.Discourse) || g.Function(t) || i > r.Start && r.PhraseIn(i-1, g.Discourse) || i > r.Start+1 && r.PhraseIn(i-2, g.Discourse) {
			continue
		}
		return false
	}
	return true
}

// adjunctBefore yields where an adjunct that ends at token at may begin: a comma with or
// without a relative clause before it, a time, a paper that it was said to.
func (r *reading) adjunctBefore(at int, yield func(int) bool) bool {
	g, t := r.Grammar, &r.Tokens[at-1]
	switch {
	case t.Is(lang.Comma), t.Is(lang.Dash):
		if yield(at - 1) {
			return true
		}
		for i := at - 2; i > r.Start && at-i < phrase.MaxSource; i-- {
			q := &r.Tokens[i]
			if q.Kind == lang.BreakKind || r.Complementiser(i) {
				break
			}
			if q.In(g.Relative) && q.Word.Feats&lang.Function != 0 && q.Word.Find(lang.Function|lang.Like) == nil && yield(i) {
				return true
			}
		}
	case t.Match >= 0 && int(t.Match) < at-1 && int(t.Match) > r.Start:
		open := int(t.Match)
		if t.Mark == lang.BracketClose {
			return yield(open)
		}
		return r.Lone(open-1, lang.For) && yield(open-1)
	case t.Word == nil:
	case (t.In(g.Outlet) || t.In(g.Media)) && t.Word.Find(lang.For) != nil:
		return yield(at - 1)
	case t.In(g.Time) || t.In(g.Manner):
		return yield(at - 1)
	}
	return false
}

// sourceBefore yields where the noun phrase that ends at token at begins, at a place
// where a clause can begin: the longest first.
func (r *reading) sourceBefore(at int, yield func(int) bool) bool {
	g := r.Grammar
	first := at
	for i := at - 1; i >= r.Start && at-i < phrase.MaxSource; i-- {
		t := &r.Tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) || t.Is(lang.Semicolon) || t.Match > int32(at) || r.Complementiser(i) || g.Finite(t) && !t.In(g.Was) && i < at-1 && !r.relativeVerb(i) {
			break
		}
		first = i
	}
	if at < len(r.Tokens) && r.Tokens[at].In(g.Relative) {
		return r.relativeHead(first, at, yield)
	}
	for i := first; i < at; i++ {
		start := r.ClauseStart(i) || r.conjoined(i)
		if !start || !r.headOf(i) {
			continue
		}
		ends := r.NounPhrase(i)
		if len(ends) > 0 && slices.Contains(ends, at) && (!r.strict || r.CanSpeak(i, at)) && r.SubjectOf(i) {
			if yield(i) {
				return true
			}
		}
	}
	return false
}

// relativeHead yields where the noun phrase begins that the relative pronoun at token at
// belongs to: the nearest one that speaks, with the quantity before it.
func (r *reading) relativeHead(first, at int, yield func(int) bool) bool {
	g := r.Grammar
	for i := at - 1; i >= first; i-- {
		if n := r.Noun(i); n == nil || n.Feat&lang.Nisba != 0 && !r.Tokens[i].In(g.Body) || !r.HeadFits(i) || !r.Tokens[i].In(g.Body) && !r.Tokens[i].In(g.Name) {
			continue
		}
		if !slices.Contains(r.NounPhrase(i), at) {
			continue
		}
		if p := r.Noun(max(i-1, 0)); i > first && p != nil && p.Feat&lang.Article != 0 && r.Tokens[i].Has(lang.Article) && !r.Tokens[i-1].In(g.Body) {
			continue // an adjective
		}
		if r.Tokens[at].In(g.ShePronoun) && r.By != nil && r.By.Feat&lang.Verb != 0 && r.By.Feat&lang.Feminine == 0 {
			return false // it is not what the relative pronoun stands for that speaks
		}
		for i > first && r.Tokens[i-1].In(g.Quantity) && r.HeadFits(i-1) {
			i--
		}
		return r.SubjectOf(i) && yield(i)
	}
	return false
}

// addresseeAt yields behind the noun phrase from token at that names whom a demand or
// warning is put to, before the preposition that governs its content.
func (r *reading) addresseeAt(at int, yield func(int) bool) bool {
	g, t := r.Grammar, &r.Tokens[at]
	n := r.Noun(at)
	if n == nil || !r.HeadFits(at) || t.In(g.Demonym) && !t.In(g.Country) && !t.In(g.Body) || n.Feat&lang.Nisba != 0 || t.In(g.TakesPrep) {
		return false
	}
	if r.At+1 == at || at == r.CueEnd { // no subject: an addressee only if it cannot be one
		if !r.cannotAsk(at) {
			return false
		}
	} else if !t.In(g.Body) && !t.In(g.Quantity) && !t.In(g.Addressee) && !t.In(g.Country) && n.Feat&lang.Accusative == 0 {
		return false
	}
	ends := slices.Clone(r.NounPhrase(at))
	for _, e := range slices.Backward(ends) {
		if yield(e) {
			return true
		}
	}
	return false
}

// cannotAsk reports whether the noun at token i cannot be the subject of the cue before
// it: it does not agree, or is of those that are always asked.
func (r *reading) cannotAsk(i int) bool {
	g, t := r.Grammar, &r.Tokens[i]
	n := r.Noun(i)
	if t.In(g.Addressee) || t.In(g.Quantity) && !t.In(g.Body) {
		return true
	}
	masculine := r.By.Feat&lang.Masculine != 0 && r.By.Feat&lang.Feminine == 0
	if n.Feat&lang.Feminine != 0 && n.Feat&lang.Guess == 0 && masculine && r.By.Feat&lang.Verb != 0 && !t.In(g.Given) {
		return true
	}
	// sound plurals show their case: the object's is not the subject's
	return n.Feat&(lang.Accusative|lang.Oblique) != 0 || r.By.Feat&lang.Participle != 0
}

// headOf is headFits for a noun that carries the clause's conjunction.
func (r *reading) headOf(i int) bool {
	return r.HeadFits(i) || r.conjoined(i) && !r.Tokens[i].In(r.Grammar.Time) && !r.Grammar.Finite(&r.Tokens[i])
}

// conjoined reports whether the noun at token i begins a clause with a conjunction
// glued on.
func (r *reading) conjoined(i int) bool {
	t := &r.Tokens[i]
	return i == r.Start && t.Word != nil && t.Word.Find(lang.Noun|lang.Conjunction) != nil
}

// relativeVerb reports whether the verb at token i stands behind a relative pronoun.
func (r *reading) relativeVerb(i int) bool {
	return i > r.Start && r.Tokens[i-1].In(r.Grammar.Relative)
}

// headBefore yields where the noun phrase begins that ends at token at and that a
// relative clause belongs to.
func (r *reading) headBefore(at int, yield func(int) bool) bool {
	g := r.Grammar
	best := -1
	for i := at - 1; i >= r.Start && at-i <= 6; i-- {
		t := &r.Tokens[i]
		n := r.Noun(i)
		if n == nil || g.Function(t) || g.Finite(t) || t.In(g.Time) {
			break
		}
		best = i
		if n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
			break
		}
		if n.Feat&lang.Article != 0 && t.In(g.Event) {
			break
		}
	}
	return best >= 0 && yield(best)
}
