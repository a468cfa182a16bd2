package search

import (
	"errors"
	"fmt"
	"strings"

	"riwaya/internal/desk/site"
	"riwaya/internal/search/query"
)

// wrong is a query that is none, with the place where it went wrong.
type wrong struct {
	Before, At, Behind string
	Column             int
	Message            string
	English            bool // there are no words for it in the page's language
}

// wrongs are the keys for what the query language says of a wrong query.
var wrongs = map[string]string{
	"a query is at most %d bytes long":            "long",
	"broken UTF-8":                                "broken",
	"a ) that closes nothing":                     "closes",
	"a query has at most %d parts":                "parts",
	"something to look for is missing at the end": "end",
	"something to look for is missing before )":   "before",
	"OR stands between two parts; to look for the word, put it in quotation marks":  "or",
	"AND stands between two parts; to look for the word, put it in quotation marks": "and",
	"a - wants what it excludes right behind it":                                    "minus",
	"more than %d brackets in one another":                                          "deep",
	"this ( is never closed":                                                        "bracket",
	"no letter or digit to look for":                                                "nothing",
	"this quotation mark is never closed":                                           "quote",
	"no field %q%s; to look for the words, put them in quotation marks":             "field",
	"%s: wants a value right behind it, %s":                                         "value",
	"%s: takes no =, %s":                                                            "equals",
	"no class %q; there are %s":                                                     "class",
	"%s: wants a day, a month or a year, %s":                                        "date",
	"near: wants latitude, longitude and kilometres without spaces, %s":             "near",
	"%s: wants a number or a range, %s":                                             "number",
	"%s: the range runs backwards; %s..%s is meant":                                 "range",
}

// wrong shows the page with what is wrong, all that was typed still in it.
func (p *page) wrong(r *site.Request, err error) error {
	var e *query.Error
	if !errors.As(err, &e) {
		return err
	}
	runes := []rune(p.Query)
	at := min(max(e.Column-1, 0), len(runes))
	end := at
	for end < len(runes) && (end == at || runes[end] != ' ') {
		end++
	}
	w := &wrong{Before: string(runes[:at]), At: string(runes[at:end]), Behind: string(runes[end:]), Column: e.Column, Message: e.Message, English: r.Words.Language != "en"}
	if key := "search.wrong." + wrongs[e.Format]; r.Words.Has(key) {
		args := make([]any, len(e.Args))
		for i, a := range e.Args {
			s := strings.TrimPrefix(fmt.Sprint(a), "like ")
			if _, meant, ok := strings.Cut(s, "did you mean "); ok {
				s, key = meant, "search.wrong.meant"
			}
			args[i] = s
		}
		w.Message, w.English = r.Say(key, args...), false
	}
	p.Wrong = w
	return r.Show("search", r.Say("search.title"), *p)
}
