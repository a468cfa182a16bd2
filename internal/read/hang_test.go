package read

import (
	"strings"
	"testing"
)

// TestReadingTakesBoundedTime reads what would be slow if anything looked back over all
// that it has seen: twice the text may take a few times as long, not many.
func TestReadingTakesBoundedTime(t *testing.T) {
	if testing.Short() {
		t.Skip("some seconds")
	}
	r := newReader(t)
	for _, s := range []string{"\"", "«", "( ", "قال ", "قال إن ", "قال الوزير إن ", "قال الوزير إن الطريق مغلق.\n", "قال الوزير إن الطريق مغلق ", "وأضاف أن ", ": ", "أ. ", "ق", "&", "ـ", "، ", "الوزير ", "وزير الخارجية ", "بحسب ", "«قال» ", "\u0651", "رويترز - ", "(رويترز) "} {
		text := strings.Repeat(s, (64<<10)/len(s))
		a := articleOf(text)
		a.Language = "ar"
		r.Read(a)
	}
}
