package taking

import (
	"fmt"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/pipeline"
)

// AddConfig is what `riwaya add` was asked for.
type AddConfig struct {
	Inputs   []string
	Ledger   string
	Lexicon  string
	Stamp    string // a time-stamping authority
	List     bool
	AnyClock bool
	Most     int
	Add      pipeline.AddOptions
	Net      cli.NetConfig
	Tell     func(pipeline.Event) // of what happens; may be nil
}

// AddFlags declares the flags of `riwaya add`. The function returned gathers them once they are parsed.
func AddFlags() (*cli.Options, func() AddConfig) {
	o := cli.NewOptions("add")
	net := o.Net()
	dir, lexicon, jobs, clock := o.Ledger(), o.Lexicon(), o.Jobs(), o.AnyClock()
	stamp := o.Timestamp()
	list := o.Set.Bool("list", false, "print what is on disk, as soon as it is: ID, a tab, and where it came from")
	collector, note := o.Custody()
	retry := o.Set.Bool("retry", false, "try again what failed before")
	private := o.Set.Bool("private-chat", false, "take in chats of Telegram that are not public, too")
	most := o.Most()
	reread := o.Set.Bool("reread", false, "read anew what an earlier version has read")
	return o, func() AddConfig {
		return AddConfig{Inputs: o.Args, Ledger: *dir, Lexicon: *lexicon, List: *list, AnyClock: *clock, Most: *most, Net: net(), Stamp: stamp(),
			Add: pipeline.AddOptions{Jobs: max(*jobs, 1), Collector: *collector, Note: *note, Retry: *retry, Reread: *reread, PrivateChat: *private}}
	}
}

// The least time between two looks at a feed: who asks more often is shut out.
const leastEvery = time.Minute

// WatchConfig is what `riwaya watch` was asked for.
type WatchConfig struct {
	Inputs   []string
	Ledger   string
	Lexicon  string
	Every    time.Duration
	Once     bool
	AnyClock bool
	Most     int
	Add      pipeline.AddOptions
	Net      cli.NetConfig
	Tell     func(pipeline.Event) // of what happens; may be nil
}

// WatchFlags declares the flags of `riwaya watch`. The function returned gathers them once they are parsed.
func WatchFlags() (*cli.Options, func() WatchConfig) {
	o := cli.NewOptions("watch")
	dir, lexicon, jobs, clock, most, net := o.Ledger(), o.Lexicon(), o.Jobs(), o.AnyClock(), o.Most(), o.Net()
	every := 15 * time.Minute
	o.Set.Func("every", "look at feeds again after `TIME` like 15m or 2h (default 15m)", func(s string) (err error) {
		if every, err = time.ParseDuration(s); err != nil || every < leastEvery {
			return fmt.Errorf("want a time of a minute or more, like 15m or 2h")
		}
		return nil
	})
	once := o.Set.Bool("once", false, "look at all that is due, once, and end: for a timer of the system's")
	collector, note := o.Custody()
	return o, func() WatchConfig {
		return WatchConfig{Inputs: o.Args, Ledger: *dir, Lexicon: *lexicon, Every: every, Once: *once, AnyClock: *clock, Most: *most, Net: net(),
			Add: pipeline.AddOptions{Jobs: max(*jobs, 1), Collector: *collector, Note: *note}}
	}
}
