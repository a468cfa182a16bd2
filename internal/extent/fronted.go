package extent

import (
	"riwaya/internal/attribute"
	"riwaya/internal/lang"
)

// fronted is where candidate d's clause begins if it is a statement of its own behind a comma,
// by who is named, in the past: at an adjunct of it that a conjunction opens, or at the comma.
// It is 0 where it is none: behind an indefinite noun that a pronoun takes up it describes that.
func (r *reading) fronted(c, d *attribute.Candidate) int {
	if d.From < 2 || d.Source[0] < 0 || !r.Tokens[d.From-1].Is(lang.Comma) || d.By.Feat&lang.Past == 0 || d.By.Feat&lang.Present != 0 || c.Colon || c.By == nil || c.By.Feat&lang.Function != 0 || d.From-1 <= c.Body[0] {
		return 0
	}
	if n := &r.Tokens[d.To]; d.To < r.End && n.Has(lang.Function|lang.Pronoun) || r.Tokens[d.Source[0]].In(r.Grammar.Pronoun) {
		return 0
	}
	if n := r.Noun(d.Source[0]); d.By.Feat&lang.Feminine != 0 && n != nil && n.Feat&(lang.Feminine|lang.Plural|lang.Guess) == 0 && !r.Tokens[d.Source[0]].In(r.Grammar.Name) {
		return 0 // it is no subject of that verb
	}
	for j := d.From - 2; j > r.Start && j > d.From-longestFronted; j-- {
		t := &r.Tokens[j]
		if t.Is(lang.Comma) {
			if n := &r.Tokens[j+1]; n.Word != nil && n.Has(lang.Conjunction) && (n.Feats&lang.Function != 0 || n.In(r.Grammar.Time)) {
				return j
			}
			break
		}
		if t.Kind == lang.MarkKind || r.Grammar.Finite(t) {
			break
		}
	}
	return d.From - 1
}

// longestFronted is how many tokens an adjunct may have that stands before its verb.
const longestFronted = 14

// unsaid reports whether the narrator tells from token j on what was not said: behind a comma,
// "and did not" with a verb of saying.
func (r *reading) unsaid(c *attribute.Candidate, j, from int) bool {
	t := &r.Tokens[j]
	if c.Colon || j <= from+2 || j+2 >= r.End || !r.Tokens[j-1].Is(lang.Comma) || !t.In(r.Grammar.DidNot) || !t.Has(lang.Function|lang.Conjunction) || r.Tokens[j+1].Word == nil {
		return false
	}
	q := r.Tokens[j+1].Word.Find(lang.Verb | lang.Cue | lang.Present)
	return q != nil && q.Feat&lang.First == 0 && !q.Cue.Has("weak")
}

// hadBeen reports whether at token j the narrator tells what went before: "and the town had seen".
func (r *reading) hadBeen(j int) bool {
	g, t := r.Grammar, &r.Tokens[j]
	if t.Word == nil || !t.In(g.Was) || !t.Has(lang.Conjunction) {
		return false
	}
	for k := j + 1; k < min(r.End, j+9); k++ {
		if p := &r.Tokens[k]; p.Kind == lang.MarkKind && p.Match < 0 || p.In(g.Was) || r.Complementiser(k) {
			return false
		} else if p.In(g.Already) && g.Function(p) {
			return true
		}
	}
	return false
}

// anew reports whether a clause of its own begins at token j, as one does behind a full stop: two points are one where many write.
func (r *reading) anew(j int) bool {
	g, t := r.Grammar, &r.Tokens[j]
	if t.Word == nil || j+2 >= r.End {
		return false
	}
	if e, _ := r.Text.PhraseAt(j, g.Discourse.Or(g.Gloss)); e > j {
		return true
	}
	return t.Has(lang.Conjunction) && (g.Finite(t) || g.Function(t) && t.In(g.Prep))
}
