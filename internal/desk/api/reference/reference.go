// Package reference writes the description of the API as a page for people: docs/api.md.
package reference

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// operation is one with where it stands.
type operation struct {
	method, path string
	*huma.Operation
}

// Markdown writes the page. prefix is what all addresses begin with.
func Markdown(w io.Writer, d *huma.OpenAPI, prefix string) error {
	var b strings.Builder
	b.WriteString("# The API\n\nMade by `make docs` from the code; the same for programs (OpenAPI 3.1) is at `" + prefix + "/openapi.json` of a desk.\n\n")
	for line := range strings.Lines(d.Info.Description) {
		b.WriteString(strings.TrimSpace(line) + "\n\n")
	}
	b.WriteString(asking)
	tags := map[string][]operation{}
	for path, item := range d.Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "PATCH": item.Patch, "DELETE": item.Delete} {
			if op != nil {
				tags[op.Tags[0]] = append(tags[op.Tags[0]], operation{method, path, op})
			}
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(tags)) {
		fmt.Fprintf(&b, "## %s\n\n", strings.ToUpper(tag[:1])+tag[1:])
		slices.SortFunc(tags[tag], func(x, y operation) int {
			return cmp.Or(strings.Compare(x.path, y.path), strings.Compare(x.method, y.method))
		})
		for _, op := range tags[tag] {
			op.write(&b, prefix)
		}
	}
	b.WriteString("## What answers and bodies are made of\n\n")
	all := d.Components.Schemas.Map()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if len(all[name].Properties) > 0 {
			fmt.Fprintf(&b, "### %s\n\n", name)
			fields(&b, all[name])
		}
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}

const asking = `## How to ask

At the machine itself nobody logs in: ` + "`curl http://127.0.0.1:7420/api/v1/stories`" + `. Where the desk listens on another address, log in first and send the secret with each request:

    curl -d '{"name": "…", "password": "…"}' -H 'Content-Type: application/json' https://desk.example/api/v1/session
    curl -H 'Authorization: Bearer SECRET' https://desk.example/api/v1/stories

A change is a request with a body of JSON (` + "`Content-Type: application/json`" + `); one without it must state its origin, as browsers do. A client may ask 50 times a second, and 500 times at once; then it gets 429 with Retry-After.

`

func (op *operation) write(b *strings.Builder, prefix string) {
	fmt.Fprintf(b, "### `%s %s%s`\n\n%s.", op.method, prefix, strings.TrimPrefix(op.path, prefix), op.Summary)
	if op.Description != "" {
		b.WriteString(" " + op.Description)
	}
	if role, ok := op.Extensions["x-least-role"].(string); ok && role != "reader" {
		fmt.Fprintf(b, " For a %s.", role)
	}
	b.WriteString("\n\n")
	if len(op.Parameters) > 0 {
		b.WriteString("| parameter | in | kind | |\n| :-- | :-- | :-- | :-- |\n")
		for _, p := range op.Parameters {
			must := ""
			if p.Required && p.In != "path" {
				must = "must be there. "
			}
			fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", p.Name, p.In, kind(p.Schema), cell(must+p.Description))
		}
		b.WriteString("\n")
	}
	if op.RequestBody != nil {
		for _, m := range op.RequestBody.Content {
			fmt.Fprintf(b, "Body: %s.\n\n", kind(m.Schema))
			break
		}
	}
	var statuses []string
	for _, status := range slices.Sorted(maps.Keys(op.Responses)) {
		r := op.Responses[status]
		if !strings.HasPrefix(status, "2") {
			if status != "default" {
				statuses = append(statuses, status)
			}
			continue
		}
		for _, media := range slices.Sorted(maps.Keys(r.Content)) {
			answer := kind(r.Content[media].Schema)
			if media != "application/json" {
				answer = media
			}
			fmt.Fprintf(b, "Answer: %s.", answer)
		}
		if len(r.Content) == 0 {
			fmt.Fprintf(b, "Answer: %s, without a body.", status)
		}
	}
	if len(statuses) > 0 {
		fmt.Fprintf(b, " Errors: %s.", strings.Join(statuses, ", "))
	}
	b.WriteString("\n\n")
}

// fields are those of an object, as a table.
func fields(b *strings.Builder, s *huma.Schema) {
	b.WriteString("| field | kind | |\n| :-- | :-- | :-- |\n")
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", name, kind(s.Properties[name]), cell(s.Properties[name].Description))
	}
	b.WriteString("\n")
}

// kind is what a schema takes.
func kind(s *huma.Schema) string {
	switch {
	case s == nil:
		return "anything"
	case s.Ref != "":
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		return "[" + name + "](#" + strings.ToLower(name) + ")"
	case len(s.Enum) > 0:
		words := make([]string, len(s.Enum))
		for i, e := range s.Enum {
			words[i] = fmt.Sprint(e)
		}
		return strings.Join(words, ", ")
	case s.Type == huma.TypeArray:
		return "list of " + kind(s.Items)
	case s.Type == "":
		return "JSON"
	}
	out := s.Type
	if s.Format != "" && s.Format != "double" && s.Format != "int64" {
		out = s.Format
	}
	if s.Minimum != nil && s.Maximum != nil {
		out += fmt.Sprintf(" %v–%v", *s.Minimum, *s.Maximum)
	}
	if s.Default != nil {
		out += fmt.Sprintf(", else %v", s.Default)
	}
	if s.Nullable {
		out += " or null"
	}
	return out
}

func cell(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "|", "\\|"), "\n", " ") }
