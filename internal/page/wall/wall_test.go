package wall

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func document(t *testing.T, s string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// answers are shortened from what these services send, without what identifies a visit.
var answers = []struct {
	name   string
	status int
	fields http.Header
	body   string
	what   string
}{
	{"Cloudflare, by its field", 403, http.Header{"Cf-Mitigated": {"challenge"}, "Server": {"cloudflare"}}, "", Robots},
	{"Cloudflare, challenge", 403, nil, `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head><body><div class="main-wrapper" role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div></div><script>(function(){window._cf_chl_opt = {cvId: '3',cZone: "outlet.example",cType: 'managed'};var a = document.createElement('script');a.src = '/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1';}());</script></body></html>`, Robots},
	{"Cloudflare, in another language", 200, nil, `<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>لحظة…</title></head><body><h1>outlet.example</h1><p>يتم التحقق من أنك لست روبوتا، وقد يستغرق ذلك بضع ثوان.</p><script>(function(){window._cf_chl_opt = {cvId: '3'}})()</script></body></html>`, Robots},
	{"Cloudflare, as it was", 503, nil, `<html><head><title>Please Wait... | Cloudflare</title></head><body><h1><span>Checking your browser before accessing</span> outlet.example.</h1><form id="challenge-form" class="challenge-form" action="/?__cf_chl_jschl_tk__=x"></form></body></html>`, Robots},
	{"Cloudflare, blocked", 403, nil, `<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><div id="cf-wrapper"><h1 data-translate="block_headline">Sorry, you have been blocked</h1><h2>You are unable to access outlet.example</h2></div></body></html>`, Robots},
	{"Akamai, refused", 403, http.Header{"Server": {"AkamaiGHost"}}, `<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access "http&#58;&#47;&#47;outlet&#46;example&#47;news" on this server.<P>Reference&#32;&#35;18&#46;0&#46;1&#46;2<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;0</BODY></HTML>`, Denied},
	{"Akamai, refused with 200 and no title", 200, nil, `<HTML><BODY>You don't have permission to access this on this server.<P>Reference&#32;&#35;18<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18&#46;0</BODY></HTML>`, Denied},
	{"Akamai, challenge", 200, nil, `<!DOCTYPE html><html lang="en"><body><script type="text/javascript" src="/a/b?v=1"></script><div id="sec-if-cpt-container" role="main" style="display: none"><div class="behavioral-content"><div id="sec-bc-text-container"></div></div><p class ="scf-akamai-protected-by">Powered and protected by</p></div></body></html>`, Robots},
	{"DDoS-Guard", 403, http.Header{"Server": {"ddos-guard"}}, `<!doctype html><html><head><title>DDoS-Guard</title><meta charset="utf-8"/><script src="/.well-known/ddos-guard/js-challenge/index.js"></script></head><body data-ddg-l10n="true"><div class="container"><h1 id="title">Checking your browser before accessing outlet.example</h1></div></body></html>`, Robots},
	{"DDoS-Guard, by hand", 200, nil, `<html><head><title>outlet.example</title><link rel="stylesheet" href="/.well-known/ddos-guard/ddg-captcha-page/index.css"></head><body><p>Please solve the task below.</p></body></html>`, Robots},
	{"Imperva", 200, http.Header{"X-Iinfo": {"1"}}, `<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><script src="/a-b-c" async></script></head><body style="margin:0px;height:100%"><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=1&incident_id=2" frameborder=0>Request unsuccessful. Incapsula incident ID: 2</iframe></body></html>`, Robots},
	{"Imperva, older", 403, nil, `<html><head></head><body>Request unsuccessful. Incapsula incident ID: 1-2</body></html>`, Robots},
	{"Imperva, asking", 200, nil, `<!DOCTYPE html><html><head><noscript><title>Pardon Our Interruption</title></noscript><script>window.reeseSkipExpirationCheck = true;</script></head><body><h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen.</p></body></html>`, Robots},
	{"DataDome", 403, http.Header{"X-Datadome": {"protected"}}, `<html lang="en"><head><title>outlet.example</title></head><body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>`, Robots},
	{"HUMAN", 403, nil, `<!DOCTYPE html><html lang="en"><head><title>Access to this page has been denied</title></head><body><section class="container"><div class="customer-logo-wrapper"></div><h1>Please verify you are a human</h1><div id="px-captcha"></div></section></body></html>`, Denied},
	{"HUMAN, with 200", 200, nil, `<!DOCTYPE html><html lang="en"><head><title>outlet.example</title></head><body><h1>Press and hold</h1><div id="px-captcha"></div></body></html>`, Robots},
	{"AWS", 202, http.Header{"X-Amzn-Waf-Action": {"challenge"}}, "", Robots},
	{"AWS, captcha", 405, http.Header{"X-Amzn-Waf-Action": {"captcha"}}, `<html><head><title>Human Verification</title></head></html>`, Robots},
	{"AWS, without its field", 202, nil, `<!DOCTYPE html><html lang="en"><head><script type="text/javascript">window.awsWafCookieDomainList = [];window.gokuProps = {"key":"x"};</script><script src="https://a.b.token.awswaf.com/a/challenge.js"></script></head><body><div id="challenge-container"></div></body></html>`, Robots},
	{"CloudFront", 403, nil, `<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1><H2>The request could not be satisfied.</H2><HR noshade size="1px">Request blocked.</BODY></HTML>`, Denied},
	{"SiteGround", 202, http.Header{"Sg-Captcha": {"challenge"}}, `<html><head><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fnews"></meta></head></html>`, Robots},
	{"SiteGround, without its field", 202, nil, `<html><head><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fnews"></meta></head></html>`, Robots},
	{"Sucuri", 200, nil, `<html><title>You are being redirected...</title><noscript>Javascript is required.</noscript><script>var s={},u,c,sucuri_cloudproxy_js='',S='x';</script></html>`, Robots},
	{"Sucuri, blocked", 403, http.Header{"X-Sucuri-Block": {"BLKTEST"}}, "", Denied},
	{"Vercel", 429, http.Header{"X-Vercel-Mitigated": {"challenge"}}, `<html><head><title>Vercel Security Checkpoint</title></head></html>`, Robots},
	{"Anubis", 200, nil, `<!doctype html><html lang="en"><head><title>Making sure you&#39;re not a bot!</title><script id="anubis_challenge" type="application/json">{"rules":{}}</script></head><body><h1>Making sure you&#39;re not a bot!</h1><p>Loading...</p></body></html>`, Robots},
	{"Imunify360", 200, nil, `<!DOCTYPE html><html lang="en"><head><title>One moment, please...</title></head><body><h1>Please wait while your request is being verified...</h1></body></html>`, Robots},
	{"F5", 200, nil, `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1<br></body></html>`, Denied},
	{"hCaptcha", 403, nil, `<html><head><title>outlet.example</title><script src="https://js.hcaptcha.com/1/api.js" async></script></head><body><form action="/verify"><div class="h-captcha" data-sitekey="x"></div></form></body></html>`, Robots},
	{"reCAPTCHA", 403, nil, `<html><head><title>outlet.example</title></head><body><form action="/verify"><div class="g-recaptcha" data-sitekey="x"></div></form></body></html>`, Robots},
	{"Turnstile of the site's own", 403, nil, `<html><head><title>outlet.example</title></head><body><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script></body></html>`, Robots},
	{"consent at Google", 200, nil, `<!doctype html><html lang="en"><head><title>Before you continue</title></head><body><h1>Before you continue</h1><form action="https://consent.google.com/save"></form></body></html>`, Consent},
	{"consent at Yahoo", 200, nil, `<html><head><title>Yahoo is part of the Yahoo family of brands</title></head><body><form class="consent-form"></form></body></html>`, Consent},
}

func TestAnswer(t *testing.T) {
	for _, c := range answers {
		t.Run(c.name, func(t *testing.T) {
			if got := Answer("https://outlet.example/news", c.status, c.fields.Get, []byte(c.body)); got != c.what {
				t.Errorf("got %q, want %q", got, c.what)
			}
			// Saved as a file there is only the page: it is known where it shows no article. What
			// announces itself in fields only needs no mark there.
			if c.body == "" {
				return
			}
			if got := In(document(t, c.body), 0, true); got != c.what {
				t.Errorf("as a file: got %q, want %q", got, c.what)
			}
		})
	}
	if got := Answer("https://consent.outlet.example/?continue=https://outlet.example/", 200, http.Header{}.Get, []byte("<html><body>?</body></html>")); got != Consent {
		t.Errorf("a host for consent: %q", got)
	}
}

// furniture is what services leave in pages that they let through, and what sites put into theirs.
const furniture = `<script>(function(){window.__CF$cv$params={r:'1'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';})();</script>
<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><script src="https://www.google.com/recaptcha/api.js"></script>
<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script><script src="https://js.datadome.co/tags.js"></script><script src="https://a.edge.sdk.awswaf.com/a/challenge.js"></script>
<form action="/comment"><div class="g-recaptcha"></div><div class="h-captcha"></div><textarea></textarea></form>
<div id="onetrust-banner-sdk"><h2>We value your privacy</h2></div><div id="didomi-notice"></div>
<a href="https://guce.yahoo.com/privacy-policy">الخصوصية</a>`

// Articles about captchas and blocked pages, short and long, in pages full of the services' scripts,
// are articles.
func TestArticlesAreNoWalls(t *testing.T) {
	paragraph := `<p>قال باحثون في أمن الشبكات إن صفحات التحقق من الزوار، التي تظهر قبل فتح المواقع وتطلب من القارئ إثبات أنه ليس روبوتا، صارت تمنع كثيرين من قراءة الأخبار، وأضافوا أن رسالة "Checking your browser" لا تعني عطلا في الجهاز.</p>`
	for _, title := range []string{
		"لماذا تسألك المواقع إن كنت روبوتا؟", "Access denied to aid convoys", "Just a moment: how captchas work", "Are you a robot? What a captcha is for",
		"Security check at the crossing delays trucks", "Before you continue reading: what cookies do", "DDoS-Guard drops a client after attacks on newsrooms",
		"One moment, please: hospital staff describe the night", "Attention required at the border", "Human verification of casualty lists",
	} {
		for _, times := range []int{1, 3, 30} {
			body := `<!DOCTYPE html><html lang="ar"><head><title>` + title + ` | نهر بوست</title></head><body><h1>` + title + `</h1><article>` + strings.Repeat(paragraph, times) + `</article>` + furniture + `</body></html>`
			for _, fields := range []http.Header{nil, {"Server": {"cloudflare"}, "Cf-Ray": {"1"}, "X-Datadome": {"protected"}, "X-Iinfo": {"1"}, "X-Sucuri-Id": {"1"}}} {
				if got := Answer("https://outlet.example/news/consent", 200, fields.Get, []byte(body)); got != "" {
					t.Errorf("%s, %d paragraphs: %s", title, times, got)
				}
			}
			if got := In(document(t, body), 150*times, false); got != "" {
				t.Errorf("%s, %d paragraphs, as a file: %s", title, times, got)
			}
		}
	}
	for _, quoted := range []string{"The requested URL was rejected. Please consult with your administrator", "Incapsula incident ID", "Enable JavaScript and cookies to continue"} {
		body := `<html><body><h1>أخبار</h1>` + strings.Repeat(paragraph, 5) + `<p>` + quoted + `</p>` + furniture + `</body></html>`
		if got := Answer("https://outlet.example/", 200, http.Header{}.Get, []byte(body)); got != "" {
			t.Errorf("%s: %s", quoted, got)
		}
	}
	for _, c := range []struct {
		status int
		body   string
	}{
		{404, `<html><head><title>Not found</title></head><body><div class="g-recaptcha"></div></body></html>`},
		{500, `<html><head><title>Security check</title></head></html>`},
		{200, `<?xml version="1.0"?><rss><channel><title>Just a moment</title></channel></rss>`},
		{200, `{"title": "Just a moment"}`},
		{200, `Just a moment`},
		{200, ``},
	} {
		if got := Answer("https://outlet.example/", c.status, http.Header{}.Get, []byte(c.body)); got != "" {
			t.Errorf("%d %s: %s", c.status, c.body, got)
		}
	}
}

// TestRealPages holds the marks against real pages of Arabic outlets that lie beside the project.
func TestRealPages(t *testing.T) {
	files, err := filepath.Glob("../../../../shared/gold/pages-ar/*.html*")
	if err != nil || len(files) == 0 {
		t.Skip("no pages to measure with")
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var r io.Reader = f
		if strings.HasSuffix(name, ".gz") {
			if r, err = gzip.NewReader(f); err != nil {
				t.Fatal(err)
			}
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		// Even of the least text that counts as an article.
		if got := In(document(t, string(b)), 20, false); got != "" {
			t.Errorf("%s: %s", name, got)
		}
		for _, body := range [][]byte{b, b[:min(len(b), maxBody)]} {
			if got := Answer("https://outlet.example/", 200, http.Header{}.Get, body); got != "" {
				t.Errorf("%s: %s", name, got)
			}
		}
	}
}

// TestCorpus puts every twentieth article of the corpora that lie beside the project (every one with
// RIWAYA_CORPUS=all) into a page full of the services' scripts.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../../../../shared/corpus/*.jsonl.gz")
	if err != nil || len(files) == 0 {
		t.Skip("no corpus to measure with")
	}
	step := 20
	if os.Getenv("RIWAYA_CORPUS") == "all" {
		step = 1
	}
	n, looked := 0, 0
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 64<<20)
		for lines.Scan() {
			var a struct{ Title, Text, Content string }
			if json.Unmarshal(lines.Bytes(), &a) != nil || a.Text+a.Content == "" {
				continue
			}
			if n++; n%step != 0 {
				continue
			}
			looked++
			title, text := html.EscapeString(a.Title), html.EscapeString(a.Text+a.Content)
			body := "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><article><p>" + strings.ReplaceAll(text, "\n", "</p><p>") + "</p></article>" + furniture + "</body></html>"
			if got := Answer("https://outlet.example/", 200, http.Header{}.Get, []byte(body)); got != "" {
				t.Errorf("%s, article %d: %s", filepath.Base(name), n, got)
			}
		}
	}
	t.Logf("%d of %d articles looked at", looked, n)
}

func FuzzAnswer(f *testing.F) {
	for _, c := range answers {
		f.Add(c.body, c.status)
	}
	f.Fuzz(func(t *testing.T, body string, status int) {
		Answer("https://outlet.example/", status, http.Header{}.Get, []byte(body))
		if got := Answer("https://outlet.example/", status, http.Header{}.Get, []byte(body+"<p>"+strings.Repeat("خبر ", most)+"</p>")); got != "" && refusal(status) == false && strings.Count(body, "<") == 0 {
			t.Errorf("an article is %s", got)
		}
	})
}
