package matter

import (
	"io/fs"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/question"
	"riwaya/internal/reuse"
	"riwaya/internal/search/term"
	"riwaya/internal/trace"
	"riwaya/lexicon"
)

// Tools are what reports are compared with, made from a lexicon.
type Tools struct {
	Lexicon *lexicon.Lexicon
	Asked   lexicon.Questions
	Tracer  *trace.Tracer
	Means   across.Means
}

// Load makes the tools from the lexicon under root.
func Load(root fs.FS) (*Tools, error) {
	lx, err := lexicon.Load(root, "ar")
	if err != nil {
		return nil, err
	}
	asked, err := lexicon.LoadQuestions(root)
	if err != nil {
		return nil, err
	}
	tracer, err := trace.Load(root)
	if err != nil {
		return nil, err
	}
	words, err := telling(root)
	if err != nil {
		return nil, err
	}
	answers := func() *question.Set { return question.New(lx, asked) }
	return &Tools{lx, asked, tracer, across.Means{Names: reuse.NewNames(lx), Words: words, Answers: answers, Version: lx.Version}}, nil
}

// telling are the words of a text that say something of what it is about, as the search compares
// words. Those that say nothing are common everywhere, and rare in a ledger of three articles all
// the same.
func telling(root fs.FS) (func(string, func(string, riwaya.Span)), error) {
	terms, err := term.Load(root)
	if err != nil {
		return nil, err
	}
	listed, err := lexicon.LoadTrace(root, "en")
	if err != nil {
		return nil, err
	}
	function := map[string]bool{}
	for _, w := range listed.Words["function"] {
		for _, t := range terms.Of(w.Text) {
			function[t.Text] = true
		}
	}
	return func(text string, see func(string, riwaya.Span)) {
		terms.Each(text, func(t term.Term) bool {
			if !function[t.Text] {
				see(t.Text, t.Span)
			}
			return true
		})
	}, nil
}

// Maker makes matters with the tools.
func (t *Tools) Maker(found *across.Across, store Store) *Maker {
	return &Maker{Found: found, Store: store, Tracer: t.Tracer, Answers: t.Means.Answers, Words: t.Means.Words}
}
