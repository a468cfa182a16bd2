package clause

import (
	"riwaya/internal/lang"
	"riwaya/internal/phrase"
)

// phrase reads the noun phrase whose head is token c.Head.
func (r *Reader) phrase(c *Chunk) {
	c.Kind = NounPhrase
	k := &r.K[c.Head]
	if k.Word != nil {
		if c.Reading = r.noun(c.Head); c.Reading != nil {
			f := c.Reading.Feat
			c.Joined = c.Joined || f&lang.Conjunction != 0
			c.Definite = f&(lang.Article|lang.Pronoun) != 0 || k.In(r.w.names)
			c.Pronoun = f&lang.Pronoun != 0
			if p := glued(f); p != "" {
				c.Prep = p
			}
		} else if k.Has(lang.Article) {
			c.Definite = true
		}
	}
	r.extend(c)
	r.listed(c)
}

// listed says whether a phrase goes on with the one before it.
func (r *Reader) listed(c *Chunk) {
	if !c.Joined || c.Prep != "" || len(r.out) == 0 {
		return
	}
	from := c.From
	for from > 0 && phrase.IsQuote(&r.K[from-1]) {
		from--
	}
	if p := &r.out[len(r.out)-1]; p.Kind == NounPhrase && p.To >= from-1 {
		c.Listed = true
	} else if n := len(r.out); n > 1 && p.Kind == Comma && r.out[n-2].Kind == NounPhrase {
		c.Listed = true
	}
}

// extend lets a phrase run on over what its head is bound to and its adjectives.
func (r *Reader) extend(c *Chunk) {
	closed := c.Definite
	for j := c.To; j < r.end; {
		k := &r.K[j]
		if k.Kind == lang.MarkKind {
			switch {
			case phrase.IsQuote(k):
				j++
				continue
			case k.Mark == lang.BracketOpen && int(k.Match) > j && int(k.Match) < r.end && int(k.Match)-j < 12:
				j = int(k.Match) + 1
				continue
			}
			break
		}
		if k.Word == nil || r.begun[j]&(time|figure) != 0 {
			break
		}
		if e, ok := r.at(&r.mentions, mention, j); ok {
			if e.Start > k.Start {
				break // behind a clitic
			}
			if r.opposed(c, j) {
				c.To, closed = r.behind(j, e.End), true
				j = c.To
				continue
			}
			if (c.Actor >= 0 || c.Place >= 0) && c.Figure < 0 && !r.apposed(c, j) || closed && c.Actor < 0 && (!k.Has(lang.Article) || r.force(e.Of) && r.article(j-1)) && !r.apposed(c, j) {
				break // another phrase
			}
			c.To, closed = r.behind(j, e.End), closed || k.Has(lang.Article) || !k.In(r.w.G.Demonym) // "heavy" may follow Dutch raids
			j = c.To
			continue
		}
		if e, ok := r.at(&r.places, place, j); ok {
			if e.Start > k.Start || closed && c.Actor < 0 && c.Place < 0 && !r.K[j].Has(lang.Article) || r.ended(c, j) || c.Actor >= 0 && c.Figure < 0 && r.article(j-1) && r.K[j-1].In(r.w.G.Demonym) && r.mentionEnds(j-1) {
				break // the Syrian army besieges | the town
			}
			c.To, closed = r.behind(j, e.End), true
			j = c.To
			continue
		}
		if k.Feats&lang.Function != 0 && (k.Feats&lang.Noun == 0 || k.In(r.w.joins)) || k.In(r.w.time) || k.In(r.w.preps) && !k.Has(lang.Article) {
			break
		}
		q := r.noun(j)
		if q == nil || q.Feat&(lang.Conjunction|lang.With|lang.For|lang.Like) != 0 {
			break
		}
		if verb, _ := r.verbal(j); verb || k.Feats&lang.Pronoun != 0 && r.takesUp(j, c) {
			break
		}
		if c.Actor >= 0 && (k.Word.Begins.Meets(r.w.deeds) || k.In(r.w.deeds)) && r.ended(c, j) {
			break
		}
		if c.Actor >= 0 && c.Figure < 0 && k.In(r.w.lands) && !k.Has(lang.Article) && r.K[j-1].Word != nil && r.K[j-1].Has(lang.Article) {
			break // the Kurdish party accused Ankara
		}
		if !r.goesOn(c, q, closed, j) {
			break
		}
		closed = closed || q.Feat&(lang.Article|lang.Pronoun) != 0 || k.In(r.w.names)
		j++
		c.To = j
	}
	c.Definite = c.Definite || closed && c.Figure < 0
}

