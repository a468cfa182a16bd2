package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestPost(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		switch {
		case r.URL.Path == "/on":
			http.Redirect(w, r, "/stamp", http.StatusTemporaryRedirect)
		case r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/query" || r.Header.Get("Accept") != "application/reply" || r.UserAgent() != UserAgent:
			http.Error(w, "no", http.StatusBadRequest)
		default:
			_, _ = w.Write(append(b, '!'))
		}
	})
	c := client(t, Options{AllowPrivate: true, Delay: -1})
	post := func(c *Client, path string) (Page, error) {
		return c.Post(context.Background(), s.URL+path, "application/query", []byte("asked"), "application/reply")
	}
	if p, err := post(c, "/stamp"); err != nil || string(p.Body) != "asked!" {
		t.Fatalf("%q, %v", p.Body, err)
	}
	if _, err := post(c, "/on"); err == nil || !strings.Contains(err.Error(), "somewhere else") {
		t.Fatalf("sent on: %v", err)
	}
	if asked := s.took(); strings.Contains(asked, "robots") || strings.Count(asked, "/stamp") != 1 {
		t.Fatalf("asked %s", asked)
	}
	if _, err := post(client(t, Options{Offline: true}), "/stamp"); !errors.Is(err, ErrOffline) {
		t.Fatalf("offline: %v", err)
	}
	if _, err := post(client(t, Options{}), "/stamp"); err == nil || !strings.Contains(err.Error(), "not public") {
		t.Fatalf("a private address: %v", err)
	}
}
