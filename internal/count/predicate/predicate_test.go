package predicate_test

import (
	"testing"

	"riwaya/internal/count/predicate"
	"riwaya/internal/quantity"
)

func TestFrameOf(t *testing.T) {
	got, err := predicate.FrameOf("killed:o")
	if want := (predicate.Frame{Predicate: "killed", Role: predicate.Object}); err != nil || got != want {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
	for _, key := range []string{"", "killed", "killed:", "killed:x", "eaten:o", ":o"} {
		if f, err := predicate.FrameOf(key); err == nil {
			t.Errorf("%q is read as %v", key, f)
		}
	}
}

func TestAllIsACopy(t *testing.T) {
	predicate.All()[0] = "eaten"
	if predicate.Known("eaten") || !predicate.Known(predicate.All()[0]) {
		t.Error("the list can be written to")
	}
}

// TestSuits: what is counted decides whether it can have a predicate.
func TestSuits(t *testing.T) {
	noun := func(w quantity.Noun) quantity.Quantity {
		return quantity.Quantity{Kind: quantity.KindNoun, Word: w}
	}
	for _, c := range []struct {
		name, p string
		q       quantity.Quantity
		word    bool
		want    string
	}{
		{"people are killed", "killed", noun(quantity.Noun{Group: "civilians"}), true, "killed"},
		{"houses are not", "killed", noun(quantity.Noun{Group: "other"}), true, "other"},
		{"houses are destroyed", "destroyed", noun(quantity.Noun{Group: "other"}), true, "destroyed"},
		{"people are not", "destroyed", noun(quantity.Noun{Group: "people"}), true, "other"},
		{"beasts are killed too", "killed", noun(quantity.Noun{Unlisted: true}), true, "other"},
		{"dead of the disease", "infected", noun(quantity.Noun{Group: "people", Fixed: true, Predicate: "killed"}), true, "killed"},
		{"what they are says more than where", "present", noun(quantity.Noun{Group: "people", Predicate: "displaced"}), false, "displaced"},
		{"one of them is dead", "killed", quantity.Quantity{Kind: quantity.KindOne}, true, "killed"},
		{"one of them left", "left", quantity.Quantity{Kind: quantity.KindOne}, true, ""},
		{"a number alone is destroyed", "destroyed", quantity.Quantity{Kind: quantity.KindBare}, true, ""},
		{"tonnes are sent", "sent", quantity.Quantity{Kind: quantity.KindMeasure}, true, "sent"},
		{"tonnes are no dead", "killed", quantity.Quantity{Kind: quantity.KindMeasure}, true, "other"},
	} {
		if got := predicate.Suits(c.p, &c.q, c.word); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
