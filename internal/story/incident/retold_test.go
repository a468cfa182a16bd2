package incident_test

import (
	"slices"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/story/incident"
)

// retells gives a report a sentence far down that tells of its event, the word that is its own among the others.
func retells(rec *riwaya.Record, own, line string) *riwaya.Record {
	text := strings.Repeat("of-"+rec.Article.ID+" ", 300) + "\n"
	at := len(text) + strings.Index(line, own)
	rec.Article.Text = text + line + "\n" + strings.Repeat("end-of-"+rec.Article.ID+" ", 20)
	for i := range rec.Events {
		rec.Events[i].Span = riwaya.Spans{{Start: at, End: at + len(own)}}
	}
	return rec
}

func TestSentencesThatWereRewritten(t *testing.T) {
	const line = "two masked riders shot at a guard of the depot while he was closing the northern gate for the night"
	const again = "a guard of the depot was hit when riders with masks shot at him while closing the northern gate"
	for _, test := range []struct {
		name, want string
		a, b       *riwaya.Record
	}{
		{"told with its place and without", "a:e0 b:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik"), "shot", line),
			retells(told("b", "2019-03-06", "attack"), "shot", again)},
		{"of two days", "a:e0 | b:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik 2019-03-04"), "shot", line),
			retells(told("b", "2019-03-06", "attack @ Tarvik 2019-03-05"), "shot", again)},
		{"of two towns", "a:e0 | b:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik"), "shot", line),
			retells(told("b", "2019-03-06", "attack @ Sollum"), "shot", again)},
		{"by two bands", "a:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik by reds"), "shot", line),
			retells(told("b", "2019-03-06", "attack by blues"), "shot", again)},
		{"other numbers", "a:e0 | b:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik killed 2"), "shot", line),
			retells(told("b", "2019-03-06", "attack @ Tarvik killed 3"), "shot", again)},
		{"a week later, in a set phrase", "a:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik"), "shot", line),
			retells(told("b", "2019-03-12", "attack"), "shot", again)},
		{"few words in common", "a:e0",
			retells(told("a", "2019-03-05", "attack @ Tarvik"), "shot", line),
			retells(told("b", "2019-03-06", "attack"), "shot", "somebody shot at the northern gate of a garden")},
		{"said again, and nothing that dates or counts it", "",
			retells(told("a", "2019-03-05", "attack @ country:XA"), "shot", line),
			retells(told("b", "2019-03-06", "attack"), "shot", again)},
	} {
		for _, reports := range [][]*riwaya.Record{{test.a, test.b}, {test.b, test.a}} {
			if got := grouped(incident.Within("s-1", reports, nil, words)); got != test.want {
				t.Errorf("%s: %s, want %s", test.name, got, test.want)
			}
		}
	}
	in := incident.Within("s-1", []*riwaya.Record{retells(told("a", "2019-03-05", "attack @ Tarvik"), "shot", line), retells(told("b", "2019-03-06", "attack"), "shot", again)}, nil, words)
	if len(in) != 1 || !slices.Contains(in[0].Events[1].Why, riwaya.LikeWords) {
		t.Errorf("%+v", in)
	}
}
