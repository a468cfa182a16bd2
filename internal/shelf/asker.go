package shelf

import "riwaya/internal/question/ask"

// Asker reads numbers in words. It is made when it is first asked for, which takes some tenths of a
// second.
func (s *Shelf) Asker() (*ask.Asker, error) { return s.asker() }
