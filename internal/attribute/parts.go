package attribute

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/lexicon"
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
	f                                      *Finder
	text                                   *lang.Text
	tokens                                 []lang.Token
	start                                  int // the sentence's tokens
	end                                    int
	at                                     int           // the trigger
	cueEnd                                 int           // behind the trigger, which may have several words
	cue                                    *lexicon.Cue  // nil for a colon
	by                                     *lang.Reading // the cue's reading
	title                                  bool          // the sentence is the headline
	post                                   bool          // the text is a short post
	strict                                 bool          // the source must be able to speak
	subject                                int           // the token where a subject is asked for, -1
	topic                                  bool          // the pattern has its source before the cue
	marked, lastThat, lastColon, lastQuote int           // of the sentence from token marked
	union                                  lang.Set      // of its words
	governed                               int           // the token whose glued preposition the cue governs, -1
	ends                                   []int
}

// cueFrames reports whether the cue has that frame.
func (r *reading) cueFrames(f string) bool { return r.cue != nil && slices.Contains(r.cue.Frames, f) }

// complementiser reports whether token i opens a reported clause or could.
func (r *reading) complementiser(i int) bool {
	t := &r.tokens[i]
	if t.Word == nil || !t.In(r.f.g.that) || t.Word.Feats&lang.Function == 0 {
		return false
	}
	e, _ := r.text.PhraseAt(i, r.f.g.name)
	return e == i
}

// reports reports whether the complementiser at token i can belong to the cue: none
// that another word before it has taken.
func (r *reading) reports(i int) bool {
	if !r.complementiser(i) {
		return false
	}
	if i == 0 || i == r.cueEnd {
		return true
	}
	p := &r.tokens[i-1]
	g := &r.f.g
	if i-1 != r.at && p.Word != nil && p.Word.Feats&lang.Cue != 0 && i-1 >= r.cueEnd && !p.In(g.name) && r.cueWord(i-1) {
		return false // another word of saying has it
	}
	if i-1 > r.at && i-1 >= r.cueEnd && p.Word != nil && !p.In(g.medium) && !p.In(g.body) && !p.In(g.name) {
		if q := p.Word.Find(lang.Noun | lang.Cue); q != nil && q.Feat&lang.Participle == 0 && p.Word.Feats&(lang.Past|lang.Present) == 0 && (q.Cue.Kind == "noun" || !slices.Contains(q.Cue.Frames, "weak")) {
			return false // so has a noun of saying: the accusations that
		}
	}
	return !(p.In(g.unreported) || g.function(p) && p.In(g.prep) && !p.In(g.time))
}

// cueWord reports whether token i is read first as a verb or participle of saying.
func (r *reading) cueWord(i int) bool {
	if p := &r.tokens[i-1]; p.In(r.f.g.nameParticle) || p.In(r.f.g.given) || r.tokens[i].In(r.f.g.ambiguous) && p.In(r.f.g.ambiguous) {
		return false // a name
	}
	for k := range r.tokens[i].Word.Readings {
		q := &r.tokens[i].Word.Readings[k]
		if q.Cue != nil && q.Feat&lang.Participle != 0 && q.Feat&lang.Accusative == 0 && r.tokens[i-1].Kind != lang.MarkKind {
			continue // an adjective
		}
		if q.Cue != nil && (q.Feat&lang.Verb != 0 || q.Feat&lang.Participle != 0 && q.Feat&(lang.Accusative|lang.Feminine) != 0 && q.Feat&lang.Article == 0) {
			return true
		}
	}
	return false
}

