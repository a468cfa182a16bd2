// Package ar reads written Arabic: it cuts a text into tokens and sentences with byte
// offsets, and gives every word its readings from the lexicon and a small conjugator.
//
// It promises that tokens come in order, never overlap, and leave out nothing but white
// space and invisible signs. It does not disambiguate: a word keeps all its readings, and
// rules choose. How letters fold is package letters, what forms a word has package morph.
package ar

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/lang/ar/morph"
	"riwaya/internal/lang/ar/sentence"
	"riwaya/lexicon"
)

// entry is what a stem belongs to.
type entry struct {
	morph.Stem
	lemma       string
	cue         *lexicon.Cue
	classes     lang.Set
	key         string
	uninflected bool  // a name or a time: it takes no endings
	ya          bool  // the lexicon spells it with a final ya
	asIs        bool  // an actor's name: it has the article or not, as listed
	mark        bool  // it says something of the word, and is no reading of it as a noun
	gives       bool  // where the word is a function word as well, it gives way
	next        int32 // the next entry of the same stem, 0 if this is the last
}

// Language reads Arabic with one lexicon. It is safe for several goroutines.
type Language struct {
	Lexicon     *lexicon.Lexicon
	classes     map[string]int
	names       []string
	entries     []entry
	stems       index // of the entries
	phrases     map[string][]lang.Phrase
	rests       []string                  // what all of them go on with
	marks       map[lexicon.Position]bool // words of sections that only mark them
	givesWay    map[lexicon.Position]bool // words of sections that give way to function words
	listed      filter                    // of the stems
	opening     filter                    // of the keys of phrases
	particles   filter                    // of the stems that take no ending: these two are small enough to lie at hand
	sentence    sentence.Words
	that        lang.Set
	closed      lang.Set
	preposition lang.Set
	function    map[string]bool     // words that some file puts in a section with [function]
	lemmas      map[string]lang.Set // of verbs that some file puts in a section with [lemma]

	naming  func([]lang.Part) (lang.Naming, *lang.PlaceName) // what a word is to the tables of places
	follows func(string) bool

	// Starts says which words may begin what finders look for. It is filled before anything
	// is read.
	Starts lang.Watches

	known *known
	texts sync.Pool // that are not read any more
}

// Mark sets [lang.Word.Names], Places and Follows of every word: naming is asked for the ways
// to cut a name out of it, follows for the bare word. It must be called before anything is
// read.
func (l *Language) Mark(naming func([]lang.Part) (lang.Naming, *lang.PlaceName), follows func(bare string) bool) {
	l.naming, l.follows = naming, follows
}

// markers are names beside a section that say what is done with its entries.
var markers = []string{"mark", "gives-way", "lemma", "list", "function"}

// New prepares a lexicon for reading. The error names a class too many.
func New(lx *lexicon.Lexicon) (*Language, error) {
	l := &Language{Lexicon: lx, classes: map[string]int{}, entries: make([]entry, 0, capacity(lx)),
		phrases: make(map[string][]lang.Phrase, 1<<11), rests: make([]string, 0, 1<<14), function: map[string]bool{}, marks: entriesMarked(lx, "mark"), givesWay: entriesMarked(lx, "gives-way"), lemmas: map[string]lang.Set{}, known: newKnown()}
	for _, w := range lx.Classes["function"] {
		l.function[w.Text] = true
	}
	if err := l.lemmaClasses(); err != nil {
		return nil, err
	}
	for i := range lx.Cues {
		c := &lx.Cues[i]
		l.addCue(c)
	}
	for i := range lx.Verbs {
		l.addVerb(&lx.Verbs[i], nil)
	}
	isList := entriesMarked(lx, "list")           // for other uses
	isLemma := entriesMarked(lx, "lemma", "list") // or a mere list
	for name, words := range sorted(lx.Classes) {
		// What is said of entries to this table, and what is a mere list, no word is asked for: it needs no
		// class of the few that there are.
		if slices.Contains(markers, name) || !slices.ContainsFunc(words, func(w lexicon.Word) bool { return !isList[w.At] }) {
			continue
		}
		n, err := l.class(name)
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			if !isLemma[w.At] {
				l.addWord(w, n)
			}
		}
	}
	if err := l.addActors(); err != nil {
		return nil, err
	}
	fixed := 0
	for i := range l.entries {
		if l.entries[i].Slot == morph.Fixed {
			fixed++
		}
	}
	l.listed, l.particles, l.opening = newFilter(len(l.entries)), newFilter(fixed), newFilter(len(l.phrases))
	l.stems = newIndex(len(l.entries))
	for i := range l.entries {
		h := l.listed.hash(l.entries[i].Text)
		l.listed.add(h)
		l.stems.add(l.entries, i, h)
		if l.entries[i].Slot == morph.Fixed {
			l.particles.add(l.particles.hash(l.entries[i].Text))
		}
	}
	for s, ps := range l.phrases {
		sortPhrases(ps)
		l.opening.add(l.opening.hash(s))
	}
	l.closed = l.Class("relative", "that", "demonstrative", "negation")
	l.texts.New = func() any { return new(lang.Text) }
	l.that, l.preposition = l.Class("that"), l.Class("preposition")
	l.sentence = sentence.Words{Abbreviation: l.Class("abbreviation"), That: l.that}
	return l, nil
}

