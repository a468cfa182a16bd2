package main

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for in, want := range map[string]string{"والقصف": "قصف", "بالقصف": "قصف", "للقصف": "قصف", "بعدن": "عدن", "قصف": "قصف", "عدن": "عدن"} {
		if got := bare(in); got != want {
			t.Errorf("bare(%s) = %s, want %s", in, got, want)
		}
	}
	if got := strings.Join(split("قُتل 31، في «سروج»."), " "); got != "قتل 31 في سروج" {
		t.Error(got)
	}
}

func TestQuoted(t *testing.T) {
	six := "واحد اثنان ثلاثة اربعة خمسة ستة"
	for in, want := range map[string]int{
		"قال «" + six + "» ثم": 1,
		"قال \"" + six + "\".": 1,
		"قال «واحد اثنان»":     0,
		"قال «واحد\n" + six:    0,
	} {
		if got := len(quoted(in)); got != want {
			t.Errorf("%s: %d", in, got)
		}
	}
}

// Drawing twice gives the same; every second one is locked; no article stands in two pairs.
func TestDraw(t *testing.T) {
	draw := func() []drawn {
		c := &corpus{}
		for i := range 20 {
			c.articles = append(c.articles, &article{story: i})
			for j := range i {
				c.pairs = append(c.pairs, pair{a: j, b: i})
			}
		}
		return c.draw("t ", []stratum{{"x", 6, 1, 1, func(pair, *article, *article) bool { return true }}})
	}
	a, b := draw(), draw()
	if !slices.Equal(a, b) || len(a) != 6 {
		t.Fatalf("%v\n%v", a, b)
	}
	seen := map[int]bool{}
	for i, d := range a {
		if d.half != half(i) || seen[d.a] || seen[d.b] {
			t.Errorf("%d: %+v", i, d)
		}
		seen[d.a], seen[d.b] = true, true
	}
}
