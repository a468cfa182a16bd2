package event

import (
	"slices"
	"sync"

	"riwaya"
	"riwaya/internal/deed"
	"riwaya/internal/event/adversary"
	"riwaya/internal/event/calm"
	"riwaya/internal/event/earlier"
	"riwaya/internal/event/game"
	"riwaya/internal/event/status"
	"riwaya/internal/lang"
	"riwaya/internal/link"
	"riwaya/internal/match"
	"riwaya/internal/scene"
	"riwaya/lexicon"
)

// Finder finds events in texts of one language. It is safe for several goroutines.
type Finder struct {
	rules        *deed.Rules
	was, already lang.Set
	scenes       *scene.Reader
	human        lang.Set // people, offices and bodies
	demonym      lang.Set
	idle         sync.Pool
}

// New compiles the rules of a lexicon. class gives the set of the named word classes. A rule
// or a word that cannot be read is an error that says where it stands.
func New(lx *lexicon.Lexicon, class func(names ...string) lang.Set) (*Finder, error) {
	rules, err := deed.New(lx, class)
	if err != nil {
		return nil, err
	}
	return &Finder{rules: rules, was: class("was"), already: class("already"), scenes: scene.New(class),
		human: class("folk", "military", "police", "government", "igo", "ngo", "rank", "private", "people"), demonym: class("demonym")}, nil
}

// Layer is the name of what is found in the record's JSON.
func (f *Finder) Layer() string { return "events" }

// Begins tells of a word whether it may name a happening, alone and with a phrase: see
// [lang.StartsEvent].
func (f *Finder) Begins(w *lang.Word) (alone, phrase bool) { return f.rules.Begins(w) }

// Rules are the rules with their examples, for the checker.
func (f *Finder) Rules() []*match.Rule { return f.rules.All() }

// happening is a word that names one, and what is told of it.
type happening struct {
	deed.Anchor
	status               string
	dropped              bool
	told                 bool   // a verb says what it did
	by                   string // the word that takes up the attack, told before, which it came of
	into                 int    // the one of the sentence that it is told with, -1
	title                bool   // it stands in the title
	described            bool   // a clause of its own says which it is
	open                 bool   // whom it was done to may be told elsewhere
	held                 []int  // who holds the ground that it is about
	somebody             bool   // whoever did it is somebody spoken of there: the perpetrator of
	begin, end           int    // the sentence's tokens
	since, reach, clause int    // where its figures may begin and end, and where its clause ends
	past, again          int    // between which another stands that it only follows: a place there is that one's
	sites, dates         []int  // the places and times that may say where and when: see [setting.Reach]
}

// search is the state of reading one text.
type search struct {
	deed.Reader
	f     *Finder
	here  []happening // of the sentence: the last of found
	found []happening
	stat  status.Reader
	game  game.Text
	calm  calm.Text
	inner link.Inner
	spans link.Index
	of    []int
	came  []int // where places begin that something only came from
	where []int // the sites and dates of all of found, one behind the other

	told      earlier.Told     // the record's events
	near      []int            // figures near one of them
	deeds     []adversary.Deed // the same, as who is against whom is read from them
	adversary adversary.Finder
	used      map[riwaya.Span]int // how many events have their first word there
}

// Find adds the events of a text to its record.
func (f *Finder) Find(t *lang.Text, rec *riwaya.Record) { f.FindTold(t, rec, nil) }

// Told is told how events came by what their own sentence does not say.
type Told interface {
	// Whom is told of an event to whom it is done where the words beside it do not say so, and which event sets them against who
	// does it; where its own sentence does, that is the event itself.
	Whom(event, by *riwaya.Event, whom []string)
	// Again is told of a later telling of an event, and by what it is one.
	Again(event *riwaya.Event, m *riwaya.Mention, by string)
}

// FindTold is Find, and tells of the events of which other sentences tell; told may be nil.
func (f *Finder) FindTold(t *lang.Text, rec *riwaya.Record, told Told) {
	s, _ := f.idle.Get().(*search)
	if s == nil {
		s = new(search)
	}
	s.f = f
	ready := false
	for i := range t.Sentences {
		sen := &t.Sentences[i]
		if !f.rules.Stand(t, sen) || !inBody(rec, t, sen) {
			continue
		}
		if !ready {
			s.Reset(f.rules, t, rec)
			s.stat = status.Reader{Reader: &s.Reader, Was: f.was, Already: f.already}
			s.game.Reset()
			s.calm.Reset()
			ready, s.came = true, s.came[:0]
		}
		s.sentence(sen)
	}
	if ready {
		s.unhurt()
		s.write(told)
		s.oppose(told)
		s.Forget()
	}
	clear(s.found)
	s.found, s.here, s.where = s.found[:0], nil, s.where[:0]
	f.idle.Put(s)
}

// inBody reports whether the sentence belongs to the article, and not to what stands
// around it on the page.
func inBody(rec *riwaya.Record, t *lang.Text, sen *lang.Sentence) bool {
	at := t.Tokens[sen.From].Start
	for _, b := range rec.Article.Body {
		if at >= b.Start && at < b.End {
			return true
		}
	}
	return len(rec.Article.Body) == 0
}

// sentence finds the events of one sentence.
func (s *search) sentence(sen *lang.Sentence) {
	s.stat.Title = sen.Paragraph == 0
	_, s.stat.Dated = s.T.EntryYear(sen.From)
	before := len(s.found)
	anchors := s.Sentence(sen.From, sen.To)
	for i := range anchors {
		s.found = append(s.found, happening{Anchor: anchors[i], into: -1, title: s.stat.Title})
	}
	s.here = s.found[before:]
	s.within()
	for i := range s.here {
		s.bounds(i)
		if a := &s.here[i]; s.openTo(a) {
			a.open, a.held = true, s.holders(a)
		}
	}
	if len(s.here) > 0 {
		around := s.around()
		s.came = around.Origins(s.came)
	}
	s.here = slices.DeleteFunc(s.here, func(a happening) bool { return a.dropped })
	s.found = s.found[:before+len(s.here)]
}
