package ar

import (
	"slices"
	"strings"
	"sync"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/lang/ar/morph"
)

// analyse finds every way to cut the form into clitics, stem and ending, and makes w
// the word of that form.
func (l *Language) analyse(w *lang.Word, form string, maqsura bool) {
	a := analysers.Get().(*analyser)
	defer analysers.Put(a)
	*a = analyser{l: l, form: form, maqsura: maqsura, readings: a.readings[:0], begins: a.begins[:0]}
	a.all(form)
	if maqsura && a.unlikely() { // a newsroom that spells every final ya so
		a.maqsura, a.readings, a.begins = false, a.readings[:0], a.begins[:0]
		a.all(form)
	}
	if a.unlikely() {
		a.readings = append(a.readings, morph.Guess(form))
	}
	sortPhrases(a.begins) // each list is, but several make up the whole
	*w = lang.Word{Form: form, Bare: letters.Bare(form), Maqsura: maqsura, Readings: slices.Clone(a.readings), Phrases: slices.Clone(a.begins)}
	w.SetMarks()
	if l.naming != nil {
		a.cuts = morph.Parts(form)
		w.Names, w.Places = l.naming(a.cuts.All())
		w.Follows = l.follows(w.Bare)
	}
	w.Sum()
	w.Alone, w.Starts = l.Starts.Of(w)
}

// all reads form as it stands and without the conjunctions that it may begin with.
func (a *analyser) all(form string) {
	a.cut(form, 0, 0)
	if rest, ok := strings.CutPrefix(form, "و"); ok && len(rest) > 2 {
		a.cut(rest, lang.Conjunction, 1)
	}
	if rest, ok := strings.CutPrefix(form, "ف"); ok && len(rest) > 2 {
		a.cut(rest, lang.Conjunction|lang.So, 1)
	}
	a.prune()
}

// prune drops readings with clitics where the form is a known word without any.
func (a *analyser) prune() {
	known := false
	for i := range a.readings {
		r := &a.readings[i]
		known = known || r.Prefix == 0 && (!r.Classes.Empty() && r.Feat&lang.Verb == 0 || r.Cue != nil) && !marks(r)
	}
	opens, under := false, false // a listed verb that begins like a conjunction before a preposition: "opened" is not "so under"
	for i := range a.readings {
		r := &a.readings[i]
		opens = opens || r.Prefix == 0 && r.Feat&(lang.Past|lang.Guess) == lang.Past && !r.Classes.Empty()
		under = under || r.Prefix == 1 && r.Feat&lang.So != 0 && r.Classes.Meets(a.l.preposition)
	}
	if opens && under {
		a.readings = slices.DeleteFunc(a.readings, func(r lang.Reading) bool {
			return r.Feat&lang.So != 0 && (r.Feat&lang.Function != 0 || marks(&r))
		})
	}
	closed := false // a conjunction and a word of a closed class
	for i := range a.readings {
		r := &a.readings[i]
		if r.Prefix == 0 && r.Feat&lang.Function != 0 {
			closed = false // it is one itself: "only" is not "so never"
			break
		}
		closed = closed || r.Prefix == 1 && r.Feat&lang.Conjunction != 0 && r.Feat&lang.Function != 0 && r.Feat&lang.Pronoun == 0 && r.Classes.Meets(a.l.closed)
	}
	if !known && !closed {
		return
	}
	kept := a.readings[:0]
	for _, r := range a.readings {
		if closed {
			if r.Feat&lang.Function != 0 || marks(&r) {
				kept = append(kept, r)
			}
			continue
		}
		if r.Prefix == 0 || marks(&r) || r.Feat&lang.Function != 0 && r.Classes.Meets(a.l.that) {
			kept = append(kept, r)
		}
	}
	a.readings = kept
}

// unlikely reports whether the form has no reading, or only such as take a preposition
// off a form of no listed word.
func (a *analyser) unlikely() bool {
	for i := range a.readings {
		r := &a.readings[i]
		if marks(r) {
			continue
		}
		if r.Feat&(lang.With|lang.For|lang.Like) == 0 || !r.Classes.Empty() || r.Feat&(lang.Function|lang.Article) != 0 || r.Feat&lang.Accusative == 0 && r.Feat&lang.Like == 0 {
			return false
		}
	}
	return true
}

// marks reports whether the reading only says something of the word, whatever its other
// readings are.
func marks(r *lang.Reading) bool { return r.Feat&(lang.Verb|lang.Noun|lang.Function) == 0 }

// analysers are kept for their lists, of which each word gets a copy of the right size.
var analysers = sync.Pool{New: func() any { return new(analyser) }}

type analyser struct {
	l        *Language
	form     string
	maqsura  bool
	readings []lang.Reading
	begins   []lang.Phrase // that begin with the word
	cuts     lang.Parts    // the ways to cut a name out of it
	whole    bool          // the form is a function word as it stands
}

