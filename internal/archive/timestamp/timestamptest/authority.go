// Package timestamptest has a small time-stamping authority: for tests of what asks one, and
// of what verifies its tokens. Everything about its tokens can be made wrong.
package timestamptest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"math/big"
	"time"

	"github.com/smallstep/pkcs7"
)

// Authority signs tokens.
type Authority struct {
	Root, Between, Leaf *x509.Certificate
	// Now is what its tokens say.
	Now time.Time
	// Change, if not nil, changes what is about to be signed.
	Change func(*Token)

	key crypto.Signer
}

// Token is a TSTInfo, and how it is signed.
type Token struct {
	Version int
	Policy  asn1.ObjectIdentifier
	Imprint struct {
		Algorithm pkix.AlgorithmIdentifier
		Hash      []byte
	}
	Serial *big.Int
	Time   time.Time
	Nonce  *big.Int

	Kind  asn1.ObjectIdentifier // of the content
	Names []byte                // the hash of the certificate that is named
}

// Options are how its certificate is.
type Options struct {
	Usages    []asn1.ObjectIdentifier // extended key usages; nil: time-stamping
	Lenient   bool                    // they are not marked critical
	CA        bool
	NotBefore time.Time
	NotAfter  time.Time
}

// Stamping is the usage of a time-stamping certificate.
var Stamping = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 8}

// New is an authority whose certificates are valid for half a year before a moment, and long after.
func New(now time.Time, o Options) (*Authority, error) {
	a := &Authority{Now: now}
	if o.NotBefore.IsZero() {
		o.NotBefore, o.NotAfter = now.AddDate(0, -6, 0), now.AddDate(50, 0, 0) // a signature bears the time of the test
	}
	if o.Usages == nil {
		o.Usages = []asn1.ObjectIdentifier{Stamping}
	}
	usages, err := asn1.Marshal(o.Usages)
	if err != nil {
		return nil, err
	}
	made := func(serial int64, name string, ca bool, by *x509.Certificate, signer crypto.Signer) (*x509.Certificate, *ecdsa.PrivateKey, error) {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return nil, nil, err
		}
		c := &x509.Certificate{SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: name, Organization: []string{"Stamps for Tests"}},
			NotBefore: now.AddDate(-5, 0, 0), NotAfter: now.AddDate(60, 0, 0), BasicConstraintsValid: true, IsCA: ca}
		if ca {
			c.KeyUsage = x509.KeyUsageCertSign
		} else {
			c.NotBefore, c.NotAfter, c.IsCA, c.KeyUsage = o.NotBefore, o.NotAfter, o.CA, x509.KeyUsageDigitalSignature
			c.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: !o.Lenient, Value: usages}}
		}
		if by == nil {
			by, signer = c, key
		}
		der, err := x509.CreateCertificate(rand.Reader, c, by, key.Public(), signer)
		if err != nil {
			return nil, nil, err
		}
		c, err = x509.ParseCertificate(der)
		return c, key, err
	}
	root, rootKey, err := made(1, "Root", true, nil, nil)
	if err != nil {
		return nil, err
	}
	between, betweenKey, err := made(2, "Between", true, root, rootKey)
	if err != nil {
		return nil, err
	}
	leaf, leafKey, err := made(3, "Test Stamper 1", false, between, betweenKey)
	a.Root, a.Between, a.Leaf, a.key = root, between, leaf, leafKey
	return a, err
}

// Roots is its root as a file has it.
func (a *Authority) Roots() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.Root.Raw})
}

type query struct {
	Version int
	Imprint struct {
		Algorithm pkix.AlgorithmIdentifier
		Hash      []byte
	}
	Nonce   *big.Int `asn1:"optional"`
	CertReq bool     `asn1:"optional"`
}

// Answer answers a request.
func (a *Authority) Answer(request []byte) ([]byte, error) {
	var q query
	if rest, err := asn1.Unmarshal(request, &q); err != nil || len(rest) > 0 || q.Version != 1 || !q.CertReq {
		return nil, errors.Join(errors.New("not a request"), err)
	}
	named := sha256.Sum256(a.Leaf.Raw)
	t := Token{Version: 1, Policy: asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 99999, 1}, Imprint: q.Imprint, Serial: big.NewInt(77), Time: a.Now.UTC(), Nonce: q.Nonce,
		Kind: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}, Names: named[:]}
	if a.Change != nil {
		a.Change(&t)
	}
	token, err := a.sign(&t)
	if err != nil {
		return nil, err
	}
	return asn1.Marshal(struct {
		Status struct{ Status int }
		Token  asn1.RawValue
	}{Token: asn1.RawValue{FullBytes: token}})
}

// Refusal is an answer without a token.
func Refusal() ([]byte, error) {
	type status struct {
		Status int
		Fail   asn1.BitString
	}
	return asn1.Marshal(struct{ Status status }{status{2, asn1.BitString{Bytes: []byte{0x20}, BitLength: 3}}})
}

func (a *Authority) sign(t *Token) ([]byte, error) {
	content, err := asn1.Marshal(struct {
		Version int
		Policy  asn1.ObjectIdentifier
		Imprint struct {
			Algorithm pkix.AlgorithmIdentifier
			Hash      []byte
		}
		Serial *big.Int
		Time   time.Time `asn1:"generalized"`
		Nonce  *big.Int  `asn1:"optional"`
	}{t.Version, t.Policy, t.Imprint, t.Serial, t.Time, t.Nonce})
	if err != nil {
		return nil, err
	}
	s, err := pkcs7.NewSignedData(content)
	if err != nil {
		return nil, err
	}
	s.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	s.GetSignedData().Version = 3
	s.GetSignedData().ContentInfo.ContentType = t.Kind
	type essCertID struct{ Hash []byte }
	type signingCertificate struct{ Certs []essCertID }
	by := pkcs7.Attribute{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}, Value: signingCertificate{[]essCertID{{t.Names}}}}
	var extra []pkcs7.Attribute
	if t.Names != nil {
		extra = append(extra, by)
	}
	if err := s.AddSignerChain(a.Leaf, a.key, []*x509.Certificate{a.Between}, pkcs7.SignerInfoConfig{ExtraSignedAttributes: extra}); err != nil {
		return nil, err
	}
	return s.Finish()
}
