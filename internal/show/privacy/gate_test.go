package privacy_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// told builds a record over a text, its spans found by their words.
type told struct {
	t   *testing.T
	rec riwaya.Record
}

func tell(t *testing.T, text string) *told {
	t.Helper()
	return &told{t: t, rec: riwaya.Record{Article: riwaya.Article{ID: riwaya.TextID(text), Text: text}}}
}

func (r *told) at(words string) riwaya.Spans {
	r.t.Helper()
	i := strings.Index(r.rec.Article.Text, words)
	if i < 0 {
		r.t.Fatalf("not in the text: %q", words)
	}
	return riwaya.Spans{{Start: i, End: i + len(words)}}
}

// claim adds a claim of a witness, who is private and has that name.
func (r *told) claim(source, name, cue string) {
	r.t.Helper()
	r.rec.Claims = append(r.rec.Claims, riwaya.Claim{Cue: riwaya.Cue{Spans: r.at(cue)},
		Source: riwaya.Source{Spans: r.at(source), Text: source, NameAr: &name, Kind: "witness", Private: true}})
}

func ptr(s string) *string { return &s }

// witnessed is a text with a witness whose name comes again, also where it is no source,
// and one whose name is left out.
func witnessed(t *testing.T) *riwaya.Record {
	r := tell(t, "قالت شبكة نهر بوست إن الممر فُتح.\nوروى أبو يامن، وهو مزارع، أن المسلحين منعوا العبور. وأضاف أن القافلة عادت. وقال مسعف إن أبو يامن بخير.")
	r.rec.Claims = []riwaya.Claim{{Source: riwaya.Source{Spans: r.at("شبكة نهر بوست"), Text: "شبكة نهر بوست", Kind: "media"}, Cue: riwaya.Cue{Spans: r.at("قالت")}}}
	r.claim("أبو يامن، وهو مزارع", "أبو يامن، وهو مزارع", "وروى")
	r.claim("أبو يامن، وهو مزارع", "أبو يامن، وهو مزارع", "وأضاف")
	r.rec.Claims[2].Source.Spans, r.rec.Claims[2].Source.Elided = nil, true
	return &r.rec
}

// TestGate cuts stretches out of a text at every character: the name of a private person
// is in none of them, nor a part of it.
func TestGate(t *testing.T) {
	rec := witnessed(t)
	g := privacy.NewGate(rec)
	text := rec.Article.Text
	for i := range text {
		for j := range text[i:] {
			if s := g.At(riwaya.Spans{{Start: i, End: i + j}}); strings.Contains(s, "يامن") || strings.Contains(s, "أبو") {
				t.Fatalf("%q of %q", s, text[i:i+j])
			}
		}
	}
	if s := g.Words("لقاء مع أبو يامن في بيته"); strings.Contains(s, "يامن") {
		t.Error(s)
	}
	if s := g.Source(&rec.Claims[1]); s != "[witness]" {
		t.Error(s)
	}
	if s := g.Source(&rec.Claims[0]); s != "شبكة نهر بوست" {
		t.Error(s)
	}
}

// TestHop: a hop is known by where it stands, one whose source is left out by its cue; what
// credits is an outlet and keeps its name.
func TestHop(t *testing.T) {
	rec := witnessed(t)
	for _, names := range []bool{false, true} {
		p := privacy.New(rec, names)
		for i, want := range []string{"شبكة نهر بوست", "[witness]", "[witness]"} {
			c := &rec.Claims[i]
			at := c.Source.Spans
			if len(at) == 0 {
				at = c.Cue.Spans
			}
			if names {
				want = c.Source.Text
			}
			if got := p.Hop(&riwaya.Hop{Name: c.Source.Text, Relation: riwaya.HopSaid, Span: at}); got != want {
				t.Errorf("names %v: hop %d is %q, want %q", names, i, got, want)
			}
		}
	}
}
