package event_test

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/read"
)

// These tests measure on sentences that other people judged; they are not part of the
// project (openeventdata/arabic_event_gsr). Where they are absent the tests are skipped.
//
//	go test ./internal/event -run Assault -v
//	go test ./internal/event -run Assault -v -args -coded 50
var (
	shared = flag.String("shared", "../../../shared", "where the judged sentences are: `DIR`")
	coded  = flag.Int("coded", 0, "print `N` of the sentences judged \"easy no\" in which an assault is read, and agents who are marked as targets")
)

// leastRecall is the share of the sentences judged "yes" in which an assault is to be read:
// less is logged, not failed, since the judgements are not this project's.
const leastRecall = 0.85

// lines decodes a file of JSON lines, or skips the test where there is none.
func lines[T any](t *testing.T, name string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join(*shared, "gold/events-ar", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the judged sentences are not at hand: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var row T
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	if err := s.Err(); err != nil || len(out) == 0 {
		t.Fatalf("%s: %d lines, %v", name, len(out), err)
	}
	return out
}

// above stands above a sentence, so that it is not read as a headline.
const above = "خبر\n"

// sentence reads one sentence of an article that was printed on a day.
func sentence(r *read.Reader, text, id string) riwaya.Record {
	a := riwaya.Article{ID: riwaya.TextID(above + text), Text: above + text, Language: "ar"}
	if _, at, ok := strings.Cut(id, "_ARB_"); ok && len(at) > 8 {
		day := at[:4] + "-" + at[4:6] + "-" + at[6:8]
		a.Published, a.PublishedPrecision = &day, riwaya.PrecisionDay
	}
	read.Language(&a)
	return r.Read(a)
}

// assaults are the events of type ASSAULT.
func assaults(rec *riwaya.Record) []*riwaya.Event {
	var out []*riwaya.Event
	for i := range rec.Events {
		if rec.Events[i].Type == "ASSAULT" {
			out = append(out, &rec.Events[i])
		}
	}
	return out
}

// real reports whether an event is said to have happened or to go on.
func real(e *riwaya.Event) bool { return e.Status == "happened" || e.Status == "ongoing" }

// TestAssaultSentences measures whether an assault is read where judges saw one, and where
// they saw none.
func TestAssaultSentences(t *testing.T) {
	type judged struct {
		ID, Label, Text string
		Accept, Reject  int
	}
	type tally struct{ all, read, real int }
	count := map[string]*tally{}
	var easy []judged
	r := newReader(t)
	for _, j := range lines[judged](t, "assault.jsonl") {
		n := count[j.Label]
		if n == nil {
			n = new(tally)
			count[j.Label] = n
		}
		n.all++
		rec := sentence(r, j.Text, j.ID)
		all := assaults(&rec)
		if len(all) == 0 {
			continue
		}
		n.read++
		if slices.ContainsFunc(all, real) {
			n.real++
		}
		if j.Label == "easy no" {
			easy = append(easy, j)
		}
	}
	for _, label := range []string{"yes", "difficult yes", "ambiguous", "difficult no", "easy no"} {
		if n := count[label]; n != nil {
			t.Logf("%-12s %4d sentences, an assault read in %4d (%.3f), one that happened or goes on in %4d (%.3f)",
				label, n.all, n.read, share(n.read, n.all), n.real, share(n.real, n.all))
		}
	}
	if n := count["yes"]; n != nil && share(n.read, n.all) < leastRecall {
		t.Logf("recall on yes is below %.2f", leastRecall)
	}
	drawn(easy, func(j judged) string { return j.ID })
	for _, j := range easy[:min(*coded, len(easy))] {
		rec := sentence(r, j.Text, j.ID)
		t.Logf("%s (%d for, %d against) %s", j.ID, j.Accept, j.Reject, j.Text)
		for _, e := range assaults(&rec) {
			at := e.Span.Hull()
			from := utf8.RuneCountInString(rec.Article.Text[len(above):at.Start])
			t.Logf("    [%d %d] %s %s %s %v -> %v", from, from+utf8.RuneCountInString(e.Text), e.Text, e.Rule, e.Status, e.Actors, e.Targets)
		}
	}
}

// drawn puts a list into an order that depends on names alone, so that the same ones are
// drawn again when rules change.
func drawn[T any](list []T, name func(T) string) {
	key := func(x T) string { h := sha256.Sum256([]byte("1" + name(x))); return string(h[:]) }
	slices.SortFunc(list, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// marked is a sentence in which up to four people marked who did what to whom.
type marked struct {
	Source, Text string
	Spans        []struct {
		Agent  []string `json:"source_actor"`
		Verb   []string `json:"verb"`
		Target []string `json:"target_actor"`
	}
}

// TestAssaultSpans measures whether the words that people marked are found: an assault whose
// anchor overlaps the verb, an agent or target of an assault one of whose mentions overlaps
// the words. And, of the agents that are named, whom people marked as what.
func TestAssaultSpans(t *testing.T) {
	type tally struct{ marks, found, seen, sentences, some int }
	var verb, agent, target tally
	var named, right, blamed int
	r := newReader(t)
	for _, m := range lines[marked](t, "assault_spans.jsonl") {
		rec := sentence(r, m.Text, m.Source)
		var anchors, agents, targets []riwaya.Span
		for _, e := range assaults(&rec) {
			for _, x := range e.Mentions {
				anchors = append(anchors, x.Span...)
			}
			agents = append(agents, mentions(&rec, e.Actors)...)
			targets = append(targets, mentions(&rec, e.Targets)...)
		}
		var sources, victims []riwaya.Span
		var everybody []riwaya.Span
		for i := range rec.Actors {
			everybody = append(everybody, rec.Actors[i].Mentions...)
		}
		count := func(n *tally, in []riwaya.Span, pick func(i int) []string) (all []riwaya.Span) {
			any, hit := false, false
			for i := range m.Spans {
				words := places(m.Text, pick(i))
				if len(words) == 0 {
					continue
				}
				any = true
				n.marks++
				if overlap(words, in) {
					n.found++
					hit = true
				}
				if overlap(words, everybody) {
					n.seen++
				}
				all = append(all, words...)
			}
			if any {
				n.sentences++
			}
			if hit {
				n.some++
			}
			return all
		}
		count(&verb, anchors, func(i int) []string { return m.Spans[i].Verb })
		sources = count(&agent, agents, func(i int) []string { return m.Spans[i].Agent })
		victims = count(&target, targets, func(i int) []string { return m.Spans[i].Target })
		for _, id := range acting(&rec) {
			switch at := mentions(&rec, []string{id}); {
			case overlap(at, sources):
				named, right = named+1, right+1
			case overlap(at, victims):
				named, blamed = named+1, blamed+1
				if *coded > 0 {
					t.Logf("%s: the agent is marked as the target only: %s: %s", m.Source, rec.Article.Text[at[0].Start:at[0].End], m.Text)
				}
			default:
				named++
			}
		}
	}
	for _, x := range []struct {
		name string
		tally
	}{{"verbs", verb}, {"sources", agent}, {"targets", target}} {
		t.Logf("%-8s %4d marks, %4d found (%.3f); %4d sentences with one, %4d with one found (%.3f)",
			x.name, x.marks, x.found, share(x.found, x.marks), x.sentences, x.some, share(x.some, x.sentences))
	}
	t.Logf("an actor of the record stands in %d of the sources (%.3f), %d of the targets (%.3f): no more can be found by rules of events",
		agent.seen, share(agent.seen, agent.marks), target.seen, share(target.seen, target.marks))
	t.Logf("agents named: %d; marked as source %d (%.3f), marked as target only %d (%.3f), not marked %d",
		named, right, share(right, named), blamed, share(blamed, named), named-right-blamed)
}

// acting are the agents of the assaults of a record, each once.
func acting(rec *riwaya.Record) []string {
	var out []string
	for _, e := range assaults(rec) {
		for _, id := range e.Actors {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// mentions are where actors are named.
func mentions(rec *riwaya.Record, ids []string) []riwaya.Span {
	var out []riwaya.Span
	for i := range rec.Actors {
		if slices.Contains(ids, rec.Actors[i].ID) {
			out = append(out, rec.Actors[i].Mentions...)
		}
	}
	return out
}

// places are where words stand in a sentence, behind what stands above it: together where
// they do, else each where it comes first.
func places(text string, words []string) []riwaya.Span {
	var out []riwaya.Span
	for _, s := range append([]string{strings.Join(words, " ")}, words...) {
		if i := strings.Index(text, s); i >= 0 && utf8.RuneCountInString(s) > 1 {
			out = append(out, riwaya.Span{Start: len(above) + i, End: len(above) + i + len(s)})
			if len(out) == 1 && s != words[0] {
				break // all of them, side by side
			}
		}
	}
	return out
}

func overlap(a, b []riwaya.Span) bool {
	return slices.ContainsFunc(a, func(x riwaya.Span) bool { return slices.ContainsFunc(b, x.Overlaps) })
}
