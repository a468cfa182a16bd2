package privacy

import (
	"slices"
	"strings"

	"riwaya"
)

// Persons are what of a record must not be shown by name: persons without a public
// office who do not speak for an institution. A source that is private and has no name
// ("a doctor") is shown in the article's words, since they are its role.
type Persons struct {
	text   string
	spans  []hidden               // in order, none inside another
	names  []hidden               // the words by which they are called, the longest first
	spared []string               // names of others that have one of these words in them
	hops   map[riwaya.Span]string // where a chain names one of them, and what is shown
}

// hidden is a stretch of the text, or words, and what is shown instead.
type hidden struct {
	span  riwaya.Span
	words string
	label string
}

// New gathers what is hidden of a record, which must have its claims and its actors; nothing
// when names are asked for.
func New(rec *riwaya.Record, names bool) *Persons {
	p := &Persons{text: rec.Article.Text, hops: map[riwaya.Span]string{}}
	if names {
		return p
	}
	for i := range rec.Claims {
		if s := &rec.Claims[i].Source; Hides(s) {
			at := s.Spans
			if len(at) == 0 { // a hop whose source is left out stands at its cue
				at = rec.Claims[i].Cue.Spans
			}
			p.hops[at.Hull()] = Label(s.Kind)
			p.hide(s.Spans, s.Kind)
			p.call(s.Text, s.Kind)
			if s.NameAr != nil {
				p.call(*s.NameAr, s.Kind)
			}
		}
	}
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if !a.Withheld() {
			continue
		}
		p.hide(a.Mentions, a.Kind)
		for _, m := range a.Mentions {
			p.call(m.Of(p.text), a.Kind)
		}
		if a.NameAr != nil {
			p.call(*a.NameAr, a.Kind)
		}
	}
	p.sort()
	p.spare(rec)
	return p
}

// spare notes the names of those who may be named that have a hidden name in them: the king's is his
// though a private person in the same article is called Salman.
func (p *Persons) spare(rec *riwaya.Record) {
	if len(p.names) == 0 {
		return
	}
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if a.Withheld() {
			continue
		}
		for _, m := range a.Mentions {
			if w := m.Of(p.text); !slices.Contains(p.spared, w) && slices.ContainsFunc(p.names, func(h hidden) bool { return len(h.words) < len(w) && strings.Contains(w, h.words) }) {
				p.spared = append(p.spared, w)
			}
		}
	}
}

// spares reports whether s[from:to] is a part of a name that may be shown.
func (p *Persons) spares(s string, from, to int) bool {
	return slices.ContainsFunc(p.spared, func(w string) bool {
		for at := 0; ; at++ {
			i := strings.Index(w[at:], s[from:to])
			if i < 0 {
				return false
			}
			if at += i; from >= at && strings.HasPrefix(s[from-at:], w) && len(w) > to-from {
				return true
			}
		}
	})
}

// Hides reports whether a source is a private person who has a name.
func Hides(s *riwaya.Source) bool { return s.Private && !s.Anonymous }

// Label is what is shown of a private person.
func Label(kind string) string {
	if kind == "" || kind == "person" {
		return "[private person]"
	}
	return "[" + kind + "]"
}

func (p *Persons) hide(spans riwaya.Spans, kind string) {
	for _, s := range spans {
		p.spans = append(p.spans, hidden{span: s, label: Label(kind)})
	}
}

// call hides words wherever they stand: all of them, and what comes before the first
// comma or bracket, which is the name without what is told about the person.
func (p *Persons) call(words, kind string) {
	name := words
	if i := strings.IndexAny(words, "،,(:"); i > 0 {
		name = strings.TrimSpace(words[:i])
	}
	for _, w := range []string{words, name} {
		if len(w) > 2 {
			p.names = append(p.names, hidden{words: w, label: Label(kind)})
		}
	}
}

func (p *Persons) sort() {
	slices.SortStableFunc(p.spans, func(a, b hidden) int { return a.span.Start - b.span.Start })
	kept := p.spans[:0]
	for _, h := range p.spans {
		if n := len(kept); n > 0 && kept[n-1].span.Overlaps(h.span) {
			kept[n-1].span.End = max(kept[n-1].span.End, h.span.End)
			continue
		}
		kept = append(kept, h)
	}
	p.spans = kept
	slices.SortStableFunc(p.names, func(a, b hidden) int { return len(b.words) - len(a.words) })
	p.names = slices.CompactFunc(p.names, func(a, b hidden) bool { return a.words == b.words })
}

// At is the text under spans with what is hidden in it replaced.
func (p *Persons) At(spans riwaya.Spans) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(" … ")
		}
		at := s.Start
		for _, h := range p.spans {
			if !h.span.Overlaps(s) {
				continue
			}
			if h.span.Start > at {
				b.WriteString(p.Words(p.text[at:h.span.Start]))
			}
			b.WriteString(" " + h.label + " ")
			at = min(h.span.End, s.End)
		}
		b.WriteString(p.Words(p.text[at:s.End]))
	}
	return b.String()
}

// Words is s with the names in it replaced, where they stand as whole words.
func (p *Persons) Words(s string) string {
	for _, h := range p.names {
		for from := 0; ; {
			i := strings.Index(s[from:], h.words)
			if i < 0 {
				break
			}
			i += from
			end := i + len(h.words)
			if !boundary(s, i) || !boundary(s, end) || p.spares(s, i, end) {
				from = end
				continue
			}
			s = s[:i] + h.label + s[end:]
			from = i + len(h.label)
		}
	}
	return s
}

// Hop is the name of a hop, as it may be shown; "" where nobody is named.
func (p *Persons) Hop(h *riwaya.Hop) string {
	if l, ok := p.hops[h.Span.Hull()]; ok && h.Relation != riwaya.HopCredits {
		return l
	}
	return p.Words(h.Name)
}
