// Package database has what the SQLite files of this program have in common: how one is
// addressed, and what an error of SQLite means. What is in a file is said by who opens it.
//
// It opens nothing and registers nothing.
package database

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Address is the address of a file for the driver, with what else it is to be told.
func Address(path string, more url.Values) string {
	path = filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		path = "/" + path // file:///C:/…
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: more.Encode()}
	if !strings.HasPrefix(path, "/") {
		u.Opaque, u.Path = (&url.URL{Path: path}).EscapedPath(), ""
	}
	return u.String()
}

// Meaning has the errors by which one kind of file tells what is wrong with it; nil leaves
// an error as it is.
type Meaning struct {
	Damaged  error // it cannot be read any more
	Full     error // it cannot grow
	Busy     error // another process writes it
	ReadOnly error // it cannot be written, or not be opened
	Alien    error // a query does not fit its tables
}

// Explain wraps an error of SQLite in what it means.
func (m Meaning) Explain(err error) error {
	var what error
	switch code(err) {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		what = m.Damaged
	case sqlite3.SQLITE_FULL:
		what = m.Full
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		what = m.Busy
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		what = m.ReadOnly
	case sqlite3.SQLITE_ERROR:
		what = m.Alien
	}
	if what == nil || errors.Is(err, what) {
		return err
	}
	return fmt.Errorf("%w (%w)", what, err)
}

// Missing reports whether an error says that there is no file, or no such table in it.
func Missing(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_CANTOPEN || c == sqlite3.SQLITE_ERROR
}

// code is the primary code of an error of SQLite, 0 of others.
func code(err error) int {
	var e *driver.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}
