package who

import (
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
)

// headOf is the key of an office whose bearer is called by it alone only where it stood so,
// with the article: who heads a government is not "the president".
const headOf = "head"

// several is the key of offices that many bear at a time: a member of the parliament.
const several = "several"

// people is the key of words for one of several, whoever they are.
const people = "people"

// byOffice adds the title at token i, behind which no name stands, to the one person before
// it who was named with it: the president, the Turkish president, the minister of the
// interior. All that is said of the bearer here must have been said with the name.
func (s *search) byOffice(i int) {
	r := naming.Reading(&s.K[i], s.m.G.Office)
	if r == nil || r.Feat&(lang.Plural|lang.Dual|lang.Like) != 0 || s.K[i].In(s.m.Body) || s.Covered(i) || s.inTitle(i) || s.qualifies(i, r) {
		return
	}
	if h := naming.Reading(&s.K[i], s.m.Proper); h != nil && h.Key == people {
		return
	}
	same := s.sameTitle
	if r.Feat&lang.Article != 0 {
		same = s.sameOffice
	}
	to, found := i, -1
	for k := range s.Mentions {
		m := &s.Mentions[k]
		if m.From >= i {
			break
		}
		if m.What == mention.Person && (m.To == i || m.To == i-1 && s.K[i-1].Is(lang.Comma)) {
			return // whom it stands behind
		}
		if m.What != mention.Person || m.Name == m.From || m.Of < 0 || s.all[m.Of].joined {
			continue
		}
		end := same(i, m, r)
		if end == i {
			continue
		}
		if found >= 0 && m.Of != found {
			return // two bear it
		}
		found, to = m.Of, max(to, end)
	}
	if found < 0 || s.goesOn(to, to > i+1 && s.K[to-1].In(s.m.G.Demonym)) {
		return
	}
	if to+1 < len(s.K) && s.K[to].In(s.m.G.Discourse) && s.K[to].In(s.m.G.Time) && s.K[to+1].In(s.m.AnyName) {
		return // the president of the day, whose name stands behind
	}
	if h := naming.Reading(&s.K[i], s.m.Proper); h != nil && h.Key == several && to < len(s.K) && s.m.G.Function(&s.K[to]) {
		return // one of them, for somebody
	}
	s.all[found].mentions = append(s.all[found].mentions, s.SpanOf(i, to, r.Prefix))
}

// qualifies reports whether the feminine word at token i is likely an adjective of the noun
// before it: diplomatic moves are no diplomat.
func (s *search) qualifies(i int, r *lang.Reading) bool {
	if r.Feat&lang.Feminine == 0 || i == 0 || s.K[i-1].Word == nil || r.Prefix > 0 {
		return false
	}
	p := &s.K[i-1]
	return s.Noun(i-1) != nil && !s.m.G.Function(p) && !s.m.G.MayBeFinite(p) && naming.Reading(p, s.m.Title) == nil
}

// inTitle reports whether the word at token i is a part of another's title, or of what is
// called after its bearer: the deputy of the minister.
func (s *search) inTitle(i int) bool {
	if i == 0 || s.K[i-1].Word == nil {
		return false
	}
	p := &s.K[i-1]
	return naming.Reading(p, s.m.Title) != nil && !s.m.G.MayBeFinite(p) || p.In(s.m.NamedAfter) || p.In(s.m.G.Called)
}

// goesOn reports whether a name may stand at token i, or more that tells whose office it is;
// whole says that the title before it has said of which land.
func (s *search) goesOn(i int, whole bool) bool {
	if i >= len(s.K) || s.K[i].Word == nil {
		return false
	}
	t := &s.K[i]
	if s.m.G.Function(t) || s.m.G.MayBeFinite(t) || t.In(s.m.G.Time) {
		return false
	}
	if whole && t.Has(lang.Article) && t.Feats&(lang.Guess|lang.Participle|lang.Nisba) == 0 && !t.In(s.m.AnyName) && !t.In(s.m.G.Demonym) {
		return false // what he does it to
	}
	n := s.Noun(i)
	return n != nil && n.Feat&(lang.Conjunction|lang.Accusative) == 0 && (n.Prefix == 0 || n.Feat&lang.For != 0)
}

