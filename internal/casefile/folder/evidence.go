package folder

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"riwaya/internal/archive"
	"riwaya/internal/archive/transparency"
	"riwaya/internal/archive/warc"
	"riwaya/internal/casefile/document"
	"riwaya/internal/casefile/entry"
	"riwaya/internal/disk"
	"riwaya/internal/proof"
	"riwaya/internal/show/privacy"
)

// evidence writes what came in of each report, and what proves it.
func (w *writing) evidence(ctx context.Context) error {
	log, err := w.stored.OpenLog()
	if err != nil || log == nil {
		return err
	}
	defer log.Close() // read only: nothing can be lost
	done := map[string]string{}
	for i := range w.entries {
		for _, r := range reports(&w.entries[i]) {
			if err := ctx.Err(); err != nil {
				return err
			}
			if _, ok := w.where[r.Article]; ok || r.Capture == "" {
				continue
			}
			kept, err := w.report(log, r, done)
			if err != nil {
				return fmt.Errorf("%s: %w", r.Article, err)
			}
			w.where[r.Article] = kept
		}
	}
	return nil
}

// people gathers whom the reports of the case hide: a page of one of them, or what its maker wrote,
// may name who is private in another.
func (w *writing) people() {
	for i := range w.kept {
		g := privacy.NewGate(&w.kept[i].Read)
		w.gates, w.hidden = append(w.gates, g), append(w.hidden, g.Names()...)
	}
}

// report writes the evidence of one report, or says why it does not.
func (w *writing) report(log *transparency.Log, r *entry.Report, done map[string]string) (k document.Kept, err error) {
	capture, record := !r.Named || w.Names, !r.Named || w.Names
	switch {
	case !capture:
		k.CaptureWhy, k.ProofWhy = "capture.names", "proof.names"
	case !r.Alone && !w.Names:
		capture, k.CaptureWhy = false, "capture.others"
	case r.Size > document.MostCapture:
		capture, k.CaptureWhy = false, "capture.large"
	}
	if capture && done[r.Capture] == "" {
		leaf, err := log.Leaf(r.Leaf)
		if err != nil {
			return k, err
		}
		content, coding, err := w.payload(leaf, r)
		switch {
		case errors.Is(err, archive.ErrGone):
			capture, k.CaptureWhy = false, "capture.withdrawn"
		case err != nil:
			return k, err
		case w.names(content):
			capture, k.CaptureWhy = false, "capture.names"
		default:
			if err := w.to.MakeDir("captures"); err != nil {
				return k, err
			}
			name := "captures/" + r.Capture + ending(r.Media) + coding
			if err := w.file(name, func(out io.Writer) error { _, err := out.Write(content); return err }); err != nil {
				return k, err
			}
			done[r.Capture] = name
		}
	}
	if capture {
		k.Capture = done[r.Capture]
		w.made.Captures++
	}
	if !record {
		return k, nil
	}
	leaves := []named{{"record", r.RecordLeaf}}
	if capture {
		leaves = append(leaves, named{"capture", r.Leaf})
	}
	if k.Proof, k.ProofWhy, err = w.prove(log, "proofs/"+r.Article, leaves); k.Proof != "" {
		w.made.Proofs++
	}
	return k, err
}

