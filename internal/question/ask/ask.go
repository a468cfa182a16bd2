package ask

import (
	"fmt"
	"strings"

	"riwaya/internal/count/predicate"
	"riwaya/internal/gazetteer"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar"
	"riwaya/internal/number"
	"riwaya/internal/quantity"
	"riwaya/internal/question/answer"
	"riwaya/internal/toponym"
	"riwaya/lexicon"
)

// Asker reads questions. It is safe for several goroutines.
type Asker struct {
	arabic     *ar.Language
	quantities *quantity.Reader
	numbers    *number.Reader
	tables     []*gazetteer.Table
	answers    *answer.Words
	verbs      map[string]string // a verb's lemma -> its predicate
	states     map[string]string // lower-case code -> English name
	english    english
	g          struct{ number, counted, happening, happens, country, idle lang.Set }
}

// New prepares a lexicon and the words of questions.
func New(lx *lexicon.Lexicon, q lexicon.Questions) (*Asker, error) {
	l, err := ar.New(lx)
	if err != nil {
		return nil, fmt.Errorf("ask: %w", err)
	}
	places, err := toponym.New(lx, l.Class, ar.Spelling)
	if err != nil {
		return nil, fmt.Errorf("ask: %w", err)
	}
	l.Mark(places.Naming, places.Follows)
	r, err := quantity.New(lx, l.Class, predicate.All())
	if err != nil {
		return nil, fmt.Errorf("ask: %w", err)
	}
	a := &Asker{arabic: l, quantities: r, numbers: number.New(lx, l.Class), tables: places.Tables, answers: answer.New(lx, q), verbs: map[string]string{}, states: lx.States}
	for _, w := range lx.Classes["happens"] {
		p, _, _ := strings.Cut(w.Key, ":")
		if _, ok := a.verbs[w.Text]; !ok {
			a.verbs[w.Text] = p
		}
	}
	a.g.number, a.g.counted, a.g.happening, a.g.happens, a.g.country = l.Class("number"), l.Class("counted"), l.Class("happening"), l.Class("happens"), l.Class("country")
	a.g.idle = l.Class("preposition", "conjunction", "that", "particle", "relative", "pronoun", "negation", "demonstrative", "discourse", "figure-hedge", "figure-hedge-after")
	if a.english, err = newEnglish(q); err != nil {
		return nil, err
	}
	return a, nil
}
