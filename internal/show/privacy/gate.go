package privacy

import (
	"strings"

	"riwaya"
)

// Gate is what words of a record pass before they are shown, exported or answered with:
// private persons become what they are. It hides what [Persons] hides, and parts of it.
type Gate struct{ *Persons }

// NewGate is the gate of a record, which must have its claims and its actors: they say who
// is private.
func NewGate(rec *riwaya.Record) *Gate {
	p := New(rec, false)
	// A stretch of the text may be cut out in the middle of a name: then the name is known
	// by where it stands, not by its words.
	for _, h := range p.names {
		for from := 0; ; {
			i := strings.Index(p.text[from:], h.words)
			if i < 0 {
				break
			}
			at := riwaya.Span{Start: from + i, End: from + i + len(h.words)}
			if boundary(p.text, at.Start) && boundary(p.text, at.End) && !p.spares(p.text, at.Start, at.End) {
				p.spans = append(p.spans, hidden{span: at, label: h.label})
			}
			from = at.End
		}
	}
	p.sort()
	return &Gate{p}
}

// Source is who a claim is attributed to, as it may be shown; "" where nobody is named.
func (g *Gate) Source(c *riwaya.Claim) string {
	if Hides(&c.Source) {
		return Label(c.Source.Kind)
	}
	return g.Words(c.Source.Text)
}

// Stretch is a stretch of the text that is hidden, and what is shown instead.
type Stretch struct {
	Span  riwaya.Span
	Label string
}

// Hidden are the stretches of the text that the gate hides, in order, none inside another: for who
// shows the text itself and must know where it is still what it was.
func (g *Gate) Hidden() []Stretch {
	out := make([]Stretch, len(g.spans))
	for i, h := range g.spans {
		out[i] = Stretch{h.span, h.label}
	}
	return out
}

// Names are the names that are hidden, to look for them where no record says where they stand.
// They are for nothing else.
func (g *Gate) Names() (out []string) {
	for _, h := range g.names {
		out = append(out, h.words)
	}
	return out
}
