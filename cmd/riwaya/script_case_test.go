package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// caseID sets a variable to the ID that a file has on its first line.
func caseID(ts *testscript.TestScript, _ bool, args []string) {
	id, _, _ := strings.Cut(ts.ReadFile(args[0]), "\n")
	ts.Setenv(args[1], strings.TrimSpace(id))
}

// claimOf sets a variable to the ID of the row of a table whose words begin so.
func claimOf(ts *testscript.TestScript, _ bool, args []string) {
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if id, rest, _ := strings.Cut(line, ","); strings.HasPrefix(strings.TrimPrefix(rest, `"`), args[1]) {
			ts.Setenv(args[2], id)
			return
		}
	}
	ts.Fatalf("no row of %s", args[1])
}

// summed wants every file of a folder in its manifest, with its hash.
func summed(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	want := map[string]string{}
	for line := range strings.Lines(ts.ReadFile(args[0] + "/manifest.sha256")) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		want[name] = sum
	}
	ts.Check(filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		if err != nil || e.IsDir() || name == "manifest.sha256" {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		if want[name] != hex.EncodeToString(sum[:]) {
			return fmt.Errorf("%s is not as the manifest has it", name)
		}
		delete(want, name)
		return nil
	}))
	if len(want) > 0 {
		ts.Fatalf("not there: %v", want)
	}
}

// inZip is all that a zip archive has, unpacked; nil where it is none.
func inZip(b []byte) (out []byte) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil
	}
	for _, f := range z.File {
		if r, err := f.Open(); err == nil {
			all, _ := io.ReadAll(r) // what is broken has nothing to find
			out = append(out, all...)
		}
	}
	return out
}

var (
	pdfObject  = regexp.MustCompile(`(?s)(\d+) 0 obj\s(.*?)endobj`)
	pdfFont    = regexp.MustCompile(`/(F\d) (\d+) 0 R`)
	pdfUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	pdfChar    = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	pdfShown   = regexp.MustCompile(`/(F\d) [0-9.]+ Tf|<([0-9A-F]+)>|/ActualText|\bET\b`)
)

// inPDF is the text of a document as its glyphs stand for it, each line also from its end, as
// letters from right to left stand from left to right; nil where it is no document.
func inPDF(b []byte) []byte {
	if !bytes.HasPrefix(b, []byte("%PDF")) {
		return nil
	}
	objects, streams := map[string][]byte{}, map[string][]byte{}
	for _, m := range pdfObject.FindAllSubmatch(b, -1) {
		objects[string(m[1])] = m[2]
		if _, s, ok := bytes.Cut(m[2], []byte("stream\n")); ok {
			if z, err := zlib.NewReader(bytes.NewReader(s)); err == nil {
				streams[string(m[1])], _ = io.ReadAll(z) // what is behind it is no part of it
			}
		}
	}
	letters := map[string]map[string]string{} // by font and glyph
	for _, o := range objects {
		for _, f := range pdfFont.FindAllSubmatch(o, -1) {
			if u := pdfUnicode.FindSubmatch(objects[string(f[2])]); u != nil {
				of := map[string]string{}
				for _, c := range pdfChar.FindAllSubmatch(streams[string(u[1])], -1) {
					of[string(c[1])] = fromHex(string(c[2]))
				}
				letters[string(f[1])] = of
			}
		}
	}
	var out strings.Builder
	for _, s := range streams {
		font, line := "", ""
		for _, m := range pdfShown.FindAllSubmatch(s, -1) {
			switch {
			case len(m[1]) > 0:
				font = string(m[1])
			case string(m[0]) == "ET":
				back := []rune(line)
				slices.Reverse(back)
				out.WriteString(line + "\n" + string(back) + "\n")
				line = ""
			default:
				for i := 0; i+4 <= len(m[2]); i += 4 {
					line += letters[font][string(m[2][i:i+4])]
				}
			}
		}
	}
	return []byte(out.String())
}

func fromHex(s string) string {
	var units []uint16
	for i := 0; i+4 <= len(s); i += 4 {
		n, _ := strconv.ParseUint(s[i:i+4], 16, 16) // the pattern lets nothing else through
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}
