// Package survey reads a text from first to last for where it speaks of an actor: by a name,
// as package naming reads it, behind a title or without one; of a state by its country or
// capital, where package government says that it is meant; of people, as package folk finds
// them; and then of whom claims have for their source, as package voice does.
//
// It promises that what it reads is decided by the classes of words alone, in time that
// grows with the text, and that a mention is words of the body.
package survey

import (
	"slices"
	"sync"

	"riwaya"
	"riwaya/internal/government"
	"riwaya/internal/lang"
	"riwaya/internal/mention"
	"riwaya/internal/mention/folk"
	"riwaya/internal/mention/voice"
	"riwaya/lexicon"
)

// Reader reads mentions in texts of one language. It is safe for several goroutines.
type Reader struct {
	*mention.Vocabulary
	Governments *government.Reader // where a country stands for its government

	scans sync.Pool // of *mention.Scan, for their lists

	people   *folk.Reader
	voices   *voice.Reader
	offices  lang.Set // titles
	calls    lang.Set // of words that an alias begins with, or a noun before one
	province lang.Set // nouns that stand before the names of places
	first    lang.Set // of words that a mention begins with
}

// New prepares a lexicon. class gives the set of the named word classes; looks says of a
// form that the lexicon does not have whether it looks like a verb, and like nothing else.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) *Reader {
	f := &Reader{Vocabulary: mention.NewVocabulary(lx, class, looks), offices: class("office"), province: class("place-noun")}
	f.calls = f.Alias.Or(f.Body)
	f.people = folk.New(f.Vocabulary, class)
	f.voices = voice.New(f.Vocabulary, lx, class)
	f.Governments = government.New(f.Vocabulary.Vocabulary, lx, class)
	f.first = f.calls.Or(f.Folk).Or(f.people.Those).Or(f.Governments.Lands).Or(f.Title).Or(f.AnyName).Or(f.people.Counted)
	return f
}

// Begins are the classes of words that a mention begins with, and of those that are counted
// beside: see [lang.StartsActor].
func (f *Reader) Begins() lang.Set { return f.first.Or(f.G.Demonym) }

// scan is one reading.
type scan struct {
	*mention.Scan
	f *Reader
}

// Read reads the mentions of a text, in their order. Give it back with [Reader.Done].
func (f *Reader) Read(t *lang.Text, rec *riwaya.Record) *mention.Scan {
	found, _ := f.scans.Get().(*mention.Scan)
	if found == nil {
		found = &mention.Scan{Mentions: make([]mention.Mention, 0, 64), Rest: make([]int, 0, 64)}
	}
	found.Begin(f.Vocabulary, t, rec)
	s := scan{found, f}
	s.all()
	f.voices.Add(found)
	s.surnames()
	if early := func(a, b mention.Mention) int { return a.From - b.From }; !slices.IsSortedFunc(found.Mentions, early) {
		slices.SortStableFunc(found.Mentions, early)
	}
	f.voices.Lengthen(found)
	s.places()
	s.theirs()
	s.unsign()
	return found
}

// Done gives a scan back, to be used for another text: nothing of it may be kept.
func (f *Reader) Done(s *mention.Scan) {
	s.End()
	f.scans.Put(s)
}
