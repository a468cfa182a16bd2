package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/andybalholm/brotli"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// An Asset is what assets.json says of a file. internal/desk/web reads it.
type Asset struct {
	Name   string   `json:"name"`
	From   []string `json:"from"` // the packages it was made from, name@version
	Size   int      `json:"size"` // bytes, unpacked
	SHA256 string   `json:"sha256"`
	Packed bool     `json:"packed"` // it is kept as NAME.br
}

type output struct {
	dir    string
	assets []Asset
	bytes  int
}

func run(args []string) error {
	if len(args) != 1 {
		return errors.New("want the folder to write to")
	}
	got, versions := map[string]map[string][]byte{}, map[string]string{}
	var licences bytes.Buffer
	for _, p := range packages {
		files, err := p.fetch()
		if err != nil {
			return err
		}
		got[p.Name], versions[p.Name] = files, p.Name+"@"+p.Version
		fmt.Fprintf(&licences, "%s %s\n%s\n%s\n", p.Name, p.Version, p.Licence, p.Authors)
		for _, name := range p.Texts {
			if files[name] == nil {
				return fmt.Errorf("%s has no %s", p.Name, name)
			}
			fmt.Fprintf(&licences, "\n%s\n", bytes.TrimSpace(bytes.ReplaceAll(files[name], []byte("\r\n"), []byte("\n"))))
		}
		licences.WriteString("\n" + "----------------------------------------------------------------" + "\n\n")
	}
	out := output{dir: args[0]}
	for _, t := range taken {
		b := got[t.pkg][t.path]
		if b == nil {
			return fmt.Errorf("%s has no %s", t.pkg, t.path)
		}
		if err := out.write(t.name, withoutMap(b), versions[t.pkg]); err != nil {
			return err
		}
	}
	b, err := bundle(got)
	if err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	if err := out.write("echarts.mjs", b, versions["echarts"], versions["zrender"], versions["tslib"]); err != nil {
		return err
	}
	if b, err = world(got); err != nil {
		return fmt.Errorf("world: %w", err)
	}
	if err := out.write("world.json", b, versions["world-atlas"], versions["cldr-localenames-full"], versions["cldr-core"]); err != nil {
		return err
	}
	if err := out.write("LICENCES.txt", licences.Bytes()); err != nil {
		return err
	}
	if b, err = json.MarshalIndent(out.assets, "", "\t"); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d files, %d bytes\n", len(out.assets), out.bytes)
	return os.WriteFile(filepath.Join(out.dir, "assets.json"), append(b, '\n'), 0o644)
}

// withoutMap takes out the line that names a file for debuggers, which is not shipped: a browser
// whose tools are open would ask for it.
func withoutMap(b []byte) []byte {
	return regexp.MustCompile(`(?m)^//# sourceMappingURL=\S+\n?`).ReplaceAll(b, nil)
}

// write keeps a file packed, unless that does not make it smaller (woff2 is brotli already).
func (o *output) write(name string, b []byte, from ...string) error {
	sum := sha256.Sum256(b)
	a := Asset{Name: name, From: from, Size: len(b), SHA256: hex.EncodeToString(sum[:])}
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 22})
	if _, err := w.Write(b); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	if packed.Len() < len(b)*95/100 {
		a.Packed, name, b = true, name+".br", packed.Bytes()
	}
	o.assets, o.bytes = append(o.assets, a), o.bytes+len(b)
	fmt.Fprintf(os.Stderr, "%s: %d bytes, kept in %d\n", a.Name, a.Size, len(b))
	return os.WriteFile(filepath.Join(o.dir, name), b, 0o644)
}
