package document

import (
	"riwaya/internal/casefile/entry"
	"riwaya/internal/casefile/typeset"
	casewords "riwaya/internal/casefile/words"
)

// Teller tells entries in the words of a document, for a page. It is for one goroutine.
type Teller struct{ w *writer }

// Fact is a line of what is known of an entry: a label and its value, or, without a label, words of
// a report.
type Fact struct{ Label, Value string }

// NewTeller tells in a language.
func NewTeller(language string) (*Teller, error) {
	c, err := casewords.Load(language)
	if err != nil {
		return nil, err
	}
	w := &writer{w: c, labels: labels(c)}
	w.Kept = func(*entry.Report) Kept { return Kept{} }
	return &Teller{w}, nil
}

// Heading is what an entry is called, without its number.
func (t *Teller) Heading(e *entry.Entry) string { return t.w.about(e) }

// Kind is what kind of thing it is.
func (t *Teller) Kind(kind string) string { return t.w.say("kind." + kind) }

// State says whether a person reviewed it.
func (t *Teller) State(e *entry.Entry) string { return t.w.state(e) }

// Gone says why it cannot be told, "" where it can.
func (t *Teller) Gone(e *entry.Entry) string {
	if e.Gone == "" {
		return ""
	}
	return t.w.say("gone." + e.Gone)
}

// Words are words of an article as the document's language has what stands for private persons.
func (t *Teller) Words(s string) string { return t.w.shown(s) }

// Facts are what is known of an entry beside its quote.
func (t *Teller) Facts(e *entry.Entry) []Fact {
	var c collected
	t.w.sheet = &c
	t.w.facts(e)
	return c.facts
}

// collected is a sheet that keeps labels, values and quotes.
type collected struct{ facts []Fact }

func (c *collected) Paragraph(b typeset.Block, runs ...typeset.Run) {
	if !b.Bar && !b.Keep { // space
		return
	}
	for _, r := range runs {
		c.facts = append(c.facts, Fact{Value: r.Text})
	}
}

func (c *collected) Field(label string, _ float64, _ bool, value ...typeset.Run) {
	f := Fact{Label: label}
	for _, r := range value {
		f.Value += r.Text
	}
	c.facts = append(c.facts, f)
}

func (c *collected) Heading(int, string, bool) {}
func (c *collected) Missing() []rune           { return nil }
