package story

import (
	"strings"
	"testing"

	"riwaya"
)

// made makes stories from "a1 a2|b1".
func made(s string) (out []riwaya.Story) {
	for part := range strings.SplitSeq(s, "|") {
		var all []riwaya.StoryReport
		for _, id := range strings.Fields(part) {
			all = append(all, riwaya.StoryReport{Article: id, Day: "2019-03-01", Outlet: id[:1]})
		}
		out = append(out, Assemble(ID(all[0].Article), nil, all))
	}
	return out
}

func written(all []riwaya.Story) string {
	var parts []string
	for _, s := range all {
		var ids []string
		for _, r := range s.Reports {
			ids = append(ids, r.Article)
		}
		parts = append(parts, strings.Join(ids, " "))
	}
	return strings.Join(parts, "|")
}

func TestApply(t *testing.T) {
	split := func(id string, reports ...string) riwaya.Ruling {
		return riwaya.Ruling{ID: id, Kind: riwaya.RulingSplit, Reports: reports}
	}
	merge := func(id string, reports ...string) riwaya.Ruling {
		return riwaya.Ruling{ID: id, Kind: riwaya.RulingMerge, Reports: reports}
	}
	undo := func(id, what string) riwaya.Ruling {
		return riwaya.Ruling{ID: id, Kind: riwaya.RulingUndo, Undoes: what}
	}
	for _, test := range []struct {
		name, from, want string
		rulings          []riwaya.Ruling
	}{
		{"none", "a1 a2|b1", "a1 a2|b1", nil},
		{"split", "a1 a2 a3|b1", "a1 a3|b1|a2", []riwaya.Ruling{split("1", "a2")}},
		{"split of two", "a1 a2 a3|b1", "a1|b1|a2 a3", []riwaya.Ruling{split("1", "a2", "a3")}},
		{"merge", "a1 a2|b1|c1", "a1 a2 b1|c1", []riwaya.Ruling{merge("1", "b1", "a2")}},
		{"split, then merged elsewhere", "a1 a2|b1", "a1|b1 a2", []riwaya.Ruling{split("1", "a2"), merge("2", "a2", "b1")}},
		{"undone", "a1 a2|b1", "a1 a2|b1", []riwaya.Ruling{split("1", "a2"), undo("2", "1")}},
		{"undoing undone", "a1 a2|b1", "a1|b1|a2", []riwaya.Ruling{split("1", "a2"), undo("2", "1"), undo("3", "2")}},
		{"unknown report", "a1 a2|b1", "a1 a2|b1", []riwaya.Ruling{split("1", "z9"), merge("2", "z9", "a1")}},
		{"made anew, the ruling holds", "a1|a2 b1", "a1|b1|a2", []riwaya.Ruling{split("1", "a2")}},
	} {
		if got := written(Apply(made(test.from), test.rulings)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestApplyKeepsIDs(t *testing.T) {
	got := Apply(made("a1 a2|b1"), []riwaya.Ruling{{ID: "1", Kind: riwaya.RulingMerge, Reports: []string{"b1", "a1"}}})
	if len(got) != 1 || got[0].ID != ID("a1") || len(got[0].Aliases) != 1 || got[0].Aliases[0] != ID("b1") {
		t.Errorf("merged: %+v", got)
	}
	got = Apply(made("a1 a2"), []riwaya.Ruling{{ID: "1", Kind: riwaya.RulingSplit, Reports: []string{"a1"}}})
	if len(got) != 2 || got[0].ID != ID("a1") || got[1].ID == ID("a1") || got[1].Reports[0].Why != riwaya.StoryRuled {
		t.Errorf("its founder split off: %+v", got)
	}
}