// cut reads form, from which a conjunction of n letters has been taken.
func (a *analyser) cut(form string, f lang.Feat, n uint8) {
	a.phrases(form, n)
	whole := false // a function word as it stands: it is not cut further as one
	for e := a.l.stem(form); e != nil; e = a.l.next(e) {
		switch e.Slot {
		case morph.Fixed:
			whole = true
			a.read(e, f|prepositionPronoun[form], n)
		case morph.PastFinal:
			a.read(e, f, n)
		}
	}
	if whole { // what affixes could make of it is no likely reading
		before := len(a.readings)
		a.whole = true
		a.past(form, f, n, true)
		a.nounStem(form, f, n, "", form)
		kept := a.readings[:before]
		for _, r := range a.readings[before:] {
			if !r.Classes.Empty() && r.Feat&(lang.Participle|lang.Masdar) == 0 || r.Cue != nil {
				kept = append(kept, r)
			}
		}
		a.readings, a.whole = kept, false
		return
	}
	a.functionPronoun(form, f, n)
	a.verbs(form, f, n)
	a.nouns(form, f, n)
	for _, p := range prepositions {
		if rest, ok := strings.CutPrefix(form, p.text); ok && len(rest) > 2 {
			a.nouns(rest, f|p.feat, n+uint8(p.letters))
			a.fixed(rest, f|p.feat, n+1)
			a.phrases(rest, n+uint8(p.letters))
			if r, ok := strings.CutPrefix(rest, "ل"); ok && p.feat == lang.For && len(r) > 4 {
				a.begin(a.l.phrase(r), n+uint8(p.letters), true) // لل is ل and ال
			}
		}
	}
}

// phrases notes those that begin with a form behind n letters of clitics.
func (a *analyser) phrases(form string, n uint8) {
	a.begin(a.l.phrase(form), n, false)
	if b := letters.Bare(form); len(b) != len(form) {
		a.begin(a.l.phrase(b), n, true)
	}
}

// begin notes phrases of the lexicon, each once.
func (a *analyser) begin(ps []lang.Phrase, prefix uint8, article bool) {
	before := len(a.begins)
	for i := range ps {
		if p := &ps[i]; !a.begun(p, before, len(ps) > lang.FewPhrases) {
			a.begins = append(a.begins, *p)
			q := &a.begins[len(a.begins)-1]
			q.Prefix, q.Article = prefix, article
		}
	}
}

// begun reports whether a phrase is noted already. Those from number before on are of its
// own list: where that is ordered, its equals stand together.
func (a *analyser) begun(p *lang.Phrase, before int, ordered bool) bool {
	for j := len(a.begins) - 1; j >= 0; j-- {
		q := &a.begins[j]
		if q.Mark == p.Mark && q.Text == p.Text && q.Classes == p.Classes && q.Key == p.Key {
			return true
		}
		if ordered && j >= before && q.Mark != p.Mark {
			j = before
		}
	}
	return false
}

func (a *analyser) verbs(form string, f lang.Feat, n uint8) {
	a.past(form, f, n, false)
	rest, extra := form, f
	for range 2 {
		for _, p := range presentPrefixes {
			if r, ok := strings.CutPrefix(rest, p.text); ok && !strings.HasPrefix(rest, "ال") { // the article, not "I"
				a.present(r, extra, p.feat, n)
			}
		}
		var ok bool
		if rest, ok = strings.CutPrefix(form, "س"); ok {
			extra = f | lang.Future
		} else if rest, ok = strings.CutPrefix(form, "ل"); ok {
			extra = f | lang.For
		} else {
			return
		}
	}
}

var presentPrefixes = []proclitic{
	{"ي", lang.Masculine, 1}, {"ت", lang.Feminine, 1}, {"ن", lang.First | lang.Plural, 1}, {"ا", lang.First | lang.Singular, 1},
}

func (a *analyser) past(form string, f lang.Feat, n uint8, bareOnly bool) {
	for _, e := range morph.Past.Of(form) {
		if bareOnly && e.Text != "" {
			continue
		}
		rest, ok := strings.CutSuffix(form, e.Text)
		if !ok {
			continue
		}
		for s := a.l.stem(rest); s != nil; s = a.l.next(s) {
			if s.Feat&lang.Past != 0 && e.Slots[s.Slot] && !family(rest, e.Text, s.Slot) {
				a.read(s, f|e.Feat, n)
				if e.Text == "ا" && strings.HasSuffix(rest, "ن") { // the n of "we" is doubled
					a.read(s, f|lang.First|lang.Plural, n)
				}
			}
		}
	}
}

// family reports whether a weak verb of three letters with "me" behind it is rather a family name: what ends so names people all
// over the news, where nobody says "he threw me".
func family(stem, ending string, slot morph.Slot) bool {
	return slot == morph.PastFinal && ending == "ني" && len(stem) == 6
}

