package review

import (
	"cmp"
	"slices"

	"riwaya"
	"riwaya/internal/review/finding"
)

// State is how far a finding was looked at.
type State string

// The states of a finding.
const (
	Machine  State = "machine"  // read by machine, not reviewed
	Agreed   State = "reviewed" // reviewed, and all who did hold the same
	Disputed State = "disputed" // reviewed, and who did hold different things
	Moved    State = "changed"  // what was decided was about a reading that changed
)

// Fit is whether an opinion is about the reading that there is.
type Fit string

// The fits of an opinion.
const (
	Holds   Fit = "holds"
	Changed Fit = "changed" // the finding is there, and says something else now
	Gone    Fit = "gone"    // there is no such finding any more
)

// Found is what reviewers disagree on when one of them holds that there is no such finding.
const Found = "found"

// Held is an opinion beside the reading that there is.
type Held struct {
	Opinion
	Fit    Fit
	Fields []string // of Changed: what says something else now
	// Near are, of Gone, findings of the layer that stand on some of the same words: what the
	// opinion may have been about. It is not moved to them.
	Near []string
}

// Finding is a finding with what reviewers hold of it. What the machine read is never overwritten.
type Finding struct {
	Ref
	Layer      string
	At         riwaya.Spans   // in bytes
	Read       finding.Values // as the machine reads it; nil of one that only reviewers have
	Rule       string
	Confidence float64 // 0 where the layer does not say
	Opinions   []Held
	State      State
	Rejected   bool           // agreed that there is no such finding
	Disputed   []string       // of Disputed: the fields, or Found
	Is         finding.Values // of Agreed: the finding as reviewers have it, nil where it is rejected
}

// Who are the reviewers whose opinions are about the reading that there is, in the order in which
// they first spoke.
func (f *Finding) Who() (out []string) {
	for i := range f.Opinions {
		if f.Opinions[i].Fit == Holds {
			out = append(out, f.Opinions[i].Who)
		}
	}
	return out
}

// Corrected are the fields that agreed reviewers have otherwise than the machine.
func (f *Finding) Corrected() []string {
	if f.State != Agreed || f.Rejected || f.Read == nil {
		return nil
	}
	return finding.Differ(f.Read, f.Is)
}

// Reviewed is a reading with what reviewers decided beside it.
type Reviewed struct {
	*finding.Reading
	Log      *Log
	Findings []Finding // in the order of the text, those that only reviewers have among them
}

// Apply lays what reviewers decided beside a reading.
func Apply(r *finding.Reading, l *Log) *Reviewed {
	out := &Reviewed{Reading: r, Log: l}
	for _, layer := range riwaya.Layers {
		for _, id := range r.IDs(layer) {
			out.Findings = append(out.Findings, out.finding(id))
		}
	}
	for _, id := range l.Findings(r.Article) {
		if r.Layer(id) == "" {
			out.Findings = append(out.Findings, out.finding(id))
		}
	}
	slices.SortStableFunc(out.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.Hull().Start, b.At.Hull().Start), cmp.Compare(a.Ref.Finding, b.Ref.Finding))
	})
	return out
}

// Of is one finding with what reviewers decided beside it; false where neither machine nor
// reviewers have it.
func Of(r *finding.Reading, l *Log, id string) (Finding, bool) {
	out := Reviewed{Reading: r, Log: l}
	f := out.finding(id)
	return f, f.Layer != ""
}

// Finding is the finding of an ID, nil where there is none.
func (v *Reviewed) Finding(id string) *Finding {
	for i := range v.Findings {
		if v.Findings[i].Ref.Finding == id {
			return &v.Findings[i]
		}
	}
	return nil
}

