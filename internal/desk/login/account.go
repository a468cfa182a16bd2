package login

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/secure/precis"
	"golang.org/x/text/unicode/norm"

	"riwaya/internal/desk/deskdb"
	"riwaya/internal/desk/guard"
)

// Options are what accounts are opened with.
type Options struct {
	Now  func() time.Time
	Cost Cost // the zero value is Recommended
}

// Accounts are those of one ledger.
type Accounts struct {
	db     *deskdb.DB
	now    func() time.Time
	hasher *hasher
	tries  struct{ client, name *guard.Rates }
}

// How often a client may try to log in, and how often one name may be tried, from wherever.
var (
	clientTries = guard.Rate{Every: 30 * time.Second, Burst: 10}
	nameTries   = guard.Rate{Every: 60 * time.Second, Burst: 10}
)

// New has the accounts that stand in the file.
func New(db *deskdb.DB, o Options) *Accounts {
	if o.Cost == (Cost{}) {
		o.Cost = Recommended
	}
	a := &Accounts{db: db, now: o.Now, hasher: newHasher(o.Cost)}
	a.tries.client, a.tries.name = guard.NewRates(clientTries), guard.NewRates(nameTries)
	return a
}

// Account is one, as an admin sees it.
type Account struct {
	Name      string // to log in with
	Pseudonym string
	Role      Role
	Made      time.Time
}

// Add makes an account. Without a pseudonym it gets the next of R2, R3, …: R1 is whoever sits at
// the machine.
func (a *Accounts) Add(ctx context.Context, name, pseudonym, password string, role Role) (Account, error) {
	name, err := nameOf(name)
	if err != nil {
		return Account{}, err
	}
	if pseudonym != "" {
		if pseudonym, err = PseudonymOf(pseudonym); err != nil {
			return Account{}, err
		}
	}
	if role.String() == "" {
		return Account{}, ErrRole
	}
	hash, err := a.hasher.make(ctx, password)
	if err != nil {
		return Account{}, err
	}
	made := Account{name, pseudonym, role, a.now().UTC().Truncate(time.Second)}
	err = a.db.Write(ctx, func(tx *sql.Tx) error {
		if made.Pseudonym == "" {
			if made.Pseudonym, err = next(ctx, tx); err != nil {
				return err
			}
		}
		taken := 0
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM accounts WHERE name = ? OR pseudonym = ?", name, made.Pseudonym).Scan(&taken); err != nil {
			return err
		}
		if taken > 0 || made.Pseudonym == Usual {
			return ErrTaken
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO accounts (name, pseudonym, role, hash, made) VALUES (?, ?, ?, ?, ?)", name, made.Pseudonym, role.String(), hash, stamp(made.Made))
		return err
	})
	return made, err
}

// next is the first pseudonym that no account ever had.
func next(ctx context.Context, tx *sql.Tx) (string, error) {
	for n := 2; ; n++ {
		p, taken := "R"+strconv.Itoa(n), 0
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM accounts WHERE pseudonym = ?", p).Scan(&taken); err != nil {
			return "", err
		}
		if taken == 0 {
			return p, nil
		}
	}
}

// List is all accounts, by name.
func (a *Accounts) List(ctx context.Context) (all []Account, err error) {
	rows, err := a.db.Read.QueryContext(ctx, "SELECT name, pseudonym, role, made FROM accounts WHERE name IS NOT NULL ORDER BY name")
	if err != nil {
		return nil, deskdb.Explain(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var (
			one        Account
			role, made string
		)
		if err := rows.Scan(&one.Name, &one.Pseudonym, &role, &made); err != nil {
			return nil, deskdb.Explain(err)
		}
		if one.Role, err = ParseRole(role); err != nil {
			return nil, fmt.Errorf("account %s: %w", one.Pseudonym, err)
		}
		if one.Made, err = time.Parse(time.RFC3339, made); err != nil {
			return nil, fmt.Errorf("account %s: %w", one.Pseudonym, err)
		}
		all = append(all, one)
	}
	return all, deskdb.Explain(rows.Err())
}

// SetPassword gives an account another password, and ends its sessions.
func (a *Accounts) SetPassword(ctx context.Context, name, password string) error {
	hash, err := a.hasher.make(ctx, password)
	if err != nil {
		return err
	}
	return a.change(ctx, name, func(tx *sql.Tx, id int64) error {
		_, err := tx.ExecContext(ctx, "UPDATE accounts SET hash = ? WHERE id = ?", hash, id)
		return err
	})
}

// SetRole gives an account another role, and ends its sessions.
func (a *Accounts) SetRole(ctx context.Context, name string, role Role) error {
	if role.String() == "" {
		return ErrRole
	}
	return a.change(ctx, name, func(tx *sql.Tx, id int64) error {
		if role != Admin {
			if err := notLast(ctx, tx, id); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, "UPDATE accounts SET role = ? WHERE id = ?", role.String(), id)
		return err
	})
}

// Remove takes an account away, its name and password with it. Its pseudonym stays: reviews
// bear it, and nobody else is to be taken for who made them.
func (a *Accounts) Remove(ctx context.Context, name string) error {
	err := a.change(ctx, name, func(tx *sql.Tx, id int64) error {
		if err := notLast(ctx, tx, id); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "UPDATE accounts SET name = NULL, hash = NULL, removed = ? WHERE id = ?", stamp(a.now()), id)
		return err
	})
	if err != nil {
		return err
	}
	if err := a.db.Forget(ctx); !errors.Is(err, deskdb.ErrBusy) { // then the next one takes it along
		return err
	}
	return nil
}

// notLast is an error where id is the only admin and there are other accounts.
func notLast(ctx context.Context, tx *sql.Tx, id int64) error {
	var admins, others int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FILTER (WHERE role = 'admin'), count(*) FROM accounts WHERE name IS NOT NULL AND id <> ?", id).Scan(&admins, &others); err != nil {
		return err
	}
	if others > 0 && admins == 0 {
		return ErrLast
	}
	return nil
}

// change does something to an account and ends its sessions, both or neither.
func (a *Accounts) change(ctx context.Context, name string, f func(*sql.Tx, int64) error) error {
	name, err := nameOf(name)
	if err != nil {
		return ErrUnknown
	}
	return a.db.Write(ctx, func(tx *sql.Tx) error {
		var id int64
		if err := tx.QueryRowContext(ctx, "SELECT id FROM accounts WHERE name = ?", name).Scan(&id); errors.Is(err, sql.ErrNoRows) {
			return ErrUnknown
		} else if err != nil {
			return err
		}
		if err := f(tx, id); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE account = ?", id)
		return err
	})
}

// nameOf is a name as it is compared: RFC 8265, 3.3 (UsernameCaseMapped).
func nameOf(name string) (string, error) {
	n, err := precis.UsernameCaseMapped.String(name)
	if err != nil || n == "" || utf8.RuneCountInString(n) > 64 {
		return "", ErrName
	}
	return n, nil
}

// PseudonymOf is a pseudonym as it is shown: composed, and of letters, figures and hyphens, so
// that it is nothing but itself in a table, a file's name or an address.
func PseudonymOf(s string) (string, error) {
	s = norm.NFC.String(s)
	n := 0
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '-' || i == 0 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return "", ErrPseudonym
		}
		n++
	}
	if n == 0 || n > 24 || !utf8.ValidString(s) {
		return "", ErrPseudonym
	}
	return s, nil
}

// stamp is a time as the file has it.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
