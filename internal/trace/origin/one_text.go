package origin

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/union"
	"riwaya/internal/trace/wording"
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
		} else if body := g.s.Words.BodyOf(o.Name); body != "" && o.Kind == riwaya.OriginUnnamed && !g.another(o) {
			name = body // "two sources in the police" and "sources in the police" are the police
		}
		k := same{texts.Find(n), o.Kind, o.Source, name}
		if j, ok := first[k]; ok {
			g.join(j, i, "one-text", called(o))
		} else {
			first[k] = i
		}
		if c := g.claim(i); c != nil && g.side[i] == 0 && !g.another(o) && c.Source.Kind == "unnamed" && strings.Contains(c.Source.Text, " ") && !g.again(c) { // another print may call it otherwise
			k.name = statement.Plain(c.Source.Text)
			if j, ok := first[k]; !ok {
				first[k] = i
			} else {
				g.join(j, i, "one-text", called(o))
			}
		}
	}
}

// oneOfThem joins "one of the officials", "the local sources" and "the British paper" with whom the same report has named so before.
func (g *gathering) oneOfThem() {
	for i := range g.chains {
		o, c := &g.chains[i].End, g.claim(i)
		medium := o.Kind == riwaya.OriginOutlet && strings.HasPrefix(o.Key, "media:")
		if o.Key != "" && !medium || o.Private || o.Name == "" || c == nil || o.Kind == riwaya.OriginDocument {
			continue
		}
		oneOf, best, at := g.s.Words.Begins(o.Name, g.s.Words.OneOf), -1, -1
		for j := range g.chains {
			of, d := &g.chains[j].End, g.claim(j)
			if g.chains[j].Article != g.chains[i].Article || d == nil || medium != (of.Kind == riwaya.OriginOutlet) || of.Key != "" && !medium || of.Name == "" || start(d) >= start(c) || start(d) <= at || g.s.Words.Begins(of.Name, g.s.Words.OneOf) {
				continue
			}
			if oneOf && g.s.ShareWord(o.Name, of.Name) || !oneOf && !of.Private && of.Kind != riwaya.OriginDocument && (g.s.Words.Refers(o.Name, of.Name) || medium && g.s.Words.Refers(o.Name, d.Source.Text)) {
				best, at = j, start(d)
			}
		}
		if best >= 0 {
			g.join(best, i, "goes-on", called(o))
		}
	}
}

// claim is the claim that a chain is from, nil where it is from none.
func (g *gathering) claim(i int) *riwaya.Claim {
	if g.chains[i].Claim == nil {
		return nil
	}
	return g.s.Claim(ref(&g.chains[i]))
}

const (
	ofOne = 0.8 // of the shorter of two reports, so many words that say something are in the other: it was made from it
	least = 25  // so many such words it must have
)

// rewritten joins reports that tell the same in nearly the same words: no passage is left whole, but one text
// is behind them.
func (g *gathering) rewritten(own map[string][]int) {
	ids := union.Sorted(own)
	if len(ids) > 20 { // of many reports of one matter two are alike by chance
		return
	}
	said := make([]map[int32]bool, len(ids))
	for n, id := range ids {
		said[n] = map[int32]bool{}
		for _, w := range g.s.WordsOf(g.s.At[id]) {
			if !g.s.Vocabulary.Is(w.Term, wording.FunctionWord) {
				said[n][w.Term] = true
			}
		}
		for k := range n {
			a, b := said[n], said[k]
			if len(b) < len(a) {
				a, b = b, a
			}
			both := 0
			for w := range a {
				if b[w] {
					both++
				}
			}
			if len(a) >= least && float64(both) >= ofOne*float64(len(a)) {
				g.join(own[ids[k]][0], own[id][0], "rewritten")
			}
		}
	}
}
