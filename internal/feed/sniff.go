package feed

import (
	"bytes"
	"regexp"
	"strings"

	"riwaya/internal/page"
)

// versionOf is how JSON Feed states what it is (jsonfeed.org/version/1.1, "Structure").
var versionOf = regexp.MustCompile(`"version"\s*:\s*"https?:\\?/\\?/(www\.)?jsonfeed\.org\\?/version\\?/`)

// Sniff says which kind of list the start of an input, unpacked, begins; "" for none.
func Sniff(head []byte) Kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		if versionOf.Match(head) {
			return JSON
		}
		return ""
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil) // UTF-16: names of elements are ASCII
	}
	return kindOf(root(head), head)
}

// root is the name of the first element. A document type may stand before it as well.
func root(b []byte) string {
	for {
		b = page.BelowProlog(b)
		if !bytes.HasPrefix(b, []byte("<!DOCTYPE")) {
			break
		}
		end := ">"
		if i, j := bytes.IndexByte(b, '['), bytes.IndexByte(b, '>'); i >= 0 && i < j {
			end = "]>"
		}
		i := bytes.Index(b, []byte(end))
		if i < 0 {
			return ""
		}
		b = b[i+len(end):]
	}
	if !bytes.HasPrefix(b, []byte("<")) {
		return ""
	}
	name := b[1:]
	if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
		return string(name[:i])
	}
	return ""
}

// kindOf is the kind whose first element has a name.
func kindOf(name string, head []byte) Kind {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	switch strings.ToLower(local) {
	case "rss":
		return RSS
	case "rdf": // RSS 0.9 and 1.0; other RDF is none
		if bytes.Contains(head, []byte("purl.org/rss/1.0")) || bytes.Contains(head, []byte("netscape.com/rdf/simple/0.9")) {
			return RSS
		}
	case "feed":
		if prefix != "" || bytes.Contains(head, []byte("w3.org/2005/Atom")) || bytes.Contains(head, []byte("purl.org/atom/ns")) {
			return Atom
		}
	case "opml":
		return OPML
	case "urlset":
		return Sitemap
	case "sitemapindex":
		return Index
	}
	return ""
}
