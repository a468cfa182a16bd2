package main

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"riwaya/cmd/riwaya/cli"
)

// deskAt runs the desk until the test ends, and returns the address that it prints.
func deskAt(t *testing.T, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	messages := &strings.Builder{}
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"desk"}, args...), cli.Streams{In: strings.NewReader(""), Out: in, Err: messages})
		_ = in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	t.Cleanup(func() {
		cancel()
		if code := <-ended; code != cli.OK {
			t.Errorf("exit code %d: %s", code, messages)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line[strings.Index(line, "http"):])
}

// certified makes a certificate for a name, and its key, as files.
func certified(t *testing.T, name string) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &k.PublicKey, k)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalECPrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	pool = x509.NewCertPool()
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "EC PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool.AddCert(parsed)
	return cert, key, pool
}

// ledgerOfOne makes a ledger with an article.
func ledgerOfOne(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ledger")
	article := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(article, []byte("The council said the bridge would open on Monday."), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, messages := call("", "add", "--ledger", dir, article); code != cli.OK {
		t.Fatal(messages)
	}
	return dir
}

// TestDesk opens it on this machine: nobody logs in, no other name is answered.
func TestDesk(t *testing.T) {
	at := deskAt(t, "--port", "0", "--ledger", ledgerOfOne(t))
	u, err := url.Parse(at)
	if err != nil || u.Hostname() != "127.0.0.1" {
		t.Fatal(at, err)
	}
	for host, want := range map[string]int{u.Host: 200, "localhost:" + u.Port(): 200, "evil.example:" + u.Port(): 421, "localhost:1": 421, "localhost.:" + u.Port(): 421} {
		r, err := http.NewRequest("GET", at+"en/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		var res *http.Response
		for range 100 { // until the ledger was looked through
			if res, err = http.DefaultClient.Do(r); err != nil {
				t.Fatal(err)
			}
			_ = res.Body.Close()
			if res.StatusCode != http.StatusServiceUnavailable {
				break
			}
			time.Sleep(50 * time.Millisecond)
		}
		if res.StatusCode != want {
			t.Errorf("%s: %d", host, res.StatusCode)
		}
	}
	for _, p := range []string{"healthz", "metrics"} {
		res, err := http.Get(at + p)
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
		if res.StatusCode != 200 {
			t.Errorf("%s: %d", p, res.StatusCode)
		}
	}
}

// TestDeskOfMany opens it on all addresses, over TLS: who asks is led to log in, and back.
func TestDeskOfMany(t *testing.T) {
	dir := ledgerOfOne(t)
	if code, _, messages := call("correct horse battery\n", "desk", "user", "add", "amal", "--role", "admin", "--ledger", dir); code != cli.OK {
		t.Fatal(messages)
	}
	cert, key, pool := certified(t, "desk.example")
	at := deskAt(t, "--listen", "0.0.0.0:0", "--name", "desk.example", "--tls-cert", cert, "--tls-key", key, "--ledger", dir)
	u, err := url.Parse(at)
	if err != nil || u.Scheme != "https" || u.Hostname() != "desk.example" {
		t.Fatal(at, err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true,
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, network, net.JoinHostPort("127.0.0.1", u.Port()))
		}}}
	defer client.CloseIdleConnections()
	do := func(r *http.Request) (*http.Response, string) {
		t.Helper()
		res, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
		return res, string(b)
	}
	get := func(path string) (*http.Response, string) {
		r, err := http.NewRequest("GET", at+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		return do(r)
	}
	res, page := get("en/today?from=2021-01-01")
	if got := res.Request.URL.RequestURI(); !strings.HasPrefix(got, "/en/login?next=%2Fen%2Ftoday%3Ffrom") || res.Proto != "HTTP/2.0" {
		t.Fatal(got, res.Proto)
	}
	if strings.Contains(page, "ledger of") {
		t.Error("the page is shown to who is not logged in")
	}
	post := func(path string, form url.Values) (*http.Response, string) {
		r, err := http.NewRequest("POST", at+path, strings.NewReader(form.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", "https://"+u.Host)
		return do(r)
	}
	form := url.Values{"name": {"amal"}, "password": {"another horse battery"}, "next": {"/en/today?from=2021-01-01"}}
	if res, page := post("en/login", form); res.StatusCode != 403 || !strings.Contains(page, "No account has this name") {
		t.Fatal(res.Status, page)
	}
	form.Set("password", "correct horse battery")
	res, page = post("en/login", form)
	if got := res.Request.URL.RequestURI(); got != "/en/today?from=2021-01-01" || res.StatusCode != 200 || !strings.Contains(page, "<bdi>R2</bdi>") || strings.Contains(page, "amal") {
		t.Fatal(got, res.Status, page)
	}
	if c := jar.Cookies(u); len(c) != 1 || c[0].Name != "__Host-riwaya" {
		t.Error(c)
	}
	_, page = get("ar/login")
	token := regexp.MustCompile(`name="token" value="([^"]+)"`).FindStringSubmatch(page)
	if token == nil {
		t.Fatal(page)
	}
	if res, _ := post("ar/logout", nil); res.StatusCode != 403 {
		t.Error("logged out without the token of a form:", res.Status)
	}
	if res, page := post("ar/logout", url.Values{"token": {token[1]}, "all": {"1"}}); res.StatusCode != 200 || !strings.Contains(page, `role="status"`) {
		t.Error(res.Status, page)
	}
	if res, _ := get("en/today"); res.Request.URL.Path != "/en/login" {
		t.Error("the session goes on:", res.Request.URL)
	}
}
