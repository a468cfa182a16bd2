package event

import (
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/match"
)

// slot is a place of a clause where a party may stand.
type slot uint8

// The places. Those from behindOn on are behind prepositions, by their keys.
const (
	subject slot = iota
	object
	of      // what a noun is bound to
	between // two sides: the first is agent, the second target
	behindOn
	behindAgainst
	behindIn
	behindFrom
	behindTo
	behindWith
	behindBy
	behindAbout
	behindBi
	behindLi
	slots
)

// slotNames are the places as rules and the lexicon's prepositions name them.
var slotNames = [slots]string{"subject", "object", "of", "between", "on", "against", "in", "from", "to", "with", "by", "about", "bi", "li"}

// set is a set of places.
type set uint32

func (s set) has(x slot) bool { return s&(1<<x) != 0 }

// frame is where the parties stand.
type frame struct{ agent, target set }

// The forms that a word may have.
const (
	formVerb = iota
	formPassive
	formNoun   // a listed noun
	formMasdar // the verbal noun of a listed verb
	forms
)

var formNames = [forms]string{"verb", "passive", "noun", "masdar"}

// rule is one kind of happening.
type rule struct {
	*match.Rule
	name     string // in the record
	typ      string
	mode     *string
	acled    *riwaya.ACLED
	cameo    *string
	frames   [forms]frame
	has      [forms]bool // forms that it reads
	needs    set         // one of these must be there
	alone    bool        // the one noun behind its verb is who does it, not whom it is done to
	harm     bool        // it is what another happening brought about: killing, wounding
	plain    bool        // it needs no party: a bare noun of it counts
	verbal   bool        // it is done by words: the claim's source does it
	point    bool        // it is a moment: as a lasting state it is none
	lasting  bool        // it goes on for some time
	doer     bool        // who does it must be an actor of the record
	party    bool        // without somebody who takes part it is something else
	support  bool        // its noun counts only with a verb that says that it happened
	opposing bool        // its two parties do it to each other
	moves    bool        // its subject is whom it happens to
	sure     float64
}

// Types are the kinds of event of the record: PLOVER's sixteen, and two.
var types = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
	"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISPLACE", "DISASTER"}

var ruleKeys = []string{"type", "mode", "acled", "cameo", "verb", "passive", "noun", "masdar", "needs", "alone", "is", "sure"}

// traits are the words of `is`.
var traits = []string{"harm", "plain", "verbal", "mutual", "party", "supported", "point", "lasting", "doer"}

func (f *Finder) rule(m *match.Rule) (*rule, error) {
	if err := m.Known(ruleKeys); err != nil {
		return nil, err
	}
	r := &rule{Rule: m, name: f.prefix + m.Name + f.suffix, typ: m.Keys["type"]}
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%s: rule %s: %s", m.At, m.Name, fmt.Sprintf(format, args...))
	}
	if !slices.Contains(types, r.typ) {
		return nil, fail("unknown type %q, want one of %s", r.typ, strings.Join(types, ", "))
	}
	if s := m.Keys["mode"]; s != "" {
		r.mode = &s
	}
	if s := m.Keys["cameo"]; s != "" {
		r.cameo = &s
	}
	if s := m.Keys["acled"]; s != "" {
		a, b, ok := strings.Cut(s, " / ")
		if !ok {
			return nil, fail("acled is %q, want EVENT TYPE / SUB-EVENT TYPE", s)
		}
		r.acled = &riwaya.ACLED{EventType: a, SubEventType: b}
	}
	for n, form := range formNames {
		s, ok := m.Keys[form]
		if !ok {
			continue
		}
		r.has[n] = n == formPassive || n == formMasdar
		for _, part := range strings.Fields(s) {
			role, places, _ := strings.Cut(part, "=")
			all, err := slotsOf(places)
			switch {
			case part == "-":
			case err != nil:
				return nil, fail("%s: %v", form, err)
			case role == "agent":
				r.frames[n].agent = all
			case role == "target":
				r.frames[n].target = all
			default:
				return nil, fail("%s: want agent=… or target=…, not %q", form, part)
			}
		}
	}
	var err error
	if r.needs, err = slotsOf(m.Keys["needs"]); err != nil {
		return nil, fail("needs: %v", err)
	}
	switch m.Keys["alone"] {
	case "", "target":
	case "agent":
		r.alone = true
	default:
		return nil, fail("alone is %q, want agent or target", m.Keys["alone"])
	}
	for _, t := range strings.Fields(m.Keys["is"]) {
		switch t {
		case "harm":
			r.harm = true
		case "plain":
			r.plain = true
		case "verbal":
			r.verbal = true
		case "party":
			r.party = true
		case "doer":
			r.doer = true
		case "lasting":
			r.lasting = true
		case "point":
			r.point = true
		case "supported":
			r.support = true
		case "mutual":
			r.opposing = true
		default:
			return nil, fail("is %q, want some of %s", t, strings.Join(traits, ", "))
		}
	}
	r.moves = r.frames[formVerb].target.has(subject)
	if r.sure, err = m.Sure(); err != nil {
		return nil, err
	}
	for _, p := range m.Patterns {
		n := slices.Index(formNames[:], p.Trigger)
		if n != formVerb && n != formNoun || len(p.Left)+len(p.Right) > 0 {
			return nil, fail("`when` is event:verb or event:noun")
		}
		r.has[n] = true
	}
	if v := r.frames[formVerb]; !r.has[formMasdar] && r.has[formNoun] {
		if r.frames[formMasdar] = r.frames[formNoun]; v.target.has(object) {
			r.frames[formMasdar] = frame{agent: 1<<of | 1<<behindBy, target: 1<<of | 1<<behindLi}
		}
	}
	r.has[formMasdar] = r.has[formNoun]
	if r.has[formPassive] && !r.has[formVerb] {
		return nil, fail("passive without `when event:verb`")
	}
	return r, nil
}

// slotsOf reads places with commas between.
func slotsOf(s string) (set, error) {
	var out set
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		n := slices.Index(slotNames[:], name)
		if n < 0 {
			return 0, fmt.Errorf("unknown place %q, want one of %s", name, strings.Join(slotNames[:], ", "))
		}
		out |= 1 << n
	}
	return out, nil
}

// slotOf is the place behind a preposition of that key.
func slotOf(prep string) (slot, bool) {
	n := slices.Index(slotNames[:], prep)
	return slot(n), n >= 0
}
