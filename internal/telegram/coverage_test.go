package telegram

import "testing"

func TestCoverage(t *testing.T) {
	var c Coverage
	if c.Lacks(1) {
		t.Error("of nothing")
	}
	for _, id := range []int64{10, 11, 13, 20} {
		c.Add(id)
	}
	c.Unread()
	c.Add(30)
	c.Add(40)
	c.Add(35) // out of order
	for id, want := range map[int64]bool{9: false, 10: false, 11: false, 12: true, 13: false, 14: true, 20: false, 25: false, 30: false, 31: true, 35: false, 36: true, 40: false, 41: false} {
		if c.Lacks(id) != want {
			t.Errorf("%d: %v", id, !want)
		}
	}
	again := CoverageOf(c.Runs())
	for id := range int64(50) {
		if again.Lacks(id) != c.Lacks(id) {
			t.Errorf("%d differs in %v", id, c.Runs())
		}
	}
	for id := range int64(mostStrays + 1) {
		c.Add(-id)
	}
	if c.Lacks(12) {
		t.Error("something is said of an export without an order")
	}
}
