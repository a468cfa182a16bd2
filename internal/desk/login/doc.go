// Package login says who uses the desk: accounts with their passwords and roles, sessions, and
// what stands before each route until somebody may use it.
//
// On this machine's own address nobody logs in: whoever sits at it has its files as well, and is
// an admin under a pseudonym that can be chosen. Where the desk listens on another address, each
// user has an account. An account has a name to log in with, which no page, export or log has,
// and a pseudonym, which is all that reviews, cases and exports bear.
//
// It promises that a password is kept as an Argon2id hash only (RFC 9106) and a session as the
// hash of its secret; that to ask for a name that is not there takes as long as for one that is;
// that sessions end when they are not used, when they are old, and when password or role change;
// and that a pseudonym is never given to a second account.
//
// It does not send mail, knows no second factor, and cannot bring a password back: an admin sets
// another at the terminal.
package login

import (
	"errors"
	"fmt"
	"time"
)

// What can be wrong; errors wrap one of these, or those of package deskdb.
var (
	// ErrDenied is a name and password that do not belong together, whichever is wrong.
	ErrDenied = errors.New("no account has this name and this password")
	// ErrOften is a name or a client that was tried too often.
	ErrOften = errors.New("tried too often; wait a few minutes")
	// ErrNone is a session that is not there, or has ended.
	ErrNone = errors.New("not logged in")
	// ErrUnknown is a name that no account has.
	ErrUnknown = errors.New("no account has this name")
	// ErrTaken is a name or pseudonym that another account has, or had.
	ErrTaken = errors.New("taken by another account, or by one that was removed")
	// ErrName is a name that cannot be one.
	ErrName = errors.New("a name has 1 to 64 letters, figures and signs, and no spaces")
	// ErrPseudonym is a pseudonym that cannot be one.
	ErrPseudonym = errors.New("a pseudonym has 1 to 24 letters, figures and hyphens")
	// ErrPassword is a password that is too short or too long.
	ErrPassword = fmt.Errorf("a password has %d to %d characters: four or five words, say", shortest, longest)
	// ErrRole is a word that is no role.
	ErrRole = errors.New("a role is reader, reviewer or admin")
	// ErrLast is the last admin, who cannot be removed while there are others.
	ErrLast = errors.New("the last admin cannot go while others stay")
)

// Role is what somebody may do. A greater one may do all that a lesser may.
type Role int

// The roles. The zero value may do nothing but log in.
const (
	Nobody   Role = iota
	Reader        // looks at everything but names of private persons
	Reviewer      // decides on findings, builds cases
	Admin         // adds to the ledger, and what else changes it
)

var roles = [...]string{Nobody: "", Reader: "reader", Reviewer: "reviewer", Admin: "admin"}

// String is the role's word, as it is stored and typed.
func (r Role) String() string {
	if r < 0 || int(r) >= len(roles) {
		return ""
	}
	return roles[r]
}

// ParseRole is the role of a word.
func ParseRole(word string) (Role, error) {
	for r, w := range roles {
		if w == word && w != "" {
			return Role(r), nil
		}
	}
	return Nobody, ErrRole
}

// Who is who uses the desk. It has no name: that is for logging in.
type Who struct {
	Pseudonym string
	Role      Role
	Token     string // of the session's forms (guard.Token); "" where there is no session

	account int64  // 0 of whoever sits at the machine
	secret  string // of the session
}

// LoggedIn reports whether there is a session, which can be left.
func (w Who) LoggedIn() bool { return w.account != 0 }

// Usual is the pseudonym of whoever sits at the machine and has chosen no other.
const Usual = "R1"

// How long sessions last (OWASP, Session Management): without use, and at all.
const (
	IdleTime = 2 * time.Hour
	WholeAge = 12 * time.Hour
)
