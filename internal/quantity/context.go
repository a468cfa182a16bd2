package quantity

import (
	"strings"

	"riwaya/internal/lang"
)

// The keys of context words that reading a quantity asks for.
const (
	keyAmong    = "among"
	keyOthers   = "others"
	keyUnder    = "under"
	keyOver     = "over"
	keyOr       = "or"
	keyBetween  = "between"
	keyNoBefore = "no-before"
	keyNumbered = "numbered"
	keyNoAfter  = "no-after"
	keyTally    = "tally"
	keyAge      = "age"
	keyAged     = "aged"
	keyNobody   = "nobody" // unless one of some
	gluedKey    = "bi-"    // a prefix: the preposition is glued on
)

// Is reports whether a context word of that key stands at token i, or a phrase of it
// begins there.
func (s *Sentence) Is(i int, key string) bool { return s.ContextAt(i, key) > i }

// ContextAt is the end of a context word or phrase of that key at token i, i if there is
// none.
func (s *Sentence) ContextAt(i int, key string) int {
	g := &s.r.g
	k := &s.tokens[i]
	if k.Word == nil || i >= s.End {
		return i
	}
	if k.Starts&lang.StartsPhrase != 0 && k.Word.Begins.Meets(g.context) && i+1 < s.End {
		ps := k.Word.PhrasesWith(s.tokens[i+1].Word)
		for n := range ps {
			p := &ps[n]
			if !p.Classes.Meets(g.context) || p.Key != key {
				continue
			}
			j := i + 1
			for _, w := range p.Rest {
				if j >= s.End || s.tokens[j].Word == nil || s.tokens[j].Word.Bare != w {
					j = i
					break
				}
				j++
			}
			if j > i {
				return j
			}
		}
	}
	if !k.In(g.context) {
		return i
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(g.context) && q.Key == key && (q.Feat&lang.With != 0 || !strings.HasPrefix(key, gluedKey)) {
			return i + 1
		}
	}
	return i
}

// Finite reports whether token i is likely a finite verb: it has such a reading, and none
// as a function word or as a noun of those that are listed for being none.
func (s *Sentence) Finite(i int) bool {
	k := &s.tokens[i]
	if k.Word == nil || k.Feats&(lang.Past|lang.Present) == 0 || k.Feats&lang.Function != 0 {
		return false
	}
	happens := k.Feats&lang.Present != 0 && k.In(s.r.g.happens)
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if happens && q.Classes.Meets(s.r.g.given) {
			continue // he lives, and a name that nobody bears here
		}
		if q.Feat&lang.Noun != 0 && (q.Feat&lang.Article != 0 || (q.Feat&lang.Accusative == 0 || i > s.Begin && s.tokens[i-1].Kind == lang.NumberKind) && q.Classes.Meets(s.r.g.nominal)) {
			return false
		}
	}
	return true
}
