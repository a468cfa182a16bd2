package attribute

import (
	"slices"

	"riwaya"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Candidate is one match of a rule at one cue, before it is settled what becomes a
// claim.
type Candidate struct {
	Rule      *Pattern
	Sentence  int
	End       int // of the sentence, inside the body
	At, To    int // the cue's tokens
	CueTo     int // the end of what is printed as the cue
	Cue       *lexicon.Cue
	By        *lang.Reading
	From      int // where its own clause begins: the cue, or the source before it
	Source    [2]int
	Govern    bool   // the source's first token has the governed preposition glued on
	Handed    [2]int // who handed it on, where that is not the source
	Body      [2]int
	Part      int // which part is the body; -1 for none
	That      bool
	Colon     bool
	Adjuncts  [][2]int
	Addressee [2]int // whom it is put to
	dropped   string // why it was dropped, for explanations
	Spans     riwaya.Spans
	Mode      string
}

// Rejected is a candidate that became no claim, and why.
type Rejected struct {
	Rule, Cue, Why string
	Span           riwaya.Span
}

// Find appends to found the candidates of a text inside body, all of it if body is empty, in
// the order of their cues: what says that something was said, by the heaviest rule that
// fits. rejected, if not nil, is called with what became none.
func (f *Finder) Find(found []Candidate, t *lang.Text, body []riwaya.Span, rejected func(Rejected)) []Candidate {
	k := f.searches.Get().(*search)
	defer f.searches.Put(k)
	r, m := &k.reading, &k.matcher
	r.Reset(f.g, t)
	*r = reading{Reading: r.Reading, f: f, marked: -1, post: len(t.Tokens) < postLength}
	m.Reset(t, r)
	for s := range t.Sentences {
		r.Start, r.End = t.Sentences[s].From, Trimmed(t, t.Sentences[s])
		if s+1 < len(t.Sentences) && r.End < t.Sentences[s].To && t.Tokens[r.End].Is(lang.Colon) && phrase.IsQuote(&t.Tokens[t.Sentences[s+1].From]) {
			r.End = Trimmed(t, t.Sentences[s+1]) // what is said stands on the next line
		}
		if r.End = r.inBody(body); r.End <= r.Start {
			continue
		}
		r.title = s == 0
		n := len(found)
		to := min(r.End, t.Sentences[s].To) // the cues on the next line are its own
		for i := t.Next(r.Start, to, lang.StartsClaim); i < to; i = t.Next(i+1, to, lang.StartsClaim) {
			found = f.cues(r, m, s, i, found, rejected)
		}
		choose(found[n:])
	}
	return slices.DeleteFunc(found, func(c Candidate) bool {
		if c.dropped != "" && rejected != nil {
			rejected(Rejected{c.Rule.Rule.Name, t.Span(c.At, c.To).Of(t.Source), c.dropped, t.Span(c.At, c.To)})
		}
		return c.dropped != ""
	})
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

// Trimmed is the end of a sentence without the marks that close it.
func Trimmed(t *lang.Text, s lang.Sentence) int {
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

// cues tries every rule for every way that token i attributes, which may do so, and keeps
// the heaviest match.
func (f *Finder) cues(r *reading, m *match.Matcher, sentence, i int, found []Candidate, rejected func(Rejected)) []Candidate {
	t := &r.Tokens[i]
	have := r.ahead(i)
	var best Candidate
	weight := int32(-1)
	try := func(kind int, cue *lexicon.Cue, by *lang.Reading, to, cueTo int) {
		rules := f.colon[kind]
		if cue != nil {
			rules = f.takes[cue.Bits()][kind]
		}
		m.Trigger(i)
		for _, p := range rules {
			if p.weight <= weight {
				break // as all behind it
			}
			if p.needs&^have != 0 || !r.holds(p) || !p.cue.Empty() && !t.In(p.cue) || !r.suits(p, i, by) {
				continue
			}
			r.At, r.CueEnd, r.Cue, r.By = i, to, cue, by
			r.Topic, r.Behind = p.topic, p.topic && by != nil && by.Feat&lang.Verb != 0 && r.behindSubject(i, by)
			r.Strict = p.strict || cue != nil && (r.CueFrames("weak") || ambiguous(t, by))
			caps, ok, failed := m.Match(p.Rule, p.index, i, to, r.Key())
			if !ok {
				if rejected != nil {
					rejected(Rejected{p.Rule.Name, r.Text.Span(i, to).Of(r.Text.Source), "no " + failed + " there", r.Text.Span(i, to)})
				}
				continue
			}
			c := r.candidate(p, sentence, i, to, cueTo, caps)
			if !p.object.Empty() && !r.Tokens[c.Body[0]].In(p.object) {
				continue
			}
			weight, best = p.weight, c
		}
	}
	if t.Is(lang.Colon) && (r.title || r.post) || t.Is(lang.Bar) && r.post {
		try(byColon, nil, nil, i+1, i+1)
	}
	if t.Word != nil {
		var phrases []lang.Phrase
		if t.Starts&lang.StartsPhrase != 0 && t.Word.CueBegin && i+1 < r.End {
			phrases = t.Word.PhrasesWith(r.Tokens[i+1].Word)
		}
		for k := range phrases {
			p := &phrases[k]
			if p.Mark&r.Tokens[i+1].Word.Marks() == 0 || p.Cue == nil {
				continue
			}
			if e := r.PhraseEnd(i, p); e > i && e < r.End {
				cueTo := e
				if t.Feats&lang.Cue != 0 {
					cueTo = i + 1 // its first word works alone
				}
				try(byPrep, p.Cue, &lang.Reading{Feat: lang.Function | lang.Cue, Cue: p.Cue}, e, cueTo)
			}
		}
		for k := range t.Word.Readings {
			q := &t.Word.Readings[k]
			if q.Cue == nil || f.denied(r, i, q) {
				continue
			}
			for kind := range byColon {
				if kind == byNoun && q.Cue.Kind == "verb" && q.Cue.Has("weak") {
					continue
				}
				if kind == byNoun && t.Word.Find(lang.Cue|lang.Verb|lang.Conjunction) != nil {
					continue // with a conjunction it is the verb
				}
				if triggered(kind, q) {
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

// candidate gathers a match's parts.
func (r *reading) candidate(p *Pattern, sentence, at, to, cueTo int, caps []match.Capture) Candidate {
	c := Candidate{Rule: p, Sentence: sentence, End: r.End, At: at, To: to, CueTo: cueTo, Cue: r.Cue, By: r.By, From: at, Part: -1, Source: [2]int{-1, -1}}
	for _, k := range caps {
		if k.To <= at && k.Name != "body" && k.Name != "clause" && k.Name != "we" && k.Name != "quote" && k.Name != "start" {
			c.From = min(c.From, k.From)
		}
		switch k.Name {
		case "subj":
			if c.Source[0] < 0 {
				c.Source = [2]int{k.From, k.To}
			}
		case "src", "accuser":
			if c.Source[0] >= 0 {
				c.Handed = c.Source // the verb's subject
			}
			c.Source = [2]int{k.From, k.To}
		case "gsrc":
			if k.To <= at {
				c.Source = [2]int{k.From, k.To}
				break
			}
			from := r.GovernedStart(k.From)
			c.Source, c.Govern = [2]int{from, k.To}, from == k.From
		case "that":
			c.That = true
			c.Colon = c.Colon || r.Tokens[k.To-1].Is(lang.Colon)
		case "colon":
			c.Colon = true
		case "body", "clause", "we":
			c.Body, c.Part = [2]int{k.From, k.To}, cue.PartBody
		case "quote":
			c.Body, c.Part = [2]int{k.From, k.To}, cue.PartQuote
		case "relayed":
			c.Body, c.Part = [2]int{k.From + 1, k.To}, cue.PartRelayed
		case "gov":
			c.Body, c.Part = [2]int{k.From, k.To}, cue.PartGoverned
		case "obj":
			c.Body, c.Part = [2]int{k.From, k.To}, cue.PartObject
		case "whole":
			c.Body, c.Part = [2]int{k.From, k.To}, cue.PartWhole
		case "head":
			c.Body, c.Part = [2]int{k.From, k.To}, cue.PartHead
		case "addr":
			c.Addressee = [2]int{k.From, k.To}
		case "adj":
			c.Adjuncts = append(c.Adjuncts, [2]int{k.From, k.To})
		}
	}
	return c
}

// choose drops candidates of one sentence, which stand in the order of their cues, that
// stand in the words between another's cue and its content: the heavier keeps its place,
// then the earlier. One that says on whose word the other says it keeps its own.
func choose(cs []Candidate) {
	for i := range cs {
		a := &cs[i]
		if a.Part < 0 {
			if i+2 < len(cs) && cs[i+1].At < a.Source[1] && cs[i+2].Rule.Within {
				cs[i+1].dropped = "the words belong to the claim by rule " + a.Rule.Rule.Name // as the agency reported on the word of
			}
			continue
		}
		for j := range cs {
			b := &cs[j]
			if a.dropped != "" || b.At >= max(a.Body[0], a.To, a.Source[1]) {
				break
			}
			if i == j || b.dropped != "" || !inHead(a, b) || b.Rule.Within && a.Body == b.Body {
				continue
			}
			if b.Rule.Rule.Weight > a.Rule.Rule.Weight {
				a.dropped = "the words belong to the claim by rule " + b.Rule.Rule.Name
			} else {
				b.dropped = "the words belong to the claim by rule " + a.Rule.Rule.Name
			}
		}
	}
}

// inHead reports whether b's cue stands between a's clause start and a's content.
func inHead(a, b *Candidate) bool {
	if a.Body[0] >= a.To { // content behind the cue
		return b.At >= a.From && b.At < a.Body[0] && b.At != a.At
	}
	return b.At >= a.From && b.At < max(a.To, a.Source[1]) && b.At != a.At
}
