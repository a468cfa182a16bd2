package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// variant makes a prediction out of gold, the same each time; nil is none.
type variant struct {
	name    string
	predict func(gold map[string]any, length int, nth uint64) map[string]any
}

func variants() []variant {
	out := []variant{
		{"none", func(map[string]any, int, uint64) map[string]any { return nil }},
		{"empty", func(map[string]any, int, uint64) map[string]any { return map[string]any{} }},
		{"gold", func(g map[string]any, n int, _ uint64) map[string]any { return asRecord(g) }},
		{"absurd", absurd},
	}
	for i, rate := range []float64{0.05, 0.15, 0.3, 0.6} {
		out = append(out, variant{fmt.Sprintf("perturbed-%g", rate), func(g map[string]any, n int, nth uint64) map[string]any {
			p := perturber{rand.New(rand.NewPCG(uint64(i), nth)), rate, n}
			return p.record(asRecord(g))
		}})
	}
	return out
}

// asRecord is gold in the form of a record.
func asRecord(g map[string]any) map[string]any {
	ids := map[string]any{}
	p := map[string]any{}
	id := func(v any) any {
		if n, ok := v.(float64); ok {
			return fmt.Sprint("c", n)
		}
		return nil
	}
	flat := func(x map[string]any) map[string]any {
		x = maps.Clone(x)
		if s, ok := x["span"].(map[string]any); ok {
			x["span"], x["text"] = s["spans"], s["text"]
		}
		if c, ok := x["claim"]; ok {
			x["claim"] = id(c)
		}
		x["rule"], x["confidence"] = "xx/rule:"+fmt.Sprint(x["op"], x["type"])+"@1f", 0.75
		return x
	}
	add := func(key string, x any) {
		l, _ := p[key].([]any)
		p[key] = append(l, x)
	}
	for i, c := range rowsOf(g, "claims") {
		source := map[string]any{"spans": []any{}, "text": "", "name": c["resolved"]}
		if s, ok := c["source"].(map[string]any); ok {
			source = maps.Clone(s)
		}
		cue, content := maps.Clone(c["cue"].(map[string]any)), maps.Clone(c["content"].(map[string]any))
		cue["class"], content["mode"] = c["class"], c["mode"]
		add("claims", map[string]any{"id": fmt.Sprint("c", i), "source": source, "cue": cue, "content": content,
			"parent": id(c["parent"]), "confidence": 0.5 + float64(i%6)/10, "rule": "ar/attribution:" + fmt.Sprint(c["class"]) + "@3f2a"})
	}
	for _, key := range []string{"figures", "times", "places", "positions"} {
		for _, x := range rowsOf(g, key) {
			add(key, flat(x))
		}
	}
	for i, a := range rowsOf(g, "actors") {
		x := flat(a)
		x["id"], x["mentions"] = fmt.Sprint("a", i), x["span"]
		ids[fmt.Sprint(a["name"])] = x["id"]
		delete(x, "span")
		add("actors", x)
	}
	told := map[int]map[string]any{}
	for i, e := range rowsOf(g, "events") {
		x := flat(e)
		for _, k := range []string{"actors", "targets"} {
			l, _ := e[k].([]any)
			parties := []any{}
			for _, name := range l {
				if known, ok := ids[fmt.Sprint(name)]; ok {
					name = known
				}
				parties = append(parties, name)
			}
			x[k] = parties
		}
		first, again := e["same_as"].(float64)
		if to := told[int(first)]; again && to != nil {
			l, _ := to["mentions"].([]any)
			to["mentions"] = append(l, map[string]any{"span": x["span"], "text": x["text"], "claim": x["claim"], "status": x["status"]})
			continue
		}
		x["mentions"] = []any{map[string]any{"span": x["span"], "text": x["text"], "claim": x["claim"], "status": x["status"]}}
		also, _ := e["also"].([]any)
		for _, w := range also {
			s := w.(map[string]any)
			x["mentions"] = append(x["mentions"].([]any), map[string]any{"span": s["spans"], "text": s["text"]})
		}
		told[i] = x
		add("events", x)
	}
	for _, x := range rowsOf(g, "credits") {
		x = flat(x)
		x["span"] = x["span"].([]any)[0]
		article, _ := p["article"].(map[string]any)
		if article == nil {
			article = map[string]any{}
			p["article"] = article
		}
		l, _ := article["credits"].([]any)
		article["credits"] = append(l, x)
	}
	return p
}

