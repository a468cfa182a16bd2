package guard

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
)

// sameOrigin refuses what a page of another site made a browser ask for: changes, by
// http.CrossOriginProtection, and also reading, where it is not somebody following a link.
// Without the latter a page elsewhere could tell by the time an answer takes, or by its
// failing, what a ledger has.
func (g *Guard) sameOrigin(h http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if protection.Check(r) != nil || !Safe(r) && !stated(r) || Safe(r) && !followed(r) {
			g.Refuse(w, r, Refusal{http.StatusForbidden, OtherOrigin})
			return
		}
		h.ServeHTTP(w, r)
	})
}

// Safe reports whether a request changes nothing (RFC 9110, 9.2.1).
func Safe(r *http.Request) bool {
	return r.Method == http.MethodGet || r.Method == http.MethodHead || r.Method == http.MethodOptions
}

// stated reports whether a change says where it comes from, or is one that no page can make
// a browser ask of another site without asking leave first (and leave is never given): by a
// method that forms do not have, or with a body of JSON, and without a cookie. Every browser
// of today states the origin of a form; one that does not may be sent by any page.
func stated(r *http.Request) bool {
	if r.Header.Get("Sec-Fetch-Site") != "" || r.Header.Get("Origin") != "" {
		return true
	}
	if r.Header.Get("Cookie") != "" {
		return false
	}
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return r.Method != http.MethodPost || err == nil && kind == "application/json"
}

// followed reports whether reading was asked for by the desk's own pages, by a program, by
// hand, or by following a link to a page.
func followed(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// TokenField and TokenHeader are where a change states the token of its session.
const (
	TokenField  = "token"
	TokenHeader = "X-CSRF-Token"
)

// Token is what the pages of a session put into their forms. It is made from the session's
// secret, and tells nothing of it.
func Token(session string) string {
	m := hmac.New(sha256.New, []byte(session))
	m.Write([]byte("riwaya desk: token of forms"))
	return base64.RawURLEncoding.EncodeToString(m.Sum(nil))
}

// HasToken reports whether a change states the token of the session: in the header, in the
// field of a form, or, where files are sent, in the form's first field. Of files no more is
// read than that field; the body is then as it was. An error is one of reading the body.
func HasToken(r *http.Request, session string) (bool, error) {
	given, fault := r.Header.Get(TokenHeader), error(nil)
	if given == "" {
		kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
		switch {
		case err != nil:
		case kind == "application/x-www-form-urlencoded":
			fault = r.ParseForm()
			given = r.PostForm.Get(TokenField)
		case kind == "multipart/form-data":
			given, fault = firstField(r, params["boundary"])
		}
	}
	return subtle.ConstantTimeCompare([]byte(given), []byte(Token(session))) == 1, fault
}

// firstField is the token in the first part of a form with files, "" where that part is
// another. The body is put together again.
func firstField(r *http.Request, boundary string) (string, error) {
	const enough = 1 << 10 // bytes: a boundary, a part's headers and the token
	if r.Body == nil || boundary == "" {
		return "", nil
	}
	begin := make([]byte, enough)
	n, err := io.ReadFull(r.Body, begin)
	begin = begin[:n]
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return "", err
	}
	r.Body = rejoined{io.MultiReader(bytes.NewReader(begin), r.Body), r.Body}
	part, err := multipart.NewReader(bytes.NewReader(begin), boundary).NextRawPart()
	if err != nil || part.FormName() != TokenField || part.FileName() != "" {
		return "", nil // no such field: nothing is wrong with the body
	}
	value, err := io.ReadAll(io.LimitReader(part, 128))
	if err != nil {
		return "", nil // longer than a token is
	}
	return string(value), nil
}

// rejoined is a body of which a part was read already.
type rejoined struct {
	io.Reader
	io.Closer
}
