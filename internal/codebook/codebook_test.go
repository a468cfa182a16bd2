package codebook

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"riwaya/lexicon"
)

// TestPageIsOfTheLexicon fails where docs/events.md says something else than the lexicon.
func TestPageIsOfTheLexicon(t *testing.T) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := Write(&want, lx); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../docs/events.md")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want.Bytes()) {
		return
	}
	a, b := strings.Split(string(got), "\n"), strings.Split(want.String(), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("docs/events.md:%d is not what the lexicon says: run `make docs`\n got %s\nwant %s", i+1, a[i], b[i])
		}
	}
	t.Fatalf("docs/events.md has %d lines, want %d: run `make docs`", len(a), len(b))
}

// own is a lexicon of one rule, with two words.
func own(rule string) *lexicon.Lexicon {
	return &lexicon.Lexicon{Language: "ar", Rules: []lexicon.File{{Name: "ar/events.rules", Text: rule}},
		Classes: map[string][]lexicon.Word{"coded-verb": {{Text: "قصف", Key: "shell"}, {Text: "قصف", Key: "shell"}}, "coded-noun": {{Text: "غارة", Key: "shell"}}}}
}

const shelled = `rule shell
  when event:verb
  when event:noun
  type ASSAULT
  mode heavy
  acled A / B
  cameo 19
  verb agent=subject,by target=object
  passive agent=by target=subject
  noun agent=of target=on
  needs on,in
  alone agent
  is harm
  yes قصف الجيش البلدة
  no وصل الوزير
`

// TestPage holds what is written of one kind against what its rule says.
func TestPage(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, own(shelled)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| [shell](#shell) | ASSAULT | heavy | B | 19 | 2 | - |",
		"mode heavy · ACLED A / B · CAMEO 19.",
		"| the verb | its subject; behind *by* | its object |",
		"| its passive | behind *by* | its subject |",
		"| a noun | what it is bound to (construct) | behind *on* |",
		"| the verbal noun | behind *by* | what it is bound to (construct); behind the letter *li-* |",
		"Behind *on* or behind *in* something must stand, else the word means something else. The one noun behind its verb is who does it. It is what another",
		"- verbs: <span dir=\"rtl\">قصف</span>\n- nouns: <span dir=\"rtl\">غارة</span>",
		"- read: <span dir=\"rtl\">قصف الجيش البلدة</span>\n- not read: <span dir=\"rtl\">وصل الوزير</span>",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestWithoutEnglish: a key that nobody has explained is an error with its place.
func TestWithoutEnglish(t *testing.T) {
	for old, new := range map[string]string{"type ASSAULT": "type PARTY", "is harm": "is odd", "needs on,in": "needs onto", "agent=of": "agent=around", "mode heavy": "moods heavy", "target=object": "whom=object"} {
		err := Write(&bytes.Buffer{}, own(strings.Replace(shelled, old, new, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), "ar/events.rules:1: rule shell: ") {
			t.Errorf("%s: %v", new, err)
		}
	}
	lx := own(shelled)
	lx.Classes["event-word"] = []lexicon.Word{{Text: "مفتاح", Key: "riddle", At: lexicon.Position{File: "ar/events.txt", Line: 7}}}
	if err := Write(&bytes.Buffer{}, lx); err == nil || !strings.HasPrefix(err.Error(), "ar/events.txt:7: ") {
		t.Errorf("riddle: %v", err)
	}
	if err := Write(&bytes.Buffer{}, &lexicon.Lexicon{Language: "ar"}); err == nil {
		t.Error("no rules, no error")
	}
}
