package lexicon

import (
	"io/fs"
	"path"
	"strings"
)

// Trackers are the names of the trackers that are built in.
func Trackers() []string {
	out := []string{}
	names, _ := fs.Glob(Embedded(), "trackers/*.txt") // the pattern is a good one
	for _, n := range names {
		out = append(out, strings.TrimSuffix(path.Base(n), ".txt"))
	}
	return out
}

// Tracker is the text of a tracker that is built in; the error wraps [fs.ErrNotExist] where there is
// none of that name.
func Tracker(name string) (string, error) {
	b, err := fs.ReadFile(Embedded(), "trackers/"+name+".txt")
	return string(b), err
}
