package read

import "testing"

// An organisation that says something is no woman who organises, and a family name that ends like a verb with "me" is a name.
func TestKindsOfSources(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string][2]string{
		"قالت المنظمة إن القمح في القرى قليل.":                               {"ngo", "المنظمة"},
		"قالت المؤسسة إن القمح في القرى قليل.":                               {"ngo", "المؤسسة"},
		"أعلنت المديرية العامة للموانئ أن الميناء أغلق.":                     {"government", "المديرية العامة للموانئ"},
		"قالت المديرة إن الميناء أغلق.":                                      {"person", "المديرة"},
		"قالت نادية الحداد إن الميناء أغلق.":                                 {"person", "نادية الحداد"},
		"أكد المتحدث الرسمي باسم هيئة الموانئ، خالد رماني، أن الميناء مغلق.": {"person", "المتحدث الرسمي باسم هيئة الموانئ، خالد رماني"},
	} {
		rec := r.Read(articleOf("عنوان قصير\n" + text))
		if len(rec.Claims) != 1 || rec.Claims[0].Source.Kind != want[0] || rec.Claims[0].Source.Text != want[1] {
			t.Errorf("%s: %+v", text, rec.Claims)
		}
	}
}
