package views

import "riwaya"

// Origins are where chains end, as a range with its scope.
type Origins struct {
	AtLeast, AtMost int
	Scope           Scope
	Named           []Origin // known by name, and a true end
	Others          []Origin // without a name, and last known hops
	Merges          []Merge
}

// Origin is an end of chains.
type Origin struct {
	Name     string
	Kind     string // in words
	Of       string
	Medium   string
	LastHop  bool // the text ends there, not the chain
	Shared   bool // it may be another of the list
	Reports  int
	Evidence string // the address of a claim's chain, or of a report
	Source   string // the ID of its page, "" where it has none
}

// Merge is a reason for counting ends as one.
type Merge struct {
	Surely bool
	Reason string
}

// Origins are origins as they are shown.
func (v *View) Origins(o *riwaya.Origins) Origins {
	out := Origins{AtLeast: o.AtLeast, AtMost: o.AtMost, Scope: v.Scope(&o.Scope)}
	for i := range o.List {
		x := &o.List[i]
		one := Origin{Name: v.OriginName(x), Kind: v.Words.Word("kind", originKind(x)), LastHop: !x.Known, Shared: x.Shared, Reports: len(x.Articles)}
		if !x.Private {
			one.Of, one.Medium = v.hidden(x.Articles, x.Of), v.hidden(x.Articles, x.Medium)
			if one.Of == one.Name {
				one.Of = ""
			}
			one.Source = Source(x.Actor)
		}
		switch {
		case len(x.Claims) > 0:
			one.Evidence = v.Link("chain", x.Claims[0].Claim)
		case len(x.Articles) > 0:
			one.Evidence = v.Link("chain", x.Articles[0])
		}
		if x.Known && x.Name != "" && !x.Private && x.Kind != riwaya.OriginUnnamed {
			out.Named = append(out.Named, one)
		} else {
			out.Others = append(out.Others, one)
		}
	}
	for i := range o.Merges {
		out.Merges = append(out.Merges, Merge{o.Merges[i].Surely, v.Merge(&o.Merges[i])})
	}
	return out
}

// OriginName is an origin as it is called: by name, or by what it is.
func (v *View) OriginName(o *riwaya.Origin) string {
	if o.Name == "" || o.Private {
		return v.Words.Word("kind", originKind(o))
	}
	name := o.Name
	for _, a := range o.Articles[:min(len(o.Articles), 8)] {
		name = v.M.Gate(a).Words(name)
	}
	return v.Name(o.Actor, name)
}

// originKind is what an origin is: of a source the record's kind says it most exactly.
func originKind(o *riwaya.Origin) string {
	switch {
	case o.Private && (o.Source == "" || o.Source == "person"):
		return "private"
	case o.Source != "" && o.Source != "other":
		return o.Source
	}
	return o.Kind
}

// hidden is words of reports as they may be shown, "" where there are none.
func (v *View) hidden(articles []string, words *string) string {
	if words == nil {
		return ""
	}
	out := *words
	for _, a := range articles[:min(len(articles), 8)] {
		out = v.M.Gate(a).Words(out)
	}
	return v.Shown(out)
}

// Change is a difference between two wordings of the same.
type Change struct {
	Kind     string // in words
	Became   string
	Where    string // between what, in words
	Directed bool
	From, To Excerpt
	Compare  string // the two reports side by side, "" where they stand so
}

// Changes are changes as they are shown, in their order.
func (v *View) Changes(all []riwaya.Change) []Change {
	out := make([]Change, len(all))
	for i := range all {
		c := &all[i]
		out[i] = Change{Kind: v.Words.Word("change", c.Kind), Became: v.Became(c), Where: v.Words.Word("edge", c.Edge), Directed: c.Directed, From: v.Excerpt(c.From), To: v.Excerpt(c.To)}
		if c.From.Article != c.To.Article {
			out[i].Compare = v.Link("compare", c.From.Article, c.To.Article)
		}
	}
	return out
}
