package trigger

import (
	"slices"

	"riwaya/internal/lang"
	"riwaya/internal/stance"
)

// shortened reports whether the verb would be one that only a particle before it shortens, and
// the same letters are another verb's, which is far more frequent: "it answers", not "let it want".
func shortened(r *stance.Sentence, t *lang.Token, q *lang.Reading) bool {
	if q.Feat&lang.Jussive == 0 {
		return false
	}
	for k := range t.Word.Readings {
		if o := &t.Word.Readings[k]; o.Feat&lang.Verb != 0 && o.Feat&lang.Jussive == 0 {
			return true
		}
	}
	return false
}

// wants reports whether the word can be a verb of stance, in the present too.
func wants(r *stance.Sentence, t *lang.Token) bool {
	if !t.In(r.V.Stance) {
		return false
	}
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Classes.Meets(r.V.Stance) && !shortened(r, t, q) && slices.ContainsFunc(r.V.Verbs[q.Lemma], func(w stance.Word) bool { return w.Stance != "" }) {
			return true
		}
	}
	return false
}

// necessity reports whether token i is a word of necessity.
func necessity(r *stance.Sentence, i int) bool {
	t := &r.Tokens[i]
	if !t.In(r.V.Word) {
		return false
	}
	for k := range t.Word.Readings {
		if q := &t.Word.Readings[k]; q.Classes.Meets(r.V.Word) && r.V.Words[q.Key].Only&stance.IsNeed != 0 {
			return true
		}
	}
	return false
}

// nominal reports whether token i, which may be a noun as well, can be no verb behind what
// stands before it: a plain preposition, or another verb.
func nominal(r *stance.Sentence, i int, q *lang.Reading) bool {
	if i == r.Start || q.Prefix != 0 || q.Feat&lang.Past == 0 || r.Noun(i) == nil {
		return false
	}
	g, t := r.V, &r.Tokens[i-1]
	if r.Complementiser(i-1) && !t.Has(lang.Function|lang.Pronoun) && t.In(g.That) && i-1 > r.Start && !r.Tokens[i-2].In(g.Prep) && r.Tokens[i-2].Word != nil {
		return true // "that the refusal of …"
	}
	if r.Grammar.Function(t) {
		return t.In(g.To.Or(g.On).Or(g.In).Or(g.From).Or(g.About)) && !t.Has(lang.Function|lang.Pronoun) && !t.In(g.Relative) && !r.Complementiser(i-1)
	}
	return t.Word != nil && r.Grammar.Finite(t) && !r.Grammar.Nounish(t) && !t.In(g.Was) && !t.In(g.Already)
}
