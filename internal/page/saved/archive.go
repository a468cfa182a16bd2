package saved

import (
	"html"
	"strings"

	"riwaya"
)

// wayback is what the script states that the Wayback Machine begins its pages with:
// __wm.wombat("https://outlet.example/1","20190221123456","https://web.archive.org/",…).
func wayback(text string) *riwaya.Stated {
	_, after, ok := strings.Cut(text, "__wm.wombat(")
	if !ok {
		return nil
	}
	address, rest, ok := quoted(after)
	if !ok {
		return nil
	}
	stamp, _, ok := quoted(rest)
	if !ok || len(stamp) != len("20060102150405") {
		return nil
	}
	return Address("https://web.archive.org/web/" + stamp + "/" + html.UnescapeString(address))
}

// quoted is the next argument, a text in quotation marks.
func quoted(s string) (value, rest string, ok bool) {
	s, ok = strings.CutPrefix(strings.TrimLeft(s, " \t\r\n,"), `"`)
	if !ok {
		return "", "", false
	}
	return strings.Cut(s, `"`)
}

// today is what archive.today's pages state: the long address of the copy.
func today(text string) *riwaya.Stated {
	head, _, _ := strings.Cut(text, "<body")
	_, after, ok := strings.Cut(head, `<link rel="bookmark" href="`)
	if !ok {
		return nil
	}
	address, _, _ := strings.Cut(after, `"`)
	if s := Address(html.UnescapeString(address)); s != nil && s.By == riwaya.StatedByToday {
		return s
	}
	return nil
}

// withoutWayback takes out the toolbar, and makes addresses what they were.
func withoutWayback(text string) string {
	text = without(text, "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")
	for _, s := range [...]string{`id="wm-ipp-base"`, `id="wm-ipp"`} { // a toolbar whose marks were lost
		text = strings.Replace(text, s, s+" hidden", 1)
	}
	return original(text)
}

// withoutToday takes out the header with the time of the copy, which it calls that of
// publication.
func withoutToday(text string) string {
	text = without(text, `<div id="HEADER"`, `<div id="SOLID"`)
	return strings.ReplaceAll(text, `<time itemprop="pubdate"`, "<span")
}

// without is a text without what stands between two marks, the first included. Where the
// second is missing nothing goes.
func without(text, from, to string) string {
	i := strings.Index(text, from)
	if i < 0 {
		return text
	}
	j := strings.Index(text[i:], to)
	if j < 0 {
		return text
	}
	return text[:i] + text[i+j:]
}

// original writes the addresses of a page as they were before the archive wrote them
// anew: those that stand as a value, in an attribute or a script. What the text says stays.
func original(text string) string {
	const part = "/web/"
	var b strings.Builder
	done := 0
	for at := 0; ; {
		i := strings.Index(text[at:], part)
		if i < 0 {
			break
		}
		i += at
		at = i + len(part)
		from := i
		for _, host := range [...]string{"https://web.archive.org", "http://web.archive.org", "//web.archive.org"} {
			if strings.HasSuffix(text[done:i], host) {
				from = i - len(host)
				break
			}
		}
		if from == 0 || !strings.ContainsRune(`"'=`, rune(text[from-1])) {
			continue
		}
		stamp, _, ok := strings.Cut(text[at:min(len(text), at+24)], "/")
		if _, is := moment(stamp); !ok || !is || !strings.HasPrefix(text[at+len(stamp)+1:], "http") {
			continue
		}
		b.WriteString(text[done:from])
		at += len(stamp) + 1
		done = at
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}
