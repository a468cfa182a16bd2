package chains

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"slices"
	"testing"
	"unicode"

	"riwaya"
)

// The gold that is checked in is whole.
func TestGold(t *testing.T) {
	g, err := Load(os.DirFS("../gold/chains"), Open, Locked)
	if err != nil {
		t.Fatal(err)
	}
	changes, hard, unsure := 0, 0, 0
	for _, c := range g.Changes {
		for _, x := range c.Changes {
			changes += int(count(!x.Optional))
		}
	}
	for _, e := range g.Events {
		hard += int(count(e.Hard))
		unsure += int(count(e.Label == Unsure))
	}
	for _, p := range g.Pairs {
		unsure += int(count(p.Relation == Unsure))
	}
	if len(g.Pairs) < 72 || len(g.Events) < 80 || hard < 40 || changes < 30 || len(g.Stories) != 20 || unsure*100 > 15*(len(g.Pairs)+len(g.Events)) {
		t.Errorf("%d pairs, %d events (%d hard), %d changes, %d stories, %d unsure", len(g.Pairs), len(g.Events), hard, changes, len(g.Stories), unsure)
	}
}

// No report stands in two stories, of whatever draw, and of the eighth and later draws every range says how sure it is. The
// program's own stories were drawn from another frame: some of the eighth draw are among them, labelled by another reader.
func TestGoldStories(t *testing.T) {
	in := map[string]string{}
	for _, half := range append(slices.Clone(Seen), LockedOnes...) {
		g, err := Load(os.DirFS("../gold/chains"), half)
		if err != nil {
			t.Fatal(err)
		}
		if len(g.Stories) == 0 {
			t.Errorf("%s: no stories", half)
		}
		for _, s := range g.Stories {
			if slices.Contains([]string{Eighth, Ninth, Tenth, Eleventh, Twelfth, TwelfthLocked}, half) && (s.Sure.Texts == "" || s.Sure.Origins == "" || s.Why == "") {
				t.Errorf("%s: not said how sure, or why", s.ID)
			}
			for _, a := range append(s.Reports, s.Out...) {
				if other, ok := in[a.SHA256]; ok && other != s.ID {
					t.Errorf("%s and %s share %s", other, s.ID, a.URL)
				}
				if half != Seventh {
					in[a.SHA256] = s.ID
				}
			}
		}
	}
}

// Where the corpus is at hand, every digest is a text of it, of a day that may be drawn, and
// every span begins and ends at the edge of a word.
func TestGoldAddresses(t *testing.T) {
	f, err := os.Open("../../../shared/corpus/saudinewsnet-2015-07.jsonl.gz")
	if err != nil {
		t.Skip("the corpus is not at hand")
	}
	defer f.Close()
	own, err := Load(os.DirFS("../gold/chains"), Seventh, Ninth, Tenth)
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]bool{} // the program's own stories: digests are of texts as a ledger keeps them, without stray spaces
	for _, s := range own.Stories {
		for _, a := range append(s.Reports, s.Out...) {
			pages[a.URL] = true
		}
	}
	g, err := Load(os.DirFS("../gold/chains"), append(slices.DeleteFunc(slices.Clone(Seen), func(h string) bool { return h == Seventh || h == Ninth || h == Tenth }), Locked)...)
	if err != nil {
		t.Fatal(err)
	}
	spans := map[string][]riwaya.Span{}
	note := func(a Article, s ...riwaya.Span) { spans[a.SHA256] = append(spans[a.SHA256], s...) }
	for _, p := range g.Pairs {
		note(p.A)
		note(p.B)
	}
	for _, c := range g.Changes {
		for _, x := range c.Changes {
			note(c.A, x.A)
			note(c.B, x.B)
		}
	}
	for _, e := range g.Events {
		note(e.A.Article, e.A.Spans...)
		note(e.B.Article, e.B.Spans...)
	}
	for _, s := range g.Stories {
		for _, a := range append(s.Reports, s.Out...) {
			note(a)
		}
		if s.Main.SHA256 != "" {
			note(s.Main.Article, s.Main.Span)
		}
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var a struct{ URL, Title, Text, Seen string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		delete(pages, a.URL)
		sum := sha256.Sum256([]byte(a.Title + "\n" + a.Text))
		key := hex.EncodeToString(sum[:])
		if all, ok := spans[key]; ok {
			delete(spans, key)
			if a.Seen[:10] > "2015-07-25" {
				t.Errorf("%s: of a day that is held back", key)
			}
			edges(t, key, []rune(a.Title+"\n"+a.Text), all)
		}
	}
	if len(spans)+len(pages) > 0 {
		t.Errorf("%d digests, %d addresses are not in the corpus", len(spans), len(pages))
	}
}

func edges(t *testing.T, key string, text []rune, spans []riwaya.Span) {
	t.Helper()
	word := func(i int) bool {
		return i >= 0 && i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]))
	}
	for _, s := range spans {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || word(s.Start-1) && word(s.Start) || word(s.End-1) && word(s.End) {
			t.Errorf("%s: span %v", key, s)
		}
	}
}