// opposed reports whether the mention at token j, one word, is rather an adjective of the force before it: the factions of
// the opposition.
func (r *Reader) opposed(c *Chunk, j int) bool {
	k := &r.K[j]
	if c.Actor < 0 || c.Figure >= 0 || c.To != j || !k.Has(lang.Participle|lang.Feminine|lang.Article) || !r.K[j-1].Has(lang.Article) || !r.K[j-1].Has(lang.Feminine) && (c.Reading == nil || c.Reading.Feat&(lang.Feminine|lang.Plural) == 0) {
		return false
	}
	a := r.rec.Actors[c.Actor].Kind
	return a == "armed_group" || a == "military"
}

// ended reports whether a party's phrase is whole before token j, as nothing can be bound to
// its last word: it has an article.
func (r *Reader) ended(c *Chunk, j int) bool {
	if c.Actor < 0 || c.Figure >= 0 || r.K[j-1].Word == nil || !r.K[j-1].Has(lang.Article) {
		return false
	}
	_, p := r.T.PhraseAt(j, r.w.deeds)
	return p != nil || !r.K[j].Has(lang.Article) && r.K[j].In(r.w.deeds) || r.begun[j]&place != 0 && !r.K[j].Has(lang.Article)
}

// goesOn reports whether the noun at token j, read as q, can belong to a phrase.
func (r *Reader) goesOn(c *Chunk, q *lang.Reading, closed bool, j int) bool {
	k := &r.K[j]
	article := q.Feat&lang.Article != 0
	h := c.Reading
	if closed {
		if article && k.In(r.w.number) && j+1 < r.end && r.PrepositionAt(j+1) == "from" {
			return false // the army launched | many of
		}
		if article && c.Actor >= 0 && r.K[j-1].Word != nil && r.article(j-1) && (r.K[j-1].Has(lang.Nisba) || r.K[j-1].In(r.w.G.Demonym) || r.mentionEnds(j-1)) && q.Feat&(lang.Masculine|lang.Feminine|lang.Guess|lang.Participle) == 0 && !k.In(r.w.tails) && !k.Has(lang.Nisba) {
			return false // the Turkish forces refuse | the ideas: a listed noun is no adjective
		}
		if alone := c.To == c.Head+1; alone && h != nil && h.Feat&lang.Feminine != 0 && h.Feat&lang.Plural == 0 && !k.Has(lang.Article|lang.Feminine) {
			return false
		}
		return article && r.adjective(k, q, h, c.Actor >= 0 || c.To > c.Head+1) || k.In(r.w.names) && c.Actor >= 0 || !article && q.Feat&lang.Guess != 0 && c.Actor >= 0
	}
	if p := &r.K[j-1]; c.To > c.Head+1 && p.Word != nil && !p.Has(lang.Article) && p.In(r.w.G.Demonym) && k.In(r.w.heads) && !k.Has(lang.Nisba) {
		return false // Russian aircraft | positions: nothing is bound to an adjective
	}
	if c.Figure >= 0 && c.To == c.Head+1 && (article || k.Feats&(lang.Dual|lang.Plural) == 0) {
		if n := r.Noun(c.Head); n != nil && n.Feat&lang.Dual != 0 && n.Feat&lang.Bound == 0 {
			return false // it has kept its n: two helicopters struck a checkpoint
		}
	}
	if c.Figure >= 0 && k.Has(lang.Noun|lang.Pronoun) {
		return false // three soldiers met their death
	}
	if p := &r.K[j-1]; c.Actor < 0 && c.Figure < 0 && c.To > c.Head+1 && !article && !k.Has(lang.Nisba) && p.Word != nil && (p.Has(lang.Nisba) || p.In(r.w.G.Demonym)) && !p.Has(lang.Article) && (k.In(r.w.deeds) || k.Word.Begins.Meets(r.w.deeds) && r.deed(j)) {
		return false // nothing is bound to an adjective: Turkish warplanes launched raids
	}
	if q.Feat&lang.Accusative != 0 && (h == nil || h.Feat&lang.Accusative == 0) && c.Figure < 0 && !k.Has(lang.Nisba) {
		return false // an object, or an adverb
	}
	if h != nil && h.Feat&(lang.Dual|lang.Plural) != 0 && h.Feat&(lang.Bound|lang.Feminine) == 0 && c.To == c.Head+1 && (article || q.Feat&(lang.Plural|lang.Dual) == 0) {
		return false // it has kept its n: nothing is bound to it
	}
	return true
}

