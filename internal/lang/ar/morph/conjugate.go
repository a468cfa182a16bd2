// Package morph makes the forms of Arabic words: what a verb's lemma gives in the third
// person, and what stems may end in. It knows no lexicon.
package morph

import (
	"strings"

	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/letters"
)

const (
	alef      = letters.Alef
	waw       = letters.Waw
	ya        = letters.Ya
	taMarbuta = letters.TaMarbuta
	ta        = letters.Ta
	hamza     = letters.Hamza
)

// Slot says which endings a stem takes.
type Slot uint8

// The slots.
const (
	PastStem    Slot = iota // takes the endings of the past
	PastFinal               // stands alone or before a pronoun
	PresentStem             // takes the prefixes and endings of the present
	PresentBare             // present, before a vowel ending only
	PresentHeld             // present, before a pronoun only
	NounStem                // takes the article, prepositions and noun endings
	ShortStem               // a weak noun without its last letter: it takes plural endings, no alef
	Fixed                   // a function word: conjunctions only
)

// Stem is one form that the conjugator makes of a lemma.
type Stem struct {
	Text string
	Slot Slot
	Feat lang.Feat
}

// Conjugate makes the stems of a verb in the third person: past, present, their
// passives, the participles and the regular verbal noun. lemma is the third person
// masculine singular past as the lexicon has it, form its pattern (I to X, Q, QII),
// with the vowel of a weak present behind a dot. After Wright, A Grammar of the
// Arabic Language, I, §§ 90-184; spellings are folded, so that vowels and most hamza
// seats do not matter.
func Conjugate(lemma, form string) []Stem {
	form, vowel, _ := strings.Cut(form, ".")
	c := conjugator{raw: []rune(lemma), f: []rune(letters.FoldString(lemma)), vowel: vowel}
	if len(c.f) < 2 {
		return nil
	}
	c.n = len(c.f)
	c.final = c.f[c.n-1]
	c.weak = c.final == ya && !strings.HasSuffix(lemma, "ئ") || c.final == alef && c.raw[len(c.raw)-1] == alef
	switch form {
	case "I":
		c.first()
	case "II", "III", "Q":
		c.second(form)
	case "IV":
		c.fourth()
	case "V", "VI", "QII":
		c.fifth()
	default:
		c.seventh(form)
	}
	return c.out
}

type conjugator struct {
	raw, f []rune
	n      int
	final  rune
	weak   bool // the last radical is weak
	vowel  string
	out    []Stem
}

func (c *conjugator) add(s Slot, f lang.Feat, parts ...any) {
	var b strings.Builder
	for _, p := range parts {
		switch p := p.(type) {
		case rune:
			b.WriteRune(p)
		case []rune:
			b.WriteString(string(p))
		case string:
			b.WriteString(p)
		}
	}
	c.out = append(c.out, Stem{b.String(), s, f})
}

const (
	past    = lang.Verb | lang.Past | lang.Third
	present = lang.Verb | lang.Present | lang.Third
	both    = lang.Active | lang.Passive
	agent   = lang.Noun | lang.Participle | lang.Active
	patient = lang.Noun | lang.Participle | lang.Passive
)

// Action are the features of a verbal noun.
const Action = lang.Noun | lang.Masdar

// pasts adds the past of a stem whose last radical may be weak.
func (c *conjugator) pasts(s []rune, f lang.Feat) {
	if !c.weak {
		c.add(PastStem, past|f, s)
		return
	}
	head := s[:len(s)-1]
	c.add(PastFinal, past|f|lang.Masculine|lang.Singular, s)          // alone
	c.add(PastFinal, past|f|lang.Masculine|lang.Singular, head, alef) // before a pronoun
	c.add(PresentBare, past|f, head)                                  // before ت، تا، وا
}

// presents adds the present of a stem; a weak last radical falls before ون.
func (c *conjugator) presents(s []rune, f lang.Feat) {
	c.add(PresentStem, present|f, s)
	if c.weak {
		c.add(PresentBare, present|f, s[:len(s)-1])
		if s[len(s)-1] == ya { // passive and subjunctive before a pronoun
			c.add(PresentHeld, present|f, s[:len(s)-1], alef)
		}
	}
}

// participles adds م + stem; the weak ones lose their last letter when indefinite.
func (c *conjugator) participles(s []rune, f lang.Feat) {
	c.add(NounStem, f, s)
	if c.weak {
		c.add(ShortStem, f, s[:len(s)-1])
	}
}

