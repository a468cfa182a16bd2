// Package folk finds groups of people, and people without a name: by their noun with its
// article, or with a country; by whom or where they belong to; where a deed makes them a party
// to it, which package participant says.
//
// It promises that what it reads is decided by the classes of words alone, and that a noun of
// people that is only an adjective, or that nothing makes an actor, is left out.
package folk

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/participant"
)

// Reader reads people in texts of one language. It is safe for several goroutines.
type Reader struct {
	*mention.Vocabulary

	Those   lang.Set // nouns of people by whom they belong to
	Counted lang.Set // nouns of people that a figure counts
	Number  lang.Set // words that are a number

	deeds        lang.Set // verbs of what is done
	governs      lang.Set // words that say how what stands behind them belongs to what stands before
	participants *participant.Reader
}

// New prepares the vocabulary of a language. class gives the set of the named word classes.
func New(v *mention.Vocabulary, class func(names ...string) lang.Set) *Reader {
	p := participant.New(v.Vocabulary, class)
	return &Reader{Vocabulary: v, Those: class("those"), Counted: p.Counted, Number: p.Number, deeds: class("coded-verb"), governs: class("governs"), participants: p}
}

// reading is a scan that people are added to.
type reading struct {
	*mention.Scan
	f *Reader
}

// People adds a group of people at token i, definite or with an adjective of a country, and
// returns where to go on: i where there is none.
func (f *Reader) People(s *mention.Scan, i int) int { return reading{s, f}.people(i) }

// Victim adds somebody without a name at token i to whom something was done, and returns where
// to go on: i where there is none.
func (f *Reader) Victim(s *mention.Scan, i int) int { return reading{s, f}.victimAt(i) }

// Someone adds people without a name at token i, or one of them, whom a deed makes a
// participant, and returns where to go on: i where there is none.
func (f *Reader) Someone(s *mention.Scan, i int) int { return reading{s, f}.someone(i) }
