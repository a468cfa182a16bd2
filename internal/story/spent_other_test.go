//go:build !linux

package story

import "time"

var start = time.Now()

// spent is the time that went by: it counts other processes too.
func spent() time.Duration { return time.Since(start) }