// adjective reports whether the definite noun q of token k can be an adjective of head h,
// or, where others stand between, of one of them.
func (r *Reader) adjective(k *lang.Token, q, h *lang.Reading, others bool) bool {
	const gender = lang.Masculine | lang.Feminine
	switch {
	case k.Has(lang.Nisba) || k.In(r.w.tails):
		return true
	case q.Feat&lang.Masdar != 0 || k.In(r.w.heads) && !(h != nil && h.Feat&lang.Feminine != 0 && q.Feat&(lang.Feminine|lang.Plural) == lang.Feminine && r.WordIs(k, "quality")):
		return false // men of the movement | the extremists; but: the extremist movement
	case h == nil || others || q.Feat&lang.Participle != 0:
		return true
	}
	return h.Feat&gender&^q.Feat == 0 || h.Feat&lang.Plural != 0 || q.Feat&lang.Feminine != 0 && h.Feat&lang.Masculine != 0 && brokenPlural(h)
}

// brokenPlural reports whether what looks like a masculine singular may be the plural of a
// thing: no form shows it, and its adjectives are feminine.
func brokenPlural(h *lang.Reading) bool { return h.Feat&(lang.Participle|lang.Masdar) == 0 }

// Noun is the best reading of token i as a noun, nil if it is none.
func (r *Reader) Noun(i int) *lang.Reading {
	if r.K[i].Word == nil {
		return nil
	}
	return r.noun(i)
}

func (r *Reader) noun(i int) *lang.Reading { return r.K[i].Word.Nominal() }

// force reports whether actor a is one that has arms by its office: its name alone is no adjective.
func (r *Reader) force(a int) bool {
	k := r.rec.Actors[a].Kind
	return k == "police" || k == "military"
}

// deed reports whether a name of several words for a happening begins at token j.
func (r *Reader) deed(j int) bool {
	_, p := r.T.PhraseAt(j, r.w.deeds)
	return p != nil
}

// article reports whether the word at token i has an article, whatever it is.
func (r *Reader) article(i int) bool {
	w := r.K[i].Word
	return w != nil && w.Has(lang.Article) && !w.Some(func(q *lang.Reading) bool { return q.Feat&lang.Article == 0 })
}

// apposed reports whether the mention at token j stands in apposition to the phrase.
func (r *Reader) apposed(c *Chunk, j int) bool {
	return c.Reading != nil && c.Reading.Feat&lang.Article != 0 && j == c.To && r.K[j].Mark != lang.Comma && r.K[j-1].Kind == lang.MarkKind
}
