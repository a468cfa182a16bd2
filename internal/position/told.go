package position

import (
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/stance"
)

// told is what a position is about whose word is the cue of a claim, as that claim has it or as the word itself
// takes it; false if the word says nothing of what its holder wants.
func (r *reading) told(cl *riwaya.Claim, is string) (riwaya.Matter, bool) {
	c := &r.Cur
	content := riwaya.Matter{Spans: cl.Content.Spans, Text: cl.Content.Text}
	if b, ok := r.sooner(cl); ok {
		s := riwaya.Span{Start: b.Start, End: r.Tokens[b.To-1].End}
		content = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
	}
	if s, ok := r.Cur.Held(&r.Sentence, cl); ok {
		content = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
	}
	for i := c.To; i < r.End && r.Tokens[i].Start < content.Spans[0].Start; i++ {
		if t := &r.Tokens[i]; t.Feats&lang.Cue != 0 && (r.Speaks(i) || t.In(r.Grammar.Saying) && t.Has(lang.Participle|lang.Accusative)) {
			return content, false // "refused comment, saying that …": what he said
		}
	}
	at := r.T.TokenAt(content.Spans[0].Start, 0, len(r.Tokens))
	if at < 0 {
		return content, c.Word.Frames&(stance.That|stance.Bi) != 0 || !r.reported(cl)
	}
	if r.Tokens[at].Has(lang.Participle|lang.Accusative) && r.Speaks(at) || r.Tokens[at].In(r.Grammar.Saying) && r.Tokens[at].Has(lang.Participle) || r.nothing(is, at) {
		return content, false
	}
	if is == "regards" && r.Tokens[at].Has(lang.Function|lang.Pronoun) && at > c.At {
		return content, false // "calling it an error": what it is stands before
	}
	if s := cl.Source.Spans; is == "regards" && len(s) > 0 && len(content.Spans) == 1 && at > c.To && r.Tokens[at-1].End == s[len(s)-1].End && r.Tokens[at].In(r.Grammar.Office) && r.Tokens[at].Feats&(lang.Article|lang.With|lang.For) == 0 && r.Tokens[at-1].In(r.Grammar.Name) {
		return content, false // who somebody is, behind his name
	}
	if at > r.Start && r.ContextAt(at-1, stance.KeyAdverb) > at {
		return content, false // "at least" is what nobody objects to
	}
	if c.Word.Frames&(stance.That|stance.Bi) == 0 && r.reported(cl) {
		return content, false // "insists that it is so"
	}
	if len(content.Spans) == 1 && c.Astray(&r.Sentence, at) {
		return content, false
	}
	if t := &r.Tokens[at]; t.Kind == lang.NumberKind && t.End-t.Start > longest || r.T.Source[content.Spans[0].Start] < utf8.RuneSelf && t.Kind != lang.NumberKind && !phrase.IsQuote(t) {
		return content, false // where to call, or to look
	}
	if len(content.Spans) == 1 && !r.reported(cl) {
		if at = r.Cur.Aside(&r.Sentence, &content, at); at < 0 {
			return content, false
		}
		r.Cur.Turn(&r.Sentence, &content, at, false)
	} else if len(content.Spans) == 1 {
		if is != "regards" {
			r.Cur.Turn(&r.Sentence, &content, at, true)
		}
		r.Cur.Cited(&r.Sentence, &content, at)
	}
	if ok := r.headed(&content, at); !ok {
		return content, false
	}
	r.plain(&content)
	return content, true
}

// plain leaves out of what somebody wants or refuses how much: "rejected with a firm rejection the opening of the crossing".
func (r *reading) plain(m *riwaya.Matter) {
	s := &m.Spans[0]
	at := r.T.TokenAt(s.Start, r.Start, r.End)
	if at < 0 || at+1 >= r.End || r.Tokens[at].Feats&(lang.Pronoun|lang.Article) != 0 || r.Tokens[at].Feats&lang.Accusative == 0 || !r.Tokens[at].In(r.V.Word) || !r.Tokens[at+1].Has(lang.Accusative) {
		return
	}
	for at++; at+1 < r.End && r.Tokens[at].Word != nil && r.Tokens[at].Has(lang.Accusative); at++ {
	}
	if at < r.End && r.Tokens[at].End <= s.End && r.Noun(at) != nil {
		s.Start = r.Tokens[at].Start
		m.Text = m.Spans[0].Of(r.T.Source)
	}
}

// headed gives what a noun that is the cue of a claim is about, from token at, its own limits: where it is the subject of a clause, it
// ends before that clause's verb; and where only a relative clause stands in it, it begins with the noun to which that belongs, right
// behind the name of who holds it. It reports whether there is one.
func (r *reading) headed(m *riwaya.Matter, at int) bool {
	s := m.Spans.Hull()
	if len(m.Spans) > 1 {
		return true
	}
	if t := &r.Tokens[at]; t.In(r.V.Relative) && r.Grammar.Function(t) && !t.In(r.V.Negation) && !t.In(r.V.Against) && !t.In(r.V.From) && !r.Is(at, stance.KeyAny) {
		from := -1
		for k := range r.Named {
			if n := &r.Named[k]; n.From >= r.Cur.To && n.From <= r.Cur.To+1 && n.To < at && (from < 0 || n.To < from) {
				from = n.To
			}
		}
		if from < 0 || r.Noun(from) == nil && !phrase.IsQuote(&r.Tokens[from]) {
			return false
		}
		for i := from; i < at; i++ {
			if k := &r.Tokens[i]; k.Word != nil && (r.Grammar.Finite(k) && !r.Grammar.Nounish(k) || r.Complementiser(i)) {
				return false
			}
		}
		s.Start = r.Tokens[from].Start
	}
	if r.Cur.By.Feat&lang.Masdar != 0 && r.Cur.From > r.Start && (r.Complementiser(r.Cur.From-1) || r.Tokens[r.Cur.From-1].Is(lang.Comma) || r.Tokens[r.Cur.From-1].In(r.V.Was)) {
		end := at
		for end < r.End && r.Tokens[end].Start < s.End {
			end++
		}
		s.End = r.Tokens[r.predicate(stance.Body{From: at, To: end})-1].End
	}
	*m = riwaya.Matter{Spans: riwaya.Spans{s}, Text: s.Of(r.T.Source)}
	return true
}

