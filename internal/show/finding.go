package show

import (
	"fmt"
	"io"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// Found is a finding of any layer but the claims: its words, and what they were read as.
type Found struct {
	Layer, ID, Rule string
	Spans           riwaya.Spans
	Fields          [][2]string // name and value, in the order of the record
}

// Findings are the findings of a record beside its claims, in its order.
func Findings(rec *riwaya.Record) []Found {
	var out []Found
	for i := range rec.Figures {
		f := &rec.Figures[i]
		out = append(out, Found{"figure", f.ID, f.Rule, f.Span, [][2]string{{"number", amount(f)}, {"operator", f.Op}, {"predicate", f.Predicate}, {"group", f.Group},
			{"scope", f.Scope}, {"of", optional(f.Of, "")}, {"part of", optional(f.PartOf, "")}, {"place", optional(f.Place, "")}, {"time", optional(f.Time, "")},
			{"claim", optional(f.Claim, "")}, {"confidence", fmt.Sprintf("%.2f", f.Confidence)}}})
	}
	for i := range rec.Times {
		t := &rec.Times[i]
		out = append(out, Found{"time", t.ID, t.Rule, t.Span, [][2]string{{"value", t.Value}, {"type", t.Type}}})
	}
	for i := range rec.Places {
		p := &rec.Places[i]
		out = append(out, Found{"place", p.ID, p.Rule, p.Span, [][2]string{{"name", optional(p.Name, "")}, {"country", optional(p.Country, "")},
			{"province", optional(p.Admin1, "")}, {"point", point(p)}, {"relation", p.Relation}, {"confidence", fmt.Sprintf("%.2f", p.Confidence)}}})
	}
	for i := range rec.Actors {
		a := &rec.Actors[i]
		private := ""
		if a.Private {
			private = "yes"
		}
		out = append(out, Found{"actor", a.ID, a.Rule, a.Mentions, [][2]string{{"name", optional(a.Name, "")}, {"kind", a.Kind}, {"country", optional(a.Country, "")}, {"private", private}}})
	}
	return append(append(out, events(rec)...), positionsFound(rec)...)
}

// Finding writes how one finding was made: the rule, the words, and each of its values.
// rule may be nil.
func Finding(w io.Writer, rec *riwaya.Record, f Found, rule *Rule, o Options) error {
	p := &page{o: o}
	v := view{page: p, rec: rec, hidden: privacy.New(rec, o.Names)}
	v.block(fmt.Sprintf("%-12s", f.Layer), 0, run{f.ID, strong})
	v.rule(f.Rule, rule)
	v.words("words", v.hidden.At(f.Spans), "")
	for _, x := range f.Fields {
		if x[1] != "" {
			v.block(fmt.Sprintf("  %-12s", x[0]), 0, run{v.hidden.Words(x[1]), normal})
		}
	}
	v.blank()
	return p.writeTo(w)
}
