// Package typeset sets text in Arabic and Latin letters on pages, and writes them as PDF.
//
// It promises that letters are joined and marks placed as the fonts ask (HarfBuzz, by
// go-text/typesetting), that directions are settled by the Unicode bidirectional algorithm
// (UAX #9, isolates too), that text can be found and copied, and that the same blocks give the
// same bytes: no clock, no chance. It knows neither cases nor articles.
//
// Fonts are embedded: Noto Naskh Arabic, Noto Serif. A letter that neither has is drawn as an
// empty box, and Missing names it.
package typeset

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"time"

	pdffont "github.com/carlos7ags/folio/font"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

//go:embed fonts/*.ttf
var fonts embed.FS

// Direction is from where to where a paragraph is read.
type Direction int

// The directions: that of the document, that of the first letter which has one, or one of both.
const (
	Base Direction = iota
	Auto
	LTR
	RTL
)

// Style is how a text looks.
type Style struct {
	Size float64 // in points
	Bold bool
	Gray float64 // 0 is black, 1 white
}

// Run is some text in one style.
type Run struct {
	Text  string
	Style Style
}

// Isolate keeps the directions of a text and of what stands around it apart (UAX #9, FSI and PDI).
func Isolate(s string) string { return string(fsi) + s + string(pdi) }

// Document is what is being set. It is for one goroutine.
type Document struct {
	Title    string
	Language string                       // ar or en: BCP 47
	RTL      bool                         // the direction of the document
	Made     time.Time                    // stands in the file
	Footer   func(page, pages int) string // "" for none

	faces   [4]*face // by style: Naskh, Serif, both bold
	shaper  shaping.HarfbuzzShaper
	wrapper shaping.LineWrapper
	rows    []row
	marks   []mark
	missing map[rune]bool
}

// mark is an entry of the outline.
type mark struct {
	level int
	text  string
	row   int
}

// face is a font for both who shapes and who writes.
type face struct {
	shape *font.Face
	embed *pdffont.EmbeddedFont
	text  map[uint16]string // what a glyph stands for, where it always stands for the same
}

// The page: A4, in points.
const (
	pageWidth, pageHeight = 595.28, 841.89
	marginSide            = 62.0
	marginTop             = 62.0
	marginBottom          = 70.0
	// Width is how wide a line can be.
	Width = pageWidth - 2*marginSide
)

// New begins a document.
func New() (*Document, error) {
	d := &Document{missing: map[rune]bool{}}
	for i, name := range []string{"NotoNaskhArabic-Regular", "NotoSerif-Regular", "NotoNaskhArabic-Bold", "NotoSerif-Bold"} {
		b, err := fonts.ReadFile("fonts/" + name + ".ttf")
		if err != nil {
			return nil, err
		}
		shape, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf("typeset: %s: %w", name, err)
		}
		written, err := pdffont.ParseTTF(b)
		if err != nil {
			return nil, fmt.Errorf("typeset: %s: %w", name, err)
		}
		d.faces[i] = &face{shape: shape, embed: pdffont.NewEmbeddedFont(written), text: map[uint16]string{}}
	}
	return d, nil
}

// Missing are the letters that no font has, in order of their codes.
func (d *Document) Missing() []rune { return sortedRunes(d.missing) }

// row is what stands at one height of a page.
type row struct {
	before float64 // space above it, none at the top of a page
	height float64
	base   float64 // from its top to the line that letters stand on
	pieces []piece
	bar    float64 // x of a bar beside it, 0 for none
	fill   float64 // 0: none; else the gray behind it
	keep   bool    // stays with the next row
	page   bool    // begins a page
}

// piece is a line of text in a row.
type piece struct {
	line line
	x    float64
}

// Block is how a paragraph stands on the page.
type Block struct {
	Direction   Direction
	Before      float64 // space above, in points
	Start, End  float64 // indents, from the side where it begins and from the other
	Keep        bool    // on the page of the next block
	Bar, Filled bool    // a bar on the side where it begins; gray behind
	NewPage     bool
	Centre      bool
}

// leading is the height of a line by the size of its letters: Arabic needs room above and below.
const leading = 1.62

// Paragraph sets a paragraph. Line ends in it are kept.
func (d *Document) Paragraph(b Block, runs ...Run) {
	width := Width - b.Start - b.End
	if b.Bar || b.Filled {
		width -= 2 * inside
	}
	rtl, lines := d.set(runs, b.Direction, width)
	for i, l := range lines {
		r := row{height: l.size * leading, keep: b.Keep, page: b.NewPage && i == 0}
		r.base = r.height*0.5 + l.size*0.32
		if i == 0 {
			r.before = b.Before
			r.keep = r.keep || len(lines) > 1 // no line alone at a page's end
		}
		if i == len(lines)-2 && len(lines) > 2 {
			r.keep = true // and none at its beginning
		}
		left := marginSide + b.Start
		if rtl {
			left = marginSide + b.End
		}
		if b.Bar || b.Filled {
			left += inside
		}
		x := left
		switch {
		case b.Centre:
			x = left + (width-l.width)/2
		case rtl:
			x = left + width - l.width
		}
		if b.Bar {
			r.bar = left - inside
			if rtl {
				r.bar = left + width + inside
			}
		}
		if b.Filled {
			r.fill = 0.93
		}
		r.pieces = []piece{{l, x}}
		d.rows = append(d.rows, r)
	}
}

// inside is the room between a bar, or the edge of what is filled, and the text.
const inside = 8.0

// Heading sets a heading, which the outline names.
func (d *Document) Heading(level int, text string, newPage bool) {
	size := [...]float64{20, 15, 12.5, 11.5}[min(level, 3)]
	d.marks = append(d.marks, mark{level, text, len(d.rows)})
	d.Paragraph(Block{Before: size * 0.9, Keep: true, NewPage: newPage, Direction: Base}, Run{text, Style{Size: size, Bold: true}})
}

// labelWidth is how wide the labels of fields are.
const labelWidth = 112.0

// Field sets a label and what stands beside it.
func (d *Document) Field(label string, size float64, keep bool, value ...Run) {
	const gap = 8.0
	_, names := d.set([]Run{{label, Style{Size: size, Bold: true, Gray: 0.25}}}, Base, labelWidth-gap)
	_, lines := d.set(value, Base, Width-labelWidth)
	for i := range max(len(names), len(lines)) {
		r := row{height: size * leading, keep: keep || i == 0 && len(lines) > 1}
		r.base = r.height*0.5 + size*0.32
		if i == 0 {
			r.before = 1.5
		}
		if i < len(names) {
			x := marginSide
			if d.RTL {
				x = pageWidth - marginSide - names[i].width
			}
			r.pieces = append(r.pieces, piece{names[i], x})
		}
		if i < len(lines) {
			x := marginSide + labelWidth
			if d.RTL {
				x = pageWidth - marginSide - labelWidth - lines[i].width
			}
			r.pieces = append(r.pieces, piece{lines[i], x})
		}
		d.rows = append(d.rows, r)
	}
}

func (d *Document) direction(text []rune, dir Direction) di.Direction {
	switch dir {
	case LTR:
		return di.DirectionLTR
	case RTL:
		return di.DirectionRTL
	case Auto:
		if slices.ContainsFunc(text, func(r rune) bool { strong, _ := strength(r); return strong }) {
			if begins(text) {
				return di.DirectionRTL
			}
			return di.DirectionLTR
		}
	}
	if d.RTL {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}
