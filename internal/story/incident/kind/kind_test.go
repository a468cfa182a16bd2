package kind

import (
	"testing"

	"riwaya"
)

func TestFits(t *testing.T) {
	for _, test := range []struct {
		a, b Kind
		want bool
	}{
		{Explosion, Explosion, true}, {Harm, Explosion, true}, {Attack, Explosion, true}, {Explosion, Air, false}, {Battle, Ground, true},
		{Harm, Disaster, true}, {Attack, Disaster, false}, {Arrest, Attack, false}, {Protest, Harm, false}, {"CONSULT visit", "CONSULT visit", true},
		{"CONSULT visit", "CONSULT multilateral", false},
	} {
		if test.a.Fits(test.b) != test.want || test.b.Fits(test.a) != test.want {
			t.Errorf("%s and %s: want %v both ways", test.a, test.b, test.want)
		}
	}
}

func TestOf(t *testing.T) {
	mode := "explosives"
	if k := Of(&riwaya.Event{Type: "ASSAULT", Mode: &mode}); k != Explosion {
		t.Errorf("explosives: %s", k)
	}
	if k := Of(&riwaya.Event{Type: "ASSAULT"}); k != Harm {
		t.Errorf("no more than that people came to harm: %s", k)
	}
	if k := Of(&riwaya.Event{Type: "CONSULT"}); k.Local() || k.Heads() {
		t.Errorf("%s is told apart by place and day", k)
	}
}
