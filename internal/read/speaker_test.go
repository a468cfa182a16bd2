package read

import "testing"

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
		a := articleOf("خبر من البلدة\n" + c.text)
		a.Language = "ar"
		claims := r.Read(a).Claims
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
