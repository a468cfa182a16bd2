package packed

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
)

// Coding unpacks the body of a web server's answer, as its field Content-Encoding says (RFC 9110,
// 8.4.1; RFC 7932; RFC 8878). ok is false of a coding that is not known. A body that begins as
// markup does is handed out as it is: some archives unpack it and leave the field as it was.
func Coding(name string, body io.Reader) (out io.Reader, ok bool, err error) {
	in := bufio.NewReaderSize(body, 16<<10)
	counted := &counter{r: in}
	u := &unpacking{kind: strings.ToLower(strings.TrimSpace(name)), packed: counted, most: usual()}
	start, _ := in.Peek(512)
	plain := bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<"))
	switch u.kind {
	case "br", "zstd", "deflate", "gzip", "x-gzip":
	default:
		return nil, false, nil
	}
	switch {
	case plain, len(start) == 0:
		return in, true, nil
	case u.kind == "br":
		u.kind = "Brotli"
		u.r = brotli.NewReader(counted)
	case u.kind == "zstd":
		u.r, err = openZstd(counted, in)
	case u.kind == "deflate":
		if start[0]&0x0f == 8 && len(start) > 1 && (int(start[0])<<8+int(start[1]))%31 == 0 {
			u.r, err = zlib.NewReader(counted)
		} else { // as some servers understood it (RFC 9110, 8.4.1.2)
			u.r = flate.NewReader(counted)
		}
	default:
		u.r, err = gzip.NewReader(counted)
	}
	if err != nil {
		return nil, true, damage(u.kind, err)
	}
	return u, true, nil
}
