package site

import (
	"io"

	"riwaya/internal/casefile"
)

// Hand is which case is to be handed on, and how.
type Hand struct {
	Case     casefile.Case
	Language string // of the document
	Names    bool   // private persons by name
	Why      string // and why
	By       string // a pseudonym
}

// Handed is a case as one file: a zip archive of its folder.
type Handed struct {
	io.ReadCloser // to be closed: what it is read from is thrown away then
	Name          string
	Size          int64
}

// MayBuild reports whether who asks may put cases together: the part that adds to one is shown.
func (r *Request) MayBuild() bool { return r.Site.Cases != nil && r.Person.Role >= Reviewer }
