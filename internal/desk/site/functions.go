package site

import (
	"encoding/json"
	"errors"
	"html"
	"html/template"
	"net/url"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/desk/web"
	"riwaya/internal/desk/words"
	"riwaya/internal/ledger"
	"riwaya/internal/show/privacy"
)

// functions are what templates call:
//
//	t KEY VALUE…     the text of a key
//	word PREFIX V    what a value of a finding is called: the text of PREFIX.V; V itself where there is none
//	link PART…       an address of the site in the page's language, each part but the first escaped
//	asset NAME       the address of a style, a module or a font
//	web ADDRESS      an address of the web that may be a link; "" where it is none of http or https
//	shown TEXT       words of an article that passed the gate, as a page has them: see [Shown]
//	below PREFIX     the texts of all keys with a prefix as a JSON object, for a module's data-words
//	day T            a moment as a day and a time of day, UTC
//	list VALUE…      the values as a list
//	dict KEY VALUE…  the values by their keys, for a part that takes several
func functions(c *words.Catalog) template.FuncMap {
	return template.FuncMap{
		"t":     c.Say,
		"has":   c.Has,
		"word":  c.Word,
		"shown": func(text string) string { return Shown(c, text) },
		"below": func(prefix string) (string, error) { return below(c, prefix) },
		"link":  func(first string, parts ...string) string { return link(c.Language, first, parts...) },
		"asset": web.Asset,
		"web":   Web,
		"day":   func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") },
		"list":  func(values ...any) []any { return values },
		"dict":  dict,
	}
}

// Shown is words of an article that passed the gate, with what stands there for private persons in
// the page's language, and with the letters that an outlet left as entities ("&#8220;").
func Shown(c *words.Catalog, text string) string {
	if strings.Contains(text, "[") {
		for _, kind := range riwaya.SourceKinds {
			key := kind
			if kind == "person" {
				key = "private"
			}
			text = strings.ReplaceAll(text, privacy.Label(kind), "["+c.Word("kind", key)+"]")
		}
	}
	return html.UnescapeString(text)
}

func below(c *words.Catalog, prefix string) (string, error) {
	out := map[string]string{}
	for _, key := range c.Keys() {
		if rest, ok := strings.CutPrefix(key, prefix+"."); ok {
			out[rest] = c.Say(key)
		}
	}
	b, err := json.Marshal(out)
	return string(b), err
}

func link(lang, first string, parts ...string) string {
	u := "/" + lang + "/" + first
	for _, p := range parts {
		u += "/" + url.PathEscape(p)
	}
	return u
}

// Link is an address of the site in the page's language: Link("story", id).
func (r *Request) Link(first string, parts ...string) string {
	return link(r.Words.Language, first, parts...)
}

// Web is an address of the web if it is one that a page may link to, else "": what an article
// states as its address may be anything.
func Web(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func dict(pairs ...any) (map[string]any, error) {
	out := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		key, ok := pairs[i].(string)
		if !ok {
			return nil, errors.New("dict: a key is no text")
		}
		out[key] = pairs[i+1]
	}
	return out, nil
}

// Unknown reports whether an error says that an ID names nothing.
func Unknown(err error) bool {
	return errors.Is(err, across.ErrUnknown) || errors.Is(err, ledger.ErrUnknown)
}

// Accepted is the language among those of the site that a browser asks for first; Arabic where it
// asks for none of them.
func Accepted(header string) string {
	for one := range strings.SplitSeq(header, ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(one), ";")
		lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
		for _, l := range words.Languages() {
			if l == lang {
				return l
			}
		}
	}
	return words.Languages()[0]
}
