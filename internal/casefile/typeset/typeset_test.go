package typeset

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"
)

// sample is a document with what is hard: marks, mixed directions, brackets, long words.
func sample(t *testing.T, rtl bool) *Document {
	t.Helper()
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d.RTL, d.Title, d.Language, d.Made = rtl, "ملف: سوق سرمين", "ar", time.Date(2021, 3, 5, 9, 0, 0, 0, time.UTC)
	d.Footer = func(page, pages int) string { return fmt.Sprintf("صفحة %d من %d", page, pages) }
	body := Style{Size: 11}
	texts := []string{
		"قال المتحدث باسم المستشفى إن 14 شخصاً قُتلوا وأُصيب نحو 30 آخرون (بينهم 5 أطفال) في قصف على سوق البلدة صباح الخميس 2021-03-04، وفقاً لوكالة Reuters.",
		"«لم يبقَ أحدٌ في الحيّ»، بحسب ما أفادت به الشاهدة [witness]؛ النسبة 45% من أصل 1,250 شخصاً.",
		"العنوان: https://nahr.example/news/2021/03/04/21?a=1&b=2 والتجزئة SHA-256: 3f2a9c0d55e1b7aa0c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6f70819",
		"لا إله إلا الله — الأولى، الإسلام، لأنّ، مَدَّ وشَدَّة، ١٢٣٤ و۵۶",
		"read by machine, not reviewed · قُرئ آلياً ولم يُراجَع",
		Isolate("Reuters (2019)") + " نقلت عن " + Isolate("الوزارة") + ": " + Isolate("\"we left\", he said"),
	}
	d.Heading(0, d.Title, false)
	for _, s := range texts {
		d.Paragraph(Block{Before: 4}, Run{s, body})
	}
	d.Heading(1, "المصادر", false)
	for _, s := range texts {
		d.Field("المصدر", 10, true, Run{s, Style{Size: 10}})
	}
	d.Paragraph(Block{Filled: true, Before: 6}, Run{"قُرئ آلياً ولم يُراجَع", Style{Size: 9.5, Bold: true}})
	d.Paragraph(Block{Bar: true, Before: 6, Direction: Auto}, Run{"“The road is closed,” a driver said on Tuesday; two hundred families had left by then, most of them on foot, and none of the lorries came back.", Style{Size: 12}})
	d.Paragraph(Block{Bar: true, Before: 6, Direction: Auto}, Run{texts[0], Style{Size: 12}})
	for range 30 {
		for _, s := range texts[:4] {
			d.Paragraph(Block{Before: 4}, Run{s, body})
		}
	}
	return d
}

func TestWrite(t *testing.T) {
	for _, rtl := range []bool{true, false} {
		var a, b bytes.Buffer
		if err := sample(t, rtl).Write(&a); err != nil {
			t.Fatal(err)
		}
		if err := sample(t, rtl).Write(&b); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Error("the same blocks gave other bytes")
		}
		if missing := sample(t, rtl).Missing(); len(missing) > 0 {
			t.Errorf("no font has %q", missing)
		}
		if dir := os.Getenv("TYPESET_OUT"); dir != "" {
			if err := os.WriteFile(fmt.Sprintf("%s/sample-%v.pdf", dir, rtl), a.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
