package source

import (
	"slices"

	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/matter"
)

// contradicted is a question to which somebody else gave another figure.
type contradicted struct {
	Question, Predicate, Place, Group string
	Theirs, Other, By                 string
	Cause, Why                        string
	Story                             string
}

// mostStories is how many stories are looked through for contradictions, the latest first: to lay
// the accounts of one side by side takes some hundredths of a second.
const mostStories = 12

// contradictions are those of the stories in which somebody gave figures.
func contradictions(r *site.Request, id string, found *said) (out []contradicted, unlooked int, err error) {
	ctx := r.Context()
	var stories []string
	for _, article := range found.Stories {
		story, err := r.Shelf().Found.Story(ctx, article)
		if err != nil {
			continue // not yet looked at together with others
		}
		if !slices.Contains(stories, story.ID) {
			stories = append(stories, story.ID)
		}
	}
	if len(stories) > mostStories {
		unlooked, stories = len(stories)-mostStories, stories[:mostStories]
	}
	wanted := string(r.Shelf().Terms.Append(nil, id))
	for _, story := range stories {
		err := r.Shelf().Story(ctx, story, func(m *matter.Matter) error {
			questions := m.Questions()
			for i := range questions {
				q := &questions[i]
				theirs := func(a int) bool {
					by := &q.Accounts[a].By
					return by.Named && (stated(by.Actor) == id || string(r.Shelf().Terms.Append(nil, by.Name)) == wanted)
				}
				for _, rel := range q.Relations {
					a, b := rel.A, rel.B
					if rel.Kind != riwaya.RelationContradict || theirs(a.Account) == theirs(b.Account) {
						continue
					}
					if theirs(b.Account) {
						a, b = b, a
					}
					one := contradicted{Question: q.ID, Predicate: q.Predicate, Group: q.Group, Story: story, Cause: rel.Cause, Why: rel.Why,
						Theirs: q.Accounts[a.Account].Figures[a.Figure].Text, Other: q.Accounts[b.Account].Figures[b.Figure].Text, By: q.Accounts[b.Account].By.Name}
					if q.Place != nil {
						one.Place = q.Place.Name
					}
					if !slices.Contains(out, one) {
						out = append(out, one)
					}
				}
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	return out, unlooked, nil
}
