package ar

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
	"riwaya/lexicon"
)

var seeds = []string{"", "قال الوزير: «نعم».", "قــــال\u064f\u0651 أَحْمَدُ", "ﷺ ﻻﻟﻪ ﷲ", "٣٫٥ و12,000 و1.5", "أ. ف. ب. د.أشرف", "\"«»'‘’“”()[]{}",
	"&quot;قال&nbsp;&amp;x;", "a\u200bb\u200c\u200d\ufeff\u2060", "#ريف_إدلب || عاجل 🔴", "سطر\r\nسطر\u2028سطر\u0085", "...…..!؟?؛;", "\u0651\u0652", "گچپژ کی ە", "قا\xd9 \xff\xfeل", "\xd8\xd8قال", "\xed\xa0\x80&\x80;"}

// FuzzParse cuts anything into tokens, broken UTF-8 included: they stand in order, none is empty or cuts a
// character, between them stands only what shows nothing, and sentences are in order
// and inside. Partners of marks point at one another.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		f.Fatal(err)
	}
	l, err := New(lx)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := l.Parse(text)
		if p.Source != text {
			t.Fatal("the text was changed")
		}
		end := 0
		for i := range p.Tokens {
			k := &p.Tokens[i]
			if k.Start < end || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %d: [%d %d] behind %d of %d", i, k.Start, k.End, end, len(text))
			}
			if utf8.ValidString(text) && (!starts(text, k.Start) || !starts(text, k.End)) {
				t.Fatalf("token %d cuts a character", i)
			}
			gap(t, text[end:k.Start])
			if k.Tight() != (k.Start == end && i > 0) {
				t.Fatalf("token %d: tight %v", i, k.Tight())
			}
			if (k.Word != nil) != (k.Kind == lang.WordKind) {
				t.Fatalf("token %d: kind %d, word %v", i, k.Kind, k.Word)
			}
			if m := int(k.Match); m >= 0 && (m >= len(p.Tokens) || m == i || int(p.Tokens[m].Match) != i) {
				t.Fatalf("token %d: partner %d", i, m)
			}
			if k.Word != nil {
				readings(t, p, i)
			}
			end = k.End
		}
		gap(t, text[end:])
		sentences(t, p)
	})
}

// gap reports what stands between tokens and shows something.
func gap(t *testing.T, s string) {
	t.Helper()
	for _, r := range s {
		if r != '&' && !unicode.IsSpace(r) && !letters.IsInvisible(r) && !isEntity(s) {
			t.Fatalf("no token has %q (U+%04X)", s, r)
		}
	}
}

// isEntity reports whether a gap holds an HTML entity of a space: "&nbsp;".
func isEntity(s string) bool {
	for i := range s {
		if s[i] == '&' {
			return true
		}
	}
	return false
}

// readings reports readings whose clitics reach out of the word.
func readings(t *testing.T, p *lang.Text, i int) {
	t.Helper()
	k := &p.Tokens[i]
	if len(k.Word.Readings) == 0 || k.Word.Form == "" {
		t.Fatalf("%q has no reading", p.Source[k.Start:k.End])
	}
	for n := range k.Word.Readings {
		at := p.Inner(i, &k.Word.Readings[n])
		if at < k.Start || at > k.End || utf8.ValidString(p.Source) && !starts(p.Source, at) {
			t.Fatalf("%q: reading %d begins at %d of [%d %d]", p.Source[k.Start:k.End], n, at, k.Start, k.End)
		}
	}
}

func sentences(t *testing.T, p *lang.Text) {
	t.Helper()
	end, paragraph := 0, 0
	for _, s := range p.Sentences {
		if s.From < end || s.To <= s.From || s.To > len(p.Tokens) || s.Paragraph < paragraph {
			t.Fatalf("sentence [%d %d] paragraph %d behind %d, %d", s.From, s.To, s.Paragraph, end, paragraph)
		}
		for _, k := range p.Tokens[end:s.From] {
			if k.Kind != lang.BreakKind {
				t.Fatalf("%q is in no sentence", p.Source[k.Start:k.End])
			}
		}
		end, paragraph = s.To, s.Paragraph
	}
	for _, k := range p.Tokens[end:] {
		if k.Kind != lang.BreakKind {
			t.Fatalf("%q is in no sentence", p.Source[k.Start:k.End])
		}
	}
}

func starts(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// FuzzFold folds anything twice. Broken UTF-8, which no text has by the time it is read,
// must only not panic.
func FuzzFold(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := letters.FoldString(s)
		if twice := letters.FoldString(once); twice != once && utf8.ValidString(s) {
			t.Fatalf("%q folds to %q, then to %q", s, once, twice)
		}
		if utf8.ValidString(s) && !utf8.ValidString(once) {
			t.Fatalf("%q folds to broken UTF-8", s)
		}
		for n := range 4 {
			if i := letters.Skip(s, n); i < 0 || i > len(s) || utf8.ValidString(s) && !starts(s, i) {
				t.Fatalf("letters.Skip(%q, %d) = %d", s, n, i)
			}
		}
	})
}
