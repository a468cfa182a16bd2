package question

import (
	"strings"

	"riwaya"
	"riwaya/internal/desk/views"
)

// Chart is what chart.js draws of a question.
type Chart struct {
	Label  string   `json:"label"`
	Series []Series `json:"series"`
}

// Series is what one teller gave.
type Series struct {
	Name   string  `json:"name"`
	Points []Point `json:"points"`
}

// Point is a figure at a time.
type Point struct {
	At   string   `json:"at"`
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
	Text string   `json:"text"`
	By   string   `json:"by"`
	Href string   `json:"href"`
}

// drawn is how many tellers a chart has at most: more are told by the table.
const drawn = 12

// chart is nil where fewer than two figures have a time.
func chart(v *views.View, q *riwaya.Question, of *Question) *Chart {
	c := &Chart{Label: of.Title}
	points := 0
	for _, n := range biggest(q.Accounts, drawn) {
		a := &q.Accounts[n]
		s := Series{Name: v.Teller(&a.By)}
		met := map[string]bool{}
		for i := range a.Figures {
			g := &a.Figures[i]
			key := day(g.At) + v.Bounds(g.Op, g.Low, g.High)
			if g.At == "" || g.Low == nil && g.High == nil || met[key] { // one sign for what stands at one place
				continue
			}
			met[key] = true
			by := []string{s.Name}
			if g.Outlet != "" && g.Outlet != s.Name {
				by = append(by, g.Outlet)
			}
			if g.AtFrom == riwaya.GivenSeen {
				by = append(by, v.Say("seen.short"))
			}
			s.Points = append(s.Points, Point{At: g.At, Low: g.Low, High: g.High, Text: v.Shown(g.Text), By: strings.Join(by, " · "), Href: v.At(g.Article, g.Figure)})
		}
		if len(s.Points) > 0 {
			c.Series = append(c.Series, s)
			points += len(s.Points)
		}
	}
	if points < 2 {
		return nil
	}
	return c
}
