package disk_test

import (
	"bytes"
	"errors"
	"io/fs"
	"testing"

	"riwaya/internal/disk"
	"riwaya/internal/disk/disktest"
)

// folders are all implementations; each must behave as the interface says.
func folders(t *testing.T) map[string]disk.FS {
	s, err := disk.Folder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return map[string]disk.FS{"system": s, "memory": &disktest.Memory{}}
}

func TestFolder(t *testing.T) {
	for name, d := range folders(t) {
		t.Run(name, func(t *testing.T) {
			if _, err := d.Open("a/b"); !errors.Is(err, fs.ErrNotExist) {
				t.Fatalf("open what is not there: %v", err)
			}
			if l, err := d.List("a"); err != nil || len(l) != 0 {
				t.Fatalf("list: %v, %v", l, err)
			}
			must(t, d.MakeDir("a"))
			must(t, disk.WriteFile(d, "a", "b", []byte("one")))
			must(t, disk.WriteFile(d, "a", "b", []byte("two")))
			if b, err := disk.ReadFile(d, "a/b", 10); err != nil || string(b) != "two" {
				t.Fatalf("read: %q, %v", b, err)
			}
			if _, err := disk.ReadFile(d, "a/b", 2); err == nil {
				t.Fatal("a file over the bound was read")
			}
			f, err := d.Edit("a/c")
			must(t, err)
			_, err = f.WriteAt([]byte("x"), 3)
			must(t, err)
			must(t, f.Sync())
			must(t, f.Truncate(5))
			if n, err := f.Size(); err != nil || n != 5 {
				t.Fatalf("size %d, %v", n, err)
			}
			b := make([]byte, 5)
			_, err = f.ReadAt(b, 0)
			must(t, err)
			if !bytes.Equal(b, []byte("\x00\x00\x00x\x00")) {
				t.Fatalf("content %q", b)
			}
			must(t, f.Close())
			must(t, d.Rename("a/c", "a/d"))
			must(t, d.SyncDir("a"))
			if l, err := d.List("a"); err != nil || len(l) != 2 || l[0] != "b" || l[1] != "d" {
				t.Fatalf("list: %v, %v", l, err)
			}
			must(t, d.Remove("a/d"))
			if err := d.Remove("a/d"); !errors.Is(err, fs.ErrNotExist) {
				t.Fatalf("remove twice: %v", err)
			}
		})
	}
}

func TestLock(t *testing.T) {
	for name, d := range folders(t) {
		t.Run(name, func(t *testing.T) {
			first, err := d.Lock("lock")
			must(t, err)
			if _, err := d.Lock("lock"); !errors.Is(err, disk.ErrLocked) {
				t.Fatalf("locked twice: %v", err)
			}
			must(t, first.Close())
			second, err := d.Lock("lock")
			must(t, err)
			must(t, second.Close())
		})
	}
}

// TestNames refuses what would leave the folder.
func TestNames(t *testing.T) {
	d, err := disk.Folder(t.TempDir())
	must(t, err)
	for _, name := range []string{"../x", "/etc/passwd", "a/../../x", ""} {
		if _, err := d.Edit(name); !errors.Is(err, disk.ErrName) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestCrash is the model of a crash itself: what was synced is there, the rest as said.
func TestCrash(t *testing.T) {
	var m disktest.Memory
	f, err := m.Edit("f")
	must(t, err)
	_, err = f.WriteAt([]byte("abcd"), 0)
	must(t, err)
	must(t, f.Sync())
	must(t, m.SyncDir("."))
	_, err = f.WriteAt([]byte("efgh"), 4)
	must(t, err)
	ops := m.Ops()
	for loss, want := range map[disktest.Loss]string{
		disktest.Kept: "abcdefgh", disktest.Dropped: "abcd", disktest.Torn: "abcdef", disktest.Holed: "abcd\x00\x00gh",
	} {
		if got := string(disktest.Crash(ops, len(ops), loss).Files()["f"]); got != want {
			t.Errorf("%s: %q, want %q", loss, got, want)
		}
	}
	if _, there := disktest.Crash(ops, 3, disktest.Dropped).Files()["f"]; there {
		t.Error("a name that was not synced is there")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