// Part implements match.Parts.
func (r *reading) Part(n, at int, back bool, yield func(int) bool) bool {
	if back {
		return r.before(n, at, yield)
	}
	if n == partEnd {
		return at >= r.end && yield(at+1)
	}
	if at >= r.end {
		return false
	}
	switch n {
	case partSource:
		ends := r.subjectPhrase(at)
		for _, e := range slices.Backward(ends) {
			if (!r.strict || r.canSpeak(at, e) && r.cited(at)) && yield(e) {
				return true
			}
		}
	case partAccuser:
		ends := r.subjectPhrase(at)
		for _, e := range slices.Backward(ends) {
			if e < r.end && r.whole(at, e) && r.beginsPhrase(e) && (!r.strict || r.canSpeak(at, e)) && yield(e) {
				return true
			}
		}
		for _, e := range ends {
			if r.whole(at, e) && (!r.strict || r.canSpeak(at, e)) && yield(e) {
				return true
			}
		}
	case partSubject:
		ends := r.subjectPhrase(at)
		for k, e := range ends {
			if k+1 < len(ends) && r.tokens[e].In(r.f.g.in.Or(r.f.g.from).Or(r.f.g.at)) && r.f.g.function(&r.tokens[e]) {
				continue // the place belongs to the name
			}
			if k+1 < len(ends) && (r.tokens[e].In(r.f.g.name) || r.tokens[e].In(r.f.g.ambiguous)) && !r.f.g.function(&r.tokens[e]) {
				continue // the name goes on
			}
			if k+1 < len(ends) && (r.tokens[e].Is(lang.Comma) || glued(&r.tokens[e], lang.With|lang.Noun) != nil || glued(&r.tokens[e], lang.For|lang.Noun) != nil) {
				continue // an apposition, a complement
			}
			if k+1 < len(ends) && r.tokens[e].In(r.f.g.relative) && r.tokens[e].Word.Feats&lang.Function != 0 {
				continue // so does its relative clause
			}
			if r.whole(at, e) && (!r.strict || r.canSpeak(at, e)) && yield(e) {
				return true
			}
		}
	case partAdjunct:
		return r.adjunct(at, yield)
	case partThat:
		return r.that(at, yield)
	case partColon:
		return r.tokens[at].Is(lang.Colon) && yield(at+1)
	case partComma:
		return (r.tokens[at].Is(lang.Comma) || r.tokens[at].Is(lang.Dash)) && yield(at+1)
	case partQuote:
		return r.quotation(at, yield)
	case partBody:
		return r.body(at) && yield(r.end)
	case partGoverned:
		return r.governs(at) && yield(r.end)
	case partObject:
		return r.object(at) && yield(r.end)
	case partSoThat:
		return r.soThat(at, yield)
	case partGovernedSource:
		from := r.governedStart(at)
		if from < 0 {
			return false
		}
		r.governed = from
		defer func() { r.governed = -1 }()
		ends := slices.Clone(r.nounPhrase(from))
		for _, e := range slices.Backward(ends) {
			if (!r.strict || r.canSpeak(from, e) && r.cited(from)) && yield(e) {
				return true
			}
		}
	case partRelayed:
		return r.relayed(at) && yield(r.end)
	case partAddressee:
		return r.addresseeAt(at, yield)
	case partWhole:
		return r.wholeObject(at) && yield(r.end)
	case partClause:
		t := &r.tokens[at]
		return (r.f.g.mayBeFinite(t) && !t.In(r.f.g.name) || t.Has(lang.So) || t.Kind == lang.NumberKind) && r.body(at) && yield(r.end)
	case partWe:
		t := &r.tokens[at]
		return t.Word != nil && t.Word.Find(lang.Verb|lang.First|lang.Plural) != nil && !r.f.g.nounish(t) && r.body(at) && yield(r.end)
	case partVerb:
		return r.f.g.mayBeFinite(&r.tokens[at]) && yield(at+1)
	}
	return false
}

// subjectPhrase is nounPhrase for the subject of the cue, when that is a verb.
func (r *reading) subjectPhrase(at int) []int {
	if r.by != nil && r.by.Feat&lang.Verb != 0 {
		r.subject = at
		defer func() { r.subject = -1 }()
	}
	return slices.Clone(r.nounPhrase(at))
}

// governedStart is the token where a source begins behind the preposition that the cue
// governs, free or glued on, at token at; -1 where there is none.
func (r *reading) governedStart(at int) int {
	g, t := &r.f.g, &r.tokens[at]
	if t.Word == nil {
		return -1
	}
	if g.function(t) || r.lone(at, lang.For) {
		if t.In(g.about) && r.cueFrames("an") || t.In(g.to) && r.cueFrames("ila") || t.In(g.from) || r.lone(at, lang.For) && r.cueFrames("li") {
			return at + 1
		}
		return -1
	}
	if glued(t, lang.For|lang.Noun) != nil && (r.cueFrames("li") || r.by.Feat&lang.Noun != 0) {
		return at
	}
	return -1
}

// that yields behind the complementiser at token at, and a colon behind it.
func (r *reading) that(at int, yield func(int) bool) bool {
	g, i := &r.f.g, at
	t := &r.tokens[i]
	if i+1 < r.end && r.complementiser(i+1) {
		switch {
		case t.In(g.to) && r.cueFrames("ila"), t.In(g.on) && r.cueFrames("ala"), t.In(g.from) && r.cueFrames("min"),
			t.In(g.about) && r.cueFrames("an"), t.In(g.in) && r.cueFrames("fi"), t.In(g.regarding) && r.cueFrames("hawl"):
			i++
		default:
			return false
		}
	} else if !r.reports(i) {
		return false
	}
	if i+1 < r.end && r.tokens[i+1].Is(lang.Colon) && yield(i+2) {
		return true
	}
	return yield(i + 1)
}

