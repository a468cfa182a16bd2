package claim

import (
	"slices"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/cue"
	"riwaya/internal/lang"
)

// elided finds who speaks where the text leaves it out.
func (s *speakers) elided(c *attribute.Candidate, told bool) (riwaya.Source, bool) {
	out := riwaya.Source{Kind: "unnamed", Elided: true}
	if c.By == nil || c.By.Feat&lang.Noun != 0 && c.By.Feat&lang.Participle == 0 {
		out.Elided, out.Anonymous = false, true // a noun that is its own source
		return out, true
	}
	if c.By.Feat&(lang.Present|lang.Verb) == lang.Present|lang.Verb && c.Cue != nil && agentless[c.Cue.Class] && c.To < len(s.r.Tokens) && s.r.Complementiser(c.To) {
		return out, false // "it is believed that": nobody is named
	}
	if c.That && c.By.Feat&lang.Verb != 0 && s.impersonal(c) {
		return out, false // "it appears that"; by another reading it may be that
	}
	if c.By.Feat&(lang.Passive|lang.Active) == lang.Passive && c.By.Feat&lang.Verb != 0 {
		return out, false // "it is said that"
	}
	if s.other(c) {
		return out, false // its subject stands there, though nothing read it as one
	}
	if src, ok := s.topic(c); ok {
		return src, true
	}
	if src, ok := s.issuer(c); ok {
		return src, true
	}
	if told && c.By.Feat&lang.Verb != 0 && !(c.Cue.Class == "claim" && c.By.Feat&lang.Passive != 0 && s.r.Tokens[c.At-1].In(s.r.Grammar.Already)) {
		return out, false // somebody of whom another tells, not the other; "it has been alleged" may be of the other
	}
	if src, ok := s.overt(c); ok {
		return src, false
	}
	if src, ok := s.stands(c); ok {
		return src, c.That || c.Part == cue.PartQuote
	}
	if src, ok := s.actor(c); ok {
		return src, true
	}
	if src, ok := s.nearest(c); ok {
		return src, true
	}
	if n := len(s.past); c.By.Feat&lang.Participle != 0 && (n == 0 || s.past[n-1].sentence != c.Sentence) {
		if src, ok := s.mainSubject(c); ok {
			return src, true // who acted in this sentence, rather than who spoke in another
		}
	}
	want := c.By.Feat & lang.Agreement
	hidden := c.Cue != nil && (c.Cue.Class == "claim" || c.Cue.Class == "accuse" || c.Cue.Class == "announce") && c.By.Feat&lang.Verb != 0 && c.By.Feat&lang.Passive != 0
	passed := false // over somebody who spoke later
	for i := len(s.past) - 1; i >= 0; i-- {
		p := &s.past[i]
		if c.By.Feat&lang.Participle != 0 && p.sentence != c.Sentence && !s.r.Tokens[c.At].In(s.r.Grammar.Saying) && !s.goesWith(c) && (c.At > s.r.Start || p.sentence < c.Sentence-2) {
			break
		}
		if p.nested && !s.goesOn(c, i) || p.sentence == 0 && c.Sentence > 1 && p.agree == 0 {
			continue
		}
		if p.sentence == c.Sentence && c.By.Feat&(lang.Verb|lang.Conjunction) == lang.Verb|lang.Conjunction && c.At > s.r.Start && !agrees(want, p.agree) && s.told(p.at, c.At) {
			return out, c.Cue != nil && !c.Cue.Has("weak") // somebody in what was told, who is not known
		}
		if c.By.Feat&lang.Participle != 0 && p.cited && p.sentence == c.Sentence && p.at > s.r.Start && !agrees(want, p.agree) {
			if src, ok := s.mainSubject(c); ok {
				return src, true // who is cited behind a clause is not its subject
			}
		}
		if c.By.Feat&lang.Participle != 0 && p.at < c.At || agrees(want, p.agree) {
			if hidden && passed {
				break // it may be a passive: only who spoke last can be meant
			}
			return p.again(), true
		}
		passed = true
	}
	if c.By.Feat&lang.Participle != 0 {
		src, ok := s.mainSubject(c)
		if !ok && (c.That || c.Part == cue.PartQuote) && c.Cue != nil && !c.Cue.Has("weak") {
			return out, true // that it was said is plain, though not by whom
		}
		return src, ok
	}
	return out, c.Cue != nil && !c.Cue.Has("weak")
}

