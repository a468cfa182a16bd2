package saying

import (
	"riwaya/internal/lang"
	"riwaya/internal/role/party"
)

// Troops is who has troops, with the force that a person commands by his title in his place, or else the
// state of one who holds an office in it: what his troops do is no deed of his own.
func (r *Reader) Troops(all []int) (out []int) {
	for _, a := range all {
		x := &r.Rec.Actors[a]
		f := -1
		if x.Kind == "person" {
			f = r.commanded(a)
		}
		switch {
		case f >= 0:
			out = party.Include(out, f)
		case x.Kind != "person" || x.Country == nil:
			out = party.Include(out, a)
		case !x.Private:
			out = r.stateOf(*x.Country, out)
		}
	}
	return out
}

// commanded is the force in the title of person a, which stands before or behind his name: X, commander of the
// force. It is -1 where there is none.
func (r *Reader) commanded(a int) int {
	for _, m := range r.Rec.Actors[a].Mentions {
		i, to := r.T.TokenAt(m.Start, 0, len(r.K)), r.T.Behind(m.End-1, 0, len(r.K))+1
		if i < 0 {
			continue
		}
		if to < len(r.K) && r.K[to].Is(lang.Comma) {
			to++
		}
		for _, t := range [2]int{i, to} {
			if f, _ := r.forceOf(t); f >= 0 {
				return f
			}
		}
		for t := i - 1; t >= 0 && t > i-reach; t-- {
			if f, end := r.forceOf(t); f >= 0 && end == i {
				return f
			}
		}
	}
	return -1
}

// reach is how many tokens before a person's name his title can begin.
const reach = 8

// forceOf is the force of which the title at token t says that somebody commands it, and where its name ends.
func (r *Reader) forceOf(t int) (force, end int) {
	if t+1 >= len(r.K) || r.K[t].Word == nil || !r.OfficeAt(t) {
		return -1, t
	}
	if force, end = r.ActorAt(t + 1); !r.Armed(force) {
		return -1, t
	}
	return force, end
}