// soThat yields behind what opens the main clause after a cite at its head: a comma,
// "so that", "so … has", or nothing before a verb.
func (r *reading) soThat(at int, yield func(int) bool) bool {
	t := &r.tokens[at]
	if (t.Is(lang.Comma) || t.Is(lang.Dash)) && at+3 < r.end {
		if at+1 < r.end && r.tokens[at+1].Has(lang.So) && r.complementiser(at+1) {
			return yield(at + 2)
		}
		return yield(at + 1)
	}
	return t.Has(lang.So) && r.complementiser(at) && yield(at+1)
}

// adjunct yields where an adjunct of speaking that begins at token at may end.
func (r *reading) adjunct(at int, yield func(int) bool) bool {
	g, t := &r.f.g, &r.tokens[at]
	switch {
	case t.Is(lang.Comma), t.Is(lang.Dash):
		return yield(at + 1)
	case t.Is(lang.BracketOpen):
		return t.Match > int32(at) && int(t.Match) < r.end && yield(int(t.Match)+1)
	case t.Word == nil:
		return false
	}
	if (t.In(g.saying) || t.In(g.idiom)) && yield(at+1) {
		return true
	}
	if e, _ := r.text.PhraseAt(at, g.time.Or(g.discourse).Or(g.manner)); e > at && yield(e) {
		return true
	}
	if (t.Has(lang.Function|lang.Pronoun) || t.In(g.demonstrative) && t.Has(lang.Function|lang.With)) && !r.complementiser(at) && g.function(t) && yield(at+1) {
		return true
	}
	if t.In(g.time) || t.In(g.manner) {
		i := at + 1
		for i < r.end && (r.tokens[i].In(g.time) || r.tokens[i].Kind == lang.NumberKind) {
			i++
		}
		if yield(i) {
			return true
		}
	}
	n := r.noun(at)
	preposition := g.function(t) && t.In(g.prep) || t.Word.Find(lang.Function|lang.Cue) != nil || r.lone(at, lang.For) || n != nil && n.Feat&(lang.With|lang.For|lang.Like) != 0 || t.In(g.time) && !t.In(g.ambiguous) && !t.In(g.given)
	clause := t.In(g.relative) && !(r.cue != nil && g.which(t) && r.cueFrames("obj") && r.object(at)) || t.In(g.unnamedBy) || t.In(g.called) || t.In(g.pronoun) || n != nil && n.Feat&lang.Accusative != 0
	if r.cue != nil && r.governs(at) && (g.function(t) && !t.In(g.in) || !g.function(t) && n != nil && (n.Feat&lang.Masdar != 0 || t.In(g.event)) && !t.In(g.medium)) {
		return false // that is what it says, not how
	}
	if !preposition && !clause || r.complementiser(at) || g.function(t) && at+1 < r.end && r.complementiser(at+1) && !t.In(g.unreported) {
		return false
	}
	if n != nil && n.Feat&lang.For != 0 && (t.In(g.media) || t.In(g.outlet) || r.phraseIn(at, g.outlet)) && yield(r.mediumEnd(at, r.end)) {
		return true
	}
	// up to the next boundary, or over the commas of an aside
	i := at + 1
	if r.lone(at, lang.For) && i < r.end && r.tokens[i].Kind == lang.MarkKind {
		if e := r.nameInMarks(i); e > i && yield(e) {
			return true
		}
	}
	for range 3 {
		e := r.clauseEnd(i)
		for j := i; j < e; j++ { // the governed preposition ends it too
			if r.f.g.function(&r.tokens[j]) && r.governs(j) && yield(j) {
				return true
			}
			if r.cueFrames("obj") && j > i && r.f.g.action(&r.tokens[j]) && r.object(j) && yield(j) {
				return true
			}
		}
		if e > at && yield(e) {
			return true
		}
		if e >= r.end || !r.tokens[e].Is(lang.Comma) && !r.unreportedAt(e) {
			return false
		}
		i = e + 1
	}
	return false
}

// unreportedAt reports whether the complementiser at token i belongs to another word.
func (r *reading) unreportedAt(i int) bool { return r.complementiser(i) && !r.reports(i) }

