// Package stance reads what stands around a word that carries a stance: what the stance is
// about and under which conditions, which actors the sentence names, who speaks, and whom a
// title, a pronoun or "these" takes up again.
//
// It promises that an actor is one that an earlier finder found, an institution or one who
// speaks for it, and that where two could be meant none is. It decides nothing about
// positions: package position does. It names no word of any language.
package stance

import (
	"fmt"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
	"riwaya/lexicon"
)

// Vocabulary are the words of a lexicon that carry stances, and the word classes that
// reading asks about.
type Vocabulary struct {
	Verbs   map[string][]Word // by the verb's lemma
	Words   map[string]Word   // by the key of other words
	Keys    []string          // of context words
	Phrases *phrase.Grammar

	Stance, Word, Context                                        lang.Set
	Anchor                                                       lang.Set // where a position can begin
	That, Negation, Relative, Was, Against, Already, Conj, Prep  lang.Set
	To, On, In, From, About, Time, Event, Demonstrative, Country lang.Set
	Demonym, Capital                                             lang.Set
	Nothing                                                      lang.Set // verbs that nobody does on purpose
	TakesUp                                                      lang.Set // what may mean an actor without a name
	Near                                                         lang.Set // the words around events, those of sports among them

	her []string // endings of a word with the pronoun "her, its"
}

// New reads the words. class gives the set of the named word classes.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Vocabulary, error) {
	v := &Vocabulary{Verbs: map[string][]Word{}, Words: map[string]Word{}, Phrases: phrase.NewGrammar(class),
		Stance: class("stance"), Word: class("stance-word"), Context: class("stance-context"),
		Anchor: class("stance", "stance-word", "stance-particle"),
		That:   class("that"), Negation: class("negation"), Relative: class("relative"), Was: class("was"), Against: class("against"),
		Already: class("already"), Conj: class("conjunction"), Prep: class("preposition"),
		To: class("to"), On: class("on"), In: class("in"), From: class("from"), About: class("about"),
		Time: class("time"), Event: class("event"), Demonstrative: class("demonstrative", "this"),
		Demonym: class("demonym"), Country: class("country"), Capital: class("capital"),
		Nothing: class("stance-none"),
		TakesUp: class("office", "speaker", "demonstrative", "this"),
		Near:    class("event-near"),
	}
	for _, w := range lx.Classes["stance"] {
		x, err := wordOf(w.Key)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.At, err)
		}
		v.Verbs[w.Text] = append(v.Verbs[w.Text], x)
	}
	for _, w := range lx.Classes["stance-word"] {
		x, err := wordOf(w.Key)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.At, err)
		}
		v.Words[w.Key] = x
	}
	seen := map[string]bool{}
	for _, w := range lx.Classes["stance-context"] {
		if w.Key == "" {
			return nil, fmt.Errorf("%s: a context word without a key", w.At)
		}
		if w.Key == KeyHer {
			v.her = append(v.her, w.Text)
		}
		if !seen[w.Key] {
			v.Keys = append(v.Keys, w.Key)
		}
		seen[w.Key] = true
	}
	return v, nil
}

// Keys of context words that are asked for by name.
const (
	KeyNever   = "never"   // the negation of the future
	KeyWill    = "will"    // the particle of the future
	KeyHer     = "her"     // the ending of a word with the pronoun "her, its"
	KeyHe      = "he"      // the relative pronoun of one who is masculine
	KeyIf      = "if"      // what opens a condition
	KeyMembers = "members" // those of a group, for the group
	KeyInvited = "invited" // what one is invited to, which is no demand
	KeyTowards = "towards" // the preposition of the frame nahw
	KeyPrivate = "private" // what makes a title no office of an institution
	KeyCourt   = "court"   // what judges, and takes no side
	KeyGames   = "games"   // what makes an institution one of sports
	KeyBy      = "by"      // what opens the agent of a passive
	KeySports  = "sports"  // what only sports have
	KeyAdverb  = "adverb"  // a preposition with a noun that is an adverb
	KeyMay     = "may"     // what makes of a clause a question or a guess
	KeyUnless  = "unless"  // what excepts from a negation
	KeyUnnamed = "unnamed" // what those keep to themselves who will not be named
	KeyGod     = "god"     // who alone can do what is wished for: nothing that an institution seeks
	KeyPious   = "pious"   // what piety puts behind a name
	KeyHead    = "head"    // who heads an institution and speaks for it
	KeyGuest   = "guest"   // who is welcomed as a guest, which is no support
	KeyOther   = "other"   // what looks like a word of stance and is nearly always another
	KeyWith    = "with"    // the preposition of the frame bi, standing alone
	KeyPurpose = "purpose" // "for that", which is "because" as well
	KeyWithal  = "withal"  // that preposition with a verbal noun, which together are another
	KeyFor     = "for"     // that of the frame li
	KeyBeside  = "beside"  // that of the frame maa
	KeyMale    = "male"    // a country that is masculine
	KeyTask    = "task"    // what somebody sets about
	KeyBut     = "but"     // what turns to another clause
	KeyThen    = "then"    // what does so behind a comma
	KeyAfter   = "after"   // what does so before a verb in the past
	KeyWithin  = "within"  // what is written like that and only says in which matter
	KeyUndone  = "undone"  // what takes back that of which it is said
	KeySelf    = "self"    // a pronoun that is the subject of the verb behind it
	KeyKnown   = "known"   // who knows or fears what another will do
	KeyWhen    = "when"    // what makes of a clause in the present whatever may come
	KeyAny     = "any"     // the determiner that makes of a noun whichever there may be
	KeyAlso    = "also"    // "as well", which joins another clause
	KeyAdds    = "adds"    // what adds to a list behind a comma: by which means, or what belongs to it
	KeyDue     = "due"     // what is another's to give or to do: who insists on it demands it
	KeyDemands = "demands" // a text or a crowd that demands something
)

// Sentence reads one sentence after the other of one text.
type Sentence struct {
	phrase.Reader
	V     *Vocabulary
	T     *lang.Text
	Rec   *riwaya.Record
	Word  Word    // the word of stance that is asked about; [phrase.Reader.By] is its reading
	Limit int     // the token where the words of who speaks around it end
	Named []Named // the actors that the sentence names, in its order
	around
}

// Begin prepares to read another text with the memory there is.
func (r *Sentence) Begin(v *Vocabulary, t *lang.Text, rec *riwaya.Record) {
	r.Reset(v.Phrases, t)
	r.V, r.T, r.Rec, r.ready, r.Named = v, t, rec, false, r.Named[:0]
}

// Done lets go of the text.
func (r *Sentence) Done() {
	r.Reset(r.V.Phrases, &lang.Text{})
	r.T, r.Rec, r.By = nil, nil, nil
}

// Is reports whether token i is a context word of that key.
func (r *Sentence) Is(i int, key string) bool {
	t := &r.Tokens[i]
	if t.Word == nil || !t.In(r.V.Context) {
		return false
	}
	for n := range t.Word.Readings {
		if q := &t.Word.Readings[n]; q.Classes.Meets(r.V.Context) && q.Key == key {
			return true
		}
	}
	return false
}

// ContextAt is where context words of that key that begin at token i end, i if none do.
func (r *Sentence) ContextAt(i int, key string) int {
	if t := &r.Tokens[i]; t.Word != nil && t.Word.Begins.Meets(r.V.Context) {
		if e, p := r.T.PhraseAt(i, r.V.Context); e > i && p.Key == key {
			return e
		}
	}
	if r.Is(i, key) {
		return i + 1
	}
	return i
}
