package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"riwaya/internal/casefile"
	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
)

// Case is what a person put together.
type Case struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Language string     `json:"language" doc:"of its document: ar, en"`
	Made     time.Time  `json:"made"`
	Changed  time.Time  `json:"changed"`
	Items    []CaseItem `json:"items"`
}

// CaseItem is one thing of a case. It has none of the words of what it is about.
type CaseItem struct {
	ID          string `json:"id"`
	Kind        string `json:"kind" doc:"report, claim, figure, event, incident, question, note"`
	About       string `json:"about" doc:"its ID; a finding is art-…/c-…; empty of a note"`
	Included    bool   `json:"included" doc:"in the document"`
	Comment     string `json:"comment" doc:"the user's words"`
	Translation string `json:"translation" doc:"of the quote, the user's own"`
}

// CaseSummary is a case as a list has it.
type CaseSummary struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Changed time.Time `json:"changed"`
	Items   int       `json:"items"`
}

func (a *API) cases() {
	op := func(method, path, id, summary, about string, errors ...int) operation.Operation {
		return operation.Operation{Method: method, Path: path, ID: id, Tag: "cases", Summary: summary, About: about, Least: login.Reviewer, Errors: append(errors, http.StatusConflict)}
	}
	operation.Add(a.Set, op("GET", "/cases", "cases", "Cases, the latest changed first", "A case has what somebody wrote, and may name people: who only looks does not see it."),
		func(ctx context.Context, _ *struct{}) (*operation.Body[[]CaseSummary], error) {
			if a.o.Cases == nil {
				return nil, noCases
			}
			all, err := a.o.Cases.List(ctx)
			out := []CaseSummary{}
			for _, s := range all {
				out = append(out, CaseSummary{s.ID, s.Name, s.Changed.UTC(), s.Count})
			}
			return operation.Answer(out), err
		})
	operation.Add(a.Set, op("GET", "/cases/{id}", "case", "A case with its items, in order", ""),
		func(ctx context.Context, in *ByID) (*operation.Body[Case], error) {
			if a.o.Cases == nil {
				return nil, noCases
			}
			k, err := a.o.Cases.Case(ctx, in.ID)
			return operation.Answer(caseOf(&k)), ofCase(err)
		})
	type begun struct {
		Body struct {
			Name     string `json:"name" minLength:"1" maxLength:"200"`
			Language string `json:"language" enum:"ar,en"`
		}
	}
	operation.Add(a.Set, op("POST", "/cases", "begin-case", "Begin a case", ""),
		func(ctx context.Context, in *begun) (*operation.Body[Case], error) {
			if a.o.Cases == nil {
				return nil, noCases
			}
			k, err := a.o.Cases.New(ctx, a.by(ctx), in.Body.Name, in.Body.Language)
			return operation.Answer(caseOf(&k)), ofCase(err)
		})
	type added struct {
		ByID
		Body struct {
			Kind        string `json:"kind" enum:"report,claim,figure,event,incident,question,note"`
			About       string `json:"about,omitempty" maxLength:"100"`
			Comment     string `json:"comment,omitempty" maxLength:"20000"`
			Translation string `json:"translation,omitempty" maxLength:"20000"`
		}
	}
	operation.Add(a.Set, op("POST", "/cases/{id}/items", "add-to-case", "Add something to a case", "It is included in the document until somebody leaves it out."),
		func(ctx context.Context, in *added) (*operation.Body[CaseItem], error) {
			if a.o.Cases == nil {
				return nil, noCases
			}
			b := &in.Body
			i, err := a.o.Cases.Add(ctx, a.by(ctx), in.ID, casefile.Item{Kind: b.Kind, About: b.About, Comment: b.Comment, Translation: b.Translation, Included: true})
			return operation.Answer(itemOf(&i)), ofCase(err)
		})
	zip := op("POST", "/cases/{id}/export", "export-case", "A case as one file: a zip archive of its folder", "Document, tables, captures, proofs, manifest. Private persons are named by what they are: with names only an admin exports, on the page of the case, with a reason.")
	zip.Answers = zipped()
	type handed struct {
		ByID
		Language string `query:"language" enum:"ar,en" doc:"of the document; that of the case where it is not said"`
	}
	operation.Add(a.Set, zip, func(ctx context.Context, in *handed) (*huma.StreamResponse, error) {
		if a.o.Cases == nil || a.o.Writing.Hand == nil {
			return nil, noCases
		}
		k, err := a.o.Cases.Case(ctx, in.ID)
		if err != nil {
			return nil, ofCase(err)
		}
		h := site.Hand{Case: k, Language: k.Language, By: login.From(ctx).Pseudonym}
		if in.Language != "" {
			h.Language = in.Language
		}
		made, err := a.o.Writing.Hand(ctx, h)
		if err != nil {
			return nil, err
		}
		return sent(made.Name, made.Size, made), nil
	})
}

// zipped describes an answer that is an archive.
func zipped() map[string]*huma.Response {
	return map[string]*huma.Response{"200": {Description: "A zip archive", Content: map[string]*huma.MediaType{"application/zip": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}}}
}

// sent sends an archive, and closes it.
func sent(name string, size int64, from io.ReadCloser) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(c huma.Context) {
		defer from.Close() // read only: nothing can be lost
		_, w := humago.Unwrap(c)
		w.Header().Set("Content-Type", "application/zip")
		w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
		w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
		_, _ = io.Copy(w, from) // who asked has gone
	}}
}

func (a *API) by(ctx context.Context) casefile.By {
	return casefile.By{Who: login.From(ctx).Pseudonym, At: a.o.Now()}
}

func caseOf(k *casefile.Case) Case {
	out := Case{ID: k.ID, Name: k.Name, Language: k.Language, Made: k.Made.UTC(), Changed: k.Changed.UTC(), Items: []CaseItem{}}
	for i := range k.Items {
		out.Items = append(out.Items, itemOf(&k.Items[i]))
	}
	return out
}

func itemOf(i *casefile.Item) CaseItem {
	return CaseItem{i.ID, i.Kind, i.About, i.Included, i.Comment, i.Translation}
}

var noCases = huma.Error503ServiceUnavailable("cases cannot be kept here")

// ofCase is an error of a case as it is told.
func ofCase(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, casefile.ErrUnknown), errors.Is(err, casefile.ErrNoItem):
		return huma.Error404NotFound(err.Error())
	case errors.Is(err, casefile.ErrThere), errors.Is(err, casefile.ErrSince), errors.Is(err, casefile.ErrNothing):
		return huma.Error409Conflict(err.Error())
	case errors.Is(err, casefile.ErrBad):
		return huma.Error422UnprocessableEntity(err.Error())
	}
	return err
}
