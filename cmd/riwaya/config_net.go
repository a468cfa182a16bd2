package main

import (
	"fmt"
	"time"

	"riwaya/internal/fetch"
	"riwaya/internal/show"
)

// The flags of the commands that fetch.

// netConfig is how pages are fetched.
type netConfig struct{ options fetch.Options }

// net declares the flags of fetching. The function returned gathers them once they are parsed.
func (o *options) net() func() netConfig {
	return func() netConfig { return netConfig{} }
}

// web is the client of a run. Waits that a person would notice are told on standard error.
func (c netConfig) web(s streams) web {
	const noticed = 2 * time.Second
	o := c.options
	o.Now = time.Now
	o.Waiting = func(host string, d time.Duration, why string) {
		if d >= noticed {
			fmt.Fprintf(s.Err, "riwaya: waiting %v for %s: %s\n", d.Round(time.Second), show.Plain(host), show.Plain(why))
		}
	}
	return web{fetch.New(o), time.Now}
}
