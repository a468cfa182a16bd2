// Package matter brings together what is known of some reports: their records, the copies between
// them, the incidents that they tell of; and makes of it, when it is asked for, statements, chains,
// origins, changes on the way, and questions with their accounts.
//
// It promises that all it gives is of the reports it was asked for, each in its newest version, and
// that what may be shown of an article comes through the gate of private persons ([Matter.Gate]).
package matter

import (
	"context"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
	"riwaya/internal/question"
	"riwaya/internal/show/privacy"
	"riwaya/internal/story"
	"riwaya/internal/story/incident"
	"riwaya/internal/trace"
)

// Store is where records are read.
type Store interface {
	Readings(ctx context.Context, ids []string, layers ...string) ([]ledger.Reading, error)
}

// Maker makes matters of one ledger.
type Maker struct {
	Found   *across.Across
	Store   Store
	Tracer  *trace.Tracer
	Answers func() *question.Set
	Words   story.Words // as stories compare them
}

// Matter is some reports with what is between them.
type Matter struct {
	Story     riwaya.Story // of which they are the reports; of any reports it has these and no ID
	Copies    []riwaya.Copy
	Incidents []riwaya.Incident
	Versions  map[string][]string // other versions of a report, by its article
	*trace.Set
	records []*riwaya.Record
	at      map[string]int
	gates   map[string]*privacy.Gate
	answers func() *question.Set
	asked   []riwaya.Question
	made    made
	words   story.Words
	written map[string]string // a word as a report has it, by how it is compared
}

// made is what is made when it is first asked for, and kept.
type made struct {
	sources, beginnings *riwaya.Origins
	changes             []riwaya.Change
	changed             bool
}

// Changes are the differences between wordings along the copies and statements of the reports, the
// most telling first. Who gets them must not change them.
func (m *Matter) Changes() []riwaya.Change {
	if !m.made.changed {
		m.made.changes, m.made.changed = m.Set.Changes(), true
	}
	return m.made.changes
}

// Story is the matter of a story, named by its ID, by one that it had, or by an article.
func (m *Maker) Story(ctx context.Context, id string) (*Matter, error) {
	s, err := m.Found.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	return m.Of(ctx, s)
}

// Stories are several stories in one.
func (m *Maker) Stories(ctx context.Context, ids []string) (*Matter, error) {
	var all riwaya.Story
	for _, id := range ids {
		s, err := m.Found.Story(ctx, id)
		if err != nil {
			return nil, err
		}
		if all.Reports = append(all.Reports, s.Reports...); all.ID == "" {
			all.ID = s.ID
		}
	}
	return m.Of(ctx, all)
}

// Around is the matter of a story and of the reports, of other stories too, that one of its
// articles shares text with: a paragraph is pasted into what is about something else.
func (m *Maker) Around(ctx context.Context, article string) (*Matter, error) {
	s, err := m.Beside(ctx, article)
	if err != nil {
		return nil, err
	}
	return m.Of(ctx, s)
}

// Beside is what [Maker.Around] is made of: the story of an article, with the reports of others.
func (m *Maker) Beside(ctx context.Context, article string) (riwaya.Story, error) {
	s, err := m.Found.Story(ctx, article)
	if err != nil {
		return s, err
	}
	copies, err := m.Found.Copies(ctx, []string{article})
	if err != nil {
		return s, err
	}
	for _, c := range copies {
		for _, id := range []string{c.A, c.B} {
			if !slices.ContainsFunc(s.Reports, func(r riwaya.StoryReport) bool { return r.Article == id }) {
				one, err := m.Found.Story(ctx, id)
				if err != nil {
					return s, err
				}
				i := slices.IndexFunc(one.Reports, func(r riwaya.StoryReport) bool { return r.Article == id })
				s.Reports = append(s.Reports, one.Reports[i])
			}
		}
	}
	return s, nil
}

// Of is the matter of the reports of a story.
func (m *Maker) Of(ctx context.Context, s riwaya.Story) (*Matter, error) {
	out := &Matter{Story: s, at: map[string]int{}, gates: map[string]*privacy.Gate{}}
	ids := make([]string, len(s.Reports))
	for i := range s.Reports {
		ids[i] = s.Reports[i].Article
	}
	err := out.read(ctx, m.Store, ids, riwaya.Layers...)
	if err != nil {
		return nil, err
	}
	if out.Copies, err = m.Found.Copies(ctx, ids); err != nil {
		return nil, err
	}
	if out.Versions, err = m.Found.Versions(ctx, ids); err != nil {
		return nil, err
	}
	if s.ID == "" { // of any reports what they tell by themselves
		out.Incidents = incident.Within("", out.records, out.Copies, m.Words)
	} else {
		if out.Incidents, _, err = m.Found.Incidents(ctx, across.Happened{Story: s.ID}); err != nil {
			return nil, err
		}
	}
	out.Set = m.Tracer.Over(out.records, out.Copies)
	out.answers, out.words = m.Answers, m.Words
	return out, nil
}

