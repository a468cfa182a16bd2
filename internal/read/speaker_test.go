package read

import (
	"slices"
	"testing"

	"riwaya"
)

// news reads an Arabic text under a headline that says nothing.
func news(r *Reader, text string) riwaya.Record {
	a := articleOf("خبر من البلدة\n" + text)
	a.Language = "ar"
	return r.Read(a)
}

// TestSpeakerTakenUp tells who is behind the last claim of a short text, by name: words
// that are a part of an earlier source's name take it up only where they say what it is.
func TestSpeakerTakenUp(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"قال مسؤولون في وزارة الزراعة البلجيكية إن المحصول تلف. وقالت وزارة الزراعة إن الموسم انتهى. وأضافت أن الري توقف.", "وزارة الزراعة"},
		{"قال المتحدث باسم وزارة الزراعة سالم العامري إن المحصول تلف. وقال العامري إن الموسم انتهى. وأضاف أن الري توقف.", "المتحدث باسم وزارة الزراعة سالم العامري"},
		{"قال المتحدث باسم وزارة الزراعة سالم العامري إن المحصول تلف. وقالت الوزارة إن الموسم انتهى. وأضافت أن الري توقف.", "الوزارة"},
		{"قال مدير المستشفى إن القسم أغلق. وقال المدير إن المرضى نقلوا. وأضاف أن الطريق مفتوح.", "مدير المستشفى"},
		{"قالت المتحدثة باسم البلدية إن المدير نفى أن يكون الجسر مغلقا، وأكد أن الطريق مفتوح.", "المدير"},
		{"قال المتحدث باسم البلدية إن المدير نفى أن يكون الجسر مغلقا، وأكد أن الطريق مفتوح.", "المتحدث باسم البلدية"},
		{"وعلمت صحيفة «الميناء» من مصادر مطلعة أن الجسر سيفتح. وأضافت المصادر أن الطريق مفتوح.", "مصادر مطلعة"},
		{"وذكر مصدر طبي في البلدة طالبا عدم كشف هويته أن القسم أغلق. وأضاف أن المرضى نقلوا.", "مصدر طبي في البلدة"},
	} {
		claims := news(r, c.text).Claims
		if len(claims) == 0 {
			t.Errorf("%s: no claim", c.text)
			continue
		}
		got := "nobody"
		if s := claims[len(claims)-1].Source; s.NameAr != nil {
			got = *s.NameAr
		}
		if got != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestHandedOn tells the chain of the last claim: whoever hands another's words on is nearer the reader.
func TestHandedOn(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"ونقلت صحيفة الميناء عن مصدر طبي أن الجسر مغلق.", []string{"صحيفة الميناء", "مصدر طبي"}},
		{"ونقلت صحيفة الميناء عن مصدر طبي قوله إن الجسر مغلق.", []string{"صحيفة الميناء", "مصدر طبي"}},
		{"وعلمت صحيفة الميناء من مصدر طبي أن الجسر مغلق.", []string{"صحيفة الميناء", "مصدر طبي"}},
		{"وقالت صحيفة الميناء، نقلا عن مصدر طبي، إن الجسر مغلق.", []string{"صحيفة الميناء", "مصدر طبي"}},
		{"وأغلق الجسر أمام الشاحنات، بحسب صحيفة الميناء نقلا عن مصدر طبي.", []string{"صحيفة الميناء", "مصدر طبي"}},
		{"وأغلق الجسر أمام الشاحنات، حسبما أفادت صحيفة الميناء نقلا عن مصدر طبي.", []string{"صحيفة الميناء", "مصدر طبي"}},
		{"وأغلق الجسر أمام الشاحنات نقلا عن مصدر طبي.", []string{"مصدر طبي"}},
		{"وقالت صحيفة الميناء نقلا عن مصدر طبي إن الجسر مغلق. وأضافت أن الطريق مفتوح.", []string{"صحيفة الميناء"}},
	} {
		var got []string
		if claims := news(r, c.text).Claims; len(claims) > 0 {
			for _, h := range claims[len(claims)-1].Chain {
				got = append(got, h.Name)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNamedAlone tells by what name a source goes that stands behind "for": with the whole of its article.
func TestNamedAlone(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"وأغلق الجسر أمام الشاحنات، وفقا للمتحدثة باسم البلدية سلمى العامري.", "المتحدثة باسم البلدية سلمى العامري"},
		{"وأغلق الجسر أمام الشاحنات، وفقا للجنة الطرق.", "لجنة الطرق"},
		{"وأغلق الجسر أمام الشاحنات، وفقا لليلى العامري.", "ليلى العامري"},
		{"وأغلق الجسر أمام الشاحنات، وفقا للوزير. وأضاف أن الطريق مفتوح.", "الوزير"},
	} {
		claims := news(r, c.text).Claims
		if n := len(claims); n == 0 || claims[n-1].Source.NameAr == nil || *claims[n-1].Source.NameAr != c.want {
			t.Errorf("%s: not %s", c.text, c.want)
		}
	}
}

// TestFigureOfWhoSaidIt tells whose claim a figure is where one says it on another's word: the other's.
func TestFigureOfWhoSaidIt(t *testing.T) {
	rec := news(newReader(t), "وقالت صحيفة الميناء نقلا عن مصدر طبي إن خمسة جرحى وصلوا إلى المستشفى.")
	if len(rec.Claims) != 2 || len(rec.Figures) != 1 || rec.Figures[0].Claim == nil || *rec.Figures[0].Claim != rec.Claims[1].ID {
		t.Errorf("claims %+v, figures %+v", rec.Claims, rec.Figures)
	}
}

// TestNoSpeaker holds that no claim is given to what only looks like a name beside a verb of saying, and that it is no actor.
func TestNoSpeaker(t *testing.T) {
	r := newReader(t)
	for _, text := range []string{
		"إذا كنت تعتقد أن الجسر آمن فاعبره ليلا.",
		"وأظهر كلامه أن الجسر سيغلق غدا.",
	} {
		rec := news(r, text)
		for _, c := range rec.Claims {
			if c.Source.Text != "" {
				t.Errorf("%s\n said by %s", text, c.Source.Text)
			}
		}
		for _, a := range rec.Actors {
			t.Errorf("%s\n has the actor %s", text, *a.NameAr)
		}
	}
}
