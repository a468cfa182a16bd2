// Package deed reads what verbs and nouns of action say happened to what is counted: they were
// killed, the arrest of them, he let go of them.
//
// It promises that a verb is one only by a finite reading, that nothing negated and nothing that is
// yet to come happened to people, and that it changes no token. It names no word of any language:
// words are classes of the lexicon.
package deed

import (
	"strings"

	"riwaya/internal/count/predicate"
	"riwaya/internal/lang"
	"riwaya/internal/quantity"
)

// Words are the word classes that reading asks about, and what happens to whom by the verb's lemma.
type Words struct {
	Happens, Happening, Counted, Negation, Relative, Time, Number, Hedge, Prep, From, About, To, On, In lang.Set

	Note  lang.Set          // what is said of deeds near it
	Notes map[string]string // its key, by the lemma

	Verbs map[string][]predicate.Frame
}

// Reader reads the deeds of one text, of the sentence that it has.
type Reader struct {
	*quantity.Sentence
	Words  *Words
	Text   *lang.Text
	Tokens []lang.Token
	Of     *quantity.Quantity // what is counted
	Named  Named
}

// Named tells names of actors and places, which are no verbs whatever they look like.
type Named interface{ Called(i int) bool }

// Event yields where a noun of action begins that ends at token at, or ends that begins
// there. Two that a conjunction joins are one: killing and wounding.
func (r *Reader) Event(at int, back bool, yield func(int) bool) bool {
	g := r.Words
	if !back {
		return r.EventAt(at, true) != "" && yield(at+1)
	}
	if at == r.Of.Start && r.Of.Glued {
		return false
	}
	for j := at - 1; j >= max(r.Begin, at-3); j-- {
		k := &r.Tokens[j]
		if k.Word == nil {
			return false
		}
		if k.Word.Begins.Meets(g.Happening) {
			if e, p := r.Text.PhraseAt(j, g.Happening); p != nil && e == at && yield(j) {
				return true
			}
		}
		if j == at-1 && r.EventAt(j, false) != "" && yield(j) {
			return true
		}
	}
	return false
}

// EventAt is the predicate of the noun of action at token i, "" if there is none; definite
// says that it may have the article.
func (r *Reader) EventAt(i int, definite bool) string {
	g := r.Words
	k := &r.Tokens[i]
	if k.Word == nil {
		return ""
	}
	if k.Word.Begins.Meets(g.Happening) {
		if _, p := r.Text.PhraseAt(i, g.Happening); p != nil {
			return p.Key
		}
	}
	if !k.In(g.Happening.Or(g.Happens)) {
		return ""
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(g.Happening) || q.Feat&lang.Pronoun != 0 || q.Feat&lang.Article != 0 && !definite || r.longer(k, len(q.Lemma)) {
			continue
		}
		p, glued := strings.CutSuffix(q.Key, ":bi")
		if !glued || q.Feat&lang.With != 0 {
			return p
		}
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Masdar == 0 || !q.Classes.Meets(g.Happens) || k.Feats&(lang.Past|lang.Present) != 0 || q.Feat&lang.Pronoun != 0 || q.Feat&lang.Article != 0 && !definite || r.longer(k, len(q.Lemma)) {
			continue
		}
		if fr := g.borne(q.Lemma); fr != nil {
			return fr.Predicate
		}
	}
	return ""
}

// borne is how a verb says what happens to its object or its subject, nil if it does not.
func (w *Words) borne(lemma string) *predicate.Frame {
	fs := w.Verbs[lemma]
	for m := range fs {
		if fs[m].Role == predicate.Object || fs[m].Role == predicate.Subject {
			return &fs[m]
		}
	}
	return nil
}

// longer reports whether a noun that is counted is spelt like a shorter noun of action with a
// pronoun: a family, and the capture of him.
func (r *Reader) longer(k *lang.Token, than int) bool {
	if !k.In(r.Words.Counted) {
		return false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(r.Words.Counted) && q.Feat&lang.Article == 0 && len(q.Lemma) > than {
			return true
		}
	}
	return false
}

