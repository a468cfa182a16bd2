package lang

// Keyed reports whether the lexicon has the token's word, which it must have, in the set under that key.
func (t *Token) Keyed(in Set, key string) bool {
	return t.In(in) && t.Word.Some(func(q *Reading) bool { return q.Key == key && q.Classes.Meets(in) })
}

// Keyed reports whether the lexicon has a word or phrase that begins at token i in the set under that key.
func (t *Text) Keyed(i int, in Set, key string) bool {
	k := &t.Tokens[i]
	if k.Word == nil {
		return false
	}
	if k.Word.Begins.Meets(in) {
		if _, p := t.PhraseAt(i, in); p != nil && p.Key == key {
			return true
		}
	}
	return k.Keyed(in, key)
}

// AllKeyed appends to at the tokens at which such words and phrases begin.
func (t *Text) AllKeyed(at []int, in Set, key string) []int {
	for i := range t.Tokens {
		if t.Keyed(i, in, key) {
			at = append(at, i)
		}
	}
	return at
}
