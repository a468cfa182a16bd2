// Package attribute finds which words of a text attribute, by which rule, and the parts
// around them: the source, where what was said stands, adjuncts.
//
// It runs the rules of lexicon/LANGUAGE/attribution.rules at every word that can
// attribute and keeps the heaviest match. It promises that every part is a range of the
// text's tokens and that the same text gives the same candidates. It names no word of
// any language: words are classes of the lexicon.
package attribute

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"riwaya/internal/cue"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Finder finds claims in texts of one language. It is safe for several goroutines.
type Finder struct {
	rules    [kinds][]Pattern              // by trigger kind
	takes    map[uint32]*[kinds][]*Pattern // those of them that a cue may have, by its frames
	colon    [kinds][]*Pattern             // those that need no cue
	g        *phrase.Grammar
	searches sync.Pool
}

// search is what reading one text needs. It is used again for the next.
type search struct {
	reading reading
	matcher match.Matcher
}

// Pattern is one `when` line of a rule.
type Pattern struct {
	asks
	words  []lang.Set // the sentence has a word of each of these too
	Rule   *match.Compiled
	index  int
	frames uint32   // the cue must have one of them; none asked: any cue
	unless uint32   // the cue must have none of these frames
	Sure   float64  // the share of its findings that were right
	Mode   string   // of the content, where the rule says it
	Class  string   // in place of the cue's own
	strong bool     // the cue must not be a weak one
	Within bool     // its words may stand between another's cue and content, which is its content too
	object lang.Set // the bare object must begin with a word of these
}

// asks is what a pattern asks of its cue and sentence before it is tried: most are not. It is
// as long as a line of the processor's cache.
type asks struct {
	weight  int32    // of its rule
	needs   need     // parts that must stand behind the cue
	strict  bool     // the source must be able to speak
	pronoun bool     // the cue must carry an object pronoun
	alone   bool     // the cue must not stand in a relative clause
	joined  bool     // the cue must carry a conjunction or follow a connective
	own     bool     // the cue must carry the conjunction itself, and be in the past
	present bool     // the cue must be in the present
	after   bool     // the source stands behind the cue
	topic   bool     // the source stands before the cue
	cue     lang.Set // the cue must be in one of these classes; empty: any
	word    lang.Set // the sentence has a word of these; empty: it need not
}

// New compiles the rules of a lexicon. class gives the set of the named word classes,
// empty for a class that there is not.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, g *phrase.Grammar) (*Finder, error) {
	f := &Finder{g: g}
	rules, err := match.Parse(lx.RulesOf("attribution"))
	if err != nil {
		return nil, err
	}
	if err := f.compile(rules, class); err != nil {
		return nil, err
	}
	for _, rules := range f.rules { // the heaviest first: lighter ones need not be tried
		slices.SortStableFunc(rules, func(a, b Pattern) int { return b.Rule.Weight - a.Rule.Weight })
	}
	f.sort(lx)
	if !slices.ContainsFunc(f.rules[:], func(rules []Pattern) bool { return len(rules) > 0 }) {
		return nil, fmt.Errorf("lexicon: %s/attribution.rules has no rule", lx.Language)
	}
	f.searches.New = func() any { return new(search) }
	return f, nil
}

// sort finds for the frames of each cue which rules it may have: of most words they are few,
// and to ask each rule at each of them took as long as matching.
func (f *Finder) sort(lx *lexicon.Lexicon) {
	fitting := func(c *lexicon.Cue) *[kinds][]*Pattern {
		var out [kinds][]*Pattern
		for k := range f.rules {
			for i := range f.rules[k] {
				if p := &f.rules[k][i]; p.fits(c) {
					out[k] = append(out[k], p)
				}
			}
		}
		return &out
	}
	f.colon, f.takes = *fitting(nil), map[uint32]*[kinds][]*Pattern{}
	for i := range lx.Cues {
		if c := &lx.Cues[i]; f.takes[c.Bits()] == nil {
			f.takes[c.Bits()] = fitting(c)
		}
	}
}

