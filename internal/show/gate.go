package show

import (
	"strings"

	"riwaya"
)

// Gate is what words of a record pass before they are shown, exported or answered with:
// private persons become what they are. It is the same that [Record] shows a record by.
type Gate struct{ p *privacy }

// NewGate is the gate of a record, which must have its claims and its actors: they say who
// is private.
func NewGate(rec *riwaya.Record) *Gate {
	p := newPrivacy(rec, false)
	// A stretch of the text may be cut out in the middle of a name: then the name is known
	// by where it stands, not by its words.
	for _, h := range p.names {
		for from := 0; ; {
			i := strings.Index(p.text[from:], h.words)
			if i < 0 {
				break
			}
			at := riwaya.Span{Start: from + i, End: from + i + len(h.words)}
			if boundary(p.text, at.Start) && boundary(p.text, at.End) {
				p.spans = append(p.spans, hidden{span: at, label: h.label})
			}
			from = at.End
		}
	}
	p.sort()
	return &Gate{p}
}

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