// quotation yields behind a quotation that is more than a name.
func (r *reading) quotation(at int, yield func(int) bool) bool {
	t := &r.tokens[at]
	if t.Kind != lang.MarkKind || t.Mark != lang.QuoteOpen && t.Mark != lang.QuoteClose && t.Mark != lang.QuoteEither {
		return false
	}
	if t.Match > int32(at) {
		words := int(t.Match) - at - 1
		colon := at > 0 && (r.tokens[at-1].Is(lang.Colon) || r.complementiser(at-1))
		return (words >= 4 || colon && words >= 1) && yield(int(t.Match)+1)
	}
	return t.Match < 0 && r.tokens[at-1].Is(lang.Colon) && at+3 < r.end && yield(r.end)
}

// body reports whether a clause can begin at token at.
func (r *reading) body(at int) bool {
	for i := at; i < r.end && i < at+3; i++ {
		if k := r.tokens[i].Kind; k == lang.WordKind || k == lang.NumberKind {
			return true
		}
	}
	return false
}

// governs reports whether content begins at token at with the preposition that the
// cue governs, free or glued on.
func (r *reading) governs(at int) bool {
	g, t := &r.f.g, &r.tokens[at]
	if t.Word == nil || r.cue == nil {
		return false
	}
	if t.Has(lang.Function | lang.Pronoun) {
		return false
	}
	if at+1 < r.end && g.function(t) {
		next := &r.tokens[at+1]
		if next.Word != nil && (next.In(g.medium) && !next.In(g.event) && !next.Has(lang.Masdar) || next.In(g.time) && !next.In(g.event)) && !t.In(g.about) {
			return false
		}
		return t.In(g.to) && r.cueFrames("ila") || t.In(g.on) && r.cueFrames("ala") || t.In(g.from) && r.cueFrames("min") ||
			t.In(g.about) && r.cueFrames("an") || t.In(g.in) && r.cueFrames("fi") || t.In(g.regarding) && r.cueFrames("hawl")
	}
	if q := glued(t, lang.With|lang.Noun); q != nil && r.cueFrames("bi") {
		return !t.In(g.medium) || t.In(g.event)
	}
	if q := glued(t, lang.For|lang.Noun); q != nil && r.cueFrames("li") {
		return true
	}
	return false
}

// object reports whether token at can begin a bare object that is the content.
func (r *reading) object(at int) bool {
	g, t := &r.f.g, &r.tokens[at]
	if t.Word == nil || t.In(g.time) && !t.In(g.event) || t.In(g.medium) && !g.action(t) {
		return false
	}
	if !r.topic && at == r.cueEnd && t.In(g.body) && r.by.Feat&lang.Verb != 0 && !t.Has(lang.Masdar) {
		return false // that is the subject
	}
	if g.action(t) {
		return r.cue.Class != "claim" || t.In(g.event)
	}
	// behind an adjunct or a comma any noun may be the object
	p := &r.tokens[at-1]
	n := r.noun(at)
	if g.which(t) && at+1 < r.end && g.mayBeFinite(&r.tokens[at+1]) {
		return r.cue.Class == "deny" || r.cue.Class == "condemn" || r.cue.Class == "reject"
	}
	if r.topic && r.cue.Class == "condemn" && at == r.cueEnd && n != nil && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && (t.In(g.body) || t.In(g.country) || t.In(g.name)) {
		return true // whom it criticises
	}
	if t.In(g.said) && n != nil && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Article) == 0 {
		return true
	}
	if r.cue.Class == "deny" && t.In(g.deniable) {
		return true
	}
	if t.In(g.quantity) && at+1 < r.end && g.action(&r.tokens[at+1]) && (r.cue.Class == "deny" || r.cue.Class == "reject") {
		return true
	}
	if n != nil && r.cue.Class == "deny" && n.Feat&lang.Pronoun != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && !g.function(t) {
		return true
	}
	if r.cue.Class == "claim" && !t.In(g.event) {
		return false // what is claimed is an attack or the like
	}
	if n != nil && n.Feat&lang.Article != 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) == 0 && (n.Feat&lang.Masdar != 0 || t.In(g.event) || t.Word.Feats&lang.Cue != 0) {
		if t.Has(lang.Masdar|lang.Article) && at+1 < r.end && g.function(&r.tokens[at+1]) && r.tokens[at+1].In(g.prep) {
			return true
		}
		return p.Is(lang.Comma) || p.In(g.time) || r.cue.Class == "condemn" || r.cue.Class == "deny" || r.cue.Class == "claim" && t.In(g.event)
	}
	return n != nil && (p.Is(lang.Comma) || p.In(g.time)) && !t.In(g.name) && n.Feat&lang.Guess == 0 && n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like|lang.Article) == 0 && !g.function(t) && !g.finite(t)
}

