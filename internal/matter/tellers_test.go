package matter

import (
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// Who tells of an incident is named for it, wherever in a report; who tells of what came after it is not.
func TestTellers(t *testing.T) {
	const told = "خمسة جرحى في انفجار بحلب\nقالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في انفجار سيارة مفخخة في مدينة حلب أمس الأربعاء."
	for _, one := range []struct {
		why, text string
		names     []string
	}{
		{"nobody else", told, []string{"الصحة"}},
		{"another who counts", told + "\nوقال الدفاع المدني السوري إن الانفجار أوقع خمسة جرحى.", []string{"الصحة", "Helmets"}},
		{"another, of something else", told + "\nوقالت وزارة الزراعة التركية إن حريقا في مدينة أضنة أتلف محصول القمح.", []string{"الصحة"}},
		{"an answer to it", told + "\nوقالت وزارة الدفاع التركية إن الجيش سيرد بعد انفجار سيارة مفخخة في مدينة حلب أمس الأربعاء أوقع خمسة جرحى.", []string{"الصحة"}},
	} {
		m := of(t, one.text, told)
		n := slices.IndexFunc(m.Incidents, func(in riwaya.Incident) bool { return in.Type == "ASSAULT" })
		if n < 0 {
			t.Fatalf("%s: no incident", one.why)
		}
		o := m.Tellers(&m.Incidents[n])
		var names []string
		for i := range o.List {
			names = append(names, o.List[i].Name)
		}
		if len(names) != len(one.names) || o.Scope.Reports != 2 {
			t.Errorf("%s: %d to %d, %q, %s", one.why, o.AtLeast, o.AtMost, names, o.Scope.Words)
		}
		for _, want := range one.names {
			if !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, want) }) {
				t.Errorf("%s: no %s in %q", one.why, want, names)
			}
		}
	}
	// Who is nobody's source, and begins with it, tells it by itself.
	const alone = "انفجار في حلب\nجرح خمسة أشخاص في انفجار سيارة مفخخة في مدينة حلب أمس الأربعاء."
	m := of(t, alone)
	if o := m.Tellers(&m.Incidents[0]); o.AtLeast != 1 || o.AtMost != 1 || o.List[0].Known {
		t.Errorf("alone: %+v", o.List)
	}
}

// A report whose text stands in one that names somebody adds no origin, and is counted once among the reports.
func TestTellersOfACopy(t *testing.T) {
	const body = "خمسة أشخاص جرحوا في انفجار سيارة مفخخة في مدينة حلب أمس الأربعاء."
	m := of(t, "خمسة جرحى في انفجار بحلب\nقالت وزارة الصحة السورية إن "+body, "خمسة جرحى في انفجار بحلب\n"+body)
	m.Copies = []riwaya.Copy{{A: "art-1", B: "art-2", ShareB: 0.9}}
	if o := m.Tellers(&m.Incidents[0]); o.AtMost != 1 || o.Scope.Reports != 2 {
		t.Errorf("at most %d, %s", o.AtMost, o.Scope.Words)
	}
}
