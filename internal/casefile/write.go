package casefile

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// changing is one change of a case, in a transaction.
type changing struct {
	ctx context.Context
	tx  *sql.Tx
	by  By
	id  string // of the case
}

// change does something to a case.
func (c *Cases) change(ctx context.Context, by By, id string, do func(*changing) error) error {
	if err := checkText("a pseudonym", by.Who, mostName); err != nil {
		return err
	}
	by.Who = clean(by.Who)
	return c.db.Write(ctx, func(tx *sql.Tx) error {
		id, err := whole(ctx, tx, id)
		if err != nil {
			return err
		}
		return do(&changing{ctx, tx, by, id})
	})
}

func (g *changing) exec(query string, args ...any) error {
	_, err := g.tx.ExecContext(g.ctx, query, args...)
	return err
}

// note enters a change into the history.
func (g *changing) note(c Change) error {
	var undoes any
	if c.Undoes != 0 {
		undoes = c.Undoes
	}
	at := stamp(g.by.At)
	if err := g.exec("INSERT INTO changes (case_id, at, who, deed, item, old, new, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", g.id, at, g.by.Who, c.Deed, c.Item, c.Old, c.New, undoes); err != nil {
		return err
	}
	return g.exec("UPDATE cases SET changed = ? WHERE id = ?", at, g.id)
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// New makes a case.
func (c *Cases) New(ctx context.Context, by By, name, language string) (Case, error) {
	name, err := named(name)
	if err != nil {
		return Case{}, err
	}
	if err := spoken(language); err != nil {
		return Case{}, err
	}
	var out Case
	err = c.db.Write(ctx, func(tx *sql.Tx) error {
		var n int64 // the next change, which is no other's
		if err := tx.QueryRowContext(ctx, "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'changes'), 0)").Scan(&n); err != nil {
			return err
		}
		g := &changing{ctx, tx, by, newID("case-", name, stamp(by.At), strconv.FormatInt(n, 10))}
		at := stamp(by.At)
		if err := g.exec("INSERT INTO cases (id, name, language, made, changed) VALUES (?, ?, ?, ?, ?)", g.id, name, language, at, at); err != nil {
			return err
		}
		if err := g.note(Change{Deed: Made, New: name}); err != nil {
			return err
		}
		out, err = read(ctx, tx, g.id)
		return err
	})
	return out, err
}

// Rename gives a case another name.
func (c *Cases) Rename(ctx context.Context, by By, id, name string) error {
	name, err := named(name)
	if err != nil {
		return err
	}
	return c.change(ctx, by, id, func(g *changing) error { return g.set(Change{Deed: Named, New: name}) })
}

// Speak sets the language of a case's document.
func (c *Cases) Speak(ctx context.Context, by By, id, language string) error {
	if err := spoken(language); err != nil {
		return err
	}
	return c.change(ctx, by, id, func(g *changing) error { return g.set(Change{Deed: Spoken, New: language}) })
}

// Add puts a thing at the end of a case and gives its item; ErrThere where the case has it.
func (c *Cases) Add(ctx context.Context, by By, id string, i Item) (Item, error) {
	if err := errors.Join(checkText("a comment", i.Comment, mostText), checkText("a translation", i.Translation, mostText)); err != nil {
		return i, err
	}
	i.Comment, i.Translation, i.Included = clean(i.Comment), clean(i.Translation), true
	if err := i.check(); err != nil {
		return i, err
	}
	err := c.change(ctx, by, id, func(g *changing) error {
		var there, count int
		if err := g.tx.QueryRowContext(ctx, "SELECT count(*) FILTER (WHERE kind = ? AND about = ? AND about <> ''), count(*) FROM items WHERE case_id = ?", i.Kind, i.About, g.id).Scan(&there, &count); err != nil {
			return err
		}
		if there > 0 {
			return ErrThere
		}
		if count >= mostItems {
			return fmt.Errorf("%w: a case of more than %d items", ErrBad, mostItems)
		}
		var n int64
		if err := g.tx.QueryRowContext(ctx, "SELECT max(n) FROM changes").Scan(&n); err != nil {
			return err
		}
		i.ID = newID("item-", g.id, i.Kind, i.About, strconv.FormatInt(n, 10))
		return g.add(placed{Item: i, Place: count + 1}, 0)
	})
	return i, err
}

// placed is an item with its place, as the history keeps it.
type placed struct {
	Item
	Place int
}

// add puts an item at its place, and those behind it one further.
func (g *changing) add(p placed, undoes int64) error {
	if err := g.exec("UPDATE items SET place = place + 1 WHERE case_id = ? AND place >= ?", g.id, p.Place); err != nil {
		return err
	}
	if err := g.exec("INSERT INTO items (case_id, id, kind, about, place, included, comment, translation) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		g.id, p.ID, p.Kind, p.About, p.Place, p.Included, p.Comment, p.Translation); err != nil {
		return err
	}
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return g.note(Change{Deed: Added, Item: p.ID, New: string(b), Undoes: undoes})
}

// Remove takes an item out of a case. Its history stays.
func (c *Cases) Remove(ctx context.Context, by By, id, item string) error {
	return c.change(ctx, by, id, func(g *changing) error { return g.remove(item, 0) })
}

func (g *changing) remove(item string, undoes int64) error {
	p, err := g.item(item)
	if err != nil {
		return err
	}
	if err := g.exec("DELETE FROM items WHERE case_id = ? AND id = ?", g.id, p.ID); err != nil {
		return err
	}
	if err := g.exec("UPDATE items SET place = place - 1 WHERE case_id = ? AND place > ?", g.id, p.Place); err != nil {
		return err
	}
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return g.note(Change{Deed: Removed, Item: p.ID, Old: string(b), Undoes: undoes})
}

// item is an item by its ID, or by its place in the case.
func (g *changing) item(id string) (p placed, err error) {
	where, arg := "id = ?", any(id)
	if n, err := strconv.Atoi(id); err == nil {
		where, arg = "place = ?", n
	}
	err = g.tx.QueryRowContext(g.ctx, "SELECT id, kind, about, place, included, comment, translation FROM items WHERE case_id = ? AND "+where, g.id, arg).
		Scan(&p.ID, &p.Kind, &p.About, &p.Place, &p.Included, &p.Comment, &p.Translation)
	if errors.Is(err, sql.ErrNoRows) {
		return p, fmt.Errorf("%s: %w", id, ErrNoItem)
	}
	return p, err
}

// Include says whether an item is in the document.
func (c *Cases) Include(ctx context.Context, by By, id, item string, in bool) error {
	return c.setItem(ctx, by, id, Change{Deed: Chosen, Item: item, New: yes(in)})
}

// Comment sets what the user says of an item, or a note's text.
func (c *Cases) Comment(ctx context.Context, by By, id, item, text string) error {
	return c.setItem(ctx, by, id, Change{Deed: Commented, Item: item, New: text})
}

// Translate sets the user's translation of an item's quote.
func (c *Cases) Translate(ctx context.Context, by By, id, item, text string) error {
	return c.setItem(ctx, by, id, Change{Deed: Translated, Item: item, New: text})
}

// Move puts an item at a place, from 1; one beyond the end is the end.
func (c *Cases) Move(ctx context.Context, by By, id, item string, place int) error {
	return c.setItem(ctx, by, id, Change{Deed: Moved, Item: item, New: strconv.Itoa(place)})
}

func (c *Cases) setItem(ctx context.Context, by By, id string, d Change) error {
	if err := checkText("a text", d.New, mostText); err != nil {
		return err
	}
	d.New = clean(d.New)
	return c.change(ctx, by, id, func(g *changing) error { return g.set(d) })
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// NoteExport enters into the history that a case was exported with the names of private persons, and why.
func (c *Cases) NoteExport(ctx context.Context, by By, id, why string) error {
	if why = clean(why); why == "" {
		return fmt.Errorf("%w: names without a reason", ErrBad)
	}
	return c.change(ctx, by, id, func(g *changing) error { return g.note(Change{Deed: Exported, New: why}) })
}

// Delete takes a case away with its history, for good: notes may name people. ErrBusy of package
// deskdb says that it is gone, and that its bytes go when nobody reads the file any more.
func (c *Cases) Delete(ctx context.Context, id string) error {
	err := c.change(ctx, By{}, id, func(g *changing) error { return g.exec("DELETE FROM cases WHERE id = ?", g.id) })
	if err != nil {
		return err
	}
	return c.db.Forget(ctx)
}
