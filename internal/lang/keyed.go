package lang

// Keyed reports whether the lexicon has the token's word, which it must have, in the set under that key.
func (t *Token) Keyed(in Set, key string) bool {
	if !t.In(in) {
		return false
	}
	for i := range t.Word.Readings {
		if q := &t.Word.Readings[i]; len(q.Key) == len(key) && q.Classes.Meets(in) && q.Key == key {
			return true
		}
	}
	return false
}

// Keyed reports whether the lexicon has a word or phrase that begins at token i in the set under that key.
func (t *Text) Keyed(i int, in Set, key string) bool {
	k := &t.Tokens[i]
	if k.Starts&StartsPhrase != 0 && k.Word.Begins.Meets(in) {
		if _, p := t.PhraseAt(i, in); p != nil && p.Key == key {
			return true
		}
	}
	return k.Word != nil && k.Keyed(in, key)
}

// AllKeyed appends to at the tokens at which such words and phrases begin. Nearly all are passed over by what
// stands in the token.
func (t *Text) AllKeyed(at []int, in Set, key string) []int {
	for i := range t.Tokens {
		if k := &t.Tokens[i]; (k.Starts&StartsPhrase != 0 || k.In(in)) && t.Keyed(i, in, key) {
			at = append(at, i)
		}
	}
	return at
}
