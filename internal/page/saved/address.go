package saved

import (
	"net/url"
	"strings"
	"time"

	"riwaya"
)

// archives are the hosts of public archives, and what their copies' paths begin with. All
// of them go on with the time of the copy and the address that it is of. That of ArchiveIt has
// the number of a collection before these, that of the UK's web archive a word.
var archives = [...]struct{ host, before, by string }{
	{"web.archive.org", "/web/", riwaya.StatedByWayback},
	{"wayback.archive.org", "/web/", riwaya.StatedByWayback},
	{"web-beta.archive.org", "/web/", riwaya.StatedByWayback},
	{"archive.org", "/web/", riwaya.StatedByWayback},
	{"web.archive.bibalex.org", "/web/", riwaya.StatedByWayback}, // the mirror in Alexandria
	{"wayback.archive-it.org", "/*/", riwaya.StatedByWayback},
	{"arquivo.pt", "/wayback/", riwaya.StatedByWayback},
	{"arquivo.pt", "/noFrame/replay/", riwaya.StatedByWayback},
	{"webarchive.loc.gov", "/*/", riwaya.StatedByWayback},
	{"webarchive.org.uk", "/wayback/*/", riwaya.StatedByWayback},
	{"archive.today", "/", riwaya.StatedByToday},
	{"archive.is", "/", riwaya.StatedByToday},
	{"archive.ph", "/", riwaya.StatedByToday},
	{"archive.fo", "/", riwaya.StatedByToday},
	{"archive.li", "/", riwaya.StatedByToday},
	{"archive.md", "/", riwaya.StatedByToday},
	{"archive.vn", "/", riwaya.StatedByToday},
}

// nested is how many copies of copies are looked through.
const nested = 3

// Address is what the address of a copy in a public archive states: whose copy it is, and
// of when. It is nil of any other address.
func Address(address string) *riwaya.Stated { return look(strings.TrimSpace(address), nested) }

func look(address string, depth int) *riwaya.Stated {
	by, rest := inArchive(address)
	if by == "" {
		return nil
	}
	stamp, target, _ := strings.Cut(rest, "/")
	at, ok := moment(stamp)
	if !ok {
		return nil
	}
	target = whole(target)
	if target == "" {
		return nil
	}
	if depth > 0 {
		if inner := look(target, depth-1); inner != nil { // who copied first saw the page
			return inner
		}
	}
	return &riwaya.Stated{By: by, URL: &target, At: at, Archive: &address}
}

// host is which archive's host an address has, "" for none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	for _, a := range archives {
		if strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") == a.host {
			return a.by
		}
	}
	return ""
}

// inArchive is which archive an address is one of, and what follows the start of its path.
func inArchive(address string) (by, rest string) {
	_, after, ok := strings.Cut(address, "://")
	if !ok || !isWeb(address) {
		return "", ""
	}
	name, path, _ := strings.Cut(after, "/")
	name = strings.TrimPrefix(strings.ToLower(name), "www.")
	name = strings.TrimSuffix(strings.TrimSuffix(name, ":80"), ":443")
	for _, a := range archives {
		if name != a.host {
			continue
		}
		if rest, ok := behind("/"+path, a.before); ok {
			return a.by, rest
		}
	}
	return "", ""
}

// behind is what follows a path's start, in which * is one part of a path.
func behind(path, start string) (string, bool) {
	before, after, any := strings.Cut(start, "*/")
	rest, ok := strings.CutPrefix(path, before)
	if !ok || !any {
		return rest, ok
	}
	_, rest, ok = strings.Cut(rest, "/")
	if !ok {
		return "", false
	}
	return strings.CutPrefix(rest, after)
}

// moment is the time in an archive's address: 20190221123456, with or without a word as
// id_ behind it, or 2019.02.21-123456. A shorter one leads to whatever copy is nearest and
// states no time.
func moment(stamp string) (at *time.Time, ok bool) {
	digits := strings.NewReplacer(".", "", "-", "").Replace(stamp)
	if n := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); n >= 0 {
		if !strings.HasSuffix(digits, "_") || strings.ContainsFunc(digits[n:len(digits)-1], func(r rune) bool { return r < 'a' || r > 'z' }) {
			return nil, false
		}
		digits = digits[:n]
	}
	if len(digits) != len("20060102150405") {
		return nil, len(digits) > 0 && len(digits) < len("20060102150405")
	}
	t, err := time.Parse("20060102150405", digits)
	if err != nil || t.Year() < 1990 {
		return nil, false
	}
	return &t, true
}

// whole is an address as the archive keeps it, made whole: some servers fold the two
// strokes behind the scheme, and some addresses are kept without one. "" is none.
func whole(s string) string {
	switch {
	case isWeb(s):
	case strings.HasPrefix(s, "http:/"):
		s = "http://" + strings.TrimPrefix(s, "http:/")
	case strings.HasPrefix(s, "https:/"):
		s = "https://" + strings.TrimPrefix(s, "https:/")
	case strings.Contains(s, ":/"), !strings.Contains(s, "."):
		return ""
	default:
		s = "http://" + s
	}
	return Web(s)
}

func isWeb(s string) bool { return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") }

// Web is an address of the web, "" of any other. A port that the scheme has anyway, as
// archives like to write it, is left out.
func Web(s string) string {
	s = strings.TrimSpace(s)
	const longest = 8 << 10
	if !isWeb(s) || len(s) > longest || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.User != nil || u.Host == "internet.e-mail" { // which Windows writes for "not from here"
		return ""
	}
	for _, p := range [...]struct{ scheme, port string }{{"http", ":80"}, {"https", ":443"}} {
		if u.Scheme == p.scheme && strings.HasSuffix(u.Host, p.port) {
			start := p.scheme + "://" + u.Host
			s = strings.TrimSuffix(start, p.port) + strings.TrimPrefix(s, start)
		}
	}
	return s
}
