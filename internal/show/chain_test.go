package show_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/show"
)

// chains are two reports with one origin behind an agency, and a third with a witness.
func chains() show.Chains {
	id := func(s string) *string { return &s }
	report := func(a string) riwaya.Node { return riwaya.Node{Kind: riwaya.NodeReport, Name: a, Article: &a} }
	dpa := riwaya.Node{Kind: riwaya.NodeOutlet, Name: "German Press Agency (dpa)", Actor: id("dpa")}
	ministry := riwaya.Node{Kind: riwaya.NodeSource, Name: "وزارة الصحة"}
	witness := riwaya.Node{Kind: riwaya.NodeSource, Name: "أبو يامن", Private: true}
	end := riwaya.Origin{Key: "government:وزاره صحه", Kind: riwaya.OriginInstitution, Name: "وزارة الصحة", Known: true, Medium: id("بيان صحفي")}
	hop := func(relation string, from, to riwaya.Node, hidden bool) riwaya.ChainHop {
		return riwaya.ChainHop{Relation: relation, From: from, To: to, Uncredited: hidden}
	}
	return show.Chains{
		Chains: []riwaya.Chain{
			{Article: "art-1", End: end, Hops: []riwaya.ChainHop{hop("publishes", dpa, report("art-1"), false), hop("copies", report("art-1"), dpa, true), hop("attributes", dpa, ministry, false)}},
			{Article: "art-2", End: end, Hops: []riwaya.ChainHop{hop("credits", report("art-2"), dpa, false), hop("attributes", dpa, ministry, false)}},
			{Article: "art-3", End: riwaya.Origin{Kind: riwaya.OriginUnnamed, Name: "أبو يامن", Source: "witness", Private: true, Known: true},
				Hops: []riwaya.ChainHop{hop("attributes", report("art-3"), witness, false)}},
			{Article: "art-4", End: riwaya.Origin{Key: "report:art-4", Kind: riwaya.OriginOutlet}},
		},
		Origins: &riwaya.Origins{AtLeast: 2, AtMost: 3, Scope: riwaya.Scope{Words: "among 4 reports of 4 outlets in this ledger, 3 March 2020; cited but not in it: German Press Agency (dpa)"},
			Merges: []riwaya.Merge{{Surely: true, Reason: "the same name: وزارة الصحة"}}},
		Changes: []riwaya.Change{{Kind: "number", Reason: "the number 12 became 21", FromText: "12 شخصا", ToText: "21 شخصا", From: riwaya.Evidence{Article: "art-2"}, To: riwaya.Evidence{Article: "art-1"}}},
		Say:     func(key string, args ...string) string { return strings.Join(append([]string{key}, args...), " ") },
		Report:  func(a string) string { return "outlet of " + a },
		Shown:   func(_, words string) string { return words },
	}
}

func TestChains(t *testing.T) {
	var out strings.Builder
	if err := show.WriteChains(&out, chains(), show.Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	const fsi, pdi = "\u2068", "\u2069"
	want := fsi + "وزارة الصحة · بيان صحفي" + pdi + ` · tree.origin
└─ German Press Agency (dpa) (tree.attributes)
   ├─ outlet of art-1 (tree.uncredited)
   └─ outlet of art-2 (tree.credits)
[witness] · tree.origin
└─ outlet of art-3 (tree.attributes)
outlet of art-4 · tree.last-hop

tree.origins 2 3, among 4 reports of 4 outlets in this ledger, 3 March 2020;
cited but not in it: German Press Agency (dpa)
`
	got := out.String()
	if !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if strings.Count(got, fsi) != strings.Count(got, pdi) || strings.Contains(got, "يامن") {
		t.Error(got)
	}
	for line := range strings.Lines(got) {
		if utf8.RuneCountInString(line) > 84 { // with two isolates
			t.Errorf("%q", line)
		}
	}
}
