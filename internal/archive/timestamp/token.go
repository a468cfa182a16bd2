package timestamp

import (
	"bytes"
	"crypto/sha1" // the hash of an ESSCertID is SHA-1, RFC 2634, 5.4.1; nothing else rests on it
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/smallstep/pkcs7"
)

// info is a TSTInfo, RFC 3161, 2.4.2.
type info struct {
	Version  int
	Policy   asn1.ObjectIdentifier
	Imprint  imprint
	Serial   *big.Int
	Time     time.Time        `asn1:"generalized"`
	Accuracy accuracy         `asn1:"optional"`
	Ordering bool             `asn1:"optional"`
	Nonce    *big.Int         `asn1:"optional"`
	TSA      asn1.RawValue    `asn1:"optional,explicit,tag:0"`
	More     []pkix.Extension `asn1:"optional,tag:1"`
}

type accuracy struct {
	Seconds int `asn1:"optional"`
	Millis  int `asn1:"optional,tag:0"`
	Micros  int `asn1:"optional,tag:1"`
}

// essCertID is an ESSCertIDv2, RFC 5035, 4; without an algorithm it is SHA-256. An ESSCertID is
// the same without an algorithm, and SHA-1.
type essCertID struct {
	Algorithm pkix.AlgorithmIdentifier `asn1:"optional"`
	Hash      []byte
	Issuer    asn1.RawValue `asn1:"optional"`
}

// Stamp is what a token says.
type Stamp struct {
	Time      time.Time
	Within    time.Duration // how exact that is, 0 where the token does not say
	Authority string        // the name in its certificate
	Serial    string
	Policy    string
	Trusted   bool // its certificate goes back to one of the roots given
}

// token is one that was taken apart, and not verified yet.
type token struct {
	p7     *pkcs7.PKCS7
	info   info
	signer *x509.Certificate
}

// ParseRoots reads certificates in PEM: those that a chain may end in.
func ParseRoots(b []byte) (*x509.CertPool, error) {
	pool, n := x509.NewCertPool(), 0
	for {
		var block *pem.Block
		if block, b = pem.Decode(b); block == nil {
			break
		}
		if block.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("a certificate in it cannot be read: %w", err)
		}
		pool.AddCert(c)
		n++
	}
	if n == 0 {
		return nil, errors.New("no certificate in it (PEM)")
	}
	return pool, nil
}

// Verify verifies a token, or an answer that has one, over content. roots may be nil: then it is
// not known who the authority is, and the stamp is not Trusted.
func Verify(stamp, content []byte, roots *x509.CertPool) (Stamp, error) {
	der, err := tokenOf(stamp)
	if err != nil {
		return Stamp{}, err
	}
	t, err := parse(der)
	if err != nil {
		return Stamp{}, err
	}
	sum, err := hashed(t.info.Imprint.Algorithm.Algorithm, content)
	if err != nil {
		return Stamp{}, err
	}
	if !bytes.Equal(sum, t.info.Imprint.Hash) {
		return Stamp{}, ErrOther
	}
	if err := t.purpose(); err != nil {
		return Stamp{}, fmt.Errorf("%w: %w", ErrToken, err)
	}
	if err := t.signed(); err != nil {
		return Stamp{}, fmt.Errorf("%w: its signature does not hold: %w", ErrToken, err)
	}
	a := t.info.Accuracy
	out := Stamp{Time: t.info.Time.UTC(), Authority: nameOf(t.signer), Serial: t.info.Serial.String(), Policy: t.info.Policy.String(),
		Within: time.Duration(a.Seconds)*time.Second + time.Duration(a.Millis)*time.Millisecond + time.Duration(a.Micros)*time.Microsecond}
	if roots == nil {
		return out, nil
	}
	between := x509.NewCertPool()
	for _, c := range t.p7.Certificates {
		between.AddCert(c)
	}
	if _, err := t.signer.Verify(x509.VerifyOptions{Roots: roots, Intermediates: between, CurrentTime: t.info.Time,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}}); err != nil {
		return out, fmt.Errorf("%w: %w", ErrUntrusted, err)
	}
	out.Trusted = true
	return out, nil
}

