package views

import (
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/desk/site"
)

// Shown is words that passed the gate, with what stands there for private persons in the page's
// language: "[witness]".
func (v *View) Shown(words string) string { return site.Shown(v.Words, words) }

// Called is who is named in a reason: a kind in brackets is nobody in particular.
func (v *View) Called(name string) string {
	if inner, ok := strings.CutPrefix(name, "["); ok {
		if kind, ok := strings.CutSuffix(inner, "]"); ok && v.Words.Has("kind."+kind) {
			return v.Words.Word("kind", kind)
		}
	}
	return v.Shown(name)
}

// Name is what somebody is called on an Arabic page: an actor of the lexicon by its Arabic name,
// anybody else, and on other pages, by the name that is given. actor may be nil.
func (v *View) Name(actor *string, name string) string {
	if v.Words.Language != "ar" {
		return v.Called(name)
	}
	arabic := v.Site.Arabic()
	if actor != nil && arabic[*actor] != "" {
		return arabic[*actor]
	}
	if known := arabic[name]; known != "" {
		return known
	}
	return v.Called(name)
}

// Country is a state by its code (ISO 3166-1 alpha-2); the code itself where it has no name here.
func (v *View) Country(code string) string {
	if name := v.Shelf().Tools.Lexicon.States[strings.ToLower(code)]; name != "" {
		return v.Name(nil, name)
	}
	return code
}

// Mark is what reports have in common in words, "" where nothing tells: on an Arabic page a place is
// called as the reports spell it.
func (v *View) Mark(k riwaya.Mark) string {
	w := v.M.Written(k)
	switch {
	case w == "":
		return ""
	case k.Kind == riwaya.MarkActor:
		return v.Name(&k.Value, w)
	case k.Kind == riwaya.MarkPlace && v.Words.Language == "ar":
		w = v.M.Spelled(k)
	}
	return v.Shown(w)
}

// Teller is who gives a figure, by name or by what it is.
func (v *View) Teller(t *riwaya.Teller) string {
	switch {
	case t.Name == "":
		return v.Words.Word("kind", t.Kind)
	case !t.Named && v.Words.Has("teller."+t.Name):
		return v.Words.Word("teller", t.Name)
	}
	return v.Name(t.Actor, t.Name)
}

// Merge is the reason for counting ends of chains as one.
func (v *View) Merge(m *riwaya.Merge) string {
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		args[i] = v.Name(nil, a)
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

// Scope is among what something was counted, in words but for the days.
type Scope struct {
	Among    string
	From, To string // days; "" where none is known
	Rest     string // what else there is to say, "" for nothing
}

// Scope says among what something was counted.
func (v *View) Scope(s *riwaya.Scope) Scope {
	out := Scope{Among: v.Say("among", v.Say("among.reports", s.Reports), v.Say("among.outlets", s.Outlets))}
	comma := v.Say("sep.comma") + " "
	if s.Nowhere > 0 && s.Outlets > 0 {
		out.Among += comma + v.Say("among.nowhere", s.Nowhere)
	}
	var rest []string
	switch {
	case s.From == nil:
		rest = append(rest, v.Say("among.nodate"))
	case s.To != nil:
		out.From, out.To = *s.From, *s.To
	}
	if s.From != nil && s.Undated > 0 {
		rest = append(rest, v.Say("among.undated", s.Undated))
	}
	if len(s.Cited) > 0 {
		names := make([]string, len(s.Cited))
		for i, n := range s.Cited {
			names[i] = v.Name(nil, n)
		}
		rest = append(rest, v.Say("among.cited", strings.Join(names, comma)))
	}
	out.Rest = strings.Join(rest, v.Say("sep.semicolon")+" ")
	return out
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

// Isolated is words that keep their own direction where they are put into others.
func Isolated(words string) string { return "\u2068" + words + "\u2069" }

// Number is a number as it is printed: without an exponent, and not rounded.
func Number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// Source is the ID by which an actor has a page: "" where nobody, or somebody of one article alone,
// is meant.
func Source(actor *string) string {
	if actor == nil || riwaya.OfArticle(*actor) {
		return ""
	}
	return *actor
}
