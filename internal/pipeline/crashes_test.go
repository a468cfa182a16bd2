package pipeline

import (
	"bytes"
	"fmt"
	"math/rand"

	"riwaya/internal/disk/disktest"
)

// crash is one way in which the machine stopped.
type crash struct {
	name  string
	ops   int
	loss  disktest.Loss
	store stored
	ids   []string // acknowledged by then
	gone  bool
}

// crashes are all that are tried: after every operation on the archive's files, and in the
// middle of every change of the store.
func crashes(ops []disktest.Op, changes []change, r *rand.Rand) (all []crash) {
	last := change{}
	next := 0
	for n := range len(ops) + 1 {
		for next < len(changes) && changes[next].ops <= n {
			c := changes[next]
			for i, v := range c.between(r) {
				loss := []disktest.Loss{disktest.Kept, disktest.Dropped}[i%2]
				all = append(all, crash{fmt.Sprintf("in %s %d, %s", c.what, next, v.name), n, loss, v.stored, c.ids, c.gone})
			}
			last = c
			next++
		}
		// Acknowledged is what was told before the next change began.
		ids, gone := last.ids, last.gone
		if next < len(changes) && n > last.ops {
			ids, gone = changes[next].ids, changes[next].gone
		}
		for _, loss := range disktest.Losses {
			all = append(all, crash{fmt.Sprintf("after operation %d of %d", n, len(ops)), n, loss, last.to, ids, gone})
		}
	}
	return all
}

// variant is what a crash could make of the store's files.
type variant struct {
	name string
	stored
}

const sector = 512

// between are the variants from one moment to the next.
func (c change) between(r *rand.Rand) (out []variant) {
	garbage := make([]byte, 32<<10)
	r.Read(garbage)
	add := func(name string, db, wal []byte) {
		out = append(out, variant{name, stored{db, wal, [][]byte{nil, c.from.shm, c.to.shm, garbage}[len(out)%4]}})
	}
	if !bytes.Equal(c.from.wal, c.to.wal) && len(c.to.wal) > 0 {
		first := 0
		for first < min(len(c.from.wal), len(c.to.wal)) && c.from.wal[first] == c.to.wal[first] {
			first++
		}
		const frame = 8192 + 24
		for at := 32; at <= len(c.to.wal); at += frame {
			if at+frame < first {
				continue
			}
			add(fmt.Sprintf("log cut at %d", at), c.from.db, mixed(c.from.wal, c.to.wal, func(i int) bool { return i < at }))
			add(fmt.Sprintf("log cut at %d", at+frame/2), c.from.db, mixed(c.from.wal, c.to.wal, func(i int) bool { return i < at+frame/2 }))
			hole := at + r.Intn(frame)
			add(fmt.Sprintf("log with a hole at %d", hole), c.from.db, mixed(c.from.wal, c.to.wal, func(i int) bool { return i/sector != hole/sector }))
		}
		for n := range 4 {
			keep := r.Perm(len(c.to.wal)/sector + 1)
			add(fmt.Sprintf("log in pieces, %d", n), c.from.db, mixed(c.from.wal, c.to.wal, func(i int) bool { return keep[i/sector]%2 == 0 }))
		}
	}
	if !bytes.Equal(c.from.db, c.to.db) {
		log := c.to.wal
		if len(log) == 0 { // it was taken away when the checkpoint was over
			log = c.from.wal
		}
		if len(log) > 0 {
			for n := range 8 {
				keep := r.Perm(len(c.to.db)/sector + 1)
				add(fmt.Sprintf("checkpoint in pieces, %d", n), mixed(c.from.db, c.to.db, func(i int) bool { return keep[i/sector]%2 == 0 }), log)
			}
			for at := 4096; at < len(c.to.db); at += 8192 * 7 {
				add(fmt.Sprintf("checkpoint cut at %d", at), mixed(c.from.db, c.to.db, func(i int) bool { return i < at }), log)
			}
			add("checkpoint over, log not taken away", c.to.db, log)
		}
	}
	add("before", c.from.db, c.from.wal)
	add("over", c.to.db, c.to.wal)
	return out
}

// mixed is a file of which only some bytes had been written anew.
func mixed(old, new []byte, written func(i int) bool) []byte {
	out := make([]byte, len(new))
	end := len(old)
	for i := range new {
		switch {
		case written(i):
			out[i], end = new[i], max(end, i+1)
		case i < len(old):
			out[i] = old[i]
		}
	}
	if len(old) > len(new) {
		out = append(out, old[len(new):]...)
	}
	return out[:min(end, len(out))]
}
