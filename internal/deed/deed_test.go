package deed_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/deed"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read/readtest"
)

// scene reads sentences over a record whose other layers are there.
type scene struct {
	*readtest.Scene
	rules *deed.Rules
}

func newScene(t testing.TB) *scene {
	t.Helper()
	s := readtest.New(t)
	rules, err := deed.New(s.Lexicon, s.Arabic.Class)
	if err != nil {
		t.Fatal(err)
	}
	return &scene{s, rules}
}

// each calls see for every sentence of a text.
func (s *scene) each(text string, see func(*deed.Reader, []deed.Anchor)) {
	s.Show(text, func(t *lang.Text, rec *riwaya.Record) {
		var r deed.Reader
		r.Reset(s.rules, t, rec)
		for i := range t.Sentences {
			sen := &t.Sentences[i]
			anchors := r.Sentence(sen.From, sen.To)
			for i := range anchors {
				if alone, phrase := s.rules.Begins(r.K[anchors[i].From].Word); !alone && !phrase {
					panic("a happening by a word that names none: " + text)
				}
			}
			see(&r, anchors)
		}
		r.Forget()
	})
}

var forms = map[deed.Form]string{deed.Verb: "verb", deed.Passive: "passive", deed.Noun: "noun", deed.Masdar: "masdar"}

// TestSentence: every word that names a happening is there, each by itself, with its parties.
func TestSentence(t *testing.T) {
	s := newScene(t)
	for _, x := range []struct {
		text string
		want []string
	}{
		{"قصفت القوات التركية مواقع تنظيم داعش.", []string{"verb ASSAULT قصفت: turkish-army -> islamic-state"}},
		{"قتلت القوات التركية.", []string{"verb ASSAULT قتلت:  -> "}}, // by whom or whom: no letter tells,
		{"شنت القوات التركية هجوما على تنظيم داعش.", []string{"noun ASSAULT هجوما: turkish-army -> islamic-state do"}},
		{"تعرضت القوات التركية لهجوم.", []string{"noun ASSAULT لهجوم:  -> turkish-army suffer"}},
		// Whether two words tell one happening, or whether it happened, is not asked here.
		{"قتل عشرة جنود في هجوم.", []string{"passive ASSAULT قتل: -", "noun ASSAULT هجوم: -"}},
		{"لم تقصف القوات التركية البلدة.", []string{"verb ASSAULT تقصف: turkish-army -> "}},
		{"جلس الوزير في القاهرة.", nil},
		// Whose adjective a deed or arms have, does it; arms whose verb shows nothing may have
		// had it done to them.
		{"أدت الغارات التركية المكثفة إلى أضرار.", []string{"noun ASSAULT الغارات: Turkey -> "}},
		{"قصفت ثلاث طائرات تركية من طراز إف-16 مواقع لتنظيم داعش.", []string{"verb ASSAULT قصفت: Turkey -> islamic-state"}},
		// An ending or a land that no subject has, whatever stands where a subject may.
		{"أعلن الجيش التركي هجوما على تنظيم داعش.", []string{"noun ASSAULT هجوما: turkish-army -> islamic-state announce"}},
		{"وأعلن الجيش التركي أن هجوما وقع في البلدة.", []string{"noun ASSAULT هجوما:  ->  occur"}},
		{"كانت القوات التركية تقصف الحوثيين.", []string{"verb ASSAULT تقصف: turkish-army -> houthis"}},
		// Whose visit is told goes to a state.
		{"بعد زيارة الحوثيين إلى تركيا.", []string{"noun CONSULT زيارة: houthis -> Turkey"}},
		{"انتهت زيارة إلى تركيا.", []string{"noun CONSULT زيارة:  -> "}},
		{"زار أرمينيا عام 2013.", []string{"verb CONSULT زار:  -> "}},
	} {
		var got []string
		s.each(x.text, func(r *deed.Reader, anchors []deed.Anchor) {
			ids := func(all []int) string {
				var out []string
				for _, a := range all {
					if x := &r.Rec.Actors[a]; riwaya.OfState(x.ID) && x.Name != nil {
						out = append(out, *x.Name)
					} else {
						out = append(out, x.ID)
					}
				}
				return strings.Join(out, "+")
			}
			for i := range anchors {
				a := &anchors[i]
				line := forms[a.Form] + " " + a.Rule.Type + " " + r.T.Span(a.From, a.Word).Of(r.T.Source) + ": "
				if strings.Contains(x.text, "عشرة") {
					line += "-" // who the ten are called is another layer's
				} else {
					line += ids(a.Agents) + " -> " + ids(a.Targets)
				}
				if a.Support != "" {
					line += " " + a.Support
				}
				got = append(got, line)
			}
		})
		if !slices.Equal(got, x.want) {
			t.Errorf("%s\n got %q\nwant %q", x.text, got, x.want)
		}
	}
}

