package login

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/secure/precis"
)

// How long a password is, in characters: where it is all that is asked for, 15 at least
// (NIST SP 800-63B-4, 3.1.1.2). Nothing is asked of which characters.
const (
	shortest = 15
	longest  = 256
)

// Cost is what one guess at a password costs: the parameters of Argon2id.
type Cost struct {
	Time    uint32 // passes
	Memory  uint32 // KiB
	Threads uint8
}

// Recommended is the second choice of RFC 9106, 4, for where memory is scarce: 3 passes over
// 64 MiB with 4 lanes. It is above the least that OWASP's Password Storage Cheat Sheet names.
var Recommended = Cost{Time: 3, Memory: 64 << 10, Threads: 4}

const (
	saltBytes = 16
	hashBytes = 32
	// The most that a stored hash may ask for: who can write the file must not be able to take
	// the machine's memory.
	mostMemory  = 1 << 20 // KiB
	mostTime    = 16
	mostThreads = 16
)

// hasher makes hashes, few at a time: each takes memory.
type hasher struct {
	cost  Cost
	slots chan struct{}
	none  string // the hash of no password, for names that are not there
	// derive is argon2.IDKey, which is nearly all the time that an answer takes.
	derive func(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte
}

const hashesAtOnce = 2

func newHasher(c Cost) *hasher {
	h := &hasher{cost: c, slots: make(chan struct{}, hashesAtOnce), derive: argon2.IDKey}
	h.none = write(c, random(saltBytes), random(hashBytes))
	return h
}

// random are n bytes from the system.
func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}

// make hashes a password as it is stored.
func (h *hasher) make(ctx context.Context, password string) (string, error) {
	p, err := prepared(password)
	if err != nil {
		return "", err
	}
	if n := utf8.RuneCountInString(p); n < shortest || n > longest {
		return "", ErrPassword
	}
	salt := random(saltBytes)
	key, err := h.key(ctx, h.cost, p, salt)
	if err != nil {
		return "", err
	}
	return write(h.cost, salt, key), nil
}

// fits reports whether a password is that of a hash, and whether the hash was made at another
// cost than would be today. For "" it takes as long, and nothing fits.
func (h *hasher) fits(ctx context.Context, hash, password string) (fits, old bool, err error) {
	there := hash != ""
	if !there {
		hash = h.none
	}
	c, salt, want, ok := parse(hash)
	if !ok {
		return false, false, fmt.Errorf("%w: a stored hash cannot be read", ErrDenied)
	}
	p, err := prepared(password)
	if err != nil || utf8.RuneCountInString(p) > longest {
		p, there = "", false // it was never stored; the time is taken all the same
	}
	key, err := h.key(ctx, c, p, salt)
	if err != nil {
		return false, false, err
	}
	return subtle.ConstantTimeCompare(key, want) == 1 && there, c != h.cost, nil
}

func (h *hasher) key(ctx context.Context, c Cost, password string, salt []byte) ([]byte, error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-h.slots }()
	return h.derive([]byte(password), salt, c.Time, c.Memory, c.Threads, hashBytes), nil
}

// prepared is a password by RFC 8265, 4.2 (OpaqueString), so that one keyboard's letters are
// another's.
func prepared(password string) (string, error) {
	p, err := precis.OpaqueString.String(password)
	if err != nil {
		return "", ErrPassword
	}
	return p, nil
}

// write and parse are the usual form: $argon2id$v=19$m=65536,t=3,p=4$salt$hash.
func write(c Cost, salt, key []byte) string {
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.Memory, c.Time, c.Threads, b.EncodeToString(salt), b.EncodeToString(key))
}

func parse(hash string) (c Cost, salt, key []byte, ok bool) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, false
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.Memory, &c.Time, &c.Threads); err != nil {
		return c, nil, nil, false
	}
	b := base64.RawStdEncoding.Strict()
	salt, err := b.DecodeString(parts[4])
	if err != nil || len(salt) < 8 {
		return c, nil, nil, false
	}
	key, err = b.DecodeString(parts[5])
	within := c.Time > 0 && c.Time <= mostTime && c.Memory > 0 && c.Memory <= mostMemory && c.Threads > 0 && c.Threads <= mostThreads
	return c, salt, key, err == nil && len(key) == hashBytes && within
}
