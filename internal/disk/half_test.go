package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestHalf(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	h, err := Begin(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(h.MakeDir("a"), WriteFile(h, "a", "b", []byte("c"))); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(path); !errors.Is(err, ErrLocked) {
		t.Errorf("two at once: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("half of it stands in its place")
	}
	if err := h.lock.Close(); err != nil { // as when the process ends
		t.Fatal(err)
	}
	if h, err = Begin(path); err != nil {
		t.Fatal(err)
	}
	if b, err := h.List("a"); err != nil || len(b) != 0 {
		t.Error("what was left is still there", b, err)
	}
	if err := WriteFile(h, ".", "d", nil); err != nil {
		t.Fatal(err)
	}
	if err := h.Commit(); err != nil {
		t.Fatal(err)
	}
	if names, err := (System{root: path}).List("."); err != nil || len(names) != 1 || names[0] != "d" {
		t.Error(names, err)
	}
	if _, err := Begin(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over what is there: %v", err)
	}
	other := filepath.Join(filepath.Dir(path), "other")
	if err := os.Mkdir(other+".part", 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(other); err == nil {
		t.Error("a folder of somebody else was taken")
	}
	if err := Sweep(filepath.Dir(path), "oth"); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(other + ".part"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("swept, and still there")
	}
	third := filepath.Join(filepath.Dir(path), "third")
	if h, err = Begin(third); err != nil {
		t.Fatal(err)
	}
	if err := Sweep(filepath.Dir(path), "third"); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(third + ".part"); err != nil {
		t.Error("swept while it was made")
	}
	if err := h.Discard(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(third + ".part"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("discarded, and still there")
	}
}
