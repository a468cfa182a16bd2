package ar

import (
	"strings"
	"sync"
	"testing"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
	"riwaya/lexicon"
)

func TestPackedFormsComeBack(t *testing.T) {
	seen := map[uint64]string{}
	for _, form := range strings.Fields("ء ا ب ة ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ءء اا ايي يا وا قال والمستشف ييييييييي يييييييييي") {
		key := letters.Pack([]byte(form))
		if key == 0 || key >= maqsuraFlag {
			t.Fatalf("%s has key %#x", form, key)
		}
		if other, ok := seen[key]; ok {
			t.Errorf("%s and %s share a key", form, other)
		}
		seen[key] = form
		if got := letters.Unpack(key); got != form {
			t.Errorf("%s comes back as %s", form, got)
		}
		if got := letters.Unpack(key | maqsuraFlag); got != form {
			t.Errorf("%s comes back as %s with an alef maqsura", form, got)
		}
	}
	for _, form := range []string{"", "a", "قالa", "پ", "قا\xd9", "ـ", "1", "\u0651", strings.Repeat("ي", letters.PackedMax+1)} {
		if key := letters.Pack([]byte(form)); key != 0 {
			t.Errorf("%q has key %#x", form, key)
		}
	}
}

// TestTokensHaveTheirOwnWords reads more words than are looked up at once, from several
// goroutines: each token has the word of its form.
func TestTokensHaveTheirOwnWords(t *testing.T) {
	l, err := New(&lexicon.Lexicon{})
	if err != nil {
		t.Fatal(err)
	}
	alphabet := []string{"ب", "س", "ي", "ى", "پ", "ـ", "َ", "أ", "ؤ", "ئئئئئئئئئ", "x"}
	var b strings.Builder
	for _, x := range alphabet {
		for _, y := range alphabet {
			for _, z := range alphabet {
				b.WriteString("م" + x + y + z + " ")
			}
		}
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			p := l.Parse(b.String())
			for i := range p.Tokens {
				k := &p.Tokens[i]
				if k.Kind != lang.WordKind {
					continue
				}
				text := p.Source[k.Start:k.End]
				if k.Word == nil || k.Word.Form != letters.FoldString(text) || k.Word.Maqsura != strings.HasSuffix(text, "ى") || k.Word.Maqsura != k.Maqsura() {
					t.Errorf("%s has the word %+v", text, k.Word)
					return
				}
			}
		})
	}
	all.Wait()
}
