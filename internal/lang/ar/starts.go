package ar

import "riwaya/internal/lang"

// watch says which words may begin something.
type watch struct {
	what lang.Starts
	in   lang.Set
}

// Watch says that only words of those classes, or that begin a phrase of them, may begin
// what a finder looks for. What is not watched every word may begin. It must be called
// before anything is read.
func (l *Language) Watch(what lang.Starts, in lang.Set) {
	l.watched = append(l.watched, watch{what, in})
}

// starts is what a word may begin, alone and with its phrases.
func (l *Language) starts(w *lang.Word) (alone, all lang.Starts) {
	alone, all = ^lang.StartsPhrase, ^lang.StartsPhrase
	for _, x := range l.watched {
		if !w.Classes.Meets(x.in) {
			alone &^= x.what
			if !w.Begins.Meets(x.in) {
				all &^= x.what
			}
		}
	}
	if w.Feats&lang.Cue == 0 {
		alone &^= lang.StartsClaim
		if !w.CueBegin {
			all &^= lang.StartsClaim
		}
	}
	var own lang.Starts
	if w.Names != lang.NoName {
		own |= lang.StartsPlace
	}
	if w.Feats&lang.Guess != 0 { // it may be part of a name
		own |= lang.StartsActor
	}
	if w.Feats&lang.Future != 0 { // what will be done may be a threat or a promise
		own |= lang.StartsStance
	}
	if len(w.Phrases) > 0 {
		all |= lang.StartsPhrase
	}
	return alone | own, all | own
}
