package trace

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"riwaya"
)

// Texts of the tests: made up, of a town that does not exist.
const (
	agencyText = "قالت وزارة الصحة السورية إن 12 شخصا قتلوا وأصيب ثلاثون آخرون في قصف استهدف سوق بلدة عين الزهر صباح الثلاثاء، بينهم أربعة أطفال كانوا في طريقهم إلى المدرسة القريبة من السوق."
	more       = "\nوأضافت الوزارة أن سيارات الإسعاف نقلت المصابين إلى المستشفى الوطني في المدينة المجاورة رغم انقطاع الطريق الرئيسي بسبب الأنقاض المتراكمة على جانبيه."
)

// story reads reports and finds their copies.
func story(t *testing.T, texts ...[4]string) *Set {
	t.Helper()
	read, tr := reader(t), load(t)
	var records []*riwaya.Record
	for _, x := range texts {
		records = append(records, read(x[0], x[1], x[2], x[3]))
	}
	return tr.Over(records, copiesOf(tr, records))
}

// telling is the one statement whose wording has a word.
func telling(t *testing.T, s *Set, word string) *riwaya.Statement {
	t.Helper()
	for _, st := range s.Statements() {
		if strings.Contains(st.Variants[0].Text, word) {
			return &st
		}
	}
	t.Fatalf("no statement with %q", word)
	return nil
}

