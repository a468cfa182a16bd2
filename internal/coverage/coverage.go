// Package coverage measures how much of reported speech the lexicon's vocabulary
// reaches: of all places where a text says "VERB … that" near someone who can speak, in
// how many is the verb known as one that attributes?
//
// # What is counted
//
// An occurrence is a complementiser (a function word of the class `that`) for which the
// verb that it hangs on is found, where that verb
//
//   - stands directly before it (a preposition may stand between: "pointed to that"), or
//   - has directly behind it a word of someone who can speak: a title, rank, profession
//     or name, an institution, an outlet, a country or capital, a witness, an unnamed
//     source, a document (the classes in speakers).
//
// The verb is looked for backwards from the complementiser, over at most [Reach] tokens,
// not over a full stop, semicolon, line end or another complementiser. It is the first of
//
//   - a cue: a word that can be read as a finite verb that attributes, or as a participle
//     of one in the indefinite accusative;
//   - another verb: a word that the lexicon has as a verb in the third person, not as a
//     noun, name or function word, where a clause begins;
//   - an unknown verb: a word that the lexicon does not have, which looks like a verb and
//     stands where a clause begins. Directly before the complementiser, where adjectives
//     stand too ("true that"), only a shape that no adjective has counts.
//
// A verb behind a relative pronoun is passed over: its clause says something about a
// noun. Behind a negation it ends the search: nothing was said. A clause begins at the
// head of the sentence, behind a mark, behind a free conjunction or particle, or with a
// conjunction glued on.
//
// # What is covered
//
// The occurrence is covered when the verb is a cue. It is not covered when it is unknown,
// or another verb that has a speaker behind it ("Xed the minister that"). It is no
// occurrence, but another construction, when
//
//   - another verb of the lexicon stands directly before the complementiser (it is
//     possible that, it must be that, decided to);
//   - the verb's lemma stands in the class `nonspeech`: verbs of will, ability and
//     happening, whose complement is no report;
//   - a noun or a word of the class `unreported` takes the complementiser ("the statement
//     that", "although").
//
// What this does not measure: quotations and colons, nominal cues, bare objects, and
// whether the claim was then read rightly.
package coverage

import (
	"riwaya/internal/lang"
)

// Reach is how many tokens before its complementiser a verb is looked for.
const Reach = 12

// speakers are the word classes of who can speak.
var speakers = []string{"office", "rank", "honorific", "speaker", "profession", "given", "family", "unnamed", "witness", "private",
	"document", "media", "outlet", "actor.media", "government", "country", "capital", "actor.government", "police", "actor.police",
	"military", "actor.military", "armed_group", "actor.armed_group", "party", "actor.party", "igo", "actor.igo", "ngo", "actor.ngo",
	"medical", "court", "company", "actor.company", "people", "actor.other", "actor.civilians"}

// Counter counts in texts of one language. It is safe for several goroutines.
type Counter struct {
	that, prep, relative, negation, conj, particle, unreported, speaker lang.Set
	nonspeech                                                           map[string]bool
	looks                                                               func(form string) (verb, sure bool)
}

// New prepares a counter. class gives the set of the named word classes, nonspeech are
// the lemmas whose complement is no report, and looks says of a folded form that the
// lexicon does not have whether it looks like a verb, and whether like nothing else.
func New(class func(names ...string) lang.Set, nonspeech []string, looks func(form string) (verb, sure bool)) *Counter {
	c := &Counter{that: class("that"), prep: class("preposition"), relative: class("relative"), negation: class("negation"),
		conj: class("conjunction"), particle: class("particle"), unreported: class("unreported"),
		speaker: class(speakers...), nonspeech: map[string]bool{}, looks: looks}
	for _, v := range nonspeech {
		c.nonspeech[v] = true
	}
	return c
}

// Count adds the occurrences of one text to a tally.
func (c *Counter) Count(t *lang.Text, into *Tally) {
	into.Texts++
	for _, s := range t.Sentences {
		for i := s.From + 1; i < s.To; i++ {
			if c.complementiser(&t.Tokens[i]) {
				c.occurrence(t, s.From, i, into)
			}
		}
	}
}

func (c *Counter) complementiser(t *lang.Token) bool {
	return t.In(c.that) && t.Word.Feats&lang.Function != 0
}

// occurrence judges the complementiser at token i of a sentence that begins at from.
func (c *Counter) occurrence(t *lang.Text, from, i int, into *Tally) {
	last := i - 1 // the verb that stands directly before it
	if last > from && c.functionIn(&t.Tokens[last], c.prep) && !t.Tokens[last].In(c.unreported) {
		last--
	}
	if !c.opens(&t.Tokens[last]) {
		return
	}
	for j := last; j >= from && j >= i-Reach; j-- {
		k := &t.Tokens[j]
		if k.Kind == lang.BreakKind || k.Is(lang.Stop) || k.Is(lang.Semicolon) || c.complementiser(k) {
			return
		}
		if k.Word == nil {
			continue
		}
		direct := j == last
		switch kind := c.verb(t, from, j, direct); kind {
		case none:
			continue
		case cue, unknown:
			if direct || c.speaks(t, j+1) {
				into.add(k.Word.Form, kind == cue)
			}
		case other:
			if !direct && c.speaks(t, j+1) && !c.exempt(k) {
				into.add(k.Word.Form, false)
			}
		}
		return
	}
}

// speaks reports whether a word or phrase of someone who can speak begins at token i.
func (c *Counter) speaks(t *lang.Text, i int) bool {
	if t.Tokens[i].In(c.speaker) {
		return true
	}
	e, _ := t.PhraseAt(i, c.speaker)
	return e > i
}

// opens reports whether a complementiser behind the token can belong to a verb before
// it: not where a noun or an "although" takes it.
func (c *Counter) opens(t *lang.Token) bool {
	if t.Word == nil {
		return true
	}
	if t.In(c.unreported) || c.functionIn(t, c.prep) {
		return false
	}
	for i := range t.Word.Readings {
		if r := &t.Word.Readings[i]; r.Cue != nil && r.Feat&(lang.Verb|lang.Participle) == 0 {
			return t.Word.Feats&(lang.Past|lang.Present) != 0 // a nominal cue: its own construction
		}
	}
	return true
}

// functionIn reports whether a word can be read as a function word of those classes.
func (c *Counter) functionIn(t *lang.Token, in lang.Set) bool {
	if !t.In(in) {
		return false
	}
	for i := range t.Word.Readings {
		if r := &t.Word.Readings[i]; r.Feat&lang.Function != 0 && r.Classes.Meets(in) {
			return true
		}
	}
	return false
}

func (c *Counter) exempt(t *lang.Token) bool {
	for i := range t.Word.Readings {
		if c.nonspeech[t.Word.Readings[i].Lemma] {
			return true
		}
	}
	return false
}
