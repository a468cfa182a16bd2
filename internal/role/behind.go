package role

import (
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/role/party"
)

// phrasesBehind adds to out, which is empty, the first two noun phrases without a preposition
// behind the verb of chunk v, in its clause. What stands between commas and only says when, where or
// by whose word is passed over, and so is a relative clause on the first, which is whole, and a
// verbal noun that says how, if another phrase stands behind it.
func (r *Reader) phrasesBehind(v int, out []int) []int {
	for j := v + 1; j < len(r.C) && len(out) < 2; j++ {
		c := &r.C[j]
		switch {
		case c.Kind == clause.Adverb && r.K[c.Head].In(r.w.was):
			return out // a building that they were in
		case c.Kind == clause.Adverb:
			if k := &r.K[c.Head]; k.Word != nil && k.Has(lang.Function|lang.Pronoun) && r.PrepOf(k) == "between" {
				return out // among them
			}
			if j > v+1 && r.StandsAlone(c.Head) {
				return out // two leaders, who are
			}
		case c.Kind == clause.Comma:
			if len(out) > 0 || j-v > 3 {
				if len(out) == 0 || r.C[out[0]].Actor < 0 && !r.StandsFor(r.C[out[0]].Head, true) && !r.Arm(out[0]) && !r.Office(out[0]) {
					return out
				}
				n := r.parenthesis(j)
				if n < 0 {
					return out
				}
				j = n
			}
		case c.Kind == clause.Relative && len(out) == 1 && j == out[0]+1:
			n := r.aboutIt(j)
			if n < 0 {
				return out
			}
			j = n
		case c.Kind == clause.Negation && len(out) == 0 && j > v+1 && r.Keyed(r.C[j-1].Head, "how"): // in an | illegal way
		case len(out) == 1 && c.Kind == clause.NounPhrase && c.Prep == "from" && j > v+1 && r.C[j-1].Prep == "" && r.C[j-1].To == c.From && r.Keyed(r.C[j-1].To-1, "each"):
			if r.C[j-1].To == r.C[j-1].From+1 && r.C[j-1].Kind == clause.NounPhrase {
				out = out[:0]
			}
			out = append(out, j) // each of the two
		case len(out) == 1 && c.Kind == clause.Negation && r.Keyed(c.Head, "each") && j+1 < len(r.C) && r.C[j+1].Prep == "from": // it looks like "no"
		case c.Kind != clause.NounPhrase || c.Joined && !c.Listed:
			return out
		case c.Bare() && !c.Listed:
			if p := &r.C[j-1]; p.Kind == clause.NounPhrase && (p.Prep != "" || p.Listed && r.Action(j-1)) && !p.Definite && p.Figure < 0 && p.To == c.From && r.K[p.To-1].Word != nil && !r.K[p.To-1].Has(lang.Article) && !r.countedAlone(j) {
				continue // what that is bound to
			}
			switch {
			case r.C[j-1].Kind == clause.NounPhrase && r.C[j-1].To == c.From && r.Keyed(c.Head, "lies"):
				continue // which lies in
			case r.apposed(j) || r.Said(j) || r.Qualifies(j) || len(out) == 1 && r.manner(j), c.To <= c.From+2 && r.Keyed(c.Head, "how") && (len(out) == 0 || c.To == c.From+1):
				continue
			case r.Aged(j):
				return out
			case len(out) == 1 && c.Actor < 0 && c.Figure < 0 && r.K[c.Head].In(r.w.time):
				continue // on Wednesday
			}
			out = append(out, j)
		}
	}
	return out
}

// apposed reports whether phrase j is the name of a person, or a word that nobody knows, that the phrase before it, which a
// preposition governs, tells the office or the kind of: the killing of the terrorist So-and-so,
// by his deputy "So-and-so".
func (r *Reader) apposed(j int) bool {
	c, p := &r.C[j], &r.C[j-1]
	if p.Kind == clause.Comma && j > 1 && r.Person(j) && !c.Joined && r.C[j-2].Kind == clause.NounPhrase && r.C[j-2].Prep != "" && r.Office(j-2) {
		return true // with the ruler of the land, So-and-so
	}
	known := c.Actor >= 0 && r.Rec.Actors[c.Actor].Kind == "person" || c.Actor < 0 && c.Place < 0 && c.Reading != nil && c.Reading.Feat&(lang.Guess|lang.Accusative) == lang.Guess
	if !known || c.Figure >= 0 || r.Somebody(j) && r.K[c.Head].Has(lang.Noun|lang.Accusative) || p.Kind != clause.NounPhrase || p.Prep == "" || p.Place >= 0 {
		return false
	}
	for i := p.To; i < c.From; i++ {
		if m := r.K[i].Mark; m != lang.QuoteOpen && m != lang.QuoteClose && m != lang.QuoteEither {
			return false
		}
	}
	k := &r.K[p.To-1]
	if k.Word == nil || r.K[c.Head].Word != nil && r.K[c.Head].Has(lang.Article) {
		return false
	}
	return k.Has(lang.Article) && (k.Has(lang.Nisba) || k.Has(lang.Participle) || k.In(r.w.demonym) || k.In(r.w.human) && r.Person(j)) || p.Pronoun && c.Actor >= 0
}

