package show

import (
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// Rule is a rule of the lexicon as its author wrote it.
type Rule struct {
	Name, At string // At is file:line
	Weight   int
	When     []string // its orders of parts
	Frame    string
	Says     [][2]string // further keys that say how it reads, and their values
	Words    [][2]string // the lines of the lexicon that have the word: the word, and file:line
}

// Attempt is a rule that was tried at a word, and why it made nothing.
type Attempt struct {
	Rule, Cue, Why string
	Span           riwaya.Span
}

// Why writes how claim i of a record was found: the rule and its order of parts, the
// words it matched, and what was tried at those words and rejected. rule may be nil.
func Why(w io.Writer, rec *riwaya.Record, i int, rule *Rule, rejected []Attempt, o Options) error {
	p := &page{o: o}
	v := view{page: p, rec: rec, hidden: privacy.New(rec, o.Names)}
	c := &rec.Claims[i]
	v.block(fmt.Sprintf("%-12s", "claim"), 0, run{c.ID, strong})
	v.rule(c.Rule, rule)
	v.words("cue", v.hidden.At(c.Cue.Spans), c.Cue.Class)
	if c.Cue.Lemma != "" {
		v.field("  from", c.Cue.Lemma)
	}
	v.words("source", v.source(c), standing(&c.Source))
	v.words("content", v.hidden.At(c.Content.Spans), c.Content.Mode)
	v.field("confidence", fmt.Sprintf("%.2f", c.Confidence))
	v.rejected(rejected)
	v.blank()
	return p.writeTo(w)
}

// Rejected writes what was tried and became nothing, word by word.
func Rejected(w io.Writer, text string, rejected []Attempt, o Options) error {
	p := &page{o: o}
	rec := &riwaya.Record{Article: riwaya.Article{Text: text}}
	v := view{page: p, rec: rec, hidden: privacy.New(rec, true)}
	v.rejected(rejected)
	return p.writeTo(w)
}

func (v *view) rule(found string, rule *Rule) {
	if rule == nil {
		v.field("rule", found)
		return
	}
	v.block(fmt.Sprintf("%-12s", "rule"), 0, run{rule.Name, strong}, run{fmt.Sprintf("(%s, weight %d)", rule.At, rule.Weight), faint})
	for _, p := range rule.When {
		v.field("  when", p)
	}
	if rule.Frame != "" {
		v.field("  frame", rule.Frame)
	}
	for _, x := range rule.Says {
		v.field("  "+x[0], x[1])
	}
	for _, w := range rule.Words {
		v.words("  word", w[0], w[1])
	}
}

// words writes words of the text and what they were read as.
func (v *view) words(name, text, as string) {
	runs := []run{{text, normal}}
	if as != "" {
		runs = append(runs, run{"(" + as + ")", faint})
	}
	v.block(fmt.Sprintf("%-12s", name), 0, runs...)
}

// rejected writes, for each word, which rules were tried and why they did not fit.
func (v *view) rejected(list []Attempt) {
	name := "rejected"
	for i := 0; i < len(list); {
		runs := []run{{v.hidden.Words(list[i].Cue), warm}}
		at := list[i].Span
		seen := map[string]bool{}
		for ; i < len(list) && list[i].Span == at; i++ {
			reason := list[i].Rule + ": " + list[i].Why + ";"
			if !seen[reason] {
				runs = append(runs, run{reason, normal})
			}
			seen[reason] = true
		}
		last := &runs[len(runs)-1]
		last.text = strings.TrimSuffix(last.text, ";")
		v.block(fmt.Sprintf("%-12s", name), 0, runs...)
		name = ""
	}
}