// sameOffice is where the title with the article at token i ends, adjectives and all, if the
// person was named with it too; i if not.
func (s *search) sameOffice(i int, m *mention.Mention, r *lang.Reading) int {
	borne, former := false, m.Name
	for j := m.From; j < m.Name; j++ {
		q := naming.Reading(&s.K[j], s.m.G.Office)
		if q == nil {
			continue
		}
		same := q.Lemma == r.Lemma && q.Feat&lang.Feminine == r.Feat&lang.Feminine
		if q.Feat&lang.Article != 0 {
			borne = same && !s.qualifies(j, q) && s.described(j+1, m.Name) // the last of two is the bearer's
			former = j + 1
		} else if h := naming.Reading(&s.K[j], s.m.Proper); j == m.From && (h == nil || h.Key != headOf) {
			borne = same
		}
	}
	if !borne {
		return i
	}
	to, told := i+1, false
	for ; to < len(s.K) && s.K[to].Word != nil && s.K[to].Has(lang.Article); to++ {
		t, n := &s.K[to], s.Noun(to)
		d := naming.Reading(t, s.m.G.Demonym)
		if n == nil || n.Prefix > 0 || d == nil && !s.Adjective(to, n) && !t.In(s.m.Anaphor) && !t.In(s.m.Bent) {
			break
		}
		if !(d != nil && d.Key == s.all[m.Of].country) && !s.TitleHas(m, t.Word.Bare) {
			return i
		}
		told = told || d == nil
	}
	for j := former; j < m.Name && !told; j++ {
		if t := &s.K[j]; t.Word == nil || naming.Reading(t, s.m.G.Demonym) == nil && naming.Reading(t, s.m.Title) == nil {
			return i // a former president is not the president
		}
	}
	return to
}

// sameTitle is where the title without the article at token i ends, if at least two words of
// it are those that the person was named with; i if not.
func (s *search) sameTitle(i int, m *mention.Mention, r *lang.Reading) int {
	q := naming.Reading(&s.K[m.From], s.m.G.Office)
	if q == nil || q.Lemma != r.Lemma || q.Feat&lang.Article != 0 || (q.Feat^r.Feat)&lang.Feminine != 0 {
		return i
	}
	if h := naming.Reading(&s.K[i], s.m.Proper); h != nil && h.Key == several {
		return i
	}
	n := 1
	for i+n < len(s.K) && m.From+n < m.Name && s.K[i+n].Word != nil && s.K[m.From+n].Word != nil && s.K[i+n].Word.Form == s.K[m.From+n].Word.Form {
		n++
	}
	if n < 2 {
		return i
	}
	to := i + n
	if to < len(s.K) && s.K[to].Word != nil {
		if d := naming.Reading(&s.K[to], s.m.G.Demonym); d != nil && d.Feat&lang.Article != 0 && d.Prefix == 0 {
			if d.Key != s.all[m.Of].country || len(d.Key) != 2 {
				return i // of another country
			}
			to++
		}
	}
	return to
}

// described reports whether nothing but adjectives and other titles stand in tokens [i, to).
func (s *search) described(i, to int) bool {
	for ; i < to; i++ {
		t := &s.K[i]
		if t.Word == nil {
			continue
		}
		if n := s.Noun(i); naming.Reading(t, s.m.Title) == nil && (n == nil || n.Feat&lang.Article == 0 || naming.Reading(t, s.m.G.Demonym) == nil && !s.Adjective(i, n) && !t.In(s.m.Anaphor) && !t.In(s.m.Bent)) {
			return false
		}
	}
	return true
}
