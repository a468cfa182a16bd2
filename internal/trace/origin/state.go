package origin

import (
	"strings"

	"riwaya"
)

// states joins a state that is named as who speaks ("Iran said") with whom of its officials the same report names, or else another: it
// speaks through them. The authorities of a state may be others of its offices.
func (g *gathering) states() {
	for i := range g.chains {
		o := &g.chains[i].End
		if !strings.HasPrefix(o.Key, "name:government:") && o.Source != "government" || g.s.Words.Begins(o.Name, g.s.Words.Generic) || !g.wholly(i) {
			continue
		}
		state := g.countryOf(i)
		if state == "" {
			continue
		}
		best := -1 // in the report that names the state, else in another
		for j := range g.chains {
			of := &g.chains[j].End
			if !of.Known || of.Private || of.Kind == riwaya.OriginUnnamed || g.wholly(j) || g.u.Find(i) == g.u.Find(j) || !official[of.Source] || g.countryOf(j) != state {
				continue
			}
			here := g.chains[j].Article == g.chains[i].Article
			if here || best < 0 && strings.HasPrefix(o.Key, "name:government:") {
				best = j
			}
			if here {
				break
			}
		}
		if best >= 0 {
			g.join(best, i, "state", called(o), called(&g.chains[best].End))
		}
	}
}

// wholly reports whether a chain ends in a state as such, or in its government.
func (g *gathering) wholly(i int) bool {
	o := &g.chains[i].End
	return strings.HasPrefix(o.Key, "name:government:") || o.Source == "government" && (g.s.Words.Begins(o.Name, g.s.Words.Government) || g.s.Words.Begins(g.as(i), g.s.Words.Government))
}

// countryOf is of which country, in lower case, whoever a chain ends in is, "" where nothing says it.
func (g *gathering) countryOf(i int) string {
	o, c := &g.chains[i].End, g.claim(i)
	actors := []*string{o.Actor}
	if c != nil && o.Kind != riwaya.OriginOutlet {
		actors = append(actors, c.Source.Actor)
	}
	for _, id := range actors {
		if a := g.s.Reports[g.s.At[g.chains[i].Article]].Rec.ActorOf(id); a != nil && a.Country != nil {
			return strings.ToLower(*a.Country)
		}
	}
	return g.s.Words.StateOf(o.Name)
}

// ministers joins a minister with his ministry: it is called by what he is minister of.
func (g *gathering) ministers() {
	for i := range g.chains {
		o := &g.chains[i].End
		c := g.claim(i)
		if o.Kind != riwaya.OriginSpeaker || o.Private || c == nil {
			continue
		}
		of := g.s.Words.Portfolio(o.Name + " " + g.s.RoleOf(c.Source.Actor))
		for j := range g.chains {
			if x := &g.chains[j].End; of != "" && g.u.Find(i) != g.u.Find(j) && x.Kind != riwaya.OriginSpeaker && x.Kind != riwaya.OriginUnnamed && !x.Private && (g.s.Words.Portfolio(x.Name) == of || g.s.Words.Portfolio(g.as(j)) == of || g.s.Words.PortfolioOf(x.Key) == of) {
				if a, b := g.countryOf(i), g.countryOf(j); (a == b || a == "" || b == "") && !g.contradict(i, j) {
					g.join(j, i, "press-office", called(x))
				}
			}
		}
	}
}
