package typeset

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/carlos7ags/folio/content"
	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/document"
	"github.com/go-text/typesetting/di"
)

// noLetter is what the library is told that glyphs stand for: toUnicode says it better, and of a
// letter that is private the library writes no table, which would be in no order.
const noLetter = "\U000F0000"

// fontNames are the names of the faces in a page's resources.
var fontNames = [...]string{"F0", "F1", "F2", "F3"}

// Write sets the pages and writes the file. Nothing may be added afterwards.
func (d *Document) Write(w io.Writer) error {
	pages, pageOf := d.pages()
	out := document.NewWriter("1.7")
	root, tree := core.NewPdfDictionary(), core.NewPdfDictionary()
	treeRef := out.AddObject(tree)
	kids := core.NewPdfArray()
	resources := core.NewPdfDictionary()
	resourcesRef := out.AddObject(resources)
	var refs []*core.PdfIndirectReference
	for i, rows := range pages {
		c := content.NewStream()
		d.draw(c, rows)
		d.footer(c, i+1, len(pages))
		page := core.NewPdfDictionary()
		page.Set("Type", core.NewPdfName("Page"))
		page.Set("Parent", treeRef)
		page.Set("MediaBox", core.NewPdfArray(core.NewPdfInteger(0), core.NewPdfInteger(0), core.NewPdfReal(pageWidth), core.NewPdfReal(pageHeight)))
		page.Set("Resources", resourcesRef)
		page.Set("Contents", out.AddObject(core.NewPdfStreamCompressed(c.Bytes())))
		ref := out.AddObject(page)
		refs = append(refs, ref)
		kids.Add(ref)
	}
	tree.Set("Type", core.NewPdfName("Pages"))
	tree.Set("Kids", kids)
	tree.Set("Count", core.NewPdfInteger(len(pages)))
	used := core.NewPdfDictionary()
	for i, f := range d.faces {
		if len(f.text) == 0 {
			continue
		}
		dict := f.embed.BuildObjects(out.AddObject)
		dict.Set("ToUnicode", out.AddObject(core.NewPdfStreamCompressed([]byte(f.toUnicode()))))
		used.Set(fontNames[i], out.AddObject(dict))
	}
	resources.Set("Font", used)

	root.Set("Type", core.NewPdfName("Catalog"))
	root.Set("Pages", treeRef)
	root.Set("Lang", core.NewPdfTextString(d.Language))
	prefs := core.NewPdfDictionary()
	prefs.Set("DisplayDocTitle", core.NewPdfBoolean(true))
	if d.RTL {
		prefs.Set("Direction", core.NewPdfName("R2L"))
	}
	root.Set("ViewerPreferences", prefs)
	if outline := d.outline(out, refs, pageOf); outline != nil {
		root.Set("Outlines", outline)
	}
	info := core.NewPdfDictionary()
	info.Set("Title", core.NewPdfTextString(d.Title))
	info.Set("CreationDate", core.NewPdfLiteralString(d.Made.UTC().Format("D:20060102150405Z")))
	out.SetInfo(out.AddObject(info))
	out.SetRoot(out.AddObject(root))
	_, err := out.WriteToWithOptions(w, document.WriteOptions{Deterministic: true, OrphanSweep: true})
	if err != nil {
		return fmt.Errorf("typeset: %w", err)
	}
	return nil
}

// placed is a row and the height of its top on the page, from below.
type placed struct {
	row
	top float64
}

// pages lays rows on pages, and says on which each is.
func (d *Document) pages() (out [][]placed, pageOf []int) {
	const bottom = marginBottom
	y := pageHeight - marginTop
	var page []placed
	for i := 0; i < len(d.rows); {
		end := i // up to the first row that does not need the next
		for end < len(d.rows)-1 && d.rows[end].keep && !d.rows[end+1].page {
			end++
		}
		need := 0.0
		for k := i; k <= end; k++ {
			need += d.rows[k].before + d.rows[k].height
		}
		whole := pageHeight - marginTop - bottom
		if len(page) > 0 && (d.rows[i].page || y-need < bottom && need <= whole) {
			out, page, y = append(out, page), nil, pageHeight-marginTop
		}
		for ; i <= end; i++ {
			r := d.rows[i]
			if len(page) > 0 && y-r.before-r.height < bottom { // what is to be kept is longer than a page
				out, page, y = append(out, page), nil, pageHeight-marginTop
			}
			if len(page) > 0 {
				y -= r.before
			}
			page = append(page, placed{r, y})
			pageOf = append(pageOf, len(out))
			y -= r.height
		}
	}
	return append(out, page), pageOf
}

