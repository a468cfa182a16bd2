package reports

import (
	"riwaya/cmd/riwaya/cli"
)

// acrossConfig is what a command that looks across reports was asked for.
type acrossConfig struct {
	args                []string
	ledger, format, out string
	from, to, kind      string
	reports, outlets    int
	limit, skip         int
	who, note           string
	anyClock            bool
}

// StoriesFlags declares the flags of `riwaya stories`. The function returned gathers them once they are parsed.
func StoriesFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("stories")
	dir := o.Ledger()
	from, to := o.Day("after", "only stories with a report on or after `DAY`"), o.Day("before", "only stories with a report on or before `DAY`")
	reports, outlets := o.Count("reports", 2, 1, "only stories of at least `N` reports (default 2)"), o.Count("outlets", 0, 0, "only stories of at least `N` outlets")
	limit, skip := o.Count("limit", 20, 1, "show `N` stories (default 20)"), o.Count("skip", 0, 0, "leave out the first `N`")
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	return o, func() acrossConfig {
		return acrossConfig{args: o.Args, ledger: *dir, from: *from, to: *to, reports: *reports, outlets: *outlets, limit: *limit, skip: *skip, format: *format}
	}
}

// StoryFlags declares the flags of `riwaya story`. The function returned gathers them once they are parsed.
func StoryFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("story")
	dir, clock := o.Ledger(), o.AnyClock()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	who := o.Set.String("by", "", "`PSEUDONYM` of who decides")
	note := o.Set.String("note", "", "`WHY` it is decided so")
	return o, func() acrossConfig {
		return acrossConfig{args: o.Args, ledger: *dir, format: *format, who: *who, note: *note, anyClock: *clock}
	}
}

// IncidentsFlags declares the flags of `riwaya incidents`. The function returned gathers them once they are parsed.
func IncidentsFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("incidents")
	dir := o.Ledger()
	from, to := o.Day("after", "only incidents on or after `DAY`"), o.Day("before", "only incidents on or before `DAY`")
	reports := o.Count("reports", 1, 1, "only incidents that at least `N` reports tell of (default 1)")
	kind := o.Set.String("type", "", "only incidents of that `TYPE`: assault, protest, …")
	limit, skip := o.Count("limit", 20, 1, "show `N` incidents (default 20; all with --format acled)"), o.Count("skip", 0, 0, "leave out the first `N`")
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "acled")
	out := o.Set.String("out", "", "with --format acled: write into the folder `DIR`, which must not be there yet")
	return o, func() acrossConfig {
		return acrossConfig{args: o.Args, ledger: *dir, from: *from, to: *to, reports: *reports, kind: *kind, limit: *limit, skip: *skip, format: *format, out: *out}
	}
}

// QuestionFlags declares the flags of `riwaya question`. The function returned gathers them once they are parsed.
func QuestionFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("question")
	dir := o.Ledger()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "csv", "xlsx")
	out := o.Set.String("out", "", "write to `FILE`, which must not be there yet; else to standard output")
	return o, func() acrossConfig { return acrossConfig{args: o.Args, ledger: *dir, format: *format, out: *out} }
}

// CompareFlags declares the flags of `riwaya compare`. The function returned gathers them once they are parsed.
func CompareFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("compare")
	dir := o.Ledger()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	return o, func() acrossConfig { return acrossConfig{args: o.Args, ledger: *dir, format: *format} }
}

// OutletsFlags declares the flags of `riwaya outlets`. The function returned gathers them once they are parsed.
func OutletsFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("outlets")
	dir := o.Ledger()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "csv")
	return o, func() acrossConfig { return acrossConfig{args: o.Args, ledger: *dir, format: *format} }
}

// TraceFlags declares the flags of `riwaya trace`. The function returned gathers them once they are parsed.
func TraceFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("trace")
	dir := o.Ledger()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "dot")
	limit := o.Count("limit", 40, 1, "with words: look at the `N` most fitting reports (default 40)")
	return o, func() acrossConfig {
		return acrossConfig{args: o.Args, ledger: *dir, format: *format, limit: *limit}
	}
}

// TrackFlags declares the flags of `riwaya track`. The function returned gathers them once they are parsed.
func TrackFlags() (*cli.Options, func() acrossConfig) {
	o := cli.NewOptions("track")
	dir := o.Ledger()
	format := o.OneOf("format", "text", "`FORMAT` of what is written", "text", "json", "csv", "xlsx")
	out := o.Set.String("out", "", "write to `FILE`, which must not be there yet; else to standard output")
	return o, func() acrossConfig { return acrossConfig{args: o.Args, ledger: *dir, format: *format, out: *out} }
}
