package read

import "testing"

// TestCoverage counts by the definition of package coverage: an occurrence with a known
// verb, one with an unknown verb, and what is no occurrence.
func TestCoverage(t *testing.T) {
	count := newReader(t).Coverage()
	for _, c := range []struct {
		text                 string
		occurrences, covered int
	}{
		{"قال الوزير إن الطريق مغلق.", 1, 1},
		{"وأضاف أن العمل مستمر.", 1, 1},
		{"وأشار إلى أن العمل مستمر.", 1, 1},
		{"الوزير قال إن الطريق مغلق، مضيفا أن العمل مستمر.", 2, 2},
		{"وبرطمت الحكومة أن الطريق مفتوح.", 1, 0},     // a verb that nobody knows, before a speaker
		{"وبرطمت القطة أن الطريق مفتوح.", 0, 0},       // no speaker
		{"يمكن أن يفتح الطريق غدا.", 0, 0},            // another construction
		{"لم يقل الوزير إن الطريق مغلق.", 0, 0},       // not said
		{"وصل الوزير مع أن الطريق مغلق.", 0, 0},       // "although"
		{"فتح الطريق. أن العمل مستمر أمر جيد.", 0, 0}, // no verb in reach
		{"", 0, 0},
	} {
		got := count(c.text)
		if got.Occurrences != c.occurrences || got.Covered != c.covered {
			t.Errorf("%q: %d occurrences, %d covered; want %d, %d; unknown %v", c.text, got.Occurrences, got.Covered, c.occurrences, c.covered, got.Unknown(5))
		}
	}
}

// TestLanguage settles the language once, and says what of it is read.
func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"قال الوزير إن الطريق مغلق أمام القوافل منذ ثلاثة أيام.":                       "ar",
		"وزیر امور خارجه گفت که این راه برای سه روز بسته خواهد بود و باید منتظر ماند.": "fa",
		"The minister said that the road had been closed for three days.":              "en",
		"": "und",
	} {
		a := articleOf(text)
		if a.Language != want || (a.Coverage == "none") != (want != "ar") {
			t.Errorf("%q: %s, coverage %s; want %s", text, a.Language, a.Coverage, want)
		}
		b := a
		if Language(&b); b.Language != a.Language || b.Coverage != a.Coverage {
			t.Errorf("%q: settled twice, it is %s, %s", text, b.Language, b.Coverage)
		}
	}
}
