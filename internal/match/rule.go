// Package match is the rule engine: it reads rules from the linguists' text files
// and matches their patterns around a trigger word.
//
// A rule says in which order parts stand around the word that triggers it:
//
//	rule verb-source-that
//	  when    cue:verb src adj* that body
//	  frame   that
//	  weight  60
//	  yes     …a sentence…
//	    source  …
//	  no      …a sentence…
//
// The engine knows three kinds of part: `[class]`, a word of a class; a named part,
// whose extent the finder that owns the rules computes (a source, an adjunct, a
// complementiser); and the trigger, `cue:KIND` (the name before the colon is the
// finder's). `?` makes a part optional, `*` lets it repeat. Parts left of the trigger are
// matched from it backwards.
//
// What stands below an example and deeper than it says what must be found there.
//
// It promises that matching is deterministic and takes bounded time. It does not know
// what a part means, nor any language.
package match

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Rule is one rule of a file.
type Rule struct {
	Name     string
	At       string // file:line
	Patterns []Pattern
	Keys     map[string]string // every other line: key and the rest
	Weight   int               // the higher wins where two rules want one trigger
	Yes      []Example
	No       []Example
}

// Known refuses a key that is none of keys, which stand in the order they are told in.
func (r *Rule) Known(keys []string) error {
	for k := range r.Keys {
		if !slices.Contains(keys, k) {
			return fmt.Errorf("%s: rule %s: unknown key %q, want one of %s", r.At, r.Name, k, strings.Join(keys, ", "))
		}
	}
	return nil
}

// Sure is how often the rule's findings were right, a share from 0 to 1 by its key `sure`;
// 0.5 where nobody has measured it.
func (r *Rule) Sure() (float64, error) {
	sure, err := strconv.ParseFloat(cmp.Or(r.Keys["sure"], "0.5"), 64)
	if err != nil || sure < 0 || sure > 1 {
		return 0, fmt.Errorf("%s: rule %s: sure is %q, want a share from 0 to 1", r.At, r.Name, r.Keys["sure"])
	}
	return sure, nil
}

// Example is a sentence that a rule must match, with what its parts must be, or one
// that it must not.
type Example struct {
	Text  string
	Parts map[string]string
	At    string
}

// Pattern is one `when` line.
type Pattern struct {
	Trigger     string // the kind behind the colon of `cue:KIND`
	Name        string // the name before it
	Left, Right []Step // Left from the trigger outwards
}

// Step is one part of a pattern.
type Step struct {
	Name     string // of a named part, or of the class
	Class    bool
	Optional bool
	Repeat   bool
}

// Parse reads a rules file. All errors are returned together, each as file:line:
// message, with the line itself.
func Parse(name, text string) ([]Rule, error) {
	p := parser{name: name, named: map[string]string{}}
	for raw := range strings.Lines(text) {
		p.line++
		if len(raw) > maxLine {
			p.errs = append(p.errs, fmt.Errorf("%s:%d: the line has more than %d bytes", name, p.line, maxLine))
			continue
		}
		if len(p.rules) > maxRules {
			p.errs = append(p.errs, fmt.Errorf("%s:%d: more than %d rules in one file", name, p.line, maxRules))
		}
		if len(p.rules) > maxRules || len(p.errs) > maxErrors {
			break
		}
		s := raw
		if i := strings.IndexByte(s, '#'); i >= 0 && (i == 0 || s[i-1] == ' ') && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			s = s[:i]
		}
		deep := strings.HasPrefix(s, "    ") || strings.HasPrefix(s, "\t\t")
		if s = strings.TrimSpace(s); s != "" {
			if err := p.read(s, deep); err != nil {
				p.errs = append(p.errs, fmt.Errorf("%s:%d: %w: %s", name, p.line, err, s))
			}
		}
	}
	for _, r := range p.rules {
		if len(r.Patterns) == 0 {
			p.errs = append(p.errs, fmt.Errorf("%s: rule %s has no `when`", r.At, r.Name))
		}
		if len(r.Yes) == 0 {
			p.errs = append(p.errs, fmt.Errorf("%s: rule %s has no `yes` example", r.At, r.Name))
		}
	}
	return p.rules, errors.Join(p.errs...)
}

