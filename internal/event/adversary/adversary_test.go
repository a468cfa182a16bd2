package adversary_test

import (
	"slices"
	"testing"

	"riwaya"
	"riwaya/internal/event/adversary"
)

// record has two armies, two armed groups, a state and people.
func record() *riwaya.Record {
	name, land := "known", "XA"
	at := []riwaya.Span{{Start: 0, End: 1}, {Start: 5, End: 6}}
	rec := &riwaya.Record{Places: []riwaya.Place{{ID: "hill", Text: "hill", Precision: "near"}, {ID: "abroad", Text: "abroad", Country: &name}, {ID: "town", Text: "town", Country: &land}}}
	for id, kind := range map[string]string{"army": "military", "guard": "military", "rebels": "armed_group", "band": "armed_group", "state": "government", "people": "civilians", "police": "police"} {
		a := riwaya.Actor{ID: id, Kind: kind, Name: &name, Mentions: at}
		if kind == "military" {
			a.Country = &land
		}
		rec.Actors = append(rec.Actors, a)
	}
	rec.Actors = append(rec.Actors, riwaya.Actor{ID: "soldiers", Kind: "military", Mentions: at[:1]})
	return rec
}

// fight is a deed that is told; take one whose target is asked for.
func fight(sentence int, agents, targets string) adversary.Deed {
	return adversary.Deed{Sentence: sentence, Event: &riwaya.Event{Type: "ASSAULT", Status: "happened", Actors: ids(agents), Targets: ids(targets)}}
}

func take(sentence int, agents string) adversary.Deed {
	d := fight(sentence, agents, "")
	d.Opposed, d.Open = true, true
	return d
}

func ids(one string) []string {
	if one == "" {
		return nil
	}
	return []string{one}
}

func TestAdversary(t *testing.T) {
	with := func(d adversary.Deed, change func(*adversary.Deed)) adversary.Deed { change(&d); return d }
	mutual := func(d *adversary.Deed) { d.Mutual = true }
	in := func(place string) func(*adversary.Deed) { return func(d *adversary.Deed) { d.Place = &place } }
	aerial, planned := "aerial", "planned"
	for _, x := range []struct {
		name  string
		deeds []adversary.Deed
		want  []string // of the first that is asked for
	}{
		{"whom it attacks", []adversary.Deed{fight(1, "army", "rebels"), take(2, "army")}, []string{"rebels"}},
		{"whom it fights, whoever is named first", []adversary.Deed{take(1, "army"), with(fight(2, "rebels", "army"), mutual)}, []string{"rebels"}},
		{"nobody else fights", []adversary.Deed{take(1, "army"), fight(2, "guard", "rebels")}, []string{"rebels"}},
		{"nobody else fights, and they are of one state", []adversary.Deed{take(1, "army"), fight(2, "army", ""), fight(3, "band", "guard"), with(fight(4, "band", ""), func(d *adversary.Deed) { d.Actors = []string{"army", "band"} })}, nil},
		{"two may be meant", []adversary.Deed{fight(1, "army", "rebels"), fight(2, "army", "band"), take(3, "army")}, nil},
		{"of two, who is named in its sentence", []adversary.Deed{fight(1, "guard", "rebels"), fight(2, "guard", "band"), take(3, "army"), with(fight(3, "", "band"), mutual)}, []string{"band"}},
		{"who holds the ground", []adversary.Deed{with(take(1, "army"), func(d *adversary.Deed) { d.Held = []string{"band"} })}, []string{"band"}},
		{"who holds it is its ally", []adversary.Deed{with(fight(1, "army", "rebels"), func(d *adversary.Deed) { d.Actors = []string{"army", "band"} }), with(take(2, "army"), func(d *adversary.Deed) { d.Held = []string{"band"} })}, nil},
		{"who holds it is not whom it fights", []adversary.Deed{fight(1, "army", "rebels"), with(take(2, "army"), func(d *adversary.Deed) { d.Held = []string{"band"} })}, nil},
		{"who left", []adversary.Deed{take(1, "army"), with(fight(1, "band", ""), func(d *adversary.Deed) { d.Type, d.Cedes = "RETREAT", true })}, []string{"band"}},
		{"who lost the same place", []adversary.Deed{with(take(1, "army"), in("hill")), with(fight(2, "", "band"), func(d *adversary.Deed) { d.Opposed = true; in("hill")(d) })}, []string{"band"}},
		{"who lost the same place, of two wars", []adversary.Deed{with(take(1, "army"), in("hill")), fight(1, "guard", "rebels"), with(fight(2, "", "band"), func(d *adversary.Deed) { d.Opposed = true; in("hill")(d) })}, nil},
		{"a war elsewhere", []adversary.Deed{with(fight(1, "army", "rebels"), in("abroad")), with(take(2, "army"), in("town"))}, nil},
		{"only planned", []adversary.Deed{with(fight(1, "army", "rebels"), func(d *adversary.Deed) { d.Status = planned }), take(2, "army")}, nil},
		{"people bear no arms", []adversary.Deed{fight(1, "army", "people"), take(2, "army")}, nil},
		{"a casualty is no party", []adversary.Deed{fight(1, "rebels", "soldiers"), fight(2, "rebels", "soldiers"), take(3, "rebels")}, nil},
		{"whoever only bombs holds no ground", []adversary.Deed{with(fight(1, "army", "rebels"), func(d *adversary.Deed) { d.Mode = &aerial }), take(2, "rebels")}, nil},
		{"who held the ground before", []adversary.Deed{with(fight(1, "rebels", "army"), mutual), with(fight(2, "guard", "rebels"), func(d *adversary.Deed) { d.Opposed = true }), take(3, "rebels")}, nil},
		{"a state has wars in several lands", []adversary.Deed{fight(1, "state", "rebels"), with(take(2, "state"), func(d *adversary.Deed) { d.Mode = &aerial })}, nil},
		{"whom its aircraft strike there", []adversary.Deed{fight(1, "", "rebels"), with(take(1, "state"), func(d *adversary.Deed) { d.Mode = &aerial })}, []string{"rebels"}},
		{"bombs that killed others", []adversary.Deed{fight(1, "army", "rebels"), fight(2, "", "people"), with(take(2, "army"), func(d *adversary.Deed) { d.Mode = &aerial })}, nil},
		{"whom the police arrest", []adversary.Deed{fight(1, "police", "band"), take(2, "police")}, nil},
		{"not asked", []adversary.Deed{fight(1, "army", "rebels"), fight(2, "army", "")}, nil},
	} {
		var f adversary.Finder
		for range 2 { // it forgets the text before
			var got []string
			if found := f.Find(record(), x.deeds); len(found) > 0 {
				got = found[0].Whom
			}
			if !slices.Equal(got, x.want) {
				t.Errorf("%s: %v, want %v", x.name, got, x.want)
			}
		}
	}
}
