package attribute

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// candidate is one match of a rule at one cue, before it is settled what becomes a
// claim.
type candidate struct {
	p        pattern
	sentence int
	end      int // of the sentence, inside the body
	at, to   int // the cue's tokens
	cueTo    int // the end of what is printed as the cue
	cue      *lexicon.Cue
	by       *lang.Reading
	from     int // where its own clause begins: the cue, or the source before it
	source   [2]int
	told     [2]int // the agency between, where it hands on another's words
	govern   bool   // the source's first token has the governed preposition glued on
	body     [2]int
	part     int // which part is the body; -1 for none
	that     bool
	colon    bool
	adjuncts [][2]int
	dropped  string // why it was dropped, for explanations
	spans    riwaya.Spans
	mode     string
	negated  bool
}

// Rejected is a candidate that became no claim, and why.
type Rejected struct {
	Rule, Cue, Why string
	Span           riwaya.Span
}

// Find adds the claims of a text to the record. rejected, if not nil, is called with
// each candidate that became no claim.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record, rejected func(Rejected)) {
	r := &reading{Reader: phrase.Reader{Grammar: f.g, Text: t, Tokens: t.Tokens, Governed: -1, Subject: -1}, f: f, marked: -1, post: len(t.Tokens) < postLength}
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
		for _, p := range f.rules[kind] {
			if p.rule.Weight <= weight || p.needs[p.index]&^have != 0 || !r.holds(p.rule.Required[p.index]) || !p.takes(cue, t) || !r.suits(&p, i, by) {
				continue
			}
			r.At, r.CueEnd, r.Cue, r.By = i, to, cue, by
			r.topic = p.topic[p.index]
			r.strict = p.strict || cue != nil && r.CueFrames("weak")
			caps, ok, failed := m.Match(p.rule, p.index, i, to)
			if !ok {
				if rejected != nil {
					rejected(Rejected{p.rule.Name, r.Text.Span(i, to).Of(r.Text.Source), "no " + failed + " there", r.Text.Span(i, to)})
				}
				continue
			}
			weight = p.rule.Weight
			best = r.candidate(p, sentence, i, to, cueTo, caps)
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
				if kind == "noun" && q.Cue.Kind == "verb" && slices.Contains(q.Cue.Frames, "weak") {
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

// ahead tells which of the parts that only certain words can make stand between token i
// and the end of the sentence: a rule that needs another need not be tried.
func (r *reading) ahead(i int) need {
	if r.marked != r.Start { // once for each sentence
		r.marked = r.Start
		r.lastThat, r.lastColon, r.lastQuote, r.union = -1, -1, -1, lang.Set{}
		for j := r.Start; j < r.End; j++ {
			if w := r.Tokens[j].Word; w != nil {
				r.union = r.union.Or(w.Classes)
			}
			switch t := &r.Tokens[j]; {
			case t.Is(lang.Colon):
				r.lastColon = j
			case phrase.IsQuote(t):
				r.lastQuote = j
			case t.Word != nil && t.In(r.Grammar.That):
				r.lastThat = j
			}
		}
	}
	var n need
	if r.lastThat > i {
		n |= needThat
	}
	if r.lastColon > i {
		n |= needColon
	}
	if r.lastQuote > i {
		n |= needQuote
	}
	return n
}

// holds reports whether the sentence has a word of each of the classes.
func (r *reading) holds(classes []lang.Set) bool {
	for _, c := range classes {
		if !r.union.Meets(c) {
			return false
		}
	}
	return true
}

// suits reports whether the reading of the cue at token i has what the pattern asks of
// its form and place.
func (r *reading) suits(p *pattern, i int, by *lang.Reading) bool {
	if by == nil {
		return true
	}
	if p.strong && slices.Contains(by.Cue.Frames, "weak") {
		return false
	}
	if p.pronoun && by.Feat&lang.Pronoun == 0 {
		return false
	}
	if !p.pronoun && by.Feat&lang.Pronoun != 0 && by.Feat&lang.Verb != 0 && !r.toWhom(by) {
		return false // what it says is the pronoun
	}
	if p.alone && i > r.Start && r.Tokens[i-1].In(r.Grammar.Relative) && r.Tokens[i-1].Word.Feats&lang.Function != 0 {
		return false // in a relative clause the subject may be its head
	}
	if p.after[p.index] && by.Feat&lang.Verb != 0 && by.Feat&(lang.Dual|lang.Plural) != 0 && by.Feat&lang.Singular == 0 {
		return false // a verb before its subject is singular
	}
	if p.topic[p.index] && by.Feat&lang.Verb != 0 && by.Feat&lang.Conjunction != 0 && by.Feat&lang.So == 0 {
		return false // a conjunction before the verb: its subject is not before it
	}
	return !p.joined || by.Feat&lang.Conjunction != 0 || i > r.Start && r.ClauseStart(i) && r.Tokens[i-1].Word != nil
}

// toWhom reports whether the verb's object is whom it is said to or of.
func (r *reading) toWhom(by *lang.Reading) bool {
	for _, f := range by.Cue.Frames {
		if f == "addr" || f == "whole" {
			return true
		}
	}
	return false
}

// takes reports whether the pattern is for that cue.
func (p *pattern) takes(cue *lexicon.Cue, t *lang.Token) bool {
	if !p.cue.Empty() && !t.In(p.cue) {
		return false
	}
	if len(p.frames) == 0 || cue == nil {
		return len(p.frames) == 0
	}
	for _, f := range p.frames {
		for _, c := range cue.Frames {
			if f == c {
				return true
			}
		}
	}
	return false
}

// denied reports whether the verb at token i is negated: what was not said is no claim.
func (f *Finder) denied(r *reading, i int, q *lang.Reading) bool {
	g, t := f.g, &r.Tokens[i]
	if t.In(g.Discourse) || t.In(g.Called) {
		return true
	}
	if e, _ := r.Text.PhraseAt(i, g.Discourse); e > i {
		return true
	}
	if q.Feat&lang.Participle != 0 && i > r.Start && r.Tokens[i-1].Kind == lang.WordKind && !t.In(g.Saying) {
		if q.Feat&lang.Accusative == 0 && q.Feat&lang.Conjunction == 0 && !g.Finite(&r.Tokens[i-1]) {
			return true // an adjective
		}
		if phrase.Listed(t) || r.Tokens[i-1].In(g.Quantity) {
			return true // a noun of its own: a student, a debt
		}
	}
	if q.Feat&lang.Participle != 0 && t.In(g.Settlement) {
		return true
	}
	if q.Feat&lang.Noun != 0 && i > r.Start {
		if p := &r.Tokens[i-1]; p.Word != nil && p.Word.Feats&lang.Function != 0 && (p.In(g.Negation) || p.In(g.Unreported)) && t.In(g.Rumour) {
			return true
		}
	}
	if q.Feat&lang.Verb == 0 {
		return false
	}
	if i > r.Start {
		if p := &r.Tokens[i-1]; p.In(g.Prep) && g.Function(p) && !p.In(g.Conj) && !p.In(g.Time) {
			return true // behind a preposition stands no verb
		}
	}
	if t.Hamza && q.Feat&lang.Past != 0 && t.Word.Find(lang.Verb|lang.First|lang.Present) != nil && helped(q) {
		return true // a hamza that the past does not have: the first person
	}
	if q.Feat&lang.First != 0 {
		return true // first-person speech is the speaker's own
	}
	if i > r.Start && r.Tokens[i-1].In(g.NameParticle) && r.Tokens[i-1].Word.Feats&lang.Function == 0 {
		return true // a name
	}
	if q.Feat&lang.Conjunction == 0 && !r.ClauseStart(i) && t.Word.Find(lang.Masdar|lang.Masculine|lang.Singular) != nil && r.Tokens[i-1].Word != nil && g.Nounish(&r.Tokens[i-1]) && !r.Tokens[i-1].Has(lang.Guess) && !r.Tokens[i-1].In(g.Body) && !r.Tokens[i-1].In(g.Name) && !r.Tokens[i-1].In(g.Country) && !r.Tokens[i-1].In(g.Demonym) {
		return true // the verbal noun, in the middle of a clause
	}
	if t.Word.Feats&lang.Function != 0 && t.Word.Find(lang.Function).Feat&lang.Cue == 0 && (t.In(g.Unreported) || i+1 >= r.End || !r.Complementiser(i+1) && !r.takesNext(q, i+1)) {
		return true // a preposition that looks like a verb
	}
	if t.In(g.Given) && q.Feat&lang.Conjunction == 0 && i+1 < r.End && (r.Tokens[i+1].In(g.Name) || r.Tokens[i+1].Has(lang.Guess) || i > r.Start && r.Tokens[i-1].In(g.Person)) {
		return true // a given name
	}
	for j := i - 1; j >= r.Start && j >= i-2; j-- {
		t := &r.Tokens[j]
		if t.In(f.g.Negation) && t.Word.Feats&lang.Function != 0 {
			return true
		}
		if !t.In(f.g.Already) {
			return false
		}
	}
	return false
}

// takesNext reports whether the word at token i is the free preposition that the cue
// governs.
func (r *reading) takesNext(q *lang.Reading, i int) bool {
	r.Cue, r.By, r.At, r.CueEnd = q.Cue, q, i-1, i
	return r.Grammar.Function(&r.Tokens[i]) && r.governs(i)
}

// helped reports whether the past of the cue begins with a helping vowel, which is
// written without a hamza.
func helped(q *lang.Reading) bool {
	f, _, _ := strings.Cut(q.Cue.Form, ".")
	return f == "VII" || f == "VIII" || f == "X"
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
			from := r.governedStart(k.From)
			c.source, c.govern = [2]int{from, k.To}, from == k.From
		case "that":
			c.that = true
			c.colon = c.colon || r.Tokens[k.To-1].Is(lang.Colon)
		case "colon":
			c.colon = true
		case "body", "clause", "we":
			c.body, c.part = [2]int{k.From, k.To}, partBody
		case "quote":
			c.body, c.part = [2]int{k.From, k.To}, partQuote
		case "relayed":
			c.body, c.part = [2]int{k.From + 1, k.To}, partRelayed
		case "gov":
			c.body, c.part = [2]int{k.From, k.To}, partGoverned
		case "obj":
			c.body, c.part = [2]int{k.From, k.To}, partObject
		case "whole":
			c.body, c.part = [2]int{k.From, k.To}, partWhole
		case "head":
			c.body, c.part = [2]int{k.From, k.To}, partHead
		case "adj":
			c.adjuncts = append(c.adjuncts, [2]int{k.From, k.To})
		}
	}
	return c
}

// choose drops candidates of one sentence that stand in the words between another's
// cue and its content: the heavier keeps its place, then the earlier.
func choose(cs []candidate) {
	for {
		worst := -1
		for i := range cs {
			a := &cs[i]
			if a.dropped != "" || a.part < 0 {
				continue
			}
			for j := range cs {
				b := &cs[j]
				if i == j || b.dropped != "" || !inHead(a, b) {
					continue
				}
				loser, winner := j, i
				if b.p.rule.Weight > a.p.rule.Weight {
					loser, winner = i, j
				}
				cs[loser].dropped = "the words belong to the claim by rule " + cs[winner].p.rule.Name
				worst = loser
				break
			}
			if worst >= 0 {
				break
			}
		}
		if worst < 0 {
			return
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
