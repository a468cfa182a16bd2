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

// TestUnread names words that are listed and made nothing, and none that stands in an event.
func TestUnread(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, unread, read string }{
		{"قصفت القوات التركية البلدة.", "", "قصفت"},
		{"بحث المجلس قانون مكافحة الهجمات.", "الهجمات", ""},
		{"وصف الخبير غياب القصف والهجمات.", "القصف", ""},
	} {
		a := articleOf("خبر\n" + c.text)
		a.Language = "ar"
		rec := r.Read(a)
		at := map[string]bool{}
		for _, x := range r.Unread(&rec) {
			at[x.Cue] = true
			if x.Span.Of(rec.Article.Text) != x.Cue || !strings.Contains(x.Why, "ar/events.txt:") || x.Rule == "" {
				t.Errorf("%s: %+v", c.text, x)
			}
		}
		if c.unread != "" && !at[c.unread] || c.read != "" && at[c.read] {
			t.Errorf("%s: %v", c.text, at)
		}
	}
}
