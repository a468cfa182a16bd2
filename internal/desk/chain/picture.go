package chain

import (
	"cmp"
	"slices"
	"strconv"

	"riwaya"
	"riwaya/internal/desk/views"
)

// Picture is what chainview.js draws.
type Picture struct {
	Nodes []Node `json:"nodes"`
	Edges []Edge `json:"edges"`
	Table string `json:"table"`
}

// Node is a stop of a chain.
type Node struct {
	ID   string `json:"id"`
	Kind string `json:"kind"` // source, outlet, report
	Name string `json:"name"`
	Meta string `json:"meta,omitempty"`
	Href string `json:"href,omitempty"`
	Last bool   `json:"last,omitempty"` // the last known hop
}

// Edge runs as the words ran: from nearer the origin to nearer the reader.
type Edge struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Relation string `json:"relation"`
	Label    string `json:"label"`
	Href     string `json:"href,omitempty"`
	Doubt    bool   `json:"doubt,omitempty"`
}

// Hop is a hop as the table has it.
type Hop struct {
	From, To   Node // from nearer the origin to nearer the reader
	Relation   string
	Label      string // in words
	Doubt      bool
	Why        string // in words, "" where the relation says it
	Evidence   []views.Excerpt
	Capture    string // of what publishes: the article whose evidence it is
	Also       []views.Report
	Compare    string // the two side by side
	order, day string
}

// hopsShown is how many hops a table has.
const hopsShown = 300

// tableID is the table of the same hops in the page.
const tableID = "hops"

// drawing gathers the stops and hops of chains, each once.
type drawing struct {
	v     *views.View
	nodes []Node
	at    map[string]int
	hops  []Hop
	met   map[string]bool
}

// draw is the picture of chains, and the table of their hops: those nearest the origins first.
func draw(v *views.View, chains []riwaya.Chain) (p *Picture, hops []Hop, more int) {
	d := drawing{v: v, at: map[string]int{}, met: map[string]bool{}}
	for i := range chains {
		d.chain(&chains[i])
	}
	slices.SortStableFunc(d.hops, func(a, b Hop) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.day, b.day), cmp.Compare(a.From.Name, b.From.Name))
	})
	p = &Picture{Nodes: d.nodes, Edges: []Edge{}, Table: tableID}
	for i := range d.hops {
		h := &d.hops[i]
		if h.Relation == riwaya.RelationPublishes {
			continue // a report is named after who publishes it
		}
		e := Edge{From: h.From.ID, To: h.To.ID, Relation: h.Relation, Label: h.Label, Doubt: h.Doubt, Href: h.Compare}
		if e.Href == "" && len(h.Evidence) > 0 {
			e.Href = h.Evidence[0].Href
		}
		p.Edges = append(p.Edges, e)
	}
	if len(p.Nodes) < 2 {
		p = nil
	}
	if n := len(d.hops); n > hopsShown {
		return p, d.hops[:hopsShown], n - hopsShown
	}
	return p, d.hops, 0
}

func (d *drawing) chain(c *riwaya.Chain) {
	if len(c.Hops) == 0 {
		n := d.node(&riwaya.Node{Kind: riwaya.NodeReport, Article: &c.Article}, c.Article, "")
		d.nodes[n].Last = d.nodes[n].Last || !c.End.Known
		return
	}
	for i := range c.Hops {
		h := &c.Hops[i]
		if h.Relation == riwaya.RelationPublishes {
			d.publishes(h)
			continue
		}
		end := ""
		if i == len(c.Hops)-1 {
			end = c.End.Key
		}
		near, far := d.node(&h.From, c.Article, ""), d.node(&h.To, c.Article, end)
		if i == len(c.Hops)-1 && !c.End.Known {
			d.nodes[far].Last = true
		}
		d.hop(h, near, far)
	}
	if last := &c.Hops[len(c.Hops)-1]; len(c.Hops) == 1 && last.Relation == riwaya.RelationPublishes && !c.End.Known {
		n := d.node(&last.To, c.Article, "")
		d.nodes[n].Last = true
	}
}

// order is where hops stand in the table: nearest the origin first.
var order = []string{riwaya.RelationCites, riwaya.RelationAttributes, riwaya.RelationCredits, riwaya.RelationCopies, riwaya.RelationPublishes}

