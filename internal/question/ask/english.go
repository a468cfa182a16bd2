package ask

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/internal/question/answer"
	"riwaya/lexicon"
)

// english are the English words of a question, folded.
type english struct {
	predicate, group map[string]string
	number, times    map[string]float64
	tens             map[string]float64
	ops              map[string]string // phrases of up to four words
	idle             map[string]bool
}

func newEnglish(q lexicon.Questions) (english, error) {
	e := english{map[string]string{}, map[string]string{}, map[string]float64{}, map[string]float64{}, map[string]float64{}, map[string]string{}, map[string]bool{}}
	for section, into := range map[string]map[string]string{"predicate": e.predicate, "group": e.group, "op": e.ops} {
		for _, w := range q[section] {
			into[answer.Fold(w.Text)] = w.Key
		}
	}
	for section, into := range map[string]map[string]float64{"number": e.number, "times": e.times, "tens": e.tens} {
		for _, w := range q[section] {
			n, err := strconv.ParseFloat(w.Key, 64)
			if err != nil {
				return e, fmt.Errorf("%s: %q is no number", w.At, w.Key)
			}
			into[answer.Fold(w.Text)] = n
		}
	}
	for _, w := range q["idle"] {
		e.idle[answer.Fold(w.Text)] = true
	}
	return e, nil
}

// english takes what the words in Latin letters say: numbers, what bounds them, what happened
// and to whom, and last the places.
func (p *parsing) english() {
	e := &p.a.english
	op := ""
	for i := 0; i < len(p.t.Tokens); i++ {
		if p.used[i] || !p.latin(i) {
			continue
		}
		w := answer.Fold(p.word(i))
		if end, o := p.operator(i); end > i {
			op = o
			p.use(i, end)
			i = end - 1
			continue
		}
		if n, ok := e.tens[w]; ok && p.q.Op == "" {
			high := math.Pow(10, math.Floor(math.Log10(n))+1) - 1
			p.q.Op, p.q.Low, p.q.High = "vague", &n, &high
			p.used[i] = true
			continue
		}
		if end, n := p.spelt(i); end > i && p.q.Op == "" {
			low, high := n, n
			p.q.Op, p.q.Low, p.q.High = "exact", &low, &high
			p.use(i, end)
			i = end - 1
			continue
		}
		if v, ok := e.predicate[w]; ok {
			if p.q.Predicate == "" {
				p.q.Predicate = v
			}
			p.used[i] = true
		} else if v, ok := e.group[w]; ok {
			if p.q.Group == "" {
				p.q.Group = v
			}
			p.used[i] = true
		}
	}
	if op != "" && p.q.Op == "exact" {
		p.q.Op = op
		switch op {
		case "at_least", "more_than":
			p.q.High = nil
		case "at_most", "less_than":
			p.q.Low = nil
		}
	}
	p.latinPlaces()
}

// operator is the longest phrase at token i that bounds a number, and the token behind it.
func (p *parsing) operator(i int) (end int, op string) {
	const longest = 4 // words
	phrase := ""
	for j := i; j < len(p.t.Tokens) && j < i+longest && p.latin(j); j++ {
		phrase = strings.TrimSpace(phrase + " " + answer.Fold(p.word(j)))
		if o, ok := p.a.english.ops[phrase]; ok {
			end, op = j+1, o
		}
	}
	return end, op
}

// spelt is the number in words at token i, and the token behind it: thirty-two, two hundred
// and five, three thousand; also digits before "thousand".
func (p *parsing) spelt(i int) (end int, n float64) {
	e := &p.a.english
	part := 0.0
	for j := i; j < len(p.t.Tokens); j++ {
		w := answer.Fold(p.word(j))
		k := &p.t.Tokens[j]
		v, isNumber := e.number[w]
		m, isTimes := e.times[w]
		switch {
		case k.Kind == lang.WordKind && isNumber:
			part += v
			end = j + 1
		case k.Kind == lang.WordKind && isTimes:
			part = max(part, 1) * m
			if m >= 1000 {
				n, part = n+part, 0
			}
			end = j + 1
		case end > 0 && (w == "and" || k.Is(lang.Dash)):
		default:
			return end, n + part
		}
	}
	return end, n + part
}

// latinPlaces looks through the tables for the names that words in Latin letters make, the
// longest first. It is done once a question, so no index is kept for it.
func (p *parsing) latinPlaces() {
	const longest = 4 // words
	type span struct{ from, to int }
	at := map[string][]span{}
	for i := range p.t.Tokens {
		name := ""
		for j := i; j < len(p.t.Tokens) && j < i+longest; j++ {
			k := &p.t.Tokens[j]
			if p.used[j] || !p.latin(j) && !(k.Is(lang.Dash) && j > i) {
				break
			}
			name = strings.TrimSpace(name + " " + answer.Fold(p.word(j)))
			if p.latin(j) && !p.a.english.idle[answer.Fold(p.word(i))] {
				at[name] = append(at[name], span{i, j + 1})
			}
		}
	}
	if len(at) == 0 {
		return
	}
	can := map[string][]Can{}
	weight := map[Can]uint32{}
	for code, name := range p.a.states {
		if n := answer.Fold(name); at[n] != nil {
			can[n] = append(can[n], Can{Name: name, Country: strings.ToUpper(code)})
		}
	}
	for _, t := range p.a.tables {
		_, rows := t.Len()
		for r := range rows {
			row := t.Row(r)
			if row.Kind == gazetteer.Country {
				continue
			}
			if n := answer.Fold(row.Name); at[n] != nil {
				c := Can{row.Name, int(row.GeoNames), row.Country}
				if weight[c] = max(weight[c], t.Weight(r)); !slices.Contains(can[n], c) {
					can[n] = append(can[n], c)
				}
			}
		}
	}
	names := make([]string, 0, len(can))
	for n := range can {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if c := strings.Count(b, " ") - strings.Count(a, " "); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	for _, n := range names {
		for _, s := range at[n] {
			if !slices.Contains(p.used[s.from:s.to], true) {
				all := slices.Clone(can[n])
				slices.SortStableFunc(all, func(a, b Can) int { return int(int64(weight[b]) - int64(weight[a])) })
				p.add(s.from, s.to, all)
			}
		}
	}
}
