package feed

import (
	"encoding/xml"
	"strings"
)

// The fields whose text is read.
const (
	address   = "address"
	guid      = "guid"
	title     = "title"
	date      = "date"
	changed   = "changed"
	content   = "content"
	feedTitle = "title of the feed"
	feedSite  = "site of the feed"
)

// inEntry looks at an element of the open entry, or at the entry itself.
func (d *decoder) inEntry(t xml.StartElement) {
	depth := len(d.stack) - d.at // of the entry itself 0
	own := depth == 1 && t.Name.Space == d.stack[d.at-1].name.Space
	switch d.f.Kind {
	case RSS:
		d.rss(t, depth, own)
	case Atom:
		if own {
			d.atom(t)
		}
	case Sitemap, Index:
		switch {
		case own && t.Name.Local == "loc":
			d.read(address)
		case own && t.Name.Local == "lastmod":
			d.read(changed)
		case depth == 2 && t.Name.Space == nsNews && t.Name.Local == "publication_date":
			d.read(date)
		case depth == 2 && t.Name.Space == nsNews && t.Name.Local == "title":
			d.read(title)
		}
	}
}

// rss is RSS 0.9x and 2.0 (rssboard.org), and 1.0 (purl.org/rss/1.0/spec).
func (d *decoder) rss(t xml.StartElement, depth int, own bool) {
	if depth == 0 {
		d.entry.spare, d.entry.spareBase = attr(t, nsRDF, "about"), d.base()
	}
	if depth != 1 {
		return
	}
	switch name := t.Name.Local; {
	case own && name == "link":
		d.read(address)
	case own && name == "guid":
		d.perma = !strings.EqualFold(attr(t, "", "isPermaLink"), "false")
		d.read(guid)
	case own && name == "title":
		d.read(title)
	case own && name == "pubDate", t.Name.Space == nsDC && name == "date":
		d.read(date)
	case t.Name.Space == nsContent && name == "encoded":
		d.read(content)
	case t.Name.Space == nsAtom && name == "link":
		d.link(t)
	}
}

// atom is RFC 4287, and Atom 0.3 before it.
func (d *decoder) atom(t xml.StartElement) {
	switch t.Name.Local {
	case "link":
		d.link(t)
	case "title":
		d.read(title)
	case "published", "issued":
		d.read(date)
	case "updated", "modified":
		d.read(changed)
	case "content":
		if src := attr(t, "", "src"); src != "" { // 4.1.3.2: the content is elsewhere
			d.entry.spare, d.entry.spareBase = src, d.base()
			return
		}
		d.read(content)
	}
}

// link is an atom:link (RFC 4287, 4.2.7): without rel it is the page; of several a page in
// HTML is taken.
func (d *decoder) link(t xml.StartElement) {
	rel, href := attr(t, "", "rel"), attr(t, "", "href")
	if href == "" || rel != "" && rel != "alternate" && rel != "http://www.iana.org/assignments/relation/alternate" {
		return
	}
	rank := 1
	if media := attr(t, "", "type"); media == "" || strings.Contains(media, "html") {
		rank = 2
	}
	if rank > d.entry.rank {
		d.entry.rank, d.entry.address, d.entry.base = rank, href, d.base()
	}
}

// close takes what the text of a field was.
func (d *decoder) close(s string) {
	if s == "" {
		return
	}
	e := d.entry
	switch d.field {
	case address:
		const ownLink = 3
		if e.rank < ownLink {
			e.rank, e.address, e.base = ownLink, s, d.base()
		}
	case guid:
		if d.perma && (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) {
			e.spare, e.spareBase = s, d.base()
		}
	case title:
		e.title = clip(s)
	case date:
		if t := parseTime(s); e.at.IsZero() {
			e.at = t
		}
	case changed: // says more than when it appeared
		if t := parseTime(s); !t.IsZero() {
			e.at = t
		}
	case content:
		e.text = true
	case feedTitle:
		d.f.Title = clip(s)
	case feedSite:
		d.states(s, 1)
	}
}

// states notes an address that the list says is its own; the better one counts.
func (d *decoder) states(s string, rank int) {
	if rank > d.own {
		d.self, d.own = joined(d.base(), s), rank
	}
}

// inHead looks at an element outside entries.
func (d *decoder) inHead(t xml.StartElement) {
	up, name := d.parent(1).Local, t.Name.Local
	switch d.f.Kind {
	case RSS:
		switch {
		case up != "channel":
		case t.Name.Space == nsAtom && name == "link" && attr(t, "", "rel") == "self":
			d.states(attr(t, "", "href"), 2)
		case t.Name.Space != d.parent(1).Space:
		case name == "title":
			d.read(feedTitle)
		case name == "link":
			d.read(feedSite)
		}
	case Atom:
		switch rel := attr(t, "", "rel"); {
		case up != "feed":
		case name == "title":
			d.read(feedTitle)
		case name == "link" && rel == "self":
			d.states(attr(t, "", "href"), 2)
		case name == "link" && (rel == "" || rel == "alternate"):
			d.states(attr(t, "", "href"), 1)
		}
	case OPML:
		switch {
		case name == "title" && up == "head":
			d.read(feedTitle)
		case name == "outline":
			d.outline(t)
		}
	}
}

// outline is an element of OPML 2.0 (opml.org/spec2): a feed, a folder, or another list, which
// is not followed.
func (d *decoder) outline(t xml.StartElement) {
	var e found
	kind, other := "", ""
	for _, a := range t.Attr {
		d.sum.add(a.Name.Local, a.Value)
		switch strings.ToLower(a.Name.Local) { // programs spell it xmlUrl, xmlurl, xmlURL
		case "xmlurl":
			e.address = a.Value
		case "url":
			other = a.Value
		case "type":
			kind = strings.ToLower(a.Value)
		case "text", "title":
			e.title = clip(a.Value)
		}
	}
	switch {
	case e.address != "":
	case other != "" && (kind == "rss" || kind == "atom" || kind == "feed"):
		e.address = other
	case other != "" && (kind == "include" || kind == "link"):
		e.address, e.why = other, "it stands in a list and is no feed"
	default:
		return
	}
	e.base = d.base()
	d.entry, d.at = &e, 0
	d.add()
}
