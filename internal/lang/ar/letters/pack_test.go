package letters

import "testing"

// TestFolded holds the table to what folding and packing say of each pair of bytes: of a
// vowel mark, a drawn-out stroke and a sign, that it is no letter.
func TestFolded(t *testing.T) {
	letters := 0
	for a := range 256 {
		for b := range 256 {
			pair := string([]byte{byte(a), byte(b)})
			want := uint64(0)
			for n, r := range pair {
				if n == 0 && len(pair) == len(string(r)) && (r >= 'ء' && r <= 'غ' || r >= 'ف' && r <= 'ي') {
					want = Pack([]byte(FoldString(pair)))
				}
			}
			if got := Folded(byte(a), byte(b)); got != want {
				t.Errorf("%q: %d, want %d", pair, got, want)
			}
			if want != 0 {
				letters++
			}
		}
	}
	if letters != 36 {
		t.Errorf("%d letters, want 36", letters)
	}
}
