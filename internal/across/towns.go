package across

import (
	"encoding/json"
	"errors"
	"hash/fnv"

	"riwaya"
	"riwaya/internal/story"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/joint"
	"riwaya/internal/story/incident/wording"
)

// row is what the table of incidents has beside the data.
type row struct {
	id, town       string
	joined, stands bool
	founded        int
	day            *int
	since, until   *int
	bears          joint.Bearing
	sum            int64
	words          []byte // keys, eight bytes each
}

// rowOf is an incident as the table has it.
func rowOf(in *riwaya.Incident) (w row, data string, err error) {
	b, err := json.Marshal(in)
	if err != nil {
		return w, "", err
	}
	sum := fnv.New64a()
	sum.Write(b)
	w = row{id: in.ID, bears: joint.Bears(in), sum: int64(sum.Sum64())}
	if d, ok := story.ParseDay(in.Last); ok {
		w.day = &d
	}
	return w, string(b), nil
}

// near finds the incidents of a town (?1) and of days (?2, ?3), and those of no day: in each part of the index that has some of
// the days, for in one search all of the town would be looked at. The index has all that is asked for.
func near(what string) string {
	of := "SELECT " + what + " FROM incidents WHERE town <> '' AND town = ?1 AND day >> 6 "
	return of + "IN (WITH RECURSIVE part (n) AS (SELECT ?2 >> 6 UNION ALL SELECT n + 1 FROM part WHERE n < ?3 >> 6) SELECT n FROM part) AND day BETWEEN ?2 AND ?3 UNION ALL " + of + "IS NULL"
}

// told finds the incidents that stories tell of, as they stand.
func told(stories string) string {
	return "SELECT rowid FROM incidents WHERE stands = 1 AND joined = 0 AND story " + stories +
		" UNION SELECT i.rowid FROM tellings t CROSS JOIN incidents i ON i.id = t.incident AND i.joined = 1 WHERE t.story " + stories
}

// whole widens days until all that was joined with an incident of them lies in them.
func (t *taking) whole(town string, from, to int) (int, int, error) {
	for {
		since, until := from, to
		err := t.row("SELECT ifnull(min(since), ?2), ifnull(max(until), ?3) FROM incidents WHERE joined = 1 AND town = ?1 AND until >= ?2 AND since <= ?3", town, from, to)(&since, &until)
		if err != nil || since >= from && until <= to {
			return from, to, err
		}
		from, to = min(from, since), max(to, until)
	}
}

// together puts together what several stories tell of one town, and writes what is not as it was. Most
// is told by one story only: that stands as it is, and only what bears on others is read.
func (t *taking) together(town string, w window) error {
	from, to, err := t.whole(town, w.from-reach, w.to+reach)
	if err != nil {
		return err
	}
	alone, words, before := map[string]row{}, map[string][]byte{}, map[string]row{} // what is to stand as one story tells it; what was joined
	most, counted := joint.Apart, 0
	err = t.rows(func(scan func(...any) error) error {
		var one row
		err := scan(&one.id, &one.joined, &one.stands, &one.day, &one.since, &one.until, &one.bears, &one.sum, &one.words)
		if one.joined {
			before[one.id] = one
			return err
		}
		alone[one.id], words[one.id] = one, one.words
		if most = max(most, one.bears); one.bears >= joint.Counted {
			counted++
		}
		return err
	}, near("id, joined, stands, day, since, until, bears, sum, words"), town, from, to)
	if err != nil {
		return err
	}
	worded := wording.Shared(words)
	if len(alone) > 1 && (most == joint.Spoken || counted > 1 || len(worded) > 1) {
		joined, err := t.joined(town, from, to, most, worded)
		if err != nil {
			return err
		}
		for i := range joined {
			in := &joined[i]
			if len(in.Aliases) == 0 {
				continue
			}
			one, data, err := rowOf(in)
			if err != nil {
				return err
			}
			one.town, one.joined = town, true
			days := window{1 << 30, -1 << 30}
			for _, id := range append([]string{in.ID}, in.Aliases...) {
				part := alone[id]
				if part.day != nil {
					days.from, days.to = min(days.from, *part.day), max(days.to, *part.day)
				}
				if part.stands {
					if err := t.stand(id, false); err != nil {
						return err
					}
				}
				delete(alone, id)
			}
			if days.from < days.to {
				one.since, one.until = &days.from, &days.to
			}
			was, known := before[in.ID]
			if delete(before, in.ID); known && was.sum == one.sum && same(was.since, one.since) && same(was.until, one.until) {
				continue
			}
			if err := t.write(in, one, data); err != nil {
				return err
			}
		}
	}
	for id := range alone {
		if !alone[id].stands {
			if err := t.stand(id, true); err != nil {
				return err
			}
		}
	}
	for id := range before {
		if err := errors.Join(t.exec("DELETE FROM tellings WHERE incident = ?", id), t.exec("DELETE FROM incidents WHERE joined = 1 AND id = ?", id)); err != nil {
			return err
		}
	}
	return nil
}

// same reports whether two days are, which may both be missing.
func same(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

// stand notes whether an incident stands as one story tells it.
func (t *taking) stand(id string, does bool) error {
	return t.exec("UPDATE incidents SET stands = ? WHERE id = ? AND joined = 0", does, id)
}

// joined are the incidents of a town put together, those only that bear on others, of which most bears most, or have words that
// others have.
func (t *taking) joined(town string, from, to int, most joint.Bearing, worded []string) ([]riwaya.Incident, error) {
	least := joint.Counted
	if most == joint.Spoken { // which any other can be
		least = joint.Meant
	}
	list, err := json.Marshal(worded)
	if err != nil {
		return nil, err
	}
	for {
		var all []incident.Kept
		err := t.rows(func(scan func(...any) error) error {
			var data string
			var words []byte
			var one incident.Kept
			if err := scan(&data, &words); err != nil {
				return err
			}
			err := json.Unmarshal([]byte(data), &one.Incident)
			one.Words = wording.Unpack(words)
			all = append(all, one)
			return err
		}, "SELECT data, words FROM incidents WHERE rowid IN (SELECT n FROM ("+near("rowid AS n, id, joined, bears")+") WHERE joined = 0 AND (bears >= ?4 OR id IN (SELECT value FROM json_each(?5)))) ORDER BY founded, story, id", town, from, to, least, string(list))
		if err != nil {
			return nil, err
		}
		joined := joint.Join(all)
		if least == joint.Meant {
			return joined, nil
		}
		for i := range joined {
			most = max(most, joint.Bears(&joined[i]))
		}
		if most < joint.Spoken {
			return joined, nil
		}
		least = joint.Meant
	}
}

// write enters an incident, of which w and data are what the table has.
func (t *taking) write(in *riwaya.Incident, w row, data string) error {
	told := map[string]bool{}
	for i := range in.Events {
		told[in.Events[i].Article] = true
	}
	err := t.exec("INSERT OR REPLACE INTO incidents (id, joined, stands, story, founded, town, day, since, until, type, many, bears, sum, words, data) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		w.id, w.joined, in.Story, w.founded, w.town, w.day, w.since, w.until, in.Type, len(told), w.bears, w.sum, w.words, data)
	if err != nil || !w.joined {
		return err
	}
	if err := t.exec("DELETE FROM tellings WHERE incident = ?", w.id); err != nil {
		return err
	}
	for _, s := range in.Stories {
		if err := t.exec("INSERT OR IGNORE INTO tellings (story, incident) VALUES (?, ?)", s, w.id); err != nil {
			return err
		}
	}
	return nil
}
