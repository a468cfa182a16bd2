// Package evidence is the page of what stands behind a capture or an article: when and how it came
// in, its hashes, the leaves of the log, and whether they hold now. From it the capture can be had as
// it came, and the proof that shows a stranger that it is in the log.
//
// A capture is never shown as a page of the desk: it is sent as a file to be kept.
package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/archive"
	"riwaya/internal/desk/site"
	"riwaya/internal/evidence"
	"riwaya/internal/ledger"
	"riwaya/internal/show/privacy"
)

// Routes are the page's addresses. A capture has the names of private persons in it, as it came: it is
// for who answers for the ledger.
func Routes() []site.Route {
	return []site.Route{
		{Method: "GET", Pattern: "/evidence/{id}", Least: site.Reader, Handle: show},
		{Method: "GET", Pattern: "/evidence/{id}/capture", Least: site.Admin, Handle: capture},
		{Method: "POST", Pattern: "/evidence/{id}/proof", Least: site.Reviewer, Handle: proof},
	}
}

// Bounds of what a page shows: a capture may have thousands of articles.
const (
	most      = 50
	cheap     = 4 << 20 // bytes of a record that are compared when the page is opened
	mostPlace = 5
)

// page is what the template shows.
type page struct {
	ID                 string
	Article            string // "" of a capture
	Title, Outlet, Day string
	Stated             *riwaya.Stated
	Capture            ledger.Capture
	Address            string // where it was got, as it may be shown
	First              *ledger.Sighting
	Custody            []entry
	MoreCustody        int
	Records            []entry
	MoreRecords        int
	Appears            []ledger.Appears
	Articles           []string
	MoreArticles       int
	Others, Asked      []string
	Files              []ledger.File
	MoreFiles          int
	Head               *head
	HeadWrong          string
	Leaves             int64
	All                bool // every byte was compared
	Unread             bool // some were not, since they are many
	Proof              bool // there is a way to make one
	Raw                bool // who asks may have the capture
}

// head is a signed head of the log.
type head struct {
	Origin, Root string
	Size         int64
	Time         time.Time
}

// entry is one leaf with what is known of it.
type entry struct {
	evidence.Entry
	Sum, Name      string
	Looked, Covers bool
	Wrong          string // what does not hold
}

func show(r *site.Request) error {
	ctx, shelf, id := r.Context(), r.Shelf(), r.PathValue("id")
	var f ledger.Found
	var err error
	if strings.HasPrefix(id, "cap-") { // it may have thousands of articles
		f.Capture = id
	} else if f, err = shelf.Store.Find(ctx, id); err != nil {
		return err
	}
	p := page{ID: id, Article: f.Article, Appears: f.Appears, All: r.URL.Query().Get("all") != "", Proof: r.Site.Writing.Proof != nil && r.Person.Role >= site.Reviewer, Raw: r.Person.Role >= site.Admin}
	var h ledger.Holding
	if f.Capture != "" {
		lists := most
		if f.Article != "" {
			lists = 0
		}
		if h, err = shelf.Store.Holding(ctx, f.Capture, lists); err != nil {
			return err
		}
	}
	gate, err := p.about(r, f, h)
	if err != nil {
		return err
	}
	for i := range p.Appears {
		if places := p.Appears[i].Places; len(places) > mostPlace {
			p.Appears[i].Places = append(slices.Clone(places[:mostPlace]), "…")
		}
	}
	if f.Capture != "" {
		if p.Capture, err = shelf.Store.Capture(ctx, f.Capture); err != nil {
			return err
		}
		p.Address = gate.Address(p.Capture.URL)
		for _, a := range h.Asked {
			p.Asked = append(p.Asked, gate.Address(a))
		}
		if err := p.files(r, f.Capture); err != nil {
			return err
		}
	}
	if f.Article == "" { // what was read of its articles stands on their pages
		p.Articles, p.MoreArticles, p.Others = h.Articles, h.Count-len(h.Articles), h.Others
	} else {
		p.ID = f.Article
	}
	return p.look(r, gate, h.Custody, f.Records)
}

// about says what article it is, and gives the gate of the one article whose names an address may
// have.
func (p *page) about(r *site.Request, f ledger.Found, h ledger.Holding) (*privacy.Gate, error) {
	alone := f.Article
	if alone == "" && h.Count == 1 && len(h.Articles) == 1 {
		alone = h.Articles[0]
	}
	gate := privacy.NewGate(&riwaya.Record{})
	if alone == "" {
		return gate, nil
	}
	all, err := r.Shelf().Store.Sought(r.Context(), []string{alone}, ledger.Sought{}, nil)
	if err != nil || len(all) != 1 {
		return gate, err
	}
	gate = privacy.NewGate(&all[0].Read)
	p.article(gate, &all[0].Read.Article)
	return gate, nil
}

// article says what article it is.
func (p *page) article(gate *privacy.Gate, a *riwaya.Article) {
	p.Title, p.Stated = gate.Words(a.Title), a.Stated
	if a.Outlet != nil {
		p.Outlet = gate.Words(*a.Outlet)
	}
	if a.Published != nil {
		p.Day = *a.Published
	}
	if s := a.Stated; s != nil {
		gated := *s
		for _, u := range []**string{&gated.URL, &gated.Archive} {
			if *u != nil {
				shown := gate.Address(**u)
				*u = &shown
			}
		}
		p.Stated = &gated
	}
}

