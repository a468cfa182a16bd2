package span

import (
	"testing"
	"time"
)

func TestWindow(t *testing.T) {
	const tuesday = 17960 // 2019-03-05
	for value, want := range map[string]string{
		"2019-03-04": "2019-03-04 2019-03-04", "2019-03-04T10:20": "2019-03-04 2019-03-04", "2019-03": "2019-03-01 2019-03-31", "2019-02": "2019-02-01 2019-02-28",
		"2013": "2013-01-01 2013-12-31", "2019-W10": "2019-03-04 2019-03-10", "XXXX-WXX-1": "2019-03-04 2019-03-04", "XXXX-WXX-2": "2019-03-05 2019-03-05",
		"XXXX-WXX-3": "2019-02-27 2019-02-27", "2019-03-01/2019-03-03": "2019-03-01 2019-03-03", "PXW": "", "PAST_REF": "", "P2D": "", "XXXX": "", "": "",
	} {
		got := ""
		if d, ok := Window(value, tuesday, false); ok {
			got = time.Unix(int64(d.From)*86400, 0).UTC().Format(time.DateOnly) + " " + time.Unix(int64(d.To)*86400, 0).UTC().Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

func FuzzWindow(f *testing.F) {
	for _, s := range []string{"2019-03-04", "XXXX-WXX-7TNI", "2019-W53", "2019-03-01/2019-04", "/", "T", "XXXX-WXX-x"} {
		f.Add(s, 17960)
	}
	f.Fuzz(func(t *testing.T, s string, day int) {
		if d, ok := Window(s, day%100000, true); ok && d.From > d.To {
			t.Errorf("%q: from %d to %d", s, d.From, d.To)
		}
	})
}
