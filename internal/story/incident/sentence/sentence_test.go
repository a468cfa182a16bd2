package sentence_test

import (
	"reflect"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/story/incident/kind"
	"riwaya/internal/story/incident/sentence"
)

func words(text string, see func(string, riwaya.Span)) {
	at := 0
	for w := range strings.FieldsSeq(text) {
		at += strings.Index(text[at:], w)
		see(strings.Trim(w, ".,"), riwaya.Span{Start: at, End: at + len(w)})
		at += len(w)
	}
}

// tell is a telling of the word that stands in brackets.
func tell(report int, k kind.Kind, text string) sentence.Telling {
	before, rest, _ := strings.Cut(text, "[")
	own, behind, _ := strings.Cut(rest, "]")
	rec := &riwaya.Record{Article: riwaya.Article{Text: before + own + behind}}
	at := riwaya.Spans{{Start: len(before), End: len(before) + len(own)}}
	return sentence.Telling{Report: report, Kind: k, Words: sentence.Of(rec, words).Around(at)}
}

func TestPairs(t *testing.T) {
	const much = "two masked riders [shot] a guard of depot nine at closing time"
	none := func(int, int) bool { return false }
	for _, test := range []struct {
		name string
		all  []sentence.Telling
		want []sentence.Pair
	}{
		{"rewritten", []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Attack, "guard of depot nine [shot] at closing time by two riders")}, []sentence.Pair{{A: 0, B: 1, Much: true}}},
		{"somewhat alike", []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Attack, "police say riders [shot] a guard of some depot nine hours ago and then fled over fields")}, []sentence.Pair{{A: 0, B: 1}}},
		{"one report", []sentence.Telling{tell(0, kind.Attack, much), tell(0, kind.Attack, much)}, nil},
		{"another sentence between", []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Attack, "two masked riders. They [shot] a guard. It was at depot nine at closing time.")}, nil},
		{"nothing that both can be", []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Protest, much)}, nil},
		{"two that it could be", []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Attack, much), tell(1, kind.Attack, much)}, nil},
		{"the word itself", []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Attack, much), tell(1, kind.Attack, strings.NewReplacer("[shot]", "shot", "guard", "[guard]").Replace(much))}, []sentence.Pair{{A: 0, B: 1, Much: true}}},
	} {
		if got := sentence.Pairs(test.all, none); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	all := []sentence.Telling{tell(0, kind.Attack, much), tell(1, kind.Attack, much)}
	if got := sentence.Pairs(all, func(int, int) bool { return true }); got != nil {
		t.Errorf("apart: %v", got)
	}
}

// TestNamesAreNoWords holds that a place and a private person's name join nothing.
func TestNamesAreNoWords(t *testing.T) {
	text := "near Tarvik harbour the baker Ilmo Rask was robbed by two men in grey"
	at := func(s string) riwaya.Spans {
		i := strings.Index(text, s)
		return riwaya.Spans{{Start: i, End: i + len(s)}}
	}
	rec := &riwaya.Record{Article: riwaya.Article{Text: text}, Places: []riwaya.Place{{Span: at("Tarvik harbour")}}, Actors: []riwaya.Actor{{Private: true, Mentions: at("Ilmo Rask")}}}
	bare := &riwaya.Record{Article: riwaya.Article{Text: strings.NewReplacer("Tarvik harbour", "", "Ilmo Rask", "").Replace(text)}}
	i := strings.Index(bare.Article.Text, "robbed")
	if got, want := sentence.Of(rec, words).Around(at("robbed")), sentence.Of(bare, words).Around(riwaya.Spans{{Start: i, End: i + 6}}); !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
