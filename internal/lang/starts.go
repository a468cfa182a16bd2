package lang

// StartsOf is what a token that is no word may begin.
func StartsOf(k Kind, m Mark) Starts {
	switch {
	case k == NumberKind:
		return StartsTime
	case k != MarkKind:
		return 0
	case m == Colon:
		return StartsClaim | StartsDeed
	case m == Bar:
		return StartsClaim
	case m == Dash, m == BracketOpen:
		return StartsDeed
	}
	return 0
}

// Watches say which words may begin what finders look for. The zero value says that every
// word may begin everything.
type Watches []watch

// watch says which words may begin something: those of classes, or those of which may says so.
type watch struct {
	what Starts
	in   Set
	may  func(w *Word) (alone, phrase bool)
}

// Classes adds that only words of those classes, or that begin a phrase of them, may begin
// what.
func (x *Watches) Classes(what Starts, in Set) { *x = append(*x, watch{what: what, in: in}) }

// Words adds that only words may begin what of which may says that they do so alone, or with
// a phrase.
func (x *Watches) Words(what Starts, may func(w *Word) (alone, phrase bool)) {
	*x = append(*x, watch{what: what, may: may})
}

func (x *watch) of(w *Word) (alone, phrase bool) {
	if x.may != nil {
		return x.may(w)
	}
	return w.Classes.Meets(x.in), w.Begins.Meets(x.in)
}

// Of is what a word may begin, alone and with its phrases.
func (x Watches) Of(w *Word) (alone, all Starts) {
	alone, all = ^StartsPhrase, ^StartsPhrase
	for i := range x {
		own, phrase := x[i].of(w)
		if !own {
			alone &^= x[i].what
			if !phrase {
				all &^= x[i].what
			}
		}
	}
	if w.Feats&Cue == 0 {
		alone &^= StartsClaim
		if !w.CueBegin {
			all &^= StartsClaim
		}
	}
	var own Starts
	if w.Names != NoName {
		own |= StartsPlace
	}
	if w.Feats&Guess != 0 { // it may be part of a name
		own |= StartsActor
	}
	if w.Feats&Future != 0 { // what will be done may be a threat or a promise
		own |= StartsStance
	}
	if len(w.Phrases) > 0 {
		all |= StartsPhrase
	}
	return alone | own, all | own
}
