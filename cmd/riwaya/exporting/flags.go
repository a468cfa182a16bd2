package exporting

import (
	"riwaya/cmd/riwaya/cli"
)

// exportConfig is what `riwaya export` was asked for.
type exportConfig struct {
	args                []string
	ledger, format, out string
	query               string
	force               bool
}

// ExportFlags declares the flags of `riwaya export`. The function returned gathers them once they are parsed.
func ExportFlags() (*cli.Options, func() exportConfig) {
	o := cli.NewOptions("export")
	dir := o.Ledger()
	format := o.Set.String("format", "csv", "`FORMAT` of what is written: csv, xlsx, jsonl, geojson")
	out := o.Set.String("out", "", "write to `FILE`, which must not be there yet; else to standard output")
	force := o.Set.Bool("force", false, "put FILE in the place of one that is there")
	query := o.Set.String("query", "", "only findings of the articles that `QUERY` finds; `riwaya help search` tells its language")
	return o, func() exportConfig {
		return exportConfig{query: *query, args: o.Args, ledger: *dir, format: *format, out: *out, force: *force}
	}
}
