package where_test

import (
	"testing"

	"riwaya/internal/lang/ar"
	"riwaya/internal/where"
	"riwaya/lexicon"
)

func BenchmarkNew(b *testing.B) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		b.Fatal(err)
	}
	l, err := ar.New(lx)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := where.New(lx, l.Class, ar.Spelling); err != nil {
			b.Fatal(err)
		}
	}
}
