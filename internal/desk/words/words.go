// Package words has the words of the desk's pages, in Arabic and in English. They stand in text
// files, one a language, where who knows the language can mend them:
//
//	key = text
//	key[few] = text for some numbers
//
// {0}, {1} … stand for what is said there. A text for numbers has the plural forms of its language
// (CLDR's categories: zero, one, two, few, many, other); its first value chooses. Lines that begin
// with # say something to who mends.
package words

import (
	"bufio"
	"embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed ar.txt en.txt
var files embed.FS

// Languages are those that pages are in.
var languages = []string{"ar", "en"}

// Languages are those that pages are in, by their codes.
func Languages() []string { return slices.Clone(languages) }

// Catalog has the words of one language.
type Catalog struct {
	Language  string // ar, en
	Direction string // rtl, ltr
	tag       language.Tag
	texts     map[string]string
	plurals   map[string]map[string]string // by category
}

// Load makes the catalogs of all languages. The error names the line that is wrong.
func Load() (map[string]*Catalog, error) {
	out := map[string]*Catalog{}
	for _, code := range languages {
		f, err := files.Open(code + ".txt")
		if err != nil {
			return nil, err
		}
		c, err := parse(code, f)
		if err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
		out[code] = c
	}
	return out, nil
}

// forms are the plural forms that a language tells apart.
var forms = map[string][]string{"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"one", "other"}}

func parse(code string, r io.Reader) (*Catalog, error) {
	c := &Catalog{Language: code, Direction: "ltr", tag: language.Make(code), texts: map[string]string{}, plurals: map[string]map[string]string{}}
	if code == "ar" {
		c.Direction = "rtl"
	}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, text, ok := strings.Cut(line, " = ")
		if !ok || text == "" {
			return nil, fmt.Errorf("%s.txt:%d: want key = text", code, n)
		}
		base, form, isPlural := strings.Cut(key, "[")
		if !isPlural {
			if c.texts[key] != "" {
				return nil, fmt.Errorf("%s.txt:%d: %s stands there twice", code, n, key)
			}
			c.texts[key] = text
			continue
		}
		form = strings.TrimSuffix(form, "]")
		if !slices.Contains(forms[code], form) {
			return nil, fmt.Errorf("%s.txt:%d: %q is no plural form of this language", code, n, form)
		}
		if c.plurals[base] == nil {
			c.plurals[base] = map[string]string{}
		}
		if c.plurals[base][form] != "" {
			return nil, fmt.Errorf("%s.txt:%d: %s stands there twice", code, n, key)
		}
		c.plurals[base][form] = text
	}
	for key, of := range c.plurals {
		for _, f := range forms[code] {
			if of[f] == "" {
				return nil, fmt.Errorf("%s.txt: %s has no form %q", code, key, f)
			}
		}
	}
	return c, lines.Err()
}

// Has reports whether there are words of a key.
func (c *Catalog) Has(key string) bool { return c.texts[key] != "" || c.plurals[key] != nil }

// Keys are all keys, in their order.
func (c *Catalog) Keys() []string {
	var out []string
	for k := range c.texts {
		out = append(out, k)
	}
	for k := range c.plurals {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Word is what a value of a finding is called: the text of the key that prefix and value are, the
// value itself where there is none, "" of an empty one.
func (c *Catalog) Word(prefix, value string) string {
	if key := prefix + "." + value; value != "" && c.Has(key) {
		return c.Say(key)
	}
	return value
}

// First-strong isolate and its end: what is put into a text keeps its own direction, and does not
// move what stands around it.
const isolate, pop = "\u2068", "\u2069"

// Say is the text of a key with values in it; the key itself where there is none, which a test
// keeps from happening.
func (c *Catalog) Say(key string, values ...any) string {
	text, ok := c.texts[key]
	if !ok {
		of, isPlural := c.plurals[key]
		if !isPlural {
			return key
		}
		text = of[c.form(values)]
	}
	for i, v := range values {
		at := "{" + strconv.Itoa(i) + "}"
		if !strings.Contains(text, at) {
			continue
		}
		said := fmt.Sprint(v)
		if s, isText := v.(string); isText && s != "" {
			said = isolate + s + pop
		}
		text = strings.ReplaceAll(text, at, said)
	}
	return text
}

// form is the plural form that the first value asks for.
func (c *Catalog) form(values []any) string {
	n := 0
	if len(values) > 0 {
		switch v := values[0].(type) {
		case int:
			n = v
		case int64:
			n = int(v)
		}
	}
	switch plural.Cardinal.MatchPlural(c.tag, n%1_000_000, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}
