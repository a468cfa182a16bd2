package across

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"riwaya"
	"riwaya/internal/across/result"
	"riwaya/internal/ledger"
	"riwaya/internal/question"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/joint"
	"riwaya/internal/story/incident/wording"
)

// reach is how many days before and after an incident others are looked for that it may be one
// with: more than a later report recalls what happened by.
const reach = 45

// window is the days, since 1970, of the incidents of a town that changed.
type window struct{ from, to int }

// incidents makes the incidents of the stories that changed, and puts those of several stories
// together: in the towns and days of what changed only, and some stories at a time in the order in which they
// were founded, so that it costs the same however long the ledger is in time.
func (t *taking) incidents() error {
	var changed []string
	err := t.rows(func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		changed = append(changed, id)
		return err
	}, "SELECT story FROM changed ORDER BY (SELECT min(n) FROM reports WHERE newer = '' AND reports.story = changed.story), story")
	if err != nil {
		return err
	}
	for some := range slices.Chunk(changed, together) {
		if err := t.anew(some); err != nil {
			return err
		}
	}
	return t.exec("DELETE FROM changed")
}

// anew makes the incidents of stories, and the questions that they answer.
func (t *taking) anew(stories []string) error {
	towns := map[string]window{}
	answers, of := t.means.Answers(), map[string]string{} // the stories of articles
	if err := t.each(stories, func(id string, founded int, records []*riwaya.Record) error {
		for _, rec := range records {
			answers.Add(rec)
			of[rec.Article.ID] = id
		}
		return t.within(id, founded, records, towns)
	}); err != nil {
		return err
	}
	for _, town := range slices.Sorted(maps.Keys(towns)) {
		if err := t.together(town, towns[town]); err != nil {
			return err
		}
	}
	return t.questions(stories, answers, of)
}

// questions notes which questions the stories that changed answer.
func (t *taking) questions(changed []string, answers *question.Set, of map[string]string) error {
	list, err := json.Marshal(changed)
	if err != nil {
		return err
	}
	var with question.With
	err = t.rows(result.Decoded(&with.Incidents), "SELECT data FROM incidents WHERE rowid IN ("+told("IN (SELECT value FROM json_each(?1))")+") ORDER BY id", string(list))
	if err = errors.Join(err, t.exec("DELETE FROM questions WHERE story IN (SELECT value FROM json_each(?))", string(list))); err != nil {
		return err
	}
	all := answers.Questions(with) // whose figures are whose tells nothing of what is asked: no copies are needed
	for i := range all {
		for k := range all[i].Accounts {
			for _, g := range all[i].Accounts[k].Figures {
				if err := t.exec("INSERT OR IGNORE INTO questions (id, story) VALUES (?, ?)", all[i].ID, of[g.Article]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// widen takes a day into the window of a town.
func widen(towns map[string]window, town string, day *int) {
	if town == "" {
		return
	}
	w, ok := towns[town]
	if !ok {
		w = window{1 << 30, -1 << 30}
	}
	if day != nil {
		w.from, w.to = min(w.from, *day), max(w.to, *day)
	}
	towns[town] = w
}

// within makes the incidents of one story, of which founded is the first report, and writes those that
// are not as they were.
func (t *taking) within(id string, founded int, records []*riwaya.Record, towns map[string]window) error {
	before := map[string]row{}
	err := t.rows(func(scan func(...any) error) error {
		var w row
		err := scan(&w.id, &w.founded, &w.town, &w.day, &w.sum)
		widen(towns, w.town, w.day)
		before[w.id] = w
		return err
	}, "SELECT id, founded, town, day, sum FROM incidents WHERE joined = 0 AND story = ?", id)
	if err != nil {
		return err
	}
	copies, err := t.copiesOf(records)
	if err != nil {
		return err
	}
	for _, in := range incident.Of(id, records, copies, t.means.Words) {
		w, data, err := rowOf(&in.Incident)
		if err != nil {
			return err
		}
		w.town, w.words = joint.Town(&in), wording.Pack(in.Words)
		was, known := before[w.id]
		delete(before, w.id)
		alone := false
		if !known && joint.Worded(&in) {
			if alone, err = t.alone(w.town, w.day); err != nil {
				return err
			}
		}
		if !alone {
			widen(towns, w.town, w.day)
		}
		if known && was.founded == founded && was.town == w.town && was.sum == w.sum {
			continue
		}
		w.founded = founded
		if err := t.write(&in.Incident, w, data); err != nil {
			return err
		}
	}
	for _, w := range before {
		if err := t.exec("DELETE FROM incidents WHERE joined = 0 AND id = ? AND story = ?", w.id, id); err != nil {
			return err
		}
	}
	return nil
}

// alone reports whether no incident that could be one with that of a day is told in the words that town stands for. Most are told
// in words of their own.
func (t *taking) alone(town string, day *int) (bool, error) {
	if day == nil {
		return false, nil
	}
	from, to, err := t.whole(town, *day-reach, *day+reach)
	if err != nil {
		return false, err
	}
	some := false
	err = t.row("SELECT EXISTS ("+near("1")+")", town, from, to)(&some)
	return !some, err
}

// copiesOf are the copies of reports, those with others too.
func (t *taking) copiesOf(records []*riwaya.Record) (out []riwaya.Copy, err error) {
	if len(records) < 2 {
		return nil, nil
	}
	ids := make([]string, len(records))
	for i, rec := range records {
		ids[i] = rec.Article.ID
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	err = t.rows(result.Decoded(&out), "SELECT c.data FROM json_each(?1) i CROSS JOIN copies c ON c.a = i.value WHERE c.b IN (SELECT value FROM json_each(?1)) ORDER BY c.a, c.b", string(list))
	return out, err
}

// each gives stories with their records, in the order in which these came in; none where there are
// none any more.
func (t *taking) each(stories []string, see func(id string, founded int, records []*riwaya.Record) error) error {
	founded := make([]int, len(stories)) // the first report of each
	of := map[string]int{}               // the story of an article
	var articles []string
	for i, id := range stories {
		founded[i] = -1
		err := t.rows(func(scan func(...any) error) error {
			var n int
			var article string
			err := scan(&n, &article)
			if founded[i] < 0 {
				founded[i] = n
			}
			articles, of[article] = append(articles, article), i
			return err
		}, "SELECT n, article FROM reports WHERE story = ? AND newer = '' ORDER BY n", id)
		if err != nil {
			return err
		}
	}
	var records []*riwaya.Record // of the story that is next
	at := 0
	upTo := func(story int) error { // an article that went meanwhile is not among what is read
		for ; at < story; at++ {
			if err := see(stories[at], founded[at], records); err != nil {
				return err
			}
			records = nil
		}
		return nil
	}
	err := t.readings(articles, func(some []ledger.Reading) error {
		for i := range some {
			if err := upTo(of[some[i].Article]); err != nil {
				return err
			}
			records = append(records, &some[i].Read)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return upTo(len(stories))
}