// longest is how many bytes a number has at most that counts things; what is longer is one to call.
const longest = 7

// named is where the name of an actor ends that the source from token at to byte end begins with, if a noun stands behind it in the
// source that the word of the trigger can take and that cannot belong to the name: "Greece refused the terms of the loan"; -1 if none does.
func (r *reading) named(at, end int) int {
	for k := range r.Named {
		n := &r.Named[k]
		if n.From != at || n.To+1 >= r.End || r.Tokens[n.To].Start >= end {
			continue
		}
		t, q := &r.Tokens[n.To], r.Noun(n.To)
		state := n.To == at+1 && r.Tokens[at].In(r.V.Country.Or(r.V.Capital))
		switch {
		case q == nil || t.In(r.V.Demonym) || t.In(r.V.Country) || t.In(r.Grammar.Name) || r.Grammar.Function(t) || t.In(r.Grammar.Person) || q.Feat&(lang.Guess|lang.Nisba|lang.Conjunction|lang.For|lang.Like) != 0:
		case q.Feat&lang.With != 0:
			if r.Cur.Word.Frames&stance.Bi != 0 && q.Feat&lang.Article != 0 {
				return n.To
			}
		case state && q.Feat&lang.Article != 0:
			if n.To+1 < r.End && r.Tokens[n.To+1].In(r.V.Relative) && r.Grammar.Function(&r.Tokens[n.To+1]) {
				return n.To // "Turkey refused the plan that …"
			}
		case q.Feat&lang.Article == 0 && (state || q.Feat&lang.Accusative != 0 || r.Cur.Word.Frames&(stance.Obj|stance.Act) != 0 && (t.Has(lang.Masdar) || q.Feat&(lang.Plural|lang.Feminine) != 0 || r.Noun(n.To+1) != nil && r.Noun(n.To+1).Feat&(lang.Pronoun|lang.Article) != 0)):
			return n.To
		}
	}
	return -1
}

// sooner is what the word of the trigger, the cue of a claim, takes right behind itself or behind its source,
// where the claim has for its content only something further on: "rejected the deadline that the
// minister set before he demands …". What is said in so many words can stand further on; what
// is refused or demanded stands where its word has it.
func (r *reading) sooner(c *riwaya.Claim) (stance.Body, bool) {
	at := r.Cur.To
	if s := c.Source.Spans; len(s) > 0 && s[0].Start >= r.Tokens[at-1].End {
		for own := r.named(at, s[0].End); at < r.End && r.Tokens[at].Start < s[0].End; {
			if at++; at == own {
				break
			}
		}
		if at < r.End && phrase.IsQuote(&r.Tokens[at]) && int(r.Tokens[at].Match) < at {
			at++
		}
	}
	for n := 0; n < 2 && at < r.End && r.Tokens[at].Has(lang.Accusative) && (n > 0 || r.Tokens[at].In(r.V.Word)); n++ {
		at++ // "rejected with a firm rejection"
	}
	if at < r.End && len(c.Content.Spans) > 0 && !r.Tokens[at].In(r.V.From) && c.Content.Spans[0].Start > r.Tokens[at].End {
		r.Adjunct(at, func(to int) bool { // "welcomed, on Sunday, the talks"
			b, ok := r.ContentAt(to)
			if ok = ok && !r.Complementiser(to) && b.From < to+2 && b.To > to+1; ok {
				at = to
			}
			return ok
		})
	}
	if at >= r.End || len(c.Content.Spans) == 0 || c.Content.Spans[0].Start <= r.Tokens[at].End && !r.Tokens[at].In(r.V.From) {
		return stance.Body{}, false
	}
	if r.Cur.Word.Frames&(stance.Whom|stance.Act) == stance.Whom|stance.Act && r.Tokens[at].In(r.V.From) && r.Grammar.Function(&r.Tokens[at]) {
		if r.whom(at, func(to int) bool { at = to; return true }) { // "asked of the ministry to send"
			return r.ContentAt(at)
		}
	}
	b, ok := r.ContentAt(at)
	if !ok || r.Complementiser(at) || b.From+1 >= r.End || c.Content.Spans[0].Start <= r.Tokens[b.From+1].Start || c.Content.Spans[0].Start <= r.Tokens[b.From+1].End && r.Cur.Word.Frames&stance.Bi == 0 {
		return stance.Body{}, false
	}
	for i := at; i <= b.From; i++ {
		if r.Complementiser(i) {
			return stance.Body{}, false
		}
	}
	if b.Start > r.Tokens[at].Start && r.Tokens[at].Has(lang.For) { // "the secretary of the United Nations calls on …"
		i := r.T.TokenAt(c.Content.Spans[0].Start, 0, len(r.Tokens))
		if i > 0 {
			if own, ok := r.ContentAt(i - 1); ok && own.From >= i || r.Complementiser(i-1) {
				return stance.Body{}, false
			}
		}
	}
	return b, true
}

// reported reports whether a complementiser opens the content of a claim.
func (r *reading) reported(c *riwaya.Claim) bool {
	i := r.T.TokenAt(c.Content.Spans[0].Start, 0, len(r.Tokens))
	return i > 0 && r.Complementiser(i-1)
}