// draw writes rows: first what lies behind the text.
func (d *Document) draw(c *content.Stream, rows []placed) {
	for _, r := range rows {
		if r.fill > 0 {
			c.SetFillColorGray(r.fill)
			c.Rectangle(marginSide, r.top-r.height, Width, r.height)
			c.Fill()
		}
		if r.bar > 0 {
			c.SetFillColorGray(0.55)
			c.Rectangle(r.bar-1, r.top-r.height, 2, r.height)
			c.Fill()
		}
	}
	for _, r := range rows {
		for _, p := range r.pieces {
			d.text(c, &p.line, p.x, r.top-r.base)
		}
	}
}

// footer writes what stands at the foot of a page.
func (d *Document) footer(c *content.Stream, page, pages int) {
	if d.Footer == nil {
		return
	}
	rtl, lines := d.set([]Run{{d.Footer(page, pages), Style{Size: 8.5, Gray: 0.35}}}, Base, Width)
	const first = marginBottom - 26
	for i := range lines {
		x := marginSide
		if rtl {
			x = pageWidth - marginSide - lines[i].width
		}
		d.text(c, &lines[i], x, first-float64(i)*13)
	}
}

// text writes a line that stands at x, y.
func (d *Document) text(c *content.Stream, l *line, x, y float64) {
	for i := range l.parts {
		p := &l.parts[i]
		c.SetFillColorGray(p.style.Gray)
		c.BeginText()
		c.SetFont(fontNames[p.face], p.style.Size)
		c.SetTextMatrix(1, 0, 0, 1, x, y)
		d.glyphs(c, p)
		c.EndText()
		x += toFloat(p.Advance)
	}
}

// glyphs writes the glyphs of a part, each at its place: where a font's own widths do not lead
// there, by what lies between.
func (d *Document) glyphs(c *content.Stream, p *part) {
	f := d.faces[p.face]
	unit := 1000 / p.style.Size // a point in thousandths of the size
	var want, have float64      // where the next glyph is to stand, and where it would
	rise := 0.0
	var array []content.TextArrayElement
	flush := func() {
		if len(array) > 0 {
			c.ShowTextArrayHex(array)
			array = nil
		}
	}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		gid := uint16(g.GlyphID)
		words := p.words(i)
		if up := toFloat(g.YOffset); math.Abs(up-rise) > 0.01 {
			flush()
			c.SetTextRise(up)
			rise = up
		}
		if gap := (want + toFloat(g.XOffset)) - have; math.Abs(gap) > 0.01 {
			array = append(array, content.TextArrayElement{IsAdjustment: true, Adjustment: math.Round(-gap*unit*100) / 100})
			have += gap
		}
		known, ok := f.text[gid]
		if !ok {
			f.text[gid] = words
			known = words
		}
		code := f.embed.EncodeGIDs([]uint16{gid}, noLetter)
		if known != words { // elsewhere the same glyph stands for something else
			flush()
			c.BeginMarkedContentActualText(words)
			c.ShowTextArrayHex([]content.TextArrayElement{{HexData: code}})
			c.EndMarkedContent()
		} else {
			array = append(array, content.TextArrayElement{HexData: code})
		}
		face := f.embed.Face()
		have += float64(face.GlyphAdvance(gid)*1000/face.UnitsPerEm()) / unit // as the file has it
		want += toFloat(g.Advance)
	}
	flush()
	if rise != 0 {
		c.SetTextRise(0)
	}
}

// words is what a glyph stands for. Of a cluster with as many glyphs as letters each stands for
// one; of others the widest glyph stands for all of it and the rest for nothing.
func (p *part) words(i int) string {
	at := p.Glyphs[i].TextIndex()
	from, end := i, i+1
	for from > 0 && p.Glyphs[from-1].TextIndex() == at {
		from--
	}
	for end < len(p.Glyphs) && p.Glyphs[end].TextIndex() == at {
		end++
	}
	runes := p.text[at:min(at+p.Glyphs[i].RunesCount(), len(p.text))]
	switch n := end - from; {
	case n == len(runes) && p.Direction == di.DirectionRTL:
		runes = runes[n-1-(i-from):][:1]
	case n == len(runes):
		runes = runes[i-from:][:1]
	default:
		widest := from
		for k := from; k < end; k++ {
			if p.Glyphs[k].Advance > p.Glyphs[widest].Advance {
				widest = k
			}
		}
		if i != widest {
			return ""
		}
	}
	return strings.Map(func(r rune) rune {
		if r == lrm || r == rlm || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, string(runes))
}

// toUnicode says what the glyphs of a face stand for (ISO 32000-2, 9.10.3).
func (f *face) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const atOnce = 100 // as many as a block may have
	known := slices.DeleteFunc(slices.Sorted(maps.Keys(f.text)), func(g uint16) bool { return f.text[g] == "" })
	for some := range slices.Chunk(known, atOnce) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(some))
		for _, gid := range some {
			fmt.Fprintf(&b, "<%04X> <", gid)
			for _, u := range utf16.Encode([]rune(f.text[gid])) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
