// Package tracing follows what somebody asks about to where it comes from: a report, a claim with all
// that say the same, words that somebody said, a question with its accounts, what two reports
// have in common.
//
// It promises that what it gives is of the matters that it was handed, each report in its newest version;
// an older one is an error that says so ([ErrOlder]). It keeps nothing and writes nothing.
package tracing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/matter"
	"riwaya/internal/question/ask"
	"riwaya/internal/question/table"
	"riwaya/internal/question/track"
	"riwaya/internal/search/snippet"
	"riwaya/internal/story"
	"riwaya/internal/trace/graph"
)

// ErrOlder is a report that a newer version stands for: that one is traced.
var ErrOlder = errors.New("a newer version of this report counts")

// unknown is a name that names nothing, and says so in words.
type unknown string

func (u unknown) Error() string { return string(u) }

func (u unknown) Is(target error) bool { return target == ledger.ErrUnknown }

// Names is where what is asked about is found by its name.
type Names interface {
	Find(ctx context.Context, id string) (ledger.Found, error)
	VersionsOf(ctx context.Context, url string) ([]string, error)
}

// Article is the ID of an article that is named by it or by its address; behind @ stands which
// version. The error wraps [ledger.ErrUnknown] where there is none.
func Article(ctx context.Context, names Names, name string) (string, error) {
	if strings.HasPrefix(name, "art-") {
		f, err := names.Find(ctx, name)
		return f.Article, err
	}
	url, version := name, 0
	if i := strings.LastIndexByte(name, '@'); i > 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil && n > 0 {
			url, version = name[:i], n
		}
	}
	all, err := names.VersionsOf(ctx, url)
	switch {
	case err != nil:
		return "", err
	case len(all) == 0:
		return "", unknown(url + ": no report of that address in this ledger")
	case version > len(all):
		return "", unknown(fmt.Sprintf("%s: it has %d versions in this ledger", url, len(all)))
	case version == 0:
		version = len(all)
	}
	return all[version-1], nil
}

// Report traces a report of a matter: how it came to what it tells in its own words.
func Report(m *matter.Matter, article string) (graph.Trace, error) {
	chain, ok := m.Chain(article)
	if !ok || m.Record(article) == nil {
		return graph.Trace{}, fmt.Errorf("%s: %w", article, ErrOlder)
	}
	chains := []riwaya.Chain{chain}
	return graph.Trace{Chains: chains, Origins: m.Origins(chains), Changes: Changes(m, func(e riwaya.Evidence) bool { return e.Article == article })}, nil
}

// Claim traces a claim of a matter, with all that say the same.
func Claim(m *matter.Matter, ref riwaya.ClaimRef) (graph.Trace, error) {
	for i, st := range m.Statements() {
		if slices.Contains(st.Claims, ref) {
			chains := m.Chains(&m.Statements()[i])
			return graph.Trace{Statement: &st, Chains: chains, Origins: m.Origins(chains), Changes: stated(m, st.ID)}, nil
		}
	}
	chain, ok := m.ClaimChain(ref)
	if !ok {
		return graph.Trace{}, fmt.Errorf("%s: %w", ref.Claim, ErrOlder)
	}
	chains := []riwaya.Chain{chain}
	return graph.Trace{Chains: chains, Origins: m.Origins(chains)}, nil
}

// Quote traces words that reports have: those of a matter that a matcher finds them in.
func Quote(m *matter.Matter, articles []string, matcher *snippet.Matcher) graph.Trace {
	var chains []riwaya.Chain
	at := map[string]riwaya.Span{}
	for _, id := range articles {
		rec := m.Record(id)
		if rec == nil {
			continue // an older version
		}
		marks := matcher.Marks(rec.Article.Text)
		if len(marks) == 0 {
			continue // in the title alone
		}
		at[id] = marks[0]
		if chain, ok := m.ChainAt(id, marks[0]); ok {
			chains = append(chains, chain)
		}
	}
	changes := Changes(m, func(e riwaya.Evidence) bool {
		span, ok := at[e.Article]
		return ok && len(e.Spans) > 0 && e.Spans.Hull().Overlaps(span)
	})
	return graph.Trace{Chains: chains, Origins: m.Origins(chains), Changes: changes}
}

