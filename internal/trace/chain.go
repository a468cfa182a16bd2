package trace

import (
	"cmp"
	"slices"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// covering is the share of what a chain is about that a shared passage must have for the chain
// to go through it.
const covering = 0.6

// Chain is the way of what a report tells in its own words; ok is false where the set has no
// such report.
func (s *Set) Chain(article string) (c riwaya.Chain, ok bool) {
	n, ok := s.At[article]
	if !ok {
		return c, false
	}
	return s.walk(n, riwaya.Span{End: len(s.WordsOf(n))}, nil, 0.5), true
}

// ClaimChain is the way of a claim; ok is false where the set has no such claim.
func (s *Set) ClaimChain(ref riwaya.ClaimRef) (c riwaya.Chain, ok bool) {
	n, ok := s.At[ref.Article]
	if !ok {
		return c, false
	}
	claim := s.Reports[n].Claim(ref.Claim)
	if claim == nil {
		return c, false
	}
	return s.walk(n, s.rangeOf(n, claim.Content.Spans), claim, covering), true
}

// ChainAt is the way of the words under a span, such as a figure: of the claim in whose content
// they stand, else of what the report tells there.
func (s *Set) ChainAt(article string, span riwaya.Span) (c riwaya.Chain, ok bool) {
	n, ok := s.At[article]
	if !ok {
		return c, false
	}
	at := s.rangeOf(n, riwaya.Spans{span})
	return s.walk(n, at, s.claimAt(n, at), covering), true
}

// Chains are the ways of every claim of a statement.
func (s *Set) Chains(st *riwaya.Statement) []riwaya.Chain {
	var out []riwaya.Chain
	for _, ref := range st.Claims {
		if c, ok := s.ClaimChain(ref); ok {
			out = append(out, c)
		}
	}
	return out
}

// rangeOf is the range of words under the hull of spans.
func (s *Set) rangeOf(n int, spans riwaya.Spans) riwaya.Span {
	from, to := wording.Within(s.WordsOf(n), spans.Hull())
	return riwaya.Span{Start: from, End: to}
}

// claimAt is the claim with the shortest content that has most of a range of words.
func (s *Set) claimAt(n int, at riwaya.Span) *riwaya.Claim {
	r := &s.Reports[n]
	var best *riwaya.Claim
	shortest := 0
	for i := range r.Rec.Claims {
		in := s.rangeOf(n, r.Rec.Claims[i].Content.Spans)
		both := min(in.End, at.End) - max(in.Start, at.Start)
		if both > 0 && 10*both >= 7*at.Len() && (best == nil || in.Len() < shortest) {
			best, shortest = &r.Rec.Claims[i], in.Len()
		}
	}
	return best
}

// claimLike is the claim whose content is nearest to a range of words, nil if none is near.
func (s *Set) claimLike(n int, at riwaya.Span) *riwaya.Claim {
	const near = 0.6 // twice what both have over all of both
	r := &s.Reports[n]
	var best *riwaya.Claim
	most := near
	for i := range r.Rec.Claims {
		if x := &r.Rec.Claims[i]; x.Parent != nil && x.Cue.Class == refusing {
			continue // in what another tells; the words are that one's
		}
		in := s.rangeOf(n, r.Rec.Claims[i].Content.Spans)
		both := min(in.End, at.End) - max(in.Start, at.Start)
		if share := 2 * float64(both) / float64(max(in.Len()+at.Len(), 1)); share >= most {
			best, most = &r.Rec.Claims[i], share
		}
	}
	return best
}

// refusing is the class of what somebody is only said to have refused.
const refusing = "reject"

// walker goes from a report towards an origin.
type walker struct {
	s     *Set
	chain riwaya.Chain
	seen  map[int]bool
	now   riwaya.Node
	// What the chain is about, where it now is.
	n  int
	at riwaya.Span
	// The claim nearest the origin that has it, and in which report.
	claim   *riwaya.Claim
	claimIn int
}

func (s *Set) walk(n int, at riwaya.Span, claim *riwaya.Claim, cover float64) riwaya.Chain {
	r := &s.Reports[n]
	w := &walker{s: s, n: n, at: at, claim: claim, claimIn: n, seen: map[int]bool{n: true}, now: nodeOf(r)}
	w.chain.Article = r.Rec.Article.ID
	if claim != nil {
		w.chain.Claim = &claim.ID
	}
	if r.Rec.Article.Outlet != nil {
		w.hop(riwaya.ChainHop{Relation: riwaya.RelationPublishes, From: riwaya.Node{Kind: riwaya.NodeOutlet, Name: *r.Rec.Article.Outlet}, To: w.now})
	}
	for w.up(cover) {
	}
	w.attribute()
	w.end()
	return w.chain
}

func nodeOf(r *statement.Report) riwaya.Node {
	a := &r.Rec.Article
	n := riwaya.Node{Kind: riwaya.NodeReport, Name: a.Title, Article: &a.ID}
	if a.Outlet != nil {
		n.Name = *a.Outlet
	}
	return n
}

func (w *walker) hop(h riwaya.ChainHop) {
	w.chain.Hops = append(w.chain.Hops, h)
	w.now = h.To
}

// way is a copy by which a chain can go on.
type way struct {
	e     *statement.Edge
	st    *wording.Stretch
	isA   bool // the report at hand is A of the edge
	other int
	rank  int // agency, directed, without direction
	cover float64
}

const (
	rankAgency = iota
	rankDirected
	rankUndirected
)

// up goes one report further, and reports whether it may go on from there.
func (w *walker) up(cover float64) bool {
	r := &w.s.Reports[w.n]
	ways := w.ways(cover)
	if len(ways) == 0 {
		w.credit()
		return false
	}
	x := ways[0]
	switch x.rank {
	case rankAgency:
		w.agency(x)
		return false
	case rankUndirected:
		if x.other > w.n && !w.attributed(x) { // of those that share it, the one whose ID comes first stands for all
			w.credit()
			return false
		}
	case rankDirected:
		other := &w.s.Reports[x.other]
		if named := r.Credited(); len(named) > 0 && !slices.ContainsFunc(named, func(c *riwaya.Credit) bool {
			return other.Own(c.Actor, c.Text) || c.Name != nil && other.Own(nil, *c.Name)
		}) {
			w.credit() // it says itself where it has it from
			w.chain.Hops[len(w.chain.Hops)-1].Also = w.also(ways)
			return false
		}
	}
	other := &w.s.Reports[x.other]
	h := riwaya.ChainHop{Relation: riwaya.RelationCopies, From: w.now, To: nodeOf(other), Why: x.e.Why,
		Undirected: x.rank == rankUndirected, Evidence: w.passage(x), Also: w.also(ways[1:])}
	if c := creditTo(r, other); c != nil {
		h.Evidence = append(h.Evidence, riwaya.Evidence{Article: r.Rec.Article.ID, Spans: riwaya.Spans{c.Span}})
	} else {
		h.Uncredited = !h.Undirected
	}
	w.hop(h)
	w.move(x)
	return true
}

// move goes on at the other report, to the words that stand there for those here.
func (w *walker) move(x way) {
	from, to := max(w.at.Start, x.lo()), min(w.at.End, x.hi())
	if x.isA {
		w.at.Start, w.at.End = x.st.ToB(from, to)
	} else {
		w.at.Start, w.at.End = x.st.ToA(from, to)
	}
	w.n = x.other
	w.seen[w.n] = true
	if w.chain.Claim != nil || w.claim != nil || w.at.Len() < 60 {
		if c := w.s.claimThere(w.n, w.at); c != nil {
			w.claim, w.claimIn = c, w.n
		}
	}
}

// attributed reports whether the other report has words attributed to somebody that this one tells as
// its own: then that is whose words they are, whoever printed them first.
func (w *walker) attributed(x way) bool {
	if w.claim != nil || w.at.Len() >= small {
		return false
	}
	at := w.at
	from, to := max(w.at.Start, x.lo()), min(w.at.End, x.hi())
	if x.isA {
		at.Start, at.End = x.st.ToB(from, to)
	} else {
		at.Start, at.End = x.st.ToA(from, to)
	}
	return at.Len() > 0 && w.s.claimThere(x.other, at) != nil
}

// small is how many words are rather one thing that is told than a report.
const small = 20

// claimThere is the claim at a range of words: of a few words the one that they stand in.
func (s *Set) claimThere(n int, at riwaya.Span) *riwaya.Claim {
	c := s.claimLike(n, at)
	if c == nil && at.Len() < small {
		c = s.claimAt(n, at)
	}
	if c != nil && c.Parent != nil && c.Source.Kind == "document" && s.Words.Any(c.Source.Text, s.Words.Notice) {
		return s.Reports[n].Claim(*c.Parent) // a call for help is told by whom it was told to
	}
	return c
}

func (x way) lo() int {
	if x.isA {
		return x.st.A0
	}
	return x.st.B0
}

func (x way) hi() int {
	if x.isA {
		return x.st.A1
	}
	return x.st.B1
}

// ways are the copies by which the chain can go on, the best first.
func (w *walker) ways(cover float64) []way {
	var out []way
	for _, n := range w.s.Reports[w.n].Edges {
		e := &w.s.Edges[n]
		x := way{e: e, isA: e.PlaceA == w.n, other: e.PlaceA + e.PlaceB - w.n}
		if w.seen[x.other] {
			continue
		}
		for k := range w.s.StretchesOf(e) {
			st := &e.Stretches[k]
			y := x
			y.st = st
			both := min(y.hi(), w.at.End) - max(y.lo(), w.at.Start)
			if share := float64(both) / float64(max(w.at.Len(), 1)); both > 0 && share > x.cover {
				x.st, x.cover = st, share
			}
		}
		if x.cover < cover {
			continue
		}
		ours := &w.s.Reports[w.n]
		switch {
		case e.Agency != nil && !w.s.Reports[x.other].Own(e.Agency.Actor, e.Agency.Name) && !ours.Own(e.Agency.Actor, e.Agency.Name):
			x.rank = rankAgency
		case e.Directed && !x.isA:
			x.rank = rankDirected
		case e.Directed: // the other copies this one
			continue
		case e.Why == riwaya.CopyOneSource && e.Agency == nil:
			continue
		default:
			x.rank = rankUndirected
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b way) int {
		if a.rank == rankUndirected && b.rank == rankUndirected {
			return cmp.Compare(a.other, b.other)
		}
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(int(b.cover*10), int(a.cover*10)), w.earlier(a, b), cmp.Compare(a.other, b.other))
	})
	return out
}

