package reports

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/across"
	"riwaya/internal/export"
	"riwaya/internal/export/acled"
	"riwaya/internal/ledger"
	"riwaya/internal/question/table"
	"riwaya/internal/question/track"
	"riwaya/internal/show/privacy"
	"riwaya/internal/story"
	"riwaya/internal/telling"
	"riwaya/internal/tracing"
	"riwaya/lexicon"
)

// Incidents lists incidents, or shows one.
func Incidents(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := IncidentsFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) > 1:
		return o.Misuse(s, "give one ID, or none")
	case c.format == "acled" && c.out == "":
		return o.Misuse(s, "--format acled needs --out DIR")
	case c.format != "acled" && c.out != "":
		return o.Misuse(s, "--out is for --format acled")
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		if len(c.args) == 1 {
			return incidentShown(ctx, l, c, s)
		}
		asked := across.Happened{From: c.from, To: c.to, Type: strings.ToUpper(c.kind), Reports: c.reports, Limit: c.limit, Skip: c.skip}
		if c.format == "acled" {
			asked.Limit, asked.Skip = 0, 0
		}
		all, count, err := l.Found.Incidents(ctx, asked)
		if err != nil {
			return err
		}
		switch c.format {
		case "json":
			if all == nil {
				all = []riwaya.Incident{}
			}
			return cli.Encode(s.Out, struct {
				Incidents []riwaya.Incident `json:"incidents"`
				Count     int               `json:"count"`
			}{all, count})
		case "acled":
			return acledShown(ctx, l, all, c.out, s)
		}
		return telling.Incidents(s.Out, all, count, cli.View(s.Out, false, false))
	}))
}

// incidentShown shows one incident with all its tellings.
func incidentShown(ctx context.Context, l *opening.Looking, c acrossConfig, s cli.Streams) error {
	in, err := l.Found.Incident(ctx, c.args[0])
	if err != nil {
		return err
	}
	m, err := l.NewMaker().Telling(ctx, &in)
	if err != nil {
		return err
	}
	if c.format == "json" {
		return cli.Encode(s.Out, telling.WholeOf(&in, m))
	}
	return telling.Incident(s.Out, &in, m, cli.View(s.Out, false, false))
}

// acledShown drafts rows of ACLED's from incidents, into a folder.
func acledShown(ctx context.Context, l *opening.Looking, all []riwaya.Incident, dir string, s cli.Streams) error {
	about := map[string]acled.Report{}
	var ids []string
	for i := range all {
		for _, e := range all[i].Events {
			if !slices.Contains(ids[max(0, len(ids)-8):], e.Article) {
				ids = append(ids, e.Article)
			}
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for some := range slices.Chunk(ids, 128) {
		readings, err := l.Store.Sought(ctx, some, ledger.Sought{}, nil)
		if err != nil {
			return err
		}
		for i := range readings {
			a := &readings[i].Read.Article
			gate := privacy.NewGate(&readings[i].Read)
			r := acled.Report{Title: gate.Words(a.Title)}
			if a.Outlet != nil {
				r.Outlet = gate.Words(*a.Outlet)
			}
			if a.URL != nil {
				r.URL = gate.Address(*a.URL)
			}
			day, seen := story.DayOf(a)
			r.Day, r.Seen = story.FormatDay(day), seen
			about[readings[i].Article] = r
		}
	}
	draft := acled.Make(all, acled.Sources{Report: func(article string) acled.Report { return about[article] }, Country: func(iso string) string { return l.Lexicon.States[strings.ToLower(iso)] }})
	if err := os.Mkdir(dir, 0o700); err != nil {
		return cli.OutError(dir, err)
	}
	each := func(rows [][]string) func(func([]string) bool) { return slices.Values(rows) }
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"acled.csv", func(w io.Writer) error { return export.CSV(w, acled.Columns, each(draft.Rows)) }},
		{"acled-reports.csv", func(w io.Writer) error { return export.CSV(w, acled.ReportColumns, each(draft.Reports)) }},
		{"acled-loss.txt", func(w io.Writer) error { return losses(w, draft, len(all)) }},
	} {
		if err := cli.ToFile(filepath.Join(dir, file.name), false, file.write); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.Out, "%d rows of %d incidents in %s; acled-loss.txt says what they do not have\n", len(draft.Rows), len(all), dir)
	return err
}

// losses says what a draft could not say.
func losses(w io.Writer, d *acled.Draft, incidents int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d incidents, %d rows. A draft made by machine, reviewed by nobody.\n\nwhat: why (how often)\n", incidents, len(d.Rows))
	for _, l := range d.Losses {
		fmt.Fprintf(&b, "%s: %s (%d)\n", l.What, l.Why, l.N)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Track writes the table of a tracker.
func Track(ctx context.Context, args []string, s cli.Streams) int {
	o, gather := TrackFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	switch {
	case len(c.args) != 1:
		return o.Misuse(s, "give the file of a tracker, or the name of one that is built in: "+strings.Join(lexicon.Trackers(), ", "))
	case c.format == "xlsx" && c.out == "":
		return o.Misuse(s, "--format xlsx needs --out FILE")
	}
	text, err := trackerText(c.args[0])
	if err != nil {
		return s.Fail(err)
	}
	t, err := track.Parse(c.args[0], text)
	if err != nil {
		return s.Fail(err)
	}
	return opening.Told(ctx, s, c.ledger, opening.WithAcross(ctx, s, c.ledger, func(l *opening.Looking) error {
		rows := track.New(t, l.Lexicon, l.Asked)
		scope, err := tracing.Tracked(ctx, l.Found, l.Store, rows)
		if err != nil {
			return err
		}
		return c.write(s, func(w io.Writer) error {
			return table.Tracker(w, t.Name, rows.Rows(), scope, table.Options{Format: c.format, Width: cli.View(s.Out, false, false).Width})
		})
	}))
}

// trackerText is what stands in the file of a tracker, or in one that is built in.
func trackerText(name string) (string, error) {
	if slices.Contains(lexicon.Trackers(), name) {
		return lexicon.Tracker(name)
	}
	f, err := cli.OpenFile(name)
	if err != nil {
		return "", err
	}
	defer f.Close() // read only
	const most = 1 << 20
	b, err := io.ReadAll(io.LimitReader(f, most))
	return string(b), err
}
