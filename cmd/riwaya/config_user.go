package main

import "riwaya/internal/desk/login"

// userConfig is what `riwaya desk user` was asked for.
type userConfig struct {
	args                    []string
	ledger, role, pseudonym string
}

func userFlags() (*options, func() userConfig) {
	o := newOptions("desk user")
	dir := o.ledger()
	role := o.oneOf("role", login.Reader.String(), "what the account may do", login.Reader.String(), login.Reviewer.String(), login.Admin.String())
	pseudonym := o.set.String("pseudonym", "", "what stands under reviews and in exports: a `PSEUDONYM` (default: the next of R2, R3 …)")
	return o, func() userConfig { return userConfig{o.args, *dir, *role, *pseudonym} }
}
