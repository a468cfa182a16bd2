// Package wording knows in what words a report tells of an event, as a key: two reports with the same key have a run of
// words around it in common that is too long for chance.
package wording

import (
	"encoding/binary"
	"maps"
	"slices"

	"riwaya"
	"riwaya/internal/reuse/passage"
)

// run is how many words in a row are a key, of which the event's own is the first, the last or the middle one: words may
// differ before it, or behind.
const run = 14

// Keys gives the keys of each event whose span is asked for, in a report's text. What stands in a title has none.
func Keys(a *riwaya.Article, at []riwaya.Spans) [][]int64 {
	text := passage.Of(a)
	out := make([][]int64, len(at))
	for i, spans := range at {
		from, to := passage.Within(text.Words, spans.Hull())
		if from == to {
			continue
		}
		for _, start := range []int{from - run + 1, from - run/2, from} {
			if start < 0 || start+run > len(text.Words) {
				continue
			}
			k := key(text.Words[start : start+run])
			if !slices.Contains(out[i], k) {
				out[i] = append(out[i], k)
			}
		}
	}
	return out
}

func key(words []passage.Word) int64 {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	for _, w := range words {
		for shift := 0; shift < 32; shift += 8 {
			h = (h ^ uint64(byte(w.Hash>>shift))) * prime
		}
	}
	return int64(h)
}

// Pack are keys in bytes, eight each; Unpack has them back.
func Pack(keys []int64) (out []byte) {
	for _, k := range keys {
		out = binary.BigEndian.AppendUint64(out, uint64(k))
	}
	return out
}

// Unpack are the keys that were packed.
func Unpack(packed []byte) (out []int64) {
	for ; len(packed) >= 8; packed = packed[8:] {
		out = append(out, int64(binary.BigEndian.Uint64(packed)))
	}
	return out
}

// Shared are the names, in order, of what has a key that something else has too.
func Shared(packed map[string][]byte) []string {
	first, out := map[int64]string{}, map[string]bool{}
	for name, keys := range packed {
		for _, k := range Unpack(keys) {
			if other, ok := first[k]; ok {
				out[name], out[other] = true, true
			} else {
				first[k] = name
			}
		}
	}
	return slices.Sorted(maps.Keys(out))
}
