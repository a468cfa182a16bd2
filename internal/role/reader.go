package role

import (
	"slices"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/internal/role/frame"
	"riwaya/internal/role/party"
	"riwaya/lexicon"
)

// Words are the word classes and lists that reading asks about. They are safe for several
// goroutines.
type Words struct {
	party    *party.Words
	grammar  *phrase.Grammar
	support  lang.Set
	verb     lang.Set // verbs that name a happening
	was      lang.Set
	demonym  lang.Set
	time     lang.Set                   // words for times
	asFor    lang.Set                   // as for
	human    lang.Set                   // what one person is, before his name
	bent     lang.Set                   // adjectives that say for or against whom: loyal, opposed
	supports map[string][]frame.Support // verbs that lend a noun their subject, by lemma
}

// NewWords looks up the classes. class gives the set of the named ones. A supporting verb with
// an unknown key is an error that says where it stands.
func NewWords(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Words, error) {
	w := &Words{party: party.NewWords(lx, class), grammar: phrase.NewGrammar(class), support: class("support"), verb: class("coded-verb"), was: class("was"),
		demonym: class("demonym"), time: class("time", "time-word"), asFor: class("as-for"), bent: class("bent"), human: class("role", "private", "office", "rank", "profession", "honorific")}
	var err error
	w.supports, err = frame.SupportsOf(lx)
	return w, err
}

// Reader reads the clauses of one text, sentence by sentence. Its zero value is not ready:
// see [Reader.Reset]. It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	party.Reader

	w     *Words
	named []int     // the chunks whose noun names a happening
	asked []answers // by chunk: what was asked of its verb
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the
// record.
func (r *Reader) Reset(w *Words, t *lang.Text, rec *riwaya.Record) {
	r.w = w
	r.Reader.Reset(w.party, t, rec)
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() {
	r.Reader.Forget()
	r.w = nil
}

// Begin cuts the sentence of tokens [from, to) into r.C. Chunks may be changed until the
// first verb is asked for its subject: what is answered is kept for the sentence.
func (r *Reader) Begin(from, to int) {
	r.C = r.Cut(from, to)
	r.named = r.named[:0]
	r.asked = slices.Grow(r.asked[:0], len(r.C))[:len(r.C)]
	clear(r.asked)
}

// Happens notes that a noun of phrase j names a happening: a clause behind it may belong to it.
func (r *Reader) Happens(j int) { r.named = append(r.named, j) }

// Named reports whether a noun of phrase j names a happening.
func (r *Reader) Named(j int) bool { return slices.Contains(r.named, j) }

// answers are the subject and the object of a verb, as nobody's and as one rule's: nobody
// else asks.
type answers [2]struct {
	rule      *frame.Verb
	subj, obj int
	passive   bool
	known     bool
}
