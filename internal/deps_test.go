// Package internal_test holds what is true of the whole tree: who may import whom, that
// Arabic stands where Arabic is read, and that no source file hides what it says.
package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/scanner"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const module = "riwaya"

// imports is who may import whom, inside the project and outside it. The direction:
// root types <- lexicon, lang, match <- finders <- read <- cmd. Finders never import one
// another; the engine knows neither storage nor the network; languages never meet. A
// package that is not in the table fails, so that its place is thought about.
var imports = map[string][]string{
	"riwaya":                             {},
	"riwaya/lexicon":                     {"riwaya"},
	"riwaya/release":                     {}, // packs what is built
	"riwaya/eval":                        {"riwaya/eval/annotated", "riwaya/eval/report"},
	"riwaya/eval/annotated":              {"riwaya/eval/python"},
	"riwaya/eval/report":                 {"riwaya/eval/python"},
	"riwaya/eval/python":                 {},
	"riwaya/eval/chains":                 {"riwaya", "riwaya/eval/report"},
	"riwaya/eval/chains/find":            {"riwaya", "riwaya/eval/chains", "riwaya/lexicon", "riwaya/internal/across", "riwaya/internal/ledger", "riwaya/internal/ledger/sqlite", "riwaya/internal/matter"},
	"riwaya/eval/chains/score":           {"riwaya/eval/chains"},
	"riwaya/eval/chains/sample":          {"riwaya/internal/lang/ar/letters"}, // draws what is annotated: knows nothing of what is measured
	"riwaya/internal/lang":               {"riwaya", "riwaya/lexicon"},
	"riwaya/internal/lang/ar":            {"riwaya/internal/lang", "riwaya/lexicon", "riwaya/internal/lang/ar/digits", "riwaya/internal/lang/ar/letters", "riwaya/internal/lang/ar/morph", "riwaya/internal/lang/ar/sentence", "golang.org/x/text"},
	"riwaya/internal/lang/ar/sentence":   {"riwaya/internal/lang", "riwaya/internal/lang/ar/letters"},
	"riwaya/internal/digit":              {},
	"riwaya/internal/lang/ar/digits":     {"riwaya/internal/digit", "riwaya/internal/lang/ar/letters"},
	"riwaya/internal/lang/ar/letters":    {"riwaya/internal/lang", "golang.org/x/text"},
	"riwaya/internal/lang/ar/morph":      {"riwaya/internal/lang", "riwaya/internal/lang/ar/letters"},
	"riwaya/internal/lang/identify":      {},
	"riwaya/internal/match":              {"riwaya/internal/lang"},
	"riwaya/internal/phrase":             {"riwaya/lexicon", "riwaya/internal/lang"},
	"riwaya/internal/cue":                {"riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/phrase"},
	"riwaya/internal/link":               {"riwaya"},
	"riwaya/internal/scene":              {"riwaya/internal/lang", "riwaya/internal/link"},
	"riwaya/internal/attribute":          {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/phrase", "riwaya/internal/cue"},
	"riwaya/internal/extent":             {"riwaya", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/cue", "riwaya/internal/attribute"},
	"riwaya/internal/claim":              {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/cue", "riwaya/internal/attribute", "riwaya/internal/extent", "riwaya/internal/link"},
	"riwaya/internal/credit":             {"riwaya", "riwaya/lexicon", "riwaya/internal/lang"},
	"riwaya/internal/coverage":           {"riwaya/internal/lang"},
	"riwaya/internal/number":             {"riwaya", "riwaya/lexicon", "riwaya/internal/digit", "riwaya/internal/lang"},
	"riwaya/internal/gazetteer":          {"riwaya", "riwaya/lexicon", "riwaya/internal/lang"},
	"riwaya/internal/gazetteer/generate": {"riwaya/lexicon", "riwaya/internal/gazetteer", "riwaya/internal/lang/ar"},
	"riwaya/internal/quantity":           {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/number"},
	"riwaya/internal/count/predicate":    {"riwaya/internal/quantity"},
	"riwaya/internal/count/deed":         {"riwaya/internal/count/predicate", "riwaya/internal/lang", "riwaya/internal/quantity"},
	"riwaya/internal/count/since":        {"riwaya", "riwaya/internal/lang"},
	"riwaya/internal/count":              {"riwaya", "riwaya/lexicon", "riwaya/internal/count/deed", "riwaya/internal/count/predicate", "riwaya/internal/count/since", "riwaya/internal/lang", "riwaya/internal/link", "riwaya/internal/match", "riwaya/internal/quantity", "riwaya/internal/scene"},
	"riwaya/internal/stance":             {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/link", "riwaya/internal/phrase", "riwaya/internal/stance/agree"},
	"riwaya/internal/stance/agree":       {"riwaya/internal/lang", "riwaya/internal/phrase"},
	"riwaya/internal/position":           {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/phrase", "riwaya/internal/position/rule", "riwaya/internal/position/trigger", "riwaya/internal/position/whose", "riwaya/internal/event/game", "riwaya/internal/stance", "riwaya/internal/stance/agree"},
	"riwaya/internal/position/rule":      {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/stance"},
	"riwaya/internal/position/trigger":   {"riwaya", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/position/rule", "riwaya/internal/stance"},
	"riwaya/internal/position/whose":     {"riwaya", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/position/rule", "riwaya/internal/position/trigger", "riwaya/internal/stance"},
	"riwaya/internal/calendar":           {"riwaya/internal/digit", "github.com/hablullah/go-hijri"},
	"riwaya/internal/timex/frame":        {},
	"riwaya/internal/timex":              {"riwaya/internal/timex/frame", "riwaya/lexicon", "riwaya/internal/calendar", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/number"},
	"riwaya/internal/when":               {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/timex", "riwaya/internal/timex/frame", "riwaya/internal/calendar"},
	"riwaya/internal/toponym":            {"riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/gazetteer"},
	"riwaya/internal/where":              {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/gazetteer", "riwaya/internal/toponym"},
	"riwaya/internal/lang/ar/artest":     {"riwaya/lexicon", "riwaya/internal/lang/ar"}, // for tests
	"riwaya/internal/naming":             {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/phrase"},
	"riwaya/internal/participant":        {"riwaya/internal/lang", "riwaya/internal/naming"},
	"riwaya/internal/government":         {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/naming"},
	"riwaya/internal/homeland":           {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/naming", "riwaya/internal/government"},
	"riwaya/internal/mention":            {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/link", "riwaya/internal/naming"},
	"riwaya/internal/mention/folk":       {"riwaya", "riwaya/internal/lang", "riwaya/internal/mention", "riwaya/internal/naming", "riwaya/internal/participant"},
	"riwaya/internal/mention/voice":      {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/mention", "riwaya/internal/naming", "riwaya/internal/phrase"},
	"riwaya/internal/mention/survey":     {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/naming", "riwaya/internal/government", "riwaya/internal/mention", "riwaya/internal/mention/folk", "riwaya/internal/mention/voice"},
	"riwaya/internal/who":                {"riwaya", "riwaya/lexicon", "riwaya/internal/who/called", "riwaya/internal/who/source", "riwaya/internal/homeland", "riwaya/internal/lang", "riwaya/internal/link", "riwaya/internal/lang/ar/letters", "riwaya/internal/match", "riwaya/internal/mention", "riwaya/internal/mention/survey", "riwaya/internal/naming"},
	"riwaya/internal/who/called":         {"riwaya/lexicon"},
	"riwaya/internal/who/english":        {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/lang/ar/letters", "riwaya/internal/naming"},
	"riwaya/internal/who/source":         {"riwaya", "riwaya/internal/lang", "riwaya/internal/link"},
	"riwaya/internal/clause":             {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/link", "riwaya/internal/phrase"},
	"riwaya/internal/role":               {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/phrase", "riwaya/internal/role/frame", "riwaya/internal/role/party"},
	"riwaya/internal/role/frame":         {"riwaya/lexicon"},
	"riwaya/internal/role/party":         {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/clause"},
	"riwaya/internal/deed":               {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/phrase", "riwaya/internal/clause", "riwaya/internal/role", "riwaya/internal/role/frame", "riwaya/internal/role/party", "riwaya/internal/deed/rule", "riwaya/internal/deed/control", "riwaya/internal/deed/anchor", "riwaya/internal/deed/bound"},
	"riwaya/internal/deed/bound":         {"riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/role/frame", "riwaya/internal/role/party", "riwaya/internal/deed/rule", "riwaya/internal/deed/control", "riwaya/internal/deed/anchor", "riwaya/internal/deed/meant"},
	"riwaya/internal/deed/anchor":        {"riwaya", "riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/role/frame", "riwaya/internal/deed/rule", "riwaya/internal/deed/control"},
	"riwaya/internal/deed/meant":         {"riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/role/frame", "riwaya/internal/role/party", "riwaya/internal/deed/rule", "riwaya/internal/deed/anchor"},
	"riwaya/internal/deed/control":       {"riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/role", "riwaya/internal/role/frame", "riwaya/internal/role/party", "riwaya/internal/deed/saying"},
	"riwaya/internal/deed/saying":        {"riwaya", "riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/role", "riwaya/internal/role/party", "riwaya/internal/deed/rule", "riwaya/internal/deed/near"},
	"riwaya/internal/deed/near":          {"riwaya", "riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/role", "riwaya/internal/role/frame", "riwaya/internal/deed/rule"},
	"riwaya/internal/deed/rule":          {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/match", "riwaya/internal/role", "riwaya/internal/role/frame"},
	"riwaya/internal/event":              {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/link", "riwaya/internal/match", "riwaya/internal/clause", "riwaya/internal/role/frame", "riwaya/internal/role/party", "riwaya/internal/deed", "riwaya/internal/event/adversary", "riwaya/internal/event/anew", "riwaya/internal/event/earlier", "riwaya/internal/event/calm", "riwaya/internal/event/game", "riwaya/internal/event/setting", "riwaya/internal/event/status", "riwaya/internal/scene"},
	"riwaya/internal/event/adversary":    {"riwaya"},
	"riwaya/internal/event/anew":         {"riwaya/internal/clause", "riwaya/internal/deed", "riwaya/internal/lang", "riwaya/internal/role/frame"},
	"riwaya/internal/event/earlier":      {"riwaya", "riwaya/internal/lang", "riwaya/internal/role/frame", "riwaya/internal/deed", "riwaya/internal/event/setting"},
	"riwaya/internal/event/calm":         {"riwaya"},
	"riwaya/internal/event/game":         {},
	"riwaya/internal/event/status":       {"riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/deed", "riwaya/internal/role/frame"},
	"riwaya/internal/event/setting":      {"riwaya", "riwaya/internal/lang", "riwaya/internal/clause", "riwaya/internal/link", "riwaya/internal/scene"},
	"riwaya/internal/codebook":           {"riwaya/lexicon", "riwaya/internal/match"},
	"riwaya/internal/read": {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/lang/ar", "riwaya/internal/lang/ar/morph", "riwaya/internal/lang/identify",
		"riwaya/internal/match", "riwaya/internal/attribute", "riwaya/internal/claim", "riwaya/internal/credit", "riwaya/internal/coverage",
		"riwaya/internal/event", "riwaya/internal/when", "riwaya/internal/where", "riwaya/internal/who/english", "riwaya/internal/who", "riwaya/internal/count", "riwaya/internal/position", "riwaya/internal/gazetteer", "riwaya/internal/toponym"},
	"riwaya/internal/read/readtest": {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/lang/ar", "riwaya/internal/lang/ar/artest", "riwaya/internal/read"}, // for tests
	"riwaya/internal/page/wall":     {"golang.org/x/net"},
	"riwaya/internal/page/extract":  {"riwaya/internal/page/wall", "golang.org/x/net", "codeberg.org/readeck/go-readability"},
	"riwaya/internal/page/mhtml":    {},
	"riwaya/internal/page/saved":    {"riwaya"},
	"riwaya/internal/page":          {"riwaya", "riwaya/internal/container/packed", "riwaya/internal/container/zipped", "riwaya/internal/page/extract", "riwaya/internal/page/mhtml", "riwaya/internal/page/saved", "golang.org/x/text"},
	// What is packed or bundled, as streams and entries; what is in it is for others to say.
	"riwaya/internal/container/coding":        {"github.com/andybalholm/brotli", "github.com/klauspost/compress"},
	"riwaya/internal/container/packed":        {"github.com/klauspost/compress"},
	"riwaya/internal/container/zipped":        {},
	"riwaya/internal/container/containertest": {}, // for tests
	"riwaya/internal/container/wacz":          {"riwaya/internal/container/zipped"},
	"riwaya/internal/feed":                    {"riwaya/internal/container/packed", "riwaya/internal/page"},
	"riwaya/internal/fetch":                   {"riwaya/internal/container/coding", "riwaya/internal/fetch/proxy", "riwaya/internal/fetch/robots", "riwaya/internal/page/wall", "golang.org/x/net"},
	"riwaya/internal/fetch/proxy":             {"golang.org/x/net"},
	"riwaya/internal/fetch/robots":            {},
	"riwaya/internal/show":                    {"riwaya", "riwaya/internal/show/privacy", "riwaya/internal/show/terminal"},
	"riwaya/internal/show/terminal":           {"riwaya", "golang.org/x/text"},
	"riwaya/internal/show/privacy":            {"riwaya", "riwaya/internal/lang/ar/letters", "golang.org/x/text"},
	// Commands bring all together. The direction among them: cli <- opening <- what a command does <- the desk, which
	// has the ledger changed as the commands do <- the program.
	"riwaya/cmd/riwaya":           {"riwaya", "riwaya/..."},
	"riwaya/cmd/riwaya/cli":       {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "golang.org/x/term"},
	"riwaya/cmd/riwaya/opening":   {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli"},
	"riwaya/cmd/riwaya/reading":   {"riwaya", "riwaya/lexicon", "riwaya/eval", "riwaya/eval/...", "riwaya/internal/...", "riwaya/cmd/riwaya/cli"},
	"riwaya/cmd/riwaya/taking":    {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening"},
	"riwaya/cmd/riwaya/keeping":   {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening", "riwaya/cmd/riwaya/reviewing"},
	"riwaya/cmd/riwaya/reports":   {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening"},
	"riwaya/cmd/riwaya/reviewing": {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening"},
	"riwaya/cmd/riwaya/cases":     {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening"},
	"riwaya/cmd/riwaya/exporting": {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening", "riwaya/cmd/riwaya/reviewing", "golang.org/x/term"},
	"riwaya/cmd/riwaya/searching": {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening"},
	"riwaya/cmd/riwaya/serving":   {"riwaya", "riwaya/lexicon", "riwaya/internal/...", "riwaya/cmd/riwaya/cli", "riwaya/cmd/riwaya/opening", "riwaya/cmd/riwaya/reviewing", "riwaya/cmd/riwaya/taking", "golang.org/x/term"},

	"riwaya/internal/lang/ar/stem":   {"riwaya/lexicon", "riwaya/internal/lang/ar/letters"},
	"riwaya/internal/search/term":    {"riwaya", "riwaya/lexicon", "riwaya/internal/lang/ar/letters", "riwaya/internal/lang/ar/stem", "golang.org/x/text"},
	"riwaya/internal/search/query":   {"riwaya", "riwaya/internal/lang/ar/letters"},
	"riwaya/internal/search/fts":     {"riwaya", "riwaya/internal/search/query", "riwaya/internal/search/term"},
	"riwaya/internal/search/snippet": {"riwaya", "riwaya/internal/search/query", "riwaya/internal/search/term"},
	// The two that join search and ledger. They are handed the store, and know the words of it only.
	"riwaya/internal/matter":        {"riwaya", "riwaya/lexicon", "riwaya/internal/reuse", "riwaya/internal/search/term", "riwaya/internal/across", "riwaya/internal/ledger", "riwaya/internal/question", "riwaya/internal/show/privacy", "riwaya/internal/story", "riwaya/internal/story/incident", "riwaya/internal/trace"},
	"riwaya/internal/telling":       {"riwaya", "riwaya/internal/matter", "riwaya/internal/question/ask", "riwaya/internal/question/table", "riwaya/internal/show", "riwaya/internal/trace/graph", "riwaya/internal/outlet"},
	"riwaya/internal/across/result": {},
	"riwaya/internal/across":        {"riwaya", "riwaya/internal/across/result", "riwaya/internal/derived", "riwaya/internal/disk/database", "riwaya/internal/ledger", "riwaya/internal/reuse", "riwaya/internal/story", "riwaya/internal/story/incident", "riwaya/internal/story/incident/joint", "riwaya/internal/story/incident/wording", "riwaya/internal/question"},
	"riwaya/internal/derived":       {"riwaya/internal/disk/database"},
	"riwaya/internal/search/index":  {"riwaya", "riwaya/internal/derived", "riwaya/internal/ledger", "riwaya/internal/search/fts", "riwaya/internal/search/query", "riwaya/internal/search/term", "riwaya/internal/disk/database"},
	"riwaya/internal/search/hit": {"riwaya", "riwaya/internal/ledger", "riwaya/internal/search/fts", "riwaya/internal/search/query", "riwaya/internal/search/term",
		"riwaya/internal/search/snippet", "riwaya/internal/show", "riwaya/internal/show/privacy", "riwaya/internal/show/terminal"},

	// What reviewers decide. They know the words of the store, and the queue what is found across reports.
	"riwaya/internal/review/finding": {"riwaya"},
	"riwaya/internal/review/alpha":   {},
	"riwaya/internal/review":         {"riwaya", "riwaya/internal/ledger", "riwaya/internal/review/alpha", "riwaya/internal/review/finding"},
	"riwaya/internal/review/gold":    {"riwaya", "riwaya/internal/review", "riwaya/internal/review/finding"},
	"riwaya/internal/review/queue":   {"riwaya", "riwaya/internal/across", "riwaya/internal/derived", "riwaya/internal/disk/database", "riwaya/internal/ledger", "riwaya/internal/matter", "riwaya/internal/review", "riwaya/internal/review/finding"},

	// What is said of many reports. It is handed records, copies and incidents, and knows neither
	// store nor clock.
	"riwaya/internal/outlet":                  {"riwaya"},
	"riwaya/internal/reuse":                   {"riwaya", "riwaya/lexicon", "riwaya/internal/reuse/byline", "riwaya/internal/reuse/passage", "riwaya/internal/reuse/segment"},
	"riwaya/internal/reuse/byline":            {"riwaya", "riwaya/lexicon", "riwaya/internal/lang/ar/letters", "riwaya/internal/reuse/passage"},
	"riwaya/internal/reuse/passage":           {"riwaya", "riwaya/internal/lang/ar/letters"},
	"riwaya/internal/reuse/segment":           {},
	"riwaya/internal/story":                   {"riwaya"},
	"riwaya/internal/story/incident":          {"riwaya", "riwaya/internal/story", "riwaya/internal/story/incident/head", "riwaya/internal/story/incident/kind", "riwaya/internal/story/incident/locality", "riwaya/internal/story/incident/part", "riwaya/internal/story/incident/sentence", "riwaya/internal/story/incident/span", "riwaya/internal/story/incident/toll", "riwaya/internal/story/incident/wording"},
	"riwaya/internal/story/incident/joint":    {"riwaya", "riwaya/internal/story", "riwaya/internal/story/incident", "riwaya/internal/story/incident/kind", "riwaya/internal/story/incident/locality", "riwaya/internal/story/incident/part", "riwaya/internal/story/incident/span", "riwaya/internal/story/incident/toll"},
	"riwaya/internal/story/incident/head":     {"riwaya", "riwaya/internal/story", "riwaya/internal/story/incident/locality"},
	"riwaya/internal/story/incident/part":     {"riwaya", "riwaya/internal/lang/ar/letters", "riwaya/internal/show/privacy"},
	"riwaya/internal/story/incident/toll":     {"riwaya/internal/story/incident/head", "riwaya/internal/story/incident/kind", "riwaya/internal/story/incident/part"},
	"riwaya/internal/story/incident/wording":  {"riwaya", "riwaya/internal/reuse/passage"},
	"riwaya/internal/story/incident/sentence": {"riwaya", "riwaya/internal/reuse/passage", "riwaya/internal/story", "riwaya/internal/story/incident/head", "riwaya/internal/story/incident/kind"},
	"riwaya/internal/story/incident/span":     {"riwaya/internal/story"},
	"riwaya/internal/story/incident/kind":     {"riwaya"},
	"riwaya/internal/story/incident/locality": {"riwaya"},
	// Questions show no more of a record than passes the gate, and that at once.
	"riwaya/internal/question/answer": {"riwaya", "riwaya/lexicon", "riwaya/internal/lang/ar/letters", "riwaya/internal/show/privacy", "golang.org/x/text"},
	"riwaya/internal/question":        {"riwaya", "riwaya/lexicon", "riwaya/internal/question/answer"},
	"riwaya/internal/question/track":  {"riwaya", "riwaya/lexicon", "riwaya/internal/quantity", "riwaya/internal/count/predicate", "riwaya/internal/question/answer"},
	"riwaya/internal/question/table":  {"riwaya", "riwaya/internal/export", "riwaya/internal/show", "riwaya/internal/question/track"},
	"riwaya/internal/question/ask": {"riwaya", "riwaya/lexicon", "riwaya/internal/lang", "riwaya/internal/lang/ar", "riwaya/internal/gazetteer", "riwaya/internal/toponym",
		"riwaya/internal/number", "riwaya/internal/quantity", "riwaya/internal/count/predicate", "riwaya/internal/question/answer"},
	"riwaya/internal/trace":                 {"riwaya", "riwaya/internal/trace/change", "riwaya/internal/trace/origin", "riwaya/internal/trace/statement", "riwaya/internal/trace/union", "riwaya/internal/trace/wording"},
	"riwaya/internal/trace/origin/end":      {"riwaya"},
	"riwaya/internal/trace/origin":          {"riwaya", "riwaya/internal/trace/origin/end", "riwaya/internal/trace/statement", "riwaya/internal/trace/union", "riwaya/internal/trace/wording"},
	"riwaya/internal/trace/change":          {"riwaya", "riwaya/internal/trace/change/contrast", "riwaya/internal/trace/statement", "riwaya/internal/trace/wording"},
	"riwaya/internal/trace/change/contrast": {"riwaya", "riwaya/internal/trace/statement", "riwaya/internal/trace/wording", "riwaya/internal/lang/ar/letters", "riwaya/internal/search/term"},
	"riwaya/internal/trace/graph":           {"riwaya"},
	"riwaya/internal/trace/statement":       {"riwaya", "riwaya/internal/trace/union", "riwaya/internal/trace/wording"},
	"riwaya/internal/trace/union":           {},
	"riwaya/internal/trace/wording":         {"riwaya", "riwaya/lexicon", "riwaya/internal/search/term"},

	"riwaya/internal/telegram":        {},
	"riwaya/internal/telegram/widget": {"riwaya/internal/telegram", "golang.org/x/net"},
}

// evidence is the same for what keeps the evidence and the store. The direction: disk <-
// archive <- custody, ledger <- pipeline <- cmd. Nothing of it is known to the engine, and
// only cmd knows which store it is.
var evidence = map[string][]string{
	"riwaya/internal/disk":          {"golang.org/x/sys"},
	"riwaya/internal/priority":      {"golang.org/x/sys"},
	"riwaya/internal/growtest":      {"golang.org/x/sys/unix"}, // for tests
	"riwaya/internal/disk/disktest": {"riwaya/internal/disk"},  // for tests
	"riwaya/internal/disk/database": {"modernc.org/sqlite"},
	"riwaya/internal/desk/deskdb":   {"riwaya/internal/disk", "riwaya/internal/disk/database", "modernc.org/sqlite", "github.com/pressly/goose"},
	// Cases know what is in them by its ID, and nothing of the ledger.
	"riwaya/internal/casefile":         {"riwaya/internal/desk/deskdb"},
	"riwaya/internal/casefile/typeset": {"github.com/carlos7ags/folio", "github.com/go-text/typesetting", "golang.org/x/image"},
	// How its items are told, in which words, as a document, as a folder.
	"riwaya/internal/casefile/entry":    {"riwaya", "riwaya/internal/across", "riwaya/internal/across/result", "riwaya/internal/casefile", "riwaya/internal/ledger", "riwaya/internal/matter", "riwaya/internal/shelf", "riwaya/internal/show/privacy", "riwaya/internal/trace/graph"},
	"riwaya/internal/casefile/reviewed": {"riwaya", "riwaya/internal/casefile/entry", "riwaya/internal/ledger", "riwaya/internal/review", "riwaya/internal/review/finding"},
	"riwaya/internal/casefile/words":    {"riwaya/internal/desk/words"},
	"riwaya/internal/casefile/document": {"riwaya", "riwaya/internal/casefile", "riwaya/internal/casefile/entry", "riwaya/internal/casefile/typeset", "riwaya/internal/casefile/words", "riwaya/internal/desk/words", "riwaya/internal/ledger"},
	"riwaya/internal/casefile/folder": {"riwaya/internal/archive", "riwaya/internal/archive/transparency", "riwaya/internal/archive/warc", "riwaya/internal/casefile", "riwaya/internal/casefile/document", "riwaya/internal/casefile/entry",
		"riwaya/internal/disk", "riwaya/internal/export", "riwaya/internal/ledger", "riwaya/internal/proof", "riwaya/internal/shelf", "riwaya/internal/show/privacy"},
	"riwaya/internal/archive/warc":                    {"riwaya/internal/container/coding"},
	"riwaya/internal/archive/transparency":            {"riwaya/internal/disk", "golang.org/x/mod"},
	"riwaya/internal/archive":                         {"riwaya/internal/disk", "riwaya/internal/archive/warc", "riwaya/internal/archive/transparency", "golang.org/x/mod"},
	"riwaya/internal/archive/timestamp":               {"github.com/smallstep/pkcs7"},
	"riwaya/internal/archive/timestamp/timestamptest": {"github.com/smallstep/pkcs7"}, // for tests
	"riwaya/internal/ledger":                          {"riwaya"},
	"riwaya/internal/ledger/ledgertest":               {"riwaya", "riwaya/internal/ledger"}, // for tests
	"riwaya/internal/ledger/sqlite/restore":           {"riwaya", "riwaya/internal/ledger"},
	"riwaya/internal/ledger/sqlite/tables":            {"riwaya", "riwaya/internal/ledger"},
	"riwaya/internal/ledger/sqlite/check":             {"riwaya/internal/ledger", "riwaya/internal/ledger/sqlite/tables"},
	"riwaya/internal/ledger/sqlite":                   {"riwaya", "riwaya/internal/ledger", "riwaya/internal/ledger/sqlite/check", "riwaya/internal/ledger/sqlite/tables", "riwaya/internal/ledger/sqlite/restore", "riwaya/internal/disk/database", "modernc.org/sqlite", "github.com/pressly/goose"},
	"riwaya/internal/export":                          {"riwaya", "riwaya/internal/ledger", "riwaya/internal/show/privacy"},
	"riwaya/internal/export/acled":                    {"riwaya", "golang.org/x/text", "riwaya/internal/export/acled/coding"},
	"riwaya/internal/export/acled/coding":             {"riwaya"},
	"riwaya/internal/custody":                         {"riwaya/internal/archive", "riwaya/internal/archive/warc", "riwaya/internal/ledger"},
	"riwaya/internal/proof":                           {"riwaya/internal/archive/timestamp", "riwaya/internal/archive/transparency", "riwaya/internal/disk", "golang.org/x/mod"},
	"riwaya/internal/evidence":                        {"riwaya/internal/archive", "riwaya/internal/archive/transparency", "riwaya/internal/archive/warc", "riwaya/internal/custody", "riwaya/internal/disk", "riwaya/internal/ledger", "golang.org/x/mod"},
	"riwaya/internal/pipeline": {"riwaya", "riwaya/internal/archive", "riwaya/internal/archive/warc", "riwaya/internal/archive/transparency",
		"riwaya/internal/absence", "riwaya/internal/attach", "riwaya/internal/custody", "riwaya/internal/disk", "riwaya/internal/feed", "riwaya/internal/intake", "riwaya/internal/ledger", "riwaya/internal/pipeline/incoming", "riwaya/internal/pipeline/sequence", "riwaya/internal/proof"},
	"riwaya/internal/pipeline/incoming": {"riwaya/internal/archive", "riwaya/internal/archive/warc", "riwaya/internal/container/packed", "riwaya/internal/custody", "riwaya/internal/disk", "riwaya/internal/intake", "riwaya/internal/ledger", "riwaya/internal/page"},
	"riwaya/internal/pipeline/sequence": {},
	"riwaya/internal/pipeline/verify":   {"riwaya/internal/archive", "riwaya/internal/custody", "riwaya/internal/disk", "riwaya/internal/ledger"},
	"riwaya/internal/follow":            {"riwaya/internal/feed", "riwaya/internal/ledger", "riwaya/internal/page", "riwaya/internal/pipeline/incoming"},
	"riwaya/internal/watch":             {"riwaya/internal/archive", "riwaya/internal/archive/warc", "riwaya/internal/disk", "riwaya/internal/feed", "riwaya/internal/follow", "riwaya/internal/ledger", "riwaya/internal/pipeline/incoming"},
	"riwaya/internal/intake":            {"riwaya", "riwaya/internal/archive/warc", "riwaya/internal/container/packed", "riwaya/internal/container/wacz", "riwaya/internal/container/zipped", "riwaya/internal/feed", "riwaya/internal/page", "riwaya/internal/telegram", "riwaya/internal/telegram/widget"},

	"riwaya/internal/absence": {"riwaya/internal/ledger", "riwaya/internal/telegram"},
	"riwaya/internal/attach":  {"riwaya/internal/ledger"},
}

// commandPackages stands for the program and all packages of its commands.
const commandPackages = "riwaya/cmd/riwaya/..."

// onlyIn are packages of the standard library that few may import.
var onlyIn = map[string][]string{
	"net/http":      {"riwaya/internal/fetch", "riwaya/internal/desk", "riwaya/cmd/riwaya/serving"},
	"net":           {"riwaya/internal/fetch", "riwaya/cmd/riwaya/serving"},
	"os":            {"riwaya/release", commandPackages, "riwaya/internal/desk/api/reference/generate", "riwaya/internal/disk", "riwaya/internal/priority", "riwaya/eval/annotated", "riwaya/eval/report", "riwaya/eval/chains/score", "riwaya/eval/chains/find", "riwaya/eval/chains/sample", "riwaya/internal/gazetteer/generate"},
	"os/exec":       {"riwaya/release", "riwaya/cmd/riwaya/serving"}, // go build; the browser
	"database/sql":  sqlIn,
	"flag":          {"riwaya/cmd/riwaya", "riwaya/cmd/riwaya/cli"},
	"unsafe":        {},
	"reflect":       {},
	"math/rand":     {},
	"log":           {},
	"encoding/gob":  {},
	"html/template": {"riwaya/internal/desk/site"},
}

type goPackage struct {
	ImportPath, Dir  string
	Imports, GoFiles []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", "./...")
	cmd.Dir = ".."
	var messages bytes.Buffer
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, messages.Bytes())
	}
	var all []goPackage
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		var p goPackage
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		if len(p.GoFiles) > 0 {
			all = append(all, p)
		}
	}
}

func TestImports(t *testing.T) {
	for _, p := range packages(t) {
		allowed, ok := imports[p.ImportPath]
		if !ok {
			allowed, ok = evidence[p.ImportPath]
		}
		if !ok {
			allowed, ok = deskTable[p.ImportPath]
		}
		if !ok {
			t.Errorf("%s is not in the table", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if few, ok := onlyIn[i]; ok && !slices.Contains(few, p.ImportPath) && !(slices.Contains(few, commandPackages) && strings.HasPrefix(p.ImportPath+"/", strings.TrimSuffix(commandPackages, "..."))) && !(i == "net/http" && strings.HasPrefix(p.ImportPath, desks)) {
				t.Errorf("%s imports %s, which only %v may", p.ImportPath, i, few)
			}
			if first, _, _ := strings.Cut(i, "/"); first != module && !strings.Contains(first, ".") {
				continue // the standard library
			}
			if !slices.ContainsFunc(allowed, func(a string) bool {
				return i == a || strings.HasSuffix(a, "/...") && strings.HasPrefix(i, strings.TrimSuffix(a, "...")) || !strings.HasPrefix(a, module) && strings.HasPrefix(i, a+"/")
			}) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
		}
	}
}

// arabicIn are the packages whose Go code may hold Arabic letters; everywhere else the
// words come from the lexicon. Comments may show examples.
var arabicIn = []string{"riwaya/internal/lang/ar", "riwaya/internal/lang/ar/letters", "riwaya/internal/lang/ar/morph", "riwaya/internal/lang/ar/sentence", "riwaya/internal/lang/ar/stem"}

func TestArabicStandsInTheLexicon(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(arabicIn, p.ImportPath) {
			continue
		}
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			if p.ImportPath == "riwaya/eval" && name == "names.go" {
				continue // the reference's folding of names, as score.py has it
			}
			code(t, path, func(pos token.Position, literal string) {
				for _, r := range literal {
					if unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) {
						t.Errorf("%s: Arabic in %s", pos, literal)
						return
					}
				}
			})
		}
	}
}

// code calls see for every token of a Go file but comments.
func code(t *testing.T, path string, see func(token.Position, string)) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var s scanner.Scanner
	s.Init(set.AddFile(path, -1, len(src)), src, nil, 0)
	for {
		pos, tok, literal := s.Scan()
		if tok == token.EOF {
			return
		}
		see(set.Position(pos), literal)
	}
}