// relayed reports whether tokens from at are "from X his saying": what an agency hands
// on, words and speaker together.
func (r *reading) relayed(at int) bool {
	g := &r.f.g
	if !r.tokens[at].In(g.about) || !g.function(&r.tokens[at]) {
		return false
	}
	for _, e := range r.nounPhrase(at + 1) {
		if e < r.end && r.tokens[e].Is(lang.Comma) {
			e++
		}
		if e < r.end && r.tokens[e].In(g.hisSaying) {
			return true
		}
	}
	return false
}

// beginsPhrase reports whether token i rather begins a noun phrase of its own than goes
// on with one: a body, a country, a person, an event, a quotation, an accusative.
func (r *reading) beginsPhrase(i int) bool {
	g, t := &r.f.g, &r.tokens[i]
	if t.Kind == lang.MarkKind {
		return isQuote(t) || t.Is(lang.Comma) || t.Is(lang.Colon)
	}
	n := r.noun(i)
	if n == nil || n.Feat&lang.Nisba != 0 || t.In(g.takesPrep) || t.In(g.demonym) && !t.In(g.country) || r.tokens[i-1].In(g.person) && t.In(g.name) {
		return g.function(t) || t.In(g.time)
	}
	return t.In(g.body) || t.In(g.event) || n.Feat&(lang.Masdar|lang.Accusative) != 0 && n.Feat&lang.Pronoun == 0
}

// wholeObject reports whether the object of accusing, describing or ascribing can begin
// at token at, with its complement behind it.
func (r *reading) wholeObject(at int) bool {
	g, t := &r.f.g, &r.tokens[at]
	if t.Kind == lang.MarkKind {
		return isQuote(t) && t.Match > int32(at)
	}
	if at > 0 && r.tokens[at-1].Is(lang.Comma) && t.Word != nil && t.Word.Feats&lang.Cue != 0 {
		return false
	}
	if t.Word == nil || g.function(t) && !t.In(g.relative) && !t.In(g.demonstrative) || g.finite(t) || t.In(g.time) && !t.In(g.event) || t.In(g.demonym) && !t.In(g.country) {
		return false
	}
	if q := t.Word.Find(lang.Function); q != nil && q.Classes.Meets(g.relative) {
		if q.Prefix > 0 {
			return false
		}
		return r.cueFrames("bi") && r.cueFrames("whole") && at+2 < r.end && g.mayBeFinite(&r.tokens[at+1])
	}
	n := r.noun(at)
	if n == nil && t.In(g.demonstrative) {
		n = &lang.Reading{}
	}
	if n == nil || n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 || n.Feat&lang.Nisba != 0 || t.In(g.takesPrep) || n.Feat&lang.Article != 0 && n.Feat&lang.Participle != 0 && n.Classes.Empty() {
		return false
	}
	for i := at + 1; i < r.end && i < at+20; i++ {
		q := &r.tokens[i]
		if r.cueFrames("bi") && q.Has(lang.With|lang.Function) && r.complementiser(i) {
			return true
		}
		if q.Kind == lang.MarkKind && q.Match < 0 && !(q.Is(lang.Comma) && i+1 < r.end && r.complementiser(i+1)) || r.complementiser(i) && !r.cueFrames("that") {
			return false
		}
		if q.In(g.responsibility) && r.tokens[r.at].In(g.burdens) {
			return true
		}
		if r.cueFrames("bi") && (r.lone(i, lang.With) && i+1 < r.end && isQuote(&r.tokens[i+1]) || glued(q, lang.With|lang.Noun) != nil || q.Has(lang.With|lang.Function)) || r.cueFrames("ila") && q.In(g.to) && g.function(q) {
			return true
		}
	}
	return false
}

