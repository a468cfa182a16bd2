package ledger

import "time"

// CameAbsent is how it came in that something is no longer there: the capture is an export of the
// chat, made later, that has messages before and behind one and not it. The sighting's name is the
// address of the message.
const CameAbsent = "absent"

// Files are files that belong to a capture, beside it in its folder, and are not kept
// themselves: their hashes are.
type Files struct {
	Leaf    int64
	Capture string // its ID
	At      time.Time
	Files   []File
}

// File is one of them.
type File struct {
	Name    string `json:"name"` // as the capture has it: a path in its folder
	Sum     string `json:"sha256,omitempty"`
	Size    int64  `json:"size,omitempty"`
	Missing string `json:"missing,omitempty"` // why it could not be hashed; "" where it was
}

// Coverage is which messages of a chat a capture has, with a text or without.
type Coverage struct {
	Capture string     // its ID
	Chat    string     // what the addresses of its messages begin with
	Group   bool       // its members write, not one voice
	Runs    [][2]int64 // the numbers of its messages, as stretches, in order
}
