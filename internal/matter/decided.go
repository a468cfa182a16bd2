package matter

import (
	"slices"

	"riwaya"
)

// decided is the way of a decision that the text of a report begins with: a decree, a verdict, a resolution is the word of whose it is,
// also where it is only told. Where somebody is named for telling of it, it is his word.
func (m *Matter) decided(rec *riwaya.Record) (riwaya.Chain, bool) {
	begin := min(len(rec.Article.Title), len(rec.Article.Text))
	verb, ok := m.Words.Decides(rec.Article.Text[begin:], opening)
	if !ok {
		return riwaya.Chain{}, false
	}
	verb.Start, verb.End = verb.Start+begin, verb.End+begin
	if slices.ContainsFunc(rec.Claims, func(c riwaya.Claim) bool { return c.Content.Spans.Contains(verb) || c.Cue.Spans.Contains(verb) }) {
		return riwaya.Chain{}, false
	}
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if !slices.Contains(bodies, a.Kind) && (a.Kind != "person" || a.Role == nil && riwaya.OfArticle(a.ID)) {
			continue
		}
		for _, at := range a.Mentions {
			if at.Start > verb.End && at.Start <= verb.End+1 {
				return m.Decided(rec.Article.ID, a, riwaya.Span{Start: verb.Start, End: at.End})
			}
		}
	}
	return riwaya.Chain{}, false
}

// opening is within how many words of its text, bylines with them, a report begins.
const opening = 15

// bodies are the kinds of actors that decide by papers.
var bodies = []string{"government", "igo", "court", "military", "party", "ngo", "company"}
