// Package game tells texts and sentences about sports from those about fighting, which share their
// words: teams attack, defend, are struck and beaten.
package game

import "slices"

// Text knows whether a text is about sports. Few texts are asked: all of their words are looked at, once.
type Text struct {
	told, mostly, played bool
	at                   []int // the tokens at which words of sports begin
}

// Reset forgets the text before.
func (t *Text) Reset() { t.told = false }

// Of looks at a text of that many tokens. near adds to a list the tokens at which words begin
// that the lexicon has under a key: sport, or game for those that may be of other things besides.
func (t *Text) Of(tokens int, near func(at []int, key string) []int) {
	if t.told {
		return
	}
	most := func(n int) bool { return n > 5 && n*30 > tokens }
	t.at = near(t.at[:0], "sport")
	n := len(t.at)
	t.told, t.mostly = true, most(n)
	if t.played = t.mostly; !t.mostly && n > 1 {
		t.at = near(t.at, "game")
		t.played = most(len(t.at))
		t.at = t.at[:n]
	}
}

// Mostly reports whether the text is about sports by words of sports alone; Played, by those that may
// be of other things besides.
func (t *Text) Mostly() bool { return t.mostly }

// Played is Mostly by the wider list of words.
func (t *Text) Played() bool { return t.played }

// Within reports whether the tokens from and up to have two words of sports at least.
func (t *Text) Within(from, to int) bool {
	a, _ := slices.BinarySearch(t.at, from)
	b, _ := slices.BinarySearch(t.at, to)
	return b-a >= 2
}

// Borrows reports whether those who report games use the words of events of that type too.
func Borrows(kind string) bool { return slices.Contains(borrowed, kind) }

// Armed reports whether a mode of an assault is one that no game has.
func Armed(mode string) bool { return slices.Contains(weapons, mode) }

var (
	borrowed = []string{"ASSAULT", "CONSULT", "DISPLACE", "AID", "COERCE"}
	weapons  = []string{"explosives", "aerial", "heavy-weapons", "firearms", "crowd-control", "arrest"}
)
