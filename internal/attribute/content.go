package attribute

import (
	"riwaya"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// extents settles where each claim's content ends, and its mode.
func (f *Finder) extents(r *reading, all []candidate) {
	from, to := 0, 0
	for n := range all {
		c := &all[n]
		if n >= to { // the candidates of the next sentence
			for from = n; to < len(all) && all[to].sentence == c.sentence; to++ {
			}
		}
		cs, i := all[from:to], n-from
		if to < len(all) {
			r.next = all[to].sentence
		} else {
			r.next = len(r.Text.Sentences)
		}
		s := r.Text.Sentences[c.sentence]
		r.Start, r.End = s.From, c.end
		r.Cue, r.By, r.At, r.CueEnd = c.cue, c.by, c.at, c.to
		switch {
		case c.part < 0:
			r.trailing(c, cs, i)
		case c.body[1] <= c.at:
			r.leading(c)
		default:
			r.following(c, cs, i)
		}
	}
}

// following settles content that stands behind its cue.
func (r *reading) following(c *candidate, cs []candidate, i int) {
	from := c.body[0]
	for from < r.End && r.Tokens[from].Kind == lang.MarkKind && r.Tokens[from].Match < 0 && !phrase.IsQuote(&r.Tokens[from]) {
		from++
	}
	if from >= r.End {
		return
	}
	end := r.cut(c, cs, i, from)
	t := &r.Tokens[from]
	if phrase.IsQuote(t) && c.part != cue.PartObject && c.part != cue.PartGoverned && c.part != cue.PartWhole {
		if r.quoted(c, from, end) {
			return
		}
	}
	c.mode = riwaya.ModeIndirect
	if c.colon && !c.that && c.part == cue.PartBody && c.cue != nil && c.p.mode == "" {
		c.mode = riwaya.ModeDirect
		if end >= r.End {
			end = r.onward(c, end)
		}
	}
	if c.p.mode != "" {
		c.mode = c.p.mode
	}
	end = r.trim(from, end)
	span := r.Text.Span(from, end)
	switch {
	case c.part == cue.PartGoverned:
		span.Start = r.behindPreposition(from)
	case r.Tokens[from].Has(lang.So) && !c.that:
		span.Start = r.Text.Inner(from, r.Tokens[from].Word.Find(lang.So))
	}
	if span.Start >= span.End {
		return
	}
	c.spans = riwaya.Spans{span}
	if c.mode == riwaya.ModeIndirect && r.partlyQuoted(from, end) {
		c.mode = riwaya.ModeMixed
	}
}

// behindPreposition is where content begins behind the governed preposition at token i.
func (r *reading) behindPreposition(i int) int {
	t := &r.Tokens[i]
	if r.Grammar.Function(t) && t.In(r.Grammar.Prep) {
		return r.Tokens[i+1].Start
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
func (r *reading) quoted(c *candidate, from, end int) bool {
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
			c.spans, c.mode = riwaya.Spans{r.Text.Span(from+1, to)}, riwaya.ModeDirect
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
	c.spans, c.mode = riwaya.Spans{r.Text.Span(from+1, m)}, riwaya.ModeDirect
	return true
}

// cut is the token at which the content from token from ends: the sentence's end, or
// where the next speaker's clause begins.
func (r *reading) cut(c *candidate, cs []candidate, i, from int) int {
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
		if e, _ := r.Text.PhraseAt(j, r.Grammar.Gloss); e > j {
			return j
		}
		if e, _ := r.Text.PhraseAt(j, r.Grammar.Outer); e > j && r.within(c, cs, i) {
			return j // the speaker outside takes over again
		}
		if e, _ := r.Text.PhraseAt(j, r.Grammar.Comment); e > j && j > from && r.Tokens[j-1].Is(lang.Comma) && !c.colon {
			return j // "which is what": the narrator on what was said
		}
		if r.resumed(j, from) || r.goesOn(j, from) {
			return j
		}
		if (c.part == cue.PartObject || c.part == cue.PartGoverned) && j > from+1 {
			if e, _ := r.Text.PhraseAt(j, r.Grammar.Resumes); e > j || t.In(r.Grammar.Resumes) {
				return j
			}
		}
		for k < len(cs) && cs[k].at < j {
			k++
		}
		if k < len(cs) && k != i && cs[k].at == j {
			d := &cs[k]
			if at := r.cuts(c, d); at >= 0 {
				return max(at, from)
			}
			if at := r.contrast(d); at > from {
				return at
			}
		}
		// a mark that closes a quotation around the claim itself ends it too
		if phrase.IsQuote(t) && t.Match >= 0 && int(t.Match) < c.at && j > from {
			return j
		}
	}
	return end
}

// resumed reports whether narration of something else begins at token j: behind a comma,
// "while" or "but" and a verb in the past, or one that says what was not said.
func (r *reading) resumed(j, from int) bool {
	g, t := r.Grammar, &r.Tokens[j]
	if j <= from+2 || j+2 >= r.End || !r.Tokens[j-1].Is(lang.Comma) || !t.In(g.Against) || t.Word.Feats&lang.Function == 0 {
		return false
	}
	n := &r.Tokens[j+1]
	if n.In(g.Already) {
		n = &r.Tokens[j+2]
	}
	if n.In(g.Negation) && n.Word.Feats&lang.Function != 0 {
		return r.Tokens[j+2].Has(lang.Verb | lang.Cue)
	}
	return n.Has(lang.Past) && n.Word.Feats&lang.Present == 0 && !n.In(g.Was) && !g.Nounish(n)
}

// goesOn reports whether the speaker's next act begins at token j: behind a comma, a
// participle in the accusative that says, thanks, wishes or blames.
func (r *reading) goesOn(j, from int) bool {
	t := &r.Tokens[j]
	if j <= from+2 || !r.Tokens[j-1].Is(lang.Comma) || t.Word == nil {
		return false
	}
	q := t.Word.Find(lang.Participle | lang.Accusative)
	return q != nil && q.Feat&(lang.Article|lang.Passive|lang.Pronoun) == 0 && (q.Cue != nil && !q.Cue.Has("weak") || t.In(r.Grammar.Act))
}

// within reports whether the cue of candidate i stands in another's content.
func (r *reading) within(c *candidate, cs []candidate, i int) bool {
	for k := range cs {
		if k != i && cs[k].body[0] <= c.at && cs[k].body[1] > c.at && cs[k].at < c.at {
			return true
		}
	}
	return false
}

// cuts is where the clause of candidate d begins, if it is one of its own rather than
// one inside the content before it: at a participle of saying, a verb with a conjunction,
// a verb behind "while", "but" or "for his part", a cite of the medium; -1 if it is not.
func (r *reading) cuts(c, d *candidate) int {
	if d.by == nil {
		return -1
	}
	if d.part < 0 {
		if d.source[0] >= 0 && r.KindOf(d.source[0], d.source[1]) == "media" {
			return d.at // whoever passes on the whole sentence
		}
		return -1
	}
	switch {
	case d.by.Feat&lang.Participle != 0:
		return d.from
	case d.by.Feat&lang.Verb == 0 || d.part == cue.PartHead:
		return -1
	case d.by.Feat&lang.Conjunction != 0 && d.at > 0 && r.Tokens[d.at-1].In(r.Grammar.Already.Or(r.Grammar.Before)):
		return -1 // "it was said before": the conjunction joins two verbs
	case d.by.Feat&lang.Conjunction != 0:
		if d.by.Feat&lang.Present != 0 && c.by != nil && c.by.Feat&lang.Present == 0 && d.source[0] < 0 {
			return -1 // narration goes on in the past
		}
		return d.from
	}
	return r.connective(d)
}

// connective is where the words begin that set candidate d's clause against the one
// before it, -1 if there are none.
func (r *reading) connective(d *candidate) int {
	g := r.Grammar
	for j := d.from - 1; j > r.Start && j >= d.from-5; j-- {
		p := &r.Tokens[j]
		if e, _ := r.Text.PhraseAt(j, g.Discourse.Or(g.Against)); e > j && e <= d.from {
			if r.Tokens[j-1].In(g.Against) {
				j--
			}
			return j
		}
		if p.Kind == lang.MarkKind || r.Complementiser(j) {
			return -1
		}
		if p.In(g.Against) && p.Word.Feats&lang.Function != 0 {
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
func (r *reading) contrast(d *candidate) int {
	g := r.Grammar
	if d.by == nil || d.by.Feat&lang.Verb == 0 || d.at-2 <= r.Start || !r.Tokens[d.at-1].Has(lang.Function|lang.Pronoun) || !r.Tokens[d.at-2].In(g.Unreported) {
		return 0
	}
	at := d.at - 2
	for j := at; j > r.Start; j-- {
		if r.Tokens[j].Is(lang.Comma) && j+1 < d.at && r.Tokens[j+1].Has(lang.Conjunction) && r.Tokens[j+1].In(g.Unreported) {
			return j
		}
	}
	return at
}

// onward carries plain direct speech over the sentences of its paragraph that follow
// and attribute nothing themselves.
func (r *reading) onward(c *candidate, end int) int {
	s := r.Text.Sentences
	for n := c.sentence + 1; n < min(len(s), r.next) && s[n].Paragraph == s[c.sentence].Paragraph && n <= c.sentence+3; n++ {
		end = trimmed(r.Text, s[n])
	}
	return end
}

// trim drops from the end of tokens [from, to) the marks and connectives that belong
// to what follows.
func (r *reading) trim(from, to int) int {
	g := r.Grammar
	for to > from+1 {
		t := &r.Tokens[to-1]
		switch {
		case t.Kind == lang.BreakKind:
		case t.Kind == lang.MarkKind && t.Match < 0 && t.Mark != lang.OtherMark:
		case t.Kind == lang.MarkKind && t.Mark == lang.OtherMark && t.Match < 0:
		case t.In(g.Conj) && g.Function(t), t.In(g.Particle) && g.Function(t) && !t.In(g.Pronoun):
		default:
			return to
		}
		to--
	}
	return to
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

// leading settles content that stands before its cue.
func (r *reading) leading(c *candidate) {
	from, to := c.body[0], c.body[1]
	if c.part == cue.PartQuote {
		c.spans, c.mode = riwaya.Spans{r.Text.Span(from+1, to-1)}, riwaya.ModeDirect
		return
	}
	to = r.trim(from, to)
	span := r.Text.Span(from, to)
	if q := r.Noun(from); q != nil && q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
		span.Start = r.Text.Inner(from, q)
	}
	if span.Start < span.End {
		c.spans, c.mode = riwaya.Spans{span}, riwaya.ModeIndirect
	}
}

// trailing settles the content of a cite behind it: the sentence so far, or the
// content of the claim that it stands in.
func (r *reading) trailing(c *candidate, cs []candidate, i int) {
	from := r.opening(c.at)
	media := c.source[0] >= 0 && r.KindOf(c.source[0], c.source[1]) == "media"
	for k := i - 1; k >= 0 && !media; k-- {
		if d := &cs[k]; d.source[0] >= 0 && len(d.spans) > 0 && d.body[0] < c.at && d.body[1] > d.at {
			from = max(from, d.body[0])
			break
		}
	}
	to := r.trim(from, c.at)
	if to-from < 3 {
		return
	}
	span := r.Text.Span(from, to)
	if q := r.Tokens[from].Word; q != nil && from == r.Start {
		if n := q.Find(lang.Conjunction); n != nil {
			span.Start = r.Text.Inner(from, n)
		}
	}
	c.spans, c.mode = riwaya.Spans{span}, riwaya.ModeIndirect
	if r.partlyQuoted(from, to) {
		c.mode = riwaya.ModeMixed
	}
	if from, to := r.interrupted(c, cs, i); to > from {
		c.spans = append(c.spans, r.Text.Span(from, to))
	}
}

// interrupted is where the content goes on behind a cite that stands between two commas
// or dashes in the middle of a clause; nothing where it does not.
func (r *reading) interrupted(c *candidate, cs []candidate, i int) (from, to int) {
	end := max(c.to, c.source[1])
	for end < r.End && !r.Tokens[end].Is(lang.Dash) && !r.Tokens[end].Is(lang.Comma) && end < c.source[1]+2 {
		end++
	}
	if end+2 >= r.End || c.at <= r.Start || r.Tokens[c.at-1].Mark != r.Tokens[end].Mark || r.Tokens[end].Kind != lang.MarkKind {
		return 0, 0
	}
	from = end + 1
	t, g := &r.Tokens[from], r.Grammar
	if t.Word == nil && !phrase.IsQuote(t) && t.Kind != lang.NumberKind || t.Has(lang.Conjunction) || t.In(g.Relative) || t.In(g.Against) || t.In(g.Conj) || t.In(g.Unreported) || t.Has(lang.Participle|lang.Cue) || t.In(g.Discourse) {
		return 0, 0
	}
	return from, r.trim(from, r.cut(c, cs, i, from))
}

// opening is where the sentence before token to begins behind a fronted scene: after the
// last comma before its first verb.
func (r *reading) opening(to int) int {
	comma := -1
	for j := r.Start; j < to; j++ {
		t := &r.Tokens[j]
		if t.Is(lang.Comma) {
			comma = j
			continue
		}
		if r.Grammar.Finite(t) || j == comma+1 && r.Grammar.MayBeFinite(t) && t.Word.Feats&lang.Function == 0 && !r.Grammar.Function(t) {
			break
		}
	}
	first := &r.Tokens[r.Start]
	if comma > 0 && comma < to-3 && (r.Grammar.Function(first) || r.PhraseIn(r.Start, r.Grammar.Discourse) || first.In(r.Grammar.Time)) {
		return comma + 1
	}
	return r.Start
}
