package position

import (
	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/position/rule"
	"riwaya/internal/stance"
)

// itself reports whether the holder in the pattern is called by a plain noun, "the government", "the ministry", by
// somebody of no other country: one speaks so of one's own.
func (r *reading) itself(captures []match.Capture, claim, actor int) bool {
	a, src := &r.Rec.Actors[actor], r.Source(claim)
	if a.Kind == "armed_group" || a.Kind == "party" || src < 0 || r.Rec.Actors[src].Country != nil && a.Country != nil {
		return false
	}
	for _, p := range captures {
		for i := range r.Named {
			if n := &r.Named[i]; p.Name == partNames[partHolder] && n.Actor == actor && n.From == p.From && (n.To == n.From+1 || n.To == n.From+2 && a.Kind == "government" && a.Country == nil && r.Tokens[n.From+1].Has(lang.Noun|lang.Article)) {
				t := &r.Tokens[n.From]
				return (t.Has(lang.Noun|lang.Article) || n.To > n.From+1) && !t.In(r.V.Country) && !t.In(r.Grammar.Name)
			}
		}
	}
	return false
}

// goesOn reports whether the clause of the position before goes on to the word of the
// trigger: nobody else begins to speak between them, it is not in what its holder says, and no
// other subject stands behind it.
func (r *reading) goesOn(at riwaya.Span) bool {
	if r.last.inside.Contains(at) || r.Cur.Calls(&r.Sentence) {
		return false
	}
	for i := r.last.to; i < r.Cur.From; i++ {
		t := &r.Tokens[i]
		if t.Is(lang.Colon) {
			return false
		}
		if t.Feats&lang.Cue == 0 || t.Word == nil {
			continue
		}
		if n := r.CueAt(t); n >= 0 && r.Source(n) != r.last.actor && (r.Source(n) >= 0 || !r.Rec.Claims[n].Source.Elided) {
			return false
		}
	}
	i := r.Cur.To
	if r.Cur.Kind != rule.Never || i >= r.End {
		return true
	}
	t := &r.Tokens[i]
	if t.Word == nil || t.Feats&(lang.With|lang.For|lang.Conjunction) != 0 {
		return true
	}
	subject := t.In(r.V.Demonstrative) && r.Grammar.Function(t)
	if n := r.Noun(i); n != nil {
		subject = subject || n.Feat&lang.Article != 0 && n.Feat&(lang.Masculine|lang.Feminine)&r.Cur.By.Feat != 0
	}
	return !subject
}

// byAnother reports whether the verb of the trigger has a pronoun for its object, and a bare noun
// behind it, which is its subject: "no delegation will go with him".
func (r *reading) byAnother(captures []match.Capture) bool {
	c := &r.Cur
	if c.Kind != rule.Will && c.Kind != rule.Never || c.By.Feat&lang.Pronoun == 0 || c.To >= r.End || r.Tokens[c.To].Word == nil {
		return false
	}
	if r.heldBehind(captures) {
		return false
	}
	t, n := &r.Tokens[c.To], r.Noun(c.To)
	return n != nil && n.Prefix == 0 && n.Feat&lang.Accusative == 0 && !r.Grammar.Function(t) && !t.In(r.V.Time)
}

// heldBehind reports whether the holder in the pattern stands behind the trigger.
func (r *reading) heldBehind(captures []match.Capture) bool {
	for _, p := range captures {
		if p.Name == partNames[partHolder] && p.From >= r.Cur.To {
			return true
		}
	}
	return false
}

// supposed reports whether "if", or a word of guessing or asking, stands right before what the
// pattern matched: then nobody says that it is so.
func (r *reading) supposed(captures []match.Capture) bool {
	if i := r.Cur.From - 1; (r.Cur.Kind == rule.Will || r.Cur.Kind == rule.Passed) && i >= r.Start && r.Tokens[i].In(r.V.Was) {
		return true // "would have"
	}
	if i := r.Cur.From - 1; r.Cur.Kind == rule.Noun && i >= r.Start && r.Is(i, stance.KeyMay) {
		return true // on the allegation of its support
	}
	first := r.firstOf(captures)
	if r.Cur.Kind == rule.State && first > r.Start && r.Tokens[first-1].In(r.V.Was) && r.Tokens[first-1].Has(lang.Verb|lang.Present) && r.Tokens[first-1].Feats&lang.Future == 0 {
		return true // "so that the country be ready"
	}
	if r.Cur.Kind == rule.Noun && first > r.Start && (r.ContextAt(first-1, stance.KeyUndone) == first || r.ContextAt(max(r.Start, first-2), stance.KeyUndone) == first || r.Cur.May(&r.Sentence, first)) {
		return true // it took back its recognition, or waits for its consent
	}
	if first > r.Start && r.Is(first-1, stance.KeyWhen) && r.Cur.By.Feat&(lang.Present|lang.Past) == lang.Present {
		return true // whenever it wants
	}
	for i := max(r.Start, first-3); i < first; i++ {
		if e := r.ContextAt(i, stance.KeyUnless); r.Cur.Kind == rule.Noun && e == first {
			return true // not without its consent
		}
		if r.ContextAt(i, stance.KeyIf) > i || r.ContextAt(i, stance.KeyMay) > i {
			return true
		}
	}
	return false
}

