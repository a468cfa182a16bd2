package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"riwaya/internal/container/packed"
	"riwaya/internal/page"
)

// Parse reads a list, packed (see container/packed) or not.
func Parse(b []byte, o Options) (*Feed, error) {
	b, half, err := unpacked(b)
	if err != nil {
		return nil, err
	}
	kind := Sniff(b)
	if kind == "" {
		return nil, ErrNone
	}
	if kind == JSON {
		return parseJSON(b, o)
	}
	f := &Feed{Kind: kind}
	d := newDecoder(f, text(b, o.ContentType))
	d.run()
	if f.Break == nil {
		f.Break = half
	}
	if f.Break != nil && len(d.found) == 0 {
		return nil, fmt.Errorf("%w: %w", ErrBroken, f.Break)
	}
	f.Sum = hex.EncodeToString(d.sum.Sum(nil))
	f.Links = resolve(d.found, o.Base, d.self)
	return f, nil
}

// unpacked unpacks what is packed, within bounds; half says where it breaks off.
func unpacked(b []byte) (out []byte, half, err error) {
	if packed.Kind(b) != "" {
		in, _, err := packed.Open(bytes.NewReader(b), 64<<10)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrBroken, err)
		}
		if b, half = io.ReadAll(io.LimitReader(in, MaxBytes+1)); len(b) == 0 && half != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrBroken, half)
		}
	}
	if len(b) > MaxBytes {
		return nil, nil, fmt.Errorf("%w: over %d MiB", ErrTooLarge, MaxBytes>>20)
	}
	return b, half, nil
}

// declared is the encoding that an XML declaration names (XML 1.0, 4.3.3).
var declared = regexp.MustCompile(`^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']`)

// text is the list in UTF-8, without characters that XML has not (1.0, 2.2): many feeds
// have a few, and are none the worse for it.
func text(b []byte, contentType string) string {
	_, p, _ := mime.ParseMediaType(contentType)
	charset := p["charset"]
	if m := declared.FindSubmatch(b[:min(len(b), 1<<10)]); m != nil {
		charset = string(m[1]) // who wrote the file knows it better than who serves it
	}
	s, _, err := page.Decode(b, charset)
	if err != nil {
		s = string(b)
	}
	s = strings.TrimPrefix(s, "\ufeff")
	if !utf8.ValidString(s) || strings.ContainsFunc(s, illegal) {
		s = strings.Map(func(r rune) rune {
			if illegal(r) {
				return ' '
			}
			return r
		}, s) // bytes of no character become U+FFFD
	}
	return s
}

func illegal(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}

func newSum() summing { return summing{sha256.New()} }
