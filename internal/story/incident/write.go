package incident

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"slices"

	"riwaya"
	"riwaya/internal/show/privacy"
	"riwaya/internal/story"
	"riwaya/internal/story/incident/locality"
	"riwaya/internal/story/incident/span"
)

var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// ID is the ID of the incident that an event founds.
func ID(article, event string) string {
	sum := sha256.Sum256([]byte("incident\x00" + article + "\x00" + event))
	return "i-" + letters.EncodeToString(sum[:10])[:10]
}

// write is the happening as others see it.
func (h *happening) write(id string) riwaya.Incident {
	slices.SortStableFunc(h.tellings, func(a, b member) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.event.Span.Hull().Start, b.event.Span.Hull().Start), cmp.Compare(a.event.ID, b.event.ID))
	})
	first := h.tellings[0]
	in := riwaya.Incident{ID: ID(first.rec.Article.ID, first.event.ID), Story: id, Stories: []string{id}, Confidence: 1}
	h.name(&in)
	h.when(&in)
	h.where(&in)
	for _, m := range h.tellings {
		in.Events = append(in.Events, riwaya.IncidentEvent{Article: m.rec.Article.ID, Event: m.event.ID, Why: m.why, Confidence: m.sure})
		in.Confidence = min(in.Confidence, m.sure)
		for _, n := range m.tolls {
			in.Figures = figure(in.Figures, n, m.rec)
		}
		for i := range m.event.Parties {
			in.Parties = party(in.Parties, &m.event.Parties[i], m.rec)
		}
	}
	sortParts(&in)
	return in
}

// name gives it the type, the mode and the codes that most of its most exact events have.
func (h *happening) name(in *riwaya.Incident) {
	count := map[string]int{}
	var best *riwaya.Event
	code := func(e *riwaya.Event) string {
		s := e.Type
		if e.Mode != nil {
			s += " " + *e.Mode
		}
		if e.ACLED != nil {
			s += " " + e.ACLED.SubEventType
		}
		return s
	}
	in.Status = "ongoing"
	for _, m := range h.tellings {
		if m.event.Status == "happened" {
			in.Status = "happened"
		}
		if m.kind != h.kind {
			continue
		}
		c := code(m.event)
		if count[c]++; best == nil || count[c] > count[code(best)] {
			best = m.event
		}
	}
	in.Type, in.Mode, in.ACLED = best.Type, best.Mode, best.ACLED
}

// when gives the days and how exact they are.
func (h *happening) when(in *riwaya.Incident) {
	d := h.day
	if d.To != span.Never {
		in.Last = story.FormatDay(d.To)
	}
	if d.From == span.Ever {
		return
	}
	in.First, in.Seen = story.FormatDay(d.From), d.Seen
	switch n := d.To - d.From + 1; {
	case n == 1:
		in.TimePrecision, in.DatePrec = 1, 1
	case n < 7:
		in.TimePrecision, in.DatePrec = 2, 2
	case n == 7:
		in.TimePrecision, in.DatePrec = 2, 3
	case n <= 31:
		in.TimePrecision, in.DatePrec = 3, 4
	case n <= 366:
		in.DatePrec = 5
	}
}

// where gives the place and how exact it is.
func (h *happening) where(in *riwaya.Incident) {
	if h.place == nil {
		return
	}
	for _, m := range h.tellings {
		if m.place == nil || m.key != h.key || locality.Level(m.place) != locality.Level(h.place) {
			continue
		}
		if in.Place == nil {
			in.Place = placeOf(m.rec, m.place, m.key)
		}
		if !slices.Contains(in.Place.Spellings, m.place.Text) {
			in.Place.Spellings = append(in.Place.Spellings, m.place.Text)
		}
	}
	switch in.Place.Precision {
	case "facility", "populated place":
		in.GeoPrecision, in.WherePrec = 1, 1
	case "near":
		in.GeoPrecision, in.WherePrec = 2, 2
	case "admin2":
		in.GeoPrecision, in.WherePrec = 2, 3
	case "admin1":
		in.GeoPrecision, in.WherePrec = 3, 4
	case "region":
		in.GeoPrecision, in.WherePrec = 3, 5
	case "country":
		in.GeoPrecision, in.WherePrec = 3, 6
	}
}

