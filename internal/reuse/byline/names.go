// Package byline knows agencies and outlets by what they are called, and so whose a line of authors is,
// and whether a reporter signs a text. It reads no text but the beginning, and says nothing of who copies whom.
package byline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/reuse/passage"
	"riwaya/lexicon"
)

// Names knows agencies and outlets by what they are called, and so whose a byline is. It is read
// only, and safe for use by many.
type Names struct {
	called    map[string]string   // folded words of a name -> actor
	name      map[string]string   // actor -> its English name
	agency    map[string]bool     // whether an actor is an agency, by what it is called
	unnamed   map[string]bool     // "agencies", as a lexicon has them
	aliases   map[string]string   // actor -> all its names, folded, a stroke before, between and behind
	last      map[string][]string // the last word of a name of several -> actors
	country   map[string]string   // actor -> where it is at home
	skeletons map[string][]string // consonants of a name in Latin letters -> actors
	spoken    map[uint32][]phrase // by which a text speaks of agencies, by the first word
	inFull    [][]uint32          // words that announce a document in full
}

// New takes the outlets of a lexicon, and its words for agencies without a name.
func New(lx *lexicon.Lexicon) *Names {
	n := &Names{called: map[string]string{}, name: map[string]string{}, agency: map[string]bool{}, unnamed: map[string]bool{}, aliases: map[string]string{}, last: map[string][]string{}, country: map[string]string{}, skeletons: map[string][]string{}}
	for _, w := range lx.Classes["agencies"] {
		n.unnamed[called(w.Text)] = true
	}
	nouns := n.nouns(lx.Classes["media"])
	for i := range lx.Actors {
		a := &lx.Actors[i]
		if !a.Outlet || slices.ContainsFunc(a.Aliases, func(alias lexicon.Alias) bool { return n.unnamed[called(alias.Text)] }) {
			continue
		}
		n.name[a.ID], n.aliases[a.ID], n.country[a.ID] = a.Name, "|", a.Country
		for _, alias := range a.Aliases {
			key := called(alias.Text)
			n.aliases[a.ID] += key + "|"
			first, rest, several := strings.Cut(key, " ")
			agency := several && nouns[letters.Bare(first)]
			n.agency[a.ID] = n.agency[a.ID] || agency
			if agency && nouns[first] && rest != "" && !strings.Contains(rest, " ") && n.called[rest] == "" {
				n.called[rest] = a.ID // a byline leaves out that it is an agency
			}
			if !alias.Weak && key != "" && n.called[key] == "" {
				n.called[key] = a.ID
			}
			if joined := initials(key); joined != "" && n.called[joined] == "" {
				n.called[joined] = a.ID
			}
			if i := strings.LastIndexByte(key, ' '); i >= 0 && !slices.Contains(n.last[key[i+1:]], a.ID) {
				n.last[key[i+1:]] = append(n.last[key[i+1:]], a.ID)
			}
		}
		n.called[strings.ReplaceAll(a.ID, "-", "")] = a.ID
		for _, part := range append(strings.Split(a.ID, "-"), a.ID) {
			if s := skeleton(part); len(s) >= 3 && !slices.Contains(n.skeletons[s], a.ID) { // with two the Emirates' agency is a Saudi paper
				n.skeletons[s] = append(n.skeletons[s], a.ID)
			}
		}
	}
	n.phrases(lx)
	for _, w := range lx.Classes["in-full"] {
		n.inFull = append(n.inFull, passage.Hashes(w.Text))
	}
	return n
}

// nouns are those of a lexicon's words for media that mean one agency: such as are written as a word for
// several, but for the ending.
func (n *Names) nouns(media []lexicon.Word) map[string]bool {
	out := map[string]bool{}
	for _, w := range media {
		word := called(w.Text)
		_, size := utf8.DecodeLastRuneInString(word)
		for many := range n.unnamed {
			if len(word) > 3*size && len(many) > len(word) && strings.HasPrefix(many, word[:len(word)-size]) {
				out[word] = true
			}
		}
	}
	return out
}

// called is a name as it is compared: its folded words, one space between.
func called(name string) string {
	fields := strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !letters.IsInvisible(r)
	})
	for i, f := range fields {
		fields[i] = letters.FoldString(f)
	}
	return strings.Join(fields, " ")
}

// initials are the letters of a name that is written with three of them or more, however they stand apart, "" of another.
func initials(key string) string {
	joined := strings.ReplaceAll(key, " ", "")
	if key == joined || utf8.RuneCountInString(joined) < 3 || utf8.RuneCountInString(joined) > 2*strings.Count(key, " ")+1 {
		return ""
	}
	return joined
}

// Known reports whether an actor is an outlet or an agency with a name.
func (n *Names) Known(actor string) bool { return n.name[actor] != "" }

// Name is the English name of an outlet or agency.
func (n *Names) Name(actor string) string { return n.name[actor] }

// Called is the agency or outlet that has a name, "" where none has.
func (n *Names) Called(name string) string { return n.called[called(name)] }

// Agency reports whether an actor is a news agency, by what it is called.
func (n *Names) Agency(actor string) bool { return n.agency[actor] }

// Home reports whether an actor is of the country of one of these.
func (n *Names) Home(actor string, of []string) bool {
	return n.country[actor] != "" && slices.ContainsFunc(of, func(id string) bool { return n.country[id] == n.country[actor] })
}

