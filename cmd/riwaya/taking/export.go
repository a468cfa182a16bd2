package taking

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"riwaya/cmd/riwaya/cli"
	formats "riwaya/internal/intake"
)

// What Telegram Desktop puts beside an export's result.json or messages.html: the files that
// belong to messages, and what its pages are made of.
var exportParts = []string{"chats", "contacts", "css", "files", "images", "js", "lists", "photos", "profile_pictures",
	"round_video_messages", "stickers", "stories", "video_files", "voice_messages"}

// export is what a folder has of an export of Telegram's: the name of its main file, "" where it is none.
func exportIn(dir string) string {
	for _, name := range []string{"result.json", "messages.html", "export_results.html"} {
		if head, err := start(filepath.Join(dir, name)); err == nil && formats.IsExport(head) {
			return name
		}
	}
	return ""
}

// start is how a file begins.
func start(path string) (b []byte, err error) {
	f, err := cli.OpenFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // read only: nothing can be lost
	return io.ReadAll(io.LimitReader(f, 64<<10))
}

// ofExport reports whether what stands in a folder belongs to the export whose main file is there.
func ofExport(mainFile string, e fs.DirEntry) bool {
	switch {
	case mainFile == "" || e.Name() == mainFile:
		return false
	case e.IsDir():
		return slices.Contains(exportParts, e.Name())
	}
	return strings.HasSuffix(e.Name(), ".html") && (strings.HasPrefix(e.Name(), "messages") || e.Name() == "export_results.html")
}

// beside opens files in the folder of a file, and none outside it.
func beside(path string) func(string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) {
		local, err := filepath.Localize(name)
		if err != nil {
			return nil, fmt.Errorf("not a name in its folder")
		}
		dir, err := os.OpenRoot(filepath.Dir(path))
		if err != nil {
			return nil, fileReason(err)
		}
		defer dir.Close() // what was opened stays open
		f, err := dir.Open(local)
		if err != nil {
			return nil, fileReason(err)
		}
		if i, err := f.Stat(); err != nil || !i.Mode().IsRegular() {
			f.Close() // read only: nothing can be lost
			return nil, fmt.Errorf("not a file")
		}
		return f, nil
	}
}

// fileReason says why a file cannot be opened, without its name.
func fileReason(err error) error {
	_, why, _ := strings.Cut(cli.FileError("", err).Error(), ": ")
	return fmt.Errorf("%s", why)
}
