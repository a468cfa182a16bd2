package views

import (
	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/matter"
)

// Story is a story by its title: that of the report that founded it.
type Story struct{ ID, Title, Language string }

// Stories are stories by their titles, without what else is in them.
func Stories(r *site.Request, ids []string) (out []Story, err error) {
	ctx := r.Context()
	founders := make([]string, 0, len(ids))
	at := map[string]string{}
	for _, id := range ids {
		s, err := r.Shelf().Found.Story(ctx, id)
		if err != nil {
			return nil, err
		}
		if len(s.Reports) > 0 {
			founders = append(founders, s.Reports[0].Article)
			at[s.Reports[0].Article] = s.ID
		}
	}
	err = r.Shelf().Reports(ctx, founders, func(m *matter.Matter) error {
		v := &View{Request: r, M: m}
		for _, a := range founders {
			report := v.Report(a)
			out = append(out, Story{at[a], report.Title, report.Language})
		}
		return nil
	})
	return out, err
}

// Telling looks at the reports that tell of an incident.
func Telling(r *site.Request, in *riwaya.Incident, use func(*View) error) error {
	return r.Shelf().Telling(r.Context(), in, func(m *matter.Matter) error { return use(&View{Request: r, M: m}) })
}
