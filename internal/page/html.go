package page

import (
	"fmt"
	"strings"

	"riwaya"
	"riwaya/internal/page/extract"
)

// parseHTML reads a web page.
func parseHTML(b []byte, o Options) (Input, error) {
	text, encoding, replaced, err := DecodePage(b, o.ContentType)
	if err != nil {
		return Input{}, err
	}
	if strings.Contains(text, `class="tgme_widget_message`) && strings.Contains(text, "data-post=") {
		return Input{}, fmt.Errorf("%w: messages of Telegram; riwaya add reads each", ErrFormat)
	}
	found, err := extract.HTML(text, o.URL)
	if err != nil {
		return Input{}, err
	}
	d := draft{url: found.URL, outlet: found.Outlet, title: found.Title, authors: found.Authors}
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
