package export

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// xlsx is a workbook of ISO/IEC 29500 (Office Open XML), written from front to back: its
// texts stand in their cells ("inline strings"), so that no table of them is kept. The
// row of names is frozen and bold, numbers are numbers, days are ISO text, lists are one
// cell. What begins as a formula is a text, and stays one when it is edited (quotePrefix).
// A sheet that is full is followed by another.
type xlsx struct {
	zip     *zip.Writer
	name    string // of the sheets
	most    int    // rows of a sheet
	columns []column
	held    [][]value // the first rows, until the direction is known
	sheet   *bufio.Writer
	sheets  int
	rows    int // in this sheet, the names among them
	begun   bool
	right   bool // from right to left
}

// Limits of the format as Excel has it.
const (
	sheetRows = 1 << 20
	cellUnits = 32767 // UTF-16 units of a text
	judged    = 64    // rows by which the direction is chosen
)

// Cell formats, by their place in cellXfs of the styles.
const (
	bold   = 1
	quoted = 2
)

func newXLSX(w io.Writer, name string) *xlsx {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	return &xlsx{zip: z, name: name, most: sheetRows}
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	mainSpace    = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relationPart = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	packageSpace = `http://schemas.openxmlformats.org/package/2006/`
	typeSpace    = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
)

func (f *xlsx) begin(columns []column) error {
	f.columns = columns
	// Every part but those named is a sheet: how many there are is known at the end.
	return f.parts([][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + packageSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="` + typeSpace + `worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="` + typeSpace + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + typeSpace + `styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packageSpace + `relationships"><Relationship Id="rId1" Type="` + relationPart + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet ` + mainSpace + `><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
			`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
			`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
			`<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
			`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`},
	})
}

func (f *xlsx) parts(all [][2]string) error {
	for _, p := range all {
		w, err := f.zip.Create(p[0])
		if err == nil {
			_, err = io.WriteString(w, xmlHead+p[1])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *xlsx) row(values []value, _ *point) error {
	if f.begun {
		return f.write(values)
	}
	f.held = append(f.held, append([]value(nil), values...))
	if len(f.held) < judged {
		return nil
	}
	return f.release()
}

// release writes the rows that were held back.
func (f *xlsx) release() error {
	f.begun, f.right = true, f.mostlyRight()
	if err := f.next(); err != nil {
		return err
	}
	for _, r := range f.held {
		if err := f.write(r); err != nil {
			return err
		}
	}
	f.held = nil
	return nil
}

// mostlyRight reports whether most cells in the language of the articles are Arabic.
func (f *xlsx) mostlyRight() bool {
	cells, arabic := 0, 0
	for _, r := range f.held {
		for i := range r {
			if s := r[i].cell(); f.columns[i].said && s != "" {
				cells++
				if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
					arabic++
				}
			}
		}
	}
	return 2*arabic > cells
}

// next begins a sheet.
func (f *xlsx) next() error {
	if err := f.finish(); err != nil {
		return err
	}
	f.sheets++
	f.rows = 0
	w, err := f.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", f.sheets))
	if err != nil {
		return err
	}
	f.sheet = bufio.NewWriter(w)
	direction := ""
	if f.right {
		direction = ` rightToLeft="1"`
	}
	f.sheet.WriteString(xmlHead + `<worksheet ` + mainSpace + `><sheetViews><sheetView` + direction + ` workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
		`<selection pane="bottomLeft"/></sheetView></sheetViews><cols>`)
	const wide, narrow = 32, 14 // characters
	for i, c := range f.columns {
		width := narrow
		if c.said {
			width = wide
		}
		fmt.Fprintf(f.sheet, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	f.sheet.WriteString(`</cols><sheetData>`)
	f.open()
	for i, c := range f.columns {
		f.text(i, c.name, bold)
	}
	_, err = f.sheet.WriteString(`</row>`)
	return err
}

func (f *xlsx) finish() error {
	if f.sheet == nil {
		return nil
	}
	f.sheet.WriteString(`</sheetData></worksheet>`)
	return f.sheet.Flush()
}

func (f *xlsx) open() {
	f.rows++
	f.sheet.WriteString(`<row r="`)
	f.sheet.WriteString(strconv.Itoa(f.rows))
	f.sheet.WriteString(`">`)
}

func (f *xlsx) write(values []value) error {
	if f.rows == f.most {
		if err := f.next(); err != nil {
			return err
		}
	}
	f.open()
	for i := range values {
		switch v := &values[i]; v.kind {
		case nothing:
		case number:
			f.cell(i, "n", 0, v.cell())
		case truth:
			f.cell(i, "b", 0, strconv.Itoa(int(v.num)))
		default:
			s, style := plain(v.cell()), 0
			if formula(s) {
				style = quoted
			}
			f.text(i, s, style)
		}
	}
	_, err := f.sheet.WriteString(`</row>`)
	return err
}

// start writes the start of a cell, up to its type.
func (f *xlsx) start(i, style int) {
	f.sheet.WriteString(`<c r="`)
	f.sheet.WriteString(letters(i))
	f.sheet.WriteString(strconv.Itoa(f.rows))
	if style != 0 {
		f.sheet.WriteString(`" s="`)
		f.sheet.WriteString(strconv.Itoa(style))
	}
	f.sheet.WriteString(`" t="`)
}

func (f *xlsx) cell(i int, kind string, style int, s string) {
	f.start(i, style)
	f.sheet.WriteString(kind + `"><v>` + s + `</v></c>`)
}

func (f *xlsx) text(i int, s string, style int) {
	f.start(i, style)
	f.sheet.WriteString(`inlineStr"><is><t xml:space="preserve">`)
	f.sheet.WriteString(markup(short(s)))
	f.sheet.WriteString(`</t></is></c>`)
}

// letters are the name of column i, from 0: A, …, Z, AA, …
func letters(i int) string {
	const alphabet = 26
	if i < alphabet {
		return string(rune('A' + i))
	}
	return letters(i/alphabet-1) + letters(i%alphabet)
}

// short is s, cut behind as many signs as a cell may have; "…" stands for the rest.
func short(s string) string {
	if len(s) <= cellUnits {
		return s
	}
	units, cut := 0, 0
	for i, r := range s {
		if units++; r > 0xffff {
			units++
		}
		if units < cellUnits { // one is left for the sign
			cut = i + utf8.RuneLen(r)
		}
	}
	if units <= cellUnits {
		return s
	}
	return s[:cut] + "…"
}

// markup is s in XML. "_x" begins an escape in texts of this format (ISO/IEC 29500-1,
// 22.9.2.19), so its low line is written as one itself.
var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "_x", "_x005F_x").Replace

// end writes what can only be known at the end: which sheets there are.
func (f *xlsx) end() error {
	if !f.begun {
		if err := f.release(); err != nil {
			return err
		}
	}
	if err := f.finish(); err != nil {
		return err
	}
	var sheets, relations strings.Builder
	for n := 1; n <= f.sheets; n++ {
		name := f.name
		if n > 1 {
			name += " " + strconv.Itoa(n)
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, n, n)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, n, relationPart, n)
	}
	fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, f.sheets+1, relationPart)
	err := f.parts([][2]string{
		{"xl/workbook.xml", `<workbook ` + mainSpace + ` xmlns:r="` + relationPart + `"><sheets>` + sheets.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + packageSpace + `relationships">` + relations.String() + `</Relationships>`},
	})
	if err != nil {
		return err
	}
	return f.zip.Close()
}
