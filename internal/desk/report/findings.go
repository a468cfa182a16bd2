package report

import (
	"slices"
	"strconv"

	"riwaya"
	"riwaya/internal/desk/views"
	terminal "riwaya/internal/show"
	"riwaya/internal/show/privacy"
)

// name is what somebody is called, and by what its page is found.
type name struct {
	Name   string // through the gate; "" where nobody is named
	Source string // the ID or the name of its page, "" where it has none
}

// hop is a stop of a claim's chain.
type hop struct {
	name
	Relation string
}

// claim is one claim, in the margin.
type claim struct {
	ID, Anchor         string
	Source             name
	Kind, Named, Class string
	Cue, Lemma         string
	Content, Mode      string
	Chain              []hop
	Negated            bool
	Hedges             []string
	Medium, Addressee  string
	Parent             string
	Confidence         string
	Rule               rule
}

// teller is who says something of the record: a claim's source, or the report itself.
type teller struct {
	name
	Claim string // "" where the report says it itself
	Class string
}

type figure struct {
	ID, Text, Number, Of, Predicate, Group, Scope string
	Place, Time, PartOf, Since                    string
	By                                            teller
	Confidence                                    string
	Rule                                          rule
}

type party struct {
	name
	Role, Standing string
	By             teller
}

type event struct {
	ID, Text, Type, Mode, ACLED, Status string
	Happened                            bool
	Parties                             []party
	Place, Time                         string
	Figures                             []figure
	By                                  teller
	Told                                int
	Confidence                          string
	Rule                                rule
}

type position struct {
	ID, Stance, Content string
	Actor               name
	Conditions          []string
	By                  teller
	Confidence          string
	Rule                rule
}

type place struct {
	ID, Text, Name, Relation, Precision, Point string
	Within                                     []string // district, province, country
	Confidence                                 string
	Rule                                       rule
}

type when struct {
	ID, Text, Value, Type string
	Rule                  rule
}

type actor struct {
	ID, Written, Kind, Country string
	Name                       name
	Mentions                   int
	Rule                       rule
}

type credit struct{ Text, Name, Form, Source string }

func (v *view) claimsShown() []claim {
	out := make([]claim, 0, len(v.rec.Claims))
	for i := range v.rec.Claims {
		c := &v.rec.Claims[i]
		one := claim{ID: c.ID, Source: v.source(c), Kind: v.r.Words.Word("kind", c.Source.Kind), Class: v.r.Words.Word("class", c.Cue.Class), Cue: v.gate.At(c.Cue.Spans),
			Lemma: c.Cue.Lemma, Content: shorten(v.gate.At(c.Content.Spans), 180), Mode: v.r.Words.Word("content", c.Content.Mode), Negated: c.Negated,
			Medium: v.words(c.Medium), Addressee: v.words(c.Addressee), Parent: value(c.Parent), Confidence: sure(c.Confidence), Rule: v.rule(c.Rule)}
		switch s := &c.Source; {
		case s.Anonymous, s.Text == "":
			one.Named = v.r.Say("report.unnamed")
		case s.Private, one.Source.Name != s.Text:
			one.Named = v.r.Say("report.private")
		default:
			one.Named = v.r.Say("report.named")
		}
		for _, h := range c.Hedges {
			one.Hedges = append(one.Hedges, v.gate.Words(h))
		}
		for k := range c.Chain {
			h := &c.Chain[k]
			shown := v.gate.Hop(h)
			at := hop{name: name{Name: shown}, Relation: v.r.Words.Word("hop", h.Relation)}
			if shown == h.Name {
				at.Source = views.Source(h.Actor)
			}
			one.Chain = append(one.Chain, at)
		}
		out = append(out, one)
	}
	return out
}

// source is who a claim is attributed to. A private person has no page, and neither has a source
// without a name.
func (v *view) source(c *riwaya.Claim) name {
	s := &c.Source
	out := name{Name: v.gate.Source(c)}
	if s.Private || privacy.Hides(s) || s.Anonymous || out.Name != s.Text {
		return out
	}
	if i, ok := v.actors[value(s.Actor)]; ok && v.rec.Actors[i].Private {
		return out
	}
	if out.Source = views.Source(s.Actor); out.Source == "" {
		for _, n := range []*string{s.Name, s.NameAr} {
			if n != nil && *n != "" && v.gate.Words(*n) == *n {
				out.Source = *n
				break
			}
		}
	}
	return out
}

func (v *view) teller(id *string) teller {
	i, ok := v.claims[value(id)]
	if !ok {
		return teller{}
	}
	c := &v.rec.Claims[i]
	return teller{v.source(c), c.ID, v.r.Words.Word("class", c.Cue.Class)}
}

// actor is who an ID of the record names.
func (v *view) actor(id string) name {
	i, ok := v.actors[id]
	if !ok {
		return name{Name: id}
	}
	a := &v.rec.Actors[i]
	lexicon, written := v.gate.Actor(a)
	out := name{Name: written}
	if out.Name == "" || v.r.Words.Language != "ar" && lexicon != "" {
		out.Name = lexicon
	}
	if !a.Private && a.Name != nil {
		out.Source = views.Source(&a.ID)
	}
	return out
}

func (v *view) figuresShown() []figure {
	out := make([]figure, 0, len(v.rec.Figures))
	for i := range v.rec.Figures {
		out = append(out, v.figure(&v.rec.Figures[i]))
	}
	return out
}

