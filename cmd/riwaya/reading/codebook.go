package reading

import (
	"bytes"
	"fmt"
	"strings"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/codebook"
	"riwaya/internal/show/terminal"
	"riwaya/lexicon"
)

// runEvents prints what a lexicon codes as an event.
func runEvents(args []string, s cli.Streams) int {
	o := cli.NewOptions("lexicon events")
	if code, more := o.Parse(args, s); !more {
		return code
	}
	if len(o.Args) > 1 {
		return o.Misuse(s, "more than one folder")
	}
	dir := strings.Join(o.Args, "") // of the built-in lexicon, none
	files, err := cli.LexiconFiles(dir)
	if err != nil {
		return s.Fail(err)
	}
	var b bytes.Buffer
	lx, err := lexicon.Load(files, "ar")
	if err == nil {
		err = codebook.Write(&b, lx)
	}
	if err != nil {
		for _, e := range parts(err) {
			fmt.Fprintln(s.Err, terminal.Plain(e.Error()))
		}
		return cli.Failed
	}
	if _, err := s.Out.Write(b.Bytes()); err != nil {
		return s.Fail(fmt.Errorf("write: %w", err))
	}
	return cli.OK
}