// entriesMarked are the places of the entries of sections that have one of the markers.
func entriesMarked(lx *lexicon.Lexicon, by ...string) map[lexicon.Position]bool {
	at := map[lexicon.Position]bool{}
	for _, marker := range by {
		for _, w := range lx.Classes[marker] {
			at[w.At] = true
		}
	}
	return at
}

func (l *Language) class(name string) (int, error) {
	if n, ok := l.classes[name]; ok {
		return n, nil
	}
	n := len(l.names)
	if n == lang.MaxClasses {
		return 0, fmt.Errorf("lexicon: more than %d word classes, %s is too many", lang.MaxClasses, name)
	}
	l.classes[name] = n
	l.names = append(l.names, name)
	return n, nil
}

// Class is the set of the named classes; a name that no file has adds nothing.
func (l *Language) Class(names ...string) lang.Set {
	var s lang.Set
	for _, n := range names {
		if i, ok := l.classes[n]; ok {
			s = s.With(i)
		}
	}
	return s
}

// Names are the classes of a set, in the order of their numbers.
func (l *Language) Names(s lang.Set) []string {
	var out []string
	for i, n := range l.names {
		if s.Meets(lang.Set{}.With(i)) {
			out = append(out, n)
		}
	}
	return out
}

// HasClass reports whether some file has a section of that name.
func (l *Language) HasClass(name string) bool { _, ok := l.classes[name]; return ok }

func (l *Language) add(e entry) { l.entries = append(l.entries, e) }

// capacity is about how many entries a lexicon makes: to grow the list step by step took
// a quarter of the time of the start.
func capacity(lx *lexicon.Lexicon) int {
	const stems = 12 // of a verb
	n := stems * (len(lx.Verbs) + len(lx.Cues))
	for _, words := range lx.Classes {
		n += len(words)
	}
	for i := range lx.Actors {
		n += len(lx.Actors[i].Aliases)
	}
	return n / 2 // phrases, lists and lemmas make none
}

func (l *Language) addCue(c *lexicon.Cue) {
	switch {
	case c.Kind == "verb":
		l.addVerb(&c.Verb, c)
	case strings.Contains(c.Text, " "):
		l.addPhrase(c.Text, lang.Phrase{Text: c.Text, Cue: c})
	case c.Kind == "noun":
		l.add(entry{Stem: morph.Stem{Text: letters.FoldString(c.Text), Slot: morph.NounStem, Feat: lang.Noun | lang.Cue}, lemma: c.Text, cue: c})
	default:
		f := letters.FoldString(c.Text)
		l.add(entry{Stem: morph.Stem{Text: f, Slot: morph.Fixed, Feat: lang.Function | lang.Cue}, lemma: c.Text, cue: c})
		if !strings.HasSuffix(f, string(letters.Alef)) { // وفق is also وفقا
			return
		}
	}
}

func (l *Language) addVerb(v *lexicon.Verb, c *lexicon.Cue) {
	var cue lang.Feat
	if c != nil {
		cue = lang.Cue
	}
	stems := morph.Conjugate(v.Text, v.Form)
	for _, s := range stems {
		if len(v.Masdars) > 0 && s.Feat&lang.Masdar != 0 {
			continue // the ones that are listed
		}
		s.Feat |= cue
		l.add(entry{Stem: s, lemma: v.Text, cue: c, classes: l.lemmas[v.Text]})
	}
	for _, m := range v.Masdars {
		s := morph.Stem{Text: letters.FoldString(m), Slot: morph.NounStem, Feat: morph.Action | cue}
		l.add(entry{Stem: s, lemma: v.Text, cue: c, classes: l.lemmas[v.Text], ya: strings.HasSuffix(m, "ي")})
	}
}

