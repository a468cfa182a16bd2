package attach

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/iotest"

	"riwaya/internal/ledger"
)

func TestLists(t *testing.T) {
	open := func(name string) (io.ReadCloser, error) {
		switch {
		case strings.HasPrefix(name, "no"):
			return nil, fs.ErrNotExist
		case name == "broken":
			return io.NopCloser(iotest.ErrReader(errors.New("a bad sector"))), nil
		}
		return io.NopCloser(strings.NewReader(name)), nil
	}
	names := func(yield func(string, error) bool) {
		for _, n := range []string{"a", "known", "no", "no more", "broken"} {
			if !yield(n, nil) {
				return
			}
		}
		for i := range most {
			if !yield(fmt.Sprint(i), nil) {
				return
			}
		}
		yield("", io.ErrUnexpectedEOF)
	}
	l := &Lister{Open: open, Known: map[string]bool{"known": true, "no more": false}}
	var got []ledger.File
	lists := 0
	for list, err := range l.Lists(names) {
		if err != nil {
			if !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Fatal(err)
			}
			continue
		}
		lists++
		got = append(got, list...)
	}
	if lists != 1 || len(got) != most || l.Lost != 3 || l.First != "no: file does not exist" {
		t.Fatalf("%d lists, %d files, %d lost, first %s", lists, len(got), l.Lost, l.First)
	}
	const sumOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
	if got[0] != (ledger.File{Name: "a", Sum: sumOfA, Size: 1}) || got[2] != (ledger.File{Name: "broken", Missing: "a bad sector"}) {
		t.Fatalf("%+v", got[:3])
	}
}
