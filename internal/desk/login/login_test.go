package login

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"riwaya/internal/desk/deskdb"
	"riwaya/internal/disk"
)

// cheap is a cost for tests of anything but the cost.
var cheap = Cost{Time: 1, Memory: 64, Threads: 1}

const (
	good  = "correct horse battery"
	other = "four other words here"
)

// clock is one that a test turns.
type clock struct{ t time.Time }

func (c *clock) now() time.Time        { return c.t }
func (c *clock) turn(by time.Duration) { c.t = c.t.Add(by) }
func newClock() *clock                 { return &clock{time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)} }
func must(t *testing.T, errs ...error) { t.Helper(); wantNone(t, errors.Join(errs...)) }
func wantNone(t *testing.T, err error) { t.Helper(); wantErr(t, err, nil) }
func wantErr(t *testing.T, err, w error) {
	t.Helper()
	if !errors.Is(err, w) {
		t.Fatalf("%v, want %v", err, w)
	}
}

func open(t *testing.T, c *clock) (*Accounts, string) {
	t.Helper()
	dir := t.TempDir()
	d, err := disk.Existing(dir)
	must(t, err)
	db, err := deskdb.Open(context.Background(), d)
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return New(db, Options{Now: c.now, Cost: cheap}), dir
}

func TestAccounts(t *testing.T) {
	ctx, c := context.Background(), newClock()
	a, dir := open(t, c)
	for _, x := range []struct {
		name, pseudonym, password string
		role                      Role
		want                      error
	}{
		{"Amal", "", good, Admin, nil},
		{"amal", "", good, Reader, ErrTaken}, // the same name, folded
		{"ｂashir", "", good, Reader, nil},    // wide letters are the usual ones
		{"bashir", "", good, Reader, ErrTaken},
		{"dina", "R2", good, Reader, ErrTaken},
		{"dina", "R1", good, Reader, ErrTaken}, // whoever sits at the machine
		{"dina", "R 9", good, Reader, ErrPseudonym},
		{"dina", "<b>", good, Reader, ErrPseudonym},
		{"dina", "", "too short", Reader, ErrPassword},
		{"dina", "", strings.Repeat("x", 257), Reader, ErrPassword},
		{"dina", "", good, Nobody, ErrRole},
		{"dina", "", good, Role(9), ErrRole},
		{"two words", "", good, Reader, ErrName},
		{"", "", good, Reader, ErrName},
		{strings.Repeat("x", 65), "", good, Reader, ErrName},
		{"dina", "نهر-7", good, Reviewer, nil},
	} {
		if _, err := a.Add(ctx, x.name, x.pseudonym, x.password, x.role); !errors.Is(err, x.want) {
			t.Errorf("%s %s: %v, want %v", x.name, x.pseudonym, err, x.want)
		}
	}
	all, err := a.List(ctx)
	must(t, err)
	var got []string
	for _, x := range all {
		got = append(got, x.Name+" "+x.Pseudonym+" "+x.Role.String())
	}
	if want := []string{"amal R2 admin", "bashir R3 reader", "dina نهر-7 reviewer"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	wantErr(t, a.Remove(ctx, "amal"), ErrLast)
	wantErr(t, a.SetRole(ctx, "amal", Reader), ErrLast)
	wantErr(t, a.Remove(ctx, "nobody"), ErrUnknown)
	wantErr(t, a.SetRole(ctx, "dina", Nobody), ErrRole)
	must(t, a.SetRole(ctx, "dina", Admin), a.Remove(ctx, "amal"))
	// The pseudonym of who was removed is nobody else's, the name may be; and it is in no file.
	again, err := a.Add(ctx, "amal2", "", good, Reader)
	must(t, err)
	if again.Pseudonym != "R4" {
		t.Error(again.Pseudonym)
	}
	must(t, a.Remove(ctx, "bashir"))
	for _, f := range []string{deskdb.Name, deskdb.Name + "-wal"} {
		b, err := os.ReadFile(filepath.Join(dir, f))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte("bashir")) {
			t.Errorf("%s still has a name that was removed", f)
		}
		if bytes.Contains(b, []byte(good)) {
			t.Errorf("%s has a password", f)
		}
	}
}

