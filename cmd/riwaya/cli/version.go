package cli

import (
	"runtime/debug"
)

// ProgramVersion is the version of the program, as far as it was built with one.
func ProgramVersion() string {
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
