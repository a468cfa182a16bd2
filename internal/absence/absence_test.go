package absence

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"riwaya/internal/ledger"
)

const chat = "https://t.me/c/7/"

type store struct {
	covers []ledger.Coverage
	known  []int64
	absent map[int64]bool
}

func (s store) Coverages(context.Context, string) ([]ledger.Coverage, error) { return s.covers, nil }

func (s store) Under(_ context.Context, start string, each func(string, bool) error) error {
	for _, id := range s.known {
		if err := each(fmt.Sprintf("%s%d", start, id), s.absent[id]); err != nil {
			return err
		}
	}
	return each(start+"5/6", false)
}

func TestFind(t *testing.T) {
	runs := func(all ...int64) (out [][2]int64) {
		for i := 0; i < len(all); i += 2 {
			out = append(out, [2]int64{all[i], all[i+1]})
		}
		return out
	}
	whole := ledger.Coverage{Capture: "old", Runs: runs(1, 10)}
	for name, c := range map[string]struct {
		covers []ledger.Coverage
		absent int64
		want   string
	}{
		"gone":               {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(1, 4, 6, 10)}}, 0, "5 new; cut "},
		"said before":        {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(1, 4, 6, 10)}}, 5, "; cut "},
		"added first":        {[]ledger.Coverage{{Capture: "new", Runs: runs(1, 4, 6, 10)}, whole}, 0, "5 new; cut "},
		"the first of two":   {[]ledger.Coverage{{Capture: "new", Runs: runs(1, 4, 6, 10)}, {Capture: "newer", Runs: runs(1, 4, 7, 12)}}, 0, "5 new, 6 newer; cut "},
		"another period":     {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(6, 20)}}, 0, "; cut "},
		"its ends":           {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(2, 9)}}, 0, "; cut "},
		"cut":                {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(1, 2, 9, 10)}}, 0, "; cut new"},
		"a group's":          {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(1, 4, 6, 10), Group: true}}, 0, "5 new; cut "},
		"of a group, a part": {[]ledger.Coverage{whole, {Capture: "new", Runs: runs(1, 3, 6, 10), Group: true}}, 0, "; cut new"},
		"nothing":            {nil, 0, "; cut "},
	} {
		missing, cut, err := Find(context.Background(), store{c.covers, []int64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, map[int64]bool{c.absent: true}}, chat)
		var got []string
		for _, m := range missing {
			got = append(got, strings.TrimPrefix(m.Address, chat)+" "+m.Capture)
		}
		if s := strings.Join(got, ", ") + "; cut " + strings.Join(cut, ", "); err != nil || s != c.want {
			t.Errorf("%s: %s, %v; want %s", name, s, err, c.want)
		}
	}
}
