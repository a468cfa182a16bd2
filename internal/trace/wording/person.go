package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Person is what somebody is called, in words as names are compared.
type Person struct {
	Called []string // title and name
	Name   []string // what of it is the name, as far as that is known
	Title  []string // what is left: an office, where no name is known perhaps with one
}

// Person takes apart what somebody is called; name is the key of what is known to be the name.
func (v *Vocabulary) Person(called, name string) Person {
	p := Person{Called: strings.Fields(v.Key(called)), Name: strings.Fields(name)}
	if len(p.Name) < 2 || len(p.Name) >= len(p.Called) {
		p.Name = nil
	}
	rank := 0 // how many words of address stand before the name
	for _, w := range p.Called {
		switch {
		case slices.Contains(p.Name, w):
			p.Title = p.Title[:len(p.Title)-rank]
			rank = 0
		case v.t.function[w]:
		default:
			p.Title = append(p.Title, w)
			if rank++; !v.t.address[w] {
				rank = 0
			}
		}
	}
	return p
}

// role reports whether no office is named but what many are: "an official of".
func (v *Vocabulary) role(p Person) bool { return len(p.Called) > 0 && v.t.Role[p.Called[0]] }

// OneMan reports whether two persons of one matter are one: first and family name of the one stand behind each other in what the
// other is called, or both are called by the same words but for their order and one of them.
func (v *Vocabulary) OneMan(a, b Person) bool {
	switch {
	case a.Name != nil && v.bears(b.Called, a.Name) || b.Name != nil && v.bears(a.Called, b.Name):
		return true
	case a.Name != nil && b.Name != nil: // "Ash", "Ashton"
		return a.Name[len(a.Name)-1] == b.Name[len(b.Name)-1] && len(a.Title) >= 3 && slices.Equal(a.Title, b.Title)
	case a.Name != nil || b.Name != nil || v.role(a) || v.role(b):
		return false
	}
	x, y := a.Title, b.Title
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			n++
		}
	}
	return len(x) > 3 && n >= len(x)-1 && beside(y, x[len(x)-2:])
}

// SameHolder reports whether two persons hold one office, and all of their names is one but a word in which letters were
// left out or exchanged.
func (v *Vocabulary) SameHolder(a, b Person) bool {
	if len(a.Name) != len(b.Name) || len(a.Title) < 2 || !v.t.office[a.Title[0]] || !slices.Equal(a.Title, b.Title) {
		return false
	}
	one, other := -1, 0
	for i := range a.Name {
		if a.Name[i] != b.Name[i] {
			one, other = i, other+1
		}
	}
	return other == 1 && (AlikeSpelled(a.Name[one], b.Name[one]) || exchanged(a.Name[one], b.Name[one]))
}

// exchanged reports whether two words have the same letters in another order.
func exchanged(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// OfficeOf reports whether an office, or its statement, is called by nothing but a part of a name, two words of it or more.
func (v *Vocabulary) OfficeOf(office string, name []string) bool {
	words := strings.Fields(v.Key(office))
	n := len(words)
	words = slices.DeleteFunc(words, func(w string) bool { return v.t.Paper[w] || v.t.Organ[w] })
	return len(words) < n && len(words) >= 2 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(name, w) })
}

// between is how many words stand between first and family name at most: names of the father and his.
const between = 4

// bears reports whether a first and a family name stand in some words in this order, and are not the name of somebody's father.
func (v *Vocabulary) bears(words, name []string) bool {
	for len(name) > 2 && v.t.son[name[0]] {
		name = name[1:]
	}
	for i, w := range words {
		if w == name[0] && (i == 0 || !v.t.son[words[i-1]]) && slices.Contains(words[i+1:min(len(words), i+2+between)], name[len(name)-1]) {
			return true
		}
	}
	return false
}

// beside reports whether two words stand beside each other.
func beside(words, two []string) bool {
	for i := 1; i < len(words); i++ {
		if words[i-1] == two[0] && words[i] == two[1] {
			return true
		}
	}
	return false
}

