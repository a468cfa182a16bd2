// Package timestamp asks time-stamping authorities for tokens, and verifies them: RFC 3161,
// with RFC 5816. A token says that an authority saw the SHA-256 of some bytes at a time.
//
// It promises that a token that it accepts has one signature, over just these bytes' hash, of a
// certificate that is for nothing but time-stamping and was valid at the token's time; and, where
// roots are given, that the certificate goes back to one of them. Whether a certificate was
// revoked it does not look into: that would need the network.
//
// It sends nothing: who calls posts a request and hands in the answer. Package
// github.com/smallstep/pkcs7 takes tokens apart and verifies their signatures; what it does not look
// at (which kind of content is signed, which certificate the signer names, what that is for) is
// looked at here.
package timestamp

import (
	"crypto/sha256"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"
)

// The content types of requests and answers, RFC 3161, 3.4.
const (
	Query = "application/timestamp-query"
	Reply = "application/timestamp-reply"
)

// Most is how many bytes a token or an answer may have: real ones have some thousand.
const Most = 64 << 10

// What can be wrong; errors wrap one of these.
var (
	// ErrToken is what is no token, or one that is not as the RFC wants it.
	ErrToken = errors.New("not a time stamp")
	// ErrOther is a token of other bytes.
	ErrOther = errors.New("the time stamp is of something else")
	// ErrRefused is an answer without a token.
	ErrRefused = errors.New("the authority refused")
	// ErrUntrusted is a certificate that goes back to none of the roots.
	ErrUntrusted = errors.New("its certificate goes back to none of the roots given")
)

var (
	oidSHA256    = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	oidSHA384    = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 2}
	oidSHA512    = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 3}
	oidTSTInfo   = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidSignedBy  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12} // signingCertificate, RFC 2634
	oidSignedBy2 = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47} // signingCertificateV2, RFC 5035
	oidKeyUsage  = asn1.ObjectIdentifier{2, 5, 29, 37}                       // extKeyUsage
)

// imprint is a MessageImprint, RFC 3161, 2.4.1.
type imprint struct {
	Algorithm pkix.AlgorithmIdentifier
	Hash      []byte
}

// request is a TimeStampReq, RFC 3161, 2.4.1.
type request struct {
	Version int
	Imprint imprint
	Nonce   *big.Int `asn1:"optional"`
	CertReq bool     `asn1:"optional"`
}

// Request is a request for a token of content. Its nonce is made from random bytes; the
// authority's certificates are asked for.
func Request(content []byte, random io.Reader) ([]byte, error) {
	var nonce [8]byte
	if _, err := io.ReadFull(random, nonce[:]); err != nil {
		return nil, err
	}
	nonce[0] |= 0x40 // never short, never negative
	nonce[0] &= 0x7f
	sum := sha256.Sum256(content)
	return asn1.Marshal(request{Version: 1, Nonce: new(big.Int).SetBytes(nonce[:]), CertReq: true,
		Imprint: imprint{pkix.AlgorithmIdentifier{Algorithm: oidSHA256, Parameters: asn1.NullRawValue}, sum[:]}})
}

// answer is a TimeStampResp, RFC 3161, 2.4.2.
type answer struct {
	Status struct {
		Status int
		Text   []asn1.RawValue `asn1:"optional"` // PKIFreeText
		Fail   asn1.BitString  `asn1:"optional"`
	}
	Token asn1.RawValue `asn1:"optional"`
}

// failures are the bits of a PKIFailureInfo, RFC 3161, 2.4.2.
var failures = map[int]string{0: "it does not know the hash", 2: "it does not allow such a request", 5: "it could not read the request",
	14: "its clock is not available", 15: "it does not have that policy", 16: "it does not know an extension", 17: "it cannot say what was asked", 25: "its system failed"}

// Answer takes the token out of an answer to a request, and holds it against that: it is of the
// same hash, and has the same nonce. [Verify] does the rest.
func Answer(reply, query []byte) ([]byte, error) {
	var r request
	if rest, err := asn1.Unmarshal(query, &r); err != nil || len(rest) > 0 {
		return nil, fmt.Errorf("%w: the request cannot be read", ErrToken)
	}
	token, err := tokenOf(reply)
	if err != nil {
		return nil, err
	}
	t, err := parse(token)
	if err != nil {
		return nil, err
	}
	switch {
	case !t.info.Imprint.Algorithm.Algorithm.Equal(r.Imprint.Algorithm.Algorithm) || string(t.info.Imprint.Hash) != string(r.Imprint.Hash):
		return nil, ErrOther
	case r.Nonce != nil && (t.info.Nonce == nil || t.info.Nonce.Cmp(r.Nonce) != 0):
		return nil, fmt.Errorf("%w: its nonce is not that of the request; it is of another time", ErrOther)
	}
	return token, nil
}

// tokenOf is the token of an answer, or what is given where that is a token.
func tokenOf(b []byte) ([]byte, error) {
	if len(b) > Most {
		return nil, fmt.Errorf("%w: it has more than %d bytes", ErrToken, Most)
	}
	var a answer
	rest, err := asn1.Unmarshal(b, &a)
	if err != nil { // a token begins with an object identifier, an answer with a sequence
		return b, nil
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: bytes behind the answer", ErrToken)
	}
	const granted, withChanges = 0, 1
	if a.Status.Status != granted && a.Status.Status != withChanges {
		why := []string{}
		for bit, s := range failures {
			if a.Status.Fail.At(bit) == 1 {
				why = append(why, s)
			}
		}
		for _, t := range a.Status.Text {
			why = append(why, fmt.Sprintf("%q", t.Bytes))
		}
		if len(why) == 0 {
			why = append(why, fmt.Sprintf("status %d", a.Status.Status))
		}
		return nil, fmt.Errorf("%w: %s", ErrRefused, strings.Join(why, ", "))
	}
	if len(a.Token.FullBytes) == 0 {
		return nil, fmt.Errorf("%w: the answer has none", ErrToken)
	}
	return a.Token.FullBytes, nil
}
