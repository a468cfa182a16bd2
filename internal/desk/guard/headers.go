package guard

import "net/http"

// Policy is the content-security policy of every page: nothing from elsewhere, no script or
// style that is not a file of the desk.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// permissions are what no page of the desk may ask a browser for.
const permissions = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), " +
	"encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), " +
	"idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), " +
	"picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), " +
	"serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()"

// always are the headers of every answer. Cache-Control is what holds for texts; who serves
// files of the program itself sets its own.
var always = [...][2]string{
	{"Content-Security-Policy", Policy},
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"}, // for browsers that do not know frame-ancestors
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", permissions},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Cross-Origin-Embedder-Policy", "require-corp"},
	{"Origin-Agent-Cluster", "?1"},
	{"X-DNS-Prefetch-Control", "off"},
	{"X-Robots-Tag", "noindex, nofollow"},
	{"Cache-Control", "no-store"},
}

// year is how long a browser is to ask over TLS only, in seconds.
const year = "31536000"

func (g *Guard) headers(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, kv := range always {
			w.Header().Set(kv[0], kv[1])
		}
		if g.o.TLS {
			w.Header().Set("Strict-Transport-Security", "max-age="+year)
		}
		h.ServeHTTP(w, r)
	})
}
