package lang

// Traits are what finders ask of many words, and what only all readings of a word together
// tell. They are worked out once for each word. A token has beside them how it is written.
type Traits uint8

// The traits.
const (
	Nounish Traits = 1 << iota // it may be a noun, and is not likelier a verb with a pronoun
	Cites                      // it is a preposition that attributes: what follows said it

	Tight // see the token's methods of these names
	Maqsura
	Hamza

	VerbListed // some list has it as a verb and none as a noun: a noun that only the conjugator makes is rarer
	Named      // it names a thing or an action, and is not merely shaped like a participle
	Governed   // a list marks it, or it is a noun, behind a preposition that is glued on
)

// Sum works out what the readings and phrases of a word say together. Whoever makes a word
// calls it once, when it has them all.
func (w *Word) Sum() {
	for i := range w.Phrases {
		p := &w.Phrases[i]
		w.Begins = w.Begins.Or(p.Classes)
		w.Seconds |= p.Mark
		w.CueBegin = w.CueBegin || p.Cue != nil
	}
	w.group()
	w.noun, w.nominal = -1, -1
	noun, nominal := 0, -1 // how likely the best of each kind is
	for i := range w.Readings {
		r := &w.Readings[i]
		w.Feats |= r.Feat
		w.Classes = w.Classes.Or(r.Classes)
		if n := r.likelyNoun(); n > noun && i <= maxBest {
			w.noun, noun = int8(i), n
		}
		if n := r.likelyNominal(); n > nominal && i <= maxBest {
			w.nominal, nominal = int8(i), n
		}
		if r.Cue != nil && r.Cue.Kind == "prep" {
			w.Traits |= Cites
		}
	}
	for i := range w.Readings {
		r := &w.Readings[i]
		if r.nounish(w.Feats) {
			w.Traits |= Nounish
		}
		if r.Feat&Noun != 0 && (!r.Classes.Empty() || r.Feat&Participle == 0) {
			w.Traits |= Named
		}
		if r.Nominal() && r.Feat&(With|For) != 0 {
			w.Traits |= Governed
		}
	}
	if w.verbListed() {
		w.Traits |= VerbListed
	}
}

// verbListed is what [VerbListed] says.
func (w *Word) verbListed() bool {
	verb := false
	for i := range w.Readings {
		switch r := &w.Readings[i]; {
		case r.Feat&(Past|Present) != 0:
			verb = verb || !r.Classes.Empty() && r.Feat&First == 0
		case r.Feat&Participle != 0: // whatever list has its verb
		case !r.Classes.Empty() || r.Feat&Noun == 0:
			return false
		}
	}
	return verb
}

// maxBest is the last reading that can be the best: no word has so many.
const maxBest = 1<<7 - 1

// Noun is the likeliest reading of a word as a noun, nil if it is none: one that a list has,
// without clitics, no guess.
func (w *Word) Noun() *Reading {
	if w.noun < 0 {
		return nil
	}
	return &w.Readings[w.noun]
}

// likelyNoun is how likely a reading is as that of a noun, 0 if it is none.
func (r *Reading) likelyNoun() int {
	if r.Feat&Noun == 0 {
		return 0
	}
	n := 1
	if r.Feat&Listed != 0 {
		n += 4
	}
	if r.Feat&(Conjunction|With|For|Like) == 0 {
		n += 3
	}
	if r.Feat&Guess == 0 {
		n++
	}
	return n
}

// Nominal is the likeliest reading by which a word can stand for a noun, nil if there is
// none: one of a known class first, then one without clitics.
func (w *Word) Nominal() *Reading {
	if w.nominal < 0 {
		return nil
	}
	return &w.Readings[w.nominal]
}

// Nominal reports whether a word can be a noun by that reading: also one that a list only
// marks, whose form has no other.
func (r *Reading) Nominal() bool {
	return r.Feat&Noun != 0 || r.Feat&(Past|Present|Function) == 0 && !r.Classes.Empty()
}

// likelyNominal is how likely a word stands for a noun by that reading, -1 if it cannot.
func (r *Reading) likelyNominal() int {
	if !r.Nominal() {
		return -1
	}
	n := 0
	if !r.Classes.Empty() {
		n += 4
	}
	if r.Feat&Guess == 0 {
		n += 2
	}
	if r.Feat&(With|For|Like|Conjunction) == 0 {
		n += 3
	}
	return n
}

// nounish reports whether a word with those features may be a noun by that reading. A verb
// with an object pronoun is likelier than a noun of a rare shape.
func (r *Reading) nounish(all Feat) bool {
	rare := all&(Past|Present) != 0 && r.Feat&Listed == 0 && r.Feat&(Masdar|Participle) != 0 &&
		r.Feat&(Accusative|Dual|Pronoun|Plural|Feminine) != 0 && r.Feat&Article == 0
	return r.Feat&Noun != 0 && !rare
}
