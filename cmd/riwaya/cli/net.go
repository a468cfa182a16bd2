package cli

import (
	"fmt"
	"os"
	"sync"
	"time"

	"riwaya/internal/fetch"
	"riwaya/internal/fetch/proxy"
	"riwaya/internal/show/terminal"
)

// The flags and the environment of the commands that fetch.

// NetConfig is how pages are fetched.
type NetConfig struct {
	Offline bool
	Proxy   proxy.Settings
}

// Net declares the flags of fetching. The function returned gathers them, and the environment,
// once they are parsed.
func (o *Options) Net() func() NetConfig {
	offline := o.Set.Bool("offline", false, "fetch nothing: no connection is made and no name looked up; as RIWAYA_OFFLINE=1 in the environment")
	only := ""
	o.Set.Func("proxy", "fetch through the proxy at `URL` (http, https, socks5 or socks5h), which looks the names up too; "+
		proxy.None+": directly (default: as HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say)", func(s string) error {
		only = s
		_, err := proxy.Settings{Only: s}.Choose()
		return err
	})
	return func() NetConfig {
		env := os.Getenv("RIWAYA_OFFLINE")
		return NetConfig{*offline || env != "" && env != "0", proxy.Settings{Only: only, HTTP: either("HTTP_PROXY", "http_proxy"),
			HTTPS: either("HTTPS_PROXY", "https_proxy"), All: either("ALL_PROXY", "all_proxy"), No: either("NO_PROXY", "no_proxy")}}
	}
}

// either is a variable of the environment that programs write in capitals or not.
func either(capitals, small string) string {
	if s := os.Getenv(capitals); s != "" {
		return s
	}
	return os.Getenv(small)
}

// Web is the client of a run. Waits that a person would notice are told on standard error, or as
// [Web.Tell] has it.
func (c NetConfig) Web(s Streams) Web {
	say := func(line string) { fmt.Fprintln(s.Err, line) }
	return Web{fetch.New(c.Options(func(line string) { say(line) })), time.Now, &say}
}

// Options are those of the client of a run. Of each host and reason one wait is told: where a site
// asks for a delay every page has one.
func (c NetConfig) Options(say func(line string)) fetch.Options {
	const noticed = 2 * time.Second
	var mu sync.Mutex
	told := map[[2]string]bool{}
	o := fetch.Options{Offline: c.Offline, Now: time.Now}
	o.Proxy, _ = c.Proxy.Choose() // a bad flag was told when it was parsed
	o.Waiting = func(host string, d time.Duration, why string) {
		mu.Lock()
		defer mu.Unlock()
		if key := [2]string{host, why}; d >= noticed && !told[key] {
			told[key] = true
			say(fmt.Sprintf("riwaya: waiting %v for %s: %s", d.Round(time.Second), terminal.Plain(host), terminal.Plain(why)))
		}
	}
	return o
}

// Tell has what is said of fetching said otherwise. It is called before anything is fetched.
func (w Web) Tell(say func(line string)) {
	if w.say != nil {
		*w.say = say
	}
}
