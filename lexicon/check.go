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
	Frames     = []string{"that", "say", "obj", "bi", "an", "ila", "ala", "min", "fi", "li", "hawl", "addr", "ask", "put", "tell", "whole", "cont", "weak", "deed"}
	ActorKinds = []string{"person", "government", "military", "police", "armed_group", "party", "igo", "ngo", "media", "company", "civilians", "other"}
	Forms      = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q", "QII"}
	classes    = riwaya.Classes
)

// FrameBit is the bit of a frame, 0 for a word that is none.
func FrameBit(frame string) uint32 {
	switch frame {
	case "that":
		return 1 << 0
	case "say":
		return 1 << 1
	case "obj":
		return 1 << 2
	case "bi":
		return 1 << 3
	case "an":
		return 1 << 4
	case "ila":
		return 1 << 5
	case "ala":
		return 1 << 6
	case "min":
		return 1 << 7
	case "fi":
		return 1 << 8
	case "li":
		return 1 << 9
	case "hawl":
		return 1 << 10
	case "addr":
		return 1 << 11
	case "ask":
		return 1 << 12
	case "put":
		return 1 << 13
	case "whole":
		return 1 << 14
	case "cont":
		return 1 << 15
	case "weak":
		return 1 << 16
	case "tell":
		return 1 << 17
	case "deed":
		return 1 << 18
	}
	return 0
}

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
		case r < 0x80:
			in = in && !unicode.IsLetter(r) && r != '='
		case r >= 0x0621 && r <= 0x064a && r != 0x0640: // nearly all of them
			if !in {
				runs++
			}
			in = true
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
		}
	}
	if runs > 1 {
		return errors.New("two runs of Arabic on one line")
	}
	return nil
}
