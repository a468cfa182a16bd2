//go:build !linux

package growtest

import "time"

var start = time.Now()

// Spent is the time that went by: it counts other processes too.
func Spent() time.Duration { return time.Since(start) }
