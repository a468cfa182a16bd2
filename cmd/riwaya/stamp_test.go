package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/cmd/riwaya/keeping"
	"riwaya/cmd/riwaya/opening"
	"riwaya/cmd/riwaya/taking"
	"riwaya/internal/archive/timestamp"
	"riwaya/internal/archive/timestamp/timestamptest"
	"riwaya/internal/fetch"
)

// stamper serves a time-stamping authority; told is what it was sent.
func stamper(t *testing.T, a *timestamptest.Authority) (s *httptest.Server, told *bytes.Buffer) {
	t.Helper()
	told = new(bytes.Buffer)
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, _ := io.ReadAll(r.Body)
		told.Write(query)
		reply, err := a.Answer(query)
		if err != nil || r.Method != http.MethodPost || r.Header.Get("Content-Type") != timestamp.Query {
			http.Error(w, "no", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", timestamp.Reply)
		_, _ = w.Write(reply)
	}))
	t.Cleanup(s.Close)
	return s, told
}

// TestStamped has the head of a ledger seen by an authority, and holds the ledger against that.
func TestStamped(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	write := func(name string, b []byte) {
		t.Helper()
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	noon := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	a, err := timestamptest.New(noon, timestamptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	other, err := timestamptest.New(noon, timestamptest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	write("roots.pem", a.Roots())
	write("others.pem", other.Roots())
	write("a.txt", []byte("قال مدير المستشفى إن عشرة جرحى وصلوا إلى حلب."))
	write("b.txt", []byte("قال الوزير إن الطريق مفتوح منذ صباح الثلاثاء."))
	server, told := stamper(t, a)
	net := testWeb(fetch.Options{})

	var out, messages bytes.Buffer
	s := cli.Streams{In: nil, Out: &out, Err: &messages}
	want := func(what string, code, wanted int, lines ...string) {
		t.Helper()
		all := out.String() + messages.String()
		if code != wanted {
			t.Errorf("%s: exit code %d, want %d\n%s", what, code, wanted, all)
		}
		for _, l := range lines {
			if !strings.Contains(all, l) {
				t.Errorf("%s: no %q in\n%s", what, l, all)
			}
		}
		out.Reset()
		messages.Reset()
	}
	cmd := func(args ...string) int { return run(context.Background(), args, s) }

	add := taking.AddConfig{Inputs: []string{"a.txt"}, Ledger: cli.LedgerDir, Stamp: server.URL}
	add.Add.Jobs = 1
	want("add", add.Run(context.Background(), s, net), cli.OK, "stamped   by Test Stamper 1, Stamps for Tests on 2026-11-26 12:00:00 UTC: riwaya-ledger/log/stamped/3-")
	if told.Len() == 0 || told.Len() > 100 {
		t.Errorf("the authority was sent %d bytes, more than a hash", told.Len())
	}
	want("verify", cmd("verify"), cli.OK, "a time stamp in the ledger: the head of the first 3 records was seen by Test Stamper 1, Stamps for Tests on 2026-11-26 12:00:00 UTC, as it says; its certificate was not checked",
		"consistent with itself only")
	want("verify by its root", cmd("verify", "--tsa-roots", "roots.pem"), cli.OK,
		"proved against a time stamp in the ledger: of the first 3 records none was changed, moved, left out or put between since their head was seen by Test Stamper 1, Stamps for Tests on 2026-11-26 12:00:00 UTC, whose certificate goes back to roots.pem")
	want("verify by another root", cmd("verify", "--tsa-roots", "others.pem"), cli.OK, "goes back to none in others.pem", "consistent with itself only")
	want("verify by no root", cmd("verify", "--tsa-roots", "a.txt"), cli.Failed, "a.txt: no certificate in it")

	// A head that is kept elsewhere, with its stamp.
	want("head", keeping.PrintHead(context.Background(), opening.LedgerConfig{Ledger: cli.LedgerDir, Stamp: server.URL}, s, net), cli.OK, "\n\nstamped   by Test Stamper 1")
	keeping.PrintHead(context.Background(), opening.LedgerConfig{Ledger: cli.LedgerDir}, s, net)
	write("head.txt", out.Bytes())
	out.Reset()
	stamps, err := filepath.Glob("riwaya-ledger/log/stamped/*.tsr")
	if err != nil || len(stamps) != 2 {
		t.Fatalf("%q, %v", stamps, err)
	}
	b, err := os.ReadFile(stamps[0])
	if err != nil {
		t.Fatal(err)
	}
	write("kept.tsr", b)
	want("add", cmd("add", "b.txt"), cli.OK)
	want("a head kept elsewhere", cmd("verify", "--head", "head.txt", "--timestamp", "kept.tsr", "--tsa-roots", "roots.pem"), cli.OK,
		"proved against the head in head.txt: of its 3 records", "that head was seen by Test Stamper 1, Stamps for Tests on 2026-11-26 12:00:00 UTC, whose certificate goes back to roots.pem",
		"the 2 records after it are consistent with themselves only")
	want("by another root", cmd("verify", "--head", "head.txt", "--timestamp", "kept.tsr", "--tsa-roots", "others.pem"), cli.Failed, "kept.tsr: its certificate goes back to none of the roots given")
	want("without its head", cmd("verify", "--timestamp", "kept.tsr"), cli.Misused, "give --head too")
	keeping.PrintHead(context.Background(), opening.LedgerConfig{Ledger: cli.LedgerDir}, s, net)
	write("later.txt", out.Bytes())
	out.Reset()
	want("of another head", cmd("verify", "--head", "later.txt", "--timestamp", "kept.tsr"), cli.Failed, "kept.tsr: the time stamp is of something else")

	// What is done to the ledger's own stamps shows.
	b[len(b)-1] ^= 1
	write(stamps[0], b)
	want("an altered stamp", cmd("verify"), cli.Failed, filepath.ToSlash(stamps[0])[len("riwaya-ledger/"):]+": ")
	if err := os.Remove(stamps[0]); err != nil {
		t.Fatal(err)
	}
	want("a missing stamp", cmd("verify"), cli.Failed, filepath.ToSlash(stamps[0])[len("riwaya-ledger/"):]+": missing")

	// No stamp is no loss.
	want("offline", cmd("head", "--offline", "--timestamp", "http://stamps.example/"), cli.Failed, "riwaya: no time stamp: ", "offline")
	t.Setenv("RIWAYA_TIMESTAMP", "http://stamps.example/")
	want("by the environment", cmd("head", "--offline"), cli.Failed, "no time stamp")
	want("not by the environment", cmd("head", "--offline", "--timestamp", "none"), cli.OK)
	want("refused", keeping.PrintHead(context.Background(), opening.LedgerConfig{Ledger: cli.LedgerDir, Stamp: server.URL + "/x"}, s, net), cli.OK)
	a.Change = func(k *timestamptest.Token) { k.Imprint.Hash = make([]byte, 32) }
	want("a lie", keeping.PrintHead(context.Background(), opening.LedgerConfig{Ledger: cli.LedgerDir, Stamp: server.URL}, s, net), cli.Failed, "the time stamp is of something else")
}
