package eval

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riwaya/eval/annotated"
	"riwaya/eval/report"
)

const story = `{"claims": [{"cue": {"spans": [[7, 11]]}, "source": {"spans": [[0, 6]]}, "content": {"spans": [[17, 36]]}, "mode": "indirect", "class": "assert"}],
 "figures": [{"span": {"spans": [[17, 25]]}, "op": "exact", "low": 12, "high": 12, "predicate": "killed", "group": "people", "claim": 0}]}`

// storyText has twelve in digits; the claim's content is "12 people were hurt".
const storyText = "Police said that 12 people were hurt."

func storyDoc(t *testing.T, half string) annotated.Doc {
	t.Helper()
	d := annotatedDoc(t, story)
	d.Half = half
	return d
}

// annotatedDoc is storyText with an annotation.
func annotatedDoc(t testing.TB, gold string) annotated.Doc {
	t.Helper()
	dir := t.TempDir()
	for name, body := range map[string]string{"story.txt": storyText, "story.gold.json": gold} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := annotated.Load(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	return set.Docs[0]
}

const storyPrediction = `{"claims": [
  {"id": "c1", "cue": {"spans": [[7, 11]], "text": "said", "class": "cite"}, "source": {"spans": [[0, 6]], "text": "Police"},
   "content": {"spans": [[17, 36]], "mode": "indirect"}, "confidence": 0.95, "rule": "en/attribution:said@1"},
  {"id": "c2", "cue": {"spans": [[12, 16]], "text": "that"}, "confidence": 0.3, "rule": "en/attribution:that@1"}],
 "figures": [{"span": [[17, 26]], "text": "12 people", "op": "exact", "low": 12.0, "high": 12, "predicate": "killed", "claim": "c1", "confidence": 2}]}`

func TestScoreByHand(t *testing.T) {
	r, err := Score([]annotated.Doc{storyDoc(t, "")}, func(annotated.Doc) ([]byte, error) { return []byte(storyPrediction), nil })
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][3]float64{
		"claim.full": {1, 2, 1}, "claim.class": {0, 2, 1}, "claim.source": {1, 1, 1},
		"figure.found": {1, 1, 1}, "figure.whole": {1, 1, 1}, "figure.group": {0, 1, 1},
	} {
		if m, ok := r.Measure(name); !ok || [3]float64{m.Right, m.Predicted, m.Gold} != want {
			t.Errorf("%s: %+v, want %v", name, m, want)
		}
	}
	if _, ok := r.Measure("time.found"); ok {
		t.Error("a layer that is not annotated was scored")
	}
	claims, figures := r.Reliability[0], r.Reliability[1]
	if b := claims.Bins[5]; b.Predicted != 1 || b.Right != 1 || b.Confidence != 0.95 {
		t.Errorf("last bin %+v", b)
	}
	if b := claims.Bins[0]; b.Predicted != 1 || b.Right != 0 {
		t.Errorf("first bin %+v", b)
	}
	if figures.Unstated != 1 {
		t.Errorf("a confidence of 2 was binned: %+v", figures)
	}
	want := []report.RuleRow{
		{Layer: "claims", Rule: "en/attribution:said", Predicted: 1, Matched: 1, Full: 1},
		{Layer: "claims", Rule: "en/attribution:that", Predicted: 1},
		{Layer: "figures", Predicted: 1, Matched: 1, Full: 1},
	}
	for i := range want {
		if len(r.Rules) != len(want) || r.Rules[i] != want[i] {
			t.Fatalf("rules %+v", r.Rules)
		}
	}
	if out := r.Outcomes("figure.whole"); !out["story"] {
		t.Errorf("outcomes %v", out)
	}
	if out := r.Outcomes("claim.full"); out["story"] {
		t.Errorf("outcomes %v", out)
	}
}

func TestBinEdges(t *testing.T) {
	var judged []judgement
	for _, c := range []float64{0, 0.49, 0.5, 0.6, 0.7, 0.8, 0.9, 1, -0.1} {
		judged = append(judged, judgement{layer: "claims", confidence: annotated.Scalar{Kind: annotated.NumberKind, Num: c}})
	}
	r := reliability("claims", judged)
	for i, want := range []int{2, 1, 1, 1, 1, 2} {
		if r.Bins[i].Predicted != want {
			t.Errorf("bin %d has %d, want %d", i, r.Bins[i].Predicted, want)
		}
	}
	if r.Unstated != 1 {
		t.Errorf("unstated %d", r.Unstated)
	}
}

