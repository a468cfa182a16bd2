package operation

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"

	"riwaya/internal/desk/login"
)

// tags makes ETags. Each is a keyed hash, so that it says nothing to who has it but "the same":
// not how much is in the ledger, nor whether an answer would be one that somebody guessed.
type tags struct {
	key     []byte
	version string
}

func newTags(version string) *tags {
	s := &tags{key: make([]byte, sha256.Size), version: version}
	_, _ = rand.Read(s.key) // never fails
	return s
}

func (s *tags) tag(parts ...string) string {
	m := hmac.New(sha256.New, s.key)
	for _, p := range append([]string{s.version}, parts...) {
		m.Write([]byte(strconv.Itoa(len(p)) + " " + p))
	}
	return `"` + base64.RawURLEncoding.EncodeToString(m.Sum(nil)[:18]) + `"`
}

// tagged is h with an ETag. Where state is known before the answer is made, one that is wanted no
// more is not made at all; else the tag is of the answer's bytes. Who asks is in it: another role
// may get another answer.
func (s *tags) tagged(state func(context.Context) string, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := []string{login.From(r.Context()).Role.String(), r.URL.Path, r.URL.RawQuery}
		if state != nil {
			tag := s.tag(append(asked, "state", state(r.Context()))...)
			if met(r, tag) {
				w.Header().Set("ETag", tag)
				w.WriteHeader(http.StatusNotModified)
				return
			}
			h.ServeHTTP(&tagging{ResponseWriter: w, tag: tag}, r)
			return
		}
		held := &holding{ResponseWriter: w}
		h.ServeHTTP(held, r)
		if held.status == 0 || held.status == http.StatusOK {
			tag := s.tag(append(asked, "bytes", held.body.String())...)
			w.Header().Set("ETag", tag)
			if met(r, tag) {
				w.Header().Del("Content-Type")
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		if held.status != 0 {
			w.WriteHeader(held.status)
		}
		_, _ = held.body.WriteTo(w) // who asked has gone
	})
}

// met reports whether the request states the tag (RFC 9110, 13.1.2).
func met(r *http.Request, tag string) bool {
	for one := range strings.SplitSeq(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		if one = strings.TrimSpace(one); one == "*" || strings.TrimPrefix(one, "W/") == tag {
			return true
		}
	}
	return false
}

// tagging sets the tag on an answer that is one.
type tagging struct {
	http.ResponseWriter
	tag  string
	done bool
}

func (t *tagging) WriteHeader(status int) {
	if !t.done && status == http.StatusOK {
		t.Header().Set("ETag", t.tag)
	}
	t.done = true
	t.ResponseWriter.WriteHeader(status)
}

func (t *tagging) Write(p []byte) (int, error) {
	if !t.done {
		t.WriteHeader(http.StatusOK)
	}
	return t.ResponseWriter.Write(p)
}

// Unwrap is for http.ResponseController.
func (t *tagging) Unwrap() http.ResponseWriter { return t.ResponseWriter }

// holding holds an answer back.
type holding struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (h *holding) WriteHeader(status int) {
	if h.status == 0 {
		h.status = status
	}
}

func (h *holding) Write(p []byte) (int, error) { return h.body.Write(p) }
