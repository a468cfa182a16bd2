package main

// exportConfig is what `riwaya export` was asked for.
type exportConfig struct {
	args                []string
	ledger, format, out string
	query               string
	force               bool
}

func exportFlags() (*options, func() exportConfig) {
	o := newOptions("export")
	dir := o.ledger()
	format := o.set.String("format", "csv", "`FORMAT` of what is written: csv, xlsx, jsonl, geojson")
	out := o.set.String("out", "", "write to `FILE`, which must not be there yet; else to standard output")
	force := o.set.Bool("force", false, "put FILE in the place of one that is there")
	query := o.set.String("query", "", "only findings of the articles that `QUERY` finds; `riwaya help search` tells its language")
	return o, func() exportConfig {
		return exportConfig{query: *query, args: o.args, ledger: *dir, format: *format, out: *out, force: *force}
	}
}
