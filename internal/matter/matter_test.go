package matter

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"riwaya"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read"
	"riwaya/internal/show/privacy"
	"riwaya/internal/story/incident"
	"riwaya/lexicon"
)

// What every test reads with, loaded once.
var (
	loading sync.Once
	reader  *read.Reader
	tools   *Tools
)

// of is the matter of some texts, each a report of its own outlet and of one day. They are made up, of a town that
// does not exist.
func of(t *testing.T, texts ...string) *Matter {
	t.Helper()
	loading.Do(func() {
		lx, _ := artest.Load(t)
		var err error
		if reader, err = read.New(lx); err != nil {
			t.Fatal(err)
		}
		if tools, err = Load(lexicon.Embedded()); err != nil {
			t.Fatal(err)
		}
	})
	m := &Matter{at: map[string]int{}, gates: map[string]*privacy.Gate{}}
	seen := time.Date(2020, 3, 5, 9, 0, 0, 0, time.UTC)
	for i, text := range texts {
		id, outlet := "art-"+string(rune('1'+i)), "outlet"+string(rune('1'+i))
		title, _, _ := strings.Cut(text, "\n")
		rec := reader.Read(riwaya.Article{ID: id, Text: text, Title: title, Outlet: &outlet, Language: "ar", Seen: &seen, PublishedPrecision: riwaya.PrecisionUnknown})
		rec.Article.ID = id
		m.at[id] = len(m.records)
		m.records = append(m.records, &rec)
		m.Story.Reports = append(m.Story.Reports, riwaya.StoryReport{Article: id})
	}
	m.Incidents = incident.Within("", m.records, nil, nil)
	maker := tools.Maker(nil, nil)
	m.Set, m.words = maker.Tracer.Over(m.records, nil), maker.Words
	return m
}

// Whom reports name for something else is no source of what they tell of.
func TestSourcesOfWhatIsTold(t *testing.T) {
	const (
		title = "خمسة جرحى في انفجار بعين الزهر\n"
		told  = "قالت وزارة الصحة السورية إن خمسة أشخاص جرحوا في انفجار سيارة مفخخة في مدينة حلب أمس الأربعاء."
	)
	for _, one := range []struct {
		why, more string
		names     int
	}{
		{"nobody else", "", 1},
		{"another who tells of it", "\nوقال الدفاع المدني السوري إن انفجار السيارة المفخخة في حلب أمس الأربعاء أوقع خمسة جرحى.", 2},
		{"what went before", "\nويأتي ذلك بعد يوم من إعلان الجيش الروسي أن طائرة سقطت في مدينة حمص قبل أسبوع.", 1},
		{"what had been said long before", "\nوكانت وزارة الزراعة التركية أعلنت في يناير أن انفجار سيارة مفخخة في مدينة حلب أوقع جريحا.", 1},
		{"whom a toll has it from", "\nوأشارت حصيلة إلى إصابة خمسة أشخاص في انفجار السيارة المفخخة في حلب بحسب محافظ حلب سليم الناصر.", 2},
		{"a turn to something else", "\nمن جهة أخرى، قالت وزارة الزراعة التركية إن حريقا في مدينة أضنة أتلف محصول القمح.", 1},
	} {
		m := of(t, title+told+one.more, title+told)
		o := m.Sources()
		var names []string
		for i := range o.List {
			names = append(names, o.List[i].Name)
		}
		if len(o.List) != one.names || o.AtMost != one.names || !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "الصحة") }) {
			t.Errorf("%s: %d to %d, %q", one.why, o.AtLeast, o.AtMost, names)
		}
	}
}

// A title sums up who speaks below it, and a state speaks through its officials.
func TestSourcesOfTitles(t *testing.T) {
	const told = "قال وزير الخارجية التركي سامي النجار إن ثلاثة مسافرين خطفوا في مدينة أضنة أمس الأربعاء."
	for _, one := range []struct {
		why, title, text string
		names            int
	}{
		{"a state in a title", "تركيا: خطف ثلاثة مسافرين في أضنة", told, 1},
		{"a state in the text", "خطف ثلاثة مسافرين", told + "\nوقالت تركيا إن ثلاثة مسافرين خطفوا في مدينة أضنة وإن البحث عنهم بدأ.", 1},
		{"another state in the text", "خطف ثلاثة مسافرين", told + "\nوقالت بلغاريا إن ثلاثة مسافرين خطفوا في مدينة أضنة وإن البحث عنهم بدأ.", 2},
		{"an office in a title", "الوزير: خطف ثلاثة مسافرين في أضنة", told, 1},
		{"nobody in the text", "تركيا: خطف ثلاثة مسافرين في أضنة", "خطف ثلاثة مسافرين في مدينة أضنة أمس الأربعاء.", 1},
	} {
		m := of(t, one.title+"\n"+one.text)
		if o := m.Sources(); len(o.List) != one.names {
			t.Errorf("%s: %d to %d, %+v", one.why, o.AtLeast, o.AtMost, o.List)
		}
	}
}

// Two of whom a word or a state is common are two.
func TestSourcesThatAreTwo(t *testing.T) {
	for why, text := range map[string]string{
		"president and prime minister": "انفجار في أنقرة\nقال إردوغان إن انفجارا في أنقرة أوقع خمسة جرحى أمس الأربعاء. وقال رئيس وزراء تركيا إن انفجار أنقرة أمس الأربعاء أوقع خمسة جرحى.",
		"two ministries":               "انفجار في أنقرة\nقالت وزارة الداخلية التركية إن انفجارا في أنقرة أوقع خمسة جرحى أمس الأربعاء. وقال مصدر في وزارة الصحة إن انفجار أنقرة أمس الأربعاء أوقع خمسة جرحى.",
		"hostile to a state":           "انفجار في أنقرة\nقالت أنقرة إن انفجارا في أنقرة أوقع خمسة جرحى أمس الأربعاء. وقالت جهات معادية لسلطات أنقرة إن انفجار أنقرة أمس الأربعاء أوقع خمسة جرحى.",
	} {
		if o := of(t, text).Sources(); o.AtMost < 2 {
			t.Errorf("%s: %d to %d, %v", why, o.AtLeast, o.AtMost, o.Merges)
		}
	}
}
