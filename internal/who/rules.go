package who

import (
	"fmt"
	"riwaya/internal/mention"
	"strings"

	"riwaya/internal/match"
	"riwaya/lexicon"
)

// kinds are what the rules of actors are about, as their `when` says it.
var kinds = [mention.Whats]string{mention.Known: "alias", mention.Body: "body", mention.State: "state", mention.Person: "person", mention.Folk: "folk"}

// readRules reads actors.rules. Its rules say what is read and hold the examples; the
// words stand in the lists.
func (f *Finder) readRules(lx *lexicon.Lexicon) error {
	for what, kind := range kinds {
		f.rule[what] = lx.Language + "/actors:" + kind + "@" + lx.Version[:4]
	}
	rules, err := match.Parse(lx.RulesOf("actors"))
	if err != nil {
		return err
	}
	for i := range rules {
		r := &rules[i]
		if len(r.Keys) > 0 {
			for k := range r.Keys {
				return fmt.Errorf("%s: unknown key %q", r.At, k)
			}
		}
		at := -1
		for what, kind := range kinds {
			if len(r.Patterns) == 1 && r.Patterns[0].Name == "actor" && r.Patterns[0].Trigger == kind {
				at = what
			}
		}
		if at < 0 {
			return fmt.Errorf("%s: rule %s needs `when actor:KIND`, KIND one of %s", r.At, r.Name, strings.Join(kinds[:], " "))
		}
		f.rule[at] = lx.Language + "/actors:" + r.Name + "@" + lx.Version[:4]
		f.rules = append(f.rules, r)
	}
	return nil
}

// Layer is the name of the layer that the rules are of.
func (f *Finder) Layer() string { return "actors" }

// Rules are the rules, with their examples.
func (f *Finder) Rules() []*match.Rule { return f.rules }
