package reuse_test

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/internal/reuse"
	"riwaya/lexicon"
)

// This file holds the package to what it claims, by computing over all pairs of the reports of one day
// what they share, in the plainest way and with none of the package's code: words as strings,
// each run of five and of twenty-five in a map. It wants a ledger:
//
//	RIWAYA_LEDGER=…/ledger.sqlite RIWAYA_DAY=2015-07-21 go test ./internal/reuse -run Exact -v
//
// Without RIWAYA_DAY it takes the day with the most reports. RIWAYA_MISSED=1 prints what was missed.

const (
	ledgerAt = "RIWAYA_LEDGER"
	dayOf    = "RIWAYA_DAY"
	show     = "RIWAYA_MISSED"
)

// plain is a report as words of text, each with the bytes it stands in.
type plain struct {
	rec   *riwaya.Record
	words []string
	at    []riwaya.Span
}

func plainly(r *riwaya.Record) plain {
	p := plain{rec: r}
	for part := range r.Article.BelowTitle() {
		text := part.Of(r.Article.Text)
		start := -1
		for i, c := range text + " " {
			in := c != letters.Tatweel && unicode.IsLetter(c) || unicode.IsDigit(c) || start >= 0 && (unicode.IsMark(c) || letters.IsInvisible(c) || c == letters.Tatweel)
			switch {
			case in && start < 0:
				start = i
			case !in && start >= 0:
				p.words = append(p.words, bare(strings.ToLower(letters.FoldString(text[start:i]))))
				p.at = append(p.at, riwaya.Span{Start: part.Start + start, End: part.Start + i})
				start = -1
			}
		}
	}
	return p
}

// bare is a folded word with the digits of ASCII, without marks and what is not seen.
func bare(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x660 && r <= 0x669:
			return r - 0x660 + '0'
		case r >= 0x6f0 && r <= 0x6f9:
			return r - 0x6f0 + '0'
		case letters.IsInvisible(r), unicode.IsMark(r):
			return -1
		}
		return r
	}, word)
}

// exact is what the reports of one day share.
type exact struct {
	containment map[[2]int]float64 // of pairs that share any five words
	runs        map[[2]int][]run   // of 25 words or more
}

type run struct{ a, b, n int }

const long = 25

func allPairs(all []plain) exact {
	holders := map[string][]int{}
	distinct := make([]int, len(all))
	for d, p := range all {
		own := map[string]bool{}
		for i := 0; i+5 <= len(p.words); i++ {
			own[strings.Join(p.words[i:i+5], " ")] = true
		}
		distinct[d] = len(own)
		for g := range own {
			holders[g] = append(holders[g], d)
		}
	}
	both := map[[2]int]int{}
	for _, h := range holders {
		for i := range h {
			for j := range i {
				both[[2]int{h[j], h[i]}]++
			}
		}
	}
	e := exact{containment: map[[2]int]float64{}, runs: map[[2]int][]run{}}
	for pair, n := range both {
		e.containment[pair] = float64(n) / float64(min(distinct[pair[0]], distinct[pair[1]]))
	}

	type spot struct{ report, word int }
	spots := map[string][]spot{}
	for d, p := range all {
		for i := 0; i+long <= len(p.words); i++ {
			g := strings.Join(p.words[i:i+long], " ")
			spots[g] = append(spots[g], spot{d, i})
		}
	}
	for _, h := range spots {
		for i := range h {
			for j := range h {
				x, y := h[i], h[j]
				a, b := all[x.report].words, all[y.report].words
				if x.report >= y.report || x.word > 0 && y.word > 0 && a[x.word-1] == b[y.word-1] {
					continue // the run begins earlier
				}
				n := long
				for x.word+n < len(a) && y.word+n < len(b) && a[x.word+n] == b[y.word+n] {
					n++
				}
				pair := [2]int{x.report, y.report}
				e.runs[pair] = append(e.runs[pair], run{x.word, y.word, n})
			}
		}
	}
	return e
}

