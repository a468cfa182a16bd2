package serving

import (
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/desk/login"
)

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
func accessFlags(o *cli.Options) func() accessConfig {
	listen := o.Set.String("listen", "", "listen on `HOST:PORT`, for other machines too; who comes from there has to log in: see riwaya desk user")
	var names []string
	o.Set.Func("name", "the desk is also called `NAME` by browsers; may be given again", func(s string) error {
		names = append(names, strings.Split(s, ",")...)
		return nil
	})
	cert := o.Set.String("tls-cert", "", "serve over TLS with the certificate in `FILE` (PEM), those above it behind it")
	key := o.Set.String("tls-key", "", "and its key in `FILE` (PEM)")
	plain := o.Set.Bool("insecure-http", false, "with --listen, serve without TLS: only where the network itself is encrypted")
	pseudonym := o.Set.String("pseudonym", "", "without --listen, what stands under your reviews: a `PSEUDONYM` (default R1)")
	requests := o.Set.Bool("requests", false, "write a line for each request: method, route, status, time; never what was asked for")
	return func() accessConfig {
		return accessConfig{listen: *listen, names: names, cert: *cert, key: *key, plain: *plain, pseudonym: *pseudonym, requests: *requests}
	}
}

// userConfig is what `riwaya desk user` was asked for.
type userConfig struct {
	args                    []string
	ledger, role, pseudonym string
}

func userFlags() (*cli.Options, func() userConfig) {
	o := cli.NewOptions("desk user")
	dir := o.Ledger()
	role := o.OneOf("role", login.Reader.String(), "what the account may do", login.Reader.String(), login.Reviewer.String(), login.Admin.String())
	pseudonym := o.Set.String("pseudonym", "", "what stands under reviews and in exports: a `PSEUDONYM` (default: the next of R2, R3 …)")
	return o, func() userConfig { return userConfig{o.Args, *dir, *role, *pseudonym} }
}
