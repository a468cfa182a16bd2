package page

import (
	"strings"
	"unicode/utf8"

	"riwaya/internal/page/extract"
)

// maxTitle is the most characters that a text file's first line may have to be its title.
const maxTitle = 200

// plain reads a text file: the text stays as it is, and its first line is the title
// when it is short and something follows it.
func plain(text string) draft {
	d := draft{text: text}
	rest := text
	for rest != "" {
		line, after, _ := cutLine(rest)
		if line = extract.Squeeze(line); line != "" {
			if utf8.RuneCountInString(line) < maxTitle && !extract.Blank(after) {
				d.title = line
			}
			break
		}
		rest = after
	}
	return d
}

// cutLine cuts off the first line; a line ends with LF, CR LF or CR.
func cutLine(s string) (line, rest string, found bool) {
	i := strings.IndexAny(s, "\n\r")
	if i < 0 {
		return s, "", false
	}
	if strings.HasPrefix(s[i:], "\r\n") {
		return s[:i], s[i+2:], true
	}
	return s[:i], s[i+1:], true
}

// clip shortens what an error quotes.
func clip(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
