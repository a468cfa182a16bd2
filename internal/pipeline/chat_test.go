package pipeline

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riwaya/internal/disk/disktest"
	"riwaya/internal/pipeline/incoming"
)

// chat is an export of a channel: of each message its number and its text, one a line.
func chat(name, messages string) incoming.Source {
	var b strings.Builder
	b.WriteString(`{"name": "x", "type": "public_channel", "id": 7, "messages": [`)
	for i, l := range strings.Split(messages, "\n") {
		id, text, _ := strings.Cut(l, " ")
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`{"id": ` + id + `, "type": "message", "date_unixtime": "1704448801", "photo": "photos/` + id + `.jpg", "text": "` + text + `"}`)
	}
	b.WriteString("]}")
	s := file(name, b.String())
	s.Beside = func(name string) (io.ReadCloser, error) {
		if name == "photos/2.jpg" {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(name)), nil
	}
	return s
}

// TestCrashChats stops the machine after each operation while two exports of a chat come in, and
// wants that in the end all is there that is there without: which message is gone, and the files.
func TestCrashChats(t *testing.T) {
	sources := []incoming.Source{chat("jan.json", "1 one\n2 two\n3 three\n4 four"), chat("feb.json", "1 one\n3 three, changed\n4 four\n5")}
	b := newBench(t)
	m := b.d.(*disktest.Memory)
	var moments []moment
	keep := func() {
		name := filepath.Join(t.TempDir(), "copy")
		must(t, copyStore(b.store, name))
		c, err := os.ReadFile(name)
		must(t, err)
		moments = append(moments, moment{ops: len(m.Ops()), store: c})
	}
	l := b.open()
	keep()
	l.o.Progress = func(Event) { keep() }
	must(t, l.Add(context.Background(), slices.Values(sources), AddOptions{Jobs: 1}))
	keep()
	must(t, l.Close())
	ops := m.Ops()
	step := 1
	if testing.Short() {
		step = 7
	}
	for n := 0; n <= len(ops); n += step {
		now := moment{}
		for _, k := range moments {
			if k.ops <= n {
				now = k
			}
		}
		after := newBench(t)
		after.now = b.now
		after.d = disktest.Crash(ops, n, disktest.Losses[n%len(disktest.Losses)])
		if n%2 == 0 || now.store == nil {
			after.o.Lost = true
		} else {
			must(t, os.WriteFile(after.store, now.store, 0o600))
		}
		after.add(AddOptions{}, sources...)
		st := after.status("v1")
		if st.Articles != 5 || st.Reports != 4 || st.Captures != 2 || st.Absent != 1 || st.Files != 7 || st.Undone != 0 {
			t.Fatalf("after %d of %d: in the end %+v", n, len(ops), st)
		}
		after.sound()
	}
}

// TestChatsInAnyOrder wants the same said whichever export is added first, and nothing twice.
func TestChatsInAnyOrder(t *testing.T) {
	older, newer := chat("jan.json", "1 one\n2 two\n3 three\n4 four"), chat("feb.json", "1 one\n3 three\n4 four")
	for _, order := range [][]incoming.Source{{older, newer}, {newer, older}} {
		b := newBench(t)
		for _, s := range order {
			b.add(AddOptions{}, s)
		}
		b.add(AddOptions{Reread: true}, order...)
		if st := b.status("v1"); st.Absent != 1 || st.Articles != 4 || st.Sightings != 2 {
			t.Errorf("%s first: %+v", order[0].Name, st)
		}
		b.sound()
	}
}
