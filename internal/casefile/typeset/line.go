package typeset

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// line is a line of shaped text; its parts stand from left to right.
type line struct {
	parts []part
	width float64
	size  float64 // of its largest letters
}

// part is text of one font, style and direction.
type part struct {
	shaping.Output
	face  int
	style Style
	text  []rune // of the paragraph: clusters are places in it
}

// set shapes text and breaks it into lines. Line ends begin new ones.
func (d *Document) set(runs []Run, dir Direction, width float64) (rtl bool, lines []line) {
	var whole strings.Builder
	for _, r := range runs {
		whole.WriteString(r.Text)
	}
	base := d.direction([]rune(whole.String()), dir)
	for _, some := range paragraphs(runs) {
		lines = append(lines, d.wrap(some, base, width)...)
	}
	return base == di.DirectionRTL, lines
}

// paragraphs cuts runs where lines end.
func paragraphs(runs []Run) (out [][]Run) {
	out = [][]Run{nil}
	for _, r := range runs {
		for i, s := range strings.Split(strings.ReplaceAll(r.Text, "\r\n", "\n"), "\n") {
			if i > 0 {
				out = append(out, nil)
			}
			out[len(out)-1] = append(out[len(out)-1], Run{plain(s), r.Style})
		}
	}
	return out
}

// plain is a text without what is no letter: controls but those of direction and joining.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r == 0x2028, r == 0x2029, r == 0xfeff:
			return -1
		case r >= 0x202a && r <= 0x202e: // overrides and embeddings: what they turn stays turned
			return -1
		}
		return r
	}, s)
}

// wrap sets one paragraph.
func (d *Document) wrap(runs []Run, base di.Direction, width float64) []line {
	var text []rune
	var styles []int // of each letter
	level := bidi.Level(0)
	if base == di.DirectionRTL {
		level = 1
	}
	for i, r := range runs {
		for _, c := range r.Text {
			text, styles = append(text, c), append(styles, i)
		}
	}
	if len(text) == 0 { // an empty line has a height
		return []line{{size: runs[0].Style.Size}}
	}
	levels := levelsOf(text, level)
	inputs, at := d.itemise(text, styles, levels, runs)
	outs := make([]shaping.Output, len(inputs))
	for i := range inputs {
		outs[i] = d.shaper.Shape(inputs[i])
	}
	wrapped, _ := d.wrapper.WrapParagraphF(shaping.WrapConfig{Direction: base, DisableTrailingWhitespaceTrim: true}, toFixed(width), text, shaping.NewSliceIterator(outs))
	lines := make([]line, 0, len(wrapped))
	for _, w := range wrapped {
		slices.SortStableFunc(w, func(a, b shaping.Output) int { return a.Runes.Offset - b.Runes.Offset })
		var l line
		var order []bidi.Level
		for _, o := range w {
			i := styles[o.Runes.Offset]
			o.Glyphs = slices.Clone(o.Glyphs) // the wrapper has them again for the next paragraph
			if o.Runes.Offset == w[len(w)-1].Runes.Offset {
				trim(&o, text)
			}
			l.parts = append(l.parts, part{o, at[o.Runes.Offset], runs[i].Style, text})
			l.size = max(l.size, runs[i].Style.Size)
			l.width += toFloat(o.Advance)
			order = append(order, levels[o.Runes.Offset])
		}
		reorder(l.parts, order)
		lines = append(lines, l)
	}
	return lines
}

// trim takes away the width of the spaces with which a line ends. The library would look for them
// where two levels of direction have them.
func trim(o *shaping.Output, text []rune) {
	for k := range o.Glyphs {
		g := &o.Glyphs[k]
		if o.Direction == di.DirectionLTR {
			g = &o.Glyphs[len(o.Glyphs)-1-k]
		}
		if !unicode.IsSpace(text[g.TextIndex()]) {
			return
		}
		o.Advance -= g.Advance
		g.Advance, g.XAdvance = 0, 0
	}
}

// itemise cuts text where style, level, font or script change, and says of each letter which
// font it has.
func (d *Document) itemise(text []rune, styles []int, levels []bidi.Level, runs []Run) (out []shaping.Input, at []int) {
	at = make([]int, len(text))
	scripts := make([]language.Script, len(text))
	for i, r := range text {
		at[i], scripts[i] = d.faceOf(r, i > 0 && arabic(scripts[i-1]))
		if neutral(r) && i > 0 { // stays with what it follows
			at[i], scripts[i] = at[i-1]&1, scripts[i-1]
		}
		if runs[styles[i]].Style.Bold {
			at[i] |= 2
		}
	}
	from := 0
	for i := 1; i <= len(text); i++ {
		if i < len(text) && at[i] == at[from] && levels[i] == levels[from] && styles[i] == styles[from] && scripts[i] == scripts[from] {
			continue
		}
		dir := di.DirectionLTR
		if levels[from]%2 == 1 {
			dir = di.DirectionRTL
		}
		lang := language.NewLanguage("en")
		if arabic(scripts[from]) {
			lang = language.NewLanguage("ar")
		}
		out = append(out, shaping.Input{Text: text, RunStart: from, RunEnd: i, Direction: dir, Face: d.faces[at[from]].shape,
			Size: toFixed(runs[styles[from]].Style.Size), Script: scripts[from], Language: lang})
		from = i
	}
	return out, at
}

func arabic(s language.Script) bool { return s == language.Arabic }

// neutral are letters without a look of their own.
func neutral(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x200b && r <= 0x200f || r >= 0x2060 && r <= 0x2069 || unicode.Is(unicode.Mn, r)
}

// faceOf is which font has a letter, 0 the Arabic or 1 the Latin one, and the script it is set in.
func (d *Document) faceOf(r rune, after bool) (int, language.Script) {
	script := language.LookupScript(r)
	switch {
	case script == language.Arabic, after && r == 0x640:
		if _, ok := d.faces[0].shape.NominalGlyph(r); ok {
			return 0, language.Arabic
		}
	case script == language.Common, script == language.Inherited:
		script = language.Latin
		if _, ok := d.faces[1].shape.NominalGlyph(r); !ok {
			if _, ok := d.faces[0].shape.NominalGlyph(r); ok {
				return 0, language.Arabic
			}
		}
	}
	if _, ok := d.faces[1].shape.NominalGlyph(r); !ok && !neutral(r) {
		d.missing[r] = true
	}
	return 1, script
}

// strength says whether a letter has a direction, and which.
func strength(r rune) (strong, rtl bool) {
	if !unicode.IsLetter(r) {
		return false, false
	}
	return true, unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

func toFixed(f float64) fixed.Int26_6 { return fixed.Int26_6(f * 64) }
func toFloat(f fixed.Int26_6) float64 { return float64(f) / 64 }

func sortedRunes(m map[rune]bool) []rune { return slices.Sorted(maps.Keys(m)) }
