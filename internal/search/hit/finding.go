package hit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/search/query"
	"riwaya/internal/search/term"
	"riwaya/internal/show/privacy"
)

// wanted is what a query asks of findings, as far as one finding can answer it. It is for one
// goroutine.
type wanted struct {
	terms    *term.Terms
	known    map[string]string // terms of names, most of which come again
	speakers []speaker
	classes  []string
	figures  []query.Figure
}

// speaker is a name as the index compares it.
type speaker struct {
	terms string
	exact bool
}

func newWanted(terms *term.Terms, n query.Node) wanted {
	w := wanted{terms: terms, known: map[string]string{}}
	w.gather(n)
	return w
}

// gather takes what is asked for, not what is excluded.
func (w *wanted) gather(n query.Node) {
	switch n := n.(type) {
	case query.And:
		for _, p := range n {
			w.gather(p)
		}
	case query.Or:
		for _, p := range n {
			w.gather(p)
		}
	case query.Field:
		switch n.Name {
		case "speaker":
			w.speakers = append(w.speakers, speaker{w.of(n.Value), n.Exact})
		case "class":
			w.classes = append(w.classes, strings.ToLower(n.Value))
		}
	case query.Figure:
		w.figures = append(w.figures, n)
	case query.Text:
		if !n.Phrase && slices.Contains(query.Predicates, n.Words) {
			w.figures = append(w.figures, query.Figure{Predicate: n.Words})
		}
	}
}

// sought is what must be read of an article for the findings that are asked for.
func (w *wanted) sought() ledger.Sought {
	out := ledger.Sought{Claims: len(w.speakers) > 0, Classes: w.classes}
	for _, f := range w.figures {
		out.Predicates = append(out.Predicates, f.Predicate)
	}
	return out
}

// of are the terms of a name, each with a space before and behind it.
func (w *wanted) of(name string) string {
	of, ok := w.known[name]
	if !ok {
		of = string(w.terms.Append([]byte(" "), name))
		w.known[name] = of
	}
	return of
}

// findings are those of a record that were asked for: claims that fulfil most first, then
// figures, in the order of the text.
func (w *wanted) findings(rec *riwaya.Record, gate *privacy.Gate) []Finding {
	var out []Finding
	fulfil := map[string]int{}
	for i := range rec.Claims {
		c := &rec.Claims[i]
		n := w.claim(c)
		if n == 0 {
			continue
		}
		fulfil[c.ID] = n
		out = append(out, Finding{Kind: Claim, ID: c.ID, What: c.Cue.Class, Text: shorten(gate.At(c.Content.Spans)), Source: gate.Source(c)})
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return fulfil[b.ID] - fulfil[a.ID] })
	for i := range rec.Figures {
		f := &rec.Figures[i]
		if !slices.ContainsFunc(w.figures, func(q query.Figure) bool { return lies(f, q) }) {
			continue
		}
		one := Finding{Kind: Figure, ID: f.ID, What: f.Predicate, Text: shorten(gate.At(f.Span))}
		for k := range rec.Claims {
			if f.Claim != nil && rec.Claims[k].ID == *f.Claim {
				one.Source = gate.Source(&rec.Claims[k])
			}
		}
		out = append(out, one)
	}
	return out
}

// claim is how much of what is asked of claims a claim fulfils. Names of private persons
// are in no field.
func (w *wanted) claim(c *riwaya.Claim) (n int) {
	if slices.Contains(w.classes, c.Cue.Class) {
		n++
	}
	if s := &c.Source; !s.Private && slices.ContainsFunc(w.speakers, func(q speaker) bool {
		return slices.ContainsFunc([]*string{&s.Text, s.Name, s.NameAr, s.Actor}, func(name *string) bool {
			if name == nil {
				return false
			}
			if of := w.of(*name); q.exact {
				return of == q.terms
			} else {
				return strings.Contains(of, q.terms)
			}
		})
	}) {
		n++
	}
	return n
}

// lies reports whether a figure surely lies where the query says, as the index has it.
func lies(f *riwaya.Figure, q query.Figure) bool {
	if strings.ToLower(f.Predicate) != q.Predicate || f.Unit != nil && f.Predicate != "age" {
		return false
	}
	if q.Low != nil {
		if f.Low == nil || *f.Low < *q.Low || *f.Low == *q.Low && q.LowOpen && f.Op != "more_than" {
			return false
		}
	}
	if q.High != nil {
		if f.High == nil || *f.High > *q.High || *f.High == *q.High && q.HighOpen && f.Op != "less_than" {
			return false
		}
	}
	return true
}

// shorten cuts words at a space, and says so.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= shortest {
		return s
	}
	end := shortest
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	if i := strings.LastIndexFunc(s[:end], unicode.IsSpace); i > 0 {
		end = i
	}
	return s[:end] + " …"
}
