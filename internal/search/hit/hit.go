// Package hit makes of the articles that a search found what may be shown of them: title,
// outlet, day, address, the stretch in which the words stand, and the findings that were
// asked for, with who said them.
//
// It promises that all words of an article pass the gate of package show: private persons
// are what they are, not who. An article that went between search and look-up is left out.
package hit

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/search/fts"
	"riwaya/internal/search/query"
	"riwaya/internal/search/snippet"
	"riwaya/internal/search/term"
	"riwaya/internal/show/privacy"
)

// Hit is an article that was found. Its Marks, and those of Snippet, are bytes.
type Hit struct {
	Article, Title, Outlet, URL, Language string
	Marks                                 riwaya.Spans // in Title
	Day                                   string       // 2006-01-02, "" where nothing is known
	Seen                                  bool         // Day is when it was first met
	Version, Versions                     int          // of its report
	Snippet                               snippet.Snippet
	Findings                              []Finding // that the query asked for, a few
	// More is how many findings were asked for and are not in Findings.
	More int
}

// Kinds of a finding.
const (
	Claim  = "claim"
	Figure = "figure"
)

// Finding is a finding that fulfils a field of the query.
type Finding struct {
	Kind, ID string
	What     string // the class of a claim, the predicate of a figure
	Text     string // its words, shortened
	Source   string // who said it; "" where the article itself does, or nobody is named
}

// Store is what hits are looked up in.
type Store interface {
	Sought(ctx context.Context, ids []string, want ledger.Sought, begin func([]ledger.Reading)) ([]ledger.Reading, error)
}

// Bounds of what is shown of one article.
const (
	Width    = 320 // of a stretch, in bytes: about three lines of Arabic
	shortest = 200 // bytes of a finding's words
	most     = 3   // findings
)

// Of looks results up, in their order.
func Of(ctx context.Context, s Store, terms *term.Terms, n query.Node, results []fts.Result) ([]Hit, error) {
	want := newWanted(terms, n)
	ids := make([]string, len(results))
	found := map[string]fts.Result{}
	for i, r := range results {
		ids[i] = r.Article
		found[r.Article] = r
	}
	// The words of the texts are looked through while the store reads the findings.
	var makers []*maker
	var looking sync.WaitGroup
	all, err := s.Sought(ctx, ids, want.sought(), func(all []ledger.Reading) {
		workers := min(runtime.GOMAXPROCS(0), (len(all)+few-1)/few)
		for w := range workers {
			m := &maker{matcher: snippet.New(terms, n), wanted: newWanted(terms, n), words: hasWords(n)}
			makers = append(makers, m)
			looking.Go(func() {
				for i := w; i < len(all); i += workers {
					m.look(&all[i].Read.Article)
				}
			})
		}
	})
	looking.Wait()
	if err != nil {
		return nil, err
	}
	out := make([]Hit, len(all))
	for w, m := range makers {
		looking.Go(func() {
			for k, stretches := range m.looked {
				r := &all[w+k*len(makers)]
				h := m.hit(r, stretches)
				day := found[r.Article]
				h.Day, h.Seen = day.Day, day.Seen && day.Day != ""
				out[w+k*len(makers)] = h
			}
		})
	}
	looking.Wait()
	return out, nil
}

// few is how many hits are worth a processor of their own: the words of each text are looked
// through, and each processor learns them anew.
const few = 5

// maker makes the hits of one query.
type maker struct {
	matcher *snippet.Matcher
	wanted  wanted
	words   bool                // the query has words that a text can have
	looked  [][]snippet.Stretch // of each article it was given
}

func hasWords(n query.Node) bool {
	switch n := n.(type) {
	case query.Text:
		return true
	case query.And:
		for _, p := range n {
			if hasWords(p) {
				return true
			}
		}
	case query.Or:
		for _, p := range n {
			if hasWords(p) {
				return true
			}
		}
	}
	return false
}

func (m *maker) hit(r *ledger.Reading, from []snippet.Stretch) Hit {
	a := &r.Read.Article
	gate := privacy.NewGate(&r.Read)
	h := Hit{Article: r.Article, Title: gate.Words(a.Title), Language: a.Language, Version: r.Version, Versions: r.Versions}
	if a.Outlet != nil {
		h.Outlet = gate.Words(*a.Outlet)
	}
	if a.URL != nil {
		h.URL = gate.Address(*a.URL)
	}
	if m.words {
		h.Marks = m.matcher.Marks(h.Title)
	}
	h.Snippet = m.best(from, gate)
	h.Findings = m.wanted.findings(&r.Read, gate)
	if n := len(h.Findings); n > most {
		h.Findings, h.More = h.Findings[:most], n-most
	}
	return h
}

// look chooses a stretch of each part of an article, page furniture and title left out; of the
// beginning alone where no words are asked for.
func (m *maker) look(a *riwaya.Article) {
	var out []snippet.Stretch
	for s := range a.BelowTitle() {
		if s.Start = s.End - len(strings.TrimLeftFunc(s.Of(a.Text), unicode.IsSpace)); s.Start == s.End {
			continue // blank
		}
		if m.words {
			out = append(out, m.matcher.Stretch(a.Text, s, Width))
			continue
		}
		end := min(s.End, s.Start+4*Width) // not all of the text need be looked at
		for end < s.End && !utf8.RuneStart(a.Text[end]) {
			end++
		}
		one := m.matcher.Stretch(a.Text, riwaya.Span{Start: s.Start, End: end}, Width)
		one.MoreAfter = one.MoreAfter || end < s.End
		out = append(out, one)
		break
	}
	m.looked = append(m.looked, out)
}

// best is the stretch with most of the words as it is shown, and of those the first.
func (m *maker) best(from []snippet.Stretch, gate *privacy.Gate) snippet.Snippet {
	var best snippet.Snippet
	for _, s := range from {
		one := m.matcher.Show(s, func(at riwaya.Span) string { return gate.At(riwaya.Spans{at}) })
		if best.Text == "" || len(one.Marks) > len(best.Marks) {
			best = one
		}
	}
	return best
}
