package pipeline

// What happened to one thing that was taken in.
const (
	Captured = "captured" // it is kept
	Again    = "again"    // it is kept already; that it came once more is noted
	Nothing  = "nothing"  // it came from the same place before: there is nothing to note
	Read     = "read"     // an article was read
	Same     = "same"     // an article is known from elsewhere
	Known    = "known"    // an article was read before, here
	Gone     = "gone"     // a page is not there any more: the answer is kept
	Failed   = "failed"   // an article, or the whole, could not be read
	Passed   = "passed"   // it lies beside articles in a folder and is none; it is not kept
	Refused  = "refused"  // it could not be taken in at all, and is not kept
	Absent   = "absent"   // a message is no longer there
	Hashed   = "hashed"   // files that belong to a capture have their hashes in the log; Done says how many
	Left     = "left"     // part of it was left out on purpose; the rest is taken in
	Replayed = "replayed" // leaves were applied to the store
)

// Event tells of something that is on disk now, or that was refused or passed over.
type Event struct {
	Kind     string
	Name     string // what the user calls it: a path, a file and line, an address
	ID       string // of the capture or article
	Err      error
	Status   int   // of Gone: what the server answered
	Done, Of int64 // of Replayed and Hashed
}
