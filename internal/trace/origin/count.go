package origin

import (
	"cmp"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/origin/end"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/union"
)

// count makes the list and the range.
func (g *gathering) count() riwaya.Origins {
	var out riwaya.Origins
	members := map[int][]int{}
	for i := range g.chains {
		members[g.u.Find(i)] = append(members[g.u.Find(i)], i)
	}
	for _, root := range union.Sorted(members) {
		out.List = append(out.List, g.one(members[root]))
	}
	slices.SortStableFunc(out.List, func(a, b riwaya.Origin) int {
		return cmp.Or(cmp.Compare(end.Standing(&a), end.Standing(&b)), cmp.Compare(g.ofState(&a), g.ofState(&b)), cmp.Compare(g.vague(&a), g.vague(&b)), cmp.Compare(len(b.Articles), len(a.Articles)),
			strings.Compare(a.Name, b.Name), slices.Compare(a.Articles, b.Articles))
	})
	out.AtMost = len(out.List)
	out.Merges = g.merges
	for i := range out.List {
		o := &out.List[i]
		if end.Standing(o) == 0 {
			out.Named++
		}
		if m, shared := g.shared(out.List, i); shared {
			o.Shared = true
			if m.Reason != "" && !slices.ContainsFunc(out.Merges, func(x riwaya.Merge) bool { return x.Reason == m.Reason }) {
				out.Merges = append(out.Merges, m)
			}
			continue
		}
		out.AtLeast++
	}
	return out
}

// one is the origin that several chains end in: as the one that says most of it has it.
func (g *gathering) one(of []int) riwaya.Origin {
	best := of[0]
	names := map[string]int{} // how often it is called so
	for _, i := range of {
		names[g.chains[i].End.Name]++
	}
	for _, i := range of {
		a, b := &g.chains[i].End, &g.chains[best].End
		if cmp.Or(cmp.Compare(end.Standing(b), end.Standing(a)), -cmp.Compare(end.Paper(a), end.Paper(b)), cmp.Compare(end.Has(a), end.Has(b)), cmp.Compare(end.Full(a.Name), end.Full(b.Name)), cmp.Compare(names[a.Name], names[b.Name]), cmp.Compare(len(b.Name), len(a.Name))) > 0 {
			best = i
		}
	}
	o := g.chains[best].End
	o.Articles, o.Claims = nil, nil
	for _, i := range of {
		e := &g.chains[i].End
		o.Articles = append(o.Articles, e.Articles...)
		o.Claims = append(o.Claims, e.Claims...)
		if o.Medium == nil && e.Key == o.Key {
			o.Medium = e.Medium
		}
		o.Private = o.Private || e.Private && e.Name == o.Name
	}
	slices.Sort(o.Articles)
	o.Articles = slices.Compact(o.Articles)
	slices.SortFunc(o.Claims, statement.CompareRefs)
	o.Claims = slices.Compact(o.Claims)
	return o
}

// shared reports whether an origin of the list could be one that stands before it, and why.
func (g *gathering) shared(list []riwaya.Origin, n int) (riwaya.Merge, bool) {
	o := &list[n]
	why := func(key string, other *riwaya.Origin, args ...string) (riwaya.Merge, bool) {
		what := []string{called(other), called(o)}
		return riwaya.Merge{What: what, Why: key, Args: args, Reason: g.s.Words.Say("merge."+key, args...)}, true
	}
	switch end.Standing(o) {
	case 0:
		for i := range list[:n] {
			if other := &list[i]; g.spoken(o, other) {
				return why("moved", other, called(o), called(other))
			}
		}
		if other := g.through(list, n); other != nil {
			return why("through", other, called(o), called(other))
		}
		for i := range list[:n] {
			if other := &list[i]; g.ofState(o) > 0 && g.ofState(other) == 0 && official[other.Source] || g.s.Words.Under(o.Name, other.Name) && !g.toldApart(o, other) {
				return why("unnamed-named", other, called(o))
			}
		}
		return riwaya.Merge{}, false
	case 1:
		if other := g.through(list, n); other != nil {
			return why("through", other, called(o), called(other))
		}
		for i := range list[:n] {
			if other := &list[i]; end.Standing(other) == 0 && (g.couldBe(o, other) || g.generic(o) && official[other.Source]) {
				return why("unnamed-named", other, called(o))
			}
		}
		for i := range list[:n] {
			if other := &list[i]; end.Standing(other) == 1 && (g.couldBe(o, other) || g.generic(o) && official[other.Source] && !other.Private || g.generic(other) && official[o.Source] && o.Source != "person") {
				return why("unnamed-alike", other, called(o), called(other))
			}
		}
		return riwaya.Merge{}, false
	}
	if n == 0 {
		return riwaya.Merge{}, false
	}
	for _, a := range o.Articles {
		if g.s.Translated(&g.s.Reports[g.s.At[a]]) {
			return why("translated", &list[0], called(o))
		}
	}
	if end.Standing(&list[0]) < 2 {
		return why("last-hop", &list[0], called(o))
	}
	return why("outlets", &list[0], called(o), called(&list[0]))
}

