// Package work is what the desk is doing in the background: taking in articles, trying again what
// failed, watching feeds. One job after another is done, since one at a time may write into a
// ledger; what is watched goes on beside them. Who looks on is told of each step.
//
// Jobs are forgotten when the program ends; what they brought is in the ledger.
package work

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// States of a job.
const (
	Waiting = "waiting"
	Running = "running"
	Done    = "done"
	Failed  = "failed"
	Stopped = "stopped" // by a person, or the program's end
)

// Job is something to be done, as a page shows it.
type Job struct {
	ID       int
	Kind     string // add, retry, watch: what the words call it
	What     []string
	By       string // a pseudonym
	State    string
	At       time.Time // when it was asked for
	Ended    time.Time
	Counts   map[string]int // of what happened, by the kinds of package pipeline
	Messages []string       // the last ones, the newest last
	Error    string
	Articles []string // IDs of those that were read, the first ones
}

// Step is one thing that happened in a job.
type Step struct {
	Job   int    `json:"job"`
	State string `json:"state"`
	Kind  string `json:"kind,omitempty"` // of package pipeline; "" where the state changed, "message" for words
	ID    string `json:"id,omitempty"`   // of a capture or an article
	Words string `json:"-"`              // may have names and addresses in it: for pages that may show them
}

// Ended reports whether the job is over with this step.
func (s *Step) Ended() bool {
	return s.Kind == "" && (s.State == Done || s.State == Failed || s.State == Stopped)
}

// Tell is told of one thing that happened.
type Tell func(kind, id, words string)

// Do carries out a job until it is done or the context ends.
type Do func(ctx context.Context, tell Tell) error

// How much is remembered.
const (
	jobsKept     = 50
	messagesKept = 40
	articlesKept = 200
	listeners    = 64
)

// ErrListeners is too many who look on at once.
var ErrListeners = errors.New("too many look on")

// Board has the jobs.
type Board struct {
	now func() time.Time

	mu      sync.Mutex
	jobs    []*job // in the order in which they were asked for
	last    int
	looking map[chan Step]bool
	queue   chan *job
	all     sync.WaitGroup
	ctx     context.Context
}

type job struct {
	Job
	do   Do
	stop context.CancelFunc
	ctx  context.Context
}

// New is a board whose jobs end when the context does.
func New(ctx context.Context, now func() time.Time) *Board {
	const most = 1000 // who asks for more waits
	b := &Board{now: now, looking: map[chan Step]bool{}, queue: make(chan *job, most), ctx: ctx}
	b.all.Go(func() {
		for {
			select {
			case j := <-b.queue:
				b.run(j)
			case <-ctx.Done():
				return
			}
		}
	})
	return b
}

// Wait returns when, after the end of the context, the last job is over.
func (b *Board) Wait() { b.all.Wait() }

// Submit has a job done after those before it; one that goes on for ever at once, beside them.
func (b *Board) Submit(kind string, what []string, by string, forEver bool, do Do) int {
	ctx, stop := context.WithCancel(b.ctx)
	b.mu.Lock()
	b.last++
	j := &job{Job: Job{ID: b.last, Kind: kind, What: slices.Clone(what), By: by, State: Waiting, At: b.now(), Counts: map[string]int{}}, do: do, ctx: ctx, stop: stop}
	b.jobs = append(b.jobs, j)
	for i := 0; len(b.jobs) > jobsKept && i < len(b.jobs); i++ { // over ones go, the oldest first
		if !b.jobs[i].Ended.IsZero() {
			b.jobs = slices.Delete(b.jobs, i, i+1)
			i--
		}
	}
	b.mu.Unlock()
	if forEver {
		b.all.Go(func() { b.run(j) })
		return j.ID
	}
	select {
	case b.queue <- j:
	case <-b.ctx.Done():
	}
	return j.ID
}

func (b *Board) run(j *job) {
	defer j.stop()
	if j.ctx.Err() != nil {
		b.end(j, Stopped, nil)
		return
	}
	b.change(j, Step{State: Running}, func() { j.State = Running })
	err := j.do(j.ctx, func(kind, id, words string) {
		b.change(j, Step{State: Running, Kind: kind, ID: id, Words: words}, func() { j.happened(kind, id, words) })
	})
	switch {
	case j.ctx.Err() != nil:
		b.end(j, Stopped, nil)
	case err != nil:
		b.end(j, Failed, err)
	default:
		b.end(j, Done, nil)
	}
}

// KindMessage is a step that has only words.
const KindMessage = "message"

// kindRead is that of an article that was read, as package pipeline has it.
const kindRead = "read"

func (j *job) happened(kind, id, words string) {
	if kind != KindMessage {
		j.Counts[kind]++
	}
	if kind == kindRead && len(j.Articles) < articlesKept {
		j.Articles = append(j.Articles, id)
	}
	if words == "" || kind == kindRead {
		return
	}
	if j.Messages = append(j.Messages, words); len(j.Messages) > messagesKept {
		j.Messages = slices.Delete(j.Messages, 0, len(j.Messages)-messagesKept)
	}
}

func (b *Board) end(j *job, state string, err error) {
	b.change(j, Step{State: state}, func() {
		j.State, j.Ended = state, b.now()
		if err != nil {
			j.Error = err.Error()
		}
	})
}

// change changes a job and tells who looks on. Who is slow misses steps.
func (b *Board) change(j *job, s Step, do func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	do()
	s.Job = j.ID
	for c := range b.looking {
		select {
		case c <- s:
		default:
		}
	}
}

// Stop ends a job.
func (b *Board) Stop(id int) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, j := range b.jobs {
		if j.ID == id {
			j.stop()
			return nil
		}
	}
	return fmt.Errorf("there is no job %d", id)
}

// Jobs are those that are remembered, the newest first.
func (b *Board) Jobs() []Job {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make([]Job, 0, len(b.jobs))
	for _, j := range slices.Backward(b.jobs) {
		one := j.Job
		one.Counts = make(map[string]int, len(j.Counts))
		for k, n := range j.Counts {
			one.Counts[k] = n
		}
		one.Messages, one.Articles = slices.Clone(j.Messages), slices.Clone(j.Articles)
		out = append(out, one)
	}
	return out
}

// Look gives steps as they happen, until the function returned is called.
func (b *Board) Look() (<-chan Step, func(), error) {
	const ahead = 256
	c := make(chan Step, ahead)
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.looking) >= listeners {
		return nil, nil, ErrListeners
	}
	b.looking[c] = true
	return c, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.looking, c)
	}, nil
}
