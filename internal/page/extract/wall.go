package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Titles of pages that services put in front of a site.
var wallTitles = [...]struct{ start, what string }{
	{"just a moment", "a check for robots"},
	{"attention required", "a check for robots"},
	{"checking your browser", "a check for robots"},
	{"verifying you are human", "a check for robots"},
	{"are you a robot", "a check for robots"},
	{"robot check", "a check for robots"},
	{"pardon our interruption", "a check for robots"},
	{"security check", "a check for robots"},
	{"ddos-guard", "a check for robots"},
	{"access denied", "the server denies access"},
	{"403 forbidden", "the server denies access"},
	{"request rejected", "the server denies access"},
	{"before you continue", "a question for consent"},
	{"cookie consent", "a question for consent"},
	{"we value your privacy", "a question for consent"},
}

// Words in the markup of such pages. Some also stand, unseen, in whole articles: they
// count only where there is no text.
var wallMarks = [...]struct{ mark, what string }{
	{"/cdn-cgi/challenge-platform", "a check for robots"},
	{"cf-chl-", "a check for robots"},
	{"_incapsula_resource", "a check for robots"},
	{"captcha-delivery.com", "a check for robots"},
	{"px-captcha", "a check for robots"},
	{"g-recaptcha", "a check for robots"},
	{"h-captcha", "a check for robots"},
	{"guce.yahoo.com", "a question for consent"},
	{"consent.google.com", "a question for consent"},
	{"sp_message_container", "a question for consent"},
	{"onetrust-banner", "a question for consent"},
}

// wallIn says which wall the page is, "" for none. Where there is some text only a
// whole title counts: "Access denied to aid convoys" is news.
func wallIn(doc *html.Node, textless bool) string {
	t := tagsOf(doc)
	for _, s := range append(t.headlines, t.title) {
		s = strings.ToLower(s)
		whole, _, _ := strings.Cut(s, " | ")
		for _, w := range wallTitles {
			if sameWords(whole, w.start) || textless && strings.HasPrefix(s, w.start) {
				return w.what
			}
		}
	}
	if !textless {
		return ""
	}
	for n := range doc.Descendants() {
		for _, s := range marks(n) {
			s = strings.ToLower(s)
			for _, w := range wallMarks {
				if strings.Contains(s, w.mark) {
					return w.what
				}
			}
		}
	}
	return ""
}

// marks is where an element names what it loads or is: addresses, class, id, script.
func marks(n *html.Node) []string {
	out := []string{attr(n, "src"), attr(n, "href"), attr(n, "action"), attr(n, "class"), attr(n, "id")}
	if n.DataAtom == atom.Script && n.FirstChild != nil {
		out = append(out, n.FirstChild.Data)
	}
	return out
}
