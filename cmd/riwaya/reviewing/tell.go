package reviewing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
	"riwaya/internal/review/queue"
	"riwaya/internal/show"
	"riwaya/internal/show/privacy"
	"riwaya/internal/show/terminal"
)

// deciding is a ledger that a reviewer looks into.
type deciding struct {
	reviewConfig
	store *sqlite.Store
}

// withStore opens the store of a ledger to look into.
func (c reviewConfig) withStore(do func(*deciding) error) (err error) {
	d, err := opening.Existing(c.ledger)
	if err != nil {
		return err
	}
	store, err := opening.WantStore(d)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return do(&deciding{c, store})
}

// log are the decisions there are.
func (b *deciding) log(ctx context.Context) (*review.Log, error) {
	all, err := b.store.Reviews(ctx)
	return review.NewLog(all), err
}

// reviewed is an article with what was decided of it.
func (b *deciding) reviewed(ctx context.Context, article string, log *review.Log) (*review.Reviewed, error) {
	all, err := b.store.Readings(ctx, []string{article}, riwaya.Layers...)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%s: %w", article, ledger.ErrUnknown)
	}
	if err != nil {
		return nil, err
	}
	version, err := b.store.ReadBy(ctx, article)
	return review.Apply(finding.Read(article, version, &all[0].Read), log), err
}

// list tells what should be looked at first.
func (c reviewConfig) list(ctx context.Context, s cli.Streams, l *opening.Looking) error {
	b := &deciding{c, l.Store}
	log, err := b.log(ctx)
	if err != nil {
		return err
	}
	return withQueue(ctx, s, c.ledger, l, func(q *queue.Queue) error {
		p, err := q.Page(ctx, log, queue.Asked{Layer: c.layer, Kind: queue.Kind(c.kind), Second: c.second, After: c.after, Limit: c.limit})
		if err != nil {
			return err
		}
		if c.format == "json" {
			return cli.Encode(s.Out, jsonPage(p))
		}
		fmt.Fprintln(s.Out, show.Many(p.Count, "finding"))
		for i := range p.Items {
			item := &p.Items[i]
			v, err := b.reviewed(ctx, item.Article, log)
			if err != nil {
				return err
			}
			words := ""
			if f := v.Finding(item.Finding); f != nil {
				words = privacy.NewGate(v.Guarded()).At(f.At)
			}
			var why []string
			for _, r := range item.Reasons {
				why = append(why, reasonWords(r))
			}
			fmt.Fprintf(s.Out, "\n%s\n  %s: %s\n  %s\n", item.Ref, item.Layer, terminal.Plain(words), strings.Join(why, "; "))
		}
		if p.Next != "" {
			fmt.Fprintf(s.Out, "\nmore with --from %s\n", p.Next)
		}
		return nil
	})
}

// reasonWords is a reason in words.
func reasonWords(r queue.Reason) string {
	switch r.Kind {
	case queue.Disputed:
		return "reviewers disagree on " + strings.Join(r.Fields, ", ")
	case queue.Changed:
		return "what was decided was about a reading that changed"
	case queue.Contested:
		return fmt.Sprintf("another account of %s gives %s; likely cause: %s", r.Question, r.Against, r.Cause)
	case queue.Accused:
		return "who attacked is " + r.Standing + " by one side's word"
	case queue.Copied:
		return fmt.Sprintf("an unnamed source, in %s of %s", show.Many(r.Number, "report"), show.Many(r.Outlets, "outlet"))
	case queue.WeakRule:
		return fmt.Sprintf("its rule was right in %d of a hundred, of %d annotated", r.Number, r.Of)
	}
	return fmt.Sprintf("confidence %.2f", float64(r.Number)/100)
}

