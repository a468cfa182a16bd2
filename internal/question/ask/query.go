package ask

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/internal/quantity"
	"riwaya/internal/question/answer"
)

// Query is what a question asks for; what is empty, any figure has.
type Query struct {
	Text      string   `json:"text"`
	Op        string   `json:"op"` // as in a figure, "" where no number is asked for
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Predicate string   `json:"predicate"`
	Group     string   `json:"group"`
	Places    []Place  `json:"places"` // a figure is of one of them
	// Unread are words that say nothing to it: the question is answered without them.
	Unread []string `json:"unread"`
}

// Place is a place that a question names, and which it can be.
type Place struct {
	Text string `json:"text"` // as the question has it
	Can  []Can  `json:"can"`  // none where no table has it: then its letters are looked for
}

// Can is one place that a name can mean.
type Can struct {
	Name     string `json:"name"`
	GeoNames int    `json:"geonames"` // 0 where it has none
	Country  string `json:"country"`
}

// Parse reads a question.
func (a *Asker) Parse(text string) Query {
	const longest = 1000 // bytes: a question, not an article
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	text = strings.Join(strings.Fields(text), " ")
	q := Query{Text: text, Places: []Place{}, Unread: []string{}}
	t := a.arabic.Parse(plain(text))
	defer a.arabic.Release(t)
	p := &parsing{a: a, t: t, q: &q, used: make([]bool, len(t.Tokens))}
	for _, s := range t.Sentences {
		p.numbers(s.From, s.To)
	}
	p.deeds()
	p.english()
	p.places()
	p.rest()
	return q
}

// plain is s with the Latin letters that carry marks without them: the tables of places are
// asked without, and in the middle of Arabic such a letter would begin a word of its own.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !unicode.Is(unicode.Latin, r) {
			return r
		}
		for _, base := range answer.Fold(string(r)) {
			if unicode.IsUpper(r) {
				return unicode.ToUpper(base)
			}
			return base
		}
		return r
	}, s)
}

// parsing is a question while it is read. A token that was read as something is used.
type parsing struct {
	a    *Asker
	t    *lang.Text
	q    *Query
	used []bool
}

func (p *parsing) word(i int) string {
	k := &p.t.Tokens[i]
	return p.t.Source[k.Start:k.End]
}

// latin reports whether token i is a word in Latin letters.
func (p *parsing) latin(i int) bool {
	k := &p.t.Tokens[i]
	return k.Kind == lang.WordKind && p.t.Source[k.Start] < 0x80
}

// numbers takes the first quantity of a sentence. A noun behind the number that the lexicon
// does not list is none: it may be the place.
func (p *parsing) numbers(from, to int) {
	s := p.a.quantities.Text(p.t)
	s.Begin, s.End = from, to
	for i := from; i < to && p.q.Op == ""; i++ {
		k := &p.t.Tokens[i]
		if k.Kind != lang.NumberKind && !k.In(p.a.g.number.Or(p.a.g.counted)) {
			continue
		}
		var c quantity.Quantity
		if s.At(i, &c) && c.Kind != quantity.KindTime {
			p.q.Op = c.Op
			if !c.NoLow {
				p.q.Low = &c.Low
			}
			if !c.NoHigh {
				p.q.High = &c.High
			}
			end := c.Number.To
			if c.NounTo > 0 && !c.Word.Unlisted {
				p.noun(c.Word)
				end = max(end, c.NounTo)
			}
			p.use(c.Start, end)
			return
		}
		if n, ok := p.a.numbers.At(p.t, i); ok && !n.Dual && !n.Ordinal {
			p.q.Op, p.q.Low, p.q.High = "exact", &n.Low, &n.High
			if n.Vague {
				p.q.Op = "vague"
			}
			p.use(n.From, n.To)
			return
		}
	}
}

func (p *parsing) use(from, to int) {
	for i := from; i < to && i < len(p.used); i++ {
		p.used[i] = true
	}
}

func (p *parsing) noun(n quantity.Noun) {
	if p.q.Group == "" && n.Group != "things" && n.Group != "other" && n.Group != "not" {
		p.q.Group = n.Group
	}
	if p.q.Predicate == "" {
		p.q.Predicate = n.Predicate
	}
}

