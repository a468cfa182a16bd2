package custody

import (
	"crypto/sha256"
	"strings"
	"testing"
	"testing/quick"
	"time"

	"riwaya"
	"riwaya/internal/archive"
	"riwaya/internal/disk/disktest"
	"riwaya/internal/ledger"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// kept puts a record into an archive and reads it back.
func kept(t *testing.T, p archive.Packed) (archive.Entry, ledger.Change) {
	t.Helper()
	var m disktest.Memory
	a, err := archive.Create(&m, archive.Options{Software: "test", Random: strings.NewReader(strings.Repeat("not random ", 20)), Now: noon,
		Known: func() (int64, error) { return 0, nil }})
	must(t, err)
	out, err := a.Append([]archive.Packed{p})
	must(t, err)
	c, err := archive.NewReader(&m).Open(out[0].Leaf)
	must(t, err)
	change, err := Parse(out[0], c)
	must(t, err)
	must(t, c.Close())
	must(t, a.Close())
	return out[0], change
}

// TestIncoming wants back whatever was said of a capture, whatever letters it has.
func TestIncoming(t *testing.T) {
	same := func(name, collector, note string, page bool) bool {
		in := Incoming{Capture: ledger.Capture{Media: "text/html"}, Sighting: ledger.Sighting{At: noon, How: ledger.CameFile, Name: name,
			Collector: strings.TrimSpace(collector), Note: strings.TrimSpace(note), Program: "riwaya test"}}
		in.Sighting.Name = strings.TrimSpace(name)
		if page {
			in.How, in.URL, in.Status, in.Head = ledger.CameAddress, "https://outlet.example/1", 200, []byte("HTTP/1.1 200 OK\r\n\r\n")
		}
		in.SetSum(sha256.Sum256([]byte("payload")), 7)
		p, err := in.Pack([]byte("payload"))
		must(t, err)
		e, c := kept(t, p)
		want, sighting := in.Capture, in.Sighting
		want.Leaf, sighting.Leaf, want.UUID = e.N, e.N, in.Record()
		if *c.Capture != want || *c.Sighting != sighting {
			t.Logf("%+v\n%+v", c.Capture, want)
			t.Logf("%+v\n%+v", c.Sighting, sighting)
			return false
		}
		p, err = in.PackAgain(want.UUID)
		must(t, err)
		_, c = kept(t, p)
		return c.Capture == nil && c.Sighting.Name == sighting.Name && c.Sighting.Capture == want.ID
	}
	if err := quick.Check(same, &quick.Config{MaxCount: 60}); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"", "a%0Ab", "a\nb", "100 %", "دفتر.txt", "a\\b"} {
		if !same(name, name, name, true) || !same(name, name, name, false) {
			t.Errorf("%q is another", name)
		}
	}
}

func TestRecordAndWithdrawal(t *testing.T) {
	a := riwaya.Article{ID: riwaya.TextID("text"), Text: "text", Language: "ar"}
	r := ledger.Record{Article: ledger.ArticleID(&a), Capture: "cap-x", Place: "line 3", Version: "v1", At: noon, Read: riwaya.Record{Schema: riwaya.Schema, Article: a}}
	p, err := PackRecord(&r, "00000000-0000-8000-8000-000000000000")
	must(t, err)
	e, c := kept(t, p)
	if got := c.Record; got.Leaf != e.N || got.Article != r.Article || got.Place != r.Place || got.Version != "v1" || !got.At.Equal(noon) || got.Sum != r.Sum || got.Read.Article.Text != "text" {
		t.Errorf("%+v", got)
	}
	w := ledger.Withdrawal{At: noon, Who: "a", Reason: "a \"reason\"\nover two lines", Leaves: []int64{3, 500000}, Gone: []ledger.Gone{{ID: "cap-x", Sum: "00"}, {ID: "art-y"}}}
	p, err = PackWithdrawal(&w)
	must(t, err)
	_, c = kept(t, p)
	if got := c.Withdrawal; got.Reason != w.Reason || got.Who != "a" || len(got.Leaves) != 2 || got.Leaves[1] != 500000 || len(got.Gone) != 2 || got.Gone[0] != w.Gone[0] {
		t.Errorf("%+v", got)
	}
}

func TestFiles(t *testing.T) {
	f := ledger.Files{Capture: "cap-x", At: noon, Files: []ledger.File{{Name: "photos/a b.jpg", Sum: "ab", Size: 7}, {Name: "../x", Missing: "not a name in its folder"}}}
	p, err := PackFiles(&f, "00000000-0000-8000-8000-000000000000", 2)
	must(t, err)
	e, c := kept(t, p)
	if got := c.Files; got.Leaf != e.N || got.Capture != "cap-x" || !got.At.Equal(noon) || len(got.Files) != 2 || got.Files[0] != f.Files[0] || got.Files[1] != f.Files[1] {
		t.Errorf("%+v", got)
	}
	again, err := PackFiles(&f, "00000000-0000-8000-8000-000000000000", 4)
	must(t, err)
	if other, _ := kept(t, again); other.ID == e.ID {
		t.Error("two lists of one second have one name")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestReview wants back what a person decided.
func TestReview(t *testing.T) {
	leaf := int64(7)
	for _, r := range []ledger.Review{
		{At: noon, Who: "R2", About: "st-1", Verdict: ledger.VerdictMerge, Value: []byte(`["st-1","st-2"]`), Note: "two % signs\r\nand lines"},
		{At: noon, About: "st-1", Verdict: ledger.VerdictUndo, Undoes: &leaf},
	} {
		p, err := PackReview(&r, 9)
		must(t, err)
		e, c := kept(t, p)
		got := c.Review
		if got == nil || got.Leaf != e.N || !got.At.Equal(r.At) || got.Who != r.Who || got.About != r.About || got.Verdict != r.Verdict ||
			string(got.Value) != string(r.Value) || got.Note != r.Note || (got.Undoes == nil) != (r.Undoes == nil) {
			t.Errorf("%+v, want %+v", got, r)
		}
	}
}