// spokenOf is the state that a claim's source, a person, speaks of by the pronoun of "that" in the pattern, which is feminine where his
// word of saying is masculine: the one that stands behind "that" in what he says before, "said that Turkey has suffered, but that it is
// resolved"; -1 if there is none. It reports whether the pronoun stands for something that he speaks of.
func (r *reading) spokenOf(captures []match.Capture, claim, actor int) (int, bool) {
	for _, p := range captures {
		if p.Name != partNames[partIt] {
			continue
		}
		if r.Rec.Actors[actor].Kind != "person" || r.Gender(claim) != lang.Masculine || !r.Feminine(p.From) {
			return -1, false
		}
		of := -1
		for k := range r.Named {
			n := &r.Named[k]
			if n.To <= p.From && n.From > r.Start && !n.Glued && r.Complementiser(n.From-1) && r.Tokens[n.From].In(r.V.Country.Or(r.V.Capital)) && r.Rec.Claims[claim].Content.Spans.Contains(r.Tokens[n.From].Span()) {
				of = r.Holds(n.Actor)
			}
		}
		return of, true
	}
	return -1, false
}

// anothers reports whether the pronoun that stands for the source of a claim, glued on to "that" or to his country or government, may be
// another's: it is of another gender than the word of saying, or the claim only tells what another has said, or has just
// spoken of somebody else: "told of the minister's visit, saying that he will bring a letter".
func (r *reading) anothers(captures []match.Capture, claim, actor int) bool {
	at := -1
	for _, p := range captures {
		if p.Name == rule.Own || p.Name == partNames[partIt] {
			at = p.From
			if p.Name != rule.Own {
				continue
			}
			if g := r.Gender(claim); g == lang.Feminine && !r.Feminine(p.To-1) || g == lang.Masculine && r.Feminine(p.To-1) {
				return true
			}
			if at > r.Start {
				at--
			}
		}
	}
	if at <= r.Start || actor < 0 {
		return false
	}
	c := &r.Rec.Claims[claim]
	if t := &r.Tokens[at]; len(c.Content.Spans) > 0 && c.Content.Spans[0].Start < r.Tokens[at-1].Start && !t.Has(lang.Conjunction) && r.Complementiser(at) && r.Grammar.Finite(&r.Tokens[at-1]) && !r.Grammar.Nounish(&r.Tokens[at-1]) && !r.Grammar.Function(&r.Tokens[at-1]) && !r.Tokens[at-1].Has(lang.Conjunction) {
		return true // that they are said to
	}
	if r.Complementiser(at) && r.Tokens[at-1].In(r.V.From) && c.Cue.Class != "warn" && len(c.Content.Spans) > 0 {
		for i := at - 2; i >= r.Start && r.Tokens[i].Start >= c.Content.Spans[0].Start; i-- {
			if t := &r.Tokens[i]; t.Feats&lang.Cue != 0 && (r.Grammar.Finite(t) || t.Has(lang.Participle)) {
				return true // what he said of this, that his government will
			}
		}
	}
	if r.Cur.Kind != rule.Will && r.Cur.Kind != rule.Never || r.Rec.Actors[actor].Kind != "person" || !c.Source.Elided || claim == 0 {
		return false
	}
	before := &r.Rec.Claims[claim-1]
	if before.Source.NameAr == nil || c.Source.NameAr == nil || *before.Source.NameAr != *c.Source.NameAr || before.Content.Spans.Hull().End > c.Cue.Spans[0].Start {
		return false
	}
	for i := range r.Named {
		n := &r.Named[i]
		if n.Actor != actor && r.Rec.Actors[n.Actor].Kind == "person" && before.Content.Spans.Contains(r.Tokens[n.From].Span()) && r.Tokens[n.To-1].End <= c.Cue.Spans[0].Start {
			return true
		}
	}
	return false
}
