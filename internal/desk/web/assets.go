// Package web holds the files that the desk's pages are made of and served with: style sheet,
// modules, letters, the map and the charts. All are inside the program; nothing is loaded from
// elsewhere.
//
// static/ is written by hand. vendor/ is what generate makes of other people's packages
// (assets.json says of which, NOTICE under which licences): kept packed with brotli, and served so to browsers
// that take it. Most take it over TLS or from the own machine; to others it is unpacked while it is sent.
//
// An address has the digest of all files in it, so that a browser keeps a file for good and a
// newer program has newer addresses; modules and style sheets name one another by relative addresses.
package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

//go:generate go -C generate run . ../vendor

//go:embed static vendor
var files embed.FS

// Prefix is where Handler serves.
const Prefix = "/static/"

// An asset is one file as it is kept.
type asset struct {
	body   []byte
	packed bool // body is brotli
	size   int  // bytes, unpacked
	kind   string
}

// set is all assets by name, and the digest of them all.
type set struct {
	digest string
	byName map[string]asset
}

// served is read once, when first asked for; it is the same for every run of one program.
var served = sync.OnceValues(load)

// kinds are the media types of the endings that there are. They are written out because what a
// system's tables say of .mjs and .woff2 differs, and a browser takes no module of a wrong type.
var kinds = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
}

// made is what assets.json says of a file of vendor/. generate writes it.
type made struct {
	Name   string
	From   []string
	Size   int
	SHA256 string
	Packed bool
}

func manifest() ([]made, error) {
	b, err := files.ReadFile("vendor/assets.json")
	if err != nil {
		return nil, err
	}
	var out []made
	return out, json.Unmarshal(b, &out)
}

func load() (set, error) {
	out := set{byName: map[string]asset{}}
	vendored, err := manifest()
	if err != nil {
		return out, err
	}
	for _, m := range vendored {
		name := "vendor/" + m.Name
		if m.Packed {
			name += ".br"
		}
		b, err := files.ReadFile(name)
		if err != nil {
			return out, err
		}
		out.byName[m.Name] = asset{b, m.Packed, m.Size, kind(m.Name)}
	}
	sum := sha256.New()
	err = fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := files.ReadFile(name)
		if err != nil {
			return err
		}
		if own, ok := strings.CutPrefix(name, "static/"); ok {
			out.byName[own] = asset{body: b, size: len(b), kind: kind(own)}
		}
		sum.Write([]byte(name + "\x00" + strconv.Itoa(len(b)) + "\x00"))
		sum.Write(b)
		return nil
	})
	out.digest = hex.EncodeToString(sum.Sum(nil))[:16]
	return out, err
}

func kind(name string) string {
	if k, ok := kinds[path.Ext(name)]; ok {
		return k
	}
	return mime.TypeByExtension(path.Ext(name))
}

// Asset is the address of a file by its name ("desk.css", "map.js", "world.json"). A name that
// there is none of has the address "", which a test of the templates finds.
func Asset(name string) string {
	s, err := served()
	if err != nil {
		return ""
	}
	if _, ok := s.byName[name]; !ok {
		return ""
	}
	return Prefix + s.digest + "/" + name
}

// Handler serves the files below Prefix, to GET and HEAD. An address of another version of the
// program gets the file of this one, and is not to be kept.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
			return
		}
		s, err := served()
		if err != nil {
			http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
			return
		}
		digest, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, Prefix), "/")
		a, ok := s.byName[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", a.kind)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache")
		if digest == s.digest {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		a.send(w, r)
	})
}

func (a asset) send(w http.ResponseWriter, r *http.Request) {
	var body io.Reader = bytes.NewReader(a.body)
	size := len(a.body)
	if a.packed {
		w.Header().Set("Vary", "Accept-Encoding")
		if accepts(r.Header.Get("Accept-Encoding"), "br") {
			w.Header().Set("Content-Encoding", "br")
		} else {
			body, size = brotli.NewReader(body), a.size
		}
	}
	w.Header().Set("Content-Length", strconv.Itoa(size))
	if r.Method == http.MethodHead {
		return
	}
	// a reader that went away is no error of the desk's
	_, _ = io.Copy(w, body)
}

// accepts says whether an Accept-Encoding names a coding, and not with a weight of nought
// (RFC 9110, 12.5.3).
func accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		_, q, ok := strings.Cut(weight, "=")
		if !ok {
			return true
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
		return err == nil && v > 0
	}
	return false
}
