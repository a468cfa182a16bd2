package cases

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/folder"
	"riwaya/internal/casefile/reviewed"
	"riwaya/internal/disk"
	"riwaya/internal/export"
	"riwaya/internal/shelf"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
)

// shelfOf is what a case is told from.
func shelfOf(l *opening.Looking) *shelf.Shelf {
	return shelf.New(shelf.Parts{Store: l.Store, Found: l.Found, Tools: l.Tools})
}

// show shows a case with the words of what is in it.
func (c *caseConfig) show(ctx context.Context, s cli.Streams) int {
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		return c.read(ctx, func(cases *casefile.Cases) error {
			k, err := cases.Case(ctx, c.args[0])
			if err != nil {
				return err
			}
			reviews, err := reviewed.In(ctx, l.Store, cli.ProgramVersion()+"+"+l.Lexicon.Version)
			if err != nil {
				return err
			}
			maker := entry.Maker{Shelf: shelfOf(l), Reviewed: reviews}
			entries, err := maker.Entries(ctx, k.Items)
			if err != nil {
				return err
			}
			out := &show.Lines{W: s.Out, Width: cli.View(s.Out, false, false).Width}
			out.Block("", k.Name)
			out.Block("case        ", k.ID, "·", k.Language, "·", show.Many(len(k.Items), "item"))
			for i := range entries {
				c.entry(out, i+1, &entries[i])
			}
			if !c.history {
				return out.Err
			}
			history, err := cases.History(ctx, k.ID)
			if err != nil {
				return err
			}
			out.Blank()
			for i := range history {
				d := &history[i]
				undone := ""
				if d.Undone {
					undone = "(undone)"
				}
				if d.Undoes != 0 {
					undone += fmt.Sprintf(" undoes %d", d.Undoes)
				}
				out.Block(fmt.Sprintf("%-5d ", d.N), d.At.Format("2006-01-02 15:04"), d.Who, d.Deed, d.Item, undone)
			}
			return out.Err
		})
	}))
}

// entry shows one item.
func (c *caseConfig) entry(out *show.Lines, n int, e *entry.Entry) {
	out.Blank()
	about := []string{e.Kind, e.About, "·", e.ID}
	if !e.Included {
		about = append(about, "·", "left out")
	}
	out.Block(fmt.Sprintf("%-4d", n), about...)
	const most = 200 // letters
	one := func(s string) string {
		s = strings.Join(strings.Fields(s), " ")
		if r := []rune(s); len(r) > most {
			s = string(r[:most]) + "…"
		}
		return s
	}
	switch {
	case e.Gone != "":
		out.Block("    ", "not in the ledger any more: "+e.Gone)
	case e.Kind == casefile.Report, e.Kind == casefile.Incident && e.Quote == "" && e.Title != "":
		out.Block("    ", one(e.Title))
	case e.Quote != "":
		out.Block("    ", one(e.Quote))
	}
	switch r := &e.Review; {
	case e.Kind == casefile.Note || e.Gone != "":
	case r.State == entry.ByMachine:
		out.Block("    ", export.Unreviewed)
	default:
		out.Block("    ", folder.InWords(*r))
	}
	if e.Event != nil {
		out.Block("    ", e.Event.Type, "·", e.Event.Status)
	}
	if e.Asked != nil {
		out.Block("    ", e.Asked.Predicate, "·", e.Asked.Group, "·", e.Asked.Place)
	}
	if e.Translation != "" {
		out.Block("    = ", one(e.Translation))
	}
	if e.Comment != "" {
		out.Block("    # ", one(e.Comment))
	}
}

// export writes a case as a folder.
func (c *caseConfig) export(ctx context.Context, s cli.Streams) int {
	var folderError error // is none of the ledger's
	code := opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		var k casefile.Case
		err := c.read(ctx, func(cases *casefile.Cases) (err error) {
			k, err = cases.Case(ctx, c.args[0])
			return err
		})
		if err != nil {
			return err
		}
		if c.names {
			if err := c.write(ctx, func(cases *casefile.Cases) error {
				return cases.NoteExport(ctx, casefile.By{Who: c.by, At: c.at}, k.ID, c.why)
			}); err != nil {
				return err
			}
		}
		d, err := opening.Existing(c.ledger)
		if err != nil {
			return err
		}
		reviews, err := reviewed.In(ctx, l.Store, cli.ProgramVersion()+"+"+l.Lexicon.Version)
		if err != nil {
			return err
		}
		made, err := c.folder(ctx, folder.Options{Shelf: shelfOf(l), Disk: d, Reviewed: reviews, Case: k, Language: c.language, Names: c.names, Why: c.why, By: c.by, At: c.at, Program: "riwaya " + cli.ProgramVersion()})
		if err != nil {
			folderError = cli.OutError(c.out, err)
			return nil
		}
		fmt.Fprintf(s.Out, "%s in %s: start with document.pdf\n", many(made.Entries, "entry", "entries"), terminal.Plain(c.out))
		fmt.Fprintf(s.Out, "%d of them reviewed; %s, captures of %d, proofs of %d\n", made.Reviewed, show.Many(made.Reports, "report"), made.Captures, made.Proofs)
		fmt.Fprintf(s.Out, "%s  %s\n", made.Manifest, folder.Manifest)
		return nil
	}))
	if folderError != nil && code == cli.OK {
		if ctx.Err() != nil {
			fmt.Fprintln(s.Err, "riwaya: interrupted; nothing was written")
			return cli.Interrupted
		}
		return s.Fail(folderError)
	}
	return code
}

// folder writes the folder, whole or not at all.
func (c *caseConfig) folder(ctx context.Context, o folder.Options) (made folder.Made, err error) {
	half, err := disk.Begin(c.out)
	if errors.Is(err, fs.ErrExist) {
		return made, errors.New(c.out + ": it is there already")
	}
	if err != nil {
		return made, err
	}
	if made, err = folder.Write(ctx, half, o); err != nil {
		return made, errors.Join(err, half.Discard())
	}
	return made, half.Commit()
}

// many is a number of things whose plural is no -s.
func many(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}
