package read

import (
	"fmt"
	"strings"
	"testing"
)

// A longText is one that no newsroom writes: a head, and what it repeats.
type longText struct{ name, head, repeat string }

var long = []longText{
	{"one sentence", "", "وصلت القافلة إلى البلدة القديمة في الصباح الباكر مع فرق الصيانة "},
	{"one sentence of claims", "", "قال مدير المستشفى سالم العامري إن عشرة جرحى وصلوا "},
	{"one sentence of claims in a row", "قال الوزير إن الطريق مفتوح", "، وأضاف أن الطريق مغلق"},
	{"one sentence of quotations", "", "«قال الوزير» "},
	{"lines", "", "قال مدير المستشفى سالم العامري إن عشرة جرحى وصلوا.\n"},
	{"sentences of one line", "", "قال مدير المستشفى سالم العامري إن عشرة جرحى وصلوا. "},
	{"open quotations", "", "قال «الوزير "},
}

func (l longText) of(size int) string { return l.head + strings.Repeat(l.repeat, size/len(l.repeat)+1) }

// BenchmarkLong reads long texts of several sizes: the time for a byte should not grow.
func BenchmarkLong(b *testing.B) {
	r := newReader(b)
	for _, l := range long {
		for _, size := range []int{16 << 10, 64 << 10, 256 << 10, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dKiB", l.name, size>>10), func(b *testing.B) {
				a := articleOf(l.of(size))
				a.Language = "ar"
				b.SetBytes(int64(len(a.Text)))
				for b.Loop() {
					r.Read(a)
				}
			})
		}
	}
}
