package where

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya/internal/match"
	"riwaya/internal/toponym"
	"riwaya/lexicon"
)

// Layer is the name of the layer in the record.
func (f *Finder) Layer() string { return "places" }

// Rules are the ways in which mentions are read, with their examples.
func (f *Finder) Rules() []*match.Rule { return f.file }

// readRules reads places.rules, which has a rule for each form: how sure it is, and its
// examples.
func (f *Finder) readRules(lx *lexicon.Lexicon) error {
	for i, n := range toponym.FormNames {
		f.rules[i], f.sure[i] = lx.Language+"/places:"+n+"@"+lx.Version[:4], unmeasured
	}
	rules, err := match.Parse(lx.RulesOf("places"))
	if err != nil {
		return err
	}
	for i := range rules {
		r := &rules[i]
		n := slices.Index(toponym.FormNames[:], r.Name)
		if n < 0 || r.Patterns[0].Name != "place" || r.Patterns[0].Trigger != r.Name {
			return fmt.Errorf("%s: rule %s: want one of %s, with when place:NAME", r.At, r.Name, strings.Join(toponym.FormNames[:], ", "))
		}
		for k, v := range r.Keys {
			if k != "sure" {
				return fmt.Errorf("%s: rule %s: unknown key %q", r.At, r.Name, k)
			}
			if f.sure[n], err = strconv.ParseFloat(v, 64); err != nil || !(f.sure[n] > 0 && f.sure[n] <= 1) {
				return fmt.Errorf("%s: rule %s: sure is a share, not %q", r.At, r.Name, v)
			}
		}
		f.file = append(f.file, r)
	}
	return nil
}

// unmeasured is the confidence of a form whose rule does not say how sure it is.
const unmeasured = 0.5
