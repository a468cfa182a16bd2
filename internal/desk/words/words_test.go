package words

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func load(t *testing.T) map[string]*Catalog {
	t.Helper()
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestSameKeys holds the languages to each other: what one says, the other says with as much in it.
func TestSameKeys(t *testing.T) {
	all := load(t)
	ar, en := all["ar"], all["en"]
	for _, k := range ar.Keys() {
		if !en.Has(k) {
			t.Errorf("en.txt has no %s", k)
		}
	}
	for _, k := range en.Keys() {
		if !ar.Has(k) {
			t.Errorf("ar.txt has no %s", k)
		}
		if (ar.plurals[k] == nil) != (en.plurals[k] == nil) {
			t.Errorf("%s has plural forms in one language only", k)
		}
		if a, e := values(ar.texts[k]), values(en.texts[k]); !slices.Equal(a, e) {
			t.Errorf("%s: %v in Arabic, %v in English", k, a, e)
		}
	}
}

var value = regexp.MustCompile(`\{\d\}`)

func values(text string) []string {
	all := value.FindAllString(text, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

func TestPlurals(t *testing.T) {
	c, err := parse("ar", strings.NewReader("r[zero] = z\nr[one] = o\nr[two] = t\nr[few] = {0} f\nr[many] = {0} m\nr[other] = {0} x\n"))
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{0: "z", 1: "o", 2: "t", 3: "3 f", 10: "10 f", 11: "11 m", 99: "99 m", 100: "100 x", 102: "102 x", 103: "103 f", 111: "111 m", 3_000_005: "3000005 f"} {
		if got := c.Say("r", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestSay(t *testing.T) {
	c, err := parse("en", strings.NewReader("# words\na = from {0} to {1}, {0}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Say("a", "حلب", 3); got != "from \u2068حلب\u2069 to 3, \u2068حلب\u2069" {
		t.Errorf("%q", got)
	}
	if c.Has("b") || c.Say("b") != "b" {
		t.Error("b")
	}
}

func TestBadFiles(t *testing.T) {
	for _, bad := range []string{"a", "a = x\na = y", "a[few] = x", "a[one] = x", "a[one] = x\na[one] = y", "a = "} {
		if _, err := parse("en", strings.NewReader(bad)); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
}
