package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"riwaya/internal/show/terminal"
)

// Exit codes: all was done; something could not be, and a line on standard error says what; the command line was
// not understood; interrupted.
const (
	OK          = 0
	Failed      = 1
	Misused     = 2
	Interrupted = 130
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Help     func(command string, flags *flag.FlagSet) // prints how a command is called; nil prints nothing
}

// Fail reports an error, one line for each that it joins.
func (s Streams) Fail(err error) int {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) && err.Error() == errors.Join(joined.Unwrap()...).Error() {
		for _, e := range joined.Unwrap() {
			s.Fail(e)
		}
		return Failed
	}
	fmt.Fprintf(s.Err, "riwaya: %s\n", terminal.Plain(err.Error()))
	return Failed
}
