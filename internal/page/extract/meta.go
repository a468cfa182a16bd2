package extract

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Where a page states when it was published, most exact first.
var publishedNames = [...]string{
	"article:published_time", "og:article:published_time", "datepublished", "og:published_time",
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
	"pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
	"dcterms.created", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date", "dc:date", "date",
}

// metadata reads the page's head, its JSON-LD, and the marks in its text; body is the
// article's text where JSON-LD has it.
func metadata(doc *html.Node, address string) (a Article, body string) {
	t, ld := tagsOf(doc), linkedArticle(doc)
	a.Lang = firstOf(t.lang, t.get("og:locale"), ld.Language.first())
	a.Outlet = firstOf(t.get("og:site_name"), Squeeze(ld.Publisher.first()), t.get("application-name"))
	a.Title = title(t, Squeeze(html.UnescapeString(ld.Headline.first())), a.Outlet)
	a.URL = canonical(t, address)
	a.Authors = authors(append(slices.Clone([]string(ld.Author)), t.authors...), a.Outlet, ld.Publisher.first())
	a.Published = published(doc, t, ld)
	return a, ld.Body.first()
}

// tags are the head's values by lower-case name, and what else counts.
type tags struct {
	named                  map[string]string
	lang, title, canonical string
	authors, headlines     []string
}

func (t tags) get(name string) string { return t.named[name] }

func tagsOf(doc *html.Node) tags {
	t := tags{named: map[string]string{}}
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			t.lang = attr(n, "lang")
		case atom.Title:
			if t.title == "" && n.Namespace == "" {
				t.title = Squeeze(textOf(n))
			}
		case atom.H1:
			t.headlines = append(t.headlines, Squeeze(textOf(n)))
		case atom.Link:
			if hasName(attr(n, "rel"), "canonical") && t.canonical == "" {
				t.canonical = strings.TrimSpace(attr(n, "href"))
			}
		}
		value := Squeeze(attr(n, "content"))
		for _, key := range [...]string{"property", "name", "itemprop"} {
			for name := range strings.FieldsSeq(strings.ToLower(attr(n, key))) {
				if value != "" && t.named[name] == "" {
					t.named[name] = value
				}
				if name == "author" || name == "article:author" || name == "dc.creator" {
					t.authors = append(t.authors, firstOf(value, Squeeze(textOf(n))))
				}
			}
		}
		if n.DataAtom == atom.A && hasName(attr(n, "rel"), "author") {
			t.authors = append(t.authors, Squeeze(textOf(n)))
		}
	}
	return t
}

// title is the headline as printed: an h1 that says what the metadata says, which
// often lacks its quotation marks, else the metadata, without the outlet's name.
func title(t tags, headline, outlet string) string {
	stated := firstOf(headline, t.get("og:title"), t.get("twitter:title"), t.title)
	for _, h := range t.headlines {
		if h != "" && (stated == "" || sameWords(h, stated) || strings.HasPrefix(bare(stated), bare(h)) && letters(h) > 10) {
			return h
		}
	}
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(stated, sep); i > 0 && (stated == t.title || sameWords(stated[i:], outlet)) {
			return stated[:i]
		}
	}
	return stated
}

// canonical is the article's address: the page's own word when it stays on the host
// that it was got from and names more than a front page.
func canonical(t tags, address string) string {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	for _, s := range [...]string{t.canonical, t.get("og:url")} {
		u, err := base.Parse(s)
		if s == "" || err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" || base.Host != "" && site(u) != site(base) {
			continue
		}
		return u.String()
	}
	return address
}

// site is the host without the labels that only say which version of a page it is.
func site(u *url.URL) string {
	h := strings.ToLower(u.Hostname())
	for _, p := range [...]string{"www.", "m.", "amp."} {
		h = strings.TrimPrefix(h, p)
	}
	return h
}

// authors are the names, each once; the outlet itself, addresses and handles are none.
func authors(stated []string, outlets ...string) []string {
	out := []string{}
	for _, s := range stated {
		s = Squeeze(s)
		own := slices.ContainsFunc(outlets, func(o string) bool { return sameWords(o, s) })
		if letters(s) < 2 || len(s) > 200 || own || strings.ContainsAny(s, "@/") || slices.Contains(out, s) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// published is the times that the page states, in its JSON-LD, its head, or a mark on
// a date in its text, in this order.
func published(doc *html.Node, t tags, ld linked) []string {
	stated := slices.Clone([]string(ld.Published))
	for _, name := range publishedNames {
		if s := t.get(name); s != "" {
			stated = append(stated, s)
		}
	}
	return append(stated, times(doc)...)
}

// times is the datetime of <time> elements that are the article's: marked as its
// publication, or all of one value.
func times(doc *html.Node) []string {
	var all []string
	for n := range doc.Descendants() {
		at := strings.TrimSpace(attr(n, "datetime"))
		if n.DataAtom != atom.Time || at == "" {
			continue
		}
		if has(n, "pubdate") || hasName(attr(n, "itemprop"), "datePublished") {
			return []string{at}
		}
		all = append(all, at)
	}
	if slices.Sort(all); len(slices.Compact(all)) == 1 {
		return all[:1]
	}
	return nil
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