// skeleton is what is left of a name in Latin letters when it is written in other ways: its
// consonants without article, doubling and a last y or h.
func skeleton(name string) string {
	name = strings.ToLower(name)
	for _, article := range []string{"al-", "el-", "al", "el"} {
		if rest, ok := strings.CutPrefix(name, article); ok && len(rest) >= 3 {
			name = rest
			break
		}
	}
	var b []byte
	for _, c := range []byte(name) {
		switch {
		case strings.IndexByte("aeiou", c) >= 0:
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			if len(b) == 0 || b[len(b)-1] != c {
				b = append(b, c)
			}
		}
	}
	return strings.TrimRight(string(b), "yh")
}

// Outlet are the ids that an outlet may have in the lexicon: by its name, else by what is alike of its
// name in Latin letters or its host. Several are right where it only serves to know one's own
// name.
func (n *Names) Outlet(name string) []string {
	if name == "" {
		return nil
	}
	if _, ok := n.name[name]; ok {
		return []string{name}
	}
	if id := n.called[called(name)]; id != "" {
		return []string{id}
	}
	host := strings.TrimPrefix(strings.ToLower(name), "www.")
	label, _, _ := strings.Cut(host, ".")
	if id := n.called[label]; id != "" {
		return []string{id}
	}
	return n.skeletons[skeleton(label)]
}

// Byline is what a line of authors says.
type Byline struct {
	Actors, Names []string // agencies and outlets: the lexicon's ids, "" for agencies without a name
	Hinted        []string // those whose name may be meant by its last word alone
	Mixed         bool     // more stands beside them than one place and one's own name
	Signed        bool     // a name of two words or more stands there that is none of theirs: a reporter's, or a place's that the text does not name
}

// Meant are those whose name one word may stand for: "the French one" is an agency where it is cited.
func (n *Names) Meant(name string) []string {
	if key := called(name); !strings.Contains(key, " ") {
		return n.last[key]
	}
	return nil
}

// Line reads a line of authors. A name counts where it is the whole of what stands between two marks. Nobody is called
// as one of the places of the text.
func (n *Names) Line(line string, self []string, places []riwaya.Place) (b Byline) {
	pieces := strings.FieldsFunc(line, func(r rune) bool {
		return r != '.' && r != ' ' && r != 0xa0 && (!unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !letters.IsInvisible(r) || r == letters.Tatweel)
	})
	beside := 0
	for _, p := range pieces {
		key := called(p)
		if key == "" || key == "nbsp" { // what is left of a space in markup
			continue
		}
		id, ok := n.called[key]
		if joined := initials(key); !ok && joined != "" {
			id, ok = n.called[joined]
		}
		switch {
		case ok && slices.Contains(self, id), n.part(key, self):
			continue
		case ok || n.unnamed[key]:
			name := strings.TrimSpace(p)
			if ok {
				name = n.name[id]
			}
			if !slices.Contains(b.Names, name) {
				b.Actors, b.Names = append(b.Actors, id), append(b.Names, name)
			}
		default:
			beside++
			b.Hinted = append(b.Hinted, n.last[key]...)
			b.Signed = b.Signed || len(strings.FieldsFunc(key, func(r rune) bool { return r == ' ' }))-particles(key) >= 2 && !isPlace(key, places)
		}
	}
	b.Mixed = beside > 1
	return b
}

// Where a text begins with a line of its own, or with what stands before a colon, this many words at most
// can be a reporter's name with place and paper.
const mostHead = 9

// Heads reports whether a text begins with the name of a reporter, between strokes beside a place, "agencies" or the
// paper's own name.
func (n *Names) Heads(rec *riwaya.Record, self []string) bool {
	a := &rec.Article
	text := a.Text[min(len(a.Title), len(a.Text)):]
	begin := len(a.Text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	line := a.Text[begin:]
	if i := strings.IndexAny(line, ":\n"); i >= 0 {
		line = line[:i]
	}
	if len(strings.Fields(line)) > mostHead {
		return false
	}
	stroke := func(r rune) bool {
		return r != '.' && unicode.Is(unicode.Pd, r) || r == letters.Tatweel || r == '|' || r == '/'
	}
	pieces := strings.FieldsFunc(line, stroke)
	if len(pieces) < 2 {
		return false
	}
	beside, signed := false, false
	at := begin
	for _, p := range pieces {
		from := at + strings.Index(a.Text[at:], p)
		at = from + len(p)
		span, key := riwaya.Span{Start: from, End: at}, called(p)
		switch {
		case n.part(key, self), n.called[key] != "" && slices.Contains(self, n.called[key]), n.unnamed[key], placed(rec, span):
			beside = true
		case n.called[key] == "" && len(strings.Fields(key))-particles(key) >= 2:
			signed = true
		}
	}
	return beside && signed
}

// isPlace reports whether one of these places is called so.
func isPlace(key string, places []riwaya.Place) bool {
	return slices.ContainsFunc(places, func(p riwaya.Place) bool { return called(p.Text) == key })
}

// placed reports whether a place stands in a span.
func placed(rec *riwaya.Record, at riwaya.Span) bool {
	return slices.ContainsFunc(rec.Places, func(p riwaya.Place) bool { return p.Span.Hull().Overlaps(at) })
}

// part reports whether a name is one of those of these actors without its first or its last word, as a paper
// calls itself.
func (n *Names) part(key string, of []string) bool {
	return slices.ContainsFunc(of, func(id string) bool {
		return strings.Contains(n.aliases[id], " "+key+"|") || strings.Contains(n.aliases[id], "|"+key+" ")
	})
}

// particles are the words of two letters or fewer: from, son of.
func particles(key string) (n int) {
	for w := range strings.SplitSeq(key, " ") {
		if utf8.RuneCountInString(w) <= 2 {
			n++
		}
	}
	return n
}