// impersonal reports whether the verb of candidate c, before a complementiser, has no subject but
// the clause, or can be another verb that has none.
func (s *speakers) impersonal(c *attribute.Candidate) bool {
	t, g := &s.r.Tokens[c.At], s.r.Grammar
	if !t.In(g.Impersonal) {
		return false
	}
	if c.By.Classes.Meets(g.Impersonal) {
		return c.By.Feat&(lang.Present|lang.Masculine) == lang.Present|lang.Masculine
	}
	for i := range t.Word.Readings {
		if q := &t.Word.Readings[i]; q.Classes.Meets(g.Impersonal) && q.Feat&lang.Verb != 0 && q.Feat&lang.Pronoun == 0 {
			return true
		}
	}
	return false
}

// other reports whether the verb of candidate c has a subject that is no earlier speaker: "what
// adds up to half of them".
func (s *speakers) other(c *attribute.Candidate) bool {
	r := s.r
	if c.By.Feat&lang.Verb == 0 || c.To >= r.End || c.Part != cue.PartBody {
		return false
	}
	t := &r.Tokens[c.To]
	return r.Grammar.Which(t) && len(t.Word.Form) <= 4 && !t.In(r.Grammar.From) && !r.Complementiser(c.To)
}

// told reports whether what somebody said may still go on at token to: a complementiser
// stands between the cue at token from and it.
func (s *speakers) told(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s.r.Complementiser(i) {
			return true
		}
	}
	return false
}

// goesOn reports whether the last speaker, whose words another in the same sentence told,
// can go on behind "and": the one who told them does not agree with the verb.
func (s *speakers) goesOn(c *attribute.Candidate, i int) bool {
	p := &s.past[i]
	if i < len(s.past)-1 || i == 0 || p.sentence != c.Sentence || c.By.Feat&lang.Verb == 0 || c.By.Feat&lang.Conjunction == 0 {
		return false
	}
	teller := &s.past[i-1]
	return !teller.nested && teller.sentence == c.Sentence && !agrees(c.By.Feat&lang.Agreement, teller.agree)
}

// topic resolves a verb behind "but he", "although … he": whom the clause before it,
// in the same sentence, was about.
func (s *speakers) topic(c *attribute.Candidate) (riwaya.Source, bool) {
	r := s.r
	if c.At <= r.Start || c.By.Feat&lang.Verb == 0 || !r.Tokens[c.At-1].Has(lang.Function|lang.Pronoun) || r.Tokens[c.At-1].In(r.Grammar.Relative) {
		return riwaya.Source{}, false
	}
	for i := c.At - 2; i >= r.Start; i-- {
		if !r.Complementiser(i) || r.Tokens[i].Has(lang.Function|lang.Pronoun) {
			continue
		}
		if i == r.Start || !r.Tokens[i-1].In(r.Grammar.Unreported) {
			break // a reported clause: its subject is no speaker
		}
		return s.behind(c, i)
	}
	return riwaya.Source{}, false
}

// mainSubject is the subject of the first verb of the sentence, which a participle
// behind it shares.
func (s *speakers) mainSubject(c *attribute.Candidate) (riwaya.Source, bool) {
	r := s.r
	none := riwaya.Source{Kind: "unnamed", Elided: true}
	for i := r.Start; i < c.At; i++ {
		if !r.Grammar.MayBeFinite(&r.Tokens[i]) || r.Grammar.Nounish(&r.Tokens[i]) && i > r.Start+1 {
			continue
		}
		r.Cue, r.By, r.At, r.CueEnd = c.Cue, c.By, i, i+1
		ends := r.NounPhrase(i + 1)
		if len(ends) == 0 || !r.CanSpeak(i+1, i+2) {
			if i <= r.Start+1 && r.Tokens[i].Feats&(lang.Noun|lang.Function) != 0 {
				continue // it may be no verb
			}
			return none, false
		}
		return s.resolved(i+1, s.subjectEnd(i+1, ends[len(ends)-1])), true
	}
	return none, false
}