// whole reports whether tokens [from, to) can be a whole noun phrase before a bare
// object: definite, or indefinite with its adjective.
func (r *reading) whole(from, to int) bool {
	g, last := &r.f.g, &r.tokens[to-1]
	if last.Word == nil {
		return true
	}
	if g.function(last) {
		return last.In(g.pronoun)
	}
	if last.In(g.nameParticle) && !last.In(g.name) && last.Word.Feats&lang.Article == 0 {
		return false
	}
	if last.In(g.ambiguous) && to-from > 1 && (r.tokens[to-2].In(g.name.Or(g.ambiguous)) || r.tokens[to-2].In(g.person)) {
		return true
	}
	if last.In(g.given) || last.In(g.country) || last.In(g.demonym) || last.In(g.name) || last.In(g.outlet) {
		return true
	}
	n := r.noun(to - 1)
	if n == nil {
		return to-from > 1 && r.tokens[to-2].In(g.in.Or(g.from)) // a place that looks like a verb
	}
	if n.Feat&(lang.Article|lang.Nisba|lang.Pronoun) != 0 {
		return true
	}
	if n.Feat&lang.Guess != 0 { // a name, behind a title or alone
		return true
	}
	if to-from > 1 && to < r.end && (r.tokens[to].Is(lang.Comma) || r.tokens[to].In(g.time)) {
		return true
	}
	if n.Feat&lang.Plural != 0 && (n.Feat&lang.Conjunction != 0 || n.Feat&lang.Masculine != 0 && to-from > 1) {
		return true
	}
	return to-from == 1 && last.In(g.unnamed.Or(g.witness)) || to-from > 1 && last.In(g.quantity)
}

// canSpeak reports whether tokens [from, to) are someone or something that speaks.
func (r *reading) canSpeak(from, to int) bool {
	g := &r.f.g
	if r.cue == nil && to-from == 1 { // before a headline's colon a lone name may be the place
		if t := &r.tokens[from]; t.In(g.country) || t.In(g.noSpeaker) || t.Word != nil && t.Word.Feats&lang.Guess != 0 {
			return false
		}
	}
	if r.cue == nil && (r.tokens[from].In(g.noSpeaker) || r.phraseIn(from, g.noSpeaker)) {
		return false
	}
	if e, _ := r.text.PhraseAt(from, g.speaker); e > from {
		return true
	}
	for i := from; i < to && i < from+4; i++ {
		t := &r.tokens[i]
		if t.In(g.speaker) || t.In(g.demonym) || i == from && t.In(g.name) || t.In(g.pronoun) && t.Word.Feats&lang.Function != 0 {
			return true
		}
		if t.Kind == lang.MarkKind && t.Match < 0 {
			break
		}
	}
	if to-from >= 2 && r.tokens[from].In(g.nameParticle) {
		return true
	}
	if to-from >= 2 && r.tokens[from].In(g.ambiguous) && r.tokens[from+1].In(g.name.Or(g.ambiguous)) {
		return true
	}
	if n := r.noun(from); n != nil && n.Feat&(lang.Masculine|lang.Plural) == lang.Masculine|lang.Plural && n.Feat&(lang.Oblique|lang.Conjunction) == 0 && n.Feat&lang.Participle != 0 {
		return true // the sound plural in -un is of people
	}
	// a name that no list has: a guess without an article, or two of them
	t := &r.tokens[from]
	if t.Word != nil && t.Word.Feats&lang.Guess != 0 && t.Word.Feats&(lang.Article|lang.Feminine) == 0 {
		return true
	}
	return t.Kind == lang.MarkKind
}

// cited reports whether the source at token i can be cited: behind a preposition its
// head itself must be one that speaks.
func (r *reading) cited(i int) bool {
	if r.by == nil || r.by.Feat&lang.Function == 0 {
		return true
	}
	g, t := &r.f.g, &r.tokens[i]
	if r.canSpeak(i, i+1) || r.phraseIn(i, g.speaker) {
		return true
	}
	return (t.In(g.quantity) || t.In(g.time)) && i+1 < r.end && (r.tokens[i+1].In(g.body) || r.tokens[i+1].In(g.from))
}

// before yields where a part that ends before token at may begin.
func (r *reading) before(n, at int, yield func(int) bool) bool {
	switch n {
	case partStart:
		return at == r.start || r.clauseStart(at) && at-1 >= r.start && yield(at-1)
	case partOpening:
		return r.opens(at) && yield(max(at-1, r.start-1))
	case partComma:
		return at > r.start && (r.tokens[at-1].Is(lang.Comma) || r.tokens[at-1].Is(lang.Dash)) && yield(at-1)
	case partAdjunct:
		return at > r.start && r.adjunctBefore(at, yield)
	case partColon:
		return at > r.start && r.tokens[at-1].Is(lang.Colon) && yield(at-1)
	case partGovernedSource:
		for i := at - 1; i > r.start && at-i < maxSource; i-- {
			if p := &r.tokens[i-1]; p.In(r.f.g.about) && r.f.g.function(p) && slices.Contains(r.nounPhrase(i), at) && yield(i) {
				return true
			}
		}
	case partSource:
		return r.sourceBefore(at, yield)
	case partQuote:
		if at > r.start && r.tokens[at-1].Match >= 0 && int(r.tokens[at-1].Match) < at-3 && int(r.tokens[at-1].Match) >= r.start {
			m := r.tokens[at-1].Mark
			return (m == lang.QuoteClose || m == lang.QuoteEither || m == lang.QuoteOpen) && yield(int(r.tokens[at-1].Match))
		}
	case partBody:
		return at > r.start && yield(r.start)
	case partHead:
		return r.headBefore(at, yield)
	}
	return false
}

