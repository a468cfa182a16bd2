package cases

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/casefile"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/matter"
	"riwaya/internal/show"
	"riwaya/internal/show/terminal"
	"riwaya/internal/tracing"
)

// Case does something with cases.
func Case(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := CaseFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if wrong := c.wrong(); wrong != "" {
		return o.Misuse(s, wrong)
	}
	if c.at.IsZero() {
		c.at = time.Now()
	}
	var err error
	switch c.verb {
	case "list":
		err = c.read(ctx, func(cases *casefile.Cases) error { return c.list(ctx, cases, s) })
	case "show":
		return c.show(ctx, s)
	case "add":
		return c.add(ctx, s)
	case "export":
		return c.export(ctx, s)
	default:
		err = c.write(ctx, func(cases *casefile.Cases) error { return c.change(ctx, cases, s) })
	}
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	return cli.OK
}

// read looks into the cases of a ledger.
func (c *caseConfig) read(ctx context.Context, do func(*casefile.Cases) error) error {
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return err
	}
	db, err := deskdb.OpenRead(ctx, d, false)
	if errors.Is(err, deskdb.ErrReadOnly) { // where nothing can be written, not even memory shared
		db, err = deskdb.OpenRead(ctx, d, true)
	}
	if err != nil {
		return err
	}
	return errors.Join(do(casefile.In(db)), db.Close())
}

// write opens the cases of a ledger to change them.
func (c *caseConfig) write(ctx context.Context, do func(*casefile.Cases) error) error {
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return err
	}
	db, err := deskdb.Open(ctx, d)
	if err != nil {
		return err
	}
	return errors.Join(do(casefile.In(db)), db.Close())
}

func (c *caseConfig) list(ctx context.Context, cases *casefile.Cases, s cli.Streams) error {
	all, err := cases.List(ctx)
	if err != nil {
		return err
	}
	for i := range all {
		k := &all[i]
		fmt.Fprintf(s.Out, "%s  %s  %s  %s  %s\n", k.ID, k.Changed.Format("2006-01-02 15:04"), k.Language, show.Many(k.Count, "item"), terminal.Plain(k.Name))
	}
	if len(all) == 0 {
		fmt.Fprintln(s.Out, "no cases; `riwaya case new NAME` begins one")
	}
	return nil
}

// change does what needs nothing but the case.
func (c *caseConfig) change(ctx context.Context, cases *casefile.Cases, s cli.Streams) error {
	by := casefile.By{Who: c.by, At: c.at}
	if c.verb == "new" {
		language := c.language
		if language == "" {
			language = casefile.Languages[0]
		}
		k, err := cases.New(ctx, by, strings.Join(c.args, " "), language)
		if err == nil {
			fmt.Fprintln(s.Out, k.ID)
		}
		return err
	}
	id, rest := c.args[0], c.args[1:]
	text := func(from int) string { return strings.Join(rest[min(from, len(rest)):], " ") }
	switch c.verb {
	case "note":
		i, err := cases.Add(ctx, by, id, casefile.Item{Kind: casefile.Note, Comment: text(0)})
		if err == nil {
			fmt.Fprintln(s.Out, i.ID)
		}
		return err
	case "comment":
		return cases.Comment(ctx, by, id, rest[0], text(1))
	case "translate":
		return cases.Translate(ctx, by, id, rest[0], text(1))
	case "include", "exclude":
		return cases.Include(ctx, by, id, rest[0], c.verb == "include")
	case "move":
		place, err := strconv.Atoi(rest[1])
		if err != nil {
			return fmt.Errorf("%q is no place; the first is 1", rest[1])
		}
		return cases.Move(ctx, by, id, rest[0], place)
	case "remove":
		return cases.Remove(ctx, by, id, rest[0])
	case "rename":
		return cases.Rename(ctx, by, id, text(0))
	case "language":
		return cases.Speak(ctx, by, id, rest[0])
	case "undo":
		n := int64(0)
		if len(rest) > 0 {
			var err error
			if n, err = strconv.ParseInt(rest[0], 10, 64); err != nil || n < 1 {
				return fmt.Errorf("%q is no number of a change; `riwaya case show --history` has them", rest[0])
			}
		}
		return cases.Undo(ctx, by, id, n)
	case "delete":
		k, err := cases.Case(ctx, id)
		if err != nil {
			return err
		}
		if k.ID != id { // the start of an ID is soon mistyped
			return fmt.Errorf("%s: give the whole ID, %s, to delete it for good", id, k.ID)
		}
		if err := cases.Delete(ctx, id); !errors.Is(err, deskdb.ErrBusy) {
			return err
		}
		fmt.Fprintln(s.Err, "riwaya: it is deleted; another process reads the file, and its words are overwritten when that ends")
		return nil
	}
	return fmt.Errorf("case %s: nothing was done", c.verb)
}

// add finds out what was named, and puts it into a case.
func (c *caseConfig) add(ctx context.Context, s cli.Streams) int {
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		var items []casefile.Item
		for _, name := range c.args[1:] {
			i, err := itemOf(ctx, l, name)
			if err != nil {
				return err
			}
			i.Comment, i.Translation = c.comment, c.translation
			items = append(items, i)
		}
		return c.write(ctx, func(cases *casefile.Cases) error {
			for _, i := range items {
				made, err := cases.Add(ctx, casefile.By{Who: c.by, At: c.at}, c.args[0], i)
				if err != nil {
					return fmt.Errorf("%s: %w", i.About, err)
				}
				fmt.Fprintf(s.Out, "%s  %s %s\n", made.ID, made.Kind, made.About)
			}
			return nil
		})
	}))
}

// itemOf is the item of a thing that is named by its ID or address, and is in the ledger.
func itemOf(ctx context.Context, l *opening.Looking, name string) (i casefile.Item, err error) {
	switch {
	case strings.HasPrefix(name, "c-"):
		article, err := l.Store.ArticleOf(ctx, name)
		if err != nil {
			return i, err
		}
		name = article + "/" + name
	case strings.Contains(name, "://"):
		if name, err = tracing.Article(ctx, l.Store, name); err != nil {
			return i, err
		}
	case strings.HasPrefix(name, "i-"):
		in, err := l.Found.Incident(ctx, name)
		if err != nil {
			return i, err
		}
		name = in.ID
	case strings.HasPrefix(name, "q-"):
		if err := tracing.Question(ctx, l.Found, l, name, func(*riwaya.Question, *matter.Matter) error { return nil }); err != nil {
			return i, err
		}
	}
	if i.Kind = casefile.KindOf(name); i.Kind == "" {
		return i, fmt.Errorf("%s: no ID of something that a case can have: art-…, its address, c-…, art-…/f-…, art-…/e-…, i-…, q-…", name)
	}
	i.About = name
	if article, _ := i.Finding(); strings.HasPrefix(article, "art-") {
		if _, err := l.Store.Find(ctx, article); err != nil {
			return i, err
		}
	}
	return i, nil
}
