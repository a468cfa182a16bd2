package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"riwaya/internal/ledger"
	"riwaya/internal/review/finding"
)

// Log is what reviewers decided about findings, as a ledger's log has it.
type Log struct {
	all    []Entry
	bad    []error
	at     map[int64]int             // by leaf, of all
	others map[int64]bool            // leaves of reviews that are about something else
	of     map[string]map[string]*on // what holds: by article, by finding
	whole  map[string][]Decision     // by article

	told   sync.Once // of what follows
	differ []Disagreement
	agree  func() []Agreement
}

// Entry is a decision, or the taking back of one, and whether it still holds.
type Entry struct {
	Decision
	Undoes *int64 // the leaf that it takes back; nil of a decision
	By     int64  // the leaf that took it back; 0: it holds
}

// on is what holds about a finding.
type on struct {
	layer    string
	opinions []Opinion // by who has it, in the order in which they first spoke
	history  []int64
}

// Opinion is what one reviewer holds of a finding.
type Opinion struct {
	Who     string
	Verdict string  // Accept, Reject, Correct, Add
	Leaves  []int64 // of the decisions that it is made of, the latest last
	Version string  // of the layers that had read it
	Anchor  []finding.Range
	Words   string
	Read    finding.Values // as the machine had read it
	Is      finding.Values // the fields that the reviewer has otherwise; of Add all that it says
	Notes   []string
}

// Values are the finding as the reviewer has it; nil where there is none.
func (o *Opinion) Values() finding.Values {
	if o.Verdict == Reject {
		return nil
	}
	out := make(finding.Values, len(o.Read)+len(o.Is))
	for name, v := range o.Read {
		out[name] = v
	}
	for name, v := range o.Is {
		out[name] = v
	}
	return out
}

// NewLog makes a log of the reviews of a ledger, which are in the order of the log. Those about
// stories are left aside; those that cannot be read are counted, named by [Log.Bad], and hold
// nothing.
func NewLog(reviews []ledger.Review) *Log { return (*Log)(nil).Next(reviews) }

// Next is the log of the reviews of the same ledger later on: what was read before is not read again.
// The one before stays as it is.
func (before *Log) Next(reviews []ledger.Review) *Log {
	l := &Log{at: map[int64]int{}, others: map[int64]bool{}, of: map[string]map[string]*on{}, whole: map[string][]Decision{}}
	l.agree = sync.OnceValue(l.agreements)
	for i := range reviews {
		r := &reviews[i]
		var e Entry
		switch {
		case r.Verdict == ledger.VerdictUndo && r.Undoes != nil && l.knows(*r.Undoes):
			e = Entry{Decision: Decision{Leaf: r.Leaf, At: r.At, Who: r.Who, Note: r.Note, Verdict: r.Verdict}, Undoes: r.Undoes}
			e.Ref, e.Layer = l.all[l.at[*r.Undoes]].Ref, l.all[l.at[*r.Undoes]].Layer
		case !About(r.Verdict):
			l.others[r.Leaf] = true
			continue
		default:
			d, err := before.parsed(r)
			if err != nil {
				l.bad = append(l.bad, err)
				continue
			}
			e.Decision = d
		}
		l.at[r.Leaf] = len(l.all)
		l.all = append(l.all, e)
	}
	// What comes later takes back what came before, never the other way; the taking back of a
	// taking back brings it back.
	for i := range slices.Backward(l.all) {
		if e := &l.all[i]; e.Undoes != nil && e.By == 0 {
			if j := l.at[*e.Undoes]; l.all[j].By == 0 {
				l.all[j].By = e.Leaf
			}
		}
	}
	for i := range l.all {
		if e := &l.all[i]; e.Undoes == nil && e.By == 0 {
			l.hold(&e.Decision)
		}
	}
	return l
}

// parsed is a decision, as it was read before where it was.
func (l *Log) parsed(r *ledger.Review) (Decision, error) {
	if l != nil {
		if i, ok := l.at[r.Leaf]; ok && l.all[i].Undoes == nil {
			return l.all[i].Decision, nil
		}
	}
	return Parse(r)
}

func (l *Log) knows(leaf int64) bool {
	_, ok := l.at[leaf]
	return ok
}

