// Package disktest has a folder in memory that remembers every operation, and makes from
// them what a crash could have left: for tests of what is written through package disk.
package disktest

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"riwaya/internal/disk"
)

// Kind is what an operation does.
type Kind string

// The operations that change a folder, or make a change last.
const (
	Make     Kind = "make" // a new, empty file
	Write    Kind = "write"
	Truncate Kind = "truncate"
	Sync     Kind = "sync"
	Rename   Kind = "rename"
	Remove   Kind = "remove"
	SyncDir  Kind = "syncdir"
)

// Op is one operation.
type Op struct {
	Kind Kind
	Name string
	To   string // of Rename
	At   int64  // of Write: where; of Truncate: the new size
	Data []byte // of Write
}

// Memory is a folder in memory. The zero value is empty and ready.
type Memory struct {
	// Fail, if not nil, is asked before every operation; its error is the operation's.
	Fail func(Op) error

	mu     sync.Mutex
	files  map[string]*[]byte
	locked bool
	ops    []Op
}

// Ops is what was done so far.
func (m *Memory) Ops() []Op {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.ops)
}

// Files is a copy of what the folder has.
func (m *Memory) Files() map[string][]byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[string][]byte{}
	for name, b := range m.files {
		out[name] = slices.Clone(*b)
	}
	return out
}

// From is a folder with these files, all on disk.
func From(files map[string][]byte) *Memory {
	m := &Memory{files: map[string]*[]byte{}}
	for name, b := range files {
		b := slices.Clone(b)
		m.files[name] = &b
	}
	return m
}

// do carries out an operation and remembers it.
func (m *Memory) do(op Op, change func() error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = map[string]*[]byte{}
	}
	if m.Fail != nil {
		if err := m.Fail(op); err != nil {
			return &fs.PathError{Op: string(op.Kind), Path: op.Name, Err: err}
		}
	}
	if err := change(); err != nil {
		return err
	}
	m.ops = append(m.ops, op)
	return nil
}

func missing(name string) error { return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist} }

// Open opens a file for reading.
func (m *Memory) Open(name string) (disk.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	b, ok := m.files[name]
	if !ok {
		return nil, missing(name)
	}
	return &file{m, name, b}, nil
}

// Edit opens a file for reading and writing.
func (m *Memory) Edit(name string) (disk.File, error) {
	if f, err := m.Open(name); err == nil {
		return f, nil
	}
	var f *file
	err := m.do(Op{Kind: Make, Name: name}, func() error {
		f = &file{m, name, new([]byte)}
		m.files[name] = f.b
		return nil
	})
	return f, err
}

// List is the names of the files of a folder.
func (m *Memory) List(dir string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []string
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		rest, in := strings.CutPrefix(name, dir+"/")
		if dir == "." {
			rest, in = name, true
		}
		if in && !strings.Contains(rest, "/") {
			out = append(out, rest)
		}
	}
	return out, nil
}

// MakeDir does nothing: folders are there as soon as a file is in them.
func (m *Memory) MakeDir(string) error { return nil }

// Rename puts a file in the place of another.
func (m *Memory) Rename(from, to string) error {
	return m.do(Op{Kind: Rename, Name: from, To: to}, func() error {
		b, ok := m.files[from]
		if !ok {
			return missing(from)
		}
		m.files[to] = b
		delete(m.files, from)
		return nil
	})
}

// Remove takes a file away.
func (m *Memory) Remove(name string) error {
	return m.do(Op{Kind: Remove, Name: name}, func() error {
		if _, ok := m.files[name]; !ok {
			return missing(name)
		}
		delete(m.files, name)
		return nil
	})
}

// SyncDir makes the names of a folder last.
func (m *Memory) SyncDir(dir string) error {
	return m.do(Op{Kind: SyncDir, Name: dir}, func() error { return nil })
}

// Lock takes the folder's one lock.
func (m *Memory) Lock(name string) (io.Closer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.locked {
		return nil, fmt.Errorf("%s: %w", name, disk.ErrLocked)
	}
	m.locked = true
	return unlock{m}, nil
}

type unlock struct{ m *Memory }

func (u unlock) Close() error {
	u.m.mu.Lock()
	defer u.m.mu.Unlock()
	u.m.locked = false
	return nil
}
