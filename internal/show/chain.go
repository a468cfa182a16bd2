package show

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"riwaya"
)

// Chains are chains as they are shown, and what their showing asks.
type Chains struct {
	Chains  []riwaya.Chain
	Origins *riwaya.Origins // may be nil: then nothing is counted
	Changes []riwaya.Change
	// Say is a message in words, by its key.
	Say func(key string, args ...string) string
	// Report is what a report is called on a line: its outlet and its day.
	Report func(article string) string
	// Shown are words of an article without the names of private persons.
	Shown func(article, words string) string
}

// WriteChains writes chains as a tree: each origin, and below it who has it from there, down to
// the reports. Behind it stand how many origins there are, among what, and why some count as
// one; then the changes.
func WriteChains(w io.Writer, c Chains, o Options) error {
	p := &page{o: o}
	t := tree{page: p, c: &c}
	for _, root := range t.roots() {
		t.write(root, "", "")
	}
	t.origins()
	for i := range c.Changes {
		p.blank()
		t.change(&c.Changes[i])
	}
	return p.writeTo(w)
}

// branch is one stop of the tree.
type branch struct {
	key, name, relation, note string
	under                     []*branch
	leaf                      bool // a report that a chain is from
}

type tree struct {
	*page
	c *Chains
}

// roots are the ends of the chains, each with its branches.
func (t *tree) roots() []*branch {
	top := &branch{}
	for i := range t.c.Chains {
		t.hang(top, &t.c.Chains[i])
	}
	t.sort(top)
	return top.under
}

// hang puts a chain into the tree, from its end.
func (t *tree) hang(top *branch, c *riwaya.Chain) {
	at := top
	hops := c.Hops
	ends := t.counted(c)
	end := t.origin(ends)
	last := len(hops) - 1
	for i := last; i >= 0; i-- {
		h := &hops[i]
		if h.Relation == riwaya.RelationPublishes {
			break // what is published is named after who publishes it
		}
		key, name := t.stop(&h.To)
		if i == last {
			if h.To.Article == nil && ends != &c.End {
				key = "origin " + strings.Join(ends.Articles, " ") + ends.Name
			} else if h.To.Article == nil && c.End.Key != "" {
				key = c.End.Key
			}
			if c.End.Known || h.To.Kind == riwaya.NodeSource {
				name = end
			}
		}
		at = at.to(key, name)
		if i == last {
			at.note = t.ends(&c.End)
		} else {
			at.relation = t.relation(&hops[i+1])
		}
	}
	leaf := at.to(c.Article, t.c.Report(c.Article))
	leaf.leaf = true
	switch {
	case len(hops) == 0 || last == 0 && hops[0].Relation == riwaya.RelationPublishes:
		leaf.note = t.ends(&c.End)
	case hops[0].Relation == riwaya.RelationPublishes:
		leaf.relation = t.relation(&hops[1])
	default:
		leaf.relation = t.relation(&hops[0])
	}
}

// counted is the origin that the end of a chain was counted as, if origins were counted.
func (t *tree) counted(c *riwaya.Chain) *riwaya.Origin {
	if t.c.Origins != nil && c.Claim != nil {
		ref := riwaya.ClaimRef{Article: c.Article, Claim: *c.Claim}
		for i := range t.c.Origins.List {
			if o := &t.c.Origins.List[i]; slices.Contains(o.Claims, ref) {
				return o
			}
		}
	}
	return &c.End
}

func (b *branch) to(key, name string) *branch {
	for _, u := range b.under {
		if u.key == key {
			return u
		}
	}
	u := &branch{key: key, name: name}
	b.under = append(b.under, u)
	return u
}

func (t *tree) sort(b *branch) {
	slices.SortStableFunc(b.under, func(x, y *branch) int {
		return cmp.Or(cmp.Compare(len(y.under), len(x.under)), strings.Compare(x.key, y.key))
	})
	for _, u := range b.under {
		t.sort(u)
	}
}

// stop is a node's key in the tree, and what it is called.
func (t *tree) stop(n *riwaya.Node) (key, name string) {
	switch {
	case n.Article != nil:
		return *n.Article, t.c.Report(*n.Article)
	case n.Private && !t.o.Names:
		return n.Kind + " private", "[person]"
	case n.Name == "":
		return n.Kind, t.c.Say("tree.unnamed")
	case n.Actor != nil:
		return "id:" + *n.Actor, n.Name
	}
	return n.Kind + " " + n.Name, n.Name
}

// origin is what an end is called.
func (t *tree) origin(o *riwaya.Origin) string {
	name := o.Name
	switch {
	case o.Private && !t.o.Names:
		name = "[" + cmp.Or(o.Source, "person") + "]"
	case name == "":
		name = t.c.Say("tree.unnamed")
	}
	if o.Medium != nil {
		name += " · " + *o.Medium
	}
	return name
}

func (t *tree) ends(o *riwaya.Origin) string {
	if o.Known {
		return t.c.Say("tree.origin")
	}
	return t.c.Say("tree.last-hop")
}

// relation says how what is nearer the reader stands to what is nearer the origin.
func (t *tree) relation(h *riwaya.ChainHop) string {
	switch {
	case h.Uncredited:
		return t.c.Say("tree.uncredited")
	case h.Undirected:
		return t.c.Say("tree.undirected")
	case h.Why == riwaya.HopTold:
		return t.c.Say("tree.told")
	}
	return t.c.Say("tree." + h.Relation)
}

func (t *tree) write(b *branch, first, rest string) {
	runs := []run{{b.name, normal}}
	if b.leaf {
		runs[0].style = strong
	}
	if b.relation != "" {
		runs = append(runs, run{"(" + b.relation + ")", faint})
	}
	if b.note != "" {
		runs = append(runs, run{"· " + b.note, cool})
	}
	t.block(first, 2, runs...)
	for i, u := range b.under {
		if i == len(b.under)-1 {
			t.write(u, rest+"└─ ", rest+"   ")
		} else {
			t.write(u, rest+"├─ ", rest+"│  ")
		}
	}
}

// origins writes how many origins there are, never without among what.
func (t *tree) origins() {
	o := t.c.Origins
	if o == nil {
		return
	}
	t.blank()
	count := t.c.Say("tree.origins", strconv.Itoa(o.AtLeast), strconv.Itoa(o.AtMost))
	if o.AtLeast == 1 && o.AtMost == 1 {
		count = t.c.Say("tree.one-origin")
	}
	t.block("", 0, run{count + ",", strong}, run{o.Scope.Words, normal})
	for i := range o.Merges {
		sign := "= "
		if !o.Merges[i].Surely {
			sign = "? "
		}
		t.block(sign, 3, run{o.Merges[i].Reason, faint})
	}
}

// change writes one change with both wordings.
func (t *tree) change(c *riwaya.Change) {
	t.block("", 2, run{c.Kind, strong}, run{t.c.Shown(c.From.Article, t.c.Shown(c.To.Article, c.Reason)), normal})
	side := func(e *riwaya.Evidence, words string) {
		if words == "" {
			words = "…"
		}
		t.block("   ", shortened, run{t.c.Report(e.Article) + ":", faint}, run{t.c.Shown(e.Article, words), normal})
	}
	side(&c.From, c.FromText)
	side(&c.To, c.ToText)
}
