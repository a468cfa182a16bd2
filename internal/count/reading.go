package count

import (
	"slices"

	"riwaya"
	"riwaya/internal/count/deed"
	"riwaya/internal/count/predicate"
	"riwaya/internal/lang"
	"riwaya/internal/match"
	"riwaya/internal/quantity"
)

// noFigure is the group of nouns behind a number that give no figure.
const noFigure = "not"

// chunk is a quantity, and what a rule says of it.
type chunk struct {
	quantity.Quantity
	whole     int // index of the figure that this is a part of, -1
	rule      *rule
	predicate string
	sentence  int
}

// reading is the state of reading one text.
type reading struct {
	quantity.Sentence
	f      *Finder
	t      *lang.Text
	k      []lang.Token
	rec    *riwaya.Record
	at     int // the first token of the sentence
	found  []chunk
	cur    *chunk
	buf    chunk  // what cur points at
	asked  bool   // has is the sentence's
	has    uint64 // the parts whose words stand in the sentence
	m      *match.Matcher
	deeds  deed.Reader
	around around
}

// sentence reads the figures of one sentence from left to right.
func (r *reading) sentence(s *lang.Sentence) {
	g := &r.f.g
	r.Begin, r.End, r.asked = s.From, s.To, false
	for i := s.From; i < s.To; {
		k := &r.k[i]
		if k.Kind != lang.NumberKind && (k.Word == nil || !k.In(g.anchor)) {
			i++
			continue
		}
		r.at = s.From // a sentence's first token names it
		c := &r.buf
		ok := r.At(i, &c.Quantity)
		c.sentence, c.whole, c.rule, c.predicate = r.at, -1, nil, ""
		if !ok {
			i = max(i+1, c.To)
			continue
		}
		if c.End > r.End {
			c.End = r.End
		}
		r.cur = c
		if r.judge(c) {
			r.found = append(r.found, *c)
			i = max(i+1, c.To)
			continue
		}
		i = max(i+1, c.Number.To)
	}
}

// present are the parts whose words stand in the sentence: rules that need others are not
// tried.
func (r *reading) present() uint64 {
	if r.asked {
		return r.has
	}
	g := &r.f.g
	r.asked, r.has = true, 0
	for i := r.t.Next(r.Begin, r.End, lang.StartsDeed); i < r.End; i = r.t.Next(i+1, r.End, lang.StartsDeed) {
		k := &r.k[i]
		w := k.Word
		if w == nil {
			switch {
			case k.Is(lang.Colon):
				r.has |= 1 << partColon
			case k.Is(lang.Dash):
				r.has |= 1 << partDash
			case k.Is(lang.BracketOpen):
				r.has |= 1 << partOpen
			}
			continue
		}
		if w.Classes.Meets(g.happens) {
			r.has |= 1<<partDo | 1<<partSuffer | 1<<partEvent | 1<<partTheirs
		}
		if w.Classes.Meets(g.happening) || w.Begins.Meets(g.happening) {
			r.has |= 1 << partEvent
			if w.Feats&lang.Pronoun != 0 {
				r.has |= 1 << partSuffer // whatever verb stands with it
			}
		}
		if w.Classes.Meets(g.context) {
			for n := range w.Readings {
				if q := &w.Readings[n]; q.Classes.Meets(g.context) {
					r.has |= 1 << r.f.contexts.bit(q.Key)
				}
			}
		}
		if w.Begins.Meets(g.context) {
			phrases := w.PhrasesWith(r.t.WordAt(i + 1))
			for n := range phrases {
				if p := &phrases[n]; p.Classes.Meets(g.context) {
					r.has |= 1 << r.f.contexts.bit(p.Key)
				}
			}
		}
	}
	return r.has
}

// before is the last figure of the sentence.
func (r *reading) before() *chunk {
	if n := len(r.found); n > 0 && r.found[n-1].sentence == r.cur.sentence {
		return &r.found[n-1]
	}
	return nil
}

