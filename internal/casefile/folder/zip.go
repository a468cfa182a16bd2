package folder

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"time"

	"riwaya/internal/disk"
)

// Zip writes the files of a folder as one archive, in their order, under a name for the folder in
// it. The same files and time give the same bytes.
func Zip(ctx context.Context, from disk.FS, files []string, name string, at time.Time, out io.Writer) error {
	z := zip.NewWriter(out)
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := zipped(z, from, f, name, at); err != nil {
			return err
		}
	}
	return z.Close()
}

func zipped(z *zip.Writer, from disk.FS, file, name string, at time.Time) (err error) {
	f, err := from.Open(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	size, err := f.Size()
	if err != nil {
		return err
	}
	out, err := z.CreateHeader(&zip.FileHeader{Name: name + "/" + file, Method: zip.Deflate, Modified: at.UTC()})
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.NewSectionReader(f, 0, size))
	return err
}
