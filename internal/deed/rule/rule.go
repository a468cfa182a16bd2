package rule

import (
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/match"
	"riwaya/internal/role/frame"
	"riwaya/lexicon"
)

// Form is how a word names a happening.
type Form int

// The forms that a word may have.
const (
	Verb Form = iota
	Passive
	Noun   // a listed noun
	Masdar // the verbal noun of a listed verb
	forms
)

var formNames = [forms]string{"verb", "passive", "noun", "masdar"}

// Rule is one kind of happening. Its verb's Passive, Alone and Harm are what they are in
// [frame.Verb].
type Rule struct {
	*match.Rule
	frame.Verb
	Name       string // in the record
	Type       string
	Mode       *string
	ACLED      *riwaya.ACLED
	CAMEO      *string
	Confidence float64
	Verbal     bool // it is done by words: the claim's source does it
	Point      bool // it is a moment: as a lasting state it is none
	Lasting    bool // it goes on for some time
	Stated     bool // its phrase says by itself that it happens
	Doer       bool // who does it must be an actor of the record
	Force      bool // who does it must be armed
	Bare       bool // with an object its verb means something else
	Party      bool // without somebody who takes part it is something else
	Supported  bool // its noun counts only with a verb that says that it happened
	Bodily     bool // done by a public person alone it is done with words
	Blames     bool // it is aimed at whoever did what its object names
	Prevents   bool // it is aimed at whoever was to do what it keeps from happening
	Aim        bool // one sets out to do it: its noun behind "for" says what for
	Mutual     bool // its two parties do it to each other
	Opposed    bool // whom it is done to, where the words beside it do not say so, is the adversary of who does it
	Cedes      bool // who does it gives up ground
	Loose      bool // its word is often a figure of speech: see package calm

	Frames [forms]frame.Frame
	Has    [forms]bool // forms that it reads
	Needs  frame.Slots // one of these must be there

	Kinds         []string // who does it is one of these kinds of actors, else the word means something else
	With, Without []Near   // keys of words of which one must stand in the clause, or none may
}

// Takes reports whether a word of the rule names a happening only by what it takes.
func (r *Rule) Takes() bool { return len(r.With) > 0 }

// Is reports whether it is done in that mode.
func (r *Rule) Is(mode string) bool { return r.Mode != nil && *r.Mode == mode }

// Arrests reports whether somebody is arrested.
func (r *Rule) Arrests() bool { return r.Is("arrest") }

// Asks reports whether a word of the rule must have something behind a preposition.
func (r *Rule) Asks() bool { return r.Needs != 0 }

// Equal reports whether its two sides do the same, and neither does it to the other: two that agree, that lay down arms.
func (r *Rule) Equal() bool { return r.Mutual && (r.Type == "AGREE" || r.Type == "RETREAT") }

// Types are the kinds of event of the record: PLOVER's sixteen, and two.
var types = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
	"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISPLACE", "DISASTER"}

// modes are what PLOVER tells of each of them besides, and of those who are displaced how; of the others nothing.
var modes = map[string]string{
	"CONSULT":  "visit third-party multilateral phone",
	"RETREAT":  "withdraw release disarm ceasefire access resign",
	"REQUEST":  "assist change yield meet",
	"ACCUSE":   "disapprove investigate allege",
	"REJECT":   "assist change yield meet",
	"THREATEN": "restrict arrest relations expel territory violence",
	"PROTEST":  "demo riot strike hunger boycott obstruct vandalize",
	"SANCTION": "convict expel withdraw discontinue",
	"MOBILIZE": "troops weapons police militia",
	"COERCE":   "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
	"ASSAULT":  "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
	"DISPLACE": "flee leave return evacuate transfer bar",
}

var ruleKeys = []string{"type", "mode", "acled", "cameo", "verb", "passive", "noun", "masdar", "needs", "with", "without", "kinds", "alone", "is", "sure"}

// traits are the words of `is`.
var traits = []string{"harm", "plain", "verbal", "mutual", "party", "supported", "point", "lasting", "doer", "blames", "force", "bare", "bodily", "prevents", "opposed", "cedes", "aim", "stated", "loose"}

// State is, in `kinds`, a state by its name; a government is any other body of one.
const State = "state"

// Suits reports whether an actor of that kind may do it; state says that it is one by its name.
func (r *Rule) Suits(kind string, state bool) bool {
	if state {
		kind = State
	}
	return len(r.Kinds) == 0 || slices.Contains(r.Kinds, kind)
}

// NeedsBehind reports whether something behind a preposition of that key is among what one must be there of.
func (r *Rule) NeedsBehind(prep string) bool {
	x, ok := frame.SlotOf(prep)
	return ok && r.Needs.Has(x)
}

// Aims reports whether whom it is done to stands, in one of its forms, at that place.
func (r *Rule) Aims(at frame.Slot) bool {
	return slices.ContainsFunc(r.Frames[:], func(f frame.Frame) bool { return f.Target.Has(at) })
}