// Stories are the stories of articles, each once, in the order of the articles.
func Stories(ctx context.Context, found *across.Across, articles []string) (ids []string) {
	for _, id := range articles {
		if story, err := found.Story(ctx, id); err == nil && !slices.Contains(ids, story.ID) {
			ids = append(ids, story.ID)
		}
	}
	return ids
}

// IsNumber reports whether what somebody asks about is a number in words. What is longer, or in
// quotation marks, is a quote, whatever numbers it has.
func IsNumber(what string, q ask.Query) bool {
	const few = 8 // words
	return q.Op != "" && len(strings.Fields(what)) <= few && !quoted(what)
}

// Walker gives articles one after another, as a store does.
type Walker interface {
	Walk(ctx context.Context, keep func(article string) bool, each func(*ledger.Kept) error, layers ...string) error
}

// Number looks for a number in all reports, each in its newest version.
func Number(ctx context.Context, found *across.Across, store Walker, a *ask.Asker, q ask.Query) (*ask.Result, error) {
	looked := a.Trace(q)
	err := newest(ctx, found, store, looked.Add, riwaya.Layers[:5]...)
	if err != nil {
		return nil, err
	}
	result := looked.Result(nil)
	return &result, nil
}

// Tracked fills the rows of a tracker from all reports, each in its newest version, and says what
// was looked at.
func Tracked(ctx context.Context, found *across.Across, store Walker, rows *track.Table) (scope table.Scope, err error) {
	err = newest(ctx, found, store, func(rec *riwaya.Record) {
		rows.Add(rec)
		day, _ := story.DayOf(&rec.Article)
		if d := story.FormatDay(day); d != "" {
			if scope.From == "" || d < scope.From {
				scope.From = d
			}
			scope.To = max(scope.To, d)
		}
	}, riwaya.Layers...)
	scope.Reports = rows.Reports()
	return scope, err
}

// newest gives the records of all reports, each in its newest version.
func newest(ctx context.Context, found *across.Across, store Walker, see func(*riwaya.Record), layers ...string) error {
	outlets, err := found.Outlets(ctx)
	if err != nil {
		return err
	}
	counts := func(article string) bool { _, ok := outlets[article]; return ok } // older versions do not
	return store.Walk(ctx, counts, func(k *ledger.Kept) error {
		k.Read.Article.ID = k.Article
		see(&k.Read)
		return ctx.Err()
	}, layers...)
}

func quoted(s string) bool { return strings.ContainsAny(s[:min(len(s), 3)], "\"“«”„") }

// Words are the words of a quote without the marks around it.
func Words(what string) string { return strings.Trim(what, "\"“”«»„") }

// Changes are the changes of a matter one side of which fits.
func Changes(m *matter.Matter, fits func(riwaya.Evidence) bool) (out []riwaya.Change) {
	for _, c := range m.Changes() {
		if fits(c.From) || fits(c.To) {
			out = append(out, c)
		}
	}
	return out
}

// stated are the changes of a statement.
func stated(m *matter.Matter, id string) (out []riwaya.Change) {
	for _, c := range m.Changes() {
		if c.Statement != nil && *c.Statement == id {
			out = append(out, c)
		}
	}
	return out
}

// Looker looks into several stories as one.
type Looker interface {
	Stories(ctx context.Context, ids []string, use func(*matter.Matter) error) error
}

// Question looks at a question over all stories that answer it. The error wraps
// [ledger.ErrUnknown] where there is none.
func Question(ctx context.Context, found *across.Across, look Looker, id string, use func(*riwaya.Question, *matter.Matter) error) error {
	stories, err := found.Asking(ctx, id)
	if err != nil {
		return err
	}
	none := unknown(id + ": no such question in this ledger")
	if len(stories) == 0 {
		return none
	}
	in := func(stories []string) error {
		return look.Stories(ctx, stories, func(m *matter.Matter) error {
			for i := range m.Questions() {
				if q := &m.Questions()[i]; q.ID == id {
					return use(q, m)
				}
			}
			return none
		})
	}
	if err = in(stories); err != none || len(stories) < 2 {
		return err
	}
	// Together the stories may ask it otherwise: then it is that of the first that asks it so.
	for _, story := range stories {
		if err = in([]string{story}); err != none {
			return err
		}
	}
	return none
}
