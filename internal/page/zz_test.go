package page
import ("testing";"strings";"time";"fmt")
func TestHostile(t *testing.T){
 for name,s:=range map[string]string{
  "flatp": "<html><body>"+strings.Repeat("<p>some words, with commas, here and there and more of it</p>",55000),
  "flatdiv": "<html><body>"+strings.Repeat("<div>some words, with commas, here and there and more of it<br></div>",29000),
  "deep": "<html><body>"+strings.Repeat("<div>",500)+strings.Repeat("<p>some words, with commas, here and there and more</p>",50000),
  "deepcls": "<html><body>"+strings.Repeat("<div class=share>",500)+strings.Repeat("<p>some words, with commas, here and there and more</p>",50000),
  "deepmarked": "<html><body>"+strings.Repeat("<div itemprop=articleBody class='share related'>",500)+strings.Repeat("<p>some words, with commas, here and there and more</p>",50000),
  "toodeep": "<html><body>"+strings.Repeat("<div>",5000)+"x",
  "h1": "<html><body>"+strings.Repeat("<h1>",500)+strings.Repeat("<a itemprop=author>x</a>",50000),
  "font": "<html><body>"+strings.Repeat("<font><b><i>x",15000),
  "brs": "<html><body>"+strings.Repeat("<br>words here<br><br>",28000),
 }{ t0:=time.Now(); _,err:=Parse([]byte(s),Options{Format:HTML}); fmt.Println(name,time.Since(t0),err)}
}
