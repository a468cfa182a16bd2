package page

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"riwaya/internal/page/extract"
)

const (
	longText = "غادرت عشرات العائلات بلدتها صباح الأحد بعد ليلة من القصف، وقال مسؤول في المجلس المحلي إن الطريق إلى المخيم ما زال مفتوحا."
	flash    = "نزوح ثلاثين أسرة من القرية"
)

func eightBit(t testing.TB, table *charmap.Charmap, s string) []byte {
	t.Helper()
	// ISO-8859-6 has no dash or quotes of its own; the fixtures avoid them.
	b, err := table.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func wide(s string, big, mark bool) []byte {
	var b []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name     string
		in       []byte
		declared string
		want     string
		encoding string
	}{
		{"UTF-8", []byte(longText), "", longText, utf8Name},
		{"UTF-8 keeps its mark", []byte("\ufeff" + flash), "", "\ufeff" + flash, utf8Name},
		{"UTF-8 declared otherwise", []byte(longText), "windows-1256", longText, utf8Name},
		{"line ends stay", []byte("a\r\nb\rc\n"), "", "a\r\nb\rc\n", utf8Name},
		{"1256", eightBit(t, charmap.Windows1256, longText), "", longText, windows1256},
		{"1256 short", eightBit(t, charmap.Windows1256, flash), "", flash, windows1256},
		{"1256 declared wrongly", eightBit(t, charmap.Windows1256, longText), "iso-8859-6", longText, windows1256},
		{"1256 with Latin accents", eightBit(t, charmap.Windows1256, longText+" (Médecins Sans Frontières)"), "", longText + " (Médecins Sans Frontières)", windows1256},
		{"8859-6", eightBit(t, charmap.ISO8859_6, longText), "", longText, iso88596},
		{"8859-6 short", eightBit(t, charmap.ISO8859_6, flash), "", flash, iso88596},
		{"8859-6 declared", eightBit(t, charmap.ISO8859_6, flash), "ISO-8859-6", flash, iso88596},
		{"1252", eightBit(t, charmap.Windows1252, "The café’s owner left “for good”."), "", "The café’s owner left “for good”.", windows1252},
		{"UTF-16LE", wide(longText, false, true), "", longText, utf16LE},
		{"UTF-16BE", wide(longText, true, true), "", longText, utf16BE},
		{"UTF-16LE unmarked", wide(flash, false, false), "", flash, utf16LE},
		{"UTF-16BE unmarked", wide(flash, true, false), "", flash, utf16BE},
		{"UTF-16LE unmarked English", wide("Two families left.\n", false, false), "", "Two families left.\n", utf16LE},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, encoding, err := Decode(c.in, c.declared)
			if err != nil || text != c.want || encoding != c.encoding {
				t.Errorf("got %q in %s, %v; want %q in %s", text, encoding, err, c.want, c.encoding)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		is       error
		says     string
	}{
		{"empty", "", ErrEmpty, "empty"},
		{"white space", "\ufeff \n\t\u200f\n", ErrEmpty, "white space"},
		{"bad byte", longText[:11] + "\xff" + longText[11:], ErrEncoding, "byte 11 is 0xFF"},
		{"cut off", longText[:len(longText)-2], ErrEncoding, "inside the character at byte"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00", ErrBinary, "PNG"},
		{"ELF", "\x7fELF\x02\x01", ErrBinary, "program"},
		{"ZIP", "PK\x03\x04\x14\x00", ErrBinary, "ZIP"},
		{"PDF", "%PDF-1.7\n", ErrBinary, "PDF"},
		{"NUL", "some text\x00 and more", ErrBinary, "NUL at byte 9"},
		{"control characters", "ab\x01\x02cd\x03", ErrBinary, "byte 2"},
		{"odd UTF-16", "\xff\xfe\x27\x06\x28", ErrEncoding, "byte 4"},
		{"half a pair", "\xff\xfe\x27\x06\x00\xd8\x27\x06", ErrEncoding, "byte 4"},
		{"Russian in windows-1251", string(eightBit(t, charmap.Windows1251, "Несколько семей покинули село рано утром")), ErrEncoding, "neither"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, encoding, err := Decode([]byte(c.in), "")
			if !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %q in %s, %v; want an error saying %q", text, encoding, err, c.says)
			}
		})
	}
}

// TestEightBitEncodings measures how often the two Arabic encodings are told apart
// in pieces of news of some hundred letters.
func TestEightBitEncodings(t *testing.T) {
	const corpus = "../../../shared/corpus/other-ar.jsonl.gz"
	f, err := os.Open(corpus)
	if err != nil {
		t.Skip("no corpus to measure with")
	}
	defer f.Close()
	for _, size := range []int{30, 100} {
		f.Seek(0, 0)
		asked, wrong := 0, 0
		for in, err := range Read(f, Options{Name: corpus}) {
			if err != nil {
				t.Fatal(err)
			}
			r := []rune(in.Article.Text)
			piece := string(r[max(0, len(r)/2-size/2):min(len(r), len(r)/2+size/2)])
			for _, table := range []*charmap.Charmap{charmap.Windows1256, charmap.ISO8859_6} {
				b, err := table.NewEncoder().Bytes([]byte(piece))
				if err != nil || utf8.Valid(b) {
					continue // a character that the encoding lacks, or ASCII alone
				}
				asked++
				if text, _, err := Decode(b, ""); err != nil || text != piece {
					if wrong++; wrong < 4 && size >= 100 {
						t.Logf("%q became %q, %v", piece, text, err)
					}
				}
			}
		}
		t.Logf("%3d characters: %d of %d wrong", size, wrong, asked)
		if size >= 100 && wrong*500 > asked {
			t.Errorf("%d characters: %d of %d wrong", size, wrong, asked)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(longText), "")
	f.Add(wide(flash, true, false), "utf-16")
	f.Add([]byte("\xff\xfe\x00\xd8"), "windows-1256")
	f.Add([]byte("caf\xe9 \xc7\xe1"), "iso-8859-6")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		text, encoding, err := Decode(b, declared)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) || extract.Blank(text) || encoding == "" {
			t.Fatalf("%q in %q", text, encoding)
		}
		if encoding == utf8Name && text != string(b) {
			t.Fatal("UTF-8 was altered")
		}
	})
}
