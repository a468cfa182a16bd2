package folder_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"riwaya/internal/casefile"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/folder"
	"riwaya/internal/disk"
	"riwaya/internal/proof"
	"riwaya/internal/shelf/shelftest"
)

// scene is a ledger and a case with something of every kind in it.
func scene(t *testing.T) folder.Options {
	t.Helper()
	ctx := context.Background()
	l, ids := shelftest.Scene(t)
	d, err := disk.Existing(l.Dir)
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Shelf.Reading(ctx, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	k := casefile.Case{ID: "case-0123456789", Name: "سوق سرمين", Language: "ar", Made: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)}
	add := func(kind, about string) {
		k.Items = append(k.Items, casefile.Item{ID: "item-" + about, Kind: kind, About: about, Included: true})
	}
	for _, id := range ids {
		add(casefile.Report, id)
	}
	add(casefile.Claim, ids[0]+"/"+r.Read.Claims[0].ID)
	add(casefile.Figure, ids[0]+"/"+r.Read.Figures[0].ID)
	add(casefile.Event, ids[0]+"/"+r.Read.Events[0].ID)
	story, err := l.Shelf.Found.Story(ctx, ids[0])
	if err != nil {
		t.Fatal(err)
	}
	incidents, _, err := l.Shelf.Found.Incidents(ctx, acrossOf(story.ID))
	if err != nil || len(incidents) == 0 {
		t.Fatal(incidents, err)
	}
	add(casefile.Incident, incidents[0].ID)
	if q := question(t, l, ids[0]); q != "" {
		add(casefile.Question, q)
	}
	k.Items = append(k.Items, casefile.Item{ID: "item-note", Kind: casefile.Note, Included: true, Comment: shelftest.Private(t) + " did not answer"},
		casefile.Item{ID: "item-left", Kind: casefile.Note, Comment: "a note that is left out"})
	k.Items[5].Translation = "as " + shelftest.Private(t) + " says"
	return folder.Options{Shelf: l.Shelf, Disk: d, Case: k, By: "R1", At: time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC), Program: "riwaya test"}
}

// write writes into a new folder, and gives it.
func write(t *testing.T, o folder.Options) (string, folder.Made) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	half, err := disk.Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	made, err := folder.Write(context.Background(), half, o)
	if err = errors.Join(err, half.Commit()); err != nil {
		t.Fatal(err)
	}
	return dir, made
}

