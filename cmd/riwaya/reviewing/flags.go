package reviewing

import (
	"slices"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/queue"
)

// reviewConfig is what `riwaya review` was asked for.
type reviewConfig struct {
	args              []string
	ledger, out       string
	format            string
	layer, kind       string
	who, note, second string
	after             string
	limit             int
	anyClock          bool
}

// ReviewFlags declares the flags of `riwaya review`. The function returned gathers them once they are parsed.
func ReviewFlags() (*cli.Options, func() reviewConfig) {
	o := cli.NewOptions("review")
	dir, clock := o.Ledger(), o.AnyClock()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	who := o.Set.String("by", "", "`PSEUDONYM` of who decides: R1, R2 …")
	note := o.Set.String("note", "", "`WHY` it is decided so")
	layers := slices.Concat([]string{""}, riwaya.Layers)
	layer := o.OneOf("layer", "", "list: only findings of one layer", layers...)
	kinds := []string{""}
	for _, k := range queue.Kinds {
		kinds = append(kinds, string(k))
	}
	kind := o.OneOf("reason", "", "list: only for one reason", kinds...)
	second := o.Set.String("second", "", "list: what one other reviewer has decided, and `PSEUDONYM` has not")
	after := o.Set.String("from", "", "list: go on at a `PLACE`, as the page before named it")
	limit := o.Count("limit", 20, 1, "list: show `N` findings (default 20)")
	out := o.Set.String("out", "", "export: write into the folder `DIR`, which must not be there yet")
	return o, func() reviewConfig {
		return reviewConfig{args: o.Args, ledger: *dir, out: *out, format: *format, layer: *layer, kind: *kind, who: *who, note: *note, second: *second,
			after: *after, limit: *limit, anyClock: *clock}
	}
}

// values reads FIELD=VALUE of a layer's fields.
func values(layer, text string, args []string) (finding.Values, error) {
	out := finding.Values{}
	for _, a := range args {
		f, said, err := fieldOf(layer, a)
		if err != nil {
			return nil, err
		}
		if out[f.Name], err = f.Said(said, text); err != nil {
			return nil, err
		}
	}
	return out, nil
}