// parse takes a token apart. What is signed in it must say that it is the content of a token.
func parse(der []byte) (t token, err error) {
	defer func() {
		if v := recover(); v != nil { // a token comes from a network
			err = fmt.Errorf("%w: it cannot be taken apart", ErrToken)
		}
	}()
	if t.p7, err = pkcs7.Parse(der); err != nil {
		return t, fmt.Errorf("%w: %w", ErrToken, err)
	}
	var kind asn1.ObjectIdentifier
	switch {
	case len(t.p7.Signers) != 1:
		return t, fmt.Errorf("%w: %d signatures, not one", ErrToken, len(t.p7.Signers))
	case t.p7.UnmarshalSignedAttribute(pkcs7.OIDAttributeContentType, &kind) != nil || !kind.Equal(oidTSTInfo):
		return t, fmt.Errorf("%w: something else is signed", ErrToken)
	}
	if t.signer = t.p7.GetOnlySigner(); t.signer == nil {
		return t, fmt.Errorf("%w: its certificate is not in it", ErrToken)
	}
	rest, err := asn1.Unmarshal(t.p7.Content, &t.info)
	switch {
	case err != nil || len(rest) > 0:
		return t, fmt.Errorf("%w: its content cannot be read", ErrToken)
	case t.info.Version != 1 || t.info.Serial == nil:
		return t, fmt.Errorf("%w: version %d", ErrToken, t.info.Version)
	}
	return t, nil
}

// signed verifies the signature, and that its signer names the certificate.
func (t *token) signed() (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = errors.New("it cannot be taken apart")
		}
	}()
	if err := t.p7.VerifyWithChainAtTime(nil, t.info.Time); err != nil {
		return err
	}
	var by struct {
		Certs    []essCertID
		Policies asn1.RawValue `asn1:"optional"`
	}
	if t.p7.UnmarshalSignedAttribute(oidSignedBy2, &by) == nil && len(by.Certs) > 0 {
		c := by.Certs[0]
		of := oidSHA256
		if len(c.Algorithm.Algorithm) > 0 {
			of = c.Algorithm.Algorithm
		}
		if sum, err := hashed(of, t.signer.Raw); err != nil || !bytes.Equal(sum, c.Hash) {
			return errors.New("it names another certificate")
		}
		return nil
	}
	if t.p7.UnmarshalSignedAttribute(oidSignedBy, &by) == nil && len(by.Certs) > 0 {
		if sum := sha1.Sum(t.signer.Raw); !bytes.Equal(sum[:], by.Certs[0].Hash) {
			return errors.New("it names another certificate")
		}
		return nil
	}
	return errors.New("it does not name its certificate")
}

// purpose wants a certificate for time-stamping and nothing else, marked critical (RFC 3161,
// 2.3), that is no authority over other certificates, and was valid at the token's time.
func (t *token) purpose() error {
	c := t.signer
	critical := false
	for _, e := range c.Extensions {
		critical = critical || e.Critical && e.Id.Equal(oidKeyUsage)
	}
	switch {
	case !critical || len(c.ExtKeyUsage) != 1 || c.ExtKeyUsage[0] != x509.ExtKeyUsageTimeStamping || len(c.UnknownExtKeyUsage) > 0:
		return errors.New("its certificate is not for time-stamping alone")
	case c.IsCA:
		return errors.New("its certificate is that of an authority over certificates")
	case t.info.Time.Before(c.NotBefore) || t.info.Time.After(c.NotAfter):
		return fmt.Errorf("its certificate was not valid at %s UTC", t.info.Time.UTC().Format(time.DateTime))
	}
	return nil
}

func hashed(algorithm asn1.ObjectIdentifier, b []byte) ([]byte, error) {
	switch {
	case algorithm.Equal(oidSHA256):
		sum := sha256.Sum256(b)
		return sum[:], nil
	case algorithm.Equal(oidSHA384):
		sum := sha512.Sum384(b)
		return sum[:], nil
	case algorithm.Equal(oidSHA512):
		sum := sha512.Sum512(b)
		return sum[:], nil
	}
	return nil, fmt.Errorf("%w: it rests on a hash that is not used here (%s)", ErrToken, algorithm)
}

// nameOf is what a certificate calls its holder.
func nameOf(c *x509.Certificate) string {
	s := c.Subject.CommonName
	if o := c.Subject.Organization; len(o) > 0 && s != "" && o[0] != s {
		s += ", " + o[0]
	} else if s == "" {
		s = c.Subject.String()
	}
	return s
}