func rank(relation string) string { return strconv.Itoa(slices.Index(order, relation)) }

func (d *drawing) hop(h *riwaya.ChainHop, near, far int) {
	from, to := d.nodes[far], d.nodes[near]
	label := d.v.Words.Word("hop", h.Relation)
	switch {
	case h.Uncredited:
		label = d.v.Words.Word("hop", "uncredited")
	case h.Undirected:
		label = d.v.Words.Word("hop", "undirected")
	}
	key := from.ID + " " + to.ID + " " + label
	for _, e := range h.Evidence {
		key += " " + e.Article + strconv.Itoa(e.Spans.Hull().Start)
	}
	if d.met[key] {
		return
	}
	d.met[key] = true
	out := Hop{From: from, To: to, Relation: h.Relation, Label: label, Doubt: h.Uncredited || h.Undirected, order: rank(h.Relation)}
	if h.Relation == riwaya.RelationCopies {
		out.Why = d.v.Words.Word("copy", h.Why)
	} else if h.Why != "" {
		out.Why = d.v.Words.Word("hop", h.Why)
	}
	for _, e := range h.Evidence {
		out.Evidence = append(out.Evidence, d.v.Excerpt(e))
	}
	if h.Relation == riwaya.RelationCopies && h.From.Article != nil && h.To.Article != nil {
		out.Compare = d.v.Link("compare", *h.From.Article, *h.To.Article)
	}
	for _, a := range h.Also {
		out.Also = append(out.Also, d.v.Report(a))
	}
	if h.From.Article != nil {
		out.day = d.v.Report(*h.From.Article).Day
	}
	d.hops = append(d.hops, out)
}

// publishes notes whose report it is; the evidence is what came in.
func (d *drawing) publishes(h *riwaya.ChainHop) {
	if h.To.Article == nil || d.met["publishes "+*h.To.Article] {
		return
	}
	d.met["publishes "+*h.To.Article] = true
	report := d.nodes[d.node(&h.To, *h.To.Article, "")]
	outlet := Node{Kind: riwaya.NodeOutlet, Name: d.v.Shown(d.v.M.Gate(*h.To.Article).Words(h.From.Name))}
	d.hops = append(d.hops, Hop{From: report, To: outlet, Relation: h.Relation, Label: d.v.Words.Word("hop", h.Relation), Capture: *h.To.Article, order: rank(h.Relation), day: d.v.Report(*h.To.Article).Day})
}

// node is the place of a stop among the nodes. article is the one whose chain it is on, end what
// joins a private person's stops.
func (d *drawing) node(n *riwaya.Node, article, end string) int {
	key := n.Kind + " " + n.Name
	switch {
	case n.Article != nil:
		key = *n.Article
	case n.Actor != nil && !n.Private:
		key = *n.Actor
	case n.Name == "" || n.Private: // nobody in particular: another one in each report
		key = n.Kind + " of " + article + " " + end
	}
	if i, ok := d.at[key]; ok {
		return i
	}
	out := Node{ID: "n" + strconv.Itoa(len(d.nodes)+1), Kind: n.Kind}
	switch {
	case n.Article != nil:
		r := d.v.Report(*n.Article)
		out.Kind, out.Name, out.Meta, out.Href = riwaya.NodeReport, r.Outlet, r.Day, r.Href
		if out.Name == "" {
			out.Name = d.v.Say("outlet.none")
		}
		if r.Seen {
			out.Meta += " (" + d.v.Say("seen.short") + ")"
		}
	case n.Private:
		out.Name = d.v.Words.Word("kind", "private")
	case n.Name == "":
		out.Name = d.v.Words.Word("kind", "unnamed")
	default:
		out.Name = d.v.Name(n.Actor, d.v.M.Gate(article).Words(n.Name))
		if page := views.Source(n.Actor); page != "" {
			out.Href = d.v.Link("source", page)
		}
	}
	if out.Kind == riwaya.NodeOutlet && n.Article == nil {
		out.Meta = d.v.Say("chain.nothere")
	}
	d.at[key] = len(d.nodes)
	d.nodes = append(d.nodes, out)
	return len(d.nodes) - 1
}
