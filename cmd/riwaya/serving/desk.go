package serving

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/opening"
	"riwaya/cmd/riwaya/reviewing"
	"riwaya/internal/desk"
	base "riwaya/internal/desk/site"
	"riwaya/internal/desk/work"
	"riwaya/internal/disk"
	"riwaya/internal/evidence"
	"riwaya/internal/pipeline"
	"riwaya/internal/shelf"
	"riwaya/internal/show/terminal"
	"riwaya/internal/why"
)

// deskConfig is what `riwaya desk` was asked for.
type deskConfig struct {
	ledger   string
	port     int
	open     bool
	anyClock bool
	access   accessConfig
	net      cli.NetConfig
}

// DeskFlags declares the flags of `riwaya desk`. The function returned gathers them once they are parsed.
func DeskFlags() (*cli.Options, func() deskConfig) {
	o := cli.NewOptions("desk")
	dir, clock, net := o.Ledger(), o.AnyClock(), o.Net()
	port := o.Set.Int("port", defaultPort, "listen on port `N` of this machine; 0 is any that is free")
	open := o.Set.Bool("open", false, "open the desk in the browser, too")
	access := accessFlags(o)
	return o, func() deskConfig {
		return deskConfig{ledger: *dir, port: *port, open: *open, anyClock: *clock, net: net(), access: access()}
	}
}

// defaultPort is where the desk is where no other is asked for, if it is free.
const defaultPort = 7420

// Desk opens the desk until it is interrupted.
func Desk(ctx context.Context, args []string, s cli.Streams) int {
	if len(args) > 0 && args[0] == "user" {
		return runDeskUser(ctx, args[1:], s)
	}
	o, gather := DeskFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather()
	if len(o.Args) > 0 {
		return o.Misuse(s, "no argument is wanted; --ledger DIR says which ledger")
	}
	return c.run(ctx, s)
}

// Open is `riwaya` without arguments, as a double click runs it: the ledger is in the folder
// where one works, else in the user's own.
func Open(ctx context.Context, s cli.Streams) int {
	_, gather := DeskFlags()
	c := gather()
	c.open = true
	if _, err := os.Stat(c.ledger); err != nil {
		if home, err := os.UserHomeDir(); err == nil {
			c.ledger = filepath.Join(home, cli.LedgerDir)
		}
	}
	return c.run(ctx, s)
}

func (c deskConfig) run(ctx context.Context, s cli.Streams) int {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	d, err := disk.Folder(c.ledger)
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	if err := c.begin(ctx, d); err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	if err := os.RemoveAll(filepath.Join(c.ledger, uploadsName)); err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	looked, closeAll, err := openShelf(ctx, d)
	if err != nil {
		return s.Fail(opening.LedgerError(c.ledger, err))
	}
	defer closeAll() // read only: nothing can be lost
	log := func(err error) { fmt.Fprintln(s.Err, "riwaya: "+terminal.Plain(err.Error())) }
	board := work.New(ctx, time.Now)
	door, err := c.access.open(ctx, d, c.port)
	if err != nil {
		return s.Fail(err)
	}
	defer func() {
		if err := door.end(); err != nil {
			log(err)
		}
	}()
	cases, closeCases := openCases(ctx, d, log)
	defer closeCases()
	writing := c.writing(s)
	writing.Hand = handing(looked, d)
	front, err := desk.New(door.options(desk.Options{Options: base.Options{Shelf: looked, Writing: writing, Cases: cases, Board: board, Close: stop, Now: time.Now, Version: looked.Version, Log: log}}, s))
	if err != nil {
		return s.Fail(err)
	}
	server := front.Server()
	server.BaseContext = func(net.Listener) context.Context { return ctx }
	address := door.address()
	fmt.Fprintf(s.Out, "the desk is at %s\n", address)
	go keepLooking(ctx, looked, over(ctx, board), log)
	go func() { // the first who looks at a report, or for a number, need not wait
		_, err := looked.Asker()
		if err = errors.Join(err, looked.Why.Load()); err != nil {
			log(err)
		}
	}()
	if c.open {
		if err := browse(address); err != nil {
			log(fmt.Errorf("no browser was opened: %w", err))
		}
	}
	ended := make(chan error, 1)
	go func() { ended <- door.serve(server) }()
	select {
	case err = <-ended:
		return s.Fail(err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second) // for what is being answered
	defer cancel()
	_ = server.Shutdown(last) // what takes longer is cut off
	board.Wait()
	return cli.OK
}

// begin makes a ledger where there is none.
func (c deskConfig) begin(ctx context.Context, d disk.System) error {
	if store, err := opening.ReadStore(d); err != nil || store != nil {
		if store != nil {
			err = errors.Join(err, store.Close())
		}
		return err
	}
	l, err := pipeline.Open(ctx, d, opening.LedgerOptions(d, nil, c.anyClock))
	if err != nil {
		return err
	}
	return l.Close()
}

// listen listens on a port of this machine alone; where the usual one is taken, on another.
func listen(port int) (net.Listener, error) {
	at := func(port int) (net.Listener, error) {
		return net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	}
	l, err := at(port)
	if err != nil && port == defaultPort {
		return at(0)
	}
	return l, err
}

// openShelf opens a ledger to be looked into by many. The function returned closes it.
func openShelf(ctx context.Context, d disk.System) (*shelf.Shelf, func(), error) {
	tools, store, err := opening.Compared(d)
	if err != nil {
		return nil, nil, err
	}
	p := shelf.Parts{Store: store, Tools: tools, Why: why.New(tools.Lexicon), Evidence: evidence.NewReader(d), Version: cli.ProgramVersion() + "+" + tools.Lexicon.Version}
	o := opening.LoadIndex(ctx, d)
	if err = o.Err; err == nil {
		p.Index, p.Terms = o.Index, o.Terms
		p.Found, err = opening.OpenAcross(ctx, d, tools.Means)
	}
	if err == nil {
		p.Review, err = reviewing.OpenQueue(ctx, d, tools, p.Found, store)
	}
	closeAll := func() {
		if p.Review != nil {
			_ = p.Review.Close()
		}
		if p.Found != nil {
			_ = p.Found.Close()
		}
		if p.Index != nil {
			_ = p.Index.Close()
		}
		_ = store.Close()
	}
	if err != nil {
		closeAll()
		return nil, nil, err
	}
	return shelf.New(p), closeAll, nil
}

// browse opens an address in the user's browser.
func browse(address string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	case "darwin":
		return exec.Command("open", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}
