package position_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"riwaya"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/position"
	"riwaya/lexicon"
)

func newFinder(t testing.TB) (parse func(text string, rec *riwaya.Record) []riwaya.Position) {
	t.Helper()
	lx, l := artest.Load(t)
	f, err := position.New(lx, l.Class)
	if err != nil {
		t.Fatal(err)
	}
	return func(text string, rec *riwaya.Record) []riwaya.Position {
		rec.Article = riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"}
		rec.Positions = nil
		f.Find(l.Parse(text), rec)
		return rec.Positions
	}
}

// spans are where the words stand in a text, one after the other.
func spans(t testing.TB, text string, words ...string) riwaya.Spans {
	t.Helper()
	var out riwaya.Spans
	from := 0
	for _, w := range words {
		i := strings.Index(text[from:], w)
		if i < 0 {
			t.Fatalf("%q is not in %q", w, text)
		}
		out = append(out, riwaya.Span{Start: from + i, End: from + i + len(w)})
		from += i + len(w)
	}
	return out
}

// short are positions on one line: stance, holder, word, content, conditions.
func short(text string, all []riwaya.Position) string {
	var out []string
	for _, p := range all {
		s := p.Stance + " " + p.Actor + " " + p.Span.Of(text) + ": " + p.Content.Text
		if len(p.Conditions) > 0 {
			s += " if " + strings.Join(p.Conditions, " and ")
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestPositions(t *testing.T) {
	find := newFinder(t)
	for _, c := range []struct{ text, actors, want string }{
		// where the holder stands
		{"تعتزم السويد فتح الجسر", "السويد", "intends 0 تعتزم: فتح الجسر"},
		{"لكن السويد تسعى إلى فتح الجسر", "السويد", "seeks 0 تسعى: فتح الجسر"},
		{"لكن السويد كانت تسعى إلى فتح الجسر", "السويد", "seeks 0 تسعى: فتح الجسر"},
		{"أما السويد التي أغلقت الجسر فتسعى إلى فتحه", "السويد", "seeks 0 تسعى: فتحه"},
		{"السويد تريد فتح الجسر وتنوي توسيعه", "السويد", "seeks 0 تريد: فتح الجسر; intends 0 تنوي: توسيعه"},
		{"السويد تطرد السفير وتعترف بالمجلس", "السويد", "regards 0 تعترف: المجلس"},
		{"بعد موافقة السويد على فتح الجسر", "السويد", "permits 0 موافقة: فتح الجسر"},
		{"السويد مستعدة لفتح الجسر", "السويد", "intends 0 مستعدة: فتح الجسر"},
		{"وهو القرار غير المرحب به من جانب السويد", "السويد", "opposes 0 غير المرحب به: القرار"},
		// who does not hold it
		{"تعتزم الشركة فتح الجسر", "", ""},
		{"ترفض شركات السويد فتح الجسر", "السويد", ""},
		{"سافر إلى السويد تاجر يريد فتح الجسر", "السويد", ""},
		{"الحكومتان تدعوان السويد إلى فتح الجسر", "السويد", ""},
		{"مشروع الجسر الذي سيفصل السويد عن جارتها", "السويد", ""},
		{"إذا كانت السويد تسعى إلى فتح الجسر", "السويد", ""},
		// negation, the future
		{"السويد لا تريد فتح الجسر", "السويد", "opposes 0 لا تريد: فتح الجسر"},
		{"لم توافق السويد على فتح الجسر", "السويد", "refuses 0 لم توافق: فتح الجسر"},
		{"السويد لا تتعهد بفتح الجسر", "السويد", ""},
		{"ستواصل السويد دعم اللاجئين", "السويد", "commits 0 ستواصل: دعم اللاجئين"},
		{"السويد سوف تبني الجسر", "السويد", "commits 0 سوف تبني: الجسر"},
		{"لن تسمح السويد بفتح الجسر", "السويد", "refuses 0 لن: تسمح السويد بفتح الجسر"},
		{"ستشهد السويد أمطارا غزيرة", "السويد", ""},
		{"ستخسر السويد أموالا كثيرة", "السويد", ""},
		// who shall do it, and conditions
		{"تسمح السويد للطائرات باستخدام القاعدة", "السويد", "permits 0 تسمح: استخدام القاعدة"},
		{"تريد السويد فتح الجسر شرط فحصه", "السويد", "seeks 0 تريد: فتح الجسر شرط فحصه if شرط فحصه"},
		{"ستفتح السويد الجسر إذا توقف القصف", "السويد", "commits 0 ستفتح: الجسر إذا توقف القصف if إذا توقف القصف"},
	} {
		rec := riwaya.Record{}
		if c.actors != "" {
			rec.Actors = []riwaya.Actor{{ID: "0", Kind: "government", Mentions: spans(t, c.text, c.actors)}}
		}
		if got := short(c.text, find(c.text, &rec)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestHolders: only institutions, and persons who speak for one, hold positions.
func TestHolders(t *testing.T) {
	find := newFinder(t)
	text := "السويد تريد فتح الجسر"
	for kind, want := range map[string]int{"government": 1, "military": 1, "police": 1, "armed_group": 1, "party": 1, "igo": 1, "ngo": 1, "person": 1, "media": 0, "company": 0, "civilians": 0, "other": 0} {
		rec := riwaya.Record{Actors: []riwaya.Actor{{ID: "0", Kind: kind, Mentions: spans(t, text, "السويد")}}}
		if got := len(find(text, &rec)); got != want {
			t.Errorf("%s: %d positions, want %d", kind, got, want)
		}
	}
	rec := riwaya.Record{Actors: []riwaya.Actor{{ID: "0", Kind: "person", Private: true, Mentions: spans(t, text, "السويد")}}}
	if got := find(text, &rec); len(got) != 0 {
		t.Errorf("a private person holds %s", short(text, got))
	}
}

func broken(t *testing.T, name, text string) error {
	t.Helper()
	lx, err := lexicon.Load(fstest.MapFS{"ar/cues.txt": {}, "ar/verbs.txt": {Data: []byte("VIII اعتزم\n")}, "shared/states.txt": {}, name: {Data: []byte(text)}}, "ar")
	if err != nil {
		return err
	}
	_, l := artest.Load(t)
	_, err = position.New(lx, l.Class)
	return err
}

func TestLexiconsThatAreRefused(t *testing.T) {
	rule := func(lines string) string {
		return "rule r\n  when stand:verb content\n" + lines + "  yes x\n"
	}
	for _, c := range []struct{ file, text, want string }{
		{"ar/positions.txt", "[stance lemma]\nintends اعتزم\n", "is no STANCE:FRAMES"},
		{"ar/positions.txt", "[stance lemma]\nhopes:act اعتزم\n", "unknown stance"},
		{"ar/positions.txt", "[stance lemma]\nintends/hopes:act اعتزم\n", "unknown stance"},
		{"ar/positions.txt", "[stance lemma]\nintends:acts اعتزم\n", "unknown frame"},
		{"ar/positions.txt", "[stance lemma]\nintends:act:soon اعتزم\n", "unknown limit"},
		{"ar/positions.txt", "[stance-word mark]\nintends عزم\n", "is no STANCE:FRAMES"},
		{"ar/positions.txt", "[stance-context mark]\nشرط\n", "without a key"},
		{"ar/positions.rules", rule(""), "whose is"},
		{"ar/positions.rules", rule("  whose nobody\n"), "whose is"},
		{"ar/positions.rules", rule("  whose named\n  stance hopes\n"), "unknown stance"},
		{"ar/positions.rules", rule("  whose named\n  sure 2\n"), "sure"},
		{"ar/positions.rules", rule("  whose named\n  only hopes\n"), "unknown class"},
		{"ar/positions.rules", rule("  whose named\n  weather fine\n"), "unknown key"},
		{"ar/positions.rules", "rule r\n  when stand:noon content\n  whose named\n  yes x\n", "unknown trigger"},
		{"ar/positions.rules", "rule r\n  when stand:verb contents\n  whose named\n  yes x\n", "unknown part"},
	} {
		if err := broken(t, c.file, c.text); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.file+":") {
			t.Errorf("%q: %v, want %s and %q", c.text, err, c.file, c.want)
		}
	}
}

// pieces are what FuzzFind makes texts of: words of stance and what may stand about them.
var pieces = strings.Fields("السويد السويد وزير الخارجية السويدي قالت أكد أن إنها أنه تعتزم ترفض رفضها وترفض ستسمح لن نسمح سيتم يحق لهم مستعدة استعداد ضرورة من قبل جانب غير المرحب به هذه الدول التي الذي إلى على بفتح لفتح فتح الجسر شرط إذا بلاده ، . : « » ( ) نحن عناصر سوف لا")

// TestAnyOrder: whatever stands where, spans lie in the text, on the words they say, and
// reading twice gives the same.
func TestAnyOrder(t *testing.T) {
	find := newFinder(t)
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var b strings.Builder
		for range random.IntN(40) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			b.WriteByte(" \n"[min(1, random.IntN(25)/24)])
		}
		check(t, find, b.String(), random)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("قالت السويد إنها ستسمح بفتح الجسر شرط فحصه", uint64(1))
	f.Add("السويد\nلن", uint64(2))
	find := newFinder(f)
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		check(t, find, strings.ToValidUTF8(text, "\uFFFD"), rand.New(rand.NewPCG(seed, 5)))
	})
}

// check finds the positions of a text with actors and claims anywhere in it, in any order.
func check(t *testing.T, find func(string, *riwaya.Record) []riwaya.Position, text string, random *rand.Rand) {
	t.Helper()
	rec := riwaya.Record{}
	span := func() riwaya.Span {
		words := strings.Fields(text)
		if len(words) == 0 {
			return riwaya.Span{}
		}
		w := words[random.IntN(len(words))]
		i := strings.Index(text, w)
		return riwaya.Span{Start: i, End: i + len(w)}
	}
	if strings.TrimSpace(text) != "" {
		for range random.IntN(4) {
			kind := []string{"government", "person", "civilians"}[random.IntN(3)]
			rec.Actors = append(rec.Actors, riwaya.Actor{ID: kind, Kind: kind, Mentions: riwaya.Spans{span(), span()}})
		}
		for range random.IntN(4) {
			a, b, name := span(), span(), "x"
			if b.Start < a.Start {
				a, b = b, a
			}
			c := riwaya.Claim{ID: "c", Cue: riwaya.Cue{Spans: riwaya.Spans{span()}, Class: "announce"}, Source: riwaya.Source{Elided: random.IntN(2) == 0, NameAr: &name},
				Content: riwaya.Content{Spans: riwaya.Spans{{Start: a.Start, End: max(a.End, b.End)}}}}
			if !c.Source.Elided {
				c.Source.Spans = riwaya.Spans{span()}
			}
			rec.Claims = append(rec.Claims, c)
		}
	}
	first := find(text, &rec)
	for _, p := range first {
		if s := p.Span.Hull(); s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			t.Fatalf("%q: span %v", text, s)
		}
		for _, s := range p.Content.Spans {
			if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
				t.Fatalf("%q: content %v", text, s)
			}
		}
		if p.Content.Text != p.Content.Spans.Of(text) && len(rec.Claims) == 0 {
			t.Fatalf("%q: content %q at %v", text, p.Content.Text, p.Content.Spans)
		}
		for _, c := range p.Conditions {
			if c == "" || !strings.Contains(text, c) {
				t.Fatalf("%q: condition %q", text, c)
			}
		}
	}
	if again := find(text, &rec); !reflect.DeepEqual(first, again) {
		t.Fatalf("%q: %v, then %v", text, first, again)
	}
}

