package origin

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/origin/end"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// oneClaim joins chains that end in one claim: two things that a source tells in one breath, or that
// several reports have from the one print that says whose they are.
func (g *gathering) oneClaim() {
	first := map[riwaya.ClaimRef]int{}
	for i := range g.chains {
		for _, ref := range g.chains[i].End.Claims {
			if j, ok := first[ref]; !ok {
				first[ref] = i
			} else if x, y := &g.chains[i].End, &g.chains[j].End; x.Key == y.Key && x.Name == y.Name {
				g.join(j, i, "copied")
			}
		}
	}
}

// alike joins sources without a name by what they say: two reports that give nearly the same words
// to witnesses, or to somebody, have them from one text, in which it was one. Their names do
// not matter, so nobody private is known by it. Of one who is named in one report and called by his title in the other
// it is as sure; and who is called by the same words says the same in fewer of them.
func (g *gathering) alike() {
	if g.saying == nil {
		g.saying = make(map[riwaya.ClaimRef]int, len(g.s.Sayings))
		for n := range g.s.Sayings {
			g.saying[g.s.Ref(&g.s.Sayings[n])] = n
		}
	}
	at := g.saying
	var of []int
	for i := range g.chains {
		c := &g.chains[i]
		if _, ok := at[ref(c)]; ok && c.Claim != nil && (c.End.Known || c.End.Source == "media") && (end.Nameless(&c.End) || c.End.Kind == riwaya.OriginSpeaker) {
			of = append(of, i)
		}
	}
	for n, i := range of {
		for _, j := range of[:n] {
			a, b := &g.chains[i], &g.chains[j]
			x, y := &a.End, &b.End
			if a.Article == b.Article || x.Source != y.Source && x.Name != "" && y.Name != "" || !end.Nameless(x) && !end.Nameless(y) || g.u.Find(i) == g.u.Find(j) ||
				x.OfKey != "" && y.OfKey != "" && x.OfKey != y.OfKey {
				continue
			}
			same := g.s.Vocabulary.Key(x.Name) == g.s.Vocabulary.Key(y.Name)
			if g.side[i]+g.side[j] > 0 && !same {
				continue // of two sources of one claim each is itself
			}
			p, q := &g.s.Sayings[at[ref(a)]], &g.s.Sayings[at[ref(b)]]
			if g.s.MuchAlike(p, q) || g.s.ShareRun(p, q, same && x.Name != "") {
				g.join(j, i, "alike")
			}
		}
	}
}

// goesOn joins who goes on ("the ministry added") with the authorities whose announcement it goes on with:
// only who spoke before can add. So is a verb without a subject of which nobody can be told: whoever it is spoke before.
func (g *gathering) goesOn() {
	of := map[riwaya.ClaimRef]int{}
	for i := range g.chains {
		if c := &g.chains[i]; c.Claim != nil && g.side[i] != 2 {
			of[ref(c)] = i
		}
	}
	for _, at := range sortedRefs(of) {
		i := of[at]
		r := &g.s.Reports[g.s.At[at.Article]]
		c := r.Claim(at.Claim)
		if c == nil {
			continue
		}
		same, nobody := g.again(c), c.Source.Elided && g.chains[i].End.Name == "" || g.chains[i].End.Kind == riwaya.OriginDocument && g.s.Words.Ours(g.chains[i].End.Name)
		if !same && !nobody && (c.Source.Elided || !g.s.Words.Any(c.Cue.Lemma, g.s.Words.Adding) || g.chains[i].End.Kind != riwaya.OriginInstitution) {
			continue
		}
		var before *riwaya.Claim // the last that spoke; a statement that is read out is nobody's
		alike := false           // "the sources" are sources, if there were any, and not the ministry between
		for k := range r.Rec.Claims {
			p := &r.Rec.Claims[k]
			if same && p.Parent == nil && start(p) < start(c) && !g.again(p) && g.s.ShareWord(p.Source.Text, c.Source.Text) {
				if !alike || start(p) > start(before) {
					before, alike = p, true
				}
				continue
			}
			if !alike && p.Parent == nil && p.Source.Kind != "document" && (same || nobody || p.Source.Kind != "unnamed") && !g.again(p) && (!same || c.Source.Kind != "person" || p.Source.Kind == "person") && start(p) < start(c) && (before == nil || start(p) > start(before)) {
				before = p
			}
		}
		if before == nil || nobody && !strings.Contains(c.Rule, "participle") && g.s.Words.OfSeveral(c.Cue.Text) && before.Source.Kind == "person" || same && !strings.Contains(c.Source.Text, " ") && before.Source.Kind == "unnamed" {
			continue // "the source" is read as who it is
		}
		j, ok := of[riwaya.ClaimRef{Article: at.Article, Claim: before.ID}]
		if !ok && nobody {
			j, ok = g.chainBy(of, r, before)
		}
		if ok && (nobody || same && !g.chains[j].End.Private) {
			g.join(j, i, "goes-on", called(&g.chains[i].End))
		} else if ok && (g.generic(&g.chains[j].End) || g.ofState(&g.chains[j].End) > 0) && official[g.chains[i].End.Source] {
			g.join(j, i, "goes-on", called(&g.chains[i].End))
		}
	}
}

