package disktest

import (
	"path"
	"slices"
)

// Loss is what becomes of operations that were not yet synced when the machine stopped.
type Loss string

// The losses. A disk may keep any of what was not synced, in any order; these are the
// ends of that range and two points that have broken programs before.
const (
	Kept    Loss = "kept"    // all reached the disk: the process died, the machine did not
	Dropped Loss = "dropped" // none did
	Torn    Loss = "torn"    // of each file's last write only the first half did
	Holed   Loss = "holed"   // the file has grown, but each last write's first half is zeros
	Names   Loss = "names"   // content did, names of new files did not
)

// Losses are all of them.
var Losses = []Loss{Kept, Dropped, Torn, Holed, Names}

// node is one file, whatever it is called.
type node struct {
	now, synced []byte
	last        *Op // the last write since the sync
}

// Crash is the folder as a machine that stopped after the first n operations could find
// it again.
func Crash(ops []Op, n int, loss Loss) *Memory { return CrashOf(nil, ops, n, loss) }

// CrashOf is the same for a folder that held files before, all of them on disk.
func CrashOf(before map[string][]byte, ops []Op, n int, loss Loss) *Memory {
	live, lasting := map[string]*node{}, map[string]*node{}
	for name, b := range before {
		f := &node{now: slices.Clone(b), synced: slices.Clone(b)}
		live[name], lasting[name] = f, f
	}
	for i := range ops[:n] {
		op := &ops[i]
		f := live[op.Name]
		switch op.Kind {
		case Make:
			live[op.Name] = &node{}
		case Write:
			f.now, f.last = written(slices.Clone(f.now), op.Data, op.At), op
		case Truncate:
			f.now, f.last = cut(f.now, op.At), nil
		case Sync:
			f.synced, f.last = slices.Clone(f.now), nil
		case Rename:
			live[op.To] = f
			delete(live, op.Name)
		case Remove:
			delete(live, op.Name)
		case SyncDir:
			settle(lasting, live, op.Name)
		}
	}
	names := live
	if loss == Dropped || loss == Names {
		names = lasting
	}
	out := map[string][]byte{}
	for name, f := range names {
		out[name] = f.after(loss)
	}
	return From(out)
}

// settle makes the names of one folder last.
func settle(lasting, live map[string]*node, dir string) {
	for name := range lasting {
		if path.Dir(name) == dir && live[name] == nil {
			delete(lasting, name)
		}
	}
	for name, f := range live {
		if path.Dir(name) == dir {
			lasting[name] = f
		}
	}
}

// after is what a file has when the machine is back.
func (f *node) after(loss Loss) []byte {
	switch {
	case loss == Dropped:
		return f.synced
	case f.last == nil, loss == Kept, loss == Names:
		return f.now
	}
	half := len(f.last.Data) / 2
	if loss == Torn {
		// What the write had put over stays beyond its first half only where the
		// file was that long before.
		end := max(int(f.last.At)+half, min(len(f.synced), len(f.now)))
		torn := slices.Clone(f.now[:min(end, len(f.now))])
		if from := int(f.last.At) + half; from < len(f.synced) {
			copy(torn[from:], f.synced[from:])
		}
		return torn
	}
	holed := slices.Clone(f.now)
	clear(holed[f.last.At : int(f.last.At)+half])
	return holed
}
