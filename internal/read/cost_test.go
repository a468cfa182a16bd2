package read

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// costly are texts in which a word, or a few, open again and again what a finder looks for:
// each has cost more than its length before.
var costly = []string{
	"ترفض ", "قال ", "يوم ", "حلب ", "1/2/", "طالب ", "بحسب زعم ", "وكالة الأنباء ", "قتل 10 في حلب ", "قتل وأصيب ", "قتل 3 أشخاص يوم السبت. ",
	"قال الرئيس إن ثلاثة قتلوا في حلب يوم السبت.\n\n", "(", "« ", "وقال «ترفض» ",
}

// sizeKey names the size of the texts, in bytes, for the test that counts.
const sizeKey = "RIWAYA_COST_SIZE"

// TestCostly reads them. TestCostGrowsWithLength runs it, and counts.
func TestCostly(t *testing.T) {
	size, err := strconv.Atoi(os.Getenv(sizeKey))
	if err != nil {
		size = 8 << 10
	}
	r := newReader(t)
	for _, s := range costly {
		a := articleOf(strings.Repeat(s, size/len(s)))
		a.Language = "ar"
		r.Read(a)
	}
}

// TestCostGrowsWithLength counts how often each statement of the engine is run for texts of a
// size, and of four times that size. What grows with the square of the length shows as a
// statement that is run sixteen times as often. Nothing is timed.
func TestCostGrowsWithLength(t *testing.T) {
	if testing.Short() || testing.CoverMode() != "" {
		t.Skip("it builds the engine anew, to count")
	}
	const size = 24 << 10
	dir := t.TempDir()
	binary := filepath.Join(dir, "read.test")
	command(t, "go", "test", "-c", "-covermode=count", "-coverpkg=riwaya/internal/...", "-o", binary, ".")
	few, many := counted(t, binary, size), counted(t, binary, 4*size)
	for block, n := range many {
		// Four times, and half as much for what only starts to repeat behind some length.
		if n > 6*few[block]+200_000 {
			t.Errorf("%s: run %d times for %d bytes each, %d times for %d", block, few[block], size, n, 4*size)
		}
	}
	if len(many) == 0 {
		t.Fatal("nothing was counted")
	}
}

// counted is how often each block of statements is run for texts of a size.
func counted(t *testing.T, binary string, size int) map[string]int {
	t.Helper()
	profile := binary + strconv.Itoa(size)
	t.Setenv(sizeKey, strconv.Itoa(size))
	command(t, binary, "-test.run", "^TestCostly$", "-test.coverprofile", profile)
	f, err := os.Open(profile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); { // file:from,to statements times
		if w := strings.Fields(s.Text()); len(w) == 3 {
			if n, err := strconv.Atoi(w[2]); err == nil && n > 0 {
				out[w[0]] += n
			}
		}
	}
	return out
}

func command(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// BenchmarkCostly reads a mebibyte of each of them.
func BenchmarkCostly(b *testing.B) {
	r := newReader(b)
	for _, s := range costly {
		b.Run(strings.TrimSpace(s), func(b *testing.B) {
			a := articleOf(strings.Repeat(s, 1<<20/len(s)))
			a.Language = "ar"
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				r.Read(a)
			}
		})
	}
}
