package party

import "riwaya/internal/lang"

// manyOf reports whether the word at token h ends phrase j and is one of quantity with an article, or "each", and whom it is of stands
// right behind: many | of the soldiers, each | of the two. Without an article it may compare: closer | than the group.
func (r *Reader) manyOf(j, h int) bool {
	c, n := &r.C[j], j+1
	if c.Figure >= 0 || c.Actor >= 0 || h != c.To-1 || n >= len(r.C) || r.C[n].Prep != "from" || r.C[n].From != c.To || r.K[h].Word == nil {
		return false
	}
	return r.Keyed(h, "each") || r.K[h].In(r.w.amount) && r.K[h].Has(lang.Article)
}
