package page

import (
	"os"
	"strings"
	"testing"

	"riwaya"
)

const pageTitle = `المجلس المحلي: "لم يبق" في الحي سوى مئة أسرة`

// newsPage is a page as a small outlet makes them: metadata twice, menus, a related
// article, a caption, a line of sharing.
var newsPage = func() string {
	b, err := os.ReadFile("extract/testdata/news.html")
	if err != nil {
		panic(err)
	}
	return string(b)
}()

const pageBody = `قال رئيس المجلس المحلي إن معظم السكان غادروا الحي خلال الأسبوع الماضي، وإن مئة أسرة فقط بقيت في بيوتها رغم انقطاع الماء والكهرباء عن المنطقة كلها.
وأضاف أن فرق الإغاثة تنتظر إذنا بالدخول منذ يومين،
وأن المخبز الوحيد أغلق أبوابه.
وذكرت منظمة محلية أن بين المغادرين نساء وأطفالا كثيرين يقيمون الآن في مدرسة قريبة من الحي.`

func TestHTML(t *testing.T) {
	in, err := one(t, newsPage, Options{URL: "https://example.com/news/77?utm_source=x"})
	if err != nil {
		t.Fatal(err)
	}
	a := in.Article
	if a.Text != pageTitle+"\n"+pageBody || a.Title != pageTitle {
		t.Errorf("title %q, text\n%s", a.Title, a.Text)
	}
	if str(a.Published) != "2021-03-04T09:30:00+02:00" || a.PublishedFrom != riwaya.FromMetadata || a.PublishedPrecision != riwaya.PrecisionSecond {
		t.Errorf("published %s from %s", str(a.Published), a.PublishedFrom)
	}
	if str(a.URL) != "https://www.example.com/news/77" || str(a.Outlet) != "جريدة المثال" || in.Lang != "ar" || a.Language != "" {
		t.Errorf("url %s, outlet %s, lang %s", str(a.URL), str(a.Outlet), in.Lang)
	}
	if len(a.Authors) != 1 || a.Authors[0] != "سلمى العلي" {
		t.Errorf("authors %q", a.Authors)
	}
}

func TestHTMLShowsWhatItsBytesSpoil(t *testing.T) {
	in, err := one(t, strings.Replace(newsPage, "الوحيد", "الوح\xffيد", 1), Options{})
	if err != nil || in.Replaced != 1 || !strings.Contains(in.Article.Text, "الوح\ufffdيد") {
		t.Errorf("%d replaced, %v", in.Replaced, err)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(newsPage)
	f.Add(`<html><body><p itemprop=articleBody>` + pageBody)
	f.Fuzz(func(t *testing.T, s string) {
		in, err := Parse([]byte(s), Options{Format: HTML})
		if err == nil && (in.Article.Text == "" || in.Article.ID != riwaya.TextID(in.Article.Text)) {
			t.Fatalf("%+v", in)
		}
	})
}
