package reading

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/page"
)

// TestReaderFails reads with a reader that cannot read: that is one clear line about the
// input, and no end of the run.
func TestReaderFails(t *testing.T) {
	in := cli.Input{Input: page.Input{Article: riwaya.Article{ID: "t-1", Text: "قال الوزير إن الطريق مفتوح.", Language: "ar"}}}
	w := ReadConfig{Format: "json"}.record(nil, in, make(spare, 1))
	if w.err == nil || !strings.Contains(w.err.Error(), "the reader failed") || strings.Contains(w.err.Error(), "\n") {
		t.Errorf("error %v", w.err)
	}
}
