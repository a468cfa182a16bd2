package chains

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"riwaya"
)

// The halves of the gold, and what was drawn after them.
const (
	Open     = "open"     // may be looked at while rules are written
	Locked   = "locked"   // for measuring
	Fresh    = "fresh"    // stories drawn later, to learn from besides
	Second   = "second"   // stories drawn with another seed, counted blind once
	Third    = "third"    // and with a third
	Fourth   = "fourth"   // and with a fourth
	Fifth    = "fifth"    // and of longer articles
	Sixth    = "sixth"    // and of these once more
	Seventh  = "seventh"  // of the program's own stories
	Eighth   = "eighth"   // what was left of the longer articles
	Ninth    = "ninth"    // of the program's own, when PROTOCOL.md had decided what its words left open
	Tenth    = "tenth"    // and what was left of these
	Eleventh = "eleventh" // and of longer articles among them
	Twelfth  = "twelfth"  // and these once more, of any length; every second one is in the half below

	TwelfthLocked = "twelfth.locked" // for measuring, like the locked half
)

// Seen are the halves and draws that may be looked at; all but the locked ones.
var Seen = []string{Open, Fresh, Second, Third, Fourth, Fifth, Sixth, Seventh, Eighth, Ninth, Tenth, Eleventh, Twelfth}

// LockedOnes are those that are read only where it is asked for.
var LockedOnes = []string{Locked, TwelfthLocked}

// Article is where an article of the corpus is found again.
type Article struct {
	URL    string `json:"url"`
	SHA256 string `json:"sha256"` // of title, a line end and text, in hex
	Outlet string `json:"outlet"`
}

// Pair is two reports, and what they are to each other.
type Pair struct {
	ID       string   `json:"id"`
	Stratum  string   `json:"stratum"`
	A        Article  `json:"a"`
	B        Article  `json:"b"`
	Relation string   `json:"relation"` // one of the constants
	Or       []string `json:"or"`       // what a careful reader could say as well
	// Agency is whose text the shared part is, by the lexicon's id; empty where nobody says so.
	Agency       string `json:"agency"`
	AgencyUnsure bool   `json:"agency_unsure"`
	Hidden       string `json:"hidden"`    // "a" or "b": has the text and does not name the agency
	Direction    string `json:"direction"` // "a" copies b, "b" copies a, "one-source", "unknown"; empty: not judged
	Note         string `json:"note"`
}

// What two reports are to each other, as PROTOCOL.md defines it.
const (
	Release   = "release"
	Copied    = "copy"
	Rewritten = "rewritten"
	Quote     = "quote"
	Formula   = "formula"
	SameEvent = "same-event"
	Different = "different"
	Unsure    = "unsure"
)

// Relations are all of them, as tables print them.
var relations = []string{Release, Copied, Rewritten, Quote, Formula, SameEvent, Different}

// ChangePair is two reports that share text, and what changed between them.
type ChangePair struct {
	ID       string   `json:"id"`
	A        Article  `json:"a"`
	B        Article  `json:"b"`
	Complete bool     `json:"complete"` // every change is listed
	Changes  []Change `json:"changes"`
}

// Change is one change from A to B.
type Change struct {
	Kind     string      `json:"kind"`
	A        riwaya.Span `json:"a"`
	B        riwaya.Span `json:"b"`
	Optional bool        `json:"optional"` // right where it is found, not missed where it is not
}

// EventPair is a mention of an event in each of two articles.
type EventPair struct {
	ID      string  `json:"id"`
	Stratum string  `json:"stratum"`
	Label   string  `json:"label"` // "same", "different", "unsure"
	Hard    bool    `json:"hard"`  // different, and easily mistaken
	What    string  `json:"what"`
	A       Mention `json:"a"`
	B       Mention `json:"b"`
}

// Mention is one event as one article tells it: anchor words, wherever it is told.
type Mention struct {
	Article
	Spans riwaya.Spans `json:"spans"`
}

