package search

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"riwaya/internal/search/query"
)

// filter is a query in plain fields: those that stand side by side in it, and the rest of it as
// Words.
type filter struct {
	Words                                string
	Place, Speaker, Outlet, Event, Class string
	From, To                             string // days, 2006-01-02
	What, More                           string // killed more than
}

// fields are the names of the fields in an address.
var fields = []string{"words", "place", "speaker", "outlet", "event", "class", "from", "to", "what", "more"}

// events are the types of events, as the query language has them.
var events = []string{"assault", "coerce", "displace", "protest", "disaster", "retreat", "mobilize", "threaten", "accuse", "agree", "consult", "support", "concede", "cooperate", "aid", "request", "reject", "sanction"}

// filled reports whether an address has fields.
func filled(v url.Values) bool {
	return slices.ContainsFunc(fields, func(f string) bool { return v.Has(f) })
}

func filterOf(v url.Values) filter {
	get := func(name string) string { return strings.TrimSpace(v.Get(name)) }
	return filter{Words: get("words"), Place: get("place"), Speaker: get("speaker"), Outlet: get("outlet"), Event: get("event"), Class: get("class"),
		From: get("from"), To: get("to"), What: get("what"), More: get("more")}
}

// quotes are the marks that a value in quotation marks cannot have.
var quotes = strings.NewReplacer(`"`, " ", "“", " ", "”", " ", "„", " ", "«", " ", "»", " ")

// query is the query that the fields write. The error is one of parsing: of the words, or of a value
// that says nothing.
func (f filter) query() (string, error) {
	var out query.And
	words, err := query.Parse(f.Words)
	if err != nil {
		return "", err
	}
	switch n := words.(type) {
	case nil:
	case query.And:
		out = append(out, n...)
	default:
		out = append(out, n)
	}
	for _, one := range [][2]string{{"place", f.Place}, {"speaker", f.Speaker}, {"outlet", f.Outlet}, {"event", f.Event}, {"class", f.Class}} {
		value, exact := strings.CutPrefix(strings.Join(strings.Fields(quotes.Replace(one[1])), " "), "=")
		if value == "" {
			continue
		}
		out = append(out, query.Field{Name: one[0], Value: value, Exact: exact})
	}
	if d, ok := day(f.From); ok {
		out = append(out, query.Date{Name: "after", Value: d.AddDate(0, 0, -1).Format(time.DateOnly)})
	}
	if d, ok := day(f.To); ok {
		out = append(out, query.Date{Name: "before", Value: d.AddDate(0, 0, 1).Format(time.DateOnly)})
	}
	if slices.Contains(query.Predicates, f.What) {
		n := query.Figure{Predicate: f.What}
		if low, err := strconv.ParseFloat(f.More, 64); err == nil && low >= 0 {
			n.Low, n.LowOpen = &low, true
		}
		out = append(out, n)
	}
	said := query.String(out)
	if len(out) == 1 {
		said = query.String(out[0])
	}
	_, err = query.Parse(said) // a value may have nothing to look for
	return said, err
}

func day(s string) (time.Time, bool) {
	d, err := time.Parse(time.DateOnly, s)
	return d, err == nil
}

// read fills the fields with what of a query they can say. Each has one value: what is asked for
// twice, excluded, or joined by OR, stays among the words.
func read(n query.Node) filter {
	var f filter
	var rest query.And
	parts, ok := n.(query.And)
	if !ok && n != nil {
		parts = query.And{n}
	}
	for _, part := range parts {
		if !f.take(part) {
			rest = append(rest, part)
		}
	}
	switch len(rest) {
	case 0:
	case 1:
		f.Words = query.String(rest[0])
	default:
		f.Words = query.String(rest)
	}
	return f
}

// take takes a part into its field; false where it has none, or that has a value already.
func (f *filter) take(part query.Node) bool {
	switch n := part.(type) {
	case query.Field:
		to := map[string]*string{"place": &f.Place, "speaker": &f.Speaker, "outlet": &f.Outlet, "event": &f.Event, "class": &f.Class}[n.Name]
		if to == nil || *to != "" || n.Name == "event" && !slices.Contains(events, n.Value) {
			return false
		}
		*to = n.Value
		if n.Exact {
			*to = "=" + n.Value
		}
		return true
	case query.Date:
		first, last, ok := query.Days(n.Value)
		switch {
		case !ok:
		case n.Name == "after" && f.From == "":
			f.From = moved(last, 1)
			return true
		case n.Name == "before" && f.To == "":
			f.To = moved(first, -1)
			return true
		}
	case query.Figure:
		if f.What != "" || n.High != nil || n.Low != nil && !n.LowOpen {
			return false
		}
		f.What = n.Predicate
		if n.Low != nil {
			f.More = strconv.FormatFloat(*n.Low, 'f', -1, 64)
		}
		return true
	}
	return false
}

func moved(s string, days int) string {
	d, _ := day(s) // it was a day
	return d.AddDate(0, 0, days).Format(time.DateOnly)
}

// address is what stands behind the ? of the page of a query.
func (p *page) address(q, cursor string) string {
	v := url.Values{"q": {q}}
	if p.View != asList {
		v.Set("view", p.View)
	}
	if p.Order != "" {
		v.Set("order", p.Order)
	}
	if cursor != "" {
		v.Set("cursor", cursor)
	}
	return v.Encode()
}