// chainBy is a chain of whom a report names with the same words as the source of a claim.
func (g *gathering) chainBy(of map[riwaya.ClaimRef]int, r *statement.Report, c *riwaya.Claim) (int, bool) {
	for k := range r.Rec.Claims {
		x := &r.Rec.Claims[k]
		if c.Source.Text == "" || x.Source.Text != c.Source.Text {
			continue
		}
		if j, ok := of[riwaya.ClaimRef{Article: r.Rec.Article.ID, Claim: x.ID}]; ok {
			return j, true
		}
	}
	return 0, false
}

// again reports whether a claim's source is called "the same source".
func (g *gathering) again(c *riwaya.Claim) bool {
	return c.Source.Text != "" && g.s.Words.Every(c.Source.Text, g.s.Words.SameSource)
}

// led joins who is called in the first words only by what it is ("the opposition") with whom of that kind the
// report names next: a report begins with what it tells then.
func (g *gathering) led() {
	of := map[riwaya.ClaimRef]int{}
	for i := range g.chains {
		if c := &g.chains[i]; c.Claim != nil {
			of[ref(c)] = i
		}
	}
	for n := range g.s.Reports {
		var told []*riwaya.Claim
		for k := range g.s.Reports[n].Rec.Claims {
			if c := &g.s.Reports[n].Rec.Claims[k]; c.Parent == nil {
				told = append(told, c)
			}
		}
		slices.SortStableFunc(told, func(a, b *riwaya.Claim) int { return start(a) - start(b) })
		if len(told) < 2 {
			continue
		}
		at := func(k int) (int, bool) {
			i, ok := of[riwaya.ClaimRef{Article: g.s.Reports[n].Rec.Article.ID, Claim: told[k].ID}]
			return i, ok
		}
		i, okA := at(0)
		j, okB := at(1)
		if !okA || !okB || g.u.Find(i) == g.u.Find(j) {
			continue
		}
		a, b := &g.chains[i].End, &g.chains[j].End
		if g.generic(a) && !official[a.Source] && a.Source == b.Source && b.Key != "" && !b.Private && b.Kind == riwaya.OriginInstitution {
			g.join(j, i, "led", called(a), called(b))
		}
	}
}

// papers joins a statement that does not say whose it is with the only one whom its report names, and one that
// says it with whom the matter names so.
func (g *gathering) papers() {
	for i := range g.chains {
		o := &g.chains[i].End
		if o.Kind != riwaya.OriginDocument || o.Private {
			continue
		}
		for j := range g.chains {
			of := &g.chains[j].End
			if (of.Kind == riwaya.OriginInstitution && of.Key != "" || of.Kind == riwaya.OriginDocument && strings.HasPrefix(of.Key, "id:")) && !of.Private && g.u.Find(i) != g.u.Find(j) && (g.isOf(o.Name, of.Name) || g.isOf(o.Name, g.as(j))) {
				g.join(j, i, "paper-of", called(of))
				break
			}
		}
		if !g.s.Words.Any(o.Name, g.s.Words.Paper) {
			continue
		}
		if o.Key != "" && !g.s.Words.Described(o.Name) {
			continue
		}
		only := g.only(func(j int) bool {
			of := &g.chains[j].End
			return g.chains[j].Article == g.chains[i].Article && of.Known && of.Key != "" && !of.Private && of.Kind != riwaya.OriginDocument && !g.quoted(j)
		})
		if only >= 0 && !g.otherwise(i, only) {
			g.join(only, i, "paper", called(&g.chains[only].End))
		}
	}
}

