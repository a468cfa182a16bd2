package naming

import "riwaya/internal/lang"

// complement is where the name of a body goes on behind token j, j where it ends.
func (x *Text) complement(j int, m *Institution, definite bool) int {
	v, t := x.v, &x.K[j]
	if r := Reading(t, v.Anaphor); r != nil && r.Key == Described && r.Prefix == 0 && !t.In(v.Bent) && (definite || r.Feat&lang.Article == 0) {
		return j
	}
	if t.In(v.G.Time) && t.Has(lang.Article) && (!definite && x.K[j-1].Word != nil && x.K[j-1].In(v.G.Demonym) || j+1 < len(x.K) && x.K[j+1].Word != nil && x.K[j+1].In(v.G.Time) && x.K[j+1].Has(lang.Article)) {
		return j // troops of a land's, last month
	}
	if r := Reading(t, v.G.Demonym); r != nil && r.Prefix == 0 && (r.Feat&lang.Article != 0) == definite {
		if definite && r.Feat&lang.Feminine == 0 && x.K[j-1].In(v.G.Demonym) && x.K[j-1].Has(lang.Feminine) {
			return j // the Italian police, and behind it the Moroccan whom they held
		}
		if m.Country == "" && len(r.Key) == 2 {
			m.Country = r.Key
		}
		return j + 1
	}
	if r := Reading(t, v.Bent); r != nil && r.Prefix == 0 && (r.Feat&lang.Article != 0 && definite || !definite && r.Feat&lang.Article == 0 && j > m.Head) {
		if whom(r) {
			if m.Kind != "military" && m.Kind != "armed_group" && m.Kind != band && m.Kind != "other" {
				return j // those who are for it, of a council
			}
			m.Kind = "armed_group"
		} else if definite && r.Key != "igo" || m.Kind == "government" || m.Kind == "igo" {
			m.Kind = bend(m.Kind, r.Key)
		}
		return j + 1
	}
	if b := Reading(&x.K[j-1], v.Bent); !definite && j > m.Head+1 && b != nil && b.Feat&lang.Article == 0 && m.Kind == "armed_group" {
		return j // an adjective closed it
	}
	if !definite {
		if e, key := x.CountryAt(j); e > j && (!t.In(v.Twofold) || m.Kind == "military" || m.Kind == "police" || x.K[m.Head].In(v.National)) {
			m.Country = key
			return e
		}
		if r := Reading(t, v.Capital); r != nil && r.Prefix == 0 && m.Head == j-1 && x.placed(m) {
			if len(r.Key) == 2 { // a seat that several claim is no state's
				m.Country = r.Key // the government that has its seat there, the police of it
			}
			return j + 1
		}
		if e, key, n := x.AliasAt(j); e > j && n == 0 && v.Actors[key] != nil {
			return e
		}
		if e := x.PlaceAt(j); e > j && j == m.Head+1 && x.placed(m) {
			return e // the police of a city
		}
	}
	if definite && x.Phrases.Lone(j, lang.For) {
		return j
	}
	n := x.Noun(j)
	if n == nil || v.G.Function(t) || x.Verbal(j) {
		return j
	}
	switch {
	case n.Feat&lang.Conjunction != 0:
		if r := Reading(t, v.Joined); definite && j > m.Head+1 && r != nil && r.Feat&lang.Article != 0 {
			return j + 1
		}
		return j
	case n.Feat&lang.For != 0:
		if r := Reading(t, v.purpose); r != nil && (j > m.Head+1 || !definite) {
			e := j + 1
			if r.Feat&lang.Article == 0 && e < len(x.K) && x.K[e].Has(lang.Article) {
				e++
			}
			return e
		}
		if definite && j == m.Head+2 && x.K[m.Head].Has(lang.Article) && (m.Entry != "" || x.K[j-1].In(v.G.Demonym)) && n.Feat&lang.Conjunction == 0 && x.PlaceAt(j) == j && (m.Kind == "government" || m.Kind == "ngo" || m.Kind == "igo") {
			if n.Feat&lang.Article != 0 && !(n.Feat&lang.Masdar != 0 && j+1 < len(x.K) && x.governs(&x.K[j+1])) {
				return j + 1 // the general directorate of prisons
			}
			if n.Feat&lang.Masdar != 0 && j+1 < len(x.K) && x.K[j+1].Has(lang.Article) {
				return j + 2
			}
		}
		return j
	case n.Prefix > 0 || n.Feat&lang.Pronoun != 0:
		return j
	case definite && n.Feat&(lang.Article|lang.Feminine) == lang.Article|lang.Feminine && j > m.Head+1 && x.K[j-1].In(v.purpose) && x.K[j-1].Has(lang.Article) && t.In(v.Proper):
		return j + 1 // the committee of affairs that are foreign, or a ministry's
	case definite:
		if n.Feat&lang.Article != 0 && n.Feat&lang.Plural == 0 && x.Adjective(j, n) && !(j == m.Head+1 && t.In(v.NamedAfter) && n.Feat&(lang.Nisba|lang.Participle) == 0) && !(x.K[j-1].Has(lang.Feminine) && (j == m.Head+1 || x.K[j-1].In(v.G.Demonym) || j == m.Head+2 && x.K[m.Head].Has(lang.Article)) && n.Feat&lang.Feminine == 0) && !(x.K[j-1].In(v.G.Demonym) && t.Has(lang.Plural|lang.Feminine)) {
			return j + 1
		}
		return j
	case n.Feat&lang.Article != 0:
		if m.Kind == "armed_group" && x.K[j].In(v.Body) && j == m.Head+1 {
			return j // the militia of "the organisation"
		}
		if j+1 < len(x.K) && (t.In(v.Honorific) || t.In(v.Title) && x.K[m.Head].In(v.NamedAfter)) && x.K[j+1].In(v.AnyName) && Reading(&x.K[j+1], v.AnyName).Prefix == 0 {
			return x.NameRun(j + 1) // the foundation of King X
		}
		return j + 1
	case v.Title.Meets(n.Classes) && n.Feat&lang.Article == 0:
		return j
	case n.Feat&(lang.Guess|lang.Nisba|lang.Article) == lang.Guess|lang.Nisba && j == m.Head+1 && (m.Kind == "armed_group" || m.Kind == "party") && !t.In(v.AnyName):
		return j
	case n.Feat&lang.Guess != 0 && n.Feat&lang.Feminine != 0 && j == m.Head+1 && x.K[m.Head].Has(lang.Feminine|lang.Singular):
		return j // an adjective that no list has
	case j == m.Head+1 && x.K[m.Head].Has(lang.Masdar) && n.Feat&(lang.Feminine|lang.Plural) == lang.Feminine|lang.Plural && !n.Classes.Meets(v.AnyName):
		return j // to organise things, no organisation
	case n.Feat&lang.Guess != 0 || n.Classes.Meets(v.AnyName):
		return x.NameRun(j)
	case j-m.Head <= 3 && x.K[j+min(1, len(x.K)-1-j)].Has(lang.Article):
		return j + 1 // a chain of nouns, closed by a definite one
	case j-m.Head <= 3 && j+1 < len(x.K):
		if e, _ := x.CountryAt(j + 1); e > j+1 {
			return j + 1
		}
		if x.K[j+1].Word != nil && x.K[j+1].Has(lang.Guess) && t.In(v.Body) {
			return j + 1
		}
	}
	return j
}
