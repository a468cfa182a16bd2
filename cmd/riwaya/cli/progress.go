package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"
)

// Progress says how far a run has come: one line that is written over on a terminal, a
// line a minute elsewhere.
type Progress struct {
	out      io.Writer
	Bar      bool
	status   func() (line string, idle bool) // in place of the progress of articles; may be nil
	total    int64                           // bytes that there are to read, as far as is known
	consumed *atomic.Int64
	Read     atomic.Int64 // articles
	began    time.Time
	mu       sync.Mutex
	shown    bool
	stop     chan struct{}
	stopped  sync.WaitGroup
}

// NewProgress begins to show on an output how many articles are read, of total bytes of which consumed are done.
func NewProgress(out io.Writer, total int64, consumed *atomic.Int64) *Progress {
	p := &Progress{out: out, total: total, consumed: consumed}
	p.begin()
	return p
}

// NewStatus shows what a run without an end is doing. What is idle is shown on a terminal only.
func NewStatus(out io.Writer, status func() (line string, idle bool)) *Progress {
	p := &Progress{out: out, status: status}
	p.begin()
	return p
}

func (p *Progress) begin() {
	p.began, p.stop = time.Now(), make(chan struct{})
	f, ok := p.out.(*os.File)
	p.Bar = ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
	every := time.Minute
	if p.Bar {
		every = 250 * time.Millisecond
	}
	p.stopped.Go(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				p.show()
			case <-p.stop:
				return
			}
		}
	})
}

func (p *Progress) show() {
	line, idle := "", false
	if p.status != nil {
		line, idle = p.status()
	} else {
		line = p.line()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.Bar {
		fmt.Fprint(p.out, "\r\x1b[K"+line)
		p.shown = true
	} else if !idle {
		fmt.Fprintln(p.out, line)
	}
}

// line is like: [#####     ] 48 %  7120 articles, 512/s, 15 s left
func (p *Progress) line() string {
	n, took := p.Read.Load(), time.Since(p.began)
	rate := float64(n) / max(took.Seconds(), 0.001)
	s := fmt.Sprintf("%d articles, %.0f/s", n, rate)
	if done := float64(p.consumed.Load()) / float64(max(p.total, 1)); p.total > 0 && done > 0 && done <= 1 {
		const width = 20
		var bar [width]byte
		for i := range bar {
			bar[i] = ' '
			if float64(i) < done*width {
				bar[i] = '#'
			}
		}
		left := time.Duration(float64(took) * (1 - done) / done).Round(time.Second)
		s = fmt.Sprintf("[%s] %3.0f %%  %s, %v left", bar[:], done*100, s, left)
	}
	return s
}

// Say writes a line to where progress is shown, without mixing with it.
func (p *Progress) Say(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
	fmt.Fprintln(p.out, line)
}

func (p *Progress) wipe() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.shown = false
	}
}

// End stops showing, and wipes what is shown.
func (p *Progress) End() {
	close(p.stop)
	p.stopped.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wipe()
}
