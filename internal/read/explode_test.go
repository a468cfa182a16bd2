package read

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"riwaya/lexicon"
)

// lexiconWith is the lexicon that is built in, with lines put behind a file of it.
func lexiconWith(t *testing.T, file, more string) fstest.MapFS {
	t.Helper()
	root := lexicon.Embedded()
	out := fstest.MapFS{}
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, name)
		out[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if out[file] == nil {
		t.Fatalf("no file %s", file)
	}
	out[file] = &fstest.MapFile{Data: append(out[file].Data, "\n"+more...)}
	return out
}

func load(files fs.FS) (*Reader, error) {
	lx, err := lexicon.Load(files, "ar")
	if err != nil {
		return nil, err
	}
	return New(lx)
}

// TestRulesThatExplode loads rules that could be fitted in too many ways, or that there are too
// many of: each is refused by one line that names file and rule.
func TestRulesThatExplode(t *testing.T) {
	rule := func(when string) string {
		return "rule boom\n  when    " + when + "\n  frame   that\n  weight  60\n  yes     قال الوزير إن الطريق مغلق\n    source  الوزير\n"
	}
	var many, parts, deep, whens strings.Builder
	for n := range 10_000 {
		fmt.Fprintf(&many, "rule boom-%d\n  when    cue:verb src adj* that body\n  frame   that\n  weight  1\n  yes     قال\n", n)
		fmt.Fprintf(&parts, "part boom-%d\n  is day\n", n)
	}
	for n := range 40 {
		fmt.Fprintf(&deep, "part boom-%d\n  is boom-%d boom-%d\n", n, n+1, n+1)
	}
	for range 300 {
		whens.WriteString("  when    cue:verb src that body\n")
	}
	for name, c := range map[string]struct{ file, more, where, what string }{
		"a star beside itself":         {"ar/attribution.rules", rule("cue:verb adj* adj* adj* adj* adj* that body"), "rule boom", "adj* stands beside adj*"},
		"a long chain":                 {"ar/attribution.rules", rule("cue:verb " + strings.Repeat("src ", 40) + "body"), "rule boom", "a pattern of 41 parts"},
		"many that may be left":        {"ar/attribution.rules", rule("cue:verb " + strings.Repeat("src? adj? ", 6) + "body"), "rule boom", "12 parts with ? or *"},
		"many patterns":                {"ar/attribution.rules", "rule boom\n" + whens.String(), "rule boom", "more than 200 patterns"},
		"many rules":                   {"ar/attribution.rules", many.String(), "ar/attribution.rules:", "more than 2000 rules"},
		"a long line":                  {"ar/figures.rules", "rule boom\n  yes " + strings.Repeat("x", 5000), "ar/figures.rules:", "more than 4096 bytes"},
		"many parts":                   {"ar/times.rules", parts.String(), "ar/times.rules:", "more than 500 parts"},
		"deep parts":                   {"ar/times.rules", deep.String() + "part boom-40\n  is weekday\n", "part boom-", "more than 30 deep"},
		"a part of itself":             {"ar/times.rules", "part boom\n  is boom weekday\n", "part boom", "begins with itself"},
		"parts of one another":         {"ar/times.rules", "part boom\n  is boomb weekday\npart boomb\n  is boom weekday\n", "part boom", "begins with itself"},
		"a part that must hold itself": {"ar/times.rules", "part boom\n  is weekday boom\n", "part boom", "itself"},
		"a long part":                  {"ar/times.rules", "part boom\n  is weekday" + strings.Repeat(" weekday?", 20) + "\n", "part boom", "20 parts with ? or *"},
	} {
		_, err := load(lexiconWith(t, c.file, c.more))
		if err == nil {
			t.Errorf("%s: loaded", name)
			continue
		}
		line, _, more := strings.Cut(err.Error(), "\n")
		if !strings.Contains(line, c.file) || !strings.Contains(line, c.where) || !strings.Contains(line, c.what) {
			t.Errorf("%s: %.300s", name, line)
		}
		if len(err.Error()) > 20_000 && more {
			t.Errorf("%s: %d bytes of error", name, len(err.Error()))
		}
	}
}

// TestRulesThatCost loads rules that the bounds let through and that are as costly as such rules
// can be: reading with them comes to an end, and finds what it found before.
func TestRulesThatCost(t *testing.T) {
	const text = "قال الوزير إن الطريق مغلق منذ يوم الثلاثاء. "
	var stars, nested, words strings.Builder
	for n := range 200 {
		fmt.Fprintf(&stars, "rule boom-%d\n  when    src* adj* src* adj* cue:verb src* adj* src* adj* src* that body\n  frame   that\n  weight  1\n  yes     قال\n", n)
	}
	for n := range 20 { // each doubles the ways of the one before
		fmt.Fprintf(&nested, "part boom-%d\n  is boom-%d boom-%d?\n  is boom-%d?boom\n", n, n+1, n+1, n+1)
	}
	for n := range 30_000 {
		fmt.Fprintf(&words, "كلمة%s\n", strings.Map(func(r rune) rune { return r - '0' + 'ا' }, fmt.Sprint(n)))
	}
	nestedText := strings.ReplaceAll(nested.String(), "?boom\n", " boom-x?\n") + "part boom-20\n  is weekday\n  is weekday weekday?\npart boom-x\n  is weekday boom-x?\n" +
		"rule boom\n  when time:boom-0 boom-x? boom-0? boom-x?\n  means date\n  weight 1\n  yes     يوم الثلاثاء\n    value XXXX-WXX-2\n"
	for name, c := range map[string]struct{ file, more string }{
		"stars":  {"ar/attribution.rules", stars.String()},
		"nested": {"ar/times.rules", nestedText},
		"words":  {"ar/nouns.txt", words.String()},
	} {
		r, err := load(lexiconWith(t, c.file, c.more))
		if err != nil {
			t.Errorf("%s: %.500v", name, err)
			continue
		}
		for _, s := range []string{text, "قال ", "الثلاثاء ", "ترفض "} {
			a := articleOf(strings.Repeat(s, 20_000/len(s)))
			a.Language = "ar"
			rec := r.Read(a)
			if s == text && (len(rec.Claims) == 0 || len(rec.Times) == 0) {
				t.Errorf("%s: %d claims, %d times", name, len(rec.Claims), len(rec.Times))
			}
		}
	}
}
