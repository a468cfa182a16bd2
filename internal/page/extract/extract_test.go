package extract

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

const pageTitle = `المجلس المحلي: "لم يبق" في الحي سوى مئة أسرة`

// newsPage is a page as a small outlet makes them: metadata twice, menus, a related
// article, a caption, a line of sharing.
var newsPage = func() string {
	b, err := os.ReadFile("testdata/news.html")
	if err != nil {
		panic(err)
	}
	return string(b)
}()

func TestMarkedBodyWins(t *testing.T) {
	page := strings.Replace(newsPage, "</article>", `<div itemprop="articleBody"><p>خبر عاجل: إغلاق المعبر حتى إشعار آخر بقرار من المحافظ.</p><p>وسيعاد فتحه بعد انتهاء أعمال الصيانة وفق بيان المحافظة الصادر ظهر اليوم.</p></div></article>`, 1)
	a, err := HTML(page, "")
	if err != nil || len(a.Lines) != 2 || !strings.HasSuffix(a.Lines[1], "ظهر اليوم.") {
		t.Errorf("%q, %v", a.Lines, err)
	}
}

func TestTextInJSONLD(t *testing.T) {
	page := `<html><head><title>عنوان</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان",
"articleBody":"أغلقت السلطات المعبر.\nوبقيت عشرات الشاحنات &quot;عالقة&quot; عند الحاجز."}</script></head><body><div id="app"></div></body></html>`
	a, err := HTML(page, "")
	if want := "أغلقت السلطات المعبر.\nوبقيت عشرات الشاحنات \"عالقة\" عند الحاجز."; err != nil || a.Title != "عنوان" || strings.Join(a.Lines, "\n") != want {
		t.Errorf("%q, %v", a.Lines, err)
	}
}

func TestWithoutArticle(t *testing.T) {
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
			a, err := HTML(c.page, "")
			if !errors.Is(err, c.is) {
				t.Errorf("got %q, %v; want %v", a.Lines, err, c.is)
			}
		})
	}
}

// A flash that the page marks as its article is one, whatever stands in the form for comments.
func TestFlashWithCaptcha(t *testing.T) {
	page := `<html><head><title>عاجل</title></head><body><div itemprop="articleBody"><p>إغلاق المعبر حتى إشعار آخر.</p></div><form><div class="g-recaptcha"></div></form><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script></body></html>`
	if a, err := HTML(page, ""); err != nil || len(a.Lines) != 1 {
		t.Errorf("%q, %v", a.Lines, err)
	}
}

func TestWallTitlesAreNoNews(t *testing.T) {
	page := strings.ReplaceAll(newsPage, pageTitle, "Access denied to aid convoys, officials say")
	if a, err := HTML(page, ""); err != nil {
		t.Errorf("%q, %v", a.Title, err)
	}
}

// TestNeverHangs keeps pages made to be slow from being so; each takes well under
// a second where it is read at all.
func TestNeverHangs(t *testing.T) {
	p := "<p>some words, with commas, here and there and more of them</p>"
	for name, page := range map[string]string{
		"deep":         strings.Repeat("<div>", 490) + strings.Repeat(p, 50_000),
		"just shallow": strings.Repeat("<div>", 25) + strings.Repeat(p, 19_000),
		"marked":       strings.Repeat("<div itemprop=articleBody class=share>", 490) + strings.Repeat(p, 50_000),
	} {
		start := time.Now()
		HTML("<html><body>"+page, "")
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
