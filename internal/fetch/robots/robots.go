// Package robots reads robots.txt, the file in which a site says what programs may fetch
// (RFC 9309), and the field Crawl-delay that many sites add to it.
//
// It is small and ours because what can be had is not kept up: the library most used
// (github.com/temoto/robotstxt) is older than the RFC. It takes the bytes of the file and says of
// a path whether it is allowed; getting the file, and what it means when there is none, is for
// package fetch.
package robots

import (
	"bytes"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxBytes is how much of a file is read. The RFC asks for at least 500 KiB (2.5).
const MaxBytes = 512 << 10

// Rules are what a file says to one program. The zero value allows everything.
type Rules struct {
	rules []rule
	// Delay is what the file asks for between two requests, 0 where it says nothing. It may be
	// anything up to a day.
	Delay time.Duration
}

// rule allows or disallows the paths that its pattern fits.
type rule struct {
	pattern string // in the form of canonical
	allow   bool
}

// group is the rules for some programs.
type group struct {
	rules []rule
	delay time.Duration
}

// Parse finds what a file says to the program with that name, which is letters, "-" and "_". All
// groups with its name count as one; where there is none, those for everybody do (2.2.1). What is
// no line of such a file is passed over (2.2), whatever it is.
func Parse(file []byte, name string) Rules {
	var mine, everybody group
	var found bool
	var forMe, forAll, inRules bool // whom the current group is for, and whether its rules have begun
	for key, value := range lines(file) {
		switch key {
		case "user-agent":
			if inRules {
				forMe, forAll, inRules = false, false, false
			}
			if value == "*" {
				forAll = true
			} else if strings.EqualFold(token(value), name) {
				forMe, found = true, true
			}
		case "allow", "disallow":
			inRules = true
			if value == "" {
				continue // an empty rule fits nothing
			}
			r := rule{canonical(value), key == "allow"}
			if forMe {
				mine.rules = append(mine.rules, r)
			}
			if forAll {
				everybody.rules = append(everybody.rules, r)
			}
		case "crawl-delay":
			// No rule of the RFC: it belongs to the group it stands in and must not end the list
			// of programs (2.2.4).
			d := seconds(value)
			if forMe {
				mine.delay = max(mine.delay, d)
			}
			if forAll {
				everybody.delay = max(everybody.delay, d)
			}
		}
	}
	if !found {
		mine = everybody
	}
	return Rules{mine.rules, mine.delay}
}

// lines are the fields of a file, keys in lower case.
func lines(file []byte) func(yield func(key, value string) bool) {
	return func(yield func(string, string) bool) {
		file = bytes.TrimPrefix(file[:min(len(file), MaxBytes)], []byte("\ufeff"))
		for len(file) > 0 {
			end := bytes.IndexAny(file, "\r\n")
			line := file
			if end >= 0 {
				line, file = file[:end], file[end+1:]
			} else {
				file = nil
			}
			text, _, _ := strings.Cut(string(line), "#")
			key, value, ok := strings.Cut(text, ":")
			if ok && !yield(strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)) {
				return
			}
		}
	}
}

// token is the name at the start of a user-agent's value, without a version or what else stands
// behind it.
func token(value string) string {
	end := strings.IndexFunc(value, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end < 0 {
		return value
	}
	return value[:end]
}

// seconds reads a delay, which may have a fraction; 0 where it is none.
func seconds(s string) time.Duration {
	const day = 24 * 60 * 60
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !(f > 0) {
		return 0
	}
	return time.Duration(min(f, day) * float64(time.Second))
}

// Allows reports whether a path, with its query, may be fetched: the longest rule that fits it
// says so, of two as long the one that allows; where none fits it may (2.2.2). The file itself
// always may be.
func (r Rules) Allows(path string) bool {
	if path == "" || path[0] != '/' {
		path = "/" + path
	}
	if path == "/robots.txt" {
		return true
	}
	path = canonical(path)
	longest, allow := -1, true
	for _, rule := range r.rules {
		if n := len(rule.pattern); (n > longest || n == longest && rule.allow) && fits(rule.pattern, path) {
			longest, allow = n, rule.allow
		}
	}
	return allow
}

// fits reports whether a pattern fits a path from its start: "*" is any characters, "$" at the
// end is the path's end (2.2.3). Taking each part as early as it comes is enough, since only "*"
// can stretch, so that no pattern takes long.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	part, rest, more := strings.Cut(pattern, "*")
	if !strings.HasPrefix(path, part) {
		return false
	}
	path = path[len(part):]
	for more {
		part, rest, more = strings.Cut(rest, "*")
		if !more && whole {
			return strings.HasSuffix(path, part)
		}
		i := strings.Index(path, part)
		if i < 0 {
			return false
		}
		path = path[i+len(part):]
	}
	return !whole || path == ""
}

// canonical is a path or pattern in the one form in which they are compared (2.2.2): octets
// beyond ASCII are escaped, unreserved characters are not, escapes are in upper case.
func canonical(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		escaped := false
		if c == '%' && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				c, escaped = byte(v), true
				i += 2
			}
		}
		if c < utf8.RuneSelf && (!escaped || unreserved(c)) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}

// unreserved characters mean the same escaped or not (RFC 3986, 2.3).
func unreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
