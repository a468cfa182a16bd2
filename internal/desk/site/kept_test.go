package site

import (
	"fmt"
	"strings"
	"testing"
)

// TestPagesKept: no more than so many bytes are kept, and what was asked for last stays longest.
func TestPagesKept(t *testing.T) {
	p := newPages()
	p.turn("1")
	body := strings.Repeat("x", keptBytes/10)
	for i := range 9 {
		p.put(fmt.Sprintf("1\n%d", i), body)
	}
	if _, ok := p.get("1\n0"); !ok {
		t.Error("what fits is not kept")
	}
	p.put("1\n9", body)
	p.put("1\n10", body)
	if _, ok := p.get("1\n0"); !ok {
		t.Error("what was asked for last went first")
	}
	if _, ok := p.get("1\n1"); ok {
		t.Error("more is kept than may be")
	}
	p.put("1\nlarge", strings.Repeat("x", keptBytes))
	if _, ok := p.get("1\nlarge"); ok || p.bytes > keptBytes || p.order.Len() != len(p.at) {
		t.Errorf("%d bytes of %d pages, %d by key", p.bytes, p.order.Len(), len(p.at))
	}
	p.turn("2")
	if _, ok := p.get("1\n0"); ok || p.bytes != 0 {
		t.Error("a page outlives its moment")
	}
	p.put("1\n0", body)
	if _, ok := p.get("1\n0"); ok {
		t.Error("a page of a moment that is over is kept")
	}
}
