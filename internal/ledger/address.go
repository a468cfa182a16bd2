package ledger

import "time"

// IsGone reports whether an answer says that a page is not there any more: 404 and 410 (RFC
// 9110, 15.5.5 and 15.5.11), and 451, for legal reasons (RFC 7725).
func IsGone(status int) bool { return status == 404 || status == 410 || status == 451 }

// Unmodified is the answer that a page is what it was (RFC 9110, 15.4.5).
const Unmodified = 304

// AddressID names an address without saying it: so one that something was withdrawn from can be
// left alone, though nobody keeps it.
func AddressID(address string) string { return id("adr-", address) }

// Address is what is known of an address that was asked for.
type Address struct {
	URL         string    // as it was asked for
	First, Last time.Time // the first and the last time that it answered; zero where it never did
	Status      int       // the last answer
	GoneSince   time.Time // when it was first found gone, where it was at every look since; else zero
	Found       string    // the ID of a capture in which it stood: a feed; "" where it was given by hand
	Capture     string    // the ID of the newest capture that was there, "" where none was
	Media       string    // its content type
	Leaf        int64     // of the sighting of that whose answer says most
	Missed      *Missed   // the last try that failed, where none succeeded since
}

// Missed is an address that could not be got.
type Missed struct {
	Address   string
	Found     string // as of [Address]
	Error     string
	Again     bool // whether another try, later, could help
	First, At time.Time
	Tries     int
}
