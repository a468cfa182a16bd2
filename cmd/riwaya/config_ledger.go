package main

import (
	"cmp"
	"os"

	"riwaya/internal/follow"
	"riwaya/internal/pipeline"
)

// The flags of the commands that work on a ledger.

const ledgerDir = "riwaya-ledger"

// ledger is the flag for where the ledger stands.
func (o *options) ledger() *string {
	return o.set.String("ledger", ledgerDir, "the ledger is the folder `DIR`")
}

// anyClock is the flag for a clock that went back.
func (o *options) anyClock() *bool {
	return o.set.Bool("any-clock", false, "take the clock as it is, though the last record bears a later time")
}

// timestamp is the flag for the authority that is to see the head. The function returned
// gathers it once flags are parsed.
func (o *options) timestamp() func() string {
	address := o.set.String("timestamp", "", "have the head seen by the time-stamping authority at `URL` (RFC 3161); "+
		"none is for no one (default: as RIWAYA_TIMESTAMP says)")
	return func() string {
		switch a := cmp.Or(*address, os.Getenv("RIWAYA_TIMESTAMP")); a {
		case "none":
			return ""
		default:
			return a
		}
	}
}

// most is the flag for how much is taken of a feed.
func (o *options) most() *int {
	return o.set.Int("most", follow.DefaultMost, "take `N` new pages of one feed or sitemap at most; the next run takes more")
}

// addConfig is what `riwaya add` was asked for.
type addConfig struct {
	inputs   []string
	ledger   string
	lexicon  string
	stamp    string // a time-stamping authority
	list     bool
	anyClock bool
	most     int
	add      pipeline.AddOptions
	net      netConfig
	tell     func(pipeline.Event) // of what happens; may be nil
}

func addFlags() (*options, func() addConfig) {
	o := newOptions("add")
	net := o.net()
	dir, lexicon, jobs, clock := o.ledger(), o.lexicon(), o.jobs(), o.anyClock()
	stamp := o.timestamp()
	list := o.set.Bool("list", false, "print what is on disk, as soon as it is: ID, a tab, and where it came from")
	collector, note := o.custody()
	retry := o.set.Bool("retry", false, "try again what failed before")
	private := o.set.Bool("private-chat", false, "take in chats of Telegram that are not public, too")
	most := o.most()
	reread := o.set.Bool("reread", false, "read anew what an earlier version has read")
	return o, func() addConfig {
		return addConfig{inputs: o.args, ledger: *dir, lexicon: *lexicon, list: *list, anyClock: *clock, most: *most, net: net(), stamp: stamp(),
			add: pipeline.AddOptions{Jobs: max(*jobs, 1), Collector: *collector, Note: *note, Retry: *retry, Reread: *reread, PrivateChat: *private}}
	}
}

// statusConfig is what `riwaya status` was asked for.
type statusConfig struct {
	ledger, lexicon string
	failures        bool
}

func statusFlags() (*options, func() statusConfig) {
	o := newOptions("status")
	dir, lexicon := o.ledger(), o.lexicon()
	failures := o.set.Bool("failures", false, "list everything that failed, not the first of each kind")
	return o, func() statusConfig { return statusConfig{*dir, *lexicon, *failures} }
}

// verifyConfig is what `riwaya verify` was asked for.
type verifyConfig struct{ ledger, head, timestamp, roots, proof string }

func verifyFlags() (*options, func() verifyConfig) {
	o := newOptions("verify")
	dir := o.ledger()
	head := o.set.String("head", "", "hold the log against a head that was kept elsewhere, in `FILE`")
	stamp := o.set.String("timestamp", "", "and that head against the time stamp in `FILE` (RFC 3161)")
	roots := o.set.String("tsa-roots", "", "know time-stamping authorities by the root certificates in `FILE` (PEM)")
	proof := o.set.String("proof", "", "verify the proof in `DIR`, without a ledger")
	return o, func() verifyConfig { return verifyConfig{*dir, *head, *stamp, *roots, *proof} }
}

// ledgerConfig is what the smaller commands were asked for.
type ledgerConfig struct {
	args                     []string
	ledger, out, reason, who string
	stamp                    string // a time-stamping authority
	anyClock                 bool
	net                      netConfig
}

func headFlags() (*options, func() ledgerConfig) {
	o := newOptions("head")
	dir, clock, stamp, net := o.ledger(), o.anyClock(), o.timestamp(), o.net()
	return o, func() ledgerConfig {
		return ledgerConfig{args: o.args, ledger: *dir, anyClock: *clock, stamp: stamp(), net: net()}
	}
}

func proofFlags() (*options, func() ledgerConfig) {
	o := newOptions("proof")
	dir, clock := o.ledger(), o.anyClock()
	out := o.set.String("o", "", "write the proof into the folder `DIR`, which must not be there yet")
	return o, func() ledgerConfig { return ledgerConfig{args: o.args, ledger: *dir, out: *out, anyClock: *clock} }
}

func withdrawFlags() (*options, func() ledgerConfig) {
	o := newOptions("withdraw")
	dir, clock := o.ledger(), o.anyClock()
	reason := o.set.String("reason", "", "`WHY` it must go; this stays, so name nobody")
	who := o.set.String("collector", "", "who takes it out: a `PSEUDONYM`")
	return o, func() ledgerConfig {
		return ledgerConfig{args: o.args, ledger: *dir, reason: *reason, who: *who, anyClock: *clock}
	}
}

func repairFlags() (*options, func() ledgerConfig) {
	o := newOptions("repair")
	dir, clock := o.ledger(), o.anyClock()
	return o, func() ledgerConfig { return ledgerConfig{args: o.args, ledger: *dir, anyClock: *clock} }
}
