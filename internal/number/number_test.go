package number_test

import (
	"testing"

	"riwaya/internal/number"
	"riwaya/lexicon"
)

func TestAt(t *testing.T) {
	l, r := newReader(t)
	for _, c := range []struct {
		text, number string
		low, high    float64
	}{
		{"قتل 1,234 شخصا", "1,234", 1234, 1234},
		{"قتل 1.234 شخصا", "1.234", 1234, 1234},
		{"نزح ١٢٣٤ مدنيا", "١٢٣٤", 1234, 1234},
		{"نزح ١٬٢٣٤ مدنيا", "١٬٢٣٤", 1234, 1234},
		{"نزح ١٢٫٥ في المئة", "١٢٫٥", 12.5, 12.5},
		{"نزح 1.8 مليون", "1.8 مليون", 1.8e6, 1.8e6},
		{"بقيمة 1.250 مليون", "1.250 مليون", 1.25e6, 1.25e6},
		{"بلغ 40 000 نازح", "40 000", 40000, 40000},
		{"في ست مئة قرية", "ست مئة", 600, 600},
		{"عددهم 21 ألفاً", "21 ألفاً", 21000, 21000},
		{"وثلاثة وعشرين جريحا", "ثلاثة وعشرين", 23, 23},
		{"مئة وخمسة وأربعون ألفا", "مئة وخمسة وأربعون ألفا", 145000, 145000},
		{"ألفين ومئتين", "ألفين ومئتين", 2200, 2200},
		{"أحد عشر قتيلا", "أحد عشر", 11, 11},
		{"إحدى عشرة امرأة", "إحدى عشرة", 11, 11},
		{"اثني عشر ألف نازح", "اثني عشر ألف", 12000, 12000},
		{"نصف مليون طفل", "نصف مليون", 500000, 500000},
		{"مليون ونصف المليون نازح", "مليون ونصف المليون", 1.5e6, 1.5e6},
		{"مليون و200 ألف نازح", "مليون و200 ألف", 1.2e6, 1.2e6},
		{"ألفا نازح", "ألفا", 2000, 2000},
		{"مئتا شخص", "مئتا", 200, 200},
		{"مليوني لاجئ", "مليوني", 2e6, 2e6},
		{"عشرات القتلى", "عشرات", 10, 99},
		{"بمئات الجرحى", "مئات", 100, 999},
		{"آلاف النازحين", "آلاف", 1000, 9999},
		{"وعشرات الآلاف", "عشرات الآلاف", 10000, 99999},
		{"ملايين السوريين", "ملايين", 1e6, 9999999},
		{"لأربعين عائلة", "أربعين", 40, 40},
		{"الثالث والعشرين", "الثالث والعشرين", 23, 23},
		{"ثلاثة أرباع السكان", "ثلاثة أرباع", 0.75, 0.75},
		{"خمس السكان", "خمس", 0.2, 0.2},
		{"خمس قرى", "خمس", 5, 5},
	} {
		p := l.Parse(c.text)
		found := false
		for i := range p.Tokens {
			n, ok := r.At(p, i)
			if !ok || n.Dual {
				continue
			}
			found = true
			if got := n.Span.Of(c.text); got != c.number || n.Low != c.low || n.High != c.high {
				t.Errorf("%s: %q %v %v, want %q %v %v", c.text, got, n.Low, n.High, c.number, c.low, c.high)
			}
			break
		}
		if !found {
			t.Errorf("%s: no number", c.text)
		}
	}
}

// What looks like a number and is none.
func TestNone(t *testing.T) {
	l, r := newReader(t)
	for _, text := range []string{"11:59", "12.5.2011", "12345678901234567", "أحد عناصره مليون"} {
		p := l.Parse(text)
		if n, ok := r.At(p, 0); ok && !n.OneOf {
			t.Errorf("%s: %v", text, n.Low)
		}
	}
}

func TestKeysAreNumbers(t *testing.T) {
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	if err := number.Check(lx); err != nil {
		t.Error(err)
	}
}

func FuzzAt(f *testing.F) {
	l, r := newReader(f)
	for _, s := range []string{"مئة وخمسة وأربعون ألفا", "1,234.5 مليون و200 ألف", "عشرات الآلاف", "-1 4/5", "٣ مئة و ٢١", "أحد عشر", "نصف", "خمس خمس", "سالب سالب 5", "فاصلة فاصلة 5", "ألف ألف ألف"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := l.Parse(s)
		for i := range p.Tokens {
			n, ok := r.At(p, i)
			if !ok {
				continue
			}
			if n.From != i || n.To <= i || n.To > len(p.Tokens) || n.Span.Start < p.Tokens[i].Start || n.Span.End > len(s) || n.Span.Start >= n.Span.End || n.Low > n.High {
				t.Fatalf("%q at %d: %+v", s, i, n)
			}
			r.Total(p, n.To)
		}
	})
}
