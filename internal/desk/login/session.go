package login

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"time"

	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/guard"
)

const secretBytes = 32

// Enter begins a session where name and password belong together, and returns its secret, which
// is told once and kept nowhere. client is who tries (guard.Client).
func (a *Accounts) Enter(ctx context.Context, client, name, password string) (secret string, err error) {
	now := a.now()
	folded, err := nameOf(name)
	if err != nil {
		folded = "" // nobody's; what follows takes as long
	}
	// Both are counted, whether there is such a name or not.
	byClient, _ := a.tries.client.Allow(client, now)
	byName, _ := a.tries.name.Allow(folded, now)
	if !byClient || !byName {
		return "", ErrOften
	}
	var (
		id   int64
		hash string
	)
	err = a.db.Read.QueryRowContext(ctx, "SELECT id, hash FROM accounts WHERE name = ?", folded).Scan(&id, &hash)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", deskdb.Explain(err)
	}
	fits, old, err := a.hasher.fits(ctx, hash, password)
	switch {
	case err != nil:
		return "", err
	case !fits:
		return "", ErrDenied
	}
	anew := ""
	if old { // while the password is at hand
		if anew, err = a.hasher.make(ctx, password); err != nil && !errors.Is(err, ErrPassword) {
			return "", err
		}
	}
	secret = base64.RawURLEncoding.EncodeToString(random(secretBytes))
	return secret, a.db.Write(ctx, func(tx *sql.Tx) error {
		// Between, the password may have been changed, or the account removed.
		var still int
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM accounts WHERE id = ? AND hash = ?", id, hash).Scan(&still); err != nil {
			return err
		}
		if still == 0 {
			return ErrDenied
		}
		if anew != "" {
			if _, err := tx.ExecContext(ctx, "UPDATE accounts SET hash = ? WHERE id = ?", anew, id); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE seen <= ? OR made <= ?", stamp(now.Add(-IdleTime)), stamp(now.Add(-WholeAge))); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO sessions (secret, account, made, seen) VALUES (?, ?, ?, ?)", hashed(secret), id, stamp(now), stamp(now))
		return err
	})
}

func hashed(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// Who is whose session has that secret; ErrNone where it has ended.
func (a *Accounts) Who(ctx context.Context, secret string) (Who, error) {
	const often = time.Minute // how often it is noted that a session is used
	if base64.RawURLEncoding.DecodedLen(len(secret)) != secretBytes {
		return Who{}, ErrNone
	}
	w := Who{secret: secret}
	var role, made, seen string
	err := a.db.Read.QueryRowContext(ctx, `SELECT a.id, a.pseudonym, a.role, s.made, s.seen FROM sessions s JOIN accounts a ON a.id = s.account
		WHERE s.secret = ? AND a.name IS NOT NULL`, hashed(secret)).Scan(&w.account, &w.Pseudonym, &role, &made, &seen)
	if errors.Is(err, sql.ErrNoRows) {
		return Who{}, ErrNone
	}
	if err != nil {
		return Who{}, deskdb.Explain(err)
	}
	begun, err := time.Parse(time.RFC3339, made)
	if err != nil {
		return Who{}, err
	}
	used, err := time.Parse(time.RFC3339, seen)
	if err != nil {
		return Who{}, err
	}
	now := a.now()
	// A clock that went back makes no session younger.
	if now.Sub(begun) >= WholeAge || now.Sub(used) >= IdleTime || now.Before(begun.Add(-often)) {
		return Who{}, errors.Join(ErrNone, a.Leave(ctx, w))
	}
	if w.Role, err = ParseRole(role); err != nil {
		return Who{}, err
	}
	if now.Sub(used) >= often {
		err = a.db.Write(ctx, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, "UPDATE sessions SET seen = ? WHERE secret = ?", stamp(now), hashed(secret))
			return err
		})
		if err != nil && !errors.Is(err, deskdb.ErrBusy) && !errors.Is(err, deskdb.ErrReadOnly) {
			return Who{}, err
		}
	}
	w.Token = guard.Token(secret)
	return w, nil
}

// Leave ends a session.
func (a *Accounts) Leave(ctx context.Context, w Who) error {
	return a.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE secret = ?", hashed(w.secret))
		return err
	})
}

// LeaveAll ends all sessions of an account, on whatever machine.
func (a *Accounts) LeaveAll(ctx context.Context, w Who) error {
	return a.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE account = ?", w.account)
		return err
	})
}
