package deed_test

import (
	"slices"
	"strings"
	"testing"

	"riwaya/internal/deed"
)

// TestNobodyIsTurnedAround: in no construction is whoever suffers said to have done it, or whoever
// does it said to have suffered it. Each sentence is read with either party in either part: S
// does what the marked words name (between bars), O suffers it or has no part in it. "(a/b)" is
// what agrees with S, masculine or feminine, "[a/b]" what agrees with O. That a party is missing is
// another test's.
func TestNobodyIsTurnedAround(t *testing.T) {
	s := newScene(t)
	parties := []struct{ id, name string }{{"islamic-state", "تنظيم داعش"}, {"turkish-army", "القوات التركية"}}
	for _, x := range []string{
		// who does it before or behind the verb
		"و|(قصف/قصفت)| S مواقع O أمس.",
		"و|(هاجم/هاجمت)| S أمس الأحد O في البلدة.",
		"S |(يحاصر/تحاصر)| O في البلدة.",
		"وقالت مصادر محلية إن S |(قصف/قصفت)| مواقع O.",
		"و(كان/كانت) S قد |(هاجم/هاجمت)| O في البلدة.",
		"أما S فقد |(هاجم/هاجمت)| O أمس.",
		"وردا على ذلك |(هاجم/هاجمت)| S مواقع O أمس.",
		"وغادر السكان القرية بينما |(هاجم/هاجمت)| S O في البلدة.",
		"وغادر السكان القرية في حين |(قتل/قتلت)| S عشرة من O.",
		"وبدأ ذلك عندما |(هاجم/هاجمت)| S O في البلدة.",
		"وجاء ذلك بعد أن |(طرد/طردت)| S O من البلدة.",
		"ولم |(يهاجم/تهاجم)| S O في البلدة.",
		"ونقل السكان جثث عشرة من O |(قتلهم/قتلتهم)| S في البلدة.",
		"و[انسحب/انسحبت] O [الذي/التي] |(هاجمه/هاجمته)| S أمس.",
		"و[اقترب/اقتربت] O من البلدة التي |(قصفها/قصفتها)| S أمس.",
		"وتحدثت الصحيفة عن S (الذي/التي) |(هاجم/هاجمت)| O في البلدة.",
		"و(أعلن/أعلنت) S (أنه/أنها) |(قصف/قصفت)| مواقع O.",
		"و[قال/قالت] O إن S |(قصف/قصفت)| البلدة.",
		"و[يخشى/تخشى] O أن |(يهاجم/تهاجم)| S البلدة.",
		"و[دخل/دخلت] O البلدة بينما (كان/كانت) S |(يقصف/تقصف)| القرية.",
		"وقتل عشرة من O عندما |(هاجم/هاجمت)| S القرية.",
		"و|(قصف/قصفت)| S، بحسب السكان، مواقع O.",
		"وقالت مصادر محلية إن S، مساء أمس، |(هاجم/هاجمت)| O.",
		"و(نفذ/نفذت) S |هجوما| على مواقع [يسيطر/تسيطر] عليها O.",
		// verbal nouns
		"وتحدثت الصحيفة عن |مهاجمة| S O في البلدة.",
		"وتحدثت الصحيفة عن |خطف| S لعشرة من O.",
		"وتحدثت الصحيفة عن |اعتقال| S عشرة مدنيين.",
		"وتحدثت الصحيفة عن |محاصرة| O من قبل S.",
		"و[قال/قالت] O [إنه/إنها] |[اعتقل/اعتقلت]| من قبل S.",
		"و[أدان/أدانت] O |قصف| S للبلدة.",
		"وتمت |مهاجمة| O من قبل S في البلدة.",
		"و(قام/قامت) S ب|مهاجمة| O في البلدة.",
		"و(تمكن/تمكنت) S من |طرد| O من البلدة.",
		"و[اتهم/اتهمت] O S ب|قتل| عشرة مدنيين.",
		"و[حذر/حذرت] O من |هجوم| S على البلدة.",
		"و[دعا/دعت] O S إلى وقف |قصف| البلدة.",
		"وفر السكان من |قصف| S على البلدة.",
		// attacks with the verb that carries them out
		"و(شن/شنت) S |هجوما| على O في البلدة.",
		"و(نفذ/نفذت) S سلسلة |هجمات| ضد O.",
		"وجاء |هجوم| S على O أمس.",
		"و[تعرض/تعرضت] O ل|هجوم| من S أمس.",
		"وأسفر |الهجوم| الذي (شنه/شنته) S على O عن مقتل عشرة.",
		"و(تبنى/تبنت) S تفجيرا |استهدف| O في البلدة.",
		"و(نفذ/نفذت) S هجوما |استهدف| O أمس.",
		"و[تصدى/تصدت] O ل|هجوم| S على البلدة.",
		"و(أطلق/أطلقت) S |النار| على O في البلدة.",
		// the passive
		"و|قتل| عشرة من O برصاص S.",
		"و|قتل| عشرة من O على يد S.",
		"و|اعتقل| عشرة من O من قبل S.",
		"و|قتل| قائد في O في هجوم شنه مسلحون.",
		"وأعلن الوزير |مقتل| عشرة من O.",
	} {
		for n, by := range parties {
			to := parties[1-n]
			text := agree(agree(x, '(', ')', n), '[', ']', 1-n)
			text = strings.NewReplacer("S", by.name, "O", to.name).Replace(text)
			before, rest, _ := strings.Cut(text, "|")
			word, after, _ := strings.Cut(rest, "|")
			text = before + word + after
			s.each(text, func(r *deed.Reader, anchors []deed.Anchor) {
				for i := range anchors {
					a := &anchors[i]
					if at := r.K[a.From].Start; at > len(before) || at+len(r.T.Span(a.From, a.To).Of(r.T.Source)) <= len(before) {
						continue
					}
					is := func(id string) func(int) bool { return func(a int) bool { return r.Rec.Actors[a].ID == id } }
					if slices.ContainsFunc(a.Agents, is(to.id)) {
						t.Errorf("%s: %s is said to have done it", text, to.id)
					}
					if slices.ContainsFunc(a.Targets, is(by.id)) {
						t.Errorf("%s: %s is said to have suffered it", text, by.id)
					}
				}
			})
		}
	}
}

// agree takes of each pair between the brackets the first, for a masculine, or the second.
func agree(x string, open, end rune, feminine int) string {
	var out strings.Builder
	for {
		i := strings.IndexRune(x, open)
		if i < 0 {
			return out.String() + x
		}
		j := strings.IndexRune(x, end)
		out.WriteString(x[:i])
		out.WriteString(strings.Split(x[i+1:j], "/")[feminine])
		x = x[j+1:]
	}
}
