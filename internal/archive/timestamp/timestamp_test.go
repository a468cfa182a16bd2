package timestamp_test

import (
	"bytes"
	"crypto/rand"
	"encoding/asn1"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"riwaya/internal/archive/timestamp"
	"riwaya/internal/archive/timestamp/timestamptest"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

var head = []byte("riwaya-ledger/1\n15\nroot\n\n— signature\n")

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func authority(t testing.TB, o timestamptest.Options) *timestamptest.Authority {
	t.Helper()
	a, err := timestamptest.New(noon, o)
	must(t, err)
	return a
}

// asked is a request for head and what an authority answers.
func asked(t testing.TB, a *timestamptest.Authority) (query, reply []byte) {
	t.Helper()
	query, err := timestamp.Request(head, rand.Reader)
	must(t, err)
	reply, err = a.Answer(query)
	must(t, err)
	return query, reply
}

func TestStamp(t *testing.T) {
	a := authority(t, timestamptest.Options{})
	query, reply := asked(t, a)
	token, err := timestamp.Answer(reply, query)
	must(t, err)
	roots, err := timestamp.ParseRoots(a.Roots())
	must(t, err)
	for name, b := range map[string][]byte{"token": token, "answer": reply} {
		s, err := timestamp.Verify(b, head, roots)
		if err != nil || !s.Trusted || !s.Time.Equal(noon) || s.Authority != "Test Stamper 1, Stamps for Tests" || s.Serial != "77" {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
		if s, err := timestamp.Verify(b, head, nil); err != nil || s.Trusted {
			t.Errorf("%s without roots: %+v, %v", name, s, err)
		}
		if _, err := timestamp.Verify(b, append(head, 'x'), roots); !errors.Is(err, timestamp.ErrOther) {
			t.Errorf("%s of something else: %v", name, err)
		}
	}
	other, err := timestamp.ParseRoots(authority(t, timestamptest.Options{}).Roots())
	must(t, err)
	if s, err := timestamp.Verify(token, head, other); !errors.Is(err, timestamp.ErrUntrusted) || s.Trusted {
		t.Errorf("other roots: %+v, %v", s, err)
	}
	again, err := timestamp.Request(head, rand.Reader)
	must(t, err)
	if _, err := timestamp.Answer(reply, again); !errors.Is(err, timestamp.ErrOther) {
		t.Errorf("an answer to another request: %v", err)
	}
	no, err := timestamptest.Refusal()
	must(t, err)
	if _, err := timestamp.Answer(no, query); !errors.Is(err, timestamp.ErrRefused) || !strings.Contains(err.Error(), "does not allow") {
		t.Errorf("a refusal: %v", err)
	}
}

// TestWrong makes one thing wrong at a time.
func TestWrong(t *testing.T) {
	year := timestamptest.Options{NotBefore: noon.AddDate(-2, 0, 0), NotAfter: noon.AddDate(-1, 0, 0)}
	code := asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 3}
	for name, c := range map[string]struct {
		o      timestamptest.Options
		change func(*timestamptest.Token)
		want   string
	}{
		"not for stamping":       {timestamptest.Options{Usages: []asn1.ObjectIdentifier{code}}, nil, "not for time-stamping alone"},
		"for more than stamping": {timestamptest.Options{Usages: []asn1.ObjectIdentifier{timestamptest.Stamping, code}}, nil, "not for time-stamping alone"},
		"for what is unknown":    {timestamptest.Options{Usages: []asn1.ObjectIdentifier{timestamptest.Stamping, {1, 2, 3}}}, nil, "not for time-stamping alone"},
		"not critical":           {timestamptest.Options{Lenient: true}, nil, "not for time-stamping alone"},
		"an authority":           {timestamptest.Options{CA: true}, nil, "authority over certificates"},
		"expired":                {year, nil, "was not valid at"},
		"another hash":           {timestamptest.Options{}, func(k *timestamptest.Token) { k.Imprint.Hash = make([]byte, 32) }, timestamp.ErrOther.Error()},
		"a weak hash": {timestamptest.Options{}, func(k *timestamptest.Token) {
			k.Imprint.Algorithm.Algorithm = asn1.ObjectIdentifier{1, 3, 14, 3, 2, 26}
		},
			"a hash that is not used"},
		"another version":     {timestamptest.Options{}, func(k *timestamptest.Token) { k.Version = 2 }, "version 2"},
		"other content":       {timestamptest.Options{}, func(k *timestamptest.Token) { k.Kind = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1} }, "something else is signed"},
		"no certificate":      {timestamptest.Options{}, func(k *timestamptest.Token) { k.Names = nil }, "does not name its certificate"},
		"another certificate": {timestamptest.Options{}, func(k *timestamptest.Token) { k.Names = make([]byte, 32) }, "names another certificate"},
		"before its certificate": {timestamptest.Options{}, func(k *timestamptest.Token) { k.Time = noon.AddDate(-1, 0, 0) },
			"was not valid at"},
	} {
		a := authority(t, c.o)
		a.Change = c.change
		query, err := timestamp.Request(head, rand.Reader)
		must(t, err)
		reply, err := a.Answer(query)
		must(t, err)
		roots, err := timestamp.ParseRoots(a.Roots())
		must(t, err)
		for _, r := range []bool{true, false} {
			pool := roots
			if !r {
				pool = nil
			}
			if s, err := timestamp.Verify(reply, head, pool); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %+v, %v", name, s, err)
			}
		}
	}
}

