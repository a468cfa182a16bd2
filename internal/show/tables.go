package show

import (
	"fmt"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/show/privacy"
	"riwaya/internal/show/terminal"
)

// tables writes what stands under the claims: events and figures with who gave each, times,
// places, actors, positions.
func (v *view) tables() {
	v.events()
	v.figures()
	v.times()
	v.places()
	v.actors()
	v.positions()
}

// heading begins a table, and reports whether it has rows.
func (v *view) heading(name string, rows int) bool {
	if rows == 0 {
		return false
	}
	v.blank()
	v.block(fmt.Sprintf("%-12s", name), 0, run{strconv.Itoa(rows), normal})
	return true
}

// row writes a line of a table: narrow columns from left to right, then what may take
// several lines. Words of the text come last, so that their direction moves no column.
func (v *view) row(columns []string, wide []int, rest ...run) {
	var b strings.Builder
	b.WriteString("  ")
	for i, c := range columns {
		fmt.Fprintf(&b, "%-*s ", wide[i], c)
	}
	label := b.String()
	if v.o.Width-len(label) < terminal.Narrowest { // a narrow terminal: the columns are words too
		v.block("  ", 0, append([]run{{strings.Join(columns, " "), normal}}, rest...)...)
		return
	}
	v.block(label, 0, rest...)
}

func (v *view) figures() {
	if !v.heading("figures", len(v.rec.Figures)) {
		return
	}
	claims := map[string]int{}
	for i := range v.rec.Claims {
		claims[v.rec.Claims[i].ID] = i
	}
	for i := range v.rec.Figures {
		f := &v.rec.Figures[i]
		dot := run{"·", faint}
		runs := []run{{v.hidden.At(f.Span), strong}, dot, {f.Group, cool}, dot}
		if n, ok := claims[optional(f.Claim, "")]; ok {
			runs = append(runs, run{v.source(&v.rec.Claims[n]), normal}, run{fmt.Sprintf("(claim %d)", n+1), faint})
		} else {
			runs = append(runs, run{"the article itself", faint})
		}
		if p := v.place(f.Place); p != nil {
			runs = append(runs, dot, run{"in", faint}, run{v.hidden.Words(p.Text), normal})
		}
		if t := v.time(f.Time); t != nil {
			runs = append(runs, dot, run{t.Value, normal})
		}
		if f.Scope == "cumulative" || f.Scope == "stock" {
			runs = append(runs, dot, run{f.Scope, faint})
		}
		if f.PartOf != nil {
			runs = append(runs, dot, run{"part of another", faint})
		}
		v.row([]string{amount(f), f.Predicate}, []int{14, 11}, runs...)
	}
}

func (v *view) place(id *string) *riwaya.Place {
	for i := range v.rec.Places {
		if id != nil && v.rec.Places[i].ID == *id {
			return &v.rec.Places[i]
		}
	}
	return nil
}

func (v *view) time(id *string) *riwaya.Time {
	for i := range v.rec.Times {
		if id != nil && v.rec.Times[i].ID == *id {
			return &v.rec.Times[i]
		}
	}
	return nil
}

// amount is the number with what bounds it.
func amount(f *riwaya.Figure) string {
	low, high := number(f.Low), number(f.High)
	var s string
	switch f.Op {
	case "about":
		s = "~" + low
	case "at_least":
		s = "≥" + low
	case "more_than":
		s = ">" + low
	case "at_most":
		s = "≤" + high
	case "less_than":
		s = "<" + high
	case "range", "vague":
		s = low + "-" + high
	default:
		s = low
	}
	if f.Unit != nil {
		s += " " + *f.Unit
	}
	if f.Total != nil {
		s += " of " + number(f.Total)
	}
	return s
}

// number is a number as [Number] writes it; "?" where it is open.
func number(n *float64) string {
	if n == nil {
		return "?"
	}
	return Number(*n)
}

// Number is a number without an exponent and not rounded, its thousands apart.
func Number(n float64) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		whole += "." + part
	}
	return whole
}

func (v *view) times() {
	if !v.heading("times", len(v.rec.Times)) {
		return
	}
	for i := range v.rec.Times {
		t := &v.rec.Times[i]
		value := t.Value
		if value == "" {
			value = "not resolved"
		}
		v.row([]string{value, strings.ToLower(t.Type)}, []int{23, 11}, run{v.hidden.At(t.Span), normal})
	}
}

// places writes each place once, however often it is named.
func (v *view) places() {
	type key struct{ name, country, point, relation string }
	count := map[key]int{}
	var order []key
	texts := map[key]string{}
	for i := range v.rec.Places {
		p := &v.rec.Places[i]
		k := key{optional(p.Name, ""), optional(p.Country, "--"), point(p), p.Relation}
		if k.name == "" {
			k.name = v.hidden.Words(p.Text)
		}
		if count[k] == 0 {
			order = append(order, k)
			texts[k] = v.hidden.Words(p.Text)
		}
		count[k]++
	}
	if !v.heading("places", len(order)) {
		return
	}
	for _, k := range order {
		runs := []run{{texts[k], normal}}
		if k.name != texts[k] {
			runs = append(runs, run{k.name, faint})
		}
		if k.relation != "" && k.relation != "in" {
			runs = append(runs, run{"(" + k.relation + ")", faint})
		}
		if n := count[k]; n > 1 {
			runs = append(runs, run{fmt.Sprintf("×%d", n), faint})
		}
		v.row([]string{k.country, k.point}, []int{2, 33}, runs...)
	}
}

// point is where a place is, to two decimals (about a kilometre), and how exactly that
// is known; only the latter where no source gives coordinates.
func point(p *riwaya.Place) string {
	if p.Lat == nil || p.Lon == nil {
		return p.Precision
	}
	return fmt.Sprintf("%.2f %.2f %s", *p.Lat, *p.Lon, p.Precision)
}

func (v *view) actors() {
	if !v.heading("actors", len(v.rec.Actors)) {
		return
	}
	for i := range v.rec.Actors {
		a := &v.rec.Actors[i]
		var runs []run
		switch {
		case a.Withheld() && !v.o.Names:
			runs = []run{{privacy.Label(a.Kind), normal}}
		default:
			runs = []run{{v.hidden.Words(optional(a.NameAr, optional(a.Name, a.ID))), normal}}
			if a.Name != nil && *a.Name != optional(a.NameAr, "") {
				runs = append(runs, run{*a.Name, faint})
			}
		}
		if n := len(a.Mentions); n > 1 {
			runs = append(runs, run{fmt.Sprintf("×%d", n), faint})
		}
		v.row([]string{optional(a.Country, "--"), a.Kind}, []int{2, 11}, runs...)
	}
}
