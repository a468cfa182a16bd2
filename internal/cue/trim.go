package cue

import "riwaya/internal/lang"

// Trim drops from the end of tokens [from, to) the marks and connectives that belong
// to what follows.
func (r *Reading) Trim(from, to int) int {
	g := r.Grammar
	for to > from+1 {
		t := &r.Tokens[to-1]
		switch {
		case t.Kind == lang.BreakKind:
		case t.Kind == lang.MarkKind && t.Match < 0:
		case t.In(g.Conj) && g.Function(t), t.In(g.Particle) && g.Function(t) && !t.In(g.Pronoun):
		default:
			return to
		}
		to--
	}
	return to
}
