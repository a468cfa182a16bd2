package show

import (
	"bytes"
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/show/privacy"
)

// fought is a text with events of every standing and status, with nobody, with two sides,
// with a private person, told twice, and with all that is linked to them.
func fought(t *testing.T) *riwaya.Record {
	r := tell(t, "معارك قرب السروة\nقال جيش البادية إنه قصف معسكر الفرقة الشرقية قرب السروة يوم الاثنين فقتل 12 جنديا، واتهم الفرقة بخطف أبو يامن. ونفت الفرقة أن تكون خطفت أحدا. واندلعت اشتباكات بين الجيش والفرقة، ومن المقرر أن يزور الوسيط السروة قريبا. وتكرر القصف.")
	r.claim("assert", "جيش البادية", "قال", r.rec.Article.Text[r.at("إنه قصف")[0].Start:r.at("12 جنديا")[0].End], nil)
	r.claim("accuse", "", "اتهم", "الفرقة بخطف أبو يامن", func(c *riwaya.Claim) { c.Source.Elided, c.Source.Text = true, "جيش البادية" })
	r.claim("deny", "الفرقة", "ونفت", "أن تكون خطفت أحدا", nil)
	id := func(layer byte, words string) string {
		return riwaya.FindingID(r.rec.Article.ID, layer, r.at(words)[0], 0)
	}
	num := func(n float64) *float64 { return &n }
	place, day, soon, dead := id('p', "السروة يوم"), id('t', "يوم الاثنين"), id('t', "قريبا"), id('f', "12 جنديا")
	r.rec.Places = []riwaya.Place{{ID: place, Span: r.at("السروة"), Text: "السروة", Relation: "near", Precision: "near", Rule: "ar/places:name@0000"}}
	r.rec.Times = []riwaya.Time{{ID: day, Span: r.at("يوم الاثنين"), Text: "يوم الاثنين", Value: "2019-02-18", Type: "DATE", Rule: "ar/times:day@0000"},
		{ID: soon, Span: r.at("قريبا"), Text: "قريبا", Value: "FUTURE_REF", Type: "DATE", Rule: "ar/times:ref@0000"}}
	r.rec.Figures = []riwaya.Figure{{ID: dead, Span: r.at("12 جنديا"), Text: "12 جنديا", Op: "exact", Low: num(12), High: num(12), Group: "soldiers", Predicate: "killed", Scope: "incident", Rule: "ar/figures:verb@0000"}}
	r.rec.Actors = []riwaya.Actor{
		{ID: "badia-army", Name: ptr("Badia Army"), NameAr: ptr("جيش البادية"), Kind: "armed_group", Mentions: r.at("جيش البادية"), Rule: "ar/actors:alias@0000"},
		{ID: "a-2", NameAr: ptr("الفرقة الشرقية"), Kind: "military", Mentions: r.at("الفرقة الشرقية"), Rule: "ar/actors:head@0000"},
		{ID: "a-3", NameAr: ptr("أبو يامن"), Kind: "person", Private: true, Mentions: r.at("أبو يامن"), Rule: "ar/actors:name@0000"},
		{ID: "a-4", NameAr: ptr("الوسيط"), Kind: "person", Mentions: r.at("الوسيط"), Rule: "ar/actors:role@0000"},
	}
	c := r.rec.Claims
	kinds := map[string]string{"قصف": "bombard", "خطف": "abduct", "خطفت": "abduct", "اشتباكات": "clash", "يزور": "visit", "معارك": "clash", "بخطف": "arrest"}
	event := func(words, typ, status string, claim *string, parties []riwaya.Party, change func(*riwaya.Event)) {
		e := riwaya.Event{ID: id('e', words), Span: r.at(words), Text: words, Type: typ, Status: status, Claim: claim, Parties: parties, Confidence: 0.7, Rule: "ar/events:" + kinds[words] + "@0000"}
		for _, p := range parties {
			if p.Role == "agent" {
				e.Actors = append(e.Actors, p.Actor)
			} else {
				e.Targets = append(e.Targets, p.Actor)
			}
		}
		e.Mentions = []riwaya.Mention{{Span: e.Span, Text: words, Claim: claim, Status: status}}
		if change != nil {
			change(&e)
		}
		r.rec.Events = append(r.rec.Events, e)
	}
	said, accused, denied := &c[0].ID, &c[1].ID, &c[2].ID
	event("قصف", "ASSAULT", "happened", said, []riwaya.Party{{Actor: "badia-army", Role: "agent", Standing: "self-claimed", Claim: said}, {Actor: "a-2", Role: "target", Standing: "reported", Claim: said}}, func(e *riwaya.Event) {
		e.Mode, e.CAMEO, e.Place, e.Time, e.Figures = ptr("heavy-weapons"), ptr("19"), &place, &day, []string{dead}
		e.ACLED = &riwaya.ACLED{EventType: "Explosions/Remote violence", SubEventType: "Shelling/artillery/missile attack"}
		e.Mentions = append(e.Mentions, riwaya.Mention{Span: r.at("القصف"), Text: "القصف", Status: "happened"})
	})
	event("خطف", "ASSAULT", "happened", accused, []riwaya.Party{{Actor: "a-2", Role: "agent", Standing: "accused", Claim: accused}, {Actor: "a-3", Role: "target", Standing: "reported", Claim: said}}, nil)
	event("خطفت", "ASSAULT", "denied", denied, []riwaya.Party{{Actor: "a-2", Role: "agent", Standing: "denied", Claim: denied}}, nil)
	event("اشتباكات", "ASSAULT", "happened", nil, []riwaya.Party{{Actor: "badia-army", Role: "agent", Standing: "reported"}, {Actor: "a-2", Role: "target", Standing: "reported"}}, func(e *riwaya.Event) {
		e.ACLED = &riwaya.ACLED{EventType: "Battles", SubEventType: "Armed clash"}
	})
	event("يزور", "CONSULT", "planned", nil, []riwaya.Party{{Actor: "a-4", Role: "target", Standing: "reported"}}, func(e *riwaya.Event) { e.Time = &soon })
	event("معارك", "ASSAULT", "happened", nil, nil, nil)
	event("بخطف", "COERCE", "happened", nil, []riwaya.Party{{Actor: "a-3", Role: "target", Standing: "reported"}}, nil)
	return &r.rec
}

