package extent

import (
	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// Settle settles where the content of each candidate of a text begins and ends, and its mode.
// It keeps none of the reading's state.
func Settle(words *cue.Reading, all []attribute.Candidate) {
	r := reading{Reading: words}
	from, to := 0, 0
	for n := range all {
		c := &all[n]
		if n >= to { // the candidates of the next sentence
			for from = n; to < len(all) && all[to].Sentence == c.Sentence; to++ {
			}
		}
		cs, i := all[from:to], n-from
		if to < len(all) {
			r.next = all[to].Sentence
		} else {
			r.next = len(r.Text.Sentences)
		}
		s := r.Text.Sentences[c.Sentence]
		r.Start, r.End = s.From, c.End
		r.Cue, r.By, r.At, r.CueEnd = c.Cue, c.By, c.At, c.To
		switch {
		case c.Part < 0:
			r.trailing(c, cs, i)
		case c.Body[1] <= c.At:
			r.leading(c)
		default:
			r.following(c, cs, i)
		}
	}
}

// following settles content that stands behind its cue.
func (r *reading) following(c *attribute.Candidate, cs []attribute.Candidate, i int) {
	from := c.Body[0]
	for from < r.End && r.Tokens[from].Kind == lang.MarkKind && r.Tokens[from].Match < 0 && !phrase.IsQuote(&r.Tokens[from]) {
		from++
	}
	if from >= r.End {
		return
	}
	end := min(r.cut(c, cs, i, from), r.aside(c, from))
	t := &r.Tokens[from]
	if phrase.IsQuote(t) && c.Part != cue.PartObject && c.Part != cue.PartGoverned && c.Part != cue.PartWhole {
		if r.quoted(c, from, end) {
			return
		}
	}
	c.Mode = riwaya.ModeIndirect
	if c.Colon && !c.That && c.Part == cue.PartBody && c.Cue != nil && c.Rule.Mode == "" {
		c.Mode = riwaya.ModeDirect
		if end >= r.End {
			end = r.onward(c, end)
		}
	}
	if c.Rule.Mode != "" {
		c.Mode = c.Rule.Mode
	}
	end = r.Trim(from, end)
	span := r.Text.Span(from, end)
	switch {
	case c.Part == cue.PartGoverned:
		span.Start = r.behindPreposition(from)
	case r.Tokens[from].Has(lang.So) && !c.That:
		span.Start = r.Text.Inner(from, r.Tokens[from].Word.Find(lang.So))
	}
	if span.Start >= span.End {
		return
	}
	c.Spans = riwaya.Spans{span}
	if c.Mode == riwaya.ModeIndirect && r.partlyQuoted(from, end) {
		c.Mode = riwaya.ModeMixed
	}
}

// aside is where a relative clause ends that tells more of one who is named: at the comma
// that answers the one before it.
func (r *reading) aside(c *attribute.Candidate, from int) int {
	k := c.Source[1]
	if k < 0 || k+1 >= c.At || !r.Tokens[k].Is(lang.Comma) || !r.Tokens[k+1].In(r.Grammar.Relative) {
		return r.End
	}
	for i := from; i < r.End; i++ {
		if t := &r.Tokens[i]; t.Match > int32(i) {
			i = int(t.Match)
		} else if t.Is(lang.Comma) {
			return i
		}
	}
	return r.End
}

// behindPreposition is where content begins behind the governed preposition at token i.
func (r *reading) behindPreposition(i int) int {
	t := &r.Tokens[i]
	if r.Grammar.Function(t) && t.In(r.Grammar.Prep) || r.Lone(i, lang.With) && i+1 < r.End {
		return r.Tokens[i+1].Start
	}
	if t.In(r.Grammar.WithWhat) {
		return t.Start + r.Text.Skip(r.Text.Source[t.Start:t.End], 1)
	}
	for _, f := range []lang.Feat{lang.With | lang.Noun, lang.For | lang.Noun} {
		if q := phrase.Glued(t, f); q != nil {
			return r.Text.Inner(i, q)
		}
	}
	return t.Start
}

// quoted settles content that opens with a quotation mark: all of it if nothing but a
// new clause follows the closing one. It reports false where the quotation is only
// the beginning of the content.
func (r *reading) quoted(c *attribute.Candidate, from, end int) bool {
	t := &r.Tokens[from]
	if t.Match <= int32(from) { // never closed: to the end of the line
		to := from + 1
		stop := len(r.Tokens)
		if r.next < len(r.Text.Sentences) { // not into what somebody says next
			stop = max(r.Text.Sentences[r.next].From, end)
		}
		for to < stop && r.Tokens[to].Kind != lang.BreakKind {
			to++
		}
		if to > from+1 {
			c.Spans, c.Mode = riwaya.Spans{r.Text.Span(from+1, to)}, riwaya.ModeDirect
		}
		return true
	}
	m := int(t.Match)
	if m == from+1 {
		return false
	}
	if m+1 < end {
		n := &r.Tokens[m+1]
		switch {
		case n.Kind == lang.MarkKind && n.Match <= int32(m) && !phrase.IsQuote(n): // a comma, a dash: the quotation was all
		case n.Has(lang.Conjunction) && m-from > 4:
		case m-from > 12:
		default:
			return false
		}
	}
	c.Spans, c.Mode = riwaya.Spans{r.Text.Span(from+1, m)}, riwaya.ModeDirect
	return true
}

// cut is the token at which the content from token from ends: the sentence's end, or
// where the next speaker's clause begins.
func (r *reading) cut(c *attribute.Candidate, cs []attribute.Candidate, i, from int) int {
	end := r.End
	inside := -1 // the closing mark of a quotation that began in the content
	k := 0
	for j := from; j < end; j++ {
		t := &r.Tokens[j]
		if phrase.IsQuote(t) && int(t.Match) > j && int(t.Match) > inside {
			inside = int(t.Match)
		}
		if j <= inside {
			continue
		}
		if t.Starts&lang.StartsPhrase != 0 {
			if r.PhraseIn(j, r.Grammar.Gloss) {
				return j
			}
			if r.PhraseIn(j, r.Grammar.Outer) && r.within(c, cs, i) {
				return j // the speaker outside takes over again
			}
			if r.PhraseIn(j, r.Grammar.Comment) && j > from && r.Tokens[j-1].Is(lang.Comma) && !c.Colon {
				return j // "which is what": the narrator on what was said
			}
		}
		if j > from+2 && r.Tokens[j-1].Is(lang.Ellipsis) && (r.hadBeen(j) || c.That && !c.Colon && r.anew(j)) {
			return j - 1
		}
		if r.resumed(j, from) || r.unsaid(c, j, from) || r.nominal(c, j, from) || r.goesOn(j, from) || j > from && t.In(r.Grammar.Gloss) && phrase.IsQuote(&r.Tokens[j-1]) {
			return j
		}
		if (c.Part == cue.PartObject || c.Part == cue.PartGoverned) && j > from+1 {
			if e, _ := r.Text.PhraseAt(j, r.Grammar.Resumes); e > j || t.In(r.Grammar.Resumes) {
				return j
			}
			if r.Tokens[j-1].Is(lang.Comma) && t.In(r.Grammar.Pronoun) && t.Word.Has(lang.Function|lang.Conjunction) {
				return j // ", and it is": the narrator tells what that is
			}
		}
		for k < len(cs) && cs[k].At < j {
			k++
		}
		if k < len(cs) && k != i && cs[k].At == j {
			d := &cs[k]
			if at := r.cuts(c, d); at >= 0 {
				return max(at, from)
			}
			if at := r.contrast(d); at > from {
				return at
			}
		}
		// a mark that closes a quotation around the claim itself ends it too
		if phrase.IsQuote(t) && t.Match >= 0 && int(t.Match) < c.At && j > from {
			return j
		}
	}
	return end
}

// resumed reports whether narration of something else begins at token j: behind a comma,
// "while" or "but" and a verb in the past, or one that says what was not said.
func (r *reading) resumed(j, from int) bool {
	g, t := r.Grammar, &r.Tokens[j]
	if j <= from+2 || j+2 >= r.End || !r.Tokens[j-1].Is(lang.Comma) || !t.In(g.Against) || t.Feats&lang.Function == 0 {
		return false
	}
	n := &r.Tokens[j+1]
	if n.In(g.Already) {
		n = &r.Tokens[j+2]
	}
	if n.In(g.Negation) && n.Feats&lang.Function != 0 {
		return r.Tokens[j+2].Has(lang.Verb | lang.Cue)
	}
	return n.Has(lang.Past) && n.Feats&lang.Present == 0 && !n.In(g.Was) && !g.Nounish(n)
}

// nominal reports whether, behind content that a noun of saying leads in, the sentence around
// it goes on at token j: with "but", "except that" or "while" behind a comma or without.
func (r *reading) nominal(c *attribute.Candidate, j, from int) bool {
	if c.By == nil || c.By.Feat&lang.Noun == 0 || c.By.Feat&lang.Participle != 0 || c.That || j <= from || c.Part != cue.PartGoverned && c.Part != cue.PartObject {
		return false
	}
	g, t := r.Grammar, &r.Tokens[j]
	if t.Feats&lang.Function == 0 {
		return false
	}
	return t.In(g.Against) && r.Tokens[j-1].Is(lang.Comma) || t.In(g.Unreported) && j+1 < r.End && r.Complementiser(j+1)
}

// goesOn reports whether the speaker's next act begins at token j: behind a comma, a
// participle in the accusative that says, thanks, wishes or blames.
func (r *reading) goesOn(j, from int) bool {
	t := &r.Tokens[j]
	if j <= from+2 || !r.Tokens[j-1].Is(lang.Comma) && !r.Tokens[j-1].Is(lang.Semicolon) || t.Word == nil {
		return false
	}
	q := t.Word.Find(lang.Participle | lang.Accusative)
	return q != nil && q.Feat&(lang.Article|lang.Passive|lang.Pronoun) == 0 && (q.Cue != nil && !q.Cue.Has("weak") || t.In(r.Grammar.Act))
}

// within reports whether the cue of candidate i stands in another's content.
func (r *reading) within(c *attribute.Candidate, cs []attribute.Candidate, i int) bool {
	for k := range cs {
		if k != i && cs[k].Body[0] <= c.At && cs[k].Body[1] > c.At && cs[k].At < c.At {
			return true
		}
	}
	return false
}

// cuts is where the clause of candidate d begins, if it is one of its own rather than
// one inside the content before it: at a participle of saying, a verb with a conjunction,
// a verb behind "while", "but" or "for his part", a cite of the medium; -1 if it is not.
func (r *reading) cuts(c, d *attribute.Candidate) int {
	if d.By == nil {
		return -1
	}
	if d.Part < 0 {
		if d.Source[0] >= 0 && r.KindOf(d.Source[0], d.Source[1]) == "media" {
			return d.At // whoever passes on the whole sentence
		}
		return -1
	}
	switch {
	case d.By.Feat&lang.Past != 0 && d.By.Feat&(lang.Present|lang.Pronoun) == 0 && d.Source[0] < 0 && d.That && d.Body[0]-d.To <= 2 && d.From > r.Start && r.Tokens[d.From-1].In(r.Grammar.Relative) && r.Tokens[d.From-1].Feats&lang.Function != 0:
		return d.From - 1 // "of which he said that": the speaker tells more of it
	case d.By.Feat&lang.Participle != 0:
		return d.From
	case d.By.Feat&lang.Verb == 0 || d.Part == cue.PartHead:
		return -1
	case d.By.Feat&lang.Conjunction != 0 && d.At > 0 && r.Tokens[d.At-1].In(r.Grammar.Already.Or(r.Grammar.Before)):
		return -1 // "it was said before": the conjunction joins two verbs
	case d.By.Feat&lang.Conjunction != 0:
		if d.By.Feat&lang.Present != 0 && c.By != nil && c.By.Feat&lang.Present == 0 && d.Source[0] < 0 {
			return -1 // narration goes on in the past
		}
		return d.From
	}
	if at := r.fronted(c, d); at > 0 {
		return at
	}
	if i := d.From - 1; i > r.Start && d.Source[0] < 0 && d.By.Feat&lang.Past != 0 && r.Tokens[i].In(r.Grammar.Where) && r.Tokens[i].Feats&lang.Function != 0 && (d.That || d.Part == cue.PartQuote) {
		return i // "whereby he made clear that": the speaker goes on
	}
	if i := d.From - 2; i > r.Start && r.Complementiser(i+1) && r.Tokens[i].In(r.Grammar.Unreported) && r.Tokens[i-1].Is(lang.Comma) && d.Source[0] >= 0 {
		return i // ", before an official admitted": somebody else, later
	}
	return r.connective(d)
}

// connective is where the words begin that set candidate d's clause against the one
// before it, -1 if there are none.
func (r *reading) connective(d *attribute.Candidate) int {
	g := r.Grammar
	for j := d.From - 1; j > r.Start && j >= d.From-5; j-- {
		p := &r.Tokens[j]
		if e, _ := r.Text.PhraseAt(j, g.Discourse.Or(g.Against)); e > j && e <= d.From {
			if r.Tokens[j-1].In(g.Against) {
				j--
			}
			return j
		}
		if p.Kind == lang.MarkKind || r.Complementiser(j) {
			return -1
		}
		if p.In(g.Against) && p.Feats&lang.Function != 0 {
			return j
		}
		if p.In(g.Conj) && g.Function(p) && r.Tokens[j-1].Kind == lang.MarkKind {
			return j
		}
	}
	return -1
}

// contrast is where the narrator's "although …, he said" begins whose verb is
// candidate d's, 0 where there is none: at the comma before "but he", or at the one
// before "although".
func (r *reading) contrast(d *attribute.Candidate) int {
	g := r.Grammar
	if d.By == nil || d.By.Feat&lang.Verb == 0 || d.At-2 <= r.Start || !r.Tokens[d.At-1].Has(lang.Function|lang.Pronoun) || !r.Tokens[d.At-2].In(g.Unreported) {
		return 0
	}
	at := d.At - 2
	for j := at; j > r.Start; j-- {
		if r.Tokens[j].Is(lang.Comma) && j+1 < d.At && r.Tokens[j+1].Has(lang.Conjunction) && r.Tokens[j+1].In(g.Unreported) {
			return j
		}
	}
	return at
}

// onward carries plain direct speech over the sentences of its paragraph that follow
// and attribute nothing themselves.
func (r *reading) onward(c *attribute.Candidate, end int) int {
	s := r.Text.Sentences
	for n := c.Sentence + 1; n < min(len(s), r.next) && s[n].Paragraph == s[c.Sentence].Paragraph && n <= c.Sentence+3; n++ {
		end = attribute.Trimmed(r.Text, s[n])
	}
	return end
}

// partlyQuoted reports whether some words of [from, to) stand in quotation marks that
// are not around a name.
func (r *reading) partlyQuoted(from, to int) bool {
	g := r.Grammar
	for j := from; j < to; j++ {
		t := &r.Tokens[j]
		if !phrase.IsQuote(t) || int(t.Match) <= j || int(t.Match) > to {
			continue
		}
		words, m := int(t.Match)-j-1, int(t.Match)
		named := j > 0 && (r.Tokens[j-1].In(g.Body) || r.Lone(j-1, lang.For))
		for k := j + 1; k < m; k++ {
			named = named || r.Tokens[k].In(g.Outlet) || words <= 3 && (r.Tokens[k].In(g.Country) || r.Tokens[k].In(g.Body))
		}
		if n := r.Tokens[j+1].Word; n != nil && words == 1 && n.Feats&lang.Guess != 0 {
			named = true
		}
		if !named && words >= 1 {
			return true
		}
		j = m
	}
	return false
}
