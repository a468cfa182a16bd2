package outlet

import (
	"context"
	"reflect"
	"testing"

	"riwaya"
)

type scene struct {
	of     map[string]string
	copies []riwaya.Copy
	credit map[string]bool
}

func (s scene) Outlets(context.Context) (map[string]string, error) { return s.of, nil }
func (s scene) Crediting(context.Context) (map[string]bool, error) { return s.credit, nil }
func (s scene) EachCopy(_ context.Context, see func(*riwaya.Copy) error) error {
	for i := range s.copies {
		if err := see(&s.copies[i]); err != nil {
			return err
		}
	}
	return nil
}

// TestSum: b copies a twice, once without saying whose text it is; c and a share a little, nobody
// knows in which direction; a copy inside one outlet and one with an older version count for nothing.
func TestSum(t *testing.T) {
	s := scene{
		of:     map[string]string{"a1": "a", "a2": "a", "b1": "b", "b2": "b", "c1": "c", "n1": ""},
		credit: map[string]bool{"b1": true, "old": true},
		copies: []riwaya.Copy{
			{A: "a1", B: "b1", ShareA: 0.9, ShareB: 0.8, Directed: true},
			{A: "a2", B: "b2", ShareA: 0.2, ShareB: 0.5, Directed: true, Agency: &riwaya.Agency{Hidden: "b2"}},
			{A: "a1", B: "c1", ShareA: 0.1, ShareB: 0.1},
			{A: "a1", B: "a2", ShareA: 1, ShareB: 1, Directed: true},
			{A: "a1", B: "old", ShareA: 1, ShareB: 1, Directed: true},
		},
	}
	all, err := Sum(context.Background(), s, s)
	if err != nil {
		t.Fatal(err)
	}
	if want := []Shares{{"a", 2, 1, 0, 0, 0}, {"b", 2, 2, 2, 1, 1}, {"", 1, 0, 0, 0, 0}, {"c", 1, 0, 0, 0, 0}}; !reflect.DeepEqual(all.Shares, want) {
		t.Errorf("%+v", all.Shares)
	}
	if want := []Tie{{"b", "a", true, 2}, {"a", "c", false, 1}, {"c", "a", false, 1}}; !reflect.DeepEqual(all.Ties, want) {
		t.Errorf("%+v", all.Ties)
	}
	if of, ok := all.Of("b"); !ok || of.Copied != 2 || all.Reports() != 6 {
		t.Error(of, ok, all.Reports())
	}
}
