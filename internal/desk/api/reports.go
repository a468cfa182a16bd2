package api

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/show/privacy"
	"riwaya/internal/telling"
	"riwaya/internal/trace/graph"
	"riwaya/internal/tracing"
)

// Report is an article with all that was read of it.
type Report struct {
	Article  string `json:"article" doc:"its ID in the ledger"`
	Version  int    `json:"version" doc:"which version of its report it is, from 1"`
	Versions int    `json:"versions" doc:"how many versions the ledger has"`
	Record   Raw    `json:"record" doc:"as docs/record.schema.json has it, without the names of private persons"`
}

func (a *API) reports() {
	operation.Get(a.Set, "/reports/{id}", "report", "reports", "An article with all that was read of it",
		"The record as docs/record.schema.json describes it. In its text the letters of private persons' names are crossed out, one sign for each, so that positions hold; elsewhere they are named by what they are.",
		func(ctx context.Context, in *ByID) (*operation.Body[Report], error) {
			r, err := a.o.Shelf.Reading(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			v, err := a.o.Shelf.Reviewed(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			b, err := json.Marshal(privacy.NewGate(v.Guarded()).Record(&r.Read))
			return operation.Answer(Report{r.Article, r.Version, r.Versions, b}), err
		})
	operation.Get(a.Set, "/trace/{id}", "trace", "chains", "Where a claim or an article comes from", "By a claim's ID (c-…), with all that say the same; or an article's (art-…). Chains, how many origins as a range and among what, changes on the way.",
		func(ctx context.Context, in *ByID) (*operation.Body[Raw], error) {
			out, err := a.traced(ctx, in.ID)
			return operation.Answer(out), err
		})
	type words struct {
		Q string `query:"q" required:"true" minLength:"1" maxLength:"500" doc:"a number in words, Arabic too (32 killed in Suruç), or words that somebody said"`
	}
	operation.Get(a.Set, "/trace", "trace-words", "chains", "Where a number or a quote comes from", "Of a number: every report with it, the same number of something else, and other numbers for the same. Of a quote: chains, as of a claim.",
		func(ctx context.Context, in *words) (*operation.Body[Raw], error) {
			out, err := a.tracedWords(ctx, in.Q)
			return operation.Answer(out), err
		})
	type two struct {
		A string `path:"a" maxLength:"60" doc:"an article's ID"`
		B string `path:"b" maxLength:"60" doc:"another's"`
	}
	operation.Get(a.Set, "/compare/{a}/{b}", "compare", "chains", "What two reports, or two versions of one, share, and what was changed between them", "",
		func(ctx context.Context, in *two) (*operation.Body[Compared], error) {
			if in.A == in.B {
				return nil, huma.Error422UnprocessableEntity("these are one article")
			}
			out, err := a.compared(ctx, in.A, in.B)
			return operation.Answer(out), err
		})
}

// Compared is what two reports have in common.
type Compared struct {
	Versions bool `json:"versions" doc:"they are two versions of one report"`
	Copies   Raw  `json:"copies" doc:"the passages that they share"`
	Changes  Raw  `json:"changes"`
}

func (a *API) compared(ctx context.Context, one, other string) (out Compared, err error) {
	for _, id := range []string{one, other} { // so that one that is not there is told as such
		if _, err := a.o.Shelf.Reading(ctx, id); err != nil {
			return out, err
		}
	}
	s := a.o.Shelf
	c, err := tracing.Compare(ctx, s.Tools, s.Tools.Maker(s.Found, s.Store), one, other)
	if err != nil {
		return out, err
	}
	out.Versions = c.Versions
	if out.Copies, err = json.Marshal(notNull(telling.Copies(c.Matter))); err != nil {
		return out, err
	}
	var b bytes.Buffer
	if err = graph.JSON(&b, graph.Trace{Changes: c.Changed}, telling.Articles(c.Matter)); err != nil {
		return out, err
	}
	var t struct {
		Changes Raw `json:"changes"`
	}
	err = json.Unmarshal(b.Bytes(), &t)
	out.Changes = t.Changes
	return out, err
}
