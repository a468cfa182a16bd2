package finding

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"riwaya/internal/count/predicate"
	"riwaya/internal/quantity"
)

// TestContract holds what a field can be against the record's schema.
func TestContract(t *testing.T) {
	b, err := os.ReadFile("../../../docs/record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type node struct {
		Enum       []string        `json:"enum"`
		Properties map[string]node `json:"properties"`
	}
	var schema struct {
		Defs map[string]node `json:"$defs"`
	}
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	claim := schema.Defs["claim"].Properties
	for _, x := range []struct {
		layer, field string
		want         []string
	}{
		{Claims, "class", claim["cue"].Properties["class"].Enum},
		{Claims, "source.kind", claim["source"].Properties["kind"].Enum},
		{Claims, "mode", claim["content"].Properties["mode"].Enum},
		{Figures, "op", schema.Defs["figure"].Properties["op"].Enum},
		{Figures, "scope", schema.Defs["figure"].Properties["scope"].Enum},
		{Figures, "predicate", predicate.All()},
		{Figures, "group", quantity.Groups()},
		{Times, "type", schema.Defs["time"].Properties["type"].Enum},
		{Places, "relation", schema.Defs["place"].Properties["relation"].Enum},
		{Places, "precision", schema.Defs["place"].Properties["precision"].Enum},
		{Actors, "kind", schema.Defs["actor"].Properties["kind"].Enum},
		{Positions, "stance", schema.Defs["position"].Properties["stance"].Enum},
	} {
		f, ok := FieldOf(x.layer, x.field)
		if !ok || len(x.want) == 0 || !slices.Equal(slices.Sorted(slices.Values(f.Words)), slices.Sorted(slices.Values(x.want))) {
			t.Errorf("%s.%s: %v, the contract has %v", x.layer, x.field, f.Words, x.want)
		}
	}
}

// FuzzValue: what is read as a value comes back as it was written, and fits its field.
func FuzzValue(f *testing.F) {
	for _, s := range []string{`null`, `"left"`, `12.5`, `1e400`, `true`, `[[1,2],[2,9]]`, `[[2,1]]`, `[[-1,3]]`, `["a","b","a"]`, "\"\xff\"", `[[0,99999999999999999999]]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, layer := range []string{Claims, Figures, Times, Places, Actors, Events, Positions} {
			for _, x := range Fields(layer) {
				v, err := x.Parse(b, false)
				if err != nil {
					continue
				}
				if err := x.Fits(v); err != nil {
					t.Fatalf("%s.%s: %s does not fit: %v", layer, x.Name, b, err)
				}
				out, err := json.Marshal(v)
				if err != nil {
					t.Fatal(err)
				}
				again, err := x.Parse(out, true)
				if err != nil || !again.Same(v) {
					t.Fatalf("%s.%s: %s came back as %s: %v", layer, x.Name, b, out, err)
				}
			}
		}
	})
}
