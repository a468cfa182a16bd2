package reuse

import (
	"context"
	"os"
	"testing"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/ledger/sqlite"
	"riwaya/lexicon"
)

// ledgerAt names the store of a ledger (ledger.sqlite). With it, the measurements run over
// all its articles.
const ledgerAt = "RIWAYA_LEDGER"

// records are those of the ledger, in its order, each under its article's ID in the ledger.
func records(t testing.TB) []*riwaya.Record {
	t.Helper()
	path := os.Getenv(ledgerAt)
	if path == "" {
		t.Skip("set " + ledgerAt + " to the store of a ledger")
	}
	s, err := sqlite.OpenRead(path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var all []*riwaya.Record
	err = s.Walk(context.Background(), nil, func(k *ledger.Kept) error {
		r := k.Read
		r.Article.ID = k.Article
		all = append(all, &r)
		return nil
	}, "claims", "actors")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func names(t testing.TB) *Names {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	return NewNames(lx)
}
