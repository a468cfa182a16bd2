package show

import (
	"fmt"
	"strings"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// events writes what happened: a line of what it is and who takes part, by what standing,
// and one of when, where, how many and who says so. No party stands without its standing.
func (v *view) events() {
	if !v.heading("events", len(v.rec.Events)) {
		return
	}
	for i := range v.rec.Events {
		e := &v.rec.Events[i]
		runs := []run{{v.hidden.At(e.Span), strong}, {kind(e), cool}, {"·", faint}}
		v.row([]string{e.Type}, []int{9}, append(runs, v.parties(e)...)...)
		v.row([]string{""}, []int{9}, v.setting(e)...)
	}
}

// kind is the name of the event's kind, as docs/events.md lists them: that of its rule.
func kind(e *riwaya.Event) string {
	name, _, _ := strings.Cut(e.Rule, "@")
	return name[strings.LastIndexByte(name, ':')+1:]
}

// setting is all of an event but what it is and who takes part.
func (v *view) setting(e *riwaya.Event) []run {
	var runs []run
	dot := run{"·", faint}
	if e.Status != "happened" {
		runs = append(runs, run{e.Status, warm}, dot)
	}
	if p := v.place(e.Place); p != nil {
		runs = append(runs, run{"in", faint}, run{v.hidden.Words(p.Text), normal}, dot)
	}
	if t := v.time(e.Time); t != nil {
		when := t.Value
		if when == "" || when[0] < '0' || when[0] > '9' { // no date: the words say more
			when = v.hidden.At(t.Span)
		}
		runs = append(runs, run{when, normal}, dot)
	}
	for _, id := range e.Figures {
		if f := v.figure(id); f != nil {
			runs = append(runs, run{amount(f) + " " + strings.ReplaceAll(f.Predicate, "_", " "), normal}, dot)
		}
	}
	runs = append(runs, v.teller(e.Claim)...)
	if n := len(e.Mentions); n > 1 {
		runs = append(runs, dot, run{fmt.Sprintf("told %d times", n), faint})
	}
	return append(runs, dot, run{e.ID, faint})
}

// parties are who did it and to whom, with an arrow between where the one does it to the
// other.
func (v *view) parties(e *riwaya.Event) []run {
	if len(e.Parties) == 0 {
		return []run{{"nobody named", faint}}
	}
	agents, targets := v.side(e, "agent"), v.side(e, "target")
	switch {
	case len(targets) == 0:
		return agents
	case len(agents) == 0 && e.Type == "CONSULT":
		return append([]run{{"with", faint}}, targets...)
	case len(agents) == 0:
		agents = []run{{"nobody named", faint}}
	}
	arrow := "->"
	if together(e) {
		arrow = "--"
	}
	return append(append(agents, run{arrow, faint}), targets...)
}

// together reports whether the parties do it together or to each other: an arrow between
// them would say who began it.
func together(e *riwaya.Event) bool {
	switch e.Type {
	case "AGREE", "CONSULT", "COOPERATE":
		return true
	}
	return e.ACLED != nil && e.ACLED.SubEventType == "Armed clash"
}

// side are the parties of one role, each with its standing, and the claim that names it
// where that is not the event's own.
func (v *view) side(e *riwaya.Event, role string) []run {
	var runs []run
	for _, p := range e.Parties {
		if p.Role != role {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, run{"+", faint})
		}
		standing := p.Standing
		if n, ok := v.number(p.Claim); ok && optional(p.Claim, "") != optional(e.Claim, "") {
			standing += fmt.Sprintf(", claim %d", n)
		}
		style := faint
		if p.Standing == "accused" || p.Standing == "denied" {
			style = warm
		}
		runs = append(runs, run{v.called(p.Actor), strong}, run{"(" + standing + ")", style})
	}
	return runs
}

// called is how an actor is called: in English where the lexicon knows it, since that name
// takes no side; else as in the article; private persons by what they are.
func (v *view) called(id string) string {
	for i := range v.rec.Actors {
		if a := &v.rec.Actors[i]; a.ID != id {
			continue
		} else if a.Withheld() && !v.o.Names {
			return privacy.Label(a.Kind)
		}
		return v.hidden.Words(titled(&v.rec.Actors[i]))
	}
	return id
}

// titled is the neutral name of an actor, else the article's.
func titled(a *riwaya.Actor) string { return optional(a.Name, optional(a.NameAr, a.ID)) }

// teller is who says it: the source of a claim, or the article.
func (v *view) teller(claim *string) []run {
	if n, ok := v.number(claim); ok {
		return []run{{v.source(&v.rec.Claims[n-1]), normal}, {fmt.Sprintf("(claim %d)", n), faint}}
	}
	return []run{{"the article itself", faint}}
}

// number is the number by which a claim is shown, from 1.
func (v *view) number(claim *string) (n int, ok bool) {
	for i := range v.rec.Claims {
		if claim != nil && v.rec.Claims[i].ID == *claim {
			return i + 1, true
		}
	}
	return 0, false
}

func (v *view) figure(id string) *riwaya.Figure {
	for i := range v.rec.Figures {
		if v.rec.Figures[i].ID == id {
			return &v.rec.Figures[i]
		}
	}
	return nil
}

// events are the events as findings: what was read, who takes part and by whose word.
func events(rec *riwaya.Record) []Found {
	var out []Found
	for i := range rec.Events {
		e := &rec.Events[i]
		fields := [][2]string{{"type", e.Type}, {"mode", optional(e.Mode, "")}}
		if e.ACLED != nil {
			fields = append(fields, [2]string{"ACLED", e.ACLED.EventType + " / " + e.ACLED.SubEventType})
		}
		fields = append(fields, [2]string{"CAMEO", optional(e.CAMEO, "")}, [2]string{"status", e.Status})
		for _, p := range e.Parties {
			says := p.Standing
			if p.Claim != nil {
				says += ", claim " + *p.Claim
			}
			fields = append(fields, [2]string{p.Role, name(rec, p.Actor)}, [2]string{"  standing", says})
		}
		if len(e.Actors) == 0 {
			fields = append(fields, [2]string{"agent", "nobody stands where the rule looks for who does it"})
		}
		fields = append(fields, [2]string{"place", optional(e.Place, "")}, [2]string{"time", optional(e.Time, "")},
			[2]string{"figures", strings.Join(e.Figures, " ")}, [2]string{"claim", optional(e.Claim, "")})
		if len(e.Mentions) > 1 {
			var told []string
			for _, m := range e.Mentions {
				told = append(told, m.Text)
			}
			fields = append(fields, [2]string{"told as", strings.Join(told, "; ")})
		}
		fields = append(fields, [2]string{"confidence", fmt.Sprintf("%.2f", e.Confidence)})
		out = append(out, Found{"event", e.ID, e.Rule, e.Span, fields})
	}
	return out
}

// name is the name of an actor by its id.
func name(rec *riwaya.Record, id string) string {
	for i := range rec.Actors {
		if rec.Actors[i].ID == id {
			return titled(&rec.Actors[i])
		}
	}
	return id
}
