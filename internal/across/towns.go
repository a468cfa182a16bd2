package across

import (
	"encoding/json"
	"hash/fnv"

	"riwaya"
	"riwaya/internal/across/result"
	"riwaya/internal/story"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/joint"
	"riwaya/internal/story/incident/wording"
)

// row is what the tables of incidents have beside the data.
type row struct {
	id, town string
	founded  int
	day      *int
	bears    joint.Bearing
	sum      int64
	words    []byte // keys, eight bytes each
}

// rowOf is an incident as the tables have it.
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

// near finds the incidents of a town (?1) and of days (?2, ?3), in two searches: in one, all of the town
// would be looked at. The index has all that is asked for.
func near(what, table string) string {
	of := "SELECT " + what + " FROM " + table + " WHERE town <> '' AND town = ?1 AND day "
	return of + "BETWEEN ?2 AND ?3 UNION ALL " + of + "IS NULL"
}

// whole widens days until all that was joined with an incident of them lies in them.
func (t *taking) whole(town string, from, to int) (int, int, error) {
	for {
		since, until := from, to
		err := t.row("SELECT ifnull(min(since), ?2), ifnull(max(until), ?3) FROM incidents WHERE since IS NOT NULL AND town = ?1 AND until >= ?2 AND since <= ?3", town, from, to)(&since, &until)
		if err != nil || since >= from && until <= to {
			return from, to, err
		}
		from, to = min(from, since), max(to, until)
	}
}

// together puts together what several stories tell of one town, and writes what is not as it was. Most
// is told by one story only: that is compared by its sum, and only what bears on others is read.
func (t *taking) together(town string, w window) error {
	from, to, err := t.whole(town, w.from-reach, w.to+reach)
	if err != nil {
		return err
	}
	alone, words := map[string]row{}, map[string][]byte{} // what is to stand as one story tells it
	most, counted := joint.Apart, 0
	err = t.rows(func(scan func(...any) error) error {
		var one row
		err := scan(&one.id, &one.day, &one.bears, &one.sum, &one.words)
		alone[one.id], words[one.id] = one, one.words
		if most = max(most, one.bears); one.bears >= joint.Counted {
			counted++
		}
		return err
	}, near("id, day, bears, sum, words", "within"), town, from, to)
	if err != nil {
		return err
	}
	stands := map[string]int64{}
	err = t.rows(func(scan func(...any) error) error {
		var one row
		err := scan(&one.id, &one.sum)
		stands[one.id] = one.sum
		return err
	}, near("id, sum", "incidents"), town, from, to)
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
			one, data, err := rowOf(in)
			if err != nil {
				return err
			}
			one.town = town
			days, parts := window{1 << 30, -1 << 30}, append([]string{in.ID}, in.Aliases...)
			for _, id := range parts {
				if day := alone[id].day; day != nil {
					days.from, days.to = min(days.from, *day), max(days.to, *day)
				}
				delete(alone, id)
			}
			sum, ok := stands[in.ID]
			if delete(stands, in.ID); ok && sum == one.sum && len(parts) == 1 {
				continue
			}
			if err := t.enter(in, one, data, days); err != nil {
				return err
			}
		}
	}
	var fresh []string
	for id := range alone {
		sum, ok := stands[id]
		if delete(stands, id); !ok || sum != alone[id].sum {
			fresh = append(fresh, id)
		}
	}
	for id := range stands {
		if err := t.leave(id); err != nil {
			return err
		}
	}
	list, err := json.Marshal(fresh)
	if err != nil || len(fresh) == 0 {
		return err
	}
	var all []riwaya.Incident
	if err := t.rows(result.Decoded(&all), "SELECT data FROM within WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", string(list)); err != nil {
		return err
	}
	for i := range all {
		one, data, err := rowOf(&all[i])
		if err != nil {
			return err
		}
		one.town = town
		if err := t.enter(&all[i], one, data, window{}); err != nil {
			return err
		}
	}
	return nil
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
		}, "SELECT data, words FROM within WHERE id IN (SELECT id FROM ("+near("id, bears", "within")+") WHERE bears >= ?4 OR id IN (SELECT value FROM json_each(?5))) ORDER BY founded, story, id", town, from, to, least, string(list))
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

// enter writes an incident, of which w and data are what the tables have, with the days of what it was joined of where
// these are several.
func (t *taking) enter(in *riwaya.Incident, w row, data string, days window) error {
	told := map[string]bool{}
	for i := range in.Events {
		told[in.Events[i].Article] = true
	}
	if err := t.exec("DELETE FROM tellings WHERE incident = ?", w.id); err != nil {
		return err
	}
	var since, until *int
	if days.from < days.to {
		since, until = &days.from, &days.to
	}
	if err := t.exec("INSERT OR REPLACE INTO incidents (id, story, town, day, type, many, since, until, sum, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		w.id, in.Story, w.town, w.day, in.Type, len(told), since, until, w.sum, data); err != nil {
		return err
	}
	for _, s := range in.Stories {
		if err := t.exec("INSERT OR IGNORE INTO tellings (story, incident) VALUES (?, ?)", s, w.id); err != nil {
			return err
		}
	}
	return nil
}

// leave takes an incident out.
func (t *taking) leave(id string) error {
	if err := t.exec("DELETE FROM tellings WHERE incident = ?", id); err != nil {
		return err
	}
	return t.exec("DELETE FROM incidents WHERE id = ?", id)
}
