package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// address is where an article is found again: it holds nothing of its words.
type address struct {
	URL    string `json:"url"`
	Outlet string `json:"outlet"`
	Seen   string `json:"seen"`
	SHA256 string `json:"sha256"`
}

type row struct {
	ID          string    `json:"id"`
	Stratum     string    `json:"stratum"`
	Half        string    `json:"half"`
	Containment float64   `json:"containment,omitempty"`
	Cosine      float64   `json:"cosine,omitempty"`
	Articles    []address `json:"articles"`
}

// write leaves sample.json and one sheet for each row.
func (c *corpus) write(dir string, pairs, further, events []drawn, stories []tale) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var rows []row
	add := func(prefix string, n int, stratum, half string, articles []int, p pair) error {
		r := row{ID: fmt.Sprintf("%s%02d", prefix, n+1), Stratum: stratum, Half: half, Containment: p.containment, Cosine: p.cosine}
		var b strings.Builder
		for _, i := range articles {
			a := c.articles[i]
			r.Articles = append(r.Articles, address{a.URL, a.Outlet, a.Seen, a.sum()})
			fmt.Fprintf(&b, "== %s | %s | %s | %s\n%s\n", a.Outlet, a.Seen, a.Author, a.URL, a.whole)
		}
		rows = append(rows, r)
		return os.WriteFile(filepath.Join(dir, r.ID+".txt"), []byte(b.String()), 0o644)
	}
	for i, d := range pairs {
		if err := add("p", i, d.stratum, d.half, []int{d.a, d.b}, d.pair); err != nil {
			return err
		}
	}
	for i, d := range further {
		if err := add("f", i, d.stratum, d.half, []int{d.a, d.b}, d.pair); err != nil {
			return err
		}
	}
	for i, d := range events {
		if err := add("e", i, d.stratum, d.half, []int{d.a, d.b}, d.pair); err != nil {
			return err
		}
	}
	for i, t := range stories {
		if err := add("s", i, t.stratum, t.half, t.articles, pair{}); err != nil {
			return err
		}
	}
	b, err := json.MarshalIndent(rows, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "sample.json"), append(b, '\n'), 0o644)
}
