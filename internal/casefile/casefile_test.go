package casefile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk/deskdb"
	"riwaya/internal/disk"
)

// open opens the cases of an empty ledger.
func open(t *testing.T) (*Cases, string) {
	t.Helper()
	dir := t.TempDir()
	d, err := disk.Existing(dir)
	if err != nil {
		t.Fatal(err)
	}
	db, err := deskdb.Open(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return In(db), filepath.Join(dir, deskdb.Name)
}

// by is R2 at a minute of a day.
func by(minute int) By { return By{"R2", time.Date(2021, 3, 5, 9, minute, 0, 0, time.UTC)} }

// told is a case in few letters: each item by its kind, with its comment, in brackets where it is left out.
func told(t *testing.T, c *Cases, id string) string {
	t.Helper()
	k, err := c.Case(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{k.Name, k.Language}
	for _, i := range k.Items {
		s := i.Kind
		if i.Comment != "" {
			s += ":" + i.Comment
		}
		if i.Translation != "" {
			s += "=" + i.Translation
		}
		if !i.Included {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

const article = "art-0123456789ab"

func TestCase(t *testing.T) {
	ctx := context.Background()
	c, _ := open(t)
	k, err := c.New(ctx, by(0), " سوق \n سرمين\x00", "ar")
	if err != nil || k.Name != "سوق سرمين" || !strings.HasPrefix(k.ID, "case-") || !k.Made.Equal(by(0).At) {
		t.Fatal(k, err)
	}
	twin, err := c.New(ctx, by(0), "سوق سرمين", "ar")
	if err != nil || twin.ID == k.ID {
		t.Fatal("two cases of one name and minute are one", err)
	}
	var items []Item
	for i, x := range []Item{{Kind: Report, About: article}, {Kind: Claim, About: article + "/c-0123456789"}, {Kind: Note, Comment: "ask"}, {Kind: Question, About: "q-0123456789"}} {
		x, err := c.Add(ctx, by(i+1), k.ID, x)
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, x)
	}
	if _, err := c.Add(ctx, by(5), k.ID, Item{Kind: Report, About: article}); !errors.Is(err, ErrThere) {
		t.Error(err)
	}
	for _, x := range []struct {
		do   func() error
		want string
	}{
		{func() error { return nil }, "سوق سرمين ar report claim note:ask question"},
		{func() error { return c.Comment(ctx, by(6), k.ID, items[1].ID, "why") }, "سوق سرمين ar report claim:why note:ask question"},
		{func() error { return c.Translate(ctx, by(7), k.ID, "2", "words") }, "سوق سرمين ar report claim:why=words note:ask question"},
		{func() error { return c.Include(ctx, by(8), k.ID, items[0].ID, false) }, "سوق سرمين ar (report) claim:why=words note:ask question"},
		{func() error { return c.Move(ctx, by(9), k.ID, items[3].ID, 1) }, "سوق سرمين ar question (report) claim:why=words note:ask"},
		{func() error { return c.Move(ctx, by(9), k.ID, "1", 99) }, "سوق سرمين ar (report) claim:why=words note:ask question"},
		{func() error { return c.Remove(ctx, by(10), k.ID, items[1].ID) }, "سوق سرمين ar (report) note:ask question"},
		{func() error { return c.Rename(ctx, by(11), k.ID, "Sarmin") }, "Sarmin ar (report) note:ask question"},
		{func() error { return c.Speak(ctx, by(12), k.ID, "en") }, "Sarmin en (report) note:ask question"},
		{func() error { return c.Undo(ctx, by(13), k.ID, 0) }, "Sarmin ar (report) note:ask question"},
		{func() error { return c.Undo(ctx, by(14), k.ID, 0) }, "سوق سرمين ar (report) note:ask question"},
		{func() error { return c.Undo(ctx, by(15), k.ID, 0) }, "سوق سرمين ar (report) claim:why=words note:ask question"},
		{func() error { return c.Undo(ctx, by(16), k.ID, 0) }, "سوق سرمين ar question (report) claim:why=words note:ask"},
		{func() error { return c.Undo(ctx, by(17), k.ID, 0) }, "سوق سرمين ar (report) claim:why=words note:ask question"},
		{func() error { return c.Undo(ctx, by(18), k.ID, 0) }, "سوق سرمين ar report claim:why=words note:ask question"},
		{func() error { return c.Undo(ctx, by(19), k.ID, 0) }, "سوق سرمين ar report claim:why note:ask question"},
	} {
		if err := x.do(); err != nil {
			t.Fatalf("before %q: %v", x.want, err)
		}
		if got := told(t, c, k.ID); got != x.want {
			t.Fatalf("%q, want %q", got, x.want)
		}
	}
	all, err := c.History(ctx, k.ID)
	if err != nil {
		t.Fatal(err)
	}
	last := all[len(all)-1]
	if last.Deed != Translated || last.Old != "words" || last.New != "" || last.Undoes == 0 || last.Who != "R2" || !last.At.Equal(by(19).At) {
		t.Errorf("%+v", last)
	}
	// an undoing is undone by its number, and what it took back holds again
	if err := c.Undo(ctx, by(20), k.ID, last.N); err != nil {
		t.Fatal(err)
	}
	if got := told(t, c, k.ID); !strings.Contains(got, "claim:why=words") {
		t.Error(got)
	}
	if err := c.Undo(ctx, by(21), k.ID, last.N); !errors.Is(err, ErrNothing) {
		t.Errorf("twice: %v", err)
	}
	sum, err := c.List(ctx, article, "q-0000000000")
	if err != nil || len(sum) != 2 || sum[0].ID != k.ID || sum[0].Count != 4 || len(sum[0].Has) != 1 || len(sum[1].Has) != 0 {
		t.Error(sum, err)
	}
}

func TestUndoKeepsWhatCameAfter(t *testing.T) {
	ctx := context.Background()
	c, _ := open(t)
	k, err := c.New(ctx, by(0), "a", "en")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Add(ctx, by(1), k.ID, Item{Kind: Note, Comment: "one"}); err != nil {
		t.Fatal(err)
	}
	for i, s := range []string{"two", "three"} {
		if err := c.Comment(ctx, by(2+i), k.ID, "1", s); err != nil {
			t.Fatal(err)
		}
	}
	all, err := c.History(ctx, k.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Undo(ctx, by(5), k.ID, all[2].N); !errors.Is(err, ErrSince) {
		t.Errorf("%v", err)
	}
	if err := c.Undo(ctx, by(5), k.ID, all[0].N); !errors.Is(err, ErrBad) {
		t.Errorf("made: %v", err)
	}
	for range 3 {
		if err := c.Undo(ctx, by(6), k.ID, 0); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Undo(ctx, by(7), k.ID, 0); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
	if got := told(t, c, k.ID); got != "a en" {
		t.Error(got)
	}
}

func TestBad(t *testing.T) {
	ctx := context.Background()
	c, _ := open(t)
	k, err := c.New(ctx, by(0), "a", "en")
	if err != nil {
		t.Fatal(err)
	}
	add := func(i Item) error { _, err := c.Add(ctx, by(1), k.ID, i); return err }
	made := func(name, lang string) error { _, err := c.New(ctx, by(1), name, lang); return err }
	for name, err := range map[string]error{
		"no name": made(" \t", "ar"), "long name": made(strings.Repeat("x", 500), "ar"), "language": made("a", "fr"),
		"kind": add(Item{Kind: "person", About: article}), "another's ID": add(Item{Kind: Claim, About: article + "/f-0123456789"}),
		"a path": add(Item{Kind: Report, About: "../../etc"}), "empty note": add(Item{Kind: Note, Comment: " "}),
		"long": add(Item{Kind: Note, Comment: strings.Repeat("x", mostText+1)}), "broken": add(Item{Kind: Note, Comment: "\xff"}),
		"about": add(Item{Kind: Note, Comment: "x", About: article}),
	} {
		if !errors.Is(err, ErrBad) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.Case(ctx, "case-%"); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	if err := c.Comment(ctx, by(1), k.ID, "7", "x"); !errors.Is(err, ErrNoItem) {
		t.Error(err)
	}
	for about, want := range map[string]string{article: Report, "i-0123456789": Incident, article + "/e-0123456789-2": Event, "": "", "x": ""} {
		if got := KindOf(about); got != want {
			t.Errorf("%q is %q", about, got)
		}
	}
}

func TestDelete(t *testing.T) {
	ctx := context.Background()
	c, path := open(t)
	k, err := c.New(ctx, by(0), "names somebody", "en")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Add(ctx, by(1), k.ID, Item{Kind: Note, Comment: "a word that is nowhere else"}); err != nil {
		t.Fatal(err)
	}
	if err := c.Comment(ctx, by(2), k.ID, "1", "another"); err != nil {
		t.Fatal(err)
	}
	if err := c.Delete(ctx, k.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := c.History(ctx, k.ID); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	for _, p := range []string{path, path + "-wal"} {
		if b, err := os.ReadFile(p); err == nil && (strings.Contains(string(b), "nowhere else") || strings.Contains(string(b), "names somebody")) {
			t.Errorf("%s has its words still", filepath.Base(p))
		}
	}
}
