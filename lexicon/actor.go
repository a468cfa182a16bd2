package lexicon

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// actorLine reads a line of actors.txt or outlets.txt.
func (l *Lexicon) actorLine(at Position, s string) error {
	key, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	if key == "actor" || key == "outlet" {
		k, name := keys(rest, 3)
		if len(k) < 3 || name == "" {
			return errors.New("want actor ID KIND COUNTRY Name")
		}
		if err := oneOf("kind", k[1], ActorKinds); err != nil {
			return err
		}
		country := k[2]
		if country == "-" {
			country = ""
		}
		l.Actors = append(l.Actors, Actor{ID: k[0], Kind: k[1], Country: strings.ToUpper(country), Name: name, Outlet: key == "outlet", At: at})
		return nil
	}
	if len(l.Actors) == 0 {
		return fmt.Errorf("%s before any actor", key)
	}
	a := &l.Actors[len(l.Actors)-1]
	switch key {
	case "ar", "en":
		a.Aliases = append(a.Aliases, Alias{Language: key, Text: rest})
	case "weak":
		a.Aliases = append(a.Aliases, Alias{Language: "ar", Text: rest, Weak: true})
	case "in":
		for _, code := range strings.Fields(rest) {
			if len(code) != 2 || code != strings.ToLower(code) {
				return fmt.Errorf("%q is no lower-case code of a country", code)
			}
			a.In = append(a.In, code)
		}
	case "from", "to":
		if !isDay(rest) {
			return fmt.Errorf("%q is no YYYY, YYYY-MM or YYYY-MM-DD", rest)
		}
		if key == "from" {
			a.From = rest
		} else {
			a.To = rest
		}
		if a.From != "" && a.To != "" && a.To < a.From {
			return errors.New("it ends before it begins")
		}
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return nil
}

// isDay reports whether s is a year, a month or a day.
func isDay(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// stateLine reads a line of states.txt: a code of ISO 3166-1 alpha-2, a name and, behind a slash, an adjective.
func (l *Lexicon) stateLine(_ Position, s string) error {
	k, name := keys(s, 1)
	if len(k) < 1 || len(k[0]) != 2 || name == "" {
		return errors.New("want CODE Name")
	}
	if l.States[k[0]] != "" {
		return fmt.Errorf("a second name for %s", k[0])
	}
	name, adjective, _ := strings.Cut(name, " / ")
	if l.States[k[0]] = name; adjective != "" {
		l.Adjectives[k[0]] = adjective
	}
	return nil
}

// englishLine reads a line of english.txt: a name in English, a colon and the words that it is of.
func (l *Lexicon) englishLine(_ Position, s string) error {
	name, words, ok := strings.Cut(s, ": ")
	if words = strings.TrimSpace(words); !ok || name == "" || words == "" {
		return errors.New("want Name: WORDS")
	}
	if l.English[words] != "" {
		return errors.New("a second name for it")
	}
	l.English[words] = name
	return nil
}

// Existed reports whether the actor existed on a day, YYYY-MM-DD; "" is any day. A bound
// that is only a year or a month is taken whole.
func (a *Actor) Existed(day string) bool {
	if day == "" {
		return true
	}
	return (a.From == "" || day >= a.From) && (a.To == "" || day <= a.To || strings.HasPrefix(day, a.To))
}
