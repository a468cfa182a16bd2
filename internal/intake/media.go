// Package intake finds the articles in what came in: it says what an input is, and where in
// it which articles stand. A format more is a case more here.
//
// It promises that the same bytes give the same articles at the same places, in order, that what is wrong
// with one does not stop those after it, and that one article, or one line, is held at a
// time.
package intake

import (
	"bytes"
	"fmt"

	"riwaya/internal/archive/warc"
	"riwaya/internal/feed"
	"riwaya/internal/page"
	"riwaya/internal/telegram"
)

// The content types of what is read, beside text/html and text/plain.
const (
	MediaWARC  = "application/warc"
	MediaWACZ  = "application/wacz"
	MediaMHTML = "multipart/related"
	MediaLines = "application/jsonl"
)

// IsExport reports whether a file that starts so is an export of Telegram's, in JSON or HTML.
func IsExport(start []byte) bool {
	head, err := page.Unpacked(start)
	return err == nil && (telegram.IsExport(head) || telegram.IsHTMLExport(head))
}

// Media is what an input is, as a content type: declared, or found out by its start. Of a zip
// archive the start is not enough: see [MediaZip]. What is no text of any kind that is read is
// an error.
func Media(start []byte, name, declared string) (string, error) {
	if IsZip(start) {
		return MediaZip(bytes.NewReader(start), int64(len(start)), name)
	}
	o := page.Options{Name: name, ContentType: declared}
	head, err := page.Unpacked(start)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	if IsZip(head) { // not the start itself: it is packed
		return "", fmt.Errorf("%s: %w: a packed ZIP archive; unpack it once", name, page.ErrBinary)
	}
	if warc.IsWARC(head) {
		return MediaWARC, nil
	}
	if err := companion(head, name); err != nil {
		return "", err
	}
	if len(head) == 0 {
		return "", fmt.Errorf("%s: %w: it is empty", name, page.ErrEmpty)
	}
	if telegram.IsExport(head) {
		return MediaTelegram, nil
	}
	if telegram.IsHTMLExport(head) {
		return "", fmt.Errorf("%s: %w: a chat exported as HTML; export it once more as JSON (\"Machine-readable JSON\")", name, page.ErrFormat)
	}
	if kind := feed.Sniff(head); kind != "" {
		return kind.Media(), nil
	}
	format, err := page.Sniff(head, o)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	switch {
	case format == page.JSONLines:
		return MediaLines, nil
	case format == page.MHTML:
		return MediaMHTML, nil
	case declared != "":
		return declared, nil
	case format == page.HTML:
		return "text/html", nil
	}
	return "text/plain", nil
}