// payload is what came in, as it came, and the ending that says how it is packed.
func (w *writing) payload(leaf transparency.Leaf, r *entry.Report) (b []byte, coding string, err error) {
	c, err := w.stored.Open(leaf)
	if err != nil {
		return nil, "", err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if b, err = io.ReadAll(io.LimitReader(c.Block, document.MostCapture+1<<20)); err != nil {
		return nil, "", err
	}
	if c.Type() == warc.Response { // status line and fields, up to the empty line
		head, body, ok := bytes.Cut(b, []byte("\r\n\r\n"))
		if !ok {
			return nil, "", errors.New("no answer of a web server in it")
		}
		b = body
		for _, line := range strings.Split(string(head), "\r\n") {
			name, value, _ := strings.Cut(line, ":")
			if strings.EqualFold(name, "Content-Encoding") {
				coding = map[string]string{"gzip": ".gz", "x-gzip": ".gz", "br": ".br", "zstd": ".zst", "deflate": ".deflate"}[strings.ToLower(strings.TrimSpace(value))]
			}
		}
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != r.Sum {
		return nil, "", archive.ErrAltered
	}
	return b, coding, nil
}

// names reports whether a page has the name of somebody who is private in a report of the case.
func (w *writing) names(page []byte) bool {
	if w.Names {
		return false
	}
	for _, name := range w.hidden {
		if bytes.Contains(page, []byte(name)) {
			return true
		}
	}
	return false
}

// ending is what files of a type end in.
func ending(media string) string {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(kind) {
	case "text/html", "application/xhtml+xml":
		return ".html"
	case "text/plain":
		return ".txt"
	case "application/json":
		return ".json"
	case "application/jsonl", "application/x-ndjson":
		return ".jsonl"
	case "multipart/related":
		return ".mhtml"
	case "application/gzip":
		return ".gz"
	case "application/zstd":
		return ".zst"
	case "application/warc":
		return ".warc"
	case "application/rss+xml", "application/atom+xml", "application/xml", "text/xml":
		return ".xml"
	}
	return ".bin"
}

// named is a leaf and what its record is called in a proof.
type named struct {
	name string
	n    int64
}

// prove writes a proof of leaves into a folder, under the last signed head. Where that does not
// cover them yet it says so.
func (w *writing) prove(log *transparency.Log, dir string, leaves []named) (made, why string, err error) {
	signed, err := w.stored.Head()
	if err != nil {
		return "", "", err
	}
	verifier, err := w.stored.Verifier()
	if err != nil {
		return "", "", err
	}
	head, err := transparency.OpenHead(signed, verifier)
	if err != nil {
		return "", "", err
	}
	var records []proof.Record
	for _, l := range leaves {
		if l.n >= head.Size {
			return "", "proof.unsigned", nil
		}
		leaf, err := log.Leaf(l.n)
		if err != nil {
			return "", "", err
		}
		if err := w.stored.Hold(leaf); err != nil {
			return "", "", err
		}
		b, err := w.stored.Bytes(leaf)
		if err != nil {
			return "", "", err
		}
		way, err := log.Prove(l.n, head.Size)
		if err != nil {
			return "", "", err
		}
		records = append(records, proof.Record{Name: l.name, Bytes: b, Inclusion: proof.Inclusion{N: l.n, Size: head.Size, Leaf: leaf, Way: way}})
	}
	stamps, err := w.stored.Stamps()
	if err != nil {
		return "", "", err
	}
	var stamp []byte
	for _, s := range stamps {
		if bytes.Equal(s.Head, signed) && s.Reply != nil {
			stamp = s.Reply
		}
	}
	if err := w.to.MakeDir(dir); err != nil {
		return "", "", err
	}
	at := below{w.to, dir + "/"}
	if err := proof.Write(at, signed, stamp, verifier, records); err != nil {
		return "", "", err
	}
	files, err := at.List(".")
	if err != nil {
		return "", "", err
	}
	for _, name := range files {
		b, err := disk.ReadFile(at, name, 1<<31)
		if err != nil {
			return "", "", err
		}
		sum := sha256.Sum256(b)
		w.sums[dir+"/"+name] = hex.EncodeToString(sum[:])
	}
	return dir, "", nil
}

// below is a folder in a folder.
type below struct {
	disk.FS
	dir string
}

func (b below) Open(name string) (disk.File, error) { return b.FS.Open(b.dir + name) }
func (b below) Edit(name string) (disk.File, error) { return b.FS.Edit(b.dir + name) }
func (b below) Rename(from, to string) error        { return b.FS.Rename(b.dir+from, b.dir+to) }
func (b below) Remove(name string) error            { return b.FS.Remove(b.dir + name) }
func (b below) List(dir string) ([]string, error)   { return b.FS.List(b.in(dir)) }
func (b below) SyncDir(dir string) error            { return b.FS.SyncDir(b.in(dir)) }

func (b below) in(dir string) string {
	if dir == "." {
		return strings.TrimSuffix(b.dir, "/")
	}
	return b.dir + dir
}
