package position

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/position/rule"
	"riwaya/internal/position/trigger"
	"riwaya/internal/stance"
)

// onWhom is the preposition of a duty: "on Iran that it stop" says what Iran has to do.
var onWhom = stance.Word{Stance: "demands", Frames: stance.That | stance.Whom, Only: stance.IsNeed}

// duties tries the preposition of a duty where what somebody says begins with it. It is too frequent to be
// looked at anywhere else.
func (r *reading) duties() {
	n := len(r.out)
	for k := range r.Rec.Claims {
		spans := r.Rec.Claims[k].Content.Spans
		if len(spans) == 0 {
			continue
		}
		i := r.T.TokenAt(spans[0].Start, 0, len(r.Tokens))
		if i < 0 || r.Tokens[i].Word == nil || !r.Tokens[i].In(r.V.On) || r.Tokens[i].Feats&lang.Function == 0 || i+1 >= len(r.Tokens) {
			continue
		}
		at := slices.IndexFunc(r.Text.Sentences, func(s lang.Sentence) bool { return s.From <= i && i < s.To })
		if at < 0 {
			continue
		}
		r.Start, r.End, r.last = r.Text.Sentences[at].From, r.Text.Sentences[at].To, last{actor: -1}
		r.Look()
		if actor := r.Source(k); actor < 0 || !r.Holder(actor) || r.ContextAt(i, stance.KeyAdverb) > i {
			continue
		}
		r.Line(&r.Text.Sentences[at])
		if !r.burdens(i) {
			continue
		}
		r.try([]trigger.Word{{From: i, At: i, To: i + 1, Kind: rule.Need, Word: onWhom, By: &lang.Reading{}, Claim: -1}})
	}
	if len(r.out) > n {
		slices.SortStableFunc(r.out, func(a, b riwaya.Position) int { return a.Span[0].Start - b.Span[0].Start })
	}
}

// burdens reports whether "that" stands behind the preposition at token i, which has a pronoun, or behind the noun phrase of
// those whom it governs: who is definite, or an actor; "on the way", "on certainty" are ways to be.
func (r *reading) burdens(i int) bool {
	if r.Tokens[i].Has(lang.Function | lang.Pronoun) {
		return r.Complementiser(i + 1)
	}
	whom := r.Tokens[i+1].Has(lang.Noun|lang.Article) || r.Tokens[i+1].In(r.V.Country.Or(r.V.Capital))
	for k := range r.Named {
		whom = whom || r.Named[k].From == i+1
	}
	if e := r.ContextAt(i+1, stance.KeyMembers); !whom && e == i+1 {
		return false
	}
	for _, e := range r.NounPhrase(i + 1) {
		if e < r.End && r.Complementiser(e) {
			return true
		}
	}
	return false
}
