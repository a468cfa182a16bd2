package stance

import (
	"strings"

	"riwaya"
	"riwaya/internal/lang"
)

// person is somebody with an office or an institution to speak for, by a mention of the
// person with title and name.
type person struct {
	actor int
	words string // of the mention
}

// readPersons notes them, and the governments that are called by their country or its
// capital, once for each text.
func (a *around) readPersons(r *Sentence) {
	a.persons, a.states = a.persons[:0], a.states[:0]
	for i := range r.Rec.Actors {
		x := &r.Rec.Actors[i]
		if x.Kind == "government" && x.Country != nil && len(x.Mentions) > 0 {
			if k := r.T.TokenAt(x.Mentions[0].Start, 0, len(r.Tokens)); k >= 0 && r.Tokens[k].In(r.Grammar.Country) {
				a.states = append(a.states, i)
			}
		}
		if x.Kind != "person" || x.Private {
			continue
		}
		for _, m := range x.Mentions {
			a.persons = append(a.persons, person{i, m.Of(r.Rec.Article.Text)})
		}
	}
}

// titled is the one person of the article who was named with the title that begins at
// token i, and where the title ends; -1 if there is none, or two. The title must be whole:
// "the former president" is not "the president".
func (r *Sentence) titled(i int) (actor, to int) {
	t := &r.Tokens[i]
	if t.Word == nil || !t.In(r.Grammar.Office) {
		return -1, i
	}
	start := t.Start
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Classes.Meets(r.Grammar.Office) && q.Prefix > 0 {
			if q.Feat&(lang.With|lang.For|lang.Like) != 0 {
				return -1, i
			}
			start = r.T.Inner(i, q)
		}
	}
	actor, best := -1, 0
	for _, p := range r.persons {
		n := r.alike(i, start, p.words)
		switch {
		case n == 0 || n < best:
		case n > best:
			actor, best = p.actor, n
		case actor != p.actor:
			actor = -1
		}
	}
	if actor < 0 {
		return -1, i
	}
	to = i + best
	if to < r.End {
		if k := &r.Tokens[to]; k.Has(lang.Noun|lang.Article) || k.In(r.Grammar.Country) || k.In(r.Grammar.Name) || best == 1 && !t.Has(lang.Article) {
			return -1, i // there is more of it, which is another's
		}
	}
	return actor, to
}

// officeOf is the state whose office is named at token i without its holder's name, "the
// prime minister of Greece" by its adjective, and where that ends; -1 if the article does not
// speak of that state as one that acts, or if there is more behind it.
func (r *Sentence) officeOf(i int) (actor, to int) {
	t := &r.Tokens[i]
	if t.Word == nil || !t.In(r.Grammar.Office) || t.In(r.Grammar.Private) || t.Has(lang.With) && !t.Has(lang.Function) || len(r.states) == 0 {
		return -1, i
	}
	for j := i + 1; j < min(r.End, i+4); j++ {
		k := &r.Tokens[j]
		if k.Word == nil || r.Grammar.Function(k) || r.Is(j, KeyPrivate) {
			return -1, i
		}
		if r.Nation(k) == "" {
			continue
		}
		if j+1 < r.End {
			if n := &r.Tokens[j+1]; n.Has(lang.Noun|lang.Article) || n.In(r.Grammar.Name) || n.In(r.Grammar.Ambiguous) || n.Has(lang.Guess) || n.Is(lang.Comma) {
				return -1, i
			}
		}
		return r.State(j), j + 1
	}
	return -1, i
}

// officeIn is officeOf for a source whose words begin at token i and end at byte end.
func (r *Sentence) officeIn(i, end int) int {
	begin, stop := r.Start, r.End
	r.Start, r.End = i, i
	for r.End < len(r.Tokens) && r.Tokens[r.End].Start < end {
		r.End++
	}
	actor, _ := r.officeOf(i)
	r.Start, r.End = begin, stop
	return actor
}

