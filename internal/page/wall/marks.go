package wall

import "strings"

// fields says which wall the fields of an answer announce, "" for none. That a service is there
// (cf-ray, x-datadome, x-iinfo) is no announcement: pages that it lets through have these too.
func fields(field func(string) string) string {
	for _, f := range [...]struct{ name, value, what string }{
		{"cf-mitigated", "challenge", Robots},       // Cloudflare documents it for this purpose
		{"x-vercel-mitigated", "challenge", Robots}, // Vercel
		{"x-vercel-mitigated", "deny", Denied},
		{"x-amzn-waf-action", "challenge", Robots}, // AWS WAF, with status 202
		{"x-amzn-waf-action", "captcha", Robots},   // AWS WAF, with status 405
		{"sg-captcha", "challenge", Robots},        // SiteGround, with status 202
	} {
		if strings.EqualFold(strings.TrimSpace(field(f.name)), f.value) {
			return f.what
		}
	}
	if field("x-sucuri-block") != "" {
		return Denied
	}
	return ""
}

// titles are titles and headings of walls. A page counts whose whole title is one, up to " | "; where
// there is no text, or it was refused, also one that starts so. "Access denied to aid convoys" is news.
var titles = [...]struct{ start, what string }{
	{"just a moment", Robots},
	{"attention required", Robots},
	{"checking your browser", Robots},
	{"verifying you are human", Robots},
	{"verify you are human", Robots},
	{"please verify you are a human", Robots},
	{"are you a robot", Robots},
	{"robot check", Robots},
	{"human verification", Robots},
	{"bot verification", Robots},
	{"making sure you're not a bot", Robots},
	{"pardon our interruption", Robots},
	{"one moment, please", Robots},
	{"you are being redirected", Robots},
	{"security check", Robots},
	{"security verification", Robots},
	{"vercel security checkpoint", Robots},
	{"client challenge", Robots},
	{"ddos-guard", Robots},
	{"access denied", Denied},
	{"access to this page has been denied", Denied},
	{"sorry, you have been blocked", Denied},
	{"403 forbidden", Denied},
	{"request rejected", Denied},
	{"web page blocked", Denied},
	{"error: the request could not be satisfied", Denied},
	{"before you continue", Consent},
	{"cookie consent", Consent},
	{"we value your privacy", Consent},
	{"yahoo is part of the yahoo family of brands", Consent},
}

// marks stand in what elements load or are called, or in scripts. alone are those that their
// service puts into its wall only; the others also stand, unseen, in whole articles, or in the form
// for comments below: they count where there is no text, or the page was refused.
var marks = [...]struct {
	mark  string
	alone bool
	what  string
}{
	{"_cf_chl_opt", true, Robots},                          // Cloudflare: the challenge's settings
	{"cf-browser-verification", true, Robots},              // Cloudflare, up to 2022
	{"/ddos-guard/js-challenge", true, Robots},             // DDoS-Guard
	{"/ddos-guard/ddg-captcha-page", true, Robots},         //
	{"_incapsula_resource?swudnsai", true, Robots},         // Imperva: the frame of the challenge
	{"reeseskipexpirationcheck", true, Robots},             // Imperva
	{"id=sec-if-cpt-container", true, Robots},              // Akamai
	{"id=px-captcha", true, Robots},                        // HUMAN (PerimeterX)
	{"sucuri_cloudproxy_js", true, Robots},                 // Sucuri
	{"/.well-known/sgcaptcha/", true, Robots},              // SiteGround
	{"id=anubis_challenge", true, Robots},                  // Anubis
	{"gokuprops", true, Robots},                            // AWS WAF
	{"/cdn-cgi/challenge-platform", false, Robots},         // Cloudflare: also in pages let through
	{"cf-chl-", false, Robots},                             //
	{"challenges.cloudflare.com/turnstile", false, Robots}, // also in forms
	{"_incapsula_resource", false, Robots},                 // Imperva: also in pages let through
	{"captcha-delivery.com", false, Robots},                // DataDome
	{"px-captcha", false, Robots},                          //
	{"acw_sc__v2", false, Robots},                          // Alibaba
	{"awswaf.com", false, Robots},                          // AWS WAF: also in pages let through
	{"kpsdk", false, Robots},                               // Kasada
	{"g-recaptcha", false, Robots},                         // also in forms, as the next three
	{"google.com/recaptcha/", false, Robots},               //
	{"h-captcha", false, Robots},                           //
	{"hcaptcha.com/1/api.js", false, Robots},               //
	{"guce.yahoo.com", false, Consent},                     // also in the footers of pages
	{"consent.google.com", false, Consent},                 //
	{"sp_message_container", false, Consent},               // Sourcepoint
	{"onetrust-banner", false, Consent},                    // OneTrust
	{"didomi-notice", false, Consent},                      // Didomi
}

// phrases stand in the text of a wall, which has little more.
var phrases = [...]struct{ phrase, what string }{
	{"incapsula incident id", Robots},
	{"errors.edgesuite.net", Denied}, // Akamai
	{"the requested url was rejected. please consult with your administrator", Denied}, // F5
	{"enable javascript and cookies to continue", Robots},                              // Cloudflare
	{"please enable js and disable any ad blocker", Robots},                            // DataDome
	{"because we believe you are using automation tools", Denied},                      // HUMAN
	{"please wait while your request is being verified", Robots},                       // Imunify360
}