func (a *analyser) present(form string, f, person lang.Feat, n uint8) {
	for _, e := range morph.Present.Of(form) {
		rest, ok := strings.CutSuffix(form, e.Text)
		if !ok {
			continue
		}
		for s := a.l.stem(rest); s != nil; s = a.l.next(s) {
			if s.Feat&lang.Present == 0 || !e.Slots[s.Slot] {
				continue
			}
			g := person
			if person&lang.First != 0 && e.Feat&(lang.Dual|lang.Plural) != 0 {
				continue // the first person has no such ending
			}
			if person == lang.Feminine && e.Feat&lang.Plural != 0 && e.Feat&lang.Masculine != 0 {
				continue // the second person is not read
			}
			if e.Feat&(lang.Dual|lang.Plural) == 0 && person&lang.Plural == 0 {
				g |= lang.Singular
			}
			a.read(s, f|g|e.Feat&^lang.Masculine, n)
		}
	}
}

func (a *analyser) nouns(form string, f lang.Feat, n uint8) {
	a.noun(form, f, n)
	switch {
	case strings.HasPrefix(form, "ال") && len(form) > 6 && form != "الاف": // "thousands", whose first letters are not the article's
		a.noun(form[len("ال"):], f|lang.Article, n)
	case f&lang.For != 0 && strings.HasPrefix(form, "ل") && len(form) > 4: // لل is ل and ال
		a.noun(form[len("ل"):], f|lang.Article, n)
		a.nounStem("ال"+form[len("ل"):], f|lang.Article, n, "", "")
		if strings.HasPrefix(form, "لل") {
			a.noun(form, f|lang.Article, n)
		}
	}
}

func (a *analyser) noun(form string, f lang.Feat, n uint8) {
	for _, e := range morph.Nouns.Of(form) {
		if f&lang.Article != 0 && (e.Feat&(lang.Pronoun|lang.Accusative) != 0 || e.Text == "ي" || e.Text == "و") {
			continue // the article stands before no ending of a noun that another follows
		}
		rest, ok := strings.CutSuffix(form, e.Text)
		if !ok {
			continue
		}
		a.nounStem(rest, f|e.Feat, n, e.Text, form)
		if strings.HasPrefix(e.Text, "ت") && e.Feat&lang.Pronoun != 0 || e.Text == "تين" || e.Text == "تان" || e.Text == "تا" || e.Text == "تي" {
			a.nounStem(rest+"ة", f|e.Feat, n, e.Text, form)
		}
	}
	if rest, ok := strings.CutSuffix(form, "ه"); ok { // ta marbuta without its dots
		a.nounStem(rest+"ة", f, n, "", form)
	}
}

func (a *analyser) nounStem(text string, f lang.Feat, n uint8, end string, form string) {
	if len(text) < 4 && (end != "" || n > 0 || f&lang.Article != 0) {
		return // a letter takes no clitics
	}
	for s := a.l.stem(text); s != nil; s = a.l.next(s) {
		if s.uninflected && (end != "" || form != "" && text != form) {
			continue
		}
		if s.asIs && f&lang.Article != 0 && form != "" {
			continue
		}
		if s.Slot != morph.NounStem && (s.Slot != morph.ShortStem || end != "" && end != "ين" && end != "ون") || !s.classes.Empty() && end == "ا" && s.Feat&lang.Cue == 0 && f&lang.Article != 0 {
			continue
		}
		g := f
		if f&(lang.Masculine|lang.Feminine) == 0 {
			if strings.HasSuffix(text, "ة") || strings.HasSuffix(text, "ات") {
				g |= lang.Feminine
			} else {
				g |= lang.Masculine
			}
		}
		if f&(lang.Dual|lang.Plural) == 0 {
			g |= lang.Singular
		}
		a.read(s, g, n)
	}
}

func (a *analyser) read(e *entry, f lang.Feat, prefix uint8) {
	if a.maqsura && e.Feat&(lang.Verb|lang.Nisba) == 0 && e.Slot != morph.Fixed && f&lang.Article == 0 && (e.ya || strings.HasSuffix(e.lemma, "ي")) && strings.HasSuffix(a.form, e.Text) {
		return
	}
	if e.mark || e.gives && a.whole {
		f &= lang.Conjunction | lang.So | lang.With | lang.For | lang.Like | lang.Article | lang.Pronoun | lang.Him | lang.Her | lang.Them | lang.Singular | lang.Dual | lang.Plural
	}
	own := e.Feat
	if e.gives && a.whole {
		own &^= lang.Noun | lang.Listed
	}
	r := lang.Reading{Feat: own | f, Classes: e.classes, Lemma: e.lemma, Key: e.key, Cue: e.cue, Prefix: prefix}
	for i := range a.readings {
		q := &a.readings[i]
		if q.Feat == r.Feat && q.Cue == r.Cue && q.Prefix == r.Prefix && q.Lemma == r.Lemma && q.Key == r.Key {
			q.Classes = q.Classes.Or(r.Classes)
			return
		}
	}
	a.readings = append(a.readings, r)
}