func (c *conjugator) first() {
	f := c.f
	switch {
	case c.n == 2: // doubled: رد
		c.pasts(f, both)
		c.presents(f, both)
		c.add(NounStem, agent, f[0], alef, f[1])
		c.add(NounStem, patient, "م", f, waw, f[1])
	case c.n == 3 && f[1] == alef && !c.weak && c.raw[1] == alef: // hollow: قال
		mid := map[string]rune{"u": waw, "i": ya, "a": alef}[c.vowel]
		if mid == 0 {
			mid = waw
		}
		c.pasts(f, lang.Active)
		c.add(PastStem, past|lang.Passive, f[0], ya, f[2])
		c.add(PresentStem, present|lang.Active, f[0], mid, f[2])
		c.add(PresentStem, present|lang.Passive, f[0], alef, f[2])
		c.add(NounStem, agent, f[0], alef, ya, f[2])
	case c.n == 3:
		c.pasts(f, both)
		p := f
		if f[0] == waw {
			p = f[1:]
			c.presents(f, lang.Passive)
		}
		if c.weak {
			last := map[string]rune{"u": waw}[c.vowel]
			if last == 0 {
				last = ya
			}
			if c.final == alef { // دعا: the passive is دعي
				c.add(PastFinal, past|lang.Passive|lang.Masculine|lang.Singular, f[:2], ya)
				c.add(PresentBare, past|both, f[:2])
			}
			stem := append(append([]rune{}, p[:len(p)-1]...), last)
			if f[1] == alef && f[0] == 'ر' { // رأى loses its hamza in the present
				stem = []rune{'ر', ya}
			}
			c.presents(stem, both)
			c.add(NounStem, agent, f[0], alef, f[1], ya)
			c.add(ShortStem, agent, f[0], alef, f[1])
			c.add(NounStem, patient, "م", f[:2], last)
			return
		}
		c.presents(p, both)
		c.add(NounStem, agent, f[0], alef, f[1:])
		c.add(NounStem, patient, "م", f[:2], waw, f[2])
	}
}

// hamzaFirst is f with a leading hamza in the seat it takes after a prefix.
func hamzaFirst(raw, f []rune) []rune {
	if raw[0] != 'أ' && raw[0] != 'آ' {
		return f
	}
	return append([]rune{waw}, f[1:]...)
}

// hamzaLast is f with a final hamza in the seat it takes after i.
func hamzaLast(raw, f []rune) []rune {
	if raw[len(raw)-1] != 'أ' {
		return f
	}
	return append(append([]rune{}, f[:len(f)-1]...), ya)
}

func (c *conjugator) second(form string) {
	f := c.f
	p := hamzaLast(c.raw, hamzaFirst(c.raw, f))
	c.pasts(f, both)
	c.presents(p, both)
	if form == "Q" && c.n == 4 && c.raw[2] == 'أ' { // طمأن، يطمئن
		p = []rune{f[0], f[1], ya, f[3]}
		c.presents(p, both)
	}
	part := append([]rune{'م'}, p...)
	c.participles(part, agent)
	c.participles(part, patient)
	switch {
	case form == "III":
		if f[0] != waw { // ووصل is rather "and arrived"
			c.add(PastStem, past|lang.Passive, f[0], waw, f[2:])
		}
		if c.weak {
			c.add(NounStem, Action, "م", f[:c.n-1], alef, taMarbuta)
			return
		}
		c.add(NounStem, Action, "م", f, taMarbuta)
		c.add(NounStem, Action, f[0], f[2:c.n-1], alef, c.final)
	case form == "Q":
		c.add(NounStem, Action, f, taMarbuta)
	case c.weak || c.raw[len(c.raw)-1] == 'أ':
		c.add(NounStem, Action, ta, f[:c.n-1], ya, taMarbuta)
	case c.n == 3:
		c.add(NounStem, Action, ta, f[:2], ya, f[2])
	}
}

