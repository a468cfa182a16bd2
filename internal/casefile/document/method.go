package document

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"riwaya/internal/casefile/typeset"
)

// mostOutlets is how many outlets are named.
const mostOutlets = 60

// method writes how the document was made: by which program, in what it searched, what it could
// not cover, how it counts, and how it is checked.
func (w *writer) method() {
	l := &w.Ledger
	w.Heading(1, w.say("method.title"), true)
	w.field("method.program", typeset.Isolate(w.Program))
	w.field("method.lexicon", w.isolated(w.ReadBy))
	w.section("method.searched")
	w.text(w.say("method.searched.text", w.say("doc.reports.n", int(l.Reports)), strconv.FormatInt(l.Captures, 10), strconv.FormatInt(l.Articles, 10)))
	if l.First != "" {
		w.text(w.say("method.period", l.First, l.Last))
	}
	w.field("method.languages", w.counts(l.Languages, func(c Count) string { return w.named("lang.", c.Name) }))
	outlets := w.counts(l.Outlets[:min(len(l.Outlets), mostOutlets)], func(c Count) string { return typeset.Isolate(c.Name) })
	if n := len(l.Outlets) - mostOutlets; n > 0 {
		outlets += w.stop() + w.say("method.outlets.more", n)
	}
	if l.Nowhere > 0 {
		outlets += w.stop() + w.say("method.outlets.nowhere", l.Nowhere)
	}
	w.field("method.outlets", strings.TrimPrefix(outlets, w.stop()))
	w.section("method.missing")
	w.text(w.say("method.missing.coverage"))
	unread := slices.DeleteFunc(slices.Clone(l.Languages), func(c Count) bool { return c.Name == "ar" })
	if len(unread) > 0 {
		w.text(w.say("method.missing.languages", w.counts(unread, func(c Count) string { return w.named("lang.", c.Name) })))
	}
	for _, m := range []struct {
		key string
		n   int64
	}{{"undated", int64(l.Undated)}, {"failed", l.Failures}, {"missed", l.Missed}, {"gone", l.Gone}, {"absent", l.Absent}, {"undone", l.Undone}, {"withdrawn", l.Withdrawn}} {
		if m.n > 0 {
			w.text(w.say("method.missing."+m.key, int(m.n)))
		}
	}
	const mostGaps = 40
	for _, g := range l.Gaps[:min(len(l.Gaps), mostGaps)] {
		w.text(w.say("method.missing.gap", g.Outlet, g.From, g.To))
	}
	if n := len(l.Gaps) - mostGaps; n > 0 {
		w.text(w.say("method.missing.gaps", n))
	}
	w.text(w.say("method.missing.rest"))
	for _, key := range []string{"method.origins", "method.figures", "method.review", "method.people", "method.evidence"} {
		w.section(key)
		w.text(w.say(key + ".text"))
	}
	if l.Head != "" {
		w.field("method.head", w.say("method.head.text", strconv.FormatInt(l.Leaves, 10), l.Signed.UTC().Format(time.DateTime))+"\n"+typeset.Isolate(l.Head))
	}
	if missing := w.Missing(); len(missing) > 0 {
		var codes []string
		for _, r := range missing {
			codes = append(codes, fmt.Sprintf("U+%04X", r))
		}
		w.text(w.say("method.letters", strings.Join(codes, ", ")))
	}
}

func (w *writer) section(key string) { w.Heading(3, w.say(key), false) }

func (w *writer) text(s string) { w.Paragraph(typeset.Block{Before: 3}, body(s)) }

// counts are names, each with how many reports it has.
func (w *writer) counts(all []Count, name func(Count) string) string {
	var out []string
	for _, c := range all {
		out = append(out, name(c)+" "+typeset.Isolate(strconv.Itoa(c.N)))
	}
	return strings.Join(out, w.stop())
}
