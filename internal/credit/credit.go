// Package credit finds where a text itself says that it comes from: source lines,
// datelines, bylines and agency marks in brackets; and what of it is page furniture
// (tags, links, share counts), which is not read.
//
// It promises that a credit is words of the text, and that a line is cut from the body
// only by what the lexicon calls furniture, by a credit line, or because it holds
// nothing but a number. It does not follow a credit anywhere.
package credit

import (
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Finder finds credits in texts of one language.
type Finder struct {
	sourceLine, linkLine, agencies, furniture, outlet, media, place, discourse, service lang.Set
	actors                                                                              map[string]*lexicon.Actor
	version                                                                             string
	language                                                                            string
}

// New prepares a lexicon. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Finder {
	f := &Finder{sourceLine: class("source-line"), linkLine: class("link-line"), agencies: class("agencies"),
		furniture: class("furniture"), outlet: class("outlet", "actor.media"), media: class("media"),
		place: class("country", "capital"), discourse: class("discourse"), service: class("service"),
		actors: map[string]*lexicon.Actor{}, version: lx.Version, language: lx.Language}
	for i := range lx.Actors {
		f.actors[lx.Actors[i].ID] = &lx.Actors[i]
	}
	return f
}

// longest is how many tokens a credit line or dateline may have.
const longest = 12

// Find fills the credits and the body of the record's article. Credits that the article
// came with stay, before those that are found; what it came with as no part of its body
// stays none.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) {
	a := &rec.Article
	s := search{f: f, t: t, a: a}
	lines := s.stated(linesOf(t))
	a.Body = nil
	for i, l := range lines {
		s.line(l[0], l[1], i, len(lines))
	}
}

// linesOf are the ranges of tokens between line ends.
func linesOf(t *lang.Text) [][2]int {
	var out [][2]int
	from := 0
	for i := range t.Tokens {
		if t.Tokens[i].Kind == lang.BreakKind {
			if i > from {
				out = append(out, [2]int{from, i})
			}
			from = i + 1
		}
	}
	if from < len(t.Tokens) {
		out = append(out, [2]int{from, len(t.Tokens)})
	}
	return out
}

type search struct {
	f    *Finder
	t    *lang.Text
	a    *riwaya.Article
	last int // where the body goes on if nothing is cut
}

// line reads tokens [from, to), line n of all.
func (s *search) line(from, to, n, lines int) {
	k := s.t.Tokens
	if to-from == 1 && k[from].Kind == lang.NumberKind {
		return // a share count
	}
	if n > 0 && s.sourceLine(from, to) {
		return
	}
	end := s.furniture(from, to, n)
	if n <= 2 && lines > 1 && n > 0 || lines == 1 {
		s.dateline(from, end)
	}
	s.brackets(from, end, n == lines-1)
	if n > 0 && n >= lines-lastLines {
		s.signature(from, end, n == lines-1)
	}
	if end == from {
		return
	}
	if b := s.a.Body; len(b) > 0 && s.last == from { // nothing was cut in between
		b[len(b)-1].End = k[end-1].End
	} else {
		s.a.Body = append(b, s.t.Span(from, end))
	}
	s.last = end
	for s.last < len(k) && k[s.last].Kind == lang.BreakKind {
		s.last++
	}
}

// lastLines is how many lines before the last may be a signature.
const lastLines = 3

// signature reads the line at the end of a text that holds nothing but outlets, and an
// outlet in quotation marks behind the last full stop.
func (s *search) signature(from, to int, last bool) {
	k := s.t.Tokens
	if last && to-from > 4 {
		open := to - 1
		if k[open].Kind == lang.MarkKind && k[open].Match >= 0 && int(k[open].Match) < open {
			open = int(k[open].Match)
		}
		if open > from && open < to-1 && k[open].Kind == lang.MarkKind && k[open-1].Is(lang.Stop) {
			if e, a := s.outletAt(open+1, to); a != nil && e == to-1 {
				s.add(open+1, e, riwaya.CreditSourceLine, "signature")
				return
			}
		}
	}
	first, end := -1, 0
	for i := from; i < to; {
		e, a := s.outletAt(i, to)
		switch {
		case a != nil:
			if first < 0 {
				first = i
			}
			i, end = e, e
		case k[i].Kind == lang.MarkKind, k[i].Kind == lang.NumberKind && first >= 0, first < 0 && k[i].In(s.f.service):
			i++
		default:
			return
		}
	}
	if first >= 0 {
		s.add(first, end, riwaya.CreditSourceLine, "signature")
	}
}

