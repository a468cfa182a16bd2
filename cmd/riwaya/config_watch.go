package main

import (
	"fmt"
	"time"

	"riwaya/internal/pipeline"
)

// The least time between two looks at a feed: who asks more often is shut out.
const leastEvery = time.Minute

// watchConfig is what `riwaya watch` was asked for.
type watchConfig struct {
	inputs   []string
	ledger   string
	lexicon  string
	every    time.Duration
	once     bool
	anyClock bool
	most     int
	add      pipeline.AddOptions
	net      netConfig
	tell     func(pipeline.Event) // of what happens; may be nil
}

func watchFlags() (*options, func() watchConfig) {
	o := newOptions("watch")
	dir, lexicon, jobs, clock, most, net := o.ledger(), o.lexicon(), o.jobs(), o.anyClock(), o.most(), o.net()
	every := 15 * time.Minute
	o.set.Func("every", "look at feeds again after `TIME` like 15m or 2h (default 15m)", func(s string) (err error) {
		if every, err = time.ParseDuration(s); err != nil || every < leastEvery {
			return fmt.Errorf("want a time of a minute or more, like 15m or 2h")
		}
		return nil
	})
	once := o.set.Bool("once", false, "look at all that is due, once, and end: for a timer of the system's")
	collector, note := o.custody()
	return o, func() watchConfig {
		return watchConfig{inputs: o.args, ledger: *dir, lexicon: *lexicon, every: every, once: *once, anyClock: *clock, most: *most, net: net(),
			add: pipeline.AddOptions{Jobs: max(*jobs, 1), Collector: *collector, Note: *note}}
	}
}

// custody are the flags for what is kept with the evidence.
func (o *options) custody() (collector, note *string) {
	return o.set.String("collector", "", "who takes this in: a `PSEUDONYM`; it is kept with the evidence"),
		o.set.String("note", "", "a `NOTE`, kept with the evidence")
}
