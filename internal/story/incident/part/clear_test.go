package part_test

import (
	"fmt"
	"testing"

	"riwaya"
	"riwaya/internal/story/incident/part"
)

// TestClear has numbers as "article by op value": which of them are left.
func TestClear(t *testing.T) {
	for _, c := range []struct {
		name  string
		given []riwaya.IncidentNumber
		want  string
	}{
		{"two attacks in one report", []riwaya.IncidentNumber{n("a", "", "exact", 38), n("a", "", "exact", 22)}, ""},
		{"one of them known from another", []riwaya.IncidentNumber{n("a", "", "exact", 38), n("a", "", "exact", 22), n("b", "", "exact", 22)}, "a22 b22 22-22"},
		{"both of them", []riwaya.IncidentNumber{n("a", "", "exact", 38), n("a", "", "exact", 22), n("b", "", "exact", 22), n("c", "", "exact", 38)}, "b22 c38 22-38"},
		{"two tellers disagree", []riwaya.IncidentNumber{n("a", "ministry", "exact", 27), n("a", "witness", "exact", 20)}, "a27 a20 20-27"},
		{"two tellers count two things", []riwaya.IncidentNumber{n("a", "ministry", "exact", 9), n("a", "observers", "exact", 4)}, ""},
		{"of which one is known", []riwaya.IncidentNumber{n("a", "ministry", "at_least", 120), n("a", "police", "at_least", 20), n("b", "", "exact", 20)}, "a20 b20 20-20"},
		{"a toll that grew", []riwaya.IncidentNumber{n("a", "a deputy", "more_than", 10), n("a", "witness", "more_than", 27)}, "a10 a27 10-27"},
		{"a number in round words", []riwaya.IncidentNumber{n("a", "", "more_than", 100), n("a", "", "exact", 104), n("a", "", "about", 100)}, "a100 a104 a100 100-104"},
		{"an earlier attack", []riwaya.IncidentNumber{n("a", "", "at_least", 12), n("a", "", "more_than", 100)}, ""},
		{"tens, and then how many", []riwaya.IncidentNumber{n("a", "", "vague", 10), n("a", "", "exact", 32)}, "a10 a32 32-32"},
	} {
		got := ""
		kept, left := part.Clear([]riwaya.IncidentFigure{{Predicate: "killed", Group: "people", Numbers: c.given, Lowest: c.given[0], Highest: c.given[0]}}, nil)
		shown := len(left)
		for _, f := range kept {
			shown += len(f.Numbers)
		}
		if shown != len(c.given) {
			t.Errorf("%s: %d of %d numbers are shown or left out", c.name, shown, len(c.given))
		}
		for _, f := range kept {
			for _, x := range f.Numbers {
				got += fmt.Sprintf("%s%g ", x.Article, x.Value)
			}
			part.Ends(&f)
			got += fmt.Sprintf("%g-%g", f.Lowest.Value, f.Highest.Value)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func n(article, by, op string, value float64) riwaya.IncidentNumber {
	return riwaya.IncidentNumber{Article: article, Figure: fmt.Sprintf("f-%s-%g-%s", article, value, op), By: by, Op: op, Value: value}
}
