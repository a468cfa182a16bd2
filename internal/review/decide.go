package review

import (
	"errors"
	"fmt"
	"slices"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/review/finding"
)

// By is who decides, and what there is to say to it.
type By struct{ Who, Note string }

// Accept is the decision that a finding is as it is read.
func (v *Reviewed) Accept(by By, id string) (*ledger.Review, error) {
	return v.judge(by, Accept, id, nil)
}

// Reject is the decision that there is no such finding.
func (v *Reviewed) Reject(by By, id string) (*ledger.Review, error) {
	return v.judge(by, Reject, id, nil)
}

// Correct is the decision that a finding is as it is read, but for some fields. What is given as it
// is read is left out; an error where nothing is left.
func (v *Reviewed) Correct(by By, id string, is finding.Values) (*ledger.Review, error) {
	if is == nil {
		is = finding.Values{}
	}
	return v.judge(by, Correct, id, is)
}

func (v *Reviewed) judge(by By, verdict, id string, is finding.Values) (*ledger.Review, error) {
	f := v.Finding(id)
	if f == nil {
		return nil, fmt.Errorf("%s has no finding %s", v.Article, id)
	}
	read := f.Read
	if read == nil {
		var opinions []Opinion
		for i := range f.Opinions {
			opinions = append(opinions, f.Opinions[i].Opinion)
		}
		if read = added(opinions); read == nil {
			return nil, fmt.Errorf("%s is not there any more: what was decided of it was about a reading that changed", f.Ref)
		}
	}
	d := Decision{Who: by.Who, Note: by.Note, Verdict: verdict, Ref: f.Ref, Layer: f.Layer, Version: v.Version, Read: read}
	d.Anchor = read[finding.Anchor(f.Layer)].At
	if is != nil {
		d.Is = finding.Values{}
		before := read
		for i := range f.Opinions { // one's own corrections are corrected further
			if o := &f.Opinions[i]; o.Who == by.Who && o.Fit == Holds && o.Verdict != Reject {
				before = o.Values()
			}
		}
		for name, value := range is {
			if !value.Same(before[name]) {
				d.Is[name] = value
			}
		}
		if len(d.Is) == 0 {
			return nil, errors.New("nothing is corrected: every value is as it was read")
		}
	}
	return v.write(&d)
}

// Add is the decision that a finding was missed. Its ID is the one that the machine would give it,
// so that it is the same if a later version finds it there.
func (v *Reviewed) Add(by By, layer string, is finding.Values) (*ledger.Review, error) {
	name := finding.Anchor(layer)
	if name == "" {
		return nil, fmt.Errorf("no layer %.40q", layer)
	}
	at, err := finding.Spans(v.Points(), v.Record.Article.Text, is[name].At)
	if err != nil || len(at) == 0 {
		return nil, errors.Join(fmt.Errorf("%s: say where in the text it stands", name), err)
	}
	text := v.Record.Article.ID
	if text == v.Article || text == "" {
		text = riwaya.TextID(v.Record.Article.Text)
	}
	id := riwaya.FindingID(text, finding.Letter(layer), at.Hull(), 0)
	if layer == finding.Actors {
		id = riwaya.FindingID(text, finding.Letter(layer), at[0], 0)
	}
	if f := v.Finding(id); f != nil && f.Read != nil {
		return nil, fmt.Errorf("%s is read there already: accept or correct it", f.Ref)
	}
	return v.write(&Decision{Who: by.Who, Note: by.Note, Verdict: Add, Ref: Ref{v.Article, id}, Layer: layer, Version: v.Version, Anchor: is[name].At, Is: is})
}

// Whole is the decision that all of the article was looked at for findings of some layers: what is
// neither read nor added is not there.
func (v *Reviewed) Whole(by By, layers ...string) (*ledger.Review, error) {
	d := Decision{Who: by.Who, Note: by.Note, Verdict: Whole, Ref: Ref{Article: v.Article}, Version: v.Version}
	for _, layer := range riwaya.Layers {
		if !slices.Contains(layers, layer) {
			continue
		}
		in := InLayer{Layer: layer, Findings: []string{}}
		for i := range v.Findings {
			if f := &v.Findings[i]; f.Layer == layer && (f.Read != nil || f.State != Moved) {
				in.Findings = append(in.Findings, f.Ref.Finding)
			}
		}
		d.Seen = append(d.Seen, in)
	}
	if len(d.Seen) == 0 || len(d.Seen) != len(layers) {
		return nil, errors.New("say which layers were looked at: claims, figures, times, places, actors, events, positions")
	}
	return v.write(&d)
}

// write makes a leaf of a decision whose places must lie in the text and whose links must lead to
// findings of the article.
func (v *Reviewed) write(d *Decision) (*ledger.Review, error) {
	if err := errors.Join(CheckWho(d.Who), checkNote(d.Note)); err != nil {
		return nil, err
	}
	if d.Verdict != Whole {
		at, err := finding.Spans(v.Points(), v.Record.Article.Text, d.Anchor)
		if err != nil {
			return nil, err
		}
		d.Words = hash(at.Of(v.Record.Article.Text))
	}
	for name, value := range d.Is {
		f, ok := finding.FieldOf(d.Layer, name)
		if !ok {
			return nil, fmt.Errorf("%s have no field %.40q", d.Layer, name)
		}
		if err := f.Fits(value); err != nil {
			return nil, err
		}
		if _, err := finding.Spans(v.Points(), v.Record.Article.Text, value.At); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if f.Link == "" {
			continue
		}
		for _, id := range append(slices.Clone(value.List), value.Text) {
			if id != "" && !v.has(f.Link, id) {
				return nil, fmt.Errorf("%s: %.80q is none of the article's %s", name, id, f.Link)
			}
			if id == d.Ref.Finding {
				return nil, fmt.Errorf("%s: a finding does not lead to itself", name)
			}
		}
	}
	return d.Review()
}

// has reports whether the article has a finding of a layer, read or added.
func (v *Reviewed) has(layer, id string) bool {
	f := v.Finding(id)
	return f != nil && f.Layer == layer
}