// Frame is how the verb at token i says what happens to what is counted, nil if it does
// not. do says that the counted are its subject.
func (r *Reader) Frame(i int, do, back bool) *predicate.Frame {
	g := r.Words
	k := &r.Tokens[i]
	if k.Word == nil || !k.In(g.Happens) || !r.Finite(i) || i > r.Begin && r.Tokens[i-1].In(g.Negation) {
		return nil
	}
	if !back && (!do && i+1 < r.End && r.NumberAt(i+1) || r.Of.Kind == quantity.KindBare && k.Feats&lang.Noun != 0) {
		return nil // it is no passive: its object is another number; it may be what is counted
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(g.Happens) {
			continue
		}
		theirs := !back && !do && q.Feat&lang.Pronoun != 0 && r.follows(i) // the police arrested them
		if q.Feat&(lang.Past|lang.Present) == 0 || q.Feat&lang.First != 0 && (do || !back) || !back && q.Feat&lang.Conjunction != 0 || !back && !theirs && q.Feat&(lang.Plural|lang.Dual) == 0 && r.persons() {
			continue // behind people the verb is in the plural, and one that is joined has its own
		}
		if q.Feat&lang.Jussive != 0 || q.Feat&lang.Pronoun != 0 && !do && back {
			continue // it would be negated, and then nothing is said to have happened; its object stands with it
		}
		fs := r.Words.Verbs[q.Lemma]
		for m := range fs {
			fr := &fs[m]
			if q.Feat&lang.First != 0 && q.Feat&lang.Past == 0 && fr.Predicate != "needed" {
				continue // we plan, we ask: it is no report
			}
			if fr.Role == predicate.Topic && predicate.Human(fr.Predicate) && (q.Feat&lang.Past == 0 || i+1 < r.End && (r.Tokens[i+1].In(g.Time) || r.NumberAt(i+1))) {
				continue // they spend their days
			}
			if i+1 < r.End && fr.Predicate == "returned" && fr.Role == predicate.Object && r.Tokens[i+1].Has(lang.Masdar) && !r.Named.Called(i+1) || do && i+1 < r.End && (fr.Predicate == "missing" && r.Tokens[i+1].Has(lang.Pronoun) || fr.Predicate == "arrived" && r.Tokens[i+1].In(g.About)) {
				continue // its building was resumed; they lost their houses; they did not cross, but expressed it
			}
			if q.Feat&lang.Future != 0 && (predicate.Human(fr.Predicate) || predicate.Moves(fr.Predicate) || fr.Predicate == "sent") {
				continue // nobody is dead yet
			}
			if back && fr.Predicate == "arrived" && i > r.Begin && !k.Has(lang.Conjunction) && construct(&r.Tokens[i-1]) {
				continue // the raising of incomes: a noun that is spelt like they came in
			}
			if back && fr.Predicate == "displaced" && i > r.Begin && !k.Has(lang.Conjunction) && r.Finite(i-1) && r.Tokens[i-1].Feats&lang.Plural != 0 {
				continue // a name that is spelt like a verb
			}
			if back && predicate.Moves(fr.Predicate) && q.Feat&lang.Present != 0 && otherwise(k, q) {
				continue // they left, and they were graduated
			}
			if !back && do && (fr.Predicate == "returned" || fr.Predicate == "arrived") && q.Feat&(lang.Plural|lang.Dual) == 0 && i+1 < r.End && r.Tokens[i+1].Has(lang.Noun|lang.Pronoun) && r.Tokens[i+1].Feats&lang.Function == 0 {
				continue // families whose origins go back to
			}
			if back && !do && fr.Predicate == "returned" && r.Of.End < r.End && construct(&r.Tokens[r.Of.End]) {
				continue // the counted did something again
			}
			if !back && !do && r.Of.Kind == quantity.KindNoun && fr.Predicate != "destroyed" && !quantity.People(r.Of.Word.Group) {
				continue // things do, more often than they suffer
			}
			if do && (fr.Role == predicate.Subject || fr.Role == predicate.Topic && !back) || !do && fr.Role == predicate.Object {
				return fr
			}
		}
	}
	return nil
}

// construct reports whether a token is a noun of action bound to the noun behind it.
func construct(k *lang.Token) bool {
	return k.Word != nil && k.Feats&lang.Masdar != 0 && k.Feats&(lang.Past|lang.Present|lang.Article|lang.Pronoun|lang.Accusative|lang.Function|lang.Nisba|lang.With|lang.For) == 0
}

// otherwise reports whether the token of a present is the past of another verb as well.
func otherwise(k *lang.Token, q *lang.Reading) bool {
	for n := range k.Word.Readings {
		if o := &k.Word.Readings[n]; o.Feat&lang.Past != 0 && o.Lemma != "" && o.Lemma != q.Lemma {
			return true
		}
	}
	return false
}

// follows reports whether token i stands right behind what is counted, or only a relative
// pronoun between.
func (r *Reader) follows(i int) bool {
	c := r.Of
	if i > c.To && r.Tokens[i-1].In(r.Words.Relative) {
		i--
	}
	return i == c.To || i == c.End
}

