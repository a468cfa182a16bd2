package riwaya

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Precision says how exactly a publication time is known.
type Precision string

// The precisions of a publication time.
const (
	PrecisionSecond  Precision = "second"
	PrecisionMinute  Precision = "minute"
	PrecisionDay     Precision = "day"
	PrecisionUnknown Precision = "unknown"
)

// Origin of a publication time: what stated it.
const (
	FromFlag     = "flag"
	FromMetadata = "metadata"
	FromURL      = "url"
	FromText     = "text"
	FromFeed     = "feed"
	FromUnknown  = "unknown"
)

// Coverage says how much of an article's language the program can read.
type Coverage string

// An empty layer under CoverageNone does not mean that nothing was there.
const (
	CoverageFull    Coverage = "full"
	CoveragePartial Coverage = "partial"
	CoverageNone    Coverage = "none"
)

// Article is one report as one outlet published it, before it is read.
type Article struct {
	ID                 string     `json:"id"` // "sha256:" and the hex digest of Text
	URL                *string    `json:"url"`
	Outlet             *string    `json:"outlet"`
	Title              string     `json:"title"`
	Authors            []string   `json:"authors"`
	Published          *string    `json:"published"` // 2006-01-02, or RFC 3339 where the time of day is known
	PublishedPrecision Precision  `json:"published_precision"`
	PublishedFrom      string     `json:"published_from"`
	Seen               *time.Time `json:"seen"` // when it was first met, never when it appeared
	Language           string     `json:"language"`
	Coverage           Coverage   `json:"coverage"`
	Text               string     `json:"text"` // never altered; the title is its first line where it has one
	Body               []Span     `json:"body"` // the parts of Text that are the article, page furniture left out
	Credits            []Credit   `json:"credits"`
}

// TextID names an article by its text: "sha256:" and the hex digest.
func TextID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Credit is a place where the text says where it comes from itself: an agency,
// or the outlet that it republishes.
type Credit struct {
	Span  Span    `json:"span"`
	Text  string  `json:"text"`
	Name  *string `json:"name"`  // from the lexicon, else null
	Actor *string `json:"actor"` // the lexicon's id, else null
	Form  string  `json:"form"`  // source line, dateline, byline, inline
	Rule  string  `json:"rule"`
}

// The forms of a credit.
const (
	CreditSourceLine = "source line"
	CreditDateline   = "dateline"
	CreditByline     = "byline"
	CreditInline     = "inline"
)