// deeds takes what happened from a verb, a noun of action, or a counted noun without a number.
func (p *parsing) deeds() {
	g := &p.a.g
	for i := range p.t.Tokens {
		k := &p.t.Tokens[i]
		if p.used[i] || k.Word == nil || !k.In(g.happening.Or(g.happens).Or(g.counted)) {
			continue
		}
		for n := range k.Word.Readings {
			r := &k.Word.Readings[n]
			found := ""
			switch {
			case k.In(g.country): // Germany, which is also two letters more than a German
			case r.Classes.Meets(g.counted):
				group, of, _ := strings.Cut(strings.TrimRight(r.Key, "+"), ":")
				if group == "not" || group == "things" || group == "other" {
					continue
				}
				found = strings.TrimRight(of, "!")
				if p.used[i] = true; p.q.Group == "" {
					p.q.Group = strings.ReplaceAll(group, "_", " ")
				}
			case r.Classes.Meets(g.happening):
				found, _, _ = strings.Cut(r.Key, ":")
			case r.Classes.Meets(g.happens) && r.Feat&lang.Verb != 0:
				found = p.a.verbs[r.Lemma]
			}
			if found != "" {
				p.used[i] = true
				if p.q.Predicate == "" {
					p.q.Predicate = found
				}
				break
			}
		}
	}
}

// places takes names of places, the longest first at each word; of several places of one name
// the greater come first.
func (p *parsing) places() {
	for i := 0; i < len(p.t.Tokens); i++ {
		k := &p.t.Tokens[i]
		if p.used[i] || k.Kind != lang.WordKind {
			continue
		}
		if k.In(p.a.g.country) {
			if code := p.country(i); code != "" {
				p.add(i, i+1, []Can{{Name: p.a.states[strings.ToLower(code)], Country: strings.ToUpper(code)}})
				continue
			}
		}
		if k.In(p.a.g.idle) {
			continue
		}
		f, ok := gazetteer.Match(p.a.tables, p.t, i, len(p.t.Tokens), true)
		if !ok {
			continue
		}
		type weighed struct {
			Can
			weight uint32
		}
		var all []weighed
		for n := f.Lo; n < f.Hi; n++ {
			row := f.Table.Of(n)
			if f.Table.KindOf(row) == gazetteer.Country {
				continue
			}
			r := f.Table.Row(row)
			all = append(all, weighed{Can{r.Name, int(r.GeoNames), r.Country}, f.Table.Weight(row)})
		}
		slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
		var can []Can
		for _, w := range all {
			if !slices.Contains(can, w.Can) {
				can = append(can, w.Can)
			}
		}
		p.add(i, f.To, can)
		i = f.To - 1
	}
}

func (p *parsing) add(from, to int, can []Can) {
	p.use(from, to)
	p.q.Places = append(p.q.Places, Place{Text: p.t.Source[p.t.Tokens[from].Start:p.t.Tokens[to-1].End], Can: can})
}

// country is the code of the country at token i.
func (p *parsing) country(i int) string {
	for n := range p.t.Tokens[i].Word.Readings {
		if r := &p.t.Tokens[i].Word.Readings[n]; r.Classes.Meets(p.a.g.country) && len(r.Key) == 2 {
			return r.Key
		}
	}
	return ""
}

// rest names what was not read. Words in a row that begin no known name may be a place that
// no table has: where no place was found they are looked for by their letters.
func (p *parsing) rest() {
	var name []string
	for i := range p.t.Tokens {
		k := &p.t.Tokens[i]
		if p.used[i] || k.Kind != lang.WordKind || !p.latin(i) && k.In(p.a.g.idle) || p.a.english.idle[answer.Fold(p.word(i))] {
			continue
		}
		name = append(name, p.word(i))
	}
	if len(p.q.Places) == 0 && len(name) == 1 {
		p.q.Places = append(p.q.Places, Place{Text: name[0], Can: []Can{}})
		return
	}
	p.q.Unread = append(p.q.Unread, name...)
}
