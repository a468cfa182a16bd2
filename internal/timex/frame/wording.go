package frame

import (
	"fmt"
	"strconv"
)

// Of is what words of a kind say, by the kind's name in the lexicon and the value behind it;
// words of other kinds say nothing. The error is that the value is none of the kind's.
func Of(kind, value string) (f Frame, err error) {
	w, ok := wordings[kind]
	switch {
	case !ok || w.field == Fields:
	case w.names != nil:
		if err := f.name(w.field, w.names, value); err != nil {
			return f, err
		}
	default:
		n, err := strconv.Atoi(value)
		if err != nil || n < -60 || n > 2100 {
			return f, fmt.Errorf("%q wants a number", kind)
		}
		f[w.field] = int16(n) + w.shift
	}
	for _, x := range w.always {
		f[x.field] = x.value
	}
	return f, nil
}

// wording is what words of a kind say: the value behind their key, a name or a number, and
// what they all say.
type wording struct {
	field  Field // Fields where the key has no value
	names  []string
	shift  int16
	always []fixed
}

type fixed struct {
	field Field
	value int16
}

func always(all ...fixed) wording { return wording{field: Fields, always: all} }

var wordings = map[string]wording{
	"month": {field: Month}, "loose-month": {field: Month}, "weekday": {field: Weekday}, "some-weekday": {field: Weekday},
	"hijri": {field: Month, always: []fixed{{Hijri, 1}}}, "loose-hijri": {field: Month, always: []fixed{{Hijri, 1}}},
	"decade": {field: Decade}, "fraction": {field: Minute, shift: 1}, "more": {field: Minute, shift: 1, always: []fixed{{Plus, 1}}},
	"day": {field: Offset, shift: Shift}, "part": {field: Part, names: Parts}, "unit": {field: Unit, names: Units},
	"units": {field: Unit, names: Units, always: []fixed{{Plural, 1}}}, "two": {field: Unit, names: Units, always: []fixed{{N, 2}}},
	"every": {field: Unit, names: Units, always: []fixed{{Every, 1}}}, "near": {field: Near, names: Nears},
	"ref": {field: Ref, names: Refs}, "lately": {field: Ref, names: Refs}, "soon": {field: Ref, names: Refs},
	"season": {field: Season, names: Seasons}, "edge": {field: Edge, names: Edges}, "am-pm": {field: HalfDay, names: Halves}, "zone": {field: Zone, names: Zones},
	"next-day": always(fixed{Unit, Days}, fixed{Near, Next}), "tonight": always(fixed{Offset, Shift}, fixed{Part, Night}),
	"last-night": always(fixed{Offset, Shift - 1}, fixed{Part, Night}), "some-night": always(fixed{Part, Night}),
	"night-of": always(fixed{Part, Night}), "nights-of": always(fixed{Part, Night}), "early": always(fixed{Soft, Morning}),
	"late": always(fixed{Soft, Night}), "first": always(fixed{Day, 1}), "hijri-era": always(fixed{Hijri, 1}), "one": always(fixed{N, 1}),
	"vague": always(fixed{N, Several}), "quarter": always(fixed{Period, Quarter}), "half": always(fixed{Period, Half}),
	"each": always(fixed{Every, 1}), "this": always(fixed{Near, This}),
}
