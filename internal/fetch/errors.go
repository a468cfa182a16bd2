package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"
	"unicode"
)

// Error is why an address could not be fetched, in one line.
type Error struct {
	URL       string
	Status    int  // what the server answered, 0 when it did not
	Temporary bool // whether another attempt, later, could help
	Reason    string
	err       error
	tried     bool // as often as there is to try
}

func (e *Error) Error() string { return "fetch " + e.URL + ": " + e.Reason }

// after is the error of the last of some tries.
func (e *Error) after(tries int) *Error {
	e.tried = true
	if tries > 1 {
		e.Reason = fmt.Sprintf("%s (%d tries)", e.Reason, tries)
	}
	return e
}

// Unwrap is the cause, for errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.err }

// fail words an error without the names of Go's packages and calls.
func fail(address string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	reason, temporary := reason(err)
	e = &Error{URL: oneLine(address), Reason: oneLine(reason), Temporary: temporary, err: err}
	var (
		st   *StatusError
		wall *WallError
	)
	if errors.As(err, &st) {
		e.Status = st.Status
	} else if errors.As(err, &wall) {
		e.Status = wall.Status
	}
	return e
}

func reason(err error) (text string, temporary bool) {
	var (
		late    slow
		private privateError
		robots  *RobotsError
		answer  *StatusError
		walled  *WallError
		onward  redirectError
		proxied proxyError
		tunnel  proxyAnswer
		large   errTooLarge
		dns     *net.DNSError
		host    x509.HostnameError
		unknown x509.UnknownAuthorityError
		expired x509.CertificateInvalidError
		verify  *tls.CertificateVerificationError
		notTLS  tls.RecordHeaderError
		op      *net.OpError
	)
	switch {
	case errors.As(err, &onward):
		why, temporary := reason(onward.err)
		return redirectError{onward.to, errors.New(why)}.Error(), temporary
	case errors.As(err, &late):
		return late.Error(), true
	case errors.As(err, &robots):
		return robots.Error(), false
	case errors.As(err, &answer):
		return answer.reason(), answer.temporary()
	case errors.As(err, &walled):
		return walled.Error(), false
	case errors.As(err, &private):
		return private.Error(), false
	case errors.As(err, &large):
		return large.Error(), false
	case errors.As(err, &proxied):
		why, temporary := reason(proxied.err)
		return "the proxy " + proxied.host + ": " + why, temporary
	case errors.As(err, &tunnel):
		return tunnel.Error(), tunnel >= http.StatusInternalServerError
	case errors.As(err, &op) && op.Op == "dial" && op.Timeout():
		return "nothing there took the connection in time", true
	case errors.Is(err, context.Canceled):
		return "cancelled", true
	case errors.Is(err, context.DeadlineExceeded):
		return "no whole answer in the time given", true
	case errors.As(err, &dns) && dns.IsNotFound:
		return "no such host: " + dns.Name, false
	case errors.As(err, &dns):
		return "the name " + dns.Name + " could not be looked up", true
	case errors.As(err, &host):
		return "its certificate is for another host", false
	case errors.As(err, &unknown):
		return "its certificate is from an unknown authority", false
	case errors.As(err, &expired):
		return "its certificate is not valid", false
	case errors.As(err, &verify):
		return "its certificate cannot be verified", false
	case errors.As(err, &notTLS):
		return "it does not speak https", false
	case errors.Is(err, syscall.ECONNREFUSED):
		return "the connection was refused", true
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return "its network cannot be reached", true
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.EPIPE):
		return "the connection broke off", true
	case errors.As(err, &op) && strings.HasPrefix(op.Op, "socks"):
		return "the proxy did not connect: " + strings.TrimPrefix(plain(op.Err), "unknown error "), true
	case errors.As(err, &op):
		return "no connection: " + plain(op.Err), true
	}
	return plain(err), false
}

// plain leaves out where in the program an error arose.
func plain(err error) string {
	s := err.Error()
	for _, p := range [...]string{"net/http: ", "http: ", "http2: ", "tls: ", "x509: "} {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

// oneLine is s without what would break a line of a log, or turn it around.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// slow is the time that ran out.
type slow time.Duration

func (s slow) Error() string { return fmt.Sprintf("no whole answer within %v", time.Duration(s)) }

// because is the time that ran out where that is why err came.
func because(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
