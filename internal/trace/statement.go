package trace

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"

	"riwaya"
)

// saying is a claim as it is compared.
type saying struct {
	report    int
	claim     *riwaya.Claim
	who       identity
	words     []int32 // terms of its content that say something, each once, in order of their numbers
	numbers   []int32
	places    []string // named in it
	negated   bool
	statement int           // its place among the statements, once they are made
	in        []riwaya.Span // its content, as ranges of words
}

// pair is two sayings that have one content in a copied passage, with the edge and the stretch
// that show it, or that one source says in other words.
type pair struct {
	a, b    int // places among the sayings, a of the edge's A
	edge    int // -1 for other words
	stretch int
	one     bool // their sources can be one, so that they are one statement
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

// Statements are all sayings of the set, those that one claim alone has too, in the order of
// their first claims.
func (s *Set) Statements() []riwaya.Statement {
	s.state()
	return s.statements
}

// sayings makes every claim of the set ready to be compared.
func (s *Set) sayings() []saying {
	var all []saying
	for n := range s.reports {
		r := &s.reports[n]
		if len(r.rec.Claims) == 0 {
			continue
		}
		words := s.wordsOf(n)
		for i := range r.rec.Claims {
			c := &r.rec.Claims[i]
			x := saying{report: n, claim: c, who: s.identify(r, c), negated: c.Negated}
			var figures riwaya.Spans // a figure's value counts, however it is written
			for k := range r.rec.Figures {
				if f := &r.rec.Figures[k]; f.Claim != nil && *f.Claim == c.ID {
					figures = append(figures, f.Span...)
					for _, bound := range [...]*float64{f.Low, f.High} {
						if bound != nil {
							x.numbers = append(x.numbers, s.v.number(strconv.FormatFloat(*bound, 'f', -1, 64)))
						}
					}
				}
			}
			for k := range r.rec.Places {
				if p := &r.rec.Places[k]; p.Name != nil && len(p.Span) > 0 && c.Content.Spans.Contains(p.Span.Hull()) {
					x.places = append(x.places, *p.Name)
				}
			}
			for _, span := range c.Content.Spans {
				from, to := within(words, span)
				if from == to {
					continue
				}
				x.in = append(x.in, riwaya.Span{Start: from, End: to})
				for _, w := range words[from:to] {
					switch {
					case s.v.is(w.term, negationWord):
						x.negated = !x.negated
					case s.v.is(w.term, digitWord):
						if !counted(figures, int(w.start)) {
							x.numbers = append(x.numbers, w.term)
						}
					case !s.v.is(w.term, functionWord):
						x.words = append(x.words, w.term)
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
	if s.stated {
		return
	}
	s.stated = true
	all := s.sayings()
	first := make([]int, len(s.reports)+1) // where the sayings of each report begin
	for i, n := 0, 0; n <= len(s.reports); n++ {
		for i < len(all) && all[i].report < n {
			i++
		}
		first[n] = i
	}
	u := newUnion(len(all))
	named := make([]int, len(all)) // of what was joined, one whose source is somebody; -1
	for i := range all {
		if named[i] = i; all[i].who.key == "" {
			named[i] = -1
		}
	}
	s.pairs = s.copied(all, first)
	for n := range s.pairs {
		p := &s.pairs[n]
		a, b := u.find(p.a), u.find(p.b)
		x, y := named[a], named[b]
		if !p.one || x >= 0 && y >= 0 && !s.compatible(&all[x].who, &all[y].who) {
			continue // a source without a name does not make two named ones one
		}
		u.join(a, b)
		named[u.find(a)] = max(x, y)
	}
	s.all = all
	s.alike(all, u)
	s.write(all, u)
}

// copied are the claims that stand at the same place of passages that two reports share.
func (s *Set) copied(all []saying, first []int) []pair {
	var out []pair
	for n := range s.edges {
		e := &s.edges[n]
		if first[e.a] == first[e.a+1] || first[e.b] == first[e.b+1] {
			continue
		}
		for k := range s.stretchesOf(e) {
			st := &e.stretches[k]
			for a := first[e.a]; a < first[e.a+1]; a++ {
				best, most := -1, 0.0
				for b := first[e.b]; b < first[e.b+1]; b++ {
					if share := st.share(all[a].in, all[b].in); share > most {
						best, most = b, share
					}
				}
				if most >= sameSpot {
					out = append(out, pair{a, best, n, k, s.compatible(&all[a].who, &all[best].who)})
				}
			}
		}
	}
	return out
}

// share is how much two ranges of words are the same words at the same place: twice the common
// ones over all of both.
func (st *stretch) share(a, b []riwaya.Span) float64 {
	common, total := 0, 0
	for _, x := range b {
		total += x.Len()
	}
	for _, x := range a {
		total += x.Len()
		for i := max(x.Start, st.a0); i < min(x.End, st.a1); i++ {
			if j := int(st.to[i-st.a0]); j >= 0 && slices.ContainsFunc(b, func(y riwaya.Span) bool { return y.Start <= j && j < y.End }) {
				common++
			}
		}
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}

// alike joins claims of one source that say the same in other words.
func (s *Set) alike(all []saying, u *union) {
	bySource := map[string][]int{}
	for i := range all {
		x := &all[i]
		// The name of a private person joins nothing, and who is not known is nobody.
		if x.who.called == "" || x.who.private || len(x.words) < sameWords {
			continue
		}
		bySource[x.who.called] = append(bySource[x.who.called], i)
	}
	weight := s.rarity(all)
	for _, key := range sortedKeys(bySource) {
		of := bySource[key]
		if len(of) < 2 {
			continue
		}
		s.join(all, of, weight, u)
	}
}

// rarity weighs each term by in how few claims of the set it stands.
func (s *Set) rarity(all []saying) []float64 {
	in := make([]int, len(s.v.terms))
	for i := range all {
		for _, w := range all[i].words {
			in[w]++
		}
	}
	weight := make([]float64, len(in))
	for w, n := range in {
		weight[w] = logarithm(float64(len(all)+10) / float64(n+1))
	}
	return weight
}

// join compares the claims of one source. Each is put to the statement whose claim is most like
// it, if its first claim is like it too.
func (s *Set) join(all []saying, of []int, weight []float64, u *union) {
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
			root := u.find(best)
			f, ok := firsts[root]
			if !ok {
				f = best
			}
			if f == best || s.likeness(&all[i], &all[f], weight) >= sameAsFirst {
				u.join(best, i)
				s.pairs = append(s.pairs, pair{best, i, -1, 0, true})
				firsts[u.find(best)] = f
			}
		}
		for _, w := range all[i].words {
			by[w] = append(by[w], i)
		}
	}
}

// likeness is how much two claims say the same, from 0 to 1: 0 where they surely do not.
func (s *Set) likeness(a, b *saying, weight []float64) float64 {
	if a.negated != b.negated || opposed(a.claim, b.claim) {
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
	if a.claim.Content.Mode == riwaya.ModeDirect && b.claim.Content.Mode == riwaya.ModeDirect && n >= quoteRun && s.run(a, b) >= quoteRun {
		return max(common/all, sameShare)
	}
	return common / all
}

// elsewhere reports whether two contents name places, and none of them is the same.
func elsewhere(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(p string) bool { return slices.Contains(b, p) })
}

// opposed reports whether one of two claims says that it is so and the other that it is not.
func opposed(a, b *riwaya.Claim) bool {
	against := func(c *riwaya.Claim) bool { return c.Cue.Class == "deny" || c.Cue.Class == "reject" }
	return against(a) != against(b)
}

// run is the longest run of words that two contents have in common.
func (s *Set) run(a, b *saying) int {
	x, y := s.contentOf(a), s.contentOf(b)
	best := 0
	last := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			was := last[j+1]
			if x[i].term == y[j].term {
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

func (s *Set) contentOf(x *saying) []word {
	words := s.wordsOf(x.report)
	var out []word
	for _, in := range x.in {
		out = append(out, words[in.Start:in.End]...)
	}
	return out
}

// write fills the statements from what was joined.
func (s *Set) write(all []saying, u *union) {
	groups := map[int][]int{}
	for i := range all {
		if len(all[i].in) > 0 {
			root := u.find(i)
			groups[root] = append(groups[root], i)
		}
	}
	for _, group := range groups {
		slices.SortFunc(group, func(i, j int) int { return compareRefs(s.ref(&all[i]), s.ref(&all[j])) })
		st := riwaya.Statement{ID: statementID(s.ref(&all[group[0]]))}
		st.Source = all[s.fullest(all, group)].claim.Source
		st.Source.Spans = nil // of one article only
		variants := map[string]int{}
		for _, i := range group {
			ref := s.ref(&all[i])
			st.Claims = append(st.Claims, ref)
			key := s.wording(&all[i])
			n, ok := variants[key]
			if !ok {
				n = len(st.Variants)
				variants[key] = n
				st.Variants = append(st.Variants, riwaya.Variant{Text: all[i].claim.Content.Text, Mode: all[i].claim.Content.Mode})
			}
			st.Variants[n].Claims = append(st.Variants[n].Claims, ref)
		}
		slices.SortStableFunc(st.Variants, func(a, b riwaya.Variant) int { return cmp.Compare(len(b.Claims), len(a.Claims)) })
		s.statements = append(s.statements, st)
	}
	slices.SortFunc(s.statements, func(a, b riwaya.Statement) int { return compareRefs(a.Claims[0], b.Claims[0]) })
	of := make(map[riwaya.ClaimRef]int, len(all))
	for n := range s.statements {
		for _, ref := range s.statements[n].Claims {
			of[ref] = n
		}
	}
	for i := range all {
		all[i].statement = of[s.ref(&all[i])]
	}
}

// fullest is the claim of a group that says most about its source: known by the lexicon, then
// named, then the longest.
func (s *Set) fullest(all []saying, group []int) int {
	best := group[0]
	score := func(i int) int {
		n := min(len(all[i].claim.Source.Text), 500)
		if all[i].who.name != "" {
			n += 1000
		}
		if all[i].who.actor != nil {
			n += 2000
		}
		if all[i].who.private { // who may be private in one report is not named by another
			n += 4000
		}
		return n
	}
	for _, i := range group {
		if score(i) > score(best) {
			best = i
		}
	}
	return best
}

// wording is a content as terms, by which two spellings of it are one.
func (s *Set) wording(x *saying) string {
	var b strings.Builder
	for _, w := range s.contentOf(x) {
		b.WriteString(s.v.terms[w.term])
		b.WriteByte(' ')
	}
	return b.String()
}

func (s *Set) ref(x *saying) riwaya.ClaimRef {
	return riwaya.ClaimRef{Article: s.reports[x.report].rec.Article.ID, Claim: x.claim.ID}
}

func compareRefs(a, b riwaya.ClaimRef) int {
	return cmp.Or(strings.Compare(a.Article, b.Article), strings.Compare(a.Claim, b.Claim))
}

var idCoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// statementID names a statement by the claim of it that comes first.
func statementID(first riwaya.ClaimRef) string {
	sum := sha256.Sum256([]byte("statement\x00" + first.Article + "\x00" + first.Claim))
	return "st-" + idCoding.EncodeToString(sum[:])[:10]
}
