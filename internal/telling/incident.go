package telling

import (
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/show"
	"riwaya/internal/trace/graph"
)

// Incidents writes a list of incidents, of which there are count.
func Incidents(w io.Writer, all []riwaya.Incident, count int, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	for i := range all {
		incident(l, &all[i])
	}
	l.Blank()
	if count > len(all) {
		l.Block("", fmt.Sprintf("%d incidents, %d shown; --limit and --skip show others", count, len(all)))
	} else {
		l.Block("", show.Many(count, "incident"))
	}
	return l.Err
}

// IncidentWhole is an incident with from how many origins it is told, as programs take it.
type IncidentWhole struct {
	riwaya.Incident
	Origins riwaya.Origins `json:"origins" doc:"who tells of it: whom its reports name for it, and reports that name nobody for it; not whom they name for what came before or after it"`
}

// WholeOf is that of an incident, with a matter of its reports.
func WholeOf(in *riwaya.Incident, m *matter.Matter) IncidentWhole {
	return IncidentWhole{*in, graph.Origins(m.Tellers(in))}
}

// Incident writes an incident with who tells of it, and every telling.
func Incident(w io.Writer, in *riwaya.Incident, m *matter.Matter, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	incident(l, in)
	l.Block("  precision ", dotted(fmt.Sprintf("ACLED time %d, place %d", in.TimePrecision, in.GeoPrecision), fmt.Sprintf("UCDP date %d, where %d", in.DatePrec, in.WherePrec))...)
	if in.Place != nil && len(in.Place.Spellings) > 0 {
		l.Block("  spelled   ", dotted(in.Place.Spellings...)...)
	}
	tellers := WholeOf(in, m).Origins
	l.Block("  origins   ", fmt.Sprintf("told by %s, %s", between(&tellers, "origin"), tellers.Scope.Words))
	if named := names(&tellers); len(named) > 0 {
		l.Block("    named   ", dotted(named...)...)
	}
	merges(l, &tellers)
	l.Blank()
	l.Block("tellings    ", fmt.Sprint(len(in.Events)))
	for i := range in.Events {
		e := &in.Events[i]
		rec := m.Record(e.Article)
		if rec == nil {
			continue
		}
		l.Block(fmt.Sprintf("  %-4d", i+1), append(called(m, e.Article), strings.Join(e.Why, ", "))...)
		for k := range rec.Events {
			if rec.Events[k].ID == e.Event {
				l.Block("      ", words(m, riwaya.Evidence{Article: e.Article, Spans: rec.Events[k].Span}))
			}
		}
	}
	return l.Err
}

// incident writes an incident in a few lines.
func incident(l *show.Lines, in *riwaya.Incident) {
	what := strings.ToLower(in.Type)
	if in.Mode != nil {
		what += ", " + *in.Mode
	}
	if in.ACLED != nil {
		what = in.ACLED.SubEventType + " (" + what + ")"
	}
	where := ""
	if p := in.Place; p != nil {
		where = p.Name
		if p.NameAr != "" && p.NameAr != p.Name {
			where += " " + p.NameAr
		}
		if p.Country != nil {
			where += ", " + *p.Country
		}
	}
	told := map[string]bool{}
	for i := range in.Events {
		told[in.Events[i].Article] = true
	}
	l.Block("  "+in.ID+" ", dotted(happened(in), what, where, "told by "+show.Many(len(told), "report"))...)
	for i := range in.Parties {
		p := &in.Parties[i]
		by := ""
		if len(p.By) > 0 {
			by = "by " + strings.Join(p.By, ", ")
		}
		l.Block("      "+p.Role+"  ", dotted(p.Name, p.Standing, by, "named by "+show.Many(len(p.Articles), "report"))...)
	}
	for i := range in.Figures {
		f := &in.Figures[i]
		what, whose := f.Predicate, ""
		if !f.All() {
			what += ", " + f.Group
		}
		if f.Of != "" {
			whose = "of " + f.Of
		}
		if f.Lowest.Value == f.Highest.Value {
			l.Block("      "+what+"  ", dotted(whose, number(&f.Lowest))...)
			continue
		}
		l.Block("      "+what+"  ", dotted(whose, "lowest "+number(&f.Lowest), "highest "+number(&f.Highest))...)
	}
}

func number(n *riwaya.IncidentNumber) string {
	op := map[string]string{"at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "less_than": "less than ", "about": "about ", "vague": "vaguely "}[n.Op]
	by := ""
	if n.By != "" {
		by = ", says " + n.By
	}
	return fmt.Sprintf("%s%g%s (%s)", op, n.Value, by, n.Article)
}

func happened(in *riwaya.Incident) string {
	seen := ""
	if in.Seen {
		seen = "~"
	}
	switch {
	case in.Last == "":
		return "no day"
	case in.First == "":
		return "by " + seen + in.Last
	case in.First == in.Last:
		return seen + in.First
	}
	return seen + in.First + " to " + in.Last
}
