package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

type sheet struct {
	View struct {
		Right bool `xml:"rightToLeft,attr"`
		Pane  struct {
			Split int    `xml:"ySplit,attr"`
			State string `xml:"state,attr"`
		} `xml:"pane"`
	} `xml:"sheetViews>sheetView"`
	Rows []struct {
		Cells []struct {
			At    string `xml:"r,attr"`
			Type  string `xml:"t,attr"`
			Style int    `xml:"s,attr"`
			Value string `xml:"v"`
			Text  string `xml:"is>t"`
		} `xml:"c"`
	} `xml:"sheetData>row"`
}

func sheetOf(t *testing.T, b []byte, n int) (s sheet) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(fmt.Sprintf("xl/worksheets/sheet%d.xml", n))
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.NewDecoder(f).Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWorkbook(t *testing.T) {
	r := public()
	r.Read.Article.Title = " <a> & =\x01 _x0041_"
	r.Read.Article.Outlet = ptr("=1+1")
	s := sheetOf(t, written(t, "figures", "xlsx", r, r), 1)
	if !s.View.Right || s.View.Pane.Split != 1 || s.View.Pane.State != "frozen" || len(s.Rows) != 3 {
		t.Fatalf("%+v, %d rows", s.View, len(s.Rows))
	}
	columns, _ := table("figures")
	at := map[string]string{}
	for i, c := range columns {
		if s.Rows[0].Cells[i].Text != c.name || s.Rows[0].Cells[i].Style != bold {
			t.Errorf("heading %d: %+v", i, s.Rows[0].Cells[i])
		}
		at[letters(i)+"3"] = c.name
	}
	seen := 0
	for _, c := range s.Rows[2].Cells {
		switch at[c.At] {
		case "low":
			if c.Type != "n" || c.Value != "7" {
				t.Errorf("a number: %+v", c)
			}
		case "anonymous":
			if c.Type != "b" || c.Value != "0" {
				t.Errorf("a truth: %+v", c)
			}
		case "article_title":
			if c.Type != "inlineStr" || c.Text != " <a> & = _x005F_x0041_" || c.Style != 0 {
				t.Errorf("a text: %+v", c)
			}
		case "outlet":
			if c.Type != "inlineStr" || c.Text != "=1+1" || c.Style != quoted {
				t.Errorf("what begins as a formula: %+v", c)
			}
		default:
			continue
		}
		seen++
	}
	if seen != 4 {
		t.Errorf("%d of 4 cells", seen)
	}
}

func TestWorkbookOfAnotherDirection(t *testing.T) {
	r := public()
	rec := &r.Read
	rec.Article.Text = strings.Repeat("x", len(rec.Article.Text))
	rec.Article.Title, rec.Article.Outlet, rec.Claims[0].Source.Text, rec.Claims[0].Chain = "title", ptr("outlet"), "they", nil
	rec.Figures[0].Noun, rec.Figures[0].Of = nil, nil
	if s := sheetOf(t, written(t, "figures", "xlsx", r), 1); s.View.Right {
		t.Error("an English sheet runs from right to left")
	}
	if s := sheetOf(t, written(t, "figures", "xlsx"), 1); len(s.Rows) != 1 || s.View.Right {
		t.Errorf("of nothing: %+v", s)
	}
}

func TestAFullSheetIsFollowedByAnother(t *testing.T) {
	var b bytes.Buffer
	x := newXLSX(&b, "figures")
	x.most = 100
	if err := x.begin([]column{{name: "n"}}); err != nil {
		t.Fatal(err)
	}
	for i := range 250 {
		if err := x.row([]value{count(i)}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.end(); err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, want := range []int{100, 100, 53} {
		s := sheetOf(t, b.Bytes(), i+1)
		if len(s.Rows) != want || s.Rows[0].Cells[0].Text != "n" {
			t.Errorf("sheet %d: %d rows, want %d", i+1, len(s.Rows), want)
		}
		for _, r := range s.Rows[1:] {
			if r.Cells[0].Value != fmt.Sprint(n) {
				t.Fatalf("row %s, want %d", r.Cells[0].Value, n)
			}
			n++
		}
	}
	if parts := unpacked(t, "xlsx", b.Bytes()); !strings.Contains(parts, `<sheet name="figures 3" sheetId="3" r:id="rId3"/>`) {
		t.Error("the third sheet is not listed")
	}
}

func TestLongTextsAreCut(t *testing.T) {
	for _, letter := range []string{"a", "ب", "\U0001f534"} {
		for _, n := range []int{10, 16383, 16384, 32766, 32767, 32768, 40000} {
			s := strings.Repeat(letter, n)
			got := short(s)
			units := len(utf16.Encode([]rune(got)))
			whole := len(utf16.Encode([]rune(s))) <= cellUnits
			if units > cellUnits || whole != (got == s) || !whole && (!strings.HasSuffix(got, "…") || units < cellUnits-1) {
				t.Errorf("%d of %s: %d units, the same: %v", n, letter, units, got == s)
			}
		}
	}
}

func FuzzCells(f *testing.F) {
	f.Add("=1+1")
	f.Add("\u200f \uff1d\x00\r_x000D_<&>\"'")
	f.Add("'\xff\ufffe\ufeff")
	f.Fuzz(func(t *testing.T, s string) {
		got := harmless(plain(s))
		if formula(got) {
			t.Fatalf("%q is still a formula", got)
		}
		var v struct {
			Text string `xml:",chardata"`
		}
		in := plain(s)
		if err := xml.Unmarshal([]byte("<t>"+markup(in)+"</t>"), &v); err != nil || strings.ReplaceAll(v.Text, "_x005F_x", "_x") != strings.ReplaceAll(in, "_x005F_x", "_x") {
			t.Fatalf("%q comes back as %q, %v", in, v.Text, err)
		}
	})
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := letters(i); got != want {
			t.Errorf("%d is %s, want %s", i, got, want)
		}
	}
}
