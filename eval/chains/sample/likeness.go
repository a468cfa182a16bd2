package main

import (
	"math"
	"slices"
	"sort"
)

// pair is two articles, by number, that share something.
type pair struct {
	a, b        int
	containment float64 // of the 5-word shingles of the one with fewer
	cosine      float64 // of their weighted words
	formula     bool    // a run of eight words that several other articles have too
	quote       bool    // a run in quotation marks that stands in both
}

// weigh gives each article its vector: words by how often they stand there and how few
// articles have them, the title's twice.
func (c *corpus) weigh() {
	df := map[string]int{}
	for _, a := range c.articles {
		for _, w := range distinct(a.words) {
			df[w]++
		}
	}
	all := make([]string, 0, len(df))
	for w, n := range df {
		if n > 1 && n < len(c.articles)/12 {
			all = append(all, w)
		}
	}
	sort.Strings(all)
	number := map[string]int{}
	for i, w := range all {
		number[w] = i
	}
	for _, a := range c.articles {
		tf := map[string]float64{}
		for _, w := range a.words {
			tf[w]++
		}
		for _, w := range split(a.Title) {
			tf[w]++
		}
		a.vector = map[int]float64{}
		var ids []int
		for _, w := range distinct(a.words) {
			if i, ok := number[w]; ok {
				a.vector[i] = (1 + math.Log(tf[w])) * math.Log(float64(len(c.articles))/float64(df[w]))
				ids = append(ids, i)
			}
		}
		sum := 0.0
		for _, i := range ids {
			sum += a.vector[i] * a.vector[i]
		}
		for _, i := range ids {
			a.vector[i] /= math.Sqrt(sum)
		}
	}
}

func distinct(words []string) []string {
	w := slices.Clone(words)
	slices.Sort(w)
	return slices.Compact(w)
}

// compare looks at all pairs that share a word rare enough, a shingle or a quote, and keeps
// those that are alike in some way.
func (c *corpus) compare() {
	byWord, byShingle, byRun, byQuote := map[int][]int{}, map[uint64][]int{}, map[uint64][]int{}, map[string][]int{}
	for i, a := range c.articles {
		for w := range a.vector {
			byWord[w] = append(byWord[w], i)
		}
		for s := range a.shingles {
			byShingle[s] = append(byShingle[s], i)
		}
		for s := range shingles(a.words, 8) {
			byRun[s] = append(byRun[s], i)
		}
		for _, q := range distinct(a.quotes) {
			byQuote[q] = append(byQuote[q], i)
		}
	}
	dots := make([]int64, len(c.articles)) // in units of 1e-9, so that no order of adding shows
	shared := make([]int, len(c.articles))
	formula, quote := make([]bool, len(c.articles)), make([]bool, len(c.articles))
	for i, a := range c.articles {
		clear(dots)
		clear(shared)
		clear(formula)
		clear(quote)
		for w, v := range a.vector {
			for _, j := range byWord[w] {
				if j > i {
					dots[j] += int64(v * c.articles[j].vector[w] * 1e9)
				}
			}
		}
		for s := range a.shingles {
			for _, j := range byShingle[s] {
				shared[j]++
			}
		}
		for s := range shingles(a.words, 8) {
			if n := len(byRun[s]); n >= 4 && n <= 60 {
				for _, j := range byRun[s] {
					formula[j] = true
				}
			}
		}
		for _, q := range a.quotes {
			for _, j := range byQuote[q] {
				quote[j] = true
			}
		}
		for j := i + 1; j < len(c.articles); j++ {
			p := pair{a: i, b: j, cosine: float64(dots[j]) / 1e9, formula: formula[j], quote: quote[j]}
			if n := min(len(a.shingles), len(c.articles[j].shingles)); n > 0 {
				p.containment = float64(shared[j]) / float64(n)
			}
			if p.cosine >= 0.1 || p.containment >= 0.05 || p.formula || p.quote {
				c.pairs = append(c.pairs, p)
			}
		}
	}
}

// alike is the cosine from which two articles are put into one cluster.
const alike = 0.42

// cluster joins what is alike, each article to those it is alike with; a cluster that this
// makes larger than 15 stays one for the caps, and is no story.
func (c *corpus) cluster() {
	up := make([]int, len(c.articles))
	for i := range up {
		up[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if up[i] != i {
			up[i] = root(up[i])
		}
		return up[i]
	}
	for _, p := range c.pairs {
		if p.cosine >= alike {
			if a, b := root(p.a), root(p.b); a != b {
				up[max(a, b)] = min(a, b)
			}
		}
	}
	for i, a := range c.articles {
		a.story = root(i)
	}
}
