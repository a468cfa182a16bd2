package when_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/when"
)

// cases are where another project's cases are looked for; they are not part of this one.
const cases = "../../../shared/specs/recognizers.ar.DateTime.%s.jsonl"

type reader struct {
	l *ar.Language
	f *when.Finder
}

func newReader(t testing.TB) reader {
	t.Helper()
	lx, l := artest.Load(t)
	f, err := when.New(lx, l.Class)
	if err != nil {
		t.Fatal(err)
	}
	return reader{l, f}
}

// times are those of a text published on a day, which may be empty.
func (r reader) times(text, published string) []riwaya.Time {
	rec := riwaya.Record{Article: riwaya.Article{ID: riwaya.TextID(text), Text: text}}
	if published != "" {
		rec.Article.Published, rec.Article.PublishedPrecision = &published, riwaya.PrecisionDay
	}
	r.f.Find(r.l.Parse(text), &rec)
	return rec.Times
}

// spec is a case: a text, its day, and what another reader should find.
type spec struct {
	ID, Text, Ref string
	Want          []struct {
		Text  string
		Value struct {
			Timex                            string
			FutureResolution, PastResolution map[string]string
		}
	}
}

// fits reports whether one of the times has a value that the case allows: its own, where X
// stands for any digit, or one of the days that it proposes. A length from now is a day
// there and here as exact as its unit: rough is whether such a value fits too.
func (c *spec) fits(got []riwaya.Time, rough bool) bool {
	if len(c.Want) == 0 {
		return len(got) == 0
	}
	for i := range c.Want {
		w := &c.Want[i].Value
		if !slices.ContainsFunc(got, func(t riwaya.Time) bool {
			for _, v := range []string{w.Timex, w.FutureResolution["date"], w.PastResolution["date"]} {
				if same(v, t.Value) || rough && v != "" && covers(t.Value, v) && (strings.Contains(t.Rule, ":ago@") || strings.Contains(t.Rule, ":later@")) {
					return true
				}
			}
			return false
		}) {
			return false
		}
	}
	return true
}

// same reports whether a value is the wanted one, in which X is any digit.
func same(want, got string) bool {
	if len(want) != len(got) || want == "" {
		return false
	}
	for i := range len(want) {
		if want[i] != got[i] && !(want[i] == 'X' && got[i] >= '0' && got[i] <= '9') {
			return false
		}
	}
	return true
}

// covers reports whether a month, year or week holds a day.
func covers(value, day string) bool {
	if at, err := time.Parse("2006-01-02", day); err == nil {
		y, w := at.ISOWeek()
		return strings.HasPrefix(day, value+"-") || value == fmt.Sprintf("%04d-W%02d", y, w)
	}
	return false
}

// TestOthersCases measures the finder on another project's cases, where they are there.
// Its golds that are held to be wrong are in testdata/others.txt, with the reason; they
// are counted all the same.
func TestOthersCases(t *testing.T) {
	r := newReader(t)
	for _, name := range []string{"DateParser", "DateExtractor", "DatePeriodParser", "DateTimeParser", "DurationParser", "TimeParser"} {
		f, err := os.Open(fmt.Sprintf(cases, name))
		if err != nil {
			t.Skip("no cases here")
		}
		exact, rough, total := 0, 0, 0
		for s := bufio.NewScanner(f); s.Scan(); total++ {
			var c spec
			if err := json.Unmarshal(s.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			got := r.times(c.Text, c.Ref[:min(len(c.Ref), len("2006-01-02"))])
			if c.fits(got, false) {
				exact++
			}
			if c.fits(got, true) {
				rough++
				continue
			}
			if name != "DateParser" && !testing.Verbose() {
				continue
			}
			line := c.ID + ": " + c.Text + ": want"
			for _, w := range c.Want {
				line += fmt.Sprintf(" %q=%s", w.Text, w.Value.Timex)
			}
			for _, g := range got {
				line += fmt.Sprintf(", got %q=%s", g.Text, g.Value)
			}
			t.Log(line)
		}
		f.Close()
		if name == "DateParser" && 100*rough < 75*total {
			t.Errorf("%s: %d of %d right, less than 75%%", name, rough, total)
		}
		t.Logf("%s: %d of %d right (%.0f%%); as exact as their unit %d (%.0f%%)", name, exact, total, 100*float64(exact)/float64(total), rough, 100*float64(rough)/float64(total))
	}
}
