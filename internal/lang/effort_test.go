package lang

import "testing"

func TestEffort(t *testing.T) {
	e := NewEffort(10, 100)
	if e.Spent() || !e.Spend(99) || e.Spend(1) || !e.Spent() {
		t.Fatal("100 steps are in hand")
	}
	e.Reach(3)
	if !e.Spend(29) || e.Spend(1) {
		t.Fatal("30 more behind three tokens")
	}
	e.Reach(2)
	if !e.Spent() {
		t.Fatal("going back gives nothing")
	}
	e.Reach(1000)
	if !e.Spend(99) || e.Spend(1) {
		t.Fatal("no more than 100 in hand")
	}
}
