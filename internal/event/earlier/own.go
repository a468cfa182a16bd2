package earlier

import (
	"slices"

	"riwaya"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/role/frame"
)

// Words are those in which a telling is told: its own word, and what its clause says behind it.
type Words struct {
	from, to int    // the tokens behind it
	plural   bool   // of several: attacks
	also     bool   // it is told beside the one before: he also received
	anew     bool   // another, an earlier one; any
	done     bool   // they carried out raids
	rank     string // the second attack
}

// behind is how many tokens behind its word say which happening it is.
const behind = 9

// ranks are the keys of the lexicon for what says of several happenings which of them it is.
var ranks = []string{"first", "second", "third"}

// WordsOf are the words in which an anchor is told whose clause ends before token end.
func WordsOf(r *deed.Reader, a *deed.Anchor, end int) Words {
	w := Words{from: a.To, to: max(a.To, min(end, a.To+behind))}
	k := &r.K[a.From]
	if a.Nominal() {
		w.anew = a.From > 0 && r.K[a.From-1].Word != nil && r.Keyed(a.From-1, "anew")
		w.done = a.Support == frame.Does && !a.Definite
		w.plural = r.Keyed(a.From, "several") || k.Has(lang.Plural) && !k.Has(lang.Singular)
		for i := a.To; i < min(w.to, a.To+2) && w.rank == "" && !w.anew && r.K[i].Kind == lang.WordKind; i++ {
			w.anew = r.Keyed(i, "anew")
			for _, key := range ranks {
				if r.Keyed(i, key) {
					w.rank = key
				}
			}
		}
		return w
	}
	w.also = a.From > 0 && r.K[a.From-1].Word != nil && r.Keyed(a.From-1, "also")
	return w
}

// shared is how many words behind its own a says that b has too.
func (s *Told) shared(a, b *Words) (n int) {
next:
	for i := a.from; i < a.to; i++ {
		x := s.Text.Tokens[i].Word
		if x == nil || x.Feats&lang.Function != 0 {
			continue
		}
		for j := b.from; j < b.to; j++ {
			if y := s.Text.Tokens[j].Word; y != nil && (x == y || x.Bare == y.Bare || oneLemma(x, y)) {
				n++
				continue next
			}
		}
	}
	return n
}

// oneLemma reports whether two words may be forms of one of the lexicon's.
func oneLemma(x, y *lang.Word) bool {
	for i := range x.Readings {
		q := x.Readings[i].Lemma
		for j := range y.Readings {
			if q != "" && q == y.Readings[j].Lemma {
				return true
			}
		}
	}
	return false
}

// near is how far behind its first telling, in bytes, a happening is taken up with its bare name: a sentence or two.
const near = 500

// under is how far behind a title, in bytes, the text tells what it is about.
const under = 900

// decides are the types of what is done with words, or by a decision: of one party there are many in an article, and each is of
// something else.
func decides(r *deed.Rule) bool {
	switch r.Type {
	case "AGREE", "REJECT", "REQUEST", "SUPPORT", "ACCUSE", "THREATEN", "CONCEDE", "SANCTION":
		return true
	case "CONSULT", "COOPERATE", "AID":
		return !r.Mutual
	}
	return r.Verbal
}

// another reports whether what is told of two happenings of one kind, against which nothing is told, still says too little for one: they
// are counted off or told beside each other, one is of several and one is not, or nothing is told of both but what they are called.
func (s *Told) another(o, e *riwaya.Event, first, t *Telling) bool {
	a, b := &first.Words, &t.Words
	if a.rank != b.rank && (a.rank != "" && b.rank != "" || !(first.Title && b.rank == ranks[0]) && (o.Type == "ASSAULT" || o.Type == "DISASTER")) {
		return true // the first blast, the second
	}
	bare := len(e.Actors)+len(e.Targets) == 0
	placed := o.Place != nil && e.Place != nil
	if first.Title {
		return b.plural && !a.plural && first.Noun && bare && t.Rule.Type == "ASSAULT" && !t.Rule.Mutual || // attacks there go on
			decides(t.Rule) && t.Form == deed.Verb && bare && len(o.Actors) > 0 && s.shared(a, b) == 0 || // whoever opposes something
			b.anew && bare && !placed ||
			s.way(first, t) > under && bare && !placed && s.shared(a, b) == 0 // what else is told under it
	}
	if b.also || b.anew {
		return true
	}
	if (!real(o) || !real(e)) && (o.Status != e.Status || bare && s.shared(a, b) == 0) {
		return true // what is feared, called for, denied: anything of that kind
	}
	assault := t.Rule.Type == "ASSAULT"
	if first.Noun && t.Noun && a.plural != b.plural && !t.Rule.Mutual && (assault || t.Rule.Type == "CONSULT") && !(placed && t.Day != "" && t.Day == first.Day) {
		return true
	}
	soon := t.Definite && (s.way(first, t) <= near || t.Noun && s.only(o, first))
	if assault && (b.plural || t.Rule.Mutual) && !placed && !soon && (e.Place != nil && o.Place == nil || t.Day != "" && first.Day == "") {
		return true // those that were there, or then
	}
	if t.Rule.Point && !placed && s.shared(a, b) == 0 {
		return true // other ground
	}
	if decides(t.Rule) && !t.Noun && len(o.Targets)+len(e.Targets) == 0 && s.shared(a, b) < 2 { // one word of them is who does it
		return true
	}
	if b.done && assault && !placed {
		return true // who carried out raids carried out others
	}
	if assault && !bare && !meets(o.Targets, e.Targets) && !placed && !soon && (t.Day == "" || t.Day != first.Day) && s.shared(a, b) == 0 {
		return true // of one party there are many
	}
	if bare && !placed && !soon && (t.Day == "" || t.Day != first.Day) {
		n := s.shared(a, b)
		return n == 0 || n == 1 && (e.Place != nil && o.Place == nil || t.Day != "" && first.Day == "")
	}
	return false
}

// way is how many bytes behind the word of first that of t begins.
func (s *Told) way(first, t *Telling) int {
	return s.Text.Tokens[t.At].Start - s.Text.Tokens[first.At].Start
}

func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// only reports whether a happening that is somewhere or on some day is the only one of its kind that was told: the blast, the fire.
func (s *Told) only(o *riwaya.Event, first *Telling) bool {
	r := first.Rule
	if r.Harm || r.Point || o.Place == nil && first.Day == "" || o.Type != "ASSAULT" && o.Type != "DISASTER" && o.Type != "CONSULT" {
		return false
	}
	for i := range s.Tellings {
		if t := &s.Tellings[i]; t != first && t.Rule == r {
			return false
		}
	}
	return true
}
