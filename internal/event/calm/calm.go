// Package calm tells texts in which nobody in power or under arms has a part from those about what such do: a film, an
// illness, a family, a market. There a word that may name a deed, of which nobody, nowhere and no number is told, is most often a
// figure of speech: a song kills, fear takes hold, relatives meet.
package calm

import (
	"slices"

	"riwaya"
)

// Text knows of a text how calm it is. Few texts are asked: all of their words are looked at, once.
type Text struct {
	asked         bool
	public, armed bool // whether the record has an actor in power, under arms
	grave, office int  // words of fighting and of crime; of those who meet for a state
	at            []int
}

// Reset forgets the text before.
func (t *Text) Reset() { t.asked = false }

const (
	short = 60  // a text of fewer tokens is so short that nothing follows from what it does not say
	long  = 150 // one of as many says often enough what it is about
	rare  = 200 // a word of fighting or crime among more tokens than that says little of a text
)

// Else reports whether an event is none, since its text is calm and nothing is told of it: no party, no place. loose
// says that its word is often a figure of speech, plain that it is so too where somebody in power has a part. near adds to a
// list the tokens at which words begin that the lexicon has under a key.
func (t *Text) Else(rec *riwaya.Record, e *riwaya.Event, loose, plain bool, tokens int, near func(at []int, key string) []int) bool {
	assault := e.Type == "ASSAULT"
	if !loose && !assault || len(e.Actors)+len(e.Targets) > 0 || e.Place != nil || tokens < short {
		return false
	}
	switch t.of(rec, near); {
	case (assault || loose && plain && e.Type == "COERCE") && tokens >= long && t.grave*rare < tokens:
		return true // whoever has a part in it: an essay names an army, a review the police
	case t.armed || t.public && !(loose && plain):
		return false
	case e.Type == "CONSULT" && t.office > 0:
		return false
	case t.public || !assault:
		return t.grave == 0
	}
	return t.grave <= 1
}

// of looks at the text, if it has not been.
func (t *Text) of(rec *riwaya.Record, near func(at []int, key string) []int) {
	if t.asked {
		return
	}
	*t = Text{asked: true, at: t.at[:0]}
	for i := range rec.Actors {
		k := rec.Actors[i].Kind
		t.armed = t.armed || slices.Contains(armed, k)
		t.public = t.public || slices.Contains(public, k)
	}
	t.at = near(t.at, "grave")
	t.grave = len(t.at)
	if !t.armed {
		t.at = near(t.at, "office")
		t.office = len(t.at) - t.grave
	}
}

var (
	armed  = []string{"military", "armed_group", "police"}
	public = []string{"government", "party", "igo", "court"}
)
