package guard

import (
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestAddress is how long path and query may be together, in bytes: a search of a few
// hundred Arabic words, written in escapes.
const longestAddress = 8 << 10

// path refuses addresses that one reader could take for another than the next does.
func (g *Guard) path(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case len(r.RequestURI) > longestAddress:
			g.Refuse(w, r, Refusal{http.StatusRequestURITooLong, LongAddress})
		case !Plain(r.URL.Path) || strings.Contains(r.URL.RawQuery, "\x00"):
			g.Refuse(w, r, Refusal{http.StatusBadRequest, OddPath})
		default:
			h.ServeHTTP(w, r)
		}
	})
}

// Plain reports whether a path, its escapes undone, means the same to whoever reads it: it
// starts at the root, has no step upward or in place, no empty step but at its end, no
// backslash, no control or sign that turns direction, and is UTF-8.
func Plain(path string) bool {
	if !strings.HasPrefix(path, "/") || !utf8.ValidString(path) || strings.ContainsRune(path, '\\') {
		return false
	}
	for _, r := range path {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError {
			return false
		}
	}
	steps := strings.Split(path[1:], "/")
	for i, s := range steps {
		if s == "." || s == ".." || s == "" && i < len(steps)-1 {
			return false
		}
	}
	return true
}
