package reviewing

import (
	"slices"
	"strings"

	"riwaya/internal/desk/site"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
)

// saying says values of an article's findings in words, through the gate.
type saying struct {
	r    *site.Request
	v    *review.Reviewed
	gate gate
}

// prefix is under which the words of a field's values stand; "" where they are no words of ours.
func prefix(layer, field string) string {
	switch layer + " " + field {
	case "claims class":
		return "class"
	case "claims source.kind", "actors kind":
		return "kind"
	case "claims mode":
		return "content"
	case "figures op":
		return "opname"
	case "figures group":
		return "group"
	case "figures predicate":
		return "predicate"
	case "figures scope":
		return "scope"
	case "figures unit":
		return "unit"
	case "times type":
		return "timetype"
	case "places relation":
		return "where"
	case "places precision":
		return "precision"
	case "events type":
		return "event"
	case "events mode":
		return "mode"
	case "events status":
		return "status"
	case "positions stance":
		return "stance"
	}
	return ""
}

// words are a value as a person reads it.
func (s saying) words(layer string, f finding.Field, v finding.Value) string {
	switch {
	case v.IsEmpty():
		return s.r.Say("review.empty")
	case v.Kind == finding.Truth:
		return s.r.Say("review." + v.Line())
	case v.Kind == finding.At:
		at, err := finding.Spans(s.v.Points(), s.v.Record.Article.Text, v.At)
		if err != nil {
			return v.Line()
		}
		return s.gate.At(at)
	case f.Link != "":
		ids := v.List
		if v.Kind == finding.Text {
			ids = []string{v.Text}
		}
		var out []string
		for _, id := range ids {
			out = append(out, s.finding(id))
		}
		if len(out) == 0 {
			return s.r.Say("review.empty")
		}
		return strings.Join(out, s.r.Say("comma")+" ")
	case v.Kind == finding.Text:
		if p := prefix(layer, f.Name); p != "" {
			return s.r.Words.Word(p, v.Text)
		}
	}
	return s.gate.Words(v.Line())
}

// finding is another finding as a value names it: its words in the text.
func (s saying) finding(id string) string {
	f := s.v.Finding(id)
	if f == nil {
		return id
	}
	switch at := s.gate.At(f.At[:min(1, len(f.At))]); {
	case f.Layer == finding.Actors && f.Read["name"].Text != "" && !f.Read["private"].True:
		return s.gate.view.Name(&id, s.gate.Words(f.Read["name"].Text))
	case f.Layer == finding.Claims:
		source, err := finding.Spans(s.v.Points(), s.v.Record.Article.Text, f.Read["source"].At)
		if err == nil && len(source) > 0 {
			return at + " " + s.gate.At(source)
		}
		return at
	default:
		return at
	}
}

// typed is a value as a form has it. Where the gate hides something of it, it is not what it was:
// [saying.form] takes what comes back unaltered for no correction.
func (s saying) typed(v finding.Value) string {
	if v.Kind == finding.Text {
		return s.gate.Words(v.Text)
	}
	return v.Line()
}

// rows are the fields of a finding, with what by holds in the form.
func (s saying) rows(f *review.Finding, by string) (out []row) {
	read := f.Read
	mine := read
	for i := range f.Opinions {
		o := &f.Opinions[i]
		if read == nil && o.Verdict == review.Add {
			read = o.Values()
		}
		if o.Who == by && o.Fit == review.Holds && o.Verdict != review.Reject {
			mine = o.Values()
		}
	}
	if mine == nil {
		mine = read
	}
	for _, field := range finding.Fields(f.Layer) {
		r := s.row(f.Layer, field, mine[field.Name])
		r.Read = s.words(f.Layer, field, read[field.Name])
		if f.Read == nil {
			r.Read = ""
		}
		for i := range f.Opinions {
			o := &f.Opinions[i]
			if is, ok := o.Is[field.Name]; ok && o.Verdict != review.Reject {
				r.Others = append(r.Others, said{o.Who, s.words(f.Layer, field, is)})
				r.Corrected = r.Corrected || f.Read != nil
			}
		}
		r.Empty = read[field.Name].IsEmpty() || len(read[field.Name].List) == 0 && field.Kind == finding.List
		r.Empty = r.Empty && r.Others == nil
		out = append(out, r)
	}
	return out
}

// row is a field in a form.
func (s saying) row(layer string, field finding.Field, v finding.Value) row {
	r := row{Name: field.Name, Prefix: prefix(layer, field.Name), Said: s.typed(v)}
	choose := func(value, text string) {
		on := value == v.Line()
		if v.Kind == finding.List {
			on = slices.Contains(v.List, value)
		}
		r.Options = append(r.Options, option{value, text, on})
	}
	switch {
	case field.Words == nil && field.Link == "" || field.Kind == finding.List:
	case field.Empty:
		choose("", s.r.Say("review.empty"))
	case v.IsEmpty(): // nothing is said before somebody chooses
		choose("", "–")
	}
	switch {
	case field.Words != nil:
		r.Kind = "choice"
		if v.Kind == finding.Text && !slices.Contains(field.Words, v.Text) {
			choose(v.Text, v.Text) // the machine has it, though the contract has not
		}
		for _, w := range field.Words {
			choose(w, s.r.Words.Word(r.Prefix, w))
		}
	case field.Link != "":
		r.Kind, r.Many = "choice", field.Kind == finding.List
		for i := range s.v.Findings {
			if g := &s.v.Findings[i]; g.Layer == field.Link && !g.Rejected && (g.Read != nil || g.State != review.Moved) {
				choose(g.Ref.Finding, s.finding(g.Ref.Finding))
			}
		}
	case field.Kind == finding.Truth:
		r.Kind = "choice"
		if v.IsEmpty() {
			choose("", "–")
		}
		choose("yes", s.r.Say("review.yes"))
		choose("no", s.r.Say("review.no"))
	case field.Kind == finding.At:
		r.Kind = "place"
	case field.Kind == finding.Number:
		r.Kind = "number"
	default:
		r.Kind = "text"
	}
	return r
}

// form reads the fields of a form that are otherwise than the page had them.
func (s saying) form(layer string, rows []row) (finding.Values, error) {
	if err := s.r.ParseForm(); err != nil {
		return nil, site.Wrong("error.form")
	}
	out := finding.Values{}
	for _, row := range rows {
		posted, ok := s.r.PostForm["f."+row.Name]
		if !ok && !row.Many {
			continue
		}
		typed := strings.TrimSpace(strings.Join(posted, ","))
		if typed == strings.TrimSpace(row.Said) {
			continue
		}
		f, _ := finding.FieldOf(layer, row.Name)
		v, err := f.Said(typed, s.v.Record.Article.Text)
		if err != nil {
			return nil, site.Wrong("review.wrongfield", s.r.Words.Word("field", row.Name), err.Error())
		}
		out[row.Name] = v
	}
	return out, nil
}
