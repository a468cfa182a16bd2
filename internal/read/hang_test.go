package read

import (
	"strings"
	"testing"
)

// TestReadingEnds reads texts in which every word opens something: a cue, a quotation,
// a bracket, a sentence. A rule that looks back over all that it has seen, for all of
// them, would not come to an end here.
func TestReadingEnds(t *testing.T) {
	const size = 64 << 10
	r := newReader(t)
	for _, s := range []string{"\"", "«", "( ", "قال ", "قال إن ", "قال الوزير إن ", "قال الوزير إن الطريق مغلق.\n", "قال الوزير إن الطريق مغلق ", "وأضاف أن ", ": ", "أ. ", "ق", "&", "ـ", "، ", "الوزير ", "وزير الخارجية ", "بحسب ", "«قال» ", "\u0651", "رويترز - ", "(رويترز) ", "وفقا لما قال "} {
		text := strings.Repeat(s, size/len(s))
		a := articleOf(text)
		a.Language = "ar"
		r.Read(a)
	}
}
