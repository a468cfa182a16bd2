package answer

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"riwaya/internal/lang/ar/letters"
	"riwaya/lexicon"
)

// Words are what of the lexicon the package asks for, folded.
type Words struct {
	from     map[string]bool   // prepositions that make a part of a whole
	among    map[string]bool   // words that begin a part of what was counted before
	own      map[string]string // a counted noun -> the predicate that it has whatever verb stands by
	outlets  map[string]string // an alias without its spaces -> who it is
	agencies map[string]actor  // an alias of an agency or outlet -> who it is
	with     []string          // phrases that count somebody in
	without  []string          // and out
	attacker []string
	several  []string        // words that count several happenings together
	offices  map[string]bool // that a name with a title may begin with
}

// actor is somebody whom the lexicon names.
type actor struct{ id, name string }

// Whence reports whether a text ends in a word that says whence: what follows it is where somebody or something comes from.
func (w *Words) Whence(text string) bool {
	text = strings.TrimRight(text, " ")
	return w.from[Fold(text[strings.LastIndexAny(text, " \n")+1:])]
}

// New prepares a lexicon.
func New(lx *lexicon.Lexicon, q lexicon.Questions) *Words {
	w := &Words{from: map[string]bool{}, among: map[string]bool{}, own: map[string]string{}, agencies: map[string]actor{}, outlets: map[string]string{}, offices: map[string]bool{}}
	for _, x := range lx.Classes["from"] {
		w.from[Fold(x.Text)] = true
	}
	for _, x := range lx.Classes["context"] {
		if x.Key == "among" {
			w.among[Fold(x.Text)] = true
		}
	}
	for _, x := range lx.Classes["counted"] {
		if _, p, ok := strings.Cut(strings.TrimRight(x.Key, "+"), ":"); ok && strings.HasSuffix(p, "!") {
			w.own[Fold(x.Text)] = strings.TrimSuffix(p, "!")
		}
	}
	for _, class := range []string{"office", "rank"} {
		for _, x := range lx.Classes[class] {
			first, _, _ := strings.Cut(Fold(x.Text), " ")
			w.offices[first] = true
		}
	}
	for i := range lx.Actors {
		a := &lx.Actors[i]
		if a.Kind != "media" {
			continue
		}
		for _, alias := range a.Aliases {
			if !alias.Weak {
				w.agencies[Fold(alias.Text)] = actor{a.ID, a.Name}
				w.outlets[joined(alias.Text)] = a.ID
			}
		}
	}
	for section, to := range map[string]*[]string{"with": &w.with, "without": &w.without, "attacker": &w.attacker, "several": &w.several} {
		for _, x := range q[section] {
			*to = append(*to, Fold(x.Text))
		}
	}
	return w
}

// Fold is s as names are compared: Arabic letters folded, others small and without marks,
// what is neither letter nor digit one space.
func Fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(letters.FoldString(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 0x131: // the dotless i, which has no mark to lose
			r = 'i'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
		default:
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// Office reports whether a folded word begins the name of an office or a rank.
func (w *Words) Office(word string) bool { return w.offices[word] }

// credited are the agencies and outlets that a byline names: parts of it, between strokes and
// dashes, are aliases of them.
func (w *Words) credited(byline string) []actor {
	var out []actor
	for _, part := range strings.FieldsFunc(byline, func(r rune) bool {
		return r == '/' || r == ',' || r == ':' || r == '(' || r == ')' || r == '|' || r == '،' || unicode.Is(unicode.Pd, r)
	}) {
		if a, ok := w.agencies[Fold(part)]; ok {
			out = append(out, a)
		}
	}
	return out
}

// sentence is the rest of a sentence behind byte at of a text, near bytes of it at most, folded.
func sentence(text string, at, near int) string {
	behind := text[at:min(len(text), at+near)]
	if i := strings.IndexAny(behind, ".\n؟!"); i >= 0 {
		behind = behind[:i]
	}
	return " " + Fold(strings.ToValidUTF8(behind, "")) + " "
}

// together reports whether a figure that ends at a byte counts several happenings: the words
// behind it in its sentence say so.
func (w *Words) together(text string, at int) bool {
	const near = 160 // bytes: some fifteen words
	s := sentence(text, at, near)
	return slices.ContainsFunc(w.several, func(x string) bool { return strings.Contains(s, " "+x+" ") })
}

// tolled reports what the words behind a figure that ends at a byte say of those who did it.
func (w *Words) tolled(text string, at int) Toll {
	const near = 120 // bytes: some ten words
	s := sentence(text, at, near)
	for _, side := range []struct {
		heads []string
		is    Toll
	}{{w.with, TollWith}, {w.without, TollWithout}} {
		for _, h := range side.heads {
			i := strings.Index(s, " "+h+" ")
			if i < 0 {
				continue
			}
			rest := s[i+len(h)+1:]
			for _, a := range w.attacker {
				if j := strings.Index(rest, " "+a+" "); j >= 0 && strings.Count(rest[:j], " ") <= 2 {
					return side.is
				}
			}
		}
	}
	return TollSilent
}
