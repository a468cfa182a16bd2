package show

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"riwaya"
)

// Gate is what decides which words of a record leave the program: a private person is told
// by what it is, in every word that passes. It is for what is handed on, and so cannot be
// asked for names.
type Gate struct{ v view }

// NewGate is the gate of one record.
func NewGate(rec *riwaya.Record) *Gate {
	return &Gate{view{page: &page{}, rec: rec, hidden: newPrivacy(rec, false)}}
}

// At are the words under spans as the text has them, but for what is hidden.
func (g *Gate) At(spans riwaya.Spans) string {
	for _, s := range spans {
		for _, h := range g.v.hidden.spans {
			if h.span.Overlaps(s) { // the labels come with spaces of their own
				return strings.TrimSpace(strings.ReplaceAll(g.v.hidden.at(spans), "  ", " "))
			}
		}
	}
	return g.v.hidden.at(spans)
}

// Words is s without the names that are hidden. To pass words twice changes nothing.
func (g *Gate) Words(s string) string { return g.v.hidden.words(s) }

// Source is who a claim is attributed to, "" where nobody is named, and whether a name was
// kept back.
func (g *Gate) Source(c *riwaya.Claim) (words string, private bool) {
	if hides(&c.Source) {
		return label(c.Source.Kind), true
	}
	return g.v.hidden.words(c.Source.Text), false
}

// Hop is the name of a hop, "" where nobody is named.
func (g *Gate) Hop(h *riwaya.Hop) string { return g.v.hop(h) }

// Actor is how the lexicon names an actor and how the article does; a private person is
// its kind in both.
func (g *Gate) Actor(id string) (name, written string) {
	for i := range g.v.rec.Actors {
		a := &g.v.rec.Actors[i]
		switch {
		case a.ID != id:
		case a.Private:
			return label(a.Kind), label(a.Kind)
		default:
			return g.Words(optional(a.Name, "")), g.Words(optional(a.NameAr, ""))
		}
	}
	return "", ""
}

// Withheld stands in an address for the rest of it.
const Withheld = "[withheld: it names a private person]"

// Address is an address, or only its host where the rest has a name that is hidden: also
// one packed for addresses, its words joined by signs, or spelt without marks and hamzas.
func (g *Gate) Address(address string) string {
	if len(g.v.hidden.names) == 0 {
		return address
	}
	plain := address
	if s, err := url.PathUnescape(address); err == nil {
		plain = s
	}
	plain = " " + wordsOf(plain) + " "
	for _, h := range g.v.hidden.names {
		name := wordsOf(h.words)
		for at := 0; ; {
			i := strings.Index(plain[at:], name)
			if i < 0 || name == "" {
				break
			}
			i += at
			at = i + len(name)
			if boundary(plain, i) && boundary(plain, at) {
				return host(address) + Withheld
			}
		}
	}
	return address
}

// host is an address up to its path, "" where it has none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Hostname() + "/"
}

// wordsOf are the letters and figures of s without the marks on them, in small letters,
// one space between words.
func wordsOf(s string) string {
	const lengthening = 0x640 // a line in a word, which is no letter of it
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == lengthening:
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(s))), " ")
}