// lcs is the length of the longest common subsequence of words.
func lcs(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func (p plain) in(s riwaya.Span) []string {
	var out []string
	for i, at := range p.at {
		if s.Overlaps(at) {
			out = append(out, p.words[i])
		}
	}
	return out
}

func TestExact(t *testing.T) {
	all, others := ofDay(t)
	twins := map[string]bool{}
	once := slices.DeleteFunc(slices.Clone(all), func(p plain) bool {
		text := strings.Join(p.words, " ")
		seen := twins[text]
		twins[text] = true
		return seen
	})
	for _, set := range []struct {
		name       string
		of, before []plain // of the day; in the index before them
	}{{"all", all, nil}, {"exact duplicates left out", once, nil}, {"all, behind the other days", all, others}} {
		t.Run(set.name, func(t *testing.T) { measure(t, set.of, set.before) })
	}
}

func measure(t *testing.T, all, before []plain) {
	truth := allPairs(all)
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	x := reuse.New(reuse.NewNames(lx), reuse.Options{})
	for _, p := range before {
		if err := x.Enter(p.rec); err != nil {
			t.Fatal(err)
		}
	}
	at := map[string]int{}
	found := map[[2]int]riwaya.Copy{}
	for i, p := range all {
		at[p.rec.Article.ID] = i
		copies, err := x.Add(p.rec)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range copies {
			if _, ok := at[k.A]; !ok {
				continue
			}
			if _, ok := at[k.B]; !ok {
				continue
			}
			found[[2]int{min(at[k.A], at[k.B]), max(at[k.A], at[k.B])}] = k
		}
	}

	var high, hits, claimed, wrong int
	var missed [][2]int
	for pair, c := range truth.containment {
		if c < .5 || same(all[pair[0]], all[pair[1]]) {
			continue
		}
		high++
		if _, ok := found[pair]; ok {
			hits++
		} else {
			missed = append(missed, pair)
		}
	}
	for pair, k := range found {
		if k.Containment >= .5 {
			claimed++
		}
		if c := truth.containment[pair]; c-k.Containment > 1e-9 || k.Containment-c > 1e-9 {
			wrong++
			t.Errorf("%v: containment %.4f, exactly %.4f", pair, k.Containment, c)
		}
		a, b := all[at[k.A]], all[at[k.B]]
		for _, p := range k.Passages {
			if n := lcs(a.in(p.A), b.in(p.B)); n < p.Words {
				wrong++
				t.Errorf("%v: %d words said to be the same, %d are", pair, p.Words, n)
			}
		}
	}
	runs, seen := 0, 0
	var lost []string
	for pair, of := range truth.runs {
		if same(all[pair[0]], all[pair[1]]) {
			continue
		}
		for _, r := range of {
			runs++
			if k, ok := found[pair]; ok && covered(k, all, at, pair, r) {
				seen++
				continue
			}
			lost = append(lost, strings.Join(all[pair[0]].words[r.a:r.a+r.n], " "))
		}
	}
	t.Logf("%d reports, %d pairs share five words, %d copies found", len(all), len(truth.containment), len(found))
	t.Logf("pairs of containment >= 0.5: %d, found %d: recall %.4f; %d found say so, %d findings wrong", high, hits, float64(hits)/float64(high), claimed, wrong)
	t.Logf("runs of >= %d words: %d, found %d: recall %.4f", long, runs, seen, float64(seen)/float64(runs))
	if os.Getenv(show) != "" {
		for _, m := range missed {
			t.Logf("missed %.2f: %s | %s", truth.containment[m], strings.Join(all[m[0]].words, " "), strings.Join(all[m[1]].words, " "))
		}
		slices.SortFunc(lost, func(a, b string) int { return cmp.Or(strings.Compare(a, b)) })
		for _, l := range lost {
			t.Log("run missed: ", l)
		}
	}
	if float64(hits) < .98*float64(high) || float64(seen) < .95*float64(runs) {
		t.Error("below the bar: 0.98 of pairs, 0.95 of runs")
	}
}

// same reports whether two are versions of one report.
func same(a, b plain) bool {
	return a.rec.Article.URL != nil && b.rec.Article.URL != nil && *a.rec.Article.URL == *b.rec.Article.URL
}

// covered reports whether nine tenths of a run stand in passages, on both sides.
func covered(k riwaya.Copy, all []plain, at map[string]int, pair [2]int, r run) bool {
	for side, from := range map[int]int{pair[0]: r.a, pair[1]: r.b} {
		n := 0
		for _, w := range all[side].at[from : from+r.n] {
			if slices.ContainsFunc(k.Passages, func(p riwaya.Passage) bool {
				return at[k.A] == side && p.A.Overlaps(w) || at[k.B] == side && p.B.Overlaps(w)
			}) {
				n++
			}
		}
		if float64(n) < .9*float64(r.n) {
			return false
		}
	}
	return true
}

// ofDay are the reports of the day that was asked for, and all others.
func ofDay(t *testing.T) (of, others []plain) {
	path := os.Getenv(ledgerAt)
	if path == "" {
		t.Skip("set " + ledgerAt + " to the store of a ledger")
	}
	s, err := sqlite.OpenRead(path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	days := map[string][]plain{}
	err = s.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		r := k.Read
		r.Article.ID = k.Article
		day := reuse.Day(&r.Article)
		days[day] = append(days[day], plainly(&r))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	day := os.Getenv(dayOf)
	if day == "" {
		for d := range days {
			if len(days[d]) > len(days[day]) || len(days[d]) == len(days[day]) && d < day {
				day = d
			}
		}
	}
	t.Logf("%s: %d reports", day, len(days[day]))
	for d, reports := range days {
		if d != day {
			others = append(others, reports...)
		}
	}
	return days[day], others
}