func (p *page) files(r *site.Request, capture string) error {
	err := r.Shelf().Store.Files(r.Context(), capture, func(f ledger.File) error {
		if len(p.Files) == most {
			p.MoreFiles++
			return nil
		}
		f.Name = path.Base(f.Name)
		p.Files = append(p.Files, f)
		return nil
	})
	return err
}

// look looks into the archive, and shows the page.
func (p *page) look(r *site.Request, gate *privacy.Gate, custody, records []int64) (err error) {
	if r.Shelf().Evidence == nil {
		return r.Show("evidence", r.Say("evidence.title"), p)
	}
	log, err := r.Shelf().Evidence.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	p.Leaves = log.Size()
	h, err := log.Head()
	if err != nil {
		p.HeadWrong = err.Error()
	} else if h != nil {
		p.Head = &head{h.Origin, base64.StdEncoding.EncodeToString(h.Root[:]), h.Size, h.Time}
	}
	limit := int64(cheap)
	if p.All {
		limit = 0
	}
	take := func(leaves []int64) (out []entry, more int, err error) {
		if len(leaves) > most {
			more, leaves = len(leaves)-most, leaves[len(leaves)-most:]
		}
		for _, n := range leaves {
			e, err := log.Entry(n)
			if err != nil {
				out = append(out, entry{Entry: e, Wrong: plain(err)})
				continue
			}
			one := entry{Entry: e, Sum: hex.EncodeToString(e.Sum[:])}
			if s := e.Sighting; s != nil {
				one.Name = nameOf(gate, s)
			}
			if !e.Gone {
				one.Looked, one.Covers, err = log.Holds(e.Entry, h, limit)
				p.Unread = p.Unread || !one.Looked
				if err != nil {
					one.Wrong = plain(err)
				}
			}
			out = append(out, one)
		}
		return out, more, nil
	}
	if p.Custody, p.MoreCustody, err = take(custody); err != nil {
		return err
	}
	if p.Records, p.MoreRecords, err = take(records); err != nil {
		return err
	}
	for i := range p.Custody {
		if s := p.Custody[i].Sighting; s != nil {
			p.First = s
			break
		}
	}
	return r.Show("evidence", r.Say("evidence.title"), p)
}

// nameOf is what something was called when it came, without where on a machine it stood.
func nameOf(gate *privacy.Gate, s *ledger.Sighting) string {
	if s.How == ledger.CameFile {
		return gate.Words(path.Base(strings.ReplaceAll(s.Name, `\`, "/")))
	}
	return gate.Address(s.Name)
}

// plain is what is wrong with an entry, without where on this machine a file stands.
func plain(err error) string {
	if errors.Is(err, archive.ErrAltered) || errors.Is(err, evidence.ErrHead) {
		return err.Error()
	}
	return "unreadable"
}

// capture sends what came in, byte for byte, as a file of no kind that a browser would open in the
// desk's own origin.
func capture(r *site.Request) (err error) {
	id := r.PathValue("id")
	if !strings.HasPrefix(id, "cap-") {
		return ledger.ErrUnknown
	}
	c, err := r.Shelf().Store.Capture(r.Context(), id)
	if err != nil {
		return err
	}
	if r.Shelf().Evidence == nil {
		return ledger.ErrUnknown
	}
	log, err := r.Shelf().Evidence.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	e, err := log.Entry(c.Leaf)
	if err != nil {
		return err
	}
	if e.Gone {
		return ledger.ErrGone
	}
	sent(r, "application/octet-stream", c.ID+".bin")
	if err := log.Payload(r.W, c.Leaf); err != nil {
		// What was sent cannot be taken back: the connection is cut, so that nobody takes a part for the whole.
		panic(http.ErrAbortHandler)
	}
	return nil
}

// sent says of an answer that it is a file to be kept, whatever is in it.
func sent(r *site.Request, media, name string) {
	h := r.W.Header()
	h.Set("Content-Type", media)
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "no-store")
}

// proof sends the proof as a zip archive of its folder.
func proof(r *site.Request) error {
	f, err := r.Shelf().Store.Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	id := f.Article
	if id == "" {
		id = f.Capture
	}
	if r.Site.Writing.Proof == nil {
		return ledger.ErrUnknown
	}
	files, err := r.Site.Writing.Proof(r.Context(), id)
	if errors.Is(err, ledger.ErrGone) || errors.Is(err, ledger.ErrUnknown) {
		return err
	}
	if err != nil {
		if r.Site.Log != nil {
			r.Site.Log(err)
		}
		return site.Problem{Status: http.StatusServiceUnavailable, Key: "evidence.noproof"}
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: "proof-" + id + "/" + name, Method: zip.Deflate, Modified: r.Site.Now().UTC()})
		if err != nil {
			return err
		}
		if _, err := w.Write(files[name]); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	sent(r, "application/zip", "proof-"+id+".zip")
	_, _ = r.W.Write(out.Bytes()) // who went away need not be told
	return nil
}
