package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"
	"time"
)

// Namespaces, as the formats' specifications name them.
const (
	nsXML     = "http://www.w3.org/XML/1998/namespace"
	nsAtom    = "http://www.w3.org/2005/Atom"
	nsRDF     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC      = "http://purl.org/dc/elements/1.1/"
	nsContent = "http://purl.org/rss/1.0/modules/content/"
	nsNews    = "http://www.google.com/schemas/sitemap-news/0.9"
)

// summing is a hash that never fails.
type summing struct{ hash.Hash }

func (s summing) add(parts ...string) {
	for _, p := range parts {
		_, _ = io.WriteString(s.Hash, p) // a hash takes all (package hash)
		_, _ = s.Write([]byte{0})
	}
}

// found is an entry as it stands there.
type found struct {
	address, base string // as written; xml:base around it, resolved as far as the document goes
	spare         string // the address where there is no other: an identifier that is one
	spareBase     string
	rank          int // how good the address is
	title         string
	at            time.Time
	text          bool
	why           string // it is not followed
}

// frame is an element that is open.
type frame struct {
	name xml.Name
	base string
}

// decoder reads a list in XML: one walk over its tokens, no recursion.
type decoder struct {
	f     *Feed
	x     *xml.Decoder
	sum   summing
	stack []frame
	found []found
	self  string // the address that the list states as its own, or its site's
	own   int    // how good that is

	entry *found // that is open, nil outside
	at    int    // how deep its element stands
	field string // what the text of the open element is, "" for nothing
	deep  int    // where that element stands
	buf   strings.Builder
	perma bool // the open guid is an address
}

func newDecoder(f *Feed, text string) *decoder {
	x := xml.NewDecoder(strings.NewReader(text))
	// Feeds name HTML's entities without declaring them. What a document type declares is never
	// read: an entity of its own stays as it is written, whatever it would expand to.
	x.Strict, x.Entity = false, xml.HTMLEntity
	x.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8 already
	return &decoder{f: f, x: x, sum: newSum()}
}

func (d *decoder) run() {
	for {
		t, err := d.x.Token()
		if err != nil {
			var s *xml.SyntaxError
			switch {
			case errors.As(err, &s):
				d.f.Break = fmt.Errorf("line %d: %s", s.Line, s.Msg)
			case err != io.EOF:
				d.f.Break = err
			}
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(d.stack) == MaxDepth {
				d.f.Break = fmt.Errorf("elements nested deeper than %d", MaxDepth)
				return
			}
			d.start(t)
		case xml.EndElement:
			d.end()
		case xml.CharData:
			if d.entry != nil {
				d.sum.add(string(t))
			}
			if left := maxAddress - d.buf.Len(); d.field != "" && left > 0 {
				d.buf.Write(t[:min(len(t), left)])
			}
		}
	}
}

func attr(t xml.StartElement, space, local string) string {
	for _, a := range t.Attr {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

func (d *decoder) start(t xml.StartElement) {
	f := frame{name: t.Name}
	if n := len(d.stack); n > 0 {
		f.base = d.stack[n-1].base
	}
	if b := attr(t, nsXML, "base"); b != "" {
		f.base = joined(f.base, b)
	}
	d.stack = append(d.stack, f)
	if d.entry == nil && d.begins(t.Name) {
		d.entry, d.at = &found{}, len(d.stack)
	}
	if d.entry != nil {
		d.sum.add("<" + t.Name.Space + " " + t.Name.Local)
		for _, a := range t.Attr {
			d.sum.add(a.Name.Local, a.Value)
		}
	}
	if d.field != "" {
		return // elements inside a text are part of it
	}
	if d.entry != nil {
		d.inEntry(t)
	} else {
		d.inHead(t)
	}
}

func (d *decoder) end() {
	n := len(d.stack)
	if n == 0 {
		return
	}
	if d.field != "" && d.deep == n {
		d.close(strings.TrimSpace(d.buf.String()))
		d.field = ""
	}
	if d.entry != nil && d.at == n {
		d.add()
	}
	d.stack = d.stack[:n-1]
}

// add takes the open entry up.
func (d *decoder) add() {
	e := *d.entry
	d.entry = nil
	if e.address == "" {
		e.address, e.base = e.spare, e.spareBase
	}
	if len(d.found) == MaxEntries {
		d.f.More++
		return
	}
	d.found = append(d.found, e)
}

// parent is the name of the element n above the open one.
func (d *decoder) parent(n int) xml.Name {
	if i := len(d.stack) - 1 - n; i >= 0 {
		return d.stack[i].name
	}
	return xml.Name{}
}

// begins reports whether an element is an entry.
func (d *decoder) begins(n xml.Name) bool {
	up := d.parent(1).Local
	switch d.f.Kind {
	case RSS: // of 1.0 they stand beside the channel
		return n.Local == "item" && (up == "channel" || up == "RDF" || up == "rss")
	case Atom:
		return n.Local == "entry" && up == "feed"
	case Sitemap:
		return n.Local == "url" && up == "urlset"
	case Index:
		return n.Local == "sitemap" && up == "sitemapindex"
	}
	return false
}

// read says what the text of the open element is.
func (d *decoder) read(field string) {
	d.field, d.deep = field, len(d.stack)
	d.buf.Reset()
}

func (d *decoder) base() string { return d.stack[len(d.stack)-1].base }
