package deed

import (
	"riwaya/internal/count/predicate"
	"riwaya/internal/lang"
)

// The keys of words that say something of a deed near them.
const (
	keyUnreal = "unreal"
	keyWould  = "would"
	keyIf     = "if"
	keyDid    = "did"
	keyLeads  = "leads"
	keyEither = "either"
	keyWhile  = "while"
	keySwap   = "swap"

	Giving  = "giving"
	Illness = "illness"
	Held    = "held"
	Trap    = "trap"
	Protest = "protest"
	Unsent  = "unsent"
	Into    = "into"
	Army    = "army"
	Saves   = "saves"

	Traveller = "traveller"
	Airport   = "airport"
)

// Noted reports whether token i is a word of that key.
func (r *Reader) Noted(i int, key string) bool {
	k := &r.Tokens[i]
	if k.Word == nil || !k.In(r.Words.Note) {
		return false
	}
	for n := range k.Word.Readings {
		if q := &k.Word.Readings[n]; q.Classes.Meets(r.Words.Note) && (q.Key == key || q.Feat&lang.Article == 0 && r.Words.Notes[q.Lemma] == key) {
			return true
		}
	}
	return false
}

// before is how many words before a noun of action what makes it unreal may stand.
const before = 6

// Unreal reports whether the verb or the noun of action at token i is told as nothing that
// happened: as wished, planned, decided, allowed, prevented, feared or denied.
func (r *Reader) Unreal(i int, told string) bool {
	k := &r.Tokens[i]
	if i > r.Begin && (r.Noted(i-1, keyIf) || k.Feats&lang.Present != 0 && k.Feats&lang.Past == 0 && r.Noted(i-1, keyWould)) {
		return i-1 == r.Begin || !r.Noted(i-2, keyDid) // before he is killed: he was
	}
	if r.Finite(i) {
		return false
	}
	if k.Has(lang.For) && (predicate.Moves(told) || told == "released" || told == "detained" || told == "sent") && !r.led(i) {
		return true // to free them
	}
	if told == "released" && i > r.Begin && r.Noted(i-1, keySwap) {
		return true // for the release of ten: as often asked for as done
	}
	if k.Has(lang.Conjunction) && (i == r.Begin || r.EventAt(i-1, true) == "") {
		return false // what stands before it has another
	}
	for j := i - 1; j >= max(r.Begin, i-before); j-- {
		t := &r.Tokens[j]
		switch {
		case j >= r.Of.Start && j < r.Of.End: // those who are counted
		case t.Kind != lang.WordKind:
			return false
		case r.Noted(j, keyUnreal) && !r.Named.Called(j):
			return true
		case t.Feats&lang.Function != 0:
			if w := r.Words; !t.In(w.From) && !t.In(w.About) && !t.In(w.To) && !t.In(w.On) && !t.In(w.In) {
				return false
			}
		case r.Finite(j) && !r.Named.Called(j):
			return t.Feats&lang.Future != 0 // will see the return of
		}
	}
	return false
}

// led reports whether what stands before token i leads to what happened: that led to their flight.
func (r *Reader) led(i int) bool {
	for j := i - 1; j >= max(r.Begin, i-4); j-- {
		if r.Noted(j, keyLeads) {
			return true
		}
	}
	return false
}

// Either reports whether something else is said of the same people beside the deed at token i: they
// were killed and wounded, killed or wounded.
func (r *Reader) Either(i int, told string) bool {
	if !predicate.Human(told) {
		return false
	}
	other := func(j int) bool {
		p := r.plain(j)
		return p != told && predicate.Human(p)
	}
	const many = lang.Plural | lang.Dual
	k := &r.Tokens[i]
	switch behind := i >= r.Of.To; {
	case i-2 >= r.Begin && r.Noted(i-1, keyEither) && other(i-2), i+2 < r.End && r.Noted(i+1, keyEither) && other(i+2):
		return true
	case !r.Finite(i):
		return false
	case behind:
		return i+1 < r.End && k.Feats&many != 0 && r.Tokens[i+1].Feats&many != 0 && r.Tokens[i+1].Has(lang.Conjunction) && other(i+1)
	case i-1 < r.Begin || !k.Has(lang.Conjunction) || r.Tokens[i-1].Feats&many != 0 || !other(i-1):
		return false
	}
	if i-2 < r.Begin || r.Tokens[i-1].Has(lang.Conjunction) {
		return true
	}
	p := &r.Tokens[i-2] // a noun is of whom the first verb is said, and then the second is of others
	return p.Kind != lang.WordKind || p.Feats&lang.Function != 0 || r.Noted(i-2, keyWhile)
}

// plain is what a verb or a noun of action at token i says by itself, "" for nothing.
func (r *Reader) plain(i int) string {
	k := &r.Tokens[i]
	if k.Word == nil || !k.In(r.Words.Happens.Or(r.Words.Happening)) {
		return ""
	}
	if e := r.EventAt(i, false); e != "" {
		return e
	}
	if !r.Finite(i) {
		return ""
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(r.Words.Happens) || q.Feat&(lang.Past|lang.Present) == 0 {
			continue
		}
		if fr := r.Words.borne(q.Lemma); fr != nil {
			return fr.Predicate
		}
	}
	return ""
}
