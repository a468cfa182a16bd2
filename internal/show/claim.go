package show

import (
	"strings"

	"fmt"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// margin stands before the lines of a claim but its first.
const margin = "    "

// claim writes claim i: its chain, its cue, its content.
func (v *view) claim(i int) {
	c := &v.rec.Claims[i]
	v.block(fmt.Sprintf("%2d  ", i+1), 0, v.chain(c)...)
	v.block(margin, 0, v.cue(c)...)
	most := shortened
	if v.o.Full {
		most = 0
	}
	v.block(margin, most, run{v.hidden.At(c.Content.Spans), normal})
}

// chain is the line of a claim, nearest the reader first.
func (v *view) chain(c *riwaya.Claim) []run {
	if len(c.Chain) == 0 {
		return []run{{v.source(c), strong}}
	}
	var runs []run
	for i := range c.Chain {
		if i > 0 {
			runs = append(runs, run{"<-", faint})
		}
		h := &c.Chain[i]
		name := v.hidden.Hop(h)
		if name == "" {
			name = "(nobody named)"
		}
		runs = append(runs, run{name, strong})
	}
	return runs
}

// source is who a claim is attributed to.
func (v *view) source(c *riwaya.Claim) string {
	switch {
	case privacy.Hides(&c.Source) && !v.o.Names:
		return privacy.Label(c.Source.Kind)
	case c.Source.Text == "":
		return "(nobody named)"
	case c.Source.NameAr != nil && !c.Source.Elided && strings.HasSuffix(*c.Source.NameAr, c.Source.Text):
		return v.hidden.Words(*c.Source.NameAr) // with the whole of its article
	}
	return v.hidden.Words(c.Source.Text)
}

// cue is the line about the word that attributes: its class, the word, and how the
// source is told.
func (v *view) cue(c *riwaya.Claim) []run {
	dot := run{"·", faint}
	runs := []run{{c.Cue.Class, cool}, {v.hidden.At(c.Cue.Spans), warm}, dot, {standing(&c.Source), normal}, dot, {c.Content.Mode, normal}}
	if c.Negated {
		runs = append(runs, dot, run{"negated", normal})
	}
	if c.Medium != nil {
		runs = append(runs, dot, run{"in", faint}, run{v.hidden.Words(*c.Medium), normal})
	}
	if c.Addressee != nil {
		runs = append(runs, dot, run{"to", faint}, run{v.hidden.Words(*c.Addressee), normal})
	}
	return append(runs, dot, run{c.ID, faint})
}

// standing says what kind of source it is, and whether a reader could name it.
func standing(s *riwaya.Source) string {
	named := "named"
	switch {
	case s.Anonymous:
		named = "unnamed"
	case s.Private:
		named = "private"
	}
	kind := s.Kind + ", " + named
	if s.Kind == named {
		kind = named
	}
	switch {
	case !s.Elided:
		return kind
	case s.Text == "":
		return "source left out"
	}
	return kind + ", left out here"
}