// spoken reports whether two origins are given for the same words of one passage: of the two only
// one need have said them.
func (g *gathering) spoken(a, b *riwaya.Origin) bool {
	return slices.ContainsFunc(g.moved, func(m [2]riwaya.ClaimRef) bool {
		return slices.Contains(a.Claims, m[0]) && slices.Contains(b.Claims, m[1]) || slices.Contains(a.Claims, m[1]) && slices.Contains(b.Claims, m[0])
	})
}

// through is another origin of the list by whose word alone an origin is known, nil if there is
// none: then what it says is at least what that one says.
func (g *gathering) through(list []riwaya.Origin, n int) *riwaya.Origin {
	var by *riwaya.Origin
	for i := range g.chains {
		c := &g.chains[i]
		if c.Claim == nil || !slices.Contains(list[n].Claims, riwaya.ClaimRef{Article: c.Article, Claim: *c.Claim}) {
			continue
		}
		at := g.before(list, n, c)
		if at == nil {
			return nil
		}
		by = at
	}
	return by
}

// before is the origin of the list that stands on a chain before its end.
func (g *gathering) before(list []riwaya.Origin, n int, c *riwaya.Chain) *riwaya.Origin {
	for k := range max(len(c.Hops)-1, 0) {
		to := &c.Hops[k].To
		if to.Kind != riwaya.NodeSource || to.Private {
			continue
		}
		for i := range list {
			o := &list[i]
			if i == n || !o.Known || o.Private {
				continue
			}
			if to.Actor != nil && o.Actor != nil && *to.Actor == *o.Actor || to.Name != "" && g.s.ShareWords(to.Name, o.Name, 2) {
				return o
			}
		}
	}
	return nil
}

// ofState is 1 for the authorities of a state, that may be any of its offices.
func (g *gathering) ofState(o *riwaya.Origin) int {
	if end.Standing(o) == 0 && (o.Source == "government" || o.Source == "police") && (g.s.Words.Begins(o.Name, g.s.Words.Generic) || strings.HasPrefix(o.Key, "name:government:")) {
		return 1
	}
	return 0
}

// official are the kinds of sources that "the authorities" can be.
var official = map[string]bool{"government": true, "police": true, "military": true, "court": true, "person": true}

// employed are the domains of whom a state employs to speak: a security source may be whoever is named.
var employed = map[string]bool{"force": true, "government": true, "judicial": true}

// domainOf is what a source is of, "" where it could be of anything.
func (g *gathering) domainOf(o *riwaya.Origin) string {
	if end.Standing(o) > 0 && o.Source != "witness" && o.Kind != riwaya.OriginDocument {
		if d, _ := g.s.Words.DomainOf(o.Name); d != "" {
			return d
		}
	}
	switch o.Source {
	case "police", "military":
		return "force"
	case "medical", "ngo", "armed_group", "party", "witness":
		return o.Source
	}
	return ""
}

// toldApart reports whether one report tells two sources apart: the one is "another", they are of two
// things ("a security source", "a military source"), they count otherwise, the later one speaks "for his part", or the one is somebody without a name when the other, a
// person, has been named.
func (g *gathering) toldApart(o, other *riwaya.Origin) bool {
	kind, a := g.s.Words.DomainOf(o.Name)
	_, b := g.s.Words.DomainOf(other.Name)
	apart := end.Standing(other) == 1 && (a != "" && b != "" && a != b && kind == "force" || g.another(o) != g.another(other))
	person := (o.Kind == riwaya.OriginUnnamed || o.Kind == riwaya.OriginSpeaker && o.Key == "" && g.s.Words.Begins(o.Name, g.s.Words.Role)) && o.Source == "person" && !o.Private && end.Standing(other) == 0 && other.Kind == riwaya.OriginSpeaker
	in := func(of *riwaya.Origin) map[string]int { // where each report first has it
		first := map[string]int{}
		for _, at := range of.Claims {
			c := g.s.Claim(at)
			if c == nil {
				continue
			}
			if was, ok := first[at.Article]; !ok || start(c) < was {
				first[at.Article] = start(c)
			}
		}
		return first
	}
	if slices.ContainsFunc(o.Claims, func(at riwaya.ClaimRef) bool { return g.both(at) && slices.Contains(other.Claims, at) }) {
		return true // the two of one claim
	}
	if slices.ContainsFunc(o.Claims, func(at riwaya.ClaimRef) bool {
		return slices.ContainsFunc(other.Claims, func(x riwaya.ClaimRef) bool { return x.Article == at.Article && g.s.Counted(at, x) })
	}) {
		return true
	}
	here, there := in(o), in(other)
	for article, x := range here {
		if y, ok := there[article]; ok && (apart && !(g.opens(article, min(x, y)) && (g.s.Words.Begins(o.Name, g.s.Words.Several) || g.s.Words.Begins(other.Name, g.s.Words.Several))) || person && x > y || x != y && g.s.Words.Parts(g.s.Reports[g.s.At[article]].Rec.Article.Text, min(x, y), max(x, y))) {
			return true
		}
	}
	return false
}