// quoted reports whether a chain is of what a document says that somebody said: he is not whose document it is.
func (g *gathering) quoted(i int) bool {
	c := g.claim(i)
	if c == nil || c.Parent == nil {
		return false
	}
	by := g.s.Claim(riwaya.ClaimRef{Article: g.chains[i].Article, Claim: *c.Parent})
	return by != nil && by.Source.Kind == "document"
}

// otherwise reports whether a statement says that it is of an institution that has no word and no state in common with whom a chain
// ends in.
func (g *gathering) otherwise(i, chain int) bool {
	if g.chains[i].Claim == nil {
		return false
	}
	r := &g.s.Reports[g.s.At[g.chains[i].Article]]
	c := r.Claim(*g.chains[i].Claim)
	if c == nil || !r.IssuedBy(&c.Source) && !g.s.Words.Any(g.chains[i].End.Name, g.s.Words.Ministry) {
		return false
	}
	name, of := g.chains[i].End.Name, &g.chains[chain].End
	if g.s.ShareWord(name, of.Name) || g.s.ShareWord(name, g.as(chain)) {
		return false
	}
	state := g.s.Words.StateOf(name)
	return state == "" || state != g.s.Words.StateOf(of.Name+" "+g.as(chain))
}

// isOf reports whether a document says that it is of whom is called so: a statement has two words in common with that, any other all
// words of it, two or more.
func (g *gathering) isOf(document, whose string) bool {
	if g.s.Words.Begins(document, g.s.Words.Paper) && g.s.ShareWords(document, whose, 2) {
		return true
	}
	has, n := strings.Fields(g.s.Vocabulary.Key(document)), 0
	for _, w := range strings.Fields(g.s.Vocabulary.Key(whose)) {
		if g.s.Words.Paper[w] {
			continue
		}
		if !slices.ContainsFunc(has, func(x string) bool { return wording.AlikeSpelled(x, w) }) {
			return false
		}
		n++
	}
	return n >= 2
}

func start(c *riwaya.Claim) int { return c.Content.Spans.Hull().Start }

func ref(c *riwaya.Chain) riwaya.ClaimRef {
	if c.Claim == nil {
		return riwaya.ClaimRef{}
	}
	return riwaya.ClaimRef{Article: c.Article, Claim: *c.Claim}
}

// several takes chains apart that end in two sources at once, "the police and medical sources": each
// of them tells it. side says which of the two a chain then ends in.
func (g *gathering) several(chains []riwaya.Chain) (out []riwaya.Chain, side []int) {
	for _, c := range chains {
		first, second, ok := g.s.Words.Apart(c.End.Name)
		if !ok || !c.End.Known || c.End.Kind != riwaya.OriginInstitution && c.End.Kind != riwaya.OriginUnnamed && c.End.Kind != riwaya.OriginSpeaker {
			out, side = append(out, c), append(side, 0)
			continue
		}
		a, b := c, c
		a.End.Name, b.End.Name = first, second
		if b.End.Key, b.End.Actor = "", nil; a.End.Actor == nil {
			a.End.Key = ""
		}
		b.End.Kind, b.End.Source, b.End.Of, b.End.OfKey = riwaya.OriginUnnamed, g.kindOf(second), nil, ""
		out, side = append(out, a, b), append(side, 1, 2)
	}
	return out, side
}

// kindOf is what kind of source is called so where it stands alone in a report of the set.
func (g *gathering) kindOf(name string) string {
	for i := range g.s.Sayings {
		if src := &g.s.Sayings[i].Claim.Source; statement.Plain(src.Text) == statement.Plain(name) {
			return src.Kind
		}
	}
	return "unnamed"
}
