package fetch

import (
	"fmt"
	"net/url"
)

// check reads an address: http or https, a host, and no name or password in it.
func (c *Client) check(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("not a web address")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("only http and https are fetched")
	case u.Hostname() == "":
		return nil, fmt.Errorf("no host in it")
	case u.User != nil:
		return nil, fmt.Errorf("a name or password in it")
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}