// State is the actor that the adjective at token i stands for, -1 if there is none.
func (r *Sentence) State(i int) int {
	t := &r.Tokens[i]
	if t.Word == nil || len(r.states) == 0 {
		return -1
	}
	if code := r.Nation(t); code != "" {
		for _, s := range r.states {
			if *r.Rec.Actors[s].Country == code {
				return s
			}
		}
	}
	return -1
}

// Nation is the code of the country whose adjective the word is, "" if it is none.
func (r *Sentence) Nation(t *lang.Token) string {
	if !t.In(r.V.Demonym) {
		return ""
	}
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Classes.Meets(r.V.Demonym) && len(q.Key) == 2 && q.Prefix == 0 {
			return strings.ToUpper(q.Key)
		}
	}
	return ""
}

// alike is how many tokens from token i, whose word begins at byte start, are the first
// words of others, which must have more: a name.
func (r *Sentence) alike(i, start int, words string) int {
	n := 0
	for ; i < r.End && r.Tokens[i].Word != nil; i++ {
		w := r.T.Source[start:r.Tokens[i].End]
		rest, ok := strings.CutPrefix(words, w)
		if !ok && n > 0 && r.Tokens[i].In(r.Grammar.Settlement) && i+1 < r.End { // the governor of the city of X
			start = r.Tokens[i+1].Start
			n++
			continue
		}
		if !ok || rest == "" || rest[0] != ' ' {
			break
		}
		words = rest[1:]
		n++
		if i+1 < r.End {
			start = r.Tokens[i+1].Start
		}
	}
	return n
}

// again is the actor that "this" or "these" with a noun, at token i, takes up: the last one
// whose name begins with that noun; -1 if there is none.
func (r *Sentence) again(i int) int {
	t := &r.Tokens[i]
	if t.Word == nil || !t.In(r.V.Demonstrative) || t.Feats&(lang.With|lang.For|lang.Like) != 0 || i+1 >= r.End || !r.Tokens[i+1].Has(lang.Noun|lang.Article) {
		return -1
	}
	at, noun := t.Start, r.Tokens[i+1].Word.Bare
	before := r.mentions.Starting(max(0, at-far), at)
	for n := len(before) - 1; n >= 0; n-- {
		e := before[n]
		k := r.T.TokenAt(e.Start, 0, len(r.Tokens))
		if k < 0 || r.Tokens[k].Word == nil {
			continue
		}
		if w := r.Tokens[k].Word; w.Bare == noun || e.Start > r.Tokens[k].Start && strings.HasSuffix(w.Bare, noun) {
			return r.Holds(e.Of)
		}
	}
	return -1
}

// far is how many bytes back it is taken up.
const far = 1200

// surname is the one person of the article whose name ends in these words, -1 if there is
// none, or two.
func (r *Sentence) surname(words string) int {
	found := -1
	for _, p := range r.persons {
		rest, ok := strings.CutSuffix(p.words, words)
		if !ok || rest == "" || rest[len(rest)-1] != ' ' || p.actor == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p.actor
	}
	return found
}

// meant is the actor of a source whose words hold no mention, -1 if that is not sure.
func (r *Sentence) meant(src *riwaya.Source) int {
	i := r.T.TokenAt(src.Spans[0].Start, 0, len(r.Tokens))
	if i < 0 {
		return -1
	}
	begin, end := r.Start, r.End
	r.Start, r.End = i, i
	for r.End < len(r.Tokens) && r.Tokens[r.End].Start < src.Spans[0].End {
		r.End++
	}
	actor, _ := r.titled(i)
	if actor < 0 {
		actor, _ = r.officeOf(i)
	}
	if actor < 0 {
		actor = r.again(i)
	}
	if actor < 0 && r.End == i+1 {
		actor = r.surname(src.Text)
	}
	r.Start, r.End = begin, end
	return actor
}
