package read

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/match"
)

// published is the key below an example that says when it was published; every other
// key is a field of the finding, as the record's JSON names it.
const published = "published"

// checkLayer runs the examples of a layer's rules. A `yes` example must give a finding by
// the rule with the fields that stand beneath it; a `no` example none, or none with all of
// the fields beneath it.
func (r *Reader) checkLayer(f ruled, c *Checked) {
	for _, rule := range f.Rules() {
		c.Rules++
		for i := range rule.Yes {
			c.Examples++
			e := &rule.Yes[i]
			if all := r.findings(f.Layer(), rule, e); !slices.ContainsFunc(all, fits(e)) {
				c.Failures = append(c.Failures, fmt.Errorf("%s: rule %s: want %s, found %s", e.At, rule.Name, listed(e.Parts), each(all, e.Parts)))
			}
		}
		for i := range rule.No {
			c.Examples++
			e := &rule.No[i]
			if all := r.findings(f.Layer(), rule, e); slices.ContainsFunc(all, fits(e)) {
				c.Failures = append(c.Failures, fmt.Errorf("%s: rule %s must not match here, but found %s", e.At, rule.Name, each(all, e.Parts)))
			}
		}
	}
}

// fits is whether a finding has all fields that an example states.
func fits(e *match.Example) func(map[string]string) bool {
	return func(found map[string]string) bool {
		for k, want := range e.Parts {
			if k != published && found[k] != want {
				return false
			}
		}
		return true
	}
}

// findings are what the rule found in an example, their fields as text.
func (r *Reader) findings(layer string, rule *match.Rule, e *match.Example) []map[string]string {
	a := riwaya.Article{ID: riwaya.TextID(e.Text), Text: e.Text, Language: r.Lexicon.Language}
	if day, ok := e.Parts[published]; ok {
		a.Published, a.PublishedPrecision = &day, riwaya.PrecisionDay
	}
	rec := r.Read(a)
	b, err := json.Marshal(rec)
	if err != nil {
		return nil
	}
	var layers map[string]json.RawMessage
	var all []map[string]any
	if json.Unmarshal(b, &layers) != nil || json.Unmarshal(layers[layer], &all) != nil {
		return nil
	}
	var out []map[string]string
	for _, one := range all {
		if name, _ := one["rule"].(string); RuleName(name) != rule.Name {
			continue
		}
		fields := map[string]string{}
		for k, v := range one {
			fields[k] = field(v)
		}
		for i := range rec.Actors { // an actor that no list has is stated by its words
			if a := &rec.Actors[i]; a.ID == fields["actor"] && a.NameAr != nil {
				fields["holder"] = *a.NameAr
			}
		}
		out = append(out, fields)
	}
	return out
}

// field is a value of JSON as an example states it; null is "-".
func field(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case map[string]any: // a statement
		return field(v["text"])
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, field(x))
		}
		return strings.Join(out, "; ")
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// listed are fields on one line.
func listed(fields map[string]string) string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(fields)) {
		if k != published {
			out = append(out, k+" "+strconv.Quote(fields[k]))
		}
	}
	if len(out) == 0 {
		return "a finding"
	}
	return strings.Join(out, ", ")
}

// each shows of every finding its text and the fields that were asked for.
func each(all []map[string]string, asked map[string]string) string {
	var out []string
	for _, one := range all {
		shown := map[string]string{"text": one["text"]}
		for k := range asked {
			shown[k] = one[k]
		}
		out = append(out, listed(shown))
	}
	if len(out) == 0 {
		return "nothing by it"
	}
	return strings.Join(out, "; ")
}
