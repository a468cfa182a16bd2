// Score prints how findings did on the gold for chains.
//
//	go run ./eval/chains/score [--locked] [--markdown] GOLD FINDINGS.json [CORPUS.jsonl.gz]
//
// GOLD is eval/gold/chains; FINDINGS has the form that package eval/chains shows. CORPUS is
// needed where findings count bytes. Without --locked the locked half is not read.
package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"riwaya/eval/chains"
)

func main() {
	args := os.Args[1:]
	halves, markdown := slices.Clone(chains.Seen), false
	for len(args) > 0 && strings.HasPrefix(args[0], "--") {
		switch args[0] {
		case "--locked":
			halves = append(halves, chains.LockedOnes...)
		case "--markdown":
			markdown = true
		default:
			args = nil // a misspelt flag is not a folder
			continue
		}
		args = args[1:]
	}
	if len(args) < 2 || len(args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: score [--locked] [--markdown] GOLD FINDINGS.json [CORPUS.jsonl.gz]")
		os.Exit(2)
	}
	if err := run(args, halves, markdown); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func run(args, halves []string, markdown bool) error {
	f, err := os.Open(args[1])
	if err != nil {
		return err
	}
	defer f.Close()
	findings, err := chains.ReadFindings(f)
	if err != nil {
		return err
	}
	texts := map[string]string{}
	if findings.Unit == chains.Bytes {
		if len(args) < 3 {
			return fmt.Errorf("findings count bytes: the corpus is needed")
		}
		if texts, err = readTexts(args[2]); err != nil {
			return err
		}
	}
	for _, half := range halves {
		gold, err := chains.Load(os.DirFS(args[0]), half)
		if err != nil {
			return err
		}
		r := chains.Score(gold, findings, func(sum string) (string, bool) { t, ok := texts[sum]; return t, ok })
		write := r.WriteText
		if markdown {
			write = r.WriteMarkdown
		}
		heading := "The " + half + " half"
		switch half {
		case chains.Fresh:
			heading = "Fresh stories"
		case chains.Second:
			heading = "Stories of a second draw"
		case chains.Third:
			heading = "Stories of a third draw"
		case chains.Fourth:
			heading = "Stories of a fourth draw"
		case chains.Fifth:
			heading = "Stories of a fifth draw"
		case chains.Sixth:
			heading = "Stories of a sixth draw"
		case chains.Seventh:
			heading = "Stories of the program's own"
		case chains.Eighth:
			heading = "Stories of an eighth draw"
		case chains.Ninth:
			heading = "More stories of the program's own"
		case chains.Tenth:
			heading = "What was left of the program's own stories"
		case chains.Eleventh:
			heading = "Stories of the program's own of longer articles"
		case chains.Twelfth:
			heading = "Stories of a twelfth draw"
		case chains.TwelfthLocked:
			heading = "Stories of a twelfth draw, the locked half"
		}
		fmt.Printf("\n## %s\n\n", heading)
		if err := write(os.Stdout); err != nil {
			return err
		}
	}
	return nil
}

// readTexts are the texts of a corpus by their SHA-256 in hex: title, a line end and text.
func readTexts(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		var a struct{ Title, Text string }
		if err := json.Unmarshal(s.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		whole := a.Title + "\n" + a.Text
		sum := sha256.Sum256([]byte(whole))
		texts[hex.EncodeToString(sum[:])] = whole
	}
	return texts, s.Err()
}
