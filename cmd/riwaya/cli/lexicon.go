package cli

import (
	"io/fs"
	"os"

	"riwaya/internal/read"
	"riwaya/lexicon"
)

// OpenReader prepares the lexicon in a folder, or the one built in.
func OpenReader(dir string) (*read.Reader, error) {
	files, err := LexiconFiles(dir)
	if err != nil {
		return nil, err
	}
	lx, err := lexicon.Load(files, "ar")
	if err != nil {
		return nil, err
	}
	return read.New(lx)
}

// LexiconFiles is the lexicon in a folder, or the one built in where dir is empty.
func LexiconFiles(dir string) (fs.FS, error) {
	if dir == "" {
		return lexicon.Embedded(), nil
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, FileError(dir, err)
	}
	return os.DirFS(dir), nil
}
