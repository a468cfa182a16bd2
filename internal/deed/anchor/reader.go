// Package anchor finds the words of a sentence that name happenings, and the rule that each stands under.
//
// It promises that a word is an anchor only where what its rule asks for stands about it. Who takes part
// in what it names it does not ask.
package anchor

import (
	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/deed/control"
	"riwaya/internal/deed/rule"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Reader reads the anchors of one text, sentence by sentence. Its zero value is not ready: see [Reader.Reset].
// It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	control.Reader
	Rules *rule.Rules
	Here  []Anchor // of the sentence
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the
// record.
func (r *Reader) Reset(all *rule.Rules, t *lang.Text, rec *riwaya.Record) {
	r.Rules = all
	r.Reader.Reset(all, t, rec)
	r.Grounds = all.Grounds
	if r.Ruled == nil {
		r.Ruled = r.RuleAt
	}
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() {
	r.Reader.Forget()
	clear(r.Here[:cap(r.Here)])
	r.Rules, r.Here = nil, r.Here[:0]
}

// Find finds the anchors of tokens [from, to), in the order of the sentence. They are valid until the next
// call.
func (r *Reader) Find(from, to int) {
	r.Begin(from, to)
	r.Here = r.Here[:0]
	for i := range r.C {
		if r.C[i].Kind == clause.Verb {
			r.phrased(i)
		}
	}
	for i := 0; i < len(r.C); i++ { // a name of several words takes chunks in
		switch r.C[i].Kind {
		case clause.Verb:
			r.verb(i)
			if r.idle(i) && r.phrase(i) {
				r.noun(i) // a sentence of prison, where "he sentenced" has nobody
			}
		case clause.NounPhrase:
			r.noun(i)
		}
	}
}

// RuleAt is what is known of the verb of chunk v as one that names a happening, nil if it
// names none.
func (r *Reader) RuleAt(v int) *frame.Verb {
	for n := range r.Here {
		if a := &r.Here[n]; a.Chunk == v && !a.Nominal() {
			return &a.Rule.Verb
		}
	}
	return nil
}

// idle reports whether the verb of chunk i, which may be a noun and has "by" behind it, names no happening, and no relative
// clause begins with it. Whatever else stands behind it may be its subject: the people carried, not the carrying of people.
func (r *Reader) idle(i int) bool {
	h := r.C[i].Head
	return (len(r.Here) == 0 || r.Here[len(r.Here)-1].Chunk != i) && r.K[h].In(r.Rules.VerbWord) && r.K[h].Has(lang.Noun) && h+1 < len(r.K) && r.K[h+1].Has(lang.With) && r.SupportOf(i) == "" && (i == 0 || r.C[i-1].Kind != clause.Relative)
}
