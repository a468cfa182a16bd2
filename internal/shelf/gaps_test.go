package shelf

import (
	"testing"

	"riwaya/internal/across"
)

func TestGaps(t *testing.T) {
	days := func(outlet string, all ...string) (out []across.OutletDay) {
		for _, d := range all {
			out = append(out, across.OutletDay{Outlet: outlet, Day: "2019-02-" + d, Reports: 2})
		}
		return out
	}
	all := outlets(append(append(
		days("daily", "01", "02", "03", "04", "08", "09"),    // three days are missing
		days("rare", "01", "05", "09", "13", "17", "23")...), // six days after four are no gap
		days("weekend", "01", "02", "05", "06", "07", "08")...)) // two days are no gap
	if len(all) != 3 || all[0].Reports != 12 || all[0].First != "2019-02-01" || all[0].Last != "2019-02-09" {
		t.Fatalf("%+v", all)
	}
	if g := all[0].Gaps; len(g) != 1 || g[0] != (Gap{"daily", "2019-02-05", "2019-02-07", 3, 1}) {
		t.Errorf("%+v", g)
	}
	for _, o := range all[1:] {
		if len(o.Gaps) > 0 {
			t.Errorf("%+v", o)
		}
	}
	if few := outlets(days("few", "01", "20")); few[0].Gaps != nil {
		t.Errorf("%+v", few)
	}
}
