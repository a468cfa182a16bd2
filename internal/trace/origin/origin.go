package origin

import (
	"maps"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/union"
	"riwaya/internal/trace/wording"
)

// Counter counts over some reports. It is for one goroutine.
type Counter struct {
	s       *statement.Set
	pairsOf map[riwaya.ClaimRef][]int // a claim -> the pairs that it is the first of
	saying  map[riwaya.ClaimRef]int   // a claim -> its place among the sayings
}

// New makes a counter over a set, which must not change while it is used.
func New(s *statement.Set) *Counter { return &Counter{s: s} }

// Count counts the ends of chains as a range, with the reason for every merge. It says not among what.
func (c *Counter) Count(chains []riwaya.Chain) riwaya.Origins {
	g := &gathering{Counter: c}
	g.chains, g.side = g.several(chains)
	g.people = g.persons()
	g.u = union.New(len(g.chains))
	g.equal()
	g.oneClaim()
	g.names()
	g.copied()
	g.alike()
	g.goesOn()
	g.led()
	g.oneText()
	g.oneOfThem()
	g.offices()
	g.papers()
	g.states()
	g.titles()
	return g.count()
}

// gathering brings ends of chains together.
type gathering struct {
	*Counter
	chains []riwaya.Chain
	people []wording.Person // what each chain's end is called, where it is a person
	side   []int            // of a chain that was taken apart which of the two sources it ends in, 1 or 2
	u      *union.Union
	merges []riwaya.Merge
	moved  [][2]riwaya.ClaimRef // claims with the same words in one passage, by two sources
}

// join makes the ends of two chains one, unless two persons would be whom the lexicon knows.
func (g *gathering) join(i, j int, why string, args ...string) bool {
	a, b := g.u.Find(i), g.u.Find(j)
	if a == b {
		return false
	}
	if x, y := g.knownPerson(a), g.knownPerson(b); x != "" && y != "" && x != y {
		return false
	}
	g.u.Join(a, b)
	what := []string{called(&g.chains[i].End), called(&g.chains[j].End)}
	slices.Sort(what)
	m := riwaya.Merge{What: slices.Compact(what), Surely: true, Why: why, Args: args, Reason: g.s.Words.Say("merge."+why, args...)}
	for k := range g.merges {
		if x := &g.merges[k]; x.Reason == m.Reason { // told once
			x.What = append(x.What, m.What...)
			slices.Sort(x.What)
			x.What = slices.Compact(x.What)
			return true
		}
	}
	g.merges = append(g.merges, m)
	return true
}

// knownPerson is the key of the person whom the lexicon knows of what was joined, "" where none is.
func (g *gathering) knownPerson(root int) string {
	for i := range g.chains {
		if o := &g.chains[i].End; g.u.Find(i) == root && o.Kind == riwaya.OriginSpeaker && o.Source == "person" && strings.HasPrefix(o.Key, "id:") {
			return o.Key
		}
	}
	return ""
}

// called is an origin as merges name it: what it is where it must not or cannot be named.
func called(o *riwaya.Origin) string {
	switch {
	case o.Name != "" && !o.Private:
		return o.Name
	case o.Source != "":
		return "[" + o.Source + "]"
	}
	return "[" + o.Kind + "]"
}

// equal joins ends that have one key.
func (g *gathering) equal() {
	first := map[string]int{}
	for i := range g.chains {
		o := &g.chains[i].End
		key := o.Key
		if key == "" && g.generic(o) { // of one matter "the authorities" are the same ones
			key, _, _ = strings.Cut("generic:"+g.s.Vocabulary.Key(o.Name), " ")
		}
		if key == "" || o.Private && !strings.HasPrefix(key, "id:") { // whom the lexicon knows is nobody private
			continue
		}
		j, ok := first[key]
		if !ok {
			first[key] = i
			continue
		}
		why := "same-name"
		if strings.HasPrefix(o.Key, "id:") {
			why = "same-source"
		}
		if strings.HasPrefix(o.Key, "report:") {
			why = "copies"
		}
		g.join(j, i, why, called(&g.chains[j].End))
	}
}

// copied joins ends that reports have from one passage, whoever it is, and reports that tell one
// text.
func (g *gathering) copied() {
	of := map[riwaya.ClaimRef]int{} // a claim -> the chain from it
	own := map[string][]int{}       // a report -> the chains of what it tells itself
	for i := range g.chains {
		c := &g.chains[i]
		if c.Claim != nil {
			if at := ref(c); g.side[i] != 2 { // of two sources the first; the second is joined by what it is called
				of[at] = i
			}
		}
		if c.Claim == nil && !c.End.Known || c.End.Kind == riwaya.OriginUnnamed && c.End.Name == "" { // a verb whose subject stands nowhere is nobody else's word
			own[c.Article] = append(own[c.Article], i)
		}
	}
	for _, ref := range sortedRefs(of) {
		for _, n := range g.pairs(ref) {
			p := g.s.Pairs[n]
			i := of[ref]
			a, b := &g.s.Sayings[p.A], &g.s.Sayings[p.B]
			j, ok := of[g.s.Ref(b)]
			if !ok {
				continue
			}
			if !p.One {
				g.moved = append(g.moved, [2]riwaya.ClaimRef{ref, g.s.Ref(b)})
				continue
			}
			// A source without a name does not make two named ones one; two names of one, as
			// their words and places show, do.
			x, y := g.keyOf(i), g.keyOf(j)
			if x != "" && y != "" && x != y && (x != a.Who.Key || y != b.Who.Key) {
				continue
			}
			if g.knownApart(i, j) {
				g.moved = append(g.moved, [2]riwaya.ClaimRef{ref, g.s.Ref(b)}) // which of them said it, one print has wrong
				continue
			}
			why := "copied"
			if p.Edge < 0 {
				if why = "said"; g.chains[i].End.Source != a.Claim.Source.Kind || g.chains[j].End.Source != b.Claim.Source.Kind {
					continue // what is alike is said by whom the chain does not end in
				}
			}
			if !g.join(i, j, why, called(&g.chains[i].End)) && g.u.Find(i) != g.u.Find(j) {
				g.moved = append(g.moved, [2]riwaya.ClaimRef{ref, g.s.Ref(b)})
			}
		}
	}
	for _, id := range union.Sorted(own) {
		for _, n := range g.s.Reports[g.s.At[id]].Edges {
			e := &g.s.Edges[n]
			if a, b := own[e.A], own[e.B]; len(a) > 0 && len(b) > 0 && max(e.ShareA, e.ShareB) >= 0.5 {
				for _, i := range slices.Concat(a, b)[1:] { // one text, wherever in it they have it from
					g.join(a[0], i, "copies")
				}
			}
		}
	}
	g.rewritten(own)
}

