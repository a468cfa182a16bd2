// Sample draws what the project's own gold for chains annotates: pairs of reports, pairs of
// articles for pairs of events, and stories.
//
//	go run ./eval/chains/sample WORDS CORPUS.jsonl.gz OUT [SEED [LONGEST]]
//
// WORDS is eval/gold/chains/words.txt. OUT gets sample.json (addresses, strata, halves: what
// is drawn, and nothing of its words) and sheets for the annotator with the texts, which stay
// outside the project. Strata and rules are those of eval/gold/chains/PROTOCOL.md. The same
// corpus gives the same sample, byte for byte. LONGEST is how many code points an article that is drawn has at most, where
// that is not what the protocol says.
//
// What it promises: it knows nothing of the program's own finding of copies, stories or
// events. It compares by brute force: shared 5-word shingles, cosine of weighted words, quoted
// runs, lists of words. What it does not do: it labels nothing.
package main

import (
	"fmt"
	"os"
	"strconv"
)

// seed is of all draws, each stratum with a stream of its own, where no other is given.
const seed = 20261126

func main() {
	of, err := uint64(seed), error(nil)
	if len(os.Args) > 4 {
		of, err = strconv.ParseUint(os.Args[4], 10, 64)
	}
	most := longest
	if len(os.Args) > 5 && err == nil {
		most, err = strconv.Atoi(os.Args[5])
	}
	if len(os.Args) < 4 || len(os.Args) > 6 || err != nil {
		fmt.Fprintln(os.Stderr, "usage: sample WORDS CORPUS.jsonl.gz OUT [SEED [LONGEST]]")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3], of, most); err != nil {
		fmt.Fprintln(os.Stderr, "sample:", err)
		os.Exit(1)
	}
}

func run(words, corpus, out string, of uint64, most int) error {
	w, err := readWords(words)
	if err != nil {
		return err
	}
	c, err := readCorpus(corpus, w, most)
	if err != nil {
		return err
	}
	c.seed = of
	c.weigh()
	c.compare()
	c.cluster()
	return c.write(out, c.drawPairs(), c.drawFurther(), c.drawEvents(), c.drawStories())
}
