package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/term"

	"riwaya/internal/page"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
)

// Flags and environment are read here and nowhere else. The environment:
//
//	NO_COLOR   not empty: no colour (no-color.org)
//	RIWAYA_TIMESTAMP   the time-stamping authority for add and head: see config_ledger.go
//	COLUMNS    the width of a line; else the terminal's, else 80
//	RIWAYA_OFFLINE   not empty and not 0: as --offline
//	HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY   where there is no --proxy; also in small letters

// options are the flags of one subcommand and what stands behind them.
type options struct {
	set  *flag.FlagSet
	args []string
}

func newOptions(name string) *options {
	o := &options{set: flag.NewFlagSet(name, flag.ContinueOnError)}
	o.set.SetOutput(io.Discard)
	return o
}

// parse reads flags, which may stand before, between and behind the arguments, up to
// "--". It returns false, and the exit code, where there is nothing more to do.
func (o *options) parse(args []string, s streams) (code int, more bool) {
	for len(args) > 0 {
		before := args
		if err := o.set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				if s.Help != nil {
					s.Help(o.set.Name(), o.set)
				}
				return ok, false
			}
			return o.misuse(s, strings.Replace(err.Error(), "flag provided but not defined: ", "no option ", 1)), false
		}
		args = o.set.Args()
		if n := len(before) - len(args); n > 0 && before[n-1] == "--" {
			o.args = append(o.args, args...)
			break
		}
		if len(args) > 0 {
			o.args = append(o.args, args[0])
			args = args[1:]
		}
	}
	return ok, true
}

// misuse reports a command line that was not understood.
func (o *options) misuse(s streams, what string) int {
	fmt.Fprintf(s.Err, "riwaya %s: %s; `riwaya help %s` says how\n", o.set.Name(), terminal.Plain(what), strings.Fields(o.set.Name())[0])
	return misused
}

// oneOf is a flag that takes one of some words.
func (o *options) oneOf(name, value, usage string, words ...string) *string {
	v := value
	o.set.Func(name, usage+": "+strings.Join(words, ", ")+" (default "+value+")", func(s string) error {
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

// lexicon is the flag for a lexicon other than the one built in.
func (o *options) lexicon() *string {
	return o.set.String("lexicon", "", "read with the lexicon in `DIR`, not with the one built in")
}

// jobs is the flag for how many articles are read at a time.
func (o *options) jobs() *int {
	return o.set.Int("jobs", runtime.GOMAXPROCS(0), "read `N` articles at a time")
}

// view is how records are shown on an output.
func view(out io.Writer, full, names bool) show.Options {
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

// readConfig is what `riwaya read` was asked for.
type readConfig struct {
	inputs  []string
	page    page.Options
	lexicon string
	format  string
	places  string
	explain string
	jobs    int
	view    show.Options
	net     netConfig
}

// readFlags declares the flags of `riwaya read`. The function returned gathers them
// once they are parsed.
func readFlags() (*options, func(streams) readConfig) {
	o := newOptions("read")
	published := o.set.String("published", "", "when it appeared: `DATE` like 2019-02-20 or 2019-02-20T14:05:00+03:00")
	outlet := o.set.String("outlet", "", "who published it: `NAME`")
	lang := o.set.String("lang", "", "its language: `CODE` like ar or en, where it should not be guessed")
	lexicon := o.lexicon()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json", "jsonl")
	places := o.set.String("places", "", "know the places of `FILE` too: see riwaya gazetteer import")
	explain := o.set.String("explain", "", "say why the finding `ID` was found")
	full := o.set.Bool("full", false, "show contents whole, not their first lines")
	names := o.set.Bool("names", false, "show private persons by name; else by what they are")
	jobs, net := o.jobs(), o.net()
	return o, func(s streams) readConfig {
		return readConfig{inputs: o.args, page: page.Options{Published: *published, Outlet: *outlet, Lang: *lang},
			lexicon: *lexicon, format: *format, places: *places, explain: *explain, jobs: max(*jobs, 1), view: view(s.Out, *full, *names), net: net()}
	}
}

// readArgs reads the command line of `riwaya read`.
func readArgs(args []string, s streams) (c readConfig, code int, more bool) {
	o, gather := readFlags()
	if code, more = o.parse(args, s); !more {
		return c, code, false
	}
	c = gather(s)
	if len(c.inputs) == 0 {
		return c, o.misuse(s, "no input; give a file, an address, or - for standard input"), false
	}
	return c, ok, true
}
