package words

import "io"

// Parse makes a catalog of words that stand elsewhere, in the form of the desk's. The error names
// the line that is wrong.
func Parse(code string, r io.Reader) (*Catalog, error) { return parse(code, r) }

// Plural reports whether a key has plural forms.
func (c *Catalog) Plural(key string) bool { return c.plurals[key] != nil }
