// Package sentence finds where the sentences of an Arabic text end.
package sentence

import (
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
)

// Words are the classes of words that decide whether a mark ends a sentence.
type Words struct {
	Abbreviation lang.Set // a full stop behind them ends none
	That         lang.Set // goes on behind a full stop without a space
}

// longest is how many tokens a sentence may have before any mark ends it, and twice as
// many before its next word does: one sentence in ten thousand of the news is longer, and
// reading takes time that grows with the square of a sentence's length.
const longest = 300

// Split finds where sentences end: at a full stop, question or exclamation mark
// outside quotation marks and brackets, with or without a space behind it, and at the
// end of a line that no quotation runs over. Full stops of abbreviations, initials,
// decimals and addresses end nothing, nor do ellipses. A dateline is a sentence of its own
// where an outlet stands in it in brackets, in Latin letters: دبي (AFP) --.
func (w *Words) Split(t *lang.Text) {
	if n := len(t.Tokens)/16 + 4; cap(t.Sentences) < n {
		t.Sentences = make([]lang.Sentence, 0, n)
	}
	from, paragraph := 0, 0
	inside := -1 // the closing mark that reading is inside of
	flush := func(to int) {
		for from < to && t.Tokens[from].Kind == lang.BreakKind {
			from++
		}
		if from < to {
			t.Sentences = append(t.Sentences, lang.Sentence{From: from, To: to, Paragraph: paragraph})
		}
		from = to
	}
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Match > int32(i) && int(k.Match) > inside {
			inside = int(k.Match)
		}
		switch {
		case i-from >= longest && (k.Kind == lang.MarkKind && k.Match < 0 || i-from >= 2*longest):
			flush(i + 1)
		case i < inside:
		case k.Kind == lang.BreakKind:
			flush(i)
			from = i + 1
			paragraph++
		case i == inside && closesSentence(t, i):
			flush(i + 1)
		case k.Is(lang.Dash) && i+1 < len(t.Tokens) && !t.Tokens[i+1].Is(lang.Dash) && !t.Tokens[i+1].Tight() && datelined(t, from, i):
			flush(i + 1)
		case k.Is(lang.Question), k.Is(lang.Exclamation):
			if i+1 < len(t.Tokens) && t.Tokens[i+1].Kind != lang.MarkKind {
				flush(i + 1)
			}
		case k.Is(lang.Stop) && !w.abbreviates(t, i):
			if i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == lang.MarkKind && t.Tokens[i+1].Tight() && t.Tokens[i+1].Match < int32(i) {
				continue // the closing mark behind it ends the sentence
			}
			if i+1 < len(t.Tokens) && t.Tokens[i+1].Tight() && t.Tokens[i+1].Has(lang.Function|lang.Conjunction) && t.Tokens[i+1].In(w.That) {
				continue // "and that" goes on, though no space stands before it
			}
			flush(i + 1)
		case k.Kind == lang.MarkKind && i > 0 && k.Tight() && t.Tokens[i-1].Is(lang.Stop) && k.Match < int32(i) && !w.abbreviates(t, i-1):
			flush(i + 1)
		}
	}
	flush(len(t.Tokens))
}

// datelined reports whether the dash at i is the last that closes the dateline that the
// sentence from token from begins with.
func datelined(t *lang.Text, from, i int) bool {
	for i > from && t.Tokens[i-1].Is(lang.Dash) {
		i--
	}
	return i-from > 3 && i-from < longestDateline && t.Tokens[i-1].Is(lang.BracketClose) && initials(t, i-2) && t.Tokens[i-3].Is(lang.BracketOpen)
}

// longestDateline is how many tokens a dateline may have.
const longestDateline = 16

// initials reports whether token i is in Latin capitals.
func initials(t *lang.Text, i int) bool {
	for _, c := range []byte(t.Source[t.Tokens[i].Start:t.Tokens[i].End]) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// closesSentence reports whether the closing mark at i stands behind a full stop and
// before something that begins anew.
func closesSentence(t *lang.Text, i int) bool {
	if i == 0 || i+1 == len(t.Tokens) {
		return false
	}
	p, n := &t.Tokens[i-1], &t.Tokens[i+1]
	return (p.Is(lang.Stop) || p.Is(lang.Question) || p.Is(lang.Exclamation)) && n.Has(lang.Conjunction)
}

// abbreviates reports whether the full stop at i belongs to an abbreviation, an
// initial, a number or an address.
func (w *Words) abbreviates(t *lang.Text, i int) bool {
	if i == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	p, n := &t.Tokens[i-1], &t.Tokens[i+1]
	if !t.Tokens[i].Tight() {
		return false
	}
	if n.Kind == lang.BreakKind {
		return false
	}
	if latin(t, i-1) && n.Tight() && latin(t, i+1) {
		return true
	}
	if p.Kind == lang.NumberKind && n.Kind == lang.NumberKind && marked(t.Source[t.Tokens[i].End:n.Start]) {
		return true // a decimal with a mark of direction behind its point
	}
	if p.Word == nil {
		return false
	}
	return p.In(w.Abbreviation) && utf8.RuneCountInString(p.Word.Form) <= 2 && (i < 2 || !t.Tokens[i-1].Tight() || t.Tokens[i-2].Kind == lang.MarkKind)
}

// marked reports whether a text is one mark of direction and nothing else.
func marked(between string) bool {
	r, n := utf8.DecodeRuneInString(between)
	return n > 0 && n == len(between) && letters.IsBidi(r)
}

func latin(t *lang.Text, i int) bool {
	k := &t.Tokens[i]
	c := t.Source[k.Start]
	return c < utf8.RuneSelf && (k.Kind == lang.WordKind || k.Kind == lang.NumberKind)
}
