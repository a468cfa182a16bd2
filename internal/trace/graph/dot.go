package graph

import (
	"io"
	"slices"
	"strings"

	"riwaya"
)

// Dot writes chains as a graph for Graphviz: an arrow from each origin to what has it from
// there, down to the reports. Private persons are named by what they are.
func Dot(w io.Writer, chains []riwaya.Chain) error {
	g := dot{nodes: map[string]string{}, edges: map[string]string{}}
	for i := range chains {
		g.chain(&chains[i])
	}
	var out strings.Builder
	out.WriteString("digraph chains {\n\trankdir=TB;\n\tnode [shape=box, fontname=\"sans-serif\"];\n")
	for _, k := range sorted(g.nodes) {
		out.WriteString("\t" + quoted(k) + " [" + g.nodes[k] + "];\n")
	}
	for _, k := range sorted(g.edges) {
		from, to, _ := strings.Cut(k, "\x00")
		to, _, _ = strings.Cut(to, "\x00")
		out.WriteString("\t" + quoted(from) + " -> " + quoted(to) + " [" + g.edges[k] + "];\n")
	}
	out.WriteString("}\n")
	_, err := io.WriteString(w, out.String())
	return err
}

type dot struct{ nodes, edges map[string]string }

func (g *dot) chain(c *riwaya.Chain) {
	for i, h := range c.Hops {
		from, to := g.node(&h.From, ""), g.node(&h.To, c.End.Key)
		if h.Relation == riwaya.RelationPublishes {
			continue // the report is named after who publishes it
		}
		if i == len(c.Hops)-1 && c.End.Known {
			g.nodes[to] += ", shape=ellipse"
		}
		label, style := h.Relation, ""
		switch {
		case h.Uncredited:
			label, style = label+", uncredited", ", style=dashed"
		case h.Undirected:
			style = ", style=dotted, dir=none"
		}
		g.edges[to+"\x00"+from+"\x00"+label] = "label=" + quoted(label) + style
	}
	if len(c.Hops) == 0 {
		g.nodes[c.Article] = "label=" + quoted(c.Article)
	}
}

// node is what a stop is called in the graph.
func (g *dot) node(n *riwaya.Node, end string) string {
	name := n.Name
	if n.Private {
		name = label("")
	}
	key := n.Kind + " " + name
	switch {
	case n.Article != nil:
		key = *n.Article
	case n.Actor != nil:
		key = *n.Actor
	case n.Private && end != "":
		key = end
	}
	if name == "" {
		name = "?"
	}
	if n.Article != nil && name != *n.Article {
		name += "\n" + *n.Article
	}
	g.nodes[key] = "label=" + quoted(name)
	return key
}

func sorted(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// quoted is a string of the DOT language: https://graphviz.org/doc/info/lang.html. In a label
// \n is a new line, and what else a backslash could start is left out.
func quoted(s string) string {
	s = strings.NewReplacer(`\`, "", `"`, `\"`, "\n", `\n`, "\r", " ", "\x00", "").Replace(s)
	return `"` + s + `"`
}
