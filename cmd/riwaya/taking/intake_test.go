package taking

import (
	"path/filepath"
	"testing"
)

// TestCustodyName keeps what tells of the machine out of the evidence.
func TestCustodyName(t *testing.T) {
	abs, err := filepath.Abs("x/y.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a/b.txt": "a/b.txt", "./a//b.txt": "a/b.txt", abs: "y.txt"} {
		if got := custodyName(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
