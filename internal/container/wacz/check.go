package wacz

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"
)

// stated is what datapackage.json states of a file.
type stated struct {
	hash  string // "sha256:…"
	bytes int64  // -1 where it is not stated
	twice bool   // by a program that hashes each piece twice
}

// doubling is the program that hashes each piece of a file twice, up to version 0.1.6 at least (it
// both listens to the stream and pipes it into the hash). What it states binds a file no less,
// so it is compared in its way.
const doubling = "@harvard-lil/js-wacz"

// piece is how much of a file Node.js reads at a time.
const piece = 64 << 10

// check is a hash on its way.
type check struct {
	stated  stated
	kind    string
	sum     hash.Hash // nil where none is stated, or one that is not known
	n       int64
	doubled hash.Hash // nil where no piece counts twice
	part    []byte
}

func newCheck(s stated) *check {
	k := &check{stated: s}
	k.kind, _, _ = strings.Cut(s.hash, ":")
	switch k.kind {
	case "sha256":
		k.sum = sha256.New()
	case "md5": // some programs state it; that two files can be made to share it is theirs to answer for
		k.sum = md5.New()
	}
	if s.twice && k.kind == "sha256" {
		k.doubled = sha256.New()
	}
	return k
}

func (k *check) Write(p []byte) (int, error) {
	k.n += int64(len(p))
	if k.sum != nil {
		k.sum.Write(p)
	}
	for rest := p; k.doubled != nil && len(rest) > 0; {
		n := min(len(rest), piece-len(k.part))
		k.part, rest = append(k.part, rest[:n]...), rest[n:]
		if len(k.part) == piece {
			k.double()
		}
	}
	return len(p), nil
}

func (k *check) double() {
	k.doubled.Write(k.part)
	k.doubled.Write(k.part)
	k.part = k.part[:0]
}

func (k *check) differs(by string) string {
	if k.stated.bytes >= 0 && k.stated.bytes != k.n {
		return fmt.Sprintf("it has %d bytes, %s states %d", k.n, by, k.stated.bytes)
	}
	if k.sum == nil {
		return ""
	}
	if k.doubled != nil {
		if k.double(); k.kind+":"+hex.EncodeToString(k.doubled.Sum(nil)) == k.stated.hash {
			return ""
		}
	}
	if got := k.kind + ":" + hex.EncodeToString(k.sum.Sum(nil)); got != k.stated.hash {
		return fmt.Sprintf("its hash is %s, %s states %s", short(got), by, short(k.stated.hash))
	}
	return ""
}

// short is a hash as a line has room for it.
func short(s string) string {
	const enough = len("sha256:") + 16
	if len(s) > enough {
		return s[:enough] + "…"
	}
	return s
}
