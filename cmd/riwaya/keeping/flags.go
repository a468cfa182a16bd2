package keeping

import (
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
)

// statusConfig is what `riwaya status` was asked for.
type statusConfig struct {
	ledger, lexicon string
	failures        bool
}

// StatusFlags declares the flags of `riwaya status`. The function returned gathers them once they are parsed.
func StatusFlags() (*cli.Options, func() statusConfig) {
	o := cli.NewOptions("status")
	dir, lexicon := o.Ledger(), o.Lexicon()
	failures := o.Set.Bool("failures", false, "list everything that failed, not the first of each kind")
	return o, func() statusConfig { return statusConfig{*dir, *lexicon, *failures} }
}

// verifyConfig is what `riwaya verify` was asked for.
type verifyConfig struct{ ledger, head, timestamp, roots, proof string }

// VerifyFlags declares the flags of `riwaya verify`. The function returned gathers them once they are parsed.
func VerifyFlags() (*cli.Options, func() verifyConfig) {
	o := cli.NewOptions("verify")
	dir := o.Ledger()
	head := o.Set.String("head", "", "hold the log against a head that was kept elsewhere, in `FILE`")
	stamp := o.Set.String("timestamp", "", "and that head against the time stamp in `FILE` (RFC 3161)")
	roots := o.Set.String("tsa-roots", "", "know time-stamping authorities by the root certificates in `FILE` (PEM)")
	proof := o.Set.String("proof", "", "verify the proof in `DIR`, without a ledger")
	return o, func() verifyConfig { return verifyConfig{*dir, *head, *stamp, *roots, *proof} }
}

// HeadFlags declares the flags of `riwaya head`. The function returned gathers them once they are parsed.
func HeadFlags() (*cli.Options, func() opening.LedgerConfig) {
	o := cli.NewOptions("head")
	dir, clock, stamp, net := o.Ledger(), o.AnyClock(), o.Timestamp(), o.Net()
	return o, func() opening.LedgerConfig {
		return opening.LedgerConfig{Args: o.Args, Ledger: *dir, AnyClock: *clock, Stamp: stamp(), Net: net()}
	}
}

// ProofFlags declares the flags of `riwaya proof`. The function returned gathers them once they are parsed.
func ProofFlags() (*cli.Options, func() opening.LedgerConfig) {
	o := cli.NewOptions("proof")
	dir, clock := o.Ledger(), o.AnyClock()
	out := o.Set.String("o", "", "write the proof into the folder `DIR`, which must not be there yet")
	return o, func() opening.LedgerConfig {
		return opening.LedgerConfig{Args: o.Args, Ledger: *dir, Out: *out, AnyClock: *clock}
	}
}

// WithdrawFlags declares the flags of `riwaya withdraw`. The function returned gathers them once they are parsed.
func WithdrawFlags() (*cli.Options, func() opening.LedgerConfig) {
	o := cli.NewOptions("withdraw")
	dir, clock := o.Ledger(), o.AnyClock()
	reason := o.Set.String("reason", "", "`WHY` it must go; this stays, so name nobody")
	who := o.Set.String("collector", "", "who takes it out: a `PSEUDONYM`")
	return o, func() opening.LedgerConfig {
		return opening.LedgerConfig{Args: o.Args, Ledger: *dir, Reason: *reason, Who: *who, AnyClock: *clock}
	}
}

// RepairFlags declares the flags of `riwaya repair`. The function returned gathers them once they are parsed.
func RepairFlags() (*cli.Options, func() opening.LedgerConfig) {
	o := cli.NewOptions("repair")
	dir, clock := o.Ledger(), o.AnyClock()
	return o, func() opening.LedgerConfig { return opening.LedgerConfig{Args: o.Args, Ledger: *dir, AnyClock: *clock} }
}
