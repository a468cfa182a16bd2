package typeset

import (
	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/document"
)

// outline is the list of headings beside the pages, nil where there are none. Headings below the
// first two levels are left out.
func (d *Document) outline(out *document.Writer, pages []*core.PdfIndirectReference, pageOf []int) *core.PdfIndirectReference {
	const deepest = 2
	root := core.NewPdfDictionary()
	ref := out.AddObject(root)
	var last *core.PdfDictionary
	var lastRef *core.PdfIndirectReference
	n := 0
	for _, m := range d.marks {
		if m.level > deepest {
			continue
		}
		item := core.NewPdfDictionary()
		itemRef := out.AddObject(item)
		item.Set("Title", core.NewPdfTextString(m.text))
		item.Set("Parent", ref)
		item.Set("Dest", core.NewPdfArray(pages[pageOf[m.row]], core.NewPdfName("Fit")))
		if last == nil {
			root.Set("First", itemRef)
		} else {
			last.Set("Next", itemRef)
			item.Set("Prev", lastRef)
		}
		last, lastRef = item, itemRef
		n++
	}
	if n == 0 {
		return nil
	}
	root.Set("Type", core.NewPdfName("Outlines"))
	root.Set("Last", lastRef)
	root.Set("Count", core.NewPdfInteger(n))
	return ref
}
