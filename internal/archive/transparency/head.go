package transparency

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

// Head says how many leaves a log has and what their root is. Signed, it is a note:
//
//	riwaya-ledger/9f3c21d07a55
//	15080
//	kq1n…=                       the root, in base64
//	time 2026-11-26T12:00:00Z
//
//	— riwaya-ledger/9f3c21d07a55 …
//
// which is the form of a checkpoint (C2SP tlog-checkpoint), with the time as extension.
type Head struct {
	Origin string // the log's name, which its key bears too
	Size   int64
	Root   Hash
	Time   time.Time // when it was signed, as its signer says
}

// ErrHead is a text that is no head.
var ErrHead = errors.New("not a head of a log")

func (h Head) text() string {
	return fmt.Sprintf("%s\n%d\n%s\ntime %s\n", h.Origin, h.Size, base64.StdEncoding.EncodeToString(h.Root[:]), h.Time.UTC().Format(dateForm))
}

// NewKey makes a log's name and key from random bytes: what signs, and what verifies.
func NewKey(random io.Reader) (signer, verifier string, err error) {
	var b [6]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", "", err
	}
	return note.GenerateKey(random, "riwaya-ledger/"+hex.EncodeToString(b[:]))
}

// VerifierOf is the key that verifies what a signer's key signs.
func VerifierOf(signer string) (string, error) {
	bad := errors.New("the log's key: not a key")
	parts := strings.SplitN(strings.TrimSpace(signer), "+", 5) // PRIVATE KEY name hash key
	if len(parts) != 5 {
		return "", bad
	}
	key, err := base64.StdEncoding.DecodeString(parts[4])
	if err != nil || len(key) != 1+ed25519.SeedSize {
		return "", bad
	}
	return note.NewEd25519VerifierKey(parts[2], ed25519.NewKeyFromSeed(key[1:]).Public().(ed25519.PublicKey))
}

// Origin is the name that a verifier's key bears.
func Origin(verifier string) (string, error) {
	v, err := note.NewVerifier(strings.TrimSpace(verifier))
	if err != nil {
		return "", fmt.Errorf("the log's key: %w", err)
	}
	return v.Name(), nil
}

// Sign is the head as a signed note.
func (h Head) Sign(signer string) ([]byte, error) {
	s, err := note.NewSigner(strings.TrimSpace(signer))
	if err != nil {
		return nil, fmt.Errorf("the log's key: %w", err)
	}
	return note.Sign(&note.Note{Text: h.text()}, s)
}

// OpenHead reads a signed head and verifies its signature. Where it is well formed but
// not signed by that key the head is returned beside the error.
func OpenHead(signed []byte, verifier string) (Head, error) {
	text, _, ok := strings.Cut(string(signed), "\n\n")
	h, err := parseHead(text + "\n")
	if !ok || err != nil {
		return Head{}, ErrHead
	}
	v, err := note.NewVerifier(strings.TrimSpace(verifier))
	if err != nil {
		return h, fmt.Errorf("the log's key: %w", err)
	}
	if !oneForm(string(signed)[len(text)+2:]) {
		return h, ErrHead
	}
	if _, err := note.Open(signed, note.VerifierList(v)); err != nil {
		return h, fmt.Errorf("the head is not signed by this ledger's key: %w", err)
	}
	return h, nil
}

// oneForm wants signatures in the one form that base64 has for them: the last letter could
// else be another and mean the same, and an altered head would pass for the one signed.
func oneForm(signatures string) bool {
	for line := range strings.Lines(signatures) {
		at := strings.LastIndexByte(line, ' ')
		if _, err := base64.StdEncoding.Strict().DecodeString(strings.TrimSuffix(line[at+1:], "\n")); err != nil {
			return false
		}
	}
	return true
}

func parseHead(text string) (Head, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return Head{}, ErrHead
	}
	h := Head{Origin: lines[0]}
	var err error
	if h.Size, err = strconv.ParseInt(lines[1], 10, 64); err != nil || h.Size < 0 {
		return Head{}, ErrHead
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != len(h.Root) {
		return Head{}, ErrHead
	}
	copy(h.Root[:], root)
	if at, ok := strings.CutPrefix(lines[3], "time "); ok {
		if h.Time, err = time.Parse(dateForm, at); err != nil {
			return Head{}, ErrHead
		}
	}
	if h.text() != text { // one form only
		return Head{}, ErrHead
	}
	return h, nil
}

// letters leaves out i, l, o and u, which are misread and misheard (Crockford).
var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// Short is the head to be read out or written down: the number of leaves, the whole root
// in groups of four, and a last group that shows a slip of the pen.
func (h Head) Short() string {
	s := letters.EncodeToString(h.Root[:])
	s += check(h.Size, s)
	out := strconv.FormatInt(h.Size, 10)
	for ; s != ""; s = s[4:] {
		out += " " + s[:4]
	}
	return out
}

func check(size int64, root string) string {
	sum := sha256.Sum256([]byte(strconv.FormatInt(size, 10) + " " + root))
	return letters.EncodeToString(sum[:])[:4]
}

// ParseShort reads what [Head.Short] wrote, however it was copied: in capitals, over several
// lines, with hyphens, with o for 0 and i or l for 1.
func ParseShort(s string) (Head, error) {
	fields := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\r\n-", r) })
	if len(fields) < 2 {
		return Head{}, ErrHead
	}
	h := Head{}
	var err error
	if h.Size, err = strconv.ParseInt(fields[0], 10, 64); err != nil || h.Size < 0 {
		return Head{}, ErrHead
	}
	root := strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(strings.Join(fields[1:], ""))
	const written, checked = 52, 4
	if len(root) != written+checked {
		return Head{}, ErrHead
	}
	if check(h.Size, root[:written]) != root[written:] {
		return Head{}, fmt.Errorf("%w: a letter or number in it was copied wrongly", ErrHead)
	}
	b, err := letters.DecodeString(root[:written])
	if err != nil {
		return Head{}, ErrHead
	}
	copy(h.Root[:], b)
	return h, nil
}
