package privacy

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"riwaya"
)

// What follows is the gate for what is handed on in columns: sources, actors and addresses
// by themselves.

// Private reports whether the name of a claim's source is kept back.
func (g *Gate) Private(c *riwaya.Claim) bool { return Hides(&c.Source) }

// Actor is how the lexicon names an actor and how the article does; a private person is
// its kind in both.
func (g *Gate) Actor(a *riwaya.Actor) (name, written string) {
	if a.Withheld() {
		return Label(a.Kind), Label(a.Kind)
	}
	return g.Words(stated(a.Name)), g.Words(stated(a.NameAr))
}

// stated is a name, "" where there is none.
func stated(s *string) string {
	if s == nil || strings.TrimSpace(*s) == "" {
		return ""
	}
	return *s
}

// Withheld stands in an address for the rest of it.
const Withheld = "[withheld: it names a private person]"

// Address is an address, or only its host where the rest has a name that is hidden: also
// one packed for addresses, its words joined by signs, or spelt without marks and hamzas.
func (g *Gate) Address(address string) string {
	if len(g.names) == 0 {
		return address
	}
	plain := address
	if s, err := url.PathUnescape(address); err == nil {
		plain = s
	}
	plain = " " + wordsOf(plain) + " "
	for _, h := range g.names {
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
