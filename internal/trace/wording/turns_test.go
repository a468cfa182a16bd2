package wording

import (
	"testing"

	"riwaya/lexicon"
)

func TestTurns(t *testing.T) {
	words, err := Load(lexicon.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"احترق مخزن في الميناء. من جهة أخرى، زار الوزير القرية.":   1,
		"احترق مخزن في الميناء.\nوعلى صعيد آخر زار الوزير القرية.": 1,
		"احترق مخزن في الميناء. إلى ذلك، زار الوزير القرية.":       1,
		"وصلت القافلة من جهة أخرى غير التي جاءت منها السيارات.":    0,
		"أشار الوزير في كلمته إلى ذلك.":                            0,
	} {
		if got := words.Turns(text); len(got) != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	for name, want := range map[string]string{"مصادر طبية": "medical", "مصدر أمني": "force", "مصادر مطلعة": ""} {
		if got, _ := words.DomainOf(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
