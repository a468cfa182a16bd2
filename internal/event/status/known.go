package status

import (
	"slices"

	"riwaya/internal/clause"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// known reports whether a noun names what the text takes for known, whatever is planned or feared about it: the raids that killed
// ten, this attack, to carry out the agreement.
func (s *Reader) known(a *deed.Anchor) bool {
	c := &s.C[a.Chunk]
	if !a.Definite {
		return false
	}
	if a.Rule.Type == "AGREE" && a.Rule.Mutual && a.From == c.Head+1 && a.To == a.From+1 && c.Reading != nil && c.Reading.Feat&lang.Masdar != 0 && !s.Does(c.Head) && !s.Real(c.Head) {
		return true
	}
	switch a.Rule.Type {
	case "ASSAULT", "DISASTER", "PROTEST", "COERCE", "DISPLACE", "SANCTION":
	case "AGREE", "CONSULT":
		if !a.Rule.Mutual {
			return false
		}
	default:
		return false
	}
	if p := a.Chunk - 1; p >= 0 && c.Prep == "" && c.Head == a.From && s.C[p].Kind == clause.Adverb && s.C[p].To == c.From && s.Keyed(s.C[p].To-1, "this") && a.Rule.Type != "CONSULT" {
		return true
	}
	v := a.Chunk + 2
	if v >= len(s.C) || s.C[v-1].Kind != clause.Relative || s.C[v].Kind != clause.Verb || s.C[v].Reading.Feat&lang.Past == 0 || !s.describe(a.To, c.To) {
		return false
	}
	return !slices.ContainsFunc(s.Supports(v), func(u frame.Support) bool {
		switch u.Key {
		case frame.Does, frame.Occurs, frame.Results, frame.Suffers, frame.Comes, frame.GoesOn, frame.Continues:
			return false
		}
		return true
	})
}

// describe reports whether tokens [from, to) are adjectives of kind or of states: the American air raids.
func (s *Reader) describe(from, to int) bool {
	for ; from < to; from++ {
		if s.StateOf(from) < 0 && !s.K[from].Has(lang.Nisba) {
			return false
		}
	}
	return true
}

// exchanged reports whether a noun names what one side is to do for what the other does: the lifting of sanctions in exchange for
// the release of the prisoners.
func (s *Reader) exchanged(a *deed.Anchor) bool {
	switch a.Rule.Type {
	case "RETREAT", "CONCEDE", "COOPERATE", "AID", "DISPLACE":
		return s.Keyed(s.C[a.Chunk].From, "exchange")
	}
	return false
}

// hurried reports whether a noun stands behind a verb that wants something done, with the word "swiftly" in place of the
// preposition: they asked for the swift arrest of.
func (s *Reader) hurried(a *deed.Anchor) bool {
	p := a.Chunk - 1
	if h := s.C[a.Chunk].Head; h < a.From && !s.Does(h) && !s.Real(h) {
		return false
	}
	if p <= 0 || a.Governor < 0 || s.C[a.Chunk].Prep != "" || s.C[p].Kind != clause.Adverb || !s.Keyed(s.C[p].From, "swift") {
		return false
	}
	return slices.ContainsFunc(s.Supports(a.Governor), func(u frame.Support) bool {
		return u.Prep == "bi" && (u.Key == frame.Orders || u.Key == frame.Commands)
	})
}

// managed reports whether the verb of chunk i says that its subject was able to do what stands behind it: could.
func (s *Reader) managed(i int) bool {
	return slices.ContainsFunc(s.Supports(i), func(u frame.Support) bool {
		return u.Key == frame.Does && u.Prep == "from"
	})
}

// hard reports whether a noun names what is hard or impossible to do: it is hard to drive them out, the difficulty of reaching them.
func (s *Reader) hard(a *deed.Anchor) bool {
	c := &s.C[a.Chunk]
	switch p := a.Chunk - 1; {
	case a.Definite || a.Form != deed.Masdar && a.Form != deed.Noun:
		return false
	case c.Head < a.From:
		return s.Keyed(a.From-1, "hard")
	case p < 0 || s.C[p].To != c.From:
		return false
	default:
		return c.Prep == "" && s.Keyed(s.C[p].From, "hard") || c.Prep == "in" && s.Keyed(s.C[p].Head, "hard")
	}
}

// barred reports whether a noun is what the verb of chunk v says that somebody forbids, or is against: they bar the entry of aid,
// bar them from leaving. Of a pact it only says that they are against it.
func (s *Reader) barred(a *deed.Anchor, v int) bool {
	c := &s.C[a.Chunk]
	if k := &s.K[a.From]; a.Definite || k.Has(lang.Article) || !k.Has(lang.Masdar) || k.Has(lang.Plural) || v >= a.Chunk || s.C[a.Chunk-1].Kind == clause.Comma || a.Chunk-v > 3 || c.Head < a.From && !s.Does(c.Head) || v > 0 && s.C[v-1].Kind == clause.Negation {
		return false
	}
	return slices.ContainsFunc(s.Here, func(b deed.Anchor) bool {
		switch {
		case b.Chunk != v || b.Nominal():
		case c.Prep == "":
			return a.Chunk-v < 3 && (b.Rule.Is("restrict") || b.Rule.Type == "REJECT" && (a.Form == deed.Masdar || c.Head < a.From))
		case c.Prep == "from":
			return b.Rule.Is("restrict") && c.Head == a.From
		}
		return false
	})
}

// refused reports whether phrase p is what somebody refuses, by a verb or a noun before it.
func (s *Reader) refused(p int) bool {
	if v := s.Above(p); v >= 0 && v < p && s.SupportOf(v) == frame.Refuses {
		return true
	}
	i := s.C[p].Head // their refusal to allow it
	if i == s.C[p].To-1 {
		if p == 0 || s.C[p-1].Kind != clause.NounPhrase {
			return false
		}
		i = s.C[p-1].Head
	}
	return slices.ContainsFunc(s.SupportsNoun(i), func(u frame.Support) bool { return u.Key == frame.Refuses })
}