func TestEnter(t *testing.T) {
	ctx, c := context.Background(), newClock()
	a, dir := open(t, c)
	_, err := a.Add(ctx, "amal", "", good, Reviewer)
	must(t, err)
	secret, err := a.Enter(ctx, "client", "AMAL", good)
	must(t, err)
	w, err := a.Who(ctx, secret)
	must(t, err)
	if w.Pseudonym != "R2" || w.Role != Reviewer || w.Token == "" || !w.LoggedIn() {
		t.Errorf("%+v", w)
	}
	for _, f := range []string{deskdb.Name, deskdb.Name + "-wal"} {
		if b, err := os.ReadFile(filepath.Join(dir, f)); err == nil && (bytes.Contains(b, []byte(secret)) || bytes.Contains(b, []byte(w.Token))) {
			t.Errorf("%s has the secret of a session", f)
		}
	}
	for _, no := range []string{"", "x", secret[1:], secret + "A", strings.ToUpper(secret), strings.Repeat("A", 43)} {
		_, err := a.Who(ctx, no)
		wantErr(t, err, ErrNone)
	}
	for _, x := range [][2]string{{"amal", other}, {"amal", ""}, {"amal", strings.Repeat("x", 5000)}, {"nobody", good}, {"", good}, {"two words", good}, {"amal", good + " "}} {
		_, err := a.Enter(ctx, "client", x[0], x[1])
		wantErr(t, err, ErrDenied)
	}
	// What ends a session.
	end := map[string]func() error{
		"leaving":          func() error { return a.Leave(ctx, w) },
		"another password": func() error { return a.SetPassword(ctx, "amal", other) },
		"another role":     func() error { return errors.Join(a.SetPassword(ctx, "amal", good), a.SetRole(ctx, "amal", Reader)) },
		"everywhere":       func() error { return a.LeaveAll(ctx, w) },
		"not being used":   func() error { c.turn(IdleTime); return nil },
		"a clock set back": func() error { c.turn(-time.Hour); return nil },
		"being removed":    func() error { return a.Remove(ctx, "amal") },
	}
	password := good
	for i, what := range []string{"leaving", "another password", "another role", "everywhere", "not being used", "a clock set back", "being removed"} {
		c.turn(time.Hour) // so that no rate stands in the way
		if i == 2 {
			password = other
		}
		if i == 3 {
			password = good
		}
		secret, err := a.Enter(ctx, "client", "amal", password)
		must(t, err)
		w, err = a.Who(ctx, secret)
		must(t, err)
		must(t, end[what]())
		if _, err := a.Who(ctx, secret); !errors.Is(err, ErrNone) {
			t.Errorf("%s does not end a session: %v", what, err)
		}
	}
}

// TestAge uses a session now and then: it lasts, but not for ever.
func TestAge(t *testing.T) {
	ctx, c := context.Background(), newClock()
	a, _ := open(t, c)
	_, err := a.Add(ctx, "amal", "", good, Reader)
	must(t, err)
	secret, err := a.Enter(ctx, "client", "amal", good)
	must(t, err)
	for range 11 {
		c.turn(time.Hour)
		_, err := a.Who(ctx, secret)
		must(t, err)
	}
	c.turn(time.Hour)
	_, err = a.Who(ctx, secret)
	wantErr(t, err, ErrNone)
}

// TestGuessing tries passwords: by one client at many names, by many clients at one.
func TestGuessing(t *testing.T) {
	ctx, c := context.Background(), newClock()
	a, _ := open(t, c)
	_, err := a.Add(ctx, "amal", "", good, Reader)
	must(t, err)
	count := func(f func(i int) (client, name string)) (tried int) {
		for i := range 100 {
			client, name := f(i)
			if _, err := a.Enter(ctx, client, name, other); errors.Is(err, ErrDenied) {
				tried++
			} else if !errors.Is(err, ErrOften) {
				t.Fatal(err)
			}
		}
		return tried
	}
	if n := count(func(i int) (string, string) { return "one", "name" + string(rune('a'+i%26)) + string(rune('a'+i/26)) }); n != clientTries.Burst {
		t.Errorf("one client tried %d names", n)
	}
	for _, name := range []string{"amal", "nobody"} { // the same for both, so that it tells nothing
		if n := count(func(i int) (string, string) { return name + string(rune('a'+i)), name }); n != nameTries.Burst {
			t.Errorf("%s was tried %d times", name, n)
		}
	}
	if _, err := a.Enter(ctx, "fresh", "amal", good); !errors.Is(err, ErrOften) {
		t.Error("the right password tells itself by being let in")
	}
	c.turn(nameTries.Every)
	_, err = a.Enter(ctx, "fresh", "amal", good)
	must(t, err)
}

