package ar

import (
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/morph"
)

type proclitic struct {
	text    string
	feat    lang.Feat
	letters int
}

// prepositions that are written as one with the next word; ل swallows the alef of
// the article.
var prepositions = []proclitic{
	{"ب", lang.With, 1}, {"ل", lang.For, 1}, {"ك", lang.Like, 1},
}

// fixed reads a form that takes no endings.
func (a *analyser) fixed(form string, f lang.Feat, n uint8) {
	if !a.l.particles.may(a.l.particles.hash(form)) {
		return
	}
	for e := a.l.stem(form); e != nil; e = a.l.next(e) {
		if e.Slot == morph.Fixed {
			a.read(e, f, n)
		}
	}
}

// functionPronoun reads a particle with a pronoun behind it, such as أنه.
func (a *analyser) functionPronoun(form string, f lang.Feat, n uint8) {
	for _, p := range pronounsBy[form[len(form)-1]] {
		rest, ok := strings.CutSuffix(form, p)
		if !ok || len(rest) < 4 {
			continue
		}
		if len(rest) >= 6 || a.takesPronoun(rest) {
			a.fixed(rest, f|morph.PronounFeat(p), n)
		}
		for _, pre := range prepositions {
			if r, ok := strings.CutPrefix(rest, pre.text); ok && r != "" {
				a.fixed(r, f|morph.PronounFeat(p)|pre.feat, n+1)
			}
		}
	}
}

// takesPronoun reports whether a short function word takes a pronoun: prepositions and
// complementisers do, conjunctions do not.
func (a *analyser) takesPronoun(form string) bool {
	for e := a.l.stem(form); e != nil; e = a.l.next(e) {
		if e.classes.Meets(a.l.that.Or(a.l.preposition)) {
			return true
		}
	}
	return false
}

// pronounsBy are the pronouns by their last byte, as [morph.Endings] are.
var pronounsBy = func() (out [256][]string) {
	for _, p := range []string{"ه", "ها", "هم", "هما", "هن", "نا", "ي", "ني", "ك", "كم", "ا"} {
		last := p[len(p)-1]
		out[last] = append(out[last], p)
	}
	return out
}()

// prepositionPronoun are the prepositions of one letter with a pronoun, and what that says: to
// them, by it. Lists have them as words of their own.
var prepositionPronoun = func() map[string]lang.Feat {
	out := map[string]lang.Feat{}
	for _, p := range []string{"ب", "ل"} {
		for _, pronoun := range []string{"ه", "ها", "هم", "هما", "هن"} {
			out[p+pronoun] = morph.PronounFeat(pronoun)
		}
	}
	return out
}()
