package joint

import (
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/part"
	"riwaya/internal/story/incident/span"
	"riwaya/internal/story/incident/toll"
)

// Bearing is what an incident can do in Join.
type Bearing int

// Only what is counted joins, and what many speak of, which can be meant by any other of its town.
const (
	Apart   Bearing = iota // it is joined with nothing
	Meant                  // only with what many speak of
	Counted                // it has a number that another can have too
	Spoken                 // many speak of it
)

// Bears says what an incident can do in Join. Where none of a town is Spoken, given or joined, Join does
// the same without those that are no more than Meant.
func Bears(in *riwaya.Incident) Bearing {
	switch s := shapeOf(in); {
	case s.key == "" || !s.kind.Local():
		return Apart
	case len(s.told) >= spoken:
		return Spoken
	case slices.ContainsFunc(s.numbers, func(f riwaya.IncidentFigure) bool { return slices.ContainsFunc(f.Numbers, telltales) }):
		return Counted
	}
	return Meant
}

// Town is where an incident is joined with others: its town, else what stands for its words; "" where it has neither.
func Town(k *incident.Kept) string {
	switch {
	case Bears(&k.Incident) > Apart:
		return k.Place.Key
	case len(k.Words) > 0:
		return wordsOnly + strconv.FormatUint(uint64(k.Words[0]), 36) // the least: of two with much the same words it is often one
	}
	return ""
}

// Worded reports whether an incident has no more than its words by which it can be joined.
func Worded(k *incident.Kept) bool { return strings.HasPrefix(Town(k), wordsOnly) }

// wordsOnly begins what stands for the words of an incident in place of a town.
const wordsOnly = "="

// telltales reports whether that two have a number is seldom chance.
func telltales(n riwaya.IncidentNumber) bool { return n.Value >= toll.Telltale && n.Op != "vague" }

// shape is what Join compares of an incident.
type shape struct {
	id      string
	told    map[string]bool // the articles that tell of it
	kind    kind.Kind
	day     span.Days
	key     string // of its town
	numbers []riwaya.IncidentFigure
	agents  []string
	known   []string // parties of the lexicon, by role
	named   []string // all named parties
	words   []int64
	place   *riwaya.IncidentPlace
}

// counts are an incident's figures by their predicates alone: whether two incidents exclude each other is asked of all
// that they count, since reports call the same dead by several names.
func counts(all []riwaya.IncidentFigure) (out []riwaya.IncidentFigure) {
	for _, f := range all {
		out = part.Join(out, f, func(a, b *riwaya.IncidentFigure) bool { return a.Predicate == b.Predicate })
	}
	return out
}

func shapeOf(in *riwaya.Incident) shape {
	s := shape{id: in.ID, told: map[string]bool{}, kind: kind.Of(&riwaya.Event{Type: in.Type, Mode: in.Mode, ACLED: in.ACLED}), day: span.Days{From: span.Ever, To: span.Never, Seen: in.Seen}, numbers: counts(in.Figures), place: in.Place}
	if d, ok := story.ParseDay(in.First); ok {
		s.day.From = d
	}
	if d, ok := story.ParseDay(in.Last); ok {
		s.day.To = d
	}
	if p := in.Place; p != nil && locality.Level(&riwaya.Place{Precision: p.Precision}) == locality.Town {
		s.key = p.Key
	}
	for i := range in.Parties {
		p := &in.Parties[i]
		if p.Standing == "denied" {
			continue
		}
		s.named = append(s.named, p.Role+" "+p.Name)
		if riwaya.OfArticle(p.Actor) {
			continue
		}
		s.known = append(s.known, p.Role+" "+p.Actor)
		if p.Role == "agent" && p.Standing != "accused" && (p.Kind == "armed_group" || p.Kind == "military" || p.Kind == "police") {
			s.agents = append(s.agents, p.Actor)
		}
	}
	for i := range in.Events {
		s.told[in.Events[i].Article] = true
	}
	return s
}