// NumberAt reports whether a number stands at token i, or a word before it.
func (r *Reader) NumberAt(i int) bool {
	if r.Tokens[i].Kind == lang.NumberKind || r.Tokens[i].In(r.Words.Number.Or(r.Words.Hedge)) {
		return true
	}
	_, p := r.Text.PhraseAt(i, r.Words.Hedge)
	return p != nil
}

// persons reports whether what is counted takes a verb in the plural.
func (r *Reader) persons() bool {
	w := &r.Of.Word
	return quantity.People(w.Group) && w.Group != "families" && !w.Unlisted && r.Of.Kind == quantity.KindNoun
}

// Verbal is how the verbal noun at token i says what happened, nil if it is none.
func (r *Reader) Verbal(i int) *predicate.Frame {
	k := &r.Tokens[i]
	if k.Word == nil || !k.In(r.Words.Happens) {
		return nil
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Masdar == 0 || !q.Classes.Meets(r.Words.Happens) {
			continue
		}
		if fr := r.Words.borne(q.Lemma); fr != nil {
			return fr
		}
	}
	return nil
}

// Framed is the frame of that role which the verb at token i has, nil if it has none.
func (r *Reader) Framed(i int, as predicate.Role) *predicate.Frame {
	k := &r.Tokens[i]
	if k.Word == nil || !k.In(r.Words.Happens) {
		return nil
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(r.Words.Happens) || q.Feat&(lang.Past|lang.Present|lang.Masdar) == 0 {
			continue
		}
		fs := r.Words.Verbs[q.Lemma]
		for m := range fs {
			if fs[m].Role == as {
				return &fs[m]
			}
		}
	}
	return nil
}

// Behind yields the verb that governs the figure by the preposition at token i.
func (r *Reader) Behind(i int, yield func(int) bool) bool {
	g := r.Words
	k := &r.Tokens[i]
	as := predicate.Subject
	switch {
	case !r.Governed(i):
		return false
	case k.In(g.About):
		as = predicate.BehindAn
	case k.In(g.On):
		as = predicate.BehindAla
	case k.In(g.To):
		as = predicate.BehindIla
	case k.In(g.From):
		as = predicate.BehindMin
	case k.In(g.In):
		as = predicate.BehindFi
	default:
		return false
	}
	return r.Governor(i, as, yield)
}

// Theirs is the end of a verb at token i and what it governs with the pronoun of those who
// were counted, and what that says: let go of them, laid hands on them, gave them their
// freedom. It is i where there is none.
func (r *Reader) Theirs(i int) (end int, told string) {
	if i+1 >= r.End || r.Tokens[i+1].Word == nil || !r.follows(i) || !r.Finite(i) {
		return i, ""
	}
	g := r.Words
	at := i + 1
	if r.Tokens[at].Has(lang.Pronoun) && r.Tokens[at].In(g.Happening) {
		for n := range r.Tokens[at].Word.Readings {
			if q := &r.Tokens[at].Word.Readings[n]; q.Classes.Meets(g.Happening) && q.Feat&lang.Pronoun != 0 && predicate.Human(q.Key) {
				return at + 1, q.Key
			}
		}
	}
	if r.Tokens[at].Has(lang.Article|lang.Noun) && at+1 < r.End && r.Tokens[at+1].Word != nil {
		at++
	}
	if !r.Tokens[at].Has(lang.Pronoun) {
		return i, ""
	}
	as := predicate.BehindAn
	switch {
	case r.Tokens[at].In(g.About):
	case r.Tokens[at].In(g.On):
		as = predicate.BehindAla
	default:
		return i, ""
	}
	if fr := r.Framed(i, as); fr != nil {
		return at + 1, fr.Predicate
	}
	return i, ""
}

// Governor yields the verb before token i that takes what is counted in that role.
func (r *Reader) Governor(i int, as predicate.Role, yield func(int) bool) bool {
	for j := i - 1; j >= max(r.Begin, i-6); j-- {
		if r.Tokens[j].Kind != lang.WordKind {
			return false
		}
		if r.Framed(j, as) != nil {
			return yield(j)
		}
		if r.EventAt(j, true) != "" {
			return false // the preposition is that noun's: sentenced to death were
		}
	}
	return false
}

// Governed reports whether token i is a preposition, which governs what stands behind it.
func (r *Reader) Governed(i int) bool {
	if i < r.Begin {
		return false
	}
	k := &r.Tokens[i]
	if k.Word == nil || !k.In(r.Words.Prep) || k.Feats&lang.Noun != 0 {
		return false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(r.Words.Prep) && q.Feat&lang.Function != 0 && q.Feat&lang.Pronoun == 0 {
			return true
		}
	}
	return false
}
