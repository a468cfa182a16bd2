package match

import (
	"fmt"

	"riwaya/internal/lang"
)

// Parts computes the extents of named parts. It belongs to the finder that owns the
// rules, and is bound to one text and one trigger.
type Parts interface {
	// Part calls yield with each token index at which part n may end (or, going
	// back, begin), when it begins (or ends) at token at; best first, until yield
	// reports that the rest of the pattern fits.
	Part(n, at int, back bool, yield func(to int) bool) bool
	// Heeds are the bits of the key that part n depends on: with keys that differ in others it
	// is asked once.
	Heeds(n int) int
}

// Capture is where a named part was found: tokens [From, To).
type Capture struct {
	Name     string
	From, To int
}

// Compiled is a rule ready to run.
type Compiled struct {
	*Rule
	table    *table
	programs []program
	Triggers []string     // of each pattern
	Required [][]lang.Set // of each pattern: a word of each of these must be there
}

// Compile resolves the names of rules: parts lists the named parts of the finder, in
// the order of its Part indices; class gives the set of the named word classes, empty for
// a class that there is not.
func Compile(rules []Rule, parts []string, class func(names ...string) lang.Set) ([]Compiled, error) {
	index := map[string]int{}
	for i, p := range parts {
		index[p] = i
	}
	all := &table{}
	out := make([]Compiled, 0, len(rules))
	for i := range rules {
		r := &rules[i]
		c := Compiled{Rule: r, table: all}
		for _, p := range r.Patterns {
			var g program
			var required []lang.Set
			for _, side := range []struct {
				in  []Step
				out *int32
			}{{p.Left, &g.left}, {p.Right, &g.right}} {
				steps := make([]node, 0, len(side.in))
				for _, s := range side.in {
					in := node{name: s.Name, part: -1, optional: s.Optional, repeat: s.Repeat}
					var ok bool
					if s.Class {
						in.class = class(s.Name)
						ok = !in.class.Empty()
					} else {
						in.part, ok = index[s.Name]
					}
					if !ok {
						return nil, fmt.Errorf("%s: rule %s: unknown part or class %q", r.At, r.Name, s.Name)
					}
					if s.Class && !s.Optional {
						required = append(required, in.class)
					}
					steps = append(steps, in)
				}
				*side.out = all.add(steps)
			}
			c.Required = append(c.Required, required)
			c.programs = append(c.programs, g)
			c.Triggers = append(c.Triggers, p.Trigger)
		}
		out = append(out, c)
	}
	return out, nil
}

// Matcher runs rules on one text. Reuse it: it keeps its memory. It must not be copied.
type Matcher struct {
	Text  *lang.Text
	Parts Parts

	nodes    []node // of the rules that run
	back     bool
	captures []Capture
	budget   int
	key      int // what Parts is set to
	state    int // that and the side
	effort   lang.Effort
	known    []part       // parts already asked for at this trigger
	latest   [buckets]int // by part and token, what was asked last: one and its number in known
	ends     []int        // theirs
	collect  func(to int) bool
	furthest int // how many steps fitted at best, for explanations
	dead     deadEnds
}

// part is a named part at a token and where in Matcher.ends its ends are.
type part struct {
	n, at    int
	key      int
	back     bool
	from, to int
	before   int // the one asked for before in its bucket: one and its number in known
}

// buckets is a power of two: what is asked at a trigger seldom fills so many.
const buckets = 128

// Reset begins a text.
func (m *Matcher) Reset(t *lang.Text, p Parts) {
	m.Text, m.Parts = t, p
	m.effort = lang.NewEffort(stepsEach, stepsMost)
}

// Trigger forgets what was found at another trigger; the next one is at token i.
func (m *Matcher) Trigger(i int) {
	for k := range m.known {
		m.latest[m.known[k].bucket()] = 0
	}
	m.known, m.ends = m.known[:0], m.ends[:0]
	m.dead.forget()
	m.effort.Reach(i)
}

func (p *part) bucket() int { return (p.n*31 + p.at) & (buckets - 1) }

// budgetOf bounds the tries for one pattern at one trigger. What the tries at all triggers
// of a text may cost is bounded too: an article takes about 25 steps a token.
const (
	budgetOf  = 4000
	stepsEach = 60
	stepsMost = 100_000

	askingCosts = 40 // steps, for each part at each token: it may look through a sentence
)