// opens reports whether nobody speaks in a report before a place: who is named there by what he is sums up who speaks further down.
func (g *gathering) opens(article string, at int) bool {
	rec := g.s.Reports[g.s.At[article]].Rec
	return !slices.ContainsFunc(rec.Claims, func(c riwaya.Claim) bool { return c.Parent == nil && start(&c) < at })
}

// both reports whether a claim names two sources at once.
func (g *gathering) both(at riwaya.ClaimRef) bool {
	for i, side := range g.side {
		if side == 2 && ref(&g.chains[i]) == at {
			return true
		}
	}
	return false
}

// another reports whether an origin is called another one than one before.
func (g *gathering) another(o *riwaya.Origin) bool {
	return end.Standing(o) == 1 && g.s.Words.Any(o.Name, g.s.Words.Another)
}

// vague is 1 for a source without a name that is not called by what it is of: it may be any that is, and
// so is counted behind them.
func (g *gathering) vague(o *riwaya.Origin) int {
	if end.Standing(o) == 1 && g.domainOf(o) == "" {
		return 1
	}
	return 0
}

// all is all that an origin is called in its claims.
func (g *gathering) all(o *riwaya.Origin) string {
	names := o.Name + " " + o.OfKey
	for _, at := range o.Claims {
		if c := g.s.Claim(at); c != nil {
			names += " " + c.Source.Text
		}
	}
	return names
}

// couldBe reports whether an unnamed source can be another: neither is called what the other
// is not.
func (g *gathering) couldBe(o, other *riwaya.Origin) bool {
	if a, _ := g.s.Words.DomainOf(o.Name); a != "" {
		if b := g.domainOf(other); b != "" && a != b {
			return false // medical sources are not the police
		}
		if !employed[a] && (a != "diplomatic" || other.Source != "person") && g.domainOf(other) != a && (end.Standing(other) == 0 || g.generic(other)) {
			return false // nor the authorities, nor anybody who is named as something else
		}
	}
	if a, b := g.s.Words.StateOf(o.Name), g.s.Words.StateOf(other.Name); a != "" && b != "" && a != b || g.toldApart(o, other) {
		return false
	}
	if g.s.Vocabulary.Apart(g.s.Vocabulary.Person(o.Name, strings.TrimPrefix(o.Key, "person:")), g.s.Vocabulary.Person(other.Name, strings.TrimPrefix(other.Key, "person:"))) {
		return false
	}
	if whom := g.s.Words.SpokenFor(o.Name); whom != "" && end.Standing(other) == 0 && !g.s.ShareWord(whom, g.all(other)) {
		return false // who speaks for one body is not another
	}
	if other.Kind == riwaya.OriginInstitution && strings.HasPrefix(o.OfKey, "id:") && strings.HasPrefix(other.Key, "id:") && o.OfKey != other.Key && !g.s.Words.Any(o.Name+" "+g.all(other), g.s.Words.Government) {
		return false // an official of one body does not speak for another; a government is all of them
	}
	if body := g.s.Words.BodyOf(o.Name); body != "" && end.Standing(other) == 0 && other.Kind == riwaya.OriginInstitution && g.ofState(other) == 0 && g.s.Words.Any(other.Name, g.s.Words.Ministry) && !g.s.ShareWord(body, g.all(other)) {
		return false // sources in the prosecution are no ministry
	}
	vague := func(kind string) bool { return kind == "unnamed" || kind == "other" || kind == "" }
	if o.Kind == riwaya.OriginDocument { // "an official toll" may be anybody's
		return true
	}
	if other.Kind == riwaya.OriginDocument {
		return false
	}
	return vague(o.Source) || vague(other.Source) || o.Source == other.Source || o.Source == "person" || other.Source == "person" && o.Source != "witness"
}
