package show

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// Options are how a record is shown.
type Options struct {
	Width int  // columns of a line; at least [terminal.Narrowest] are used
	Color bool // colour by ANSI escape sequences
	Full  bool // contents whole, not their first lines
	Names bool // private persons by name
}

const shortened = 3 // lines of a content

// Record writes one record, an empty line behind it.
func Record(w io.Writer, rec *riwaya.Record, o Options) error {
	p := &page{o: o}
	v := view{page: p, rec: rec, hidden: privacy.New(rec, o.Names)}
	v.article()
	for i := range rec.Claims {
		p.blank()
		v.claim(i)
	}
	v.tables()
	p.blank()
	return p.writeTo(w)
}

type view struct {
	*page
	rec    *riwaya.Record
	hidden *privacy.Persons
}

// article writes what stands above the claims.
func (v *view) article() {
	a := &v.rec.Article
	if a.Title != "" {
		v.block("", 0, run{v.hidden.Words(a.Title), strong})
		v.blank()
	}
	v.field("outlet", optional(a.Outlet, "not stated"))
	v.field("published", published(a))
	if a.URL != nil {
		v.field("address", *a.URL)
	}
	if a.Stated != nil {
		v.field("stated", stated(a.Stated))
	}
	v.credits()
	v.field("language", language(a))
	v.field("claims", strconv.Itoa(len(v.rec.Claims)))
}

// field writes one value behind its name.
func (v *view) field(name, value string) {
	v.block(fmt.Sprintf("%-12s", name), 0, run{value, normal})
}

func (v *view) credits() {
	var runs []run
	for i, c := range v.rec.Article.Credits {
		if i > 0 {
			runs = append(runs, run{"·", faint})
		}
		name := c.Text
		if c.Name != nil {
			name = *c.Name
		}
		runs = append(runs, run{name, normal}, run{"(" + c.Form + ")", faint})
	}
	if runs == nil {
		runs = []run{{"nobody", normal}}
	}
	v.block(fmt.Sprintf("%-12s", "credited to"), 0, runs...)
}

// published is the time of publication and what states it.
func published(a *riwaya.Article) string {
	if a.Published == nil {
		return "not stated"
	}
	by := a.PublishedFrom
	if by == riwaya.FromFlag {
		by = "as you said"
	}
	return *a.Published + " (" + by + ")"
}

// stated is what the file says of where and when the page was got.
func stated(s *riwaya.Stated) string {
	out := "got"
	if s.URL != nil {
		out += " from " + *s.URL
	}
	if s.At != nil {
		out += " on " + s.At.UTC().Format("2006-01-02 15:04 UTC")
	}
	if s.Archive != nil {
		out += " (" + *s.Archive + ")"
	}
	return out + "; " + called(s.By) + " says so, nobody here saw it"
}

// called is the name of what states something.
func called(by string) string {
	switch by {
	case riwaya.StatedByWARC, riwaya.StatedByWACZ, riwaya.StatedByMHTML:
		return "the " + strings.ToUpper(by) + " file"
	case riwaya.StatedBySingleFile:
		return "SingleFile"
	case riwaya.StatedBySavePageWE:
		return "Save Page WE"
	case riwaya.StatedByBrowser:
		return "the browser that saved it"
	case riwaya.StatedByWayback:
		return "the Wayback Machine"
	}
	return by
}

// language is the language of the article and how much of it is read.
func language(a *riwaya.Article) string {
	code := a.Language
	if code == "" || code == "und" {
		code = "not known"
	}
	switch a.Coverage {
	case riwaya.CoverageFull:
		return code
	case riwaya.CoveragePartial:
		return code + ", read in part"
	}
	return code + ", not read: what is missing here may be in the text"
}

func optional(s *string, none string) string {
	if s == nil || strings.TrimSpace(*s) == "" {
		return none
	}
	return *s
}