// judge runs the rules on a chunk, the heaviest first, and reports whether it is a figure.
func (r *reading) judge(c *chunk) bool {
	rules := r.f.rules[c.Kind]
	if len(rules) == 0 {
		return false
	}
	if c.Number.Dual && r.placed(c) {
		return false
	}
	timed := r.timed(c)
	has := r.present()
	if r.before() != nil {
		has |= 1 << partFigure
	}
	r.m.Trigger(c.Start)
	for n := range rules {
		u := &rules[n]
		if u.needs&^has != 0 {
			continue
		}
		if u.fixed && !c.Word.Fixed || u.own && (c.Word.Predicate == "" || predicate.Open(&c.Word)) || u.none && c.Word.Predicate != "" || u.person && !quantity.People(c.Word.Group) || u.many && !(c.Number.Vague && c.Number.Definite) || u.after != "" && (r.before() == nil || r.before().predicate != u.after) ||
			u.joined && !r.joined(c) || u.first && !r.first(c) {
			continue
		}
		captures, ok, _ := r.m.Match(u.compiled, u.index, c.Start, c.To, 0)
		if !ok || timed && u.unit == "" && c.Kind != quantity.KindTime {
			continue
		}
		if c.Kind == quantity.KindOne && c.NounTo == 0 && named(captures, "near") || c.Number.Dual && named(captures, "tally") {
			continue // with one stone; a number of them is no two
		}
		p := r.predicate(c, u, captures)
		if u.predicate == fromWord && p != "" {
			if p = r.sifted(c, u, captures, p); p == "" {
				return false
			}
		}
		if c.Number.Dual && c.Number.Definite && u.compiled.Weight <= 45 {
			continue // the two that were told of before
		}
		ofMany := func(p match.Capture) bool {
			return said(c, p) && r.k[p.From].Feats&lang.Plural != 0 && c.Kind == quantity.KindBare
		}
		if p = predicate.Suits(p, &c.Quantity, u.predicate == fromWord && !(predicate.Moves(p) && slices.ContainsFunc(captures, ofMany))); p == "" {
			continue
		}
		if u.predicate == fromFigure && c.Kind == quantity.KindBare && c.End < r.End && r.Finite(c.End) && !r.Called(c.End) {
			continue // of them something else is said
		}
		if p == "arrived" && u.predicate == fromWord && c.Kind == quantity.KindNoun && !quantity.People(c.Word.Group) && !named(captures, "event") {
			p = "other" // what comes to so much
		}
		old := p == "age" && !predicate.Lived(&c.Quantity)
		if old && (c.Kind != quantity.KindTime || c.Unit != "year" && c.Unit != "century" || !named(captures, "age")) {
			continue // a year of birth, how long it took
		}
		if p == "killed" && c.Word.Fixed && c.Start > r.Begin && r.deeds.Noted(c.Start-1, deed.Saves) && r.k[c.Start-1].Feats&lang.Article == 0 {
			p = "evacuated" // the drowning who are saved are not drowned
		}
		if p == "trapped" && c.Kind == quantity.KindNoun && c.Word.Group == "other" {
			p = "other" // besieged towns
		}
		p = r.ill(c, p, named(captures, "tally"))
		c.rule, c.predicate = u, p
		r.together(c, captures)
		if c.Word.Unlisted && (predicate.Human(p) || predicate.Moves(p) && c.Word.Person && c.NounFrom == c.Number.To && u.predicate == fromWord) {
			c.Word.Group = "people"
		}
		r.group(c, u, captures)
		if old {
			c.Word.Group = "things"
		}
		if c.Word.Group == noFigure {
			return false // a score
		}
		if c.predicate == "present" && !quantity.People(c.Word.Group) && c.Word.Predicate == "" {
			c.predicate = "other"
		}
		r.part(c, captures)
		if u.unit != "" && c.Unit == "" {
			c.Unit = u.unit
		}
		return true
	}
	return false
}

// together gives what a verb behind several figures says to those before the last as well:
// two men, five women and three children were killed.
func (r *reading) together(c *chunk, captures []match.Capture) {
	if !slices.ContainsFunc(captures, func(p match.Capture) bool { return said(c, p) }) {
		return
	}
	next := c
	for n := len(r.found) - 1; n >= 0 && r.found[n].sentence == c.sentence; n-- {
		b := &r.found[n]
		if b.predicate != "other" || b.Kind != quantity.KindNoun || next.Kind != quantity.KindNoun || !quantity.People(b.Word.Group) || !quantity.People(next.Word.Group) || !r.joined(next) || r.k[next.Start].Is(lang.Comma) || !r.belongs(b.To, r.beforeAnd(next)) {
			return
		}
		b.rule, b.predicate = c.rule, c.predicate
		next = b
	}
}

// said reports whether a part is a verb behind the chunk.
func said(c *chunk, p match.Capture) bool {
	return (p.Name == "do" || p.Name == "suffer") && p.From >= c.To
}

// beforeAnd is where the conjunction that joins the chunk to what is before it begins: before
// digits it is a token of its own.
func (r *reading) beforeAnd(c *chunk) int {
	if i := c.Start - 1; i >= r.Begin && !r.k[c.Start].Has(lang.Conjunction) && r.k[i].Kind == lang.WordKind && (r.k[i].In(r.f.g.and) || r.k[i].End-r.k[i].Start <= 2) {
		return i
	}
	return c.Start
}

// belongs reports whether tokens [i, to) may all belong to the noun before them.
func (r *reading) belongs(i, to int) bool {
	return i == to || r.rest(i, func(end int) bool { return end >= to })
}

