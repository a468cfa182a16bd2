package ledger

import (
	"context"
	"io"
	"time"
)

// StoreName is the store's file in a ledger's folder.
const StoreName = "ledger.sqlite"

// Store keeps what is known of the evidence. Several goroutines may read; one writes.
type Store interface {
	io.Closer

	// Cursor is how many leaves of the log were applied.
	Cursor(context.Context) (int64, error)
	// From is the leaf from which on the log is to be applied: the cursor, or 0 where an earlier
	// version of the program kept less of what the leaves before it say, until all are applied anew.
	From(context.Context) (int64, error)
	// Apply makes changes, all or none, and moves the cursor. When it returns they are on
	// disk. Applying a leaf twice changes nothing.
	Apply(ctx context.Context, changes []Change, cursor int64) error
	// Check says what differs between the store and what a change of the log made, as
	// sentences that name the row.
	Check(ctx context.Context, c Change) ([]string, error)
	// Pass says of a leaf that nobody can tell any more what it made.
	Pass(leaf int64)
	// Sound looks for damage of the store itself, and for rows that come from none of the
	// leaves that Check or Pass were called for since the store was opened.
	Sound(context.Context) ([]string, error)

	// Capture is the capture of an ID; ErrUnknown where there is none, ErrGone where it was
	// withdrawn.
	Capture(ctx context.Context, id string) (Capture, error)
	// Seen reports whether a capture came in by that name before.
	Seen(ctx context.Context, capture, how, name string) (bool, error)
	// IsDone reports whether all articles of a capture were read by that version.
	IsDone(ctx context.Context, d Done) (bool, error)
	// Undone are the next captures after a leaf that are not done by any version, in the log's order.
	Undone(ctx context.Context, after int64, most int) ([]Capture, error)
	// At is what is known of a place in a capture.
	At(ctx context.Context, capture, place string) (Known, error)
	// ReadBy is the version of an article's newest record, "" where it has none; ErrGone where
	// it was withdrawn.
	ReadBy(ctx context.Context, article string) (string, error)
	// Stale are the next captures after a leaf that have articles read by another version.
	Stale(ctx context.Context, version string, after int64, most int) ([]Capture, error)
	// Failed are the next captures after a leaf in which something failed.
	Failed(ctx context.Context, after int64, most int) ([]Capture, error)
	// Failures are the failures there are, in the order of captures and places.
	Failures(ctx context.Context, each func(Failure) error) error
	// Find says what an ID, or the start of one that is unlike others, names.
	Find(ctx context.Context, id string) (Found, error)
	// FirstSighting is when a capture first came in, and under which name.
	FirstSighting(ctx context.Context, capture string) (Sighting, error)
	// Walk gives each article of whose ID keep says so (nil: all), in the order in which they
	// first came in, all of one moment, with the layers asked for as of Readings.
	Walk(ctx context.Context, keep func(article string) bool, each func(*Kept) error, layers ...string) error
	// Address is what is known of an address, its URL alone where nothing is; ErrGone where what came from
	// it was withdrawn.
	Address(ctx context.Context, url string) (Address, error)
	// Addresses gives each address whose first and last answer are less than a span apart, in the order in which
	// they first answered, and then each that never did.
	Addresses(ctx context.Context, span time.Duration, each func(Address) error) error
	// Gone gives each address that is gone, the latest first.
	Gone(ctx context.Context, each func(Address) error) error
	// Missed gives each address that could not be got, in their order.
	Missed(ctx context.Context, each func(Missed) error) error
	// Files gives the files that belong to a capture, in the order of the log: one that was
	// missing may come again with its hash.
	Files(ctx context.Context, capture string, each func(File) error) error
	// Coverages say which messages of a chat the captures have, in the order in which these came in.
	Coverages(ctx context.Context, chat string) ([]Coverage, error)
	// Under gives the addresses of reports that begin so, and whether each is known to be absent.
	Under(ctx context.Context, start string, each func(address string, absent bool) error) error
	// Reviews gives the reviews there are, in the order of the log, with those that were taken back.
	Reviews(context.Context) ([]Review, error)
	// Status counts what there is.
	Status(ctx context.Context, version string) (Status, error)
}

// Known is what is known of a place in a capture.
type Known struct {
	Article string // the ID of what stands there, "" where nothing was read yet
	Beside  string // as of [Record]
	Failure string // the version that failed there, "" where none did
}

// Found is what an ID names.
type Found struct {
	Capture  string    // the capture that it is, or that its newest record was read in
	Article  string    // "" of a capture
	Leaf     int64     // of the capture, or of the article's newest record
	Articles []string  // the article, or all that appear in the capture
	Records  []int64   // the leaves of all records of these articles
	Custody  []int64   // of a capture: its leaf and those of its sightings
	Appears  []Appears // of an article: the captures it appears in
	Others   []string  // of a capture: other captures that the same articles appear in
	Asked    []string  // of a capture: the addresses that were asked for when it came
}

// Appears says where in a capture an article stands.
type Appears struct {
	Capture string
	Places  []string
	Alone   bool // nothing else stands in it
}

// Status counts what is in a ledger.
type Status struct {
	Captures, Sightings, Reports, Articles, Records int64
	Findings                                        map[string]int64 // by layer
	Languages                                       map[string]int64
	Failures, Withdrawn                             int64
	Gone, Missed                                    int64 // addresses
	Absent                                          int64 // messages that a later export lacks
	Files                                           int64 // that belong to captures, and have a hash
	Undone                                          int64 // captures whose articles are not all read
	Current                                         int64 // articles read by the version asked for
	Bytes                                           int64 // of all captures, as they came
	First, Last                                     string
}
