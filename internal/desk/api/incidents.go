package api

import (
	"context"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/mapping"
	"riwaya/internal/matter"
	"riwaya/internal/telling"
)

// IncidentList are incidents, the latest first.
type IncidentList struct {
	Incidents []riwaya.Incident `json:"incidents"`
	Count     int               `json:"count" doc:"how many there are, on all pages"`
	Next      string            `json:"next,omitempty" doc:"the cursor of the next page"`
}

// IncidentWhole is an incident with from how many origins it is told.
type IncidentWhole telling.IncidentWhole

// Happened says which incidents are wanted.
type Happened struct {
	operation.Period
	Type    string `query:"type" maxLength:"30" doc:"of PLOVER's types: ASSAULT, DISPLACE …"`
	Story   string `query:"story" maxLength:"60" doc:"told in this story"`
	Reports int    `query:"reports" minimum:"0" doc:"told by at least so many reports"`
}

func (h *Happened) asked() across.Happened {
	return across.Happened{From: h.From, To: h.To, Type: strings.ToUpper(h.Type), Story: h.Story, Reports: h.Reports}
}

func (a *API) incidents() {
	type asked struct {
		Happened
		operation.Listing
	}
	operation.Get(a.Set, "/incidents", "incidents", "incidents", "Incidents, the latest first", "An incident is one happening as one report or several tell it.",
		func(ctx context.Context, in *asked) (*operation.Body[IncidentList], error) {
			at, err := operation.Place("incidents", in.Cursor)
			if err != nil {
				return nil, err
			}
			h := in.asked()
			h.Limit, h.After = in.Limit, at
			all, count, err := a.o.Shelf.Found.Incidents(ctx, h)
			if err != nil {
				return nil, err
			}
			out := IncidentList{Incidents: notNull(all), Count: count}
			if n := len(all); n == in.Limit {
				out.Next = operation.After("incidents", across.PlaceOfIncident(&all[n-1]))
			}
			return operation.Answer(out), nil
		})
	operation.Get(a.Set, "/incidents/{id}", "incident", "incidents", "An incident, with every report that tells of it, and from how many origins", "By its ID, or one that it had. How many origins as a range, with the reasons for counting some as one, and among what.",
		func(ctx context.Context, in *ByID) (*operation.Body[IncidentWhole], error) {
			one, err := a.o.Shelf.Found.Incident(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			var out IncidentWhole
			err = a.o.Shelf.Telling(ctx, &one, func(m *matter.Matter) error {
				out = IncidentWhole(telling.WholeOf(&one, m))
				return nil
			})
			return operation.Answer(out), err
		})
	operation.Get(a.Set, "/incidents.geojson", "map", "incidents", "Incidents for a map, as GeoJSON",
		"Points of incidents whose place is known, 1000 at most, the latest first. Camps, hospitals, shelters and where people are about to go are shown as their district at most: their points are those of a coarse grid, and precision says admin2.",
		func(ctx context.Context, in *Happened) (*operation.Body[mapping.Collection], error) {
			const most = 1000
			h := in.asked()
			h.Limit = most
			all, _, err := a.o.Shelf.Found.Incidents(ctx, h)
			if err != nil {
				return nil, err
			}
			out := mapping.New()
			for i := range all {
				one := &all[i]
				if one.Place != nil {
					out.Incident(one, one.Place.Name, mapping.Properties{ID: one.ID, Meta: one.Last})
				}
			}
			return operation.Answer(*out), nil
		})
}
