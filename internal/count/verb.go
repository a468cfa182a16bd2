package count

import (
	"strings"

	"riwaya/internal/count/predicate"
	"riwaya/internal/lang"
	"riwaya/internal/quantity"
)

// event yields where a noun of action begins that ends at token at, or ends that begins
// there. Two that a conjunction joins are one: killing and wounding.
func (r *reading) event(at int, back bool, yield func(int) bool) bool {
	g := &r.f.g
	if !back {
		return r.eventAt(at, true) != "" && yield(at+1)
	}
	if at == r.cur.Start && r.cur.Glued {
		return false
	}
	for j := at - 1; j >= max(r.Begin, at-3); j-- {
		k := &r.k[j]
		if k.Word == nil {
			return false
		}
		if k.Word.Begins.Meets(g.happening) {
			if e, p := r.t.PhraseAt(j, g.happening); p != nil && e == at && yield(j) {
				return true
			}
		}
		if j == at-1 && r.eventAt(j, false) != "" && yield(j) {
			return true
		}
	}
	return false
}

// eventAt is the predicate of the noun of action at token i, "" if there is none; definite
// says that it may have the article.
func (r *reading) eventAt(i int, definite bool) string {
	g := &r.f.g
	k := &r.k[i]
	if k.Word == nil {
		return ""
	}
	if k.Word.Begins.Meets(g.happening) {
		if _, p := r.t.PhraseAt(i, g.happening); p != nil {
			return p.Key
		}
	}
	if !k.In(g.happening.Or(g.happens)) {
		return ""
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		switch {
		case q.Feat&lang.Pronoun != 0 || q.Feat&lang.Article != 0 && !definite:
		case q.Classes.Meets(g.happening):
			p, glued := strings.CutSuffix(q.Key, ":bi")
			if !glued || q.Feat&lang.With != 0 {
				return p
			}
		case q.Feat&lang.Masdar != 0 && q.Classes.Meets(g.happens) && k.Feats&(lang.Past|lang.Present) == 0:
			for _, fr := range r.f.verbs[q.Lemma] {
				if fr.Role == predicate.Object || fr.Role == predicate.Subject {
					return fr.Predicate
				}
			}
		}
	}
	return ""
}

// frame is how the verb at token i says what happens to what is counted, nil if it does
// not. do says that the counted are its subject.
func (r *reading) frame(i int, do, back bool) *predicate.Frame {
	g := &r.f.g
	k := &r.k[i]
	if k.Word == nil || !k.In(g.happens) || !r.Finite(i) || i > r.Begin && r.k[i-1].In(g.negation) {
		return nil
	}
	if !back && (!do && i+1 < r.End && r.numberAt(i+1) || r.cur.Kind == quantity.KindBare && k.Feats&lang.Noun != 0) {
		return nil // it is no passive: its object is another number; it may be what is counted
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(g.happens) {
			continue
		}
		theirs := !back && !do && q.Feat&lang.Pronoun != 0 && r.follows(i) // the police arrested them
		if q.Feat&(lang.Past|lang.Present) == 0 || q.Feat&lang.First != 0 && (do || !back) || !back && q.Feat&lang.Conjunction != 0 || !back && !theirs && q.Feat&(lang.Plural|lang.Dual) == 0 && r.persons() {
			continue // behind people the verb is in the plural, and one that is joined has its own
		}
		if q.Feat&lang.Jussive != 0 || q.Feat&lang.Pronoun != 0 && !do && back {
			continue // it would be negated, and then nothing is said to have happened; its object stands with it
		}
		fs := r.f.verbs[q.Lemma]
		for m := range fs {
			fr := &fs[m]
			if q.Feat&lang.First != 0 && q.Feat&lang.Past == 0 && fr.Predicate != "needed" {
				continue // we plan, we ask: it is no report
			}
			if fr.Role == predicate.Topic && predicate.Human(fr.Predicate) && (q.Feat&lang.Past == 0 || i+1 < r.End && (r.k[i+1].In(g.time) || r.numberAt(i+1))) {
				continue // they spend their days
			}
			if i+1 < r.End && fr.Predicate == "returned" && fr.Role == predicate.Object && r.k[i+1].Has(lang.Masdar) && !r.Called(i+1) || do && i+1 < r.End && (fr.Predicate == "missing" && r.k[i+1].Has(lang.Noun|lang.Pronoun) || fr.Predicate == "arrived" && r.k[i+1].In(g.about)) {
				continue // its building was resumed; they lost their houses; they did not cross, but expressed it
			}
			if q.Feat&lang.Future != 0 && predicate.Human(fr.Predicate) {
				continue // nobody is dead yet
			}
			if !back && !do && r.cur.Kind == quantity.KindNoun && fr.Predicate != "destroyed" && !quantity.People(r.cur.Word.Group) {
				continue // things do, more often than they suffer
			}
			if do && (fr.Role == predicate.Subject || fr.Role == predicate.Topic && !back) || !do && fr.Role == predicate.Object {
				return fr
			}
		}
	}
	return nil
}

