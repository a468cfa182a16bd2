package annotated

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	sentence = "قال المتحدث إن الجسر مغلق"
	saying   = `{"outlet": "test", "language": "ar", "published": "2020-01-02", "half": "open", "claims": [
		{"source": "المتحدث", "cue": "قال", "content": "الجسر مغلق", "mode": "indirect", "class": "assert"}]}`
	points = `{"claims": [{"source": {"spans": [[4, 11]]}, "cue": {"spans": [[0, 3]]}, "content": {"spans": [[15, 25]]},
		"mode": "indirect", "class": "assert"}]}`
)

func TestLoadReadsEveryForm(t *testing.T) {
	sum := sha256.Sum256([]byte("عنوان\n" + sentence + "\n"))
	address := func(sum any, url string) string {
		return fmt.Sprintf(`{"corpus": "../far/news.jsonl.gz", "url": %q, "sha256": "sha256:%x", "half": "locked", "stratum": "2020",
			"claims": [{"cue": {"spans": [[6, 9]]}, "source": null, "content": {"spans": [[21, 31]]}}]}`, url, sum)
	}
	dir := folder(t, map[string]string{
		"b/said.ann.json": saying, "b/said.txt": sentence,
		"a.gold.json": points, "a.txt": sentence, "a.ann.json": saying,
		"c.addr.json": address(sum, "http://example.org/1"),
		"d.addr.json": address(sum, "http://example.org/2"),
		"e.addr.json": address(sum, ""),
		"notes.json":  "[]",
		"f.jsonl":     `{"doc": "s1", "text": "` + sentence + `", ` + strings.ReplaceAll(saying[1:], "\n", "") + "\n",
	})
	var gz bytes.Buffer
	z := gzip.NewWriter(&gz)
	fmt.Fprintf(z, "{\"url\": \"http://example.org/1\", \"title\": \"عنوان\", \"text\": %q}\n", sentence)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	corpus := folder(t, map[string]string{"news.jsonl.gz": gz.String()})

	set, err := Load(dir, corpus)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range set.Docs {
		c := d.Gold.Claims[0]
		got = append(got, fmt.Sprint(d.Name, "|", d.Outlet, "|", d.Half, "|", c.Cue.Text, "|", c.Content.Text, "|", c.Source.Text))
	}
	want := []string{"a|test||قال|الجسر مغلق|المتحدث", "b/said|test|open|قال|الجسر مغلق|المتحدث",
		"c||locked|قال|الجسر مغلق|None", "d||locked|قال|الجسر مغلق|None", "e||locked|قال|الجسر مغلق|None",
		"f/s1|test|open|قال|الجسر مغلق|المتحدث"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	for _, none := range []string{"", filepath.Join(corpus, "nowhere")} {
		set, err = Load(dir, none)
		if err != nil || len(set.Docs) != 3 || len(set.Skipped) != 3 {
			t.Errorf("without a corpus: %d documents, %v skipped, %v", len(set.Docs), set.Skipped, err)
		}
	}
}

func TestAnAlteredArticleIsSkipped(t *testing.T) {
	dir := folder(t, map[string]string{"x.addr.json": fmt.Sprintf(`{"corpus": "n.jsonl", "url": "u", "sha256": "%x", "claims": []}`, sha256.Sum256([]byte(sentence)))})
	corpus := folder(t, map[string]string{"n.jsonl": `{"url": "u", "title": "", "text": "something else"}`})
	set, err := Load(dir, corpus)
	if err != nil || len(set.Docs) != 0 || len(set.Skipped) != 1 {
		t.Errorf("%+v, %v", set, err)
	}
}

func TestLineEndsAreAsPythonReadsThem(t *testing.T) {
	set, err := Load(folder(t, map[string]string{"x.gold.json": `{}`, "x.txt": "a\r\nb\rc\n"}), "")
	if err != nil || set.Docs[0].Text != "a\nb\nc\n" {
		t.Errorf("%+v, %v", set, err)
	}
}

func TestAnnotationSpans(t *testing.T) {
	set, err := Load(folder(t, map[string]string{
		"x.txt": "Ten men left. Ten men, he said, had left; ten men stayed.",
		"x.ann.json": `{"doc": "x", "language": "en",
			"claims": [{"near": ["Ten men", 2], "cue": {"parts": [["e", 1]]}, "content": "Ten"},
			           {"near": "Ten men, he said, had left", "source": "he", "cue": "said", "content": {"parts": ["Ten men", "had left"]}}],
			"figures": [{"noun": "men", "span": ["Ten men", 2], "also": "injured"}],
			"events": [{"span": ["left", 1], "type": "DISPLACE", "also": [["stayed", 1], "said"]}]}`}), "")
	if err != nil {
		t.Fatal(err)
	}
	g := set.Docs[0].Gold
	if got := g.Claims[1].Content.Text.Text; got != "Ten men … had left" {
		t.Errorf("content %q", got)
	}
	if at := g.Figures[0].At; len(at) != 6 || at[0] != 14 {
		t.Errorf("figure at %v", at)
	}
	if len(g.Events[0].Also) != 2 {
		t.Errorf("also %v", g.Events[0].Also)
	}
}

func TestWrongGoldSaysWhere(t *testing.T) {
	for _, c := range []struct{ ann, gold, want string }{
		{ann: `{"times": [{"span": "now"}]}`, want: `x.ann.json: times[0].span: not in the text: "now"`},
		{ann: `{"times": [{"span": "a"}]}`, want: `times[0].span: 3 times in the text: "a"; say which`},
		{ann: `{"times": [{"span": ["a", 4]}]}`, want: `there is no 4`},
		{ann: `{"times": [{"span": ["a", 0]}]}`, want: `there is no 0`},
		{ann: `{"times": [{"span": ""}]}`, want: `no words`},
		{ann: `{"times": [{"span": {"parts": []}}]}`, want: `no words`},
		{ann: `{"times": [{"near": "zz", "span": "b"}]}`, want: `times[0].near: not in the text`},
		{ann: `{"claims": [{"cue": "b"}]}`, want: `claims[0].content: no span`},
		{ann: `{"times": {}}`, want: `times: no list`},
		{gold: `{"times": [{"span": {"spans": [[0, 99]]}}]}`, want: `times[0].span: [0, 99] is outside the text of 7`},
		{gold: `{"times": [{}]}`, want: `times[0].span: no span`},
		{gold: `[]`, want: `x.gold.json`},
		{gold: `null`, want: `no object`},
	} {
		files := map[string]string{"x.txt": "a b a a"}
		if c.ann != "" {
			files["x.ann.json"] = c.ann
		} else {
			files["x.gold.json"] = c.gold
		}
		if _, err := Load(folder(t, files), ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s%s: %v, want %s", c.ann, c.gold, err, c.want)
		}
	}
	if _, err := Load(filepath.Join(t.TempDir(), "none"), ""); err == nil {
		t.Error("a folder that is not there is no error")
	}
	if _, err := Load(folder(t, map[string]string{"x.gold.json": "{}"}), ""); err == nil {
		t.Error("gold without its text is no error")
	}
}
