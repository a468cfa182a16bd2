package voice

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
	"riwaya/internal/phrase"
)

// voices adds whom claims have for their source and nothing else found: a person behind
// whose title stands a name that no list has, or whose title only one person bears; a body
// by its head noun.
func (s reading) voices() {
	i := 0
	for n := range s.Rec.Claims {
		src := &s.Rec.Claims[n].Source
		if src.Elided || src.Anonymous || len(src.Spans) != 1 {
			continue
		}
		span := src.Spans[0]
		i = s.from(i, span.Start)
		to := i
		for to < len(s.K) && s.K[to].End <= span.End {
			to++
		}
		if src.Kind != "person" {
			s.speaks(i, to, src.Kind)
			continue
		}
		if s.K[i].In(s.f.G.Media) && s.K[i].In(s.f.G.Profession) {
			s.speaks(i, to, "media")
			continue
		}
		if to-i < 2 || to-i > mention.LongestTitle || s.K[i].Start < span.Start || s.taken(span) {
			continue
		}
		s.voice(i, to)
	}
}

// from is the first token that ends behind byte b, sought from token i, where the claim
// before it was.
func (s reading) from(i, b int) int {
	for i > 0 && s.K[i-1].Start >= b {
		i--
	}
	for i < len(s.K) && s.K[i].End <= b {
		i++
	}
	return i
}

// speaks reads tokens [i, to), a claim's source, as a body that the grammar of names did not
// take for one: its head noun with more behind it, or the name of an outlet in marks.
func (s reading) speaks(i, to int, kind string) {
	f := s.f
	switch kind {
	case "government", "military", "police", "ngo", "igo", "media", "party", "company":
	case "court":
		kind = "government"
	default:
		return
	}
	m := mention.Mention{What: mention.Body, From: i, Head: i, Kind: kind}
	r := naming.Reading(&s.K[i], f.Body)
	switch {
	case kind == "media" && to-i >= 2 && s.K[i].In(f.G.Profession) && s.K[i].Word != nil && !s.K[i].Has(lang.Article):
		i++ // the correspondent of X
		m.From, m.Head = i, i
		if phrase.IsQuote(&s.K[i]) && int(s.K[i].Match) > i+1 && int(s.K[i].Match) <= to {
			m.From, m.Head = i+1, i+1
			to = int(s.K[i].Match)
		} else if t := &s.K[i]; t.Word == nil || f.G.Function(t) || t.In(f.G.Demonym) || t.In(f.Title) {
			return
		}
	case phrase.IsQuote(&s.K[i]) && int(s.K[i].Match) > i+1 && int(s.K[i].Match) <= to && naming.Reading(&s.K[i+1], f.Body) != nil:
		m.From, m.Head, to = i+1, i+1, int(s.K[i].Match)
	case r == nil || r.Feat&(lang.Article|lang.Plural|lang.Like) != 0 || naming.Partial(r.Key):
		return
	}
	e := m.From + 1
	for e < to && s.K[e].Word != nil && !(f.G.Function(&s.K[e]) && s.K[e].Word.Find(lang.Guess) == nil) && !s.Verbal(e) && !s.K[e].In(f.G.Time) {
		e++
	}
	if end, entry, alone := s.BodyPhrase(m.From); entry != nil && entry.Key == "media" && !alone && end >= e {
		return // the media, whoever they are
	}
	if e-m.From < 2 && kind != "media" || e > m.From+naming.Longest || s.Overlaps(s.K[m.From].Start, s.K[e-1].End) {
		return
	}
	last := &s.K[e-1]
	if r != nil && !last.Has(lang.Article) && last.Feats&lang.Guess == 0 && !last.In(f.Country) && !last.In(f.AnyName) && s.PlaceAt(e-1) == e-1 {
		return
	}
	if m.From > i || r == nil {
		r = &lang.Reading{}
	}
	m.To = e
	for j := m.From; j < e; j++ {
		if d := naming.Reading(&s.K[j], f.G.Demonym); d != nil && len(d.Key) == 2 {
			m.Country = d.Key
		}
	}
	if kind == "media" {
		a := f.Papers[s.T.Span(m.From, e).Of(s.T.Source)]
		if end, key, _ := s.AliasAt(m.From); a == nil && end == e {
			a = f.Actors[key]
		}
		if a != nil && a.Outlet {
			m.What, m.Actor, m.Country = mention.Known, a, naming.Lower(a.Country)
		}
	}
	s.Add(m, r.Prefix)
}