// knownApart reports whether two chains end in two institutions that the lexicon knows, neither of which is called by the other's name
// and more.
func (g *gathering) knownApart(i, j int) bool {
	a, b := &g.chains[i].End, &g.chains[j].End
	if a.Key == b.Key || a.Kind != riwaya.OriginInstitution || b.Kind != riwaya.OriginInstitution || !strings.HasPrefix(a.Key, "id:") || !strings.HasPrefix(b.Key, "id:") {
		return false
	}
	x, y := strings.Fields(g.s.Vocabulary.Key(g.as(i))), strings.Fields(g.s.Vocabulary.Key(g.as(j)))
	return !wording.InOrder(x, y) && !wording.InOrder(y, x)
}

func sortedRefs(of map[riwaya.ClaimRef]int) []riwaya.ClaimRef {
	return slices.SortedFunc(maps.Keys(of), statement.CompareRefs)
}

// pairs are the places of the pairs whose first claim is the one given.
func (g *gathering) pairs(first riwaya.ClaimRef) []int {
	if g.pairsOf == nil {
		g.pairsOf = make(map[riwaya.ClaimRef][]int, len(g.s.Pairs))
		for n, p := range g.s.Pairs {
			ref := g.s.Ref(&g.s.Sayings[p.A])
			g.pairsOf[ref] = append(g.pairsOf[ref], n)
		}
	}
	return g.pairsOf[first]
}

// keyOf is the key of what an end was joined with, "" where none has one.
func (g *gathering) keyOf(i int) string {
	root := g.u.Find(i)
	best := ""
	for j := range g.chains {
		if o := &g.chains[j].End; g.u.Find(j) == root && !o.Private {
			best = max(best, o.Key)
		}
	}
	return best
}

// offices joins the speakers of one institution with each other and with it, unless they
// contradict each other.
func (g *gathering) offices() {
	g.known()
	g.titled()
	g.spokesmen()
	g.voices()
	g.ofPersons()
	g.ofBodies()
	g.described()
	g.ministers()
	by := map[string][]int{}
	for i := range g.chains {
		if o := &g.chains[i].End; o.Known && (!o.Private || o.OfKey != "") {
			switch {
			case o.OfKey != "":
				by[o.OfKey] = append(by[o.OfKey], i)
			case o.Kind == riwaya.OriginInstitution && o.Key != "" || o.Kind == riwaya.OriginDocument && strings.HasPrefix(o.Key, "id:"):
				by[o.Key] = append(by[o.Key], i)
			}
		}
	}
	for _, key := range union.Sorted(by) {
		of := by[key]
		name := ""
		for _, i := range of {
			if o := g.chains[i].End.Of; o != nil && name == "" {
				name = *o
			}
		}
		for _, j := range of[1:] {
			for _, i := range of {
				if i == j {
					break
				}
				if g.u.Find(i) != g.u.Find(j) && (g.oneMan(i, j) || !g.contradict(i, j)) {
					g.join(i, j, "press-office", name)
				}
			}
		}
	}
	g.described() // who is one by now may be the only one
	g.brief()
}

// oneMan reports whether two speakers of one institution are called the same by title and name: what he says
// in one report and not in another is no contradiction of two people.
func (g *gathering) oneMan(i, j int) bool {
	a, b := &g.chains[i].End, &g.chains[j].End
	return a.Kind == riwaya.OriginSpeaker && b.Kind == riwaya.OriginSpeaker && strings.Count(a.Name, " ") >= 3 && statement.Plain(a.Name) == statement.Plain(b.Name)
}

// contradict reports whether any two chains of what was joined give figures of one thing that
// cannot both be, or one of them denies what the other says.
func (g *gathering) contradict(i, j int) bool {
	a, b := g.u.Find(i), g.u.Find(j)
	for x := range g.chains {
		if g.u.Find(x) != a {
			continue
		}
		for y := range g.chains {
			if g.u.Find(y) == b && g.against(&g.chains[x], &g.chains[y]) {
				return true
			}
		}
	}
	return false
}

func (g *gathering) against(a, b *riwaya.Chain) bool {
	return a.Claim != nil && b.Claim != nil && g.s.Against(ref(a), ref(b))
}
