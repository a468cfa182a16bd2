package casefile

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
)

// set changes one value of a case or an item, and notes it. Where it has that value already
// nothing is done.
func (g *changing) set(d Change) error {
	if d.Item == "" {
		column := map[string]string{Named: "name", Spoken: "language"}[d.Deed]
		if err := g.tx.QueryRowContext(g.ctx, "SELECT "+column+" FROM cases WHERE id = ?", g.id).Scan(&d.Old); err != nil {
			return err
		}
		if d.Old == d.New && d.Undoes == 0 {
			return nil
		}
		if err := g.exec("UPDATE cases SET "+column+" = ? WHERE id = ?", d.New, g.id); err != nil {
			return err
		}
		return g.note(d)
	}
	p, err := g.item(d.Item)
	if err != nil {
		return err
	}
	d.Item = p.ID
	old := p
	switch d.Deed {
	case Chosen:
		d.Old, p.Included = yes(p.Included), d.New == yes(true)
	case Commented:
		d.Old, p.Comment = p.Comment, d.New
	case Translated:
		d.Old, p.Translation = p.Translation, d.New
	case Moved:
		if d.Old, d.New, err = g.move(&p, d.New); err != nil {
			return err
		}
	}
	if p == old && d.Undoes == 0 {
		return nil
	}
	if err := p.check(); err != nil {
		return err
	}
	if err := g.exec("UPDATE items SET included = ?, comment = ?, translation = ?, place = ? WHERE case_id = ? AND id = ?", p.Included, p.Comment, p.Translation, p.Place, g.id, p.ID); err != nil {
		return err
	}
	return g.note(d)
}

// move makes room for an item at another place.
func (g *changing) move(p *placed, to string) (old, now string, err error) {
	place, err := strconv.Atoi(to)
	if err != nil {
		return "", "", fmt.Errorf("%w: %q is no place", ErrBad, to)
	}
	var count int
	if err := g.tx.QueryRowContext(g.ctx, "SELECT count(*) FROM items WHERE case_id = ?", g.id).Scan(&count); err != nil {
		return "", "", err
	}
	place = max(1, min(place, count))
	if err := g.exec("UPDATE items SET place = place - 1 WHERE case_id = ? AND place > ? AND id <> ?", g.id, p.Place, p.ID); err != nil {
		return "", "", err
	}
	if err := g.exec("UPDATE items SET place = place + 1 WHERE case_id = ? AND place >= ? AND id <> ?", g.id, place, p.ID); err != nil {
		return "", "", err
	}
	old, p.Place = strconv.Itoa(p.Place), place
	return old, strconv.Itoa(place), nil
}

// Undo takes a change back, by a change of its own, which can be undone as well; n 0 is the last
// that holds and undoes nothing. ErrSince where what it changed was changed again.
func (c *Cases) Undo(ctx context.Context, by By, id string, n int64) error {
	return c.change(ctx, by, id, func(g *changing) error {
		all, err := history(ctx, g.tx, g.id)
		if err != nil {
			return err
		}
		for i := len(all) - 1; i >= 0; i-- {
			d := &all[i]
			switch {
			case n == 0 && (d.Undone || d.Undoes != 0 || d.Deed == Made || d.Deed == Exported), n != 0 && d.N != n:
				continue
			case d.Undone:
				return fmt.Errorf("%w: change %d was undone", ErrNothing, n)
			case d.Deed == Made || d.Deed == Exported:
				return fmt.Errorf("%w: %s is not undone; a case can be deleted", ErrBad, d.Deed)
			}
			return g.undo(d)
		}
		if n != 0 {
			return fmt.Errorf("%w: no change %d of this case", ErrNothing, n)
		}
		return ErrNothing
	})
}

func (g *changing) undo(d *Change) error {
	switch d.Deed {
	case Added:
		return g.remove(d.Item, d.N)
	case Removed:
		var p placed
		if err := json.Unmarshal([]byte(d.Old), &p); err != nil {
			return fmt.Errorf("casefile: change %d: %w", d.N, err)
		}
		var there, count int
		if err := g.tx.QueryRowContext(g.ctx, "SELECT count(*) FILTER (WHERE id = ? OR kind = ? AND about = ? AND about <> ''), count(*) FROM items WHERE case_id = ?", p.ID, p.Kind, p.About, g.id).Scan(&there, &count); err != nil {
			return err
		}
		if there > 0 {
			return ErrThere
		}
		p.Place = min(p.Place, count+1)
		return g.add(p, d.N)
	}
	now, err := g.value(d)
	if err != nil {
		return err
	}
	if now != d.New {
		return ErrSince
	}
	return g.set(Change{Deed: d.Deed, Item: d.Item, New: d.Old, Undoes: d.N})
}

// value is what a change changed, as it is now.
func (g *changing) value(d *Change) (string, error) {
	switch d.Deed {
	case Named, Spoken:
		c, err := read(g.ctx, g.tx, g.id)
		if d.Deed == Named {
			return c.Name, err
		}
		return c.Language, err
	}
	p, err := g.item(d.Item)
	switch d.Deed {
	case Chosen:
		return yes(p.Included), err
	case Commented:
		return p.Comment, err
	case Translated:
		return p.Translation, err
	}
	return d.New, err // a place: others may have moved since, and it goes back all the same
}