// opens reports whether nothing but connectives stands before token at in its sentence.
func (r *reading) opens(at int) bool {
	g := &r.f.g
	if at-r.start > 6 {
		return false
	}
	for i := r.start; i < at; i++ {
		t := &r.tokens[i]
		if t.Kind == lang.MarkKind || t.In(g.discourse) || r.phraseIn(i, g.discourse) || g.function(t) || i > r.start && r.phraseIn(i-1, g.discourse) || i > r.start+1 && r.phraseIn(i-2, g.discourse) {
			continue
		}
		return false
	}
	return true
}

// adjunctBefore yields where an adjunct that ends at token at may begin: a comma with or
// without a relative clause before it, a time, a paper that it was said to.
func (r *reading) adjunctBefore(at int, yield func(int) bool) bool {
	g, t := &r.f.g, &r.tokens[at-1]
	switch {
	case t.Is(lang.Comma), t.Is(lang.Dash):
		if yield(at - 1) {
			return true
		}
		for i := at - 2; i > r.start && at-i < maxSource; i-- {
			q := &r.tokens[i]
			if q.Kind == lang.BreakKind || r.complementiser(i) {
				break
			}
			if q.In(g.relative) && q.Word.Feats&lang.Function != 0 && q.Word.Find(lang.Function|lang.Like) == nil && yield(i) {
				return true
			}
		}
	case t.Match >= 0 && int(t.Match) < at-1 && int(t.Match) > r.start:
		open := int(t.Match)
		if t.Mark == lang.BracketClose {
			return yield(open)
		}
		return r.lone(open-1, lang.For) && yield(open-1)
	case t.Word == nil:
	case (t.In(g.outlet) || t.In(g.media)) && t.Word.Find(lang.For) != nil:
		return yield(at - 1)
	case t.In(g.time) || t.In(g.manner):
		return yield(at - 1)
	}
	return false
}

// clauseStart reports whether a clause may begin at token at.
func (r *reading) clauseStart(at int) bool {
	g := &r.f.g
	if at <= r.start {
		return true
	}
	p := &r.tokens[at-1]
	if p.Kind != lang.WordKind {
		return p.Kind == lang.MarkKind && p.Mark != lang.Slash && r.text.Source[p.Start] != '%' || p.Kind == lang.NumberKind && at-1 == r.start
	}
	return r.complementiser(at-1) || p.In(g.conj) && g.function(p) || p.In(g.was) && p.Word.Feats&lang.Noun == 0 || p.In(g.particle) && g.function(p)
}

