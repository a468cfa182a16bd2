package byline

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/reuse/passage"
	"riwaya/lexicon"
)

// phrase is words by which a running text speaks of an agency: its name, or "according to" and the name
// or the last word of it, as one says "the French one".
type phrase struct {
	words []uint32
	actor string
	cited bool // with "according to" before it
	part  bool // by the last word of its name alone
}

// Spoken is an agency that a text speaks of.
type Spoken struct {
	Actor string
	Span  riwaya.Span
	Alone bool // a sentence says nothing but that this is according to it
}

// phrases are those of all agencies of a lexicon, by their first words.
func (n *Names) phrases(lx *lexicon.Lexicon) {
	n.spoken = map[uint32][]phrase{}
	add := func(words, actor string, cited, part bool) {
		h := passage.Hashes(words)
		if len(h) > 0 && !slices.ContainsFunc(n.spoken[h[0]], func(p phrase) bool { return p.actor == actor && slices.Equal(p.words, h) }) {
			n.spoken[h[0]] = append(n.spoken[h[0]], phrase{h, actor, cited, part})
		}
	}
	var cues []string
	for i := range lx.Cues {
		if c := &lx.Cues[i]; c.Kind == "prep" && c.Class == "cite" && (c.Has("obj") || c.Has("li")) && !strings.Contains(c.Text, " ") {
			cues = append(cues, c.Text)
		}
	}
	for i := range lx.Actors {
		a := &lx.Actors[i]
		if !n.agency[a.ID] {
			continue
		}
		for _, alias := range a.Aliases {
			if alias.Weak || alias.Language != lx.Language {
				continue
			}
			for _, name := range letters.Joined(alias.Text) {
				add(name, a.ID, false, false)
			}
			last := alias.Text[strings.LastIndexByte(alias.Text, ' ')+1:]
			for _, cue := range cues {
				add(cue+" "+alias.Text, a.ID, true, false)
				add(cue+" "+letters.To(alias.Text), a.ID, true, false)
				if last != alias.Text && letters.Bare(last) != last {
					add(cue+" "+last, a.ID, true, true)
					add(cue+" "+letters.To(last), a.ID, true, true)
				}
			}
		}
	}
}

// Speaks are the agencies that a text speaks of, each as often as it does.
func (n *Names) Speaks(text string, words []passage.Word) []Spoken {
	var out []Spoken
	for i := range words {
		for _, p := range n.spoken[words[i].Hash] {
			if !same(words, i, p.words) {
				continue
			}
			end := i + len(p.words)
			span := riwaya.Span{Start: int(words[i].Start), End: int(words[end-1].End)}
			begins, ends := i == 0, end == len(words)
			if !begins {
				begins = stops(text[words[i-1].End:span.Start])
			}
			if !ends {
				ends = stops(text[span.End:words[end].Start])
			}
			if p.part && !ends {
				continue // "according to the German minister"
			}
			out = append(out, Spoken{p.actor, span, p.cited && begins && ends})
		}
	}
	return out
}

// stops reports whether a sentence ends in what stands between two words.
func stops(between string) bool {
	return strings.ContainsAny(between, ".\n!؟؛")
}

// announced is how many words may stand between the words that announce a document and the colon: "the text of the
// royal order".
const announced = 4

// Document is the first word of a document that a text prints in full, 0 where it prints none.
func (n *Names) Document(text string, words []passage.Word) int {
	for i := range words {
		for _, p := range n.inFull {
			if !same(words, i, p) {
				continue
			}
			for j := i + len(p); j < len(words) && j <= i+len(p)+announced; j++ {
				if between := text[words[j-1].End:words[j].Start]; strings.Contains(between, ":") {
					return j
				} else if stops(between) {
					break
				}
			}
		}
	}
	return 0
}

// same reports whether these words stand at i.
func same(words []passage.Word, i int, as []uint32) bool {
	return i+len(as) <= len(words) && slices.EqualFunc(words[i:i+len(as)], as, func(w passage.Word, h uint32) bool { return w.Hash == h })
}