// rule compiles one rule. A key or value that it does not know is an error that says where.
func (all *Rules) rule(m *match.Rule) (*Rule, error) {
	if err := m.Known(ruleKeys); err != nil {
		return nil, err
	}
	r := &Rule{Rule: m, Name: all.prefix + m.Name + all.suffix, Type: m.Keys["type"]}
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%s: rule %s: %s", m.At, m.Name, fmt.Sprintf(format, args...))
	}
	if !slices.Contains(types, r.Type) {
		return nil, fail("unknown type %q, want one of %s", r.Type, strings.Join(types, ", "))
	}
	if s := m.Keys["mode"]; s != "" {
		if !slices.Contains(strings.Fields(modes[r.Type]), s) {
			return nil, fail("unknown mode %q of %s, want one of %s", s, r.Type, modes[r.Type])
		}
		r.Mode = &s
	}
	if s := m.Keys["cameo"]; s != "" {
		r.CAMEO = &s
	}
	if s := m.Keys["acled"]; s != "" {
		a, b, ok := strings.Cut(s, " / ")
		if !ok {
			return nil, fail("acled is %q, want EVENT TYPE / SUB-EVENT TYPE", s)
		}
		r.ACLED = &riwaya.ACLED{EventType: a, SubEventType: b}
	}
	for n := Form(0); n < forms; n++ {
		form := formNames[n]
		s, ok := m.Keys[form]
		if !ok {
			continue
		}
		r.Has[n] = n == Passive || n == Masdar
		for _, part := range strings.Fields(s) {
			who, places, _ := strings.Cut(part, "=")
			slots, err := frame.SlotsOf(places)
			switch {
			case part == "-":
			case err != nil:
				return nil, fail("%s: %v", form, err)
			case who == "agent":
				r.Frames[n].Agent = slots
			case who == "target":
				r.Frames[n].Target = slots
			default:
				return nil, fail("%s: want agent=… or target=…, not %q", form, part)
			}
		}
	}
	var err error
	if r.Needs, err = frame.SlotsOf(m.Keys["needs"]); err != nil {
		return nil, fail("needs: %v", err)
	}
	r.With, r.Without = nearOf(m.Keys["with"]), nearOf(m.Keys["without"])
	for _, w := range append(slices.Clip(r.With), r.Without...) {
		key := w.Key
		if !slices.Contains(seen, key) && !all.keys[key] {
			return nil, fail("no word of [event-near] has the key %q", key)
		}
	}
	r.Kinds = strings.Fields(m.Keys["kinds"])
	for _, k := range r.Kinds {
		if k != State && !slices.Contains(lexicon.ActorKinds, k) {
			return nil, fail("unknown kind %q, want %s or one of %s", k, State, strings.Join(lexicon.ActorKinds, ", "))
		}
	}
	switch m.Keys["alone"] {
	case "", "target":
	case "agent":
		r.Alone = true
	case "arms":
		r.Arms = true
	default:
		return nil, fail("alone is %q, want agent, arms or target", m.Keys["alone"])
	}
	for _, t := range strings.Fields(m.Keys["is"]) {
		switch t {
		case "harm":
			r.Harm = true
		case "plain":
			// nothing asks for it: it counts unless something else is said
		case "verbal":
			r.Verbal = true
		case "party":
			r.Party = true
		case "doer":
			r.Doer = true
		case "force":
			r.Force = true
		case "bare":
			r.Bare = true
		case "bodily":
			r.Bodily = true
		case "aim":
			r.Aim = true
		case "lasting":
			r.Lasting = true
		case "stated":
			r.Stated = true
		case "point":
			r.Point = true
		case "supported":
			r.Supported = true
		case "blames":
			r.Blames = true
		case "prevents":
			r.Prevents = true
		case "mutual":
			r.Mutual = true
		case "opposed":
			r.Opposed = true
		case "cedes":
			r.Cedes = true
		case "loose":
			r.Loose = true
		default:
			return nil, fail("is %q, want some of %s", t, strings.Join(traits, ", "))
		}
	}
	if r.Confidence, err = m.Sure(); err != nil {
		return nil, err
	}
	for _, p := range m.Patterns {
		n := Form(slices.Index(formNames[:], p.Trigger))
		if n != Verb && n != Noun || len(p.Left)+len(p.Right) > 0 {
			return nil, fail("`when` is event:verb or event:noun")
		}
		r.Has[n] = true
	}
	if v := r.Frames[Verb]; !r.Has[Masdar] && r.Has[Noun] {
		if r.Frames[Masdar] = r.Frames[Noun]; v.Target.Has(frame.Object) {
			r.Frames[Masdar] = frame.Frame{Agent: 1<<frame.Of | 1<<frame.BehindBy, Target: 1<<frame.Of | 1<<frame.BehindLi}
		}
	}
	r.Has[Masdar] = r.Has[Noun]
	if r.Has[Passive] && !r.Has[Verb] {
		return nil, fail("passive without `when event:verb`")
	}
	r.Both = r.Mutual
	r.Passive, r.Target = r.Has[Passive], r.Frames[Verb].Target
	return r, nil
}