// perturber drops, doubles, shifts and relabels at a rate.
type perturber struct {
	rng    *rand.Rand
	rate   float64
	length int
}

func (p perturber) record(v any) map[string]any {
	out, _ := p.value("", v).(map[string]any)
	return out
}

func (p perturber) value(key string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for _, k := range slices.Sorted(maps.Keys(v)) {
			out[k] = p.value(k, v[k])
		}
		return out
	case []any:
		var out []any
		for _, x := range v {
			_, row := x.(map[string]any)
			if row && p.hit() && p.hit() {
				continue
			}
			out = append(out, p.value(key, x))
			if row && p.hit() && p.hit() {
				out = append(out, p.value(key, x))
			}
		}
		return out
	case float64:
		if p.hit() {
			return v + float64(p.rng.IntN(9)-4)
		}
	case string:
		if p.hit() && key != "text" {
			return p.relabel(key, v)
		}
	case bool:
		return v != p.hit()
	}
	return v
}

func (p perturber) hit() bool { return p.rng.Float64() < p.rate }

func (p perturber) relabel(key, s string) any {
	switch p.rng.IntN(8) {
	case 0:
		return nil
	case 1:
		return strings.ToUpper(s)
	case 2:
		return strings.NewReplacer("أ", "ا", "ة", "ه", " ", "ـ ", "s", "ſ").Replace(s)
	case 3:
		words := strings.Fields(s)
		return strings.Join(words[:len(words)*3/4], " ")
	case 4:
		return "the " + s + " of General"
	case 5:
		if key == "value" {
			return s + "T10:20"
		}
		return ""
	}
	pool := []string{"assert", "cite", "killed", "ASSAULT", "SY", "c0", "c1", "a0", "a1", "person", "exact", "direct"}
	return pool[p.rng.IntN(len(pool))]
}

// absurd is what no reader should print and score.py takes without an exception.
func absurd(g map[string]any, length int, nth uint64) map[string]any {
	p := asRecord(g)
	for _, key := range []string{"claims", "figures", "times", "places", "events", "positions"} {
		for i, x := range rowsOf(p, key) {
			at, _ := x["span"].([]any)
			switch i % 9 {
			case 0:
				x["span"] = []any{[]any{-50, 4}}
			case 1:
				x["span"] = []any{[]any{length - 3, length + 1000000000}}
			case 2:
				x["span"] = []any{[]any{9, 2}, []any{0, 0}}
			case 3:
				delete(x, "id")
				x["claim"] = 7
			case 4:
				x["id"], x["low"], x["lat"], x["value"] = "same", "400", nil, 2015
			case 5:
				x["id"], x["low"], x["parent"], x["value"] = "same", 3.0, "same", true
			case 6:
				x["source"], x["cue"], x["content"], x["mentions"], x["unit"] = nil, nil, nil, nil, []any{"%"}
			case 7:
				if len(at) > 0 {
					x["span"] = append(at, at...)
				}
				x["op"], x["high"], x["actors"], x["targets"] = nil, true, nil, []any{"nobody", "a0", nil, "a0"}
			case 8:
				x["span"], x["kind"], x["claim"] = map[string]any{"spans": at}, 3, 0
			}
		}
	}
	for i, a := range rowsOf(p, "actors") {
		if i%3 == 0 {
			delete(a, "id")
			a["mentions"], a["span"] = nil, a["mentions"]
		}
		if i%3 == 1 {
			a["id"], a["name"], a["private"] = "same", nil, "no"
			a["mentions"] = []any{a["mentions"], []any{3, 1}, []any{length, length + 9}}
		}
	}
	if nth%4 == 0 {
		p["figures"], p["article"], p["times"] = nil, nil, map[string]any{}
	}
	return p
}

func rowsOf(x map[string]any, key string) []map[string]any {
	l, _ := x[key].([]any)
	var out []map[string]any
	for _, v := range l {
		if m, ok := v.(map[string]any); ok {
			out = append(out, m)
		}
	}
	return out
}

func decode(t *testing.T, b []byte) map[string]any {
	t.Helper()
	var x map[string]any
	if err := json.Unmarshal(b, &x); err != nil {
		t.Fatal(err)
	}
	return x
}

func encode(t *testing.T, x any) []byte {
	t.Helper()
	b, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}
