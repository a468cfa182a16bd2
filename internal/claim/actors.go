package claim

import (
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// actor is who the words [from, to) are by the lexicon: the whole phrase, or a name
// behind its generic noun, also in quotation marks. Nil where it is not sure.
func (r *reading) actor(from, to int) *lexicon.Actor {
	for i := from; i < to && i <= from+2; i++ {
		t := &r.Tokens[i]
		if t.Word == nil {
			continue
		}
		if i == from+2 && !phrase.IsQuote(&r.Tokens[i-1]) {
			break // a third word names nobody, but for one in quotation marks
		}
		for k := range t.Word.Phrases {
			p := &t.Word.Phrases[k]
			a := r.actors[p.Key]
			if a == nil {
				continue
			}
			if e := r.PhraseEnd(i, p); e > i && e <= to && e >= to-2 {
				return a
			}
		}
		if to-from > 2 {
			continue
		}
		for k := range t.Word.Readings {
			if a := r.actors[t.Word.Readings[k].Key]; a != nil && t.Word.Readings[k].Prefix == 0 {
				return a
			}
		}
	}
	return nil
}
