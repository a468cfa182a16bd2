package origin

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/union"
)

// oneText joins sources without a name that reports of one text call by the same words: "a
// spokesman" who is quoted three times in a dispatch is one, in whichever outlets it stands.
func (g *gathering) oneText() {
	texts := union.New(len(g.s.Reports))
	for i := range g.s.Edges {
		if e := &g.s.Edges[i]; max(e.ShareA, e.ShareB) >= 0.5 {
			texts.Join(g.s.At[e.A], g.s.At[e.B])
		}
	}
	type same struct {
		text         int
		kind, source string
		name         string
	}
	first := map[same]int{}
	for i := range g.chains {
		o := &g.chains[i].End
		n, ok := g.s.At[g.chains[i].Article]
		if !ok || o.Key != "" || o.Name == "" || !slices.Contains([]string{riwaya.OriginUnnamed, riwaya.OriginSpeaker, riwaya.OriginInstitution}, o.Kind) && (o.Kind != riwaya.OriginDocument || strings.Count(o.Name, " ") < 2) {
			continue
		}
		name := statement.Plain(o.Name)
		if o.Source == "witness" { // "the eyewitnesses" are those before
			name = g.s.Vocabulary.Key(o.Name)
		}
		k := same{texts.Find(n), o.Kind, o.Source, name}
		if j, ok := first[k]; ok {
			g.join(j, i, "one-text", called(o))
		} else {
			first[k] = i
		}
	}
}
