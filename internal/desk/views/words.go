package views

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// Shown is words that passed the gate, with what stands there for private persons in the page's
// language: "[witness]".
func (v *View) Shown(words string) string {
	if !strings.Contains(words, "[") {
		return words
	}
	for _, kind := range riwaya.SourceKinds {
		key := kind
		if kind == "person" {
			key = "private"
		}
		words = strings.ReplaceAll(words, privacy.Label(kind), "["+v.Words.Word("kind", key)+"]")
	}
	return words
}

// Called is who is named in a reason: a kind in brackets is nobody in particular.
func (v *View) Called(name string) string {
	if inner, ok := strings.CutPrefix(name, "["); ok {
		if kind, ok := strings.CutSuffix(inner, "]"); ok && v.Words.Has("kind."+kind) {
			return v.Words.Word("kind", kind)
		}
	}
	return v.Shown(name)
}

// Name is what somebody is called on an Arabic page: an actor of the lexicon by its Arabic name, a state
// by its own; anybody else, and on other pages, by the name that is given.
func (v *View) Name(actor *string, name string) string {
	if v.Words.Language != "ar" || actor == nil {
		return v.Called(name)
	}
	lx := v.Shelf().Tools.Lexicon
	for i := range lx.Actors {
		if lx.Actors[i].ID != *actor {
			continue
		}
		for _, a := range lx.Actors[i].Aliases {
			if a.Language == "ar" && !a.Weak && !abbreviated(a.Text) {
				return a.Text
			}
		}
	}
	return v.Called(name)
}

// abbreviated reports whether a name has words of a letter or two, as the signs of agencies have.
func abbreviated(name string) bool {
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '.' }) {
		if utf8.RuneCountInString(w) < 3 {
			return true
		}
	}
	return false
}

// Merge is the reason for counting ends of chains as one.
func (v *View) Merge(m *riwaya.Merge) string {
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		args[i] = v.Called(a)
	}
	return v.Say("merge."+m.Why, args...)
}

// Became says what was changed.
func (v *View) Became(c *riwaya.Change) string {
	from, to := v.M.Gate(c.From.Article), v.M.Gate(c.To.Article)
	args := make([]any, len(c.Args))
	for i, a := range c.Args {
		a = v.Shown(from.Words(to.Words(a)))
		switch c.Kind {
		case riwaya.ChangePredicate:
			a = v.Words.Word("predicate", a)
		case riwaya.ChangeUnit:
			a = v.Words.Word("unit", a)
		}
		args[i] = a
	}
	said := v.Say("became."+c.Why, args...)
	if !c.Directed {
		said += v.Say("sep.semicolon") + " " + v.Say("became.neither")
	}
	if c.Edge == riwaya.EdgeVersion {
		said += v.Say("sep.semicolon") + " " + v.Say("became.revised")
	}
	return said
}

// Scope says among what something was counted.
func (v *View) Scope(s *riwaya.Scope) string {
	said := v.Say("among", v.Say("count.reports", s.Reports), v.Say("count.outlets", s.Outlets))
	if s.Nowhere > 0 && s.Outlets > 0 {
		said += v.Say("sep.comma") + " " + v.Say("among.nowhere", s.Nowhere)
	}
	if s.From == nil {
		said += v.Say("sep.comma") + " " + v.Say("among.nodate")
	} else {
		days := *s.From
		if s.To != nil && *s.To != days {
			days += " – " + *s.To
		}
		said += v.Say("sep.comma") + " " + v.Say("among.days", days)
		if s.Undated > 0 {
			said += v.Say("sep.comma") + " " + v.Say("among.undated", s.Undated)
		}
	}
	if len(s.Cited) > 0 {
		said += v.Say("sep.semicolon") + " " + v.Say("among.cited", strings.Join(s.Cited, v.Say("sep.comma")+" "))
	}
	return said
}

// Bounds says a number with what bounds it: "at least 32".
func (v *View) Bounds(op string, low, high *float64) string {
	switch {
	case low == nil && high == nil:
		return ""
	case low == nil:
		low = high
	case high == nil:
		high = low
	}
	if op == "exact" && *low != *high {
		op = "range"
	}
	return v.Say("op."+op, Number(*low), Number(*high))
}

// Number is a number as it is printed: without an exponent.
func Number(n float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", n), "0"), ".")
}

// Source is the ID by which an actor has a page: "" where nobody, or somebody of one article alone,
// is meant.
func Source(actor *string) string {
	if actor == nil || strings.HasPrefix(*actor, "a-") && len(*actor) >= len("a-")+10 {
		return ""
	}
	return *actor
}