// lemmaClasses notes the sections whose words are lemmas: all forms of the verb are in
// the class.
func (l *Language) lemmaClasses() error {
	verbs := map[lexicon.Position]bool{}
	for _, w := range l.Lexicon.Classes["lemma"] {
		verbs[w.At] = true
	}
	for name, words := range sorted(l.Lexicon.Classes) {
		for _, w := range words {
			if name == "lemma" || !verbs[w.At] {
				continue
			}
			n, err := l.class(name)
			if err != nil {
				return err
			}
			l.lemmas[w.Text] = l.lemmas[w.Text].With(n)
		}
	}
	return nil
}

func (l *Language) addWord(w lexicon.Word, class int) {
	if strings.Contains(w.Text, " ") {
		l.addPhrase(w.Text, lang.Phrase{Classes: lang.Set{}.With(class), Text: w.Text, Key: w.Key})
		return
	}
	e := entry{Stem: morph.Stem{Text: letters.FoldString(w.Text), Slot: morph.NounStem, Feat: lang.Noun | lang.Listed}, lemma: w.Text, key: w.Key, classes: lang.Set{}.With(class)}
	if strings.HasPrefix(e.Text, "ال") && len(e.Text) > 8 {
		e.Feat |= lang.Article
	}
	if l.names[class] == "nisba" {
		e.Feat |= lang.Nisba
	}
	if l.marks[w.At] {
		e.mark, e.Feat = true, 0
	}
	e.gives = l.givesWay[w.At]
	e.asIs = l.names[class] == "outlet" || strings.HasPrefix(l.names[class], "actor.")
	e.uninflected = e.asIs || uninflectedClass[l.names[class]]
	if functionClass[l.names[class]] || l.function[w.Text] {
		e.Slot, e.Feat = morph.Fixed, lang.Function
	}
	l.add(e)
}

// functionClass are the sections whose words take no ending and no article.
var functionClass = map[string]bool{"that": true, "preposition": true, "conjunction": true, "relative": true, "pronoun": true,
	"demonstrative": true, "negation": true, "particle": true, "discourse": true, "manner": true}

// uninflectedClass are the sections whose words take no endings, though they may take
// the article and prepositions.
var uninflectedClass = map[string]bool{"time": true, "given": true, "family": true, "given-ambiguous": true, "family-ambiguous": true,
	"name-particle": true, "abbreviation": true, "quantity": true, "number": true, "time-word": true, "time-link": true, "time-lead": true}

// addPhrase adds a phrase. All that phrases go on with lies in one list: it is made in a
// moment at the start, and never changed.
func (l *Language) addPhrase(text string, p lang.Phrase) {
	text = letters.FoldString(text)
	from, first := len(l.rests), ""
	for n := 0; text != ""; n++ {
		var w string
		w, text, _ = strings.Cut(text, " ")
		b := letters.Bare(w)
		if len(b) < len(w) && n < 32 {
			p.Articles |= 1 << n
		}
		if n == 0 {
			first = b
		} else {
			l.rests = append(l.rests, b)
		}
	}
	if len(l.rests) == from {
		return // marks without a letter
	}
	p.SetSecond(l.rests[from:len(l.rests):len(l.rests)])
	l.phrases[first] = append(l.phrases[first], p)
}

// addActors makes the words and phrases that actors are known by. An alias that several
// have gets a key that is no actor's.
func (l *Language) addActors() error {
	owner := make(map[string]string, 4*len(l.Lexicon.Actors)) // of an alias; "" if it has several
	for _, a := range l.Lexicon.Actors {
		for _, alias := range a.Aliases {
			if id, ok := owner[alias.Text]; ok && id != a.ID {
				owner[alias.Text] = ""
			} else {
				owner[alias.Text] = a.ID
			}
		}
	}
	for _, a := range l.Lexicon.Actors {
		name := "actor." + a.Kind
		if a.Outlet {
			name = "outlet"
		}
		n, err := l.class(name)
		if err != nil {
			return err
		}
		for _, alias := range a.Aliases {
			n := n
			if alone := !strings.Contains(alias.Text, " "); alias.Weak || alone && a.Kind == "person" {
				if a.Kind == "person" {
					continue // a surname is a name, and nothing more until a name can stand there
				}
				if n, err = l.class("weak"); err != nil {
					return err
				}
			}
			key := owner[alias.Text]
			if key == "" {
				key = lexicon.Shared(alias.Text)
			}
			l.addWord(lexicon.Word{Text: alias.Text, Key: key, At: a.At}, n)
		}
	}
	return nil
}

// sorted ranges over a map in the order of its keys, so that equal lexicons give
// equal tables.
func sorted[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