// Story is reports of one matter, and the range of independent texts and origins behind them.
type Story struct {
	ID      string    `json:"id"`
	Stratum string    `json:"stratum"`
	Reports []Article `json:"reports"`
	Out     []Article `json:"out"` // alike, but of another matter
	Texts   [2]int    `json:"texts"`
	Origins [2]int    `json:"origins"`
	Named   []string  `json:"named"`
	Why     string    `json:"why"`
	Sure    struct {
		Texts   string `json:"texts"`
		Origins string `json:"origins"`
	} `json:"sure"` // how sure the annotator is of each range: "high", "medium", "low"; of the eighth draw and later ones only
	Again *struct {
		Texts   [2]int `json:"texts"`
		Origins [2]int `json:"origins"`
		Why     string `json:"why"`
	} `json:"again"` // what a second reader said, who had not seen the first's labels; of the eighth draw only
	Main struct {
		Article
		Span    riwaya.Span `json:"span"`
		What    string      `json:"what"`
		Origins [2]int      `json:"origins"`
	} `json:"main"` // one statement of the story; of fresh ones none
}

// Gold is one half of the gold, or both.
type Gold struct {
	Pairs   []Pair
	Changes []ChangePair
	Events  []EventPair
	Stories []Story
}

// Load reads the given halves of the gold in a folder: SET.HALF.json for the sets pairs,
// changes, events and stories. A set that is not there is empty.
func Load(dir fs.FS, halves ...string) (Gold, error) {
	var g Gold
	for _, half := range halves {
		err := errors.Join(
			read(dir, "pairs", half, &g.Pairs), read(dir, "changes", half, &g.Changes),
			read(dir, "events", half, &g.Events), read(dir, "stories", half, &g.Stories))
		if err != nil {
			return Gold{}, fmt.Errorf("gold: %w", err)
		}
	}
	return g, g.check()
}

func read[T any](dir fs.FS, set, half string, into *[]T) error {
	name := set + "." + half + ".json"
	b, err := fs.ReadFile(dir, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var file struct {
		Set, Half, Corpus string
		Items             []T
	}
	if err := json.Unmarshal(b, &file); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if file.Set != set || file.Half != half {
		return fmt.Errorf("%s: says that it is %s.%s", name, file.Set, file.Half)
	}
	*into = append(*into, file.Items...)
	return nil
}

// check finds what a slip of the pen would leave.
func (g Gold) check() error {
	var errs []error
	seen := map[string]bool{}
	say := func(id, what string) { errs = append(errs, fmt.Errorf("gold: %s: %s", id, what)) }
	for _, p := range g.Pairs {
		if seen["p"+p.ID] {
			say(p.ID, "twice")
		}
		seen["p"+p.ID] = true
		for _, r := range append([]string{p.Relation}, p.Or...) {
			if r != Unsure && !slices.Contains(relations, r) {
				say(p.ID, "no relation "+r)
			}
		}
		if !slices.Contains([]string{"", "a", "b", "one-source", "unknown"}, p.Direction) || !slices.Contains([]string{"", "a", "b"}, p.Hidden) {
			say(p.ID, "direction or hidden")
		}
		if p.Hidden != "" && p.Agency == "" {
			say(p.ID, "hidden, but no agency")
		}
	}
	for _, c := range g.Changes {
		for _, x := range c.Changes {
			if _, ok := families[family(x.Kind)]; !ok {
				say(c.ID, "no kind "+x.Kind)
			}
		}
	}
	for _, e := range g.Events {
		if !slices.Contains([]string{same, different, Unsure}, e.Label) || len(e.A.Spans) == 0 || len(e.B.Spans) == 0 || e.Hard && e.Label != different {
			say(e.ID, "label, hard or spans")
		}
	}
	for _, s := range g.Stories {
		for i, r := range [][2]int{s.Texts, s.Origins, s.Main.Origins} {
			if i == 2 && s.Main.SHA256 == "" {
				continue
			}
			if r[0] < 1 || r[1] < r[0] {
				say(s.ID, "a range")
			}
		}
		for _, sure := range []string{s.Sure.Texts, s.Sure.Origins} {
			if !slices.Contains([]string{"", "high", "medium", "low"}, sure) {
				say(s.ID, "sure")
			}
		}
	}
	return errors.Join(errs...)
}
