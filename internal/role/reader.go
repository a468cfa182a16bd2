package role

import (
	"slices"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/lexicon"
)

// Words are the word classes and lists that reading asks about. They are safe for several
// goroutines.
type Words struct {
	clause   *clause.Words
	word     lang.Set // nouns that stand for whom they belong to, and others with a key
	support  lang.Set
	verb     lang.Set // verbs that name a happening
	was      lang.Set
	demonym  lang.Set
	office   lang.Set
	land     lang.Set             // countries and capitals
	body     lang.Set             // nouns that names of bodies begin with
	time     lang.Set             // words for times
	asFor    lang.Set             // as for
	bent     lang.Set             // adjectives that say for or against whom: loyal, opposed
	supports map[string][]Support // verbs that lend a noun their subject, by lemma
	states   map[string]string    // the code of a state, lower case -> its name
}

// NewWords looks up the classes. class gives the set of the named ones. A supporting verb with
// an unknown key is an error that says where it stands.
func NewWords(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Words, error) {
	w := &Words{clause: clause.NewWords(lx, class), word: class("event-word"), support: class("support"), verb: class("coded-verb"),
		was: class("was"), demonym: class("demonym"), office: class("office", "rank", "profession"), land: class("country", "capital"), body: class("military", "armed_group", "party"), time: class("time", "time-word"), asFor: class("as-for"), bent: class("bent"), states: lx.States}
	var err error
	w.supports, err = supportsOf(lx)
	return w, err
}

// Reader reads the clauses of one text, sentence by sentence. Its zero value is not ready:
// see [Reader.Reset]. It is for one goroutine, and keeps its memory from text to text.
type Reader struct {
	clause.Reader
	C   []clause.Chunk // of the sentence
	Rec *riwaya.Record

	w     *Words
	named []int     // the chunks whose noun names a happening
	asked []answers // by chunk: what was asked of its verb
}

// Reset prepares to read a text whose actors, places, times, figures and claims stand in the
// record.
func (r *Reader) Reset(w *Words, t *lang.Text, rec *riwaya.Record) {
	r.w, r.Rec = w, rec
	r.Reader.Reset(w.clause, t, rec)
}

// Forget lets go of the text, so that the memory alone is kept.
func (r *Reader) Forget() {
	r.Reader.Forget()
	r.w, r.Rec, r.C = nil, nil, nil
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
	rule      *Verb
	subj, obj int
	passive   bool
	known     bool
}