// TestEqualWork wants that a name that is there, one that is not, and a password that nobody can
// have make the same work, at the same cost: then none of them is told by how long it takes.
func TestEqualWork(t *testing.T) {
	ctx := context.Background()
	h := newHasher(cheap)
	hash, err := h.make(ctx, good)
	must(t, err)
	type work struct {
		time, memory, length uint32
		threads              uint8
	}
	var done []work
	derive := h.derive
	h.derive = func(password, salt []byte, time, memory uint32, threads uint8, length uint32) []byte {
		done = append(done, work{time, memory, length, threads})
		return derive(password, salt, time, memory, threads, length)
	}
	for _, try := range [][2]string{{hash, other}, {"", other}, {hash, strings.Repeat("x", 1000)}} {
		if fits, _, err := h.fits(ctx, try[0], try[1]); err != nil || fits {
			t.Error(fits, err)
		}
	}
	want := work{cheap.Time, cheap.Memory, hashBytes, cheap.Threads}
	if len(done) != 3 || done[0] != want || done[1] != want || done[2] != want {
		t.Errorf("%+v, want thrice %+v", done, want)
	}
}

func TestHash(t *testing.T) {
	ctx := context.Background()
	h := newHasher(cheap)
	hash, err := h.make(ctx, good)
	must(t, err)
	if fits, old, err := h.fits(ctx, hash, good); !fits || old || err != nil {
		t.Error(fits, old, err)
	}
	dear := newHasher(Cost{Time: 2, Memory: 64, Threads: 1})
	if fits, old, err := dear.fits(ctx, hash, good); !fits || !old || err != nil {
		t.Error("another cost must fit, and be known as old", fits, old, err)
	}
	if again, _ := h.make(ctx, good); again == hash {
		t.Error("no salt")
	}
	// Letters that a keyboard makes of two signs are one.
	hash, err = h.make(ctx, "caf\u00e9 caf\u00e9 caf\u00e9 caf\u00e9")
	must(t, err)
	if fits, _, _ := h.fits(ctx, hash, "cafe\u0301 cafe\u0301 cafe\u0301 cafe\u0301"); !fits {
		t.Error("composed and decomposed are two passwords")
	}
	for _, bad := range []string{"", "x", "$argon2i$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", strings.Replace(hash, "m=64", "m=4294967295", 1), strings.Replace(hash, "t=1", "t=99", 1),
		strings.Replace(hash, "p=1", "p=0", 1), strings.Replace(hash, "v=19", "v=16", 1), hash + "A", hash[:len(hash)-2]} {
		if _, _, _, ok := parse(bad); ok {
			t.Errorf("%q is read", bad)
		}
	}
	if Recommended.Memory < 19<<10 || Recommended.Time < 2 {
		t.Error("below the least that OWASP names")
	}
}

func FuzzHash(f *testing.F) {
	f.Add(write(cheap, make([]byte, 16), make([]byte, 32)))
	f.Fuzz(func(t *testing.T, s string) {
		c, salt, key, ok := parse(s)
		if !ok {
			return
		}
		if c.Memory > mostMemory || c.Time > mostTime {
			t.Errorf("%q costs %+v", s, c)
		}
		if c2, salt2, key2, ok := parse(write(c, salt, key)); !ok || c2 != c || !bytes.Equal(salt, salt2) || !bytes.Equal(key, key2) {
			t.Errorf("%q comes back as another", s)
		}
	})
}

func TestRoles(t *testing.T) {
	for _, r := range []Role{Reader, Reviewer, Admin} {
		if got, err := ParseRole(r.String()); got != r || err != nil {
			t.Error(r, got, err)
		}
	}
	for _, no := range []string{"", "Admin", "root"} {
		_, err := ParseRole(no)
		wantErr(t, err, ErrRole)
	}
}
