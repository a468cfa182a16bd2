package government

import (
	"riwaya/internal/lang"
	"riwaya/internal/naming"
)

// The keys of words that an adjective of a country stands behind: deeds of a state, and arms,
// which are a state's where something is done with them.
const (
	act    = "act"
	arms   = "arms"
	aimed  = "aimed"  // a deed of a state where it is said against whom
	effect = "effect" // what something brings about
)

// Origin is the country whose adjective stands at token i and says whose deed, or whose arms,
// the noun before it speaks of: Dutch raids, two Dutch warplanes struck. ok is false where it
// says something else: where people are from, where a thing lies.
func (f *Reader) Origin(x *naming.Text, i int) (c Country, ok bool) {
	t := &x.K[i]
	if !t.In(f.G.Demonym) || i == 0 || t.In(f.local) {
		return c, false
	}
	r := naming.Reading(t, f.G.Demonym)
	if r == nil || len(r.Key) != 2 || r.Feat&lang.Accusative != 0 && t.In(f.Lands) || r.Prefix > 0 || r.Feat&lang.Plural != 0 && r.Feat&lang.Feminine == 0 {
		return c, false
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		k := &x.K[j]
		if k.Word == nil {
			return c, false
		}
		if h, from := f.owned(x, j); h != nil {
			if (h.Feat^r.Feat)&lang.Article != 0 || h.Feat&lang.Pronoun != 0 ||
				h.Feat&(lang.Plural|lang.Dual) == 0 && h.Key != aimed && (h.Feat&(lang.Feminine|lang.Masculine) == lang.Masculine && r.Feat&lang.Feminine != 0 || h.Feat&(lang.Feminine|lang.Masculine) == lang.Feminine && r.Feat&lang.Feminine == 0) {
				return c, false // of something else behind it
			}
			if h.Key == arms && !f.used(x, from, i+1) || h.Key == aimed && (!f.aims(x, i+1) || f.bears(x, from-1)) {
				return c, false
			}
			return Country{From: i, To: i + 1, Code: r.Key}, true
		}
		n := x.Noun(j)
		if n == nil || (n.Feat^r.Feat)&lang.Article != 0 {
			return c, false
		}
		if adjective := n.Feat&lang.Article != 0 || n.Feat&r.Feat&lang.Feminine != 0 || k.Has(lang.Nisba) || n.Feat&lang.Participle != 0 || k.In(f.G.Demonym); !adjective {
			return c, false
		}
	}
	return c, false
}

// owned is the reading of the noun that ends with token j, if it is one that an adjective of a
// country says the doer of, and the token where it begins.
func (f *Reader) owned(x *naming.Text, j int) (r *lang.Reading, from int) {
	if r = naming.Reading(&x.K[j], f.origin); r != nil {
		return r, j
	}
	if j > 0 && x.K[j-1].Word != nil && x.K[j-1].Word.Begins.Meets(f.origin) {
		if e, p := x.T.PhraseAt(j-1, f.origin); e == j+1 {
			n := x.Noun(j - 1)
			if n != nil {
				q := *n
				q.Key = p.Key
				return &q, j - 1
			}
		}
	}
	return nil, j
}

// aims reports whether "on" or "against" stands at token i.
func (f *Reader) aims(x *naming.Text, i int) bool {
	return i < len(x.K) && x.K[i].In(f.G.On) && f.G.Function(&x.K[i])
}

// bears reports whether a word for what something brings about stands at token i: the effects of the war on a land.
func (f *Reader) bears(x *naming.Text, i int) bool {
	if i < 0 || x.K[i].Word == nil {
		return false
	}
	d := naming.Reading(&x.K[i], f.dealing)
	return d != nil && d.Key == effect
}

// used reports whether arms in tokens [from, to) are the subject of a verb that names a deed: the
// next behind them, beyond what says of which make they are, or the last before, beyond how
// many there are.
func (f *Reader) used(x *naming.Text, from, to int) bool {
	verb := func(i int) (deed, more bool) {
		k := &x.K[i]
		if k.Word == nil {
			return false, k.Kind == lang.NumberKind || k.Mark == lang.Dash
		}
		finite := f.G.Finite(k)
		return finite && k.In(f.deeds), !finite
	}
	for i := to; i < len(x.K) && i < to+6; i++ {
		if deed, more := verb(i); deed || !more {
			if deed {
				return true
			}
			break
		}
	}
	for i := from - 1; i >= 0 && i >= from-3; i-- {
		if deed, more := verb(i); deed || !more {
			return deed
		}
	}
	return false
}
