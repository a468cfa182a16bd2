package guard_test

import (
	"errors"
	"testing"

	"riwaya/internal/desk/guard"
)

func TestListening(t *testing.T) {
	for _, c := range []struct {
		address string
		names   []string
		tls     bool
		plain   bool
		want    error
		login   bool
		host    string // one that is allowed
	}{
		{"127.0.0.1:8080", nil, false, false, nil, false, "localhost:8080"},
		{"localhost:0", nil, false, false, nil, false, "127.0.0.1:49152"},
		{"[::1]:8080", nil, false, false, nil, false, "[::1]:8080"},
		{"127.0.0.9:80", nil, false, false, nil, false, "127.0.0.9"},
		{"192.0.2.7:8080", nil, false, false, guard.ErrPlain, false, ""},
		{"0.0.0.0:8080", []string{"desk.example"}, false, false, guard.ErrPlain, false, ""},
		{":8080", nil, false, false, guard.ErrPlain, false, ""},
		{"localhost.evil.example:8080", nil, false, false, guard.ErrPlain, false, ""},
		{"192.0.2.7:8080", nil, true, false, nil, true, "192.0.2.7:8080"},
		{"192.0.2.7:8080", nil, false, true, nil, true, "192.0.2.7:8080"},
		{":8443", nil, true, false, guard.ErrNameless, false, ""},
		{"[::]:8443", nil, true, false, guard.ErrNameless, false, ""},
		{":443", []string{"desk.example"}, true, false, nil, true, "desk.example"},
		{"desk.example:443", nil, true, false, nil, true, "Desk.example"},
		{"", nil, false, false, guard.ErrAddress, false, ""},
		{"localhost", nil, false, false, guard.ErrAddress, false, ""},
		{"::1:8080", nil, false, false, guard.ErrAddress, false, ""},
		{"localhost:http", nil, false, false, guard.ErrAddress, false, ""},
	} {
		cert := ""
		if c.tls {
			cert = "x.pem"
		}
		a, err := guard.Listening(c.address, c.names, cert, cert, c.plain)
		if !errors.Is(err, c.want) || a.Login != c.login || a.TLS != c.tls && err == nil || c.host != "" && !a.Hosts.Allow(c.host) || a.Hosts.Allow("evil.example") {
			t.Errorf("%s: %+v, %v", c.address, a, err)
		}
	}
	if _, err := guard.Listening("127.0.0.1:1", nil, "cert.pem", "", false); !errors.Is(err, guard.ErrHalfTLS) {
		t.Error(err)
	}
}
