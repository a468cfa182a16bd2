package trace

import (
	"fmt"
	"io/fs"
	"slices"

	"riwaya"
	"riwaya/internal/trace/change"
	"riwaya/internal/trace/origin"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// Tracer has the words that comparing needs. It is read only, and safe for use by many at a time.
type Tracer struct{ words *wording.Words }

// Load makes a Tracer from the lexicon under root, which says what it finds in English.
func Load(root fs.FS) (*Tracer, error) {
	words, err := wording.Load(root)
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	return &Tracer{words}, nil
}

// Set is some reports with the copies between them: those of a story, or any. It is for one
// goroutine.
type Set struct {
	*statement.Set
	// Outlets says of an outlet, by the lexicon's id or as it is called, whether the ledger has
	// reports of it outside the set: then it is not "cited but not in it". It may be nil.
	Outlets func(actor, name string) bool
	origins *origin.Counter
}

// Over puts records and the copies between them together. Records are told apart by
// Article.ID: of two with the same one the first counts. Copies with a report that is not there
// are left out. Nothing of what is given may change while the set is used.
func (t *Tracer) Over(records []*riwaya.Record, copies []riwaya.Copy) *Set {
	return &Set{Set: statement.Over(t.words, records, copies)}
}

// Statements are all sayings of the set, those that one claim alone has too, in the order of
// their first claims.
func (s *Set) Statements() []riwaya.Statement { return s.Set.Statements }

// Origins counts the ends of chains as a range, with the reason for every merge, and says among what.
func (s *Set) Origins(chains []riwaya.Chain) riwaya.Origins {
	if s.origins == nil {
		s.origins = origin.New(s.Set)
	}
	out := s.origins.Count(chains)
	out.Scope = s.scope(chains)
	return out
}

// Scope says among what chains were counted, where more reports than they begin at were asked.
func (s *Set) Scope(chains []riwaya.Chain, articles []string) riwaya.Scope {
	all := slices.Clone(chains)
	for _, id := range articles {
		if _, ok := s.At[id]; ok {
			all = append(all, riwaya.Chain{Article: id})
		}
	}
	return s.scope(all)
}

// Changes are the differences between wordings along the copies and statements of the set, the
// most telling first.
func (s *Set) Changes() []riwaya.Change { return change.Along(s.Set) }

// Versions are the changes from one version of a report to a later one.
func (t *Tracer) Versions(before, after *riwaya.Record) []riwaya.Change {
	return change.Versions(t.words, before, after)
}

// InWords is a message of the lexicon with its places filled, for what is shown of chains.
func (t *Tracer) InWords(key string, args ...string) string { return t.words.Say(key, args...) }