// earlier puts what was published first first, as far as both say.
func (w *walker) earlier(a, b way) int {
	if a.rank != rankDirected {
		return 0
	}
	x, y := w.s.Reports[a.other].Rec.Article.Published, w.s.Reports[b.other].Rec.Article.Published
	if x == nil || y == nil {
		return 0
	}
	return cmp.Compare(*x, *y)
}

func (w *walker) also(ways []way) []string {
	var out []string
	for _, x := range ways {
		if x.rank == ways[0].rank {
			out = append(out, w.s.Reports[x.other].Rec.Article.ID)
		}
	}
	slices.Sort(out)
	return out
}

// passage is what two reports share, on both sides, as far as the chain is about it.
func (w *walker) passage(x way) []riwaya.Evidence {
	return []riwaya.Evidence{
		{Article: w.s.Reports[x.e.PlaceA].Rec.Article.ID, Spans: riwaya.Spans{wording.SpanOf(w.s.WordsOf(x.e.PlaceA), x.st.A0, x.st.A1)}},
		{Article: w.s.Reports[x.e.PlaceB].Rec.Article.ID, Spans: riwaya.Spans{wording.SpanOf(w.s.WordsOf(x.e.PlaceB), x.st.B0, x.st.B1)}},
	}
}

// creditTo is the report's credit to the outlet of another, nil if there is none.
func creditTo(r, other *statement.Report) *riwaya.Credit {
	for _, c := range r.Credited() {
		if other.Own(c.Actor, c.Text) || c.Name != nil && other.Own(nil, *c.Name) {
			return c
		}
	}
	return nil
}
