package page

import (
	"strings"

	"riwaya"
	"riwaya/internal/page/extract"
	"riwaya/internal/page/saved"
)

// parseHTML reads a web page.
func parseHTML(b []byte, o Options) (Input, error) {
	b, err := unzipped(b)
	if err != nil {
		return Input{}, err
	}
	if b = slim(b); len(b) > MaxArticle {
		return Input{}, tooLarge()
	}
	text, encoding, replaced, err := decodePage(b, o.ContentType)
	if err != nil {
		return Input{}, err
	}
	address, stated := o.URL, o.Stated
	if address == "" && stated != nil && stated.URL != nil {
		address = *stated.URL
	}
	if s, without := saved.Page(text, address); s != nil {
		text, stated = without, s
		if s.URL != nil {
			address = *s.URL
		}
	}
	if isPosts(text) {
		return Input{}, &Posts{Text: text, Stated: stated}
	}
	found, err := extract.HTML(text, address)
	if err != nil {
		return Input{}, err
	}
	if s := saved.Address(found.URL); s != nil { // its own word is the address of a copy
		stated, found.URL = s, *s.URL
	}
	d := draft{url: found.URL, outlet: found.Outlet, title: found.Title, authors: found.Authors, stated: stated}
	if stated != nil && stated.At != nil {
		d.seen = stated.At
	}
	for _, s := range found.Published {
		var ok bool
		if d.published, ok = parseDate(s); ok {
			d.published.from = riwaya.FromMetadata
			break
		}
	}
	d.text = headed(d.title, strings.Join(found.Lines, "\n"))
	a, err := d.finish(o)
	lang := found.Lang
	if o.Lang != "" {
		lang = o.Lang
	}
	return Input{Article: a, Format: HTML, Encoding: encoding, Lang: lang, Replaced: replaced}, err
}
