package attribute

import (
	"riwaya"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// candidate is one match of a rule at one cue, before it is settled what becomes a
// claim.
type candidate struct {
	p         pattern
	sentence  int
	end       int // of the sentence, inside the body
	at, to    int // the cue's tokens
	cueTo     int // the end of what is printed as the cue
	cue       *lexicon.Cue
	by        *lang.Reading
	from      int // where its own clause begins: the cue, or the source before it
	source    [2]int
	told      [2]int // the agency between, where it hands on another's words
	govern    bool   // the source's first token has the governed preposition glued on
	body      [2]int
	part      int // which part is the body; -1 for none
	that      bool
	colon     bool
	adjuncts  [][2]int
	addressee [2]int // whom it is put to
	dropped   string // why it was dropped, for explanations
	spans     riwaya.Spans
	mode      string
	negated   bool
}

// Rejected is a candidate that became no claim, and why.
type Rejected struct {
	Rule, Cue, Why string
	Span           riwaya.Span
}

// Find adds the claims of a text to the record. rejected, if not nil, is called with
// each candidate that became no claim.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record, rejected func(Rejected)) {
	r := &reading{Reading: cue.Reading{Reader: phrase.Reader{Grammar: f.g, Text: t, Tokens: t.Tokens, Governed: -1, Subject: -1}}, f: f, marked: -1, post: len(t.Tokens) < postLength}
	m := &match.Matcher{Text: t, Parts: r}
	var found []candidate
	for s := range t.Sentences {
		r.Start, r.End = t.Sentences[s].From, trimmed(t, t.Sentences[s])
		if s+1 < len(t.Sentences) && r.End < t.Sentences[s].To && t.Tokens[r.End].Is(lang.Colon) && phrase.IsQuote(&t.Tokens[t.Sentences[s+1].From]) {
			r.End = trimmed(t, t.Sentences[s+1]) // what is said stands on the next line
		}
		if r.End = r.inBody(rec.Article.Body); r.End <= r.Start {
			continue
		}
		r.title = s == 0
		n := len(found)
		for i := r.Start; i < r.End; i++ {
			found = f.cues(r, m, s, i, found, rejected)
		}
		choose(found[n:])
	}
	kept := found[:0]
	for _, c := range found {
		if c.dropped != "" {
			if rejected != nil {
				rejected(Rejected{c.p.rule.Name, t.Span(c.at, c.to).Of(t.Source), c.dropped, t.Span(c.at, c.to)})
			}
			continue
		}
		kept = append(kept, c)
	}
	f.extents(r, kept)
	f.claims(r, kept, rec)
}

// inBody is where the sentence ends inside the article's body; its start where it is
// not part of it.
func (r *reading) inBody(body []riwaya.Span) int {
	at := r.Tokens[r.Start].Start
	for _, b := range body {
		if b.Start > at || b.End <= at {
			continue
		}
		to := r.End
		for to > r.Start && r.Tokens[to-1].End > b.End {
			to--
		}
		return to
	}
	if len(body) == 0 {
		return r.End
	}
	return r.Start
}

// postLength is below how many tokens a text is read as a post, each line of which may
// be "speaker: content".
const postLength = 90

// trimmed is the end of a sentence without the marks that close it.
func trimmed(t *lang.Text, s lang.Sentence) int {
	to := s.To
	for to > s.From {
		k := &t.Tokens[to-1]
		if k.Kind == lang.BreakKind || k.Kind == lang.MarkKind && k.Match < 0 && (k.Is(lang.Stop) || k.Is(lang.Ellipsis) || k.Is(lang.Comma) || k.Is(lang.Colon) || k.Is(lang.Dash) || k.Is(lang.Semicolon)) {
			to--
			continue
		}
		break
	}
	return to
}

