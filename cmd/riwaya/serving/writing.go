package serving

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/cmd/riwaya/taking"
	base "riwaya/internal/desk/site"
	"riwaya/internal/desk/work"
	"riwaya/internal/follow"
	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
)

// writing is what the desk may change in the ledger, which is opened for each change and closed
// again: between, others may write.
func (c deskConfig) writing(s cli.Streams) base.Writing {
	return base.Writing{
		Review: func(ctx context.Context, r *ledger.Review) error {
			l, err := opening.OpenLedger(ctx, opening.LedgerConfig{Ledger: c.ledger, AnyClock: c.anyClock}, s)
			if err != nil {
				return err
			}
			return errors.Join(l.Review(ctx, r), l.Close())
		},
		Proof: func(ctx context.Context, id string) (map[string][]byte, error) {
			l, err := opening.OpenLedger(ctx, opening.LedgerConfig{Ledger: c.ledger, AnyClock: c.anyClock}, s)
			if err != nil {
				return nil, err
			}
			files, err := func() (map[string][]byte, error) {
				f, err := l.Store.Find(ctx, id)
				if err != nil {
					return nil, err
				}
				return l.Proof(ctx, f)
			}()
			return files, errors.Join(err, l.Close())
		},
		Take: func(ctx context.Context, in base.Intake, tell work.Tell) error {
			a := taking.AddConfig{Inputs: in.Addresses, Ledger: c.ledger, AnyClock: c.anyClock, Most: follow.DefaultMost, Net: c.net,
				Add: pipeline.AddOptions{Jobs: besideReaders(), Collector: in.By, Retry: in.Retry}, Tell: stepped(tell)}
			if in.Upload != nil {
				u, ok := in.Upload.(*upload)
				if !ok {
					return fmt.Errorf("an upload of another kind: %T", in.Upload)
				}
				a.Inputs = slices.Concat(a.Inputs, u.paths())
			}
			out := &spoken{tell: tell}
			quiet := cli.Streams{In: strings.NewReader(""), Out: io.Discard, Err: out}
			net := a.Net.Web(quiet)
			defer net.Client.Close()
			return out.result(ctx, a.Run(ctx, quiet, net))
		},
		Watch: func(ctx context.Context, feeds []string, by string, tell work.Tell) error {
			const every = 15 * time.Minute
			w := taking.WatchConfig{Inputs: feeds, Ledger: c.ledger, Every: every, AnyClock: c.anyClock, Most: follow.DefaultMost, Net: c.net,
				Add: pipeline.AddOptions{Jobs: besideReaders(), Collector: by}, Tell: stepped(tell)}
			out := &spoken{tell: tell}
			quiet := cli.Streams{In: strings.NewReader(""), Out: io.Discard, Err: out}
			net := w.Net.Web(quiet)
			defer net.Client.Close()
			return out.result(ctx, w.Run(ctx, quiet, net, opening.Pause))
		},
		Upload: func() (base.Upload, error) { return newUpload(c.ledger) },
	}
}

// besideReaders is how many articles the desk itself reads at a time: one processor is left to those
// who look at its pages meanwhile, where there are two.
func besideReaders() int { return max(1, runtime.GOMAXPROCS(0)-1) }

// stepped tells of what happened to one thing as the desk has it.
func stepped(tell work.Tell) func(pipeline.Event) {
	return func(e pipeline.Event) { tell(e.Kind, e.ID, "") }
}

// spoken is what a command says on standard error, line by line.
type spoken struct {
	tell work.Tell
	rest []byte
	last string
}

func (s *spoken) Write(b []byte) (int, error) {
	s.rest = append(s.rest, b...)
	for {
		line, rest, ok := bytes.Cut(s.rest, []byte("\n"))
		if !ok {
			return len(b), nil
		}
		s.rest = slices.Clone(rest)
		if said := strings.TrimPrefix(string(line), "riwaya: "); said != "" {
			s.last = said
			s.tell(work.KindMessage, "", said)
		}
	}
}

// result is how a command ended, by its exit code. What failed of several things was told and is no
// error of the whole.
func (s *spoken) result(ctx context.Context, code int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if code == cli.Failed && s.last != "" {
		return errors.New(s.last)
	}
	return nil
}

// upload is a folder inside the ledger's, so that what was sent lies on no other disk.
type upload struct {
	dir  string
	root *os.Root
	top  []string // what stands in it
}

// uploadsName is the folder of uploads in a ledger's folder. What is in it when the desk opens was
// left by a program that was cut short.
const uploadsName = "incoming"

func newUpload(ledger string) (*upload, error) {
	all := filepath.Join(ledger, uploadsName)
	if err := os.MkdirAll(all, 0o700); err != nil {
		return nil, opening.LedgerError(ledger, err)
	}
	// An absolute path: of such the evidence has the last part only.
	dir, err := filepath.Abs(filepath.Join(all, rand.Text()))
	if err == nil {
		err = os.Mkdir(dir, 0o700)
	}
	if err != nil {
		return nil, opening.LedgerError(ledger, err)
	}
	root, err := os.OpenRoot(dir)
	return &upload{dir: dir, root: root}, err
}

// Put keeps a file. The root lets no name lead out of the folder.
func (u *upload) Put(name string, from io.Reader) (err error) {
	name = inside(name)
	if name == "" {
		return errors.New("a file without a name")
	}
	for n := 2; ; n++ { // of two files of one name both are kept
		if _, err := u.root.Lstat(name); err != nil {
			break
		}
		ext := path.Ext(name)
		name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
	}
	if dir := path.Dir(name); dir != "." {
		if err := u.root.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	f, err := u.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if top, _, _ := strings.Cut(name, "/"); !slices.Contains(u.top, top) {
		u.top = append(u.top, top)
	}
	return nil
}

// inside is a name that a browser gave as a path below a folder, "" where nothing is left of it: no
// part leads up, to a drive or to a device, and none is hidden.
func inside(name string) string {
	const longest = 200 // bytes of a part
	var parts []string
	for part := range strings.SplitSeq(strings.ReplaceAll(name, "\\", "/"), "/") {
		part = strings.Map(func(r rune) rune {
			if r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"|?*`, r) {
				return '_'
			}
			return r
		}, strings.ToValidUTF8(part, "_"))
		part = strings.TrimLeft(strings.TrimRight(part, ". "), ".")
		if part == "" {
			continue
		}
		if !filepath.IsLocal(part) { // a device of Windows
			part = "_" + part
		}
		for len(part) > longest {
			part = part[1:]
			part = strings.ToValidUTF8(part, "")
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "/")
}

// Names are the files and folders that were sent.
func (u *upload) Names() []string { return u.top }

// paths are the same as the program finds them.
func (u *upload) paths() (out []string) {
	for _, name := range u.top {
		out = append(out, filepath.Join(u.dir, name))
	}
	return out
}

// Remove removes all of it.
func (u *upload) Remove() error { return errors.Join(u.root.Close(), os.RemoveAll(u.dir)) }
