package timex

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya/internal/match"
	"riwaya/internal/timex/frame"
)

// grammar is what times.rules says: rules, each of which makes a time, and the parts that
// they are built of. Both are sequences of kinds and parts; a part stands for one of its
// sequences. No part may begin with itself.
type grammar struct {
	symbols []symbol // the parts first, then the rules
	rules   []*match.Rule
	parts   int
	firsts  []kinds // what each rule can begin with, apart from all else, since each is asked
}

// symbol is a part or a rule.
type symbol struct {
	first     kinds   // that it can begin with
	firsts    []kinds // that each of its sequences can, apart from all else
	least     int     // how many tokens it has at least
	sequences []sequence
	name      string
	rule      *match.Rule
	means     frame.Meaning
	before    kinds // none of which may stand before it
	behind    kinds // one of which must
	right     kinds // one of which must stand directly before it
	after     kinds // none of which may stand after it
	loud      bool  // it does not begin a sentence
	head      bool  // it begins a line
	opens     bool  // it begins a sentence but not the text, or a clause behind a mark with "and"
	shut      bool  // no noun may follow
	alone     bool  // not even one with the article
	weight    int
}

// sequence is the places of a sequence.
type sequence struct {
	least int     // how many tokens it has at least
	needs []kinds // one of each of which must stand behind its beginning
	steps []step
}

// step is one place of a sequence. Grammars are walked at every word of time, so that it
// is kept small.
type step struct {
	kind     kind // or, if noKind:
	optional bool
	mute     bool // it stands there, and says nothing
	part     int32
	next     kinds        // one of which must stand behind it; empty if anything may
	only     *frame.Frame // what a word of that kind must say, nil if it need say nothing
}

