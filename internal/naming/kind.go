package naming

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// calledSo reports whether the group without article that begins at token i, which an adjective
// calls what its enemies do, is only what somebody named before is called: "regards X as a
// terrorist group", "that it is a terrorist group".
func (x *Text) calledSo(i, before int, prefix uint8, like bool) bool {
	if before == i || like && prefix > 0 {
		return true
	}
	if i == 0 {
		return false
	}
	p := &x.K[i-1]
	return phrase.IsQuote(p) || p.Word != nil && p.Has(lang.Pronoun) || x.K[i].Has(lang.Accusative)
}

// ofPeople reports whether the word at token i is a people or men in arms, whose forces are no
// state's.
func (x *Text) ofPeople(i int) bool {
	r := Reading(&x.K[i], x.v.Folk)
	return r != nil && r.Prefix == 0 && (r.Key == "civilians" || r.Key == "armed_group" || r.Key == "acting")
}

// armedBy reports whether the adjective at token j says that who has it is armed.
func (x *Text) armedBy(j int) bool {
	b := Reading(&x.K[j], x.v.Bent)
	return b != nil && (b.Key == "armed_group" || branded(b)) && b.Prefix == 0
}

// branded reports whether the adjective's reading is one that enemies have for a group.
func branded(r *lang.Reading) bool { return r != nil && r.Key == "branded" }

// bend is a kind as an adjective changes it: security services, military bodies.
func bend(kind, by string) string {
	if by == "branded" {
		by = "armed_group"
	}
	if by == "igo" && (kind == "government" || kind == "ngo") {
		return "igo"
	}
	if by == "armed_group" || by != "igo" && (kind == "government" || kind == "police" || kind == "other" || kind == "military" && by == "police") {
		return by
	}
	return kind
}

// placed reports whether the body that the noun heads is told from others of its kind by its
// place alone: the police of a city, its court.
func (x *Text) placed(m *Institution) bool {
	r := Reading(&x.K[m.Head], x.v.Body)
	if r == nil || r.Feat&(lang.Article|lang.Accusative) != 0 {
		return false
	}
	if r.Key == "police" || x.K[m.Head].In(x.v.National) {
		return true
	}
	p := Reading(&x.K[m.Head], x.v.Proper)
	return r.Key == "government" && (p == nil || p.Key == "body") && !x.K[m.Head].In(x.v.NamedAfter)
}