// Reports are some articles by themselves, with the layers of their records that are asked for beside
// those by which the gate knows who is private: nothing is looked for between them.
func (m *Maker) Reports(ctx context.Context, articles []string, layers ...string) (*Matter, error) {
	out := &Matter{at: map[string]int{}, gates: map[string]*privacy.Gate{}, answers: m.Answers, words: m.Words}
	for _, l := range []string{"claims", "actors"} {
		if !slices.Contains(layers, l) {
			layers = append(layers, l)
		}
	}
	if err := out.read(ctx, m.Store, articles, layers...); err != nil {
		return nil, err
	}
	out.Set = m.Tracer.Over(nil, nil)
	for _, rec := range out.records {
		r := riwaya.StoryReport{Article: rec.Article.ID}
		if rec.Article.Outlet != nil {
			r.Outlet = *rec.Article.Outlet
		}
		var day int
		day, r.Seen = story.DayOf(&rec.Article)
		r.Day = story.FormatDay(day)
		out.Story.Reports = append(out.Story.Reports, r)
	}
	return out, nil
}

// read reads the records of articles.
func (m *Matter) read(ctx context.Context, from Store, ids []string, layers ...string) error {
	const atOnce = 128
	for some := range slices.Chunk(ids, atOnce) {
		all, err := from.Readings(ctx, some, layers...)
		if err != nil {
			return err
		}
		for i := range all {
			all[i].Read.Article.ID = all[i].Article
			m.at[all[i].Article] = len(m.records)
			m.records = append(m.records, &all[i].Read)
		}
	}
	return nil
}

// Record is the record of an article, nil where it is none of these.
func (m *Matter) Record(article string) *riwaya.Record {
	if i, ok := m.at[article]; ok {
		return m.records[i]
	}
	return nil
}

// Records are all, in the order in which the reports came in.
func (m *Matter) Records() []*riwaya.Record { return m.records }

// Gate is what words of an article pass before they are shown.
func (m *Matter) Gate(article string) *privacy.Gate {
	g := m.gates[article]
	if g == nil {
		rec := m.Record(article)
		if rec == nil {
			rec = &riwaya.Record{}
		}
		g = privacy.NewGate(rec)
		m.gates[article] = g
	}
	return g
}

// Title is the title of an article as it may be shown; its beginning where it has none.
func (m *Matter) Title(article string) string {
	rec := m.Record(article)
	if rec == nil {
		return ""
	}
	if rec.Article.Title != "" {
		return m.Gate(article).Words(rec.Article.Title)
	}
	const begin = 120 // bytes
	text, _, _ := strings.Cut(strings.TrimSpace(rec.Article.Text), "\n")
	for i := range text {
		if i > begin {
			text = text[:i] + " …"
			break
		}
	}
	return m.Gate(article).Words(text)
}

// Written is a mark in words: of a term, the word that it stands for, as a title or a beginning of
// the reports has it; of what happened somewhere, where; "" where nothing tells.
func (m *Matter) Written(k riwaya.Mark) string {
	switch k.Kind {
	case riwaya.MarkPlace:
		name, _, _ := strings.Cut(k.Value, ", ")
		return name
	case riwaya.MarkActor:
		for _, rec := range m.records {
			for i := range rec.Actors {
				if a := &rec.Actors[i]; a.ID == k.Value && a.Name != nil && !a.Private {
					return *a.Name
				}
			}
		}
		return ""
	case riwaya.MarkTerm:
		if m.written == nil {
			m.written = map[string]string{}
			const begin = 600 // bytes
			for _, rec := range m.records {
				gate := m.Gate(rec.Article.ID)
				text := gate.Words(rec.Article.Title) + "\n" + gate.Words(rec.Article.Text[:min(len(rec.Article.Text), begin)])
				m.words(text, func(word string, at riwaya.Span) {
					if shorter := m.written[word]; shorter == "" || at.Len() < len(shorter) {
						m.written[word] = at.Of(text)
					}
				})
			}
		}
		return m.written[k.Value]
	}
	return ""
}

// Spelled is a place that reports have in common as they spell it in Arabic; of any other mark, and
// where none spells it, what [Matter.Written] has.
func (m *Matter) Spelled(k riwaya.Mark) string {
	w := m.Written(k)
	if k.Kind != riwaya.MarkPlace || w == "" {
		return w
	}
	for _, rec := range m.records {
		for i := range rec.Places {
			if p := &rec.Places[i]; rec.Article.Language == "ar" && p.Name != nil && *p.Name == w {
				return m.Gate(rec.Article.ID).Words(p.Text)
			}
		}
	}
	return w
}

// Beginnings says from how many independent texts the reports come: where each has what it tells
// in its own words. Who speaks in these texts is told by [Matter.Sources].
func (m *Matter) Beginnings() riwaya.Origins {
	if m.made.beginnings == nil {
		o := m.begin()
		m.made.beginnings = &o
	}
	return *m.made.beginnings
}

func (m *Matter) begin() riwaya.Origins {
	var chains []riwaya.Chain
	for _, rec := range m.records {
		if c, ok := m.Chain(rec.Article.ID); ok {
			chains = append(chains, c)
		}
	}
	return m.Origins(chains)
}

// Questions are what figures of the reports answer in common.
func (m *Matter) Questions() []riwaya.Question {
	if m.asked == nil {
		answers := m.answers()
		for _, rec := range m.records {
			answers.Add(rec)
		}
		m.asked = answers.Questions(question.With{Incidents: m.Incidents, Copies: m.Copies})
	}
	return m.asked
}
