package internal_test

import "strings"

// desks is where the desk's packages are. They answer requests of browsers, and so all of them may
// know net/http.
const desks = "riwaya/internal/desk/"

// deskTable is who may import whom in the desk. The direction: words, files of pages <- site <- the
// pages, each a package <- desk <- cmd. Pages know neither which store it is nor the network; what
// changes the ledger is handed to them. "…/..." is all below.
//
// One package a line; several lines of one package count together.
var deskTable = table(`
riwaya/internal/casefile: riwaya/internal/desk/deskdb
riwaya/internal/casefile/document: riwaya riwaya/internal/casefile riwaya/internal/casefile/entry riwaya/internal/casefile/typeset riwaya/internal/casefile/words riwaya/internal/desk/words riwaya/internal/ledger
riwaya/internal/casefile/entry: riwaya riwaya/internal/across riwaya/internal/casefile riwaya/internal/ledger riwaya/internal/matter riwaya/internal/shelf riwaya/internal/show/privacy riwaya/internal/trace/graph
riwaya/internal/casefile/folder: riwaya/internal/archive riwaya/internal/archive/transparency riwaya/internal/archive/warc riwaya/internal/casefile riwaya/internal/casefile/document riwaya/internal/casefile/entry riwaya/internal/disk riwaya/internal/export riwaya/internal/ledger riwaya/internal/proof riwaya/internal/shelf riwaya/internal/show/privacy
riwaya/internal/casefile/reviewed: riwaya riwaya/internal/casefile/entry riwaya/internal/ledger riwaya/internal/review riwaya/internal/review/finding
riwaya/internal/casefile/typeset: github.com/carlos7ags/folio github.com/go-text/typesetting golang.org/x/image
riwaya/internal/casefile/words: riwaya/internal/desk/words
riwaya/internal/desk: riwaya/internal/desk/...
riwaya/internal/desk/api: github.com/danielgtaylor/huma riwaya riwaya/internal/across riwaya/internal/casefile riwaya/internal/desk/api/operation riwaya/internal/desk/api/stream riwaya/internal/desk/guard riwaya/internal/desk/login riwaya/internal/desk/mapping riwaya/internal/desk/site riwaya/internal/desk/work riwaya/internal/ledger riwaya/internal/matter riwaya/internal/outlet riwaya/internal/question/ask riwaya/internal/question/table riwaya/internal/question/track riwaya/internal/review riwaya/internal/review/finding riwaya/internal/ruling riwaya/internal/search/fts riwaya/internal/search/query riwaya/internal/search/snippet riwaya/internal/shelf riwaya/internal/show/privacy riwaya/internal/story riwaya/internal/telling riwaya/internal/trace/graph riwaya/internal/tracing riwaya/lexicon
riwaya/internal/desk/api/operation: github.com/danielgtaylor/huma riwaya/internal/across riwaya/internal/desk/guard riwaya/internal/desk/login riwaya/internal/desk/site riwaya/internal/ledger riwaya/internal/tracing
riwaya/internal/desk/api/reference: github.com/danielgtaylor/huma
riwaya/internal/desk/api/reference/generate: riwaya/internal/desk/api riwaya/internal/desk/api/reference riwaya/internal/desk/site
riwaya/internal/desk/api/stream: github.com/danielgtaylor/huma riwaya/internal/desk/api/operation riwaya/internal/desk/guard riwaya/internal/desk/login riwaya/internal/desk/site riwaya/internal/desk/work
riwaya/internal/desk/cases: riwaya/internal/casefile riwaya/internal/casefile/document riwaya/internal/casefile/entry riwaya/internal/casefile/reviewed riwaya/internal/desk/deskdb riwaya/internal/desk/site riwaya/internal/matter
riwaya/internal/desk/chain: riwaya riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/matter riwaya/internal/question/ask riwaya/internal/search/fts riwaya/internal/search/query riwaya/internal/search/snippet riwaya/internal/shelf riwaya/internal/trace/graph riwaya/internal/tracing
riwaya/internal/desk/compare: riwaya riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/tracing
riwaya/internal/desk/deskdb: github.com/pressly/goose modernc.org/sqlite riwaya/internal/disk riwaya/internal/disk/database
riwaya/internal/desk/enter: riwaya/internal/desk/login riwaya/internal/desk/site
riwaya/internal/desk/evidence: riwaya riwaya/internal/archive riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/evidence riwaya/internal/ledger riwaya/internal/show/privacy
riwaya/internal/desk/guard: golang.org/x/time
riwaya/internal/desk/incident: riwaya riwaya/internal/desk/site riwaya/internal/desk/views
riwaya/internal/desk/leave: riwaya/internal/desk/site
riwaya/internal/desk/login: golang.org/x/crypto golang.org/x/text riwaya/internal/desk/deskdb riwaya/internal/desk/guard
riwaya/internal/desk/mapping: riwaya
riwaya/internal/desk/marking: riwaya
riwaya/internal/desk/outlets: riwaya riwaya/internal/across riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/ledger riwaya/internal/outlet riwaya/internal/show/privacy
riwaya/internal/desk/question: riwaya riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/matter riwaya/internal/tracing
riwaya/internal/desk/report: riwaya riwaya/internal/across riwaya/internal/desk/marking riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/ledger riwaya/internal/review/finding riwaya/internal/show riwaya/internal/show/privacy riwaya/internal/why
riwaya/internal/desk/reviewing: riwaya riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/ledger riwaya/internal/review riwaya/internal/review/finding riwaya/internal/review/queue riwaya/internal/show/privacy
riwaya/internal/desk/search: riwaya riwaya/internal/desk/mapping riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/ledger riwaya/internal/search/fts riwaya/internal/search/hit riwaya/internal/search/query riwaya/internal/shelf riwaya/internal/show/privacy riwaya/internal/tracing
riwaya/internal/desk/site: riwaya riwaya/internal/across riwaya/internal/casefile riwaya/internal/desk/guard riwaya/internal/desk/login riwaya/internal/desk/web riwaya/internal/desk/words riwaya/internal/desk/work riwaya/internal/ledger riwaya/internal/shelf riwaya/internal/show/privacy riwaya/lexicon
riwaya/internal/desk/source: riwaya riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/ledger riwaya/internal/matter riwaya/internal/search/fts riwaya/internal/search/query riwaya/internal/search/term riwaya/internal/shelf riwaya/internal/show/privacy
riwaya/internal/desk/sources: riwaya/internal/desk/site riwaya/internal/desk/work riwaya/internal/ledger riwaya/internal/shelf riwaya/internal/show/privacy
riwaya/internal/desk/story: riwaya riwaya/internal/across riwaya/internal/desk/incident riwaya/internal/desk/question riwaya/internal/desk/site riwaya/internal/desk/views riwaya/internal/ledger riwaya/internal/matter riwaya/internal/ruling riwaya/internal/shelf riwaya/internal/tracing
riwaya/internal/desk/today: riwaya riwaya/internal/across riwaya/internal/desk/mapping riwaya/internal/desk/site riwaya/internal/shelf
riwaya/internal/desk/views: riwaya riwaya/internal/desk/mapping riwaya/internal/desk/site riwaya/internal/desk/words riwaya/internal/matter riwaya/internal/review riwaya/internal/review/finding riwaya/internal/shelf riwaya/internal/show/privacy riwaya/lexicon
riwaya/internal/desk/web: github.com/andybalholm/brotli
riwaya/internal/desk/words: golang.org/x/text
riwaya/internal/desk/work:
riwaya/internal/ruling: riwaya/internal/across riwaya/internal/ledger
riwaya/internal/shelf: riwaya riwaya/internal/across riwaya/internal/derived riwaya/internal/evidence riwaya/internal/ledger riwaya/internal/matter riwaya/internal/outlet riwaya/internal/question/ask riwaya/internal/review riwaya/internal/review/finding riwaya/internal/review/queue riwaya/internal/search/fts riwaya/internal/search/hit riwaya/internal/search/index riwaya/internal/search/query riwaya/internal/search/term riwaya/internal/telling riwaya/internal/why
riwaya/internal/shelf/shelftest: riwaya riwaya/internal/across riwaya/internal/disk riwaya/internal/evidence riwaya/internal/ledger riwaya/internal/ledger/sqlite riwaya/internal/matter riwaya/internal/pipeline riwaya/internal/pipeline/incoming riwaya/internal/read riwaya/internal/search/index riwaya/internal/search/term riwaya/internal/shelf riwaya/internal/why riwaya/lexicon
riwaya/internal/tracing: riwaya riwaya/internal/across riwaya/internal/ledger riwaya/internal/matter riwaya/internal/question/ask riwaya/internal/question/table riwaya/internal/question/track riwaya/internal/reuse riwaya/internal/search/snippet riwaya/internal/story riwaya/internal/trace riwaya/internal/trace/graph riwaya/internal/trace/wording
riwaya/internal/why: riwaya riwaya/internal/read riwaya/lexicon
`)

// table is who may import whom, from lines such as "package: import import".
func table(lines string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(lines) {
		if of, all, ok := strings.Cut(line, ":"); ok {
			out[of] = append(out[of], strings.Fields(all)...)
		}
	}
	return out
}

// sqlIn are the packages that have tables.
var sqlIn = []string{
	"riwaya/internal/across",
	"riwaya/internal/across/result",
	"riwaya/internal/casefile",
	"riwaya/internal/derived",
	"riwaya/internal/desk/deskdb",
	"riwaya/internal/desk/login",
	"riwaya/internal/ledger/sqlite",
	"riwaya/internal/ledger/sqlite/check",
	"riwaya/internal/ledger/sqlite/restore",
	"riwaya/internal/review/queue",
	"riwaya/internal/search/fts",
	"riwaya/internal/search/index",
}
