package site

import (
	"strings"
	"unicode/utf8"

	"riwaya/lexicon"
)

// arabic are the Arabic names of actors, by their IDs and by their names in English, and of states.
func arabic(lx *lexicon.Lexicon) map[string]string {
	out := make(map[string]string, 2*len(lx.Actors))
	for _, w := range lx.Classes["country"] {
		if name := lx.States[w.Key]; name != "" && out[name] == "" {
			out[name] = w.Text
		}
	}
	for i := range lx.Actors {
		for _, a := range lx.Actors[i].Aliases {
			if a.Language == "ar" && !a.Weak && !abbreviated(a.Text) {
				out[lx.Actors[i].ID], out[lx.Actors[i].Name] = a.Text, a.Text
				break
			}
		}
	}
	return out
}

// abbreviated reports whether a name has words of a letter or two, as the signs of agencies have.
func abbreviated(name string) bool {
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '.' }) {
		if utf8.RuneCountInString(w) < 3 {
			return true
		}
	}
	return false
}
