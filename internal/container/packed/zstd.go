package packed

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// The largest window that is held in memory, which is what the zstd program itself takes
// without being told to (--ultra -22 needs it), and the largest dictionary.
const (
	mostWindow     = 128 << 20
	mostDictionary = 8 << 20
)

// dictionary is the magic number of the frame with the dictionary that a .warc.zst begins
// with (IIPC, WARC Zstandard compression 1.0).
const dictionary = 0x184D2A5D

func openZstd(r io.Reader, in *bufio.Reader) (io.Reader, error) {
	// Synchronous, and no more memory than a stream needs: several may be open.
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(mostWindow)}
	if head, _ := in.Peek(8); len(head) == 8 && binary.LittleEndian.Uint32(head) == dictionary {
		d, err := readDictionary(r)
		if err != nil {
			return nil, err
		}
		options = append(options, zstd.WithDecoderDicts(d))
	}
	z, err := zstd.NewReader(r, options...)
	if err != nil {
		return nil, err
	}
	return &zstdReader{z}, nil
}

// readDictionary reads the frame with the dictionary, which may be packed itself.
func readDictionary(r io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > mostDictionary {
		return nil, &Damage{Zstd, fmt.Sprintf("has a dictionary of more than %d MiB", mostDictionary>>20)}
	}
	var b bytes.Buffer // grows as it is read, whatever the size says
	if _, err := io.CopyN(&b, r, int64(size)); err != nil {
		return nil, err
	}
	if Kind(b.Bytes()) != Zstd {
		return b.Bytes(), nil
	}
	z, err := zstd.NewReader(&b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(mostDictionary))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	d, err := io.ReadAll(io.LimitReader(z, mostDictionary+1))
	if len(d) > mostDictionary {
		err = &Damage{Zstd, fmt.Sprintf("has a dictionary of more than %d MiB", mostDictionary>>20)}
	}
	return d, err
}

// zstdReader says what is wrong in words.
type zstdReader struct{ z *zstd.Decoder }

func (r *zstdReader) Read(p []byte) (int, error) {
	n, err := r.z.Read(p)
	switch {
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		err = &Damage{Zstd, fmt.Sprintf("needs a window of more than %d MiB; unpack it with `zstd -d --long=31`", mostWindow>>20)}
	case errors.Is(err, zstd.ErrUnknownDictionary):
		err = &Damage{Zstd, "needs a dictionary that is not in it"}
	}
	if err != nil {
		r.z.Close() // gives its memory back
	}
	return n, err
}
