package reading

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"riwaya"
	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/read"
	"riwaya/internal/show"
	"riwaya/internal/why"
)

// explainConfig is what `riwaya explain` was asked for.
type explainConfig struct {
	sentence string
	lexicon  string
	view     show.Options
}

// ExplainFlags declares the flags of `riwaya explain`. The function returned gathers them once they are parsed.
func ExplainFlags() (*cli.Options, func(cli.Streams) explainConfig) {
	o := cli.NewOptions("explain")
	lexicon := o.Lexicon()
	return o, func(s cli.Streams) explainConfig {
		v := cli.View(s.Out, true, true) // the sentence is the caller's own
		return explainConfig{strings.Join(o.Args, " "), *lexicon, v}
	}
}

// Explain says how a sentence was read.
func Explain(_ context.Context, args []string, s cli.Streams) int {
	o, gather := ExplainFlags()
	if code, more := o.Parse(args, s); !more {
		return code
	}
	c := gather(s)
	if strings.TrimSpace(c.sentence) == "" {
		return o.Misuse(s, "a sentence is missing")
	}
	reader, err := cli.OpenReader(c.lexicon)
	if err != nil {
		return s.Fail(err)
	}
	var b bytes.Buffer
	if err := explain(reader, c, &b); err != nil {
		return s.Fail(err)
	}
	if _, err := s.Out.Write(b.Bytes()); err != nil {
		return s.Fail(fmt.Errorf("write: %w", err))
	}
	return cli.OK
}

func explain(reader *read.Reader, c explainConfig, b io.Writer) error {
	text := strings.ToValidUTF8(c.sentence, "\uFFFD")
	a := riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: reader.Lexicon.Language}
	rec, rejected := reader.ReadExplained(a)
	for i := range rec.Claims {
		own, others := why.At(rejected, rec.Claims[i].Cue.Spans.Hull())
		rejected = others
		if err := show.Why(b, &rec, i, (*show.Rule)(reader.Rule(rec.Claims[i].Rule)), attempts(own), c.view); err != nil {
			return err
		}
	}
	for _, f := range findings(reader, a, &rec) {
		if err := show.Finding(b, &rec, f, ruleOf(reader, &rec, f), c.view); err != nil {
			return err
		}
	}
	if len(rec.Claims) == 0 {
		if _, err := fmt.Fprintln(b, "no claim"); err != nil {
			return err
		}
	}
	return show.Rejected(b, text, attempts(append(rejected, reader.Unread(&rec)...)), c.view)
}

// findings are those of a record beside its claims; of an event that other sentences tell of, with what
// they tell.
func findings(reader *read.Reader, a riwaya.Article, rec *riwaya.Record) []show.Found {
	all := show.Findings(rec)
	elsewhere := reader.Elsewhere(a)
	for i := range all {
		all[i].Fields = append(all[i].Fields, elsewhere[all[i].ID]...)
	}
	return all
}

// ruleOf is the rule of a finding; of an event with the lexicon's lines for its word.
func ruleOf(reader *read.Reader, rec *riwaya.Record, f show.Found) *show.Rule {
	if f.Layer == "event" {
		return (*show.Rule)(reader.RuleOf(f.Rule, f.Spans.Of(rec.Article.Text)))
	}
	return (*show.Rule)(reader.Rule(f.Rule))
}

// attempts are what was tried, for show.
func attempts(list []read.Attempt) []show.Attempt {
	out := make([]show.Attempt, len(list))
	for i, x := range list {
		out[i] = show.Attempt(x)
	}
	return out
}

// why says why the finding that was asked for was found. It reports false where the
// article has none of that name.
func (c ReadConfig) why(reader *read.Reader, a riwaya.Article, b io.Writer) (bool, error) {
	read.Language(&a)
	rec, rejected := reader.ReadExplained(a)
	for i := range rec.Claims {
		if rec.Claims[i].ID != c.Explain {
			continue
		}
		cl := &rec.Claims[i]
		return true, show.Why(b, &rec, i, (*show.Rule)(reader.Rule(cl.Rule)), attempts(why.Beside(rejected, cl)), c.View)
	}
	for _, f := range findings(reader, a, &rec) {
		if f.ID == c.Explain {
			return true, show.Finding(b, &rec, f, ruleOf(reader, &rec, f), c.View)
		}
	}
	return false, nil
}
