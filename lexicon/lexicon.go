package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// Lexicon is one language's files and the shared ones, parsed.
type Lexicon struct {
	Language string
	Version  string // eight hex digits of the SHA-256 over all files
	Cues     []Cue
	Verbs    []Verb
	Classes  map[string][]Word // a section's name -> its words
	Actors   []Actor           // actors and outlets
	Places   []Place           // hand-written places
	// Gazetteer is the table of places made from packages, and Hand that of Places, if it
	// was made from the same text: then Places are not parsed. See internal/gazetteer.
	Gazetteer, Hand string
	placesText      string
	States          map[string]string // the lower-case code of a state -> its English name
	Adjectives      map[string]string // the same -> what is said of its forces: the Maltese police
	English         map[string]string // people whom no list names -> what they are called in English
	Rules           []File            // *.rules, unparsed
}

// RulesOf is the file that has the rules of a layer, its name and its text; both are empty
// where the language has none.
func (l *Lexicon) RulesOf(layer string) (name, text string) {
	for _, f := range l.Rules {
		if f.Name == l.Language+"/"+layer+".rules" {
			return f.Name, f.Text
		}
	}
	return "", ""
}

// Word is one line of a word list.
type Word struct {
	Text string
	Key  string // the ASCII key before the word, such as a country code; else ""
	At   Position
}

// File is a rules file as it stands.
type File struct{ Name, Text string }

// Position is where a line stands, for messages.
type Position struct {
	File string
	Line int
}

func (p Position) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// Cue is a word that attributes.
type Cue struct {
	Verb
	Kind   string // verb, noun, prep
	Class  string // as riwaya.Classes
	Frames []string
	bits   uint32 // of its frames
}

// Has reports whether the cue has that frame.
func (c *Cue) Has(frame string) bool { return c.bits&FrameBit(frame) != 0 }

// Bits are those of all its frames.
func (c *Cue) Bits() uint32 { return c.bits }

// Any reports whether the cue has one of the frames of those bits.
func (c *Cue) Any(bits uint32) bool { return c.bits&bits != 0 }

// Verb is a lemma (third person masculine singular past) for the conjugator, or,
// with form "-", a word that is not conjugated.
type Verb struct {
	Form    string // I to X, Q, QII, with .u .i .a for the present's vowel; "-"
	Text    string
	Masdars []string
	At      Position
}

// Actor is who is known by name.
type Actor struct {
	ID, Kind, Country, Name string
	Outlet                  bool
	From, To                string   // from when to when it existed: YYYY, YYYY-MM or YYYY-MM-DD; "" is open
	In                      []string // where it acts, if not in its country alone: lower-case codes
	Aliases                 []Alias
	At                      Position
}

// Alias is one way of writing an actor's name.
type Alias struct {
	Language, Text string
	Weak           bool // a common word too: it names the actor only where something else says so
}

// Shared is the key of an alias that several actors have: the alias itself behind a sign
// that no actor's identifier begins with.
func Shared(alias string) string { return "?" + alias }

// Load reads LANGUAGE/*.txt, LANGUAGE/*.rules and shared/*.txt under root. All
// form errors are returned together, each as file:line: message.
func Load(root fs.FS, language string) (*Lexicon, error) {
	l := &Lexicon{Language: language, Classes: map[string][]Word{}, States: map[string]string{}, Adjectives: map[string]string{}, English: map[string]string{}}
	sum := sha256.New()
	var errs []error
	var err error
	for _, dir := range []string{language, "shared"} {
		entries, err := fs.ReadDir(root, dir)
		if err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
		sort.Slice(entries, func(i, j int) bool { return entries[i].Name() < entries[j].Name() })
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			ext := path.Ext(name)
			if e.IsDir() || ext != ".txt" && ext != ".rules" {
				continue
			}
			const most = 32 << 20 // bytes of a file of words or rules
			if i, err := e.Info(); err == nil && i.Size() > most {
				return nil, fmt.Errorf("%s: larger than %d MiB", name, most>>20)
			}
			b, err := fs.ReadFile(root, name)
			if err != nil {
				return nil, fmt.Errorf("lexicon: %w", err)
			}
			fmt.Fprintf(sum, "%s %d\n", name, len(b))
			sum.Write(b)
			if ext == ".rules" {
				l.Rules = append(l.Rules, File{name, string(b)})
				continue
			}
			if name == placesFile {
				l.placesText = string(b)
				continue
			}
			errs = append(errs, l.parse(name, string(b))...)
		}
	}
	if l.Gazetteer, err = gazetteer(root); err != nil {
		return nil, err
	}
	io.WriteString(sum, l.Gazetteer[:min(len(l.Gazetteer), 64)]) // its header has a digest of the rest
	if l.Hand = handTable(root, l.placesText, l.Gazetteer); l.Hand == "" {
		errs = append(errs, l.ParsePlaces()...)
	}
	l.Version = hex.EncodeToString(sum.Sum(nil))[:8]
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return l, nil
}

