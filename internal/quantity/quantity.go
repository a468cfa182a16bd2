// Package quantity reads how many of what, as a text has it: a number, the words around it
// that say how exact it is, and the noun that is counted or the unit that is measured.
//
// It promises that nothing is added up or averaged, that what only looks like a number of
// something (a clock time, a score, a resolution, a telephone) is none, and that the same
// tokens give the same quantity. It does not know what happened to what is counted, nor any
// word of any language: words are classes of the lexicon.
package quantity

import (
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/number"
	"riwaya/lexicon"
)

// Reader reads quantities in texts of one language. It is safe for several goroutines.
type Reader struct {
	numbers *number.Reader
	g       grammar
	nouns   map[string]Noun // by the key of a counted noun
}

// grammar are the word classes that reading asks about.
type grammar struct {
	number, unit, counted, hedge, hedgeAfter, happens, happening, context lang.Set
	that, prep, from, about, to, on, and, negation                        lang.Set
	person, time, name, place, total, nominal, given                      lang.Set
	anchor                                                                lang.Set // where a quantity can begin
}

// The kinds of quantity.
const (
	KindNoun    = "noun"    // a counted noun stands with the number
	KindBare    = "bare"    // none does
	KindMeasure = "measure" // a unit of length, weight, money; a share
	KindTime    = "time"    // a unit of time: an age or a term, or else no figure
	KindOne     = "one"     // one of several
)

// Quantity is a number with its hedge and what it counts.
type Quantity struct {
	Start, From, To, End int // tokens: of the whole, of the number, behind number and noun, behind all that belongs to the noun
	Number               number.Number
	Op                   string
	Low, High            float64
	NoLow, NoHigh        bool // open
	Noun                 riwaya.Span
	NounFrom, NounTo     int
	Word                 Noun
	Unit                 string
	Kind                 string
	Span                 riwaya.Span
	Total                float64 // 0 for none
	Glued                bool    // a preposition is glued on in front
}

// Sentence is a sentence whose quantities are read: the tokens from Begin to End.
type Sentence struct {
	Begin, End int
	r          *Reader
	text       *lang.Text
	tokens     []lang.Token
}

// New makes a reader of a lexicon. class gives the set of the named word classes;
// predicates are those that a counted noun may bring with it.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, predicates []string) (*Reader, error) {
	r := &Reader{numbers: number.New(lx, class), nouns: map[string]Noun{}}
	r.g = grammar{
		number: class("number"), unit: class("unit"), counted: class("counted"), hedge: class("figure-hedge"), hedgeAfter: class("figure-hedge-after"),
		happens: class("happens"), happening: class("happening"), context: class("context"),
		that: class("that"), prep: class("preposition"), from: class("from"), about: class("about"),
		to: class("to"), on: class("on"), and: class("and"), negation: class("negation"),
		person: class("people", "rank", "profession", "private", "witness", "demonym"), time: class("time"),
		name: class("given", "family"), given: class("given", "given-ambiguous", "family-ambiguous"), place: class("country", "capital"), total: class("total"), nominal: class("given", "given-ambiguous", "family-ambiguous", "occasion", "thing", "counted", "unit", "medium", "office", "rank", "government", "military", "police", "armed_group", "media", "people", "time", "country", "capital", "number"),
	}
	r.g.anchor = r.g.number.Or(r.g.counted)
	if err := number.Check(lx); err != nil {
		return nil, err
	}
	for _, w := range lx.Classes["counted"] {
		if _, ok := r.nouns[w.Key]; ok {
			continue
		}
		n, err := nounOf(w.Key, predicates)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.At, err)
		}
		r.nouns[w.Key] = n
	}
	for _, c := range []string{"figure-hedge", "figure-hedge-after"} {
		for _, w := range lx.Classes[c] {
			if op, n, cut := strings.Cut(w.Key, "/"); !slices.Contains(ops, op) || cut && (len(n) != 1 || n[0] < '1' || n[0] > '3') {
				return nil, fmt.Errorf("%s: unknown op %q, want one of %s", w.At, w.Key, strings.Join(ops, ", "))
			}
		}
	}
	return r, nil
}

// Text is a text whose sentences are to be read: set Begin and End to those of each.
func (r *Reader) Text(t *lang.Text) Sentence {
	return Sentence{r: r, text: t, tokens: t.Tokens}
}

// The values that keys may take; see the guide of the gold's annotators.
var (
	groups = []string{"people", "civilians", "children", "women", "women and children", "fighters", "soldiers", "police", "families",
		"journalists", "medics", "prisoners", "refugees", "protesters", "staff", "other", "things", "not"}
	ops = []string{"about", "at_least", "more_than", "at_most", "less_than"}
)

// The ops that no hedge gives, and the one that may stand far behind the noun.
const (
	opExact   = "exact"
	opRange   = "range"
	opVague   = "vague"
	opAtLeast = "at_least"
)

// Noun is what the lexicon says of a counted noun.
type Noun struct {
	Group     string
	Predicate string // "" for none
	Fixed     bool   // no verb changes it
	Unlisted  bool   // nothing is said of it: the group is a guess
	Person    bool   // it is unlisted, and by its form one of people
}

func nounOf(key string, predicates []string) (Noun, error) {
	key = strings.TrimSuffix(key, "+")
	g, p, _ := strings.Cut(strings.ReplaceAll(key, "_", " "), ":")
	n := Noun{Group: g}
	n.Predicate, n.Fixed = strings.CutSuffix(p, "!")
	if !slices.Contains(groups, g) || n.Predicate != "" && !slices.Contains(predicates, n.Predicate) {
		return n, fmt.Errorf("%q is no GROUP:PREDICATE", key)
	}
	return n, nil
}

// Groups are the groups that a figure can be of.
func Groups() []string {
	return slices.DeleteFunc(slices.Clone(groups), func(g string) bool { return g == "not" })
}

// Forces reports whether a group bears arms.
func Forces(group string) bool {
	return group == "fighters" || group == "soldiers" || group == "police"
}

// People reports whether a group is one of people.
func People(group string) bool {
	return group != "" && group != "other" && group != "things" && group != "not"
}