// sourceBefore yields where the noun phrase that ends at token at begins, at a place
// where a clause can begin: the longest first.
func (r *reading) sourceBefore(at int, yield func(int) bool) bool {
	g := &r.f.g
	first := at
	for i := at - 1; i >= r.start && at-i < maxSource; i-- {
		t := &r.tokens[i]
		if t.Kind == lang.BreakKind || t.Is(lang.Stop) || t.Is(lang.Colon) || t.Is(lang.Semicolon) || t.Match > int32(at) || r.complementiser(i) || g.finite(t) && !t.In(g.was) && i < at-1 && !r.relativeVerb(i) {
			break
		}
		first = i
	}
	if at < len(r.tokens) && r.tokens[at].In(g.relative) {
		return r.relativeHead(first, at, yield)
	}
	for i := first; i < at; i++ {
		start := r.clauseStart(i) || r.conjoined(i)
		if !start || !r.headOf(i) {
			continue
		}
		ends := r.nounPhrase(i)
		if len(ends) > 0 && slices.Contains(ends, at) && (!r.strict || r.canSpeak(i, at)) && r.subjectOf(i) {
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
	g := &r.f.g
	for i := at - 1; i >= first; i-- {
		if n := r.noun(i); n == nil || n.Feat&lang.Nisba != 0 && !r.tokens[i].In(g.body) || !r.headFits(i) || !r.tokens[i].In(g.body) && !r.tokens[i].In(g.name) {
			continue
		}
		if !slices.Contains(r.nounPhrase(i), at) {
			continue
		}
		if p := r.noun(max(i-1, 0)); i > first && p != nil && p.Feat&lang.Article != 0 && r.tokens[i].Has(lang.Article) && !r.tokens[i-1].In(g.body) {
			continue // an adjective
		}
		if r.tokens[at].In(g.shePronoun) && r.by != nil && r.by.Feat&lang.Verb != 0 && r.by.Feat&lang.Feminine == 0 {
			return false // it is not what the relative pronoun stands for that speaks
		}
		for i > first && r.tokens[i-1].In(g.quantity) && r.headFits(i-1) {
			i--
		}
		return r.subjectOf(i) && yield(i)
	}
	return false
}

// subjectOf reports whether the noun at token i, before its verb, agrees with it as far
// as both show.
func (r *reading) subjectOf(i int) bool {
	n := r.noun(i)
	if n == nil || r.by == nil || r.by.Feat&lang.Verb == 0 {
		return true
	}
	masculine := r.by.Feat&lang.Masculine != 0 && r.by.Feat&lang.Feminine == 0
	if n.Feat&lang.Guess != 0 {
		return true
	}
	if n.Feat&lang.Feminine != 0 && masculine && !r.tokens[i].In(r.f.g.given) {
		return false
	}
	return !(r.by.Feat&lang.Feminine != 0 && n.Feat&lang.Masculine != 0 && r.tokens[i].In(r.f.g.person) && n.Feat&lang.Singular != 0 && n.Feat&lang.Plural == 0 && !r.tokens[i].In(r.f.g.body.Minus(r.f.g.person)))
}

// addresseeAt yields behind the noun phrase from token at that names whom a demand or
// warning is put to, before the preposition that governs its content.
func (r *reading) addresseeAt(at int, yield func(int) bool) bool {
	g, t := &r.f.g, &r.tokens[at]
	n := r.noun(at)
	if n == nil || !r.headFits(at) || t.In(g.demonym) && !t.In(g.country) && !t.In(g.body) || n.Feat&lang.Nisba != 0 || t.In(g.takesPrep) {
		return false
	}
	if r.at+1 == at || at == r.cueEnd { // no subject: an addressee only if it cannot be one
		if !r.cannotAsk(at) {
			return false
		}
	} else if !t.In(g.body) && !t.In(g.quantity) && !t.In(g.addressee) && !t.In(g.country) && n.Feat&lang.Accusative == 0 {
		return false
	}
	ends := slices.Clone(r.nounPhrase(at))
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
	g, t := &r.f.g, &r.tokens[i]
	n := r.noun(i)
	if t.In(g.addressee) || t.In(g.quantity) && !t.In(g.body) {
		return true
	}
	masculine := r.by.Feat&lang.Masculine != 0 && r.by.Feat&lang.Feminine == 0
	if n.Feat&lang.Feminine != 0 && n.Feat&lang.Guess == 0 && masculine && r.by.Feat&lang.Verb != 0 && !t.In(g.given) {
		return true
	}
	// sound plurals show their case: the object's is not the subject's
	return n.Feat&(lang.Accusative|lang.Oblique) != 0 || r.by.Feat&lang.Participle != 0
}

// headOf is headFits for a noun that carries the clause's conjunction.
func (r *reading) headOf(i int) bool {
	return r.headFits(i) || r.conjoined(i) && !r.tokens[i].In(r.f.g.time) && !r.f.g.finite(&r.tokens[i])
}

// conjoined reports whether the noun at token i begins a clause with a conjunction
// glued on.
func (r *reading) conjoined(i int) bool {
	t := &r.tokens[i]
	return i == r.start && t.Word != nil && t.Word.Find(lang.Noun|lang.Conjunction) != nil
}

// relativeVerb reports whether the verb at token i stands behind a relative pronoun.
func (r *reading) relativeVerb(i int) bool {
	return i > r.start && r.tokens[i-1].In(r.f.g.relative)
}

// headBefore yields where the noun phrase begins that ends at token at and that a
// relative clause belongs to.
func (r *reading) headBefore(at int, yield func(int) bool) bool {
	g := &r.f.g
	best := -1
	for i := at - 1; i >= r.start && at-i <= 6; i-- {
		t := &r.tokens[i]
		n := r.noun(i)
		if n == nil || g.function(t) || g.finite(t) || t.In(g.time) {
			break
		}
		best = i
		if n.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
			break
		}
		if n.Feat&lang.Article != 0 && t.In(g.event) {
			break
		}
	}
	return best >= 0 && yield(best)
}
