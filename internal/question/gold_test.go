package question_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/question"
	"riwaya/internal/reuse"
	"riwaya/internal/search/term"
	"riwaya/internal/story"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/joint"
	"riwaya/lexicon"
)

var (
	recordsFile = flag.String("records", "", "records of the corpus, as `riwaya read --format jsonl` writes them")
	locked      = flag.Bool("locked", false, "score the locked half of the gold as well")
)

// whole is the corpus as the program sees it.
type whole struct {
	set       *question.Set
	questions []riwaya.Question
	ids       map[string][]string // by URL: the articles that have it
}

// corpus reads the records and makes of them what the program would: copies, stories,
// incidents, questions.
func corpus(t testing.TB) *whole {
	t.Helper()
	if *recordsFile == "" {
		t.Skip("no -records: see eval/accounts/README.md")
	}
	f, err := os.Open(*recordsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	terms, err := term.Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	w := &whole{set: set(t), ids: map[string][]string{}}
	copies := reuse.New(reuse.NewNames(lx), reuse.Options{})
	grouper := story.New(func(text string, see func(string, riwaya.Span)) {
		terms.Each(text, func(x term.Term) bool { see(x.Text, x.Span); return true })
	}, story.Options{})
	of, into := map[string]string{}, map[string]string{}
	var records []*riwaya.Record
	var with question.With
	seen := map[string]bool{}
	var adding time.Duration
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for {
		rec := new(riwaya.Record)
		if err := d.Decode(rec); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		url := ""
		if rec.Article.URL != nil {
			url = *rec.Article.URL
		}
		rec.Article.ID += " " + url // as in a ledger: one text at two addresses is two articles
		if seen[rec.Article.ID] {
			continue
		}
		seen[rec.Article.ID] = true
		w.ids[url] = append(w.ids[url], rec.Article.ID)
		found, err := copies.Add(rec)
		if err != nil {
			t.Fatal(err)
		}
		with.Copies = append(with.Copies, found...)
		p := grouper.Add(rec, found)
		of[rec.Article.ID] = p.Story
		for _, s := range p.Joined {
			into[s] = p.Story
		}
		at := time.Now()
		w.set.Add(rec)
		adding += time.Since(at)
		records = append(records, rec)
	}
	byStory := map[string][]*riwaya.Record{}
	var order []string
	var kept []incident.Kept
	for _, rec := range records {
		s := of[rec.Article.ID]
		for into[s] != "" {
			s = into[s]
		}
		if byStory[s] == nil {
			order = append(order, s)
		}
		byStory[s] = append(byStory[s], rec)
	}
	for _, s := range order {
		kept = append(kept, incident.Of(s, byStory[s], nil, nil)...)
	}
	with.Incidents = joint.Join(kept)
	at := time.Now()
	w.questions = w.set.Questions(with)
	t.Logf("%d articles, %d incidents, %d questions; answers taken out in %v, questions made in %v", len(records), len(with.Incidents), len(w.questions), adding.Round(time.Millisecond), time.Since(at).Round(time.Millisecond))
	return w
}

// pair is a line of the gold.
type pair struct {
	ID       string
	A, B     struct{ URL, Figure string }
	Relation string
	Cause    string
}

// TestAccounts prints how the program's relations stand to the gold's, as a table of confusion.
func TestAccounts(t *testing.T) {
	w := corpus(t)
	halves := []string{"open"}
	if *locked {
		halves = append(halves, "locked")
	}
	for _, half := range halves {
		b, err := os.ReadFile(filepath.Join("../../eval/accounts", half+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		table := map[string]int{}
		all, right, kinds, joined := 0, 0, 0, 0
		for line := range strings.Lines(string(b)) {
			var p pair
			if err := json.Unmarshal([]byte(line), &p); err != nil {
				t.Fatal(err)
			}
			want := name(p.Relation, p.Cause)
			got := w.compare(&p)
			table[fmt.Sprintf("%-28s -> %s", want, got)]++
			all++
			if want == got {
				right++
			}
			if k, _, _ := strings.Cut(got, ": "); k == p.Relation {
				kinds++
			}
			if (got == "other") == (p.Relation == "other") {
				joined++
			}
			if half == "open" && want != got {
				t.Logf("%s: %s, want %s", p.ID, got, want)
			}
		}
		var lines []string
		for k, n := range table {
			lines = append(lines, fmt.Sprintf("%3d  %s", n, k))
		}
		slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[5:], b[5:]) })
		t.Logf("%s: %d pairs; relation and cause right %d, relation right %d, joined or not right %d\n%s", half, all, right, kinds, joined, strings.Join(lines, "\n"))
	}
}

func name(relation, cause string) string {
	if cause == "" {
		return relation
	}
	return relation + ": " + cause
}

// compare is what the program says of a pair; "other" where no question has both.
func (w *whole) compare(p *pair) string {
	for _, a := range w.ids[p.A.URL] {
		for _, b := range w.ids[p.B.URL] {
			if r, ok := w.set.Compare(question.Figure{Article: a, Figure: p.A.Figure}, question.Figure{Article: b, Figure: p.B.Figure}, w.questions); ok {
				return name(r.Kind, r.Cause)
			}
		}
	}
	return "other"
}
