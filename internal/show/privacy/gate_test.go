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

// TestOthers has what is no name of a private person shown: what an unnamed one is, and the names of
// others in which a hidden name is a part.
func TestOthers(t *testing.T) {
	r := tell(t, "استقبل الملك سلمان الوفد. وقتل انتحاري الحارس سلمان قرب بوابة الملك سلمان، وفر الانتحاري.")
	r.rec.Actors = []riwaya.Actor{
		{ID: "a-1", NameAr: ptr("الملك سلمان"), Kind: "person", Mentions: r.at("الملك سلمان")},
		{ID: "a-2", NameAr: ptr("سلمان"), Role: ptr("الحارس"), Kind: "person", Private: true, Mentions: r.at("الحارس سلمان")},
		{ID: "a-3", NameAr: ptr("انتحاري"), Role: ptr("انتحاري"), Kind: "person", Private: true, Mentions: r.at("انتحاري")},
	}
	g := privacy.NewGate(&r.rec)
	whole := riwaya.Spans{{Start: 0, End: len(r.rec.Article.Text)}}
	for _, got := range []string{g.At(whole), g.Record(&r.rec).Article.Text} {
		if n := strings.Count(got, "الملك سلمان"); n != 2 {
			t.Errorf("the king is named %d times, want 2: %s", n, got)
		}
		if strings.Contains(got, "الحارس سلمان") || !strings.Contains(got, "انتحاري") {
			t.Errorf("shown: %s", got)
		}
	}
	if got := g.Words("قتل انتحاري سلمان أمام صورة الملك سلمان"); got != "قتل انتحاري [private person] أمام صورة الملك سلمان" {
		t.Errorf("shown: %s", got)
	}
	if name, written := g.Actor(&r.rec.Actors[2]); name != "" || written != "انتحاري" {
		t.Errorf("an unnamed person is shown as %q, %q", name, written)
	}
}
