// Command release builds the program for every system that it is shipped for and packs it so that a
// double click opens the desk: for Windows a program, for macOS an application, for Linux a program
// with an entry for menus. It is run by `make release` in the project's folder.
//
// The same source and the same Go make the same bytes: no time of day and no path of the machine is
// in them. SHA256SUMS has the hash of each.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

var targets = []string{"linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64", "darwin/amd64", "darwin/arm64"}

// beside are the files that go with each program.
var beside = []string{"README.md", "LICENSE", "NOTICE"}

func main() {
	out, version := "dist", "dev"
	if len(os.Args) > 1 {
		version = os.Args[1]
	}
	if err := release(out, version); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func release(out, version string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, target := range targets {
		system, machine, _ := strings.Cut(target, "/")
		program, err := build(system, machine)
		if err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
		name := fmt.Sprintf("riwaya-%s-%s-%s", version, system, machine)
		files, err := filesOf(system, name, version, program)
		if err != nil {
			return err
		}
		var packed []byte
		if system == "linux" {
			name += ".tar.gz"
			packed, err = tarball(files)
		} else {
			name += ".zip"
			packed, err = zipped(files)
		}
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, name), packed, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(packed), name)
		fmt.Printf("%s: %.1f MB\n", name, float64(len(packed))/1e6)
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// build is the program for one system.
func build(system, machine string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "riwaya-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) // of the system's folder for such
	path := filepath.Join(dir, "riwaya")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, "./cmd/riwaya")
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+machine, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// file is one that goes into an archive.
type file struct {
	name    string
	content []byte
	run     bool // it is a program
}

// filesOf are those of one archive, in a folder of their own.
func filesOf(system, folder, version string, program []byte) ([]file, error) {
	var out []file
	switch system {
	case "windows":
		out = append(out, file{folder + "/Riwaya.exe", program, true})
	case "darwin":
		app := folder + "/Riwaya.app/Contents/"
		out = append(out, file{app + "Info.plist", []byte(strings.ReplaceAll(plist, "VERSION", version)), false}, file{app + "MacOS/riwaya", program, true})
	default:
		out = append(out, file{folder + "/riwaya", program, true}, file{folder + "/riwaya.desktop", []byte(menu), false})
	}
	for _, name := range beside {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, file{folder + "/" + name, b, false})
	}
	return out, nil
}

// plist makes an application of a program: macOS opens such by a double click, without a terminal.
const plist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>riwaya</string>
<key>CFBundleIdentifier</key><string>org.riwaya.desk</string>
<key>CFBundleName</key><string>Riwaya</string>
<key>CFBundlePackageType</key><string>APPL</string>
<key>CFBundleShortVersionString</key><string>VERSION</string>
<key>LSMinimumSystemVersion</key><string>12.0</string>
</dict></plist>
`

// menu is an entry for the menus of a Linux desktop, where the program is on the path; most file
// managers also run the program itself by a double click.
const menu = `[Desktop Entry]
Type=Application
Name=Riwaya
Comment=Who said what, and from where
Exec=riwaya
Terminal=true
Categories=Office;Education;
`

// epoch stands for the time of all files: a release tells nothing of when it was made.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func mode(f file) int64 {
	if f.run {
		return 0o755
	}
	return 0o644
}

func tarball(files []file) ([]byte, error) {
	var b bytes.Buffer
	packed, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(packed)
	for _, f := range files {
		if err := t.WriteHeader(&tar.Header{Name: f.name, Mode: mode(f), Size: int64(len(f.content)), ModTime: epoch, Format: tar.FormatPAX}); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.content); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = packed.Close()
	return b.Bytes(), err
}

func zipped(files []file) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: epoch}
		h.SetMode(os.FileMode(mode(f)))
		w, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := io.Copy(w, bytes.NewReader(f.content)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
