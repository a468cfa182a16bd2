package whose

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/stance"
)

// SpeaksFor reports whether the source of a claim may say what an actor will do: it is that
// actor, of its state, or nobody who stands against it. What an adversary foretells is no
// position.
func (r *Reader) SpeaksFor(claim, actor int) bool {
	src := r.Source(claim)
	k, a := r.Rec.Claims[claim].Source.Kind, r.Rec.Actors[actor].Kind
	if src < 0 && (k == "media" || k == "other") {
		return false // a paper of a country foretells what its government will do
	}
	if r.ofIt(claim, src, actor) {
		return true
	}
	if src < 0 {
		if r.Rec.Claims[claim].Source.Anonymous {
			name := r.Rec.Claims[claim].Source.NameAr // "the source", which was one in the movement
			return name != nil && slices.ContainsFunc(r.Rec.Actors[actor].Mentions, func(m riwaya.Span) bool { return strings.Contains(*name, m.Of(r.T.Source)) })
		}
		return k != "person" || a != "armed_group" && a != "party" && !r.abroad(claim, actor)
	}
	if src == actor {
		return true
	}
	return r.speaks(claim, &r.Rec.Actors[src], &r.Rec.Actors[actor])
}

// abroad reports whether the words of a claim's source say that he is of another country than an actor.
func (r *Reader) abroad(claim, actor int) bool {
	a := &r.Rec.Actors[actor]
	for _, s := range r.Rec.Claims[claim].Source.Spans {
		for i := range r.T.Within(s) {
			if n := r.Nation(&r.Tokens[i]); n != "" && a.Country != nil && n != *a.Country {
				return true
			}
		}
	}
	return false
}

// speaks reports whether actor s, the source of a claim, is of actor a or of its state.
func (r *Reader) speaks(claim int, s, a *riwaya.Actor) bool {
	for _, m := range s.Mentions { // the spokesman of X
		for _, n := range a.Mentions {
			if m.Contains(n) {
				return true
			}
		}
	}
	if s.Kind == "person" && r.ofItsState(s, a) {
		return true
	}
	name := r.Rec.Claims[claim].Source.NameAr
	for _, n := range a.Mentions {
		if r.Rec.Claims[claim].Source.Spans.Contains(n) {
			return true
		}
		if name == nil || !strings.Contains(*name, n.Of(r.T.Source)) {
			continue
		}
		i := r.T.TokenAt(n.Start, 0, len(r.Tokens))
		if _, rest, _ := strings.Cut(*name, " "); i >= 0 && !r.Tokens[i].In(r.V.Country) && !r.Tokens[i].In(r.V.Capital) || strings.HasPrefix(rest, n.Of(r.T.Source)) {
			return true // "a leader of X", "the ambassador of X"; an embassy in Cairo is not Egypt
		}
	}
	return a.Kind != "armed_group" && a.Kind != "party" && a.Country != nil && s.Country != nil && *a.Country == *s.Country
}

// Foretold reports whether nobody says what the verb of the trigger tells of, one in the future that carries no stance of its own: below the
// title and the first sentence, which tell in short what somebody says, that is the narrator's forecast, or the programme of a visit. The
// same holds of what everybody expects or believes.
func (r *Reader) Foretold(claim int) bool {
	if claim >= 0 {
		return r.Cur.Word.Stance == "" && r.Rec.Claims[claim].Cue.Class == "expect"
	}
	if r.Cur.Word.Stance != "" {
		return false
	}
	at := &r.Tokens[r.Cur.At]
	return at.Start >= len(r.Rec.Article.Title) && r.Cur.At >= r.Text.Sentences[0].To
}

// ofItsState reports whether a mention of a person names an institution of the state that an actor is, or is one of: "the spokesman of
// the Kremlin" speaks for Russia.
func (r *Reader) ofItsState(s, a *riwaya.Actor) bool {
	if a.Country == nil || a.Kind == "armed_group" || a.Kind == "party" {
		return false
	}
	for k := range r.Rec.Actors {
		b := &r.Rec.Actors[k]
		if b.Country == nil || *b.Country != *a.Country || b.Kind != "government" && b.Kind != "military" {
			continue
		}
		for _, n := range b.Mentions {
			if slices.ContainsFunc(s.Mentions, func(m riwaya.Span) bool { return m.Contains(n) }) {
				return true
			}
		}
	}
	return false
}

