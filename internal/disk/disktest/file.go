package disktest

import (
	"io"
	"slices"
)

// file is an open file of a [Memory].
type file struct {
	m    *Memory
	name string
	b    *[]byte
}

func (f *file) ReadAt(p []byte, at int64) (int, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if at >= int64(len(*f.b)) {
		return 0, io.EOF
	}
	n := copy(p, (*f.b)[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *file) WriteAt(p []byte, at int64) (int, error) {
	p = slices.Clone(p)
	err := f.m.do(Op{Kind: Write, Name: f.name, At: at, Data: p}, func() error {
		*f.b = written(*f.b, p, at)
		return nil
	})
	if err != nil {
		return 0, err
	}
	return len(p), nil
}

// written is b with p at a place, zeros in a gap.
func written(b, p []byte, at int64) []byte {
	if gap := int(at) + len(p) - len(b); gap > 0 {
		b = append(b, make([]byte, gap)...)
	}
	copy(b[at:], p)
	return b
}

// cut is b with size bytes.
func cut(b []byte, size int64) []byte {
	if size <= int64(len(b)) {
		return slices.Clone(b[:size])
	}
	return append(slices.Clone(b), make([]byte, size-int64(len(b)))...)
}

func (f *file) Truncate(size int64) error {
	return f.m.do(Op{Kind: Truncate, Name: f.name, At: size}, func() error {
		*f.b = cut(*f.b, size)
		return nil
	})
}

func (f *file) Sync() error {
	return f.m.do(Op{Kind: Sync, Name: f.name}, func() error { return nil })
}

func (f *file) Size() (int64, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	return int64(len(*f.b)), nil
}

func (f *file) Close() error { return nil }
