package clause_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/clause"
	"riwaya/internal/lang/ar"
	"riwaya/internal/lang/ar/artest"
	"riwaya/internal/read"
)

// cutter cuts texts as the finders of happenings do: over a record whose actors, places,
// times and figures are there.
type cutter struct {
	arabic *ar.Language
	reader *read.Reader
	words  *clause.Words
}

func newCutter(t testing.TB) *cutter {
	t.Helper()
	lx, l := artest.Load(t)
	r, err := read.New(lx)
	if err != nil {
		t.Fatal(err)
	}
	return &cutter{l, r, clause.NewWords(lx, l.Class)}
}

// kinds are the names of chunks in these tests.
var kinds = map[clause.Kind]string{clause.NounPhrase: "noun", clause.Verb: "verb", clause.Relative: "who", clause.That: "that", clause.Opens: "opens",
	clause.Adverb: "adverb", clause.Negation: "not", clause.Comma: "comma", clause.Stop: "stop"}

// cut are the chunks of a text, sentence by sentence: kind, preposition, and the words.
func (c *cutter) cut(text string, see func(*clause.Reader, []clause.Chunk, *riwaya.Record)) []string {
	rec := c.reader.Read(riwaya.Article{ID: riwaya.TextID(text), Text: text, Language: "ar"})
	t := c.arabic.Parse(text)
	defer c.arabic.Release(t)
	var r clause.Reader
	r.Reset(c.words, t, &rec)
	var out []string
	for i := range t.Sentences {
		chunks := r.Cut(t.Sentences[i].From, t.Sentences[i].To)
		if see != nil {
			see(&r, chunks, &rec)
		}
		for _, x := range chunks {
			s := kinds[x.Kind]
			if x.Prep != "" {
				s += ":" + x.Prep
			}
			if x.Listed {
				s += "+"
			}
			out = append(out, s+" "+t.Span(x.From, x.To).Of(text))
		}
	}
	return out
}

func TestCut(t *testing.T) {
	c := newCutter(t)
	for _, x := range []struct {
		text string
		want []string
	}{
		// What it is made of.
		{"قصفت القوات التركية مواقع تنظيم داعش قرب الباب.", []string{"verb قصفت", "noun القوات التركية", "noun مواقع تنظيم داعش", "noun:near قرب الباب", "stop ."}},
		{"لم تقصف القوات التركية المدينة.", []string{"not لم", "verb تقصف", "noun القوات التركية", "noun المدينة", "stop ."}},
		{"لن تنسحب القوات من القرية؛ وستبقى فيها.", []string{"not لن", "verb تنسحب", "noun القوات", "noun:from من القرية", "stop ؛", "verb وستبقى", "adverb فيها", "stop ."}},
		{"قال الوزير إن الطريق مغلق، وأضاف أن الجسر دمر.", []string{"verb قال", "noun الوزير", "that إن", "noun الطريق مغلق", "comma ،", "verb وأضاف", "that أن", "noun الجسر", "verb دمر", "stop ."}},
		{"قال السكان إنهم غادروا القرية.", []string{"verb قال", "noun السكان", "that إنهم", "verb غادروا", "noun القرية", "stop ."}},
		{"عندما وصل الجنود غادر المسلحون.", []string{"opens عندما", "verb وصل", "noun الجنود", "verb غادر", "noun المسلحون", "stop ."}},
		// Prepositions: words, phrases, and what is glued on.
		{"وقتل ثلاثة جنود في هجوم على حاجز للشرطة.", []string{"verb وقتل", "noun ثلاثة جنود", "noun:in في هجوم", "noun:on على حاجز", "noun:li للشرطة", "stop ."}},
		{"أفرجت السلطات عن عشرة سجناء من أجل التهدئة.", []string{"verb أفرجت", "noun السلطات", "noun:from عن عشرة سجناء", "noun:purpose من أجل التهدئة", "stop ."}},
		{"وقع الهجوم من قبل القوات التركية ومن جانب المسلحين", []string{"verb وقع", "noun الهجوم", "noun:by من قبل القوات التركية", "noun:by ومن جانب المسلحين"}},
		{"ضد القوات التركية قاتل المسلحون.", []string{"noun:on ضد القوات التركية", "verb قاتل", "noun المسلحون", "stop ."}},
		{"للجيش التركي قاعدة هناك.", []string{"noun:li للجيش التركي", "noun قاعدة", "adverb هناك", "stop ."}},
		// Lists.
		{"استهدف الهجوم مدرسة ومسجدا.", []string{"verb استهدف", "noun الهجوم", "noun مدرسة", "noun+ ومسجدا", "stop ."}},
		{"اندلعت اشتباكات بين الجيش الليبي والمسلحين.", []string{"verb اندلعت", "noun اشتباكات", "noun:between بين الجيش الليبي", "noun+ والمسلحين", "stop ."}},
		{"مقاتلو المعارضة وعناصر الشرطة المحلية انسحبوا", []string{"noun مقاتلو المعارضة", "noun+ وعناصر الشرطة المحلية", "verb انسحبوا"}},
		// Relative clauses, asides, times.
		{"خرج السكان من البلدة التي قصفت أمس.", []string{"verb خرج", "noun السكان", "noun:from من البلدة", "who التي", "verb قصفت", "adverb أمس", "stop ."}},
		{"الجنود الذين دخلوا القرية انسحبوا.", []string{"noun الجنود", "who الذين", "verb دخلوا", "noun القرية", "verb انسحبوا", "stop ."}},
		{"هاجم مسلحون (لم تعرف هويتهم) دورية للجيش.", []string{"verb هاجم", "noun مسلحون", "noun دورية", "noun:li للجيش", "stop ."}},
		{"زار الوزير، الاثنين، المدينة.", []string{"verb زار", "noun الوزير", "comma ،", "adverb الاثنين", "comma ،", "noun المدينة", "stop ."}},
	} {
		if got := c.cut(x.text, nil); !slices.Equal(got, x.want) {
			t.Errorf("%s\n got %s\nwant %s", x.text, strings.Join(got, " | "), strings.Join(x.want, " | "))
		}
	}
}

