package site

import (
	"context"
	"io"

	"riwaya/internal/desk/work"
	"riwaya/internal/ledger"
)

// Writing is what changes the ledger. It is handed in: pages know neither the network nor where
// the ledger stands. Each returns when what it did is on disk.
type Writing struct {
	// Review enters what a person decided.
	Review func(context.Context, *ledger.Review) error
	// Proof are the files that show a stranger that a capture, or an article with its capture, is in the
	// log, by their names. It signs the log's head where that is not signed yet.
	Proof func(ctx context.Context, id string) (map[string][]byte, error)
	// Take takes in addresses, and what was uploaded; or tries again what failed.
	Take func(context.Context, Intake, work.Tell) error
	// Watch looks at feeds again and again.
	Watch func(ctx context.Context, feeds []string, by string, tell work.Tell) error
	// Upload is a new place for what a person sends.
	Upload func() (Upload, error)
	// Hand writes a case as a folder, and gives it as one file. It changes nothing.
	Hand func(context.Context, Hand) (*Handed, error)
}

// Intake is what is to be taken in.
type Intake struct {
	Addresses []string
	Upload    Upload // nil where nothing was sent; it is removed afterwards
	Retry     bool   // what failed before is tried again
	By        string // a pseudonym: the collector in the evidence
}

// Upload is where files wait that a person has sent, until they are taken in.
type Upload interface {
	// Put keeps a file under a name, which may have folders in it: of a folder that was sent whole. A
	// name that leads elsewhere is an error.
	Put(name string, from io.Reader) error
	// Names are the files and folders that were sent.
	Names() []string
	// Remove removes all of it.
	Remove() error
}
