package naming

import "riwaya/internal/lang"

// strikes reports whether the group without article at tokens [from, to), which an adjective
// calls what its enemies do, takes part in something: who is only called so has a name.
func (x *Text) strikes(from, to int) bool {
	if to < len(x.K) && x.K[to].Word != nil && x.Verbal(to) {
		return true
	}
	if from == 0 || x.K[from-1].Word == nil || x.K[from-1].Has(lang.Pronoun) {
		return false
	}
	p := &x.K[from-1]
	return x.Verbal(from-1) && p.In(x.v.coded) || Reading(p, x.v.sides) != nil && Reading(p, x.v.sides).Key == "prep"
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
