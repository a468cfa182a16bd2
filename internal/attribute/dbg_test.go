package attribute

import (
	"fmt"
	"os"
	"riwaya"
	"riwaya/internal/lang/ar"
	"riwaya/internal/match"
	"riwaya/lexicon"
	"testing"
)

func TestDbg(t *testing.T) {
	lx, _ := lexicon.Load(os.DirFS("../../lexicon"), "ar")
	l, _ := ar.New(lx)
	f, _ := New(lx, l.Class)
	tx := l.Parse("واتهمت بلدية عرسال المسلحين بخطف ثلاثة من أبنائها، مطالبة بإعادتهم فورا.")
	r := &reading{f: f, text: tx, tokens: tx.Tokens, governed: -1}
	m := &match.Matcher{Text: tx, Parts: r}
	r.start, r.end = tx.Sentences[0].From, trimmed(tx, tx.Sentences[0])
	var found []candidate
	for i := r.start; i < r.end; i++ {
		found = f.cues(r, m, 0, i, found, nil)
	}
	choose(found)
	_ = riwaya.Span{}
	for _, c := range found {
		fmt.Println(c.p.rule.Name, c.at, c.source, c.body, c.dropped)
	}
	f.extents(r, found)
	for _, c := range found {
		fmt.Println(c.p.rule.Name, c.spans)
	}
}
