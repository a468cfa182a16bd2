package sources

import "strings"

// reasons are the keys of plain words for what went wrong, by what the program says of it. The first
// that fits counts.
var reasons = []struct{ says, key string }{
	{"robots.txt could not be had", "why.norobots"},
	{"robots.txt", "why.robots"},
	{"a wall in front", "why.wall"},
	{"check for robots", "why.wall"},
	{"offline", "why.offline"},
	{"no such host", "why.nohost"},
	{"could not be looked up", "why.noname"},
	{"certificate", "why.certificate"},
	{"does not speak https", "why.certificate"},
	{"took the connection in time", "why.slow"},
	{"no whole answer", "why.slow"},
	{"connection was refused", "why.refused"},
	{"network cannot be reached", "why.refused"},
	{"connection broke off", "why.broke"},
	{"no connection", "why.refused"},
	{"proxy", "why.proxy"},
	{"local network", "why.private"},
	{"private", "why.private"},
	{"onion", "why.onion"},
	{"not a web address", "why.address"},
	{"no host", "why.address"},
	{"only http and https", "why.address"},
	{"401 Unauthorized", "why.login"},
	{"402 Payment", "why.login"},
	{"403 Forbidden", "why.forbidden"},
	{"404 Not Found", "why.gone"},
	{"410 Gone", "why.gone"},
	{"451 ", "why.legal"},
	{"429 ", "why.busy"},
	{": 5", "why.server"},
	{"redirect", "why.circles"},
	{"it is empty", "why.empty"},
	{"only white space", "why.empty"},
	{"no \"text\"", "why.empty"},
	{"exported as HTML", "why.html"},
	{"JSON", "why.json"},
	{"broken UTF", "why.encoding"},
	{"neither UTF-8", "why.encoding"},
	{"unreadable characters", "why.encoding"},
	{"not text", "why.binary"},
	{"too large", "why.large"},
	{"MiB", "why.large"},
	{"no article", "why.noarticle"},
	{"breaks off", "why.cut"},
	{"a feed, not an article", "why.feed"},
}

// why is the key of plain words for an error.
func why(said string) string {
	for _, r := range reasons {
		if strings.Contains(said, r.says) {
			return r.key
		}
	}
	return "why.other"
}
