package reuse

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/reuse/passage"
)

const dateline = "دمشق (د ب أ)"

func TestDirection(t *testing.T) {
	text := prose(1, 60)
	with := func(r *riwaya.Record, precision riwaya.Precision, published string) *riwaya.Record {
		r.Article.Published, r.Article.PublishedPrecision = &published, precision
		return r
	}
	said := func(r *riwaya.Record, from, to int, mode string) *riwaya.Record {
		r.Claims = append(r.Claims, riwaya.Claim{Content: riwaya.Content{Mode: mode, Spans: riwaya.Spans{{Start: from, End: to}}}})
		return r
	}
	dpa := from("dpa", "German Press Agency (dpa)", dateline)
	reuters := from("reuters", "Reuters", dateline)
	agencies := from("", "agencies", dateline)
	agencies.Actor, agencies.Name = nil, nil
	credited := func(url, day string, c ...riwaya.Credit) *riwaya.Record {
		return told(url, "b"+url[:1], day, dateline+" - "+text, c...)
	}
	elsewhere := func(url string, c riwaya.Credit) *riwaya.Record { // its dateline has other letters
		return told(url, "b"+url[:1], "", strings.Replace(dateline, "د ب أ", "و س ط", 1)+" - "+text, c)
	}
	most := strings.LastIndexByte(text[:len(text)*9/10], ' ')
	byline := told("b.example/", "bb", "", text)
	byline.Article.Authors = []string{"دمشق - د. ب. أ:"}
	named := told("z.example/", "zz", "", text)
	named.Actors = []riwaya.Actor{{ID: "dpa"}}
	citing := told("z.example/", "youm7", "", text+" وفق عكاظ")
	citing.Actors = []riwaya.Actor{{ID: "okaz", Mentions: riwaya.Spans{{Start: strings.LastIndex(citing.Article.Text, "عكاظ"), End: len(citing.Article.Text)}}}}
	cited := told("a.example/", "okaz", "", text+" وفق صحيفة اليوم السابع")
	cited.Actors = []riwaya.Actor{{ID: "youm7", Mentions: riwaya.Spans{{Start: strings.LastIndex(cited.Article.Text, "صحيفة"), End: len(cited.Article.Text)}}}}
	mark := dpa
	mark.Form = riwaya.CreditSourceLine
	roundup := told("b.example/", "bb", "", prose(8, 50)+" (د ب أ)\n"+prose(9, 50)+"\n"+text)
	mark.Span.Start = strings.Index(roundup.Article.Text, "د ب أ")
	mark.Span.End = mark.Span.Start + len("د ب أ")
	roundup.Article.Credits = []riwaya.Credit{mark}

	for name, c := range map[string]struct {
		a, b             *riwaya.Record
		first, why       string // the article that is A
		directed, agency bool
		hidden           string
	}{
		"days":             {told("x.example/", "x", "2019-02-19", text), told("y.example/", "y", "2019-02-18", text), "art-y.example/", "published", true, false, ""},
		"one day":          {told("x.example/", "x", "2019-02-19", text), told("y.example/", "y", "2019-02-19", text), "art-x.example/", "unknown", false, false, ""},
		"no day":           {told("x.example/", "x", "2019-02-19", text), told("y.example/", "y", "2019-02-19", text), "art-x.example/", "unknown", false, false, ""},
		"minutes":          {with(told("x.example/", "x", "", text), "minute", "2019-02-19T10:20:00+03:00"), with(told("y.example/", "y", "", text), "second", "2019-02-19T07:19:59Z"), "art-y.example/", "published", true, false, ""},
		"one minute":       {with(told("x.example/", "x", "", text), "minute", "2019-02-19T10:20:00+03:00"), with(told("y.example/", "y", "", text), "second", "2019-02-19T07:20:59Z"), "art-x.example/", "unknown", false, false, ""},
		"minute and day":   {with(told("x.example/", "x", "", text), "minute", "2019-02-19T23:59:00+03:00"), told("y.example/", "y", "2019-02-19", text), "art-x.example/", "unknown", false, false, ""},
		"the outlet":       {credited("b.example/", "2019-02-18", reuters), told("a.example/", "reuters", "2019-02-19", text), "art-a.example/", "credits", true, false, ""},
		"one source":       {credited("b.example/", "2019-02-18", dpa), credited("c.example/", "2019-02-20", dpa), "art-b.example/", "one source", false, true, ""},
		"uncredited":       {credited("b.example/", "", dpa), told("z.example/", "zz", "", text), "art-b.example/", "one source", false, true, "art-z.example/"},
		"by its byline":    {byline, told("a.example/", "aa", "", text), "art-a.example/", "one source", false, true, "art-a.example/"},
		"named somewhere":  {credited("b.example/", "", dpa), named, "art-b.example/", "one source", false, true, ""},
		"tells of it":      {citing, told("a.example/", "okaz", "", text), "art-a.example/", "credits", true, false, ""},
		"of each other":    {citing, cited, "art-a.example/", "unknown", false, false, ""},
		"two agencies":     {credited("b.example/", "", dpa), credited("c.example/", "", reuters), "art-b.example/", "unknown", false, false, ""},
		"mixed":            {byMany(credited("b.example/", "", dpa), "reuters"), told("z.example/", "zz", "", text), "art-b.example/", "unknown", false, false, ""},
		"agencies":         {credited("b.example/", "", dpa), elsewhere("c.example/", agencies), "art-b.example/", "one source", false, true, "art-c.example/"},
		"earlier":          {credited("b.example/", "2019-02-19", dpa), told("z.example/", "zz", "2019-02-18", text), "art-z.example/", "published", true, false, ""},
		"quoted":           {said(credited("b.example/", "", dpa), len(dateline), len(dateline)+most, "direct"), told("z.example/", "zz", "", text), "art-b.example/", "unknown", false, false, ""},
		"other paragraphs": {roundup, told("z.example/", "zz", "", text), "art-b.example/", "unknown", false, false, ""},
		"by an outlet":     {credited("b.example/", "", dpa), elsewhere("c.example/", from("youm7", "Youm7", dateline)), "art-b.example/", "one source", false, true, "art-c.example/"},
		"two outlets":      {credited("b.example/", "", from("okaz", "Okaz", dateline)), credited("c.example/", "", from("youm7", "Youm7", dateline)), "art-b.example/", "unknown", false, false, ""},
		"one outlet":       {credited("b.example/", "", dpa), told("c.example/", "bb", "", text), "art-b.example/", "unknown", false, false, ""},
	} {
		for turn := range 2 {
			a, b := c.a, c.b
			if turn == 1 {
				a, b = b, a
			}
			x := New(names(t), Options{})
			add(t, x, a)
			got := add(t, x, b)
			if len(got) != 1 {
				t.Errorf("%s: %+v", name, got)
				continue
			}
			k := got[0]
			if k.A != c.first || k.Why != c.why || k.Directed != c.directed || (k.Agency != nil) != c.agency {
				t.Errorf("%s: %+v, agency %+v", name, k, k.Agency)
			}
			if k.Agency != nil && k.Agency.Hidden != c.hidden {
				t.Errorf("%s: hidden %q", name, k.Agency.Hidden)
			}
		}
	}
}

