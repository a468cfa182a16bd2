package saved

import (
	"html"
	"strings"
	"time"

	"riwaya"
)

// How much of a page's start is looked through for a comment of who saved it.
const start = 16 << 10

// Page is what a saved page states of itself, nil where it states nothing, and the page
// without what an archive put in. address is where it was got, "" when unknown. Where it is
// known, that is the page's address, whatever comment was left in it, unless an archive answered
// there: then the address of the copy states more.
func Page(text, address string) (*riwaya.Stated, string) {
	s := Address(address)
	switch by := host(address); {
	case s != nil:
	case by == riwaya.StatedByWayback:
		s = wayback(text)
	case by == riwaya.StatedByToday:
		s = today(text)
	case address == "":
		s = stated(text)
	}
	if s == nil {
		return nil, text
	}
	if s.URL != nil { // a copy of an archive, saved once more: who copied first saw the page
		if inner := Address(*s.URL); inner != nil {
			s = inner
		}
	}
	switch s.By {
	case riwaya.StatedByWayback:
		text = withoutWayback(text)
	case riwaya.StatedByToday:
		text = withoutToday(text)
	}
	return s, text
}

func stated(text string) *riwaya.Stated {
	for _, find := range [...]func(string) *riwaya.Stated{comment, savePageWE, wayback, today} {
		if s := find(text); s != nil {
			return s
		}
	}
	return nil
}

// comment is what a comment at the top of a page states. Only what stands before the
// page's own content is one: the page itself could say anything.
func comment(text string) *riwaya.Stated {
	head := text[:min(len(text), start)]
	for {
		head = strings.TrimLeft(strings.TrimPrefix(head, "\ufeff"), " \t\r\n")
		body, rest, ok := cutComment(head)
		if !ok {
			if head = pastTag(head); head == "" {
				return nil
			}
			continue
		}
		if s := singleFile(body); s != nil {
			return s
		}
		if s := savedFrom(body); s != nil {
			return s
		}
		head = rest
	}
}

func cutComment(s string) (body, rest string, ok bool) {
	s, ok = strings.CutPrefix(s, "<!--")
	if !ok {
		return "", "", false
	}
	return strings.Cut(s, "-->")
}

// pastTag is what follows a declaration or one of the tags that a comment may stand behind;
// "" where the page's content begins.
func pastTag(s string) string {
	low := strings.ToLower(s[:min(len(s), 10)])
	for _, tag := range [...]string{"<!doctype", "<?xml", "<html", "<head"} {
		if strings.HasPrefix(low, tag) {
			_, rest, _ := strings.Cut(s, ">")
			return rest
		}
	}
	return ""
}

// singleFile reads SingleFile's comment: its first line names it, and each other has a key.
func singleFile(body string) *riwaya.Stated {
	body = strings.TrimSpace(body)
	if !strings.HasPrefix(body, "Page saved with SingleFile") {
		return nil
	}
	s := &riwaya.Stated{By: riwaya.StatedBySingleFile}
	for line := range strings.Lines(body) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "url":
			s.URL = optional(Web(value))
		case "saved date":
			s.At = scriptTime(value)
		}
	}
	if s.URL == nil && s.At == nil {
		return nil
	}
	return s
}

// savedFrom reads what browsers write into a page that they save: the length of the address
// in four digits, then the address.
func savedFrom(body string) *riwaya.Stated {
	after, ok := strings.CutPrefix(strings.TrimSpace(body), "saved from url=(")
	if !ok {
		return nil
	}
	_, address, _ := strings.Cut(after, ")")
	u := Web(strings.ReplaceAll(strings.TrimSpace(address), "%2D%2D", "--"))
	if u == "" {
		return nil
	}
	return &riwaya.Stated{By: riwaya.StatedByBrowser, URL: &u}
}

// savePageWE reads the metadata that Save Page WE adds.
func savePageWE(text string) *riwaya.Stated {
	s := &riwaya.Stated{By: riwaya.StatedBySavePageWE}
	s.URL = optional(Web(meta(text, "savepage-url")))
	if s.URL == nil {
		return nil
	}
	s.At = scriptTime(meta(text, "savepage-date"))
	return s
}

// meta is the content of <meta name="…" content="…">, as this program writes it.
func meta(text, name string) string {
	_, after, ok := strings.Cut(text, `<meta name="`+name+`" content="`)
	if !ok {
		return ""
	}
	value, _, _ := strings.Cut(after[:min(len(after), start)], `"`)
	return html.UnescapeString(value)
}

// scriptTime reads a time as JavaScript prints it, Thu Nov 30 2023 21:33:42 GMT+0800 (…),
// or as ISO 8601 has it; nil where it is neither. It is UTC, to the second.
func scriptTime(s string) *time.Time {
	s = strings.TrimSpace(s)
	if i := strings.Index(s, " ("); i > 0 {
		s = s[:i]
	}
	for _, layout := range [...]string{"Mon Jan 02 2006 15:04:05 GMT-0700", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1990 && t.Year() < 2200 {
			t = t.UTC().Truncate(time.Second)
			return &t
		}
	}
	return nil
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
