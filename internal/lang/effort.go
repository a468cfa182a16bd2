package lang

// Effort bounds what a finder may try in one text: so much for each token that it has come
// past, and some in hand for where a sentence needs more. An article stays far below; a text in
// which every word opens something costs no more than its length, and what stands behind
// such a part is read as ever.
type Effort struct {
	left, at, each, most int
}

// NewEffort is an effort of each steps a token, and at most most in hand, which is what
// there is at the beginning.
func NewEffort(each, most int) Effort { return Effort{left: most, each: each, most: most} }

// Reach says that token i is reached. Going back gives nothing.
func (e *Effort) Reach(i int) {
	if i > e.at {
		e.left = min(e.left+(i-e.at)*e.each, e.most)
		e.at = i
	}
}

// Spend takes n steps, and reports whether there were any.
func (e *Effort) Spend(n int) bool {
	e.left -= n
	return e.left > 0
}

// Spent reports whether nothing is left before the next token.
func (e *Effort) Spent() bool { return e.left <= 0 }
