package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya/internal/lang/ar/letters"
)

// Error says what is wrong with a query, in one line, and where.
type Error struct {
	Column  int // in characters, from 1
	Message string
	// Format and Args are what Message is made of, for who says it in another language.
	Format string
	Args   []any
}

func (e *Error) Error() string { return fmt.Sprintf("query, column %d: %s", e.Column, e.Message) }

// Bounds of a query: more is a mistake, and would be slow to answer.
const (
	Longest = 4096 // bytes
	Deepest = 32   // brackets in brackets
	Most    = 200  // parts
)

// marks open and close a phrase, as keyboards of several languages have them.
const marks = `"“”„«»`

// closing are the marks that may end a phrase begun with a mark.
var closing = map[rune]string{'"': `"`, '“': `”“"`, '”': `”"`, '„': `“”"`, '«': `»"`, '»': `«"`}

// Parse reads a query. An empty one is nil: it is fulfilled by every article. The error is
// an *Error.
func Parse(text string) (Node, error) {
	if len(text) > Longest {
		const format = "a query is at most %d bytes long"
		return nil, &Error{Longest + 1, fmt.Sprintf(format, Longest), format, []any{Longest}}
	}
	p := &parser{text: text}
	if !utf8.ValidString(text) {
		for i, r := range text {
			if r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
				return nil, p.wrong(i, "broken UTF-8")
			}
		}
	}
	p.space()
	if p.at == len(text) {
		return nil, nil
	}
	n, err := p.choice()
	if err != nil {
		return nil, err
	}
	if p.at < len(text) {
		return nil, p.wrong(p.at, "a ) that closes nothing")
	}
	return n, nil
}

type parser struct {
	text        string
	at          int // byte
	depth, size int
}

// wrong is an error at a byte of the query.
func (p *parser) wrong(at int, format string, a ...any) error {
	return &Error{utf8.RuneCountInString(p.text[:at]) + 1, fmt.Sprintf(format, a...), format, a}
}

// space skips what separates: white space, and invisible signs that pasting leaves.
func (p *parser) space() {
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if !separates(r) {
			return
		}
		p.at += n
	}
}

func separates(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || letters.IsBidi(r) }

// peek reports whether the rest begins with s.
func (p *parser) peek(s string) bool { return strings.HasPrefix(p.text[p.at:], s) }

