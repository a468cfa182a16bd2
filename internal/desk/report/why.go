package report

import (
	"riwaya"
	"riwaya/internal/desk/site"
	"riwaya/internal/ledger"
	"riwaya/internal/why"
)

// rule is by which rule a finding was made, as far as that is known now.
type rule struct {
	Found string    // as the finding names it
	Now   *why.Rule // as the lexicon has it, nil where it has none of that name
}

func (v *view) rule(found string) rule {
	out := rule{Found: found}
	if e := v.r.Shelf().Why; e != nil {
		if now, err := e.Rule(found); err == nil { // without it the name stands there all the same
			out.Now = now
		}
	}
	return out
}

// explained is what was tried where a finding stands.
type explained struct {
	Article, Finding, Layer, Title, Language string
	Words                                    string
	Rule                                     rule
	Read                                     bool // there is a lexicon to ask
	Again                                    bool // reading the article now makes the finding again
	Tried                                    []tried
}

// tried are the rules that were tried at a word.
type tried struct {
	Word    string
	Because []because
}

type because struct{ Rule, Why string }

// explain says all that is known of how a finding came to be.
func explain(r *site.Request) error {
	reading, err := read(r, r.PathValue("id"))
	if err != nil {
		return err
	}
	v := newView(r, reading)
	p := explained{Article: reading.Article, Finding: r.PathValue("finding"), Title: v.gate.Words(v.rec.Article.Title), Language: v.rec.Article.Language}
	at, found, layer := where(v.rec, p.Finding)
	if found == "" {
		return ledger.ErrUnknown
	}
	p.Layer, p.Words, p.Rule = layer, v.gate.At(at), v.rule(found)
	e := r.Shelf().Why
	if e == nil {
		return r.Show("why", r.Say("report.why"), p)
	}
	p.Read = true
	if p.Rule.Now, err = e.Of(layer, found, at.Of(v.rec.Article.Text)); err != nil {
		return err
	}
	a := v.rec.Article
	a.ID = riwaya.TextID(a.Text) // by which findings are named
	now, all, err := e.Read(a)
	if err != nil {
		return err
	}
	_, again, _ := where(&now, p.Finding)
	p.Again = again != ""
	var own []why.Attempt
	if i, ok := v.claims[p.Finding]; ok {
		own = why.Beside(all, &v.rec.Claims[i])
	} else {
		own, _ = why.At(all, at.Hull())
	}
	p.Tried = v.tried(own)
	return r.Show("why", r.Say("report.why"), p)
}

// tried brings together what was tried at one word, each reason once.
func (v *view) tried(all []why.Attempt) (out []tried) {
	at := riwaya.Span{Start: -1}
	seen := map[because]bool{}
	for _, x := range all {
		if x.Span != at {
			at, seen = x.Span, map[because]bool{}
			out = append(out, tried{Word: v.gate.Words(x.Cue)})
		}
		if b := (because{x.Rule, v.gate.Words(x.Why)}); !seen[b] {
			seen[b] = true
			last := &out[len(out)-1]
			last.Because = append(last.Because, b)
		}
	}
	return out
}

// where a finding of a record stands, by which rule, and of which layer it is.
func where(rec *riwaya.Record, id string) (at riwaya.Spans, rule, layer string) {
	for i := range rec.Claims {
		if c := &rec.Claims[i]; c.ID == id {
			return c.Cue.Spans, c.Rule, "claim"
		}
	}
	for i := range rec.Figures {
		if f := &rec.Figures[i]; f.ID == id {
			return f.Span, f.Rule, "figure"
		}
	}
	for i := range rec.Times {
		if t := &rec.Times[i]; t.ID == id {
			return t.Span, t.Rule, "time"
		}
	}
	for i := range rec.Places {
		if p := &rec.Places[i]; p.ID == id {
			return p.Span, p.Rule, "place"
		}
	}
	for i := range rec.Actors {
		if a := &rec.Actors[i]; a.ID == id && !a.Withheld() {
			return a.Mentions, a.Rule, "actor"
		}
	}
	for i := range rec.Events {
		if e := &rec.Events[i]; e.ID == id {
			return e.Span, e.Rule, "event"
		}
	}
	for i := range rec.Positions {
		if p := &rec.Positions[i]; p.ID == id {
			return p.Span, p.Rule, "position"
		}
	}
	return nil, "", ""
}