func TestFolder(t *testing.T) {
	o := scene(t)
	dir, made := write(t, o)
	again, _ := write(t, o)
	for _, name := range made.Files {
		a, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(again, name))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s is not the same each time: %v", name, err)
		}
		for _, gone := range []string{shelftest.Private(t), "a note that is left out"} {
			if bytes.Contains(a, []byte(gone)) && !strings.HasPrefix(name, "proofs/") && !strings.HasSuffix(name, ".pdf") {
				t.Errorf("%s has %q", name, gone)
			}
		}
		if bytes.Contains(a, []byte(shelftest.Private(t))) {
			t.Errorf("%s names somebody private", name)
		}
		if strings.HasSuffix(name, ".xlsx") && bytes.Contains(unzipped(t, a), []byte(shelftest.Private(t))) {
			t.Errorf("%s names somebody private", name)
		}
	}
	if made.Entries != len(o.Case.Items)-1 || made.Reviewed != 0 || made.Reports != 5 {
		t.Errorf("%+v", made)
	}
	// the last report names a private person, the others nobody: their captures and proofs are there
	if made.Captures != 4 || made.Proofs != 4 {
		t.Errorf("captures of %d, proofs of %d reports, want 4 and 4", made.Captures, made.Proofs)
	}
	proofs, err := os.ReadDir(filepath.Join(dir, "proofs"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range proofs {
		d, err := disk.Existing(filepath.Join(dir, "proofs", p.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if said, err := proof.Verify(d); err != nil || len(said) == 0 {
			t.Errorf("%s: %v %v", p.Name(), said, err)
		}
	}
	manifest, err := os.ReadFile(filepath.Join(dir, folder.Manifest))
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(manifest); hex.EncodeToString(sum[:]) != made.Manifest || strings.Count(string(manifest), "\n") != len(made.Files)-1 {
		t.Error("the manifest is not as it is said")
	}
}

func unzipped(t *testing.T, b []byte) (out []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		all, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, all...)
	}
	return out
}

// TestNames wants a reason for names, and then all captures.
func TestNames(t *testing.T) {
	o := scene(t)
	o.Names = true
	if _, err := folder.Write(context.Background(), disk.System{}, o); !errors.Is(err, casefile.ErrBad) {
		t.Errorf("names without a reason: %v", err)
	}
	o.Why, o.Language = "the court asked", "en"
	dir, made := write(t, o)
	if made.Captures != 5 || made.Proofs != 5 {
		t.Errorf("captures of %d, proofs of %d reports", made.Captures, made.Proofs)
	}
	for _, kind := range []string{"claims", "figures", "events"} { // the tables never do
		if b, err := os.ReadFile(filepath.Join(dir, "tables", kind+".csv")); err != nil || bytes.Contains(b, []byte(shelftest.Private(t))) {
			t.Error(kind, err)
		}
	}
}

// TestReviewed wants who reviewed a finding in the tables.
func TestReviewed(t *testing.T) {
	o := scene(t)
	_, claim := o.Case.Items[5].Finding()
	o.Reviewed = func(_ context.Context, _, finding string) (entry.Review, error) {
		if finding == claim {
			return entry.Review{State: entry.Reviewed, By: []string{"R2"}, Corrected: []string{"op"}}, nil
		}
		return entry.Review{}, nil
	}
	dir, made := write(t, o)
	b, err := os.ReadFile(filepath.Join(dir, "tables", "claims.csv"))
	if err != nil || made.Reviewed != 1 || !strings.Contains(string(b), "reviewed by R2; otherwise: op") || !strings.Contains(string(b), "read by machine, not reviewed") {
		t.Error(made, err)
	}
}

// failing fails at the n-th write.
type failing struct {
	disk.FS
	left *int
}

var errFull = errors.New("no space left")

func (f failing) Edit(name string) (disk.File, error) {
	file, err := f.FS.Edit(name)
	return failingFile{file, f.left}, err
}

type failingFile struct {
	disk.File
	left *int
}

func (f failingFile) WriteAt(b []byte, at int64) (int, error) {
	if *f.left--; *f.left < 0 {
		return 0, errFull
	}
	return f.File.WriteAt(b, at)
}

// TestDiskFull wants an error wherever the disk is full, and then no folder.
func TestDiskFull(t *testing.T) {
	o := scene(t)
	dir := filepath.Join(t.TempDir(), "out")
	try := func(writes int) (int, error) {
		half, err := disk.Begin(dir)
		if err != nil {
			t.Fatal(err)
		}
		left := writes
		_, err = folder.Write(context.Background(), failing{half, &left}, o)
		if e := half.Discard(); e != nil {
			t.Fatal(e)
		}
		if _, e := os.Stat(dir); e == nil {
			t.Fatal("half a folder stands in its place")
		}
		return writes - left, err
	}
	const plenty = 1 << 20
	all, err := try(plenty)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, all / 4, all / 2, all - 1} {
		if _, err := try(n); !errors.Is(err, errFull) {
			t.Errorf("at write %d of %d: %v", n, all, err)
		}
	}
}

func TestZip(t *testing.T) {
	o := scene(t)
	dir, made := write(t, o)
	d, err := disk.Existing(dir)
	if err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	if err := errors.Join(folder.Zip(context.Background(), d, made.Files, "case", o.At, &a), folder.Zip(context.Background(), d, made.Files, "case", o.At, &b)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error(err)
	}
	z, err := zip.NewReader(bytes.NewReader(a.Bytes()), int64(a.Len()))
	if err != nil || len(z.File) != len(made.Files) || z.File[0].Name[:5] != "case/" {
		t.Error(err)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if err := folder.Zip(ended, d, made.Files, "case", o.At, io.Discard); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
