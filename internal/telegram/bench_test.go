package telegram

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// generated is an export of n messages as it is read, about a thousand bytes each.
func generated(n int) io.Reader {
	i := 0
	const form = `%s
  {"id": %d, "type": "message", "date": "2024-01-05T12:00:00", "date_unixtime": "%d", "from": "x", "from_id": "channel7", "text": ["%d: ", {"type": "bold", "text": "%s"}, " #x"], "text_entities": [{"type": "plain", "text": "%s"}]}`
	text := strings.Repeat("قال مدير المستشفى إن عشرة جرحى وصلوا إلى المدينة مساء أمس. ", 5)
	return io.MultiReader(strings.NewReader(`{"name": "x", "type": "public_channel", "id": 7, "messages": [`), &made{next: func() []byte {
		if i++; i > n {
			return nil
		}
		comma := ","
		if i == 1 {
			comma = ""
		}
		return fmt.Appendf(nil, form, comma, i, 1704448800+60*i, i, text, text)
	}}, strings.NewReader("]}"))
}

type made struct {
	next func() []byte
	left bytes.Buffer
}

func (m *made) Read(p []byte) (int, error) {
	if m.left.Len() == 0 {
		b := m.next()
		if b == nil {
			return 0, io.EOF
		}
		m.left.Write(b)
	}
	return m.left.Read(p)
}

// BenchmarkMessages reads an export of 200,000 messages; beside the time it prints messages a
// second and the most memory that was in use.
func BenchmarkMessages(b *testing.B) {
	const n = 200_000
	for _, c := range []struct {
		name string
		read func(io.Reader) int
	}{
		{"read", func(in io.Reader) (got int) {
			for _, err := range Albums((&Reader{}).Messages(in)) {
				if err != nil {
					b.Fatal(err)
				}
				got++
			}
			return got
		}},
		{"surveyed", func(in io.Reader) int {
			if err := (&Reader{}).Survey(in); err != nil {
				b.Fatal(err)
			}
			return n
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var most uint64
			bytes := int64(0)
			for b.Loop() {
				in := &watched{r: generated(n), most: &most}
				if got := c.read(in); got != n {
					b.Fatalf("%d messages", got)
				}
				bytes = in.n
			}
			b.SetBytes(bytes)
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "messages/s")
			b.ReportMetric(float64(most)/(1<<20), "MiB-peak")
		})
	}
}

// watched looks at the memory in use now and then.
type watched struct {
	r     io.Reader
	n     int64
	looks int
	most  *uint64
}

func (w *watched) Read(p []byte) (int, error) {
	if w.looks++; w.looks%20_000 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		*w.most = max(*w.most, m.HeapInuse+m.StackInuse)
	}
	n, err := w.r.Read(p)
	w.n += int64(n)
	return n, err
}
