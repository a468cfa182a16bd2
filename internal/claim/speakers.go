package claim

import (
	"strings"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// speakers remembers who has spoken so far, so that a source that is left out or only
// alluded to can be resolved: by agreement, then by recency.
type speakers struct {
	r    *reading
	past []spoken
}

type spoken struct {
	source   riwaya.Source
	agree    lang.Feat // gender and number
	sentence int
	nested   bool
	cited    bool // by a preposition: no verb's subject
	at       int
	words    [2]int // the tokens of its name; -1 where other words gave it
}

// again is who spoke, where no words of the text are his.
func (p *spoken) again() riwaya.Source {
	source := p.source
	source.Spans, source.Elided = nil, true
	if source.NameAr != nil {
		source.Text = *source.NameAr
	}
	return source
}

// source describes a candidate's source. It reports false where the rule needs a
// speaker and there is none to be found. told says that it stands in what another said.
func (s *speakers) source(c *attribute.Candidate, told bool) (riwaya.Source, bool) {
	r := s.r
	if s.fromHim(c) {
		c.Source = [2]int{-1, -1}
		return s.him(c), true
	}
	if c.Source[0] < 0 && !s.earlier(c) {
		c.Source = [2]int{-1, -1}
		return s.elided(c, told)
	}
	from, to := c.Source[0], r.Trim(c.Source[0], c.Source[1])
	span := r.Text.Span(from, to)
	if c.Govern {
		q := phrase.Glued(&r.Tokens[from], lang.For|lang.Noun)
		if q == nil {
			q = phrase.Glued(&r.Tokens[from], lang.For)
		}
		if q != nil {
			span.Start = r.Text.Inner(from, q)
		}
	} else if r.Conjoined(from) && c.By != nil && c.From == from {
		span.Start = r.Text.Inner(from, r.Tokens[from].Word.Find(lang.Noun|lang.Conjunction))
	}
	text := span.Of(r.Text.Source)
	name := text
	if c.Govern {
		name = r.Text.Alone(from, span)
	}
	out := riwaya.Source{Spans: riwaya.Spans{span}, Text: text, NameAr: &name}
	r.describe(&out, from, to)
	s.takeUp(&out, from, to)
	return out, true
}

// agrees reports whether a verb's gender and number fit a speaker's, where both are known.
func agrees(want, have lang.Feat) bool {
	const gender, number = lang.Masculine | lang.Feminine, lang.Singular | lang.Dual | lang.Plural
	if want&gender != 0 && have&gender != 0 && want&have&gender == 0 {
		return false
	}
	return want&number == 0 || have&number == 0 || want&have&number != 0
}

// said remembers a speaker.
func (s *speakers) said(c *attribute.Candidate, src *riwaya.Source, nested bool) {
	if src.Text == "" || c.Source[0] >= 0 && s.r.Tokens[c.Source[0]].In(s.r.Grammar.Rumour) {
		return
	}
	p := spoken{source: *src, sentence: c.Sentence, at: c.At, nested: nested, cited: c.By != nil && c.By.Feat&lang.Function != 0 && (c.Part < 0 || c.Rule.Within), words: [2]int{-1, -1}}
	if src.NameAr != nil && (strings.Contains(src.Text, *src.NameAr) || s.r.Text.Article(src.Text) == *src.NameAr) {
		p.words = c.Source
	}
	if c.Source[0] < 0 {
		if n := len(s.past); n > 0 {
			p.agree = s.past[n-1].agree
			for i := n - 1; i >= 0; i-- {
				if s.past[i].source.Text == src.Text {
					p.agree = s.past[i].agree
					break
				}
			}
		}
	} else {
		p.agree = s.r.agreement(c)
	}
	if len(s.past) == 2*remembered {
		s.past = s.past[:copy(s.past, s.past[remembered:])]
	}
	s.past = append(s.past, p)
	if n := len(s.past); n > 1 && c.Rule.Within && s.past[n-2].sentence == c.Sentence {
		s.past[n-2], s.past[n-1] = s.past[n-1], s.past[n-2] // who goes on is who spoke on his word
	}
}

// remembered is how many of those who spoke last can be meant: as many as any article
// quotes.
const remembered = 100

// agreement is the gender and number that a later verb without a subject will have:
// the gender by the verb that stood before its subject, the number by the subject.
func (r *reading) agreement(c *attribute.Candidate) lang.Feat {
	head := r.Noun(c.Source[0])
	var f lang.Feat
	if head != nil {
		f = head.Feat & lang.Agreement
		switch t := &r.Tokens[c.Source[0]]; {
		case t.In(r.Grammar.Many) && head.Feat&lang.Pronoun == 0:
			return lang.Plural
		case t.In(r.Grammar.Things):
			return lang.Feminine
		case t.In(r.Grammar.Witness.Or(r.Grammar.Unnamed)) && f&(lang.Dual|lang.Plural) == 0 && !(t.In(r.Grammar.Unnamed) && t.Has(lang.Participle)):
			f &^= lang.Singular // it may be a broken plural, which no ending shows
		}
		for k := range r.Tokens[c.Source[0]].Word.Readings { // a list may have the plural as a word of its own
			if q := &r.Tokens[c.Source[0]].Word.Readings[k]; q.Feat&lang.Noun != 0 && q.Feat&lang.Listed != 0 {
				f |= q.Feat & (lang.Dual | lang.Plural)
			}
		}
	}
	for i := c.Source[0] + 1; i < c.Source[1]; i++ {
		if n := r.Noun(i); n != nil && n.Feat&lang.Conjunction != 0 && r.Tokens[i].In(r.Grammar.Body) {
			return 0 // several together: they may go on as one or as many
		}
	}
	g := r.Grammar
	behind := c.Source[0] > 0 && g.Function(&r.Tokens[c.Source[0]-1]) && r.Tokens[c.Source[0]-1].In(g.About.Or(g.From))
	if c.By != nil && c.By.Feat&lang.Verb != 0 && (c.Source[0] >= c.To && !behind || c.Govern && c.Source[1] < c.At) { // behind a preposition it is not the verb's subject
		f = f&^(lang.Masculine|lang.Feminine) | c.By.Feat&(lang.Masculine|lang.Feminine)
		if c.By.Feat&lang.Feminine != 0 && f&lang.Plural != 0 { // things in the plural go on as "she"
			f = lang.Feminine
		}
		if f&lang.Guess == 0 && head != nil && head.Feat&lang.Guess != 0 {
			f &^= lang.Dual | lang.Plural
			f |= lang.Singular
		}
	}
	return f
}
