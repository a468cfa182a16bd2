// Package site is what the pages of the desk have in common: a request with its language and who
// asks, how a page is made of its template, how an address is written, what becomes of an error.
//
// It promises that every page is in the language that its address begins with, in that language's
// direction; that no page loads anything from elsewhere, and none has a script or a style inside it.
package site

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"riwaya/internal/casefile"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/web"
	"riwaya/internal/desk/words"
	"riwaya/internal/desk/work"
	"riwaya/internal/ledger"
	"riwaya/internal/shelf"
)

// Role is what a person may do.
type Role = login.Role

// Roles, each with what those before it may.
const (
	Anyone   = login.Nobody   // also who has not said who it is
	Reader   = login.Reader   // looks
	Reviewer = login.Reviewer // decides about findings, and builds cases
	Admin    = login.Admin    // takes in articles
)

// Person is who asks.
type Person struct {
	Pseudonym string // as reviews have it: R1
	Role      Role
	Token     string // that a form must send back, "" where there is no session
	Login     bool   // there was a login, and so there can be a logout
}

// Options are what a site is made of.
type Options struct {
	Shelf   *shelf.Shelf
	Writing Writing
	Gate    *login.Gate     // by whom one logs in; nil for a desk that is one person's own
	Board   *work.Board     // of what is done in the background
	Cases   *casefile.Cases // nil where they cannot be kept
	Close   func()          // ends the program, nil where it is not the asker's own
	Now     func() time.Time
	Version string // of program and lexicon
	Log     func(error)
}

// Site makes pages.
type Site struct {
	Options
	Words map[string]*words.Catalog
	forms map[string]map[string]*template.Template // by language and page
	pages *pages
	// Arabic has the Arabic names of actors, by their IDs and by their names in English, and of states. Who
	// gets it must not change it.
	Arabic func() map[string]string
}

// New reads words and templates. An error is one of the program's own files.
func New(o Options) (*Site, error) {
	s := &Site{Options: o, forms: map[string]map[string]*template.Template{}, pages: newPages(),
		Arabic: sync.OnceValue(func() map[string]string { return arabic(o.Shelf.Tools.Lexicon) })}
	var err error
	if s.Words, err = words.Load(); err != nil {
		return nil, err
	}
	for lang, catalog := range s.Words {
		if s.forms[lang], err = templates(web.Templates(), catalog); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// templates are the pages in one language. Files whose names begin with an underscore are parts
// that pages use.
func templates(files fs.FS, c *words.Catalog) (map[string]*template.Template, error) {
	base, err := template.New("").Funcs(functions(c)).ParseFS(files, "_*.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "[^_]*.html")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, name := range names {
		page, err := base.Clone()
		if err == nil {
			page, err = page.ParseFS(files, name)
		}
		if err != nil {
			return nil, err
		}
		out[strings.TrimSuffix(name, path.Ext(name))] = page
	}
	return out, nil
}

// Route is an address of the site, below the language, and what answers there.
type Route struct {
	Method  string
	Pattern string // as of net/http's ServeMux: /story/{id}
	Least   Role
	Body    int64 // the most bytes that a request may bring; 0: a form's
	Handle  func(*Request) error
	// Kept says that the page is of the ledger as it is looked at, its address and who asks alone: it is no
	// form of work under way and tells no time. It is made once.
	Kept bool
}

// Request is one request in one language.
type Request struct {
	*http.Request
	W      http.ResponseWriter
	Site   *Site
	Words  *words.Catalog
	Person Person
	keep   func(page string) // nil where the page is not to be kept
}

// Shelf is the ledger that is looked into.
func (r *Request) Shelf() *shelf.Shelf { return r.Site.Shelf }

// Say is the text of a key in the page's language.
func (r *Request) Say(key string, values ...any) string { return r.Words.Say(key, values...) }

// view is what a template is given.
type view struct {
	*Request
	Page  string // its name, of which the navigation marks one
	Title string
	Data  any
}

// Other is the address of the same page in another language.
func (v view) Other(lang string) string {
	u := url.URL{Path: "/" + lang + strings.TrimPrefix(v.URL.Path, "/"+v.Words.Language), RawQuery: v.URL.RawQuery}
	return u.String()
}

// Said is what a page before this one has to say: that something was done.
func (v view) Said() string {
	if key := "said." + v.URL.Query().Get("said"); v.Words.Has(key) {
		return v.Say(key)
	}
	return ""
}

// Show answers with a page.
func (r *Request) Show(page, title string, data any) error {
	return r.show(http.StatusOK, page, title, data)
}

// ShowAs is Show with another status of HTTP than that all is well.
func (r *Request) ShowAs(status int, page, title string, data any) error {
	return r.show(status, page, title, data)
}

func (r *Request) show(status int, page, title string, data any) error {
	t := r.Site.forms[r.Words.Language][page]
	if t == nil {
		return fmt.Errorf("no template %s", page)
	}
	var out strings.Builder // whole, or an error's page instead
	if err := t.ExecuteTemplate(&out, "layout", view{Request: r, Page: page, Title: title, Data: data}); err != nil {
		return fmt.Errorf("page %s: %w", page, err)
	}
	if r.keep != nil && status == http.StatusOK {
		r.keep(out.String())
	}
	r.write(status, out.String())
	return nil
}

func (r *Request) write(status int, page string) {
	r.W.Header().Set("Content-Type", "text/html; charset=utf-8")
	r.W.WriteHeader(status)
	_, _ = io.WriteString(r.W, page) // who went away need not be told
}

// Redirect sends to another page of the same language, after something was done. said names what
// that page says of it: the key "said." and this; "" for nothing.
func (r *Request) Redirect(to, said string) error {
	u, err := url.Parse("/" + r.Words.Language + to)
	if err != nil {
		return err
	}
	if said != "" {
		q := u.Query()
		q.Set("said", said)
		u.RawQuery = q.Encode()
	}
	http.Redirect(r.W, r.Request, u.String(), http.StatusSeeOther)
	return nil
}

// Problem is an error that the person who asks can do something about, or must know.
type Problem struct {
	Status int    // of HTTP
	Key    string // of the words that say it
	Values []any  // in these words
}

func (p Problem) Error() string { return fmt.Sprintf("%d %s", p.Status, p.Key) }

// Wrong is a request that cannot be understood.
func Wrong(key string, values ...any) error { return Problem{http.StatusBadRequest, key, values} }

// Fail answers with a page that says what went wrong.
func (r *Request) Fail(err error) {
	p := Problem{http.StatusInternalServerError, "error.inside", nil}
	switch {
	case errors.As(err, &p):
	case Unknown(err):
		p = Problem{http.StatusNotFound, "error.unknown", nil}
	case errors.Is(err, ledger.ErrGone):
		p = Problem{http.StatusGone, "error.withdrawn", nil}
	case r.Context().Err() != nil:
		return // nobody waits
	case r.refused(err):
		return
	case r.Site.Shelf.Edition() == 0: // nothing was looked through yet: what is to be found across reports is not there
		r.W.Header().Set("Retry-After", "5")
		p = Problem{http.StatusServiceUnavailable, "error.preparing", nil}
	case r.Site.Log != nil:
		r.Site.Log(err)
	}
	if e := r.show(p.Status, "error", r.Say("error.title"), r.Say(p.Key, p.Values...)); e != nil {
		http.Error(r.W, http.StatusText(p.Status), p.Status)
	}
}
