package main

import (
	"bytes"
	"fmt"
	"strings"

	"riwaya/internal/codebook"
	"riwaya/internal/show/terminal"
	"riwaya/lexicon"
)

// runEvents prints what a lexicon codes as an event.
func runEvents(args []string, s streams) int {
	o := newOptions("lexicon events")
	if code, more := o.parse(args, s); !more {
		return code
	}
	if len(o.args) > 1 {
		return o.misuse(s, "more than one folder")
	}
	dir := strings.Join(o.args, "") // of the built-in lexicon, none
	files, err := lexiconFiles(dir)
	if err != nil {
		return s.fail(err)
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
		return failed
	}
	if _, err := s.Out.Write(b.Bytes()); err != nil {
		return s.fail(fmt.Errorf("write: %w", err))
	}
	return ok
}
