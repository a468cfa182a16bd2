package views

import (
	"strings"

	"riwaya"
	"riwaya/internal/desk/words"
	"riwaya/internal/show/privacy"
)

// Shown are words that passed the gate, with what private persons are in the page's language.
func Shown(c *words.Catalog, s string) string {
	if !strings.Contains(s, "[") {
		return s
	}
	for _, kind := range riwaya.SourceKinds {
		key := kind
		if kind == "person" {
			key = "private"
		}
		s = strings.ReplaceAll(s, privacy.Label(kind), "["+c.Word("kind", key)+"]")
	}
	return s
}

// Gate is the gate of a record that says what private persons are in the language of a page.
type Gate struct {
	*privacy.Gate
	in *words.Catalog
}

// NewGate is the gate of a record, which must have its claims and its actors.
func NewGate(c *words.Catalog, rec *riwaya.Record) Gate { return Gate{privacy.NewGate(rec), c} }

// At is the text under spans.
func (g Gate) At(spans riwaya.Spans) string { return Shown(g.in, g.Gate.At(spans)) }

// Words are words of the record, or about it.
func (g Gate) Words(s string) string { return Shown(g.in, g.Gate.Words(s)) }

// Source is who a claim is attributed to.
func (g Gate) Source(c *riwaya.Claim) string { return Shown(g.in, g.Gate.Source(c)) }

// Hop is the name of a stop of a claim's chain.
func (g Gate) Hop(h *riwaya.Hop) string { return Shown(g.in, g.Gate.Hop(h)) }

// Actor is how the lexicon names an actor, and how the article does.
func (g Gate) Actor(a *riwaya.Actor) (name, written string) {
	name, written = g.Gate.Actor(a)
	return Shown(g.in, name), Shown(g.in, written)
}
