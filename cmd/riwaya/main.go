// Command riwaya reads news about conflict and shows who said what. `riwaya help` lists
// what it does; each subcommand is a file of this package.
//
// Exit codes: 0 all was read; 1 something could not be, and a line on standard error
// says what; 2 the command line was not understood; 130 interrupted.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"riwaya/internal/show/terminal"
)

func main() {
	memory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
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

// Exit codes.
const (
	ok          = 0
	failed      = 1
	misused     = 2
	interrupted = 130
)

// streams are where a command reads and writes.
type streams struct {
	In       io.Reader
	Out, Err io.Writer
	Help     func(command string, flags *flag.FlagSet) // prints how a command is called; nil prints nothing
}

// command is one subcommand.
type command struct {
	name, synopsis, summary string
	run                     func(context.Context, []string, streams) int
}

// commands are the subcommands, in the order of the help.
func commands() []command {
	return []command{
		{"read", "[options] INPUT...", "read articles and show who said what", runRead},
		{"explain", "[options] \"SENTENCE\"", "say which rules read a sentence, and what they rejected", runExplain},
		{"desk", "[options]", "open the desk in a browser, for all that follows", runDesk},
		{"add", "[options] INPUT...", "take articles into the ledger, and keep what came in", runAdd},
		{"watch", "[options] FEED...", "look at feeds and their pages again and again", runWatch},
		{"status", "[options]", "say what the ledger holds, what failed and why", runStatus},
		{"search", "[options] QUERY", "find articles in the ledger", runSearch},
		{"export", "KIND [options]", "write findings for spreadsheets, maps and programs", runExport},
		{"stories", "[options]", "list what several reports are about", runStories},
		{"story", "[options] ID | merge ID... | split ARTICLE... | undo N | decisions", "show a story, or decide what is one", runStory},
		{"incidents", "[options] [ID]", "list what happened, with every report that tells of it", runIncidents},
		{"question", "[options] ID", "lay the accounts of one question side by side", runQuestion},
		{"trace", "[options] CLAIM|ARTICLE|ADDRESS|WORDS", "say where a claim, a report, a quote or a number comes from", runTrace},
		{"compare", "[options] A B", "show what two reports share, and what was changed", runCompare},
		{"outlets", "[options]", "say what outlets have from others", runOutlets},
		{"case", "VERB [options] ID...", "put a case together, and write it as a folder to hand on", runCase},
		{"track", "[options] TRACKER", "write a table of figures, and who says each", runTrack},
		{"review", "[options] VERB ...", "decide about what was read, and measure with it", runReview},
		{"head", "[options]", "print the head of the ledger's log, to be kept elsewhere", runHead},
		{"verify", "[options]", "say whether anything in the ledger was changed", runVerify},
		{"proof", "[options] ID -o DIR", "write what proves one capture or article to a stranger", runProof},
		{"withdraw", "[options] ID --reason WHY", "take something out of the ledger for good", runWithdraw},
		{"repair", "[options]", "make the store anew from the archive and its log", runRepair},
		{"lexicon", "check [DIR] | coverage FILE... | events [DIR]", "check the lexicon, measure it, or list its events", runLexicon},
		{"gazetteer", "import FILE... -o TABLE | common FILE...", "make a table of places", runGazetteer},
		{"eval", "[options] DIR", "hold what is read against annotated articles", runEval},
		{"version", "", "say which version this is", runVersion},
		{"help", "[COMMAND]", "say what a command does", runHelp},
	}
}

// run carries out one command line and returns the exit code.
func run(ctx context.Context, args []string, s streams) int {
	s.Help = func(command string, flags *flag.FlagSet) { printHelp(s.Out, command, flags) }
	if len(args) == 0 {
		return openDesk(ctx, s)
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
	return misused
}

// fail reports an error, one line for each that it joins.
func (s streams) fail(err error) int {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) && err.Error() == errors.Join(joined.Unwrap()...).Error() {
		for _, e := range joined.Unwrap() {
			s.fail(e)
		}
		return failed
	}
	fmt.Fprintf(s.Err, "riwaya: %s\n", terminal.Plain(err.Error()))
	return failed
}