func TestUncreditedCopyOfAnAgency(t *testing.T) {
	s := story(t,
		[4]string{"art-1", "nahr", "2020-03-04", "قتلى في قصف سوق\n" + agencyText + more},
		[4]string{"art-2", "jabal", "2020-03-03", "دمشق - (د ب أ)\n" + agencyText + more})
	st := telling(t, s, "قتلوا")
	if len(st.Claims) != 2 || len(st.Variants) != 1 {
		t.Fatalf("%+v", st)
	}
	chains := s.Chains(st)
	for i, want := range []string{"report <-copies, uncredited German Press Agency (dpa) <-attributes وزارة الصحة السورية", "report <-credits German Press Agency (dpa) <-attributes وزارة الصحة السورية"} {
		if got := line(&chains[i]); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	o := s.Origins(chains)
	if o.AtLeast != 1 || o.AtMost != 1 || o.Scope.Words != "among 2 reports of 2 outlets in this ledger, 3-4 March 2020; cited but not in it: German Press Agency (dpa)" {
		t.Errorf("%d-%d %s", o.AtLeast, o.AtMost, o.Scope.Words)
	}
	for _, h := range chains[0].Hops[1:] {
		if len(h.Evidence) == 0 {
			t.Errorf("no evidence for %s", h.Relation)
		}
	}
}

// A copy with a direction goes to the earlier report; one without says so, and no chain passes a
// report twice whatever the copies say.
func TestCopies(t *testing.T) {
	s := story(t,
		[4]string{"art-1", "nahr", "2020-03-05", "قتلى\n" + agencyText + more},
		[4]string{"art-2", "jabal", "2020-03-03", "سوق\n" + agencyText + more},
		[4]string{"art-3", "wadi", "", "قصف\n" + agencyText + more})
	st := telling(t, s, "قتلوا")
	var got []string
	for _, c := range s.Chains(st) {
		got = append(got, line(&c))
	}
	want := []string{"report <-copies, uncredited jabal <-attributes وزارة الصحة السورية",
		"report <-attributes وزارة الصحة السورية",
		"report <-copies, without direction nahr <-copies, uncredited jabal <-attributes وزارة الصحة السورية"}
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	// In a ring, as wrong copies could make one.
	var ring []riwaya.Copy
	var records []*riwaya.Record
	for i := range s.Reports {
		records = append(records, s.Reports[i].Rec)
	}
	for _, e := range s.Edges {
		c := *e.Copy
		if c.Directed = true; c.A == "art-1" && c.B == "art-3" || c.B < c.A && c.A != "art-3" {
			turn(&c)
		}
		ring = append(ring, c)
	}
	s = (&Tracer{s.Words}).Over(records, ring)
	for _, id := range []string{"art-1", "art-2", "art-3"} {
		c, ok := s.Chain(id)
		if !ok || len(c.Hops) > 5 {
			t.Errorf("%+v", c)
		}
	}
}

// The same saying in other words, of the same source and of another.
func TestStatementsInOtherWords(t *testing.T) {
	s := story(t,
		[4]string{"art-1", "nahr", "", "خبر\nقالت منظمة الصحة العالمية إن المستشفى الوحيد في عين الزهر خرج عن الخدمة بعد نفاد الوقود."},
		[4]string{"art-2", "jabal", "", "خبر آخر\nوأكدت منظمة الصحة العالمية أن المستشفى الوحيد في بلدة عين الزهر خرج عن الخدمة إثر نفاد الوقود منه."},
		[4]string{"art-3", "wadi", "", "خبر ثالث\nقالت منظمة الصحة العالمية إن المستشفى الوحيد في عين الزهر لم يخرج عن الخدمة بعد نفاد الوقود."},
		[4]string{"art-4", "sahl", "", "خبر رابع\nقالت اليونيسف إن المستشفى الوحيد في عين الزهر خرج عن الخدمة بعد نفاد الوقود."})
	st := telling(t, s, "المستشفى")
	var in []string
	for _, c := range st.Claims {
		in = append(in, c.Article)
	}
	if !slices.Equal(in, []string{"art-1", "art-2"}) || len(st.Variants) != 2 {
		t.Errorf("%v, %d variants", in, len(st.Variants))
	}
}

func TestUnnamedSourcesAreARange(t *testing.T) {
	s := story(t,
		[4]string{"art-1", "nahr", "2020-03-05", "خبر\nقال مصدر أمني إن المسلحين انسحبوا من الجهة الشرقية للبلدة ليلا."},
		[4]string{"art-2", "jabal", "2020-03-05", "خبر\nذكرت مصادر محلية أن المسلحين غادروا شرق عين الزهر قبل الفجر."})
	var chains []riwaya.Chain
	for _, st := range s.Statements() {
		chains = append(chains, s.Chains(&st)...)
	}
	o := s.Origins(chains)
	if o.AtLeast != 1 || o.AtMost != 2 || o.Named != 0 || len(o.Merges) != 1 || o.Merges[0].Surely {
		t.Errorf("%+v", o)
	}
}

// Two speakers of one institution are its press office.
func TestPressOffice(t *testing.T) {
	s := story(t,
		[4]string{"art-1", "nahr", "2020-03-05", "خبر\nقال المتحدث باسم قوات سوريا الديمقراطية خالد العمر إن المدنيين خرجوا من البلدة."},
		[4]string{"art-2", "jabal", "2020-03-05", "خبر\nقال قائد قوات سوريا الديمقراطية مظلوم عبدي إن المعركة تقترب من نهايتها."})
	var chains []riwaya.Chain
	for _, st := range s.Statements() {
		chains = append(chains, s.Chains(&st)...)
	}
	o := s.Origins(chains)
	if len(chains) != 2 || o.AtLeast != 1 || o.AtMost != 1 {
		b, _ := json.MarshalIndent(o, "", " ")
		t.Errorf("%s", b)
	}
}

// The same records in any order give the same.
func TestOrder(t *testing.T) {
	s := story(t,
		[4]string{"art-1", "nahr", "2020-03-05", "قتلى\n" + agencyText + more},
		[4]string{"art-2", "jabal", "2020-03-03", "سوق\n" + agencyText},
		[4]string{"art-3", "wadi", "", "دمشق - (د ب أ)\n" + agencyText + more})
	everything := func(s *Set) string {
		var chains []riwaya.Chain
		for _, st := range s.Statements() {
			chains = append(chains, s.Chains(&st)...)
		}
		b, err := json.Marshal([]any{s.Statements(), chains, s.Origins(chains)})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	want := everything(s)
	var records []*riwaya.Record
	var copies []riwaya.Copy
	for i := range s.Reports {
		records = append(records, s.Reports[i].Rec)
	}
	for _, e := range s.Edges {
		copies = append(copies, *e.Copy)
	}
	for range 3 {
		records = append(records[1:], records[0])
		copies = append(copies[1:], copies[0])
		if got := everything((&Tracer{s.Words}).Over(records, copies)); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
}

// What two sources are called says whether they can be one.
func TestSourcesThatCannotBeOne(t *testing.T) {
	for _, one := range []struct {
		why, a, b     string
		least, atMost int
	}{
		{"two states", "قال مصدر تركي رفيع إن المعبر القريب من عين الزهر سيفتح الأسبوع المقبل.", "قال مصدر مصري رفيع إن السفينة التي تحمل الدواء وصلت إلى الميناء.", 2, 2},
		{"two that could be one", "قال مصدر رفيع إن المعبر القريب من عين الزهر سيفتح الأسبوع المقبل.", "قال مصدر مطلع إن السفينة التي تحمل الدواء وصلت إلى الميناء.", 1, 2},
		{"a medical source and one of a state", "قال مصدر طبي إن خمسة جرحى وصلوا إلى مستشفى عين الزهر ليلا.", "قال مصدر تركي رفيع إن المعبر القريب من البلدة سيفتح الأسبوع المقبل.", 1, 2},
		{"a spokesman of whom the other report names", "قال حاكم الولاية سليم الناصر إن الطريق إلى عين الزهر فتح ليلا.", "قال كريم سالم المتحدث باسم حاكم الولاية إن السفينة التي تحمل الدواء وصلت إلى الميناء.", 1, 1},
		{"a spokesman of somebody else", "قال حاكم الولاية سليم الناصر إن الطريق إلى عين الزهر فتح ليلا.", "قال كريم سالم المتحدث باسم وزير الزراعة إن السفينة التي تحمل الدواء وصلت إلى الميناء.", 2, 2},
		{"one of the officials", "قال مسؤولون إن الطريق إلى عين الزهر فتح ليلا. وقال أحد المسؤولين إن السفينة وصلت إلى الميناء.", "قال مسؤولون إن الطريق إلى عين الزهر فتح ليلا. وقال أحد المسؤولين إن السفينة وصلت إلى الميناء.", 1, 2},
		{"a statement of another institution", "قال حلف شمال الأطلسي إن سفراءه يجتمعون الثلاثاء. وجاء في بيان لوزارة الخارجية التركية أن السفينة وصلت إلى الميناء.", "قال حلف شمال الأطلسي إن سفراءه يجتمعون الثلاثاء.", 2, 2},
		{"a statement of nobody by name", "قال حلف شمال الأطلسي إن سفراءه يجتمعون الثلاثاء. وجاء في البيان أن السفينة وصلت إلى الميناء.", "قال حلف شمال الأطلسي إن سفراءه يجتمعون الثلاثاء.", 1, 1},
		{"two sources of one claim", "قالت الشرطة ومصادر طبية إن خمسة أشخاص جرحوا في سوق عين الزهر.", "قالت الشرطة إن خمسة أشخاص جرحوا في سوق عين الزهر.", 2, 2},
	} {
		s := story(t, [4]string{"art-1", "nahr", "2020-03-05", "خبر\n" + one.a}, [4]string{"art-2", "jabal", "2020-03-05", "خبر\n" + one.b})
		var chains []riwaya.Chain
		for _, st := range s.Statements() {
			chains = append(chains, s.Chains(&st)...)
		}
		if o := s.Origins(chains); o.AtLeast != one.least || o.AtMost != one.atMost {
			b, _ := json.MarshalIndent(o, "", " ")
			t.Errorf("%s: %d to %d, want %d to %d\n%s", one.why, o.AtLeast, o.AtMost, one.least, one.atMost, b)
		}
	}
}
