package claim

import (
	"riwaya/internal/lang"
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
		var phrases []lang.Phrase
		if i+1 < r.End {
			phrases = t.Word.PhrasesWith(r.Tokens[i+1].Word)
		}
		for k := range phrases {
			p := &phrases[k]
			if p.Mark&r.Tokens[i+1].Word.Marks() == 0 || !p.Classes.Meets(r.aliases) {
				continue
			}
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
			q := &t.Word.Readings[k]
			if q.Prefix > 0 || q.Key == "" || !q.Classes.Meets(r.aliases) { // another class may have the same key
				continue
			}
			if a := r.actors[q.Key]; a != nil {
				return a
			}
		}
	}
	return nil
}