// hold lets a decision hold after those before it.
func (l *Log) hold(d *Decision) {
	if d.Verdict == Whole {
		l.whole[d.Ref.Article] = append(l.whole[d.Ref.Article], *d)
		return
	}
	of := l.of[d.Ref.Article]
	if of == nil {
		of = map[string]*on{}
		l.of[d.Ref.Article] = of
	}
	f := of[d.Ref.Finding]
	if f == nil {
		f = &on{layer: d.Layer}
		of[d.Ref.Finding] = f
	}
	f.history = append(f.history, d.Leaf)
	i := slices.IndexFunc(f.opinions, func(o Opinion) bool { return o.Who == d.Who })
	if i < 0 {
		i = len(f.opinions)
		f.opinions = append(f.opinions, Opinion{})
	}
	f.opinions[i] = after(f.opinions[i], d)
}

// after is a reviewer's opinion after one more decision.
func after(o Opinion, d *Decision) Opinion {
	next := Opinion{Who: d.Who, Verdict: d.Verdict, Leaves: []int64{d.Leaf}, Version: d.Version, Anchor: d.Anchor, Words: d.Words, Read: d.Read, Is: d.Is}
	if d.Note != "" {
		next.Notes = []string{d.Note}
	}
	if d.Verdict != Correct {
		return next
	}
	switch { // corrections of one reviewer of one reading are one
	case o.Verdict == Add:
		next.Verdict, next.Read = Add, nil
	case o.Verdict == Correct && finding.Same(o.Read, d.Read):
	default:
		return next
	}
	next.Leaves, next.Notes = append(slices.Clone(o.Leaves), d.Leaf), append(slices.Clone(o.Notes), next.Notes...)
	next.Is = make(finding.Values, len(o.Is)+len(d.Is))
	for _, from := range []finding.Values{o.Is, d.Is} {
		for name, v := range from {
			next.Is[name] = v
		}
	}
	return next
}

// Entries are all decisions on findings and what took some of them back, in the order of the log.
func (l *Log) Entries() []Entry { return l.all }

// Bad says which reviews could not be read, and why.
func (l *Log) Bad() []error { return l.bad }

// Articles are those about which anything holds, in the alphabet's order.
func (l *Log) Articles() (out []string) {
	for id := range l.of {
		out = append(out, id)
	}
	for id := range l.whole {
		if l.of[id] == nil {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// Findings are the findings of an article about which anything holds, in the alphabet's order.
func (l *Log) Findings(article string) (out []string) {
	for id := range l.of[article] {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// Opinions are what reviewers hold of a finding, and of which layer it is. Whether that is about
// the reading there is now, [Reviewed] says.
func (l *Log) Opinions(r Ref) (layer string, out []Opinion) {
	f := l.of[r.Article][r.Finding]
	if f == nil {
		return "", nil
	}
	return f.layer, f.opinions
}

// Whole are the marks of an article that hold: who looked at all of it, for which layers.
func (l *Log) Whole(article string) []Decision { return l.whole[article] }

// History is all that was decided about a finding, taken back or not, in the order of the log.
func (l *Log) History(r Ref) (out []Entry) {
	for i := range l.all {
		if l.all[i].Ref == r {
			out = append(out, l.all[i])
		}
	}
	return out
}

// Undo is the review that takes another back: one's own or another's.
func (l *Log) Undo(who string, leaf int64, note string) (*ledger.Review, error) {
	if err := errors.Join(CheckWho(who), checkNote(note)); err != nil {
		return nil, err
	}
	i, ok := l.at[leaf]
	switch {
	case l.others[leaf]:
		return nil, fmt.Errorf("decision %d is about stories; `riwaya story undo %d` takes it back", leaf, leaf)
	case !ok:
		return nil, fmt.Errorf("there is no decision %d about a finding", leaf)
	case l.all[i].By != 0:
		return nil, fmt.Errorf("decision %d was taken back by %d", leaf, l.all[i].By)
	}
	return &ledger.Review{Who: who, About: l.all[i].Ref.About(), Verdict: ledger.VerdictUndo, Undoes: &leaf, Note: note}, nil
}

// About is a finding as a leaf of the log names it.
func (r Ref) About() string { return strings.TrimSuffix(r.String(), "/") }
