package survey

import (
	"strings"

	"riwaya/internal/government"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/naming"
)

// state reads the name of a country or capital at token i where it stands for the
// government.
func (s scan) state(i int) int {
	c, ok := s.f.Governments.At(&s.Text, i)
	if !ok {
		return i
	}
	s.Seen.Add(c.Code, 1)
	if s.describes(i) {
		return c.To
	}
	if o, ok := s.f.Governments.Origin(&s.Text, i); ok && o.To == c.To && o.Code == c.Code { // Syrian, which is called as Syria is
		s.Add(mention.Mention{What: mention.State, From: i, To: o.To, Head: i, Kind: "government", Country: o.Code}, o.Prefix)
		return c.To
	}
	before := government.Before{To: -1}
	if n := len(s.Mentions); n > 0 {
		m := &s.Mentions[n-1]
		before = government.Before{From: m.From, To: m.To, Government: m.What == mention.State}
	}
	if s.f.Governments.Meant(&s.Text, c, s.Rec.Claims, before) {
		s.Add(mention.Mention{What: mention.State, From: i, To: c.To, Head: i, Kind: "government", Country: c.Code}, c.Prefix)
	}
	return c.To
}

// demonym reads the adjective of a country at token i, if it is one: where it says whose deed
// something is, it is a mention of that state.
func (s scan) demonym(i int) {
	if c, ok := s.f.Governments.Origin(&s.Text, i); ok {
		s.Add(mention.Mention{What: mention.State, From: i, To: c.To, Head: i, Kind: "government", Country: c.Code}, c.Prefix)
		return
	}
	if r := naming.Reading(&s.K[i], s.f.G.Demonym); r != nil {
		s.Seen.Add(r.Key, 1)
	}
}

// describes reports whether the word at token i, with the ending of the accusative, is an
// adjective of the noun right before it, which has the same ending.
func (s scan) describes(i int) bool {
	if i == 0 || s.K[i-1].Word == nil {
		return false
	}
	with := func(t *lang.Token) bool {
		return t.Has(lang.Noun|lang.Accusative) && !t.Has(lang.Article)
	}
	if c := naming.Reading(&s.K[i-1], s.f.people.Counted); c != nil && strings.HasPrefix(c.Key, "people") {
		return false // a person, armed
	}
	return with(&s.K[i]) && with(&s.K[i-1])
}
