package gold

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/review/finding"
)

// words are a stretch of the text, as the annotators' guide has it: code points, half open.
type words struct {
	Spans [][2]int `json:"spans"`
	Text  string   `json:"text"`
}

type claimRow struct {
	Source     *words  `json:"source"`
	Elided     bool    `json:"elided,omitempty"`
	Resolved   *string `json:"resolved,omitempty"`
	Cue        *words  `json:"cue"`
	Content    *words  `json:"content"`
	Mode       string  `json:"mode"`
	Class      string  `json:"class"`
	SourceKind string  `json:"source_kind"`
	Anonymous  bool    `json:"anonymous,omitempty"`
	Medium     *string `json:"medium,omitempty"`
	Parent     *int    `json:"parent,omitempty"`
}

type figureRow struct {
	Span      *words   `json:"span"`
	Noun      *words   `json:"noun"`
	Op        string   `json:"op"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Unit      *string  `json:"unit,omitempty"`
	Total     *float64 `json:"total,omitempty"`
	Group     string   `json:"group"`
	Predicate string   `json:"predicate"`
	Claim     *int     `json:"claim"`
	Of        *string  `json:"of_actor,omitempty"`
}

type timeRow struct {
	Span  *words `json:"span"`
	Value string `json:"value"`
}

type placeRow struct {
	Span    *words   `json:"span"`
	Name    *string  `json:"name"`
	Country *string  `json:"country"`
	Lat     *float64 `json:"lat,omitempty"`
	Lon     *float64 `json:"lon,omitempty"`
}

type actorRow struct {
	Span    *words  `json:"span"`
	Name    *string `json:"name"`
	Kind    string  `json:"kind"`
	Country *string `json:"country,omitempty"`
	Private *bool   `json:"private,omitempty"`
}

type eventRow struct {
	Span    *words   `json:"span"`
	Type    string   `json:"type"`
	Actors  []string `json:"actors"`
	Targets []string `json:"targets"`
	Place   *string  `json:"place,omitempty"`
	Time    *string  `json:"time,omitempty"`
	Status  string   `json:"status"`
	Claim   *int     `json:"claim"`
	SameAs  *int     `json:"same_as,omitempty"`
}

type positionRow struct {
	Actor   string `json:"actor"`
	Span    *words `json:"span"`
	Stance  string `json:"stance"`
	Content *words `json:"content"`
	Claim   *int   `json:"claim"`
}

// rows are the rows of a finding: one, or one for each telling of an event. n rows of the layer come
// before.
func (x *export) rows(layer string, r row, n int) []any {
	is := fields{r.is}
	switch layer {
	case finding.Claims:
		return []any{x.claim(is)}
	case finding.Figures:
		return []any{x.figure(is)}
	case finding.Times:
		return []any{timeRow{x.at(is, "span"), is.text("value")}}
	case finding.Places:
		return []any{placeRow{x.at(is, "span"), is.some("name"), is.some("country"), is.number("lat"), is.number("lon")}}
	case finding.Actors:
		return []any{x.actor(r.id, is)}
	case finding.Events:
		return x.event(r.id, is, n)
	case finding.Positions:
		return []any{positionRow{x.called(is.text("actor")), x.at(is, "span"), is.text("stance"), x.at(is, "content"), x.claimAt(is.some("claim"))}}
	}
	return nil
}

func (x *export) claim(is fields) claimRow {
	c := claimRow{Source: x.at(is, "source"), Cue: x.at(is, "cue"), Content: x.at(is, "content"), Mode: is.text("mode"), Class: is.text("class"),
		SourceKind: is.text("source.kind"), Anonymous: is.Values["source.anonymous"].True, Medium: is.some("medium"), Parent: x.claimAt(is.some("parent"))}
	c.Elided, c.Resolved = c.Source == nil, is.some("source.name")
	return c
}

func (x *export) figure(is fields) figureRow {
	f := figureRow{Span: x.at(is, "span"), Op: is.text("op"), Low: is.number("low"), High: is.number("high"), Unit: is.some("unit"), Total: is.number("total"),
		Group: is.text("group"), Predicate: is.text("predicate"), Claim: x.claimAt(is.some("claim"))}
	if of := is.some("of"); of != nil {
		name := x.called(*of)
		f.Of = &name
	}
	if noun := is.text("noun"); noun != "" && f.Span != nil { // a figure's noun stands in its span
		span := is.Values["span"].At
		if i := strings.LastIndex(f.Span.Text, noun); i >= 0 && len(span) == 1 {
			from := span[0].From + len([]rune(f.Span.Text[:i]))
			f.Noun = &words{[][2]int{{from, from + len([]rune(noun))}}, noun}
		}
	}
	return f
}

// actor has its first mention, as the guide asks.
func (x *export) actor(id string, is fields) actorRow {
	a := actorRow{Kind: is.text("kind"), Country: is.some("country")}
	if at := is.Values["mentions"].At; len(at) > 0 {
		a.Span = x.words(at[:1])
	}
	name := x.name(is)
	a.Name = &name
	if a.Kind == "person" {
		private := is.Values["private"].True
		a.Private = &private
	}
	return a
}

// event has a row for each telling; of a later one status and claim are those of the reading, as
// far as it has that telling.
func (x *export) event(id string, is fields, n int) (out []any) {
	e := eventRow{Span: x.at(is, "span"), Type: is.text("type"), Status: is.text("status"), Claim: x.claimAt(is.some("claim")), Actors: []string{}, Targets: []string{}}
	for _, a := range is.Values["actors"].List {
		e.Actors = append(e.Actors, x.called(a))
	}
	for _, a := range is.Values["targets"].List {
		e.Targets = append(e.Targets, x.called(a))
	}
	if p := x.linked(is.some("place")); p != nil {
		if e.Place = p.some("name"); e.Place == nil {
			if at := x.at(*p, "span"); at != nil {
				e.Place = &at.Text
			}
		}
	}
	if t := x.linked(is.some("time")); t != nil {
		e.Time = t.some("value")
	}
	out = append(out, e)
	own := is.Values["span"].At
	for _, told := range is.Values["mentions"].At {
		if len(own) > 0 && told == own[0] {
			continue
		}
		again := e
		again.SameAs = &n
		again.Span = x.words([]finding.Range{told})
		if m := x.mention(id, told); m != nil {
			again.Status, again.Claim = m.Status, x.claimAt(m.Claim)
		}
		out = append(out, again)
	}
	return out
}

// mention is the telling of an event that stands at a place, as it is read.
func (x *export) mention(id string, at finding.Range) *riwaya.Mention {
	for i := range x.Record.Events {
		if x.Record.Events[i].ID != id {
			continue
		}
		for k := range x.Record.Events[i].Mentions {
			m := &x.Record.Events[i].Mentions[k]
			if slices.Equal(finding.Ranges(x.Points(), m.Span), []finding.Range{at}) {
				return m
			}
		}
	}
	return nil
}

// linked are the values of a finding that another leads to; nil where there is none, or it is
// rejected.
func (x *export) linked(id *string) *fields {
	if id == nil {
		return nil
	}
	for _, layer := range riwaya.Layers {
		for _, r := range x.decided[layer] {
			if r.id == *id {
				return &fields{r.is}
			}
		}
	}
	f := x.Finding(*id)
	if f == nil || f.Rejected || f.Read == nil {
		return nil
	}
	return &fields{f.Read}
}

// called is an actor's name, its ID where nothing names it.
func (x *export) called(id string) string {
	if is := x.linked(&id); is != nil {
		return x.name(*is)
	}
	return id
}

// name is the lexicon's name of an actor, else the article's, else its first words.
func (x *export) name(is fields) string {
	for _, name := range []string{"name", "name_ar"} {
		if s := is.text(name); s != "" {
			return s
		}
	}
	if at := is.Values["mentions"].At; len(at) > 0 {
		return x.words(at[:1]).Text
	}
	return ""
}

// claimAt is which of the exported claims an ID is; nil where it is none.
func (x *export) claimAt(id *string) *int {
	if id == nil {
		return nil
	}
	if i, ok := x.index[*id]; ok {
		return &i
	}
	return nil
}

func (x *export) at(is fields, name string) *words {
	if len(is.Values[name].At) == 0 {
		return nil
	}
	return x.words(is.Values[name].At)
}

func (x *export) words(at []finding.Range) *words {
	w := &words{}
	var spans riwaya.Spans
	for _, r := range at {
		w.Spans = append(w.Spans, [2]int{r.From, r.To})
		spans = append(spans, riwaya.Span{Start: x.Points().Byte(r.From), End: x.Points().Byte(r.To)})
	}
	w.Text = spans.Of(x.Record.Article.Text)
	return w
}

// fields are a finding's values, as rows ask for them.
type fields struct{ finding.Values }

func (f fields) text(name string) string { return f.Values[name].Text }

func (f fields) some(name string) *string {
	if v := f.Values[name]; v.Kind == finding.Text {
		return &v.Text
	}
	return nil
}

func (f fields) number(name string) *float64 {
	if v := f.Values[name]; v.Kind == finding.Number {
		return &v.Number
	}
	return nil
}
