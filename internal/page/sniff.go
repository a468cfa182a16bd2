package page

import (
	"bytes"
	"fmt"
	"mime"
	"path"
	"strings"

	"riwaya/internal/page/mhtml"
)

// sniffed is how much of an input's start decides its format.
const sniffed = 64 << 10

// Sniff says which format the bytes at the start of an input have. What the name and
// the declared content type say counts where the content does not say otherwise.
// Formats that are known but not read are an [ErrBinary] or [ErrFormat].
func Sniff(head []byte, o Options) (Format, error) {
	if kind := magic(head); kind != "" {
		return "", fmt.Errorf("%w: %s", ErrBinary, kind)
	}
	if o.Format != "" {
		return o.Format, nil
	}
	if mhtml.Is(head) {
		return MHTML, nil
	}
	name := strings.ToLower(o.Name)
	for _, packing := range [...]string{".gz", ".zst", ".bz2"} {
		name = strings.TrimSuffix(name, packing)
	}
	media, _, _ := mime.ParseMediaType(o.ContentType)
	switch path.Ext(name) {
	case ".jsonl", ".ndjson":
		return JSONLines, nil
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case startsJSON(start):
		line, _, _ := bytes.Cut(start, []byte("\n"))
		if len(bytes.TrimSpace(line)) == 1 { // a brace alone: one object over many lines
			return "", fmt.Errorf("%w: JSON over several lines; JSON lines are read, one object a line, and an export of Telegram's by riwaya add", ErrFormat)
		}
		return JSONLines, nil
	case startsMarkup(start, "rss", "feed", "rdf:rdf"):
		return "", fmt.Errorf("%w: a feed, not an article", ErrFormat)
	case media == "text/html", media == "application/xhtml+xml",
		startsMarkup(start, "html", "head", "body", "!doctype"):
		return HTML, nil
	}
	switch path.Ext(name) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return HTML, nil
	}
	return Text, nil
}

// startsJSON reports whether b starts as an object with a first name does: {"name":
func startsJSON(b []byte) bool {
	b, ok := bytes.CutPrefix(b, []byte("{"))
	if !ok {
		return false
	}
	if b, ok = bytes.CutPrefix(bytes.TrimLeft(b, " \t\r\n"), []byte(`"`)); !ok {
		return false
	}
	end := bytes.IndexByte(b, '"')
	return end >= 0 && bytes.HasPrefix(bytes.TrimLeft(b[end+1:], " \t"), []byte(":"))
}

// BelowProlog is what stands behind the white space, the declarations and the comments that
// may stand before the first element; nothing where one of these does not end.
func BelowProlog(b []byte) []byte {
	for {
		b = bytes.TrimLeft(b, " \t\r\n")
		end := ""
		switch {
		case bytes.HasPrefix(b, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(b, []byte("<!--")):
			end = "-->"
		default:
			return b
		}
		i := bytes.Index(b, []byte(end))
		if i < 0 {
			return nil
		}
		b = b[i+len(end):]
	}
}

// startsMarkup reports whether the first element is one of the names.
func startsMarkup(b []byte, names ...string) bool {
	b, ok := bytes.CutPrefix(BelowProlog(b), []byte("<"))
	if !ok {
		return false
	}
	for _, name := range names {
		if len(b) > len(name) && strings.EqualFold(string(b[:len(name)]), name) {
			if c := b[len(name)]; c == '>' || c == ' ' || c == '\t' || c == '\r' || c == '\n' {
				return true
			}
		}
	}
	return false
}

// magic names what is no text by its first bytes, "" when it may be text.
func magic(b []byte) string {
	for _, m := range [...]struct{ start, kind string }{
		{"%PDF-", "a PDF document"},
		{"PK\x03\x04", "a ZIP archive or an office document"},
		{"\x7fELF", "a program"},
		{"MZ\x90\x00", "a program"},
		{"\x89PNG\r\n", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"GIF8", "a GIF picture"},
		{"RIFF", "a RIFF file: sound, film or picture"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"},
		{"{\\rtf", "an RTF document"},
		{"SQLite format 3\x00", "an SQLite database"},
		{"\x28\xb5\x2f\xfd", "a zstd archive"},
		{"BZh9", "a bzip2 archive"},
		{"\xfd7zXZ\x00", "an xz archive"},
		{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	} {
		if bytes.HasPrefix(b, []byte(m.start)) {
			return m.kind
		}
	}
	return ""
}
