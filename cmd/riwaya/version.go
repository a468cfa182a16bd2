package main

import (
	"context"
	"fmt"
	"runtime"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/lexicon"
)

// runVersion prints the versions of what decides a record: the program, the lexicon and
// the record's schema.
func runVersion(_ context.Context, _ []string, s cli.Streams) int {
	fmt.Fprintf(s.Out, "riwaya %s %s/%s %s\n", cli.ProgramVersion(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		return s.Fail(err)
	}
	fmt.Fprintf(s.Out, "lexicon %s %s\nrecord %s\n", lx.Language, lx.Version, riwaya.Schema)
	return cli.OK
}
