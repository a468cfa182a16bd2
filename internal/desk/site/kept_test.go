package site

import (
	"fmt"
	"strings"
	"testing"

	"riwaya/internal/shelf"
)

// TestPagesKept: no more than so many bytes are kept, what was asked for last stays longest, and no page
// outlives its moment but those of the edition before, if nothing was decided or withdrawn since.
func TestPagesKept(t *testing.T) {
	p, first := newPages(), shelf.Moment{Edition: 1, Review: 7}
	body := strings.Repeat("x", keptBytes/10)
	p.get(first, "")
	for i := range 9 {
		p.put(first, fmt.Sprint(i), body)
	}
	if _, ok := p.get(first, "0"); !ok {
		t.Error("what fits is not kept")
	}
	p.put(first, "9", body)
	p.put(first, "10", body)
	if _, ok := p.get(first, "0"); !ok {
		t.Error("what was asked for last went first")
	}
	if _, ok := p.get(first, "1"); ok {
		t.Error("more is kept than may be")
	}
	p.put(first, "large", strings.Repeat("x", keptBytes))
	if _, ok := p.get(first, "large"); ok || p.now.bytes > keptBytes || p.now.order.Len() != len(p.now.at) {
		t.Errorf("%d bytes of %d pages, %d by key", p.now.bytes, p.now.order.Len(), len(p.now.at))
	}
	second := shelf.Moment{Edition: 2, Review: 7}
	if _, ok := p.get(second, "0"); ok {
		t.Error("a page outlives its moment")
	}
	if _, ok := p.earlier(second, "0"); !ok {
		t.Error("the edition before is not held")
	}
	p.put(first, "0", body)
	if _, ok := p.get(second, "0"); ok {
		t.Error("a page of a moment that is over is kept")
	}
	p.put(second, "0", body)
	for _, decided := range []shelf.Moment{{Edition: 2, Review: 8}, {Edition: 2, Review: 8, Withdrawal: 9}} {
		if _, ok := p.earlier(decided, "0"); ok {
			t.Errorf("a page outlives a decision or a withdrawal: %v", decided)
		}
		p.put(decided, "0", body)
	}
}
