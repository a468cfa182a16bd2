package attribute

import (
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// ahead tells which of the parts that only certain words can make stand between token i
// and the end of the sentence: a rule that needs another need not be tried.
func (r *reading) ahead(i int) need {
	if r.marked != r.Start { // once for each sentence
		r.marked = r.Start
		r.lastThat, r.lastColon, r.lastQuote, r.union = -1, -1, -1, lang.Set{}
		that := r.Grammar.That
		for j := r.Start; j < r.End; j++ {
			t := &r.Tokens[j]
			switch t.Kind {
			case lang.WordKind:
				if r.union = r.union.Or(t.Classes); t.In(that) {
					r.lastThat = j
				}
			case lang.MarkKind:
				if t.Mark == lang.Colon {
					r.lastColon = j
				} else if phrase.IsQuote(t) {
					r.lastQuote = j
				}
			}
		}
	}
	var n need
	if r.lastThat > i {
		n |= needThat
	}
	if r.lastColon > i {
		n |= needColon
	}
	if r.lastQuote > i {
		n |= needQuote
	}
	return n
}

// holds reports whether the sentence has the words that a pattern asks for.
func (r *reading) holds(p *Pattern) bool {
	if !p.word.Empty() && !r.union.Meets(p.word) {
		return false
	}
	for _, c := range p.words {
		if !r.union.Meets(c) {
			return false
		}
	}
	return true
}

// suits reports whether the reading of the cue at token i has what the pattern asks of
// its form and place.
func (r *reading) suits(p *Pattern, i int, by *lang.Reading) bool {
	if by == nil {
		return true
	}
	if p.pronoun && by.Feat&lang.Pronoun == 0 {
		return false
	}
	if !p.pronoun && by.Feat&lang.Pronoun != 0 && by.Feat&lang.Verb != 0 && !r.toWhom(by) {
		return false // what it says is the pronoun
	}
	if p.present && by.Feat&lang.Present == 0 {
		return false
	}
	if p.alone && i > r.Start && r.Tokens[i-1].In(r.Grammar.Relative) && r.Tokens[i-1].Feats&lang.Function != 0 {
		return false // in a relative clause the subject may be its head
	}
	if p.after && by.Feat&lang.Verb != 0 && r.TakesUp(i-1) {
		return false // "but he said": its subject is the pronoun
	}
	if p.after && by.Feat&lang.Verb != 0 && by.Feat&(lang.Dual|lang.Plural) != 0 && by.Feat&lang.Singular == 0 {
		return false // a verb before its subject is singular
	}
	if p.after && by.Feat&(lang.Verb|lang.Conjunction|lang.Future) == lang.Verb && by.Feat&lang.Past == 0 && by.Cue.Class == "demand" && r.demands(i-1) {
		return false // "a petition that calls on the government": its subject is before it
	}
	if p.after && by.Feat&lang.Verb != 0 && r.behindSubject(i, by) {
		return false
	}
	if p.topic && by.Feat&lang.Verb != 0 && by.Feat&lang.Conjunction != 0 && by.Feat&lang.So == 0 {
		return false // a conjunction before the verb: its subject is not before it
	}
	if p.own && (by.Feat&lang.Conjunction == 0 || by.Feat&lang.Past == 0) {
		return false
	}
	return !p.joined || by.Feat&lang.Conjunction != 0 || i > r.Start && r.ClauseStart(i) && r.Tokens[i-1].Word != nil
}

// behindSubject reports whether the verb at token i, read as by, has its subject before it: in the present, without a
// conjunction, in a headline that begins with no preposition or particle, right behind a noun.
func (r *reading) behindSubject(i int, by *lang.Reading) bool {
	const glued = lang.With | lang.For | lang.Like
	g := r.Grammar
	if !r.title || i == r.Start || by.Feat&lang.Present == 0 || by.Feat&lang.Past != 0 || by.Prefix > 0 {
		return false
	}
	if t := &r.Tokens[r.Start]; t.Word != nil && (g.Function(t) || t.In(g.Prep) || t.In(g.Time)) {
		return false
	}
	p := &r.Tokens[i-1]
	if p.Kind == lang.MarkKind {
		return p.Match >= 0 && int(p.Match) < i-1 && p.Mark != lang.BracketClose // a name in marks
	}
	return p.Word != nil && !g.Function(p) && !p.In(g.Prep) && !p.In(g.Time) && g.Nounish(p) && p.Feats&glued == 0
}

// demands reports whether token i is a text without an article, which the verb behind it
// describes, and no preposition stands before it: "in a letter the minister asks for".
func (r *reading) demands(i int) bool {
	if i < r.Start || !r.Tokens[i].In(r.Grammar.Document) {
		return false
	}
	n := r.Noun(i)
	return n != nil && n.Feat&(lang.Article|lang.Pronoun|lang.With|lang.For|lang.Like) == 0 && (n.Feat&lang.Accusative != 0 || i > r.Start && !r.Tokens[i-1].In(r.Grammar.Prep))
}

// toWhom reports whether the verb's object is whom it is said to or of.
func (r *reading) toWhom(by *lang.Reading) bool {
	return by.Cue.Has("addr") || by.Cue.Has("whole")
}

// denied reports whether the word at token i attributes nothing in spite of its reading q:
// it is negated, in the first person, a name, an adjective, a noun of its own, or part of a
// phrase that opens a sentence.
func (f *Finder) denied(r *reading, i int, q *lang.Reading) bool {
	g, t := f.g, &r.Tokens[i]
	if t.In(g.Discourse) || t.In(g.Called) {
		return true
	}
	if e, _ := r.Text.PhraseAt(i, g.Discourse); e > i {
		return true
	}
	if i > r.Start {
		if e, _ := r.Text.PhraseAt(i-1, g.Discourse); e > i {
			return true // "worth mentioning is that"
		}
	}
	takes := q.Feat&lang.Participle != 0 && q.Feat&(lang.Article|lang.Pronoun) == 0 && (q.Feat&lang.Accusative != 0 || !t.In(g.Person) && q.Cue.Class != "demand" && q.Feat&(lang.Oblique|lang.Feminine) != 0 && q.Feat&lang.Dual == 0) && i+1 < r.End && i > r.Start && !r.Tokens[i-1].In(g.Was) && (r.Complementiser(i+1) || q.Feat&lang.Accusative != 0 && !t.In(g.Person) && r.takesNext(q, i+1))
	if q.Feat&lang.Participle != 0 && i > r.Start && r.Tokens[i-1].Kind == lang.NumberKind && !takes {
		return true // counted: "24 accused"
	}
	if q.Feat&lang.Participle != 0 && i > r.Start && r.Tokens[i-1].Kind == lang.WordKind && !t.In(g.Saying) && !(takes && !q.Cue.Has("weak")) {
		if q.Feat&lang.Accusative == 0 && q.Feat&lang.Conjunction == 0 && !g.Finite(&r.Tokens[i-1]) {
			return true // an adjective
		}
		if phrase.Listed(t) || r.Tokens[i-1].In(g.Quantity) {
			return true // a noun of its own: a student, a debt
		}
	}
	if q.Feat&lang.Participle != 0 && t.In(g.Settlement) {
		return true
	}
	if q.Feat&lang.Noun != 0 && i > r.Start {
		if p := &r.Tokens[i-1]; p.Word != nil && p.Feats&lang.Function != 0 && (p.In(g.Negation) || p.In(g.Unreported)) && t.In(g.Rumour) {
			return true
		}
		if t.In(g.Rumour) && (r.Tokens[i-1].In(g.Media) || r.none(i)) {
			return true // the name of an agency; "no news came"
		}
	}
	if q.Feat&(lang.Noun|lang.Participle) == lang.Noun && (t.In(g.Person) || t.In(g.Addressee)) {
		return true // people, not what they did
	}
	if i > r.Start && r.purpose(q, i) {
		return true
	}
	if q.Feat&lang.Verb == 0 {
		return false
	}
	if q.Feat&lang.Pronoun != 0 && q.Feat&lang.Conjunction == 0 && t.In(g.Event) && i > r.Start {
		return true // "its campaign"
	}
	if q.Feat&(lang.Passive|lang.Active) == lang.Passive && q.Cue.Class == "condemn" {
		return true // somebody was condemned, nobody says by whom
	}
	if q.Feat&lang.Passive != 0 && r.Text.Voweled(r.Text.Source[t.Start:t.End], q) && !(i+1 < r.End && g.Function(&r.Tokens[i+1]) && (r.Tokens[i+1].In(g.About) || q.Feat&lang.Past != 0 && r.Tokens[i+1].In(g.From))) {
		return true // its vowels say so: whoever follows is accused, and by nobody who is named
	}
	if i >= r.Start+2 && r.Complementiser(i-1) && r.Tokens[i-2].In(g.Negation) && r.Tokens[i-2].In(g.Prep) {
		return true // "without excluding"
	}
	if i > r.Start && q.Feat&lang.Conjunction == 0 && g.Finite(&r.Tokens[i-1]) && !r.Tokens[i-1].In(g.Was) && phrase.Listed(t) {
		return true // its object: two verbs do not stand side by side
	}
	if i > r.Start {
		if p := &r.Tokens[i-1]; p.In(g.Prep) && g.Function(p) && !p.In(g.Conj) && !p.In(g.Time) {
			return true // behind a preposition stands no verb
		}
	}
	if t.Hamza() && q.Feat&lang.Past != 0 && t.Word.Find(lang.Verb|lang.First|lang.Present) != nil && helped(q) {
		return true // a hamza that the past does not have: the first person
	}
	if p := &r.Tokens[max(i-1, r.Start)]; i > r.Start && q.Feat&lang.Pronoun == 0 && p.In(g.Comment) && g.Function(p) {
		return true // "from which follows": nobody speaks
	}
	if q.Feat&lang.Pronoun == 0 && i >= r.Start+2 {
		if e, _ := r.Text.PhraseAt(i-2, g.Comment); e == i {
			return true // "which shows that": nobody speaks
		}
	}
	if q.Feat&lang.First != 0 {
		return true // first-person speech is the speaker's own
	}
	if i > r.Start && r.Tokens[i-1].In(g.Me) && r.Tokens[i-1].Feats&lang.Function != 0 {
		return true // "we told him": the speaker's own
	}
	if q.Feat&lang.Past != 0 && phrase.Listed(t) && otherEnd(t.Word.Form, r.Text.Source[t.Start:t.End], q.Cue.Text) {
		return true // "a club" and "he called" differ in their last letter
	}
	if i > r.Start && r.Tokens[i-1].In(g.NameParticle) && r.Tokens[i-1].Feats&lang.Function == 0 {
		return true // a name
	}
	if q.Feat&lang.Conjunction == 0 && !r.Tokens[r.Start].In(g.Was) && !r.ClauseStart(i) && t.Word.Find(lang.Masdar|lang.Masculine|lang.Singular) != nil && r.Tokens[i-1].Word != nil && g.Nounish(&r.Tokens[i-1]) && !r.Tokens[i-1].Has(lang.Guess) && !r.Tokens[i-1].In(g.Body) && !r.Tokens[i-1].In(g.Name) && !r.Tokens[i-1].In(g.Country) && !r.Tokens[i-1].In(g.Demonym) && !r.speakerThen(q, i) {
		return true // the verbal noun, in the middle of a clause
	}
	if t.Feats&lang.Function != 0 && t.Word.Find(lang.Function).Feat&lang.Cue == 0 && (t.In(g.Unreported) || i+1 >= r.End || !r.Complementiser(i+1) && !r.takesNext(q, i+1) && !r.speakerThat(q, i)) {
		return true // a preposition that looks like a verb
	}
	if t.In(g.Given) && q.Feat&lang.Conjunction == 0 && i+1 < r.End && (r.Tokens[i+1].In(g.Name) || r.Tokens[i+1].Has(lang.Guess) || i > r.Start && r.Tokens[i-1].In(g.Person)) {
		return true // a given name
	}
	if t.In(g.Ambiguous) && q.Feat&lang.Conjunction == 0 && i > r.Start && i+1 < r.End && r.Tokens[i-1].In(g.Body) && r.Tokens[i+1].Has(lang.Guess) {
		return true // a name behind what bears it
	}
	for j := i - 1; j >= r.Start && j >= i-2; j-- {
		t := &r.Tokens[j]
		if t.In(f.g.Negation) && t.Feats&lang.Function != 0 {
			return true
		}
		if !t.In(f.g.Already) {
			return false
		}
	}
	return false
}

// none reports whether the noun at token i is the subject of a negated verb close before it: "no news has yet come of".
func (r *reading) none(i int) bool {
	const near = 4 // "came at once any news"
	g := r.Grammar
	for j := i - 1; j > r.Start && j >= i-near; j-- {
		t := &r.Tokens[j]
		if t.Kind != lang.WordKind {
			return false
		}
		if g.MayBeFinite(t) && r.Tokens[j-1].In(g.DidNot) && g.Function(&r.Tokens[j-1]) {
			return true
		}
	}
	return false
}

// otherEnd reports whether a word, folded to form, is the lemma but for the last letter.
func otherEnd(form, word, lemma string) bool {
	last, n := utf8.DecodeLastRuneInString(lemma)
	stem := lemma[:len(lemma)-n]
	if !strings.HasSuffix(word[:max(0, len(word)-n)], stem) || len(form) > len(lemma)+n {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(word)
	return end != last
}

// takesNext reports whether the word at token i is the free preposition that the cue
// governs.
func (r *reading) takesNext(q *lang.Reading, i int) bool {
	r.Cue, r.By, r.At, r.CueEnd = q.Cue, q, i-1, i
	return r.Grammar.Function(&r.Tokens[i]) && r.Governs(i)
}

// speakerThat reports whether, where a clause begins, one who can speak and then a
// complementiser, or the preposition that the cue governs, stand behind the word at token i.
func (r *reading) speakerThat(q *lang.Reading, i int) bool {
	if i > r.Start && !r.ClauseStart(i) && !r.Tokens[i-1].In(r.Grammar.Already) && !r.Tokens[i-1].In(r.Grammar.Conj) {
		return false
	}
	r.Cue, r.By, r.At, r.CueEnd = q.Cue, q, i, i+1
	for _, e := range r.NounPhrase(i + 1) {
		if e < r.End && (r.Complementiser(e) || r.Grammar.Function(&r.Tokens[e]) && r.Governs(e)) && r.CanSpeak(i+1, e) {
			return true
		}
	}
	return false
}

// speakerThen reports whether, behind a scene that opens the sentence with a preposition,
// one who can speak and then a complementiser, free or governed, stand behind the word at
// token i: it is a verb, where it could be the verbal noun.
func (r *reading) speakerThen(q *lang.Reading, i int) bool {
	g := r.Grammar
	if first := &r.Tokens[r.Start]; i-r.Start > 8 || !g.Function(first) || !first.In(g.Prep) || q.Cue.Has("weak") {
		return false
	}
	r.Cue, r.By, r.At, r.CueEnd = q.Cue, q, i, i+1
	for _, e := range r.NounPhrase(i + 1) {
		if e+1 < r.End && (r.Complementiser(e) || g.Function(&r.Tokens[e]) && r.Complementiser(e+1)) && r.CanSpeak(i+1, e) {
			return true
		}
	}
	return false
}

// ambiguous reports whether the token may be another verb than the cue, one that reports
// nothing: it is the cue only where its source can speak.
func ambiguous(t *lang.Token, by *lang.Reading) bool {
	if by.Feat&lang.Verb == 0 {
		return false
	}
	for i := range t.Word.Readings {
		q := &t.Word.Readings[i]
		if q.Cue == nil && q.Feat&lang.Verb != 0 && q.Lemma != by.Lemma && q.Feat&lang.Passive == 0 {
			return true
		}
	}
	return false
}

// helped reports whether the past of the cue begins with a helping vowel, which is
// written without a hamza.
func helped(q *lang.Reading) bool {
	f, _, _ := strings.Cut(q.Cue.Form, ".")
	return f == "VII" || f == "VIII" || f == "X"
}

// purpose reports whether the verbal noun at token i is what something is done for: behind "to
// urge the government" stands whom they mean to urge. Behind another verbal noun it is whose
// call is answered.
func (r *reading) purpose(q *lang.Reading, i int) bool {
	const purpose = lang.Noun | lang.For
	if q.Feat&(purpose|lang.Participle|lang.Article|lang.Pronoun) != purpose || r.Tokens[i-1].Has(lang.Masdar) {
		return false
	}
	p := r.Tokens[i].Word.Find(purpose | lang.Masdar | lang.Cue)
	return p != nil && p.Cue.Has("addr")
}
