package words_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/count/predicate"
	"riwaya/internal/desk/words"
	"riwaya/internal/match"
	"riwaya/internal/quantity"
	"riwaya/internal/question/answer"
	"riwaya/lexicon"
)

// of is under which prefix the words of a constant of the root types stand, by what its name begins with.
// "" is for what is no value of a finding that a page shows in words.
var of = []struct{ name, prefix string }{
	{"Precision", "exactness"}, {"From", "dated"}, {"Coverage", "coverage"}, {"StatedBy", "stated"}, {"Credit", "credit"},
	{"Node", "kind"}, {"Relation", ""}, {"Origin", "kind"}, {"Change", "change"}, {"Edge", "edge"}, {"Mode", "content"},
	{"Copy", "copy"}, {"Hop", "hop"}, {"Teller", "kind"}, {"Given", "given"}, {"Why", "joined"}, {"Cause", "cause"},
	{"Story", "grouped"}, {"Mark", "mark"}, {"Ruling", "ruling"}, {"Schema", ""},
	{"SamePlace", "same"}, {"NearPlace", "same"}, {"InPlace", "same"}, {"SameDay", "same"}, {"DayFits", "same"}, {"SameFigure", "same"},
	{"SameParty", "same"}, {"SameKind", "same"}, {"SameWords", "same"}, {"LikeWords", "same"}, {"SameStory", "same"}, {"OnlyOne", "same"},
}

// relations are those of accounts; the others are of hops.
var relations = []string{"RelationAgree", "RelationRefine", "RelationUpdate", "RelationContradict"}

// TestConstantsHaveWords wants words for every value that a constant of the root types is.
func TestConstantsHaveWords(t *testing.T) {
	c := all(t)
	files, err := filepath.Glob("../../../*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				for i, n := range v.Names {
					if i < len(v.Values) && n.IsExported() {
						c.constant(n.Name, v.Values[i])
					}
				}
			}
		}
	}
}

func (c *catalogs) constant(name string, value ast.Expr) {
	lit, ok := value.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		c.t.Fatal(err)
	}
	i := slices.IndexFunc(of, func(o struct{ name, prefix string }) bool { return strings.HasPrefix(name, o.name) })
	switch {
	case i < 0:
		c.t.Errorf("riwaya.%s: under which prefix are its words?", name)
	case slices.Contains(relations, name):
		c.want("relation", text)
	case strings.HasPrefix(name, "Relation"):
		c.want("hop", text)
	case of[i].prefix != "":
		c.want(of[i].prefix, text)
	}
}

// TestListsHaveWords is the same for the values that stand in lists, in the lexicon and in the record's schema.
func TestListsHaveWords(t *testing.T) {
	c := all(t)
	c.want("class", riwaya.Classes...)
	c.want("kind", riwaya.SourceKinds...)
	c.want("kind", lexicon.ActorKinds...)
	c.want("predicate", predicate.All()...)
	c.want("group", quantity.Groups()...)
	c.want("teller", answer.Nameless()...)
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range lx.Classes["unit"] {
		c.want("unit", strings.TrimSuffix(u.Key, "!"))
	}
	rules, err := match.Parse(lx.RulesOf("events"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		c.want("event", r.Keys["type"])
		if m := r.Keys["mode"]; m != "" {
			c.want("mode", m)
		}
		if _, sub, ok := strings.Cut(r.Keys["acled"], " / "); ok {
			c.want("acled", sub)
		} else if a := r.Keys["acled"]; a != "" {
			t.Errorf("%s: ACLED's %q has no type and sub-type", r.Name, a)
		}
	}
	for _, s := range []string{"happened", "ongoing", "planned", "demanded", "denied", "hypothetical", "threatened"} {
		c.want("status", s)
	}
	b, err := os.ReadFile("../../../docs/record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	for _, e := range []struct{ def, field, prefix string }{
		{"figure", "op", "op"}, {"figure", "scope", "scope"}, {"time", "type", "time"}, {"place", "relation", "where"}, {"place", "precision", "precision"},
		{"event", "role", "role"}, {"event", "standing", "standing"}, {"position", "stance", "stance"}, {"actor", "kind", "kind"},
	} {
		values := enum(schema.Defs[e.def], e.field)
		if len(values) == 0 {
			t.Errorf("the schema lists no values of %s of %s", e.field, e.def)
		}
		c.want(e.prefix, values...)
	}
}

// enum are the values of the field of a name, wherever it stands in a part of a schema.
func enum(part json.RawMessage, field string) []string {
	var list []json.RawMessage
	if json.Unmarshal(part, &list) == nil {
		for _, p := range list {
			if v := enum(p, field); v != nil {
				return v
			}
		}
	}
	var named map[string]json.RawMessage
	if json.Unmarshal(part, &named) != nil {
		return nil
	}
	var one struct{ Enum []string }
	if json.Unmarshal(named[field], &one) == nil && one.Enum != nil {
		return one.Enum
	}
	for _, p := range named {
		if v := enum(p, field); v != nil {
			return v
		}
	}
	return nil
}

// TestReasonsHaveWords wants the words of every reason that chains and changes are told with at a terminal.
func TestReasonsHaveWords(t *testing.T) {
	c := all(t)
	b, err := os.ReadFile("../../../lexicon/trace/messages-en.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		key, _, _ := strings.Cut(line, " ")
		switch prefix, rest, _ := strings.Cut(key, "."); prefix {
		case "merge":
			c.want("merge", rest)
		case "change":
			c.want("became", rest)
		}
	}
}

// catalogs are the words of all languages, held to something.
type catalogs struct {
	t   *testing.T
	all map[string]*words.Catalog
}

func all(t *testing.T) *catalogs {
	t.Helper()
	c, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &catalogs{t, c}
}

func (c *catalogs) want(prefix string, values ...string) {
	c.t.Helper()
	for _, v := range values {
		for lang, catalog := range c.all {
			if !catalog.Has(prefix + "." + v) {
				c.t.Errorf("%s.txt has no %s.%s", lang, prefix, v)
			}
		}
	}
}