// sourceLine reads "source: X", and reports whether the line is one.
func (s *search) sourceLine(from, to int) bool {
	k := s.t.Tokens
	i := from
	if e, _ := s.t.PhraseAt(i, s.f.sourceLine); e > i {
		i = e
	} else if k[i].In(s.f.sourceLine) {
		i++
	} else {
		return false
	}
	if i >= to || to-i > longest {
		return false
	}
	if k[i].Is(lang.Colon) || k[i].Is(lang.Dash) {
		i++
	} else if _, a := s.outletAt(i, to); a == nil {
		return false
	}
	end := to
	for end > i && k[end-1].Kind == lang.MarkKind && k[end-1].Match < 0 {
		end--
	}
	if i >= end {
		return false
	}
	s.add(i, end, riwaya.CreditSourceLine, "source-line")
	return true
}

// furniture is where furniture begins in tokens [from, to) of line n, to if there is none.
func (s *search) furniture(from, to, n int) int {
	k := s.t.Tokens
	for i := from; i < to; i++ {
		boundary := i == from || k[i-1].Kind == lang.MarkKind
		if !boundary || k[i].Word == nil {
			continue
		}
		if e, _ := s.t.PhraseAt(i, s.f.linkLine); e > i {
			s.link(e, to)
			return i
		}
		e, _ := s.t.PhraseAt(i, s.f.furniture)
		word := k[i].In(s.f.furniture) && (n > 0 && (i == from && to-from <= 3 || i > from && k[i-1].Is(lang.Stop) || k[i-1].Is(lang.Ellipsis)))
		if n > 0 && (e > i || word) && i > 0 {
			if i > from && k[i-1].Is(lang.Ellipsis) {
				i--
			}
			return i
		}
	}
	return to
}

// link reads the outlet between "link of the report in" and its colon.
func (s *search) link(i, to int) {
	k := s.t.Tokens
	end := i
	for end < to && !k[end].Is(lang.Colon) && end < i+6 {
		end++
	}
	if end == i || end == to {
		return
	}
	span := s.t.Span(i, end)
	if r := k[i].Word; r != nil {
		if p := r.Find(lang.With); p != nil {
			span.Start = s.t.Inner(i, p)
		}
	}
	s.addSpan(span, i, end, riwaya.CreditSourceLine, "link-line")
}

// dateline reads an outlet among the first words of a text: "place - outlet", "outlet -
// place", alone on a line or before a dash or colon.
func (s *search) dateline(from, to int) {
	k := s.t.Tokens
	end := min(to, from+longest)
	short := to-from <= longest && !s.verbs(from, to)
	for from < end && k[from].Kind == lang.WordKind && latin(s.t, from) {
		if _, a := s.outletAt(from, end); a != nil {
			break
		}
		from++ // buttons of a gallery
	}
	for i := from; i < end; i++ {
		if e, a := s.outletAt(i, end); a != nil && k[i].Kind == lang.WordKind {
			first, e := quoted(k, i, e)
			behind := e < to && (k[e].Is(lang.Dash) || k[e].Is(lang.Colon) || k[e].Is(lang.Slash) || k[e].Mark == lang.BracketClose || k[e].Is(lang.Comma))
			before := first <= from || k[first-1].Kind == lang.MarkKind
			reporter := i-from <= 5 && e+1 < to && k[e].Is(lang.Dash) && k[e+1].In(s.f.place) // their name before the outlet's
			if reporter || before && (short || behind && (first <= from || k[first-1].Is(lang.Dash) || k[first-1].Mark == lang.BracketOpen || k[first-1].Is(lang.Slash))) {
				if !bracketed(k, i) {
					s.add(first, e, riwaya.CreditDateline, "dateline")
				}
			}
			i = e - 1
			continue
		}
		if k[i].Kind == lang.WordKind && k[i].Has(lang.Verb) && !k[i].Has(lang.Noun) {
			return
		}
		if i-from > 8 {
			return
		}
	}
}

// latin reports whether the word at i is in Latin letters.
func latin(t *lang.Text, i int) bool { return t.Source[t.Tokens[i].Start] < utf8.RuneSelf }