// show tells an article's findings with what was decided of them, or one finding.
func (b *deciding) show(ctx context.Context, w io.Writer) error {
	ref, err := review.ParseRef(b.args[0])
	if err != nil {
		return err
	}
	log, err := b.log(ctx)
	if err != nil {
		return err
	}
	v, err := b.reviewed(ctx, ref.Article, log)
	if err != nil {
		return err
	}
	gate := privacy.NewGate(v.Guarded())
	if ref.Finding == "" {
		for i := range v.Findings {
			f := &v.Findings[i]
			fmt.Fprintf(w, "%s %s: %s (%s)\n", f.Ref.Finding, f.Layer, terminal.Plain(gate.At(f.At)), stateWords(f))
		}
		return nil
	}
	f := v.Finding(ref.Finding)
	if f == nil {
		return fmt.Errorf("%s: %w", ref, ledger.ErrUnknown)
	}
	fmt.Fprintf(w, "%s\n%s, %s\n%s\n\n", f.Ref, f.Layer, stateWords(f), terminal.Plain(gate.At(f.At)))
	said := func(x finding.Value) string {
		if x.Kind == finding.At {
			if at, err := finding.Spans(v.Points(), v.Record.Article.Text, x.At); err == nil {
				return x.Line() + " " + terminal.Plain(gate.At(at))
			}
		}
		return terminal.Plain(gate.Words(x.Line()))
	}
	for _, field := range finding.Fields(f.Layer) {
		line := fmt.Sprintf("  %-16s %s", field.Name, said(f.Read[field.Name]))
		for i := range f.Opinions {
			o := &f.Opinions[i]
			if is, ok := o.Is[field.Name]; ok && o.Verdict != review.Reject {
				line += fmt.Sprintf("   %s: %s", o.Who, said(is))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
	for _, e := range log.History(ref) {
		fmt.Fprintln(w, entryWords(&e, gate))
	}
	return nil
}

// stateWords says how far a finding was looked at.
func stateWords(f *review.Finding) string {
	who := strings.Join(f.Who(), ", ")
	switch f.State {
	case review.Agreed:
		what := ""
		if f.Rejected {
			what = ": no such finding"
		} else if c := f.Corrected(); len(c) > 0 {
			what = ": corrected " + strings.Join(c, ", ")
		} else if f.Read == nil {
			what = ": added"
		}
		return "reviewed by " + who + what
	case review.Disputed:
		return "reviewed by " + who + ", who disagree on " + strings.Join(f.Disputed, ", ")
	case review.Moved:
		return "read by machine; what was decided was about a reading that changed"
	}
	return "read by machine, not reviewed"
}

func entryWords(e *review.Entry, gate *privacy.Gate) string {
	what := e.Verdict
	if e.Undoes != nil {
		what = fmt.Sprintf("undoes %d", *e.Undoes)
	}
	if e.By != 0 {
		what += fmt.Sprintf(" (taken back by %d)", e.By)
	}
	note := ""
	if gate != nil {
		note = gate.Words(e.Note)
	}
	return strings.TrimRight(fmt.Sprintf("%d %s %s %s %s", e.Leaf, e.At.UTC().Format("2006-01-02"), e.Who, what, terminal.Plain(note)), " ")
}

// decisions lists all that was decided about findings. Notes pass the gate of the article that they are
// about; where it is gone, they are not shown.
func (b *deciding) decisions(ctx context.Context, s cli.Streams) error {
	log, err := b.log(ctx)
	if err != nil {
		return err
	}
	gates := map[string]*privacy.Gate{}
	for _, e := range log.Entries() {
		gate, known := gates[e.Ref.Article]
		if !known && e.Note != "" {
			if v, err := b.reviewed(ctx, e.Ref.Article, log); err == nil {
				gate = privacy.NewGate(v.Guarded())
			}
			gates[e.Ref.Article] = gate
		}
		fmt.Fprintln(s.Out, e.Ref.About()+" "+entryWords(&e, gate))
	}
	for _, err := range log.Bad() {
		fmt.Fprintf(s.Err, "riwaya: %s\n", terminal.Plain(err.Error()))
	}
	return nil
}

// agreement tells where reviewers disagree, and how far they agree.
func (b *deciding) agreement(ctx context.Context, w io.Writer) error {
	log, err := b.log(ctx)
	if err != nil {
		return err
	}
	all := log.Agreements()
	if b.format == "json" {
		return cli.Encode(w, struct {
			Agreement []review.Agreement `json:"agreement"`
			Least     int                `json:"least_units"`
		}{append([]review.Agreement{}, all...), review.Least})
	}
	if len(all) == 0 {
		fmt.Fprintln(w, "no finding was decided by two reviewers")
		return nil
	}
	fmt.Fprintf(w, "Krippendorff's alpha, nominal, with its 95 %% interval; a number from %d findings on.\n\n", review.Least)
	for _, a := range all {
		number := a.Why
		if a.Alpha != nil {
			number = fmt.Sprintf("%.3f (%.3f to %.3f)", *a.Alpha, *a.Low, *a.High)
		}
		fmt.Fprintf(w, "%-10s %-17s %4d findings, %d differ   %s\n", a.Layer, a.Field, a.Units, a.Differ, number)
	}
	for _, d := range log.Disagreements() {
		fmt.Fprintf(w, "\n%s: %s\n", d.Ref, strings.Join(d.Fields, ", "))
		for i := range d.Opinions {
			o := &d.Opinions[i]
			line := "  " + o.Who + " " + o.Verdict
			for _, field := range finding.Fields(d.Layer) { // of places and words the numbers alone: these have not passed the gate
				if is, ok := o.Is[field.Name]; ok && (field.Words != nil || field.Kind == finding.Number || field.Kind == finding.At || field.Kind == finding.Truth) {
					line += fmt.Sprintf(" %s=%s", field.Name, is.Line())
				}
			}
			fmt.Fprintln(w, line)
		}
	}
	return nil
}