// cues tries every rule for every way that token i attributes, and keeps the
// heaviest match.
func (f *Finder) cues(r *reading, m *match.Matcher, sentence, i int, found []candidate, rejected func(Rejected)) []candidate {
	t := &r.Tokens[i]
	if t.Kind == lang.MarkKind {
		if t.Mark != lang.Colon && t.Mark != lang.Bar {
			return found
		}
	} else if t.Word == nil || t.Word.Feats&lang.Cue == 0 && !t.Word.CueBegin {
		return found
	}
	have := r.ahead(i)
	var best candidate
	weight := -1
	try := func(kind string, cue *lexicon.Cue, by *lang.Reading, to, cueTo int) {
		rules := f.rules[kind]
		for n := range rules {
			p := &rules[n]
			if p.rule.Weight <= weight || p.needs[p.index]&^have != 0 || !r.holds(p.rule.Required[p.index]) || !p.takes(cue, t) || !r.suits(p, i, by) {
				continue
			}
			r.At, r.CueEnd, r.Cue, r.By = i, to, cue, by
			r.Topic = p.topic[p.index]
			r.Strict = p.strict || cue != nil && (r.CueFrames("weak") || ambiguous(t, by))
			caps, ok, failed := m.Match(p.rule, p.index, i, to)
			if !ok {
				if rejected != nil {
					rejected(Rejected{p.rule.Name, r.Text.Span(i, to).Of(r.Text.Source), "no " + failed + " there", r.Text.Span(i, to)})
				}
				continue
			}
			weight = p.rule.Weight
			best = r.candidate(*p, sentence, i, to, cueTo, caps)
		}
	}
	if t.Is(lang.Colon) && (r.title || r.post) || t.Is(lang.Bar) && r.post {
		try("colon", nil, nil, i+1, i+1)
	}
	if t.Word != nil {
		for k := 0; t.Word.CueBegin && k < len(t.Word.Phrases); k++ {
			p := &t.Word.Phrases[k]
			if p.Cue == nil {
				continue
			}
			if e := r.phraseEnd(i, p); e > i && e < r.End {
				cueTo := e
				if t.Word.Feats&lang.Cue != 0 {
					cueTo = i + 1 // its first word works alone
				}
				try("prep", p.Cue, &lang.Reading{Feat: lang.Function | lang.Cue, Cue: p.Cue}, e, cueTo)
			}
		}
		for k := range t.Word.Readings {
			q := &t.Word.Readings[k]
			if q.Cue == nil || f.denied(r, i, q) {
				continue
			}
			for _, kind := range triggerOrder[:4] {
				if kind == "noun" && q.Cue.Kind == "verb" && q.Cue.Has("weak") {
					continue
				}
				if kind == "noun" && t.Word.Find(lang.Cue|lang.Verb|lang.Conjunction) != nil {
					continue // with a conjunction it is the verb
				}
				if triggers[kind](q) {
					try(kind, q.Cue, q, i+1, i+1)
				}
			}
		}
	}
	if weight < 0 {
		return found
	}
	return append(found, best)
}

func (r *reading) phraseEnd(i int, p *lang.Phrase) int {
	j := i + 1
	for _, w := range p.Rest {
		if j >= r.End || r.Tokens[j].Word == nil || r.Tokens[j].Word.Bare != w && r.Tokens[j].Word.Form != w {
			return i
		}
		j++
	}
	return j
}

// candidate gathers a match's parts.
func (r *reading) candidate(p pattern, sentence, at, to, cueTo int, caps []match.Capture) candidate {
	c := candidate{p: p, sentence: sentence, end: r.End, at: at, to: to, cueTo: cueTo, cue: r.Cue, by: r.By, from: at, part: -1, source: [2]int{-1, -1}}
	for _, k := range caps {
		if k.To <= at && k.Name != "body" && k.Name != "clause" && k.Name != "we" && k.Name != "quote" && k.Name != "start" {
			c.from = min(c.from, k.From)
		}
		switch k.Name {
		case "subj":
			c.told = [2]int{k.From, k.To}
			if c.source[0] < 0 {
				c.source = c.told
			}
		case "src", "accuser":
			c.source = [2]int{k.From, k.To}
		case "gsrc":
			if k.To <= at {
				c.source = [2]int{k.From, k.To}
				break
			}
			from := r.GovernedStart(k.From)
			c.source, c.govern = [2]int{from, k.To}, from == k.From
		case "that":
			c.that = true
			c.colon = c.colon || r.Tokens[k.To-1].Is(lang.Colon)
		case "colon":
			c.colon = true
		case "body", "clause", "we":
			c.body, c.part = [2]int{k.From, k.To}, cue.PartBody
		case "quote":
			c.body, c.part = [2]int{k.From, k.To}, cue.PartQuote
		case "relayed":
			c.body, c.part = [2]int{k.From + 1, k.To}, cue.PartRelayed
		case "gov":
			c.body, c.part = [2]int{k.From, k.To}, cue.PartGoverned
		case "obj":
			c.body, c.part = [2]int{k.From, k.To}, cue.PartObject
		case "whole":
			c.body, c.part = [2]int{k.From, k.To}, cue.PartWhole
		case "head":
			c.body, c.part = [2]int{k.From, k.To}, cue.PartHead
		case "addr":
			c.addressee = [2]int{k.From, k.To}
		case "adj":
			c.adjuncts = append(c.adjuncts, [2]int{k.From, k.To})
		}
	}
	return c
}

// choose drops candidates of one sentence, which stand in the order of their cues, that
// stand in the words between another's cue and its content: the heavier keeps its place,
// then the earlier.
func choose(cs []candidate) {
	for i := range cs {
		a := &cs[i]
		if a.part < 0 {
			continue
		}
		for j := range cs {
			b := &cs[j]
			if a.dropped != "" || b.at >= max(a.body[0], a.to, a.source[1]) {
				break
			}
			if i == j || b.dropped != "" || !inHead(a, b) {
				continue
			}
			if b.p.rule.Weight > a.p.rule.Weight {
				a.dropped = "the words belong to the claim by rule " + b.p.rule.Name
			} else {
				b.dropped = "the words belong to the claim by rule " + a.p.rule.Name
			}
		}
	}
}

// inHead reports whether b's cue stands between a's clause start and a's content.
func inHead(a, b *candidate) bool {
	if a.body[0] >= a.to { // content behind the cue
		return b.at >= a.from && b.at < a.body[0] && b.at != a.at
	}
	return b.at >= a.from && b.at < max(a.to, a.source[1]) && b.at != a.at
}
