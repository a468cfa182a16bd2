package statement

import (
	"strings"

	"riwaya/internal/trace/wording"
)

// What ends a sentence; and what ends a part of one.
const (
	stops  = ".!?\n\u061f\u2026"
	pauses = stops + ",;:\u060c\u061b"
)

// Ends reports whether a sentence of the report ends behind word i, as it does before the first
// word and behind the last one.
func (r *Report) Ends(words []wording.Word, i int) bool { return r.marked(words, i, stops) }

// Pauses reports whether a sentence or a part of one does.
func (r *Report) Pauses(words []wording.Word, i int) bool { return r.marked(words, i, pauses) }

// marked reports whether one of some marks stands between a word and the next.
func (r *Report) marked(words []wording.Word, i int, marks string) bool {
	if i < 0 || i+1 >= len(words) {
		return true
	}
	return strings.ContainsAny(r.Rec.Article.Text[words[i].End:words[i+1].Start], marks)
}
