package identify

import (
	"os"
	"strings"
	"testing"
)

// testCase is a line of testdata/cases.txt.
type testCase struct {
	line       int
	code, text string
}

func loadCases(t testing.TB) []testCase {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		code, text, found := strings.Cut(line, " ")
		if !found {
			t.Fatalf("cases.txt:%d: want a code and a text", i+1)
		}
		cases = append(cases, testCase{i + 1, code, text})
	}
	return cases
}

// score counts the cases told rightly, and logs the others.
type score struct{ right, all int }

func (s *score) add(right bool) {
	s.all++
	if right {
		s.right++
	}
}

func (s *score) share() float64 { return float64(s.right) / float64(max(s.all, 1)) }

// TestCases measures the texts of about twenty words apart from the rest, and the half
// that weights were tuned on (odd lines) apart from the half that was held back.
func TestCases(t *testing.T) {
	const longText = 13 // words; the long texts in the five languages of Arabic script
	five := map[string]bool{"ar": true, "fa": true, "ckb": true, "ur": true, "ps": true}
	var long, rest [2]score
	byCode := map[string]*score{}
	for _, c := range loadCases(t) {
		code, confidence := Language(c.text)
		group := &rest
		if five[c.code] && len(strings.Fields(c.text)) >= longText {
			group = &long
			if byCode[c.code] == nil {
				byCode[c.code] = new(score)
			}
			byCode[c.code].add(code == c.code)
		}
		group[c.line%2].add(code == c.code)
		if code != c.code {
			t.Logf("cases.txt:%d: got %s (%.2f), want %s: %s", c.line, code, confidence, c.code, c.text)
		}
	}
	for code, s := range byCode {
		t.Logf("about twenty words, %s: %d of %d", code, s.right, s.all)
	}
	for half, name := range []string{"test (even lines)", "tune (odd lines)"} {
		t.Logf("%s: about twenty words %d of %d = %.3f; short and other languages %d of %d = %.3f", name,
			long[half].right, long[half].all, long[half].share(),
			rest[half].right, rest[half].all, rest[half].share())
		if long[half].share() < 0.98 {
			t.Errorf("%s: accuracy on texts of about twenty words is below 0.98", name)
		}
		if rest[half].share() < 0.9 {
			t.Errorf("%s: accuracy on the other texts is below 0.9", name)
		}
	}
	if n := long[0].all + long[1].all; n < 120 {
		t.Errorf("%d texts of about twenty words, want at least 120", n)
	}
}
