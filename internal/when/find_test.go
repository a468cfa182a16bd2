package when_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya"
)

// TestTimes reads whole texts: what one expression says of another.
func TestTimes(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ published, text, want string }{
		// relative times without a day of publication stay open, and never become today
		{"", "وصلت القافلة أمس", "XXXX-XX-XX"},
		{"", "وصلت القافلة أمس الثلاثاء", "XXXX-WXX-2"},
		{"", "وصلت القافلة صباح اليوم", "XXXX-XX-XXTMO"},
		{"", "وصلت القافلة الأسبوع الماضي", "XXXX-WXX"},
		{"", "وصلت القافلة قبل شهرين", "XXXX-XX"},
		{"", "وصلت القافلة في 5 يوليو", "XXXX-07-05"},
		{"", "غادرت القافلة منذ سنتين", "XXXX"},
		{"", "توقف القصف في رمضان", ""},
		// a full date beside today says which day that is
		{"", "وصلت القافلة اليوم الجمعة 24 يوليو 2015، وغادرت أمس", "2015-07-24 2015-07-23"},
		// publication with a time of day
		{"2019-02-20T23:05:00+02:00", "وصلت القافلة أمس", "2019-02-19"},
		{"20 Feb", "وصلت القافلة أمس", "XXXX-XX-XX"},
		// the weekday wins, and all other relative times follow it
		{"2015-07-25", "أغلق الطريق أول من أمس الجمعة، وفتح السوق أمس، ويعود الموظفون غدا", "2015-07-24 2015-07-25 2015-07-27"},
		// a clock time takes the day that was named before it
		{"2015-07-24", "قصفت الطائرات البلدة فجر الخميس. وعادت في الساعة 0424 بالتوقيت المحلي", "2015-07-23TMO 2015-07-23T04:24"},
		{"2015-07-24", "عادت الطائرات في الساعة 0424 بالتوقيت المحلي", "T04:24"},
		// the nearest year that fits
		{"2015-01-10", "وصل في 20 ديسمبر ثم غادر في 5 يناير", "2014-12-20 2015-01-05"},
		{"2015-12-20", "سيصل الوفد في 5 يناير", "2016-01-05"},
		{"2015-07-22", "بدأت الحملة في ديسمبر", "2014-12"},
		// a day in an entry of a chronicle is of the entry's year, also where entries stand in one paragraph
		{"2015-07-23", "افتتح المتحف في العاصمة. 1967 - أعمال شغب استمرت حتى 30 يوليو. وقال المدير إن المعرض يفتح في 5 أغسطس", "1967-07-30 2015-08-05"},
		// the day after an event
		{"2015-07-22", "قتل حارس أمس في انفجار. وأغلقت السوق غداة الانفجار", "2015-07-21 2015-07-21"},
		{"2015-07-22", "أغلقت السوق غداة انفجار الاثنين", "2015-07-21 2015-07-20"},
		// the day after the one named last
		{"2015-07-22", "وصل الوفد يوم الأحد وغادر في اليوم التالي", "2015-07-19 2015-07-20"},
		// Hijri dates have their Gregorian value, also in digits
		{"2015-07-25", "صدر القرار في 9 / 10 / 1436 هـ", "2015-07-25"},
		{"2015-07-25", "صدر القرار في 30/2/2015", ""},
	} {
		var got []string
		for _, x := range r.times(c.text, c.published) {
			got = append(got, x.Value)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s, published %q: %q, want %q", c.text, c.published, s, c.want)
		}
	}
}

// TestSeenIsNotPublished reads an article of which only the day is known on which it was met.
func TestSeenIsNotPublished(t *testing.T) {
	r := newReader(t)
	seen := time.Date(2015, 7, 25, 12, 0, 0, 0, time.UTC)
	day := "2015-07-25"
	text := "وصلت القافلة أمس"
	rec := riwaya.Record{Article: riwaya.Article{Text: text, Seen: &seen}}
	r.f.Find(r.l.Parse(text), &rec)
	other := riwaya.Record{Article: riwaya.Article{Text: text, Published: &day, PublishedPrecision: riwaya.PrecisionUnknown}}
	r.f.Find(r.l.Parse(text), &other)
	for _, x := range append(rec.Times, other.Times...) {
		if x.Value != "XXXX-XX-XX" {
			t.Errorf("%q: %s", x.Text, x.Value)
		}
	}
}

// FuzzTimes reads any text: no panic, spans in the text and in order, the same twice.
func FuzzTimes(f *testing.F) {
	for _, s := range []string{
		"أمس الثلاثاء", "من 5 إلى 9 يوليو 2015", "الساعة 11.59 (2059 بتوقيت جرينتش) مساء أمس الأحد", "15 رمضان 1436 هـ", "30/2/2015",
		"قبل سنة و3 أشهر و10 أيام من الآن", "الربع الثاني من عام 2015", "(((في 5 (", "99/99/9999 0000-00-00", "القرن 99", "منذ 30000 عاما",
	} {
		f.Add(s, "2015-07-25")
		f.Add(s, "")
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text, published string) {
		got := r.times(text, published)
		at := 0
		for _, x := range got {
			if x.Value == "" || x.Type == "" || len(x.Span) == 0 {
				t.Fatalf("%q: %+v", text, x)
			}
			for i, s := range x.Span {
				if s.Start < 0 || s.Start >= s.End || s.End > len(text) || i > 0 && s.Start < x.Span[i-1].End {
					t.Fatalf("%q: span %v", text, x.Span)
				}
			}
			if x.Span[0].Start < at {
				t.Fatalf("%q: out of order", text)
			}
			at = x.Span[0].Start
			if x.Text != x.Span.Of(text) {
				t.Fatalf("%q: %q under %v", text, x.Text, x.Span)
			}
		}
		again := r.times(text, published)
		if !slices.EqualFunc(got, again, func(a, b riwaya.Time) bool { return fmt.Sprint(a) == fmt.Sprint(b) }) {
			t.Fatalf("%q: read twice, %v and %v", text, got, again)
		}
	})
}