// actor resolves a verb joined to a clause before it, or behind "but he", in which
// nobody spoke: who acted there and can speak.
func (s *speakers) actor(c *attribute.Candidate) (riwaya.Source, bool) {
	r := s.r
	at := c.At
	if r.TakesUp(at - 1) {
		if at--; at > r.Start && r.Tokens[at-1].In(r.Grammar.Unreported) {
			at--
		}
	} else if c.By.Feat&lang.Conjunction == 0 {
		return riwaya.Source{}, false
	}
	if c.By.Feat&lang.Verb == 0 || at > r.Start && at < r.Start+3 {
		return riwaya.Source{}, false
	}
	n := len(s.past)
	if n > 0 && s.past[n-1].sentence == c.Sentence {
		return riwaya.Source{}, false
	}
	if src, ok := s.acted(c, r.Start, at); ok || at > r.Start || c.Sentence == 0 || n > 0 && s.past[n-1].sentence == c.Sentence-1 {
		return src, ok
	}
	before := r.Text.Sentences[c.Sentence-1]
	if before.Paragraph+1 < r.Text.Sentences[c.Sentence].Paragraph {
		return riwaya.Source{}, false
	}
	start, end := r.Start, r.End
	r.Start, r.End = before.From, attribute.Trimmed(r.Text, before)
	src, ok := s.acted(c, r.Start, r.End)
	r.Start, r.End = start, end
	return src, ok
}

// acted is who acted in the clause of tokens [v, to), or behind what opens it before a comma: "moreover, the senator attacked".
func (s *speakers) acted(c *attribute.Candidate, v, to int) (riwaya.Source, bool) {
	src, ok := s.actorOf(c, v, to)
	for i := v; !ok && i+1 < to && i < v+fronted; i++ {
		t := &s.r.Tokens[i]
		if t.Is(lang.Comma) {
			if s.r.Grammar.MayBeFinite(&s.r.Tokens[i+1]) {
				return s.actorOf(c, i+1, to)
			}
			break
		}
		if t.Kind != lang.WordKind || s.r.Grammar.Finite(t) || i == v && s.r.Grammar.MayBeFinite(t) && !s.r.Grammar.Function(t) || s.r.Complementiser(i) {
			break
		}
	}
	return src, ok
}

// fronted is how many words at most open a sentence before the comma.
const fronted = 7

// nearest resolves a verb that a conjunction joins to a clause of its sentence which does not open
// it: "since then she chose, and says", "but the faction refused, and said". Who acted in the last
// one is meant, where nobody spoke in the sentence.
func (s *speakers) nearest(c *attribute.Candidate) (riwaya.Source, bool) {
	r, g := s.r, s.r.Grammar
	none := riwaya.Source{}
	if n := len(s.past); c.By.Feat&(lang.Verb|lang.Conjunction) != lang.Verb|lang.Conjunction || n > 0 && s.past[n-1].sentence == c.Sentence {
		return none, false
	}
	for v := c.At - 1; v > r.Start; v-- {
		t, prev := &r.Tokens[v], &r.Tokens[v-1]
		if r.Complementiser(v) || t.Match >= 0 {
			return none, false // what stands there is told or quoted
		}
		fronted := prev.Is(lang.Comma) && g.MayBeFinite(t) && g.Function(&r.Tokens[r.Start]) && r.CanSpeak(v+1, v+2)
		if !g.Finite(t) && !fronted || prev.In(g.Relative) && g.Function(prev) || r.Complementiser(v-1) {
			continue
		}
		if !agreeing(t, c.By.Feat) {
			return none, false
		}
		if g.Function(prev) && prev.In(g.Already) { // "X had called": his is what follows too
			return s.before(c, v)
		}
		if t.Feats&lang.Conjunction == 0 && prev.Kind != lang.MarkKind { // its subject may stand before it
			for i := v - 1; i > r.Start && i > v-8; i-- {
				if p := &r.Tokens[i-1]; p.In(g.Against) && g.Function(p) || r.Tokens[i-1].Is(lang.Comma) && r.Tokens[i].Has(lang.Article) {
					return s.actorOf(c, i, v+1)
				}
			}
			return none, false
		}
		return s.actorOf(c, v, c.At)
	}
	return none, false
}