// Match tries pattern i of the rule at a trigger of tokens [from, to), and returns the
// named parts in no particular order. Parts are asked once for each key and token: many
// rules begin alike. The slice is valid until the next call. The third value is
// the first part that did not fit, for explanations.
func (m *Matcher) Match(c *Compiled, i, from, to, key int) (captures []Capture, ok bool, failed string) {
	g := &c.programs[i]
	m.key, m.nodes = key, c.table.nodes
	m.captures = m.captures[:0]
	m.budget = budgetOf
	for _, side := range [...]struct {
		first int32
		at    int
		back  bool
	}{{g.right, to, false}, {g.left, from, true}} {
		m.back, m.furthest, m.state = side.back, 0, key<<1
		if side.back {
			m.state++
		}
		if !m.run(side.first, 0, side.at) {
			return nil, false, m.failed(side.first)
		}
	}
	return m.captures, true, ""
}

// failed is the name of the first part that did not fit.
func (m *Matcher) failed(first int32) string {
	for range m.furthest {
		first = m.nodes[first].next
	}
	if first == end {
		return ""
	}
	return m.nodes[first].name
}

// run reports whether the rest of a pattern, step by step from node n, fits at a token.
func (m *Matcher) run(n int32, step, at int) bool {
	m.furthest = max(m.furthest, step)
	if n == end {
		return true
	}
	m.budget--
	if m.budget < 0 || !m.effort.Spend(1) {
		return false
	}
	in := &m.nodes[n]
	if deep, ok := m.dead.find(n, at, m.state); ok { // another pattern, or another way here, ended so
		m.furthest = max(m.furthest, step+deep)
		return false
	}
	before := m.furthest
	m.furthest = step
	if m.try(in, n, step, at) || in.optional && m.run(in.next, step+1, at) {
		return true
	}
	if m.budget >= 0 {
		m.dead.note(n, at, m.state, m.furthest-step)
	}
	m.furthest = max(m.furthest, before)
	return false
}

// try reports whether the part or word of node n stands there and the rest fits behind it.
func (m *Matcher) try(in *node, n int32, step, at int) bool {
	next, then := in.next, step+1
	if in.repeat {
		next, then = n, step
	}
	switch {
	case in.part >= 0:
		from, to := m.extents(in.part, at)
		for k := from; k < to; k++ {
			if m.take(in, next, then, at, m.ends[k]) {
				return true
			}
		}
	case m.back:
		return at > 0 && m.Text.Tokens[at-1].In(in.class) && m.take(in, next, then, at, at-1)
	case at < len(m.Text.Tokens) && m.Text.Tokens[at].In(in.class):
		return m.take(in, next, then, at, at+1)
	}
	return false
}

// take goes on behind a part of tokens [at, to).
func (m *Matcher) take(in *node, next int32, step, at, to int) bool {
	if to == at {
		return false // an empty part would repeat for ever
	}
	n := len(m.captures)
	from, end := at, to
	if m.back {
		from, end = to, at
	}
	m.captures = append(m.captures, Capture{in.name, from, end})
	if m.run(next, step, to) {
		return true
	}
	m.captures = m.captures[:n]
	return false
}

// extents is where in m.ends the ends of part n at token at stand.
func (m *Matcher) extents(n, at int) (from, to int) {
	asked := part{n: n, at: at, key: m.key & m.Parts.Heeds(n), back: m.back}
	first := &m.latest[asked.bucket()]
	for i := *first; i > 0; i = m.known[i-1].before {
		if k := &m.known[i-1]; k.n == n && k.at == at && k.key == asked.key && k.back == m.back {
			return k.from, k.to
		}
	}
	if m.collect == nil { // once: a function for each part was half of all that reading allocated
		m.collect = func(to int) bool {
			m.ends = append(m.ends, to)
			return false
		}
	}
	asked.from = len(m.ends)
	m.Parts.Part(n, at, m.back, m.collect)
	asked.to, asked.before = len(m.ends), *first
	m.effort.Spend(asked.to - asked.from + askingCosts)
	m.known = append(m.known, asked)
	*first = len(m.known)
	return asked.from, asked.to
}
