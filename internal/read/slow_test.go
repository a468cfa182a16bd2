package read

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestSlow(t *testing.T) {
	r := newReader(t)
	for _, s := range []string{"\"", "«", "( ", "قال ", "قال إن ", "قال الوزير إن ", "قال الوزير إن الطريق مغلق.\n", "قال الوزير إن الطريق مغلق ", "وأضاف أن ", ": ", "أ. ", "ق", "&", "ـ", "، ", "الوزير ", "وزير الخارجية ", "بحسب ", "«قال» ", "\u0651", "رويترز - ", "(رويترز) ", "وفقا لما قال "} {
		var ds []time.Duration
		for _, n := range []int{16 << 10, 32 << 10, 64 << 10} {
			a := articleOf(strings.Repeat(s, n/len(s)))
			a.Language = "ar"
			b := time.Now()
			r.Read(a)
			ds = append(ds, time.Since(b))
			if ds[len(ds)-1] > 20*time.Second {
				break
			}
		}
		fmt.Println(strings.TrimSpace(s), ds)
	}
}
