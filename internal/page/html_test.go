package page

import (
	"errors"
	"strings"
	"testing"
	"time"

	"riwaya"
)

const pageTitle = `المجلس المحلي: "لم يبق" في الحي سوى مئة أسرة`

// newsPage is a page as a small outlet makes them: metadata twice, menus, a related
// article, a caption, a line of sharing.
const newsPage = `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>المجلس المحلي: لم يبق في الحي سوى مئة أسرة | جريدة المثال</title>
<meta property="og:title" content="المجلس المحلي: لم يبق في الحي سوى مئة أسرة">
<meta property="og:site_name" content="جريدة المثال">
<link rel="canonical" href="https://www.example.com/news/77">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"المجلس المحلي: لم يبق في الحي
سوى مئة أسرة","datePublished":"2021-03-04T09:30:00+02:00","author":[{"@type":"Person","name":"سلمى العلي"},{"name":"جريدة المثال"}],
"publisher":{"name":"جريدة المثال"}}]}</script></head><body>
<nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav>
<article><h1>المجلس المحلي: "لم يبق" في الحي سوى مئة أسرة</h1>
<div class="share-links">شارك على المنصات</div>
<figure><img src="a.jpg"><figcaption>صورة من الحي</figcaption></figure>
<p>قال رئيس المجلس المحلي إن معظم السكان غادروا الحي خلال الأسبوع الماضي،
وإن مئة أسرة فقط بقيت في بيوتها رغم انقطاع الماء والكهرباء عن المنطقة كلها.</p>
<p>وأضاف أن فرق الإغاثة تنتظر إذنا بالدخول منذ يومين،<br>وأن المخبز الوحيد أغلق أبوابه.</p>
<p><a href="/other">اقرأ أيضا: وصول قافلة إلى البلدة المجاورة</a></p>
<p>وذكرت منظمة محلية أن بين المغادرين نساء وأطفالا كثيرين يقيمون الآن في مدرسة قريبة من الحي.</p>
</article><aside><p>إعلان طويل لا علاقة له بالخبر ولا ينبغي أن يظهر في النص</p></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>`

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

func TestHTMLMarkedBodyWins(t *testing.T) {
	page := strings.Replace(newsPage, "</article>", `<div itemprop="articleBody"><p>خبر عاجل: إغلاق المعبر حتى إشعار آخر بقرار من المحافظ.</p><p>وسيعاد فتحه بعد انتهاء أعمال الصيانة وفق بيان المحافظة الصادر ظهر اليوم.</p></div></article>`, 1)
	in, err := one(t, page, Options{})
	if err != nil || !strings.HasSuffix(in.Article.Text, "ظهر اليوم.") || strings.Count(in.Article.Text, "\n") != 2 {
		t.Errorf("%q, %v", in.Article.Text, err)
	}
}

func TestHTMLTextInJSONLD(t *testing.T) {
	page := `<html><head><title>عنوان</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان",
"articleBody":"أغلقت السلطات المعبر.\nوبقيت عشرات الشاحنات &quot;عالقة&quot; عند الحاجز."}</script></head><body><div id="app"></div></body></html>`
	in, err := one(t, page, Options{})
	if want := "عنوان\nأغلقت السلطات المعبر.\nوبقيت عشرات الشاحنات \"عالقة\" عند الحاجز."; err != nil || in.Article.Text != want {
		t.Errorf("%q, %v", in.Article.Text, err)
	}
}

func TestHTMLShowsWhatItsBytesSpoil(t *testing.T) {
	in, err := one(t, strings.Replace(newsPage, "الوحيد", "الوح\xffيد", 1), Options{})
	if err != nil || in.Replaced != 1 || !strings.Contains(in.Article.Text, "الوح\ufffdيد") {
		t.Errorf("%d replaced, %v", in.Replaced, err)
	}
}

func TestHTMLWithoutArticle(t *testing.T) {
	links := "<p><a href=/1>" + strings.Repeat("خبر آخر من الأخبار ", 8) + "</a></p>"
	for _, c := range []struct {
		name, page string
		is         error
	}{
		{"nothing", "<html><body></body></html>", ErrNoArticle},
		{"a list of links", "<html><body><div>" + strings.Repeat(links, 20) + "</div></body></html>", ErrNoArticle},
		{"a check for robots", `<html><head><title>Just a moment...</title></head><body><p>Verify you are human by completing the action below. This may take a few seconds, please wait until it is done.</p></body></html>`, ErrWall},
		{"a script's wall", `<html><head><title>example.com</title></head><body><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>`, ErrWall},
		{"consent", `<html><head><title>Before you continue to Example</title></head><body><form><p>We use cookies</p></form></body></html>`, ErrWall},
		{"nested too deep", "<html><body>" + strings.Repeat("<div>", 1000) + "x", ErrNoArticle},
		{"too many elements", "<html><body>" + strings.Repeat("<p>x", maxElements+1), ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := one(t, c.page, Options{Name: "p.html"})
			if !errors.Is(err, c.is) {
				t.Errorf("got %q, %v; want %v", in.Article.Text, err, c.is)
			}
		})
	}
}

func TestWallTitlesAreNoNews(t *testing.T) {
	page := strings.ReplaceAll(newsPage, pageTitle, "Access denied to aid convoys, officials say")
	if in, err := one(t, page, Options{}); err != nil {
		t.Errorf("%q, %v", in.Article.Title, err)
	}
}

// TestHTMLNeverHangs keeps pages made to be slow from being so; each takes well under
// a second where it is read at all.
func TestHTMLNeverHangs(t *testing.T) {
	p := "<p>some words, with commas, here and there and more of them</p>"
	for name, page := range map[string]string{
		"deep":         strings.Repeat("<div>", 490) + strings.Repeat(p, 50_000),
		"just shallow": strings.Repeat("<div>", 25) + strings.Repeat(p, 19_000),
		"marked":       strings.Repeat("<div itemprop=articleBody class=share>", 490) + strings.Repeat(p, 50_000),
	} {
		start := time.Now()
		Parse([]byte("<html><body>"+page), Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
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
