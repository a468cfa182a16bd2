package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
)

// Flags and environment are read here and nowhere else. The environment:
//
//	NO_COLOR   not empty: no colour (no-color.org)
//	RIWAYA_TIMESTAMP   the time-stamping authority for add and head: see ledger.go
//	COLUMNS    the width of a line; else the terminal's, else 80
//	RIWAYA_OFFLINE   not empty and not 0: as --offline
//	HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY   where there is no --proxy; also in small letters

// Options are the flags of one subcommand and what stands behind them.
type Options struct {
	Set  *flag.FlagSet
	Args []string
}

// NewOptions are the flags of a command, none yet.
func NewOptions(name string) *Options {
	o := &Options{Set: flag.NewFlagSet(name, flag.ContinueOnError)}
	o.Set.SetOutput(io.Discard)
	return o
}

// Parse reads flags, which may stand before, between and behind the arguments, up to
// "--". It returns false, and the exit code, where there is nothing more to do.
func (o *Options) Parse(args []string, s Streams) (code int, more bool) {
	for len(args) > 0 {
		before := args
		if err := o.Set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				if s.Help != nil {
					s.Help(o.Set.Name(), o.Set)
				}
				return OK, false
			}
			return o.Misuse(s, strings.Replace(err.Error(), "flag provided but not defined: ", "no option ", 1)), false
		}
		args = o.Set.Args()
		if n := len(before) - len(args); n > 0 && before[n-1] == "--" {
			o.Args = append(o.Args, args...)
			break
		}
		if len(args) > 0 {
			o.Args = append(o.Args, args[0])
			args = args[1:]
		}
	}
	return OK, true
}

// Misuse reports a command line that was not understood.
func (o *Options) Misuse(s Streams, what string) int {
	fmt.Fprintf(s.Err, "riwaya %s: %s; `riwaya help %s` says how\n", o.Set.Name(), terminal.Plain(what), strings.Fields(o.Set.Name())[0])
	return Misused
}

// OneOf is a flag that takes one of some words.
func (o *Options) OneOf(name, value, usage string, words ...string) *string {
	v := value
	o.Set.Func(name, usage+": "+strings.Join(words, ", ")+" (default "+value+")", func(s string) error {
		for _, w := range words {
			if s == w {
				v = s
				return nil
			}
		}
		return fmt.Errorf("want one of %s", strings.Join(words, ", "))
	})
	return &v
}

// Lexicon is the flag for a lexicon other than the one built in.
func (o *Options) Lexicon() *string {
	return o.Set.String("lexicon", "", "read with the lexicon in `DIR`, not with the one built in")
}

// Jobs is the flag for how many articles are read at a time.
func (o *Options) Jobs() *int {
	return o.Set.Int("jobs", runtime.GOMAXPROCS(0), "read `N` articles at a time")
}

// View is how records are shown on an output.
func View(out io.Writer, full, names bool) show.Options {
	const usual = 80
	o := show.Options{Width: usual, Full: full, Names: names}
	f, isFile := out.(*os.File)
	if isFile && term.IsTerminal(int(f.Fd())) {
		o.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			o.Width = w
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		o.Width = n
	}
	return o
}

// Count is a flag for a whole number.
func (o *Options) Count(name string, value, least int, usage string) *int {
	v := value
	o.Set.Func(name, usage, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < least {
			return fmt.Errorf("want a number from %d", least)
		}
		v = n
		return nil
	})
	return &v
}

// Day is a flag for a day.
func (o *Options) Day(name, usage string) *string {
	v := ""
	o.Set.Func(name, usage, func(s string) error {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return fmt.Errorf("want a day like 2019-02-20")
		}
		v = s
		return nil
	})
	return &v
}
