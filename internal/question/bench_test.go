package question_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"riwaya/internal/question"
)

// BenchmarkQuestions adds reports with three figures each, of places and days that grow with
// their number as news does, and makes the questions: the cost of a report must stay flat.
// held-B/report is what the set holds.
func BenchmarkQuestions(b *testing.B) {
	for _, n := range []int{1000, 10_000, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := rand.New(rand.NewPCG(3, 4))
			var before, after runtime.MemStats
			for b.Loop() {
				runtime.GC()
				runtime.ReadMemStats(&before)
				s := set(b)
				for i := range n {
					one := report{id: fmt.Sprintf("art-%d", i), outlet: fmt.Sprint("outlet", r.IntN(12)), day: "2020-03-04"}
					for range 3 {
						one.figures = append(one.figures, figure{n: float64(3 + r.IntN(60)), place: []string{"Nahr", "An Nahr", "Tall"}[r.IntN(3)], when: fmt.Sprintf("20%02d-%02d-%02d", 10+r.IntN(max(1, min(n/1000, 80))), 1+r.IntN(12), 1+r.IntN(28)), said: []string{"", "وزارة الداخلية", "مصدر أمني"}[r.IntN(3)]})
					}
					s.Add(one.record())
				}
				runtime.GC()
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "held-B/report")
				if len(s.Questions(question.With{})) == 0 {
					b.Fatal("no questions")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n)/float64(b.N), "µs/report")
		})
	}
}
