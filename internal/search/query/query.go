// Package query is the language in which a ledger is asked: words, phrases, fields,
// ranges, dates, negation and choice. docs/query.md says it in plain words.
//
//	query  = choice
//	choice = all { "OR" all }
//	all    = one { [ "AND" ] one }
//	one    = [ "-" ] ( "(" choice ")" | field ":" value | [ "~" ] word | [ "~" ] phrase )
//
// It promises that what Parse yields prints as a query that parses to the same, and that
// an error is one line with the column where the query went wrong. It knows no index.
package query

import (
	"strconv"
	"strings"
)

// Node is a part of a query: And, Or, Not, Text, Field, Figure, Near or Date.
type Node interface {
	print(b *strings.Builder, in binding)
}

// binding is how tightly what stands around a part holds, for brackets.
type binding int

const (
	loose   binding = iota // nothing, or brackets
	choice                 // OR
	all                    // side by side
	negated                // behind a -
)

// And is fulfilled by articles that fulfil all parts; it has two or more.
type And []Node

// Or is fulfilled by articles that fulfil one part; it has two or more.
type Or []Node

// Not is fulfilled by articles that do not fulfil its part.
type Not struct{ Node Node }

// Text asks for words in title or text.
type Text struct {
	Words  string
	Phrase bool // it was in quotation marks
	Loose  bool // also as foreign names may be spelt
}

// Field asks for a name or value among what was read from an article.
type Field struct {
	Name  string // one of Fields
	Value string
	Exact bool // the whole name; of a place, itself and not what lies in it
}

// Figure asks for a figure by what happened and how many. A bound that is nil is open. A
// figure fulfils a bound if what it says surely lies within.
type Figure struct {
	Predicate string // one of Predicates
	Low, High *float64
	// LowOpen and HighOpen say that the bound itself does not count.
	LowOpen, HighOpen bool
}

// Near asks for a place within Km kilometres of a point in degrees of WGS 84.
type Near struct{ Lat, Lon, Km float64 }

// Date asks when an article appeared: Name is before, after or on; Value a year, a month or
// a day.
type Date struct{ Name, Value string }

// Fields are the fields that take a name.
var Fields = []string{"speaker", "actor", "outlet", "place", "event", "class", "lang"}

// Dates are the fields that take a date.
var Dates = []string{"before", "after", "on"}

// Predicates are what a figure can say of those it counts; each is a field that takes a
// number or a range.
var Predicates = []string{"killed", "injured", "missing", "abducted", "detained", "released", "surrendered", "displaced",
	"left", "evacuated", "arrived", "returned", "departed", "trapped", "present", "infected", "recovered", "needed",
	"destroyed", "sent", "received", "age"}

const near = "near"

// String is the query that a node stands for, in one spelling.
func String(n Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.print(&b, loose)
	return b.String()
}

func list(b *strings.Builder, in, own binding, nodes []Node, between string) {
	if in > own {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	for i, n := range nodes {
		if i > 0 {
			b.WriteString(between)
		}
		n.print(b, own)
	}
}

func (n And) print(b *strings.Builder, in binding) { list(b, in, all, n, " ") }
func (n Or) print(b *strings.Builder, in binding)  { list(b, in, choice, n, " OR ") }

func (n Not) print(b *strings.Builder, in binding) {
	if in == negated {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	b.WriteByte('-')
	n.Node.print(b, negated)
}

func (n Text) print(b *strings.Builder, _ binding) {
	if n.Loose {
		b.WriteByte('~')
	}
	if n.Phrase {
		b.WriteString(`"` + n.Words + `"`)
		return
	}
	b.WriteString(n.Words)
}

func (n Field) print(b *strings.Builder, _ binding) {
	b.WriteString(n.Name + ":")
	if n.Exact {
		b.WriteByte('=')
	}
	if strings.ContainsAny(n.Value, " ()"+marks) || strings.HasPrefix(n.Value, "=") {
		b.WriteString(`"` + n.Value + `"`)
		return
	}
	b.WriteString(n.Value)
}

func (n Figure) print(b *strings.Builder, _ binding) {
	b.WriteString(n.Predicate + ":")
	switch {
	case n.Low == nil && n.High == nil:
		b.WriteByte('*')
	case n.Low != nil && n.High != nil && *n.Low == *n.High:
		b.WriteString(number(*n.Low))
	case n.Low != nil && n.High != nil:
		b.WriteString(number(*n.Low) + ".." + number(*n.High))
	case n.Low != nil:
		b.WriteString(">" + equals(n.LowOpen) + number(*n.Low))
	default:
		b.WriteString("<" + equals(n.HighOpen) + number(*n.High))
	}
}

func equals(open bool) string {
	if open {
		return ""
	}
	return "="
}

func (n Near) print(b *strings.Builder, _ binding) {
	b.WriteString(near + ":" + number(n.Lat) + "," + number(n.Lon) + "," + number(n.Km) + "km")
}

func (n Date) print(b *strings.Builder, _ binding) { b.WriteString(n.Name + ":" + n.Value) }

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
