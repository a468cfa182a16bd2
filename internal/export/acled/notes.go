package acled

import (
	"fmt"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/export/acled/coding"
)

// notes say what the columns do not: that it is a draft, the dispute about a number, who is accused,
// how the day is known.
func (d *drafter) notes(in *riwaya.Incident) string {
	var b strings.Builder
	n := 0
	for i := range in.Events {
		if i == 0 || in.Events[i].Article != in.Events[i-1].Article {
			n++
		}
	}
	fmt.Fprintf(&b, "Draft by a machine, not reviewed. Told by %s.", plural(n, "report"))
	if in.First != in.Last {
		fmt.Fprintf(&b, " Between %s and %s.", in.First, in.Last)
	}
	if in.Seen {
		b.WriteString(" The day is counted from when a report was first seen, and can be earlier.")
	}
	if in.Place.Precision == "near" {
		b.WriteString(" The place has the coordinates of what it lies in or beside.")
	}
	if in.ACLED.EventType == "" {
		b.WriteString(" No event type: see the losses.")
	}
	d.deaths(&b, in)
	d.left(&b, in)
	for i := range in.Parties {
		p := &in.Parties[i]
		if p.Role == "agent" && coding.Taken(p) && coding.Both(in, p) {
			fmt.Fprintf(&b, " %s is told as who did it and as whom it struck.", p.Name)
		}
		if p.Standing != "accused" && p.Standing != "denied" || p.Name == "" {
			continue
		}
		what := map[string]string{"accused": "is accused", "denied": "is said to have had no part in it"}[p.Standing]
		fmt.Fprintf(&b, " %s %s", p.Name, what)
		if len(p.By) > 0 {
			fmt.Fprintf(&b, " by %s", strings.Join(p.By[:min(3, len(p.By))], ", "))
		}
		b.WriteByte('.')
	}
	if in.Confidence < 0.8 {
		fmt.Fprintf(&b, " That all reports tell of one event is %.1f sure.", in.Confidence)
	}
	return b.String()
}

// deaths say who counted what, of whom, where numbers differ, and that there is none where there is none.
func (d *drafter) deaths(b *strings.Builder, in *riwaya.Incident) {
	all := killed(in)
	if len(all) == 0 {
		b.WriteString(" Fatalities: no figure stated; that is not to say that nobody died.")
		d.lose("fatalities", "0 where no report states a figure, as ACLED has it: that is not to say that nobody died")
	}
	for _, k := range all {
		who := ""
		if !k.All() || len(all) > 1 {
			who = " (" + k.Group
			if k.Of != "" {
				who += " of " + k.Of
			}
			who += ")"
		}
		if k.Lowest.Value == k.Highest.Value {
			fmt.Fprintf(b, " Fatalities%s: %s.", who, d.number(&k.Lowest))
			continue
		}
		fmt.Fprintf(b, " Fatalities%s in dispute or growing: lowest %s; highest %s.", who, d.number(&k.Lowest), d.number(&k.Highest))
	}
	if len(all) > 1 {
		b.WriteString(" Groups are not added up.")
	}
}

// left says which numbers are given beside it and taken for none of it.
func (d *drafter) left(b *strings.Builder, in *riwaya.Incident) {
	said := map[string]bool{}
	for i := range in.Left {
		l := &in.Left[i]
		s := fmt.Sprintf(" Left out: %s %s %s: %s.", l.Group, l.Predicate, d.number(&l.Number), l.Why)
		if !said[s] {
			said[s] = true
			b.WriteString(s)
		}
	}
}

// number is a number and who gave it.
func (d *drafter) number(n *riwaya.IncidentNumber) string {
	s := strconv.FormatFloat(n.Value, 'f', -1, 64)
	if word := map[string]string{"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "less_than": "less than ", "vague": "vaguely "}[n.Op]; word != "" {
		s = word + s
	}
	r := d.Report(n.Article)
	var from []string
	for _, one := range []string{n.By, r.Outlet, r.Day} {
		if one != "" {
			from = append(from, one)
		}
	}
	if len(from) > 0 {
		s += " (" + strings.Join(from, ", ") + ")"
	}
	return s
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