// actorOf is the subject of the verb that opens the clause of tokens [v, to), if it can
// speak and agrees with the candidate's.
func (s *speakers) actorOf(c *attribute.Candidate, v, to int) (riwaya.Source, bool) {
	r := s.r
	for start := v; v < to && (r.Grammar.Function(&r.Tokens[v]) && (!r.Complementiser(v) || v == start+1 && r.Tokens[start].In(r.Grammar.Unreported)) || r.Tokens[v].In(r.Grammar.Already)); {
		v++
	}
	if v >= to {
		return riwaya.Source{}, false
	}
	negated := v > r.Start && r.Tokens[v-1].In(r.Grammar.Negation) && r.Grammar.Function(&r.Tokens[v-1]) && r.Tokens[v].Has(lang.Present)
	opens := (v > r.Start && r.Tokens[v-1].Is(lang.Comma) || v == r.Start && r.Tokens[v].Has(lang.Verb|lang.Past|lang.Conjunction)) && r.Grammar.MayBeFinite(&r.Tokens[v])
	if !r.Grammar.Finite(&r.Tokens[v]) && !negated && !opens { // the subject stands before its verb
		r.Cue, r.By, r.At, r.CueEnd = c.Cue, c.By, v, v
		for _, e := range slices.Backward(r.NounPhrase(v)) {
			verb := e
			if verb+1 < to && e > v+2 && r.Tokens[e].Is(lang.Comma) && r.Tokens[v].In(r.Grammar.Person.Or(r.Grammar.Name)) && !(v > r.Start && r.Tokens[v-1].In(r.Grammar.Prep)) { // behind an apposition
				verb++
			}
			if verb < to && r.Grammar.Finite(&r.Tokens[verb]) && !r.Tokens[verb].Has(lang.Function) && !r.Tokens[e-1].In(r.Grammar.Relative) && agreeing(&r.Tokens[verb], c.By.Feat) && r.CanSpeak(v, e) && !r.Tokens[v].Has(lang.Guess) {
				return s.resolved(v, e), true
			}
		}
		return riwaya.Source{}, false
	}
	object := r.Tokens[v].Word.Find(lang.Verb|lang.Pronoun) != nil // what follows can only be the subject
	if !agreeing(&r.Tokens[v], c.By.Feat) || !object && v+1 < len(r.Tokens) && r.Tokens[v+1].Has(lang.Guess) && !r.PhraseIn(v+1, r.Grammar.Body) {
		return riwaya.Source{}, false
	}
	return s.behind(c, v)
}

// behind is the subject that stands behind token v, a verb or a complementiser, if it can
// speak.
func (s *speakers) behind(c *attribute.Candidate, v int) (riwaya.Source, bool) {
	r := s.r
	if k := v + 1; k+1 < r.End && r.Grammar.Finite(&r.Tokens[v]) && r.Tokens[k].In(r.Grammar.Prep) && r.Tokens[k].Has(lang.Function|lang.Pronoun) && r.Tokens[k+1].In(r.Grammar.Name.Or(r.Grammar.Person)) {
		v++ // "and with him agreed So-and-so"
	}
	r.Cue, r.By, r.At, r.CueEnd, r.Subject = c.Cue, c.By, v, v+1, v+1
	ends := r.NounPhrase(v + 1)
	r.Subject = -1
	if r.Tokens[v].In(r.Grammar.Impersonal) || len(ends) == 0 || !s.led(v+1, ends[len(ends)-1]) || !r.SubjectOf(v+1) {
		return riwaya.Source{}, false
	}
	return s.resolved(v+1, s.subjectEnd(v+1, ends[len(ends)-1])), true
}

// led reports whether the noun phrase of tokens [from, to) is of somebody who can speak: its
// first word is, whoever else stands in it. A number of people, and one who is pointed at, are
// what follows.
func (s *speakers) led(from, to int) bool {
	r := s.r
	head := &r.Tokens[from]
	if head.In(r.Grammar.Many.Or(r.Grammar.Quantity).Or(r.Grammar.Demonstrative)) {
		return r.CanSpeak(from, to)
	}
	if head.Has(lang.Guess) && from+1 < r.End && r.Grammar.MayBeFinite(&r.Tokens[from+1]) {
		return false // "a complaint that she filed": no name takes a clause so
	}
	return r.CanSpeak(from, from+1)
}

// agreeing reports whether a reading of the verb at a token, of somebody spoken of, has that gender.
func agreeing(t *lang.Token, f lang.Feat) bool {
	const gender = lang.Masculine | lang.Feminine
	for i := range t.Word.Readings {
		if q := &t.Word.Readings[i]; q.Feat&(lang.Verb|lang.Third) == lang.Verb|lang.Third && q.Feat&f&gender != 0 {
			return true
		}
	}
	return false
}

// resolved is the left-out source that the words [from, to) name elsewhere.
func (s *speakers) resolved(from, to int) riwaya.Source {
	r := s.r
	to = r.Trim(from, to)
	text := r.Text.Span(from, to).Of(r.Text.Source)
	out := riwaya.Source{Elided: true, Text: text, NameAr: &text}
	r.describe(&out, from, to)
	s.takeUp(&out, from, to)
	return out
}

// agentless are the classes whose present without a subject is read as a passive.
var agentless = map[string]bool{"believe": true, "expect": true, "claim": true, "warn": true, "demand": true}
