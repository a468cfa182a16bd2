package event_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/read"
)

// told are the events of a text that stands below a headline, one line each: type, word,
// status, who did it, to whom, and how often it is told.
func told(r *read.Reader, text string) []string {
	a := riwaya.Article{ID: riwaya.TextID(above + text), Text: above + text, Language: "ar"}
	read.Language(&a)
	rec := r.Read(a)
	var out []string
	for i := range rec.Events {
		e := &rec.Events[i]
		s := fmt.Sprintf("%s %s %s: %s -> %s", e.Type, e.Text, e.Status, side(&rec, e, "agent"), side(&rec, e, "target"))
		if n := len(e.Mentions); n > 1 {
			s += fmt.Sprintf(" told %d times", n)
		}
		out = append(out, s)
	}
	return out
}

// side are the parties of one role with their standing, unless that is "reported".
func side(rec *riwaya.Record, e *riwaya.Event, role string) string {
	var out []string
	for _, p := range e.Parties {
		if p.Role != role {
			continue
		}
		name := p.Actor
		for i := range rec.Actors {
			if a := &rec.Actors[i]; a.ID == p.Actor && a.Name != nil && !riwaya.OfArticle(a.ID) {
				name = *a.Name
			} else if a.ID == p.Actor {
				name = *a.NameAr
			}
		}
		if p.Standing != "reported" {
			name += " " + p.Standing
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return "nobody"
	}
	return strings.Join(out, " + ")
}

func TestEvents(t *testing.T) {
	r := newReader(t)
	for _, group := range []struct {
		name  string
		cases []one
	}{
		{"where the parties stand", []one{
			{"قصفت القوات التركية مواقع تنظيم داعش.", []string{"ASSAULT قصفت happened: Turkish army -> Islamic State"}},
			{"القوات التركية قصفت مواقع تنظيم داعش.", []string{"ASSAULT قصفت happened: Turkish army -> Islamic State"}},
			{"قصفت مواقع تنظيم داعش من قبل القوات التركية.", []string{"ASSAULT قصفت happened: Turkish army -> Islamic State"}},
			{"شنت القوات التركية غارات جوية على مواقع تنظيم داعش.", []string{"ASSAULT غارات جوية happened: Turkish army -> Islamic State"}},
			{"تعرضت القوات التركية لهجوم.", []string{"ASSAULT هجوم happened: nobody -> Turkish army"}},
			{"وقتل تنظيم داعش عشرة مدنيين.", []string{"ASSAULT قتل happened: Islamic State -> مدنيين"}},
			{"هاجم مسلحون القرية وقتلوا ثلاثة مدنيين.", []string{"ASSAULT هاجم happened: مسلحون -> nobody", "ASSAULT قتلوا happened: مسلحون -> مدنيين"}},
			{"قتل ثلاثة مدنيين في هجوم قام به تنظيم داعش.", []string{"ASSAULT قتل happened: Islamic State -> مدنيين"}},
			{"وقعت الهجمات بعد هجوم انتحاري في جرابلس، والذي نفذه تنظيم داعش.", []string{"ASSAULT الهجمات happened: nobody -> nobody", "ASSAULT هجوم انتحاري happened: Islamic State -> nobody"}},
			{"وفر سكان القرية غداة هجوم نسب إلى تنظيم داعش.", []string{"DISPLACE فر happened: سكان القرية -> nobody", "ASSAULT هجوم happened: Islamic State accused -> nobody"}},
			{"تقدمت القوات التركية بعد سيطرتها على الجسر.", []string{"ASSAULT تقدمت happened: Turkish army -> nobody", "ASSAULT سيطرتها happened: Turkish army -> nobody"}},
			{"أشاد الوزير بتمكن القوات التركية من تحرير القرية من تنظيم داعش.", []string{"SUPPORT أشاد happened: nobody -> nobody", "ASSAULT تحرير happened: Turkish army -> Islamic State"}},
			{"أكد الوزير إحباط عمليات إرهابية خطط لها تنظيم داعش.", []string{"COERCE إحباط happened: nobody -> Islamic State"}},
			{"رحبت تركيا بالقرار وحثت تنظيم داعش على الانسحاب.", []string{"SUPPORT رحبت happened: Turkey -> nobody", "REQUEST حثت happened: Turkey -> Islamic State"}},
			{"حثت تركيا تنظيم داعش على الانسحاب من القرية.", []string{"REQUEST حثت happened: Turkey -> Islamic State", "RETREAT الانسحاب demanded: Islamic State -> nobody"}},
			{"وهاجم مسلحون قوات الأمن في بلجيكا أمس.", []string{"ASSAULT هاجم happened: مسلحون -> Belgian security forces"}},
			{"واتهمت الشرطة التركية أنقرة بالتواطؤ مع تنظيم داعش.", []string{"ACCUSE اتهمت happened: Turkish police -> Turkey", "COOPERATE التواطؤ happened: Turkey accused -> Islamic State"}},
			{"قصفت القوات التركية مقر قيادة لمسلحي تنظيم داعش.", []string{"ASSAULT قصفت happened: Turkish army -> Islamic State"}},
			{"ودمرت القوات التركية مبنى تابعا لتنظيم داعش.", []string{"ASSAULT دمرت happened: Turkish army -> Islamic State"}},
			{"شنت القوات التركية غارات على أهداف لتنظيم (داعش) في جرابلس.", []string{"ASSAULT غارات happened: Turkish army -> Islamic State"}},
			{"وأعلن الوزير مقتل العشرات من عناصر تنظيم داعش.", []string{"ASSAULT مقتل happened: nobody -> Islamic State"}},
			{"استعادت القوات التركية القرية من قبضة تنظيم داعش.", []string{"ASSAULT استعادت happened: Turkish army -> Islamic State"}},
			{"وأدانت تركيا الهجوم الذي شنه تنظيم داعش على القرية.", []string{"ACCUSE أدانت happened: Turkey -> Islamic State", "ASSAULT الهجوم happened: Islamic State -> nobody"}},
			{"وسمحت تركيا لفرنسا باستخدام القاعدة لشن غارات على تنظيم داعش.", []string{"COOPERATE سمحت happened: Turkey -> France", "ASSAULT غارات planned: France -> Islamic State"}},
			{"وقال الوزير إن الاتفاق الذي أبرم بين تركيا وفرنسا مهم.", []string{"AGREE الاتفاق happened: Turkey + France -> nobody"}},
			{"فر مقاتلو تنظيم داعش من المدينة.", []string{"DISPLACE فر happened: Islamic State -> nobody"}},
			{"انسحبت القوات التركية من القرية التي قصفها تنظيم داعش.", []string{"RETREAT انسحبت happened: Turkish army -> nobody", "ASSAULT قصفها happened: Islamic State -> nobody"}},
		}},
		{"a passive that names nobody has no agent", []one{
			{"قُصفت مواقع تنظيم داعش أمس.", []string{"ASSAULT قُصفت happened: nobody -> Islamic State"}},
			{"قتل ثلاثة مدنيين في القرية.", []string{"ASSAULT قتل happened: nobody -> مدنيين"}},
			{"خمسة مدنيين قتلوا في هجوم على السوق.", []string{"ASSAULT قتلوا happened: nobody -> مدنيين"}},
			{"ووقع هجوم انتحاري ضد مقر الشرطة التركية.", []string{"ASSAULT هجوم انتحاري happened: nobody -> Turkish police"}},
			{"وقع انفجار في السوق.", []string{"ASSAULT انفجار happened: nobody -> nobody"}},
		}},
		{"two sides", []one{
			{"اندلعت اشتباكات بين القوات التركية وتنظيم داعش.", []string{"ASSAULT اشتباكات happened: Turkish army -> Islamic State"}},
			{"اندلعت معارك بين الجيش العراقي مدعوما بفصائل محلية من طرف، وتنظيم داعش من طرف آخر.", []string{"ASSAULT معارك happened: Iraqi army -> Islamic State"}},
			{"اندلعت معارك بين قوات سوريا الديمقراطية مدعومة بالتحالف الدولي من جهة، وتنظيم داعش من جهة أخرى.", []string{"ASSAULT معارك happened: Syrian Democratic Forces (SDF) + Global Coalition against the Islamic State -> Islamic State"}},
		}},
		{"status", []one{
			{"لم تقصف القوات التركية البلدة.", []string{"ASSAULT تقصف denied: Turkish army -> nobody"}},
			{"ستقصف القوات التركية مواقع تنظيم داعش.", []string{"ASSAULT ستقصف planned: Turkish army -> Islamic State"}},
			{"تعتزم تركيا الانسحاب من القرية.", []string{"RETREAT الانسحاب planned: Turkey -> nobody"}},
			{"قد تهاجم القوات التركية تنظيم داعش.", []string{"ASSAULT تهاجم hypothetical: Turkish army -> Islamic State"}},
			{"إذا قصفت تركيا البلدة فسوف يرد تنظيم داعش.", []string{"ASSAULT قصفت hypothetical: Turkey -> nobody"}},
			{"طالبت تركيا تنظيم داعش بالإفراج عن الرهائن.", []string{"REQUEST طالبت happened: Turkey -> Islamic State", "RETREAT الإفراج demanded: Islamic State -> nobody"}},
			{"وكانت القوات التركية قد قصفت مواقع تنظيم داعش.", []string{"ASSAULT قصفت happened: Turkish army -> Islamic State"}},
			{"وهي المرة الأولى التي تقصف فيها القوات التركية البلدة.", []string{"ASSAULT تقصف happened: Turkish army -> nobody"}},
			{"وقائع من التاريخ\n1967 - القوات التركية تقصف مواقع تنظيم داعش.", []string{"ASSAULT تقصف happened: Turkish army -> Islamic State"}},
			{"وقال سكان إن الحي كان هدفا لغارات متكررة.", []string{"ASSAULT غارات happened: nobody -> nobody"}},
			{"وقال سكان إن الطائرات تتأهب لغارات متكررة.", []string{"ASSAULT غارات planned: nobody -> nobody"}},
		}},
		{"standing", []one{
			{"أعلن الجيش التركي أن تنظيم داعش قصف بلدة جرابلس.", []string{"ASSAULT قصف happened: Islamic State -> nobody"}},
			{"قال تنظيم داعش إن تنظيم داعش قصف جرابلس.", []string{"ASSAULT قصف happened: Islamic State self-claimed -> nobody"}},
			{"أعلن الجيش التركي أن القوات التركية قصفت مواقع تنظيم داعش.", []string{"ASSAULT قصفت happened: Turkish army self-claimed -> Islamic State"}},
			{"تبنى تنظيم داعش الهجوم على القوات التركية.", []string{"ASSAULT الهجوم happened: Islamic State self-claimed -> Turkish army"}},
			{"اتهم الناشط سالم القوات التركية بأن القوات التركية قصفت البلدة.", []string{"ACCUSE اتهم happened: سالم -> Turkish army", "ASSAULT قصفت happened: Turkish army accused -> nobody"}},
		}},
		{"told again", []one{
			{"هاجم تنظيم داعش القوات التركية في جرابلس. وقالت تركيا إن تنظيم داعش هاجم القوات التركية.", []string{"ASSAULT هاجم happened: Islamic State -> Turkish army told 2 times"}},
			{"هاجم تنظيم داعش القوات التركية في جرابلس. وهاجمت القوات التركية تنظيم داعش في الباب.", []string{"ASSAULT هاجم happened: Islamic State -> Turkish army", "ASSAULT هاجمت happened: Turkish army -> Islamic State"}},
			{"قصفت القوات التركية مواقع تنظيم داعش في جرابلس. وقال شهود إن القصف استمر ساعات.", []string{"ASSAULT قصفت happened: Turkish army -> Islamic State told 2 times"}},
		}},
		{"not by whom, and not in that sense", []one{
			{"وأعلن الحارس مقتل عشرة مسلحين من تنظيم داعش في هجوم شنه التنظيم على القرية.", []string{"ASSAULT مقتل happened: nobody -> Islamic State", "ASSAULT هجوم happened: Islamic State -> nobody"}},
			{"دخلت تركيا الحرب لإيقاف إيران.", nil},
			{"أكد سعيد حمدان سيطرته على الساحة السياسية.", nil},
			{"زادت حدة المواجهات بين الأمم المتحدة وإيران.", nil},
			{"ويلتقي المصري سعيد حمدان في الدور الثاني من البطولة مع الفائز من مباراة اليوم.", nil},
			{"ولعب المنتخب الكروي في كأس العالم. ويلتقي المنتخبان في ربع نهائي البطولة في الملعب. وأنقذ سعيد حمدان مرماه.", nil},
		}},
		{"nothing happened", []one{
			{"وصل الوزير إلى القاهرة.", nil},
			{"اقتحمت فرق الدفاع المدني الغرفة وأخمدت الحريق.", nil},
			{"ناقش المجلس قانون مكافحة العنف.", nil},
		}},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases {
				if got := told(r, c.text); !slices.Equal(got, c.want) {
					t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
				}
			}
		})
	}
}

