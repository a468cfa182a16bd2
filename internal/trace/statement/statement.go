package statement

import (
	"math"
	"slices"
	"strconv"

	"riwaya"
	"riwaya/internal/trace/union"
	"riwaya/internal/trace/wording"
)

// Saying is a claim as it is compared.
type Saying struct {
	Report    int
	Claim     *riwaya.Claim
	Who       Identity
	words     []int32 // terms of its content that say something, each once, in order of their numbers
	numbers   []int32
	places    []string // named in it
	negated   bool
	Statement int           // its place among the statements, once they are made
	In        []riwaya.Span // its content, as ranges of words
}

// Pair is two sayings that have one content in a copied passage, with the edge and the stretch
// that show it, or that one source says in other words.
type Pair struct {
	A, B    int // places among the sayings, a of the edge's A
	Edge    int // -1 for other words
	Stretch int
	One     bool // their sources can be one, so that they are one statement
}

// Bounds of what counts as the same content. They were set by reading pairs on both sides of
// them; see docs/chains.md.
const (
	sameSpot     = 0.7  // of the words of two contents in a copied passage, that are the same
	sameShare    = 0.62 // of the weight of two contents' words, that they have in common
	sameWords    = 4    // at least, that they have in common
	sameAsFirst  = 0.45 // and with the first claim of a statement, lest it drift
	quoteRun     = 7    // words in a row that make two quotations one
	commonSource = 400  // claims of one source that are compared with each other; of more, those that share rare words
)

// sayings makes every claim of the set ready to be compared.
func (s *Set) sayings() []Saying {
	var all []Saying
	for n := range s.Reports {
		r := &s.Reports[n]
		if len(r.Rec.Claims) == 0 {
			continue
		}
		words := s.WordsOf(n)
		for i := range r.Rec.Claims {
			c := &r.Rec.Claims[i]
			x := Saying{Report: n, Claim: c, Who: s.Identify(r, c), negated: c.Negated}
			var figures riwaya.Spans // a figure's value counts, however it is written
			for k := range r.Rec.Figures {
				if f := &r.Rec.Figures[k]; f.Claim != nil && *f.Claim == c.ID {
					figures = append(figures, f.Span...)
					for _, bound := range [...]*float64{f.Low, f.High} {
						if bound != nil {
							x.numbers = append(x.numbers, s.Vocabulary.Number(strconv.FormatFloat(*bound, 'f', -1, 64)))
						}
					}
				}
			}
			for k := range r.Rec.Places {
				if p := &r.Rec.Places[k]; p.Name != nil && len(p.Span) > 0 && c.Content.Spans.Contains(p.Span.Hull()) {
					x.places = append(x.places, *p.Name)
				}
			}
			for _, span := range c.Content.Spans {
				from, to := wording.Within(words, span)
				if from == to {
					continue
				}
				x.In = append(x.In, riwaya.Span{Start: from, End: to})
				for _, w := range words[from:to] {
					switch {
					case s.Vocabulary.Is(w.Term, wording.NegationWord):
						x.negated = !x.negated
					case s.Vocabulary.Is(w.Term, wording.DigitWord):
						if !counted(figures, int(w.Start)) {
							x.numbers = append(x.numbers, w.Term)
						}
					case !s.Vocabulary.Is(w.Term, wording.FunctionWord):
						x.words = append(x.words, w.Term)
					}
				}
			}
			slices.Sort(x.words)
			x.words = slices.Compact(x.words)
			slices.Sort(x.numbers)
			x.numbers = slices.Compact(x.numbers)
			all = append(all, x)
		}
	}
	return all
}

// counted reports whether byte at stands in one of the figures.
func counted(figures riwaya.Spans, at int) bool {
	return slices.ContainsFunc(figures, func(f riwaya.Span) bool { return f.Start <= at && at < f.End })
}

// state makes the statements.
func (s *Set) state() {
	all := s.sayings()
	first := make([]int, len(s.Reports)+1) // where the sayings of each report begin
	for i, n := 0, 0; n <= len(s.Reports); n++ {
		for i < len(all) && all[i].Report < n {
			i++
		}
		first[n] = i
	}
	u := union.New(len(all))
	named := make([]int, len(all)) // of what was joined, one whose source is somebody; -1
	for i := range all {
		if named[i] = i; all[i].Who.Key == "" {
			named[i] = -1
		}
	}
	s.Pairs = s.copied(all, first)
	for n := range s.Pairs {
		p := &s.Pairs[n]
		a, b := u.Find(p.A), u.Find(p.B)
		x, y := named[a], named[b]
		if !p.One || x >= 0 && y >= 0 && !s.compatible(&all[x].Who, &all[y].Who) {
			continue // a source without a name does not make two named ones one
		}
		u.Join(a, b)
		named[u.Find(a)] = max(x, y)
	}
	s.Sayings = all
	s.alike(all, u)
	s.write(all, u)
}

// copied are the claims that stand at the same place of passages that two reports share.
func (s *Set) copied(all []Saying, first []int) []Pair {
	var out []Pair
	for n := range s.Edges {
		e := &s.Edges[n]
		if first[e.PlaceA] == first[e.PlaceA+1] || first[e.PlaceB] == first[e.PlaceB+1] {
			continue
		}
		for k := range s.StretchesOf(e) {
			st := &e.Stretches[k]
			for a := first[e.PlaceA]; a < first[e.PlaceA+1]; a++ {
				best, most := -1, 0.0
				for b := first[e.PlaceB]; b < first[e.PlaceB+1]; b++ {
					if share := st.Share(all[a].In, all[b].In); share > most {
						best, most = b, share
					}
				}
				if most >= sameSpot {
					out = append(out, Pair{a, best, n, k, s.compatible(&all[a].Who, &all[best].Who)})
				}
			}
		}
	}
	return out
}

