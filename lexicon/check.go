package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"riwaya"
)

// The values that keys may take.
var (
	CueKinds   = []string{"verb", "noun", "prep"}
	Frames     = []string{"that", "say", "obj", "bi", "an", "ila", "ala", "min", "fi", "li", "hawl", "addr", "ask", "put", "whole", "cont", "weak"}
	ActorKinds = []string{"person", "government", "military", "police", "armed_group", "party", "igo", "ngo", "media", "company", "civilians", "other"}
	Forms      = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q", "QII"}
	classes    = riwaya.Classes
)

func oneOf(what, v string, in []string) error {
	if slices.Contains(in, v) {
		return nil
	}
	return fmt.Errorf("unknown %s %q, want one of %s", what, v, strings.Join(in, " "))
}

func checkForm(kind, form string) error {
	if form == "-" {
		if kind == "verb" {
			return errors.New("a verb needs its form")
		}
		return nil
	}
	f, vowel, _ := strings.Cut(form, ".")
	if err := oneOf("form", f, Forms); err != nil {
		return err
	}
	return oneOf("vowel", vowel, []string{"", "u", "i", "a"})
}

// checkLine refuses what an editor would mix up or what folding would lose: two
// runs of Arabic, a mark, a tatweel, a bidi control.
func checkLine(s string) error {
	runs, in := 0, false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Inherited, r), r == 0x0670:
			return fmt.Errorf("a vowel mark (U+%04X); write bare words", r)
		case r == 0x0640:
			return errors.New("a tatweel; write bare words")
		case unicode.Is(unicode.Bidi_Control, r):
			return fmt.Errorf("a direction control (U+%04X)", r)
		case unicode.Is(unicode.Arabic, r):
			if !in {
				runs++
			}
			in = true
		case r < 0x80 && (unicode.IsLetter(r) || r == '='):
			in = false
		}
	}
	if runs > 1 {
		return errors.New("two runs of Arabic on one line")
	}
	return nil
}