// operator takes the word op, if it is next.
func (p *parser) operator(op string) bool {
	rest, ok := strings.CutPrefix(p.text[p.at:], op)
	if !ok {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !separates(r) && !strings.ContainsRune("()"+marks, r) {
		return false
	}
	p.at += len(op)
	p.space()
	return true
}

func (p *parser) choice() (Node, error) {
	var nodes []Node
	for {
		n, err := p.all()
		if err != nil {
			return nil, err
		}
		if or, ok := n.(Or); ok {
			nodes = append(nodes, or...)
		} else {
			nodes = append(nodes, n)
		}
		if !p.operator("OR") {
			break
		}
	}
	if len(nodes) == 1 {
		return nodes[0], nil
	}
	return Or(nodes), nil
}

func (p *parser) all() (Node, error) {
	var nodes []Node
	for {
		n, err := p.one()
		if err != nil {
			return nil, err
		}
		if and, ok := n.(And); ok {
			nodes = append(nodes, and...)
		} else {
			nodes = append(nodes, n)
		}
		if p.operator("AND") {
			continue
		}
		if p.at == len(p.text) || p.peek(")") || p.isOr() {
			break
		}
	}
	if len(nodes) == 1 {
		return nodes[0], nil
	}
	return And(nodes), nil
}

func (p *parser) isOr() bool {
	q := *p
	return q.operator("OR")
}

func (p *parser) one() (Node, error) {
	start := p.at
	if p.size++; p.size > Most {
		return nil, p.wrong(start, "a query has at most %d parts", Most)
	}
	switch {
	case p.at == len(p.text):
		return nil, p.wrong(start, "something to look for is missing at the end")
	case p.peek(")"):
		return nil, p.wrong(start, "something to look for is missing before )")
	case p.isOr():
		return nil, p.wrong(start, "OR stands between two parts; to look for the word, put it in quotation marks")
	case p.operator("AND"):
		return nil, p.wrong(start, "AND stands between two parts; to look for the word, put it in quotation marks")
	case p.peek("-"):
		p.at++
		if r, _ := utf8.DecodeRuneInString(p.text[p.at:]); p.at == len(p.text) || separates(r) || r == ')' || r == '-' {
			return nil, p.wrong(start, "a - wants what it excludes right behind it")
		}
		n, err := p.one()
		if err != nil {
			return nil, err
		}
		return Not{n}, nil
	case p.peek("("):
		return p.brackets()
	}
	if n, ok, err := p.field(); ok || err != nil {
		return n, err
	}
	return p.words()
}

func (p *parser) brackets() (Node, error) {
	start := p.at
	if p.depth++; p.depth > Deepest {
		return nil, p.wrong(start, "more than %d brackets in one another", Deepest)
	}
	p.at++
	p.space()
	n, err := p.choice()
	if err != nil {
		return nil, err
	}
	if !p.peek(")") {
		return nil, p.wrong(start, "this ( is never closed")
	}
	p.at++
	p.depth--
	p.space()
	return n, nil
}

func (p *parser) words() (Node, error) {
	start := p.at
	var t Text
	if p.peek("~") {
		t.Loose = true
		p.at++
	}
	var err error
	if t.Words, t.Phrase, err = p.value(); err != nil {
		return nil, err
	}
	if !strings.ContainsFunc(t.Words, searchable) {
		return nil, p.wrong(start, "no letter or digit to look for")
	}
	p.space()
	return t, nil
}

func searchable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// value takes a word, or a phrase in quotation marks without them.
func (p *parser) value() (words string, phrase bool, err error) {
	start := p.at
	r, n := utf8.DecodeRuneInString(p.text[p.at:])
	ends, phrase := closing[r]
	if !phrase {
		end := strings.IndexFunc(p.text[p.at:], func(r rune) bool { return separates(r) || strings.ContainsRune("()"+marks, r) })
		if end < 0 {
			end = len(p.text) - p.at
		}
		p.at += end
		return p.text[start:p.at], false, nil
	}
	p.at += n
	end := strings.IndexAny(p.text[p.at:], ends)
	if end < 0 {
		return "", true, p.wrong(start, "this quotation mark is never closed")
	}
	words = strings.Join(strings.FieldsFunc(p.text[p.at:p.at+end], func(r rune) bool {
		return separates(r) || strings.ContainsRune(marks, r)
	}), " ")
	p.at += end
	_, n = utf8.DecodeRuneInString(p.text[p.at:])
	p.at += n
	return words, true, nil
}

// field takes NAME:VALUE, if that is next.
func (p *parser) field() (Node, bool, error) {
	start := p.at
	end := strings.IndexFunc(p.text[p.at:], func(r rune) bool { return r < 'a' || r > 'z' })
	if end <= 0 || p.text[p.at+end] != ':' {
		return nil, false, nil
	}
	name := p.text[p.at : p.at+end]
	p.at += end + 1
	at := p.at
	exact := p.peek("=")
	if exact {
		p.at++
	}
	value, _, err := p.value()
	if err != nil {
		return nil, true, err
	}
	if !known(name) {
		return nil, true, p.wrong(start, "no field %q%s; to look for the words, put them in quotation marks", name, nearest(name))
	}
	if value == "" {
		return nil, true, p.wrong(at, "%s: wants a value right behind it, %s", name, example(name))
	}
	n, err := p.fieldOf(name, value, exact, at)
	if err != nil {
		return nil, true, err
	}
	p.space()
	return n, true, nil
}

func known(name string) bool {
	return name == near || slices.Contains(Fields, name) || slices.Contains(Dates, name) || slices.Contains(Predicates, name)
}
