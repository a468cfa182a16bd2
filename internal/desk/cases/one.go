package cases

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"riwaya/internal/casefile"
	"riwaya/internal/casefile/document"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/desk/site"
)

// perPage is how many items a page of a case has.
const perPage = 20

// item is an item as a page shows it.
type item struct {
	*entry.Entry
	N       int // its place, from 1
	Kind    string
	Heading string
	State   string
	Checked bool // a person reviewed it
	Quote   string
	Why     string // it cannot be told
	Facts   []fact
	Link    string // the page of what it is, "" where there is none
}

// fact is a label, none where words of a report stand there, and lines.
type fact struct {
	Label string
	Lines []string
}

// page is what the page of a case shows.
type page struct {
	Case         casefile.Case
	Items        []item
	Left         int // items that are left out
	From, To     int // places, from 1
	Before, Next int // the first place of another page, 0 where there is none
	History      []casefile.Change
	Undoable     *casefile.Change // what is undone next
	Langs        []string
	Admin        bool
}

func (c *told) one(r *site.Request) error {
	ctx := r.Context()
	k, err := r.Site.Cases.Case(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	p := page{Case: k, Langs: casefile.Languages, Admin: r.Person.Role >= site.Admin, From: 1}
	for i := range k.Items {
		if !k.Items[i].Included {
			p.Left++
		}
	}
	switch from := r.FormValue("from"); from {
	case "":
	case last:
		p.From = max(0, len(k.Items)-1)/perPage*perPage + 1
	default:
		if p.From, err = strconv.Atoi(from); err != nil || p.From < 1 || p.From > max(1, len(k.Items)) {
			return site.Problem{Status: http.StatusNotFound, Key: "error.unknown"}
		}
	}
	p.To = min(p.From+perPage-1, len(k.Items))
	if p.From > 1 {
		p.Before = max(1, p.From-perPage)
	}
	if p.To < len(k.Items) {
		p.Next = p.To + 1
	}
	make := once(r)
	t, err := document.NewTeller(r.Words.Language)
	if err != nil {
		return err
	}
	for n := p.From; n <= p.To; n++ {
		e, err := c.of(r, k.Items[n-1], make)
		if err != nil {
			return err
		}
		p.Items = append(p.Items, tell(r, t, &e, n))
	}
	if p.History, err = r.Site.Cases.History(ctx, k.ID); err != nil {
		return err
	}
	for i := range p.History {
		if d := &p.History[i]; !d.Undone && d.Undoes == 0 && d.Deed != casefile.Made && d.Deed != casefile.Exported {
			p.Undoable = d
		}
	}
	return r.Show("case", k.Name, p)
}

// tell is an entry as a page shows it.
func tell(r *site.Request, t *document.Teller, e *entry.Entry, n int) item {
	i := item{Entry: e, N: n, Kind: t.Kind(e.Kind), Heading: t.Heading(e), State: t.State(e), Checked: e.Review.State == entry.Reviewed, Quote: t.Words(e.Quote), Why: t.Gone(e)}
	if i.Why == "" && e.Kind != casefile.Note {
		for _, f := range t.Facts(e) {
			i.Facts = append(i.Facts, fact{f.Label, strings.Split(f.Value, "\n")})
		}
		article, finding := e.Finding()
		switch e.Kind {
		case casefile.Report:
			i.Link = r.Link("report", article)
		case casefile.Claim:
			i.Link = r.Link("chain", finding)
		case casefile.Figure, casefile.Event:
			i.Link = r.Link("report", article) + "#" + url.PathEscape(finding)
		default:
			i.Link = r.Link(e.Kind, e.About)
		}
	}
	return i
}

// change renames a case, or sets the language of its document.
func change(r *site.Request) error {
	id, cases := r.PathValue("id"), r.Site.Cases
	if err := cases.Rename(r.Context(), by(r), id, field(r, "name")); err != nil {
		return err
	}
	if err := cases.Speak(r.Context(), by(r), id, field(r, "language")); err != nil {
		return err
	}
	return r.Redirect("/case/"+id, "case.saved")
}

// changeItem does to an item what the button says that was pressed.
func changeItem(r *site.Request) error {
	ctx, id, name, cases := r.Context(), r.PathValue("id"), r.PathValue("item"), r.Site.Cases
	to, said := "#"+name, "case.saved"
	do := field(r, "do")
	err := save(r, id, name) // whatever was pressed: what was typed is not lost
	if err != nil && do != "remove" {
		return err
	}
	switch do {
	case "save":
	case "include", "exclude":
		err = cases.Include(ctx, by(r), id, name, do == "include")
	case "move":
		place, wrong := strconv.Atoi(field(r, "place"))
		if wrong != nil || place < 1 {
			return site.Wrong("case.error.bad")
		}
		err = cases.Move(ctx, by(r), id, name, place)
	case "up", "down":
		var place int
		if place, err = strconv.Atoi(field(r, "at")); err != nil {
			return site.Wrong("case.error.bad")
		}
		if do == "up" {
			place--
		} else {
			place++
		}
		err = cases.Move(ctx, by(r), id, name, place)
	case "remove":
		to, said = "", "case.removed"
		err = cases.Remove(ctx, by(r), id, name)
	default:
		return site.Wrong("case.error.bad")
	}
	if err != nil {
		return err
	}
	from := field(r, "from")
	if n, err := strconv.Atoi(from); err != nil || n < 1 {
		from = "1"
	}
	if to == "" {
		from = "1" // that page may be gone with it
	}
	return r.Redirect("/case/"+id+"?from="+from+to, said)
}

// save keeps what was typed beside an item. What is the same already changes nothing.
func save(r *site.Request, id, name string) error {
	if text := r.FormValue("comment"); r.Form.Has("comment") {
		if err := r.Site.Cases.Comment(r.Context(), by(r), id, name, text); err != nil {
			return err
		}
	}
	if r.Form.Has("translation") {
		return r.Site.Cases.Translate(r.Context(), by(r), id, name, r.FormValue("translation"))
	}
	return nil
}

func note(r *site.Request) error {
	id := r.PathValue("id")
	made, err := r.Site.Cases.Add(r.Context(), by(r), id, casefile.Item{Kind: casefile.Note, Comment: r.FormValue("text")})
	if err != nil {
		return err
	}
	return r.Redirect("/case/"+id+"?from="+last+"#"+made.ID, "case.added")
}

func undo(r *site.Request) error {
	n, err := strconv.ParseInt(field(r, "change"), 10, 64)
	if err != nil || n < 1 {
		return site.Wrong("case.error.bad")
	}
	if err := r.Site.Cases.Undo(r.Context(), by(r), r.PathValue("id"), n); err != nil {
		return err
	}
	return r.Redirect("/case/"+r.PathValue("id"), "case.undone")
}

// remove deletes a case, where it was said twice.
func remove(r *site.Request) error {
	if field(r, "sure") != "yes" {
		return site.Wrong("case.error.sure")
	}
	if err := r.Site.Cases.Delete(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	return r.Redirect("/cases", "case.deleted")
}

// hand answers with the folder of a case, as one file. Names of private persons are an admin's to
// ask for, with a reason, which the history keeps.
func hand(r *site.Request) error {
	h := site.Hand{Language: field(r, "language"), Names: field(r, "names") == "yes", Why: field(r, "reason"), By: r.Person.Pseudonym}
	k, err := r.Site.Cases.Case(r.Context(), r.PathValue("id"))
	switch {
	case err != nil:
		return err
	case r.Site.Writing.Hand == nil:
		return site.Problem{Status: http.StatusServiceUnavailable, Key: "case.error.closed"}
	case h.Names && r.Person.Role < site.Admin:
		return site.Problem{Status: http.StatusForbidden, Key: "error.role"}
	case h.Names && h.Why == "":
		return site.Wrong("case.error.why")
	case h.Language != "ar" && h.Language != "en":
		h.Language = k.Language
	}
	if h.Names {
		if err := r.Site.Cases.NoteExport(r.Context(), by(r), k.ID, h.Why); err != nil {
			return err
		}
	}
	h.Case = k
	made, err := r.Site.Writing.Hand(r.Context(), h)
	if err != nil {
		return err
	}
	defer made.Close() // read only: nothing can be lost
	head := r.W.Header()
	head.Set("Content-Type", "application/zip")
	head.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", made.Name))
	head.Set("Content-Length", strconv.FormatInt(made.Size, 10))
	head.Set("Cache-Control", "no-store")
	_, _ = io.Copy(r.W, made) // who went away need not be told
	return nil
}
