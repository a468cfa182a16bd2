package desk_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"os/user"
	"strings"
	"testing"
)

// exportsNameNoMachine opens what is handed on as a folder: neither host nor user nor a path of
// this machine is in it, in no name and in no file, packed or not.
func exportsNameNoMachine(t *testing.T, w *world) {
	secrets := map[string]string{"the ledger's folder": w.ledger.Dir, "the folder of temporary files": os.TempDir()}
	if h, err := os.Hostname(); err == nil && len(h) > 3 {
		secrets["the host"] = h
	}
	if u, err := user.Current(); err == nil {
		secrets["the home folder"] = u.HomeDir
		if len(u.Username) > 4 { // "root" is a word of other things, too
			secrets["the user"] = u.Username
		}
	}
	archives := 0
	for _, x := range w.walk() {
		r, a := x.r, x.got
		if a.header.Get("Content-Type") != "application/zip" || a.status != http.StatusOK {
			continue
		}
		archives++
		z, err := zip.NewReader(strings.NewReader(a.body), int64(len(a.body)))
		must(t, err)
		for _, f := range z.File {
			in, err := f.Open()
			must(t, err)
			b, err := io.ReadAll(in)
			must(t, err, in.Close())
			for what, secret := range secrets {
				if strings.Contains(f.Name, secret) || strings.Contains(string(unpacked(b)), secret) {
					t.Errorf("%s %s: %s has %s: %s", r.Method, r.URL.Path, f.Name, what, secret)
				}
			}
			if strings.HasPrefix(f.Name, "/") || strings.Contains(f.Name, "..") || strings.ContainsAny(f.Name, `\:`) {
				t.Errorf("a file is called %q", f.Name)
			}
		}
	}
	if archives == 0 {
		t.Error("nothing is handed on")
	}
}

// unpacked is a file with what is packed in it behind it.
func unpacked(b []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return b
	}
	more, err := io.ReadAll(z)
	if err != nil {
		return b
	}
	return append(b, more...)
}