// parse reads the rules file. A line `part NAME` begins a part, the lines `is …` below it
// are its sequences; all else is as package match reads it.
func parse(name, text string) (*grammar, error) {
	g := &grammar{}
	var rest strings.Builder
	var errs []error
	type line struct{ at, seq string }
	lines := map[int][]line{}
	n, in := 0, -1
	for raw := range strings.Lines(text) {
		n++
		key, arg, _ := strings.Cut(strings.TrimSpace(raw), " ")
		arg, _, _ = strings.Cut(arg, "#")
		at := name + ":" + strconv.Itoa(n)
		switch arg = strings.TrimSpace(arg); {
		case key == "part":
			if g.part(arg) >= 0 || kindOf(arg) != noKind {
				errs = append(errs, fmt.Errorf("%s: a second %s", at, arg))
			}
			if in = len(g.symbols); in == maxParts {
				return nil, fmt.Errorf("%s: more than %d parts", at, maxParts)
			}
			g.symbols = append(g.symbols, symbol{name: arg})
		case key == "is" && in >= 0:
			lines[in] = append(lines[in], line{at, arg})
		default:
			if key == "rule" {
				in = -1
			}
			rest.WriteString(strings.TrimRight(raw, "\n"))
		}
		rest.WriteByte('\n')
	}
	g.parts = len(g.symbols)
	for i := range g.parts {
		for _, l := range lines[i] {
			seq, err := g.sequence(strings.Fields(l.seq))
			if err != nil {
				errs = append(errs, fmt.Errorf("%s: part %s: %w", l.at, g.symbols[i].name, err))
			}
			g.symbols[i].sequences = append(g.symbols[i].sequences, sequence{steps: seq})
		}
	}
	rules, err := match.Parse(name, rest.String())
	errs = append(errs, err)
	for i := range rules {
		if err := g.rule(&rules[i]); err != nil {
			errs = append(errs, fmt.Errorf("%s: rule %s: %w", rules[i].At, rules[i].Name, err))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for i := range g.symbols {
		if err := g.begin(i, nil); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for i := range g.symbols[g.parts:] {
		g.firsts = append(g.firsts, g.symbols[g.parts+i].first)
	}
	return g, nil
}

// rule adds a rule.
func (g *grammar) rule(r *match.Rule) error {
	s := symbol{name: r.Name, rule: r, weight: r.Weight}
	for i := range r.Patterns {
		p := &r.Patterns[i]
		if p.Name != "time" || len(p.Left) > 0 {
			return errors.New("a pattern begins with time:KIND")
		}
		fields := []string{p.Trigger}
		for _, x := range p.Right {
			if x.Class || x.Repeat {
				return fmt.Errorf("%q: only kinds and parts, with ? or without", x.Name)
			}
			name := x.Name
			if x.Optional {
				name += "?"
			}
			fields = append(fields, name)
		}
		seq, err := g.sequence(fields)
		if err != nil {
			return err
		}
		s.sequences = append(s.sequences, sequence{steps: seq})
	}
	for key, arg := range r.Keys {
		var err error
		switch key {
		case "means":
			s.means, err = frame.MeaningOf(arg)
		case "not-behind":
			s.before, err = kindsOf(arg)
		case "behind":
			s.behind, err = kindsOf(arg)
		case "right-behind":
			s.right, err = kindsOf(arg)
		case "not-before":
			s.after, err = kindsOf(arg)
		case "no-noun":
			s.shut, s.alone = arg == "after" || arg == "at-all", arg == "at-all"
		case "begins":
			s.head, s.opens = arg == "line", arg == "clause"
		case "inside":
			s.loud = arg == "sentence"
		default:
			err = fmt.Errorf("unknown key %q", key)
		}
		if err != nil {
			return err
		}
	}
	g.symbols = append(g.symbols, s)
	g.rules = append(g.rules, r)
	return nil
}

func kindsOf(names string) (set kinds, err error) {
	for _, n := range strings.Fields(names) {
		k := kindOf(n)
		if k == noKind {
			return set, fmt.Errorf("unknown kind %q", n)
		}
		set.add(k)
	}
	return set, nil
}

func (g *grammar) part(name string) int {
	return slices.IndexFunc(g.symbols, func(s symbol) bool { return s.name == name && s.rule == nil })
}

// Bounds of a grammar, some times what there is; package match has those of rules.
const maxParts, maxDepth = 500, 30 // of parts in parts

// sequence reads KIND, KIND=VALUE, a part's name, each with ? behind it if it may be
// missing and ~ before it if it says nothing.
func (g *grammar) sequence(fields []string) ([]step, error) {
	var out []step
	loose := 0
	for _, f := range fields {
		var s step
		if f, s.optional = strings.CutSuffix(f, "?"); s.optional {
			loose++
		}
		f, s.mute = strings.CutPrefix(f, "~")
		name, arg, only := strings.Cut(f, "=")
		if s.kind = kindOf(name); s.kind == noKind {
			part := g.part(name)
			if part < 0 || only {
				return nil, fmt.Errorf("unknown kind or part %q", f)
			}
			s.part = int32(part)
		}
		if only {
			key := name + ":" + arg
			switch name { // the same words, by their article
			case "the-unit", "a-unit":
				key = "unit:" + arg
			case "the-units", "some-units":
				key = "units:" + arg
			}
			u, err := unitOf(key)
			if err != nil {
				return nil, err
			}
			s.only = &u.says
		}
		out = append(out, s)
	}
	if err := match.Bounded(len(out), loose); err != nil {
		return nil, err
	}
	if len(out) == 0 || out[0].optional || slices.ContainsFunc(out[:1], func(s step) bool { return s.kind == then }) {
		return nil, errors.New("a sequence begins with what must be there")
	}
	return out, nil
}

// begin finds what symbol i can begin with. on are the symbols that it was asked for.
func (g *grammar) begin(i int, on []int) error {
	switch {
	case slices.Contains(on, i):
		return fmt.Errorf("part %s begins with itself", g.symbols[i].name)
	case len(on) > maxDepth:
		return fmt.Errorf("part %s: parts in parts, more than %d deep", g.symbols[i].name, maxDepth)
	}
	s := &g.symbols[i]
	if s.first != (kinds{}) {
		return nil
	}
	for n := range s.sequences {
		q := &s.sequences[n]
		for k := 1; k < len(q.steps); k++ {
			var err error
			if p := q.steps[k]; p.optional || zeroWidth(p.kind) {
				continue
			} else if q.steps[k-1].next, err = g.starts(p, append(on, i)); err != nil {
				return err
			}
			q.needs = append(q.needs, q.steps[k-1].next)
		}
		first, err := g.starts(q.steps[0], append(on, i))
		if err != nil {
			return err
		}
		s.firsts = append(s.firsts, first)
		s.first = s.first.or(first)
		if q.least, err = g.leastOf(q.steps, append(on, i)); err != nil {
			return err
		}
		if s.least == 0 || q.least < s.least {
			s.least = q.least
		}
	}
	return nil
}

// leastOf is how many tokens the steps have at least. Words of several tokens are counted
// as one.
func (g *grammar) leastOf(steps []step, on []int) (n int, err error) {
	for _, p := range steps {
		switch {
		case p.optional || zeroWidth(p.kind):
		case p.kind == noKind:
			if slices.Contains(on, int(p.part)) {
				return 0, fmt.Errorf("part %s holds itself", g.symbols[p.part].name)
			}
			if err := g.begin(int(p.part), on); err != nil {
				return 0, err
			}
			n += g.symbols[p.part].least
		default:
			n++
		}
	}
	return max(n, 1), nil
}

// starts are the kinds that a step can begin with.
func (g *grammar) starts(p step, on []int) (set kinds, err error) {
	switch k := p.kind; {
	case k == noKind:
		if err := g.begin(int(p.part), on); err != nil {
			return set, err
		}
		return g.symbols[p.part].first, nil
	case zeroWidth(k): // what follows is at the same token
		for j := range names[1:] {
			set.add(kind(j + 1))
		}
	default:
		set.add(k)
	}
	return set, nil
}

func zeroWidth(k kind) bool { return k == andJoin || k == withJoin || k == forJoin || k == then }
