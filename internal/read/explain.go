package read

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/lexicon"
)

// Attempt is a rule that was tried at a word, and why it made nothing.
type Attempt = attribute.Rejected

// Rule is a rule as the lexicon has it.
type Rule struct {
	Name, At string // At is file:line
	Weight   int
	When     []string // its orders of parts
	Frame    string
	Says     [][2]string // further keys that say how it reads, and their values
	Words    [][2]string // the lines of the lexicon that have the word: the word, and file:line
}

// ReadExplained is Read, and beside the record what was tried at its words and
// rejected, in the order of the text.
func (r *Reader) ReadExplained(a riwaya.Article) (riwaya.Record, []Attempt) {
	Language(&a)
	var rejected []Attempt
	rec := r.find(a, func(x Attempt) { rejected = append(rejected, x) }, nil)
	return rec, rejected
}

// elsewhere notes what other sentences tell of events: see [Reader.Elsewhere].
type elsewhere struct {
	whom  []naming
	again map[string][][2]string
}

// naming is an event whose target is named by the word of another.
type naming struct {
	event string
	by    riwaya.Span
	whom  []string
}

func (x *elsewhere) Whom(event, by *riwaya.Event, whom []string) {
	x.whom = append(x.whom, naming{event.ID, by.Span.Hull(), whom})
}

func (x *elsewhere) Again(event *riwaya.Event, m *riwaya.Mention, by string) {
	x.again[event.ID] = append(x.again[event.ID], [2]string{"told again", m.Text + ": " + by})
}

// Elsewhere is what other sentences of an article tell of its events, by the event's id: by what a later telling is one of it, and
// the words that name a target beside which it is not named.
func (r *Reader) Elsewhere(a riwaya.Article) map[string][][2]string {
	Language(&a)
	x := elsewhere{again: map[string][][2]string{}}
	rec := r.find(a, nil, &x)
	for _, n := range x.whom {
		x.again[n.event] = append(x.again[n.event], [2]string{"target by", toNearest(&rec, n.by, n.whom).Of(a.Text)})
	}
	return x.again
}

// toNearest is from a word to where the nearest of those actors is named, or back.
func toNearest(rec *riwaya.Record, at riwaya.Span, whom []string) riwaya.Span {
	best := riwaya.Span{Start: 0, End: len(rec.Article.Text)}
	for i := range rec.Actors {
		if !slices.Contains(whom, rec.Actors[i].ID) {
			continue
		}
		for _, m := range rec.Actors[i].Mentions {
			if s := (riwaya.Span{Start: min(m.Start, at.Start), End: max(m.End, at.End)}); s.Len() < best.Len() {
				best = s
			}
		}
	}
	return best
}

// Rule is the rule that a finding names, nil when the lexicon has none of that name.
func (r *Reader) Rule(finding string) *Rule {
	name := RuleName(finding)
	for _, rule := range r.rules() {
		if rule.Name == name {
			return written(rule)
		}
	}
	return nil
}

// AllRules are the rules of all finders by their names.
func (r *Reader) AllRules() map[string]*Rule {
	out := map[string]*Rule{}
	for _, rule := range r.rules() {
		if out[rule.Name] == nil {
			out[rule.Name] = written(rule)
		}
	}
	return out
}

// written is a rule as its author wrote it.
func written(rule *match.Rule) *Rule {
	out := &Rule{Name: rule.Name, At: rule.At, Weight: rule.Weight, Frame: rule.Keys["frame"]}
	for i := range rule.Patterns {
		out.When = append(out.When, pattern(&rule.Patterns[i]))
	}
	for _, key := range saying {
		if s := rule.Keys[key]; s != "" {
			out.Says = append(out.Says, [2]string{key, s})
		}
	}
	return out
}

// saying are the keys of rules of events that say where the parties stand.
var saying = []string{"verb", "passive", "noun", "masdar", "needs", "alone", "is"}

// RuleOf is the rule that made a finding from these words of the text, and the lines of the
// lexicon that name it for them; nil when the lexicon has none of that name.
func (r *Reader) RuleOf(finding, words string) *Rule {
	out := r.Rule(finding)
	if out == nil {
		return nil
	}
	r.listed(words, func(_ riwaya.Span, w lexicon.Word) {
		if said := [2]string{w.Text, w.At.String()}; w.Key == out.Name && !slices.Contains(out.Words, said) {
			out.Words = append(out.Words, said)
		}
	})
	return out
}

// Unread are the words of a record's text that the lexicon lists as events and that stand in
// none, with where they are listed: what only takes up another event, lacks what its rule
// needs, or is no event where it stands.
func (r *Reader) Unread(rec *riwaya.Record) []Attempt {
	var out []Attempt
	if rec.Article.Language != r.Lexicon.Language {
		return nil
	}
	r.listed(rec.Article.Text, func(at riwaya.Span, w lexicon.Word) {
		for i := range rec.Events {
			for _, m := range rec.Events[i].Mentions {
				if m.Span.Hull().Overlaps(at) {
					return
				}
			}
		}
		out = append(out, Attempt{Rule: w.Key, Cue: at.Of(rec.Article.Text), Why: "listed (" + w.At.String() + "), no event of its own here", Span: at})
	})
	slices.SortStableFunc(out, func(a, b Attempt) int { return a.Span.Start - b.Span.Start })
	return out
}

// listed calls see for every word of a text that the lexicon lists as an event, once for
// each line that does.
func (r *Reader) listed(text string, see func(riwaya.Span, lexicon.Word)) {
	t := r.arabic.Parse(text)
	defer r.arabic.Release(t)
	for _, class := range []string{"coded-verb", "coded-noun"} {
		set := r.arabic.Class(class)
		for i := range t.Tokens {
			k := &t.Tokens[i]
			if k.Word == nil {
				continue
			}
			end, phrase := i+1, ""
			if e, p := t.PhraseAt(i, set); p != nil {
				end, phrase = e, p.Text
			}
			for _, w := range r.Lexicon.Classes[class] {
				switch {
				case phrase != "" && phrase == w.Text:
					see(t.Span(i, end), w)
				case slices.ContainsFunc(k.Word.Readings, func(q lang.Reading) bool { return q.Classes.Meets(set) && q.Lemma == w.Text }):
					see(k.Span(), w)
				}
			}
		}
	}
}

// rules are those of all finders.
func (r *Reader) rules() []*match.Rule {
	out := slices.Clone(r.claims.Rules())
	for _, f := range r.finders {
		if f, ok := f.(ruled); ok {
			out = append(out, f.Rules()...)
		}
	}
	return out
}

// RuleName is NAME of a finding's "ar/attribution:NAME@version".
func RuleName(finding string) string {
	finding, _, _ = strings.Cut(finding, "@")
	if _, name, ok := strings.Cut(finding, ":"); ok {
		return name
	}
	return finding
}

// pattern is a pattern as its rule has it.
func pattern(p *match.Pattern) string {
	var out []string
	for i := len(p.Left) - 1; i >= 0; i-- {
		out = append(out, step(&p.Left[i]))
	}
	out = append(out, p.Name+":"+p.Trigger)
	for i := range p.Right {
		out = append(out, step(&p.Right[i]))
	}
	return strings.Join(out, " ")
}

func step(s *match.Step) string {
	name := s.Name
	if s.Class {
		name = "[" + name + "]"
	}
	switch {
	case s.Repeat:
		return name + "*"
	case s.Optional:
		return name + "?"
	}
	return name
}
