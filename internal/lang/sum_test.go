package lang

import "testing"

func TestSum(t *testing.T) {
	known := Set{}.With(70)
	w := Word{Readings: []Reading{
		{Feat: Verb | Past | Masculine},
		{Feat: Noun | Conjunction | Listed, Classes: known, Prefix: 1},
		{Feat: Noun | Listed},
	}, Phrases: []Phrase{{Mark: 4, Classes: known}, {Mark: 8}}}
	w.Sum()
	if w.Noun() != &w.Readings[2] {
		t.Errorf("the likeliest noun is %v, want the one without clitics", w.Noun())
	}
	if w.Nominal() != &w.Readings[1] {
		t.Errorf("what stands for a noun is %v, want the one of a known class", w.Nominal())
	}
	if w.Seconds != 12 || !w.Begins.Meets(known) || !w.Classes.Meets(known) || !w.Has(Verb|Past) || w.Has(Verb|Noun) || w.Traits&Nounish == 0 {
		t.Errorf("%+v", w)
	}
	verb := Word{Readings: []Reading{{Feat: Verb | Past}, {Feat: Noun | Masdar | Pronoun}}}
	if verb.Sum(); verb.Traits&Nounish != 0 {
		t.Error("a verb with a pronoun is likelier than a noun of a rare shape")
	}
	none := Word{}
	if none.Sum(); none.Noun() != nil || none.Nominal() != nil || none.Traits != 0 {
		t.Errorf("%+v", none)
	}
}
