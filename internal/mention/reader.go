// Package mention finds where a text speaks of an actor: by a name, as package naming reads
// it, behind a title or without one; of a state by its country or capital, where package
// government says that it is meant; of a group of people by its noun; of whom claims have
// for their source.
//
// It promises that what it reads is decided by the classes of words alone, in time that
// grows with the text, and that a mention is words of the body. Which mentions are one
// actor, and who is meant by a name that several bear, package who decides.
package mention

import (
	"sync"

	"riwaya/internal/government"
	"riwaya/internal/lang"
	"riwaya/internal/naming"
	"riwaya/internal/participant"
	"riwaya/lexicon"
)

// Reader reads mentions in texts of one language. It is safe for several goroutines.
type Reader struct {
	*naming.Vocabulary

	scans  sync.Pool // of *Scan, for their lists
	others []string  // prepositions of one letter that do not mean "to"

	those, dealing, public lang.Set
	people                 *participant.Reader
	governments            *government.Reader
	offices                lang.Set // titles
	calls                  lang.Set // of words that an alias begins with, or a noun before one
	first                  lang.Set // of words that a mention begins with
}

// New prepares a lexicon. class gives the set of the named word classes; looks says of a
// form that the lexicon does not have whether it looks like a verb, and like nothing else.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set, looks func(form string) (verb, sure bool)) *Reader {
	f := &Reader{Vocabulary: naming.New(lx, class, looks), those: class("those"), dealing: class("dealing"), public: class("office", "rank", "speaker")}
	f.offices = class("office")
	f.calls = f.Alias.Or(f.Body)
	f.people = participant.New(f.Vocabulary, class)
	f.governments = government.New(f.Vocabulary, lx, class)
	f.first = f.calls.Or(f.Folk).Or(f.those).Or(f.governments.Lands).Or(f.Title).Or(f.AnyName).Or(f.people.Counted)
	for _, w := range lx.Classes["with-letter"] {
		f.others = append(f.others, w.Text)
	}
	return f
}

// Begins are the classes of words that a mention begins with, and of those that are counted
// beside: see [lang.StartsActor].
func (f *Reader) Begins() lang.Set { return f.first.Or(f.G.Demonym) }