// placed reports whether what looks like a dual is the name of a place.
func (r *reading) placed(c *chunk) bool {
	return !r.k[c.From].Has(lang.Article) && r.around.places.Contains(c.Number.Span)
}

// timed reports whether the number stands in a time.
func (r *reading) timed(c *chunk) bool { return r.around.timed.Overlaps(c.Number.Span) }

// joined reports whether a conjunction or a comma joins the chunk to what is before it.
func (r *reading) joined(c *chunk) bool {
	k := &r.k[c.Start]
	if k.Has(lang.Conjunction) {
		return true
	}
	if c.Start == r.Begin {
		return false
	}
	p := &r.k[c.Start-1]
	return p.In(r.f.g.and) || p.Is(lang.Comma) || p.Kind == lang.WordKind && p.End-p.Start <= 2
}

// first reports whether the chunk begins its clause.
func (r *reading) first(c *chunk) bool {
	if c.Start == r.Begin {
		return true
	}
	p := &r.k[c.Start-1]
	return p.Is(lang.Colon) || p.Is(lang.Dash) || p.Kind == lang.MarkKind && p.Match >= int32(c.Start) || p.In(r.f.g.that) && p.Feats&lang.Function != 0 || p.Is(lang.Comma) || r.Is(c.Start-1, "still")
}

// predicate is what a rule says happened, "" if it does not say.
func (r *reading) predicate(c *chunk, u *rule, captures []match.Capture) string {
	switch u.predicate {
	case fromNoun:
		if c.Word.Predicate != "" && !named(captures, "casualty") {
			return c.Word.Predicate
		}
		for _, p := range captures {
			if p.Name == "noun" || p.Name == "casualty" {
				if w := r.Dual(p.From); w.Predicate != "" && (!predicate.Open(&w) || r.k[p.From].Has(lang.Article|lang.Noun) || named(captures, "tally") || named(captures, "toll")) {
					return w.Predicate
				}
			}
		}
		return ""
	case fromFigure:
		if b := r.before(); b != nil && b.Kind != quantity.KindMeasure && b.Kind != quantity.KindTime && b.predicate != "age" && b.predicate != "other" && !(named(captures, keyAmong) && r.numbered(b.To, c.Start)) {
			return b.predicate
		}
		return ""
	case fromWord:
		for _, p := range captures {
			switch p.Name {
			case "event":
				one := r.deeds.EventAt(p.From, p.From >= c.To)
				if p.From-1 >= r.Begin && r.k[p.From].Has(lang.Conjunction) && !r.inFigure(p.From-1) {
					if other := r.deeds.EventAt(p.From-1, false); other != "" && other != one {
						if predicate.Human(one) && predicate.Human(other) {
							return predicate.Together // killed and wounded
						}
						return "other"
					}
				}
				return one
			case "theirs":
				return r.deeds.Verbal(p.From).Predicate
			case "do", "suffer":
				if fr := r.deeds.Frame(p.From, p.Name == "do", p.To <= c.Start); fr != nil {
					return fr.Predicate
				}
				if p.From >= c.To {
					if _, told := r.deeds.Theirs(p.From); told != "" {
						return told
					}
				}
				for as := predicate.BehindAn; as <= predicate.BehindFi; as++ {
					if fr := r.deeds.Framed(p.From, as); fr != nil {
						return fr.Predicate
					}
				}
			}
		}
		return ""
	}
	return u.predicate
}

// numbered reports whether a number that is no figure stands in tokens [i, to): whatever is among some may be among those.
func (r *reading) numbered(i, to int) bool {
	for ; i < to; i++ {
		k := &r.k[i]
		if number := k.Kind == lang.NumberKind || k.Word != nil && k.In(r.f.g.number) && k.Feats&(lang.Function|lang.Article) == 0; number && !r.around.timed.Overlaps(r.t.Span(i, i+1)) {
			return true
		}
	}
	return false
}

// named reports whether a part was found.
func named(captures []match.Capture, name string) bool {
	return slices.ContainsFunc(captures, func(p match.Capture) bool { return p.Name == name })
}

// part notes of which figure the chunk is a part.
func (r *reading) part(c *chunk, captures []match.Capture) {
	among := c.Start > r.Begin && r.Is(c.Start-1, keyAmong) || c.Start-1 > r.Begin && r.ContextAt(c.Start-2, keyAmong) == c.Start
	for _, p := range captures {
		among = among || p.Name == keyAmong
	}
	if !among {
		return
	}
	for n := len(r.found) - 1; n >= 0 && r.found[n].sentence == c.sentence; n-- {
		if b := &r.found[n]; quantity.People(b.Word.Group) == quantity.People(c.Word.Group) && b.whole < 0 && (b.NoHigh || b.High >= c.Low) {
			c.whole = n
			return
		}
	}
}
