package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
	"riwaya/internal/ledger"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/ruling"
	"riwaya/internal/show/privacy"
)

// Decision is what is to be entered.
type Decision struct {
	Verdict string `json:"verdict" enum:"accept,reject,correct,add,whole,split,merge,undo" doc:"of findings: accept, reject, correct, add, whole (all of the article was looked at for some layers); of stories: split, merge; undo takes one back"`
	About   string `json:"about,omitempty" maxLength:"256" doc:"of accept, reject, correct: the finding, art-…/c-…; of add and whole: the article"`
	Layer   string `json:"layer,omitempty" maxLength:"20" doc:"of add: claims, figures, times, places, actors, events, positions"`
	// Fields are values as docs/review.md has them; links are IDs, places in the text code points.
	Fields map[string]Raw `json:"fields,omitempty" doc:"of correct: what is otherwise; of add: all that is known"`
	Layers []string       `json:"layers,omitempty" maxItems:"10" doc:"of whole"`
	Names  []string       `json:"names,omitempty" maxItems:"500" doc:"of split: articles; of merge: stories"`
	Undoes *int64         `json:"undoes,omitempty" doc:"of undo: the leaf of what is taken back"`
	Note   string         `json:"note,omitempty" maxLength:"2000"`
}

func (a *API) decisions() {
	type sent struct{ Body Decision }
	operation.Add(a.Set, operation.Operation{Method: http.MethodPost, Path: "/reviews", ID: "decide", Tag: "reviews", Summary: "Enter a decision about a finding, or about stories", Least: login.Reviewer, Errors: []int{http.StatusGone},
		About: "It becomes a leaf of the ledger's log, under the pseudonym of who asks; what the machine read is not changed. The answer comes when it is on disk."},
		func(ctx context.Context, in *sent) (*operation.Body[Review], error) {
			if a.o.Writing.Review == nil {
				return nil, huma.Error503ServiceUnavailable("this ledger is only to be looked at")
			}
			r, err := a.decide(ctx, &in.Body)
			if err != nil {
				return nil, err
			}
			r.Who, r.Note = login.From(ctx).Pseudonym, in.Body.Note
			if err := a.o.Writing.Review(ctx, r); err != nil {
				return nil, err
			}
			return operation.Answer(reviewOf(r, (&gates{a, map[string]*privacy.Gate{}}).at(ctx, r.About))), nil
		})
}

// decide makes a review of what was sent. What it cannot mean is said.
func (a *API) decide(ctx context.Context, d *Decision) (r *ledger.Review, err error) {
	found := a.o.Shelf.Found
	switch d.Verdict {
	case ledger.VerdictSplit:
		r, err = ruling.Split(ctx, found, d.Names...)
	case ledger.VerdictMerge:
		r, err = ruling.Merge(ctx, found, d.Names...)
	case ledger.VerdictUndo:
		r, err = a.undo(ctx, d)
	default:
		r, err = a.judge(ctx, d)
	}
	switch {
	case err == nil:
		return r, nil
	case errors.Is(err, ledger.ErrGone), told(err):
		return nil, err
	case site.Unknown(err):
		return nil, huma.Error404NotFound(err.Error())
	}
	return nil, huma.Error422UnprocessableEntity(err.Error()) // they are about what was sent
}

func (a *API) undo(ctx context.Context, d *Decision) (*ledger.Review, error) {
	if d.Undoes == nil {
		return nil, operation.Wrong("body.undoes", "name what is taken back")
	}
	all, err := a.o.Shelf.Store.Reviews(ctx)
	if err != nil {
		return nil, inside{err}
	}
	for i := range all {
		if all[i].Leaf == *d.Undoes && review.About(all[i].Verdict) {
			return review.NewLog(all).Undo(login.From(ctx).Pseudonym, *d.Undoes, d.Note)
		}
	}
	return ruling.Undo(all, *d.Undoes)
}

// judge is a decision about findings of one article.
func (a *API) judge(ctx context.Context, d *Decision) (*ledger.Review, error) {
	ref, err := review.ParseRef(d.About)
	if err != nil {
		return nil, operation.Wrong("body.about", err.Error())
	}
	v, err := a.o.Shelf.Reviewed(ctx, ref.Article)
	switch {
	case site.Unknown(err), errors.Is(err, ledger.ErrGone):
		return nil, err
	case err != nil:
		return nil, inside{err}
	}
	by := review.By{Who: login.From(ctx).Pseudonym, Note: d.Note}
	layer := d.Layer
	if d.Verdict == review.Correct {
		if layer = v.Layer(ref.Finding); layer == "" {
			if f := v.Finding(ref.Finding); f != nil {
				layer = f.Layer
			}
		}
	}
	fields := finding.Values{}
	for name, raw := range d.Fields {
		f, ok := finding.FieldOf(layer, name)
		if !ok {
			return nil, operation.Wrong("body.fields", "there is no such field")
		}
		if fields[name], err = f.Parse(raw, false); err != nil {
			return nil, operation.Wrong("body.fields", err.Error())
		}
	}
	switch d.Verdict {
	case review.Accept:
		return v.Accept(by, ref.Finding)
	case review.Reject:
		return v.Reject(by, ref.Finding)
	case review.Correct:
		return v.Correct(by, ref.Finding, fields)
	case review.Add:
		return v.Add(by, layer, fields)
	}
	return v.Whole(by, d.Layers...)
}

// inside is an error that is not about what was sent.
type inside struct{ error }

func (i inside) Unwrap() error { return i.error }

// told reports whether an error is told as it is, or is none of who asks.
func told(err error) bool {
	var s huma.StatusError
	var i inside
	return errors.As(err, &s) || errors.As(err, &i)
}

// gates are those of the articles that reviews are about.
type gates struct {
	a  *API
	of map[string]*privacy.Gate
}

// at is the gate of what a review is about, nil where that is no article.
func (g *gates) at(ctx context.Context, about string) *privacy.Gate {
	article, _, _ := strings.Cut(about, "/")
	if !strings.HasPrefix(article, "art-") {
		return nil
	}
	if gate, ok := g.of[article]; ok {
		return gate
	}
	var gate *privacy.Gate
	if v, err := g.a.o.Shelf.Reviewed(ctx, article); err == nil {
		gate = privacy.NewGate(v.Guarded())
	}
	g.of[article] = gate
	return gate
}

// gated is JSON whose texts passed a gate.
func gated(g *privacy.Gate, b Raw) Raw {
	var v any
	if g == nil || json.Unmarshal(b, &v) != nil {
		return b
	}
	out, err := json.Marshal(passed(g, v))
	if err != nil {
		return Raw("null")
	}
	return out
}

func passed(g *privacy.Gate, v any) any {
	switch v := v.(type) {
	case string:
		return g.Words(v)
	case []any:
		for i := range v {
			v[i] = passed(g, v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = passed(g, v[k])
		}
	}
	return v
}