// taken reports whether a person or what begins with the span stands in it already: a body
// inside a title is no hindrance.
func (s reading) taken(span riwaya.Span) bool {
	return s.Overlapping(span, func(m *mention.Mention) bool { return m.What == mention.Person || m.Span.Start <= span.Start })
}

// voice reads tokens [i, to), a claim's source, as a person.
func (s reading) voice(i, to int) {
	f := s.f
	r := naming.Reading(&s.K[i], f.Title)
	if r == nil || r.Feat&(lang.Plural|lang.Dual|lang.Like) != 0 || s.K[i].In(f.G.Unnamed) || s.K[i].In(f.G.Quantity) || s.K[i].Has(lang.Accusative) {
		return
	}
	m := mention.Mention{What: mention.Person, From: i, To: to, Head: i, Kind: "person"}
	s.Role(&m, i)
	k := to
	for k > i+1 && s.Unlisted(k-1) {
		k--
	}
	if p := &s.K[k-1]; to-k == 3 && p.Word != nil && !p.Has(lang.Article) && !p.In(f.G.Demonym) && p.Kind == lang.WordKind {
		k++ // the town of a mayor
	}
	for j := i + 1; j < k; j++ {
		if s.K[j].In(f.G.Pronoun) && f.G.Function(&s.K[j]) {
			return
		}
		if d := naming.Reading(&s.K[j], f.G.Demonym); m.Country != "" {
			continue // an ambassador is of the first land, and sits in the second
		} else if d != nil && len(d.Key) == 2 {
			m.Country = d.Key
		} else if e, code := s.CountryAt(j); e > j {
			m.Country = code
		}
	}
	switch {
	case to-k < 2 && s.ranked(i, to):
		m.Name = i + 1
	case to-k >= 2:
		m.Name = k
	case to-k == 0 && m.Office && s.unique(i, to, r):
		m.Name, m.Nameless = i, true
	default:
		return
	}
	s.Add(m, r.Prefix)
}

// ranked reports whether tokens [i, to) are a rank or a form of address and a name of which
// the lists have nothing: one to three words, the first of them without article.
func (s reading) ranked(i, to int) bool {
	if r := naming.Reading(&s.K[i], s.f.Rank.Or(s.f.Honorific)); r == nil || r.Feat&lang.Article == 0 || to-i > 4 || to < i+2 || s.K[i+1].Word == nil || s.K[i+1].Has(lang.Article) {
		return false
	}
	for j := i + 1; j < to; j++ {
		t := &s.K[j]
		if t.Word == nil || s.f.G.Function(t) || t.In(s.f.Title) || t.In(s.f.G.Demonym) || t.In(s.f.Body) || t.In(s.f.Country) || t.In(s.f.G.Time) || t.Has(lang.Pronoun) || t.Has(lang.With) || j > i+1 && t.Has(lang.Conjunction) {
			return false
		}
	}
	return true
}

// unique reports whether the title at tokens [i, to) is borne by one person at a time: an
// office of a named state, place or body, that nobody named in the text has.
func (s reading) unique(i, to int, r *lang.Reading) bool {
	if to-i > 6 || !s.K[i].In(s.f.G.Office) || s.K[i].In(s.f.G.Private) || s.K[i].In(s.f.G.Profession) || s.K[i].In(s.f.Rank) {
		return false
	}
	if s.K[i].In(s.f.many) || s.K[i].In(s.f.G.Quantity) {
		return false // one of several, or they all
	}
	which := false
	for j := i + 1; j < to; j++ {
		t := &s.K[j]
		if t.Word == nil || t.In(s.f.G.Relative) && s.f.G.Function(t) {
			return false
		}
		d := naming.Reading(t, s.f.G.Demonym)
		which = which || d != nil && len(d.Key) == 2 || s.PlaceAt(j) > j || t.In(s.f.Country) || t.In(s.f.Body)
	}
	if !which {
		return false
	}
	for k := range s.Mentions {
		if o := &s.Mentions[k]; o.What == mention.Person {
			q := naming.Reading(&s.K[o.From], s.f.G.Office)
			if q != nil && q.Lemma == r.Lemma || q == nil && (o.Actor != nil || o.Office) {
				return false // it may be he
			}
		}
	}
	return true
}
