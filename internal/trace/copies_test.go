package trace

import (
	"strings"

	"riwaya"
	"riwaya/internal/trace/wording"
)

// copiesOf finds what records share, slowly and simply: runs of words that are the same, put
// together where little stands between them, of twenty words or more. It is for tests.
func copiesOf(t *Tracer, records []*riwaya.Record) []riwaya.Copy {
	v := wording.NewVocabulary(t.words, len(records))
	texts := make([][]wording.Word, len(records))
	for i, r := range records {
		texts[i] = v.Of(r.Article.Text)
	}
	var out []riwaya.Copy
	for i := range records {
		for j := i + 1; j < len(records); j++ {
			if c, ok := share(texts[i], texts[j]); ok {
				c.A, c.B = records[i].Article.ID, records[j].Article.ID
				direct(&c, records[i], records[j])
				out = append(out, c)
			}
		}
	}
	return out
}

// share finds the passages of two texts.
func share(a, b []wording.Word) (riwaya.Copy, bool) {
	const shingle, gap, least = 5, 8, 20
	at := map[[shingle]int32]int{}
	key := func(w []wording.Word) (k [shingle]int32) {
		for i := range k {
			k[i] = w[i].Term
		}
		return k
	}
	for j := len(b) - shingle; j >= 0; j-- {
		at[key(b[j:])] = j
	}
	type run struct{ a0, a1, b0, b1, same int }
	var runs []run
	for i := 0; i+shingle <= len(a); {
		j, ok := at[key(a[i:])]
		if !ok {
			i++
			continue
		}
		n := shingle
		for i+n < len(a) && j+n < len(b) && a[i+n].Term == b[j+n].Term {
			n++
		}
		if k := len(runs) - 1; k >= 0 && i-runs[k].a1 <= gap && j-runs[k].b1 <= gap && j >= runs[k].b1 {
			runs[k].a1, runs[k].b1 = i+n, j+n
			runs[k].same += n
		} else {
			runs = append(runs, run{i, i + n, j, j + n, n})
		}
		i += n
	}
	var c riwaya.Copy
	words := 0
	for _, r := range runs {
		if r.same >= least {
			c.Passages = append(c.Passages, riwaya.Passage{A: wording.SpanOf(a, r.a0, r.a1), B: wording.SpanOf(b, r.b0, r.b1), Words: r.same})
			words += r.same
		}
	}
	if words == 0 {
		return c, false
	}
	c.ShareA, c.ShareB = float64(words)/float64(len(a)), float64(words)/float64(len(b))
	c.Containment = max(c.ShareA, c.ShareB)
	return c, true
}

// direct says whose text it is, and who was first.
func direct(c *riwaya.Copy, a, b *riwaya.Record) {
	c.Why = riwaya.CopyUnknown
	if credit := agencyOf(a); credit != nil {
		c.Why, c.Agency = riwaya.CopyOneSource, &riwaya.Agency{Name: *credit.Name, Actor: credit.Actor, By: c.A, Credit: credit.Span}
	}
	if credit := agencyOf(b); credit != nil {
		switch {
		case c.Agency == nil:
			c.Why, c.Agency = riwaya.CopyOneSource, &riwaya.Agency{Name: *credit.Name, Actor: credit.Actor, By: c.B, Credit: credit.Span, Hidden: c.A}
		case c.Agency.Name != *credit.Name:
			c.Why, c.Agency = riwaya.CopyUnknown, nil
		}
	} else if c.Agency != nil {
		c.Agency.Hidden = c.B
	}
	if c.Agency != nil || a.Article.Published == nil || b.Article.Published == nil || *a.Article.Published == *b.Article.Published {
		return
	}
	c.Directed, c.Why = true, riwaya.CopyPublished
	if *a.Article.Published > *b.Article.Published {
		turn(c)
	}
}

// turn makes the one that copies the one that is copied.
func turn(c *riwaya.Copy) {
	c.A, c.B, c.ShareA, c.ShareB = c.B, c.A, c.ShareB, c.ShareA
	passages := c.Passages
	c.Passages = nil
	for _, p := range passages {
		p.A, p.B = p.B, p.A
		c.Passages = append(c.Passages, p)
	}
}

// agencyOf is the credit of a dateline to an agency.
func agencyOf(r *riwaya.Record) *riwaya.Credit {
	for i := range r.Article.Credits {
		c := &r.Article.Credits[i]
		if c.Form == riwaya.CreditDateline && c.Name != nil && !strings.Contains(c.Text, "\n") {
			return c
		}
	}
	return nil
}
