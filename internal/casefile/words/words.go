// Package words has the words of a case's document, in Arabic and English: texts that stand beside
// it, in the form that the words of the desk have (package desk/words).
package words

import (
	"embed"

	"riwaya/internal/desk/words"
)

//go:embed ar.txt en.txt
var files embed.FS

// Load is the catalog of a language. The error names the line that is wrong.
func Load(language string) (c *words.Catalog, err error) {
	f, err := files.Open(language + ".txt")
	if err != nil {
		return nil, err
	}
	defer f.Close() // embedded
	return words.Parse(language, f)
}
