package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"riwaya"
	"riwaya/lexicon"
)

// runVersion prints the versions of what decides a record: the program, the lexicon and
// the record's schema.
func runVersion(_ context.Context, _ []string, s streams) int {
	fmt.Fprintf(s.Out, "riwaya %s %s/%s %s\n", programVersion(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		return s.fail(err)
	}
	fmt.Fprintf(s.Out, "lexicon %s %s\nrecord %s\n", lx.Language, lx.Version, riwaya.Schema)
	return ok
}

// programVersion is the version of the program, as far as it was built with one.
func programVersion() string {
	version := "(devel)"
	if b, found := debug.ReadBuildInfo(); found {
		if b.Main.Version != "" {
			version = b.Main.Version
		}
		for _, kv := range b.Settings {
			if kv.Key == "vcs.revision" {
				version += " " + kv.Value
			}
		}
	}
	return version
}
