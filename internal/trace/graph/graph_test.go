package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/trace/graph"
)

func ptr(s string) *string { return &s }

// trace is a chain over two reports to a witness whose name must not be written.
func trace() graph.Trace {
	one, two := riwaya.Node{Kind: riwaya.NodeReport, Name: "nahr", Article: ptr("art-1")}, riwaya.Node{Kind: riwaya.NodeReport, Name: `ja"bal\`, Article: ptr("art-2")}
	witness := riwaya.Node{Kind: riwaya.NodeSource, Name: "يامن", Private: true}
	at := []riwaya.Evidence{{Article: "art-1", Spans: riwaya.Spans{{Start: 2, End: 5}}}, {Article: "art-9", Spans: riwaya.Spans{{Start: 2, End: 5}}}}
	return graph.Trace{
		Statement: &riwaya.Statement{Source: riwaya.Source{Text: "يامن", NameAr: ptr("يامن"), Kind: "witness", Private: true}, Variants: []riwaya.Variant{{Text: "قال يامن", Claims: []riwaya.ClaimRef{{Article: "art-1", Claim: "c-1"}}}}},
		Chains: []riwaya.Chain{{Article: "art-1", Hops: []riwaya.ChainHop{{Relation: "copies", From: one, To: two, Uncredited: true, Evidence: at}, {Relation: "attributes", From: two, To: witness}},
			End: riwaya.Origin{Kind: riwaya.OriginSpeaker, Name: "يامن", Private: true, Known: true, Source: "witness"}}},
		Origins: riwaya.Origins{AtLeast: 1, AtMost: 1, List: []riwaya.Origin{{Name: "يامن", Private: true}}},
		Changes: []riwaya.Change{{Kind: "number", From: at[0], To: at[1], FromText: "يامن", Reason: "يامن"}},
	}
}

func TestJSON(t *testing.T) {
	var out strings.Builder
	err := graph.JSON(&out, trace(), graph.Articles{
		Text:  func(a string) (string, bool) { return "نص كامل", a == "art-1" },
		Shown: func(_, words string) string { return strings.ReplaceAll(words, "يامن", "[witness]") },
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "يامن") || strings.Contains(out.String(), "null,\"also\"") {
		t.Error(out.String())
	}
	var got struct {
		Chains []struct {
			Hops []struct {
				Evidence []struct {
					Article string
					Spans   [][2]int
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	e := got.Chains[0].Hops[0].Evidence
	if e[0].Spans[0] != [2]int{1, 3} || len(e[1].Spans) != 0 {
		t.Errorf("%+v", e)
	}
}

func TestDot(t *testing.T) {
	var out strings.Builder
	if err := graph.Dot(&out, trace().Chains); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"art-2" -> "art-1" [label="copies, uncredited", style=dashed];`, `label="ja\"bal\nart-2"`, `label="[person]"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "يامن") {
		t.Error(out.String())
	}
}
