// Package lexicon loads, checks and versions the text files beside it: everything
// that the program knows of a language. How they are written stands in README.md.
//
// It promises that what it returns has passed the form checks (one Arabic run on a
// line, bare words, known keys) and that an error names file and line, for the
// person who edits the file. It does not interpret rules or conjugate; that is
// internal/match and internal/lang.
package lexicon

import (
	"embed"
	"errors"
	"io/fs"
	"strings"
)

//go:embed ar/*.txt ar/*.rules shared/*.txt search/*.txt trace/*.txt trackers/*.txt
var files embed.FS

// places is the table of places, apart from the other files so that it is read where it
// lies and not copied.
//
//go:embed shared/places.gen.bin
var places string

// hand is the table of the hand-written places, so that it need not be made at each start.
//
//go:embed shared/places.hand.gen.bin
var hand string

// handTable is the table of the hand-written places whose text is given, or nothing if
// there is none made from it.
func handTable(root fs.FS, text, gazetteer string) string {
	h := hand
	if root != Embedded() {
		if b, err := fs.ReadFile(root, "shared/places.hand.gen.bin"); err == nil {
			h = string(b)
		}
	}
	if table, ok := strings.CutPrefix(h, placesDigest(text, gazetteer)); ok {
		return table
	}
	return ""
}

// gazetteer is the table of a lexicon's folder, or the one built in.
func gazetteer(root fs.FS) (string, error) {
	if root == Embedded() {
		return places, nil
	}
	b, err := fs.ReadFile(root, "shared/places.gen.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return places, nil
	}
	return string(b), err
}

// Embedded is the lexicon that the program ships with.
func Embedded() fs.FS { return files }
