package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed static
var static embed.FS

// Prefix is what the addresses of all assets begin with.
const Prefix = "/static/"

// Assets are the files that pages load.
type Assets struct{ at map[string]string }

// NewAssets names each file by what is in it, so that it may be kept for ever.
func NewAssets() (*Assets, error) {
	a := &Assets{at: map[string]string{}}
	return a, fs.WalkDir(static, "static", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := static.ReadFile(name)
		sum := sha256.Sum256(b)
		name = strings.TrimPrefix(name, "static/")
		a.at[name] = hex.EncodeToString(sum[:6])
		return err
	})
}

// Path is the address of a file, "" where there is none.
func (a *Assets) Path(name string) string {
	if a.at[name] == "" {
		return ""
	}
	return Prefix + a.at[name] + "/" + name
}

// ServeHTTP sends a file.
func (a *Assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	version, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, Prefix), "/")
	if a.at[name] == "" || a.at[name] != version || path.Clean(name) != name {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeFileFS(w, r, static, "static/"+name)
}