// countedAlone reports whether phrase j, people who are counted, is bound to nothing before it: the phrase
// there ends with an article, or says in which place.
func (r *Reader) countedAlone(j int) bool {
	c, p := &r.C[j], &r.C[j-1]
	if c.Figure < 0 || r.Rec.Figures[c.Figure].Group == "things" || r.Rec.Figures[c.Figure].Unit != nil || r.Action(j-1) || r.Named(j-1) {
		return false
	}
	return r.K[p.To-1].Has(lang.Article) || p.Prep == "in" && c.Figure >= 0 && !r.K[p.Head].In(r.w.time)
}

// parenthesis is the comma that closes what the comma of chunk j opens, if that says only when, where or
// by whose word, and a phrase without a preposition goes on behind it; -1 where it is none.
func (r *Reader) parenthesis(j int) int {
	cited := false
	for n := j + 1; n+1 < len(r.C) && n < j+7; n++ {
		switch c := &r.C[n]; {
		case c.Kind == clause.Adverb && !r.K[c.Head].In(r.w.was) && !r.StandsAlone(c.Head):
		case c.Kind == clause.Opens && n == j+1 && r.K[c.Head].Traits&lang.Cites != 0:
			cited = true // according to
		case c.Kind == clause.NounPhrase && (c.Prep != "" || cited):
		case c.Kind == clause.Comma && n > j+1:
			if b := &r.C[n+1]; b.Bare() && !b.Joined && !(n+2 < len(r.C) && r.C[n+2].Kind == clause.Verb) {
				return n
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// aboutIt is the last chunk of the relative clause that begins in chunk j, if it is one whose verb takes up
// what it belongs to as led and has its subject right behind it, and a phrase without a preposition goes on
// behind it: the alliance that the country leads bombed | positions. It is -1 where it is not so.
func (r *Reader) aboutIt(j int) int {
	if j+3 >= len(r.C) || r.C[j+1].Kind != clause.Verb || !r.C[j+1].Pronoun || !r.Keyed(r.C[j+1].Head, "leads") || !r.C[j+2].Bare() || r.C[j+2].Actor < 0 {
		return -1
	}
	n := j + 2
	if r.C[n+1].Kind == clause.Comma {
		if n = r.parenthesis(n + 1); n < 0 {
			return -1
		}
	}
	for n+1 < len(r.C) && r.C[n+1].Kind == clause.Adverb && !r.K[r.C[n+1].Head].In(r.w.was) {
		n++
	}
	if n+1 < len(r.C) && r.C[n+1].Bare() && !r.C[n+1].Joined {
		return n
	}
	return -1
}

// manner reports whether phrase j is a verbal noun in the accusative that only says how, with
// another phrase behind it: they executed, by hanging, one of the plotters.
func (r *Reader) manner(j int) bool {
	c := &r.C[j]
	if c.Actor >= 0 || c.Figure >= 0 || c.To != c.From+1 || c.Definite || c.Joined || r.Named(j) || c.Reading == nil || c.Reading.Feat&(lang.Masdar|lang.Accusative) != lang.Masdar|lang.Accusative {
		return false
	}
	for n := j + 1; n < len(r.C); n++ {
		switch b := &r.C[n]; {
		case b.Kind == clause.Adverb, b.Kind == clause.NounPhrase && b.Prep != "":
		case b.Bare() && !b.Joined:
			return b.Actor >= 0 || b.Figure >= 0 || b.Definite
		default:
			return false
		}
	}
	return false
}

// sharesObject reports whether another verb, alike and joined to that of chunk v, stands right behind it with a phrase of
// its own: both have that for their object, and neither is a passive: it represses and arrests the reformers. In the past one may have been
// killed and others arrested, but for an ending that no subject has: they tortured and killed men.
func (r *Reader) sharesObject(v int) bool {
	n := v + 1
	if n >= len(r.C) || r.C[n].Kind != clause.Verb || !r.C[n].Joined || r.C[n].Pronoun || !party.Alike(r.C[v].Reading, r.C[n].Reading) {
		return false
	}
	var two [2]int
	all := r.phrasesBehind(n, two[:0])
	return len(all) > 0 && (r.C[v].Reading.Feat&r.C[n].Reading.Feat&lang.Present != 0 || r.C[v].Reading.Feat&lang.Plural != 0 && r.Oblique(all[0]))
}