// quoted are tokens [i, e) with the quotation marks around them.
func quoted(k []lang.Token, i, e int) (int, int) {
	if i > 0 && e < len(k) && k[i-1].Kind == lang.MarkKind && int(k[i-1].Match) == e && !k[i-1].Is(lang.BracketOpen) {
		return i - 1, e + 1
	}
	return i, e
}

func bracketed(k []lang.Token, i int) bool { return i > 0 && k[i-1].Is(lang.BracketOpen) }

// verbs reports whether a verb stands in tokens [from, to), outside an outlet's name.
func (s *search) verbs(from, to int) bool {
	k := s.t.Tokens
	for i := from; i < to; i++ {
		if e, a := s.outletAt(i, to); a != nil {
			i = e - 1
			continue
		}
		if k[i].Has(lang.Verb) && !k[i].Has(lang.Noun) {
			return true
		}
	}
	return false
}

// brackets reads agencies in brackets: near the start of the text a dateline, at the
// end of a line a source line.
func (s *search) brackets(from, to int, last bool) {
	k := s.t.Tokens
	for i := from; i < to; i++ {
		m := int(k[i].Match)
		if !k[i].Is(lang.BracketOpen) || m <= i || m >= to || m-i > longest {
			continue
		}
		j := i + 1
		e, a := s.outletAt(j, m)
		if a == nil && !k[j].In(s.f.agencies) {
			continue
		}
		if a == nil {
			e = j + 1
		}
		if e+1 == m && k[e].Is(lang.Stop) {
			m-- // of the last initial
			e = m
		}
		if e != m && !k[e].Is(lang.Comma) && !k[e].Is(lang.Slash) && !k[e].Is(lang.Dash) {
			continue
		}
		switch {
		case m+1 < to && (k[m+1].Is(lang.Dash) || k[m+1].Is(lang.Colon)) && i-from <= 6:
			s.add(j, m, riwaya.CreditDateline, "bracket-dateline")
		case i-from <= 3 && i > from && k[i-1].Is(lang.Dash):
			s.add(j, m, riwaya.CreditDateline, "bracket-dateline")
		case m+1 >= to || m+2 >= to && k[m+1].Kind == lang.MarkKind:
			s.add(j, m, riwaya.CreditSourceLine, "bracket-end")
		}
		i = m
	}
}

// outletAt is the end of the name of an outlet or agency at token i, and who it is.
func (s *search) outletAt(i, limit int) (int, *lexicon.Actor) {
	k := s.t.Tokens
	if i >= limit || k[i].Word == nil && !(k[i].Kind == lang.MarkKind && k[i].Match > int32(i)) {
		return i, nil
	}
	if k[i].Kind == lang.MarkKind {
		if e, a := s.outletAt(i+1, limit); a != nil && e == int(k[i].Match) {
			return e + 1, a
		}
		return i, nil
	}
	if e, p := s.t.PhraseAt(i, s.f.outlet); e > i && e <= limit {
		return e, s.f.actors[p.Key]
	}
	if k[i].In(s.f.agencies) {
		return i + 1, &lexicon.Actor{}
	}
	for n := range k[i].Word.Readings {
		r := &k[i].Word.Readings[n]
		if r.Classes.Meets(s.f.outlet) && r.Feat&(lang.With|lang.For|lang.Conjunction) == 0 {
			return i + 1, s.f.actors[r.Key]
		}
	}
	if k[i].In(s.f.media) && i+1 < limit { // the generic noun before the name
		if e, a := s.outletAt(i+1, limit); a != nil {
			return e, a
		}
	}
	return i, nil
}

func (s *search) add(from, to int, form, rule string) {
	s.addSpan(s.t.Span(from, to), from, to, form, rule)
}

func (s *search) addSpan(span riwaya.Span, from, to int, form, rule string) {
	for _, c := range s.a.Credits {
		if c.Span.Overlaps(span) {
			return
		}
	}
	c := riwaya.Credit{Span: span, Text: span.Of(s.t.Source), Form: form, Rule: s.f.language + "/credits:" + rule + "@" + s.f.version[:4]}
	for i := from; i < to; i++ {
		if e, a := s.outletAt(i, to); a != nil && e > i && a.ID != "" {
			c.Actor, c.Name = &a.ID, &a.Name
			break
		}
	}
	s.a.Credits = append(s.a.Credits, c)
}