// follows reports whether token i stands right behind what is counted, or only a relative
// pronoun between.
func (r *reading) follows(i int) bool {
	c := r.cur
	if i > c.To && r.k[i-1].In(r.f.g.relative) {
		i--
	}
	return i == c.To || i == c.End
}

// numberAt reports whether a number stands at token i, or a word before it.
func (r *reading) numberAt(i int) bool {
	if r.k[i].Kind == lang.NumberKind || r.k[i].In(r.f.g.number.Or(r.f.g.hedge)) {
		return true
	}
	_, p := r.t.PhraseAt(i, r.f.g.hedge)
	return p != nil
}

// persons reports whether what is counted takes a verb in the plural.
func (r *reading) persons() bool {
	w := &r.cur.Word
	return quantity.People(w.Group) && w.Group != "families" && !w.Unlisted && r.cur.Kind == quantity.KindNoun
}

// verbal is how the verbal noun at token i says what happened, nil if it is none.
func (r *reading) verbal(i int) *predicate.Frame {
	k := &r.k[i]
	if k.Word == nil || !k.In(r.f.g.happens) {
		return nil
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if q.Feat&lang.Masdar == 0 || !q.Classes.Meets(r.f.g.happens) {
			continue
		}
		fs := r.f.verbs[q.Lemma]
		for m := range fs {
			if fs[m].Role == predicate.Object || fs[m].Role == predicate.Subject {
				return &fs[m]
			}
		}
	}
	return nil
}

// framed is the frame of that role which the verb at token i has, nil if it has none.
func (r *reading) framed(i int, as predicate.Role) *predicate.Frame {
	k := &r.k[i]
	if k.Word == nil || !k.In(r.f.g.happens) {
		return nil
	}
	for n := range k.Word.Readings {
		q := &k.Word.Readings[n]
		if !q.Classes.Meets(r.f.g.happens) || q.Feat&(lang.Past|lang.Present|lang.Masdar) == 0 {
			continue
		}
		fs := r.f.verbs[q.Lemma]
		for m := range fs {
			if fs[m].Role == as {
				return &fs[m]
			}
		}
	}
	return nil
}

// behind yields the verb that governs the figure by the preposition at token i.
func (r *reading) behind(i int, yield func(int) bool) bool {
	g := &r.f.g
	k := &r.k[i]
	as := predicate.Subject
	switch {
	case !r.governed(i):
		return false
	case k.In(g.about):
		as = predicate.BehindAn
	case k.In(g.on):
		as = predicate.BehindAla
	case k.In(g.to):
		as = predicate.BehindIla
	case k.In(g.from):
		as = predicate.BehindMin
	case k.In(g.in):
		as = predicate.BehindFi
	default:
		return false
	}
	return r.governor(i, as, yield)
}

// theirs is the end of a verb at token i and what it governs with the pronoun of those who
// were counted, and what that says: let go of them, laid hands on them, gave them their
// freedom. It is i where there is none.
func (r *reading) theirs(i int) (end int, told string) {
	if i+1 >= r.End || r.k[i+1].Word == nil || !r.follows(i) || !r.Finite(i) {
		return i, ""
	}
	g := &r.f.g
	at := i + 1
	if r.k[at].Has(lang.Pronoun) && r.k[at].In(g.happening) {
		for n := range r.k[at].Word.Readings {
			if q := &r.k[at].Word.Readings[n]; q.Classes.Meets(g.happening) && q.Feat&lang.Pronoun != 0 && predicate.Human(q.Key) {
				return at + 1, q.Key
			}
		}
	}
	if r.k[at].Has(lang.Article|lang.Noun) && at+1 < r.End && r.k[at+1].Word != nil {
		at++
	}
	if !r.k[at].Has(lang.Pronoun) {
		return i, ""
	}
	as := predicate.BehindAn
	switch {
	case r.k[at].In(g.about):
	case r.k[at].In(g.on):
		as = predicate.BehindAla
	default:
		return i, ""
	}
	if fr := r.framed(i, as); fr != nil {
		return at + 1, fr.Predicate
	}
	return i, ""
}

// governor yields the verb before token i that takes what is counted in that role.
func (r *reading) governor(i int, as predicate.Role, yield func(int) bool) bool {
	for j := i - 1; j >= max(r.Begin, i-6); j-- {
		if r.k[j].Kind != lang.WordKind {
			return false
		}
		if r.framed(j, as) != nil {
			return yield(j)
		}
		if r.eventAt(j, true) != "" {
			return false // the preposition is that noun's: sentenced to death were
		}
	}
	return false
}
