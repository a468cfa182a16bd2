// Package gold makes annotated articles of reviewed ones, as package eval/annotated reads them
// (NAME.gold.json beside NAME.txt, spans in code points): so that what people decided measures what
// the machine reads.
//
// A layer of an article is gold when somebody looked at all of the article for it and every finding
// that there was is decided, by nobody against another: then what is not in it is not in the
// article, and recall can be measured. Findings that are decided in other layers are told apart
// ([Doc.Partial]); they measure nothing by themselves.
//
// What is gold depends on what people decided alone: a later version of the machine is held against
// the same.
package gold

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/review"
	"riwaya/internal/review/finding"
)

// Doc is what one article gives.
type Doc struct {
	Article string
	Text    string
	Layers  []string // that are gold
	Not     []Not    // and those that are not, though something in them was decided
	Gold    []byte   // NAME.gold.json; nil where no layer is gold
	Partial []byte   // the decided findings of the other layers, in the same form; nil where there are none
	Who     []string // whose decisions it has
}

// Not says why a layer is no gold.
type Not struct{ Layer, Why string }

// export makes the document of one article.
type export struct {
	*review.Reviewed
	decided map[string][]row // by layer, in the order of the text
	index   map[string]int   // of claims among those that are exported
	who     []string
}

// row is a finding as people have it.
type row struct {
	id string
	is finding.Values
}

// Of makes the document of a reviewed article.
func Of(v *review.Reviewed) (Doc, error) {
	x := &export{Reviewed: v, decided: map[string][]row{}, index: map[string]int{}}
	doc := Doc{Article: v.Article, Text: v.Record.Article.Text}
	if strings.Contains(doc.Text, "\r") {
		return doc, fmt.Errorf("%s: its text has line ends that a file of gold cannot keep", v.Article)
	}
	whole := map[string]bool{}
	var others []string
	for _, layer := range riwaya.Layers {
		why, touched := x.layer(layer)
		switch {
		case why == "":
			doc.Layers = append(doc.Layers, layer)
			whole[layer] = true
		case touched:
			doc.Not = append(doc.Not, Not{layer, why})
			if len(x.decided[layer]) > 0 {
				others = append(others, layer)
			}
		}
	}
	slices.Sort(x.who)
	x.who = slices.Compact(x.who)
	doc.Who = x.who
	var err error
	if len(doc.Layers) > 0 {
		if doc.Gold, err = x.write(doc.Layers, whole[finding.Claims]); err != nil {
			return doc, err
		}
	}
	if len(others) > 0 {
		doc.Partial, err = x.write(others, whole[finding.Claims] || slices.Contains(others, finding.Claims))
	}
	return doc, err
}

// layer gathers what is decided of a layer, and says why it is no gold; touched: something in it
// was decided.
func (x *export) layer(layer string) (why string, touched bool) {
	var ids []string
	looked := false
	for _, d := range x.Log.Whole(x.Article) {
		for _, s := range d.Seen {
			if s.Layer == layer {
				ids, looked = append(ids, s.Findings...), true
				x.who = append(x.who, d.Who)
			}
		}
	}
	for _, id := range x.Log.Findings(x.Article) {
		if of, _ := x.Log.Opinions(review.Ref{Article: x.Article, Finding: id}); of == layer {
			ids, touched = append(ids, id), true
		}
	}
	slices.Sort(ids)
	open, disputed, incomplete := 0, 0, 0
	for _, id := range slices.Compact(ids) {
		_, opinions := x.Log.Opinions(review.Ref{Article: x.Article, Finding: id})
		if f := x.Finding(id); f != nil && f.State == review.Agreed { // what is about another reading does not count beside it
			opinions = slices.DeleteFunc(slices.Clone(opinions), func(o review.Opinion) bool { return !slices.Contains(f.Who(), o.Who) })
		}
		is, rejected, against := review.Settled(opinions)
		for i := range opinions {
			x.who = append(x.who, opinions[i].Who)
		}
		switch {
		case against != nil:
			disputed++
		case is != nil:
			x.decided[layer] = append(x.decided[layer], row{id, is})
			if !complete(layer, is) {
				incomplete++
			}
		case !rejected:
			open++
		}
	}
	x.order(layer)
	switch {
	case !looked:
		return "nobody said that all of it was looked at", touched
	case open > 0:
		return fmt.Sprintf("%d not reviewed", open), true
	case disputed > 0:
		return fmt.Sprintf("%d disputed", disputed), true
	case incomplete > 0:
		return fmt.Sprintf("%d added without all that is measured", incomplete), true
	}
	return "", true
}

// complete reports whether a finding says all that is measured of its layer: who adds one may not
// have.
func complete(layer string, is finding.Values) bool {
	var needed []string
	switch layer {
	case finding.Claims:
		needed = []string{"cue", "class", "content", "mode"}
	case finding.Figures:
		needed = []string{"op", "group", "predicate"}
	case finding.Times:
		needed = []string{"value"}
	case finding.Actors:
		needed = []string{"kind"}
	case finding.Events:
		needed = []string{"type", "status"}
	case finding.Positions:
		needed = []string{"actor", "stance"}
	}
	return !slices.ContainsFunc(needed, func(name string) bool { return is[name].IsEmpty() })
}

// order sorts rows by where they stand.
func (x *export) order(layer string) {
	name := finding.Anchor(layer)
	slices.SortStableFunc(x.decided[layer], func(a, b row) int { return first(a.is[name]) - first(b.is[name]) })
}

func first(v finding.Value) int {
	if len(v.At) == 0 {
		return 0
	}
	return v.At[0].From
}

// head is NAME.gold.json without its layers.
type head struct {
	Doc       string   `json:"doc"`
	Language  string   `json:"language"`
	Published *string  `json:"published"`
	Outlet    string   `json:"outlet,omitempty"`
	URL       string   `json:"url,omitempty"`
	TextLen   int      `json:"text_len"`
	By        []string `json:"reviewed_by"`
}

// write writes layers. linked: claims can be pointed at.
func (x *export) write(layers []string, linked bool) ([]byte, error) {
	a := &x.Record.Article
	f := head{Doc: x.Article, Language: a.Language, Outlet: value(a.Outlet), URL: value(a.URL), TextLen: x.Points().Count(len(a.Text)), By: x.who}
	if a.Published != nil {
		day := *a.Published
		day = day[:min(len(day), len("2006-01-02"))]
		f.Published = &day
	}
	clear(x.index)
	if linked {
		for i, r := range x.decided[finding.Claims] {
			x.index[r.id] = i
		}
	}
	out, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	out = out[:len(out)-1] // the layers follow, empty ones too: they are annotated
	for _, layer := range layers {
		rows := []any{}
		for _, r := range x.decided[layer] {
			rows = append(rows, x.rows(layer, r, len(rows))...)
		}
		b, err := json.Marshal(rows)
		if err != nil {
			return nil, err
		}
		out = append(fmt.Appendf(out, ",\n%q:", layer), b...)
	}
	return append(out, "}\n"...), nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
