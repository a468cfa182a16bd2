// Package codebook writes, from the lexicon's rules of events, what a researcher needs to
// know of the coding: every kind of event, its place in PLOVER, ACLED and CAMEO, where its
// parties stand, its words and its examples.
//
// It promises that the page says what the lexicon says: nothing is kept by hand but the
// English for keys, and a key without English is an error, not a gap. It decides nothing
// about how texts are read; that is package event.
package codebook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"riwaya/internal/match"
	"riwaya/lexicon"
)

// kind is one kind of event, as its rule and its words have it.
type kind struct {
	match.Rule
	verbs, nouns []string // lemmas; nouns and phrases
	forms        []form
}

// form is a form of a kind's words, and where the parties stand with it.
type form struct{ name, agents, targets string }

// Write writes the codebook of a lexicon as Markdown. All errors are returned together,
// each as file:line: message.
func Write(w io.Writer, lx *lexicon.Lexicon) error {
	kinds, err := load(lx)
	if err != nil {
		return err
	}
	p := &page{lx: lx}
	p.head(kinds)
	for _, t := range types {
		p.section(t, kinds)
	}
	p.vocabulary()
	if err := errors.Join(p.errs...); err != nil {
		return err
	}
	_, err = w.Write(p.Bytes())
	return err
}

// page collects the Markdown.
type page struct {
	bytes.Buffer
	lx   *lexicon.Lexicon
	errs []error
}

// line writes a line.
func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// load reads the rules of events and gives each its words.
func load(lx *lexicon.Lexicon) ([]kind, error) {
	var kinds []kind
	var errs []error
	rules, err := match.Parse(lx.RulesOf("events"))
	if err != nil {
		return nil, err
	}
	for _, r := range rules {
		k := kind{Rule: r, verbs: words(lx, "coded-verb", r.Name), nouns: words(lx, "coded-noun", r.Name)}
		if errs = append(errs, k.check()...); len(errs) == 0 {
			k.forms, err = k.readForms()
			if err != nil {
				errs = append(errs, err)
			}
		}
		kinds = append(kinds, k)
	}
	if len(kinds) == 0 && len(errs) == 0 {
		errs = append(errs, fmt.Errorf("%s/events.rules: no rules", lx.Language))
	}
	return kinds, errors.Join(errs...)
}

// words are those of a class that have a key, each once.
func words(lx *lexicon.Lexicon, class, key string) []string {
	var out []string
	for _, w := range lx.Classes[class] {
		if w.Key == key && !slices.Contains(out, w.Text) {
			out = append(out, w.Text)
		}
	}
	return out
}

// check reports keys of a rule for which there is no English.
func (k *kind) check() []error {
	var errs []error
	bad := func(what, value string) {
		errs = append(errs, fmt.Errorf("%s: rule %s: the codebook has no words for %s %q: add them to internal/codebook", k.At, k.Name, what, value))
	}
	if !slices.ContainsFunc(types, func(t typ) bool { return t.name == k.Keys["type"] }) {
		bad("type", k.Keys["type"])
	}
	for _, t := range strings.Fields(k.Keys["is"]) {
		if english(traits, t) == "" {
			bad("is", t)
		}
	}
	if _, err := standing(k.Keys["needs"]); err != nil {
		errs = append(errs, fmt.Errorf("%s: rule %s: needs: %w", k.At, k.Name, err))
	}
	for key := range k.Keys {
		if !slices.Contains(known, key) {
			bad("the key", key)
		}
	}
	return errs
}

// reads reports whether a rule reads verbs, or nouns.
func (k *kind) reads(trigger string) bool {
	return slices.ContainsFunc(k.Patterns, func(p match.Pattern) bool { return p.Trigger == trigger })
}

// readForms says of each form where the parties stand.
func (k *kind) readForms() ([]form, error) {
	var out []form
	for _, f := range []struct{ key, name string }{{"verb", "the verb"}, {"passive", "its passive"}, {"noun", "a noun"}, {"masdar", "the verbal noun"}} {
		spec, stated := k.Keys[f.key]
		switch f.key {
		case "verb":
			stated = k.reads("verb") && len(k.verbs) > 0
		case "noun":
			stated = k.reads("noun") && len(k.nouns) > 0
		case "masdar":
			if spec, stated = k.masdar(); !k.reads("noun") || len(k.verbs) == 0 {
				stated = false
			}
		}
		if !stated {
			continue
		}
		one := form{name: f.name}
		for _, part := range strings.Fields(spec) {
			role, places, _ := strings.Cut(part, "=")
			says, err := standing(places)
			switch {
			case part == "-":
			case err != nil:
				return nil, fmt.Errorf("%s: rule %s: %s: %w", k.At, k.Name, f.key, err)
			case role == "agent":
				one.agents = says
			case role == "target":
				one.targets = says
			default:
				return nil, fmt.Errorf("%s: rule %s: %s: want agent=… or target=…, not %q", k.At, k.Name, f.key, part)
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// masdar is where the parties of a verbal noun stand: as the rule says, else, for a verb
// that has its target as object, in the genitive of the object; else as with other nouns.
func (k *kind) masdar() (string, bool) {
	if s, ok := k.Keys["masdar"]; ok {
		return s, true
	}
	for _, part := range strings.Fields(k.Keys["verb"]) {
		if places, ok := strings.CutPrefix(part, "target="); ok && slices.Contains(strings.Split(places, ","), "object") {
			return "agent=by target=of,li", true
		}
	}
	s, ok := k.Keys["noun"]
	return s, ok
}

// standing is where a party stands, in English.
func standing(list string) (string, error) {
	var out []string
	for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' }) {
		says := english(places, name)
		if says == "" {
			return "", fmt.Errorf("the codebook has no words for the place %q: add them to internal/codebook", name)
		}
		out = append(out, says)
	}
	return strings.Join(out, "; "), nil
}
