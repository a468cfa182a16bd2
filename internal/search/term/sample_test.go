package term

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// articles names files of JSON lines with a title and a text, packed with gzip, separated
// by colons. With it, BenchmarkSample prints words to be judged by reading.
const articles = "RIWAYA_ARTICLES"

// BenchmarkSample prints 300 words drawn from those that occur thirty times or more, each with
// its term and the commonest words that share it: what of them does not belong together is a
// wrong conflation. It judges nothing and times nothing; as a benchmark it runs when asked only.
func BenchmarkSample(b *testing.B) {
	if os.Getenv(articles) == "" {
		b.Skip("set " + articles + " to files of articles")
	}
	terms := load(b)
	counts := map[string]int{} // a word as normalised -> how often it occurs
	for path := range strings.SplitSeq(os.Getenv(articles), ":") {
		if err := count(path, counts); err != nil {
			b.Fatal(err)
		}
	}
	sharing := map[string][]string{}
	var frequent []string
	for word, n := range counts {
		stem := terms.stems.Stem(word)
		if n >= 3 {
			sharing[stem] = append(sharing[stem], word)
		}
		if n >= 30 {
			frequent = append(frequent, word)
		}
	}
	slices.Sort(frequent)
	random := rand.New(rand.NewPCG(300, 7))
	for _, i := range random.Perm(len(frequent))[:min(300, len(frequent))] {
		stem := terms.stems.Stem(frequent[i])
		words := sharing[stem]
		slices.SortFunc(words, func(a, b string) int {
			return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
		})
		line := frequent[i] + " = " + stem + " |"
		for _, w := range words[:min(12, len(words))] {
			line += fmt.Sprintf(" %s %d", w, counts[w])
		}
		fmt.Println(line)
	}
}

// count counts the Arabic words of a file's articles.
func count(path string, counts map[string]int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var a struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return err
		}
		for _, text := range []string{a.Title, a.Text} {
			for at := 0; at < len(text); {
				word := next(text, at)
				if at = word.End; word.Len() > 0 && word.Of(text)[0] >= 0xd8 {
					counts[Normalise(word.Of(text))]++
				}
			}
		}
	}
	return lines.Err()
}
