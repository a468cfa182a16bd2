package views

import (
	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/words"
	"riwaya/internal/show/privacy"
)

// Gate is the gate of a record that says what private persons are in the language of a page.
type Gate struct {
	*privacy.Gate
	in *words.Catalog
}

// NewGate is the gate of a record, which must have its claims and its actors.
func NewGate(c *words.Catalog, rec *riwaya.Record) Gate { return Gate{privacy.NewGate(rec), c} }

// At is the text under spans.
func (g Gate) At(spans riwaya.Spans) string { return site.Shown(g.in, g.Gate.At(spans)) }

// Words are words of the record, or about it.
func (g Gate) Words(s string) string { return site.Shown(g.in, g.Gate.Words(s)) }

// Source is who a claim is attributed to.
func (g Gate) Source(c *riwaya.Claim) string { return site.Shown(g.in, g.Gate.Source(c)) }

// Hop is the name of a stop of a claim's chain.
func (g Gate) Hop(h *riwaya.Hop) string { return site.Shown(g.in, g.Gate.Hop(h)) }

// Actor is how the lexicon names an actor, and how the article does.
func (g Gate) Actor(a *riwaya.Actor) (name, written string) {
	name, written = g.Gate.Actor(a)
	return site.Shown(g.in, name), site.Shown(g.in, written)
}
