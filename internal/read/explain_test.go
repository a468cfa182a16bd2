package read

import (
	"slices"
	"strings"
	"testing"
)

// TestRuleOf names the lines of the lexicon by which a word stands under its rule: a verb in
// any form, a phrase, and nothing for a word that the rule does not have.
func TestRuleOf(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ finding, words, entry string }{
		{"ar/events:bombard@0000", "وقصفتها", "قصف"},
		{"ar/events:air-strike@0000", "غارات جوية", "غارات جوية"},
		{"ar/events:ceasefire@0000", "لهدنة", "هدنة"},
		{"ar/events:bombard@0000", "انسحبت", ""},
	} {
		rule := r.RuleOf(c.finding, c.words)
		if rule == nil || len(rule.Says) == 0 {
			t.Errorf("%s: %+v", c.finding, rule)
			continue
		}
		found := slices.ContainsFunc(rule.Words, func(w [2]string) bool {
			return w[0] == c.entry && strings.HasPrefix(w[1], "ar/events.txt:")
		})
		if found != (c.entry != "") || c.entry == "" && len(rule.Words) > 0 {
			t.Errorf("%s in %s: %v", c.finding, c.words, rule.Words)
		}
	}
	if r.RuleOf("ar/events:no-such-rule@0000", "قصف") != nil {
		t.Error("a rule that is none")
	}
}

// TestUnread names the words that are listed and made nothing, and only those.
func TestUnread(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]int{
		"قصفت القوات التركية البلدة.":        0,
		"ناقش المجلس قانون مكافحة الهجمات.":  1,
		"وصل الوزير إلى القاهرة.":            0,
		"لا حديث هنا عن منع الهجمات والقصف.": 3, // "prevent" is listed too
	} {
		a := articleOf("خبر\n" + text)
		a.Language = "ar"
		rec := r.Read(a)
		at := map[string]bool{}
		for _, x := range r.Unread(&rec) {
			at[x.Cue] = true
			if x.Span.Of(rec.Article.Text) != x.Cue || !strings.Contains(x.Why, "ar/events.txt:") || x.Rule == "" {
				t.Errorf("%s: %+v", text, x)
			}
		}
		if len(at) != want {
			t.Errorf("%s: %v, want %d", text, at, want)
		}
	}
}
