// Package entry is an item of a case as it is told: its quote in the words of the article, who says
// it, the chain to where it comes from, its figures with their bounds, place and time with their
// precision, and the evidence that it rests on; and who reviewed it.
//
// It promises that every text of an article passes the gate of private persons, unless names are
// asked for; that what was withdrawn is said to be so and nothing more; that nothing is added up;
// and that every entry says whether a person reviewed it. How that is written is for others.
package entry

import (
	"time"

	"riwaya"
	"riwaya/internal/casefile"
)

// Entry is an item as it is told. What does not apply is empty.
type Entry struct {
	casefile.Item
	Gone     string // one of the constants: what it is about cannot be told
	Title    string // of a report: its title
	Quote    string // in the words of the article
	Language string // of the quote: a code; "" unknown
	Source   Source
	Chain    []Hop // from what is nearest the reader
	Known    bool  // the chain ends at its origin; otherwise the text does
	Origins  *riwaya.Origins
	Figures  []Figure
	Place    *Place
	Time     *Time
	Event    *Event // of events and incidents
	Asked    *Asked // of questions
	Report   *Report
	Others   []Telling // of incidents: each report's words
	Review   Review
}

// Why an entry cannot be told.
const (
	Withdrawn = "withdrawn" // it was taken out of the ledger
	Unknown   = "unknown"   // nothing of that ID is there any more: it was made anew, or never was
)

// Source is who says something, as it may be shown.
type Source struct {
	Name      string // the lexicon's, where it has one
	Written   string // as the article has it; "" where it is left out
	Kind      string // as riwaya.SourceKinds; "" where the report tells it in its own words
	Anonymous bool
	Hidden    bool // a private person
	Elided    bool
	Cue       string // the word by which it is said
	Class     string // of the cue
	Mode      string // of the content: direct, indirect, mixed
	Negated   bool
	Hedges    []string
	Medium    string
	Addressee string
}

// Hop is one step of a chain.
type Hop struct {
	Relation   string // as riwaya.Relation…
	From, To   Stop
	Uncredited bool
	Undirected bool
}

// Stop is what a chain passes.
type Stop struct {
	Kind    string // as riwaya.Node…
	Name    string // "" where nobody is named
	Day     string // of a report
	Article string
}

// Figure is a number as somebody gave it.
type Figure struct {
	Article, ID      string
	Text             string
	Op               string
	Low, High, Total *float64
	Unit, Noun       string
	Group, Predicate string
	Scope            string
	Since            string
	By               string // who gave it; "" the report itself
	ByKind           string
	Outlet           string
	At, AtFrom       string // of an answer: when it was given, and what says so
	Hedged           bool
	Part             bool // of a larger figure
	Place            *Place
	Time             *Time
	Review           Review
}

// Place is where, with how exactly that is known.
type Place struct {
	Name, Written  string
	Admin1, Admin2 string
	Country        string // ISO 3166-1 alpha-2
	Relation       string
	Precision      string
	Lat, Lon       *float64
}

// Time is when, as it is written and as it was understood.
type Time struct {
	Written, Value, Type string
	// First and Last are the days of an incident.
	First, Last string
	Precision   string // day, range, before; of an incident
	Seen        bool   // counted from when reports were first seen
}

// Event is what happened.
type Event struct {
	Type, Mode, Status string
	Parties            []Party
	Reports, Outlets   int // of an incident
}

// Party is who took part, by whose word.
type Party struct {
	Name, Role, Standing string
	By                   []string // who says so, where the reports do not themselves
}

// Asked is a question.
type Asked struct {
	Predicate, Group, Scope string
	Place                   string
	From, To, Since         string
	Part                    bool
	Unit                    string
	Contradicted            int // relations between accounts that contradict
	Tellers, Unnamed        int
	Reports, Outlets        int
}

// Telling is one report's words of an incident.
type Telling struct {
	Report Report
	Event  string // the ID of the finding
	Quote  string
	Source Source
	Review Review
}

// Report is a report and the evidence for it.
type Report struct {
	Article            string
	Title, Outlet, URL string
	Published          string
	Precision, From    string // of the publication
	Language           string
	Coverage           string
	Credits            []string
	Program            string // that took it in
	Capture            string // its ID
	Sum                string // SHA-256 of what came in, in hex
	TextSum            string // of the article's text
	Media              string
	Size               int64
	Captured           time.Time // when it first came in
	Came               string    // file, address, stdin
	File               string    // of a file its name, without folders
	Where              string    // in the capture: line 12
	Leaf, RecordLeaf   int64     // in the log
	Alone              bool      // nothing else stands in the capture
	Stated             *riwaya.Stated
	Named              bool // a private person is named in the article
	Versions           int
}

// Review is what people decided about a finding.
type Review struct {
	State     string   // one of the constants
	By        []string // pseudonyms
	Rejected  bool     // they agree that it is none
	Corrected []string // the fields that they have otherwise
}

// How far a finding was looked at.
const (
	ByMachine = ""         // read by machine, not reviewed
	Reviewed  = "reviewed" // and all who did hold the same
	Disputed  = "disputed" // and who did do not
	Changed   = "changed"  // what was decided was about a reading that is not there any more
)
