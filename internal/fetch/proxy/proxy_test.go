package proxy

import (
	"net/url"
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name     string
		s        Settings
		address  string
		want     string // "" for none
		mistaken string
	}{
		{"nothing set", Settings{}, "http://a.example/", "", ""},
		{"named", Settings{Only: "socks5h://127.0.0.1:9050"}, "https://a.example/", "socks5h://127.0.0.1:9050", ""},
		{"named without a scheme", Settings{Only: "127.0.0.1:3128"}, "http://a.example/", "http://127.0.0.1:3128", ""},
		{"named wins, without exceptions", Settings{Only: "socks5://p:1", HTTPS: "http://q:1", No: "*"}, "https://a.example/", "socks5://p:1", ""},
		{"none wins", Settings{Only: None, HTTPS: "http://q:1"}, "https://a.example/", "", ""},
		{"by scheme", Settings{HTTP: "http://p:1", HTTPS: "http://q:1"}, "https://a.example/", "http://q:1", ""},
		{"by scheme, http", Settings{HTTP: "http://p:1", HTTPS: "http://q:1"}, "http://a.example/", "http://p:1", ""},
		{"not for this one", Settings{HTTP: "http://p:1"}, "https://a.example/", "", ""},
		{"for all", Settings{All: "socks5://p:1"}, "https://a.example/", "socks5://p:1", ""},
		{"for all others", Settings{All: "socks5://p:1", HTTP: "http://q:1"}, "http://a.example/", "http://q:1", ""},
		{"an exception", Settings{All: "socks5://p:1", No: "b.example, a.example"}, "https://www.a.example/", "", ""},
		{"no exception", Settings{All: "socks5://p:1", No: "b.example"}, "https://a.example/", "socks5://p:1", ""},
		{"no exception by what a name would be", Settings{All: "socks5://p:1", No: "0.0.0.0/0"}, "https://a.example/", "socks5://p:1", ""},
		{"with a password", Settings{All: "http://me:secret@p:1/path"}, "https://a.example/", "http://me:secret@p:1", ""},
		{"unreadable in the environment", Settings{HTTPS: "ftp://me:secret@p:1"}, "https://a.example/", "", `HTTPS_PROXY or ALL_PROXY: no "ftp" proxies`},
		{"unreadable, but not for this one", Settings{HTTPS: "ftp://p:1", HTTP: "p:1"}, "http://a.example/", "http://p:1", ""},
		{"no host", Settings{All: "http://:1"}, "https://a.example/", "", "not the address of a proxy"},
	} {
		t.Run(c.name, func(t *testing.T) {
			choose, err := c.s.Choose()
			if err != nil {
				t.Fatal(err)
			}
			var p *url.URL
			if choose != nil {
				u, _ := url.Parse(c.address)
				p, err = choose(u)
			}
			switch {
			case c.mistaken != "":
				if err == nil || !strings.Contains(err.Error(), c.mistaken) || strings.Contains(err.Error(), "secret") {
					t.Errorf("got %v", err)
				}
			case err != nil:
				t.Error(err)
			case p == nil && c.want != "" || p != nil && p.String() != c.want:
				t.Errorf("got %v, want %q", p, c.want)
			}
		})
	}
	for _, only := range []string{"ftp://p:1", "socks4://p:1", "http://", "socks5h://:9050", "http://a b"} {
		if _, err := (Settings{Only: only}).Choose(); err == nil {
			t.Errorf("%s was taken", only)
		}
	}
}
