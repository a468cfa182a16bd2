package sources

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"

	"riwaya/internal/desk/site"
	"riwaya/internal/desk/work"
)

// add takes in what a form brings: addresses, one a line, and files. Files are written as they come,
// whatever their size, and read afterwards.
func add(r *site.Request) (err error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return site.Wrong("error.form")
	}
	in := site.Intake{By: r.Person.Pseudonym}
	defer func() {
		if err != nil && in.Upload != nil {
			err = errors.Join(err, in.Upload.Remove())
		}
	}()
	watch := false
	for {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return begin(r, in, watch)
		case tooLarge(err):
			return site.Problem{Status: http.StatusRequestEntityTooLarge, Key: "error.large"}
		case err != nil:
			return site.Wrong("error.form")
		}
		switch part.FormName() {
		case "links":
			b, err := io.ReadAll(io.LimitReader(part, linksSize))
			if err != nil {
				return site.Wrong("error.form")
			}
			for line := range strings.Lines(string(b)) {
				line = strings.TrimSpace(line)
				if line == "" {
					continue
				}
				if site.Web(line) == "" {
					return site.Wrong("sources.nolink", line)
				}
				in.Addresses = append(in.Addresses, line)
			}
		case "watch":
			watch = true
		case "files", "folder":
			name := fileName(part)
			if name == "" {
				continue // a field that was left empty
			}
			if in.Upload == nil {
				if in.Upload, err = r.Site.Writing.Upload(); err != nil {
					return err
				}
			}
			switch err := in.Upload.Put(name, part); {
			case tooLarge(err):
				return site.Problem{Status: http.StatusRequestEntityTooLarge, Key: "error.large"}
			case err != nil:
				return fmt.Errorf("an upload could not be kept: %w", err)
			}
		}
	}
}

// linksSize is the most that the field for addresses may have, in bytes.
const linksSize = 1 << 20

func tooLarge(err error) bool {
	var e *http.MaxBytesError
	return errors.As(err, &e)
}

// fileName is the name that a browser gives a file, with the folders of one that was sent with its
// folder: [multipart.Part.FileName] has only the last part.
func fileName(p *multipart.Part) string {
	_, fields, err := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
	if err != nil {
		return p.FileName()
	}
	return fields["filename"]
}

func begin(r *site.Request, in site.Intake, watch bool) error {
	var what []string
	what = append(what, in.Addresses...)
	if in.Upload != nil {
		what = append(what, in.Upload.Names()...)
	}
	if len(what) == 0 {
		return site.Wrong("sources.nothing")
	}
	w := r.Site.Writing
	if watch && len(in.Addresses) > 0 {
		feeds := in.Addresses
		r.Site.Board.Submit("watch", feeds, in.By, true, func(ctx context.Context, tell work.Tell) error {
			return w.Watch(ctx, feeds, in.By, tell)
		})
		in.Addresses = nil
	}
	if in.Addresses != nil || in.Upload != nil {
		r.Site.Board.Submit("add", what, in.By, false, func(ctx context.Context, tell work.Tell) (err error) {
			if in.Upload != nil {
				defer func() { err = errors.Join(err, in.Upload.Remove()) }()
			}
			return w.Take(ctx, in, tell)
		})
	}
	return r.Redirect("/sources", "begun")
}

// retry tries again what failed.
func retry(r *site.Request) error {
	by, w := r.Person.Pseudonym, r.Site.Writing
	r.Site.Board.Submit("retry", nil, by, false, func(ctx context.Context, tell work.Tell) error {
		return w.Take(ctx, site.Intake{Retry: true, By: by}, tell)
	})
	return r.Redirect("/sources", "begun")
}

// stop ends a job.
func stop(r *site.Request) error {
	id, err := strconv.Atoi(r.PostFormValue("job"))
	if err != nil || r.Site.Board.Stop(id) != nil {
		return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
	}
	return r.Redirect("/sources", "stopped")
}