// Bounds of a file and of a pattern, some times what the rules that there are need: beyond them
// a rule costs more at each word than it can be worth. The engine has bounds of its own besides.
const (
	maxRules    = 2000
	maxPatterns = 200 // of a rule
	maxLine     = 4 << 10
	maxSteps    = 24 // of a pattern
	maxLoose    = 10 // of these, with ? or *
	maxErrors   = 50 // told of one file
)

type parser struct {
	name  string
	line  int
	named map[string]string // where each rule stands
	rules []Rule
	last  *Example
	errs  []error
}

func (p *parser) read(s string, deep bool) error {
	key, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	at := fmt.Sprintf("%s:%d", p.name, p.line)
	if key == "rule" {
		if first, there := p.named[rest]; there {
			return fmt.Errorf("a second rule %s, the first is at %s", rest, first)
		}
		if rest == "" {
			return errors.New("a rule needs a name")
		}
		p.named[rest] = at
		p.rules = append(p.rules, Rule{Name: rest, At: at, Keys: map[string]string{}})
		p.last = nil
		return nil
	}
	if len(p.rules) == 0 {
		return errors.New("a line before the first rule")
	}
	r := &p.rules[len(p.rules)-1]
	if deep {
		if p.last == nil {
			return fmt.Errorf("%s without an example before it", key)
		}
		p.last.Parts[key] = rest
		return nil
	}
	switch key {
	case "when":
		pat, err := parsePattern(rest)
		if err == nil && len(r.Patterns) == maxPatterns {
			err = fmt.Errorf("more than %d patterns", maxPatterns)
		}
		if err != nil {
			return fmt.Errorf("rule %s: %w", r.Name, err)
		}
		r.Patterns = append(r.Patterns, pat)
	case "weight":
		n, err := strconv.Atoi(rest)
		if err != nil {
			return errors.New("a weight is a whole number")
		}
		r.Weight = n
	case "yes":
		r.Yes = append(r.Yes, Example{Text: rest, At: at, Parts: map[string]string{}})
		p.last = &r.Yes[len(r.Yes)-1]
	case "no":
		r.No = append(r.No, Example{Text: rest, At: at, Parts: map[string]string{}})
		p.last = &r.No[len(r.No)-1]
	default:
		r.Keys[key] = rest
	}
	return nil
}

func parsePattern(s string) (Pattern, error) {
	var p Pattern
	seen := false
	for _, f := range strings.Fields(s) {
		if name, kind, ok := strings.Cut(f, ":"); ok {
			if seen {
				return p, errors.New("two triggers in one pattern")
			}
			p.Name, p.Trigger, seen = name, kind, true
			continue
		}
		var st Step
		if t, ok := strings.CutSuffix(f, "*"); ok {
			st.Repeat, st.Optional, f = true, true, t
		} else if t, ok := strings.CutSuffix(f, "?"); ok {
			st.Optional, f = true, t
		}
		if t, ok := strings.CutPrefix(f, "["); ok {
			t, ok = strings.CutSuffix(t, "]")
			if !ok || t == "" {
				return p, fmt.Errorf("%q is not [class]", f)
			}
			st.Class, f = true, t
		}
		st.Name = f
		if seen {
			p.Right = append(p.Right, st)
		} else {
			p.Left = append([]Step{st}, p.Left...)
		}
	}
	if err := fits(p.Left, p.Right); err != nil {
		return p, err
	}
	if !seen {
		return p, errors.New("no trigger: one part must be NAME:KIND, such as cue:verb")
	}
	return p, nil
}

// fits refuses a pattern that can be fitted in too many ways.
func fits(sides ...[]Step) error {
	parts, loose := 0, 0
	for _, all := range sides {
		parts += len(all)
		for i := range all {
			if all[i].Optional {
				loose++
			}
			if i > 0 && all[i].Repeat && all[i] == all[i-1] {
				return fmt.Errorf("%s* stands beside %s*: one of them is enough", all[i].Name, all[i].Name)
			}
		}
	}
	return Bounded(parts, loose)
}

// Bounded refuses a pattern of more parts, or of more with ? or * among them, than can be
// tried in bounded time.
func Bounded(parts, loose int) error {
	switch {
	case parts > maxSteps:
		return fmt.Errorf("a pattern of %d parts, at most %d are allowed", parts, maxSteps)
	case loose > maxLoose:
		return fmt.Errorf("%d parts with ? or *, at most %d are allowed", loose, maxLoose)
	}
	return nil
}