// TestFindingEnds finds positions in texts in which every word is one of stance, a holder or
// what takes one up: nothing may look back over all that there is, for all of it.
func TestFindingEnds(t *testing.T) {
	const size = 48 << 10
	find := newFinder(t)
	for _, s := range []string{"السويد تريد ", "السويد ", "ترفض ", "رفضها ", "وترفض ", "هذه الدول ", "الرئيس السويدي ", "السويد التي ", "إذا شرط ", "سمحت للطائرات ", "لن سوف السويد ", "السويد تريد فتح الجسر. ", "سيتم ", "من قبل ", "ضرورة ", "قالت السويد ", "عناصر ", "غير المرحب به "} {
		text := strings.Repeat(s, size/len(s))
		rec := riwaya.Record{}
		for i := 0; i < len(text); {
			n := strings.Index(text[i:], "السويد")
			if n < 0 {
				break
			}
			span := riwaya.Span{Start: i + n, End: i + n + len("السويد")}
			if len(rec.Actors) == 0 {
				rec.Actors = []riwaya.Actor{{ID: "0", Kind: "government"}}
			}
			rec.Actors[0].Mentions = append(rec.Actors[0].Mentions, span)
			if len(rec.Claims) < 4000 {
				rec.Claims = append(rec.Claims, riwaya.Claim{ID: "c", Cue: riwaya.Cue{Spans: riwaya.Spans{span}}, Source: riwaya.Source{Elided: true, NameAr: &s},
					Content: riwaya.Content{Spans: riwaya.Spans{{Start: span.Start, End: min(span.Start+2000, len(text))}}}})
			}
			i = span.End
		}
		find(text, &rec)
	}
}
