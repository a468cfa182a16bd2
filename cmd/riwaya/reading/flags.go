package reading

import (
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/page"
	"riwaya/internal/show"
)

// ReadConfig is what `riwaya read` was asked for.
type ReadConfig struct {
	Inputs  []string
	Page    page.Options
	Lexicon string
	Format  string
	Places  string
	Explain string
	Jobs    int
	View    show.Options
	Net     cli.NetConfig
}

// ReadFlags declares the flags of `riwaya read`. The function returned gathers them
// once they are parsed.
func ReadFlags() (*cli.Options, func(cli.Streams) ReadConfig) {
	o := cli.NewOptions("read")
	published := o.Set.String("published", "", "when it appeared: `DATE` like 2019-02-20 or 2019-02-20T14:05:00+03:00")
	outlet := o.Set.String("outlet", "", "who published it: `NAME`")
	lang := o.Set.String("lang", "", "its language: `CODE` like ar or en, where it should not be guessed")
	lexicon := o.Lexicon()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "jsonl")
	places := o.Set.String("places", "", "know the places of `FILE` too: see riwaya gazetteer import")
	explain := o.Set.String("explain", "", "say why the finding `ID` was found")
	full := o.Set.Bool("full", false, "show contents whole, not their first lines")
	names := o.Set.Bool("names", false, "show private persons by name; else by what they are")
	jobs, net := o.Jobs(), o.Net()
	return o, func(s cli.Streams) ReadConfig {
		return ReadConfig{Inputs: o.Args, Page: page.Options{Published: *published, Outlet: *outlet, Lang: *lang},
			Lexicon: *lexicon, Format: *format, Places: *places, Explain: *explain, Jobs: max(*jobs, 1), View: cli.View(s.Out, *full, *names), Net: net()}
	}
}

// readArgs reads the command line of `riwaya read`.
func readArgs(args []string, s cli.Streams) (c ReadConfig, code int, more bool) {
	o, gather := ReadFlags()
	if code, more = o.Parse(args, s); !more {
		return c, code, false
	}
	c = gather(s)
	if len(c.Inputs) == 0 {
		return c, o.Misuse(s, "no input; give a file, an address, or - for standard input"), false
	}
	return c, cli.OK, true
}
