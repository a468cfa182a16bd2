package page

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestHostile(t *testing.T) {
	for _, x := range [][2]string{
		{"flatp", "<html><body>" + strings.Repeat("<p>some words, with commas, here and there and more of it</p>", 19000)},
		{"flatdiv", "<html><body>" + strings.Repeat("<div>some words, with commas, here and there and more of it<br></div>", 9900)},
		{"manydiv", "<html><body>" + strings.Repeat("<div><p>some words, with commas, here and there and more of it</p></div>", 9900)},
		{"deep", "<html><body>" + strings.Repeat("<div>", 25) + strings.Repeat("<p>some words, with commas, here and there and more</p>", 19000)},
		{"deep500", "<html><body>" + strings.Repeat("<div>", 490) + strings.Repeat("<p>some words, with commas, here and there and more</p>", 900)},
		{"deepcls", "<html><body>" + strings.Repeat("<div class=share>", 500) + strings.Repeat("<p>some words, with commas, here and there and more</p>", 50000)},
		{"deepmarked", "<html><body>" + strings.Repeat("<div itemprop=articleBody class='share related'>", 500) + strings.Repeat("<p>some words, with commas, here and there and more</p>", 50000)},
		{"toodeep", "<html><body>" + strings.Repeat("<div>", 5000) + "x"},
		{"h1", "<html><body>" + strings.Repeat("<h1>", 500) + strings.Repeat("<a itemprop=author>x</a>", 50000)},
		{"font", "<html><body>" + strings.Repeat("<font><b><i>x", 15000)},
		{"brs", "<html><body>" + strings.Repeat("<br>words here<br><br>", 6500)},
	} {
		t0 := time.Now()
		in, err := Parse([]byte(x[1]), Options{Format: HTML})
		fmt.Println(x[0], time.Since(t0), len(in.Article.Text), err)
	}
}
