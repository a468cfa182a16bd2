package mention

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/naming"
	"riwaya/lexicon"
)

// article is how long the article is, in bytes.
const article = 4

// HeadNoun is the noun of a body at token i, "" if there is none: of two entries, of which one
// has its article, the bare one, whatever is glued on in front here.
func (s *Scan) HeadNoun(i int) (noun string) {
	t := &s.K[i]
	if !t.In(s.V.Body) {
		return ""
	}
	for n := range t.Word.Readings {
		r := &t.Word.Readings[n]
		if !r.Classes.Meets(s.V.Body) || r.Feat&(lang.Pronoun|lang.Dual) != 0 {
			continue
		}
		if r.Lemma == t.Word.Bare {
			return r.Lemma // the organisations are no organisation
		}
		if noun == "" || len(r.Lemma) < len(noun) {
			noun = r.Lemma
		}
	}
	return noun
}

// Headed reports whether the mention's actor is called by that noun, here or in the lexicon.
func (s *Scan) Headed(m *Mention, noun string) bool {
	if m.What == Person || m.What == State || m.What == Folk {
		return false
	}
	if m.To-m.From > 1 && s.HeadNoun(m.Head) == noun {
		return true
	}
	if m.Actor == nil {
		return false
	}
	for i := range m.Actor.Aliases {
		first, _, more := strings.Cut(m.Actor.Aliases[i].Text, " ")
		if more && (first == noun || len(first) == len(noun)+article && strings.HasSuffix(first, noun)) {
			return true
		}
	}
	return false
}

// CalledBy reports whether a mention calls its actor by that noun, or by no noun of a body.
func (s *Scan) CalledBy(m *Mention, noun string) bool {
	if m.To-m.From == 1 || !s.K[m.Head].In(s.V.Body) {
		return true
	}
	for i := m.From; i < m.To; i++ {
		if s.HeadNoun(i) == noun {
			return true
		}
	}
	return false
}

// NameHas reports whether a word of one of the actor's names begins as that relational
// adjective does: the Kurdish party, the Workers' Party of Kurdistan.
func (s *Scan) NameHas(m *Mention, adjective string) bool {
	_, size := utf8.DecodeLastRuneInString(adjective)
	stem := adjective[:len(adjective)-size]
	has := func(text string) bool {
		return slices.ContainsFunc(strings.Fields(text), func(w string) bool {
			return strings.HasPrefix(w, stem) || len(w) > article && strings.HasPrefix(w[article:], stem)
		})
	}
	if m.Actor != nil && slices.ContainsFunc(m.Actor.Aliases, func(a lexicon.Alias) bool { return has(a.Text) }) {
		return true
	}
	return has(m.Span.Of(s.T.Source))
}

// Lent reports whether a force is called by the general noun at token i only by being somebody's, whose
// name it is not: the forces of the movement are not "the forces", but they may be "these forces".
func (s *Scan) Lent(m *Mention, i int, noun string) bool {
	r := naming.Reading(&s.K[i], s.V.Body)
	if m.Kind != "armed_group" || m.Actor == nil || r == nil || r.Key != "military" || strings.HasPrefix(m.Actor.Aliases[0].Text, noun) {
		return false
	}
	return !s.These(i) || m.To-m.From == 1 || s.HeadNoun(m.Head) != noun
}

// These reports whether the noun at token i is pointed at: this organisation, those forces.
func (s *Scan) These(i int) bool { return i > 0 && s.K[i-1].In(s.V.G.Demonstrative) }

// Ministry reports whether the noun at token i says what a ministry is for.
func (s *Scan) Ministry(i int) bool {
	r := naming.Reading(&s.K[i], s.V.Proper)
	return r != nil && r.Key == "ministry"
}

// Covered reports whether token i is part of a mention.
func (s *Scan) Covered(i int) bool {
	_, ok := slices.BinarySearchFunc(s.Mentions, i, func(m Mention, i int) int {
		switch {
		case m.To <= i:
			return -1
		case m.From > i:
			return 1
		}
		return 0
	})
	return ok
}

// Force is the key of the force that has several names and is called by one of them here, with
// nothing behind it but adjectives of countries; "" if there is none.
func (s *Scan) Force(m *Mention) string {
	name, i := m.Entry, m.From+1+strings.Count(m.Entry, " ")
	if name == "" {
		name, i = s.HeadNoun(m.Head), m.Head+1
	}
	for ; i < m.To; i++ {
		if d := naming.Reading(&s.K[i], s.V.G.Demonym); d == nil || len(d.Key) != 2 {
			return "" // foreign forces
		}
	}
	return s.V.OneForce[name]
}

// Scope is where the sentence of token i begins, and where its paragraph does.
func (s *Scan) Scope(i int) (sentence, paragraph int) {
	all := s.T.Sentences
	n, _ := slices.BinarySearchFunc(all, i, func(x lang.Sentence, i int) int { return x.To - i - 1 })
	p := n
	for p > 0 && all[p-1].Paragraph == all[n].Paragraph {
		p--
	}
	return all[n].From, all[p].From
}
