package cli

import (
	"bytes"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestProgress shows a bar with rate and time left on a terminal, lines elsewhere, and keeps other
// lines apart from it.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := NewProgress(&out, 1000, new(atomic.Int64))
	p.began = time.Now().Add(-10 * time.Second)
	p.Read.Store(500)
	if l := p.line(); !strings.HasPrefix(l, "500 articles, ") {
		t.Errorf("%q", l)
	}
	p.consumed.Store(250)
	if l := p.line(); !strings.HasPrefix(l, "[#####               ]  25 %  500 articles, ") || !strings.HasSuffix(l, ", 30s left") {
		t.Errorf("%q", l)
	}
	p.show()
	p.Bar = true
	p.show()
	p.Say("riwaya: a line")
	p.End()
	lines := strings.Split(out.String(), "\n")
	if len(lines) != 3 || !strings.HasSuffix(lines[1], "\r\x1b[Kriwaya: a line") || lines[2] != "" {
		t.Errorf("%q", lines)
	}
}
