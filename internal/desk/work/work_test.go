package work

import (
	"context"
	"errors"
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

func TestOneAfterAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		b := New(ctx, time.Now)
		steps, away, err := b.Look()
		if err != nil {
			t.Fatal(err)
		}
		running := 0
		for i := range 3 {
			b.Submit("add", []string{strconv.Itoa(i)}, "R1", false, func(ctx context.Context, tell Tell) error {
				if running++; running > 1 {
					t.Error("two at once")
				}
				time.Sleep(time.Second)
				tell("read", "art-"+strconv.Itoa(i), "")
				tell("failed", "", "line 2: no text")
				running--
				if i == 1 {
					return errors.New("wrong")
				}
				return nil
			})
		}
		forEver := b.Submit("watch", nil, "R1", true, func(ctx context.Context, _ Tell) error { <-ctx.Done(); return ctx.Err() })
		time.Sleep(5 * time.Second)
		synctest.Wait()
		jobs := b.Jobs()
		states := ""
		for _, j := range jobs {
			states += j.State + " "
		}
		if states != "running done failed done " {
			t.Error(states)
		}
		if j := jobs[2]; j.Error != "wrong" || j.Counts["failed"] != 1 || len(j.Messages) != 1 || j.Articles[0] != "art-1" || j.Ended.IsZero() {
			t.Errorf("%+v", j)
		}
		if n := len(steps); n != 13 {
			t.Errorf("%d steps were told", n)
		}
		away()
		if err := b.Stop(forEver); err != nil {
			t.Error(err)
		}
		synctest.Wait()
		if s := b.Jobs()[0].State; s != Stopped {
			t.Error(s)
		}
		if b.Stop(99) == nil {
			t.Error("a job that is not there was stopped")
		}
		cancel()
		b.Wait()
	})
}

func TestForgetsTheOldest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		b := New(ctx, time.Now)
		for range 3 * jobsKept {
			b.Submit("add", nil, "R1", false, func(context.Context, Tell) error { return nil })
			synctest.Wait()
		}
		if jobs := b.Jobs(); len(jobs) != jobsKept || jobs[0].ID != 3*jobsKept {
			t.Error(len(jobs), jobs[0].ID)
		}
		cancel()
		b.Wait()
	})
}

func TestFewLookOn(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	b := New(ctx, time.Now)
	for range listeners {
		if _, _, err := b.Look(); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := b.Look(); !errors.Is(err, ErrListeners) {
		t.Error(err)
	}
}
