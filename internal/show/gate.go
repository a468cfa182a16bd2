package show

import "riwaya"

// Gate is what words of a record pass before they are shown, exported or answered with:
// private persons become what they are. It is the same that [Record] shows a record by.
type Gate struct{ p *privacy }

// NewGate is the gate of a record, which must have its claims and its actors: they say who
// is private.
func NewGate(rec *riwaya.Record) *Gate { return &Gate{newPrivacy(rec, false)} }

// At is the text under spans, as it may be shown.
func (g *Gate) At(spans riwaya.Spans) string { return g.p.at(spans) }

// Words are words that stand beside the text, a title or a name, as they may be shown.
func (g *Gate) Words(s string) string { return g.p.words(s) }

// Source is who a claim is attributed to, as it may be shown; "" where nobody is named.
func (g *Gate) Source(c *riwaya.Claim) string {
	if hides(&c.Source) {
		return label(c.Source.Kind)
	}
	return g.p.words(c.Source.Text)
}
