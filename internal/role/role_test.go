package role_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read/readtest"
	"riwaya/internal/role"
	"riwaya/internal/role/frame"
)

// scene reads sentences over a record whose actors, places, times and figures are there.
type scene struct {
	*readtest.Scene
	words *role.Words
}

func newScene(t testing.TB) *scene {
	t.Helper()
	s := readtest.New(t)
	w, err := role.NewWords(s.Lexicon, s.Arabic.Class)
	if err != nil {
		t.Fatal(err)
	}
	return &scene{s, w}
}

// each calls see for every sentence of a text.
func (s *scene) each(text string, see func(*role.Reader)) {
	s.Show(text, func(t *lang.Text, rec *riwaya.Record) {
		var r role.Reader
		r.Reset(s.words, t, rec)
		for i := range t.Sentences {
			r.Begin(t.Sentences[i].From, t.Sentences[i].To)
			see(&r)
		}
	})
}

// words are the words of chunk i, "-" of none.
func words(r *role.Reader, i int) string {
	if i < 0 {
		return "-"
	}
	return r.T.Span(r.C[i].From, r.C[i].To).Of(r.T.Source)
}

// lastVerb is the chunk of the last verb, -1 if there is none.
func lastVerb(r *role.Reader) int {
	for i := len(r.C) - 1; i >= 0; i-- {
		if r.C[i].Kind == clause.Verb {
			return i
		}
	}
	return -1
}

// strike is what is known of a verb like "bombed", kill of one like "killed".
var (
	strike = &frame.Verb{Passive: true, Target: 1 << frame.Object}
	kill   = &frame.Verb{Passive: true, Harm: true, Target: 1 << frame.Object}
)

func TestSubjectAndObject(t *testing.T) {
	s := newScene(t)
	for _, x := range []struct {
		text string
		rule *frame.Verb
		want string
	}{
		{"قصفت القوات التركية مواقع تنظيم داعش.", strike, "القوات التركية | مواقع تنظيم داعش | false"},
		{"القوات التركية قصفت مواقع تنظيم داعش.", strike, "القوات التركية | مواقع تنظيم داعش | false"},
		{"قصفت مواقع تنظيم داعش.", strike, "- | مواقع تنظيم داعش | false"},
		{"قتل ثلاثة مدنيين في القرية.", kill, "- | ثلاثة مدنيين | true"},
		{"قُصفت القرية.", strike, "- | القرية | true"},
		{"هاجمت القوات التركية القرية ودمرت المدرسة.", strike, "القوات التركية | المدرسة | false"},
		{"قال الوزير إن القرية أحرقت.", strike, "- | القرية | true"},
		{"الجنود الذين دخلوا القرية.", nil, "الجنود | القرية | false"},
		{"القوات التي تقصف الحوثيين.", strike, "القوات | الحوثيين | false"}, // an ending that no subject has
		{"ومن جانب آخر دمرت القوات التركية مقر تنظيم داعش.", strike, "القوات التركية | مقر تنظيم داعش | false"},
		{"وقصف تنظيم داعش أمس.", strike, "- | - | false"}, // by whom or whom: no letter tells
	} {
		got := "no verb"
		s.each(x.text, func(r *role.Reader) {
			v := lastVerb(r)
			if v < 0 {
				return
			}
			subj, obj, passive := r.SubjectAndObject(v, x.rule)
			got = fmt.Sprintf("%s | %s | %v", words(r, subj), words(r, obj), passive)
			// What is asked again, or as another's, is answered by what was asked.
			other, _, _ := r.SubjectAndObject(v, nil)
			if a, b, c := r.SubjectAndObject(v, x.rule); a != subj || b != obj || c != passive {
				t.Errorf("%s: asked twice, two answers", x.text)
			}
			if again, _, _ := r.SubjectAndObject(v, nil); again != other {
				t.Errorf("%s: asked twice of no rule, two answers", x.text)
			}
		})
		if got != x.want {
			t.Errorf("%s\n got %s\nwant %s", x.text, got, x.want)
		}
	}
}

// TestParties: whom a phrase names or stands for, by whether they act.
func TestParties(t *testing.T) {
	s := newScene(t)
	for _, x := range []struct {
		text           string
		acting, target string // the ids of all phrases' actors
	}{
		{"مقاتلو تنظيم داعش.", "islamic-state", "islamic-state"},
		{"مواقع تنظيم داعش.", "", "islamic-state"},
		{"طائرات القوات التركية.", "turkish-army", ""},
		{"شاحنة قرب القوات التركية.", "turkish-army", "turkish-army"}, // its own phrase
		{"مستقبل القوات التركية.", "", ""},
	} {
		var acting, target []string
		s.each(x.text, func(r *role.Reader) {
			for i := range r.C {
				if r.C[i].Kind != clause.NounPhrase {
					continue
				}
				for _, a := range r.Party(i, true, nil) {
					acting = append(acting, r.Rec.Actors[a].ID)
				}
				for _, a := range r.Party(i, false, nil) {
					target = append(target, r.Rec.Actors[a].ID)
				}
			}
		})
		if got := strings.Join(acting, " "); got != x.acting {
			t.Errorf("%s: acting %q, want %q", x.text, got, x.acting)
		}
		if got := strings.Join(target, " "); got != x.target {
			t.Errorf("%s: done to %q, want %q", x.text, got, x.target)
		}
	}
}

func TestSlots(t *testing.T) {
	got, err := frame.SlotsOf("object, on li")
	if want := frame.Slots(1<<frame.Object | 1<<frame.BehindOn | 1<<frame.BehindLi); err != nil || got != want {
		t.Errorf("%b, %v, want %b", got, err, want)
	}
	if _, err := frame.SlotsOf("object,beside"); err == nil || !strings.Contains(err.Error(), `unknown place "beside", want one of subject, object`) {
		t.Errorf("an unknown place: %v", err)
	}
	if at, ok := frame.SlotOf("by"); !ok || at != frame.BehindBy {
		t.Errorf("by: %v %v", at, ok)
	}
	if _, ok := frame.SlotOf(""); ok {
		t.Error("no preposition has a place")
	}
}

func TestUnknownSupport(t *testing.T) {
	lx, l := artest.Load(t)
	bad := lx.Classes["support"][0]
	bad.Key = "wishes:on"
	lx.Classes["support"] = append(slices.Clip(lx.Classes["support"]), bad)
	if _, err := role.NewWords(lx, l.Class); err == nil || !strings.Contains(err.Error(), `unknown key "wishes:on" of a supporting verb`) {
		t.Errorf("an unknown key: %v", err)
	}
}

// TestAnswersAreOfTheirRule: what was worked out for one rule is not told to another.
func TestAnswersAreOfTheirRule(t *testing.T) {
	newScene(t).each("وقصف تنظيم داعش أمس.", func(r *role.Reader) {
		v := lastVerb(r)
		for range 2 {
			if subj, obj, _ := r.SubjectAndObject(v, strike); subj >= 0 || obj >= 0 {
				t.Errorf("it may be either, read as %s | %s", words(r, subj), words(r, obj))
			}
			if subj, _, _ := r.SubjectAndObject(v, &frame.Verb{Alone: true}); words(r, subj) != "تنظيم داعش" {
				t.Errorf("who does such a thing is its only noun, read as %s", words(r, subj))
			}
		}
	})
}