func TestEvents(t *testing.T) {
	for name, o := range map[string]Options{"events": {Width: 80}, "events-narrow": {Width: 40}, "events-names": {Width: 80, Names: true}, "events-color": {Width: 80, Color: true}} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			rec := fought(t)
			if err := Record(&b, rec, o); err != nil {
				t.Fatal(err)
			}
			rule := &Rule{Name: "bombard", At: "ar/events.rules:3", Weight: 40, When: []string{"event:verb"}, Says: [][2]string{{"verb", "agent=subject target=object"}}, Words: [][2]string{{"قصف", "ar/events.txt:7"}}}
			for _, f := range Findings(rec) {
				if f.Layer != "event" {
					continue
				}
				if err := Finding(&b, rec, f, rule, o); err != nil {
					t.Fatal(err)
				}
				rule = nil
			}
			golden(t, name, b.Bytes())
			sound(t, b.String(), o)
			if private := strings.Contains(b.String(), "أبو يامن"); private != o.Names {
				t.Errorf("shows the private name: %v", private)
			}
		})
	}
}

// TestStandingBesideEachParty: whoever is named as a party in the table has a word for who
// says so.
func TestStandingBesideEachParty(t *testing.T) {
	v := view{page: &page{o: Options{Width: 80}}, rec: fought(t)}
	v.hidden = privacy.New(v.rec, false)
	for i := range v.rec.Events {
		e := &v.rec.Events[i]
		runs := v.parties(e)
		for k, r := range runs {
			if r.style == strong && (k+1 == len(runs) || !strings.HasPrefix(runs[k+1].text, "(")) {
				t.Errorf("%s: %q without a standing", e.Text, r.text)
			}
		}
	}
}
