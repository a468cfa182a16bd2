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
	"io/fs"
)

//go:embed ar/*.txt ar/*.rules shared/*.txt
var files embed.FS

// Embedded is the lexicon that the program ships with.
func Embedded() fs.FS { return files }
