package identify

import (
	"strings"
	"testing"
)

// article is an Arabic text of some 500 words, made of the project's own cases.
func article(t testing.TB) string {
	var b strings.Builder
	for _, c := range loadCases(t) {
		if c.code == "ar" && c.line < 30 && c.line != 18 {
			b.WriteString(c.text)
			b.WriteString(".\n")
		}
	}
	return b.String()
}

// headline is the first short Arabic case.
func headline(t testing.TB) string {
	for _, c := range loadCases(t) {
		if c.code == "ar" && len(strings.Fields(c.text)) < 8 {
			return c.text
		}
	}
	t.Fatal("no headline in the cases")
	return ""
}

func BenchmarkArticle(b *testing.B) {
	text := article(b)
	Language(text)
	b.SetBytes(int64(min(len(text), head+middle)))
	b.ReportAllocs()
	for b.Loop() {
		Language(text)
	}
}

func BenchmarkHeadline(b *testing.B) {
	text := headline(b)
	Language(text)
	b.ReportAllocs()
	for b.Loop() {
		Language(text)
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(languages); err != nil {
			b.Fatal(err)
		}
	}
}