// alike joins claims of one source that say the same in other words.
func (s *Set) alike(all []Saying, u *union.Union) {
	bySource := map[string][]int{}
	for i := range all {
		x := &all[i]
		// The name of a private person joins nothing, and who is not known is nobody.
		if x.Who.called == "" || x.Who.Private || len(x.words) < sameWords {
			continue
		}
		bySource[x.Who.called] = append(bySource[x.Who.called], i)
	}
	weight := s.rarity(all)
	for _, key := range union.Sorted(bySource) {
		of := bySource[key]
		if len(of) < 2 {
			continue
		}
		s.join(all, of, weight, u)
	}
}

// MuchAlike reports whether two sayings are in much the same words, whoever said them: more than half of
// them, and more words than two sayings of one thing have in common by chance.
func (s *Set) MuchAlike(a, b *Saying) bool {
	if a.negated != b.negated || Opposed(a.Claim, b.Claim) || elsewhere(a.places, b.places) || len(a.numbers) > 0 && len(b.numbers) > 0 && !slices.Equal(a.numbers, b.numbers) {
		return false
	}
	both := 0
	for _, w := range a.words {
		if _, ok := slices.BinarySearch(b.words, w); ok {
			both++
		}
	}
	return both >= quoteRun-1 && 10*both >= 6*(len(a.words)+len(b.words)-both)
}

// ShareRun reports whether two sayings have as many words in a row as two quotations of one thing; whose sources are
// not called the same, half as many again.
func (s *Set) ShareRun(a, b *Saying, same bool) bool {
	n := s.run(a, b)
	return n >= quoteRun && (same || 2*n >= 3*quoteRun)
}

// rarity weighs each term by in how few claims of the set it stands.
func (s *Set) rarity(all []Saying) []float64 {
	in := make([]int, len(s.Vocabulary.Terms))
	for i := range all {
		for _, w := range all[i].words {
			in[w]++
		}
	}
	weight := make([]float64, len(in))
	for w, n := range in {
		weight[w] = math.Log(float64(len(all)+10) / float64(n+1))
	}
	return weight
}

// join compares the claims of one source. Each is put to the statement whose claim is most like
// it, if its first claim is like it too.
func (s *Set) join(all []Saying, of []int, weight []float64, u *union.Union) {
	by := map[int32][]int{} // a term -> the claims seen so far that have it
	firsts := map[int]int{} // a statement -> its first claim
	for _, i := range of {
		best, most := -1, 0.0
		tried := map[int]bool{}
		for _, w := range all[i].words {
			if len(by[w]) > commonSource {
				continue
			}
			for _, j := range by[w] {
				if tried[j] {
					continue
				}
				tried[j] = true
				if share := s.likeness(&all[i], &all[j], weight); share > most {
					best, most = j, share
				}
			}
		}
		if best >= 0 && most >= sameShare {
			root := u.Find(best)
			f, ok := firsts[root]
			if !ok {
				f = best
			}
			if f == best || s.likeness(&all[i], &all[f], weight) >= sameAsFirst {
				u.Join(best, i)
				s.Pairs = append(s.Pairs, Pair{best, i, -1, 0, true})
				firsts[u.Find(best)] = f
			}
		}
		for _, w := range all[i].words {
			by[w] = append(by[w], i)
		}
	}
}

// likeness is how much two claims say the same, from 0 to 1: 0 where they surely do not.
func (s *Set) likeness(a, b *Saying, weight []float64) float64 {
	if a.negated != b.negated || Opposed(a.Claim, b.Claim) {
		return 0
	}
	common, n := 0.0, 0
	var all float64
	i, j := 0, 0
	for i < len(a.words) || j < len(b.words) {
		switch {
		case j == len(b.words) || i < len(a.words) && a.words[i] < b.words[j]:
			all += weight[a.words[i]]
			i++
		case i == len(a.words) || b.words[j] < a.words[i]:
			all += weight[b.words[j]]
			j++
		default:
			common += weight[a.words[i]]
			all += weight[a.words[i]]
			n++
			i++
			j++
		}
	}
	if n < sameWords || !slices.Equal(a.numbers, b.numbers) || elsewhere(a.places, b.places) {
		return 0
	}
	if a.Claim.Content.Mode == riwaya.ModeDirect && b.Claim.Content.Mode == riwaya.ModeDirect && n >= quoteRun && s.run(a, b) >= quoteRun {
		return max(common/all, sameShare)
	}
	return common / all
}

// elsewhere reports whether two contents name places, and none of them is the same.
func elsewhere(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(p string) bool { return slices.Contains(b, p) })
}

// Opposed reports whether one of two claims says that it is so and the other that it is not.
func Opposed(a, b *riwaya.Claim) bool {
	against := func(c *riwaya.Claim) bool { return c.Cue.Class == "deny" || c.Cue.Class == "reject" }
	return against(a) != against(b)
}

// run is the longest run of words that two contents have in common.
func (s *Set) run(a, b *Saying) int {
	x, y := s.ContentOf(a), s.ContentOf(b)
	best := 0
	last := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			was := last[j+1]
			if x[i].Term == y[j].Term {
				last[j+1] = diagonal + 1
				best = max(best, last[j+1])
			} else {
				last[j+1] = 0
			}
			diagonal = was
		}
	}
	return best
}

func (s *Set) ContentOf(x *Saying) []wording.Word {
	words := s.WordsOf(x.Report)
	var out []wording.Word
	for _, in := range x.In {
		out = append(out, words[in.Start:in.End]...)
	}
	return out
}
