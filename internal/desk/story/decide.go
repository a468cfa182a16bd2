package story

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/desk/site"
	"riwaya/internal/ledger"
	"riwaya/internal/ruling"
	"riwaya/internal/tracing"
)

// decision is what a person decided about the story.
type decision struct {
	Leaf     int64
	Who, Day string
	Verdict  string // in words
	Note     string
	Articles []string
	Undone   bool
}

// decisions are those that name a report of the story, or the story, the latest first.
func decisions(r *site.Request, p *page) (out []decision, err error) {
	all, err := r.Shelf().Store.Reviews(r.Context())
	if err != nil {
		return nil, err
	}
	undone := ruling.Undone(all)
	for _, d := range slices.Backward(all) {
		if !aboutStories(&d) {
			continue
		}
		var articles []string
		if json.Unmarshal(d.Value, &articles) != nil {
			continue
		}
		mine := d.About == p.ID || slices.Contains(p.Aliases, d.About)
		for i := range p.Reports {
			mine = mine || slices.Contains(articles, p.Reports[i].Article)
		}
		if mine {
			out = append(out, decision{d.Leaf, d.Who, d.At.UTC().Format("2006-01-02"), r.Words.Word("ruling", d.Verdict), d.Note, articles, undone[d.Leaf]})
		}
	}
	return out, nil
}

func aboutStories(d *ledger.Review) bool {
	return d.Verdict == ledger.VerdictMerge || d.Verdict == ledger.VerdictSplit
}

// split makes the reports that were marked a story of their own.
func split(r *site.Request) error {
	if err := r.ParseForm(); err != nil {
		return site.Wrong("error.form")
	}
	articles := r.PostForm["article"]
	if len(articles) == 0 {
		return site.Wrong("story.split.none")
	}
	story, err := r.Shelf().Found.Story(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	for _, id := range articles {
		if !slices.ContainsFunc(story.Reports, func(r riwaya.StoryReport) bool { return r.Article == id }) {
			return site.Wrong("story.split.other")
		}
	}
	if len(articles) >= len(story.Reports) {
		return site.Wrong("story.split.all")
	}
	d, err := ruling.Split(r.Context(), r.Shelf().Found, articles...)
	return decided(r, d, err, story.Reports[0].Article)
}

// merge makes the story and another, named by its ID, a report of it or that one's address, one.
func merge(r *site.Request) error {
	if err := r.ParseForm(); err != nil {
		return site.Wrong("error.form")
	}
	with := strings.TrimSpace(r.PostForm.Get("with"))
	if at := strings.LastIndex(with, "/story/"); at >= 0 { // the address of its page
		with = with[at+len("/story/"):]
	}
	if strings.Contains(with, "://") {
		id, err := tracing.Article(r.Context(), r.Shelf().Store, with)
		if err != nil {
			return site.Wrong("story.merge.unknown", with)
		}
		with = id
	}
	d, err := ruling.Merge(r.Context(), r.Shelf().Found, r.PathValue("id"), with)
	if errors.Is(err, across.ErrUnknown) {
		return site.Wrong("story.merge.unknown", with)
	}
	return decided(r, d, err, r.PathValue("id"))
}

// undo takes a decision back.
func undo(r *site.Request) error {
	if err := r.ParseForm(); err != nil {
		return site.Wrong("error.form")
	}
	leaf, err := strconv.ParseInt(r.PostForm.Get("decision"), 10, 64)
	if err != nil {
		return site.Wrong("story.undo.none")
	}
	before, err := r.Shelf().Store.Reviews(r.Context())
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(before, func(d ledger.Review) bool { return d.Leaf == leaf && aboutStories(&d) }) {
		return site.Wrong("story.undo.none") // what is decided about findings is taken back where it was decided
	}
	d, err := ruling.Undo(before, leaf)
	return decided(r, d, err, r.PathValue("id"))
}

// mostNote is how many bytes a note may have.
const mostNote = 2000

// decided enters a decision and goes back to the story that has id, or is it.
func decided(r *site.Request, d *ledger.Review, err error, id string) error {
	switch {
	case errors.Is(err, ruling.ErrOther), errors.Is(err, ruling.ErrArticles):
		return site.Wrong("story.split.other")
	case errors.Is(err, ruling.ErrFew):
		return site.Wrong("story.merge.same")
	case errors.Is(err, ruling.ErrNone):
		return site.Wrong("story.undo.none")
	case errors.Is(err, ruling.ErrUndone):
		return site.Wrong("story.undo.again")
	case err != nil:
		return err
	}
	note := strings.TrimSpace(r.PostForm.Get("note"))
	if len(note) > mostNote {
		return site.Wrong("story.note.long")
	}
	d.Who, d.Note = r.Person.Pseudonym, note
	if err := r.Site.Writing.Review(r.Context(), d); err != nil {
		return err
	}
	if err := r.Shelf().Update(r.Context(), nil); err != nil {
		return err
	}
	story, err := r.Shelf().Found.Story(r.Context(), id)
	if err != nil {
		return err
	}
	return r.Redirect("/story/"+story.ID, "decided")
}