func (c *conjugator) fourth() {
	f := c.f
	if c.raw[0] == 'آ' { // the first radical is a hamza: آمن، يؤمن، إيمان
		c.pasts(f, both)
		p := append([]rune{waw}, f[1:]...)
		c.presents(p, both)
		c.participles(append([]rune{'م'}, p...), agent)
		c.add(NounStem, Action, alef, ya, f[1:c.n-1], alef, c.final)
		return
	}
	rest := f[1:]
	c.pasts(f, both)
	switch {
	case c.weak:
		c.presents(rest, both)
		c.participles(append([]rune{'م'}, rest...), agent)
		c.add(NounStem, Action, initial(f[:c.n-1]), alef, hamza)
	case len(rest) == 3 && rest[1] == alef && c.raw[2] == alef: // hollow: أفاد
		mid := []rune{rest[0], ya, rest[2]}
		c.add(PastStem, past|lang.Passive, alef, mid)
		c.presents(mid, lang.Active)
		c.presents(rest, lang.Passive)
		c.add(PresentStem, present|lang.Active|lang.Jussive, rest[0], rest[2]) // لم يفد
		c.add(NounStem, agent, "م", mid)
		c.add(NounStem, patient, "م", rest)
		c.add(NounStem, Action, f, taMarbuta)
	case len(rest) == 2: // doubled: أصر
		c.presents(rest, both)
		c.add(NounStem, agent, "م", rest)
		c.add(NounStem, Action, f, alef, c.final)
	default:
		p := hamzaLast(c.raw, rest)
		c.presents(p, both)
		part := append([]rune{'م'}, p...)
		c.add(NounStem, agent, part)
		c.add(NounStem, patient, part)
		end := c.final
		if end == alef {
			end = hamza
		}
		c.add(NounStem, Action, initial(f[:c.n-1]), alef, end)
	}
}

// initial is the start of a form IV verbal noun: أوضح gives إيضاح, not إوضاح.
func initial(head []rune) []rune {
	out := append([]rune{}, head...)
	if len(out) > 2 && (out[1] == waw) {
		out[1] = ya
	}
	return out
}

func (c *conjugator) fifth() {
	f := c.f
	c.pasts(f, both)
	c.presents(f, both)
	part := append([]rune{'م'}, f...)
	c.participles(part, agent)
	switch {
	case c.weak:
		c.add(NounStem, Action, f)
		c.add(NounStem, Action, f[:c.n-1])
	case c.raw[len(c.raw)-1] == 'أ': // تنبأ، تنبؤ
		c.add(NounStem, Action, f[:c.n-1], waw)
	default:
		c.add(NounStem, Action, f)
	}
}

// seventh serves VII, VIII, IX and X, whose past begins with a helping alef.
func (c *conjugator) seventh(form string) {
	f := c.f
	rest := hamzaLast(c.raw, f[1:])
	hollow := c.n >= 5 && f[c.n-2] == alef && !c.weak && (form != "X" || c.n == 6)
	full := map[string]int{"VII": 5, "VIII": 5, "X": 6, "IX": 5}[form]
	doubled := c.n == full-1 && !assimilated(f)
	c.pasts(f, both)
	switch {
	case hollow:
		mid := append([]rune{}, rest...)
		if form == "X" {
			mid[len(mid)-2] = ya
		}
		c.presents(mid, both)
		c.add(PresentStem, present|lang.Active|lang.Jussive, rest[:len(rest)-2], rest[len(rest)-1]) // لم يستطع
		c.add(NounStem, agent, "م", mid)
		c.add(NounStem, patient, "م", rest)
		if form == "X" {
			c.add(NounStem, Action, f, taMarbuta)
			c.add(PastStem, past|lang.Passive, alef, mid)
			return
		}
		c.add(NounStem, Action, f[:c.n-2], ya, alef, c.final)
		if form == "VIII" { // اغتيل، اختير
			c.add(PastStem, past|lang.Passive, f[:c.n-2], ya, c.final)
		}
	case c.weak:
		c.presents(rest, both)
		c.participles(append([]rune{'م'}, rest...), agent)
		c.add(NounStem, Action, f[:c.n-1], alef, hamza)
	default:
		c.presents(rest, both)
		part := append([]rune{'م'}, rest...)
		c.add(NounStem, agent, part)
		c.add(NounStem, patient, part)
		if doubled {
			c.add(NounStem, Action, f, alef, c.final)
			return
		}
		end := c.final
		if end == alef {
			end = hamza
		}
		c.add(NounStem, Action, f[:c.n-1], alef, end)
	}
}

// assimilated reports whether a short form VIII has swallowed its first radical
// (اتهم of وهم, ادعى of دعو) rather than doubled its last (احتل).
func assimilated(f []rune) bool {
	return len(f) == 4 && strings.ContainsRune("تدطذزض", f[1]) && !(f[1] == 'ض' && f[2] == 'ط')
}
