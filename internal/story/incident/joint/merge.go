package joint

import (
	"cmp"
	"slices"

	"riwaya"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/part"
)

// write makes the incidents, in the order of the first of each.
func (j *joiner) write(in []riwaya.Incident) []riwaya.Incident {
	parts := map[int][]int{}
	for i := range in {
		r := j.root(i)
		parts[r] = append(parts[r], i)
	}
	out := make([]riwaya.Incident, 0, len(parts))
	for i := range in {
		switch all := parts[i]; len(all) {
		case 0:
		case 1:
			out = append(out, in[i])
		default:
			out = append(out, j.merge(in, all))
		}
	}
	return out
}

// merge is one incident of several, of which the first keeps its ID.
func (j *joiner) merge(in []riwaya.Incident, all []int) riwaya.Incident {
	out := in[all[0]]
	out.Aliases, out.Stories, out.Events, out.Parties, out.Figures, out.Left = slices.Clone(out.Aliases), nil, slices.Clone(out.Events), nil, nil, nil
	size := map[string]int{}
	best := all[0] // names what it is, when and where: the most exact of the largest
	for _, i := range all {
		p := &in[i]
		if p.Story != "" && !slices.Contains(out.Stories, p.Story) {
			out.Stories = append(out.Stories, p.Story)
		}
		size[p.Story] += reports(p)
		if i != all[0] {
			out.Aliases = append(append(out.Aliases, p.ID), p.Aliases...)
			for _, e := range p.Events {
				e.Why = append(slices.Clone(e.Why), j.why[i])
				e.Confidence = min(e.Confidence, joined)
				out.Events = append(out.Events, e)
			}
		}
		b := &in[best]
		if cmp.Or(cmp.Compare(exactDay(p), exactDay(b)), cmp.Compare(kind.Of(eventOf(p)).Exact(), kind.Of(eventOf(b)).Exact()), cmp.Compare(reports(p), reports(b))) > 0 {
			best = i
		}
		out.Confidence = min(out.Confidence, p.Confidence, joined)
		mergeParts(&out, p)
	}
	out.Events = together(out.Events)
	b := &in[best]
	out.Type, out.Mode, out.ACLED, out.Status = b.Type, b.Mode, b.ACLED, b.Status
	out.First, out.Last, out.Seen, out.TimePrecision, out.DatePrec = b.First, b.Last, b.Seen, b.TimePrecision, b.DatePrec
	out.Place, out.GeoPrecision, out.WherePrec = nil, b.GeoPrecision, b.WherePrec
	if b.Place != nil {
		place := *b.Place
		place.Spellings = nil
		for _, i := range all {
			if p := in[i].Place; p != nil && p.Key == place.Key {
				for _, s := range p.Spellings {
					if !slices.Contains(place.Spellings, s) {
						place.Spellings = append(place.Spellings, s)
					}
				}
			}
		}
		out.Place = &place
	}
	for _, s := range out.Stories {
		if size[s] > size[out.Story] {
			out.Story = s
		}
	}
	part.Sort(&out)
	return out
}

// together puts the events of a report side by side, reports in the order of their first.
func together(events []riwaya.IncidentEvent) []riwaya.IncidentEvent {
	at := map[string]int{}
	for i := range events {
		if _, ok := at[events[i].Article]; !ok {
			at[events[i].Article] = len(at)
		}
	}
	slices.SortStableFunc(events, func(a, b riwaya.IncidentEvent) int { return cmp.Compare(at[a.Article], at[b.Article]) })
	return events
}

// joined is how sure it is that what two stories tell is one.
const joined = 0.8

func exactDay(in *riwaya.Incident) int {
	if in.DatePrec == 1 {
		return 1
	}
	return 0
}

func eventOf(in *riwaya.Incident) *riwaya.Event {
	return &riwaya.Event{Type: in.Type, Mode: in.Mode, ACLED: in.ACLED}
}

func mergeParts(out, p *riwaya.Incident) {
	for _, one := range p.Parties {
		k := slices.IndexFunc(out.Parties, func(o riwaya.IncidentParty) bool {
			return o.Role == one.Role && o.Standing == one.Standing && (o.Actor == one.Actor || part.SameName(o.Name, one.Name))
		})
		if k < 0 {
			one.Articles, one.By = slices.Clone(one.Articles), slices.Clone(one.By)
			out.Parties = append(out.Parties, one)
			continue
		}
		q := &out.Parties[k]
		for _, a := range one.Articles {
			if !slices.Contains(q.Articles, a) {
				q.Articles = append(q.Articles, a)
			}
		}
		for _, b := range one.By {
			if !slices.Contains(q.By, b) {
				q.By = append(q.By, b)
			}
		}
	}
	for _, f := range p.Figures {
		out.Figures = part.Join(out.Figures, f, part.Alike)
	}
	out.Left = append(out.Left, p.Left...)
}
