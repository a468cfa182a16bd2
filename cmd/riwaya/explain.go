package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/internal/attribute"
	"riwaya/internal/read"
	"riwaya/internal/show"
)

// explainConfig is what `riwaya explain` was asked for.
type explainConfig struct {
	sentence string
	lexicon  string
	view     show.Options
}

func explainFlags() (*options, func(streams) explainConfig) {
	o := newOptions("explain")
	lexicon := o.lexicon()
	return o, func(s streams) explainConfig {
		v := view(s.Out, true, true) // the sentence is the caller's own
		return explainConfig{strings.Join(o.args, " "), *lexicon, v}
	}
}

// runExplain says how a sentence was read.
func runExplain(_ context.Context, args []string, s streams) int {
	o, gather := explainFlags()
	if code, more := o.parse(args, s); !more {
		return code
	}
	c := gather(s)
	if strings.TrimSpace(c.sentence) == "" {
		return o.misuse(s, "a sentence is missing")
	}
	reader, err := openReader(c.lexicon)
	if err != nil {
		return s.fail(err)
	}
	var b bytes.Buffer
	if err := explain(reader, c, &b); err != nil {
		return s.fail(err)
	}
	if _, err := s.Out.Write(b.Bytes()); err != nil {
		return s.fail(fmt.Errorf("write: %w", err))
	}
	return ok
}

func explain(reader *read.Reader, c explainConfig, b io.Writer) error {
	text := strings.ToValidUTF8(c.sentence, "\uFFFD")
	rec, rejected := reader.ReadExplained(riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: reader.Lexicon.Language})
	for i := range rec.Claims {
		own, others := at(rejected, rec.Claims[i].Cue.Spans.Hull())
		rejected = others
		if err := show.Why(b, &rec, i, reader.Rule(rec.Claims[i].Rule), own, c.view); err != nil {
			return err
		}
	}
	if len(rec.Claims) == 0 {
		if _, err := fmt.Fprintln(b, "no claim"); err != nil {
			return err
		}
	}
	return show.Rejected(b, text, rejected, c.view)
}

// at divides what was rejected into what stands at a place and the rest.
func at(list []attribute.Rejected, place riwaya.Span) (own, others []attribute.Rejected) {
	for _, x := range list {
		if x.Span.Overlaps(place) {
			own = append(own, x)
		} else {
			others = append(others, x)
		}
	}
	return own, others
}

// why says why the claim that was asked for was found. It reports false where the
// article has no such claim.
func (c readConfig) why(reader *read.Reader, a riwaya.Article, b io.Writer) (bool, error) {
	read.Language(&a)
	rec, rejected := reader.ReadExplained(a)
	for i := range rec.Claims {
		if rec.Claims[i].ID != c.explain {
			continue
		}
		cl := &rec.Claims[i]
		about := cl.Content.Spans.Hull()
		for _, s := range []riwaya.Spans{cl.Cue.Spans, cl.Source.Spans} {
			if h := s.Hull(); h.Len() > 0 {
				about = riwaya.Span{Start: min(about.Start, h.Start), End: max(about.End, h.End)}
			}
		}
		own, _ := at(rejected, about)
		return true, show.Why(b, &rec, i, reader.Rule(cl.Rule), own, c.view)
	}
	return false, nil
}
