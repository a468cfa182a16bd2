// Package bound says what stands right behind a word that names a happening, and whose that can be: whether a noun's object
// or another party follows it, whether a preposition is the verb's own, whom something is done to.
//
// It promises that it only looks: whom an anchor blames it does not change.
package bound

import "riwaya/internal/deed/meant"

// Reader reads the words of one text. Its zero value is not ready: see [meant.Reader.Reset]. It is for one goroutine, and keeps
// its memory from text to text.
type Reader struct{ meant.Reader }
