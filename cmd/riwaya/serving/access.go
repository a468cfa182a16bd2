package serving

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/desk"
	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/disk"
)

// door is where the desk listens, and what follows from that.
type door struct {
	net.Listener
	accessConfig
	access   guard.Access
	accounts *login.Accounts
	db       *deskdb.DB // of the accounts, nil where there are none
}

// open listens. Where that is on another address than this machine's own, it wants TLS, and
// somebody who can log in.
func (c accessConfig) open(ctx context.Context, d disk.System, port int) (*door, error) {
	if c.pseudonym != "" {
		var err error
		if c.pseudonym, err = login.PseudonymOf(c.pseudonym); err != nil {
			return nil, err
		}
	}
	if c.cert != "" && c.key != "" { // what is wrong with them is said before anything is opened
		if _, err := tls.LoadX509KeyPair(c.cert, c.key); err != nil {
			return nil, fmt.Errorf("--tls-cert, --tls-key: %w", err)
		}
	}
	n := &door{accessConfig: c}
	var err error
	if c.listen == "" {
		if n.Listener, err = listen(port); err != nil {
			return nil, err
		}
		n.access, err = guard.Listening(n.Addr().String(), c.names, c.cert, c.key, c.plain)
		return n, n.orClose(err)
	}
	if n.access, err = guard.Listening(c.listen, c.names, c.cert, c.key, c.plain); err != nil {
		return nil, err
	}
	if n.access.Login {
		if n.db, err = deskdb.Open(ctx, d); err != nil {
			return nil, err
		}
		n.accounts = login.New(n.db, login.Options{Now: time.Now})
		all, err := n.accounts.List(ctx)
		if err == nil && len(all) == 0 {
			err = errors.New("who comes from another machine has to log in, and nobody has an account yet: riwaya desk user add NAME --role admin")
		}
		if err != nil {
			return nil, n.orClose(err)
		}
	}
	n.Listener, err = net.Listen("tcp", c.listen)
	return n, n.orClose(err)
}

// orClose closes all where there is an error.
func (n *door) orClose(err error) error {
	if err == nil {
		return nil
	}
	if n.Listener != nil {
		err = errors.Join(err, n.Listener.Close())
	}
	return errors.Join(err, n.end())
}

// end closes the accounts, once nobody is answered any more.
func (n *door) end() error {
	if n.db == nil {
		return nil
	}
	return n.db.Close()
}

// options are the desk's.
func (n *door) options(o desk.Options, s cli.Streams) desk.Options {
	o.Access, o.Accounts, o.Pseudonym = n.access, n.accounts, n.pseudonym
	if n.requests {
		o.Requests = slog.New(slog.NewTextHandler(s.Err, nil))
	}
	return o
}

// address is where a browser finds the desk.
func (n *door) address() string {
	if n.access.TLS {
		return "https://" + n.shown() + "/"
	}
	return "http://" + n.shown() + "/"
}

// shown is the name under which it is called, with its port.
func (n *door) shown() string {
	if len(n.names) == 0 {
		return n.Addr().String()
	}
	_, port, err := net.SplitHostPort(n.Addr().String())
	if err != nil {
		return n.names[0]
	}
	return net.JoinHostPort(n.names[0], port)
}

// serve answers until the server is shut down.
func (n *door) serve(server *http.Server) error {
	if n.access.TLS {
		server.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12}
		return server.ServeTLS(n.Listener, n.cert, n.key)
	}
	return server.Serve(n.Listener)
}