// TestChunksKnowWhatWasSeen: a chunk has the actor, the place or the figure that an earlier
// finder saw at its head.
func TestChunksKnowWhatWasSeen(t *testing.T) {
	c := newCutter(t)
	seen := map[string]bool{}
	c.cut("وقصفت القوات التركية خمسين مدنيا في جرابلس.", func(r *clause.Reader, chunks []clause.Chunk, rec *riwaya.Record) {
		for _, x := range chunks {
			switch {
			case x.Kind == clause.Verb:
				seen["verb"] = x.Joined && x.Reading != nil && x.Reading.Lemma == "قصف"
			case x.Figure >= 0:
				seen["figure"] = *rec.Figures[x.Figure].Low == 50
			case x.Actor >= 0:
				seen["actor"] = rec.Actors[x.Actor].ID == "turkish-army" && x.Bare() && x.Definite
			case x.Place >= 0:
				seen["place"] = *rec.Places[x.Place].Name == "Jarabulus" && !x.Bare()
			}
		}
	})
	for _, what := range []string{"verb", "figure", "actor", "place"} {
		if !seen[what] {
			t.Errorf("%s: %v", what, seen)
		}
	}
}

// FuzzCut cuts anything: chunks stand in order inside their sentence, do not overlap, have
// their heads inside, point at what the record has, and come out the same a second time.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"قصفت القوات التركية مواقع تنظيم داعش قرب الباب.", "بين الجيش مدعومة بالمسلحين من طرف، والحزب من طرف آخر", "(قتل) «في» 30", "من من من على", "و", "الذين التي", "، . :", "لم", "قال إن إن أن"} {
		f.Add(s)
	}
	c := newCutter(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			t.Skip()
		}
		see := func(r *clause.Reader, chunks []clause.Chunk, rec *riwaya.Record) {
			last := -1
			for i, x := range chunks {
				if i > 0 && x.From < last || x.To <= x.From || x.Head < x.From || x.Head >= x.To || x.To > len(r.K) {
					t.Fatalf("chunk %+v behind %d of %d tokens", x, last, len(r.K))
				}
				if x.Actor >= len(rec.Actors) || x.Place >= len(rec.Places) || x.Figure >= len(rec.Figures) {
					t.Fatalf("chunk %+v points at what is not there", x)
				}
				last = x.To
			}
		}
		if a, b := c.cut(text, see), c.cut(text, nil); !slices.Equal(a, b) {
			t.Fatalf("two cuts differ:\n%q\n%q", a, b)
		}
	})
}
