package read

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"riwaya"
	"riwaya/lexicon"
)

const schemaFile = "../../docs/record.schema.json"

func newReader(tb testing.TB) *Reader {
	tb.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		tb.Fatal(err)
	}
	r, err := New(lx)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// articleOf is a text as a plain-text file of it would be.
func articleOf(text string) riwaya.Article {
	a := riwaya.Article{ID: riwaya.TextID(text), Text: text,
		PublishedPrecision: riwaya.PrecisionUnknown, PublishedFrom: riwaya.FromUnknown}
	a.Title, _, _ = strings.Cut(text, "\n")
	Language(&a)
	return a
}

// texts are all texts that the project ships, by file.
func texts(tb testing.TB) map[string]string {
	tb.Helper()
	out := map[string]string{}
	for _, glob := range []string{"../../examples/*.txt", "../../eval/gold/posts/*.txt"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			tb.Fatalf("%s: %d files, %v", glob, len(files), err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				tb.Fatal(err)
			}
			out[f] = string(b)
		}
	}
	return out
}

// TestRecordsFitTheSchema holds every record of the project's own texts against the
// schema that it ships, made strict: a field that the schema does not name is an error,
// so that no field stays undescribed.
func TestRecordsFitTheSchema(t *testing.T) {
	schema := compile(t, true)
	r := newReader(t)
	for name, text := range texts(t) {
		b, err := r.Read(articleOf(text)).MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaNamesEveryField holds the schema against the Go types, so that layers
// without findings yet are described too.
func TestSchemaNamesEveryField(t *testing.T) {
	var s map[string]any
	b, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	defs, _ := s["$defs"].(map[string]any)
	for name, v := range map[string]any{"article": riwaya.Article{}, "credit": riwaya.Credit{}, "claim": riwaya.Claim{},
		"hop": riwaya.Hop{}, "figure": riwaya.Figure{}, "time": riwaya.Time{}, "place": riwaya.Place{}, "actor": riwaya.Actor{},
		"event": riwaya.Event{}, "position": riwaya.Position{}} {
		def, _ := defs[name].(map[string]any)
		properties, _ := def["properties"].(map[string]any)
		typ := reflect.TypeOf(v)
		fields := 0
		for i := range typ.NumField() {
			tag, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if tag == "-" {
				continue // no part of what is printed
			}
			fields++
			if properties[tag] == nil {
				t.Errorf("%s has no property %q", name, tag)
			}
		}
		if len(properties) != fields {
			t.Errorf("%s has %d properties, its type %d fields", name, len(properties), fields)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compile(t, false)
	for _, bad := range []string{
		`{}`,
		`[]`,
		`{"schema":"riwaya.record/2","article":{},"claims":[],"figures":[],"times":[],"places":[],"actors":[],"events":[],"positions":[]}`,
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(doc) == nil {
			t.Errorf("accepts %s", bad)
		}
	}
}

func compile(t *testing.T, strict bool) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	if strict {
		closeObjects(doc)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closeObjects forbids, everywhere in a schema, properties that it does not name.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if v["required"] != nil && v["properties"] != nil {
			v["additionalProperties"] = false
		}
		for _, x := range v {
			closeObjects(x)
		}
	case []any:
		for _, x := range v {
			closeObjects(x)
		}
	}
}
