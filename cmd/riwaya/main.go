// Command riwaya reads news about conflict and shows who said what. `riwaya help` lists
// what it does; each subcommand is a file of one of the packages below.
//
// Exit codes: 0 all was read; 1 something could not be, and a line on standard error
// says what; 2 the command line was not understood; 130 interrupted.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"

	"riwaya/cmd/riwaya/cases"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/exporting"
	"riwaya/cmd/riwaya/keeping"
	"riwaya/cmd/riwaya/reading"
	"riwaya/cmd/riwaya/reports"
	"riwaya/cmd/riwaya/reviewing"
	"riwaya/cmd/riwaya/searching"
	"riwaya/cmd/riwaya/serving"
	"riwaya/cmd/riwaya/taking"
	"riwaya/internal/show/terminal"
)

func main() {
	memory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
	stop()
	os.Exit(code)
}

// memory lets garbage pile up to four times what is held, as long as the whole stays
// below the bound: reading many articles is a fifth faster. Who sets GOGC or GOMEMLIMIT
// is obeyed.
func memory() {
	const percent, bound = 300, 256 << 20 // bytes
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(bound)
	}
}

// command is one subcommand.
type command struct {
	name, synopsis, summary string
	run                     func(context.Context, []string, cli.Streams) int
	flags                   func() *flag.FlagSet // declares its flags, for its help; nil where it has none
}

// of are the flags of a command, without what gathers them.
func of[G any](declare func() (*cli.Options, G)) func() *flag.FlagSet {
	return func() *flag.FlagSet {
		o, _ := declare()
		return o.Set
	}
}

// commands are the subcommands, in the order of the help.
func commands() []command {
	return []command{
		{"read", "[options] INPUT...", "read articles and show who said what", reading.Read, of(reading.ReadFlags)},
		{"explain", "[options] \"SENTENCE\"", "say which rules read a sentence, and what they rejected", reading.Explain, of(reading.ExplainFlags)},
		{"desk", "[options]", "open the desk in a browser, for all that follows", serving.Desk, of(serving.DeskFlags)},
		{"add", "[options] INPUT...", "take articles into the ledger, and keep what came in", taking.Add, of(taking.AddFlags)},
		{"watch", "[options] FEED...", "look at feeds and their pages again and again", taking.Watch, of(taking.WatchFlags)},
		{"status", "[options]", "say what the ledger holds, what failed and why", keeping.Status, of(keeping.StatusFlags)},
		{"search", "[options] QUERY", "find articles in the ledger", searching.Search, of(searching.SearchFlags)},
		{"export", "KIND [options]", "write findings for spreadsheets, maps and programs", exporting.Export, of(exporting.ExportFlags)},
		{"stories", "[options]", "list what several reports are about", reports.Stories, of(reports.StoriesFlags)},
		{"story", "[options] ID | merge ID... | split ARTICLE... | undo N | decisions", "show a story, or decide what is one", reports.Story, of(reports.StoryFlags)},
		{"incidents", "[options] [ID]", "list what happened, with every report that tells of it", reports.Incidents, of(reports.IncidentsFlags)},
		{"question", "[options] ID", "lay the accounts of one question side by side", reports.Question, of(reports.QuestionFlags)},
		{"trace", "[options] CLAIM|ARTICLE|ADDRESS|WORDS", "say where a claim, a report, a quote or a number comes from", reports.Trace, of(reports.TraceFlags)},
		{"compare", "[options] A B", "show what two reports share, and what was changed", reports.Compare, of(reports.CompareFlags)},
		{"outlets", "[options]", "say what outlets have from others", reports.Outlets, of(reports.OutletsFlags)},
		{"case", "VERB [options] ID...", "put a case together, and write it as a folder to hand on", cases.Case, of(cases.CaseFlags)},
		{"track", "[options] TRACKER", "write a table of figures, and who says each", reports.Track, of(reports.TrackFlags)},
		{"review", "[options] VERB ...", "decide about what was read, and measure with it", reviewing.Review, of(reviewing.ReviewFlags)},
		{"head", "[options]", "print the head of the ledger's log, to be kept elsewhere", keeping.Head, of(keeping.HeadFlags)},
		{"verify", "[options]", "say whether anything in the ledger was changed", keeping.Verify, of(keeping.VerifyFlags)},
		{"proof", "[options] ID -o DIR", "write what proves one capture or article to a stranger", keeping.Proof, of(keeping.ProofFlags)},
		{"withdraw", "[options] ID --reason WHY", "take something out of the ledger for good", keeping.Withdraw, of(keeping.WithdrawFlags)},
		{"repair", "[options]", "make the store anew from the archive and its log", keeping.Repair, of(keeping.RepairFlags)},
		{"lexicon", "check [DIR] | coverage FILE... | events [DIR]", "check the lexicon, measure it, or list its events", reading.Lexicon, of(reading.CoverageFlags)},
		{"gazetteer", "import FILE... -o TABLE | common FILE...", "make a table of places", reading.Gazetteer, nil},
		{"eval", "[options] DIR", "hold what is read against annotated articles", reading.Eval, of(reading.EvalFlags)},
		{"version", "", "say which version this is", runVersion, nil},
		{"help", "[COMMAND]", "say what a command does", runHelp, nil},
	}
}

// run carries out one command line and returns the exit code.
func run(ctx context.Context, args []string, s cli.Streams) int {
	s.Help = func(command string, flags *flag.FlagSet) { printHelp(s.Out, command, flags) }
	if len(args) == 0 {
		return serving.Open(ctx, s)
	}
	switch args[0] {
	case "-h", "-help", "--help":
		return runHelp(ctx, args[1:], s)
	case "-version", "--version":
		return runVersion(ctx, args[1:], s)
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, args[1:], s)
		}
	}
	fmt.Fprintf(s.Err, "riwaya: no command %q; `riwaya help` lists them\n", terminal.Plain(args[0]))
	return cli.Misused
}