// fits reports whether the pattern is for a cue of such frames; nil is none.
func (p *Pattern) fits(c *lexicon.Cue) bool {
	if c == nil {
		return p.frames == 0
	}
	return (p.frames == 0 || c.Any(p.frames)) && !c.Any(p.unless) && !(p.strong && c.Has("weak"))
}

// keys are what a rule may ask beside its patterns.
var keys = []string{"class", "frame", "joined", "mode", "object", "only", "only-pronoun", "present", "relative", "speaker", "sure", "unless", "weak", "within"}

func (f *Finder) compile(rules []match.Rule, class func(...string) lang.Set) error {
	compiled, err := match.Compile(rules, cue.Names, class)
	if err != nil {
		return err
	}
	for i := range compiled {
		c := &compiled[i]
		if err := c.Known(keys); err != nil {
			return err
		}
		p := Pattern{Rule: c, Mode: c.Keys["mode"], Class: c.Keys["class"], strong: c.Keys["weak"] == "no", Within: c.Keys["within"] == "yes",
			asks: asks{strict: c.Keys["speaker"] == "required", pronoun: c.Keys["only-pronoun"] == "yes", joined: c.Keys["joined"] == "required", own: c.Keys["joined"] == "own", alone: c.Keys["relative"] == "no", present: c.Keys["present"] == "yes"}}
		if name := c.Keys["object"]; name != "" {
			if p.object = class(name); p.object.Empty() {
				return fmt.Errorf("%s: rule %s: unknown class %q", c.At, c.Name, name)
			}
		}
		for _, k := range []struct {
			key  string
			bits *uint32
		}{{"frame", &p.frames}, {"unless", &p.unless}} {
			for _, name := range strings.Fields(c.Keys[k.key]) {
				if lexicon.FrameBit(name) == 0 {
					return fmt.Errorf("%s: rule %s: unknown frame %q", c.At, c.Name, name)
				}
				*k.bits |= lexicon.FrameBit(name)
			}
		}
		if p.Sure, err = c.Sure(); err != nil {
			return err
		}
		if in := strings.Fields(c.Keys["only"]); len(in) > 0 {
			if p.cue = class(in...); p.cue.Empty() {
				return fmt.Errorf("%s: rule %s: unknown class %q", c.At, c.Name, c.Keys["only"])
			}
		}
		for n, t := range c.Triggers {
			k := slices.Index(triggers[:], t)
			if k < 0 {
				return fmt.Errorf("%s: rule %s: unknown trigger cue:%s", c.At, c.Name, t)
			}
			w := &c.Patterns[n]
			p.index, p.weight, p.word, p.words, p.needs = n, int32(c.Weight), lang.Set{}, c.Required[n], needsOf(w.Right)
			if len(p.words) > 0 {
				p.word, p.words = p.words[0], p.words[1:]
			}
			p.after = len(w.Left) == 0 && slices.ContainsFunc(w.Right, func(s match.Step) bool { return s.Name == "src" || s.Name == "subj" || s.Name == "accuser" })
			p.topic = len(w.Left) > 0 && w.Left[0].Name != "start"
			f.rules[k] = append(f.rules[k], p)
		}
	}
	return nil
}

// need is a set of parts that only certain words can make.
type need uint8

const (
	needThat need = 1 << iota
	needColon
	needQuote
)

func needsOf(steps []match.Step) need {
	var n need
	for _, s := range steps {
		switch {
		case s.Optional:
		case s.Name == "that":
			n |= needThat
		case s.Name == "colon":
			n |= needColon
		case s.Name == "quote":
			n |= needQuote
		}
	}
	return n
}

// Rules are the rules of the finder with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule {
	var out []*match.Rule
	seen := map[string]bool{}
	for _, rules := range f.rules {
		for _, p := range rules {
			if !seen[p.Rule.Name] {
				seen[p.Rule.Name] = true
				out = append(out, p.Rule.Rule)
			}
		}
	}
	return out
}