// TestAltered changes each byte of a token: it is accepted in no case where it says anything else.
func TestAltered(t *testing.T) {
	a := authority(t, timestamptest.Options{})
	query, reply := asked(t, a)
	token, err := timestamp.Answer(reply, query)
	must(t, err)
	roots, err := timestamp.ParseRoots(a.Roots())
	must(t, err)
	want, err := timestamp.Verify(token, head, roots)
	must(t, err)
	refused := 0
	for i := range token {
		for _, bit := range []byte{1, 0x80} {
			b := bytes.Clone(token)
			b[i] ^= bit
			got, err := timestamp.Verify(b, head, roots)
			if err != nil {
				refused++
			} else if got != want {
				t.Fatalf("byte %d: %+v", i, got)
			}
		}
	}
	t.Logf("%d bytes, %d of %d alterations refused; the others change nothing that it says", len(token), refused, 2*len(token))
	if refused < len(token) {
		t.Error("too few are seen")
	}
}

// TestOpenSSL has OpenSSL verify what this package asked for, and this package what OpenSSL made.
func TestOpenSSL(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("openssl is not installed")
	}
	dir := t.TempDir()
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command(openssl, args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("openssl %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	write := func(name string, b []byte) { must(t, os.WriteFile(filepath.Join(dir, name), b, 0o600)) }
	a := authority(t, timestamptest.Options{})
	query, reply := asked(t, a)
	write("head", head)
	write("query", query)
	write("reply", reply)
	write("roots", a.Roots())
	at := "1795694400" // noon
	if out := run("ts", "-verify", "-data", "head", "-in", "reply", "-CAfile", "roots", "-attime", at); !strings.Contains(out, "Verification: OK") {
		t.Error(out)
	}
	if out := run("ts", "-verify", "-queryfile", "query", "-in", "reply", "-CAfile", "roots", "-attime", at); !strings.Contains(out, "Verification: OK") {
		t.Error(out)
	}
	// The other way about: a stamp of OpenSSL's own.
	write("conf", []byte("[tsa]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256,sha512\naccuracy=secs:1\nordering=no\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n[ext]\nextendedKeyUsage=critical,timeStamping\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature\n[req]\ndistinguished_name=dn\n[dn]\n"))
	write("serial", []byte("01\n"))
	run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=OpenSSL Root", "-days", "3650")
	run("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=OpenSSL Stamper")
	run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "3650", "-extfile", "conf", "-extensions", "ext")
	run("ts", "-reply", "-config", "conf", "-section", "tsa", "-queryfile", "query", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "theirs")
	theirs, err := os.ReadFile(filepath.Join(dir, "theirs"))
	must(t, err)
	ca, err := os.ReadFile(filepath.Join(dir, "ca.pem"))
	must(t, err)
	roots, err := timestamp.ParseRoots(ca)
	must(t, err)
	token, err := timestamp.Answer(theirs, query)
	must(t, err)
	s, err := timestamp.Verify(token, head, roots)
	if err != nil || !s.Trusted || s.Authority != "OpenSSL Stamper" || s.Within != time.Second {
		t.Errorf("%+v, %v", s, err)
	}
	run("ts", "-query", "-data", "head", "-sha512", "-cert", "-out", "query512")
	run("ts", "-reply", "-config", "conf", "-section", "tsa", "-queryfile", "query512", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "theirs512")
	theirs, err = os.ReadFile(filepath.Join(dir, "theirs512"))
	must(t, err)
	if s, err := timestamp.Verify(theirs, head, roots); err != nil || !s.Trusted {
		t.Errorf("SHA-512: %+v, %v", s, err)
	}
}

func FuzzVerify(f *testing.F) {
	a, err := timestamptest.New(noon, timestamptest.Options{})
	must(f, err)
	query, reply := asked(f, a)
	token, err := timestamp.Answer(reply, query)
	must(f, err)
	roots, err := timestamp.ParseRoots(a.Roots())
	must(f, err)
	no, err := timestamptest.Refusal()
	must(f, err)
	for _, b := range [][]byte{token, reply, no, query, bytes.Repeat([]byte{0x30, 0x80}, 5000), []byte("0"), nil} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := timestamp.Verify(b, head, roots); err == nil && (!s.Trusted || !s.Time.Equal(noon)) {
			t.Errorf("accepted: %+v", s)
		}
		_, _ = timestamp.Answer(b, query)
		_, _ = timestamp.ParseRoots(b)
		_, _ = a.Answer(b)
	})
}

// TestNonce is never short and never negative.
func TestNonce(t *testing.T) {
	for _, c := range []byte{0, 0x7f, 0xff} {
		q, err := timestamp.Request(head, bytes.NewReader(bytes.Repeat([]byte{c}, 8)))
		must(t, err)
		var r struct {
			Version int
			Imprint asn1.RawValue
			Nonce   *big.Int
			CertReq bool
		}
		if _, err := asn1.Unmarshal(q, &r); err != nil || r.Nonce.BitLen() != 63 || r.Nonce.Sign() <= 0 || !r.CertReq {
			t.Errorf("%x: %v, %v", c, r.Nonce, err)
		}
	}
}
