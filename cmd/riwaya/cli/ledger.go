package cli

import (
	"cmp"
	"os"

	"riwaya/internal/follow"
)

// The flags of the commands that work on a ledger.

// LedgerDir is the folder of a ledger where none is named.
const LedgerDir = "riwaya-ledger"

// Ledger is the flag for where the ledger stands.
func (o *Options) Ledger() *string {
	return o.Set.String("ledger", LedgerDir, "the ledger is the folder `DIR`")
}

// AnyClock is the flag for a clock that went back.
func (o *Options) AnyClock() *bool {
	return o.Set.Bool("any-clock", false, "take the clock as it is, though the last record bears a later time")
}

// Timestamp is the flag for the authority that is to see the head. The function returned
// gathers it once flags are parsed.
func (o *Options) Timestamp() func() string {
	address := o.Set.String("timestamp", "", "have the head seen by the time-stamping authority at `URL` (RFC 3161); "+
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

// Most is the flag for how much is taken of a feed.
func (o *Options) Most() *int {
	return o.Set.Int("most", follow.DefaultMost, "take `N` new pages of one feed or sitemap at most; the next run takes more")
}

// Custody are the flags for what is kept with the evidence.
func (o *Options) Custody() (collector, note *string) {
	return o.Set.String("collector", "", "who takes this in: a `PSEUDONYM`; it is kept with the evidence"),
		o.Set.String("note", "", "a `NOTE`, kept with the evidence")
}