func (v *view) figure(f *riwaya.Figure) figure {
	one := figure{ID: f.ID, Text: v.gate.At(f.Span), Number: v.number(f), Predicate: v.r.Words.Word("predicate", f.Predicate), Group: v.r.Words.Word("group", f.Group),
		Scope: v.r.Words.Word("scope", f.Scope), Place: v.placeOf(f.Place), Time: v.timeOf(f.Time), Since: v.timeOf(f.Since), PartOf: v.figureOf(f.PartOf),
		By: v.teller(f.Claim), Confidence: sure(f.Confidence), Rule: v.rule(f.Rule)}
	if f.Of != nil {
		one.Of = v.actor(*f.Of).Name
	}
	return one
}

// number is a figure's bounds in the page's language.
func (v *view) number(f *riwaya.Figure) string {
	low, high := numeral(f.Low), numeral(f.High)
	values := []any{low, high}
	if f.Low == nil || f.Op == "at_most" || f.Op == "less_than" {
		values = []any{high}
	}
	out := v.r.Say("op."+f.Op, values...)
	if f.Unit != nil {
		out += " " + v.r.Words.Word("unit", *f.Unit)
	}
	if f.Total != nil {
		out = v.r.Say("report.outof", out, numeral(f.Total))
	}
	return out
}

// numeral is a number as it is printed, thousands apart; "…" where it is open.
func numeral(n *float64) string {
	if n == nil {
		return "…"
	}
	return terminal.Number(*n)
}

func (v *view) eventsShown() []event {
	out := make([]event, 0, len(v.rec.Events))
	for i := range v.rec.Events {
		e := &v.rec.Events[i]
		one := event{ID: e.ID, Text: v.gate.At(e.Span), Type: v.r.Words.Word("event", e.Type), Status: v.r.Words.Word("status", e.Status), Happened: e.Status == "happened",
			Place: v.placeOf(e.Place), Time: v.timeOf(e.Time), By: v.teller(e.Claim), Told: len(e.Mentions), Confidence: sure(e.Confidence), Rule: v.rule(e.Rule)}
		if e.Mode != nil {
			one.Mode = v.r.Words.Word("mode", *e.Mode)
		}
		if e.ACLED != nil {
			one.ACLED = v.r.Words.Word("acled", e.ACLED.SubEventType)
		}
		for _, p := range e.Parties {
			one.Parties = append(one.Parties, party{v.actor(p.Actor), v.r.Words.Word("role", p.Role), v.r.Words.Word("standing", p.Standing), v.teller(p.Claim)})
		}
		for _, id := range e.Figures {
			if k, ok := v.figures[id]; ok {
				one.Figures = append(one.Figures, v.figure(&v.rec.Figures[k]))
			}
		}
		out = append(out, one)
	}
	return out
}

func (v *view) positionsShown() []position {
	var out []position
	for i := range v.rec.Positions {
		p := &v.rec.Positions[i]
		one := position{ID: p.ID, Stance: v.r.Words.Word("stance", p.Stance), Content: shorten(v.gate.At(p.Content.Spans), 240), Actor: v.actor(p.Actor),
			By: v.teller(p.Claim), Confidence: sure(p.Confidence), Rule: v.rule(p.Rule)}
		for _, c := range p.Conditions {
			one.Conditions = append(one.Conditions, v.gate.Words(c))
		}
		out = append(out, one)
	}
	return out
}

func (v *view) placesShown() []place {
	var out []place
	for i := range v.rec.Places {
		p := &v.rec.Places[i]
		one := place{ID: p.ID, Text: v.gate.At(p.Span), Name: v.words(p.Name), Relation: v.r.Words.Word("where", p.Relation), Precision: v.r.Words.Word("precision", p.Precision),
			Confidence: sure(p.Confidence), Rule: v.rule(p.Rule)}
		for _, s := range []*string{p.Admin2, p.Admin1, p.Country} {
			if s != nil && !slices.Contains(one.Within, *s) {
				one.Within = append(one.Within, *s)
			}
		}
		if p.Lat != nil && p.Lon != nil {
			one.Point = strconv.FormatFloat(*p.Lat, 'f', 3, 64) + ", " + strconv.FormatFloat(*p.Lon, 'f', 3, 64)
		}
		out = append(out, one)
	}
	return out
}

func (v *view) timesShown() []when {
	var out []when
	for i := range v.rec.Times {
		t := &v.rec.Times[i]
		out = append(out, when{t.ID, v.gate.At(t.Span), t.Value, v.r.Words.Word("time", t.Type), v.rule(t.Rule)})
	}
	return out
}

// actorsShown are those who take part and may be named, and how many may not.
func (v *view) actorsShown() (out []actor, private int) {
	for i := range v.rec.Actors {
		a := &v.rec.Actors[i]
		if a.Withheld() {
			private++
			continue
		}
		_, written := v.gate.Actor(a)
		out = append(out, actor{ID: a.ID, Name: v.actor(a.ID), Written: written, Kind: v.r.Words.Word("kind", a.Kind), Country: value(a.Country), Mentions: len(a.Mentions), Rule: v.rule(a.Rule)})
	}
	return out, private
}

func (v *view) placeOf(id *string) string {
	if i, ok := v.places[value(id)]; ok {
		return v.gate.At(v.rec.Places[i].Span)
	}
	return ""
}

// timeOf is a day, or the words of the text where they say more.
func (v *view) timeOf(id *string) string {
	i, ok := v.times[value(id)]
	if !ok {
		return ""
	}
	if t := &v.rec.Times[i]; t.Value != "" && t.Value[0] >= '0' && t.Value[0] <= '9' {
		return t.Value
	}
	return v.gate.At(v.rec.Times[i].Span)
}

func (v *view) figureOf(id *string) string {
	if i, ok := v.figures[value(id)]; ok {
		return v.gate.At(v.rec.Figures[i].Span)
	}
	return ""
}

func (v *view) words(s *string) string { return v.gate.Words(value(s)) }

// sure is a confidence as a number from 0 to 1.
func sure(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