func (v *Reviewed) finding(id string) Finding {
	ref := Ref{v.Article, id}
	layer, opinions := v.Log.Opinions(ref)
	f := Finding{Ref: ref, Layer: layer, Read: v.Values(id), State: Machine}
	if f.Read != nil {
		f.Layer = v.Layer(id)
	}
	f.Rule, f.Confidence = v.Why(id)
	base := f.Read
	if base == nil {
		base = added(opinions)
	}
	for i := range opinions {
		f.Opinions = append(f.Opinions, v.held(&f, &opinions[i], base))
	}
	at := base[finding.Anchor(f.Layer)].At
	if at == nil && len(opinions) > 0 {
		at = opinions[len(opinions)-1].Anchor
	}
	f.At, _ = finding.Spans(v.Points(), v.Record.Article.Text, at) // none: it stands nowhere in this text
	f.settle()
	return f
}

// added is a finding that only reviewers have, as who first added it has it now; nil where nobody
// does any more.
func added(opinions []Opinion) finding.Values {
	for i := range opinions {
		if opinions[i].Verdict == Add {
			return opinions[i].Values()
		}
	}
	return nil
}

// held is an opinion beside the finding that there is.
func (v *Reviewed) held(f *Finding, o *Opinion, base finding.Values) Held {
	h := Held{Opinion: *o, Fit: Holds}
	at, err := finding.Spans(v.Points(), v.Record.Article.Text, o.Anchor)
	switch {
	case err != nil || hash(at.Of(v.Record.Article.Text)) != o.Words:
		h.Fit = Gone
	case o.Verdict == Add: // whether or not the machine has it by now
	case base == nil:
		h.Fit = Gone
		h.Near = v.near(f.Layer, at)
	default:
		for _, name := range finding.Differ(o.Read, base) {
			if is, said := o.Is[name]; !said || !is.Same(base[name]) { // else the machine has learned it
				h.Fields = append(h.Fields, name)
			}
		}
		if h.Fields != nil {
			h.Fit = Changed
		}
	}
	return h
}

// near are the findings of a layer that stand on some of the words.
func (v *Reviewed) near(layer string, at riwaya.Spans) (out []string) {
	for _, id := range v.IDs(layer) {
		there, err := finding.Spans(v.Points(), v.Record.Article.Text, v.Values(id)[finding.Anchor(layer)].At)
		if err == nil && slices.ContainsFunc(there, func(s riwaya.Span) bool { return slices.ContainsFunc(at, s.Overlaps) }) {
			out = append(out, id)
		}
	}
	return out
}

// settle says what the opinions that hold come to.
func (f *Finding) settle() {
	if len(f.Opinions) == 0 {
		return
	}
	var holding []Opinion
	for i := range f.Opinions {
		if f.Opinions[i].Fit == Holds {
			holding = append(holding, f.Opinions[i].Opinion)
		}
	}
	if len(holding) == 0 {
		f.State = Moved
		return
	}
	f.State = Agreed
	if f.Is, f.Rejected, f.Disputed = Settled(holding); f.Disputed != nil {
		f.State = Disputed
	}
}

// Settled says what opinions come to, whether or not they are about the reading that there is: the
// finding as all who have it have it, or that all hold that there is none, or the fields of which
// they hold different things.
func Settled(opinions []Opinion) (is finding.Values, rejected bool, disputed []string) {
	var all []*Opinion
	against := 0
	for i := range opinions {
		if all = append(all, &opinions[i]); opinions[i].Verdict == Reject {
			against++
		}
	}
	switch {
	case len(all) == 0:
		return nil, false, nil
	case against == len(all):
		return nil, true, nil
	case against > 0:
		disputed = append(disputed, Found)
	}
	if disputed = append(disputed, disagree(all)...); disputed != nil {
		return nil, false, disputed
	}
	is = finding.Values{}
	for _, o := range all {
		for name, v := range o.Values() {
			is[name] = v
		}
	}
	return is, false, nil
}

// disagree are the fields of which reviewers who have the finding hold different things, in the
// order of the layer's fields. Who does not say anything of a field does not disagree.
func disagree(all []*Opinion) (out []string) {
	said := map[string]string{}
	differs := map[string]bool{}
	for _, o := range all {
		for name, v := range o.Values() {
			if before, ok := said[name]; ok && before != v.Key() {
				differs[name] = true
			}
			said[name] = v.Key()
		}
	}
	for name := range differs {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
