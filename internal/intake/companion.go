package intake

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"riwaya/internal/page"
)

// Companion is what lies beside articles without being one: who adds a folder does not want
// an error for each of these. Its text says what they are, of several.
type Companion string

// The companions that are known.
const (
	Index   Companion = "indexes of archives"
	Sums    Companion = "lists of checksums"
	Parts   Companion = "folders of saved pages"
	Style   Companion = "style sheets and scripts"
	Systems Companion = "files of the system"
)

func (c Companion) Error() string { return string(c) + " hold no articles" }

// NamedCompanion is what a file of a folder is by its name, "" where the name does not say it.
func NamedCompanion(name string) Companion {
	name = strings.ToLower(path.Base(name))
	switch name {
	case "thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r":
		return Systems
	}
	switch path.Ext(name) {
	case ".css", ".js", ".mjs", ".map":
		return Style
	}
	return ""
}

// PartsOf reports whether a folder has the parts of a page that a browser saved beside it: a.html
// and a_files. In some languages browsers and Word write it otherwise.
func PartsOf(folder string, beside func(name string) bool) bool {
	for _, ending := range [...]string{"_files", ".files", "-files", "-Dateien", "_fichiers", "_archivos"} {
		name, ok := strings.CutSuffix(folder, ending)
		if !ok || name == "" {
			continue
		}
		for _, kind := range [...]string{".html", ".htm", ".xhtml", ".shtml"} {
			if beside(name + kind) {
				return true
			}
		}
	}
	return false
}

// companion is an error where the start of an input, unpacked, is that of a companion.
func companion(head []byte, name string) error {
	c := byContent(head)
	if c == "" {
		return nil
	}
	return fmt.Errorf("%s: %w: %w", name, page.ErrFormat, c)
}

func byContent(head []byte) Companion {
	lines := 0
	kind := Companion("")
	for line := range bytes.Lines(head) {
		if !bytes.HasSuffix(line, []byte("\n")) && lines > 0 {
			break // cut
		}
		line = bytes.TrimRight(line, "\r\n")
		next := Companion("")
		switch {
		case lines == 0 && bytes.HasPrefix(line, []byte(" CDX ")):
			return Index
		case len(line) == 0, line[0] == '!' && kind != Sums: // what CDXJ says of itself
			continue
		case isIndex(line):
			next = Index
		case isSum(line):
			next = Sums
		}
		if next == "" || kind != "" && next != kind {
			return ""
		}
		kind = next
		if lines++; lines == 20 {
			break
		}
	}
	return kind
}

// isIndex reports whether a line is one of a CDX or CDXJ: com,example)/path 20190221123456 …
func isIndex(line []byte) bool {
	f := bytes.Fields(line[:min(len(line), 8<<10)])
	return len(f) >= 3 && bytes.Contains(f[0], []byte(")")) && len(f[1]) == 14 && digits(f[1], "0123456789")
}

// isSum reports whether a line is one of a list as sha256sum writes it.
func isSum(line []byte) bool {
	sum, name, ok := bytes.Cut(line, []byte(" "))
	if !ok || len(bytes.TrimLeft(name, " *")) == 0 || !digits(sum, "0123456789abcdefABCDEF") {
		return false
	}
	return len(sum) == 32 || len(sum) == 40 || len(sum) == 64 || len(sum) == 96 || len(sum) == 128
}

func digits(b []byte, of string) bool {
	return len(b) > 0 && len(bytes.Trim(b, of)) == 0
}
