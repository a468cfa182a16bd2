// Package casefile keeps cases: what a person put together out of the ledger, in which order, with
// which words of their own. It promises that every change is in the case's history with who, when
// and what, that each can be undone, and that a case that is deleted is gone with its history.
//
// An item names what it is about by its ID and has none of its words: these are read from the
// ledger when they are shown, so that what was withdrawn there is not kept alive here. What the
// person wrote (names, comments, translations) stands here alone, in desk.sqlite, and losing that
// is losing work.
//
// Time is handed in; nothing here knows a clock, a network or the texts of articles.
package casefile

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// What can be wrong with what is asked for; errors wrap one of these or one of package deskdb.
var (
	ErrUnknown = errors.New("no such case")
	ErrNoItem  = errors.New("no such item in this case")
	ErrThere   = errors.New("it is in this case already")
	ErrSince   = errors.New("it was changed since; undo that first")
	ErrNothing = errors.New("nothing to undo")
	ErrBad     = errors.New("not possible")
)

// Case is a case with its items, in order.
type Case struct {
	ID       string // case-…
	Name     string
	Language string // of its document: ar, en
	Made     time.Time
	Changed  time.Time
	Items    []Item
}

// Item is one thing of a case.
type Item struct {
	ID   string // item-…
	Kind string // one of Kinds
	// About is the ID of what it is: of a report art-…; of a claim, a figure or an event of one
	// art-…/c-…, its article and itself; of an incident i-…; of a question q-…; "" of a note.
	About       string
	Included    bool   // in the case's document; else it is kept in the case only
	Comment     string // the user's words; a note's text
	Translation string // of the quote, the user's own
}

// The kinds of item.
const (
	Report   = "report"
	Claim    = "claim"
	Figure   = "figure"
	Event    = "event"
	Incident = "incident"
	Question = "question"
	Note     = "note"
)

// Kinds are all kinds of item.
var Kinds = []string{Report, Claim, Figure, Event, Incident, Question, Note}

// Languages are those that a document can be in.
var Languages = []string{"ar", "en"}

// By is who does something, and when.
type By struct {
	Who string // a pseudonym; "" is nobody in particular
	At  time.Time
}

// Change is one change of a case.
type Change struct {
	N    int64
	At   time.Time
	Who  string
	Deed string // one of the constants
	Item string // the item's ID, "" of the case itself
	// Old and New are what changed: texts; yes and no; places from 1; an item as JSON.
	Old, New string
	Undoes   int64 // the change that it takes back, 0 otherwise
	Undone   bool  // another takes it back
}

// What can be done.
const (
	Made       = "made"
	Named      = "named"
	Spoken     = "language"
	Added      = "added"
	Removed    = "removed"
	Chosen     = "included" // yes or no
	Commented  = "comment"
	Translated = "translation"
	Moved      = "moved"
	Exported   = "exported" // with the names of private persons: New is why
)

// Finding is the article and the finding of an item that is one.
func (i *Item) Finding() (article, finding string) {
	article, finding, _ = strings.Cut(i.About, "/")
	return article, finding
}

// abouts are what the IDs of things look like.
var abouts = map[string]*regexp.Regexp{
	Report:   regexp.MustCompile(`^art-[0-9a-z]{12}$`),
	Claim:    regexp.MustCompile(`^art-[0-9a-z]{12}/c-[0-9a-z]{10}(-[0-9]+)?$`),
	Figure:   regexp.MustCompile(`^art-[0-9a-z]{12}/f-[0-9a-z]{10}(-[0-9]+)?$`),
	Event:    regexp.MustCompile(`^art-[0-9a-z]{12}/e-[0-9a-z]{10}(-[0-9]+)?$`),
	Incident: regexp.MustCompile(`^i-[0-9a-z]{10}$`),
	Question: regexp.MustCompile(`^q-[0-9a-z]{10}$`),
	Note:     regexp.MustCompile(`^$`),
}

// KindOf is the kind of thing that an ID names, "" where it names none.
func KindOf(about string) string {
	for _, k := range Kinds {
		if k != Note && abouts[k].MatchString(about) {
			return k
		}
	}
	return ""
}

func (i *Item) check() error {
	if !slices.Contains(Kinds, i.Kind) || !abouts[i.Kind].MatchString(i.About) {
		return fmt.Errorf("%w: %q is no ID of a %s", ErrBad, i.About, i.Kind)
	}
	if i.Kind == Note && strings.TrimSpace(i.Comment) == "" {
		return fmt.Errorf("%w: a note without words", ErrBad)
	}
	if err := checkText("a comment", i.Comment, mostText); err != nil {
		return err
	}
	return checkText("a translation", i.Translation, mostText)
}

// How long texts may be, in bytes; and how many items a case may have.
const (
	mostName  = 400
	mostText  = 64 << 10
	mostItems = 5000
)

func checkText(what, s string, most int) error {
	switch {
	case !utf8.ValidString(s):
		return fmt.Errorf("%w: %s with broken letters", ErrBad, what)
	case len(s) > most:
		return fmt.Errorf("%w: %s longer than %d bytes", ErrBad, what, most)
	}
	return nil
}

// clean is a text without controls but line ends and tabs, and without space around it.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n")))
}

// named checks a name, which stands on one line.
func named(s string) (string, error) {
	if err := checkText("a name", s, mostText); err != nil {
		return "", err
	}
	s = strings.Join(strings.Fields(clean(s)), " ")
	if s == "" {
		return "", fmt.Errorf("%w: a case without a name", ErrBad)
	}
	return s, checkText("a name", s, mostName)
}

func spoken(language string) error {
	if !slices.Contains(Languages, language) {
		return fmt.Errorf("%w: a document in %q; there are %s", ErrBad, language, strings.Join(Languages, ", "))
	}
	return nil
}

var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// newID makes an ID from what is unlike that of any other.
func newID(kind string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	const length = 10
	return kind + letters.EncodeToString(sum[:])[:length]
}
