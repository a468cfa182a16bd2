package searching

import (
	"fmt"
	"strconv"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/search/fts"
)

// searchConfig is what `riwaya search` was asked for.
type searchConfig struct {
	query, ledger, format string
	options               fts.Options
}

// mostHits is how many results a page may have: all of them are held in memory.
const mostHits = 1000

// SearchFlags declares the flags of `riwaya search`. The function returned gathers them once they are parsed.
func SearchFlags() (*cli.Options, func() searchConfig) {
	o := cli.NewOptions("search")
	dir := o.Ledger()
	limit := 20
	o.Set.Func("limit", "show `N` articles (default 20)", func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > mostHits {
			return fmt.Errorf("want a number from 1 to %d", mostHits)
		}
		limit = n
		return nil
	})
	cursor := o.Set.String("cursor", "", "go on from where a page before ended: `CURSOR` is what stands there behind \"more\"")
	order := o.OneOf("order", "relevance", "`ORDER` of the articles", "relevance", "day")
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "jsonl", "csv")
	return o, func() searchConfig {
		c := searchConfig{query: strings.Join(o.Args, " "), ledger: *dir, format: *format, options: fts.Options{Limit: limit, After: *cursor}}
		if *order == "day" {
			c.options.Order = fts.ByDay
		}
		return c
	}
}

// wordsLast puts flags before the words of a query, so that a word that begins with "-",
// which excludes it, is no flag. Every flag of a search has a value.
func wordsLast(o *cli.Options, args []string) []string {
	var flags, words []string
	for i := 0; i < len(args); i++ {
		name, _, whole := strings.Cut(strings.TrimLeft(args[i], "-"), "=")
		known := o.Set.Lookup(name) != nil || name == "h" || name == "help"
		switch {
		case args[i] == "--":
			words = append(words, args[i+1:]...)
			i = len(args)
		case !strings.HasPrefix(args[i], "-"), !known && !strings.HasPrefix(args[i], "--"):
			words = append(words, args[i])
		default:
			flags = append(flags, args[i])
			if known && !whole && i+1 < len(args) && o.Set.Lookup(name) != nil {
				i++
				flags = append(flags, args[i])
			}
		}
	}
	return append(append(flags, "--"), words...)
}