func TestLockedDocumentsLeaveNoWords(t *testing.T) {
	docs := []annotated.Doc{storyDoc(t, annotated.Locked)}
	r, err := Score(docs, func(annotated.Doc) ([]byte, error) { return nil, nil })
	if err != nil || len(r.Docs) != 0 || r.Locked != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	var b bytes.Buffer
	if err := r.WriteText(&b, report.Show{Detail: true, Intervals: true}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "said") || !strings.HasPrefix(b.String(), "1 documents\nclaim.class        P   -    R 0.000  F 0.000  [0.000 0.000]   gold 1\n") {
		t.Errorf("printed\n%s", b.String())
	}
}

func TestAFailureIsNamedAndScored(t *testing.T) {
	for _, c := range []struct {
		pred string
		err  error
	}{{"", errors.New("reader fell over")}, {"[]", nil}, {"{", nil}, {`"x"`, nil}} {
		r, err := Score([]annotated.Doc{storyDoc(t, "")}, func(annotated.Doc) ([]byte, error) { return []byte(c.pred), c.err })
		if err == nil || !strings.Contains(err.Error(), "story") {
			t.Errorf("%q: %v", c.pred, err)
		}
		if m, _ := r.Measure("claim.full"); m.Gold != 1 || m.Predicted != 0 {
			t.Errorf("%q: %+v", c.pred, m)
		}
	}
}

func TestReportsAreTheSameEachTime(t *testing.T) {
	docs := []annotated.Doc{storyDoc(t, ""), storyDoc(t, "")}
	docs[1].Name = "other"
	print := func() string {
		r, err := Score(docs, func(d annotated.Doc) ([]byte, error) {
			if d.Name == "other" {
				return nil, nil
			}
			return []byte(storyPrediction), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := errors.Join(r.WriteText(&b, report.Show{Intervals: true, Detail: true}), r.WriteJSON(&b, report.Show{Intervals: true}), r.WriteMarkdown(&b)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := print()
	if second := print(); first != second {
		t.Errorf("first\n%s\nsecond\n%s", first, second)
	}
	for _, want := range []string{
		"## other\n   claim missed: 'said' source='Police'\n",
		"claim.full         P 0.500  R 0.500  F 0.500  [0.000 0.667]   gold 2\n",
		`"claim.full": {"p": 0.5, "r": 0.5, "f": 0.5, "n": 2.0, "ci": [0.0, 0.6666666666666666]}`,
		"| claim.full | 0.500 | 0.500 | 0.500 | 0.000–0.667 | 1 | 2 | 2 |\n",
		"| 0.9–1.0 | 1 | 1 | 1.000 | 0.950 |\n",
		"| figures | (none named) | 1 | 1 | 1 | 1.000 | 1.000 |\n",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("no %q in\n%s", want, first)
		}
	}
}

func FuzzAnyPrediction(f *testing.F) {
	f.Add([]byte(storyPrediction))
	f.Add([]byte(`{"claims": [null, 3, {"id": [], "cue": "x", "source": {"spans": {}}, "content": {"spans": [5, 9]}}], "figures": "none"}`))
	f.Add([]byte(`{"claims": [{"cue": {"spans": [[-9e99, 1e400], [3], "x", [99999999999999999999, 1], [2, -99999999999999999999]]}, "parent": {}}]}`))
	f.Add([]byte(`{"actors": [{"mentions": [[], {}, [[1]], 4], "name": 3}], "events": [{"mentions": [7, null], "actors": "x"}], "article": []}`))
	d := annotatedDoc(f, `{"claims": [{"cue": {"spans": [[7, 11]]}, "content": {"spans": [[17, 36]]}, "resolved": "the police", "parent": 0}],
		"figures": [{"span": [[17, 26]]}], "times": [{"span": [17, 19]}], "places": [{"span": [[0, 6]], "lat": 1, "lon": 2}],
		"actors": [{"span": [[0, 6]], "name": "x", "private": true}], "events": [{"span": [[32, 36]], "actors": ["x"], "also": [[0, 3]]}],
		"positions": [{"span": [[0, 6]], "actor": "x"}], "credits": [{"span": [[0, 6]]}]}`)
	f.Fuzz(func(t *testing.T, pred []byte) {
		r, _ := Score([]annotated.Doc{d}, func(annotated.Doc) ([]byte, error) { return pred, nil })
		for _, m := range r.Measures {
			if p, _ := m.P(); !(p >= 0 && p <= 1) {
				t.Errorf("%s: precision %v", m.Name, p)
			}
			if v, _ := m.R(); !(v >= 0 && v <= 1) {
				t.Errorf("%s: recall %v", m.Name, v)
			}
		}
	})
}
