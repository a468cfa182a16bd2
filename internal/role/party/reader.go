// Package party finds whom a phrase stands for: the actor that it names, the one whom its noun stands for
// (fighters of the group, positions which it holds), and what the phrase can be beside a verb by its gender,
// number, ending and kind.
//
// It promises that a phrase stands only for actors whom its own words name, or those that say to whom it
// belongs. What a verb does with the phrase it does not ask.
package party

import (
	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Words are the word classes that reading asks about. They are safe for several goroutines.
type Words struct {
	clause  *clause.Words
	word    lang.Set // nouns that stand for whom they belong to, and others with a key
	demonym lang.Set
	office  lang.Set
	private lang.Set          // what somebody is, whose name is not told
	land    lang.Set          // countries and capitals
	amount  lang.Set          // words of quantity: many, most
	body    lang.Set          // nouns that names of bodies begin with
	states  map[string]string // the code of a state, lower case -> its name
}

// NewWords looks up the classes. class gives the set of the named ones.
func NewWords(lx *lexicon.Lexicon, class func(names ...string) lang.Set) *Words {
	return &Words{clause: clause.NewWords(lx, class), word: class("event-word"), demonym: class("demonym"), office: class("office", "rank", "profession"),
		private: class("role"), land: class("country", "capital"), amount: class("quantity"), body: class("military", "armed_group", "party"), states: lx.States}
}

// Reader reads the phrases of one text, sentence by sentence. Its zero value is not ready: see [Reader.Reset].
// It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	clause.Reader
	C   []clause.Chunk // of the sentence
	Rec *riwaya.Record

	w *Words
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the record.
func (r *Reader) Reset(w *Words, t *lang.Text, rec *riwaya.Record) {
	r.w, r.Rec = w, rec
	r.Reader.Reset(w.clause, t, rec)
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() {
	r.Reader.Forget()
	r.w, r.Rec, r.C = nil, nil, nil
}