// Holds reports whether somebody who is called by an office alone is called as the office of another, whose name is known, begins.
func (v *Vocabulary) Holds(office, of Person) bool {
	o := office.Title
	if office.Name != nil || of.Name == nil || len(o) < 2 || v.role(office) {
		return false
	}
	if n := len(of.Title); len(o) == n+1 && n > 3 { // with the place
		o = o[:n]
	}
	return len(of.Title) >= len(o) && slices.EqualFunc(of.Title[:len(o)], o, sameWord)
}

// Apart reports whether two persons hold two offices that have no word in common: a mayor is no chief of police.
func (v *Vocabulary) Apart(a, b Person) bool {
	x, y := a.Title, b.Title
	for _, of := range [][]string{x, y} {
		if len(of) < 2 || !v.t.office[of[0]] || len(of) == 2 && v.t.Speaking[of[0]] { // "the spokesman" is anybody's
			return false
		}
	}
	return !slices.ContainsFunc(x, func(w string) bool { return v.HasAll(y, []string{w}) })
}

// sameWord reports whether two words are one but for what is written on to one of them: "in the ministry" is "the ministry".
func sameWord(a, b string) bool { return a == b || behind(a) == b || a == behind(b) }

// HasAll reports whether some words have all of others.
func (v *Vocabulary) HasAll(has, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(has, func(x string) bool { return sameWord(x, w) })
	})
}

// SameBody reports whether one institution is called by the beginning of what another is called by, two words or more, or by
// all of it but the first word, which says that it is a ministry, or behind one that says by what it speaks; by three of its words or more in
// their order; or whether both are called by the same words but for those that
// only say what the place is that stands behind them.
func (v *Vocabulary) SameBody(a, b string) bool {
	if a == b {
		return false // the callers know those
	}
	kind := func(w string) bool { return v.t.placeKind[w] }
	x, y := slices.DeleteFunc(strings.Fields(a), kind), slices.DeleteFunc(strings.Fields(b), kind)
	if len(x) < 2 || len(y) < len(x) {
		return false
	}
	if slices.EqualFunc(x, y[:len(x)], sameWord) || len(y) == len(x)+1 && v.t.Ministry[y[0]] && slices.Equal(x, y[1:]) {
		return true
	}
	return v.t.Organ[y[0]] && len(y) > len(x) && slices.Equal(x, y[1:1+len(x)]) || len(x) > 2 && x[0] == y[0] && InOrder(x, y)
}

// apart are words with a space in names that some write as one word: "servant of", "father of".
func (t *Words) apart(words string) string {
	for _, begins := range t.begins {
		joined := strings.Join(begins[:], "")
		for at := 0; ; {
			i := strings.Index(words[at:], joined)
			if i < 0 {
				break
			}
			i += at
			at = i + len(joined)
			if before, _ := utf8.DecodeLastRuneInString(words[:i]); i > 0 && unicode.IsLetter(before) {
				continue
			}
			if behind, _ := utf8.DecodeRuneInString(words[at:]); unicode.IsLetter(behind) {
				words = words[:i] + begins[0] + " " + words[i+len(begins[0]):]
			}
		}
	}
	return words
}

// Stands reports whether a name stands in another as it is: what was read with it is no part of it.
func Stands(a, b []string) bool {
	for i := 0; i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			return true
		}
	}
	return false
}

// InOrder reports whether all words of one name stand in the other, in their order.
func InOrder(a, b []string) bool {
	for _, w := range b {
		if len(a) > 0 && a[0] == w {
			a = a[1:]
		}
	}
	return len(a) == 0
}

// Heads reports whether a title names a body by its first word alone ("the director of the institute"), as what another is called begins:
// what it is called by besides must not be something else.
func (v *Vocabulary) Heads(title, body string) bool {
	has, words := strings.Fields(v.Key(body)), strings.Fields(title)
	if len(has) < 2 {
		return false
	}
	for i := 1; i < len(words); i++ {
		if v.t.Definite(words[i]) && v.Key(words[i]) == has[0] {
			return i+1 == len(words) || !v.t.Definite(words[i+1]) || slices.Contains(has, v.Key(words[i+1]))
		}
	}
	return false
}
