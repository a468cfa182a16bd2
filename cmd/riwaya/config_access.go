package main

import "strings"

// accessConfig is how the desk is reached, and by whom.
type accessConfig struct {
	listen    string // HOST:PORT, "" for this machine alone
	names     []string
	cert, key string
	plain     bool
	pseudonym string
	requests  bool
}

// accessFlags are the flags for who reaches the desk. The function returned gathers them once flags are
// parsed.
func accessFlags(o *options) func() accessConfig {
	listen := o.set.String("listen", "", "listen on `HOST:PORT`, for other machines too; who comes from there has to log in: see riwaya desk user")
	var names []string
	o.set.Func("name", "the desk is also called `NAME` by browsers; may be given again", func(s string) error {
		names = append(names, strings.Split(s, ",")...)
		return nil
	})
	cert := o.set.String("tls-cert", "", "serve over TLS with the certificate in `FILE` (PEM), those above it behind it")
	key := o.set.String("tls-key", "", "and its key in `FILE` (PEM)")
	plain := o.set.Bool("insecure-http", false, "with --listen, serve without TLS: only where the network itself is encrypted")
	pseudonym := o.set.String("pseudonym", "", "without --listen, what stands under your reviews: a `PSEUDONYM` (default R1)")
	requests := o.set.Bool("requests", false, "write a line for each request: method, route, status, time; never what was asked for")
	return func() accessConfig {
		return accessConfig{listen: *listen, names: names, cert: *cert, key: *key, plain: *plain, pseudonym: *pseudonym, requests: *requests}
	}
}
