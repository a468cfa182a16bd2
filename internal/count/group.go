package count

import (
	"riwaya/internal/count/deed"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/quantity"
)

// group settles who or what is counted.
func (r *reading) group(c *chunk, u *rule, captures []match.Capture) {
	switch {
	case u.group != "":
		c.Word.Group = u.group
	case c.Word.Group != "":
	case u.predicate == fromFigure:
		if b := r.before(); b != nil {
			c.Word.Group = b.Word.Group
		}
	default:
		for _, p := range captures {
			if p.Name == "noun" {
				c.Word.Group = r.Dual(p.From).Group
			}
		}
	}
	if c.Word.Group == "" {
		c.Word.Group = "other"
		if c.Kind == quantity.KindBare || c.Kind == quantity.KindOne {
			c.Word.Group = "people"
			b := r.before()
			if b != nil && u.predicate != fromFigure {
				b = r.wholeOf(len(r.found) - 1) // what happened besides happened to no part of the others
			}
			if b != nil && quantity.People(b.Word.Group) && !r.mixed(b) {
				c.Word.Group = b.Word.Group
			}
		}
	}
	if c.Word.Group == "fighters" {
		c.Word.Group = r.force(c)
	}
	if c.Kind == quantity.KindNoun && !c.Word.Fixed && c.To < r.End {
		c.Word.Group = r.also(c.To, c.Word.Group)
	}
	if !c.Word.Fixed || c.Word.Group != "people" {
		return
	}
	of := r.ofThem(c.To)
	if of == "" {
		return
	}
	c.Word.Group = of
	for i := c.To + 1; i < min(r.End, c.To+4); i++ {
		c.Word.Group = r.also(i, c.Word.Group) // of the police and the citizens
	}
	of = c.Word.Group
	if b := r.before(); b != nil && b.Word.Fixed && b.Word.Group == "people" && r.joined(c) && c.Start-b.To <= 1 {
		b.Word.Group = of // five dead and ten wounded among the civilians
	}
}

// also is the group of people beside whom others are counted with them: hundreds of policemen and
// soldiers are neither's.
func (r *reading) also(i int, group string) string {
	if !quantity.People(group) || group == "people" || !r.k[i].Has(lang.Conjunction) || !r.k[i].Has(lang.Article|lang.Noun) {
		return group
	}
	if !r.k[i].In(r.f.g.counted) {
		return group
	}
	switch w := r.Dual(i); {
	case !quantity.People(w.Group) || w.Group == group || w.Fixed || w.Predicate != "":
		return group
	case w.Group == "women" && group == "children", w.Group == "children" && group == "women":
		return "women and children"
	}
	return "people"
}

// force is the group of members whose body stands behind them: of the police, of the army.
func (r *reading) force(c *chunk) string {
	i := c.NounTo
	if c.Number.Dual {
		i = c.To
	}
	if i == 0 || i+1 >= r.End || r.k[i].Word == nil {
		return c.Word.Group
	}
	of := func(i int) string {
		switch k := &r.k[i]; {
		case k.In(r.f.g.police):
			return "police"
		case r.deeds.Noted(i, deed.Army):
			if _, p := r.t.PhraseAt(i, r.f.g.rebels); p == nil {
				return "soldiers"
			}
		}
		return ""
	}
	if !r.k[i].In(r.f.g.from) || r.k[i].Feats&lang.Function == 0 {
		i-- // of the army without a word for of
	}
	g := of(i + 1)
	if g == "" {
		return c.Word.Group
	}
	if i+2 < r.End && r.k[i+2].Has(lang.Conjunction) {
		if also := of(i + 2); also != "" && also != g {
			return "people" // of the army and the police
		}
	}
	return g
}

// mixed reports whether the last figure, which is b or a part of it, is joined to one of other people: of
// which of them the next are, nobody says.
func (r *reading) mixed(b *chunk) bool {
	n := len(r.found) - 1
	return b == &r.found[n] && b.rule.predicate == fromFigure && b.whole < 0 && n > 0 && r.found[n-1].sentence == b.sentence && r.found[n-1].Word.Group != b.Word.Group
}

// wholeOf is the figure that figure n is a part of, by itself or with the parts that it is joined
// to; figure n where it is no part.
func (r *reading) wholeOf(n int) *chunk {
	for k := n; k >= 0 && r.found[k].sentence == r.found[n].sentence; k-- {
		if w := r.found[k].whole; w >= 0 {
			return &r.found[w]
		}
		if r.found[k].rule.predicate != fromFigure {
			break
		}
	}
	return &r.found[n]
}

// ofThem is the group that dead or wounded which end before token i are said to be of: dead
// civilians, dead of the police, dead among the soldiers; "" if nothing is said.
func (r *reading) ofThem(i int) string {
	if i >= r.End || r.k[i].Word == nil {
		return ""
	}
	of := func(i int) string {
		if i >= r.End || r.k[i].Word == nil {
			return ""
		}
		if w, ok := r.Listed(i); ok && quantity.People(w.Group) && w.Predicate == "" {
			return w.Group
		}
		return ""
	}
	g := &r.f.g
	switch k := &r.k[i]; {
	case k.In(g.from) && k.Feats&lang.Function != 0, r.Is(i, "between") && !k.Has(lang.Pronoun):
		return of(i + 1)
	case k.In(g.in) && k.Feats&lang.Function != 0:
		if i+2 < r.End && !r.k[i+1].Has(lang.Article|lang.Noun) && r.k[i+2].Has(lang.Article|lang.Noun) {
			return of(i + 2) // in the ranks of the soldiers
		}
		return ""
	}
	return of(i)
}