// TestBadRules: what cannot be read is said, with what there is instead.
func TestBadRules(t *testing.T) {
	for _, x := range []struct{ from, to, want string }{
		{"type      ASSAULT", "type      QUARREL", `unknown type "QUARREL", want one of AGREE`},
		{"mode      aerial", "mode      curfew", `unknown mode "curfew" of ASSAULT, want one of abduct`},
		{"agent=subject", "doer=subject", "want agent=… or target=…, not \"doer=subject"},
		{"agent=subject", "agent=beside", `unknown place "beside", want one of subject`},
		{"is        harm", "is        fatal", `is "fatal", want some of harm`},
	} {
		lx, l := artest.Load(t)
		for i := range lx.Rules {
			if f := &lx.Rules[i]; f.Name == "ar/events.rules" {
				text := strings.Replace(f.Text, x.from, x.to, 1)
				if text == f.Text {
					t.Fatalf("no rule has %q", x.from)
				}
				f.Text = text
			}
		}
		if _, err := deed.New(lx, l.Class); err == nil || !strings.Contains(err.Error(), x.want) || !strings.HasPrefix(err.Error(), "ar/events.rules:") {
			t.Errorf("%s: %v, want %q", x.to, err, x.want)
		}
	}
	lx, l := artest.Load(t)
	bad := lx.Classes["coded-noun"][0]
	bad.Key = "nothing"
	lx.Classes["coded-noun"] = append(slices.Clip(lx.Classes["coded-noun"]), bad)
	if _, err := deed.New(lx, l.Class); err == nil || !strings.Contains(err.Error(), "nothing names no rule of events.rules") {
		t.Errorf("a word without its rule: %v", err)
	}
}

// FuzzSentence reads anything: anchors stand in their sentence, in order, each chunk holds
// one at most, and parties are actors of the record.
func FuzzSentence(f *testing.F) {
	for _, x := range []string{"شنت القوات التركية هجوما على تنظيم داعش.", "بين بين من طرف وقف إطلاق النار وقف", "التي قصفت التي قصفها قتل قتل", "قال إنه قصف وقتل، وأضاف أن هجوم"} {
		f.Add(x)
	}
	s := newScene(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<13 {
			t.Skip()
		}
		s.each(text, func(r *deed.Reader, anchors []deed.Anchor) {
			for i := range anchors {
				a := &anchors[i]
				if a.From >= a.Word || a.Word > a.To || a.Chunk < 0 || a.Chunk >= len(r.C) || a.From < r.C[a.Chunk].From || a.To > r.C[a.Chunk].To || a.Governor >= len(r.C) || a.Rule == nil {
					t.Fatalf("an anchor outside its chunk: %+v", a)
				}
				if i > 0 && (anchors[i-1].Chunk >= a.Chunk || anchors[i-1].To > a.From) {
					t.Fatalf("anchors out of order: %+v, %+v", anchors[i-1], a)
				}
				for _, p := range append(slices.Clip(a.Agents), a.Targets...) {
					if p < 0 || p >= len(r.Rec.Actors) {
						t.Fatalf("nobody takes part: %+v", a)
					}
				}
			}
		})
	})
}
