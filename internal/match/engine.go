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
}

// Capture is where a named part was found: tokens [From, To).
type Capture struct {
	Name     string
	From, To int
}

// program is a pattern with its names resolved.
type program struct {
	left, right []instruction
}

type instruction struct {
	name             string
	part             int // index of the named part, or -1
	class            lang.Set
	optional, repeat bool
}

// Compiled is a rule ready to run.
type Compiled struct {
	*Rule
	programs []program
	Triggers []string     // of each pattern
	Required [][]lang.Set // of each pattern: a word of each of these must be there
}

// Compile resolves the names of rules: parts lists the named parts of the finder, in
// the order of its Part indices; class gives the set of a word class and whether
// there is one.
func Compile(rules []Rule, parts []string, class func(string) (lang.Set, bool)) ([]Compiled, error) {
	index := map[string]int{}
	for i, p := range parts {
		index[p] = i
	}
	out := make([]Compiled, 0, len(rules))
	for i := range rules {
		r := &rules[i]
		c := Compiled{Rule: r}
		for _, p := range r.Patterns {
			var g program
			var required []lang.Set
			for _, side := range []struct {
				in  []Step
				out *[]instruction
			}{{p.Left, &g.left}, {p.Right, &g.right}} {
				for _, s := range side.in {
					in := instruction{name: s.Name, part: -1, optional: s.Optional, repeat: s.Repeat}
					var ok bool
					if s.Class {
						in.class, ok = class(s.Name)
					} else {
						in.part, ok = index[s.Name]
					}
					if !ok {
						return nil, fmt.Errorf("%s: rule %s: unknown part or class %q", r.At, r.Name, s.Name)
					}
					if s.Class && !s.Optional {
						required = append(required, in.class)
					}
					*side.out = append(*side.out, in)
				}
			}
			c.Required = append(c.Required, required)
			c.programs = append(c.programs, g)
			c.Triggers = append(c.Triggers, p.Trigger)
		}
		out = append(out, c)
	}
	return out, nil
}

// Matcher runs rules on one text. Reuse it: it keeps its memory.
type Matcher struct {
	Text  *lang.Text
	Parts Parts

	steps    []instruction
	back     bool
	captures []Capture
	budget   int
	furthest int // how many steps fitted at best, for explanations
}

// budgetOf bounds the tries for one pattern at one trigger.
const budgetOf = 4000

// Match tries pattern i of the rule at a trigger of tokens [from, to), and returns the
// named parts in no particular order. The slice is valid until the next call. The third value is
// the first part that did not fit, for explanations.
func (m *Matcher) Match(c *Compiled, i, from, to int) (captures []Capture, ok bool, failed string) {
	g := &c.programs[i]
	m.captures = m.captures[:0]
	m.budget = budgetOf
	m.steps, m.back, m.furthest = g.right, false, 0
	if !m.run(0, to) {
		return nil, false, m.failed()
	}
	m.steps, m.back, m.furthest = g.left, true, 0
	if !m.run(0, from) {
		return nil, false, m.failed()
	}
	return m.captures, true, ""
}

func (m *Matcher) failed() string {
	if m.furthest < len(m.steps) {
		return m.steps[m.furthest].name
	}
	return ""
}

func (m *Matcher) run(step, at int) bool {
	m.furthest = max(m.furthest, step)
	if step == len(m.steps) {
		return true
	}
	m.budget--
	if m.budget < 0 {
		return false
	}
	in := &m.steps[step]
	next := step + 1
	if in.repeat {
		next = step
	}
	take := func(to int) bool {
		if to == at {
			return false // an empty part would repeat for ever
		}
		n := len(m.captures)
		from, end := at, to
		if m.back {
			from, end = to, at
		}
		m.captures = append(m.captures, Capture{in.name, from, end})
		if m.run(next, to) {
			return true
		}
		m.captures = m.captures[:n]
		return false
	}
	if m.one(in, at, take) {
		return true
	}
	return in.optional && m.run(step+1, at)
}

func (m *Matcher) one(in *instruction, at int, take func(int) bool) bool {
	if in.part >= 0 {
		return m.Parts.Part(in.part, at, m.back, take)
	}
	if m.back {
		return at > 0 && m.Text.Tokens[at-1].In(in.class) && take(at-1)
	}
	return at < len(m.Text.Tokens) && m.Text.Tokens[at].In(in.class) && take(at+1)
}
