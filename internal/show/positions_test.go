package show

import (
	"bytes"
	"strings"
	"testing"

	"riwaya"
)

// stands is a text with a position in a claim, one of the article's own with a condition,
// and one whose content names a private person.
func stands(t *testing.T) *riwaya.Record {
	r := tell(t, "موقف من المعبر\nقالت الحكومة الأردنية إنها تعتزم فتح المعبر. وترفض فرنسا إغلاقه بشرط ضمان العبور. وطلبت الحكومة الأردنية حماية أبو يامن.")
	r.claim("assert", "الحكومة الأردنية", "قالت", "تعتزم فتح المعبر", nil)
	first := r.rec.Claims[0].ID
	r.rec.Actors = []riwaya.Actor{
		{ID: "a-jo", Name: ptr("Jordan"), NameAr: ptr("الحكومة الأردنية"), Kind: "government", Mentions: r.at("الحكومة الأردنية"), Rule: "ar/actors:body@0000"},
		{ID: "a-fr", NameAr: ptr("فرنسا"), Kind: "government", Mentions: r.at("فرنسا"), Rule: "ar/actors:state@0000"},
		{ID: "a-1", NameAr: ptr("أبو يامن"), Kind: "person", Private: true, Mentions: r.at("أبو يامن"), Rule: "ar/actors:name@0000"},
	}
	position := func(actor, stance, word, content string, claim *string, conditions ...string) {
		s := r.at(word)
		r.rec.Positions = append(r.rec.Positions, riwaya.Position{ID: riwaya.FindingID(r.rec.Article.ID, 's', s[0], 0), Actor: actor, Span: s, Stance: stance,
			Content: riwaya.Matter{Spans: r.at(content), Text: content}, Conditions: conditions, Claim: claim, Confidence: 0.8, Rule: "ar/positions:it@0000"})
	}
	position("a-jo", "intends", "تعتزم", "فتح المعبر", &first)
	position("a-fr", "refuses", "ترفض", "إغلاقه", nil, "بشرط ضمان العبور")
	position("a-jo", "seeks", "طلبت", "حماية أبو يامن", nil)
	return &r.rec
}

func TestPositions(t *testing.T) {
	for _, o := range []Options{{Width: 80}, {Width: 30}, {Width: 80, Names: true}} {
		rec := stands(t)
		var b bytes.Buffer
		if err := Record(&b, rec, o); err != nil {
			t.Fatal(err)
		}
		sound(t, b.String(), o)
		for _, f := range Findings(rec) {
			if f.Layer != "position" {
				continue
			}
			if err := Finding(&b, rec, f, nil, o); err != nil {
				t.Fatal(err)
			}
		}
		if strings.Contains(b.String(), "أبو يامن") != o.Names {
			t.Errorf("shows the private name: %v", !o.Names)
		}
		if o.Width < 80 {
			continue
		}
		for _, want := range []string{"positions   3", "intends", "Jordan", "(claim 1)", "refuses", "if", "(the article itself)", "stance", "confidence"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%q is not shown in\n%s", want, b.String())
			}
		}
	}
}
