package api

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/login"
)

func (a *API) proof() {
	operation.Add(a.Set, operation.Operation{Method: http.MethodPost, Path: "/evidence/{id}/proof", ID: "proof", Tag: "evidence", Least: login.Reviewer, Errors: []int{http.StatusGone}, Answers: zipped(),
		Summary: "What shows a stranger that a capture, or an article with its capture, is in the log", About: "A zip archive of the proof's folder. It has the capture as it came, with all that stands in it. The log's head is signed where it is not signed yet."},
		func(ctx context.Context, in *ByID) (*huma.StreamResponse, error) {
			f, err := a.o.Shelf.Store.Find(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			if a.o.Writing.Proof == nil {
				return nil, huma.Error503ServiceUnavailable("this ledger is only to be looked at")
			}
			id := f.Article
			if id == "" {
				id = f.Capture
			}
			files, err := a.o.Writing.Proof(ctx, id)
			if err != nil {
				return nil, err
			}
			b, err := packed("proof-"+id, files, a.o.Now())
			if err != nil {
				return nil, err
			}
			return sent("proof-"+id+".zip", int64(len(b)), io.NopCloser(bytes.NewReader(b))), nil
		})
}

// packed is files of a folder as a zip archive.
func packed(dir string, files map[string][]byte, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: dir + "/" + name, Method: zip.Deflate, Modified: at.UTC()})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(files[name]); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}
