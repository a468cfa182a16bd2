package frame_test

import (
	"testing"

	"riwaya/internal/timex/frame"
)

func TestOf(t *testing.T) {
	said := func(fields ...int16) (f frame.Frame) {
		for i := 0; i < len(fields); i += 2 {
			f[fields[i]] = fields[i+1]
		}
		return f
	}
	for _, c := range []struct {
		kind, value string
		want        frame.Frame
	}{
		{"month", "5", said(int16(frame.Month), 5)},
		{"hijri", "9", said(int16(frame.Month), 9, int16(frame.Hijri), 1)},
		{"day", "-1", said(int16(frame.Offset), frame.Shift-1)},
		{"two", "W", said(int16(frame.Unit), frame.Weeks, int16(frame.N), 2)},
		{"near", "next", said(int16(frame.Near), frame.Next)},
		{"tonight", "", said(int16(frame.Offset), frame.Shift, int16(frame.Part), frame.Night)},
		{"about", "", said()},
	} {
		if got, err := frame.Of(c.kind, c.value); err != nil || got != c.want {
			t.Errorf("%s:%s says %v, %v, want %v", c.kind, c.value, got, err, c.want)
		}
	}
	for _, c := range [][2]string{{"month", ""}, {"month", "May"}, {"month", "2101"}, {"unit", "fortnight"}, {"near", ""}} {
		if got, err := frame.Of(c[0], c[1]); err == nil {
			t.Errorf("%s:%s says %v", c[0], c[1], got)
		}
	}
}

func TestMeaningOf(t *testing.T) {
	for name, want := range map[string]frame.Meaning{"date": frame.Date, "ref": frame.Uncounted, "morrow": frame.Morrow} {
		if got, err := frame.MeaningOf(name); err != nil || got != want {
			t.Errorf("%s is %v, %v", name, got, err)
		}
	}
	if _, err := frame.MeaningOf("season"); err == nil {
		t.Error("season is a meaning")
	}
}