func placeOf(rec *riwaya.Record, p *riwaya.Place, key string) *riwaya.IncidentPlace {
	name := p.Text
	if p.Name != nil {
		name = *p.Name
	}
	return &riwaya.IncidentPlace{
		Key: key, Name: name, NameAr: p.Text, Country: p.Country, Admin1: p.Admin1, Admin2: p.Admin2, Lat: p.Lat, Lon: p.Lon,
		GeoNames: p.GeoNames, Precision: p.Precision, Article: rec.Article.ID, Place: p.ID,
	}
}

// said is who a claim of a record is attributed to, through the gate of private persons: what is
// said here of an article is shown without it.
func said(rec *riwaya.Record, claim *string) string {
	name := source(rec, claim)
	if name == "" {
		return ""
	}
	return privacy.New(rec, false).Words(name)
}

func source(rec *riwaya.Record, claim *string) string {
	if claim == nil {
		return ""
	}
	for i := range rec.Claims {
		c := &rec.Claims[i]
		if c.ID != *claim {
			continue
		}
		switch s := &c.Source; {
		case s.Private:
			return s.Kind
		case s.Name != nil:
			return *s.Name
		case s.NameAr != nil:
			return *s.NameAr
		case s.Text != "":
			return s.Text
		default:
			return s.Kind
		}
	}
	return ""
}

func figure(all []riwaya.IncidentFigure, n number, rec *riwaya.Record) []riwaya.IncidentFigure {
	x := riwaya.IncidentNumber{Value: n.value, Op: n.figure.Op, Text: n.figure.Text, Article: rec.Article.ID, Figure: n.figure.ID, By: said(rec, n.figure.Claim)}
	i := slices.IndexFunc(all, func(f riwaya.IncidentFigure) bool { return f.Predicate == n.predicate })
	if i < 0 {
		return append(all, riwaya.IncidentFigure{Predicate: n.predicate, Lowest: x, Highest: x, Numbers: []riwaya.IncidentNumber{x}})
	}
	f := &all[i]
	if !slices.ContainsFunc(f.Numbers, func(o riwaya.IncidentNumber) bool { return o.Article == x.Article && o.Figure == x.Figure }) {
		f.Numbers = append(f.Numbers, x)
	}
	ends(f)
	return all
}

// ends finds the lowest and the highest of a figure's numbers. "Tens" and the like count only where
// nobody has a number.
func ends(f *riwaya.IncidentFigure) {
	numbers := slices.DeleteFunc(slices.Clone(f.Numbers), func(n riwaya.IncidentNumber) bool { return n.Op == "vague" })
	if len(numbers) == 0 {
		numbers = f.Numbers
	}
	byValue := func(a, b riwaya.IncidentNumber) int { return cmp.Compare(a.Value, b.Value) }
	f.Lowest, f.Highest = slices.MinFunc(numbers, byValue), slices.MaxFunc(numbers, byValue)
}

// party adds who takes part as a report has it. Private persons are none of the parties.
func party(all []riwaya.IncidentParty, p *riwaya.Party, rec *riwaya.Record) []riwaya.IncidentParty {
	i := slices.IndexFunc(rec.Actors, func(a riwaya.Actor) bool { return a.ID == p.Actor })
	if i < 0 || rec.Actors[i].Private {
		return all
	}
	a := &rec.Actors[i]
	one := riwaya.IncidentParty{Actor: a.ID, Kind: a.Kind, Country: a.Country, Role: p.Role, Standing: p.Standing}
	switch {
	case a.Name != nil:
		one.Name = *a.Name
	case a.NameAr != nil:
		one.Name = *a.NameAr
	}
	k := slices.IndexFunc(all, func(o riwaya.IncidentParty) bool {
		return o.Role == one.Role && o.Standing == one.Standing && (o.Actor == one.Actor || a.Name == nil && o.Name == one.Name)
	})
	if k < 0 {
		k = len(all)
		all = append(all, one)
	}
	if !slices.Contains(all[k].Articles, rec.Article.ID) {
		all[k].Articles = append(all[k].Articles, rec.Article.ID)
	}
	if by := said(rec, p.Claim); by != "" && !slices.Contains(all[k].By, by) {
		all[k].By = append(all[k].By, by)
	}
	return all
}

func sortParts(in *riwaya.Incident) {
	slices.SortStableFunc(in.Parties, func(a, b riwaya.IncidentParty) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(len(b.Articles), len(a.Articles)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Standing, b.Standing))
	})
	slices.SortStableFunc(in.Figures, func(a, b riwaya.IncidentFigure) int { return cmp.Compare(a.Predicate, b.Predicate) })
}
