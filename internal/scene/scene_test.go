package scene_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/link"
	"riwaya/internal/scene"
)

// TestScene reads what was told of which place; places are what stands in square brackets.
func TestScene(t *testing.T) {
	_, l := artest.Load(t)
	r := scene.New(l.Class)
	for _, c := range []struct{ text, at, there, elsewhere string }{
		{"وقع الانفجار في [زغوان] حيث قتل ستة", "قتل", "زغوان", ""},
		{"وصل إلى [زغوان]، حيث قتل ستة في [قفصة]", "قتل", "زغوان", ""},
		{"وصل إلى [زغوان] ثم عاد، حيث قتل ستة", "قتل", "", ""},
		{"في [زغوان] قتل ستة، وفي [قفصة] أصيب تسعة", "قتل", "", "قفصة"},
		{"قتل ستة في [زغوان] وفي [قفصة]", "قتل", "", ""},
		{"قتل ستة، وفيهم شرطي من [قفصة]", "قتل", "", ""},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(c.text)
		var places []link.Entry
		var names []string
		for rest := c.text; ; {
			_, behind, ok := strings.Cut(rest, "[")
			if !ok {
				break
			}
			name, after, _ := strings.Cut(behind, "]")
			at := strings.Index(text, name)
			places, names = append(places, link.Entry{Span: riwaya.Span{Start: at, End: at + len(name)}, Of: len(names)}), append(names, name)
			rest = after
		}
		x := l.Parse(text)
		anchor := -1
		for i := range x.Tokens {
			if x.Tokens[i].Kind == lang.WordKind && x.Tokens[i].Span().Of(text) == c.at {
				anchor = i
			}
		}
		got := ""
		if of, ok := r.There(x.Tokens, 0, anchor, places); ok {
			got = names[of]
		}
		if got != c.there {
			t.Errorf("%s: there is %q, want %q", c.text, got, c.there)
		}
		got = ""
		for _, p := range places {
			if r.Elsewhere(x.Tokens, anchor, p.Start) {
				got = names[p.Of]
			}
		}
		if got != c.elsewhere {
			t.Errorf("%s: elsewhere is %q, want %q", c.text, got, c.elsewhere)
		}
		l.Release(x)
	}
}

// TestAside reads which places are not where it happened.
func TestAside(t *testing.T) {
	_, l := artest.Load(t)
	r := scene.New(l.Class)
	for _, c := range []struct {
		text         string
		seat, whence bool
	}{
		{"أحصت المنظمة التي تتخذ من [جنيف] مقرا لها مئة قتيل", true, true},
		{"أحصت المنظمة ومقرها [جنيف] مئة قتيل", true, false},
		{"أحصت المنظمة التي يقع مقرها في [جنيف] مئة قتيل", true, false},
		{"وصل عشرون جنديا من [بوروندي]", false, true},
		{"قتل عشرون جنديا في [بوروندي]", false, false},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(c.text)
		_, behind, _ := strings.Cut(c.text, "[")
		name, _, _ := strings.Cut(behind, "]")
		at := strings.Index(text, name)
		x := l.Parse(text)
		p := link.Entry{Span: riwaya.Span{Start: at, End: at + len(name)}}
		if got := r.Seat(x.Tokens, p); got != c.seat {
			t.Errorf("%s: seat is %v", text, got)
		}
		if got := r.Whence(x.Tokens, p); got != c.whence {
			t.Errorf("%s: whence is %v", text, got)
		}
		l.Release(x)
	}
}
