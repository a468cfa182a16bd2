package main

import (
	"fmt"
	"strconv"
	"time"
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

// count is a flag for a whole number.
func (o *options) count(name string, value, least int, usage string) *int {
	v := value
	o.set.Func(name, usage, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < least {
			return fmt.Errorf("want a number from %d", least)
		}
		v = n
		return nil
	})
	return &v
}

// day is a flag for a day.
func (o *options) day(name, usage string) *string {
	v := ""
	o.set.Func(name, usage, func(s string) error {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return fmt.Errorf("want a day like 2019-02-20")
		}
		v = s
		return nil
	})
	return &v
}

func storiesFlags() (*options, func() acrossConfig) {
	o := newOptions("stories")
	dir := o.ledger()
	from, to := o.day("after", "only stories with a report on or after `DAY`"), o.day("before", "only stories with a report on or before `DAY`")
	reports, outlets := o.count("reports", 2, 1, "only stories of at least `N` reports (default 2)"), o.count("outlets", 0, 0, "only stories of at least `N` outlets")
	limit, skip := o.count("limit", 20, 1, "show `N` stories (default 20)"), o.count("skip", 0, 0, "leave out the first `N`")
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	return o, func() acrossConfig {
		return acrossConfig{args: o.args, ledger: *dir, from: *from, to: *to, reports: *reports, outlets: *outlets, limit: *limit, skip: *skip, format: *format}
	}
}

func storyFlags() (*options, func() acrossConfig) {
	o := newOptions("story")
	dir, clock := o.ledger(), o.anyClock()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	who := o.set.String("by", "", "`PSEUDONYM` of who decides")
	note := o.set.String("note", "", "`WHY` it is decided so")
	return o, func() acrossConfig {
		return acrossConfig{args: o.args, ledger: *dir, format: *format, who: *who, note: *note, anyClock: *clock}
	}
}

func incidentsFlags() (*options, func() acrossConfig) {
	o := newOptions("incidents")
	dir := o.ledger()
	from, to := o.day("after", "only incidents on or after `DAY`"), o.day("before", "only incidents on or before `DAY`")
	reports := o.count("reports", 1, 1, "only incidents that at least `N` reports tell of (default 1)")
	kind := o.set.String("type", "", "only incidents of that `TYPE`: assault, protest, …")
	limit, skip := o.count("limit", 20, 1, "show `N` incidents (default 20; all with --format acled)"), o.count("skip", 0, 0, "leave out the first `N`")
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json", "acled")
	out := o.set.String("out", "", "with --format acled: write into the folder `DIR`, which must not be there yet")
	return o, func() acrossConfig {
		return acrossConfig{args: o.args, ledger: *dir, from: *from, to: *to, reports: *reports, kind: *kind, limit: *limit, skip: *skip, format: *format, out: *out}
	}
}

func questionFlags() (*options, func() acrossConfig) {
	o := newOptions("question")
	dir := o.ledger()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json", "csv", "xlsx")
	out := o.set.String("out", "", "write to `FILE`, which must not be there yet; else to standard output")
	return o, func() acrossConfig { return acrossConfig{args: o.args, ledger: *dir, format: *format, out: *out} }
}

func compareFlags() (*options, func() acrossConfig) {
	o := newOptions("compare")
	dir := o.ledger()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json")
	return o, func() acrossConfig { return acrossConfig{args: o.args, ledger: *dir, format: *format} }
}

func outletsFlags() (*options, func() acrossConfig) {
	o := newOptions("outlets")
	dir := o.ledger()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json", "csv")
	return o, func() acrossConfig { return acrossConfig{args: o.args, ledger: *dir, format: *format} }
}

func traceFlags() (*options, func() acrossConfig) {
	o := newOptions("trace")
	dir := o.ledger()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json", "dot")
	limit := o.count("limit", 40, 1, "with words: look at the `N` most fitting reports (default 40)")
	return o, func() acrossConfig {
		return acrossConfig{args: o.args, ledger: *dir, format: *format, limit: *limit}
	}
}

func trackFlags() (*options, func() acrossConfig) {
	o := newOptions("track")
	dir := o.ledger()
	format := o.oneOf("format", "text", "`FORMAT` of what is written", "text", "json", "csv", "xlsx")
	out := o.set.String("out", "", "write to `FILE`, which must not be there yet; else to standard output")
	return o, func() acrossConfig { return acrossConfig{args: o.args, ledger: *dir, format: *format, out: *out} }
}
