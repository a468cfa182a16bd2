package api

import (
	"riwaya"
	"riwaya/internal/matter"
)

// Series is what one teller answered to one question over time.
type Series struct {
	Question  string        `json:"question"`
	Predicate string        `json:"predicate" doc:"what happened: killed, displaced …"`
	Group     string        `json:"group" doc:"to whom"`
	Scope     string        `json:"scope" doc:"incident, cumulative, stock"`
	Unit      *string       `json:"unit"`
	Place     string        `json:"place"`
	Teller    string        `json:"teller"`
	Kind      string        `json:"kind" doc:"of the teller"`
	Points    []SeriesPoint `json:"points" doc:"in the order of time"`
}

// SeriesPoint is one figure of one report.
type SeriesPoint struct {
	At      string   `json:"at" doc:"as exactly as known; empty where nothing says"`
	AtFrom  string   `json:"at_from" doc:"stated, published, seen: what says so"`
	Text    string   `json:"text" doc:"as printed"`
	Op      string   `json:"op"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	Hedged  bool     `json:"hedged"`
	Article string   `json:"article"`
	Figure  string   `json:"figure"`
	Outlet  string   `json:"outlet"`
}

func seriesOf(m *matter.Matter, q *riwaya.Question) (out []Series) {
	where := ""
	if q.Place != nil {
		where = q.Place.Name
	}
	for i := range q.Accounts {
		by := &q.Accounts[i]
		s := Series{Question: q.ID, Predicate: q.Predicate, Group: q.Group, Scope: q.Scope, Unit: q.Unit, Place: where, Teller: by.By.Name, Kind: by.By.Kind, Points: []SeriesPoint{}}
		for k := range by.Figures {
			g := &by.Figures[k]
			s.Points = append(s.Points, SeriesPoint{At: g.At, AtFrom: g.AtFrom, Text: m.Gate(g.Article).Words(g.Text), Op: g.Op, Low: g.Low, High: g.High, Hedged: g.Hedged, Article: g.Article, Figure: g.Figure, Outlet: g.Outlet})
		}
		out = append(out, s)
	}
	return out
}
