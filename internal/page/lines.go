package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
		if line = squeeze(line); line != "" {
			if utf8.RuneCountInString(line) < maxTitle && !blank(after) {
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

// squeeze is s on one line, its runs of white space one space each, without marks
// that show nothing at its ends.
func squeeze(s string) string {
	return strings.TrimFunc(strings.Join(strings.Fields(s), " "), invisible)
}

// blank reports whether s shows nothing.
func blank(s string) bool { return strings.TrimFunc(s, invisible) == "" }

// invisible marks are white space, the byte order mark, and characters that join,
// separate or turn others.
func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// letters counts the letters of s.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
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
