// Command generate writes docs/api.md to standard output: see `make docs`.
package main

import (
	"fmt"
	"os"

	"riwaya/internal/desk/api"
	"riwaya/internal/desk/api/reference"
	"riwaya/internal/desk/site"
)

func main() {
	a := api.New(api.Options{Site: &site.Site{}}) // to describe operations nothing behind them is needed
	if err := reference.Markdown(os.Stdout, a.Huma.OpenAPI(), api.Prefix); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