// one is a text and its events.
type one struct {
	text string
	want []string
}

// TestDenied: whom a claim denies to have done it is not shown as having done it. Whether the
// event's status says so too is another matter.
func TestDenied(t *testing.T) {
	r := newReader(t)
	for _, text := range []string{"نفت تركيا أن القوات التركية قصفت البلدة.", "نفت القوات التركية أن تكون القوات التركية قصفت البلدة."} {
		got := told(r, text)
		if len(got) != 1 || !strings.HasSuffix(got[0], ": Turkish army denied -> nobody") {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestAccusedHasItsClaim: who is accused stands there with the claim that accuses.
func TestAccusedHasItsClaim(t *testing.T) {
	const text = "اتهم الناشط سالم القوات التركية بأن القوات التركية قصفت البلدة."
	a := riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"}
	read.Language(&a)
	rec := newReader(t).Read(a)
	for _, e := range rec.Events {
		for _, p := range e.Parties {
			if p.Standing != "accused" {
				continue
			}
			for _, c := range rec.Claims {
				if p.Claim != nil && c.ID == *p.Claim && c.Cue.Class == "accuse" {
					return
				}
			}
			t.Fatalf("%s: accused without the claim: %+v", e.Text, p)
		}
	}
	t.Errorf("nobody is accused: %+v", rec.Events)
}

// FuzzEvents reads anything: spans lie inside the text and on characters, no id comes twice,
// parties are actors of the record and stand in one role, what is linked is there, and a
// second reading is the same.
func FuzzEvents(f *testing.F) {
	for _, s := range []string{"قصفت القوات التركية مواقع تنظيم داعش.", "اندلعت معارك بين الجيش الليبي مدعوما بفصائل من طرف، وتنظيم داعش من طرف آخر.",
		"قتل قتل قتل", "بين بين من طرف من طرف", "هجوم هجوم على على تركيا\nوهجوم تركيا", "اتهمت تركيا داعش بقصف. ونفت داعش القصف. وكرر القصف.", "لم لن سوف تقصف", "الذي قصف التي قصفت", "وقف إطلاق النار وقف إطلاق"} {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<13 {
			t.Skip()
		}
		a := riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"}
		read.Language(&a)
		rec := r.Read(a)
		known := map[string]bool{}
		for _, x := range rec.Actors {
			known[x.ID] = true
		}
		for _, x := range rec.Claims {
			known[x.ID] = true
		}
		for _, x := range rec.Places {
			known[x.ID] = true
		}
		for _, x := range rec.Times {
			known[x.ID] = true
		}
		for _, x := range rec.Figures {
			known[x.ID] = true
		}
		linked := func(id *string) {
			if id != nil && !known[*id] {
				t.Fatalf("%s is not in the record", *id)
			}
		}
		words := func(s riwaya.Spans, said string) {
			for _, x := range s {
				if x.Start < 0 || x.Start >= x.End || x.End > len(text) || !utf8.RuneStart(text[x.Start]) || x.End < len(text) && !utf8.RuneStart(text[x.End]) {
					t.Fatalf("span %v of %d bytes", x, len(text))
				}
			}
			if len(s) == 0 || s.Of(text) != said {
				t.Fatalf("says %q, stands at %q", said, s.Of(text))
			}
		}
		ids := map[string]bool{}
		for i := range rec.Events {
			e := &rec.Events[i]
			if ids[e.ID] || e.Type == "" || e.Status == "" || e.Rule == "" || len(e.Mentions) == 0 {
				t.Fatalf("an event twice, or without what each has: %+v", e)
			}
			ids[e.ID] = true
			words(e.Span, e.Text)
			linked(e.Place)
			linked(e.Time)
			linked(e.Claim)
			for _, id := range e.Figures {
				linked(&id)
			}
			for _, m := range e.Mentions {
				words(m.Span, m.Text)
				linked(m.Claim)
			}
			var agents, targets []string
			for _, p := range e.Parties {
				linked(&p.Actor)
				linked(p.Claim)
				if p.Role == "agent" {
					agents = append(agents, p.Actor)
				} else {
					targets = append(targets, p.Actor)
				}
				if p.Standing == "" || p.Standing == "accused" && p.Claim == nil {
					t.Fatalf("a party without its standing: %+v", p)
				}
			}
			if !slices.Equal(agents, e.Actors) && len(agents)+len(e.Actors) > 0 || !slices.Equal(targets, e.Targets) && len(targets)+len(e.Targets) > 0 {
				t.Fatalf("parties %v are not actors %v and targets %v", e.Parties, e.Actors, e.Targets)
			}
		}
		first, err := rec.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if second, err := r.Read(a).MarshalJSON(); err != nil || !bytes.Equal(first, second) {
			t.Fatalf("two readings differ (%v)", err)
		}
	})
}

// TestWhence has where something happened, not the land that it came from.
func TestWhence(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"أصيب ثلاثة مدنيين في سقوط قذيفة من داخل الأراضي التركية على منزل في جرابلس.": "جرابلس",
		"وانسحبت القوات التركية من داخل الأراضي السورية.":                             "الأراضي السورية",
	} {
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(above + text), Text: above + text, Language: "ar"})
		got := ""
		for _, e := range rec.Events {
			for _, p := range rec.Places {
				if e.Place != nil && p.ID == *e.Place {
					got = p.Text
				}
			}
		}
		if got != want {
			t.Errorf("%s: in %q, want %q", text, got, want)
		}
	}
}