// Where the same words are credited to two agencies, a third that has them hides neither.
func TestDisagree(t *testing.T) {
	x := New(names(t), Options{})
	text := prose(1, 60)
	add(t, x, told("a.example/", "aa", "", dateline+" "+text, from("dpa", "German Press Agency (dpa)", dateline)))
	add(t, x, told("b.example/", "bb", "", dateline+" "+text, from("reuters", "Reuters", dateline)))
	for _, k := range add(t, x, told("c.example/", "cc", "", text)) {
		if k.Agency != nil || k.Why != riwaya.CopyUnknown {
			t.Errorf("%+v, agency %+v", k, k.Agency)
		}
	}
}

// byMany adds the byline of another agency.
func byMany(r *riwaya.Record, actor string) *riwaya.Record {
	r.Article.Authors = []string{actor}
	return r
}

// TestHidden tries what two reports share that is much, and is yet no sign that the one without a
// credit has it from the agency.
func TestHidden(t *testing.T) {
	words := func(n int) passage.Passage {
		return passage.Passage{A: [2]int{5, 5 + n}, B: [2]int{5, 5 + n}, Words: n}
	}
	list := []passage.Passage{words(28), words(28), words(28)}
	for i := range list { // one behind the other
		list[i].A[0], list[i].A[1] = 5+30*i, 33+30*i
		list[i].B = list[i].A
	}
	for name, c := range map[string]struct {
		passages    []passage.Passage
		containment float64
		rare        float32
		length      int // words of the report without a credit
		home, want  bool
		days        int // from that report to the one with the credit
		document    int // its first word
	}{
		"much":                       {[]passage.Passage{words(90)}, 0.45, 1, 200, false, true, 0, 0},
		"small pieces":               {list, 0.45, 1, 200, false, false, 0, 0},
		"small pieces of one text":   {list, 0.7, 1, 120, false, true, 0, 0},
		"a form":                     {[]passage.Passage{words(90)}, 0.7, 0.4, 130, false, false, 0, 0},
		"a form word for word":       {[]passage.Passage{words(90)}, 0.9, 0.4, 100, false, true, 0, 0},
		"at home":                    {[]passage.Passage{words(90)}, 0.65, 1, 140, true, true, 0, 0},
		"at home, other beginnings":  {[]passage.Passage{words(90)}, 0.55, 1, 160, true, false, 0, 0},
		"at home, a piece of it all": {[]passage.Passage{words(45)}, 0.8, 1, 200, true, false, 0, 0},
		"at home, a whole report":    {[]passage.Passage{words(90)}, 0.45, 1, 95, true, true, 0, 0},
		"a document":                 {[]passage.Passage{words(90)}, 0.7, 1, 120, false, false, 0, 20},
		"days later":                 {[]passage.Passage{words(90)}, 0.7, 1, 95, false, true, -5, 0},
		"days later, a part":         {[]passage.Passage{words(90)}, 0.7, 1, 140, false, false, -5, 0},
		"days before":                {[]passage.Passage{words(90)}, 0.7, 1, 95, false, false, 5, 0},
	} {
		by := side{report: &report{ID: "art-b", Outlet: "b"}}
		other := side{report: &report{ID: "art-a", Outlet: "a", Document: c.document}, words: make([]passage.Word, c.length)}
		p := pair{a: other, b: by, passages: c.passages, containment: c.containment, rare: c.rare, days: c.days}
		if got := p.pastes(by, other, c.home, func(q passage.Passage) [2]int { return q.B }); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