// ofIt reports whether the words of a claim's source, or those that first name it, say of which actor it is: "a source in the movement",
// "an adviser to the president of Ukraine" of Ukraine's government.
func (r *Reader) ofIt(claim, src, actor int) bool {
	a := &r.Rec.Actors[actor]
	within := func(s riwaya.Span) bool {
		for _, n := range a.Mentions {
			if s.Contains(n) {
				return true
			}
		}
		if a.Country == nil || a.Kind == "armed_group" || a.Kind == "party" {
			return false
		}
		for i := range r.T.Within(s) {
			if r.Nation(&r.Tokens[i]) == *a.Country {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(r.Rec.Claims[claim].Source.Spans, within) || src >= 0 && r.Rec.Actors[src].Kind == "person" && slices.ContainsFunc(r.Rec.Actors[src].Mentions, within)
}

// Several reports whether the claim's word of saying, or its source, may be of several.
func (r *Reader) Several(claim int) bool {
	i := r.T.TokenAt(r.Rec.Claims[claim].Cue.Spans[0].Start, 0, len(r.Tokens))
	if i >= 0 && r.Tokens[i].Has(lang.Verb|lang.Plural) {
		return true
	}
	s := r.Rec.Claims[claim].Source.Spans
	if len(s) == 0 {
		return false
	}
	i = r.T.TokenAt(s[0].Start, 0, len(r.Tokens))
	return i >= 0 && r.Tokens[i].Has(lang.Noun|lang.Plural)
}

// Told is the gender that the word of saying shows with which the source of a claim that has none of its own last spoke, 0 if it shows none.
func (r *Reader) Told(claim int) lang.Feat {
	c := &r.Rec.Claims[claim].Source
	if !c.Elided || c.NameAr == nil {
		return 0
	}
	for i := claim - 1; i >= max(0, claim-stance.Reach); i-- {
		if s := &r.Rec.Claims[i].Source; s.NameAr != nil && *s.NameAr == *c.NameAr {
			if g := r.Gender(i); g != 0 {
				return g
			}
		}
	}
	return 0
}

// OfMany reports whether the source of a claim is a noun of several: "the officials in the town".
func (r *Reader) OfMany(claim int) bool {
	s := r.Rec.Claims[claim].Source.Spans
	if len(s) == 0 {
		return false
	}
	i := r.T.TokenAt(s[0].Start, 0, len(r.Tokens))
	if i < 0 || r.Tokens[i].In(r.Grammar.Name) {
		return false
	}
	q := r.Noun(i)
	return q != nil && q.Feat&(lang.Plural|lang.Guess) == lang.Plural && q.Feat&lang.Singular == 0
}

// Entitled reports whether the content of a claim of what something is held to be begins with the name of an actor whose title is the
// source: "described the president X as rude", which another did.
func (r *Reader) Entitled(claim, actor int) bool {
	c := &r.Rec.Claims[claim]
	if r.Cur.Word.Frames&stance.As == 0 || len(c.Source.Spans) == 0 || len(c.Content.Spans) == 0 || c.Source.Spans[0].Start < r.Tokens[r.Cur.At].End {
		return false
	}
	at := riwaya.Span{Start: c.Source.Spans[0].Start, End: c.Content.Spans[0].Start + 1}
	return slices.ContainsFunc(r.Rec.Actors[actor].Mentions, func(m riwaya.Span) bool {
		i := r.T.TokenAt(m.End+1, r.Cur.To, r.End)
		return m.Contains(at) && i > 0 && r.Tokens[i].Feats&lang.With != 0
	})
}

// Seat reports whether the source of a claim is the name of a capital alone.
func (r *Reader) Seat(claim int) bool {
	s := r.Rec.Claims[claim].Source.Spans
	if len(s) == 0 {
		return false
	}
	i := r.T.TokenAt(s[0].Start, 0, len(r.Tokens))
	return i >= 0 && r.Tokens[i].In(r.V.Capital) && r.Tokens[i].End >= s[0].End && !r.Tokens[i].In(r.V.Country)
}

// Gender is Feminine or Masculine, as the cue of the claim shows it, 0 if it does not.
func (r *Reader) Gender(claim int) lang.Feat {
	c := &r.Rec.Claims[claim]
	i := r.T.TokenAt(c.Cue.Spans[0].Start, 0, len(r.Tokens))
	if i < 0 || r.Tokens[i].Word == nil {
		return 0
	}
	var all lang.Feat
	for k := range r.Tokens[i].Word.Readings {
		if q := &r.Tokens[i].Word.Readings[k]; q.Cue != nil {
			if q.Feat&lang.Masdar != 0 {
				return 0
			}
			all |= q.Feat & (lang.Feminine | lang.Masculine)
		}
	}
	if all == lang.Feminine|lang.Masculine {
		return 0
	}
	return all
}
