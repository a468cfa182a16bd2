package finding

import (
	"slices"

	"riwaya"
)

// Field is something that a finding says and that a reviewer can correct.
type Field struct {
	Name  string
	Kind  Kind
	Words []string // the values that it can have; nil: any
	Empty bool     // it may be empty
	Link  string   // the layer whose findings it names by their IDs; "" of no link
	// Anchor: by this the finding is known. A correction does not move the finding's ID.
	Anchor bool
}

// The names of the layers that are reviewed are those of [riwaya.Layers].
const (
	Claims    = "claims"
	Figures   = "figures"
	Times     = "times"
	Places    = "places"
	Actors    = "actors"
	Events    = "events"
	Positions = "positions"
)

// Letter is by what the IDs of a layer's findings begin: see [riwaya.FindingID].
func Letter(layer string) byte {
	switch layer {
	case Positions:
		return 's' // p is taken
	case "":
		return 0
	}
	return layer[0]
}

func word(name string, words ...string) Field { return Field{Name: name, Kind: Text, Words: words} }
func name(n string) Field                     { return Field{Name: n, Kind: Text, Empty: true} }
func number(n string) Field                   { return Field{Name: n, Kind: Number, Empty: true} }
func truth(n string) Field                    { return Field{Name: n, Kind: Truth} }
func anchor(n string) Field                   { return Field{Name: n, Kind: At, Anchor: true} }
func link(n, layer string) Field {
	return Field{Name: n, Kind: Text, Empty: true, Link: layer}
}

// Fields are what can be corrected in findings of a layer, in the order in which they are shown;
// nil where there is no such layer. The values are those of the record's contract.
func Fields(layer string) []Field {
	switch layer {
	case Claims:
		return []Field{anchor("cue"), word("class", riwaya.Classes...), {Name: "source", Kind: At, Empty: true}, word("source.kind", riwaya.SourceKinds...),
			name("source.name"), truth("source.anonymous"), truth("source.private"), link("source.actor", Actors), {Name: "content", Kind: At},
			word("mode", riwaya.ModeDirect, riwaya.ModeIndirect, riwaya.ModeMixed), truth("negated"), name("medium"), name("addressee"), link("parent", Claims)}
	case Figures:
		return []Field{anchor("span"), name("noun"), word("op", "exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"),
			number("low"), number("high"), name("unit"), number("total"), word("group", groups...), word("predicate", predicates...),
			word("scope", "incident", "cumulative", "stock"), link("of", Actors), link("since", Times), link("part_of", Figures),
			link("place", Places), link("time", Times), link("claim", Claims)}
	case Times:
		return []Field{anchor("span"), {Name: "value", Kind: Text}, word("type", "DATE", "TIME", "DURATION", "SET")}
	case Places:
		return []Field{anchor("span"), name("name"), name("country"), number("lat"), number("lon"), word("relation", "in", "near", "between", "toward"),
			word("precision", "facility", "populated place", "near", "admin2", "admin1", "country", "region")}
	case Actors:
		return []Field{anchor("mentions"), name("name"), name("name_ar"), word("kind", "person", "government", "military", "police", "armed_group",
			"party", "igo", "ngo", "media", "company", "civilians", "other"), name("country"), name("role"), truth("private")}
	case Events:
		return []Field{anchor("span"), word("type", types...), name("mode"), word("status", "happened", "ongoing", "planned", "demanded", "denied", "hypothetical", "threatened"),
			{Name: "actors", Kind: List, Link: Actors}, {Name: "targets", Kind: List, Link: Actors}, link("place", Places), link("time", Times),
			{Name: "figures", Kind: List, Link: Figures}, link("claim", Claims),
			{Name: "mentions", Kind: At, Empty: true}}
	case Positions:
		return []Field{anchor("span"), {Name: "actor", Kind: Text, Link: Actors}, word("stance", "commits", "intends", "permits", "seeks", "conditions", "supports",
			"opposes", "refuses", "regards", "demands"), {Name: "content", Kind: At, Empty: true}, link("claim", Claims)}
	}
	return nil
}

// The values that the annotators' guide gives to these.
var (
	groups = []string{"people", "civilians", "children", "women", "women and children", "fighters", "soldiers", "police", "families", "journalists",
		"medics", "prisoners", "refugees", "protesters", "staff", "other", "things"}
	predicates = []string{"killed", "injured", "missing", "abducted", "detained", "released", "surrendered", "displaced", "left", "evacuated", "arrived",
		"returned", "departed", "trapped", "present", "infected", "recovered", "needed", "destroyed", "sent", "received", "age", "other"}
	types = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
		"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISPLACE", "DISASTER"}
)

// FieldOf is a field of a layer by its name.
func FieldOf(layer, name string) (Field, bool) {
	all := Fields(layer)
	i := slices.IndexFunc(all, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return all[i], true
}

// Anchor is the name of the field that says where findings of a layer stand, "" where there is no
// such layer.
func Anchor(layer string) string {
	for _, f := range Fields(layer) {
		if f.Anchor {
			return f.Name
		}
	}
	return ""
}