// TestOccasion: what something only came after or answers has its own place.
func TestOccasion(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]bool{
		"واعتقلت القوات التركية عشرة أشخاص بعد الهجوم في جرابلس.":           false,
		"وقصفت القوات التركية مواقع داعش ردا على هجوم جرابلس.":              false,
		"وقصفت القوات التركية جرابلس بعد الهجوم.":                           true,
		"وأصيب عشرة جنود بعد هجوم في جرابلس.":                               true,
		"واعتقلت القوات التركية عشرة أشخاص بعد الهجوم، ونقلتهم إلى جرابلس.": true,
	} {
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(above + text), Text: above + text, Language: "ar"})
		for i := range rec.Events {
			if e := &rec.Events[i]; e.Span[0].Start > len(above) {
				if got := e.Place != nil; got != want {
					t.Errorf("%s: a place is %v, want %v", text, got, want)
				}
				break
			}
		}
	}
}

// Since when a war is fought that a sentence only names is not when something else in it happened.
func TestSinceWhen(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"وقال الوزير خلال زيارة إلى الجزيرة التي يحتلها الجيش منذ 1974: نحن في حداد بعد هجوم أوقع 30 قتيلا.": "",
		"وتواصل القصف على المدينة، وعلى القرى حولها، منذ مارس 2018.":                                         "منذ مارس 2018",
	} {
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"})
		e := rec.Events[len(rec.Events)-1]
		got := ""
		for _, x := range rec.Times {
			if e.Time != nil && x.ID == *e.Time {
				got = x.Text
			}
		}
		if got != want {
			t.Errorf("%s: %s %q, want %q", text, e.Text, got, want)
		}
	}
}

// The day on which something was said is not the day on which it happened.
func TestSaidOn(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"وقال الوزير يوم السبت إن الجيش قصف مدينة الباب.":              "",
		"وقال الوزير إن الجيش قصف مدينة الباب يوم السبت.":              "يوم السبت",
		"وقال الوزير يوم الأحد إن الجيش قصف مدينة الباب يوم السبت.":    "يوم السبت",
		"وقصف الجيش مدينة الباب يوم السبت، فيما قال الوزير إنه انتصر.": "يوم السبت",
	} {
		rec := r.Read(riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"})
		got, found := "", false
		for i := range rec.Events {
			if e := &rec.Events[i]; e.Text == "قصف" || e.Text == "وقصف" {
				found = true
				for _, x := range rec.Times {
					if e.Time != nil && x.ID == *e.Time {
						got = x.Text
					}
				}
			}
		}
		if !found || got != want {
			t.Errorf("%s: %v, %q, want %q", text, found, got, want)
		}
	}
}
