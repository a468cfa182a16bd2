package identify

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// parse reads the format that stands at the top of languages.txt. It returns what it
// read up to the first error, which names the line.
func parse(text string) (*profile, error) {
	p := newProfile()
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := p.parseLine(line); err != nil {
			return p, fmt.Errorf("languages.txt:%d: %q: %w", number, line, err)
		}
	}
	return p, nil
}

func (p *profile) parseLine(line string) error {
	a, rest, _ := strings.Cut(line, " ")
	b, rest, _ := strings.Cut(rest, " ")
	if a == "lang" {
		return p.addLanguage(b, rest)
	}
	c, letters, found := strings.Cut(rest, " ")
	if !found || letters == "" || !utf8.ValidString(letters) || strings.Contains(letters, " ") {
		return fmt.Errorf("want three keys and one run of letters")
	}
	switch a {
	case "form", "fold":
		return p.addShape(a, b, c, letters)
	}
	weight, err := strconv.ParseInt(c, 10, 8)
	if err != nil || weight == 0 {
		return fmt.Errorf("weight %s: want a small whole number", c)
	}
	return p.addWeight(a, b, int8(weight), letters)
}

func (p *profile) addLanguage(code, scriptName string) error {
	s := arabic
	switch scriptName {
	case "arabic":
	case "latin":
		s = latin
	default:
		return fmt.Errorf("script %q: want arabic or latin", scriptName)
	}
	if len(p.codes[s]) == maxCodes {
		return fmt.Errorf("more than %d languages in a script", maxCodes)
	}
	p.codes[s] = append(p.codes[s], code)
	return nil
}

// addShape takes a form or fold line. Folding must come before the words.
func (p *profile) addShape(kind, first, count, letters string) error {
	from, err := strconv.ParseUint(first, 16, 16)
	if err != nil {
		return fmt.Errorf("code point: %w", err)
	}
	n, err := strconv.ParseUint(count, 10, 8)
	if err != nil {
		return fmt.Errorf("count: %w", err)
	}
	to := []rune(letters)
	for r := rune(from); r < rune(from+n); r++ {
		switch {
		case slices.Max(to) >= tableEnd:
			return fmt.Errorf("letters beyond U+%04X", tableEnd)
		case kind == "fold" && r < tableEnd && len(to) == 1:
			p.table[r].fold = uint16(to[0])
		case kind == "form" && r >= formStart && r < formEnd && len(to) <= 2:
			for i, letter := range to {
				p.forms[r-formStart][i] = uint16(letter)
			}
		default:
			return fmt.Errorf("U+%04X: out of range, or too many letters", r)
		}
	}
	return nil
}

// addWeight takes a letter, prefix or word line.
func (p *profile) addWeight(code, kind string, weight int8, letters string) error {
	first, _ := utf8.DecodeRuneInString(letters)
	if first >= tableEnd {
		return fmt.Errorf("letters beyond U+%04X", tableEnd)
	}
	s := p.table[first].script
	if s == foreign {
		return fmt.Errorf("neither Arabic nor Latin letters")
	}
	c := slices.Index(p.codes[s], code)
	if c < 0 {
		return fmt.Errorf("no lang line for %q in this script", code)
	}
	var r *row
	var err error
	switch kind {
	case "letter":
		if r = p.letterRow(first); r == nil || utf8.RuneLen(first) != len(letters) {
			return fmt.Errorf("want one letter, and at most %d in all", maxSlots-1)
		}
	case "word", "prefix":
		if r, err = p.wordRow(kind, letters); err != nil {
			return err
		}
	default:
		return fmt.Errorf("kind %q: want letter, word or prefix", kind)
	}
	if r[s][c] != 0 {
		return fmt.Errorf("said before, in this spelling or another")
	}
	r[s][c] = weight
	return nil
}

// letterRow returns the weights of a letter, made if need be, or nil if there is no room.
func (p *profile) letterRow(letter rune) *row {
	slot := &p.table[letter].slot
	if *slot == 0 {
		if p.slots == maxSlots {
			return nil
		}
		*slot = uint8(p.slots)
		p.slots++
	}
	return &p.letters[*slot]
}

// wordRow returns the weights of a word or prefix, made if need be.
func (p *profile) wordRow(kind, letters string) (*row, error) {
	w := word{hash: hashSeed}
	for _, r := range letters {
		if r >= tableEnd || p.table[r].kind != kindLetter {
			return nil, fmt.Errorf("%+q is no letter that is known", r)
		}
		w.push(p.table[r].fold)
	}
	hash := w.hash
	if kind == "prefix" {
		known := &p.table[uint16(w.start)].prefix
		if w.length > maxPrefix || *known != 0 && int(*known) != w.length {
			return nil, fmt.Errorf("prefixes with one first letter want one length, at most %d", maxPrefix)
		}
		*known = uint8(w.length)
		hash = w.prefixHash(w.length)
	}
	i := p.place(hash)
	if p.hashes[i] == 0 {
		if p.used == len(p.hashes)/2 {
			return nil, fmt.Errorf("more than %d words", p.used)
		}
		p.used++
		p.hashes[i] = hash
	}
	return &p.rows[i], nil
}