// parse reads one word file by the kind that its name says.
func (l *Lexicon) parse(name, text string) []error {
	var line func(Position, string) error
	switch path.Base(name) {
	case "cues.txt":
		line = l.cueLine
	case "verbs.txt":
		line = l.verbLine
	case "actors.txt", "outlets.txt", "people.txt":
		line = l.actorLine
	case "places.txt":
		line = l.placeLine
	case "states.txt":
		line = l.stateLine
	case "english.txt":
		line = l.englishLine
	default:
		sections := []string{}
		line = func(at Position, s string) error { return l.wordLine(at, s, &sections) }
	}
	var errs []error
	n := 0
	for raw := range strings.Lines(text) {
		n++
		s := raw
		if i := strings.IndexByte(s, '#'); i >= 0 {
			s = s[:i]
		}
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		at := Position{name, n}
		if err := checkLine(s); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w: %s", at, err, s))
			continue
		}
		if err := line(at, s); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w: %s", at, err, s))
		}
	}
	return errs
}

// keys splits a line into its ASCII keys and the word, which is the rest.
func keys(s string, n int) ([]string, string) {
	out := make([]string, 0, n)
	for len(out) < n {
		k, rest, ok := strings.Cut(strings.TrimSpace(s), " ")
		if !ok {
			break
		}
		out = append(out, k)
		s = rest
	}
	return out, strings.TrimSpace(s)
}

func (l *Lexicon) cueLine(at Position, s string) error {
	if w, ok := strings.CutPrefix(s, "masdar "); ok {
		if len(l.Cues) == 0 {
			return errors.New("masdar before any verb")
		}
		c := &l.Cues[len(l.Cues)-1]
		c.Masdars = append(c.Masdars, lastField(w))
		return nil
	}
	k, word := keys(s, 4)
	if len(k) < 4 || word == "" {
		return errors.New("want KIND CLASS FORM FRAMES WORD")
	}
	if err := oneOf("kind", k[0], CueKinds); err != nil {
		return err
	}
	if err := oneOf("class", k[1], classes); err != nil {
		return err
	}
	if err := checkForm(k[0], k[2]); err != nil {
		return err
	}
	c := Cue{Kind: k[0], Class: k[1], Verb: Verb{Form: k[2], Text: word, At: at}}
	if k[3] != "-" {
		c.Frames = strings.Split(k[3], ",")
	}
	for _, f := range c.Frames {
		if err := oneOf("frame", f, Frames); err != nil {
			return err
		}
		c.bits |= FrameBit(f)
	}
	l.Cues = append(l.Cues, c)
	return nil
}

func (l *Lexicon) verbLine(at Position, s string) error {
	if w, ok := strings.CutPrefix(s, "masdar "); ok {
		if len(l.Verbs) == 0 {
			return errors.New("masdar before any verb")
		}
		v := &l.Verbs[len(l.Verbs)-1]
		v.Masdars = append(v.Masdars, lastField(w))
		return nil
	}
	k, word := keys(s, 1)
	if len(k) < 1 {
		return errors.New("want FORM WORD")
	}
	if err := checkForm("verb", k[0]); err != nil {
		return err
	}
	l.Verbs = append(l.Verbs, Verb{Form: k[0], Text: word, At: at})
	return nil
}

func (l *Lexicon) wordLine(at Position, s string, sections *[]string) error {
	if in, ok := strings.CutPrefix(s, "["); ok {
		in, ok = strings.CutSuffix(in, "]")
		*sections = strings.Fields(in)
		if !ok || len(*sections) == 0 {
			return errors.New("a section is [name] or [name name]")
		}
		return nil
	}
	if len(*sections) == 0 {
		return errors.New("a word before the first [section]")
	}
	w := Word{Text: s, At: at}
	if s[0] < 0x80 {
		k, word := keys(s, 1)
		if len(k) == 1 {
			w.Key, w.Text = k[0], word
		}
	}
	for _, c := range *sections {
		l.Classes[c] = append(l.Classes[c], w)
	}
	return nil
}

func lastField(s string) string { return strings.TrimSpace(strings.TrimLeft(s, "- ")) }
