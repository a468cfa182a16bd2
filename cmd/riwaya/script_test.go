package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"riwaya/cmd/riwaya/cli"
)

// The command line is tested by the scripts in testdata. They may call, beside riwaya:
//
//	encode CHARSET FROM TO   write a file anew in windows-1256, iso-8859-6, utf-16le,
//	                         utf-16be-bom
//	spoil FROM TO            write a file anew with one byte of a letter lost
//	bytes FILE HEX           write a file of those bytes
//	join TO FROM...          write files one after another into one
//	exitcode N riwaya ...    run it, and want that exit code
//	repeat N FROM TO         write a file N times one after another
//	flip FILE AT             change a byte of a file
//	idof FILE KIND NAME VAR  the ID of that kind (cap, art) in what riwaya add --list
//	                         printed of that name
//	zip TO FILE...           write a zip archive of these files
//	pack gzip|zstd FROM TO   write a file packed
//	warc TO URL DATE FROM    write a web archive of one page
//	grepall TEXT DIR         whether any file of a folder has a text, packed or not; of a PDF
//	                         what its glyphs stand for
//	caseid FILE VAR          the ID of a case that riwaya case new printed
//	claimof FILE WORDS VAR   the ID of the row of a table of claims whose words begin so
//	summed DIR               a folder has the files of its manifest, and no others
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"riwaya": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("COLUMNS", "80")
			return os.CopyFS(e.WorkDir+"/lexicon", os.DirFS("../../lexicon"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"encode": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[2]), encoded(ts, args[0], ts.ReadFile(args[1])), 0o600))
			},
			"join": func(ts *testscript.TestScript, _ bool, args []string) {
				var b []byte
				for _, f := range args[1:] {
					b = append(b, ts.ReadFile(f)...)
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
			},
			"exitcode": func(ts *testscript.TestScript, _ bool, args []string) {
				err := ts.Exec(args[1], args[2:]...)
				if got := codeOf(err); got != args[0] {
					ts.Fatalf("%v: exit code %s, want %s", args[1:], got, args[0])
				}
			},
			"bytes": func(ts *testscript.TestScript, _ bool, args []string) {
				b, err := hex.DecodeString(args[1])
				ts.Check(err)
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
			},
			"flip":    flip,
			"zip":     zipUp,
			"pack":    pack,
			"warc":    crawled,
			"idof":    idOf,
			"grepall": grepAll,
			"caseid":  caseID,
			"claimof": claimOf,
			"summed":  summed,
			"spoil": func(ts *testscript.TestScript, _ bool, args []string) {
				b := []byte(ts.ReadFile(args[0]))
				ts.Check(os.WriteFile(ts.MkAbs(args[1]), append(b[:9:9], b[10:]...), 0o600))
			},
			"repeat": func(ts *testscript.TestScript, _ bool, args []string) {
				var n int
				_, err := fmt.Sscan(args[0], &n)
				ts.Check(err)
				ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.Repeat(ts.ReadFile(args[1]), n)), 0o600))
			},
		},
	})
}

func flip(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	b[at] ^= 0x20
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

func idOf(ts *testscript.TestScript, _ bool, args []string) {
	m := regexp.MustCompile("(?m)^(" + args[1] + "-[0-9a-z]+)\t" + args[2] + "$").FindStringSubmatch(ts.ReadFile(args[0]))
	if m == nil {
		ts.Fatalf("no %s of %s", args[1], args[2])
	}
	ts.Setenv(args[3], m[1])
}

// grepAll looks into every file, and into every gzip member of those that are packed.
func grepAll(ts *testscript.TestScript, neg bool, args []string) {
	found := ""
	ts.Check(filepath.WalkDir(ts.MkAbs(args[1]), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if z, err := gzip.NewReader(bytes.NewReader(b)); err == nil {
			if b, err = io.ReadAll(z); err != nil {
				return err
			}
		}
		b = slices.Concat(b, inZip(b), inPDF(b))
		if bytes.Contains(b, []byte(args[0])) {
			found = path
		}
		return nil
	}))
	if (found != "") == neg {
		ts.Fatalf("%q found in %q", args[0], found)
	}
}

// codeOf is the exit code behind an error, "0" behind none.
func codeOf(err error) string {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return strconv.Itoa(exit.ExitCode())
	}
	return "0"
}

func encoded(ts *testscript.TestScript, charset, text string) []byte {
	var e encoding.Encoding
	switch charset {
	case "windows-1256":
		e = charmap.Windows1256
	case "iso-8859-6":
		e = charmap.ISO8859_6
	case "utf-16le":
		return wide(text, binary.LittleEndian, false)
	case "utf-16be-bom":
		return wide(text, binary.BigEndian, true)
	default:
		ts.Fatalf("no charset %s", charset)
	}
	b, err := e.NewEncoder().Bytes([]byte(text))
	ts.Check(err)
	return b
}

func wide(text string, order binary.AppendByteOrder, mark bool) []byte {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

// call runs a command line in this process.
func call(in string, args ...string) (code int, out, messages string) {
	var o, e bytes.Buffer
	code = run(context.Background(), args, cli.Streams{In: strings.NewReader(in), Out: &o, Err: &e})
	return code, o.String(), e.String()
}
