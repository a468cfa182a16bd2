package serving

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/login"
	"riwaya/internal/show/terminal"
)

// runDeskUser has the accounts of a ledger's desk made, listed and removed.
func runDeskUser(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := userFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	wanted := map[string]int{"add": 2, "list": 1, "remove": 2, "password": 2, "role": 2}
	switch {
	case len(c.args) == 0 || wanted[c.args[0]] == 0:
		return o.Misuse(s, "say add, list, remove, password or role")
	case len(c.args) != wanted[c.args[0]]:
		return o.Misuse(s, "add, remove, password and role take one name, list takes none")
	}
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return s.Fail(err)
	}
	db, err := deskdb.Open(ctx, d)
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	err = c.do(ctx, login.New(db, login.Options{Now: time.Now}), s)
	switch err = errors.Join(err, db.Close()); {
	case ctx.Err() != nil:
		return cli.Interrupted
	case err != nil:
		return s.Fail(err)
	}
	return cli.OK
}

func (c userConfig) do(ctx context.Context, a *login.Accounts, s cli.Streams) error {
	role, err := login.ParseRole(c.role)
	if err != nil {
		return err
	}
	switch c.args[0] {
	case "add":
		password, err := newPassword(s)
		if err != nil {
			return err
		}
		made, err := a.Add(ctx, c.args[1], c.pseudonym, password, role)
		if err != nil {
			return fmt.Errorf("%s: %w", terminal.Plain(c.args[1]), err)
		}
		fmt.Fprintf(s.Out, "%s is %s, and is shown as %s\n", made.Name, made.Role, made.Pseudonym)
		return nil
	case "list":
		all, err := a.List(ctx)
		if err != nil {
			return err
		}
		for _, one := range all {
			fmt.Fprintf(s.Out, "%s\t%s\t%s\t%s\n", one.Name, one.Pseudonym, one.Role, one.Made.Format("2006-01-02"))
		}
		return nil
	case "password":
		password, err := newPassword(s)
		if err != nil {
			return err
		}
		err = a.SetPassword(ctx, c.args[1], password)
		return named(c.args[1], err)
	case "role":
		return named(c.args[1], a.SetRole(ctx, c.args[1], role))
	}
	return named(c.args[1], a.Remove(ctx, c.args[1]))
}

func named(name string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", terminal.Plain(name), err)
	}
	return nil
}

// newPassword is asked for twice at a terminal, where it is not shown; else it is the first line
// of standard input. It is never an argument: those stand in the list of processes and in the
// history of the shell.
func newPassword(s cli.Streams) (string, error) {
	f, isFile := s.In.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		const most = 4 << 10 // bytes
		line, err := bufio.NewReader(io.LimitReader(s.In, most)).ReadString('\n')
		if err != nil && err != io.EOF {
			return "", err
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	var given [2]string
	for i, ask := range []string{"Password: ", "The same again: "} {
		fmt.Fprint(s.Err, ask)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(s.Err)
		if err != nil {
			return "", err
		}
		given[i] = string(b)
	}
	if given[0] != given[1] {
		return "", errors.New("the two are not the same; nothing was changed")
	}
	return given[0], nil
}
