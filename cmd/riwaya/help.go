package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/show/terminal"
)

const intro = `Riwaya reads news about conflict, Arabic first, and shows who said what: every
claim with its source, the word that attributes it, and the chain it came
through.

`

// about says more of each command, below its synopsis.
func about(name string) string {
	if text := aboutLedger(name); text != "" {
		return text
	}
	return map[string]string{
		"read": `INPUT is a plain-text file, a web page (a file or an address, also one saved by
SingleFile or as MHTML), a file of JSON lines with the fields url, outlet,
title, author, published, seen, text, an archive of web pages (WARC, WACZ), or -
for standard input; packed with gzip, zstd or bzip2, or not. Where and when a
page was got by the word of such a file is shown as stated (docs/intake.md).
What cannot be read is named on standard error; the other inputs go on.
--format json or jsonl prints the whole record, the article's text and all names
included.

An address is fetched only as its site's robots.txt allows, and never from a
private network; what is refused can be saved in a browser and given as a file.

Of Arabic, all layers are read, though not every word for what happened is
known: "coverage" says partial. Of other languages only credits are read.`,
		"explain": `Reads one sentence and says, for each claim, which rule found it, at which
words, and, for every word that attributes, which rules were tried and why they
did not fit; then every other finding with its rule, and the words that are
listed as events and made none.`,
		"desk": `Opens the desk: pages, in Arabic and English, on which all of the ledger is
gathered, read, traced and reviewed. Without --ledger it is the one in this
folder; where there is none, it is made. The pages load nothing from elsewhere.
It ends when it is interrupted (Ctrl-C). riwaya alone does the same and opens
the browser, too.

Only this machine can reach it, and whoever sits there may do everything. With
--listen other machines can too, over TLS, and each user has to log in:

    riwaya desk user add NAME --role reader|reviewer|admin
    riwaya desk user list
    riwaya desk user role NAME --role ROLE
    riwaya desk user password NAME
    riwaya desk user remove NAME

The password is asked for, or is the first line of standard input. A reader
looks, a reviewer decides on findings and builds cases, an admin also adds to
the ledger. NAME is to log in with; what is shown is a pseudonym (R2).`,
		"lexicon": `check     loads the lexicon in DIR (or the one built in), reports what is badly
          formed as file:line: message, and runs every rule's examples.
coverage  counts, in articles as read takes them, where the text says
          "VERB ... that" near someone who can speak, and in how many of these
          places the verb is known; lists the most frequent verbs that are not.
          With --bodies, the same of names: "ministry of X", "movement X".
events    prints, as Markdown, what the lexicon in DIR (or the one built in)
          codes as an event: types, codes, parties, words, examples.`,
		"gazetteer": `import  makes a table of places for read --places: from the dump of a country
        by GeoNames (XX.txt), or a table of administrative divisions with
        P-codes by OCHA, saved as CSV. What has no Arabic name is left out.
common  lists, of the most frequent words of articles, those that are names of
        places and seldom stand behind a word such as "town": for the section
        place-common of the lexicon.`,
		"eval": `DIR holds annotated articles (NAME.gold.json or NAME.ann.json beside NAME.txt,
or NAME.addr.json with its article in the folder that --corpus names, or
NAME.jsonl with one short text a line). Prints precision, recall and F of each
measure, how far confidence can be believed, and how each rule did.`,
	}[name]
}

func runHelp(_ context.Context, args []string, s cli.Streams) int {
	if len(args) == 0 {
		fmt.Fprint(s.Out, intro)
		for _, c := range commands() {
			fmt.Fprintf(s.Out, "  riwaya %-9s %s\n", c.name, c.summary)
		}
		fmt.Fprint(s.Out, "\n`riwaya help COMMAND` says more.\n")
		return cli.OK
	}
	for _, c := range commands() {
		if c.name == args[0] {
			var flags *flag.FlagSet
			if c.flags != nil {
				flags = c.flags()
			}
			printHelp(s.Out, c.name, flags)
			return cli.OK
		}
	}
	fmt.Fprintf(s.Err, "riwaya help: no command %q\n", terminal.Plain(args[0]))
	return cli.Misused
}

// printHelp prints how a command is called. name may have a second word, as in
// "lexicon check".
func printHelp(w io.Writer, name string, flags *flag.FlagSet) {
	name, _, _ = strings.Cut(name, " ")
	for _, c := range commands() {
		if c.name == name {
			fmt.Fprintf(w, "riwaya %s %s\n\n%s.\n", c.name, c.synopsis, strings.ToUpper(c.summary[:1])+c.summary[1:])
		}
	}
	if text := about(name); text != "" {
		fmt.Fprintf(w, "\n%s\n", text)
	}
	if flags == nil {
		return
	}
	first := true
	flags.VisitAll(func(f *flag.Flag) {
		if first {
			fmt.Fprintln(w)
			first = false
		}
		value, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(w, "  %-18s %s\n", strings.TrimSpace("--"+f.Name+" "+value), wrapped(usage, 58, 21))
	})
}

// wrapped breaks words into lines of a width, all but the first indented.
func wrapped(words string, width, indent int) string {
	var b strings.Builder
	used := 0
	for word := range strings.FieldsSeq(words) {
		switch {
		case used == 0:
		case used+1+len(word) > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += len(word)
	}
	return b.String()
}
